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
  solved: Float64Array,
  tau: Float64Array,
): void {
  const pivot = solved[r]!;
  const leaving = weights[head[r]!]!;
  for (let k = 0; k < head.length; k += 1) {
    if (k === r || solved[k] === 0) continue;
    const ratio = solved[k]! / pivot;
    const j = head[k]!;
    weights[j] = Math.max(weights[j]! - 2 * ratio * tau[k]! + ratio * ratio * leaving, SMALLEST_WEIGHT);
  }
  weights[entering] = Math.max(leaving / (pivot * pivot), SMALLEST_WEIGHT);
}
