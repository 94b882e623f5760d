import { spawnSync } from 'node:child_process';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

export const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

/** Milliseconds of each run: 3 to 9 of them until they have taken three seconds; fewer once they have taken twenty. */
export async function timed(run: () => unknown): Promise<number[]> {
  const times: number[] = [];
  let total = 0;
  while (times.length === 0 || total < (times.length < 3 ? 20_000 : times.length < 9 ? 3_000 : 0)) {
    const started = performance.now();
    await run();
    const took = performance.now() - started;
    times.push(took);
    total += took;
  }
  return times;
}

/** Runs Node in a process of its own and reads the JSON it prints; `undefined` when it takes too long. */
export function inChild<T>(args: readonly string[], limitSeconds: number): T | undefined {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: limitSeconds * 1_000,
    maxBuffer: 1 << 28,
  });
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return undefined;
  if (error !== undefined || status !== 0) throw error ?? new Error(stderr);
  return JSON.parse(stdout) as T;
}
