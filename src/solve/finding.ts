import type { ExactBound } from './exact-bound.js';

/** Integer weights of rows that say something of a box: by {@link exactBound}, or with scale 0 that nothing is in it. */
export interface Finding {
  readonly scale: number;
  /** The rows that have a weight, growing. */
  readonly rows: Int32Array;
  readonly weights: Float64Array;
}

/** What a proof found, over rows numbered as `numbers` says. */
export function findingOf(
  { weights }: Pick<ExactBound, 'weights'>,
  scale: number,
  numbers: ArrayLike<number>,
): Finding {
  let count = 0;
  for (const weight of weights) if (weight !== 0) count += 1;
  const rows = new Int32Array(count);
  const own = new Float64Array(count);
  let at = 0;
  weights.forEach((weight, i) => {
    if (weight === 0) return;
    rows[at] = numbers[i]!;
    own[at] = weight;
    at += 1;
  });
  return { scale, rows, weights: own };
}
