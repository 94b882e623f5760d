import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { byColumn } from '../../../src/solve/box.js';
import { budgetOf } from '../../../src/solve/budget.js';
import { Corner } from '../../../src/solve/sift-corner.js';
import { isLarge, siftFirst } from '../../../src/solve/sift-first.js';
import { Standing } from '../../../src/solve/standing.js';
import { finish } from '../../../src/internal/steps.js';
import { makeRequest } from '../../../src/testing/index.js';
import { runs } from '../../support/runs.js';
import { compiled } from '../model/requests.js';
import {
  dot,
  feasiblePoints,
  isFeasible,
  lexicographicallyBest,
  problemOf,
  smallProblems,
} from './small-problems.js';

const ENOUGH = 1e6;

describe('a first solution by sifting', () => {
  it('is a solution, no worse than the one known, and what it bounds holds', () => {
    let best = 0;
    const numRuns = runs(300);
    fc.assert(
      fc.property(
        smallProblems({ feasible: true, objectives: { min: 1, max: 3 }, columns: { min: 2, max: 6 } }),
        fc.nat(),
        fc.boolean(),
        (small, pick, isKnown) => {
          const problem = problemOf(small);
          const feasible = feasiblePoints(small);
          const [top] = lexicographicallyBest(small, feasible) as [readonly number[]];
          const values = small.objectives.map((form) => dot(form, top));
          const standing = new Standing(problem);
          const known = feasible[pick % feasible.length]!;
          if (isKnown) standing.take(Float64Array.from(known));
          const budget = budgetOf(ENOUGH);
          const users = byColumn(problem.rows, problem.lower.length);
          finish(siftFirst(problem, users, budget, standing));
          expect(budget.left).toBeLessThanOrEqual(ENOUGH);
          if (standing.x === undefined) return;
          expect(isFeasible(small, standing.x)).toBe(true);
          if (isKnown) {
            const before = small.objectives.map((form) => dot(form, known));
            const first = before.findIndex((value, k) => value !== standing.values[k]);
            if (first >= 0) expect(standing.values[first]).toBeGreaterThan(before[first]!);
          }
          // Each bound is given the values before it.
          for (const [k, bound] of standing.bounds.entries()) {
            if (bound !== null) expect(bound).toBeGreaterThanOrEqual(values[k]!);
            if (standing.values[k] !== values[k]) break;
          }
          if (values.every((value, k) => value === standing.values[k])) best += 1;
        },
      ),
      { numRuns },
    );
    expect(best).toBeGreaterThan(numRuns / 2);
  });

  it('is looked for in steps: few columns are looked at between two of them', () => {
    const { problem } = compiled(makeRequest(1, { people: 40, items: 80, wholeContract: true }));
    const users = byColumn(problem.rows, problem.lower.length);
    const standing = new Standing(problem);
    const steps = siftFirst(problem, users, budgetOf(60_000), standing);
    const look = vi.spyOn(Corner.prototype, 'brokenBy');
    let looked = 0;
    let most = 0;
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      looked += look.mock.calls.length;
      most = Math.max(most, look.mock.calls.length);
      look.mockClear();
    }
    look.mockRestore();
    expect(looked).toBeGreaterThan(15_000);
    expect(most).toBeLessThan(1_500);
  });

  it('is looked for only in large problems: what a sum counts is not counted twice', () => {
    const problem = (columns: number, sums: readonly number[]) => ({
      ...problemOf({ lower: [], upper: [], rows: [], objectives: [] }),
      lower: new Float64Array(columns),
      upper: new Float64Array(columns).fill(1),
      rows: {
        start: Int32Array.of(0, columns),
        column: Int32Array.from({ length: columns }, (_, j) => j),
        value: new Float64Array(columns).fill(1),
        lower: new Float64Array(1),
        upper: new Float64Array(1),
      },
      sums,
    });
    expect(isLarge(problem(100, []))).toBe(false);
    expect(isLarge(problem(1_000_000, []))).toBe(true);
    expect(isLarge(problem(1_000_000, [0]))).toBe(false);
  });
});
