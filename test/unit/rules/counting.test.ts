import { describe, expect, it } from 'vitest';
import { StaffMemberSchema } from '../../../src/domain/staff-member.js';
import { countedLevel } from '../../../src/rules/counting/counted-level.js';
import {
  COUNTING_ASKS,
  COUNTING_CONDITIONS,
  type CountedLevel,
  type LevelAnswer,
} from '../../../src/rules/counting/counted.js';
import type { CountingAnswers, CountingFacts } from '../../../src/rules/counting/counting-facts.js';
import { COUNTING_RULE_IDS, COUNTING_RULES } from '../../../src/rules/counting/counting-rules.js';

type Counted = Extract<CountedLevel, { status: 'counted' }>;

const seen = { rules: new Set<string>(), asks: new Set<string>(), conditions: new Set<string>() };

function counted(person: CountingFacts, on = '2026-09-01', answers?: CountingAnswers): Counted {
  const result = countedLevel(person, on, answers);
  if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
  for (const answer of [result.inRatios, ...Object.values(result.levels)]) {
    for (const { rule } of answer.because) seen.rules.add(rule);
    for (const condition of answer.conditions) seen.conditions.add(condition);
    for (const ask of answer.asks) seen.asks.add(ask);
  }
  return result;
}
const issues = (...of: readonly unknown[]): string[] => {
  const result = (countedLevel as (...of: readonly unknown[]) => CountedLevel)(...of);
  return result.status === 'invalid'
    ? result.issues.map(({ path, code }) => `${path.join('.')}: ${code}`)
    : [];
};
const asked = ({ questions }: Counted): string[] => questions.map(({ ask }) => ask);
const rules = ({ because }: LevelAnswer): string[] => because.map(({ rule }) => rule);

const level2 = { level: 2, fullAndRelevant: true, awardedOn: '2012-07-01' };
const old = { level: 3, fullAndRelevant: true, awardedOn: '2012-07-01' };
const recent = { level: 3, fullAndRelevant: true, awardedOn: '2018-07-01' };
const firstAid = (completedOn: string, more: object = {}) => ({
  area: 'paediatric-first-aid',
  depth: 1 as const,
  completedOn,
  ...more,
});
const noRoute = { experienceBasedRoute: false };

describe('whoever has nothing', () => {
  it('counts, as unqualified', () => {
    const nobody = counted({});
    expect([nobody.held, nobody.atLeast, nobody.atMost, nobody.inRatios.answer]).toEqual([0, 0, 0, 'yes']);
    expect(rules(nobody.levels[3])).toEqual(['full-and-relevant']);
    expect(counted({ qualifications: [{ level: 1, fullAndRelevant: true }] }).atMost).toBe(0);
  });
});

describe('whoever has a level 2 only', () => {
  it('is told that nothing awarded counts at 3, beside why the route does not either', () => {
    const plain = { qualifications: [level2], level2English: true };
    const messages = (...[records, answers]: [CountingFacts['records'], CountingAnswers?]) =>
      counted({ ...plain, records }, '2026-09-01', answers).levels[3].because.map(({ message }) => message);
    const nothing = 'Nothing that is awarded counts at level 3.';
    expect(messages([])).toEqual([
      nothing,
      'No paediatric first aid certificate that still holds is on record.',
    ]);
    expect(messages([firstAid('2025-10-04')], noRoute)).toEqual([
      nothing,
      'The experience-based route has not been completed.',
    ]);
    expect(counted(plain, '2024-09-01').levels[3].because.map(({ message }) => message)).toEqual([nothing]);
    expect(messages([firstAid('2025-10-04')], { experienceBasedRoute: true })).not.toContain(nothing);
  });
});

describe('English and mathematics', () => {
  it('are asked of awards since 1 September 2014, to the day', () => {
    const english = (awardedOn: string) =>
      counted({ qualifications: [{ ...old, awardedOn }], level2English: false }, '2026-09-01', noRoute);
    expect(english('2014-08-31').atLeast).toBe(3);
    expect(english('2014-09-01').atLeast).toBe(2);
    expect(english('2014-09-01').levels[3].answer).toBe('no');
    expect(rules(english('2014-09-01').levels[3])).toContain('level-3-english');
  });

  it('of an award of unknown date turn on that date, unless English is held', () => {
    const qualifications = [{ level: 3, fullAndRelevant: true }];
    const records = [firstAid('2026-01-10')];
    expect(asked(counted({ qualifications, records, level2English: false }))).toEqual(['awarded-on']);
    expect(asked(counted({ qualifications, records, level2English: true }))).toEqual([]);
    expect(asked(counted({ qualifications, records }))).toEqual(['awarded-on', 'level-2-english']);
    // whatever was awarded before then was awarded before first aid was asked: nothing turns on that
    const unknown = counted({ qualifications, level2English: false }, '2024-09-01');
    expect([unknown.levels[3].asks, unknown.levels[2].asks]).toEqual([
      ['awarded-on'],
      ['awarded-on', 'started-on', 'first-aid'],
    ]);
    // and begun since then, it was awarded since then
    const begun = [{ level: 3, fullAndRelevant: true, startedOn: '2014-09' }];
    expect(counted({ qualifications: begun, records, level2English: false }).levels[3].answer).toBe('no');
  });

  it('of mathematics until 3 January 2024', () => {
    const person = { qualifications: [{ ...old, awardedOn: '2015-07-01' }], level2English: true };
    expect(counted({ ...person, level2Maths: false }, '2024-01-03').atLeast).toBe(2);
    expect(rules(counted({ ...person, level2Maths: false }, '2024-01-03').levels[3])).toContain(
      'level-3-maths',
    );
    expect(asked(counted(person, '2024-01-03'))).toEqual(['level-2-maths']);
    expect(counted({ ...person, level2Maths: true }, '2024-01-03').atLeast).toBe(3);
    expect(counted({ ...person, level2Maths: false }, '2024-01-04').atLeast).toBe(3);
  });
});

describe('first aid of those with new awards', () => {
  const person = (more: CountingFacts = {}): CountingFacts => ({
    qualifications: [recent],
    level2English: true,
    startedOn: '2020-01-06',
    records: [],
    ...more,
  });
  const at = (more: CountingFacts, on?: string) => counted(person(more), on, noRoute).atLeast;

  it('is asked of awards from 30 June 2016, and turns them unqualified', () => {
    expect(at({ qualifications: [{ ...recent, awardedOn: '2016-06-29' }] })).toBe(3);
    expect(at({ qualifications: [{ ...recent, awardedOn: '2016-06-30' }] })).toBe(0);
    expect(at({ qualifications: [{ ...level2, awardedOn: '2016-06-29' }] })).toBe(2);
    expect(at({ qualifications: [{ ...level2, awardedOn: '2016-06-30' }] })).toBe(0);
    expect(rules(counted(person(), '2026-09-01', noRoute).levels[3])).toContain('first-aid-after-award');
  });

  it('was not asked before 3 April 2017', () => {
    const qualifications = [{ ...level2, awardedOn: '2016-07-01' }];
    const more = { qualifications, startedOn: '2016-07-04' };
    expect(at(more, '2017-04-02')).toBe(2);
    expect(at(more, '2017-04-03')).toBe(0);
  });

  it('was not asked in the suspension of 2020', () => {
    const days = ['2020-03-15', '2020-03-16', '2020-11-25', '2020-11-26'];
    const person2 = { qualifications: [{ ...level2, awardedOn: '2018-07' }], startedOn: '2018-09-03' };
    expect(days.map((on) => at(person2, on))).toEqual([0, 2, 2, 0]);
  });

  it('may be had within three months of starting work, the last day included', () => {
    const startedOn = '2026-05-31';
    expect(at({ startedOn }, '2026-08-31')).toBe(3);
    expect(at({ startedOn }, '2026-09-01')).toBe(0);
    expect(at({ startedOn: '2026-11-30' }, '2027-02-28')).toBe(3);
    expect(at({ startedOn: '2026-11-30' }, '2027-03-01')).toBe(0);
    const grace = counted(person({ startedOn, records: undefined }), '2026-08-31', noRoute);
    expect(grace.levels[3]).toMatchObject({
      answer: 'yes',
      conditions: ['first-aid-within-three-months'],
      asks: [],
    });
  });

  it('of a month of starting work turns on the day only where it can', () => {
    const more = { startedOn: '2026-05' };
    expect(at(more, '2026-08-01')).toBe(3);
    expect(asked(counted(person(more), '2026-08-15', noRoute))).toEqual(['started-on']);
    expect(at(more, '2026-08-31')).toBe(0);
    expect(counted(person(more), '2026-09-01', noRoute).atMost).toBe(0);
  });

  it('is held for three years, or until the certificate says', () => {
    const holds = (record: object, on: string) =>
      at({ records: [{ ...firstAid('2024-02-29'), ...record }] }, on);
    expect(holds({}, '2024-02-28')).toBe(0);
    expect(holds({}, '2024-02-29')).toBe(3);
    expect(holds({}, '2027-02-28')).toBe(3);
    expect(holds({}, '2027-03-01')).toBe(0);
    expect(holds({ expiresOn: '2026-02-28' }, '2026-02-27')).toBe(3);
    expect(holds({ expiresOn: '2026-02-28' }, '2026-02-28')).toBe(0);
    expect(holds({ area: 'risk-and-fire-safety' }, '2026-09-01')).toBe(0);
    expect(counted(person({ records: [firstAid('2025-09-01')] })).levels[3].conditions).toEqual([
      'first-aid-kept',
    ]);
  });

  it('may be needed when the award was in June 2016', () => {
    const inJune = { qualifications: [{ ...recent, awardedOn: '2016-06' }] };
    const maybe = counted(person(inJune), '2026-09-01', noRoute);
    expect(maybe.levels[3]).toMatchObject({ answer: 'cannot-tell', conditions: ['first-aid-maybe'] });
    expect(maybe.questions).toEqual([
      {
        ask: 'awarded-on',
        message: 'On what day was the level 3 qualification (person.qualifications[0]) awarded?',
        path: ['person', 'qualifications', 0, 'awardedOn'],
      },
    ]);
    expect(counted(person({ ...inJune, startedOn: '2026-08-01' })).levels[3].conditions).toEqual([
      'first-aid-maybe',
    ]);
    expect(at({ qualifications: [{ ...recent, awardedOn: '2016-05' }] })).toBe(3);
    expect(at({ qualifications: [{ ...recent, awardedOn: '2016-07' }] })).toBe(0);
  });
});

describe('a status', () => {
  it('counts at every level from its award, and not while it is studied for', () => {
    const qts = { level: 6, status: 'qts' as const, awardedOn: '2025-07-01' };
    expect(counted({ qualifications: [qts] }, '2025-06-30').atMost).toBe(0);
    expect(counted({ qualifications: [qts], level2English: false, records: [] }, '2025-07-01').atLeast).toBe(
      6,
    );
    const trainee = counted({ qualifications: [{ ...qts, awardedOn: '2027-07-01', studying: true }] });
    expect([trainee.held, trainee.levels[6].answer, trainee.atMost]).toEqual([0, 'no', 3]);
    expect(counted({ roles: ['volunteer'], qualifications: [qts] }).atLeast).toBe(6);
  });

  it('of a month is asked about in that month', () => {
    const qts = { level: 6, status: 'qts' as const, awardedOn: '2025-07' };
    expect(asked(counted({ qualifications: [qts] }, '2025-07-15'))).toEqual(['awarded-on']);
    expect(counted({ qualifications: [qts] }, '2025-07-31').atLeast).toBe(6);
    expect(counted({ qualifications: [qts] }, '2025-06-30').atMost).toBe(0);
  });
});

describe('what is not said', () => {
  it('of full and relevant is asked where something turns on it', () => {
    const unsure = { level: 3, awardedOn: '2012-07' };
    expect(asked(counted({ qualifications: [unsure] }, '2024-09-01'))).toEqual(['full-and-relevant']);
    expect(asked(counted({ qualifications: [unsure, old] }, '2024-09-01'))).toEqual([]);
    expect(asked(counted({ qualifications: [{ level: 1 }] }))).toEqual([]);
  });

  it('of a window is asked, and of what is in it', () => {
    const person = (startedOn?: string, fullAndRelevant?: boolean) => ({
      qualifications: [{ level: 3, awardedOn: '2019-12', startedOn, fullAndRelevant }],
      records: [firstAid('2025-09-01')],
      level2English: false,
    });
    expect(asked(counted(person(undefined, false)))).toEqual(['study-started-on', 'appropriate']);
    expect(asked(counted(person('2014-08-31', false)))).toEqual([]);
    expect(asked(counted(person('2014-09-01', false)))).toEqual(['appropriate']);
    expect(asked(counted(person('2019-08-31', false)))).toEqual(['appropriate']);
    expect(asked(counted(person('2019-09-01', false)))).toEqual([]);
    expect(counted(person('2019-08', false), '2026-09-01', { appropriate: true }).atLeast).toBe(2);
    expect(counted(person('2019-08', false), '2026-09-01', { appropriate: false }).atMost).toBe(0);
    // full and relevant or not, it counts at 2
    const either = counted(person('2018-09'), '2026-09-01', { appropriate: true });
    expect(either.levels[2].answer).toBe('yes');
    // there was no list for level 2 either
    const two = {
      qualifications: [{ level: 2, fullAndRelevant: false, startedOn: '2015-09', awardedOn: '2016-05' }],
    };
    expect(counted(two, '2026-09-01', { appropriate: true }).atLeast).toBe(2);
  });

  it('of a qualification from elsewhere is whether it is equivalent', () => {
    const person = { qualifications: [{ ...old, where: 'scotland' }] };
    const asking = counted(person, '2024-09-01');
    expect(asking.levels[3]).toMatchObject({ answer: 'cannot-tell', asks: ['equivalent'] });
    expect(counted(person, '2024-09-01', { equivalent: true }).atLeast).toBe(3);
    expect(counted(person, '2024-09-01', { equivalent: false }).atMost).toBe(0);
    expect(rules(counted(person, '2024-09-01', { equivalent: false }).levels[3])).toEqual([
      'awarded-elsewhere',
    ]);
    expect(counted({ qualifications: [{ ...old, where: ' England' }] }).atLeast).toBe(3);
    const status = { level: 6, status: 'qts' as const, where: 'wales' };
    expect(counted({ qualifications: [status] }).atLeast).toBe(0);
    expect(counted({ qualifications: [status] }, '2026-09-01', { equivalent: true }).atLeast).toBe(6);
  });

  it('is not asked when a better award makes it needless', () => {
    const qualifications = [{ level: 3 }, { level: 6, status: 'eyts' as const }];
    expect(asked(counted({ roles: ['apprentice'], qualifications }))).toEqual([]);
  });
});

describe('the experience-based route', () => {
  const person = (more: CountingFacts = {}): CountingFacts => ({
    qualifications: [level2],
    level2English: true,
    records: [firstAid('2025-01-10')],
    ...more,
  });
  const done = { experienceBasedRoute: true };

  it('counts from 1 September 2025 and is open from 3 March', () => {
    expect(counted(person(), '2025-08-31', done).atMost).toBe(2);
    expect(counted(person(), '2025-09-01', done).atLeast).toBe(3);
    const route = (on: string) => counted(person(), on).levels[3].route;
    expect([route('2025-03-02'), route('2025-03-03')]).toEqual([undefined, 'experience-based-route']);
    expect(counted(person(), '2025-09-01', noRoute).levels[3]).toMatchObject({
      answer: 'no',
      route: 'experience-based-route',
    });
  });

  it('needs English, first aid at once, and something to begin from', () => {
    expect(counted(person({ level2English: false }), undefined, done).atMost).toBe(2);
    const without = counted(person({ records: [], startedOn: '2026-08-31' }), undefined, done);
    expect(without.atMost).toBe(2);
    expect(rules(without.levels[3])).toContain('experience-based-route-first-aid');
    expect(counted(person({ qualifications: [] }), undefined, done).atMost).toBe(0);
    const unlisted = { level: 2, fullAndRelevant: false, startedOn: '2012-09', awardedOn: '2013-07' };
    expect(counted(person({ qualifications: [unlisted] }), undefined, done).atMost).toBe(0);
    expect(counted(person({ qualifications: [{ ...unlisted, level: 3 }] }), undefined, done).atLeast).toBe(3);
  });

  it('is not for childminders and their assistants, nor for whom it brings nothing', () => {
    for (const roles of [['childminder'], ['childminder-assistant']]) {
      const answer = counted(person({ roles }), undefined, done).levels[3];
      expect([answer.answer, answer.route]).toEqual(['no', undefined]);
    }
    expect(counted(person({ qualifications: [old] })).levels[3].route).toBeUndefined();
  });
});

describe('students, apprentices and volunteers', () => {
  const studying = (level: number, more: object = {}) => [
    { level, fullAndRelevant: true, studying: true, startedOn: '2023-09', ...more },
  ];
  const records = [firstAid('2025-06-01')];
  const satisfied = { competent: true, age: 19, experienceBasedRoute: false };
  const apprentice = (
    level: number,
    on: string,
    more: CountingFacts = {},
    answers: CountingAnswers = satisfied,
  ) => counted({ roles: ['apprentice'], qualifications: studying(level), records, ...more }, on, answers);

  it('count at the level held until 3 January 2024, then one below that of study', () => {
    expect(apprentice(3, '2024-01-03').atMost).toBe(0);
    expect(rules(apprentice(3, '2024-01-03').levels[2])).toEqual(['counts-from-award', 'trainee-as-held']);
    expect(apprentice(3, '2024-01-03', { qualifications: [...studying(3), level2] }).atLeast).toBe(2);
    expect([2, 3, 4, 5].map((level) => apprentice(level, '2024-01-04').atLeast)).toEqual([0, 2, 3, 3]);
    expect(rules(apprentice(2, '2024-01-04').levels[2])).toContain('trainee-one-below');
    expect(apprentice(3, '2023-08-31').held).toBe(0);
  });

  it('at level 6 count at 3, which no source says', () => {
    expect(apprentice(6, '2026-02-01').levels[3].conditions).toEqual(['first-aid-kept', 'unsourced']);
    expect(apprentice(6, '2026-02-01').levels[2].answer).toBe('yes');
    expect(rules(apprentice(6, '2026-02-01').levels[3])).toContain('trainee-level-6');
  });

  it('hold first aid from 1 September 2025, or are not counted at all', () => {
    expect(apprentice(3, '2025-08-31', { records: [] }).atLeast).toBe(2);
    const without = apprentice(3, '2025-09-01', { records: [] });
    expect([without.atMost, without.inRatios.answer]).toEqual([0, 'no']);
    expect(rules(without.inRatios)).toEqual(['trainee-first-aid']);
    // whatever they hold, unless it is a status
    expect(apprentice(3, '2025-09-01', { records: [], qualifications: [old] }).atMost).toBe(0);
    expect(asked(apprentice(3, '2025-09-01', { records: undefined }))).toEqual(['first-aid']);
  });

  it('are old enough, and the manager is satisfied', () => {
    const aged = (role: string, age: number) =>
      counted({ roles: [role], records }, '2026-02-01', { competent: true, age }).inRatios.answer;
    expect([aged('apprentice', 15), aged('apprentice', 16)]).toEqual(['no', 'yes']);
    expect([aged('student', 16), aged('student', 17)]).toEqual(['no', 'yes']);
    expect([aged('volunteer', 16), aged('practitioner', 16)]).toEqual(['no', 'no']);
    expect(asked(apprentice(3, '2026-02-01', {}, {}))).toEqual(['competent', 'age']);
    const unfit = apprentice(3, '2026-02-01', {}, { age: 19, competent: false });
    expect(rules(unfit.levels[2])).toEqual(['counts-from-award', 'trainee-competent']);
    const answer = apprentice(3, '2026-02-01').inRatios;
    expect([answer.answer, rules(answer)]).toEqual(['yes', ['trainee-competent', 'trainee-first-aid']]);
    expect(rules(apprentice(3, '2026-02-01', {}, { age: 15, competent: true }).inRatios)).toEqual([
      'trainee-age',
    ]);
  });

  it('study what leads to something that counts, and have begun', () => {
    const with3 = (more: object) => apprentice(3, '2026-02-14', { qualifications: studying(3, more) });
    expect(with3({ fullAndRelevant: false }).atMost).toBe(0);
    expect(rules(with3({ fullAndRelevant: false }).levels[2])).toEqual([
      'counts-from-award',
      'trainee-course',
    ]);
    expect(asked(with3({ fullAndRelevant: undefined }))).toEqual(['full-and-relevant']);
    expect(with3({ startedOn: '2026-02-15' }).atMost).toBe(0);
    expect(with3({ startedOn: undefined }).atLeast).toBe(2);
    expect(asked(with3({ startedOn: '2026-02' }))).toEqual(['study-started-on']);
  });

  it('may be members of staff who study', () => {
    const person = { roles: ['practitioner'], qualifications: studying(3), records };
    expect(counted(person).inRatios.answer).toBe('yes');
    expect(asked(counted(person))).toEqual(['competent']);
    expect(counted(person, undefined, { competent: true }).atLeast).toBe(2);
  });
});

describe('malformed input', () => {
  it('is invalid, with every issue and where it is', () => {
    expect(issues()).toEqual(['on: missing', 'person: missing']);
    expect(issues(null, '2026-02-30', [])).toEqual([
      'answers: wrong-type',
      'on: not-a-date',
      'person: wrong-type',
    ]);
    expect(
      issues(
        { grade: 1, startedOn: '2026-13', qualifications: [{ level: 9, awardedOn: '2026-2' }] },
        '2026-09-01',
        { age: -1, competent: 'yes', fit: true },
      ),
    ).toEqual([
      'answers.age: too-small',
      'answers.competent: wrong-type',
      'answers.fit: unknown-key',
      'person.grade: unknown-key',
      'person.qualifications.0.awardedOn: bad-format',
      'person.qualifications.0.level: too-large',
      'person.startedOn: not-a-date',
    ]);
  });

  it('is dates out of order, and days before the first framework that is known', () => {
    expect(
      issues(
        {
          qualifications: [
            { level: 3, startedOn: '2015-09', awardedOn: '2015-09-01' },
            { level: 3, startedOn: '2015-09-02', awardedOn: '2015-08' },
          ],
          records: [firstAid('2015-09-02', { expiresOn: '2015-09-01' })],
          away: [{ from: '2026-09-02', to: '2026-09-01' }],
        },
        '2014-08-31',
      ),
    ).toEqual([
      'on: outside-window',
      'person.away.0.to: date-order',
      'person.qualifications.1.awardedOn: date-order',
      'person.records.0.expiresOn: date-order',
    ]);
  });

  it('is not a member of staff as a request has one', () => {
    const member = StaffMemberSchema.parse({
      id: 'ada',
      name: 'Ada',
      roles: ['manager'],
      qualifications: [{ ...recent, title: 'Diploma', startedOn: '2016-09-01' }],
      records: [],
      entitlements: ['member'],
      startedOn: '2016-09-01',
      site: 'main',
      ageBands: ['2'],
      level2English: true,
      level2Maths: true,
      time: { releaseMinutes: 60, terms: { autumn: { ownMinutes: 0 } } },
      away: [{ from: '2026-09-01', to: '2026-09-02' }],
    });
    expect(counted(member).held).toBe(3);
  });
});

describe('the rules of counting', () => {
  it('are all used, and so are all questions and conditions', () => {
    const person = { qualifications: [{ ...old, awardedOn: '2018-07' }] };
    counted(person, '2023-09-01');
    expect([...seen.rules].sort()).toEqual([...COUNTING_RULE_IDS].sort());
    expect([...seen.asks].sort()).toEqual([...COUNTING_ASKS].sort());
    expect([...seen.conditions].sort()).toEqual([...COUNTING_CONDITIONS].sort());
  });

  it('are law only with a source, and verified by nobody yet', () => {
    for (const [id, rule] of Object.entries(COUNTING_RULES)) {
      expect(rule.id).toBe(id);
      expect(rule.verified, id).toBe(false);
      expect(rule.from <= (rule.to ?? '9999'), id).toBe(true);
      if (rule.evidence === 'none') {
        expect(rule.strength, id).not.toBe('must');
        expect(rule.source, id).toBe('unsourced');
        expect(rule.reading, id).toBeDefined();
      } else
        for (const address of rule.source.split('; '))
          expect(address, id).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/);
    }
  });
});
