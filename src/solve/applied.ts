import type { Rows } from '../model/problem.js';
import type { Box } from './box.js';
import { boundInLargeIntegers, weighted } from './exact-bound.js';
import type { Finding } from './finding.js';
import type { Maximisation } from './maximisation.js';

/** What is proved: that nothing in a box is worth `value + least` or more. */
export interface Claim {
  readonly whole: Maximisation;
  /** The rows with all cuts that findings speak of. */
  readonly rows: Rows;
  readonly value: number;
  /** The least that values differ by. */
  readonly least: number;
}

export type Said = 'closed' | 'narrowed' | 'unchanged';

/** Narrows a box to what a finding leaves of the points that the claim denies. */
export function applied({ scale, rows: given, weights: values }: Finding, box: Box, claim: Claim): Said {
  const { whole, rows, value, least } = claim;
  const weights = new Float64Array(rows.lower.length);
  given.forEach((row, k) => {
    weights[row] = values[k]!;
  });
  const proof = weighted(rows, box.lower, box.upper, whole.objective, scale, weights);
  if (proof.total === Infinity) {
    const large = scale === 1 && boundInLargeIntegers(rows, box.lower, box.upper, whole.objective, weights);
    return large !== false && large < value + least ? 'closed' : 'unchanged';
  }
  const spare = proof.total - scale * (value + least);
  if (spare < 0) return 'closed';
  const says = box.narrowByLoss(proof.reduced, spare);
  return says === 'empty' ? 'closed' : says;
}
