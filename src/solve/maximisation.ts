import type { Rows } from '../model/problem.js';

/** One maximisation over integer columns: what the search works on. */
export interface Maximisation {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: Rows;
  readonly objective: Float64Array;
  /** Columns that stand for sums of others; each stands in one row, which defines it. */
  readonly sums: readonly number[];
  /** Columns worth branching on before others. */
  readonly branchFirst: readonly number[];
}
