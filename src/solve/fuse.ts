import { greatestCommonDivisor as gcd } from '../internal/integers.js';
import type { LinearForm } from '../model/problem.js';

/** Consecutive objectives fused into one. In the fused sum each counts `(value - constant) / step`, times its multiplier. */
export interface Group {
  readonly objective: Float64Array;
  readonly members: readonly {
    readonly multiplier: number;
    readonly step: number;
    readonly constant: number;
    /** The least it can count. */
    readonly least: number;
  }[];
}

/**
 * As many objectives as fit, as one: each is multiplied by more than all after it can differ by, so that comparing the
 * sum is comparing the objectives in their order.
 */
export function fuse(
  objectives: readonly LinearForm[],
  from: number,
  lower: Float64Array,
  upper: Float64Array,
  largest: number,
): Group {
  const parts: { step: number; constant: number; least: number; most: number }[] = [];
  let range = 1;
  for (let k = from; k < objectives.length; k += 1) {
    const { columns, values } = objectives[k]!;
    let constant = 0;
    let least = 0;
    let most = 0;
    let step = 0;
    columns.forEach((j, p) => {
      const v = values[p]!;
      if (lower[j] === upper[j]) {
        constant += v * lower[j]!;
        return;
      }
      least += v * (v > 0 ? lower[j]! : upper[j]!);
      most += v * (v > 0 ? upper[j]! : lower[j]!);
      step = gcd(step, Math.abs(v));
    });
    if (step === 0) step = 1;
    const next = range * ((most - least) / step + 1);
    if (k > from && next > largest) break;
    range = next;
    parts.push({ step, constant, least: least / step, most: most / step });
  }
  const objective = new Float64Array(lower.length);
  const members: Group['members'][number][] = [];
  let multiplier = 1;
  // Divided before it is multiplied: each division is without a rest, and the products stay exact.
  for (let k = parts.length - 1; k >= 0; k -= 1) {
    const { step, constant, least, most } = parts[k]!;
    members.unshift({ multiplier, step, constant, least });
    const { columns, values } = objectives[from + k]!;
    columns.forEach((j, p) => {
      if (lower[j] !== upper[j]) objective[j]! += multiplier * (values[p]! / step);
    });
    multiplier *= most - least + 1;
  }
  return { objective, members };
}

/** What a bound on the fused sum says of each objective in turn: of those before the first that may still grow, their values. */
export function splitBound(group: Group, bound: number, values: readonly number[]): (number | null)[] {
  const bounds: (number | null)[] = [];
  let rest = bound;
  let leastAfter = group.members.reduce((sum, m) => sum + m.multiplier * m.least, 0);
  let open = false;
  group.members.forEach(({ multiplier, step, constant, least }, k) => {
    if (open) return void bounds.push(null);
    leastAfter -= multiplier * least;
    const most = Math.floor((rest - leastAfter) / multiplier) * step + constant;
    bounds.push(most);
    open = most > values[k]!;
    rest -= multiplier * ((values[k]! - constant) / step);
  });
  return bounds;
}
