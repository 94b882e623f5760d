import { greatestCommonDivisor as gcd } from '../internal/integers.js';
import type { Rows } from '../model/problem.js';

/** An inequality `Σ values·columns ≤ upper` that every integer solution keeps. */
export interface Cut {
  readonly columns: number[];
  readonly values: number[];
  readonly upper: number;
  readonly source: CutSource;
}

/**
 * How a cut follows: rows added up with integer weights, then rounded by a divisor, some columns counted from their upper
 * bound. A row counts with its upper side where its weight is above 0 and with its lower where it is below, but with the
 * other where it has no such side; what it leaves to that side counts as a column that is 0 or more.
 */
export interface CutSource {
  readonly rows: readonly number[];
  readonly weights: readonly number[];
  readonly divisor: number;
  readonly flipped: readonly number[];
}

/** Largest coefficient a cut may have: larger ones make the relaxation numerically poor. */
export const LARGEST = 1e6;
/** Largest coefficient of a row that is rounded: products of two stay exact. */
const LARGEST_ROUNDED = 2 ** 24;
const LEAST_VIOLATION = 1e-4;
export const DIVISORS_TRIED = 8;
/** How far from a whole number a value of the relaxation may be and still not be worth cutting off. */
export const WHOLE = 1e-5;

/**
 * Mixed-integer rounding cuts of single rows, for a point of the relaxation that they cut off (Marchand and Wolsey,
 * "Aggregation and mixed integer rounding to solve MIPs", Operations Research 49, 2001). All columns are integer, so
 * for a row `Σ a·x ≤ b` over columns x ≥ 0 and a divisor d, with r = b mod d and rⱼ = aⱼ mod d,
 * `Σ ((d - r)·⌊aⱼ/d⌋ + max(0, rⱼ - r))·xⱼ ≤ (d - r)·⌊b/d⌋` holds; everything in integers.
 * Columns beyond half of their range are first replaced by their distance to the upper bound.
 */
export function roundingCuts(
  rows: Rows,
  lower: Float64Array,
  upper: Float64Array,
  x: Float64Array,
  rowCount: number,
): Cut[] {
  const cuts: Cut[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    for (const sense of [1, -1]) {
      const side = sense > 0 ? rows.upper[row]! : -rows.lower[row]!;
      if (!Number.isFinite(side)) continue;
      const cut = bestRounding(rows, lower, upper, x, row, sense, side);
      if (cut !== undefined) cuts.push(cut);
    }
  }
  return cuts;
}

function bestRounding(
  rows: Rows,
  lower: Float64Array,
  upper: Float64Array,
  x: Float64Array,
  row: number,
  sense: number,
  side: number,
): Cut | undefined {
  const from = rows.start[row]!;
  const to = rows.start[row + 1]!;
  // A row with more room than its largest coefficient leaves nothing to round.
  let slack = side;
  let fractional = false;
  let largest = 0;
  for (let p = from; p < to; p += 1) {
    const j = rows.column[p]!;
    slack -= sense * rows.value[p]! * x[j]!;
    largest = Math.max(largest, Math.abs(rows.value[p]!));
    fractional ||= Math.abs(x[j]! - Math.round(x[j]!)) > WHOLE;
  }
  if (!fractional || slack >= largest || largest > LARGEST_ROUNDED) return undefined;

  const shifted = new Float64Array(to - from);
  const coefficient = new Float64Array(to - from);
  const flipped = new Uint8Array(to - from);
  let rest = side;
  const divisors: number[] = [];
  for (let p = from; p < to; p += 1) {
    const k = p - from;
    const j = rows.column[p]!;
    const a = sense * rows.value[p]!;
    const high = x[j]! - lower[j]! > (upper[j]! - lower[j]!) / 2;
    flipped[k] = high ? 1 : 0;
    rest -= a * (high ? upper[j]! : lower[j]!);
    coefficient[k] = high ? -a : a;
    shifted[k] = high ? upper[j]! - x[j]! : x[j]! - lower[j]!;
    if (shifted[k] > WHOLE) divisors.push(Math.abs(a));
  }
  const chosen = deepestDivisor(divisors, coefficient, shifted, rest);
  if (chosen === undefined) return undefined;
  const remainder = modulo(rest, chosen);
  const columns: number[] = [];
  const values: number[] = [];
  const complemented: number[] = [];
  let bound = (chosen - remainder) * Math.floor(rest / chosen);
  let divisor = 0;
  for (let k = 0; k < shifted.length; k += 1) {
    const c = rounded(coefficient[k]!, chosen, remainder);
    const j = rows.column[from + k]!;
    if (flipped[k] === 1) complemented.push(j);
    if (c === 0) continue;
    columns.push(j);
    values.push(flipped[k] === 1 ? -c : c);
    bound += flipped[k] === 1 ? -c * upper[j]! : c * lower[j]!;
    divisor = gcd(divisor, Math.abs(c));
  }
  if (columns.length === 0) return undefined;
  const scaled = values.map((v) => v / divisor);
  if (scaled.some((v) => Math.abs(v) > LARGEST)) return undefined;
  const source = { rows: [row], weights: [sense], divisor: chosen, flipped: complemented };
  return { columns, values: scaled, upper: Math.floor(bound / divisor), source };
}

/**
 * The divisor by which rounding `Σ coefficient·distance ≤ rest` cuts deepest into a point, which has these distances, of which
 * each is 0 or more: one of the largest candidates, or `first`. `undefined`: by none it cuts.
 */
export function deepestDivisor(
  candidates: readonly number[],
  coefficient: ArrayLike<number>,
  distance: ArrayLike<number>,
  rest: number,
  ...first: number[]
): number | undefined {
  const largest = [...new Set(candidates)].sort((a, b) => b - a).slice(0, DIVISORS_TRIED);
  let best: number | undefined;
  let bestScore = LEAST_VIOLATION;
  for (const divisor of [...first, ...largest]) {
    const remainder = modulo(rest, divisor);
    if (divisor < 2 || remainder === 0) continue;
    let violation = -(divisor - remainder) * Math.floor(rest / divisor);
    let norm = 0;
    for (let k = 0; k < coefficient.length; k += 1) {
      const c = rounded(coefficient[k]!, divisor, remainder);
      violation += c * distance[k]!;
      norm += c * c;
    }
    const score = norm > 0 ? violation / Math.sqrt(norm) : 0;
    if (score <= bestScore) continue;
    bestScore = score;
    best = divisor;
  }
  return best;
}

/** What is left of a number beyond a multiple of the divisor, 0 or more. */
export const modulo = (a: number, divisor: number): number => a - divisor * Math.floor(a / divisor);

/** What a coefficient becomes, times the divisor less the remainder, when its row is rounded. */
export function rounded(a: number, divisor: number, remainder: number): number {
  const quotient = Math.floor(a / divisor);
  return (divisor - remainder) * quotient + Math.max(0, a - divisor * quotient - remainder);
}

/** The rows with others added below them. */
export function withCuts(rows: Rows, cuts: readonly Omit<Cut, 'source'>[]): Rows {
  const entries = cuts.reduce((count, cut) => count + cut.columns.length, 0);
  const m = rows.lower.length;
  const start = new Int32Array(m + cuts.length + 1);
  start.set(rows.start);
  const column = new Int32Array(rows.column.length + entries);
  column.set(rows.column);
  const value = new Float64Array(rows.value.length + entries);
  value.set(rows.value);
  const lower = new Float64Array(m + cuts.length).fill(-Infinity);
  lower.set(rows.lower);
  const upper = new Float64Array(m + cuts.length);
  upper.set(rows.upper);
  let at = rows.column.length;
  cuts.forEach((cut, k) => {
    column.set(cut.columns, at);
    value.set(cut.values, at);
    at += cut.columns.length;
    start[m + k + 1] = at;
    upper[m + k] = cut.upper;
  });
  return { start, column, value, lower, upper };
}
