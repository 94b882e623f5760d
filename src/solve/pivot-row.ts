import type { Rows } from '../model/problem.js';
import { AT_LOWER, type Basis, BASIC } from './basis.js';
import type { RatioTest } from './ratio-test.js';
import type { ScaledMatrix } from './scaled-matrix.js';
import type { SparseVector } from './sparse-vector.js';

/** Multipliers below this are noise. */
const NOISE = 1e-13;

/** A row of the simplex tableau, over the columns that are neither basic nor fixed. */
export class PivotRow {
  readonly #rows: Rows;
  readonly #matrix: ScaledMatrix;
  readonly #basis: Basis;
  /** By column its entry; those that are not zero are listed in `index` up to `count`. */
  readonly value: Float64Array;
  readonly index: Int32Array;
  count = 0;
  /** Elementary operations so far. */
  operations = 0;

  constructor(rows: Rows, matrix: ScaledMatrix, basis: Basis) {
    this.#rows = rows;
    this.#matrix = matrix;
    this.#basis = basis;
    this.value = new Float64Array(basis.columns + basis.rows);
    this.index = new Int32Array(basis.columns + basis.rows);
  }

  /** Computes it from the row of the inverse. */
  compute(rho: SparseVector): void {
    const { start, column } = this.#rows;
    const { value: entries } = this.#matrix;
    const { status, columns: n } = this.#basis;
    const { value, index } = this;
    let count = 0;
    for (let k = 0; k < rho.count; k += 1) {
      const i = rho.index[k]!;
      const t = rho.value[i]!;
      if (Math.abs(t) < NOISE) continue;
      const end = start[i + 1]!;
      for (let p = start[i]!; p < end; p += 1) {
        const j = column[p]!;
        if (status[j]! >= BASIC) continue;
        const old = value[j]!;
        if (old === 0) index[count++] = j;
        // A sum that cancels to nothing must not be listed a second time.
        value[j] = old + t * entries[p]! || Number.MIN_VALUE;
      }
      this.operations += end - start[i]!;
      if (status[n + i] !== BASIC) {
        index[count++] = n + i;
        value[n + i] = -t;
      }
    }
    this.count = count;
  }

  clear(): void {
    for (let k = 0; k < this.count; k += 1) this.value[this.index[k]!] = 0;
    this.count = 0;
  }

  /** Gives the test the columns whose reduced costs an ascent in this direction would turn. */
  findBreakpoints(test: RatioTest, direction: 1 | -1, tolerance: number): void {
    const { lower, upper, reduced, status } = this.#basis;
    test.clear();
    for (let k = 0; k < this.count; k += 1) {
      const j = this.index[k]!;
      const a = direction * this.value[j]!;
      const turns = status[j] === AT_LOWER ? a > tolerance : a < -tolerance;
      if (!turns) continue;
      const range = upper[j]! - lower[j]!;
      if (range !== 0) test.add(j, Math.max(0, reduced[j]! / a), Math.abs(a), range);
    }
    this.operations += 3 * this.count + 8 * test.count;
  }
}
