import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedLevel } from '../../../src/rules/counting/counted-level.js';
import type { CountedLevel } from '../../../src/rules/counting/counted.js';
import { runs } from '../../support/runs.js';
import {
  answered,
  type Case,
  countedByHand,
  type Open,
  openOf,
  type Outcome,
  possible,
} from './counting-by-hand.js';

type Counted = Extract<CountedLevel, { status: 'counted' }>;

const DAYS = [
  '2012-01-15',
  '2014-08-31',
  '2014-09-01',
  '2016-06-29',
  '2016-06-30',
  '2018-07-02',
  '2019-09-01',
];
const MONTHS = ['2014-09', '2016-06', '2019-08', '2025-08'];
const ON = ['2014-09-01', '2017-04-03', '2020-06-01', '2024-01-03', '2024-01-04', '2025-08-15', '2026-02-01'];
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 2, arbitrary: of }, { weight: 1, arbitrary: fc.constant(undefined) });
const date = maybe(fc.constantFrom(...DAYS, ...MONTHS));

const qualification = fc
  .record({
    level: fc.constantFrom(1, 2, 2, 3, 3, 3, 4, 6),
    fullAndRelevant: maybe(fc.boolean()),
    startedOn: date,
    awardedOn: date,
    studying: fc.constantFrom(undefined, undefined, undefined, true),
    status: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 'qts' as const),
    where: fc.constantFrom(undefined, undefined, undefined, 'england', 'wales'),
  })
  .filter(({ startedOn, awardedOn }) => (startedOn ?? '') <= (awardedOn ?? '9').slice(0, 7));

const cases: fc.Arbitrary<Case> = fc.constantFrom(...ON, '2026-02-01', '2026-02-01').chain((on) =>
  fc.record({
    on: fc.constant(on),
    person: fc.record({
      roles: fc.constantFrom(
        ['practitioner'],
        ['practitioner'],
        ['apprentice'],
        ['student'],
        ['childminder'],
      ),
      qualifications: fc.array(qualification, { maxLength: 2 }),
      level2English: maybe(fc.boolean()),
      level2Maths: maybe(fc.boolean()),
      startedOn: maybe(fc.constantFrom('2012-01-15', on, '2025-11', '2025-11-01')),
      records: maybe(
        fc.constantFrom([], [{ area: 'paediatric-first-aid', depth: 1 as const, completedOn: on }]),
      ),
    }),
    answers: fc.record({
      experienceBasedRoute: maybe(fc.boolean()),
      competent: maybe(fc.boolean()),
      appropriate: maybe(fc.boolean()),
      equivalent: maybe(fc.boolean()),
      age: maybe(fc.constantFrom(15, 16, 17)),
    }),
  }),
);

function count({ person, on, answers }: Case): Counted {
  const result = countedLevel(person, on, answers);
  if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result;
}

const MOST_WAYS = 3_000;
const waysOf = (open: readonly Open[]): number =>
  open.reduce((product, { values }) => product * values.length, 1);

/** Every way in which what is open can turn out, by which value each has. */
function* turnings(
  given: Case,
  open: readonly Open[],
  from = 0,
  taken: number[] = [],
): Generator<[number[], Case]> {
  const next = open[from];
  if (next === undefined) {
    if (possible(given)) yield [taken, given];
    return;
  }
  for (const [k, value] of next.values.entries())
    yield* turnings(answered(given, next.path, value), open, from + 1, [...taken, k]);
}

const answerOf = (ways: readonly Outcome[], is: (outcome: Outcome) => boolean): string =>
  ways.every(is) ? 'yes' : ways.some(is) ? 'cannot-tell' : 'no';

describe('what is counted, against every way in which the unknown can turn out', () => {
  it('is yes when all give it, no when none does, and asks exactly that on which it turns', () => {
    const reached = { yes: 0, no: 0, 'cannot-tell': 0 };
    const asks = new Set<string>();
    fc.assert(
      fc.property(cases, (given) => {
        const open = openOf(given);
        fc.pre(waysOf(open) <= MOST_WAYS);
        const turned = [...turnings(given, open)].map(
          ([taken, complete]) => [taken, countedByHand(complete)] as const,
        );
        fc.pre(turned.length > 0);
        const ways = turned.map(([, outcome]) => outcome);
        const { inRatios, levels, atLeast, atMost, questions } = count(given);
        expect(inRatios.answer).toBe(answerOf(ways, (outcome) => outcome.inRatios));
        for (const level of [2, 3, 6] as const) {
          const { answer } = levels[level];
          expect(answer).toBe(answerOf(ways, (outcome) => outcome.level >= level));
          reached[answer] += 1;
        }
        expect(atLeast).toBe(Math.min(...ways.map(({ level }) => level)));
        expect(atMost).toBe(Math.max(...ways.map(({ level }) => level)));

        /** What makes a difference to what is told of an outcome: two ways differ in nothing else. */
        const matters = (told: (outcome: Outcome) => unknown): string[] =>
          open
            .filter((_, k) => {
              const seen = new Map<string, unknown>();
              return turned.some(([taken, outcome]) => {
                const others = taken.filter((_, index) => index !== k).join(' ');
                const before = seen.get(others);
                seen.set(others, told(outcome));
                return before !== undefined && before !== told(outcome);
              });
            })
            .map(({ path }) => path.join('.'))
            .sort();
        expect(questions.map(({ path }) => path.join('.')).sort()).toEqual(
          matters(({ inRatios, level }) => `${inRatios} ${level}`),
        );
        for (const level of [2, 3, 6] as const) {
          const wanted = matters((outcome) => outcome.level >= level);
          const asked = questions.filter(({ path }) => wanted.includes(path.join('.'))).map(({ ask }) => ask);
          expect(levels[level].asks).toEqual([...new Set(asked)]);
        }
        for (const { ask } of questions) asks.add(ask);
      }),
      { numRuns: runs(400) },
    );
    for (const times of Object.values(reached)) expect(times).toBeGreaterThan(20);
    expect(asks.size).toBeGreaterThanOrEqual(9);
  });
});

describe('questions', () => {
  it('are not asked again once answered, and when all are, nothing is left that cannot be told', () => {
    let several = 0;
    fc.assert(
      fc.property(cases, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (given, choices) => {
        const before = count(given);
        let all = given;
        for (const [k, { path }] of before.questions.entries()) {
          const open = openOf(given).find((each) => each.path.join('.') === path.join('.'));
          const value = open?.values[(choices[k] ?? 0) % open.values.length];
          const one = answered(given, path, value);
          if (possible(one))
            expect(count(one).questions.map((question) => question.path)).not.toContainEqual(path);
          all = answered(all, path, value);
        }
        if (!possible(all)) return;
        const after = count(all);
        if (before.questions.length > 1) several += 1;
        expect(after.questions).toEqual([]);
        expect(after.atLeast).toBe(after.atMost);
        expect(after.atLeast).toBeGreaterThanOrEqual(before.atLeast);
        expect(after.atMost).toBeLessThanOrEqual(before.atMost);
      }),
      { numRuns: runs(400) },
    );
    expect(several).toBeGreaterThan(10);
  });
});

describe('what is counted', () => {
  it('depends on no order, and alters nothing', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const copy = structuredClone(given);
        const one = count(given);
        expect(given).toEqual(copy);
        const reversed = [...(given.person.qualifications ?? [])].reverse();
        const other = count({ ...given, person: { ...given.person, qualifications: reversed } });
        expect({ ...other, questions: [] }).toEqual({ ...one, questions: [] });
      }),
      { numRuns: runs(300) },
    );
  });

  it('says why, and asks only where it cannot tell', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { levels, inRatios, questions } = count(given);
        const all = [levels[2], levels[3], levels[6], inRatios];
        for (const { answer, because, asks, conditions } of all) {
          expect(asks.length > 0).toBe(answer === 'cannot-tell');
          if (answer === 'no') expect([because.length > 0, conditions]).toEqual([true, []]);
        }
        for (const { because } of [levels[2], levels[3], levels[6]]) expect(because).not.toEqual([]);
        expect(new Set(all.flatMap(({ asks }) => asks))).toEqual(new Set(questions.map(({ ask }) => ask)));
      }),
      { numRuns: runs(300) },
    );
  });

  it('is not made less by one more award, a certificate, English or mathematics', () => {
    let more = 0;
    const known = {
      studying: undefined,
      fullAndRelevant: true,
      awardedOn: '2013-07-01',
      startedOn: '2012-09',
    };
    fc.assert(
      fc.property(cases, qualification, fc.boolean(), (given, another, listed) => {
        const { person } = given;
        const before = count(given);
        const added = listed ? { ...another, ...known } : { ...another, studying: undefined };
        const certificate = { area: 'paediatric-first-aid', depth: 1 as const, completedOn: given.on };
        for (const fuller of [
          { ...person, qualifications: [...(person.qualifications ?? []), added] },
          { ...person, records: [...(person.records ?? []), certificate] },
          { ...person, level2English: true, level2Maths: true },
        ]) {
          const after = count({ ...given, person: fuller });
          expect(after.atLeast).toBeGreaterThanOrEqual(before.atLeast);
          if (after.atLeast > before.atLeast) more += 1;
        }
      }),
      { numRuns: runs(300) },
    );
    expect(more).toBeGreaterThan(50);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (...given) => {
        const result = (countedLevel as (...of: readonly unknown[]) => CountedLevel)(...given);
        expect(['counted', 'invalid']).toContain(result.status);
      }),
      { numRuns: runs(200) },
    );
  });

  it('of 2,000 qualifications of which nothing is known ends soon', () => {
    const qualifications = Array.from({ length: 2_000 }, (_, k) => ({ level: k % 9 }));
    const { questions, atMost } = count({
      person: { roles: ['student'], qualifications },
      on: '2026-09-01',
      answers: {},
    });
    expect(atMost).toBe(3);
    expect(questions.length).toBeGreaterThan(2_000);
  });
});
