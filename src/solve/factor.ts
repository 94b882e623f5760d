/*
 * A sparse LU factorisation of a simplex basis: singleton columns and rows are peeled off first (most of a basis), the
 * rest is factorised left-looking with threshold pivoting. Replacements of one column are kept as a product form.
 * After `factorise`, position r of the basis is the column that pivots on row r.
 */

const PIVOT_THRESHOLD = 0.1;
const PIVOT_TOLERANCE = 1e-9;

/** Columns of the matrix, compressed. */
export interface Columns {
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
}

export class Factor {
  readonly #rows: number;
  /** By step: the row it pivots on. */
  readonly #pivotRow: Int32Array;
  /** By row: the step that pivots on it, -1 while none does. */
  readonly #stepOf: Int32Array;
  readonly #diagonal: Float64Array;
  #lowerStart: number[] = [];
  #lowerRow: number[] = [];
  #lowerValue: number[] = [];
  #upperStart: number[] = [];
  #upperRow: number[] = [];
  #upperValue: number[] = [];
  #etaPivot: number[] = [];
  #etaStart: number[] = [0];
  #etaRow: number[] = [];
  #etaValue: number[] = [];
  #etaDiagonal: number[] = [];

  constructor(rows: number) {
    this.#rows = rows;
    this.#pivotRow = new Int32Array(rows);
    this.#stepOf = new Int32Array(rows);
    this.#diagonal = new Float64Array(rows);
  }

  /** Columns replaced since the last factorisation. */
  get updates(): number {
    return this.#etaPivot.length;
  }

  /** Entries stored, which is what solving with the factor costs. */
  get size(): number {
    return this.#lowerRow.length + this.#upperRow.length + this.#etaRow.length + this.#rows;
  }

  /**
   * Factorises the basis whose columns are given by number (below `structurals.start.length - 1` a column of the
   * matrix, above it minus a unit vector) and returns, by row, the column that pivots on it. Columns that depend on
   * others are left out, and the unit vectors of the rows left without a pivot stand in for them.
   */
  factorise(basis: Int32Array, columns: Columns): Int32Array {
    const m = this.#rows;
    const n = columns.start.length - 1;
    const { start, row, value } = columns;
    this.#lowerStart = [0];
    this.#lowerRow = [];
    this.#lowerValue = [];
    this.#upperStart = [0];
    this.#upperRow = [];
    this.#upperValue = [];
    this.#etaPivot = [];
    this.#etaStart = [0];
    this.#etaRow = [];
    this.#etaValue = [];
    this.#etaDiagonal = [];
    const stepOf = this.#stepOf.fill(-1);
    const heads = new Int32Array(m).fill(-1);

    const order: number[] = [];
    const chosenRow: number[] = [];
    const taken = new Uint8Array(m);
    const rowTaken = new Uint8Array(m);
    const structural: number[] = [];
    for (let k = 0; k < m; k += 1) {
      const j = basis[k]!;
      if (j < n) {
        structural.push(j);
        continue;
      }
      rowTaken[j - n] = 1;
      order.push(j);
      chosenRow.push(j - n);
    }
    // Peel singletons among the structural columns: by column count, then by row count, over rows not yet taken.
    const rowCount = new Int32Array(m);
    const columnCount = new Int32Array(structural.length);
    const users: number[][] = [];
    for (let k = 0; k < structural.length; k += 1) {
      const j = structural[k]!;
      for (let p = start[j]!; p < start[j + 1]!; p += 1) {
        const i = row[p]!;
        if (rowTaken[i] === 1) continue;
        columnCount[k]! += 1;
        rowCount[i]! += 1;
        (users[i] ??= []).push(k);
      }
    }
    const queue: number[] = [];
    for (let k = 0; k < structural.length; k += 1) if (columnCount[k] === 1) queue.push(k);
    const takeRow = (i: number): void => {
      rowTaken[i] = 1;
      for (const other of users[i] ?? []) {
        if (taken[other] === 1) continue;
        columnCount[other]! -= 1;
        if (columnCount[other] === 1) queue.push(other);
      }
    };
    for (let head = 0; head < queue.length; head += 1) {
      const k = queue[head]!;
      if (taken[k] === 1 || columnCount[k] !== 1) continue;
      const j = structural[k]!;
      let pivot = -1;
      for (let p = start[j]!; p < start[j + 1]!; p += 1) if (rowTaken[row[p]!] === 0) pivot = p;
      if (pivot < 0 || Math.abs(value[pivot]!) < PIVOT_TOLERANCE) continue;
      taken[k] = 1;
      order.push(j);
      chosenRow.push(row[pivot]!);
      takeRow(row[pivot]!);
    }
    const rest: number[] = [];
    for (let k = 0; k < structural.length; k += 1) if (taken[k] === 0) rest.push(k);
    rest.sort((a, b) => columnCount[a]! - columnCount[b]! || a - b);
    for (const k of rest) {
      order.push(structural[k]!);
      chosenRow.push(-1);
    }

    // Left-looking elimination in that order.
    const work = new Float64Array(m);
    const mark = new Int32Array(m).fill(-1);
    const reach: number[] = [];
    const pattern: number[] = [];
    const stack: number[] = [];
    const cursor: number[] = [];
    let step = 0;
    for (let k = 0; k < order.length; k += 1) {
      const j = order[k]!;
      reach.length = 0;
      pattern.length = 0;
      // The rows that fill in: depth-first over the lower factor, which yields them in reverse topological order.
      const visit = (first: number): void => {
        if (mark[first] === k) return;
        mark[first] = k;
        stack.push(first);
        cursor.push(stepOf[first]! >= 0 ? this.#lowerStart[stepOf[first]!]! : 0);
        while (stack.length > 0) {
          const i = stack[stack.length - 1]!;
          const s = stepOf[i]!;
          const end = s >= 0 ? this.#lowerStart[s + 1]! : 0;
          let p = cursor[cursor.length - 1]!;
          let next = -1;
          for (; p < end; p += 1) {
            const child = this.#lowerRow[p]!;
            if (mark[child] !== k) {
              next = child;
              break;
            }
          }
          if (next < 0) {
            stack.pop();
            cursor.pop();
            if (s >= 0) reach.push(i);
            else pattern.push(i);
          } else {
            cursor[cursor.length - 1] = p + 1;
            mark[next] = k;
            stack.push(next);
            cursor.push(stepOf[next]! >= 0 ? this.#lowerStart[stepOf[next]!]! : 0);
          }
        }
      };
      if (j >= n) {
        visit(j - n);
        work[j - n] = -1;
      } else {
        for (let p = start[j]!; p < start[j + 1]!; p += 1) visit(row[p]!);
        for (let p = start[j]!; p < start[j + 1]!; p += 1) work[row[p]!] = value[p]!;
      }
      const mark0 = this.#upperRow.length;
      for (let p = reach.length - 1; p >= 0; p -= 1) {
        const i = reach[p]!;
        const t = work[i]!;
        work[i] = 0;
        if (t === 0) continue;
        this.#upperRow.push(i);
        this.#upperValue.push(t);
        const s = stepOf[i]!;
        for (let q = this.#lowerStart[s]!; q < this.#lowerStart[s + 1]!; q += 1) {
          work[this.#lowerRow[q]!]! -= this.#lowerValue[q]! * t;
        }
      }
      let pivot = chosenRow[k]!;
      let largest = 0;
      for (const i of pattern) largest = Math.max(largest, Math.abs(work[i]!));
      if (pivot < 0 || Math.abs(work[pivot]!) < PIVOT_TOLERANCE || stepOf[pivot]! >= 0) {
        pivot = -1;
        for (const i of pattern) {
          if (Math.abs(work[i]!) < Math.max(PIVOT_TOLERANCE, PIVOT_THRESHOLD * largest)) continue;
          if (pivot < 0 || rowCount[i]! < rowCount[pivot]! || (rowCount[i] === rowCount[pivot] && i < pivot))
            pivot = i;
        }
      }
      if (pivot < 0) {
        // Dependent on the columns before it: leave it out.
        for (const i of pattern) work[i] = 0;
        this.#upperRow.length = mark0;
        this.#upperValue.length = mark0;
        continue;
      }
      this.#close(step, pivot, work[pivot]!);
      for (const i of pattern) {
        if (i !== pivot && work[i] !== 0) {
          this.#lowerRow.push(i);
          this.#lowerValue.push(work[i]! / work[pivot]!);
        }
      }
      for (const i of pattern) work[i] = 0;
      this.#lowerStart.push(this.#lowerRow.length);
      heads[pivot] = j;
      step += 1;
    }
    for (let i = 0; i < m; i += 1) {
      if (heads[i]! >= 0) continue;
      heads[i] = n + i;
      this.#close(step, i, -1);
      this.#lowerStart.push(this.#lowerRow.length);
      step += 1;
    }
    return heads;
  }

  #close(step: number, pivot: number, diagonal: number): void {
    this.#stepOf[pivot] = step;
    this.#pivotRow[step] = pivot;
    this.#diagonal[step] = diagonal;
    this.#upperStart.push(this.#upperRow.length);
  }

  /** Solves `B·x = work` in place. */
  forward(work: Float64Array): void {
    const m = this.#rows;
    for (let k = 0; k < m; k += 1) {
      const from = this.#lowerStart[k]!;
      const to = this.#lowerStart[k + 1]!;
      if (from === to) continue;
      const t = work[this.#pivotRow[k]!]!;
      if (t === 0) continue;
      for (let p = from; p < to; p += 1) work[this.#lowerRow[p]!]! -= this.#lowerValue[p]! * t;
    }
    for (let k = m - 1; k >= 0; k -= 1) {
      const i = this.#pivotRow[k]!;
      if (work[i] === 0) continue;
      const t = work[i]! / this.#diagonal[k]!;
      work[i] = t;
      for (let p = this.#upperStart[k]!; p < this.#upperStart[k + 1]!; p += 1) {
        work[this.#upperRow[p]!]! -= this.#upperValue[p]! * t;
      }
    }
    for (let e = 0; e < this.#etaPivot.length; e += 1) {
      const r = this.#etaPivot[e]!;
      if (work[r] === 0) continue;
      const t = work[r]! / this.#etaDiagonal[e]!;
      work[r] = t;
      for (let p = this.#etaStart[e]!; p < this.#etaStart[e + 1]!; p += 1)
        work[this.#etaRow[p]!]! -= this.#etaValue[p]! * t;
    }
  }

  /** Solves `Bᵀ·y = work` in place. */
  backward(work: Float64Array): void {
    const m = this.#rows;
    for (let e = this.#etaPivot.length - 1; e >= 0; e -= 1) {
      const r = this.#etaPivot[e]!;
      let t = work[r]!;
      for (let p = this.#etaStart[e]!; p < this.#etaStart[e + 1]!; p += 1)
        t -= this.#etaValue[p]! * work[this.#etaRow[p]!]!;
      work[r] = t / this.#etaDiagonal[e]!;
    }
    for (let k = 0; k < m; k += 1) {
      const i = this.#pivotRow[k]!;
      let t = work[i]!;
      for (let p = this.#upperStart[k]!; p < this.#upperStart[k + 1]!; p += 1)
        t -= this.#upperValue[p]! * work[this.#upperRow[p]!]!;
      work[i] = t === 0 ? 0 : t / this.#diagonal[k]!;
    }
    for (let k = m - 1; k >= 0; k -= 1) {
      const from = this.#lowerStart[k]!;
      const to = this.#lowerStart[k + 1]!;
      if (from === to) continue;
      const i = this.#pivotRow[k]!;
      let t = work[i]!;
      for (let p = from; p < to; p += 1) t -= this.#lowerValue[p]! * work[this.#lowerRow[p]!]!;
      work[i] = t;
    }
  }

  /** Replaces the column at position `r` by one whose solved form `B⁻¹·a` is given. */
  replace(r: number, solved: Float64Array): void {
    for (let i = 0; i < this.#rows; i += 1) {
      if (i === r || Math.abs(solved[i]!) < 1e-14) continue;
      this.#etaRow.push(i);
      this.#etaValue.push(solved[i]!);
    }
    this.#etaPivot.push(r);
    this.#etaDiagonal.push(solved[r]!);
    this.#etaStart.push(this.#etaRow.length);
  }
}
