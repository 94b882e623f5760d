/** Solves `A·x = b` by Gaussian elimination with full pivoting; `undefined` when A is as good as singular. */
export function solveDense(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | undefined {
  const n = right.length;
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const columnAt = right.map((_, j) => j);
  for (let k = 0; k < n; k += 1) {
    let pivotRow = k;
    let pivotColumn = k;
    for (let i = k; i < n; i += 1) {
      for (let j = k; j < n; j += 1) {
        if (Math.abs(a[i]![j]!) <= Math.abs(a[pivotRow]![pivotColumn]!)) continue;
        pivotRow = i;
        pivotColumn = j;
      }
    }
    if (Math.abs(a[pivotRow]![pivotColumn]!) < 1e-6) return undefined;
    [a[k], a[pivotRow]] = [a[pivotRow]!, a[k]!];
    for (const row of a) [row[k], row[pivotColumn]] = [row[pivotColumn]!, row[k]!];
    [columnAt[k], columnAt[pivotColumn]] = [columnAt[pivotColumn]!, columnAt[k]!];
    for (let i = 0; i < n; i += 1) {
      if (i === k) continue;
      const factor = a[i]![k]! / a[k]![k]!;
      if (factor === 0) continue;
      for (let j = k; j <= n; j += 1) a[i]![j]! -= factor * a[k]![j]!;
    }
  }
  const x = right.map(() => 0);
  columnAt.forEach((column, k) => {
    x[column] = a[k]![n]! / a[k]![k]!;
  });
  return x;
}

export const transposed = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, i) => matrix.map((row) => row[i]!));
