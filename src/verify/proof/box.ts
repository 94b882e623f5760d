import type { Reading } from './reading.js';
import type { Row } from './row.js';

/** Bounds that are kept to go back to before a proof is refused for their number. */
const MOST_KEPT = 1e7;

/** Bounds of columns, narrowed by the rows that hold for what is looked for, and put back on request. */
export class Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
  /** By row, the least and the most that it comes to in the box. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** By row, the furthest that any column can move it in this box or within it. */
  readonly #reach: Float64Array;
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

  constructor(lower: Float64Array, upper: Float64Array, rows: readonly Row[], reading: Reading) {
    this.lower = Float64Array.from(lower);
    this.upper = Float64Array.from(upper);
    this.rows = rows;
    this.#reading = reading;
    this.least = new Float64Array(rows.length);
    this.most = new Float64Array(rows.length);
    this.#reach = new Float64Array(rows.length);
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
        this.#reach[i] = Math.max(this.#reach[i]!, Math.abs(a) * (upper[j]! - lower[j]!));
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
      if (this.#trail.push(column, this.lower[column]!, this.upper[column]!) > 3 * MOST_KEPT)
        this.#reading.refuse('too-large', 'It takes too much memory to check.');
      this.#set(column, low, high);
    }
  }

  #set(column: number, low: number, high: number): void {
    const up = low - this.lower[column]!;
    const down = high - this.upper[column]!;
    this.lower[column] = low;
    this.upper[column] = high;
    this.#reading.spend(this.#start[column + 1]! - this.#start[column]!);
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
    if (Math.min(below, above) >= this.#reach[i]!) return;
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
}
