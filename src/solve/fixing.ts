import type { Box, ColumnRows } from './box.js';
import type { Maximisation } from './maximisation.js';

/** A column fixed at a value; where a solution has it at one, the column that stands in for it takes its place. */
export interface Fixing {
  readonly column: number;
  readonly value: number;
  /** Whether that is its lower bound. */
  readonly toLower: boolean;
  readonly standIn: number;
}

export const NOBODY = -1;

/** Row and column entries looked at so far. */
export interface Count {
  operations: number;
}

/** A maximisation that is being reduced: its box, the rows of each column, and what is known of sums. */
export interface Reducing {
  readonly whole: Maximisation;
  readonly box: Box;
  readonly users: ColumnRows;
  /** By column, whether it is a sum; by row, whether it only defines one. */
  readonly isSum: Uint8Array;
  readonly defines: Uint8Array;
}
