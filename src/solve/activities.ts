import type { Rows } from '../model/problem.js';
import type { Box } from './box.js';

/** By row, what it can come to in a box, and which of its sides some point of the box breaks. */
export interface Activities {
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly canExceed: Uint8Array;
  readonly canFallShort: Uint8Array;
}

/** `defines`: by row, whether it only defines a sum. Such a row can always hold, whatever the other columns are. */
export function activitiesOf(rows: Rows, box: Box, defines: Uint8Array): Activities {
  const m = rows.lower.length;
  const least = new Float64Array(m);
  const most = new Float64Array(m);
  const canExceed = new Uint8Array(m);
  const canFallShort = new Uint8Array(m);
  for (let i = 0; i < m; i += 1) {
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const a = rows.value[p]!;
      const j = rows.column[p]!;
      least[i]! += a * (a > 0 ? box.lower[j]! : box.upper[j]!);
      most[i]! += a * (a > 0 ? box.upper[j]! : box.lower[j]!);
    }
    if (defines[i] === 1) continue;
    canExceed[i] = most[i]! > rows.upper[i]! ? 1 : 0;
    canFallShort[i] = least[i]! < rows.lower[i]! ? 1 : 0;
  }
  return { least, most, canExceed, canFallShort };
}
