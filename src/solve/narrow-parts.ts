import type { Box } from './box.js';

/** A column that is the sum of others, of another problem. */
export interface Sum {
  readonly column: number;
  readonly parts: readonly number[];
}

/** The bounds of columns, narrowed by those of the columns that add them up. */
export function narrowParts(
  whole: Pick<Box, 'lower' | 'upper'>,
  adds: readonly Sum[],
  sums: Pick<Box, 'lower' | 'upper'>,
): Pick<Box, 'lower' | 'upper'> {
  const lower = Float64Array.from(whole.lower);
  const upper = Float64Array.from(whole.upper);
  for (const { column, parts } of adds) {
    let least = 0;
    let most = 0;
    for (const part of parts) {
      least += whole.lower[part]!;
      most += whole.upper[part]!;
    }
    // With all others at their least, no part can be more than what they leave of the sum; and no less with all at their most.
    for (const part of parts) {
      const low = whole.lower[part]!;
      const high = whole.upper[part]!;
      upper[part] = Math.min(high, sums.upper[column]! - (least - low));
      lower[part] = Math.max(low, sums.lower[column]! - (most - high));
    }
  }
  return { lower, upper };
}
