import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.js';
import { minimalConflict } from '../../../src/solve/minimal-conflict.js';
import { budgetOf } from '../../../src/solve/budget.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import { keepsRow, points, problemOf, type SmallProblem, smallProblems } from './small-problems.js';

const conflictOf = (problem: Problem, effort = 1e6): number[] | undefined =>
  finish(minimalConflict(problem, budgetOf(effort)));

/** Whether some point keeps what is given and these demands, with no column above 0 that only others permit. */
const canHold = (small: SmallProblem, demands: ReadonlySet<number>): boolean =>
  points(small).some(
    (x) =>
      small.rows.every((row) => (row.demand !== undefined && !demands.has(row.demand)) || keepsRow(row, x)) &&
      (small.permits ?? []).every(
        ({ column, demands: permitting }) =>
          x[column]! <= 0 || permitting.some((demand) => demands.has(demand)),
      ),
  );

const box = (columns: number): Pick<SmallProblem, 'lower' | 'upper' | 'objectives'> => ({
  lower: Array.from({ length: columns }, () => 0),
  upper: Array.from({ length: columns }, () => 1),
  objectives: [Array.from({ length: columns }, () => 0)],
});
const atLeastOne = (values: number[], demand: number) => ({ values, lower: 1, upper: Infinity, demand });
const none = (values: number[], demand: number) => ({ values, lower: -Infinity, upper: 0, demand });

describe('a minimal conflict', () => {
  it('is what cannot hold together, and nothing beside it', () => {
    const small: SmallProblem = {
      ...box(2),
      rows: [none([1, 0], 0), atLeastOne([0, 1], 1), atLeastOne([1, 0], 2)],
    };
    expect(conflictOf(problemOf(small))).toEqual([0, 2]);
  });

  it('has no columns that only demands permit which are left out', () => {
    // The first is permitted by the second demand, which asks nothing of it; the third demand wants it.
    const small: SmallProblem = {
      ...box(2),
      rows: [none([1, 0], 0), atLeastOne([0, 1], 1), atLeastOne([1, 0], 2)],
      permits: [{ column: 0, demands: [1] }],
    };
    expect(canHold(small, new Set([1, 2]))).toBe(true);
    // Demand 0 can be left out only once 1 is: without 1 the third cannot hold by itself.
    expect(conflictOf(problemOf(small))).toEqual([2]);
    const either: SmallProblem = { ...small, permits: [{ column: 0, demands: [1, 2] }] };
    expect(conflictOf(problemOf(either))).toEqual([0, 2]);
  });

  it('may be one demand of several rows', () => {
    const small: SmallProblem = {
      ...box(1),
      rows: [atLeastOne([1], 7), none([1], 7), none([1], 3)],
    };
    expect(conflictOf(problemOf(small))).toEqual([7]);
  });

  it('is not found when the budget is spent', () => {
    const small: SmallProblem = { ...box(1), rows: [atLeastOne([1], 0), none([1], 1)] };
    expect(conflictOf(problemOf(small), 0)).toBeUndefined();
  });

  /** Demands, some of which permit columns that others want. */
  const permitting = smallProblems({
    columns: { min: 2, max: 4 },
    range: 2,
    least: 0,
    feasible: true,
    rows: { min: 0, max: 1 },
  }).chain((small) => {
    const columns = small.lower.length;
    const asked = fc.record({
      values: fc.array(fc.constantFrom(0, 0, 1, 1, -1), { minLength: columns, maxLength: columns }),
      side: fc.constantFrom('least', 'most'),
      amount: fc.integer({ min: 0, max: 2 }),
      demand: fc.integer({ min: 0, max: 5 }),
    });
    const permit = fc.record({
      column: fc.integer({ min: 0, max: columns - 1 }),
      demands: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 2 }),
    });
    return fc
      .record({
        asked: fc.array(asked, { minLength: 4, maxLength: 7 }),
        permits: fc.uniqueArray(permit, { maxLength: 3, selector: ({ column }) => column }),
      })
      .map(({ asked: rows, permits }): SmallProblem => ({
        ...small,
        // The point of nothing keeps what is given: so it is of a request.
        lower: small.lower.map(() => 0),
        rows: [
          ...small.rows.filter((row) => row.lower <= 0 && row.upper >= 0),
          ...rows.map(({ values, side, amount, demand }) =>
            side === 'least'
              ? { values, lower: amount, upper: Infinity, demand }
              : { values, lower: -Infinity, upper: amount, demand },
          ),
        ],
        permits,
      }));
  });

  it('can hold whichever of it is left out, though demands permit what others want', () => {
    let conflicts = 0;
    let several = 0;
    let mattered = 0;
    fc.assert(
      fc.property(permitting, (small) => {
        const demands = new Set(small.rows.flatMap(({ demand }) => demand ?? []));
        if (canHold(small, demands)) return;
        conflicts += 1;
        const found = conflictOf(problemOf(small));
        if (found === undefined) throw new Error('there was enough budget');
        if (found.length > 1) several += 1;
        if (canHold({ ...small, permits: [] }, new Set(found))) mattered += 1;
        expect(canHold(small, new Set(found))).toBe(false);
        for (const one of found)
          expect(canHold(small, new Set(found.filter((other) => other !== one)))).toBe(true);
      }),
      { numRuns: runs(600) },
    );
    expect(conflicts).toBeGreaterThan(100);
    expect(several).toBeGreaterThan(30);
    expect(mattered).toBeGreaterThan(20);
  });
});
