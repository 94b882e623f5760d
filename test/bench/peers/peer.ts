import type { Row } from '../../oracle/mip-sheet.js';

/** Integer columns and rows, without an objective. */
export interface IntegerProgram {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
}

/** By column, what it costs: less is better. */
export type Costs = ReadonlyMap<number, number>;

export type Attempt =
  | { readonly status: 'optimal'; readonly x: readonly number[] }
  | { readonly status: 'infeasible' }
  /** The best solution until time was up, if any, and what no solution costs less than. */
  | { readonly status: 'limit'; readonly x?: readonly number[]; readonly bound?: number }
  | { readonly status: 'failed'; readonly note: string };

/** A solver that has read a program. */
export interface Session {
  /** Looks for the solution that costs least, with no gap, from one that may be known, within so many milliseconds. */
  minimise(costs: Costs, known: readonly number[] | undefined, limit: number): Attempt;
  /** From now on solutions cost no more than this. */
  keep(costs: Costs, most: number): void;
  /** Of the last attempt, where the solver tells. */
  counts(): { readonly nodes?: number; readonly iterations?: number };
  close(): void;
}

export interface Peer {
  /** Loads and compiles it, before any clock starts. */
  load(): Promise<(program: IntegerProgram) => Session>;
}

export function costOf(costs: Costs, x: readonly number[]): number {
  let sum = 0;
  for (const [column, value] of costs) sum += value * (x[column] ?? 0);
  return sum;
}

/** Whether an integer solution keeps every bound and row, exactly. */
export const keepsAll = ({ lower, upper, rows }: IntegerProgram, x: readonly number[]): boolean =>
  lower.length === x.length &&
  x.every((value, j) => value >= (lower[j] ?? 0) && value <= (upper[j] ?? 0)) &&
  rows.every((row) => {
    const activity = row.indices.reduce((sum, j, k) => sum + (row.values[k] ?? 0) * (x[j] ?? 0), 0);
    return activity >= row.lower && activity <= row.upper;
  });

/** A copy to which rows can be added, for solvers that are given everything anew each time. */
export function growing(program: IntegerProgram): {
  readonly program: IntegerProgram;
  keep: Session['keep'];
} {
  const rows = [...program.rows];
  return {
    program: { ...program, rows },
    keep: (costs, most) => {
      if (costs.size > 0)
        rows.push({ lower: -Infinity, upper: most, indices: [...costs.keys()], values: [...costs.values()] });
    },
  };
}
