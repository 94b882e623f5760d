import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Box, byColumn } from '../../../src/solve/box.js';
import { fixDominated } from '../../../src/solve/fix-dominated.js';
import type { Fixing } from '../../../src/solve/fixing.js';
import type { Maximisation } from '../../../src/solve/maximisation.js';
import { reduce, type Reduction } from '../../../src/solve/reduce.js';
import { budgetOf } from '../../../src/solve/budget.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import {
  dot,
  feasiblePoints,
  isFeasible,
  largest,
  type Point,
  problemOf,
  type SmallProblem,
  smallProblems,
  withSums,
} from './small-problems.js';

const maximisationOf = (small: SmallProblem): Maximisation => {
  const { lower, upper, rows, sums, branchFirst } = problemOf(small);
  return { lower, upper, rows, objective: Float64Array.from(small.objectives[0]!), sums, branchFirst };
};

/** The reduced problem, written out again. */
const smallOf = ({ lower, upper, rows, objective, sums }: Maximisation): SmallProblem => ({
  lower: [...lower],
  upper: [...upper],
  rows: Array.from(rows.lower, (low, i) => {
    const values = Array.from(lower, () => 0);
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) values[rows.column[p]!]! += rows.value[p]!;
    return { values, lower: low, upper: rows.upper[i]! };
  }),
  objectives: [[...objective]],
  sums,
});

const worth = (small: SmallProblem, x: ArrayLike<number>): number => dot(small.objectives[0]!, x);

/** What a reduction promises, looked up point by point. How many columns it took away, or -1 for no solution. */
function mustKeepTheOptimum(small: SmallProblem): number {
  const feasible = feasiblePoints(small);
  const best = largest(feasible.map((x) => worth(small, x)));
  const reduction = finish(reduce(maximisationOf(small), budgetOf(1e6)));
  if (reduction === undefined) {
    expect(feasible).toEqual([]);
    return -1;
  }
  const reduced = smallOf(reduction.problem);
  const reducedFeasible = feasiblePoints(reduced);
  expect(largest(reducedFeasible.map((x) => worth(reduced, x))) + reduction.offset).toBe(best);
  for (const x of reducedFeasible) {
    const restored = reduction.restore(Float64Array.from(x));
    expect(isFeasible(small, restored)).toBe(true);
    expect(worth(small, restored)).toBe(worth(reduced, x) + reduction.offset);
  }
  for (const x of feasible) mustProject(small, reduced, reduction, x);
  return small.lower.length - reduced.lower.length;
}

function mustProject(small: SmallProblem, reduced: SmallProblem, reduction: Reduction, x: Point): void {
  const projected = reduction.project(Float64Array.from(x));
  expect(isFeasible(reduced, projected)).toBe(true);
  expect(worth(reduced, projected) + reduction.offset).toBeGreaterThanOrEqual(worth(small, x));
}

/** Columns from 0 to 1 that are paid for, in rows that ask for some of them: where one can stand in for another. */
const coverings = fc.integer({ min: 2, max: 7 }).chain((n) => {
  const vector = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: n, maxLength: n });
  const row = fc.oneof(
    fc.record({
      values: vector(fc.constantFrom(0, 1, 1, 2)),
      lower: fc.constantFrom(1, 1, 2),
      upper: fc.constant(Infinity),
    }),
    fc.record({
      values: vector(fc.constantFrom(0, 0, 1, -1)),
      lower: fc.constant(-Infinity),
      upper: fc.constantFrom(0, 1),
    }),
  );
  return fc
    .record({
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
      objective: vector(fc.constantFrom(0, -1, -1, -2, 1)),
    })
    .map(({ rows, objective }): SmallProblem => ({
      lower: objective.map(() => 0),
      upper: objective.map(() => 1),
      rows,
      objectives: [objective],
    }));
});

/** The same with some rows written the other way round. */
const turned = (problems: fc.Arbitrary<SmallProblem>) =>
  fc
    .tuple(problems, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
    .map(([small, turns]): SmallProblem => ({
      ...small,
      rows: small.rows.map((row, i) =>
        turns[i] === true
          ? { values: row.values.map((value) => 0 - value), lower: 0 - row.upper, upper: 0 - row.lower }
          : row,
      ),
    }));

/** The same with columns that add up others, each column in one sum at most. */
const summed = (problems: fc.Arbitrary<SmallProblem>) =>
  problems.chain((small) =>
    fc
      .array(fc.integer({ min: 0, max: 2 }), {
        minLength: small.lower.length,
        maxLength: small.lower.length,
      })
      .map((groupOf) => {
        const groups = [1, 2].map((group) => groupOf.flatMap((of, j) => (of === group ? [j] : [])));
        return withSums(
          small,
          groups.filter((columns) => columns.length > 0),
        );
      }),
  );

describe('a reduced problem', () => {
  it.each([
    ['of whole numbers', smallProblems(), 1200],
    ['of whole numbers without negative ones', smallProblems({ least: 0, values: 3 }), 800],
    ['of choices', coverings, 800],
    ['of choices, some rows turned round', turned(coverings), 1000],
    ['of choices in long rows', smallProblems({ columns: { min: 6, max: 8 }, range: 1, least: 0 }), 300],
    ['with sums of whole numbers', summed(smallProblems({ columns: { min: 1, max: 4 }, range: 2 })), 300],
    ['with sums of choices', summed(coverings), 500],
  ])('has the same optimum, and its points stand for points of the whole: %s', (_title, problems, count) => {
    let smaller = 0;
    let solvable = 0;
    fc.assert(
      fc.property(problems, (small) => {
        const left = mustKeepTheOptimum(small);
        if (left >= 0) solvable += 1;
        if (left > 0) smaller += 1;
      }),
      { numRuns: runs(count) },
    );
    expect(solvable).toBeGreaterThan(count / 4);
    expect(smaller).toBeGreaterThan(count / 8);
  });

  it('fixes the same dominated columns with less work to spend, as far as that goes', () => {
    let fewer = 0;
    fc.assert(
      fc.property(coverings, fc.integer({ min: 0, max: 200 }), (small, most) => {
        const whole = maximisationOf(small);
        const fixed = (limit: number): Fixing[] => {
          const fixings: Fixing[] = [];
          const { rows, lower, upper } = whole;
          const users = byColumn(rows, lower.length);
          const nothing = { isSum: new Uint8Array(lower.length), defines: new Uint8Array(rows.lower.length) };
          const reducing = { whole, box: new Box(lower, upper, rows, users), users, ...nothing };
          finish(fixDominated(reducing, limit, fixings, { operations: 0 }));
          return fixings;
        };
        const [some, all] = [fixed(most), fixed(Infinity)];
        expect(some).toEqual(all.slice(0, some.length));
        if (some.length < all.length) fewer += 1;
      }),
      { numRuns: runs(400) },
    );
    expect(fewer).toBeGreaterThan(40);
  });

  it('is nothing where rows contradict each other', () => {
    const small: SmallProblem = {
      lower: [0, 0],
      upper: [1, 1],
      rows: [
        { values: [1, 1], lower: 2, upper: Infinity },
        { values: [1, 1], lower: -Infinity, upper: 1 },
      ],
      objectives: [[0, 0]],
    };
    expect(finish(reduce(maximisationOf(small), budgetOf(1e6)))).toBeUndefined();
  });

  it('is nothing where a row without columns cannot hold', () => {
    const row = { values: [0], lower: 1, upper: Infinity };
    const small: SmallProblem = { lower: [0], upper: [1], rows: [row], objectives: [[1]] };
    expect(finish(reduce(maximisationOf(small), budgetOf(1e6)))).toBeUndefined();
  });

  it('has nothing left where every column can go where it is wanted', () => {
    const small: SmallProblem = {
      lower: [0, 0],
      upper: [3, 3],
      rows: [{ values: [1, -1], lower: -Infinity, upper: 3 }],
      objectives: [[2, -1]],
    };
    const reduction = finish(reduce(maximisationOf(small), budgetOf(1e6)))!;
    expect(reduction.problem.lower.length).toBe(0);
    expect(reduction.offset).toBe(6);
    expect([...reduction.restore(new Float64Array(0))]).toEqual([3, 0]);
  });

  it('takes the cheaper of two that do the same, and puts one in the place of the other', () => {
    const small: SmallProblem = {
      lower: [0, 0, 0],
      upper: [1, 1, 1],
      rows: [{ values: [1, 1, 1], lower: 1, upper: Infinity }],
      objectives: [[-3, -2, -2]],
    };
    const reduction = finish(reduce(maximisationOf(small), budgetOf(1e6)))!;
    expect([...reduction.restore(reduction.project(Float64Array.of(1, 0, 0)))]).toEqual([0, 1, 0]);
    expect([...reduction.restore(reduction.project(Float64Array.of(0, 0, 1)))]).toEqual([0, 1, 0]);
  });

  it('divides each row by what divides all of it, and rounds its sides', () => {
    const small: SmallProblem = {
      lower: [0, 0],
      upper: [5, 5],
      rows: [{ values: [2, 4], lower: 3, upper: 11 }],
      objectives: [[1, -1]],
    };
    const [row] = smallOf(finish(reduce(maximisationOf(small), budgetOf(1e6)))!.problem).rows;
    expect(row).toEqual({ values: [1, 2], lower: 2, upper: 5 });
  });
});
