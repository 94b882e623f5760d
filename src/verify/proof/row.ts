import type { CutStep } from '../../certificate/certificate.js';
import { greatestCommonDivisor } from '../../internal/integers.js';
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
  const divisor = entries.reduce((d, [, value]) => greatestCommonDivisor(d, Math.abs(value)), 0) || 1;
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

/** Mixed-integer rounding of weighted normalised rows: all whole points of the box that keep those keep it. */
export function cutFrom(cut: CutStep, rows: readonly Row[], box: Box, reading: Reading): Row {
  const { divisor } = cut;
  const exact = (value: number): number => reading.exact(value);
  const flipped = new Set(reading.numbers(cut.flipped, box.lower.length, 'cut'));
  const origin = (j: number): number => (flipped.has(j) ? box.upper[j]! : box.lower[j]!);
  const sum = new Map<number, number>();
  let side = 0;
  cut.rows.forEach((i, k) => {
    const weight = cut.weights[k] ?? 0;
    const row = rows[i];
    if (row === undefined || !Number.isFinite(sideOf(row, weight)))
      return reading.refuse('cut', `Row ${i} is not there, or has no such side.`);
    reading.spend(row.columns.length);
    side = exact(side + exact(weight * sideOf(row, weight)));
    row.columns.forEach((j, p) => sum.set(j, exact((sum.get(j) ?? 0) + exact(weight * row.values[p]!))));
  });
  for (const [j, value] of sum) side = exact(side - exact(value * origin(j)));
  const rest = modulo(side, divisor);
  let upper = exact((divisor - rest) * Math.floor(side / divisor));
  const entries = [...sum].map(([j, value]) => {
    const sign = flipped.has(j) ? -1 : 1;
    const whole = exact((divisor - rest) * Math.floor((sign * value) / divisor));
    const rounded = sign * exact(whole + Math.max(0, modulo(sign * value, divisor) - rest));
    upper = exact(upper + exact(rounded * origin(j)));
    return [j, rounded] as const;
  });
  const named = entries.filter(([, value]) => value !== 0);
  return divided(named, -Infinity, upper);
}
