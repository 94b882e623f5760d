import type { CutStep } from '../../certificate/certificate.js';
import { commonDivisor } from '../../internal/integers.js';
import type { LinearForm, Problem } from '../../model/problem.js';
import type { Box } from './box.js';
import type { Reading } from './reading.js';

/** `lower ≤ Σ values·columns ≤ upper` in whole numbers; a side may be infinite, a column stands there once. */
export interface Row {
  readonly columns: Int32Array;
  readonly values: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

/** What a row counts with under a weight: the side that bounds the weighted row from above. */
export const sideOf = (row: Row, weight: number): number => (weight > 0 ? row.upper : row.lower);

export const rowsOf = ({ rows: { start, column, value, lower, upper } }: Problem): Row[] =>
  Array.from(lower, (low, i) => ({
    columns: column.subarray(start[i], start[i + 1]),
    values: value.subarray(start[i], start[i + 1]),
    lower: low,
    upper: upper[i]!,
  }));

/** That a form is worth at least so much. */
export const worthAtLeast = ({ columns, values }: LinearForm, value: number): Row => ({
  columns: Int32Array.from(columns),
  values: Float64Array.from(values, (coefficient) => -coefficient),
  lower: -Infinity,
  upper: -value,
});

/** The row divided by what divides all its values; the sides are rounded, for what they bound is whole. */
function divided(entries: readonly (readonly [number, number])[], lower: number, upper: number): Row {
  const divisor = commonDivisor(entries.map(([, value]) => value));
  return {
    columns: Int32Array.from(entries, ([column]) => column),
    values: Float64Array.from(entries, ([, value]) => value / divisor),
    lower: Math.ceil(lower / divisor),
    upper: Math.floor(upper / divisor),
  };
}

/** What a row says of the columns that are open in the box. */
export function normalised({ columns, values, lower, upper }: Row, box: Box, reading: Reading): Row {
  const entries = Array.from(columns, (j, p) => [j, values[p]!] as const);
  const fixed = entries.reduce((sum, [j, value]) => sum + (box.isOpen(j) ? 0 : value * box.lower[j]!), 0);
  const without = (side: number): number => (Number.isFinite(side) ? reading.exact(side - fixed) : side);
  const open = entries.filter(([j]) => box.isOpen(j));
  return divided(open, without(lower), without(upper));
}

const modulo = (a: number, d: number): number => (a % d < 0 ? (a % d) + d : a % d);

/** The side that a row counts with in a cut: that of the sign of its weight, or else the one that it has. */
const sideInCut = ({ lower, upper }: Row, weight: number): number =>
  Number.isFinite(upper) && (weight > 0 || !Number.isFinite(lower)) ? upper : lower;

/**
 * Mixed-integer rounding of weighted normalised rows: all whole points of the box that keep those keep it. What a row
 * leaves to its side is whole and 0 or more: a column like the others, put back as soon as it is rounded.
 */
export function cutFrom(cut: CutStep, rows: readonly Row[], box: Box, reading: Reading): Row {
  const { divisor } = cut;
  if (divisor < 2 || cut.weights.length !== cut.rows.length)
    reading.refuse('cut', 'It divides by 2 or more, and each row has one weight.');
  const exact = (value: number): number => reading.exact(value);
  const flipped = new Set(reading.numbers(cut.flipped, box.lower.length, 'cut'));
  const origin = (j: number): number => (flipped.has(j) ? box.upper[j]! : box.lower[j]!);
  const sum = new Map<number, number>();
  const add = (into: Map<number, number>, { columns, values }: Row, weight: number): void =>
    columns.forEach((j, p) => into.set(j, exact((into.get(j) ?? 0) + exact(weight * values[p]!))));
  const weighted = cut.rows.map((i, k) => {
    const weight = cut.weights[k]!;
    const row = rows[i];
    if (row === undefined || !Number.isFinite(sideInCut(row, weight)))
      return reading.refuse('cut', `Row ${i} is not there, or has no side.`);
    reading.spend(2 * row.columns.length);
    return { row, weight, side: sideInCut(row, weight) };
  });
  let side = weighted.reduce((all, { weight, side: own }) => exact(all + exact(weight * own)), 0);
  for (const { row, weight } of weighted) add(sum, row, weight);
  for (const [j, value] of sum) side = exact(side - exact(value * origin(j)));
  const rest = modulo(side, divisor);
  const rounded = (value: number): number =>
    exact(exact((divisor - rest) * Math.floor(value / divisor)) + Math.max(0, modulo(value, divisor) - rest));
  let upper = exact((divisor - rest) * Math.floor(side / divisor));
  for (const [j, value] of sum) {
    const now = flipped.has(j) ? -rounded(-value) : rounded(value);
    upper = exact(upper + exact(now * origin(j)));
    sum.set(j, now);
  }
  for (const { row, weight, side: own } of weighted) {
    if (row.lower === row.upper) continue;
    const sign = own === row.upper ? 1 : -1;
    const room = sign * rounded(sign * weight);
    upper = exact(upper - exact(room * own));
    add(sum, row, -room);
  }
  const named = [...sum].filter(([, value]) => value !== 0);
  return divided(named, -Infinity, upper);
}
