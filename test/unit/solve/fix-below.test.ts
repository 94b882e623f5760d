import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixBelow } from '../../../src/solve/fix-below.js';
import { budgetOf } from '../../../src/solve/budget.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import { dot, feasiblePoints, inBox, largest, problemOf, smallProblems } from './small-problems.js';

describe('fixing below a value', () => {
  it('keeps every point that is worth as much, and spends from the budget', () => {
    let narrower = 0;
    fc.assert(
      fc.property(
        smallProblems({ feasible: true, columns: { min: 2, max: 6 } }),
        fc.integer({ min: 0, max: 3 }),
        (small, below) => {
          const [objective] = small.objectives as [readonly number[]];
          const feasible = feasiblePoints(small);
          const value = largest(feasible.map((x) => dot(objective, x))) - below;
          const { lower, upper, rows, sums, branchFirst } = problemOf(small);
          const budget = budgetOf(1000);
          const whole = { lower, upper, rows, objective: Float64Array.from(objective), sums, branchFirst };
          const fixed = finish(fixBelow(whole, value, budget));
          const bounds = { lower: [...fixed.lower], upper: [...fixed.upper] };
          for (const x of feasible) if (dot(objective, x) >= value) expect(inBox(bounds, x)).toBe(true);
          if (feasible.some((x) => !inBox(bounds, x))) narrower += 1;
          expect(budget.left).toBeLessThanOrEqual(1000);
          expect(inBox(small, fixed.lower) && inBox(small, fixed.upper)).toBe(true);
        },
      ),
      { numRuns: runs(500) },
    );
    expect(narrower).toBeGreaterThan(100);
  });
});
