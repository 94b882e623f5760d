import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CombinedCuts } from '../../../src/solve/combined-cuts.js';
import { type Cut, withCuts } from '../../../src/solve/cuts.js';
import { LinearProgram } from '../../../src/solve/linear-program.js';
import type { Rows } from '../../../src/model/problem.js';
import { Box } from '../../../src/verify/proof/box.js';
import { Reading } from '../../../src/verify/proof/reading.js';
import { cutFrom, rowsOf as rowsToCheck } from '../../../src/verify/proof/row.js';
import { runs } from '../../support/runs.js';
import {
  feasiblePoints,
  formOf,
  keepsRow,
  problemOf,
  rowsOf,
  type SmallProblem,
  smallProblems,
} from './small-problems.js';

const leftSide = (cut: Cut, x: readonly number[]): number =>
  cut.columns.reduce((sum, j, k) => sum + cut.values[k]! * x[j]!, 0);

const cutsOf = (small: SmallProblem, x: readonly number[], weights: readonly number[]): Cut[] =>
  new CombinedCuts(
    rowsOf(small),
    Float64Array.from(small.lower),
    Float64Array.from(small.upper),
    Float64Array.from(x),
  ).of({ rows: [...weights.keys()], weights });

/** Problems with weights of their rows, and a point of the box in parts of thirty. */
const weighted = smallProblems({ values: 9, rows: { min: 2, max: 4 } }).chain((small) =>
  fc.record({
    small: fc.constant(small),
    weights: fc.tuple(
      ...small.rows.map(() =>
        fc.tuple(fc.integer({ min: -6, max: 6 }), fc.constantFrom(1, 2, 3, 7)).map(([a, b]) => a / b),
      ),
    ),
    parts: fc.tuple(...small.lower.map(() => fc.integer({ min: 0, max: 30 }))),
  }),
);
const pointOf = (small: SmallProblem, parts: readonly number[]): number[] =>
  parts.map((part, j) => small.lower[j]! + (part / 30) * (small.upper[j]! - small.lower[j]!));

/** The row that whoever checks a proof makes of the cut's source. */
function madeAgain(small: SmallProblem, { source }: Cut) {
  const flipped = source.flipped
    .toSorted((a, b) => a - b)
    .map((j, k, all) => (k === 0 ? j : j - all[k - 1]!));
  const problem = problemOf(small);
  const rows = rowsToCheck(problem);
  const reading = new Reading();
  const box = new Box(problem.lower, problem.upper, rows, reading);
  const step = { ...source, rows: [...source.rows], weights: [...source.weights], flipped };
  return cutFrom(step, rows, box, reading);
}

describe('cuts of rows added up', () => {
  it('hold for every solution, cut off a point that keeps the rows, and are made again from their source', () => {
    let seen = 0;
    fc.assert(
      fc.property(weighted, ({ small, weights, parts }) => {
        const x = pointOf(small, parts);
        const solutions = feasiblePoints(small);
        for (const cut of cutsOf(small, x, weights)) {
          seen += 1;
          if (small.rows.every((row) => keepsRow(row, x)))
            expect(leftSide(cut, x)).toBeGreaterThan(cut.upper);
          for (const solution of solutions) expect(leftSide(cut, solution)).toBeLessThanOrEqual(cut.upper);
          const again = madeAgain(small, cut);
          const entries = [...again.columns].map((j, k) => [j, again.values[k]!] as const);
          expect(new Map(entries)).toEqual(new Map(cut.columns.map((j, k) => [j, cut.values[k]!])));
          expect(again.upper).toBe(cut.upper);
        }
      }),
      { numRuns: runs(2000) },
    );
    expect(seen).toBeGreaterThan(500);
  });

  it('tighten a relaxation by the rows that solve for its fractional columns, and lose no solution', () => {
    let tightened = 0;
    const small = smallProblems({ values: 9, rows: { min: 2, max: 4 } });
    fc.assert(
      fc.property(small, (one) => {
        const problem = problemOf(one);
        const solved = (rows: Rows) => {
          const program = new LinearProgram(problem.lower, problem.upper, rows);
          program.setObjective(formOf(one.objectives[0]!));
          const steps = program.solve(-Infinity, 1000, Infinity);
          for (let step = steps.next(); ; step = steps.next())
            if (step.done === true) return { program, ending: step.value };
        };
        const { program, ending } = solved(problem.rows);
        if (ending !== 'optimal') return;
        const x = program.values;
        const combined = new CombinedCuts(problem.rows, problem.lower, problem.upper, x);
        const cuts = program.solvedRows(10).flatMap((combination) => combined.of(combination));
        for (const solution of feasiblePoints(one))
          for (const cut of cuts) expect(leftSide(cut, solution)).toBeLessThanOrEqual(cut.upper);
        if (cuts.length > 0 && solved(withCuts(problem.rows, cuts)).program.values.some((v, j) => v !== x[j]))
          tightened += 1;
      }),
      { numRuns: runs(1000) },
    );
    expect(tightened).toBeGreaterThan(50);
  });
});
