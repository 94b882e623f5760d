import type { ColumnRows } from './box.js';
import { type Budget, OPERATIONS_PER_UNIT, pause } from './budget.js';
import { climbGreedily } from './greedy.js';
import { keepsRows } from './keeps-rows.js';
import type { Maximisation } from './maximisation.js';
import { INTEGRAL, type Region } from './region.js';
import type { Standing } from './standing.js';
import { OPERATIONS_PER_STEP, type Steps } from '../internal/steps.js';

const MOST_DIVE_ROUNDS = 100;
const LARGEST_SHARE = 0.25;
/** Climbing may take so much of the work that is left, and look at each entry of the rows so often: beyond that it goes in circles. */
const CLIMBING_SHARE = 0.25;
const CLIMBING_PASSES = 100;
const FIRST_CLIMB_SHARE = 0.02;
/** To look at an entry of a row, or at a column, takes so many elementary operations. */
const PER_ENTRY = 5;

/**
 * Rounds up the columns nearest to it, a quarter of the fractional ones at a time, and solves again, until the point is
 * integral or no way on is found. Where that is too much at once half of them are tried, and so on.
 */
export function* dive(region: Region): Steps<void> {
  const mark = region.box.mark();
  let share = LARGEST_SHARE;
  for (let round = 0; round < MOST_DIVE_ROUNDS && region.budget.left > 0; round += 1) {
    const x = Float64Array.from(region.point);
    const fractional: number[] = [];
    for (let j = 0; j < x.length; j += 1) {
      const open = region.isSum[j] === 0 && region.box.lower[j] !== region.box.upper[j];
      if (open && Math.abs(x[j]! - Math.round(x[j]!)) > INTEGRAL) fractional.push(j);
    }
    if (fractional.length === 0) break;
    const distance = (j: number): number => Math.ceil(x[j]!) - x[j]!;
    fractional.sort((a, b) => distance(a) - distance(b) || a - b);
    const before = region.box.mark();
    const chosen = fractional.slice(0, Math.max(1, Math.floor(fractional.length * share)));
    if (roundUp(region, chosen, x) && (yield* region.relax()) === 'open') {
      region.takePoint();
      share = Math.min(LARGEST_SHARE, 2 * share);
      continue;
    }
    region.box.propagate();
    region.box.undo(before);
    if (chosen.length > 1) {
      share /= 4;
      continue;
    }
    // Not even one can go up: it goes down.
    const [column] = chosen as [number];
    const down =
      region.box.narrow(column, region.box.lower[column]!, Math.floor(x[column]!)) && region.box.propagate();
    if (!down || (yield* region.relax()) === 'closed') break;
    region.takePoint();
  }
  region.box.propagate();
  region.box.undo(mark);
}

/** Rounds each column up, or down where the rows leave no room up. */
function roundUp(region: Region, columns: readonly number[], x: Float64Array): boolean {
  for (const j of columns) {
    const inner = region.box.mark();
    const value = Math.min(Math.ceil(x[j]!), region.box.upper[j]!);
    if (region.box.narrow(j, value, region.box.upper[j]!) && region.box.propagate()) continue;
    region.box.propagate();
    region.box.undo(inner);
    if (!(region.box.narrow(j, region.box.lower[j]!, Math.floor(x[j]!)) && region.box.propagate()))
      return false;
  }
  return true;
}

/** A first solution without the relaxation, by raising what the objective rewards. */
export function* climb(region: Region): Steps<void> {
  const { whole, box, users, budget } = region;
  const most = Math.min(
    budget.left * OPERATIONS_PER_UNIT * CLIMBING_SHARE,
    CLIMBING_PASSES * whole.rows.column.length,
  );
  function* offer(x: Float64Array, work: number): Steps<void> {
    region.offer(x);
    yield work;
  }
  const from = region.best ?? box.lower;
  const { x, work } = yield* climbGreedily(whole, from, box.upper, users, most, offer, budget);
  budget.left -= work / OPERATIONS_PER_UNIT;
  if (x !== undefined) region.offer(x);
}

/** A solution before anything else is done with a problem, so that there is one to give whenever the solve is given up. */
export function* climbAtOnce(
  whole: Maximisation,
  users: ColumnRows,
  budget: Budget,
  standing: Standing,
): Steps<void> {
  const { rows, lower, upper } = whole;
  const most = budget.left * OPERATIONS_PER_UNIT * FIRST_CLIMB_SHARE;
  function* take(x: Float64Array, work: number): Steps<void> {
    const keeps = keepsRows(rows, x);
    yield* pause(budget, PER_ENTRY * rows.column.length, work);
    if (!keeps) return;
    standing.take(x.slice());
    yield* pause(budget, PER_ENTRY * x.length, work);
  }
  const { x, work } = yield* climbGreedily(whole, lower, upper, users, most, take, budget);
  budget.left -= work / OPERATIONS_PER_UNIT;
  if (x !== undefined) yield* take(x, 0);
}

/**
 * A first solution without the relaxation: each column in turn goes to the bound that the objective prefers, the least
 * rewarding first, and what follows from the rows is drawn before the next.
 */
export function* complete(region: Region): Steps<void> {
  const mark = region.box.mark();
  const order: number[] = [];
  for (let j = 0; j < region.whole.objective.length; j += 1) if (region.isSum[j] === 0) order.push(j);
  order.sort((a, b) => region.whole.objective[a]! - region.whole.objective[b]! || a - b);
  const before = region.box.work;
  // Everything that is not rewarded goes low at once, which is nearly always legal; if not, one after the other.
  const raised = region.box.mark();
  let legal = true;
  for (const j of order) {
    if (region.whole.objective[j]! <= 0)
      legal &&= region.box.narrow(j, region.box.lower[j]!, region.box.lower[j]!);
  }
  legal = region.box.propagate() && legal;
  if (!legal) region.box.undo(raised);
  legal = true;
  let nextStep = before + OPERATIONS_PER_STEP;
  for (const j of order) {
    if (region.box.work >= nextStep) {
      yield region.box.work - before;
      nextStep = region.box.work + OPERATIONS_PER_STEP;
    }
    const low = region.box.lower[j]!;
    const high = region.box.upper[j]!;
    if (low === high) continue;
    const inner = region.box.mark();
    const preferred = region.whole.objective[j]! > 0 ? high : low;
    if (region.box.narrow(j, preferred, preferred) && region.box.propagate()) continue;
    region.box.propagate();
    region.box.undo(inner);
    legal = region.box.work - before < region.budget.left * OPERATIONS_PER_UNIT;
    legal &&= region.box.narrow(j, preferred === low ? low + 1 : low, preferred === low ? high : high - 1);
    legal &&= region.box.propagate();
    if (!legal) break;
  }
  region.budget.left -= (region.box.work - before) / OPERATIONS_PER_UNIT;
  region.box.propagate();
  if (legal) region.offer(region.box.lower);
  region.box.undo(mark);
}
