import type { Problem } from '../model/problem.js';
import type { ColumnRows } from './box.js';
import { type Budget, doBeside, OPERATIONS_PER_UNIT, pause, spendPart } from './budget.js';
import { dot } from './forms.js';
import { fuse, type Group } from './fuse.js';
import { keepsRows } from './keeps-rows.js';
import { LARGEST_FUSED_RANGE, nothingSettled, optimise } from './optimise.js';
import { Corner } from './sift-corner.js';
import { asProblem, partOf, wholeFrom } from './sift-part.js';
import { Sifting } from './sift.js';
import { Standing } from './standing.js';
import type { Steps } from '../internal/steps.js';

/** A problem of so many columns, those that a sum counts left out, is too large for the relaxation of the whole. */
const LARGE = 8_000;
/** Of the work that is left, the shares for each sifting, for searching what it made use of, and for searching that once more for all objectives. */
const SIFTING_SHARE = 0.4;
const SEARCHING_SHARE = 0.05;
const LAST_SEARCHING_SHARE = 0.3;
/** Between two relaxations of a sifting a search may take so much of what is left, where the relaxation is worth more than the best by this share. */
const BETWEEN_SHARE = 0.05;
const FAR = 0.1;
/** Sifting begins only where the work that is left is so many looks at each entry of the rows: the first guesses alone take some. */
const LEAST_LOOKS = 50;
/** To look at an entry of a row, or at a column, takes so many elementary operations. */
const PER_ENTRY = 3;
/** The part grows by so many times itself. */
const GROWTH = 1;
/** Sifting ends where the relaxation of the whole is known this well. */
const NEAR_ENOUGH = 0.001;

/** Whether a problem is too large for its relaxation to be solved. */
export function isLarge({ lower, rows, sums }: Problem): boolean {
  // Each sum stands in one row: what it counts could be counted by it alone.
  const isSum = new Uint8Array(lower.length);
  for (const j of sums) isSum[j] = 1;
  let count = lower.length;
  for (let i = 0; i < rows.lower.length; i += 1) {
    if (rows.lower[i] !== rows.upper[i]) continue;
    const entries = rows.column.subarray(rows.start[i], rows.start[i + 1]);
    if (entries.some((j) => isSum[j] === 1)) count -= entries.length - 1;
  }
  return count > LARGE;
}

/**
 * A first solution of a large problem, and bounds of its first objectives: the relaxation is sifted, first by the first
 * objective alone, then by as many as fit together, and a problem of the columns that it makes use of is searched.
 */
export function* siftFirst(
  problem: Problem,
  users: ColumnRows,
  budget: Budget,
  standing: Standing,
): Steps<void> {
  const { objectives, lower, upper, rows } = problem;
  if (budget.left * OPERATIONS_PER_UNIT < LEAST_LOOKS * rows.column.length) return;
  yield* pause(budget, PER_ENTRY * lower.length);
  const corner = new Corner(problem, users);
  yield* pause(budget, PER_ENTRY * rows.column.length);
  const support = new Uint8Array(lower.length);
  standing.x?.forEach((value, j) => {
    if (value > lower[j]!) support[j] = 1;
  });
  const first = fuse(objectives, 0, lower, upper, 1);
  yield* pause(budget, PER_ENTRY * lower.length);
  const together = fuse(objectives, 0, lower, upper, LARGEST_FUSED_RANGE);
  yield* pause(budget, PER_ENTRY * lower.length);
  const search = (count: number, share: number): Steps<void> =>
    spendPart(budget, share, () => searchPart(problem, corner, support, count, budget, standing));
  for (const group of together.members.length > 1 ? [first, together] : [first]) {
    const between = (): Steps<void> => search(group.members.length, BETWEEN_SHARE);
    yield* spendPart(budget, SIFTING_SHARE, () => sift(corner, group, support, budget, standing, between));
    yield* search(group.members.length, SEARCHING_SHARE);
    if (budget.left <= 0) return;
  }
  yield* search(objectives.length, LAST_SEARCHING_SHARE);
}

/** Sifts by a group of the first objectives, and adds to `support` what the relaxations make use of; `between` them, looks for a better solution. */
function* sift(
  corner: Corner,
  group: Group,
  support: Uint8Array,
  budget: Budget,
  standing: Standing,
  between: () => Steps<void>,
): Steps<void> {
  const sifting = new Sifting(corner, group.objective, support, budget);
  yield* sifting.begin();
  // What the box alone says.
  let bound = (yield* sifting.bound()).value;
  standing.limit(group, bound);
  while (budget.left > 0 && (yield* sifting.relax(budget.left))) {
    sifting.support.forEach((isIn, j) => {
      if (isIn === 1) support[j] = 1;
    });
    yield* sifting.price();
    bound = Math.min(bound, (yield* sifting.bound()).value);
    standing.limit(group, bound);
    yield 0;
    yield* pause(budget, PER_ENTRY * corner.whole.lower.length);
    const best = standing.x === undefined ? -Infinity : dot(group.objective, standing.x);
    if (sifting.value - best > FAR * Math.abs(sifting.value)) yield* between();
    if (bound - sifting.value <= NEAR_ENOUGH * Math.abs(bound)) return;
    if ((yield* sifting.grow(GROWTH * sifting.size)) === 0) return;
  }
}

/** Searches the problem of the columns given for the best on so many objectives, from the best solution known. */
function* searchPart(
  problem: Problem,
  corner: Corner,
  isIn: Uint8Array,
  count: number,
  budget: Budget,
  standing: Standing,
): Steps<void> {
  const part = yield* doBeside(budget, partOf(corner, isIn));
  const small = yield* doBeside(budget, asProblem(part, problem, count));
  const within = new Standing(small);
  const known = standing.x;
  if (known !== undefined) within.take(Float64Array.from(part.columns, (j) => known[j]!));
  let seen = within.x;
  function* take(): Steps<void> {
    if (within.x === undefined || within.x === seen) return;
    seen = within.x;
    const x = yield* doBeside(budget, wholeFrom(part, seen, corner));
    const keeps = keepsRows(problem.rows, x);
    yield* pause(budget, PER_ENTRY * problem.rows.column.length);
    if (!keeps) return;
    standing.take(x);
    yield* pause(budget, PER_ENTRY * problem.lower.length);
  }
  const steps = optimise(small, nothingSettled(small), undefined, budget, within);
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    yield* take();
    yield step.value;
  }
  yield* take();
}
