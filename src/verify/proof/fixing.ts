import type { ReductionStep } from '../../certificate/certificate.js';
import type { Problem } from '../../model/problem.js';
import type { Box } from './box.js';
import type { Reading } from './reading.js';

/** Columns that only count others, each by the row that says so. */
export type Sums = ReadonlyMap<number, number>;

/**
 * The columns that only count others: one equation names them and nothing else does, and whatever the others are, what it
 * makes of them lies within their bounds. So it never keeps another column from moving. What a problem calls a sum and is
 * none is a column like others.
 */
export function sumsIn({ sums, lower, upper }: Problem, box: Box, objective: Float64Array): Sums {
  const found = new Map<number, number>();
  for (const j of sums) {
    const [[i, a] = [0, 0], ...others] = box.rowsWith(j);
    const side = box.rows[i]?.lower;
    if (others.length > 0 || Math.abs(a) !== 1 || side !== box.rows[i]?.upper || objective[j] !== 0) continue;
    // What the equation makes of the column, at either end of what the others come to.
    const one = a * (side! - box.least[i]!) + (a > 0 ? box.lower[j]! : box.upper[j]!);
    const other = a * (side! - box.most[i]!) + (a > 0 ? box.upper[j]! : box.lower[j]!);
    if (Math.min(one, other) >= lower[j]! && Math.max(one, other) <= upper[j]!) found.set(i, j);
  }
  return found;
}

/** Fixes columns as some best point of those in the box has them; refuses all that is not seen to. */
export function fixColumns(
  { lowered, raised, replaced, standIns }: ReductionStep,
  box: Box,
  objective: Float64Array,
  sums: Sums,
  reading: Reading,
): void {
  const { lower, upper } = box;
  const counts = new Set(sums.values());
  const mayExceed = (i: number, by = 0): boolean => !sums.has(i) && box.most[i]! + by > box.rows[i]!.upper;
  const mayFallShort = (i: number, by = 0): boolean =>
    !sums.has(i) && box.least[i]! + by < box.rows[i]!.lower;
  /** Whether no row minds how far the column moves up (1) or down (-1). */
  const isFree = (j: number, way: 1 | -1): boolean =>
    box.rowsWith(j).every(([i, a]) => !(a * way > 0 ? mayExceed(i) : mayFallShort(i)));
  const isChoice = (j: number): boolean => lower[j] === 0 && upper[j] === 1 && !counts.has(j);
  /** Whether no row minds the one in the other's place, nor the other's absence where both are taken. */
  const standsIn = (column: number, standIn: number): boolean => {
    const own = new Map(box.rowsWith(column));
    const others = new Map(box.rowsWith(standIn));
    return [...own.keys(), ...others.keys()].every((i) => {
      const [a, b] = [own.get(i) ?? 0, others.get(i) ?? 0];
      // Where it helps a row to be within a side, the other must help as much, and be enough by itself.
      if (mayExceed(i) && (b > a || (a < 0 && mayExceed(i, b)))) return false;
      return !(mayFallShort(i) && (b < a || (a > 0 && mayFallShort(i, b))));
    });
  };
  const columnsOf = (steps: readonly number[]): number[] => reading.numbers(steps, lower.length, 'reduction');
  const fix = (j: number, value: number, isSound: boolean): void => {
    if (!isSound || counts.has(j)) reading.refuse('reduction', `Column ${j} cannot be fixed so.`);
    box.narrow(j, value, value);
  };
  for (const j of columnsOf(lowered)) fix(j, lower[j]!, objective[j]! <= 0 && isFree(j, -1));
  for (const j of columnsOf(raised)) fix(j, upper[j]!, objective[j]! >= 0 && isFree(j, 1));
  if (standIns.length !== replaced.length) reading.refuse('reduction', 'Each has one that stands in for it.');
  columnsOf(replaced).forEach((i, k) => {
    const j = standIns[k]!;
    const isNoLoss = objective[i]! <= 0 && objective[j]! >= objective[i]!;
    fix(i, 0, i !== j && isChoice(i) && isChoice(j) && isNoLoss && standsIn(i, j));
  });
}
