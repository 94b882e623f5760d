import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/solve/budget.js';
import type { Maximisation } from '../../../src/solve/maximisation.js';
import { settleTies } from '../../../src/solve/settle-ties.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import {
  dot,
  feasiblePoints,
  isFeasible,
  knapsacks,
  type Point,
  problemOf,
  type SmallProblem,
  smallProblems,
} from './small-problems.js';

const withoutObjective = (small: SmallProblem): Maximisation => {
  const { lower, upper, rows, sums, branchFirst } = problemOf(small);
  return { lower, upper, rows, objective: new Float64Array(lower.length), sums, branchFirst };
};

/** The point whose columns, in this order, are as small as can be, one after the other. */
const smallest = (points: readonly Point[], order: readonly number[]): Point => {
  const before = (a: Point, b: Point): number => {
    const differs = order.find((j) => a[j] !== b[j]);
    return differs === undefined ? 0 : a[differs]! - b[differs]!;
  };
  return [...points].sort(before)[0]!;
};

const settled = (small: SmallProblem, order: readonly number[], pick: number, left = 1e6) => {
  const feasible = feasiblePoints(small);
  const known = Float64Array.from(feasible[pick % feasible.length]!);
  return finish(settleTies(withoutObjective(small), order, known, budgetOf(left)));
};

describe('settling ties', () => {
  it('makes each column as small as those before it allow, whichever solution is known', () => {
    let moved = 0;
    fc.assert(
      fc.property(smallProblems({ feasible: true }), fc.nat(), fc.boolean(), (small, pick, backwards) => {
        const order = [...small.lower.keys()];
        if (backwards) order.reverse();
        const { x, complete } = settled(small, order, pick);
        expect(complete).toBe(true);
        const feasible = feasiblePoints(small);
        expect([...x]).toEqual(smallest(feasible, order));
        if (feasible.indexOf(smallest(feasible, order)) !== pick % feasible.length) moved += 1;
      }),
      { numRuns: runs(400) },
    );
    expect(moved).toBeGreaterThan(100);
  });

  it('settles more columns than fit one search', () => {
    const columns = 30;
    const small: SmallProblem = {
      lower: Array.from({ length: columns }, () => 0),
      upper: Array.from({ length: columns }, () => 3),
      rows: [{ values: Array.from({ length: columns }, () => 1), lower: 31, upper: Infinity }],
      objectives: [Array.from({ length: columns }, () => 0)],
    };
    const known = Float64Array.from(small.upper);
    const { x, complete } = finish(
      settleTies(withoutObjective(small), [...small.lower.keys()], known, budgetOf(1e6)),
    );
    expect(complete).toBe(true);
    expect([...x]).toEqual([
      ...Array.from({ length: 19 }, () => 0),
      1,
      ...Array.from({ length: 10 }, () => 3),
    ]);
  });

  it('leaves columns small that were small already, whatever comes after them', () => {
    const columns = 24;
    const ends = Array.from({ length: columns }, (_, j) => (j === 0 || j === columns - 1 ? 1 : 0));
    const small: SmallProblem = {
      lower: Array.from({ length: columns }, () => 0),
      upper: Array.from({ length: columns }, () => 1),
      rows: [{ values: ends, lower: 1, upper: Infinity }],
      objectives: [Array.from({ length: columns }, () => 0)],
    };
    const known = Float64Array.from(ends, (_, j) => (j === columns - 1 ? 1 : 0));
    const { x } = finish(settleTies(withoutObjective(small), [...small.lower.keys()], known, budgetOf(1e6)));
    expect([...x]).toEqual([...known]);
  });

  it('keeps a solution when it is stopped, and says so', () => {
    let stopped = 0;
    const knownTo = (small: SmallProblem): Float64Array => Float64Array.from(small.upper, (_, j) => j % 2);
    const exact = knapsacks({
      choices: { min: 8, max: 11 },
      rows: { min: 2, max: 3 },
      reward: { min: 1, max: 2 },
      objectives: 1,
    }).map((small) => ({
      ...small,
      rows: small.rows.map(({ values }) => {
        const side = dot(values, [...knownTo(small)]);
        return { values, lower: side, upper: side };
      }),
    }));
    fc.assert(
      fc.property(exact, (small) => {
        const order = [...small.lower.keys()];
        const { x, complete } = finish(
          settleTies(withoutObjective(small), order, knownTo(small), budgetOf(0)),
        );
        expect(isFeasible(small, [...x])).toBe(true);
        if (!complete) stopped += 1;
      }),
      { numRuns: runs(100) },
    );
    expect(stopped).toBeGreaterThan(20);
  });
});
