import type { Row } from '../oracle/mip-sheet.js';
import type { LinearForm, Rows } from '../../src/model/problem.js';
import type { Costs } from './peers/peer.js';

/** Rows of the library's own problems, written as those of a solver. */
export const asRows = ({ start, column, value, lower, upper }: Rows): Row[] =>
  Array.from(lower, (least, i) => ({
    lower: least,
    upper: upper[i] ?? Infinity,
    indices: [...column.subarray(start[i], start[i + 1])],
    values: [...value.subarray(start[i], start[i + 1])],
  }));

/** What is to be made large, as costs. */
export const asCosts = ({ columns, values }: LinearForm): Costs =>
  new Map(columns.map((j, k) => [j, -(values[k] ?? 0)]));

export const formValue = ({ columns, values }: LinearForm, x: ArrayLike<number>): number =>
  columns.reduce((sum, j, k) => sum + (values[k] ?? 0) * (x[j] ?? 0), 0);
