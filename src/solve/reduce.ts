import { greatestCommonDivisor as gcd } from '../internal/integers.js';
import type { Rows } from '../model/problem.js';
import { type Budget, doBeside, OPERATIONS_PER_UNIT } from './budget.js';
import { Box, byColumnInSteps, type ColumnRows } from './box.js';
import { activitiesOf } from './activities.js';
import { fixDominated } from './fix-dominated.js';
import { type Count, type Fixing, NOBODY, type Reducing } from './fixing.js';
import type { Maximisation } from './maximisation.js';
import { finish, Pace, type Steps } from '../internal/steps.js';

/** A maximisation made smaller, with the way back. */
export interface Reduction {
  readonly problem: Maximisation;
  /** What the columns that were fixed contribute to the objective. */
  readonly offset: number;
  /** By column of the whole, its number in the reduced problem, or -1. */
  readonly place: Int32Array;
  /** By column and by row of the reduced problem, its number in the whole. */
  readonly columns: readonly number[];
  readonly rowNumbers: readonly number[];
  /** What was fixed, in the order in which it was found; propagation follows each round. */
  readonly rounds: readonly (readonly Fixing[])[];
  /** The solution of the whole that a solution of the reduced problem stands for. */
  restore(x: Float64Array): Float64Array;
  /** A solution of the reduced problem that is at least as good as this one of the whole: its columns go where the reduction put them. */
  project(x: Float64Array): Float64Array;
}

const ROUNDS = 4;
/** To look at an entry of a row takes so many elementary operations here. */
const PER_LOOK = 10;
/** The share of the work that is left which looking for dominated columns may take, in each round. */
const DOMINANCE_SHARE = 0.1;
/** Or so many looks at each entry of the rows, if that is more. */
const DOMINANCE_LOOKS = 30;

/**
 * Fixes columns without losing the optimum of this one objective: by propagation, by columns that nothing holds back,
 * and by columns that another column of the same row can always stand in for. Then leaves out what is fixed and the
 * rows that no longer bind. `undefined`: no solution.
 */
export function* reduce(whole: Maximisation, budget: Budget): Steps<Reduction | undefined> {
  const count: Count = { operations: 0 };
  const most = Math.max(
    budget.left * OPERATIONS_PER_UNIT * DOMINANCE_SHARE,
    DOMINANCE_LOOKS * whole.rows.column.length,
  );
  const reduction = yield* fixedAndCompact(whole, most, budget, count);
  budget.left -= count.operations / OPERATIONS_PER_UNIT;
  return reduction;
}

function* fixedAndCompact(
  whole: Maximisation,
  most: number,
  budget: Budget,
  count: Count,
): Steps<Reduction | undefined> {
  const entries = whole.rows.column.length;
  const { box, users, isSum, holds } = yield* doBeside(budget, propagated(whole));
  count.operations += 2 * entries + box.work;
  yield count.operations;
  if (!holds) return undefined;
  // A row that only defines a sum can always hold: it never keeps another column from moving.
  const defines = new Uint8Array(whole.rows.lower.length);
  for (const j of whole.sums)
    for (let p = users.start[j]!; p < users.start[j + 1]!; p += 1) defines[users.row[p]!] = 1;
  const reducing = { whole, box, users, isSum, defines };
  const rounds: Fixing[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixings: Fixing[] = [];
    yield* doBeside(budget, fixUnheld(reducing, fixings), count.operations);
    count.operations += 2 * entries;
    yield count.operations;
    yield* fixDominated(reducing, count.operations + most, fixings, count);
    const before = box.work;
    const holds = box.propagate();
    count.operations += box.work - before;
    yield count.operations;
    if (!holds) return undefined;
    if (fixings.length === 0) break;
    rounds.push(fixings);
  }
  count.operations += 3 * entries;
  return yield* doBeside(budget, compact(whole, box, users, isSum, rounds), count.operations);
}

/** Leaves out what propagation fixes and the rows that no longer bind, and keeps every solution. `undefined`: there is none. */
export function leaveOutFixed(whole: Maximisation): Reduction | undefined {
  const { box, users, isSum, holds } = finish(propagated(whole));
  return holds ? finish(compact(whole, box, users, isSum, [])) : undefined;
}

/** What propagation leaves of a problem's box. */
interface Propagated extends Pick<Reducing, 'box' | 'users' | 'isSum'> {
  /** Whether a solution may be left. */
  readonly holds: boolean;
}

function* propagated(whole: Maximisation): Steps<Propagated> {
  const pace = new Pace();
  const n = whole.lower.length;
  const users = yield* byColumnInSteps(whole.rows, n);
  if (pace.ends(PER_LOOK * whole.rows.column.length)) yield pace.operations;
  const box = new Box(whole.lower, whole.upper, whole.rows, users);
  const isSum = new Uint8Array(n);
  for (const j of whole.sums) isSum[j] = 1;
  box.enqueueAll();
  return { box, users, isSum, holds: box.propagate() };
}

/** Columns that the objective pushes one way and no row holds back go all that way. */
function* fixUnheld({ whole, box, users, isSum, defines }: Reducing, fixings: Fixing[]): Steps<void> {
  const pace = new Pace();
  const { rows, objective } = whole;
  const { canExceed, canFallShort } = activitiesOf(rows, box, defines);
  if (pace.ends(PER_LOOK * rows.column.length)) yield pace.operations;
  for (let j = 0; j < objective.length; j += 1) {
    if (isSum[j] === 1 || box.lower[j] === box.upper[j]) continue;
    if (pace.ends(PER_LOOK * (users.start[j + 1]! - users.start[j]!))) yield pace.operations;
    let heldUp = false;
    let heldDown = false;
    for (let p = users.start[j]!; p < users.start[j + 1]!; p += 1) {
      const i = users.row[p]!;
      const positive = users.value[p]! > 0;
      heldUp ||= (positive ? canExceed : canFallShort)[i] === 1;
      heldDown ||= (positive ? canFallShort : canExceed)[i] === 1;
    }
    const c = objective[j]!;
    if (!(c <= 0 && !heldDown) && !(c >= 0 && !heldUp)) continue;
    const toLower = c <= 0 && !heldDown;
    const value = toLower ? box.lower[j]! : box.upper[j]!;
    fixings.push({ column: j, value, toLower, standIn: NOBODY });
    box.narrow(j, value, value);
  }
}

/** Leaves out fixed columns and rows that cannot be broken, and divides each row by what divides all of it. */
function* compact(
  whole: Maximisation,
  box: Box,
  users: ColumnRows,
  isSum: Uint8Array,
  rounds: readonly (readonly Fixing[])[],
): Steps<Reduction | undefined> {
  const pace = new Pace();
  const { rows } = whole;
  const n = whole.lower.length;
  const kept: number[] = [];
  const place = new Int32Array(n).fill(-1);
  for (let j = 0; j < n; j += 1) {
    if (box.lower[j] === box.upper[j]) continue;
    if (isSum[j] === 1 && !worthKeeping(rows, box, users, j)) continue;
    place[j] = kept.length;
    kept.push(j);
  }
  const start = [0];
  const column = new Int32Array(rows.column.length);
  const value = new Float64Array(rows.column.length);
  let filled = 0;
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const rowNumbers: number[] = [];
  for (let i = 0; i < rows.lower.length; i += 1) {
    let constant = 0;
    let divisor = 0;
    let least = 0;
    let most = 0;
    let leavesOutSum = false;
    const from = filled;
    if (pace.ends(PER_LOOK * (1 + rows.start[i + 1]! - rows.start[i]!))) yield pace.operations;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
      const j = rows.column[p]!;
      const a = rows.value[p]!;
      if (place[j]! < 0) {
        constant += a * box.lower[j]!;
        leavesOutSum ||= box.lower[j] !== box.upper[j];
        continue;
      }
      least += a * (a > 0 ? box.lower[j]! : box.upper[j]!);
      most += a * (a > 0 ? box.upper[j]! : box.lower[j]!);
      divisor = gcd(divisor, Math.abs(a));
      column[filled] = place[j]!;
      value[filled] = a;
      filled += 1;
    }
    const low = rows.lower[i]! - constant;
    const high = rows.upper[i]! - constant;
    const idle = leavesOutSum || (least >= low && most <= high);
    if (idle || filled === from) {
      if (!leavesOutSum && filled === from && (low > 0 || high < 0)) return undefined;
      filled = from;
      continue;
    }
    for (let p = from; p < filled; p += 1) value[p]! /= divisor;
    start.push(filled);
    rowNumbers.push(i);
    rowLower.push(Math.ceil(low / divisor));
    rowUpper.push(Math.floor(high / divisor));
  }
  if (pace.ends(PER_LOOK * n)) yield pace.operations;
  const places = (columns: readonly number[]): number[] =>
    columns.map((j) => place[j]!).filter((j) => j >= 0);
  let offset = 0;
  for (let j = 0; j < n; j += 1)
    if (place[j]! < 0 && isSum[j] === 0) offset += whole.objective[j]! * box.lower[j]!;
  const pick = (from: Float64Array): Float64Array => {
    const picked = new Float64Array(kept.length);
    for (let k = 0; k < kept.length; k += 1) picked[k] = from[kept[k]!]!;
    return picked;
  };
  const fixedLower = box.lower.slice();
  return {
    problem: {
      lower: pick(box.lower),
      upper: pick(box.upper),
      rows: {
        start: new Int32Array(start),
        column: column.slice(0, filled),
        value: value.slice(0, filled),
        lower: new Float64Array(rowLower),
        upper: new Float64Array(rowUpper),
      },
      objective: pick(whole.objective),
      sums: places(whole.sums),
      branchFirst: places(whole.branchFirst),
    },
    offset,
    place,
    columns: kept,
    rowNumbers,
    rounds,
    restore(x) {
      const all = fixedLower.slice();
      kept.forEach((j, k) => {
        all[j] = x[k]!;
      });
      for (const j of whole.sums) all[j] = sumOf(rows, users, all, j);
      return all;
    },
    project(solution) {
      const x = solution.slice();
      for (const { column, value, standIn } of rounds.flat()) {
        if (standIn !== NOBODY && x[column]! > 0) x[standIn] = 1;
        x[column] = value;
      }
      for (const j of whole.sums) x[j] = sumOf(rows, users, x, j);
      return pick(x);
    },
  };
}

/** Whether at least two of the columns that a sum adds up are still open. */
function worthKeeping(rows: Rows, box: Box, users: ColumnRows, sum: number): boolean {
  const row = users.row[users.start[sum]!]!;
  let open = 0;
  for (let p = rows.start[row]!; p < rows.start[row + 1]!; p += 1) {
    const j = rows.column[p]!;
    if (j !== sum && box.lower[j] !== box.upper[j]) open += 1;
  }
  return open >= 2;
}

/** The value that the row defining a sum gives it. */
function sumOf(rows: Rows, users: ColumnRows, x: Float64Array, sum: number): number {
  const at = users.start[sum]!;
  const row = users.row[at]!;
  let total = rows.lower[row]!;
  for (let p = rows.start[row]!; p < rows.start[row + 1]!; p += 1) {
    if (rows.column[p] !== sum) total -= rows.value[p]! * x[rows.column[p]!]!;
  }
  return total / users.value[at]!;
}
