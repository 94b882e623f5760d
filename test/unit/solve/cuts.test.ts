import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, roundingCuts, withCuts } from '../../../src/solve/cuts.js';
import { runs } from '../../support/runs.js';
import { keepsRow, points, rowsOf, type SmallProblem, smallProblems } from './small-problems.js';

/** A box with rows, and a point of the box as a relaxation could give it: in halves, thirds and fifths. */
const withPoint = smallProblems({ values: 9, rows: { min: 1, max: 4 } }).chain((small) =>
  fc.record({
    small: fc.constant(small),
    x: fc.tuple(
      ...small.lower.map((low, j) =>
        fc
          .record({
            whole: fc.integer({ min: low, max: small.upper[j]! }),
            part: fc.integer({ min: 0, max: 29 }),
          })
          .map(({ whole, part }) => (whole === small.upper[j] ? whole : whole + part / 30)),
      ),
    ),
  }),
);

const cutsOf = (small: SmallProblem, x: readonly number[], rowCount = small.rows.length): Cut[] =>
  roundingCuts(
    rowsOf(small),
    Float64Array.from(small.lower),
    Float64Array.from(small.upper),
    Float64Array.from(x),
    rowCount,
  );

const leftSide = (cut: Cut, x: readonly number[]): number =>
  cut.columns.reduce((sum, j, k) => sum + cut.values[k]! * x[j]!, 0);

/** Whether the cut holds for every integer point of the box that keeps this row. */
const followsFrom = (small: SmallProblem, row: SmallProblem['rows'][number], cut: Cut): boolean =>
  points(small).every((x) => !keepsRow(row, x) || leftSide(cut, x) <= cut.upper);

describe('rounding cuts', () => {
  it('hold for every integer point of a row and its box, and cut off the point given', () => {
    let cutsSeen = 0;
    fc.assert(
      fc.property(withPoint, ({ small, x }) => {
        for (const row of small.rows) {
          for (const cut of cutsOf({ ...small, rows: [row] }, x)) {
            cutsSeen += 1;
            expect(followsFrom(small, row, cut)).toBe(true);
            expect(leftSide(cut, x)).toBeGreaterThan(cut.upper);
            expect([...cut.values, cut.upper].every(Number.isSafeInteger)).toBe(true);
            expect(new Set(cut.columns).size).toBe(cut.columns.length);
          }
        }
      }),
      { numRuns: runs(1500) },
    );
    expect(cutsSeen).toBeGreaterThan(500);
  });

  it('are looked for in each of so many rows', () => {
    fc.assert(
      fc.property(withPoint, ({ small, x }) => {
        const byRow = small.rows.map((row, i) =>
          cutsOf({ ...small, rows: [row] }, x).map((cut) => ({
            ...cut,
            source: { ...cut.source, rows: [i] },
          })),
        );
        expect(cutsOf(small, x)).toEqual(byRow.flat());
        expect(cutsOf(small, x, 1)).toEqual(byRow[0]);
      }),
    );
  });

  it('cut a knapsack where it is rounded', () => {
    const row = { values: [2, 2, 2], lower: -Infinity, upper: 3 };
    const small: SmallProblem = { lower: [0, 0, 0], upper: [1, 1, 1], rows: [row], objectives: [] };
    expect(cutsOf(small, [0.5, 0.5, 0.5])).toEqual([
      {
        columns: [0, 1, 2],
        values: [1, 1, 1],
        upper: 1,
        source: { rows: [0], weights: [1], divisor: 2, flipped: [] },
      },
    ]);
  });

  it('are not made for a point that is whole, nor for a row with values beyond exact products', () => {
    const row = { values: [3, 5], lower: -Infinity, upper: 7 };
    const small: SmallProblem = { lower: [0, 0], upper: [2, 2], rows: [row], objectives: [] };
    expect(cutsOf(small, [1, 1])).toEqual([]);
    expect(cutsOf(small, [2, 0.2]).length).toBe(1);
    const huge = { ...row, values: [3, 2 ** 25] };
    expect(cutsOf({ ...small, rows: [huge] }, [2, 1e-4])).toEqual([]);
  });

  it('hold for rows with large values too', () => {
    const large = fc.record({
      values: fc.array(fc.integer({ min: -(2 ** 24), max: 2 ** 24 }), { minLength: 4, maxLength: 4 }),
      upper: fc.integer({ min: -(2 ** 25), max: 2 ** 25 }),
      x: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(large, ({ values, upper, x }) => {
        const row = { values, lower: -Infinity, upper };
        const small: SmallProblem = {
          lower: [0, 0, 0, -1],
          upper: [1, 3, 1, 2],
          rows: [row],
          objectives: [],
        };
        const point = x.map((part, j) => small.lower[j]! + (part / 30) * (small.upper[j]! - small.lower[j]!));
        for (const cut of cutsOf(small, point)) expect(followsFrom(small, row, cut)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('rows with cuts', () => {
  it('are the rows with the cuts below them', () => {
    fc.assert(
      fc.property(withPoint, ({ small, x }) => {
        const rows = rowsOf(small);
        const cuts = cutsOf(small, x);
        const all = withCuts(rows, cuts);
        const rowAt = (i: number) => ({
          columns: [...all.column.subarray(all.start[i], all.start[i + 1])],
          values: [...all.value.subarray(all.start[i], all.start[i + 1])],
          lower: all.lower[i],
          upper: all.upper[i],
        });
        small.rows.forEach((row, i) => {
          const columns = row.values.flatMap((value, j) => (value === 0 ? [] : [j]));
          expect(rowAt(i)).toEqual({
            columns,
            values: columns.map((j) => row.values[j]),
            lower: row.lower,
            upper: row.upper,
          });
        });
        cuts.forEach(({ columns, values, upper }, k) =>
          expect(rowAt(small.rows.length + k)).toEqual({ columns, values, upper, lower: -Infinity }),
        );
        expect(all.lower.length).toBe(small.rows.length + cuts.length);
        expect(all.start.at(-1)).toBe(all.column.length);
        expect(rows).toEqual(rowsOf(small));
      }),
    );
  });
});
