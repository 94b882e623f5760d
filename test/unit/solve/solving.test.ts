import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve, Solving } from '../../../src/solve/solve.js';
import { runs } from '../../support/runs.js';
import {
  competing,
  dot,
  farApart,
  feasiblePoints,
  isFeasible,
  lexicographicallyBest,
  problemOf,
  type SmallProblem,
  smallProblems,
} from './small-problems.js';

const withTies = (problems: fc.Arbitrary<SmallProblem>): fc.Arbitrary<SmallProblem> =>
  problems.map((small) => ({ ...small, ties: [...small.lower.keys()] }));

const kinds: [string, fc.Arbitrary<SmallProblem>, number][] = [
  ['whole numbers', withTies(smallProblems({ objectives: { min: 1, max: 4 } })), 300],
  ['objectives too far apart to be taken together', withTies(farApart()), 150],
  ['choices that compete', withTies(competing()), 150],
];

const plain = (solution: object): unknown =>
  JSON.parse(
    JSON.stringify(solution, (_key, value: unknown) => (value instanceof Float64Array ? [...value] : value)),
  );

/** Below 0 where the first list comes before the second; null is above every number. */
function compare(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  const k = a.findIndex((value, at) => value !== b[at]);
  return k < 0 ? 0 : (a[k] ?? Infinity) - (b[k] ?? Infinity);
}

describe('a solve in parts', () => {
  it.each(kinds)('is the same solve, and never gets worse: %s', (_title, problems, count) => {
    let parts = 0;
    let better = 0;
    fc.assert(
      fc.property(
        problems,
        fc.constantFrom(0.05, 1, 10, 1e6),
        fc.constantFrom(0, 0.01, 0.3),
        (small, effort, units) => {
          const problem = problemOf(small);
          const feasible = feasiblePoints(small);
          const most = lexicographicallyBest({ ...small, ties: [] }, feasible)[0];
          const best = most && small.objectives.map((objective) => dot(objective, most));
          const solving = new Solving(problem, effort);
          let values: readonly number[] = [];
          let bounds: readonly (number | null)[] = small.objectives.map(() => null);
          let spent = 0;
          for (;;) {
            const solution = solving.advance(units);
            expect(solving.effort).toBeGreaterThanOrEqual(spent);
            expect(solving.effort).toBeLessThanOrEqual(Math.ceil(effort));
            if (values.length > 0) expect(compare(solving.values, values)).toBeGreaterThanOrEqual(0);
            expect(compare(solving.bounds, bounds)).toBeLessThanOrEqual(0);
            if (solving.values.length > 0 && compare(solving.values, values) !== 0) better += 1;
            ({ values, bounds, effort: spent } = solving);
            if (solution !== undefined) {
              expect(plain(solution)).toEqual(plain(solve(problem, effort)));
              return;
            }
            parts += 1;
            const { soFar } = solving;
            expect(soFar.work.effort).toBe(spent);
            if (soFar.status !== 'bounded') {
              expect(soFar.status).toBe('undecided');
              continue;
            }
            expect(isFeasible(small, soFar.x)).toBe(true);
            expect(values).toEqual(small.objectives.map((objective) => dot(objective, soFar.x)));
            expect(soFar.bounds).toEqual(bounds);
            expect(compare(bounds, best!)).toBeGreaterThanOrEqual(0);
            const open = bounds.findIndex((bound, k) => bound !== values[k]);
            if (open >= 0) expect(bounds[open]).not.toBeNull();
            if (open >= 0) expect(bounds.slice(open + 1).every((bound) => bound === null)).toBe(true);
          }
        },
      ),
      { numRuns: runs(count) },
    );
    expect(parts).toBeGreaterThan(count / 3);
    expect(better).toBeGreaterThan(count / 4);
  });
});
