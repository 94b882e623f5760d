import { describe, expect, it } from 'vitest';
import { countedLevel } from '../../../src/rules/counting/counted-level.js';
import type { CountedLevel, LevelAnswer } from '../../../src/rules/counting/counted.js';
import type { CountingAnswers, CountingFacts } from '../../../src/rules/counting/counting-facts.js';

/*
 * The acceptance vectors: facts of the regression scenarios of the government's own checker, `regression-tests.spec.ts`
 * of github.com/DFE-Digital/check-an-early-years-qualification. Its outcomes are of a qualification alone, so English,
 * first aid and the day of starting work are not known to it: `if` stands for such a condition. Each row is put three
 * times: with nothing more known, with everything that helps, and with everything that does not.
 */

const ON = '2026-06-09';

type Counted = Extract<CountedLevel, { status: 'counted' }>;
type Qualification = NonNullable<CountingFacts['qualifications']>[number];
interface Outcome {
  answer: LevelAnswer['answer'];
  conditions?: LevelAnswer['conditions'];
  route?: LevelAnswer['route'];
}

const counted = (person: CountingFacts, answers?: CountingAnswers): Counted => {
  const result = countedLevel(person, ON, answers);
  if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result;
};
const outcome = ({ answer, conditions, route }: LevelAnswer): Outcome => ({
  answer,
  ...(conditions.length > 0 && { conditions }),
  ...(route !== undefined && { route }),
});

const APPROVED: Outcome = { answer: 'yes' };
const NOT_APPROVED: Outcome = { answer: 'no' };
const approvedIf = (...conditions: LevelAnswer['conditions']): Outcome => ({
  answer: 'cannot-tell',
  conditions,
});
const EBR: Outcome = {
  answer: 'cannot-tell',
  conditions: ['level-2-english', 'first-aid-before-counting'],
  route: 'experience-based-route',
};
const ITT: Outcome = { answer: 'no', route: 'initial-teacher-training' };
const ENGLISH = 'level-2-english';
const MAYBE = 'first-aid-maybe';
const FIRST_AID = 'first-aid-within-three-months';

interface Row {
  row: string;
  qualification: Qualification;
  answers?: CountingAnswers;
  /** With nothing more known. */
  2: Outcome;
  3: Outcome;
  6?: Outcome;
  /** With English and first aid, and without the route. */
  best: 0 | 2 | 3 | 6;
  /** With neither, long after starting work, and without the route. */
  worst: 0 | 2 | 3 | 6;
}

const studied = (
  level: number,
  fullAndRelevant: boolean,
  startedOn?: string,
  awardedOn?: string,
): Qualification => ({
  level,
  fullAndRelevant,
  ...(startedOn !== undefined && { startedOn }),
  ...(awardedOn !== undefined && { awardedOn }),
});

const LEVEL_3: Omit<Row, 'qualification'>[] = [
  { row: 'Jan 2012, Apr 2013', 2: APPROVED, 3: APPROVED, best: 3, worst: 3 },
  { row: 'Oct 2014, Apr 2015', 2: APPROVED, 3: approvedIf(ENGLISH), best: 3, worst: 2 },
  { row: 'Oct 2014, Jun 2016', 2: approvedIf(MAYBE), 3: approvedIf(ENGLISH, MAYBE), best: 3, worst: 0 },
  {
    row: 'Oct 2014, Jul 2016',
    2: approvedIf(FIRST_AID),
    3: approvedIf(ENGLISH, FIRST_AID),
    best: 3,
    worst: 0,
  },
];
const DATES: Record<string, [string, string]> = {
  'Jan 2012, Apr 2013': ['2012-01', '2013-04'],
  'Oct 2014, Apr 2015': ['2014-10', '2015-04'],
  'Oct 2014, Jun 2016': ['2014-10', '2016-06'],
  'Oct 2014, Jul 2016': ['2014-10', '2016-07'],
};
const WINDOW = { 3: EBR, answers: { appropriate: true }, best: 2 } as const;

const ROWS: Row[] = [
  {
    row: 'level 2, full and relevant, Jan 2012, Jan 2013: L2 approved, no conditions',
    qualification: studied(2, true, '2012-01', '2013-01'),
    2: APPROVED,
    3: EBR,
    best: 2,
    worst: 2,
  },
  {
    row: 'level 2, full and relevant, Jan 2013, Jun 2016: L2 approved, first aid may be needed',
    qualification: studied(2, true, '2013-01', '2016-06'),
    2: approvedIf(MAYBE),
    3: EBR,
    best: 2,
    worst: 0,
  },
  {
    row: 'level 2, full and relevant, Jan 2013, Jun 2018: L2 approved, first aid within 3 months',
    qualification: studied(2, true, '2013-01', '2018-06'),
    2: approvedIf(FIRST_AID),
    3: EBR,
    best: 2,
    worst: 0,
  },
  {
    row: 'level 2, not full and relevant, Jan 2013, Jun 2018: unqualified',
    qualification: studied(2, false, '2013-01', '2018-06'),
    2: NOT_APPROVED,
    3: NOT_APPROVED,
    best: 0,
    worst: 0,
  },
  {
    row: 'level 2, full and relevant: L3 possible route (EBR)',
    qualification: studied(2, true),
    2: approvedIf(MAYBE),
    3: EBR,
    best: 2,
    worst: 0,
  },
  ...[3, 4, 5, 6, 7].flatMap((level) =>
    LEVEL_3.map((row) => ({
      ...row,
      row: `level ${level}, full and relevant, ${row.row}`,
      qualification: studied(level, true, ...(DATES[row.row] ?? [])),
      ...(level >= 6 && { 6: ITT }),
    })),
  ),
  {
    row: 'level 3, not full and relevant, Jan 2015, Oct 2015: L2 by the window, L3 possible route EBR',
    qualification: studied(3, false, '2015-01', '2015-10'),
    2: APPROVED,
    worst: 2,
    ...WINDOW,
  },
  {
    row: 'level 3, not full and relevant, Jan 2015, Jun 2016: L2 by the window and first aid maybe, L3 possible route EBR',
    qualification: studied(3, false, '2015-01', '2016-06'),
    2: approvedIf(MAYBE),
    worst: 0,
    ...WINDOW,
  },
  {
    row: 'level 3, not full and relevant, Jan 2015, Jul 2016: L2 by the window and first aid, L3 possible route EBR',
    qualification: studied(3, false, '2015-01', '2016-07'),
    2: approvedIf(FIRST_AID),
    worst: 0,
    ...WINDOW,
  },
  {
    row: 'level 3, not full and relevant, Jan 2014, Apr 2022: L2 not approved, L3 possible route EBR',
    qualification: studied(3, false, '2014-01', '2022-04'),
    2: { answer: 'cannot-tell', conditions: ['level-2-english', 'first-aid-before-counting'] },
    3: EBR,
    best: 0,
    worst: 0,
  },
  ...[6, 7].flatMap((level) =>
    (['qts', 'eyts', 'eyps'] as const).map((status) => ({
      row: `level ${level} with ${status}: L6, L3, L2 approved, no English or first aid`,
      qualification: { level, status, awardedOn: '2022-07' },
      2: APPROVED,
      3: APPROVED,
      6: APPROVED,
      best: 6 as const,
      worst: 6 as const,
    })),
  ),
];

const certificate = { area: 'paediatric-first-aid', depth: 1 as const, completedOn: '2025-01-15' };

describe('the acceptance vectors', () => {
  it.each(ROWS)('$row', ({ qualification, answers, best, worst, ...wanted }) => {
    const { levels } = counted({ qualifications: [qualification] }, answers);
    expect(outcome(levels[2])).toEqual(wanted[2]);
    expect(outcome(levels[3])).toEqual(wanted[3]);
    expect(outcome(levels[6])).toEqual(wanted[6] ?? NOT_APPROVED);

    const none = { ...answers, experienceBasedRoute: false };
    const most = counted(
      { qualifications: [qualification], level2English: true, records: [certificate] },
      none,
    );
    expect([most.atLeast, most.atMost, most.questions]).toEqual([best, best, []]);

    // the day of an award in June 2016 is the one thing that is still not known, and matters only here
    const least = counted(
      { qualifications: [qualification], level2English: false, records: [], startedOn: '2020-01-06' },
      none,
    );
    const inJune = qualification.awardedOn === '2016-06' || qualification.awardedOn === undefined;
    expect(least.atLeast).toBe(worst);
    expect(least.questions.map(({ ask }) => ask)).toEqual(inJune ? ['awarded-on'] : []);
    if (!inJune) expect(least.atMost).toBe(worst);
  });

  it('which the route makes 3, with English and first aid', () => {
    for (const { qualification, 3: level3, answers } of ROWS.filter((row) => row[3] === EBR)) {
      const done = counted(
        { qualifications: [qualification], level2English: true, records: [certificate] },
        { ...answers, experienceBasedRoute: true },
      );
      expect(level3.route).toBe('experience-based-route');
      expect(done.atLeast).toBe(3);
      expect(done.levels[3].conditions).toEqual(['first-aid-kept', 'experience-based-route-half']);
      expect(done.levels[3].route).toBeUndefined();
    }
  });
});
