import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/solve/budget.js';
import { narrowToBest } from '../../../src/solve/narrow-to-best.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import {
  competing,
  farApart,
  feasiblePoints,
  formOf,
  inBox,
  lexicographicallyBest,
  type Point,
  problemOf,
  type SmallProblem,
  smallProblems,
} from './small-problems.js';

/** Narrows from one of the best points: those that are as good, all, and what is said of them. */
function narrowed(small: SmallProblem, left: number, pick = 0) {
  const feasible = feasiblePoints(small);
  const best = lexicographicallyBest(small, feasible);
  const { lower, upper, rows, sums, branchFirst } = problemOf(small);
  const whole = { lower, upper, rows, objective: new Float64Array(lower.length), sums, branchFirst };
  const budget = budgetOf(left);
  const forms = small.objectives.map(formOf);
  const known = Float64Array.from(best[pick % best.length]!);
  const { rows: after, ...box } = finish(narrowToBest(whole, forms, known, budget));
  const bounds = { lower: [...box.lower], upper: [...box.upper] };
  const keeps = (x: Point): boolean =>
    inBox(bounds, x) &&
    [...after.lower.keys()].every((i) => {
      let activity = 0;
      for (let p = after.start[i]!; p < after.start[i + 1]!; p += 1)
        activity += after.value[p]! * x[after.column[p]!]!;
      return activity >= after.lower[i]! && activity <= after.upper[i]!;
    });
  return { feasible, best, keeps, bounds, budget, cuts: after.lower.length - rows.lower.length };
}

describe('narrowing to what the best solutions can have', () => {
  it.each([
    ['few columns', smallProblems({ feasible: true, objectives: { min: 1, max: 3 } })],
    ['objectives that cannot be taken together', farApart()],
    ['choices that compete', competing()],
  ])('keeps every solution that is as good, with or without work to spend: %s', (_, problems) => {
    let narrower = 0;
    fc.assert(
      fc.property(problems, fc.nat(), fc.constantFrom(1e5, 1, 0), (small, pick, left) => {
        fc.pre(feasiblePoints(small).length > 0);
        const { feasible, best, keeps, bounds, budget } = narrowed(small, left, pick);
        for (const x of best) expect(keeps(x)).toBe(true);
        expect(inBox(small, bounds.lower) && inBox(small, bounds.upper)).toBe(true);
        expect(budget.left).toBeLessThanOrEqual(left);
        if (feasible.some((x) => !inBox(bounds, x))) narrower += 1;
      }),
      { numRuns: runs(200) },
    );
    expect(narrower).toBeGreaterThan(30);
  });

  it('fixes by cuts what the relaxation alone leaves open', () => {
    // Of three pairs that each fill the room, one; by halves all three. Only a cut tells that the fourth is better alone.
    const small: SmallProblem = {
      lower: [0, 0, 0, 0],
      upper: [1, 1, 1, 1],
      rows: [{ values: [2, 2, 2, 3], lower: -Infinity, upper: 3 }],
      objectives: [[2, 2, 2, 5]],
    };
    const { best, bounds } = narrowed(small, 1e5);
    expect(best).toEqual([[0, 0, 0, 1]]);
    expect(bounds).toEqual({ lower: [0, 0, 0, 1], upper: [0, 0, 0, 1] });
  });
});
