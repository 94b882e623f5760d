import { type Columns, peel } from './singletons.js';
import { SparseVector } from './sparse-vector.js';
import { NOISE, Triangle } from './triangle.js';

/*
 * A sparse LU factorisation of a simplex basis: singleton columns and rows are peeled off first (most of a basis), the
 * rest is factorised left-looking with threshold pivoting. A column is replaced in the upper triangle, which a row
 * transformation makes triangular again (Forrest and Tomlin, "Updated triangular factors of the basis to maintain sparsity
 * in the product form simplex method", Mathematical Programming 2, 1972).
 * After `factorise`, position r of the basis is the column that pivots on row r.
 */

const PIVOT_THRESHOLD = 0.1;
const PIVOT_TOLERANCE = 1e-9;

export class Factor {
  readonly #rows: number;
  readonly #lower: Triangle;
  readonly #upper: Triangle;
  /** The same by rows. */
  readonly #lowerRows: Triangle;
  readonly #upperRows: Triangle;
  readonly #diagonal: Float64Array;
  /** The rows in the order of their pivots: as factorised, and as columns were replaced, -1 where one was. */
  readonly #pivots: Int32Array;
  #order: Int32Array;
  #ordered = 0;
  readonly #placeOf: Int32Array;
  /** Row transformations: each adds multiples of other rows to one. */
  #changedRow: number[] = [];
  #changeStart: number[] = [0];
  #changeRow: number[] = [];
  #changeValue: number[] = [];
  /** The last column half solved for, and the last row. */
  readonly #halfColumn: SparseVector;
  readonly #halfRow: SparseVector;
  readonly #work: SparseVector;
  #updates = 0;
  #operations = 0;

  constructor(rows: number) {
    this.#rows = rows;
    this.#lower = new Triangle(rows);
    this.#upper = new Triangle(rows);
    this.#lowerRows = new Triangle(rows);
    this.#upperRows = new Triangle(rows);
    this.#diagonal = new Float64Array(rows);
    this.#pivots = new Int32Array(rows);
    this.#order = new Int32Array(2 * rows);
    this.#placeOf = new Int32Array(rows);
    this.#halfColumn = new SparseVector(rows);
    this.#halfRow = new SparseVector(rows);
    this.#work = new SparseVector(rows);
  }

  /** Columns replaced since the last factorisation. */
  get updates(): number {
    return this.#updates;
  }

  /** Entries stored. */
  get size(): number {
    return this.#lower.entries + this.#upper.entries + this.#changeRow.length + this.#rows;
  }

  /** Elementary operations done so far. */
  get operations(): number {
    const { operations: lower } = this.#lower;
    return (
      this.#operations +
      lower +
      this.#upper.operations +
      this.#lowerRows.operations +
      this.#upperRows.operations
    );
  }

  /**
   * Factorises the basis whose columns are given by number (below `columns.start.length - 1` a column of the matrix, above
   * it minus a unit vector) and returns, by row, the column that pivots on it. Columns that depend on others are left out,
   * and the unit vectors of the rows left without a pivot stand in for them.
   */
  factorise(basis: Int32Array, columns: Columns): Int32Array {
    const m = this.#rows;
    const n = columns.start.length - 1;
    const { start, row, value } = columns;
    this.#lower.clear();
    this.#upper.clear();
    this.#changedRow = [];
    this.#changeStart = [0];
    this.#changeRow = [];
    this.#changeValue = [];
    this.#updates = 0;
    this.#ordered = 0;
    this.#placeOf.fill(-1);
    const heads = new Int32Array(m).fill(-1);
    const order = peel(basis, columns);
    for (let k = 0; k < order.peeled; k += 1) {
      const j = order.column[k]!;
      const pivot = order.row[k]!;
      heads[pivot] = j;
      if (j >= n) {
        this.#close(pivot, -1);
        continue;
      }
      let diagonal = 0;
      for (let p = start[j]!; p < start[j + 1]!; p += 1) if (row[p] === pivot) diagonal = value[p]!;
      for (let p = start[j]!; p < start[j + 1]!; p += 1) {
        const i = row[p]!;
        if (i === pivot) continue;
        if (this.#placeOf[i]! >= 0) this.#upper.append(pivot, i, value[p]!);
        else this.#lower.append(pivot, i, value[p]! / diagonal);
      }
      this.#close(pivot, diagonal);
    }
    for (let k = order.peeled; k < m; k += 1)
      this.#eliminate(order.column[k]!, columns, order.rowCount, heads);
    for (let i = 0; i < m; i += 1) {
      if (heads[i]! >= 0) continue;
      heads[i] = n + i;
      this.#close(i, -1);
    }
    this.#order.set(this.#pivots);
    this.#lowerRows.transpose(this.#lower);
    this.#upperRows.transpose(this.#upper);
    this.#operations += 12 * this.size;
    return heads;
  }

  /** One column of what peeling left: solved with the lower triangle so far, then split at the rows that have pivots. */
  #eliminate(j: number, { start, row, value }: Columns, rowCount: Int32Array, heads: Int32Array): void {
    const x = this.#work;
    x.clear();
    for (let p = start[j]!; p < start[j + 1]!; p += 1) x.add(row[p]!, value[p]!);
    this.#lower.solve(x, undefined, this.#pivots, this.#ordered, false);
    let largest = 0;
    for (let k = 0; k < x.count; k += 1) {
      const i = x.index[k]!;
      if (this.#placeOf[i]! < 0) largest = Math.max(largest, Math.abs(x.value[i]!));
    }
    const least = Math.max(PIVOT_TOLERANCE, PIVOT_THRESHOLD * largest);
    let pivot = -1;
    for (let k = 0; k < x.count; k += 1) {
      const i = x.index[k]!;
      if (this.#placeOf[i]! >= 0 || Math.abs(x.value[i]!) < least) continue;
      if (pivot < 0 || rowCount[i]! < rowCount[pivot]! || (rowCount[i] === rowCount[pivot] && i < pivot))
        pivot = i;
    }
    // Dependent on the columns before it: left out.
    if (pivot < 0) return;
    const diagonal = x.value[pivot]!;
    for (let k = 0; k < x.count; k += 1) {
      const i = x.index[k]!;
      if (i === pivot) continue;
      if (this.#placeOf[i]! >= 0) this.#upper.append(pivot, i, x.value[i]!);
      else this.#lower.append(pivot, i, x.value[i]! / diagonal);
    }
    this.#close(pivot, diagonal);
    heads[pivot] = j;
  }

  #close(pivot: number, diagonal: number): void {
    this.#diagonal[pivot] = diagonal;
    this.#placeOf[pivot] = this.#ordered;
    this.#pivots[this.#ordered++] = pivot;
  }

  /** Solves `B·x = right` in place; with `entering`, the column may then {@link replace} one of the basis. */
  forward(right: SparseVector, entering = false): void {
    this.#lower.solve(right, undefined, this.#pivots, this.#rows, false);
    for (let e = 0; e < this.#changedRow.length; e += 1) {
      let sum = 0;
      for (let p = this.#changeStart[e]!; p < this.#changeStart[e + 1]!; p += 1)
        sum += this.#changeValue[p]! * right.value[this.#changeRow[p]!]!;
      if (sum !== 0) right.add(this.#changedRow[e]!, sum);
    }
    this.#operations += 2 * this.#changeRow.length;
    if (entering) this.#halfColumn.copy(right);
    this.#upper.solve(right, this.#diagonal, this.#order, this.#ordered, true);
  }

  /** Solves `Bᵀ·y = right` in place. */
  backward(right: SparseVector): void {
    this.#upperRows.solve(right, this.#diagonal, this.#order, this.#ordered, false);
    this.#backwardLower(right);
  }

  /** Row r of the inverse: solves `Bᵀ·y = e_r`, into a vector. The column at position r may then be {@link replace}d. */
  row(r: number, into: SparseVector): void {
    into.clear();
    into.add(r, 1);
    this.#upperRows.solve(into, this.#diagonal, this.#order, this.#ordered, false);
    this.#halfRow.copy(into);
    this.#backwardLower(into);
  }

  #backwardLower(right: SparseVector): void {
    for (let e = this.#changedRow.length - 1; e >= 0; e -= 1) {
      const t = right.value[this.#changedRow[e]!]!;
      if (t === 0) continue;
      for (let p = this.#changeStart[e]!; p < this.#changeStart[e + 1]!; p += 1)
        right.add(this.#changeRow[p]!, this.#changeValue[p]! * t);
      this.#operations += 2 * (this.#changeStart[e + 1]! - this.#changeStart[e]!);
    }
    this.#lowerRows.solve(right, undefined, this.#pivots, this.#rows, true);
  }

  /** Replaces the column at position `r`, whose {@link row} was the last asked for, by the last one that was `entering`. */
  replace(r: number): void {
    const column = this.#halfColumn;
    const row = this.#halfRow;
    this.#upper.removeLine(r, this.#upperRows);
    this.#upperRows.removeLine(r, this.#upper);
    // The row of position r, made zero beyond the diagonal by the rows below it.
    const old = this.#diagonal[r]!;
    let diagonal = column.value[r]!;
    for (let k = 0; k < row.count; k += 1) {
      const i = row.index[k]!;
      if (i === r) continue;
      const multiple = row.value[i]! * old;
      this.#changeRow.push(i);
      this.#changeValue.push(multiple);
      diagonal += multiple * column.value[i]!;
    }
    if (row.count > 1) {
      this.#changedRow.push(r);
      this.#changeStart.push(this.#changeRow.length);
    }
    this.#diagonal[r] = diagonal;
    for (let k = 0; k < column.count; k += 1) {
      const i = column.index[k]!;
      const value = column.value[i]!;
      if (i === r || Math.abs(value) < NOISE) continue;
      this.#upper.append(r, i, value);
      this.#upperRows.append(i, r, value);
    }
    if (this.#ordered === this.#order.length) this.#makeRoom();
    this.#order[this.#placeOf[r]!] = -1;
    this.#placeOf[r] = this.#ordered;
    this.#order[this.#ordered++] = r;
    this.#updates += 1;
    this.#operations += 4 * (row.count + column.count);
  }

  #makeRoom(): void {
    const order = new Int32Array(2 * this.#order.length);
    order.set(this.#order);
    this.#order = order;
  }
}
