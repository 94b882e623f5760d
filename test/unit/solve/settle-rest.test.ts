import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/solve/budget.js';
import { asGoodAs, nothingSettled } from '../../../src/solve/optimise.js';
import { settleRest } from '../../../src/solve/settle-rest.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import {
  competing,
  dot,
  feasiblePoints,
  lexicographicallyBest,
  problemOf,
  type SmallProblem,
  smallProblems,
} from './small-problems.js';

/** Settles all but the first so many objectives, from one of the solutions that are best on those. */
function settled(small: SmallProblem, count: number, pick: number, left: number) {
  const problem = problemOf(small);
  const first = small.objectives.slice(0, count);
  const best = lexicographicallyBest({ ...small, objectives: first, ties: [] }, feasiblePoints(small));
  const known = best[pick % best.length]!;
  const { remaining } = nothingSettled(problem);
  const values = first.map((objective) => dot(objective, known));
  const rows = asGoodAs(problem.rows, problem.objectives.slice(0, count), values);
  const start = Float64Array.from(known);
  const result = finish(settleRest(problem, count, { ...remaining, rows }, start, budgetOf(left)));
  return { ...result, best, known };
}

const several = { columns: { min: 2, max: 5 }, objectives: { min: 2, max: 4 }, feasible: true, reward: 2 };

describe('settling what is left when the first objectives are proved', () => {
  it.each([
    ['whole numbers', smallProblems(several)],
    ['choices that compete', competing()],
  ])('finds the one solution that is best on all, and the first of equals: %s', (_, problems) => {
    let moved = 0;
    fc.assert(
      fc.property(problems, fc.nat(), fc.nat(), (small, pick, count) => {
        const tied = { ...small, ties: [...small.lower.keys()].reverse() };
        const first = count % (small.objectives.length + 1);
        const { x, complete, known } = settled(tied, first, pick, 1e6);
        expect(complete).toBe(true);
        expect([[...x]]).toEqual(lexicographicallyBest(tied, feasiblePoints(tied)));
        if (known.some((value, j) => value !== x[j])) moved += 1;
      }),
      { numRuns: runs(200) },
    );
    expect(moved).toBeGreaterThan(50);
  });

  it('keeps a solution that is as good on the first when it is stopped, and says so', () => {
    let stopped = 0;
    fc.assert(
      fc.property(competing(), fc.constantFrom(0, 0.05, 0.5), (small, left) => {
        const tied = { ...small, ties: [...small.lower.keys()] };
        const { x, complete, best } = settled(tied, 1, 0, left);
        expect(best).toContainEqual([...x]);
        if (!complete) stopped += 1;
      }),
      { numRuns: runs(100) },
    );
    expect(stopped).toBeGreaterThan(20);
  });
});
