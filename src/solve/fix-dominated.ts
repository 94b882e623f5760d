import { activitiesOf } from './activities.js';
import type { Count, Fixing, Reducing } from './fixing.js';
import { OPERATIONS_PER_STEP, type Steps } from '../internal/steps.js';

/** Above this many columns in a row, its pairs are not compared. */
const LONGEST_COMPARED_ROW = 400;
/** Rows are told apart by so many bits. */
const BITS = 32;

/**
 * Fixes to zero each 0-1 column that another 0-1 column of a common row can stand in for: taking the other instead
 * keeps every row and loses nothing, and dropping the first where both are taken does too. Ends where more than `most` operations are
 * counted: then some are left as they are.
 */
export function* fixDominated(
  reducing: Reducing,
  most: number,
  fixings: Fixing[],
  count: Count,
): Steps<void> {
  const { whole, box, users, isSum } = reducing;
  const { rows } = whole;
  const comparison = new Comparison(reducing, count);
  const binary = (j: number): boolean => isSum[j] === 0 && box.lower[j] === 0 && box.upper[j] === 1;
  let nextStep = count.operations + OPERATIONS_PER_STEP;
  for (let i = 0; i < whole.objective.length && count.operations < most; i += 1) {
    if (count.operations >= nextStep) {
      yield count.operations;
      nextStep = count.operations + OPERATIONS_PER_STEP;
    }
    if (!binary(i) || whole.objective[i]! > 0) continue;
    // Whoever stands in for i stands in each row that i helps to keep; look for it in the shortest.
    let shortest = -1;
    let length = LONGEST_COMPARED_ROW + 1;
    for (let p = users.start[i]!; p < users.start[i + 1]!; p += 1) {
      const row = users.row[p]!;
      const size = rows.start[row + 1]! - rows.start[row]!;
      if (size >= length || !comparison.helps(row, users.value[p]!)) continue;
      length = size;
      shortest = row;
    }
    count.operations += 2 * (users.start[i + 1]! - users.start[i]!);
    if (shortest < 0) continue;
    for (let p = rows.start[shortest]!; p < rows.start[shortest + 1]!; p += 1) {
      const j = rows.column[p]!;
      count.operations += 1;
      if (j === i || !binary(j) || !comparison.standsInFor(i, j)) continue;
      // Of two that stand in for each other the first stays.
      if (j > i && comparison.standsInFor(j, i)) continue;
      // The rows' spans count i as it was, which only makes the next comparisons more careful.
      box.narrow(i, 0, 0);
      fixings.push({ column: i, value: 0, toLower: true, standIn: j });
      break;
    }
  }
}

/** Compares 0-1 columns by what the rows can come to in a box. */
class Comparison {
  readonly #reducing: Reducing;
  readonly #count: Count;
  readonly #activities: ReturnType<typeof activitiesOf>;
  /** By column, as bits: the rows it stands in, those that it helps to keep, and those that it could break. */
  readonly #standsIn: Uint32Array;
  readonly #helps: Uint32Array;
  readonly #hurts: Uint32Array;
  /** By row: its value for the column in the other's place, and the last column (from 1) whose place is looked at. */
  readonly #entry: Float64Array;
  readonly #stood: Int32Array;

  constructor(reducing: Reducing, count: Count) {
    const { whole, box, users, defines } = reducing;
    const { rows, objective } = whole;
    this.#reducing = reducing;
    this.#count = count;
    this.#activities = activitiesOf(rows, box, defines);
    this.#entry = new Float64Array(rows.lower.length);
    this.#stood = new Int32Array(rows.lower.length);
    const bits = () => new Uint32Array(objective.length);
    [this.#standsIn, this.#helps, this.#hurts] = [bits(), bits(), bits()];
    for (let j = 0; j < objective.length; j += 1) {
      for (let p = users.start[j]!; p < users.start[j + 1]!; p += 1) {
        const row = users.row[p]!;
        const bit = 1 << (row % BITS);
        this.#standsIn[j]! |= bit;
        if (this.helps(row, users.value[p]!)) this.#helps[j]! |= bit;
        if (this.#hurtsRow(row, users.value[p]!)) this.#hurts[j]! |= bit;
      }
    }
    count.operations += 3 * rows.column.length;
  }

  /** Whether a column with this value in a row can help to keep it. */
  helps(row: number, value: number): boolean {
    const { canExceed, canFallShort } = this.#activities;
    return (value < 0 ? canExceed : canFallShort)[row] === 1;
  }

  #hurtsRow(row: number, value: number): boolean {
    return this.helps(row, -value);
  }

  /** Whether no row minds j in the place of i, nor the absence of i where both are taken, and the objective does not either. */
  standsInFor(i: number, j: number): boolean {
    const { objective } = this.#reducing.whole;
    if (objective[i]! > 0 || objective[j]! < objective[i]!) return false;
    // It must stand in all rows that i helps to keep, and i in all those that it could break.
    if ((this.#helps[i]! & ~this.#standsIn[j]!) !== 0 || (this.#hurts[j]! & ~this.#standsIn[i]!) !== 0)
      return false;
    const { start, row, value } = this.#reducing.users;
    for (let p = start[j]!; p < start[j + 1]!; p += 1) this.#entry[row[p]!] = value[p]!;
    const stands = this.#holdsForRowsOf(i) && this.#breaksNoOther(i, j);
    for (let p = start[j]!; p < start[j + 1]!; p += 1) this.#entry[row[p]!] = 0;
    this.#count.operations += 2 * (start[i + 1]! - start[i]!) + 3 * (start[j + 1]! - start[j]!);
    return stands;
  }

  /** In the rows of i; `#entry` holds the values of the column in its place. */
  #holdsForRowsOf(i: number): boolean {
    const { whole, users } = this.#reducing;
    const { canExceed, canFallShort, least, most } = this.#activities;
    for (let p = users.start[i]!; p < users.start[i + 1]!; p += 1) {
      const row = users.row[p]!;
      const a = users.value[p]!;
      const b = this.#entry[row]!;
      this.#stood[row] = i + 1;
      // Dropping i where both are taken: either it only moves the row away from its side, or j alone is enough whatever the others do.
      if (canExceed[row] === 1) {
        if (b > a) return false;
        if (a < 0 && most[row]! - Math.max(b, 0) + b > whole.rows.upper[row]!) return false;
      }
      if (canFallShort[row] === 1) {
        if (b < a) return false;
        if (a > 0 && least[row]! - Math.min(b, 0) + b < whole.rows.lower[row]!) return false;
      }
    }
    return true;
  }

  /** Rows in which i does not stand must not mind j being taken. All rows of i were looked at just before. */
  #breaksNoOther(i: number, j: number): boolean {
    const { start, row, value } = this.#reducing.users;
    for (let p = start[j]!; p < start[j + 1]!; p += 1)
      if (this.#stood[row[p]!] !== i + 1 && this.#hurtsRow(row[p]!, value[p]!)) return false;
    return true;
  }
}
