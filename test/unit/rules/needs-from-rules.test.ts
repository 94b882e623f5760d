import { describe, expect, it } from 'vitest';
import { trainingMatrix } from '../../../src/consult/training-matrix.js';
import { NeedSchema } from '../../../src/domain/need.js';
import { needsFromRules } from '../../../src/rules/needs-from-rules.js';
import type { StaffMemberInput } from '../../../src/rules/people.js';
import type { Rulebook } from '../../../src/rules/rulebook.js';
import { bookOf, derived, needsById, person, rulebookOf, ruleOf, WINDOW } from './rules-support.js';

const GROUP = rulebookOf('group');
const CHILDMINDER = rulebookOf('childminder');
const needs = (staff: StaffMemberInput[], rulebook: Rulebook = GROUP) => needsById(staff, rulebook);
const trained = (rulebook: Rulebook): string[] =>
  rulebook.rules.flatMap(({ id, training }) => (training === undefined ? [] : `rule-${id}`));

describe('needs from the rules', () => {
  it('are needs of a request, each with its rule, edition and source', () => {
    const all = derived([
      person('a', { roles: ['manager', 'designated-safeguarding-lead', 'food-handler'] }),
      person('b', { roles: ['apprentice', 'deputy-safeguarding-lead'], ageBands: ['under-2'] }),
      person('c', { qualifications: [{ level: 3, awardedOn: '2020-07-01' }] }),
      person('d', { roles: ['practitioner', 'experience-based-route'] }),
    ]).needs;
    expect(all.map(({ id }) => id)).toEqual(trained(GROUP));
    for (const need of all) {
      expect(NeedSchema.safeParse(need).success, need.id).toBe(true);
      expect(need.basis?.edition).toBe('quals-2026-01');
      expect(need.basis?.source).not.toBe('');
    }
  });

  it('are none for nobody', () => {
    expect(derived([])).toEqual({ status: 'derived', needs: [], questions: [] });
    expect(derived([], CHILDMINDER).needs).toEqual([]);
  });

  it('do not depend on the order of the team', () => {
    const staff = ['d', 'b', 'a', 'c'].map((id) =>
      person(id, { startedOn: '2026-08-03', qualifications: [{ level: 3, awardedOn: '2026-06-30' }] }),
    );
    expect(derived([...staff].reverse())).toEqual(derived(staff));
  });

  it('are musts only where the rule is statutory', () => {
    const all = needs([person('a', { roles: ['manager', 'designated-safeguarding-lead'] }), person('b')]);
    expect(all.get('rule-dsl-annex-c')?.source).toBe('statutory');
    expect(all.get('rule-manager-leading')?.source).toBe('aspiration');
    expect(
      needs([person('a', { roles: ['deputy-safeguarding-lead'] })]).get('rule-dsl-deputies')?.source,
    ).toBe('sector-focus');
  });
});

describe('first aid cover', () => {
  const cover = (size: number) =>
    needs(Array.from({ length: size }, (_, index) => person(`p${index}`))).get('rule-pfa-cover');

  it('asks for two holders and one to spare, of the full certificate, for three years', () => {
    expect(cover(8)).toMatchObject({
      area: 'paediatric-first-aid',
      depth: 2,
      who: {},
      count: { atLeast: 2, spare: 1 },
      maxAgeMonths: 36,
    });
  });

  it('asks no more of a team than it has people', () => {
    expect(cover(1)?.count).toEqual({ atLeast: 1 });
    expect(cover(2)?.count).toEqual({ atLeast: 2 });
    expect(cover(3)?.count).toEqual({ atLeast: 2, spare: 1 });
  });
});

describe('first aid for those whose award brings it with it', () => {
  const asked = (more: Partial<StaffMemberInput>) => {
    const all = needs([person('x', more), person('other')]);
    return all.get('rule-pfa-newly-qualified')?.who.staff?.includes('x') === true;
  };

  it('asks it from the award of 30 June 2016 on', () => {
    expect(asked({ qualifications: [{ level: 3, awardedOn: '2016-06-29' }] })).toBe(false);
    expect(asked({ qualifications: [{ level: 3, awardedOn: '2016-06-30' }] })).toBe(true);
    expect(asked({ qualifications: [{ level: 2, awardedOn: '2018-06-30' }] })).toBe(true);
    expect(asked({ qualifications: [{ level: 5, awardedOn: '2018-06-30' }] })).toBe(true);
  });

  it('does not ask it of a teacher, of the unqualified, of an award that does not count or is to come', () => {
    expect(asked({ qualifications: [{ level: 6, status: 'qts', awardedOn: '2020-07-01' }] })).toBe(false);
    expect(asked({ qualifications: [{ level: 1, awardedOn: '2020-07-01' }] })).toBe(false);
    expect(asked({ qualifications: [{ level: 3, fullAndRelevant: false, awardedOn: '2020-07-01' }] })).toBe(
      false,
    );
    expect(asked({ qualifications: [{ level: 3, studying: true, startedOn: '2025-09-01' }] })).toBe(false);
    expect(asked({ qualifications: [{ level: 3, awardedOn: '2026-09-02' }] })).toBe(false);
    expect(asked({})).toBe(false);
  });

  it('does not ask it of a person of whom the award is not dated, nor of a cook', () => {
    expect(asked({ qualifications: [{ level: 3 }] })).toBe(false);
    const dated = { qualifications: [{ level: 3, awardedOn: '2020-07-01' }] };
    expect(asked({ ...dated, roles: ['food-handler'] })).toBe(false);
    expect(asked({ ...dated, roles: ['food-handler', 'practitioner'] })).toBe(true);
    expect(asked({ ...dated, roles: [] })).toBe(true);
  });

  it('asks when an award was made that is not dated', () => {
    const { questions } = derived([
      person('y', { qualifications: [{ level: 2 }] }),
      person('x', { qualifications: [{ level: 3 }, { level: 2, awardedOn: '2012-07-01' }] }),
      person('dated', { qualifications: [{ level: 3 }, { level: 2, awardedOn: '2019-07-01' }] }),
      person('teacher', { qualifications: [{ level: 6, status: 'qts' }] }),
    ]);
    expect(questions.find(({ give }) => give === 'awardedOn')).toMatchObject({
      rule: 'pfa-newly-qualified',
      staff: ['x', 'y'],
      message: expect.stringMatching(/^Whether pfa-newly-qualified .* applies to x, y .* Give awardedOn\.$/),
    });
  });

  it('asks it of trainees once, by their own rule', () => {
    const all = needs([
      person('x', { roles: ['apprentice'], qualifications: [{ level: 2, awardedOn: '2025-07-01' }] }),
    ]);
    expect(all.has('rule-pfa-newly-qualified')).toBe(false);
    expect(all.get('rule-pfa-trainees')).toMatchObject({ depth: 1, maxAgeMonths: 36, count: 'everyone' });
  });

  it('asks it within three months of starting work, where that is inside the window', () => {
    const late = { qualifications: [{ level: 3, awardedOn: '2026-07-01' }] };
    const all = needs([
      person('long-here', { ...late, startedOn: '2020-01-06' }),
      person('new', { ...late, startedOn: '2026-08-31' }),
      person('new-too', { ...late, startedOn: '2026-08-31' }),
      person('overdue', { ...late, startedOn: '2026-05-31' }),
      person('has-it', {
        ...late,
        startedOn: '2026-08-31',
        records: [{ area: 'paediatric-first-aid', depth: 2, completedOn: '2026-01-10' }],
      }),
    ]);
    expect(all.get('rule-pfa-newly-qualified-by-2026-11-30')).toMatchObject({
      who: { staff: ['new', 'new-too'] },
      by: '2026-11-30',
    });
    // and of all of them on the last day, when a renewal that came late is worth something still
    expect(all.get('rule-pfa-newly-qualified')?.who).toEqual({
      staff: ['has-it', 'long-here', 'new', 'new-too', 'overdue'],
    });
    expect(all.get('rule-pfa-newly-qualified')?.by).toBeUndefined();
  });
});

describe('safeguarding', () => {
  const dsl = { area: 'designated-safeguarding-lead', depth: 3, completedOn: '2026-01-15' } as const;

  it('is asked of all staff for two years, and of the lead to her own depth', () => {
    const all = needs([person('a'), person('b', { roles: ['designated-safeguarding-lead'] })]);
    expect(all.get('rule-safeguarding-all-staff')).toMatchObject({
      area: 'child-protection',
      depth: 2,
      who: {},
      maxAgeMonths: 24,
    });
    expect(all.get('rule-dsl-annex-c')).toMatchObject({
      who: { roles: ['designated-safeguarding-lead'] },
      depth: 3,
      maxAgeMonths: 24,
    });
  });

  it("is not asked again of one whose lead's course is current on the last day", () => {
    const staff = (records: StaffMemberInput['records']) => [
      person('a'),
      person('lead', { roles: ['designated-safeguarding-lead'], records }),
    ];
    const who = (records: StaffMemberInput['records']) =>
      needs(staff(records)).get('rule-safeguarding-all-staff')?.who;
    expect(who([dsl])).toEqual({ staff: ['a'] });
    expect(who([{ ...dsl, expiresOn: '2027-07-31' }])).toEqual({});
    expect(who([{ ...dsl, completedOn: '2025-07-30' }])).toEqual({});
    expect(who([{ ...dsl, completedOn: '2025-07-31' }])).toEqual({ staff: ['a'] });
  });

  it('leaves a deputy to the weaker rule, and one who is both to the lead’s', () => {
    const both = needs([
      person('a', { roles: ['deputy-safeguarding-lead', 'designated-safeguarding-lead'] }),
    ]);
    expect(both.has('rule-dsl-deputies')).toBe(false);
    expect(both.has('rule-dsl-annex-c')).toBe(true);
  });
});

describe('the other rules for groups', () => {
  it('ask food hygiene of those who handle food, without renewal', () => {
    const all = needs([person('cook', { roles: ['food-handler'] }), person('b')]);
    expect(all.get('rule-food-hygiene')).toMatchObject({ who: { roles: ['food-handler'] }, depth: 2 });
    expect(all.get('rule-food-hygiene')?.maxAgeMonths).toBeUndefined();
    expect(needs([person('b')]).has('rule-food-hygiene')).toBe(false);
  });

  it('ask Prevent of everybody once', () => {
    const prevent = needs([person('a')]).get('rule-prevent');
    expect(prevent).toMatchObject({ area: 'prevent-duty', depth: 1, who: {}, count: 'everyone' });
    expect(prevent?.maxAgeMonths).toBeUndefined();
  });

  it('ask the care of babies of half of those who work with under-twos, rounded up', () => {
    const team = ['a', 'b', 'c'].map((id) => person(id, { ageBands: ['under-2', '2'] }));
    expect(needs([...team, person('d')]).get('rule-baby-care-training')).toMatchObject({
      who: { ageBands: ['under-2'] },
      count: { atLeast: 2 },
    });
  });

  it('leave out, by the selector itself, who only cooks, whatever ages are said or not said', () => {
    const who = (...team: StaffMemberInput[]) => needs(team).get('rule-baby-care-training')?.who;
    const a = person('a', { ageBands: ['under-2'] });
    const cook = { roles: ['food-handler'] };
    // the ages of b are a question: she is left out by the ages and not by name, so that the answer brings her in
    expect(who(a, person('b'), person('cook', cook))).toEqual({
      ageBands: ['under-2'],
      not: { staff: ['cook'] },
    });
    expect(who(a, person('cook', { ...cook, ageBands: ['under-2'] }))).toEqual({
      ageBands: ['under-2'],
      not: { staff: ['cook'] },
    });
    expect(who(a, person('cook', { ...cook, ageBands: ['2'] }))).toEqual({ ageBands: ['under-2'] });
    expect(who(person('cook', { ...cook, ageBands: ['under-2'] }))).toBeUndefined();
    // one selector says not only once: with roles left out too, people are named
    const rule = ruleOf({
      who: { ageBands: ['under-2'], exceptRoles: ['student'], exceptOnlyRoles: ['food-handler'] },
    });
    expect(
      derived([a, person('cook', { ...cook, ageBands: ['under-2'] })], bookOf(rule)).needs[0]?.who,
    ).toEqual({ staff: ['a'] });
  });

  it('show in a training matrix that nothing is asked of who only cooks', () => {
    const staff = [
      person('a', { ageBands: ['under-2'] }),
      person('b'),
      person('cook', { roles: ['food-handler'] }),
    ];
    const matrix = trainingMatrix({
      asOf: WINDOW.from,
      window: WINDOW,
      setting: { id: 'setting', providerKind: 'group' },
      staff,
      needs: derived(staff).needs.filter(({ id }) => id === 'rule-baby-care-training'),
      catalogue: { id: 'c', asOf: WINDOW.from, items: [] },
      funding: [],
    });
    if (matrix.status !== 'matrix') throw new Error(matrix.status);
    expect(
      matrix.rows.map(
        ({ staff: id, requirements }) => `${id} ${requirements.map(({ state }) => state).join()}`,
      ),
    ).toEqual(['a needed', 'b unknown', 'cook not-applicable']);
  });

  it('ask which ages those work with of whom it is not said, and who count', () => {
    const { questions } = derived([
      person('a', { ageBands: [] }),
      person('c'),
      person('b'),
      person('cook', { roles: ['food-handler'] }),
    ]);
    expect(questions).toMatchObject([{ rule: 'baby-care-training', staff: ['b', 'c'], give: 'ageBands' }]);
  });
});

describe('the rules for childminders', () => {
  it("ask first aid and the lead's course of the childminder, and the staff's course of assistants", () => {
    const all = needs(
      [person('c', { roles: ['childminder'] }), person('a', { roles: ['childminder-assistant'] })],
      CHILDMINDER,
    );
    expect([...all.keys()]).toEqual(trained(CHILDMINDER));
    expect(all.get('rule-cm-pfa')).toMatchObject({
      who: { roles: ['childminder'] },
      depth: 2,
      source: 'statutory',
    });
    expect(all.get('rule-cm-assistants')).toMatchObject({ area: 'child-protection', depth: 2 });
    expect(all.get('rule-cm-food')?.source).toBe('aspiration');
  });

  it('ask nothing of assistants where there are none', () => {
    const alone = needs([person('c', { roles: ['childminder'] })], CHILDMINDER);
    expect([...alone.keys()]).toEqual(['rule-cm-dsl', 'rule-cm-food', 'rule-cm-pfa', 'rule-prevent']);
  });
});

describe('what is passed', () => {
  const setting = { id: 'setting', providerKind: 'group' as const };
  const issues = (...given: unknown[]): string[] => {
    const result = (needsFromRules as (...all: unknown[]) => ReturnType<typeof needsFromRules>)(...given);
    if (result.status === 'derived') return [];
    for (const { message } of result.issues) expect(message).toMatch(/^\S.*\.$/);
    return result.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  };

  it('is checked, all of it at once', () => {
    expect(issues()).toEqual(
      ['rulebook', 'setting', 'staff', 'window'].map((name) => expect.stringMatching(`^${name} `)),
    );
    expect(
      issues(setting, [{ id: 'a' }], { ...GROUP, rules: [{}] }, { from: 'x', to: '2027-07-31' }),
    ).toEqual(
      expect.arrayContaining([
        'staff.0.roles missing',
        'rulebook.rules.0.id missing',
        'window.from bad-format',
      ]),
    );
    expect(issues(setting, [], GROUP, WINDOW, { asof: '2026-09-01' })).toEqual(['options.asof unknown-key']);
  });

  it('refers to nothing twice and has its days in order', () => {
    const [rule] = GROUP.rules;
    const extension = { id: 'x', title: '', rules: [], source: '', verified: false, kind: 'extension' };
    const given = { from: '2020-03-16', to: '2020-03-15', until: '2020-03-01' };
    expect(
      issues(
        setting,
        [person('a'), person('a')],
        {
          ...GROUP,
          effectiveFrom: '2026-01-01',
          effectiveTo: '2025-01-01',
          rules: [rule, { ...rule, from: '2026-01-02', to: '2026-01-01' }],
        },
        { from: WINDOW.to, to: WINDOW.from },
        {
          overrides: [
            { ...extension, ...given },
            { ...extension, ...given, to: given.from, until: given.from },
          ],
        },
      ),
    ).toEqual([
      'options.overrides.0.to date-order',
      'options.overrides.0.until date-order',
      'options.overrides.1.id duplicate-id',
      'rulebook.effectiveTo date-order',
      'rulebook.rules.1.id duplicate-id',
      'rulebook.rules.1.to date-order',
      'staff.1.id duplicate-id',
      'window.to date-order',
    ]);
  });

  it('is a rulebook for that kind of provider', () => {
    expect(issues(setting, [], CHILDMINDER, WINDOW)).toEqual(['setting.providerKind not-allowed']);
  });

  it('is a rulebook of days of the window', () => {
    const within = (window: { from: string; to: string }, book: Partial<Rulebook> = {}) => {
      const days = { effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' };
      const result = needsFromRules(setting, [], { ...GROUP, ...days, ...book }, window);
      return result.status === 'derived' ? [] : result.issues;
    };
    expect(within({ from: '2025-09-01', to: '2026-01-01' })).toEqual([]);
    expect(within({ from: '2026-12-31', to: '2027-07-31' })).toEqual([]);
    expect(within({ from: '2025-09-01', to: '2025-12-31' })).toEqual([
      {
        path: ['rulebook'],
        code: 'outside-window',
        message:
          'Pass the rulebook of a day of the window, 2025-09-01 to 2025-12-31; rulebook is in force from 2026-01-01 to 2026-12-31.',
      },
    ]);
    expect(within({ from: '2027-01-01', to: '2027-07-31' })).toHaveLength(1);
    // what is open goes on, and days out of order are said to be so and no more
    expect(within({ from: '2027-01-01', to: '2027-07-31' }, { effectiveTo: undefined })).toEqual([]);
    expect(
      within({ from: '2025-09-01', to: '2025-12-31' }, { effectiveTo: undefined }).map(
        ({ message }) => message,
      ),
    ).toEqual([
      'Pass the rulebook of a day of the window, 2025-09-01 to 2025-12-31; rulebook is in force from 2026-01-01.',
    ]);
    expect(within({ from: '2027-07-31', to: '2027-01-01' }).map(({ code }) => code)).toEqual(['date-order']);
    expect(
      within({ from: '2027-01-01', to: '2027-07-31' }, { effectiveTo: '2025-01-01' }).map(({ code }) => code),
    ).toEqual(['date-order']);
  });

  it('says as of when awards count: by default the first day', () => {
    const staff = [person('x', { qualifications: [{ level: 3, awardedOn: '2026-10-01' }] })];
    const asked = (asOf?: string) =>
      needsById(staff, GROUP, WINDOW, asOf === undefined ? {} : { asOf }).has('rule-pfa-newly-qualified');
    expect(asked()).toBe(false);
    expect(asked('2026-09-30')).toBe(false);
    expect(asked('2026-10-01')).toBe(true);
  });
});
