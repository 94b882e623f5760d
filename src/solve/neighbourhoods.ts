import { byColumn, type ColumnRows } from './box.js';
import type { Maximisation } from './maximisation.js';

/** How many columns the first has, and the fewest; the largest has this share of all. */
const FIRST_SIZE = 150;
const SMALLEST = 50;
const LARGEST_SHARE = 0.5;
/** A row of more than this share of the columns wanted holds too many together to say what belongs together. */
const LONGEST_ROW_SHARE = 0.5;
const GROWTH = 1.3;
/** Where a solution and the relaxation differ on no more than this share of the columns, those are searched at once. */
const AGREED = 0.1;
const SHRINKAGE = 1 / 1.5;

/**
 * Parts of a problem that hang together through rows, one after the other: each around a column in which a solution and the
 * relaxation differ, for there is something to gain. They grow as long as they are searched to the end, and shrink when
 * they are not.
 */
export class Neighbourhoods {
  /** Row entries looked at. */
  work = 0;
  readonly #whole: Maximisation;
  readonly #users: ColumnRows;
  readonly #isSum: Uint8Array;
  #size = FIRST_SIZE;
  #turn = 0;

  constructor(whole: Maximisation, isSum: Uint8Array) {
    this.#whole = whole;
    this.#isSum = isSum;
    this.#users = byColumn(whole.rows, whole.lower.length);
    this.work += 2 * whole.rows.column.length;
  }

  /** Says whether the last one was searched to the end. */
  tell(isComplete: boolean): void {
    const most = LARGEST_SHARE * this.#isSum.length;
    this.#size = isComplete
      ? Math.min(most, GROWTH * this.#size)
      : Math.max(SMALLEST, SHRINKAGE * this.#size);
  }

  /** The columns' bounds with all outside the next one, but for sums, as in the solution; `undefined`: the solution and the point agree on nearly all. */
  next(
    solution: Float64Array,
    point: Float64Array,
    agrees: number,
  ): Pick<Maximisation, 'lower' | 'upper'> | undefined {
    const centres: number[] = [];
    solution.forEach((value, j) => {
      if (this.#isSum[j] === 0 && Math.abs(point[j]! - value) > agrees) centres.push(j);
    });
    this.work += solution.length;
    if (centres.length <= AGREED * solution.length) return undefined;
    this.#turn += 1;
    // Scattered over all, so that those that follow each other are not alike.
    const isFree = this.#around(centres[(Math.imul(this.#turn, 0x9e3779b1) >>> 0) % centres.length]!);
    const lower = Float64Array.from(this.#whole.lower);
    const upper = Float64Array.from(this.#whole.upper);
    solution.forEach((value, j) => {
      if (isFree[j] === 0 && this.#isSum[j] === 0) lower[j] = upper[j] = value;
    });
    return { lower, upper };
  }

  /** The columns nearest to one, counted in rows that are shared. */
  #around(centre: number): Uint8Array {
    const { start, column } = this.#whole.rows;
    const longest = LONGEST_ROW_SHARE * this.#size;
    const isFree = new Uint8Array(this.#isSum.length);
    const free = [centre];
    isFree[centre] = 1;
    for (let k = 0; k < free.length && free.length < this.#size; k += 1) {
      const j = free[k]!;
      for (let p = this.#users.start[j]!; p < this.#users.start[j + 1]!; p += 1) {
        const row = this.#users.row[p]!;
        if (start[row + 1]! - start[row]! > longest) continue;
        this.work += start[row + 1]! - start[row]!;
        for (let q = start[row]!; q < start[row + 1]!; q += 1) {
          const other = column[q]!;
          if (isFree[other] === 1) continue;
          isFree[other] = 1;
          free.push(other);
        }
      }
    }
    return isFree;
  }
}
