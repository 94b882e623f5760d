import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProgramme, checkRequest, draftRequest, type RequestInput } from '../../../src/index.js';
import { DEFAULT_MUST, DEFAULT_WEIGHTS } from '../../../src/domain/need-weights.js';
import type { PeopleSelectorInput } from '../../../src/domain/selector.js';
import { AREA_IDS_BY_GROUP } from '../../../src/rules/area-ids.js';
import {
  areasFromInspection,
  type InspectionResult,
} from '../../../src/rules/inspection/areas-from-inspection.js';
import type { InspectionInput, InspectionOptions } from '../../../src/rules/inspection/inspection-record.js';
import { URGENCIES, weighingOf, weightIn } from '../../../src/rules/inspection/urgency.js';
import { context, item, questionnaire } from '../intake/draft-support.js';

type Derived = Extract<InspectionResult, { status: 'derived' }>;
type Given = Omit<InspectionInput, 'on'>;

const ON = '2026-03-04';
const derived = (given: Given, options?: InspectionOptions, on = ON): Derived => {
  const result = areasFromInspection({ on, ...given }, options);
  if (result.status === 'invalid') expect(result.issues).toEqual([]);
  return result as Derived;
};
const weighed = ({ source, weight }: Derived['needs'][number]): number => weight ?? DEFAULT_WEIGHTS[source];
const notesAt = ({ notes }: Derived, path: string): string =>
  notes
    .filter((note) => note.path.join('.') === path)
    .map(({ message }) => message)
    .join('\n');
const PEDAGOGY = [...AREA_IDS_BY_GROUP.pedagogy].sort();

describe('what a report says in words', () => {
  it('becomes a need of its source, with its date, its people and its words', () => {
    const who = { roles: ['practitioner'] };
    const { needs, findings, scheme } = derived({
      notices: [{ about: 'safeguarding', by: '2026-03-20', quote: 'ensure that all staff ...' }],
      actions: [{ about: 'first aid', by: '2026-05-29' }],
      recommendations: [{ about: 'quality of interactions', who }],
      selfEvaluation: [{ about: 'SLCN', depth: 3 }],
      aspirations: [{ about: 'Makaton', by: '2027-07-31' }],
    });
    expect(scheme).toBe('report-card-2025');
    expect(needs).toEqual([
      {
        id: 'inspection-2026-03-04-child-protection-welfare-notice',
        area: 'child-protection',
        depth: 2,
        who: {},
        count: 'everyone',
        source: 'welfare-notice',
        weight: 2,
        by: '2026-03-20',
        basis: {
          rule: 'ensure that all staff ...',
          edition: 'Report card',
          source: 'inspection of 2026-03-04',
        },
      },
      expect.objectContaining({
        id: 'inspection-2026-03-04-paediatric-first-aid-inspection-action',
        source: 'inspection-action',
        by: '2026-05-29',
        basis: expect.objectContaining({ rule: 'first aid' }),
      }),
      expect.objectContaining({ area: 'adult-child-interactions', source: 'inspection-recommendation', who }),
      expect.objectContaining({
        area: 'speech-language-needs',
        source: 'self-evaluation',
        depth: 3,
        basis: {
          rule: 'SLCN',
          edition: 'Self-evaluation',
          source: 'beside the inspection of 2026-03-04',
        },
      }),
      expect.objectContaining({ area: 'signing-augmentative', source: 'aspiration', by: '2027-07-31' }),
    ]);
    expect(needs.map(weighed)).toEqual([2, 1, 8, 5, 1]);
    expect(findings).toEqual([
      { about: 'child-protection', source: 'welfare-notice', importance: 'high', by: '2026-03-20' },
      { about: 'paediatric-first-aid', source: 'inspection-action', by: '2026-05-29' },
      { about: 'adult-child-interactions', source: 'inspection-recommendation', who },
      { about: 'speech-language-needs', source: 'self-evaluation', depth: 3 },
      { about: 'signing-augmentative', source: 'aspiration', by: '2027-07-31' },
    ]);
  });

  it('asks for as much as the law asks of the area on the day on which training can begin', () => {
    const depths = (options?: InspectionOptions) =>
      derived({ actions: [{ about: 'DSL' }, { about: 'Prevent' }, { about: 'EAL' }] }, options).needs.map(
        ({ depth }) => depth,
      );
    expect(depths()).toEqual([3, 2, 1]);
    expect(depths({ providerKind: 'childminder', window: { from: '2026-04-01', to: '2026-07-31' } })).toEqual(
      [3, 2, 1],
    );
  });

  it('may ask for so many instead of everybody', () => {
    const atLeast = { atLeast: 1, spare: 1 };
    const asked = derived({
      notices: [
        { about: 'first aid', count: { atLeast: 1 } },
        { about: 'first aid', count: atLeast },
      ],
      actions: [{ about: 'first aid', count: 'everyone' }, { about: 'first aid' }],
    });
    expect(asked.needs.map(({ id, count }) => [id, count])).toEqual([
      ['inspection-2026-03-04-paediatric-first-aid-welfare-notice-min-1', { atLeast: 1 }],
      ['inspection-2026-03-04-paediatric-first-aid-welfare-notice-min-1-1', atLeast],
      ['inspection-2026-03-04-paediatric-first-aid-inspection-action', 'everyone'],
    ]);
    expect(notesAt(asked, 'inspection.notices.0.count')).toBe(
      '"first aid" asks for at least 1, which a need can say and a finding of a questionnaire cannot: pass on needs, since the finding is of everybody.',
    );
    expect(notesAt(asked, 'inspection.notices.1.count')).toContain('at least 1 and 1 spare,');
    expect(notesAt(asked, 'inspection.actions.0.count')).toBe('');
    const same = [{ atLeast: 2 }, { atLeast: 2, spare: 0 }].map((count) => ({ about: 'EAL', count }));
    for (const actions of [same, [...same].reverse()])
      expect(derived({ actions }).needs.map(({ count }) => count)).toEqual([{ atLeast: 2 }]);
    const long = { id: 'a'.repeat(128), title: 'Long' };
    const many = { atLeast: 20_000, spare: 20_000 };
    const named = derived({ recommendations: [{ about: 'Long', count: many }] }, { areas: [long] });
    expect((named.needs[0]?.id ?? '').length).toBeLessThan(124);
  });

  it('hands back what it does not understand, with what it may mean, and asks nothing for it', () => {
    const { needs, unmatched } = derived({
      actions: [{ about: 'wow moments' }],
      recommendations: [{ about: 'better routines at lunch' }],
    });
    expect(needs).toEqual([]);
    expect(unmatched).toEqual([
      { path: ['inspection', 'actions', 0, 'about'], phrase: 'wow moments', nearest: [] },
      {
        path: ['inspection', 'recommendations', 0, 'about'],
        phrase: 'better routines at lunch',
        nearest: ['behaviour-support', 'learning-environment'],
      },
    ]);
  });

  it('may be about areas of the caller, whose words come before those of heads', () => {
    const areas = [
      { id: 'forest-bathing', title: 'Forest bathing' },
      { id: 'achievement', title: 'Prizes' },
    ];
    const { needs } = derived(
      { actions: [{ about: 'Forest Bathing' }, { about: 'achievement' }] },
      { areas },
    );
    expect(needs.map(({ area, depth }) => [area, depth])).toEqual([
      ['achievement', 2],
      ['forest-bathing', 2],
    ]);
  });

  it('names each of several areas in full, but those of a head as awareness and at half the weight', () => {
    const several = derived({ recommendations: [{ about: 'routines' }] });
    expect(several.needs.map((need) => [need.area, need.depth, weighed(need)])).toEqual([
      ['behaviour-support', 2, 8],
      ['learning-environment', 2, 8],
    ]);
    expect(notesAt(several, 'inspection.recommendations.0.about')).toContain('2 areas');
    const head = derived({ recommendations: [{ about: 'teaching-learning-assessment' }] });
    expect(head.needs.map(({ area }) => area)).toEqual(PEDAGOGY);
    for (const need of head.needs) expect([need.depth, weighed(need)]).toEqual([1, 4]);
    expect(head.findings[0]).toMatchObject({ depth: 1, importance: 'low' });
    expect(notesAt(head, 'inspection.recommendations.0.about')).toContain('is a head and stands for 8 areas');
    const deep = derived({ selfEvaluation: [{ about: 'Welfare', depth: 2 }] });
    for (const need of deep.needs) expect([need.depth, weighed(need)]).toEqual([2, 3]);
  });

  it('is asked once where it is said again of the same people by the same day, as the more pressing', () => {
    const twice = derived({
      actions: [
        { about: 'DSL', who: { roles: ['b', 'a'] }, quote: 'two' },
        { about: 'safeguarding lead', who: { roles: ['a', 'b'] }, quote: 'one', depth: 3 },
        { about: 'DSL', who: { roles: ['a'], not: { minLevel: 3 } } },
        { about: 'DSL', who: { roles: ['a'], not: { minLevel: 3 } }, by: '2026-04-01' },
      ],
    });
    expect(twice.needs.map(({ id, by, who }) => [id, by, who])).toEqual([
      [
        'inspection-2026-03-04-designated-safeguarding-lead-inspection-action',
        '2026-04-01',
        { roles: ['a'], not: { minLevel: 3 } },
      ],
      [
        'inspection-2026-03-04-designated-safeguarding-lead-inspection-action-2',
        undefined,
        { roles: ['a', 'b'] },
      ],
      [
        'inspection-2026-03-04-designated-safeguarding-lead-inspection-action-3',
        undefined,
        { roles: ['a'], not: { minLevel: 3 } },
      ],
    ]);
    expect(twice.needs[1]?.basis?.rule).toBe('one / two');
    expect(notesAt(twice, 'inspection')).toContain('counted once');
    const long = derived({
      actions: ['x', 'y'].map((letter) => ({ about: 'DSL', quote: letter.repeat(1500) })),
    });
    expect(long.needs[0]?.basis?.rule).toBe('x'.repeat(1500));
  });

  it('is pointed out where dates and people look wrong', () => {
    const asked = derived(
      {
        actions: [
          { about: 'EAL' },
          { about: 'SLCN', by: '2026-04-01' },
          { about: 'PECS', by: '2028-01-01', who: { roles: ['cook'] } },
        ],
      },
      {
        window: { from: '2026-09-01', to: '2027-07-31' },
        staff: [{ id: 'a', roles: ['practitioner'] }],
      },
    );
    expect(notesAt(asked, 'inspection.actions.0.by')).toContain('has no date');
    expect(notesAt(asked, 'inspection.actions.1.by')).toContain('overdue');
    expect(notesAt(asked, 'inspection.actions.2.by')).toContain('after the window');
    expect(notesAt(asked, 'inspection.actions.2.who')).toContain('nobody on the team');
    const wrongScheme = derived({ scheme: 'eif-2019' });
    expect(notesAt(wrongScheme, 'inspection.scheme')).toContain('from 2019-09-02 to 2025-11-09');
    expect(derived({ scheme: 'report-card-2025' }, {}, '2025-01-01').notes[0]?.message).toContain(
      'since 2025-11-10',
    );
    expect(derived({ scheme: 'sef-2009' }).notes).toEqual([]);
    expect(derived({}, {}, '2012-01-01')).toEqual({
      status: 'derived',
      scheme: undefined,
      needs: [],
      findings: [],
      unmatched: [],
      notes: [],
    });
    expect(derived({ actions: [{ about: 'EAL' }] }, {}, '2012-01-01').needs[0]?.basis?.edition).toBe(
      'No scheme known',
    );
  });
});

describe('what a report says in grades', () => {
  const attention = (...heads: string[]): Given => ({
    grades: heads.map((head) => ({ head, grade: 'needs attention' })),
  });

  it('asks for nothing where it is good enough', () => {
    const good = derived({ safeguarding: 'met', grades: [{ head: 'cur', grade: 'Expected standard' }] });
    expect([good.needs, good.notes.length]).toEqual([[], 1]);
    expect(notesAt(good, 'inspection.scheme')).toContain('report-card-2025');
  });

  it('asks for child protection of everybody where safeguarding is not as it must be', () => {
    for (const [given, on] of [
      [{ safeguarding: 'not-met' }, ON],
      [{ grades: [{ head: 'Safeguarding', grade: 'Not met' }] }, ON],
      [{ safeguarding: 'not-effective' }, '2024-05-01'],
      [{ grades: [{ head: 'sg', grade: 'ineffective' }] }, '2024-05-01'],
      [{ scheme: 'cif-2015', safeguarding: 'not-effective' }, '2018-05-01'],
    ] as const) {
      const { needs } = derived(given as Given, {}, on);
      expect(needs.map((need) => [need.area, need.source, weighed(need)])).toEqual([
        ['child-protection', 'inspection-action', 2],
      ]);
    }
  });

  it('spreads over the areas of the head where nothing is said in words, as awareness and at half the weight', () => {
    const spread = derived(attention('Curriculum and teaching', 'ach'));
    expect(spread.needs.map(({ area }) => area)).toEqual(PEDAGOGY);
    for (const need of spread.needs) expect([need.depth, weighed(need), need.who]).toEqual([1, 6, {}]);
    expect(spread.needs[0]?.basis?.rule).toBe(
      'Achievement: needs attention / Curriculum and teaching: needs attention',
    );
    expect(notesAt(spread, 'inspection.grades.0')).toContain('all 8 areas');
    const urgent = derived({
      grades: [
        { head: 'ach', grade: 'needs attention' },
        { head: 'cur', grade: 'urgent improvement' },
      ],
    });
    for (const need of urgent.needs) expect(weighed(need)).toBe(8);
  });

  it('makes what is said in words under the head as pressing as it is, and adds nothing', () => {
    const { needs, notes } = derived({
      ...attention('cur'),
      recommendations: [{ about: 'phonics' }, { about: 'questioning' }, { about: 'whistleblowing' }],
      selfEvaluation: [{ about: 'outdoors' }],
    });
    expect(needs.map((need) => [need.area, need.depth, weighed(need)])).toEqual([
      ['adult-child-interactions', 2, 12],
      ['phonics-reading', 2, 12],
      ['whistleblowing', 2, 8],
      ['outdoor-learning', 2, 5],
    ]);
    expect(notes.some(({ message }) => message.includes('(adult-child-interactions, phonics-reading)'))).toBe(
      true,
    );
    const both = derived({
      scheme: 'eif-2019',
      grades: [
        { head: 'qe', grade: 'requires improvement' },
        { head: 'lm', grade: 'inadequate' },
        { head: 'overall effectiveness', grade: '4' },
      ],
      actions: [{ about: 'vetting', by: '2026-04-01' }],
      recommendations: [{ about: 'SENCO' }],
    });
    expect(both.needs.map((need) => [need.area, need.source, weighed(need)])).toEqual([
      ['safer-recruitment', 'inspection-action', 1],
      ['senco-role', 'inspection-recommendation', 16],
    ]);
    expect(notesAt(both, 'inspection.grades.2')).toContain('names no area');
  });

  it('reads words under a head of any scheme alike: by the links of the heads of 2019 that stand for the same', () => {
    const maths = (on: string, head: string, grade: string, about = 'maths') =>
      derived({ grades: [{ head, grade }], recommendations: [{ about }] }, {}, on).needs.map((need) => [
        need.area,
        weighed(need),
      ]);
    const now = maths('2026-03-20', 'Curriculum and teaching', 'needs attention');
    expect(now).toEqual([
      ['number-patterns', 12],
      ['shape-space-measure', 12],
    ]);
    expect(maths('2022-03-20', 'Quality of education', 'requires improvement')).toEqual(now);
    for (const head of ['Teaching, learning and assessment', 'Outcomes'])
      expect(maths('2018-03-20', head, 'requires improvement'), head).toEqual(now);
    const pse = 'Personal development, behaviour and welfare';
    expect(maths('2018-03-20', pse, 'inadequate', 'healthy eating')).toEqual([['nutrition-oral-health', 16]]);
    // what does not come up under a head is not raised
    expect(maths('2018-03-20', pse, 'inadequate')).toContainEqual(['number-patterns', 8]);
  });

  it('counts once what a head is recommended and graded for', () => {
    const { needs } = derived({ ...attention('inc'), recommendations: [{ about: 'Inclusion' }] });
    expect(needs.map(({ area }) => area)).toEqual([...AREA_IDS_BY_GROUP.inclusion].sort());
    for (const need of needs) expect(weighed(need)).toBe(6);
  });
});

describe('urgency', () => {
  it('falls from welfare notices to aspirations, spread or not', () => {
    for (const spread of [false, true]) {
      const ranks = URGENCIES.map((urgency) => {
        const weighing = weighingOf(urgency, spread);
        const must = DEFAULT_MUST.includes(weighing.source);
        return [must ? 1 : 0, weightIn(undefined, weighing) ?? DEFAULT_WEIGHTS[weighing.source]] as const;
      });
      for (const [index, [must, weight]] of ranks.entries()) {
        const [mustBefore, before] = ranks[index - 1] ?? [1, Infinity];
        expect(mustBefore > must || (mustBefore === must && before >= weight), URGENCIES[index]).toBe(true);
      }
    }
    expect(URGENCIES.filter((urgency) => DEFAULT_MUST.includes(weighingOf(urgency, false).source))).toEqual([
      'welfare-notice',
      'safeguarding-not-met',
      'action',
    ]);
  });

  it("goes by the policy's weights, rounded up and within the limit", () => {
    const weights = { 'inspection-recommendation': 3, 'welfare-notice': 1_000_000, 'self-evaluation': 0 };
    const { needs } = derived(
      {
        notices: [{ about: 'DSL' }],
        grades: [{ head: 'inc', grade: 'needs attention' }],
        recommendations: [{ about: 'EAL' }, { about: 'autism' }],
        selfEvaluation: [{ about: 'Led and managed' }],
      },
      { policy: { weights } },
    );
    const own = new Map(needs.map(({ area, weight }) => [area, weight]));
    expect(own.get('designated-safeguarding-lead')).toBeUndefined();
    expect(own.get('neurodiversity')).toBe(5);
    expect(own.get('english-additional-language')).toBeUndefined();
    expect(own.get('induction')).toBeUndefined();
  });
});

describe('the needs derived', () => {
  const abouts = ['EAL', 'first aid', 'routines', 'Inclusion', 'Welfare', 'wow moments', 'DSL', 'SLCN'];
  const statement = fc.record(
    {
      about: fc.constantFrom(...abouts),
      by: fc.constantFrom('2026-04-01', '2026-12-18'),
      quote: fc.constantFrom('a', 'b'),
      who: fc.constantFrom<PeopleSelectorInput[]>(
        {},
        { roles: ['a', 'b'] },
        { roles: ['b', 'a'] },
        { minLevel: 3 },
      ),
      depth: fc.constantFrom(1 as const, 2 as const),
    },
    { requiredKeys: ['about'] },
  );
  const list = fc.array(statement, { maxLength: 5 });
  const inspection = fc.record({
    notices: list,
    actions: list,
    recommendations: list,
    selfEvaluation: list,
    aspirations: list,
    grades: fc.uniqueArray(
      fc.record({
        head: fc.constantFrom('inc', 'cur', 'ach', 'wel', 'sg2'),
        grade: fc.constantFrom('needs attention', 'urgent improvement', 'exceptional'),
      }),
      { selector: ({ head }) => head, maxLength: 3 },
    ),
  });
  const request = (
    needs: Derived['needs'],
    items: RequestInput['catalogue']['items'] = [],
  ): RequestInput => ({
    asOf: '2026-03-10',
    window: { from: '2026-03-10', to: '2026-12-31' },
    setting: { id: 'fictional', providerKind: 'group' },
    staff: [{ id: 'a', roles: ['a'] }],
    needs: [...needs],
    catalogue: { id: 'fictional', asOf: '2026-03-10', items },
    funding: [{ id: 'budget', pence: 1000 }],
  });

  it('are the same for any order of the lists, and are taken by a request and a questionnaire', () => {
    const seen = { needs: 0, unmatched: 0, repeated: 0, graded: 0 };
    fc.assert(
      fc.property(inspection, (drawn) => {
        const given = { ...drawn, grades: drawn.grades.filter(({ head }) => head !== 'sg2') };
        const once = derived(given);
        const again = derived({
          aspirations: given.aspirations.toReversed(),
          selfEvaluation: given.selfEvaluation.toReversed(),
          recommendations: given.recommendations.toReversed(),
          actions: given.actions.toReversed(),
          notices: given.notices.toReversed(),
          grades: given.grades.toReversed(),
        });
        expect(JSON.stringify(again.needs)).toBe(JSON.stringify(once.needs));
        expect(JSON.stringify(again.findings)).toBe(JSON.stringify(once.findings));
        const phrases = ({ unmatched }: Derived) => unmatched.map(({ phrase }) => phrase).sort();
        expect(phrases(again)).toEqual(phrases(once));
        const texts = ({ notes }: Derived) => notes.map(({ message }) => message).sort();
        expect(texts(again)).toEqual(texts(once));
        expect(checkRequest(request(once.needs)).status).toBe('valid');
        seen.needs += once.needs.length > 0 ? 1 : 0;
        seen.unmatched += once.unmatched.length > 0 ? 1 : 0;
        seen.repeated += once.notes.some(({ message }) => message.includes('counted once')) ? 1 : 0;
        seen.graded += once.needs.some(({ weight }) => weight === 6 || weight === 16) ? 1 : 0;
      }),
    );
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(10);
  });

  it('let a welfare notice come before a recommendation, and a recommendation before awareness of a head', () => {
    const price = (pence: number) => ({
      offers: [{ id: 'standard', price: { kind: 'per-learner' as const, pence } }],
    });
    const items = [
      item('cp', 'child-protection', 2, price(1000)),
      item('eal', 'english-additional-language', 2, price(600)),
      item('play', 'play-schemas', 1, price(600)),
    ];
    const booked = (given: Given) => {
      const result = buildProgramme(request(derived(given).needs, items));
      return result.status === 'optimal'
        ? result.programme.bookings.map((booking) => booking.item)
        : result.status;
    };
    const eal = { recommendations: [{ about: 'EAL' }] };
    expect(booked({ ...eal, notices: [{ about: 'child protection', by: '2026-06-30' }] })).toEqual(['cp']);
    expect(booked({ ...eal, grades: [{ head: 'ach', grade: 'needs attention' }] })).toEqual(['eal']);
  });

  it('are what a draft makes of the findings, but for ids and two steps of weight', () => {
    const given: Given = {
      notices: [{ about: 'DSL', by: '2026-12-01' }],
      grades: [
        { head: 'inc', grade: 'needs attention' },
        { head: 'cur', grade: 'urgent improvement' },
      ],
      recommendations: [{ about: 'EAL' }, { about: 'autism' }],
      selfEvaluation: [{ about: 'music' }],
    };
    const { findings } = derived(given);
    const draft = draftRequest(questionnaire({ findings: [...findings] }), context());
    expect(draft.status).toBe('drafted');
    if (draft.status !== 'drafted') return;
    const { policy } = draft.request;
    const { needs } = derived(given, { policy });
    const plain = (all: readonly { area: string; depth: number; by?: string | undefined }[]) =>
      all.map(({ area, depth, by }) => `${area} ${depth} ${by ?? ''}`).sort();
    const drafted = draft.request.needs.filter(({ id }) => id.startsWith('finding-'));
    expect(plain(drafted)).toEqual(plain(needs));
    const weights = (all: readonly { area: string; weight?: number | undefined }[]) =>
      Object.fromEntries(all.map(({ area, weight }) => [area, weight]));
    const [inDraft, inRequest] = [weights(drafted), weights(needs)];
    for (const area of ['neurodiversity', 'music-imagination'])
      expect(inDraft[area], area).toBe(inRequest[area]);
    // three steps of importance cannot tell four times from three, nor a notice from what is high
    expect([inDraft['english-additional-language'], inRequest['english-additional-language']]).toEqual([
      24, 32,
    ]);
    expect([inDraft['designated-safeguarding-lead'], inRequest['designated-safeguarding-lead']]).toEqual([
      3, 4,
    ]);
  });
});
