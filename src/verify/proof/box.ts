import type { RowWeights } from '../../certificate/certificate.js';
import type { Reading } from './reading.js';
import { type Row, sideOf } from './row.js';

/** So many row weights back is the earliest that others can be based on: all of them would fill the memory. */
const KEPT = 64;

/** Bounds of columns, narrowed by the rows that hold for what is looked for, and put back on request. */
export class Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
  /** By row, the least and the most that it comes to in the box. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Whether nothing is left. */
  empty = false;
  readonly #reading: Reading;
  /** The rows of column `j`: entries `#start[j]` to `#start[j + 1] - 1`. */
  readonly #start: Int32Array;
  readonly #row: Int32Array;
  readonly #value: Float64Array;
  /** Column, lower and upper bound as they were. */
  readonly #trail: number[] = [];
  readonly #isQueued: Uint8Array;
  #queue: number[];
  /** By their number, row weights that others can be based on: their scale, and the weights by row. */
  readonly #weights = new Map<number, readonly [number, ReadonlyMap<number, number>]>();
  #used = 0;

  constructor(lower: Float64Array, upper: Float64Array, rows: readonly Row[], reading: Reading) {
    this.lower = Float64Array.from(lower);
    this.upper = Float64Array.from(upper);
    this.rows = rows;
    this.#reading = reading;
    this.least = new Float64Array(rows.length);
    this.most = new Float64Array(rows.length);
    this.#isQueued = new Uint8Array(rows.length).fill(1);
    this.#queue = [...rows.keys()];
    this.#start = new Int32Array(lower.length + 1);
    for (const { columns } of rows) for (const j of columns) this.#start[j + 1]! += 1;
    for (let j = 0; j < lower.length; j += 1) this.#start[j + 1]! += this.#start[j]!;
    const next = Int32Array.from(this.#start);
    this.#row = new Int32Array(next.at(-1)!);
    this.#value = new Float64Array(next.at(-1)!);
    rows.forEach(({ columns, values }, i) => {
      let size = 0;
      columns.forEach((j, p) => {
        const a = values[p]!;
        this.least[i]! += a * (a > 0 ? lower[j]! : upper[j]!);
        this.most[i]! += a * (a > 0 ? upper[j]! : lower[j]!);
        size += Math.abs(a) * Math.max(Math.abs(lower[j]!), Math.abs(upper[j]!));
        this.#row[next[j]!] = i;
        this.#value[next[j]!++] = a;
      });
      reading.exact(size); // and so is every part of the sum, in this box and all within it
    });
  }

  isOpen(column: number): boolean {
    return this.lower[column]! < this.upper[column]!;
  }

  /** The rows that the column stands in, each with its value there. */
  rowsWith(column: number): [number, number][] {
    const row = this.#row.subarray(this.#start[column], this.#start[column + 1]);
    return Array.from(row, (i, p) => [i, this.#value[this.#start[column]! + p]!]);
  }

  /** Narrows a column; {@link propagate} then sees what follows. */
  narrow(column: number, lower: number, upper: number): void {
    const low = Math.max(lower, this.lower[column]!);
    const high = Math.min(upper, this.upper[column]!);
    if (low > high) this.empty = true;
    else if (low !== this.lower[column] || high !== this.upper[column]) {
      this.#trail.push(column, this.lower[column]!, this.upper[column]!);
      this.#set(column, low, high);
    }
  }

  #set(column: number, low: number, high: number): void {
    const up = low - this.lower[column]!;
    const down = high - this.upper[column]!;
    this.lower[column] = low;
    this.upper[column] = high;
    for (let p = this.#start[column]!; p < this.#start[column + 1]!; p += 1) {
      const i = this.#row[p]!;
      const a = this.#value[p]!;
      this.least[i]! += a * (a > 0 ? up : down);
      this.most[i]! += a * (a > 0 ? down : up);
      if (this.#isQueued[i] === 0) this.#queue.push(i);
      this.#isQueued[i] = 1;
    }
  }

  /** Where the box stands, to go back to. */
  mark(): number {
    return this.#trail.length;
  }

  undo(mark: number): void {
    while (this.#trail.length > mark) {
      const [high, low, column] = [this.#trail.pop()!, this.#trail.pop()!, this.#trail.pop()!];
      this.#set(column, low, high);
    }
    for (const i of this.#queue) this.#isQueued[i] = 0;
    this.#queue = [];
    this.empty = false;
  }

  /** Narrows the columns as far as the rows leave them no choice. */
  propagate(): void {
    while (this.#queue.length > 0) {
      const queue = this.#queue;
      this.#queue = [];
      for (const i of queue) {
        this.#isQueued[i] = 0;
        if (!this.empty) this.#narrowBy(i);
      }
    }
  }

  #narrowBy(i: number): void {
    const { columns, values, lower, upper } = this.rows[i]!;
    const below = upper - this.least[i]!;
    const above = this.most[i]! - lower;
    if (below < 0 || above < 0) this.empty = true;
    if (this.most[i]! <= upper && this.least[i]! >= lower) return;
    this.#reading.spend(columns.length);
    for (let p = 0; p < columns.length && !this.empty; p += 1) {
      const j = columns[p]!;
      const size = Math.abs(values[p]!);
      const low = this.lower[j]!;
      const high = this.upper[j]!;
      // How far it may go from where the row is least, and from where it is most.
      const rise = size * (high - low) > below ? Math.floor(below / size) : high - low;
      const fall = size * (high - low) > above ? Math.floor(above / size) : high - low;
      if (values[p]! > 0) this.narrow(j, high - fall, low + rise);
      else this.narrow(j, high - rise, low + fall);
    }
  }

  /** Narrows the box to what row weights leave of the points that are worth so much. */
  use(given: RowWeights, objective: Float64Array, goal: number): void {
    const { lower, upper } = this;
    const { reduced, spare } = this.#weigh(given.scale, [...this.#weightsOf(given)], objective, goal);
    if (spare < 0) this.empty = true;
    for (let j = 0; j < lower.length && !this.empty; j += 1) {
      const room = Math.floor(spare / Math.abs(reduced[j]!));
      if (reduced[j] === 0 || room >= upper[j]! - lower[j]!) continue;
      if (reduced[j]! > 0) this.narrow(j, upper[j]! - room, upper[j]!);
      else this.narrow(j, lower[j]!, lower[j]! + room);
    }
  }

  /** The weights by row, those that they are based on included. */
  #weightsOf({ scale, rows, weights, base = -1 }: RowWeights): ReadonlyMap<number, number> {
    const [sameScale, before] = this.#weights.get(base) ?? [base < 0 ? scale : NaN, []];
    if (sameScale !== scale) this.#reading.refuse('weights', 'They cannot be based on those.');
    const byRow = new Map(before);
    this.#reading.numbers(rows, this.rows.length, 'weights').forEach((i, k) => {
      const weight = weights[k] ?? 0;
      if (!Number.isFinite(sideOf(this.rows[i]!, weight)) && weight !== 0)
        this.#reading.refuse('weights', `Row ${i} has no such side.`);
      if (weight === 0) byRow.delete(i);
      else byRow.set(i, weight);
    });
    this.#weights.set(this.#used, [scale, byRow]);
    this.#weights.delete((this.#used += 1) - KEPT);
    return byRow;
  }

  /**
   * `spare`: by how much the most that the box can be worth lies above the goal; `reduced`: by column, the objective without
   * the weighted rows; both times the scale.
   */
  #weigh(
    scale: number,
    weights: readonly (readonly [number, number])[],
    objective: Float64Array,
    goal: number,
  ): { readonly reduced: Float64Array; readonly spare: number } {
    let largest = 0;
    const seen = (value: number): number => {
      largest = Math.max(largest, Math.abs(value));
      return value;
    };
    let spare = seen(-scale * goal);
    const reduced = objective.map((c) => seen(scale * c));
    for (const [i, weight] of weights) {
      const { columns, values } = this.rows[i]!;
      this.#reading.spend(columns.length);
      spare = seen(spare + seen(weight * sideOf(this.rows[i]!, weight)));
      for (let p = 0; p < columns.length; p += 1)
        reduced[columns[p]!] = seen(reduced[columns[p]!]! - seen(weight * values[p]!));
    }
    this.#reading.spend(reduced.length);
    for (let j = 0; j < reduced.length; j += 1)
      spare = seen(spare + seen(reduced[j]! * (reduced[j]! > 0 ? this.upper[j]! : this.lower[j]!)));
    if (largest <= Number.MAX_SAFE_INTEGER) return { reduced, spare };
    return { reduced, spare: this.#isOutweighed(scale, weights, objective, goal) ? -1 : Infinity };
  }

  /** Whether there is nothing to spare, in large integers. */
  #isOutweighed(
    scale: number,
    weights: readonly (readonly [number, number])[],
    objective: Float64Array,
    goal: number,
  ): boolean {
    const reduced = Array.from(objective, (c) => BigInt(scale) * BigInt(c));
    let spare = -BigInt(scale) * BigInt(goal);
    for (const [i, weight] of weights) {
      const row = this.rows[i]!;
      spare += BigInt(weight) * BigInt(sideOf(row, weight));
      row.columns.forEach((j, p) => (reduced[j]! -= BigInt(weight) * BigInt(row.values[p]!)));
    }
    reduced.forEach((d, j) => (spare += d * BigInt(d > 0n ? this.upper[j]! : this.lower[j]!)));
    return spare < 0n;
  }
}
