import type { Basis } from './basis.js';
import type { Factor } from './factor.js';
import type { SparseVector } from './sparse-vector.js';

/** Rows and what each is to be multiplied by. */
export interface SolvedRow {
  readonly rows: number[];
  readonly weights: number[];
}

/** How far a column has to be from a whole number, and what a row has to weigh, to be told of. */
const LEAST_FRACTION = 1e-3;
const LEAST_ROW_WEIGHT = 1e-9;

/**
 * For the basic columns farthest from whole numbers, so many at most, the row weights that solve the rows for them, in the
 * rows' own scale; and the work that took. `rho` is overwritten.
 */
export function solvedRows(
  { head, x, columns }: Basis,
  factor: Factor,
  scale: Float64Array,
  rho: SparseVector,
  most: number,
): { readonly rows: SolvedRow[]; readonly work: number } {
  const distance = (k: number): number => Math.abs(x[head[k]!]! - Math.round(x[head[k]!]!));
  const fractional = [...head.keys()].filter((k) => head[k]! < columns && distance(k) > LEAST_FRACTION);
  fractional.sort((a, b) => distance(b) - distance(a) || a - b);
  let work = 0;
  const solved = fractional.slice(0, most).map((k) => {
    factor.row(k, rho);
    work += rho.count;
    const all = Int32Array.from(rho.index.subarray(0, rho.count)).sort();
    const weightOf = (i: number): number => rho.value[i]! * scale[i]!;
    const rows = [...all].filter((i) => Math.abs(weightOf(i)) > LEAST_ROW_WEIGHT);
    return { rows, weights: rows.map(weightOf) };
  });
  return { rows: solved, work };
}
