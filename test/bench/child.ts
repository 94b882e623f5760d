import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';

/*
 * Each measurement has a process of its own, so that none warms up another. What it finds it prints as lines of JSON:
 * those written before it had to be ended are not lost.
 */

/** Prints a line that the process that started this one reads. */
export const tell = (line: unknown): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

export interface Told<T> {
  readonly lines: readonly T[];
  /** Whether it ended by itself. */
  readonly ended: boolean;
  /** The last of what it said to standard error when it did not end well. */
  readonly error?: string;
}

/** Runs Node in a process of its own and reads what it tells within so many seconds. */
export function inChild<T>(args: readonly string[], limitSeconds: number): Told<T> {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: limitSeconds * 1_000,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 28,
  });
  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as T);
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return { lines, ended: false };
  if (error !== undefined) throw error;
  return status === 0 ? { lines, ended: true } : { lines, ended: true, error: lastWords(stderr) };
}

const lastWords = (text: string): string =>
  text
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim()
    .slice(0, 120) ?? 'it ended badly';
