import type { Rows } from '../model/problem.js';

/** Whether a point keeps all rows. */
export function keepsRows({ start, column, value, lower, upper }: Rows, x: Float64Array): boolean {
  for (let i = 0; i < lower.length; i += 1) {
    let activity = 0;
    for (let p = start[i]!; p < start[i + 1]!; p += 1) activity += value[p]! * x[column[p]!]!;
    if (activity < lower[i]! || activity > upper[i]!) return false;
  }
  return true;
}
