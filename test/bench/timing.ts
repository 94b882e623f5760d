/* Times are milliseconds. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** The slope of the straight line nearest to the points, both axes logarithmic; `undefined` for fewer than two sizes. */
export function logLogSlope(
  points: readonly { readonly size: number; readonly time: number }[],
): number | undefined {
  if (new Set(points.map(({ size }) => size)).size < 2) return undefined;
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
  const mean = (pick: 0 | 1): number => logs.reduce((sum, log) => sum + log[pick], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const over = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return over / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

/** How long more runs take, until they have taken three seconds or there are nine. */
export async function more(run: () => unknown): Promise<number[]> {
  const times: number[] = [];
  let total = 0;
  while (times.length === 0 || (total < 3_000 && times.length < 9)) {
    const started = performance.now();
    await run();
    const took = performance.now() - started;
    times.push(took);
    total += took;
  }
  return times;
}

/** The median of more runs than the first; the first itself, where it took ten seconds. */
export const settled = async (first: number, run: () => unknown): Promise<number> =>
  first < 10_000 ? median(await more(run)) : first;
