import { invariant } from '../internal/invariant.js';

/** What a column is to a basis. A fixed one has no room: it stays where it is, whatever its reduced cost. */
export const AT_LOWER = 0;
export const AT_UPPER = 1;
export const BASIC = 2;
export const FIXED = 3;

/** What a basis is, without what follows from it. */
export type BasisCopy = Pick<Basis, 'head' | 'status' | 'weight'>;

/** Where a simplex stands. After the columns, one logical for each row counts as a column: it has the row's activity. */
export class Basis {
  /** How many columns there are without the logicals, and rows. */
  readonly columns: number;
  readonly rows: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** To be minimised. */
  readonly cost: Float64Array;
  /** Reduced costs; of columns that are fixed they are kept only for logicals. */
  readonly reduced: Float64Array;
  readonly x: Float64Array;
  readonly status: Uint8Array;
  /** Dual steepest-edge weights of basic columns. */
  readonly weight: Float64Array;
  /** By row: the column that is basic there. */
  readonly head: Int32Array;

  /** The basis of the logicals. */
  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
    const all = columns + rows;
    this.lower = new Float64Array(all);
    this.upper = new Float64Array(all);
    this.cost = new Float64Array(all);
    this.reduced = new Float64Array(all);
    this.x = new Float64Array(all);
    this.status = new Uint8Array(all).fill(BASIC, columns);
    this.weight = new Float64Array(all).fill(1);
    this.head = Int32Array.from({ length: rows }, (_, i) => columns + i);
  }

  /** Takes over the basis of another program; the lists say which of its columns and rows each one is, -1 for a new one. */
  inherit(previous: Basis, cameFrom: Int32Array, columnsFrom?: Int32Array): void {
    const n = this.columns;
    const take = (j: number, from: number): void => {
      this.status[j] = previous.status[from]!;
      this.weight[j] = previous.weight[from]!;
    };
    for (let j = 0; j < n; j += 1) {
      const from = columnsFrom === undefined ? j : columnsFrom[j]!;
      if (from >= 0) take(j, from);
    }
    cameFrom.forEach((from, i) => {
      if (from >= 0) take(n + i, previous.columns + from);
    });
    let row = 0;
    this.status.forEach((status, j) => {
      if (status === BASIC) this.head[row++] = j;
    });
    invariant(row === this.rows, 'A basis does not fit its rows');
  }

  /** Which columns are basic, and where the others are. */
  copy(): BasisCopy {
    return { head: this.head.slice(), status: this.status.slice(), weight: this.weight.slice() };
  }

  /** Goes back to a copy. */
  restore({ head, status, weight }: BasisCopy): void {
    this.head.set(head);
    this.status.set(status);
    this.weight.set(weight);
  }

  /** Takes other columns for basic, by row. Those that are not any more have yet to {@link settle}. */
  rebase(head: Int32Array): void {
    for (const j of this.head) this.status[j] = FIXED;
    this.head.set(head);
    for (const j of this.head) this.status[j] = BASIC;
  }

  /** How far the column that is basic at a row is out of its bounds; negative inside. */
  outside(row: number): number {
    const j = this.head[row]!;
    const x = this.x[j]!;
    return Math.max(this.lower[j]! - x, x - this.upper[j]!);
  }

  /** Moves a column that is not basic to the bound that its reduced cost, where it is larger than noise, asks for. */
  settle(column: number, noise: number): void {
    const d = this.reduced[column]!;
    let status = this.status[column]!;
    if (column < this.columns && this.lower[column] === this.upper[column]) status = FIXED;
    else if (d < -noise) status = AT_UPPER;
    else if (d > noise || status === FIXED) status = AT_LOWER;
    this.status[column] = status;
    this.x[column] = status === AT_UPPER ? this.upper[column]! : this.lower[column]!;
  }

  /** Leaves a column that is not basic where it is: where its reduced cost asks for the other bound, its cost is shifted. */
  stay(column: number): void {
    const d = this.reduced[column]!;
    if (this.lower[column] === this.upper[column] || (this.status[column] === AT_LOWER ? d >= 0 : d <= 0))
      return;
    this.cost[column]! -= d;
    this.reduced[column] = 0;
  }

  /** The value of what is to be maximised: as long as reduced costs have their signs, no point has more. */
  value(): number {
    let value = 0;
    for (let j = 0; j < this.x.length; j += 1) value -= this.cost[j]! * this.x[j]!;
    return value;
  }
}
