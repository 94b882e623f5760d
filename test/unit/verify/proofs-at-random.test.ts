import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../../src/testing/index.js';
import { randomFrom } from '../../../src/testing/random.js';
import { runs } from '../../support/runs.js';
import {
  dot,
  feasiblePoints,
  knapsacks,
  lexicographicallyBest,
  problemOf,
  smallProblems,
  withSums,
} from '../solve/small-problems.js';
import { prove, refusalOf } from './proving.js';

const isBetter = (one: readonly number[], other: readonly number[]): boolean => {
  const k = one.findIndex((value, at) => value !== other[at]);
  return k >= 0 && one[k]! > other[k]!;
};

const sketches = fc.record({
  small: fc.oneof(
    {
      weight: 2,
      arbitrary: knapsacks({
        choices: { min: 3, max: 7 },
        rows: { min: 1, max: 3 },
        reward: { min: 1, max: 9 },
        objectives: 2,
      }),
    },
    smallProblems({ columns: { min: 1, max: 5 }, objectives: { min: 1, max: 3 }, feasible: true }),
    smallProblems({
      columns: { min: 3, max: 6 },
      range: 1,
      least: 0,
      rows: { min: 1, max: 3 },
      values: 2,
      objectives: { min: 1, max: 3 },
      feasible: true,
    }),
  ),
  sums: fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 2, maxLength: 3 }), { maxLength: 1 }),
  seed: fc.nat(),
  /** Which of the points is claimed to be best. */
  share: fc.nat({ max: 999 }),
  splits: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
});

/** How often, in a hundred cases, what the test is about must have come up. */
const OFTEN = {
  best: 50,
  inferior: 20,
  'several stages': 15,
  split: 5,
  lowered: 10,
  raised: 10,
  replaced: 0.5,
  sums: 10,
  cuts: 20,
  narrowing: 5,
  'narrowed nodes': 5,
  'based weights': 0.5,
};

describe('proofs that are tried at random', () => {
  it('prove the best point best, and no other', () => {
    const tally = newTally();
    fc.assert(
      fc.property(sketches, ({ small: bare, sums, seed, share, splits }) => {
        const n = bare.lower.length;
        const groups = sums.map((group) => group.filter((j) => j < n)).filter(({ length }) => length > 1);
        const small = withSums(bare, groups);
        const points = feasiblePoints(small);
        const [best] = lexicographicallyBest(small, points);
        const valuesOf = (x: readonly number[]): number[] => small.objectives.map((form) => dot(form, x));
        const isTrue = share < 400;
        const point = isTrue ? best! : points[share % points.length]!;
        const values = valuesOf(point);
        const together: number[] = [];
        values.forEach((_, k) =>
          k > 0 && splits[k - 1] ? (together[together.length - 1]! += 1) : together.push(1),
        );
        const problem = problemOf(small);
        const stages = prove(problem, values, together, randomFrom(seed));
        const isBest = !isBetter(valuesOf(best!), values);
        tally.ran();
        tally.note('best', isBest);
        tally.note('inferior', !isBest);
        if (stages === undefined) {
          expect(isBest, JSON.stringify({ small, values })).toBe(false);
          return;
        }
        expect(refusalOf(problem, values, stages)).toBeUndefined();
        expect(isBest, JSON.stringify({ small, values, stages })).toBe(true);
        tally.note('several stages', stages.length > 1);
        tally.note(
          'split',
          stages.some(({ tree }) => tree.length > 1),
        );
        for (const what of ['lowered', 'raised', 'replaced'] as const)
          tally.note(
            what,
            stages.some(({ reductions }) => reductions.some((step) => step[what].length > 0)),
          );
        tally.note('sums', problem.sums.length > 0);
        tally.note(
          'cuts',
          stages.some(({ cuts }) => cuts.length > 0),
        );
        tally.note(
          'narrowing',
          stages.some(({ narrowing }, s) => narrowing.length > 0 && s + 1 < stages.length),
        );
        tally.note(
          'narrowed nodes',
          stages.some(({ tree }) => tree.some(({ weights, column }) => weights && column !== undefined)),
        );
        tally.note(
          'based weights',
          stages.some(({ tree }) =>
            tree.some(({ weights }) => weights?.some(({ base }) => base !== undefined)),
          ),
        );
      }),
      { numRuns: runs(800) },
    );
    for (const [what, least] of Object.entries(OFTEN))
      expect(tally.percent(what), JSON.stringify(tally.report())).toBeGreaterThan(least);
  });
});
