import type { SparseVector } from './sparse-vector.js';

/** Entries below this are noise, and are dropped. */
export const NOISE = 1e-14;
/** A vector that reaches more entries than these, and more than this share of all, is solved for by going through all rows. */
const FEW = 8;
const DENSE = 0.3;
/** Room that a line gets beyond what it needs, when it has to move. */
const SPARE = 4;

/**
 * A triangular matrix, as one sparse line of entries for each row number: by columns or by rows, as it is used. Entry
 * (i, value) of line p says that what stands at p is taken, times the value, from what stands at i. Diagonals are kept apart.
 */
export class Triangle {
  /** By line: where it starts, its entries, and the room it has. */
  readonly #begin: Int32Array;
  readonly #length: Int32Array;
  readonly #room: Int32Array;
  #index = new Int32Array(64);
  #value = new Float64Array(64);
  #used = 0;
  #entries = 0;
  readonly #lines: number;
  readonly #mark: Int32Array;
  #generation = 0;
  readonly #stack: Int32Array;
  readonly #cursor: Int32Array;
  readonly #reached: Int32Array;
  /** Elementary operations of the solves. */
  operations = 0;

  constructor(lines: number) {
    this.#lines = lines;
    this.#begin = new Int32Array(lines);
    this.#length = new Int32Array(lines);
    this.#room = new Int32Array(lines);
    this.#mark = new Int32Array(lines);
    this.#stack = new Int32Array(lines);
    this.#cursor = new Int32Array(lines);
    this.#reached = new Int32Array(lines);
  }

  /** How many entries it has. */
  get entries(): number {
    return this.#entries;
  }

  clear(): void {
    this.#length.fill(0);
    this.#room.fill(0);
    this.#used = 0;
    this.#entries = 0;
  }

  lengthOf(line: number): number {
    return this.#length[line]!;
  }

  /** Adds an entry to a line. */
  append(line: number, i: number, value: number): void {
    const length = this.#length[line]!;
    if (length === this.#room[line]) this.#makeRoom(line, length);
    const p = this.#begin[line]! + length;
    this.#index[p] = i;
    this.#value[p] = value;
    this.#length[line] = length + 1;
    this.#entries += 1;
  }

  /** Room for one entry more: at the end of all lines, where the line moves unless it is there. */
  #makeRoom(line: number, length: number): void {
    const last = this.#begin[line]! + length === this.#used;
    const room = length === 0 || last ? length + SPARE : 2 * length;
    const begin = last && length > 0 ? this.#begin[line]! : this.#used;
    this.#reserve(begin + room);
    if (begin !== this.#begin[line]!) {
      this.#index.copyWithin(begin, this.#begin[line]!, this.#begin[line]! + length);
      this.#value.copyWithin(begin, this.#begin[line]!, this.#begin[line]! + length);
      this.#begin[line] = begin;
    }
    this.#room[line] = room;
    this.#used = begin + room;
  }

  #reserve(size: number): void {
    if (size <= this.#index.length) return;
    const index = new Int32Array(2 * size);
    index.set(this.#index);
    this.#index = index;
    const value = new Float64Array(2 * size);
    value.set(this.#value);
    this.#value = value;
  }

  /** Takes an entry out of a line. */
  remove(line: number, i: number): void {
    const last = this.#begin[line]! + this.#length[line]! - 1;
    let p = last;
    while (this.#index[p] !== i) p -= 1;
    this.#index[p] = this.#index[last]!;
    this.#value[p] = this.#value[last]!;
    this.#length[line]! -= 1;
    this.#entries -= 1;
  }

  /** Takes all entries of a line out, and those that stand for them in the same matrix by its other lines. */
  removeLine(line: number, transposed: Triangle): void {
    const begin = this.#begin[line]!;
    const end = begin + this.#length[line]!;
    for (let p = begin; p < end; p += 1) transposed.remove(this.#index[p]!, line);
    this.#entries -= end - begin;
    this.#length[line] = 0;
  }

  /** Becomes the same matrix by its other lines. */
  transpose(other: Triangle): void {
    this.clear();
    const length = this.#length;
    for (let line = 0; line < this.#lines; line += 1) {
      const end = other.#begin[line]! + other.#length[line]!;
      for (let p = other.#begin[line]!; p < end; p += 1) length[other.#index[p]!]! += 1;
    }
    let used = 0;
    for (let line = 0; line < this.#lines; line += 1) {
      this.#begin[line] = used;
      if (length[line] === 0) continue;
      this.#room[line] = length[line]! + SPARE;
      used += this.#room[line]!;
      length[line] = 0;
    }
    this.#reserve(used);
    this.#used = used;
    this.#entries = other.#entries;
    for (let line = 0; line < this.#lines; line += 1) {
      const end = other.#begin[line]! + other.#length[line]!;
      for (let p = other.#begin[line]!; p < end; p += 1) {
        const to = other.#index[p]!;
        const at = this.#begin[to]! + length[to]!;
        this.#index[at] = line;
        this.#value[at] = other.#value[p]!;
        length[to]! += 1;
      }
    }
  }

  /**
   * Solves with the triangle, in place. Diagonals are 1 unless given. `order` lists the lines up to `ordered` (and -1 where
   * there is none) so that, from its last to its first if `backwards`, no line takes from one before it.
   */
  solve(
    x: SparseVector,
    diagonal: Float64Array | undefined,
    order: Int32Array,
    ordered: number,
    backwards: boolean,
  ): void {
    const begin = this.#begin;
    const length = this.#length;
    const index = this.#index;
    const value = this.#value;
    const entries = x.value;
    const reached = this.#reach(x);
    const lines = reached < 0 ? order : this.#reached;
    const last = (reached < 0 ? ordered : reached) - 1;
    const down = reached >= 0 || backwards;
    let count = 0;
    let operations = 3 * last + 3;
    for (let k = 0; k <= last; k += 1) {
      const line = lines[down ? last - k : k]!;
      if (line < 0) continue;
      let t = entries[line]!;
      if (t === 0) continue;
      if (Math.abs(t) < NOISE) {
        entries[line] = 0;
        continue;
      }
      if (diagonal !== undefined) {
        t /= diagonal[line]!;
        entries[line] = t;
      }
      x.index[count++] = line;
      const from = begin[line]!;
      const to = from + length[line]!;
      for (let p = from; p < to; p += 1) entries[index[p]!]! -= value[p]! * t;
      operations += 2 * (to - from);
    }
    x.count = count;
    this.operations += operations;
    // The order may leave lines out, as long as the triangle is not complete.
    if (reached < 0) x.gather();
  }

  /**
   * Lists the lines that the entries of a vector reach, each after all that take from it, and says how many; -1 when they
   * are too many to be worth it. (Gilbert and Peierls, "Sparse partial pivoting in time proportional to arithmetic
   * operations", SIAM Journal on Scientific and Statistical Computing 9, 1988.)
   */
  #reach(x: SparseVector): number {
    const most = FEW + DENSE * this.#lines;
    if (x.count > most) return -1;
    const generation = (this.#generation += 1);
    const mark = this.#mark;
    const length = this.#length;
    const index = this.#index;
    const reached = this.#reached;
    const stack = this.#stack;
    const cursor = this.#cursor;
    let count = 0;
    for (let k = 0; k < x.count; k += 1) {
      const from = x.index[k]!;
      if (mark[from] === generation) continue;
      mark[from] = generation;
      stack[0] = from;
      cursor[0] = this.#begin[from]!;
      let depth = 0;
      while (depth >= 0) {
        const line = stack[depth]!;
        const end = this.#begin[line]! + length[line]!;
        let p = cursor[depth]!;
        let next = -1;
        while (p < end) {
          const to = index[p++]!;
          if (mark[to] === generation) continue;
          mark[to] = generation;
          if (length[to] === 0) {
            reached[count++] = to;
            continue;
          }
          next = to;
          break;
        }
        if (next < 0) {
          reached[count++] = line;
          depth -= 1;
        } else {
          cursor[depth] = p;
          depth += 1;
          stack[depth] = next;
          cursor[depth] = this.#begin[next]!;
        }
      }
      if (count > most) return -1;
    }
    return count;
  }
}
