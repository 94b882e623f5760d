import type { Rows } from '../model/problem.js';

/** Sums below this are exact in double precision, with room to spare. */
const SAFE = 2 ** 52;
const FINEST_SCALE = 2 ** 24;
/** Parts of a ray below this are noise. */
const LEAST_PART = 1e-9;

/** A bound on a maximisation, proved in integers: `total / scale`, with what each column's move away from its best side costs. */
export interface ExactBound {
  /** The largest integer the objective can reach; `Infinity` when nothing was proved. */
  readonly value: number;
  readonly scale: number;
  /** The bound times the scale. */
  readonly total: number;
  /** By column: objective minus weighted rows, times the scale. */
  readonly reduced: Float64Array;
  /** By row: the integer that it was weighted with. */
  readonly weights: Float64Array;
}

/**
 * The bound that row multipliers prove. For integers λ (the multipliers, rounded over a common scale k) and x in its box,
 * `k·c·x = Σᵢ λᵢ·(aᵢ·x) + Σⱼ (k·cⱼ - Σᵢ λᵢ·aᵢⱼ)·xⱼ`, and each term is at most its largest value over the row's sides or
 * the column's box. Whatever the multipliers are, the bound holds; good multipliers make it tight.
 */
export function exactBound(
  rows: Rows,
  lower: Float64Array,
  upper: Float64Array,
  objective: Float64Array,
  proposed: Float64Array,
): ExactBound {
  const multipliers = withoutIdle(rows, lower, upper, proposed);
  const n = lower.length;
  const size = new Float64Array(n);
  let magnitude = 0;
  for (let i = 0; i < multipliers.length; i += 1) {
    const y = multipliers[i]!;
    if (y === 0) continue;
    const side = y > 0 ? rows.upper[i]! : rows.lower[i]!;
    magnitude += Math.abs(y * side);
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1)
      size[rows.column[p]!]! += Math.abs(y * rows.value[p]!);
  }
  for (let j = 0; j < n; j += 1) {
    magnitude += (Math.abs(objective[j]!) + size[j]!) * Math.max(1, Math.abs(lower[j]!), Math.abs(upper[j]!));
  }
  let scale = FINEST_SCALE;
  while (scale >= 1 && (magnitude + 1) * scale * 2 > SAFE) scale /= 2;
  // Multipliers beyond any scale, as they come up where hardly anything is left: rarely, so slowly.
  if (scale < 1) {
    const weights = multipliers.map(Math.round);
    const value = boundInLargeIntegers(rows, lower, upper, objective, weights);
    return { value, scale: 1, total: Infinity, reduced: new Float64Array(n), weights };
  }
  const weights = multipliers.map((y) => Math.round(y * scale));
  return weighted(rows, lower, upper, objective, scale, weights);
}

/** The bound that integer weights of the rows prove at a scale; the sums must be known to be exact. */
export function weighted(
  rows: Rows,
  lower: Float64Array,
  upper: Float64Array,
  objective: Float64Array,
  scale: number,
  weights: Float64Array,
): ExactBound {
  const reduced = objective.map((c) => scale * c);
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    const side = weight > 0 ? rows.upper[i]! : rows.lower[i]!;
    total += weight * side;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1)
      reduced[rows.column[p]!]! -= weight * rows.value[p]!;
  }
  for (let j = 0; j < reduced.length; j += 1)
    total += reduced[j]! * (reduced[j]! > 0 ? upper[j]! : lower[j]!);
  if (Math.abs(total) > SAFE) return { value: Infinity, scale, total: Infinity, reduced, weights };
  return { value: Math.floor(total / scale), scale, total, reduced, weights };
}

/** The multipliers without those of rows that the box keeps by itself, or that are no numbers: the bound is as good or better. */
function withoutIdle(
  rows: Rows,
  lower: Float64Array,
  upper: Float64Array,
  multipliers: Float64Array,
): Float64Array {
  return multipliers.map((y, i) => {
    if (y === 0 || !Number.isFinite(y)) return 0;
    const side = y > 0 ? rows.upper[i]! : -rows.lower[i]!;
    if (!Number.isFinite(side)) return 0;
    let most = 0;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const a = y > 0 ? rows.value[p]! : -rows.value[p]!;
      most += a * (a > 0 ? upper[rows.column[p]!]! : lower[rows.column[p]!]!);
    }
    return most <= side ? 0 : y;
  });
}

/** The same bound at scale 1, in integers without limit. */
export function boundInLargeIntegers(
  rows: Rows,
  lower: Float64Array,
  upper: Float64Array,
  objective: Float64Array,
  weights: Float64Array,
): number {
  const reduced = Array.from(objective, BigInt);
  let total = 0n;
  for (let i = 0; i < weights.length; i += 1) {
    const side = weights[i]! > 0 ? rows.upper[i]! : rows.lower[i]!;
    if (weights[i] === 0) continue;
    const weight = BigInt(weights[i]!);
    total += weight * BigInt(side);
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const j = rows.column[p]!;
      reduced[j] = reduced[j]! - weight * BigInt(rows.value[p]!);
    }
  }
  for (let j = 0; j < reduced.length; j += 1)
    total += reduced[j]! * BigInt(reduced[j]! > 0n ? upper[j]! : lower[j]!);
  // Rounding up to a number keeps it a bound, and no value that matters lies beyond the safe integers.
  const largest = BigInt(Number.MAX_SAFE_INTEGER);
  return total > largest ? Infinity : Number(total < -largest ? -largest : total);
}

/** Fractions of simple vertices have small denominators: a ray is tried as multiples of its smallest part over these. */
const DENOMINATORS = [1, 12, 420];

/**
 * The weights by which multipliers, or their opposites, prove that no point of the box keeps the rows: with no objective,
 * the bound falls below 0. Only their proportions matter, so several scales are tried. `undefined`: they prove nothing.
 */
export function proofOfEmpty(
  rows: Rows,
  lower: Float64Array,
  upper: Float64Array,
  ray: Float64Array,
): Float64Array | undefined {
  const none = new Float64Array(lower.length);
  let smallest = Infinity;
  for (const y of ray) if (Math.abs(y) > LEAST_PART) smallest = Math.min(smallest, Math.abs(y));
  if (smallest === Infinity) return undefined;
  for (const unit of [1, ...DENOMINATORS.map((denominator) => denominator / smallest)]) {
    for (const sign of [unit, -unit]) {
      const multipliers = ray.map((y) =>
        Math.abs(y) > LEAST_PART ? (unit === 1 ? y * sign : Math.round(y * sign)) : 0,
      );
      const proof = exactBound(rows, lower, upper, none, multipliers);
      if (proof.value < 0) return proof.weights;
    }
  }
  return undefined;
}
