import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Factor } from '../../../src/solve/factor.js';
import type { Columns } from '../../../src/solve/singletons.js';
import { SparseVector } from '../../../src/solve/sparse-vector.js';
import { runs } from '../../support/runs.js';
import { solveDense, transposed } from './dense.js';

/** A matrix by columns, dense, with as many rows as each column has entries. */
type Dense = readonly (readonly number[])[];

function columnsOf(matrix: Dense): Columns {
  const start = [0];
  const row: number[] = [];
  const value: number[] = [];
  for (const column of matrix) {
    column.forEach((entry, i) => {
      if (entry === 0) return;
      row.push(i);
      value.push(entry);
    });
    start.push(row.length);
  }
  return { start: Int32Array.from(start), row: Int32Array.from(row), value: Float64Array.from(value) };
}

/** A column by its number: beyond the matrix, minus a unit vector. */
const columnOf = (matrix: Dense, rows: number, j: number): readonly number[] =>
  matrix[j] ?? Array.from({ length: rows }, (_, i) => (i === j - matrix.length ? -1 : 0));

/** The basis as a dense matrix: column r is the one at position r. */
const basisOf = (matrix: Dense, heads: ArrayLike<number>): number[][] =>
  transposed(Array.from(heads, (j) => [...columnOf(matrix, heads.length, j)]));

/** A sparse vector of these values. */
function sparseOf(values: readonly number[]): SparseVector {
  const vector = new SparseVector(values.length);
  values.forEach((value, i) => {
    if (value !== 0) vector.add(i, value);
  });
  return vector;
}

/** The values, after seeing that each that is not zero is listed, once. */
function valuesOf(vector: SparseVector): Float64Array {
  const listed = [...vector.index.subarray(0, vector.count)].sort((a, b) => a - b);
  expect(new Set(listed).size).toBe(vector.count);
  expect(listed).toEqual(
    expect.arrayContaining([...vector.value.keys()].filter((i) => vector.value[i] !== 0)),
  );
  return vector.value;
}

/** How far `B·x` and `Bᵀ·y` are from what they should be, by the dense solution; the basis must not be singular. */
function mustSolve(factor: Factor, matrix: Dense, heads: ArrayLike<number>, right: readonly number[]): void {
  const basis = basisOf(matrix, heads);
  const close = (actual: Float64Array, expected: readonly number[] | undefined): void => {
    if (expected === undefined) throw new Error('the basis is singular');
    const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    expected.forEach((value, i) => expect(Math.abs(actual[i]! - value) / size).toBeLessThan(1e-6));
  };
  const x = sparseOf(right);
  factor.forward(x);
  close(valuesOf(x), solveDense(basis, right));
  const y = sparseOf(right);
  factor.backward(y);
  close(valuesOf(y), solveDense(transposed(basis), right));
  const r = right.length >> 1;
  const row = sparseOf(right);
  factor.row(r, row);
  close(
    valuesOf(row),
    solveDense(
      transposed(basis),
      right.map((_, i) => (i === r ? 1 : 0)),
    ),
  );
}

const vector = (length: number, of: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
  fc.array(of, { minLength: length, maxLength: length });

const sparse = fc.oneof(
  { arbitrary: fc.constant(0), weight: 3 },
  { arbitrary: fc.integer({ min: -6, max: 6 }), weight: 2 },
);
const dense = fc.integer({ min: -6, max: 6 });

/** A matrix, which of its columns and unit vectors are the basis, and columns to put into it one after the other. */
const bases = (entry: fc.Arbitrary<number>, most = 9) =>
  fc.integer({ min: most > 9 ? most / 2 : 1, max: most }).chain((m) =>
    fc.integer({ min: 1, max: most + 3 }).chain((n) =>
      fc.record({
        m: fc.constant(m),
        matrix: fc.array(vector(m, entry), { minLength: n, maxLength: n }),
        basis: fc.shuffledSubarray(
          Array.from({ length: n + m }, (_, j) => j),
          { minLength: m, maxLength: m },
        ),
        right: vector(m, fc.integer({ min: -9, max: 9 })),
        entering: fc.array(
          fc.record({
            position: fc.integer({ min: 0, max: m - 1 }),
            column: fc.integer({ min: 0, max: n + m - 1 }),
          }),
          { maxLength: 12 },
        ),
      }),
    ),
  );

describe('a factorised basis', () => {
  it.each([
    ['sparse', sparse],
    ['dense', dense],
  ])('solves with %s columns as dense elimination does', (_title, entry) => {
    fc.assert(
      fc.property(bases(entry), ({ m, matrix, basis, right }) => {
        const factor = new Factor(m);
        const heads = factor.factorise(Int32Array.from(basis), columnsOf(matrix));
        expect(new Set(heads).size).toBe(m);
        mustSolve(factor, matrix, heads, right);
      }),
      { numRuns: runs(400) },
    );
  });

  it('keeps the basis it is given, unless its columns depend on each other', () => {
    let kept = 0;
    let mended = 0;
    fc.assert(
      fc.property(bases(sparse), ({ m, matrix, basis }) => {
        const heads = new Factor(m).factorise(Int32Array.from(basis), columnsOf(matrix));
        const independent = solveDense(basisOf(matrix, basis), basis) !== undefined;
        const given = new Set(basis);
        if (independent) {
          kept += 1;
          expect([...heads].sort((a, b) => a - b)).toEqual([...basis].sort((a, b) => a - b));
          return;
        }
        mended += 1;
        // What stands in is the unit vector of the row left over.
        heads.forEach((j, i) => {
          if (!given.has(j)) expect(j).toBe(matrix.length + i);
        });
      }),
      { numRuns: runs(400) },
    );
    expect(Math.min(kept, mended)).toBeGreaterThan(40);
  });

  it.each([
    ['small', 9, 300],
    ['larger', 40, 60],
  ])(
    'solves after columns of %s bases were replaced, one after the other, and once factorised anew',
    (_title, most, numRuns) => {
      let replaced = 0;
      fc.assert(
        fc.property(bases(sparse, most), ({ m, matrix, basis, right, entering }) => {
          const factor = new Factor(m);
          const heads = factor.factorise(Int32Array.from(basis), columnsOf(matrix));
          let updates = 0;
          for (const { position, column } of entering) {
            if (heads.includes(column)) continue;
            const solved = sparseOf(columnOf(matrix, m, column));
            factor.row(position, new SparseVector(m));
            factor.forward(solved, true);
            // A column that does not reach the position cannot take it.
            if (Math.abs(solved.value[position]!) < 0.05) continue;
            factor.replace(position);
            heads[position] = column;
            updates += 1;
            replaced += 1;
            expect(factor.updates).toBe(updates);
            mustSolve(factor, matrix, heads, right);
          }
          const again = factor.factorise(heads, columnsOf(matrix));
          expect(factor.updates).toBe(0);
          expect([...again].sort((a, b) => a - b)).toEqual([...heads].sort((a, b) => a - b));
          mustSolve(factor, matrix, again, right);
        }),
        { numRuns: runs(numRuns) },
      );
      expect(replaced).toBeGreaterThan(numRuns);
    },
  );

  it.each([
    ['little', 2],
    ['half', 30],
    ['most', 300],
  ])('solves where %s is not zero, of larger bases, for few entries or many', (_title, weight) => {
    const entry = fc.oneof(
      { arbitrary: fc.constant(0), weight: 30 },
      { arbitrary: fc.integer({ min: -6, max: 6 }), weight },
    );
    fc.assert(
      fc.property(bases(entry, 40), fc.array(fc.boolean(), { minLength: 40 }), (small, kept) => {
        const { m, matrix, basis } = small;
        const factor = new Factor(m);
        const heads = factor.factorise(Int32Array.from(basis), columnsOf(matrix));
        const right = small.right.map((value, i) => (kept[i] === true ? value : 0));
        mustSolve(factor, matrix, heads, right);
        for (let i = 0; i < m; i += 7)
          mustSolve(
            factor,
            matrix,
            heads,
            right.map((value, k) => (k === i ? value : 0)),
          );
      }),
      { numRuns: runs(60) },
    );
  });

  it('counts what it stores', () => {
    const factor = new Factor(2);
    factor.factorise(
      Int32Array.of(2, 3),
      columnsOf([
        [1, 2],
        [3, 4],
      ]),
    );
    expect(factor.size).toBe(2);
    factor.factorise(
      Int32Array.of(0, 1),
      columnsOf([
        [1, 2],
        [3, 4],
      ]),
    );
    expect(factor.size).toBe(4);
  });
});
