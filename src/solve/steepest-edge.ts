import type { SparseVector } from './sparse-vector.js';

/** Weights below this are noise. */
export const SMALLEST_WEIGHT = 1e-4;

/**
 * Updates the dual steepest-edge weights when the column `entering` takes position `r` of the basis (Forrest and Goldfarb,
 * "Steepest-edge simplex algorithms for linear programming", Mathematical Programming 57, 1992). `solved` is the entering
 * column in terms of the basis, `tau` the pivot row's; the weight of the leaving column must be exact.
 */
export function updateWeights(
  weights: Float64Array,
  head: Int32Array,
  r: number,
  entering: number,
  solved: SparseVector,
  tau: SparseVector,
): void {
  const pivot = solved.value[r]!;
  const leaving = weights[head[r]!]!;
  for (let p = 0; p < solved.count; p += 1) {
    const k = solved.index[p]!;
    if (k === r) continue;
    const ratio = solved.value[k]! / pivot;
    const j = head[k]!;
    weights[j] = Math.max(weights[j]! - 2 * ratio * tau.value[k]! + ratio * ratio * leaving, SMALLEST_WEIGHT);
  }
  weights[entering] = Math.max(leaving / (pivot * pivot), SMALLEST_WEIGHT);
}
