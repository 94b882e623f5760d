import type { Corner } from './sift-corner.js';
import { Pace, type Steps } from '../internal/steps.js';

/** Rows longer than this are not priced: to look at them again and again would take long. */
const LONGEST = 5000;
/** Row entries that may be looked at, for each entry of the problem. */
const MOST_PASSES = 15;
const NOISE = 1e-9;
/** To look at an entry of a row takes so many elementary operations here. */
const PER_LOOK = 5;

/** Multipliers of the rows, and by column the objective without the weighted rows. */
export interface Prices {
  readonly multipliers: Float64Array;
  readonly reduced: Float64Array;
}

/** The prices that multipliers make. */
export function* pricesOf(
  { whole }: Corner,
  objective: Float64Array,
  multipliers: Float64Array,
): Steps<Prices> {
  const pace = new Pace();
  const { start, column, value } = whole.rows;
  const reduced = objective.slice();
  for (let i = 0; i < multipliers.length; i += 1) {
    const y = multipliers[i]!;
    if (y === 0) continue;
    for (let p = start[i]!; p < start[i + 1]!; p += 1) reduced[column[p]!]! -= y * value[p]!;
    if (pace.ends(PER_LOOK * (start[i + 1]! - start[i]!))) yield pace.operations;
  }
  return { multipliers, reduced };
}

/**
 * Prices attractive columns by rows that cost the bound nothing: a row that the lower corner exactly fills (a place no more
 * than its booking) takes from the reduced cost of one column and adds to that of another, as long as more is taken from what is
 * above 0 than comes to be above 0. Each row in turn goes to where that ends, and what it moved is looked at again. Returns
 * the work done.
 */
export function* priceByFreeRows(
  { whole, users, activity, defines }: Corner,
  { multipliers, reduced }: Prices,
  isIn: Uint8Array,
  tolerance: number,
): Steps<number> {
  const pace = new Pace();
  const { rows, lower, upper } = whole;
  const isQueued = new Uint8Array(rows.lower.length);
  const queue: number[] = [];
  const look = (j: number): void => {
    for (let p = users.start[j]!; p < users.start[j + 1]!; p += 1) {
      const i = users.row[p]!;
      if (isQueued[i] === 1 || defines[i] === 1 || rows.start[i + 1]! - rows.start[i]! > LONGEST) continue;
      if (activity[i] !== rows.upper[i] && activity[i] !== rows.lower[i]) continue;
      isQueued[i] = 1;
      queue.push(i);
    }
  };
  const isAttractive = (j: number): boolean =>
    isIn[j] === 0 && reduced[j]! > tolerance && lower[j] !== upper[j];
  for (let j = 0; j < reduced.length; j += 1) {
    if (!isAttractive(j)) continue;
    look(j);
    if (pace.ends(PER_LOOK * (users.start[j + 1]! - users.start[j]!))) yield pace.operations;
  }

  /** How fast the bound rises as the row's multiplier goes up (1) or down (-1); below 0 it falls. */
  const slopeOf = (i: number, way: 1 | -1): number => {
    const y = multipliers[i]!;
    const side = way > 0 ? rows.upper[i]! : rows.lower[i]!;
    if (y * way < 0 || side !== activity[i]) return 0;
    let slope = way * side;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const a = way * rows.value[p]!;
      const d = reduced[rows.column[p]!]!;
      slope -= a * (d > 0 || (d === 0 && a < 0) ? upper : lower)[rows.column[p]!]!;
    }
    return slope;
  };
  let work = 0;
  const most = MOST_PASSES * rows.column.length;
  const steps: { readonly at: number; readonly by: number }[] = [];
  for (let head = 0; head < queue.length && work < most; head += 1) {
    const i = queue[head]!;
    isQueued[i] = 0;
    const [from, to] = [rows.start[i]!, rows.start[i + 1]!];
    work += 2 * (to - from);
    if (pace.ends(4 * PER_LOOK * (to - from))) yield pace.operations;
    const up = slopeOf(i, 1);
    const way = up < 0 ? 1 : -1;
    let slope = up < 0 ? up : slopeOf(i, -1);
    if (slope >= 0) continue;
    steps.length = 0;
    for (let p = from; p < to; p += 1) {
      const j = rows.column[p]!;
      const at = (reduced[j]! / rows.value[p]!) * way;
      if (at > 0) steps.push({ at, by: Math.abs(rows.value[p]!) * (upper[j]! - lower[j]!) });
    }
    steps.sort((a, b) => a.at - b.at);
    let step = 0;
    for (const { at, by } of steps) {
      step = at;
      slope += by;
      if (slope >= 0) break;
    }
    if (slope < 0 || step <= NOISE) continue;
    multipliers[i]! += way * step;
    for (let p = from; p < to; p += 1) {
      const j = rows.column[p]!;
      const before = reduced[j]!;
      const now = before - way * step * rows.value[p]!;
      reduced[j] = Math.abs(now) < NOISE ? 0 : now;
      if (now > before && isAttractive(j)) look(j);
    }
    work += 4 * (to - from);
  }
  return work;
}
