import type { Rows } from '../model/problem.js';
import { finish, OPERATIONS_PER_STEP, type Steps } from '../internal/steps.js';

/** Rows by column: which rows a column stands in. */
export interface ColumnRows {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

/** To turn an entry of a row over to its column takes so many elementary operations. */
const PER_ENTRY = 3;
const ENTRIES_PER_STEP = OPERATIONS_PER_STEP / PER_ENTRY;

/** The rows of each column, transposed. */
export const byColumn = (rows: Rows, columns: number): ColumnRows => finish(byColumnInSteps(rows, columns));

export function* byColumnInSteps(rows: Rows, columns: number): Steps<ColumnRows> {
  const start = new Int32Array(columns + 1);
  for (let p = 0; p < rows.column.length; p += 1) start[rows.column[p]! + 1]! += 1;
  let nextStep = ENTRIES_PER_STEP;
  if (rows.column.length > nextStep) yield rows.column.length;
  for (let j = 0; j < columns; j += 1) start[j + 1]! += start[j]!;
  const cursor = Int32Array.from(start);
  const row = new Int32Array(rows.column.length);
  const value = new Float64Array(rows.column.length);
  for (let i = 0; i + 1 < rows.start.length; i += 1) {
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const at = cursor[rows.column[p]!]!;
      cursor[rows.column[p]!] = at + 1;
      row[at] = i;
      value[at] = rows.value[p]!;
    }
    if (rows.start[i + 1]! < nextStep) continue;
    nextStep = rows.start[i + 1]! + ENTRIES_PER_STEP;
    yield rows.column.length + PER_ENTRY * rows.start[i + 1]!;
  }
  return { start, row, value };
}

/** The columns' bounds during a search, narrowed by what the rows imply, and put back on request. */
export class Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Row entries looked at. */
  work = 0;
  readonly #rows: Rows;
  readonly #users: ColumnRows;
  readonly #trailColumn: number[] = [];
  readonly #trailLower: number[] = [];
  readonly #trailUpper: number[] = [];
  readonly #queued: Uint8Array;
  #queue: number[] = [];

  constructor(
    lower: Float64Array,
    upper: Float64Array,
    rows: Rows,
    users: ColumnRows = byColumn(rows, lower.length),
  ) {
    this.lower = Float64Array.from(lower);
    this.upper = Float64Array.from(upper);
    this.#rows = rows;
    this.#users = users;
    this.#queued = new Uint8Array(rows.lower.length);
  }

  /** Where the box stands now, to go back to. */
  mark(): number {
    return this.#trailColumn.length;
  }

  /** Puts every bound back to where it stood at the mark. */
  undo(mark: number): void {
    while (this.#trailColumn.length > mark) {
      const j = this.#trailColumn.pop()!;
      this.lower[j] = this.#trailLower.pop()!;
      this.upper[j] = this.#trailUpper.pop()!;
    }
  }

  /** Narrows one column; false when nothing is left of it. Call {@link propagate} to see what follows. */
  narrow(column: number, lower: number, upper: number): boolean {
    const low = Math.max(lower, this.lower[column]!);
    const high = Math.min(upper, this.upper[column]!);
    if (low === this.lower[column] && high === this.upper[column]) return true;
    if (low > high) return false;
    this.#trailColumn.push(column);
    this.#trailLower.push(this.lower[column]!);
    this.#trailUpper.push(this.upper[column]!);
    this.lower[column] = low;
    this.upper[column] = high;
    for (let p = this.#users.start[column]!; p < this.#users.start[column + 1]!; p += 1)
      this.#enqueue(this.#users.row[p]!);
    return true;
  }

  /**
   * Narrows the columns to what they may lose: one that moves away from its best side by δ loses |reduced|·δ, of which no more
   * than `spare` can be lost. Then sees what follows.
   */
  narrowByLoss(reduced: Float64Array, spare: number): 'unchanged' | 'narrowed' | 'empty' {
    let changed = false;
    let holds = true;
    for (let j = 0; j < reduced.length && holds; j += 1) {
      const d = reduced[j]!;
      const span = this.upper[j]! - this.lower[j]!;
      if (d === 0 || span === 0 || Math.abs(d) * span <= spare) continue;
      const steps = Math.floor(spare / Math.abs(d));
      changed = true;
      holds =
        d < 0
          ? this.narrow(j, this.lower[j]!, this.lower[j]! + steps)
          : this.narrow(j, this.upper[j]! - steps, this.upper[j]!);
    }
    if (!changed) return 'unchanged';
    return this.propagate() && holds ? 'narrowed' : 'empty';
  }

  enqueueAll(): void {
    for (let i = 0; i < this.#rows.lower.length; i += 1) this.#enqueue(i);
  }

  #enqueue(row: number): void {
    if (this.#queued[row] === 1) return;
    this.#queued[row] = 1;
    this.#queue.push(row);
  }

  /** Narrows the box by every row that changed, to a fixed point; false when a row cannot hold. */
  propagate(): boolean {
    let holds = true;
    for (let head = 0; head < this.#queue.length; head += 1) {
      const row = this.#queue[head]!;
      this.#queued[row] = 0;
      if (holds) holds = this.#narrowBy(row);
    }
    this.#queue = [];
    return holds;
  }

  #narrowBy(row: number): boolean {
    const { start, column, value, lower: rowLower, upper: rowUpper } = this.#rows;
    const from = start[row]!;
    const to = start[row + 1]!;
    this.work += to - from;
    let least = 0;
    let most = 0;
    for (let p = from; p < to; p += 1) {
      const a = value[p]!;
      const j = column[p]!;
      least += a * (a > 0 ? this.lower[j]! : this.upper[j]!);
      most += a * (a > 0 ? this.upper[j]! : this.lower[j]!);
    }
    const low = rowLower[row]!;
    const high = rowUpper[row]!;
    if (least > high || most < low) return false;
    if (least >= low && most <= high) return true;
    for (let p = from; p < to; p += 1) {
      const a = value[p]!;
      const j = column[p]!;
      const span = this.upper[j]! - this.lower[j]!;
      if (span === 0) continue;
      const size = Math.abs(a);
      // How far the column may move from the side where the row's activity is least, and from the side where it is most.
      const rise = size * span > high - least ? Math.floor((high - least) / size) : span;
      const fall = size * span > most - low ? Math.floor((most - low) / size) : span;
      if (rise === span && fall === span) continue;
      const narrowed =
        a > 0
          ? this.narrow(j, this.upper[j]! - fall, this.lower[j]! + rise)
          : this.narrow(j, this.upper[j]! - rise, this.lower[j]! + fall);
      if (!narrowed) return false;
    }
    return true;
  }
}
