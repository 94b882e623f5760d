import { describe, expect, it } from 'vitest';
import { buildProgramme, draftRequest, verifyProgramme } from '../../src/index.js';
import { demo } from '../../examples/demo/demo.js';
import { type Draft, type Plan } from '../../examples/demo/plan.js';
import { report } from '../../examples/demo/report.js';
import { readCatalogue, readQuestionnaire, settingNames } from '../../examples/demo/settings.js';

const output = (name: string): string =>
  new URL(`../../examples/output/demo-${name}.txt`, import.meta.url).pathname;

/** Runs the demo as the command line would, without its clock. */
function run(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = demo(args, {
    print: (text) => void printed.push(text),
    complain: (text) => void complaints.push(text),
    now: () => 0,
  });
  return { code, printed, complaint: complaints.join('\n') };
}

function json(...args: string[]) {
  const { code, printed } = run('--json', ...args);
  expect(printed).toHaveLength(1);
  return { code, plans: JSON.parse(printed[0] ?? '') as Plan[] };
}

const programmeOf = ({ result }: Plan) => {
  if (result?.status !== 'optimal') throw new Error(`not proved: ${result?.status ?? 'not built'}`);
  return result.programme;
};

function draftOf(name: string): Draft {
  const draft = draftRequest(readQuestionnaire(name), { catalogue: readCatalogue() });
  if (draft.status === 'invalid') throw new Error('the questionnaire is invalid');
  return draft;
}

describe('npm run demo', () => {
  it('proves and verifies a programme for every setting, and says how all of it was come by', () => {
    const { code, plans } = json();
    expect(code).toBe(0);
    expect(plans.map(({ setting }) => setting)).toEqual(settingNames());
    for (const made of plans) {
      expect(made.verdict, made.setting).toEqual({ ok: true });
      const programme = programmeOf(made);
      expect(programme.bookings.length).toBeGreaterThan(0);
      expect(made.draft).toMatchObject({ status: 'drafted', assumptions: expect.any(Array) });
      expect(made.milliseconds).toBe(0);
    }
    const nursery = plans.find(({ setting }) => setting === 'day-nursery');
    expect(nursery?.draft).toMatchObject({ unmatched: [{ phrase: 'wow moments' }] });
  });

  it.each(['childminder', 'practitioner'])('prints what a manager wants to read: %s', async (setting) => {
    const { code, printed } = run('--setting', setting);
    expect(code).toBe(0);
    await expect(`${printed.join('\n')}\n`).toMatchFileSnapshot(output(setting));
  });

  it('plans with the budget it is given', () => {
    const { code, plans } = json('--setting', 'practitioner', '--budget', '17.95');
    expect(code).toBe(0);
    expect(plans).toHaveLength(1);
    expect(plans[0]?.questionnaire.budget).toEqual({ pence: 1795, per: 'setting' });
    for (const made of plans) expect(programmeOf(made).totals.pence).toBeLessThanOrEqual(1795);
    expect(run('--setting', 'practitioner', '--budget', '0').code).toBe(0);
  });

  it('says what is wrong with the command', () => {
    expect(run('--setting', 'nowhere')).toMatchObject({ code: 2, printed: [] });
    expect(run('--setting', 'nowhere').complaint).toContain(
      'There is no setting nowhere. There are: childminder, day-nursery, large-nursery, practitioner.',
    );
    expect(run('--bugdet', '900').complaint).toContain("Unknown option '--bugdet'");
    expect(run('900').complaint).toContain('900');
    expect(run('--setting').complaint).toContain('--setting');
    for (const wrong of ['much', '-1', '1.234', '1e3', '99999999', ''])
      expect(run(`--budget=${wrong}`).complaint).toContain('--budget takes pounds up to 10000000');
    expect(run('--budget', 'much').complaint).toContain('Usage: npm run demo -- [options]');
  });

  it('explains itself', () => {
    const { code, printed } = run('--help');
    expect(code).toBe(0);
    expect(printed.join('\n')).toContain('--budget POUNDS');
  });
});

describe('the report of a setting', () => {
  const questionnaire = readQuestionnaire('practitioner');
  const base = { setting: 'practitioner', questionnaire, milliseconds: 1234 };
  const draft = draftOf('practitioner');

  it('puts what was taken for granted last, whole', () => {
    const text = report({ ...base, draft, result: buildProgramme(draft.request) });
    const parts = ['things are taken for granted', 'To book', 'In all', 'Taken for granted\n'];
    const found = parts.map((part) => text.indexOf(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    // lines are broken anywhere, so words are compared
    const words = text.replaceAll(/\s+/g, ' ');
    expect(draft.assumptions.length).toBeGreaterThan(0);
    for (const { message } of draft.assumptions) expect(words).toContain(message);
  });

  it('tells needs apart that read the same, by rule or id', () => {
    const [first] = draft.request.needs.filter(({ basis }) => basis === undefined);
    if (first === undefined) throw new Error('there is no finding');
    const request = { ...draft.request, needs: [first, { ...first, id: 'once-more' as typeof first.id }] };
    const text = report({ ...base, draft: { ...draft, request }, result: buildProgramme(request) });
    expect(text).toContain('\n    once-more\n');
    const childminder = { ...base, questionnaire: readQuestionnaire('childminder') };
    const { request: own } = draftOf('childminder');
    const said = report({ ...childminder, draft: draftOf('childminder'), result: buildProgramme(own) });
    expect(said).toContain('\n    The childminder holds a current full paediatric first aid certificate.\n');
    expect(said).not.toContain('rule-cm-food');
  });

  it('says how far a programme is from proved best', () => {
    const result = buildProgramme(draftOf('day-nursery').request, { effort: 1 });
    if (result.status !== 'bounded')
      throw new Error(`expected a programme not proved best: ${result.status}`);
    const nursery = { ...base, questionnaire: readQuestionnaire('day-nursery') };
    const text = report({ ...nursery, draft: draftOf('day-nursery'), result });
    expect(text).toMatch(/Not proved best within the effort allowed: the .+ is \d+/);
    expect(text).toContain('Took    1.23 s');
  });

  it('names the pins that cannot hold together', () => {
    // £88, and there are £60
    const pin = { kind: 'pin' as const, item: 'autism-course', staff: ['practitioner'] };
    const result = buildProgramme({ ...draft.request, adjustments: [pin] });
    expect(result.status).toBe('infeasible');
    const text = report({ ...base, draft, result });
    expect(text).toContain('This pin cannot hold\n  - adjustments.0: ');
    expect(text).not.toContain('Proof');
  });

  it('calls a conflict of limits by their name', () => {
    const limit = { id: 'council', measure: 'places' as const, atLeast: 99 };
    const result = buildProgramme({ ...draft.request, limits: [limit] });
    expect(report({ ...base, draft, result })).toContain('This limit cannot hold\n  - limits.0: ');
  });

  it('tells what falls in which term', () => {
    const terms = [
      { id: 'autumn', from: '2026-09-01', to: '2026-12-18' },
      { id: 'spring', from: '2027-01-04', to: '2027-03-25' },
    ];
    const inTerms = draftRequest({ ...questionnaire, terms }, { catalogue: readCatalogue() });
    if (inTerms.status === 'invalid') throw new Error('the questionnaire is invalid');
    const text = report({ ...base, draft: inTerms, result: buildProgramme(inTerms.request) });
    expect(text).toMatch(/\n {10}autumn .+, £[\d.]+\n {10}spring nothing\n/);
    expect(text).toContain(', in the autumn term, by 18 December 2026');
  });

  it('shows what is wrong with a questionnaire', () => {
    const wrong = draftRequest({ ...questionnaire, asOf: 'today' }, { catalogue: readCatalogue() });
    const text = report({ ...base, draft: wrong });
    expect(text).toContain('The questionnaire cannot be read');
    expect(text).toContain('questionnaire.asOf');
  });

  it('shows a programme that the verifier refuses', () => {
    const result = buildProgramme(draft.request);
    if (result.status !== 'optimal') throw new Error(result.status);
    const programme = { ...result.programme, totals: { ...result.programme.totals, pence: 1 } };
    const verdict = verifyProgramme(draft.request, programme);
    expect(report({ ...base, draft, result: { ...result, programme }, verdict })).toContain(
      'REFUSED: totals.pence',
    );
  });
});
