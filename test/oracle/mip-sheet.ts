import type { Objectives } from './objectives.js';

/*
 * A sheet of columns and rows to write a mixed-integer problem on.
 */

export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly indices: number[];
  readonly values: number[];
}

/** A mixed-integer problem whose columns are all integer and at least 0, with its objectives in order. */
export interface Mip {
  /** The upper bound of each column. */
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
  readonly objectives: readonly {
    readonly name: keyof Objectives;
    /** 1: less is better. -1: more is. */
    readonly sign: 1 | -1;
    readonly costs: ReadonlyMap<number, number>;
    /** What it comes to when every column is 0. */
    readonly offset: number;
  }[];
}

/** A column, and what it is multiplied by. */
export type Term = readonly [column: number, times: number];

export interface Sheet {
  readonly upper: number[];
  readonly rows: Row[];
  /** A new integer column between 0 and `most`. */
  readonly column: (most: number) => number;
  /** The sum of the terms lies between the two. */
  row(lower: number, upper: number, terms: readonly Term[]): void;
}

export function newSheet(): Sheet {
  const upper: number[] = [];
  const rows: Row[] = [];
  return {
    upper,
    rows,
    column: (most) => upper.push(most) - 1,
    row: (lower, most, terms) => {
      const sums = new Map<number, number>();
      for (const [index, value] of terms) sums.set(index, (sums.get(index) ?? 0) + value);
      const entries = [...sums].filter(([, value]) => value !== 0);
      if (entries.length === 0 && lower <= 0 && most >= 0) return;
      rows.push({
        lower,
        upper: most,
        indices: entries.map(([index]) => index),
        values: entries.map(([, value]) => value),
      });
    },
  };
}

export const times = (columns: readonly number[], factor: number): Term[] =>
  columns.map((column) => [column, factor]);

/** Adds to what a map has under a key. */
export function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/** Appends to the list that a map has under a key. */
export function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, ...values: Value[]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, values);
  else list.push(...values);
}
