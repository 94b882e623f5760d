import { byColumn, type ColumnRows } from './box.js';
import type { Maximisation } from './maximisation.js';

/** A problem as it is where every column is at its lower bound. */
export class Corner {
  readonly whole: Omit<Maximisation, 'objective'>;
  readonly users: ColumnRows;
  /** By row, what it comes to. */
  readonly activity: Float64Array;
  readonly isSum: Uint8Array;
  /** By row, whether it only defines a sum: such a row holds nothing back. */
  readonly defines: Uint8Array;

  constructor(whole: Omit<Maximisation, 'objective'>, users = byColumn(whole.rows, whole.lower.length)) {
    const { rows, lower, sums } = whole;
    const m = rows.lower.length;
    this.whole = whole;
    this.users = users;
    this.activity = new Float64Array(m);
    for (let i = 0; i < m; i += 1) {
      for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1)
        this.activity[i]! += rows.value[p]! * lower[rows.column[p]!]!;
    }
    this.isSum = new Uint8Array(lower.length);
    this.defines = new Uint8Array(m);
    for (const j of sums) {
      this.isSum[j] = 1;
      for (let p = this.users.start[j]!; p < this.users.start[j + 1]!; p += 1)
        this.defines[this.users.row[p]!] = 1;
    }
  }

  /** By how much a row is beyond its sides once `by` is added to it: above 0 over the upper one, below 0 under the lower one. */
  beyond(row: number, by = 0): number {
    const { lower, upper } = this.whole.rows;
    const now = this.activity[row]! + by;
    return now > upper[row]! ? now - upper[row]! : Math.min(0, now - lower[row]!);
  }

  /** The rows that a column breaks when it alone goes up by one, and by how much they are beyond when it goes all the way. */
  *brokenBy(column: number): Generator<{ readonly row: number; readonly beyond: number }> {
    const { start, row, value } = this.users;
    const span = this.whole.upper[column]! - this.whole.lower[column]!;
    for (let p = start[column]!; p < start[column + 1]!; p += 1) {
      const i = row[p]!;
      if (this.defines[i] === 1 || this.beyond(i, value[p]) === 0) continue;
      yield { row: i, beyond: this.beyond(i, value[p]! * span) };
    }
  }

  /** The columns that, going up, make up for a row that is beyond its sides. */
  makersOf(row: number, beyond: number): number[] {
    const { start, column, value } = this.whole.rows;
    const makers: number[] = [];
    for (let p = start[row]!; p < start[row + 1]!; p += 1)
      if (beyond > 0 ? value[p]! < 0 : value[p]! > 0) makers.push(column[p]!);
    return makers;
  }
}
