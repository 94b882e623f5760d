import type { Rows } from '../model/problem.js';
import type { Columns } from './singletons.js';
import type { SparseVector } from './sparse-vector.js';

/** The rows for floating point: each scaled by a power of two, so that its largest and smallest values lie about as
 * far above 1 as below. */
export interface ScaledMatrix {
  /** By row. */
  readonly scale: Float64Array;
  /** The rows' entries, in their order, scaled. */
  readonly value: Float64Array;
  readonly byColumn: Columns;
}

/** Scales rows over so many columns. */
export function scaled(rows: Rows, columns: number): ScaledMatrix {
  const m = rows.lower.length;
  const scale = new Float64Array(m).fill(1);
  const value = Float64Array.from(rows.value);
  const start = new Int32Array(columns + 1);
  for (let i = 0; i < m; i += 1) {
    let largest = 0;
    let smallest = Infinity;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      largest = Math.max(largest, Math.abs(value[p]!));
      smallest = Math.min(smallest, Math.abs(value[p]!));
      start[rows.column[p]! + 1]! += 1;
    }
    // By halving and not by a logarithm, which engines may round differently.
    for (; largest * smallest >= 2; largest /= 2, smallest /= 2) scale[i]! /= 2;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) value[p]! *= scale[i]!;
  }
  for (let j = 0; j < columns; j += 1) start[j + 1]! += start[j]!;
  const cursor = Int32Array.from(start);
  const row = new Int32Array(value.length);
  const entry = new Float64Array(value.length);
  for (let i = 0; i < m; i += 1) {
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const at = cursor[rows.column[p]!]!;
      cursor[rows.column[p]!] = at + 1;
      row[at] = i;
      entry[at] = value[p]!;
    }
  }
  return { scale, value, byColumn: { start, row, value: entry } };
}

/**
 * Boxes each row's activity by its sides and by what its columns can reach, after the columns' own bounds. A row that
 * its columns cannot break gets a slightly wider box, so that its logical need never leave the basis.
 */
export function boxRows(rows: Rows, matrix: ScaledMatrix, lower: Float64Array, upper: Float64Array): void {
  const m = rows.lower.length;
  const n = lower.length - m;
  for (let i = 0; i < m; i += 1) {
    let least = 0;
    let most = 0;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const a = matrix.value[p]!;
      const j = rows.column[p]!;
      least += a * (a > 0 ? lower[j]! : upper[j]!);
      most += a * (a > 0 ? upper[j]! : lower[j]!);
    }
    lower[n + i] = Math.max(least - 1, rows.lower[i]! * matrix.scale[i]!);
    upper[n + i] = Math.min(most + 1, rows.upper[i]! * matrix.scale[i]!);
  }
}

/** Adds a multiple of a column to a vector over the rows; after the columns come the logicals, each minus a unit vector. */
export function addColumn({ byColumn }: ScaledMatrix, j: number, by: number, into: SparseVector): void {
  const { start, row, value } = byColumn;
  const n = start.length - 1;
  if (j >= n) into.add(j - n, -by);
  else for (let p = start[j]!; p < start[j + 1]!; p += 1) into.add(row[p]!, by * value[p]!);
}
