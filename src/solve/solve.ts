import type { Stage } from '../certificate/certificate.js';
import type { Guide } from '../internal/guide.js';
import { invariant, present } from '../internal/invariant.js';
import type { LinearForm, Problem, Rows } from '../model/problem.js';
import { type Budget, budgetOf, OPERATIONS_PER_UNIT, spendPart } from './budget.js';
import { withCuts } from './cuts.js';
import { climbAtOnce } from './first-solutions.js';
import { fixBelow } from './fix-below.js';
import { fuse, type Group } from './fuse.js';
import { askGuide, type Asking } from './guide.js';
import { minimalConflict } from './minimal-conflict.js';
import { type Maximisation, reduce, type Reduction } from './reduce.js';
import { type Found, Search } from './search.js';
import { settleTies } from './settle-ties.js';
import { formValue, Standing } from './standing.js';
import type { Steps } from './steps.js';
import { type Proved, writeStage } from './write-stage.js';

/** Counts of the work a solve took. */
export interface Work {
  readonly effort: number;
  readonly nodes: number;
  readonly iterations: number;
  readonly cuts: number;
  /** Solutions of a guide that were better than the best known. */
  readonly proposals: number;
  readonly presolvedColumns: number;
  readonly presolvedRows: number;
}

/** How a solve ended. */
type Ending =
  /** `bounds`: by objective the largest value proved possible, given the values before it; null where nothing was proved. */
  | {
      readonly status: 'optimal' | 'bounded';
      readonly x: Float64Array;
      readonly bounds: readonly (number | null)[];
      /** Why no solution is better, once that is proved. */
      readonly proof?: Proof;
    }
  /** A minimal set of demands that cannot hold together. */
  | { readonly status: 'infeasible'; readonly demands: readonly number[] }
  | { readonly status: 'undecided' };

/** A proof in the language of certificates: of the problem itself (`grouping` 0) or of its relaxation of that number. */
export interface Proof {
  readonly grouping: number;
  readonly stages: readonly Stage[];
}

export type Solution = Ending & { readonly work: Work };

/**
 * Objectives are fused as long as their combined range stays below this, so that bounds keep some fine scale in exact
 * integers. Near it the relaxation can drown in its own rounding, so that where a part of the work does not settle the
 * sum, fewer are fused.
 */
const LARGEST_FUSED_RANGE = 2 ** 40;
const CAREFUL_FUSED_RANGE = 2 ** 30;
const WIDE_SHARE = 0.2;

/** A problem that allows whatever another allows, and how its columns add up columns of the other. */
export interface Relaxed {
  readonly problem: Problem;
  readonly adds: readonly { readonly column: number; readonly parts: readonly number[] }[];
}

/** Of the work that is left, the share that a relaxation may take: the first, which is the smallest, and each other. */
const FIRST_RELAXATION_SHARE = 0.35;
const RELAXATION_SHARE = 0.1;
/** And the share for finding out who does what a relaxation only counts. */
const REALISING_SHARE = 0.05;

/**
 * Maximises the objectives in their order, then makes the tie columns small in theirs, within so many units of work.
 * Relaxations are tried first: where a solution of the problem adds up to the best of a relaxation, it is the best.
 */
export function solve(
  problem: Problem,
  effort: number,
  relaxations: readonly (() => Relaxed)[] = [],
  guide?: Guide,
): Solution {
  return new Solving(problem, effort, relaxations, guide).finish();
}

/** A solve that is done a part at a time, and tells in between where it stands. Its parts do not change its solution. */
export class Solving {
  readonly #effort: number;
  readonly #budget: Budget;
  readonly #standing: Standing;
  readonly #steps: Steps<Ending>;
  /** Operations done and not yet taken off the budget. */
  #pending = 0;

  constructor(problem: Problem, effort: number, relaxations: readonly (() => Relaxed)[] = [], guide?: Guide) {
    this.#effort = effort;
    this.#budget = budgetOf(effort);
    this.#standing = new Standing(problem);
    this.#steps = solveInSteps(problem, relaxations, guide, this.#budget, this.#standing);
  }

  /** Works on to the end. */
  finish(): Solution {
    for (;;) {
      const solution = this.advance(Infinity);
      if (solution !== undefined) return solution;
    }
  }

  /** Works on for about so many units; the solution once there is one. */
  advance(units: number): Solution | undefined {
    const until = this.#spent + units;
    do {
      const step = this.#steps.next();
      this.#pending = step.done === true ? 0 : step.value;
      if (step.done === true) return { ...step.value, work: this.#work };
    } while (this.#spent < until);
    return undefined;
  }

  /** Units of work spent so far. */
  get effort(): number {
    return Math.min(this.#effort, Math.ceil(this.#spent));
  }

  /** What the objectives are worth in the best solution so far: none as long as there is none. */
  get values(): readonly number[] {
    return this.#standing.values;
  }

  /** By objective the largest value proved possible so far. */
  get bounds(): readonly (number | null)[] {
    return this.#standing.bounds;
  }

  /** What there is to give when the solve is given up here. */
  get soFar(): Solution {
    return { ...bounded(this.#standing), work: this.#work };
  }

  get #spent(): number {
    return this.#effort - this.#budget.left - this.#budget.aside + this.#pending / OPERATIONS_PER_UNIT;
  }

  get #work(): Work {
    const { nodes, iterations, cuts, proposals } = this.#budget;
    const { presolvedColumns, presolvedRows } = this.#standing;
    return { effort: this.effort, nodes, iterations, cuts, proposals, presolvedColumns, presolvedRows };
  }
}

/** The best solution there is, if any, though more may be possible. */
function bounded({ x, bounds }: Standing): Ending {
  return x === undefined ? { status: 'undecided' } : { status: 'bounded', x, bounds };
}

function* solveInSteps(
  problem: Problem,
  relaxations: readonly (() => Relaxed)[],
  guide: Guide | undefined,
  budget: Budget,
  standing: Standing,
): Steps<Ending> {
  yield* begin(problem, budget, standing);
  const certified = problem.certified ?? problem.objectives.length;
  const start = yield* byRelaxation(problem, relaxations, certified, budget, standing);
  const outcome = yield* optimise(problem, start ?? nothingSettled(problem), guide, budget, standing);
  if (outcome === 'infeasible') {
    const demands = yield* minimalConflict(problem, budget);
    return demands === undefined ? { status: 'undecided' } : { status: 'infeasible', demands };
  }
  if (outcome.count < certified) return bounded(standing);
  const best = present(standing.x, 'Objectives were proved without a solution');
  const all = outcome.count === problem.objectives.length;
  const { x, complete } = all
    ? yield* settleTies(outcome.remaining, problem.ties, best, budget)
    : { x: best, complete: false };
  const proof = yield* written(outcome, certified, budget);
  return { status: complete ? 'optimal' : 'bounded', x, bounds: standing.bounds, proof };
}

/** Writes down the proof of the first so many objectives. */
function* written({ grouping, proved }: Settled, count: number, budget: Budget): Steps<Proof> {
  const stages: Stage[] = [];
  for (let from = 0, k = 0; from < count; k += 1) {
    const stage = present(proved[k], 'An objective is proved without a proof');
    from += stage.multipliers.length;
    stages.push(yield* writeStage(stage, from >= count, budget));
  }
  return { grouping, stages };
}

/** Looks for a first solution with an eye on the first objectives. */
function begin(problem: Problem, budget: Budget, standing: Standing): Steps<void> {
  const { objectives, lower, upper } = problem;
  invariant(objectives.length > 0, 'A problem was to be solved without an objective');
  const { objective } = fuse(objectives, 0, lower, upper, LARGEST_FUSED_RANGE);
  return climbAtOnce({ ...problem, objective }, budget, standing);
}

/** How far the objectives are proved, in their order. */
interface Settled {
  /** So many of them, from the first on. */
  readonly count: number;
  /** The problem of finding solutions that are as good on those. */
  readonly remaining: Maximisation;
  /** How each group of objectives was proved, and of which problem: 0 is the problem itself, the others its relaxations. */
  readonly proved: readonly Proved[];
  readonly grouping: number;
}

const nothingSettled = ({ lower, upper, rows, sums, branchFirst }: Problem): Settled => ({
  count: 0,
  remaining: { lower, upper, rows, sums, branchFirst, objective: new Float64Array(lower.length) },
  proved: [],
  grouping: 0,
});

/**
 * The first objectives, at least so many as are asked for, proved by the first relaxation to whose best some solution of the
 * problem adds up.
 */
function* byRelaxation(
  problem: Problem,
  relaxations: readonly (() => Relaxed)[],
  asked: number,
  budget: Budget,
  standing: Standing,
): Steps<Settled | undefined> {
  for (const [index, relax] of relaxations.entries()) {
    if (budget.left <= 0) return undefined;
    const { problem: relaxed, adds } = relax();
    const within = new Standing(relaxed);
    standing.isWithin(within);
    yield 0;
    const settled = yield* spendPart(budget, index === 0 ? FIRST_RELAXATION_SHARE : RELAXATION_SHARE, () =>
      optimise(relaxed, nothingSettled(relaxed), undefined, budget, within),
    );
    if (settled === 'infeasible' || settled.count < asked) return undefined;
    const { count, proved } = settled;
    const best = present(within.x, 'Objectives of a relaxation were proved without a solution');
    const realised = yield* spendPart(budget, REALISING_SHARE, () =>
      realise(problem, { relaxed, adds, best, count }, budget),
    );
    if (realised !== undefined) {
      standing.take(realised.x);
      standing.settle(count);
      const remaining = yield* narrowed(problem.objectives.slice(0, count), realised, budget);
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
  const objectives = problem.objectives.slice(0, count);
  const values = relaxed.objectives.slice(0, count).map((form) => formValue(form, best));
  const asGood: Maximisation = {
    lower: problem.lower,
    upper: problem.upper,
    rows: asGoodAs(problem.rows, objectives, values),
    objective: new Float64Array(problem.lower.length),
    sums: problem.sums,
    branchFirst: problem.branchFirst,
  };
  const sameSums = adds.flatMap(({ column, parts }) => {
    const columns = [...parts];
    return [
      { columns, values: columns.map(() => 1), upper: best[column]! },
      { columns, values: columns.map(() => -1), upper: -best[column]! },
    ];
  });
  const reduction = yield* reduce({ ...asGood, rows: withCuts(asGood.rows, sameSums) }, budget);
  if (reduction === undefined) return undefined;
  const found = yield* new Search(reduction.problem, budget, []).run();
  return found.x === undefined ? undefined : { x: reduction.restore(found.x), asGood };
}

/** The problem of finding solutions as good as one that is best, its columns narrowed by each of the objectives. */
function* narrowed(
  objectives: readonly LinearForm[],
  { x, asGood }: Realised,
  budget: Budget,
): Steps<Maximisation> {
  let { lower, upper } = asGood;
  for (let from = 0; from < objectives.length;) {
    const { objective, members } = fuse(objectives, from, lower, upper, CAREFUL_FUSED_RANGE);
    ({ lower, upper } = yield* fixBelow({ ...asGood, lower, upper, objective }, dot(objective, x), budget));
    from += members.length;
  }
  return { ...asGood, lower, upper };
}

interface Attempt {
  readonly reduction: Reduction;
  readonly found: Found;
}

/**
 * Maximises a group of objectives, the first of them `from`, from the best solution known, or a better one that a guide
 * proposes; `undefined`: there is no solution.
 */
function* maximise(
  whole: Maximisation,
  group: Group,
  from: number,
  budget: Budget,
  standing: Standing,
  asking?: Asking,
): Steps<Attempt | undefined> {
  const reduction = yield* reduce(whole, budget);
  if (reduction === undefined) return undefined;
  const known = standing.x;
  const starts = known === undefined ? [] : [reduction.project(known)];
  const [start] = starts;
  const proposal = asking === undefined ? undefined : askGuide(asking, reduction, start);
  if (proposal !== undefined) starts.push(proposal);
  const search = new Search(reduction.problem, budget, starts);
  const { objective } = reduction.problem;
  if (proposal !== undefined && search.best !== undefined)
    budget.proposals += start === undefined || dot(objective, search.best) > dot(objective, start) ? 1 : 0;
  standing.pursue({ search, reduction, group, from });
  const found = yield* search.run();
  standing.rest();
  return found.complete && found.x === undefined ? undefined : { reduction, found };
}

/** Maximises the objectives in their order, from the first that is not settled, as far as the budget goes. */
function* optimise(
  problem: Problem,
  start: Settled,
  guide: Guide | undefined,
  budget: Budget,
  standing: Standing,
): Steps<Settled | 'infeasible'> {
  const { objectives } = problem;
  let { rows } = start.remaining;
  let box: Pick<Maximisation, 'lower' | 'upper'> = start.remaining;
  let from = start.count;
  const proved = [...start.proved];
  const whole = (objective: Float64Array): Maximisation => ({
    lower: box.lower,
    upper: box.upper,
    rows,
    objective,
    sums: problem.sums,
    branchFirst: problem.branchFirst,
  });
  while (from < objectives.length) {
    const wide = fuse(objectives, from, box.lower, box.upper, LARGEST_FUSED_RANGE);
    const careful = fuse(objectives, from, box.lower, box.upper, CAREFUL_FUSED_RANGE);
    const isWide = careful.members.length < wide.members.length;
    let group = wide;
    const asking = guide && { guide, objectives: objectives.slice(from, from + wide.members.length) };
    let attempt = yield* spendPart(budget, isWide ? WIDE_SHARE : 1, () =>
      maximise(whole(group.objective), group, from, budget, standing, asking),
    );
    if (isWide && attempt?.found.complete === false) {
      group = careful;
      attempt = yield* maximise(whole(group.objective), group, from, budget, standing);
    }
    if (attempt === undefined) return 'infeasible';
    const { reduction, found } = attempt;
    if (!found.complete) break;
    const x = present(standing.x, 'A search was finished without a solution');
    const to = from + group.members.length;
    standing.settle(to);
    const rowCount = rows.lower.length;
    rows = asGoodAs(rows, objectives.slice(from, to), standing.values.slice(from, to));
    const narrowed = yield* fixBelow(whole(group.objective), dot(group.objective, x), budget);
    proved.push({
      multipliers: group.members.map(({ multiplier }) => multiplier),
      reduction,
      rowCount,
      explored: found.explored,
      value: found.value,
      narrowing: narrowed.findings,
    });
    box = narrowed;
    from = to;
  }
  const remaining = whole(new Float64Array(problem.lower.length));
  return { count: from, remaining, proved, grouping: start.grouping };
}

/** The rows, and that each objective is worth at least so much. */
const asGoodAs = (rows: Rows, objectives: readonly LinearForm[], values: readonly number[]): Rows =>
  withCuts(
    rows,
    objectives.map(({ columns, values: coefficients }, k) => ({
      columns: [...columns],
      values: coefficients.map((value) => -value),
      upper: -values[k]!,
    })),
  );

const dot = (objective: Float64Array, x: Float64Array): number => {
  let value = 0;
  for (let j = 0; j < x.length; j += 1) value += objective[j]! * x[j]!;
  return value;
};
