import type { Problem } from '../model/problem.js';
import { type Budget, doBeside, pause, spendPart } from './budget.js';
import { type Cut, withCuts } from './cuts.js';
import { dot, formValue } from './forms.js';
import { narrowParts, type Sum } from './narrow-parts.js';
import { narrowToBest } from './narrow-to-best.js';
import { fuse } from './fuse.js';
import { asGoodAs, LARGEST_FUSED_RANGE, nothingSettled, optimise, type Settled } from './optimise.js';
import type { Maximisation } from './maximisation.js';
import { reduce } from './reduce.js';
import { Search } from './search.js';
import { Standing } from './standing.js';
import { OPERATIONS_PER_STEP, Pace, type Steps } from '../internal/steps.js';

/** To look at a column, or at an entry of a row, takes so many elementary operations. */
const PER_ENTRY = 10;

/** A problem that allows whatever another allows, and how its columns add up columns of the other. */
export interface Relaxed {
  readonly problem: Problem;
  readonly adds: readonly Sum[];
}

/** Of the work that is left, the share that a relaxation may take: the first, which is the smallest, and each other. */
const FIRST_RELAXATION_SHARE = 0.35;
const RELAXATION_SHARE = 0.1;
/** And the share for finding out who does what a relaxation only counts. */
const REALISING_SHARE = 0.05;
/** Looking for a solution that is like a relaxation's best may take this share of what that took. */
const FOLLOWING_SHARE = 0.2;

/**
 * The first objectives, at least so many as are asked for, proved by the first relaxation to whose best some solution of the
 * problem adds up.
 */
export function* byRelaxation(
  problem: Problem,
  relaxations: readonly (() => Steps<Relaxed>)[],
  asked: number,
  budget: Budget,
  standing: Standing,
): Steps<Settled | undefined> {
  for (const [index, relax] of relaxations.entries()) {
    if (budget.left <= 0) return undefined;
    const { problem: relaxed, adds } = yield* doBeside(budget, relax());
    const within = new Standing(relaxed);
    standing.isWithin(within);
    yield 0;
    const begun = budget.left + budget.aside;
    let followed: Float64Array | undefined;
    /** So that there is a solution early, and one to begin with where none adds up to the relaxation's best. */
    const follow = function* (): Steps<void> {
      const best = within.x;
      if (best === undefined || best === followed) return;
      followed = best;
      const aim = { relaxed, adds, best, count: problem.objectives.length };
      const spent = begun - budget.left - budget.aside;
      const share = Math.min(REALISING_SHARE, (FOLLOWING_SHARE * spent) / budget.left);
      if (budget.left > 0) yield* spendPart(budget, share, () => searchLike(problem, aim, budget, standing));
    };
    const settled = yield* spendPart(budget, index === 0 ? FIRST_RELAXATION_SHARE : RELAXATION_SHARE, () =>
      optimise(relaxed, nothingSettled(relaxed), undefined, budget, within, follow),
    );
    if (settled === 'infeasible' || within.x === undefined) return undefined;
    const best = within.x;
    // What is not proved of it is of use as well: as a solution to begin with.
    const isProved = settled.count >= asked;
    const count = isProved ? settled.count : problem.objectives.length;
    const realised = yield* spendPart(budget, REALISING_SHARE, () =>
      realise(problem, { relaxed, adds, best, count }, budget),
    );
    if (realised !== undefined) standing.take(realised.x);
    if (!isProved) {
      if (realised === undefined) yield* follow();
      return undefined;
    }
    if (realised !== undefined) {
      const { proved } = settled;
      standing.settle(count);
      const proven = relaxed.objectives.slice(0, count);
      const sums = yield* narrowToBest(settled.remaining, proven, best, budget);
      // Whatever is as good adds up to a solution of the relaxation that is as good: the relaxation's bounds hold for it too.
      const remaining = { ...realised.asGood, ...narrowParts(problem, adds, sums) };
      return { count, remaining, proved, grouping: index + 1 };
    }
    // The next would only be harder.
    if (count < problem.objectives.length) return undefined;
  }
  return undefined;
}

/** Solutions of the problem that are worth as much as those of a relaxation, and one that adds up to it. */
interface Realised {
  readonly x: Float64Array;
  readonly asGood: Maximisation;
}

/** The best of a relaxation, of which so many objectives are proved. */
interface Aim {
  readonly relaxed: Problem;
  readonly adds: Relaxed['adds'];
  readonly best: Float64Array;
  readonly count: number;
}

/** Looks for a solution of the problem that adds up to the best of a relaxation. */
function* realise(
  problem: Problem,
  { relaxed, adds, best, count }: Aim,
  budget: Budget,
): Steps<Realised | undefined> {
  yield* pause(budget, PER_ENTRY * problem.rows.column.length);
  const objectives = problem.objectives.slice(0, count);
  const values = relaxed.objectives.slice(0, count).map((form) => formValue(form, best));
  const { remaining } = nothingSettled(problem);
  const asGood: Maximisation = { ...remaining, rows: asGoodAs(problem.rows, objectives, values) };
  yield* pause(budget, PER_ENTRY * problem.rows.column.length);
  const pace = new Pace();
  const sameSums: Omit<Cut, 'source'>[] = [];
  for (const { column, parts } of adds) {
    const columns = [...parts];
    sameSums.push({ columns, values: columns.map(() => 1), upper: best[column]! });
    sameSums.push({ columns, values: columns.map(() => -1), upper: -best[column]! });
    if (pace.ends(5 * PER_ENTRY * (1 + parts.length))) yield* pause(budget, OPERATIONS_PER_STEP);
  }
  yield* pause(budget, PER_ENTRY * problem.lower.length);
  const rows = withCuts(asGood.rows, sameSums);
  yield* pause(budget, PER_ENTRY * rows.column.length);
  const reduction = yield* reduce({ ...asGood, rows }, budget);
  if (reduction === undefined) return undefined;
  const found = yield* new Search(reduction.problem, budget, []).run();
  return found.x === undefined ? undefined : { x: reduction.restore(found.x), asGood };
}

/** Searches for the best that uses no column but those whose sum a solution of a relaxation uses. */
function* searchLike(
  problem: Problem,
  { relaxed, adds, best }: Aim,
  budget: Budget,
  standing: Standing,
): Steps<void> {
  const { objectives, lower } = problem;
  const upper = Float64Array.from(problem.upper);
  for (const { column, parts } of adds) {
    if (best[column]! > relaxed.lower[column]!) continue;
    for (const part of parts) upper[part] = lower[part]!;
  }
  const { objective } = fuse(objectives, 0, lower, problem.upper, LARGEST_FUSED_RANGE);
  const reduction = yield* reduce({ ...nothingSettled(problem).remaining, upper, objective }, budget);
  if (reduction === undefined) return;
  const known = standing.x;
  const isIn = known?.every((value, j) => value <= upper[j]!) === true;
  const starts = known !== undefined && isIn ? [reduction.project(known)] : [];
  const found = yield* new Search(reduction.problem, budget, starts).run();
  if (found.x === undefined) return;
  const x = reduction.restore(found.x);
  if (known === undefined || dot(objective, x) > dot(objective, known)) standing.take(x);
}
