import type { Stage } from '../certificate/certificate.js';
import type { Guide } from '../internal/guide.js';
import { invariant, present } from '../internal/invariant.js';
import type { Problem } from '../model/problem.js';
import { byColumnInSteps } from './box.js';
import { type Budget, budgetOf, doBeside, OPERATIONS_PER_UNIT, pause } from './budget.js';
import { byRelaxation, type Relaxed } from './by-relaxation.js';
import { climbAtOnce } from './first-solutions.js';
import { fuse } from './fuse.js';
import { minimalConflict } from './minimal-conflict.js';
import { LARGEST_FUSED_RANGE, nothingSettled, optimise, type Settled } from './optimise.js';
import { isLarge, siftFirst } from './sift-first.js';
import { settleRest } from './settle-rest.js';
import { Standing } from './standing.js';
import type { Steps } from '../internal/steps.js';
import { writeStage } from './write-stage.js';

/** To turn an entry of a row over to its column takes so many elementary operations. */
const PER_ENTRY = 5;

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
  /** `bounds`: by objective the largest value proved possible, given the values before it; null where no proof is asked for or none was found. */
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
 * Maximises the objectives in their order, then makes the tie columns small in theirs, within so many units of work.
 * Relaxations are tried first: where a solution of the problem adds up to the best of a relaxation, it is the best.
 */
export function solve(
  problem: Problem,
  effort: number,
  relaxations: readonly (() => Steps<Relaxed>)[] = [],
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

  constructor(
    problem: Problem,
    effort: number,
    relaxations: readonly (() => Steps<Relaxed>)[] = [],
    guide?: Guide,
  ) {
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
    const until = this.#done + units;
    do {
      const step = this.#steps.next();
      this.#pending = step.done === true ? 0 : step.value;
      if (step.done === true) return { ...step.value, work: this.#work };
    } while (this.#done < until);
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

  /** Units of work done so far, with what is no effort. */
  get #done(): number {
    return this.#spent + this.#budget.beside / OPERATIONS_PER_UNIT;
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
  relaxations: readonly (() => Steps<Relaxed>)[],
  guide: Guide | undefined,
  budget: Budget,
  standing: Standing,
): Steps<Ending> {
  const certified = problem.certified ?? problem.objectives.length;
  yield* begin(problem, certified, budget, standing);
  const proving = withFirst(problem, certified);
  const relaxed = relaxations.map(
    (relax) =>
      function* (): Steps<Relaxed> {
        const { problem: wide, adds } = yield* relax();
        return { problem: withFirst(wide, certified), adds };
      },
  );
  const start = yield* byRelaxation(proving, relaxed, certified, budget, standing);
  const outcome = yield* optimise(proving, start ?? nothingSettled(proving), guide, budget, standing);
  if (outcome === 'infeasible') {
    const demands = yield* minimalConflict(problem, budget);
    return demands === undefined ? { status: 'undecided' } : { status: 'infeasible', demands };
  }
  if (outcome.count < certified) return bounded(standing);
  const best = present(standing.x, 'Objectives were proved without a solution');
  const { x, complete } = yield* settleRest(problem, certified, outcome.remaining, best, budget);
  const proof = yield* written(outcome, certified, budget);
  return { status: complete ? 'optimal' : 'bounded', x, bounds: standing.bounds, proof };
}

/** The problem with its first so many objectives only. */
const withFirst = (problem: Problem, count: number): Problem => ({
  ...problem,
  objectives: problem.objectives.slice(0, count),
});

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

/** Looks for a first solution with an eye on the first objectives; of a large problem then for a better one, and bounds, by sifting. */
function* begin(problem: Problem, certified: number, budget: Budget, standing: Standing): Steps<void> {
  const { objectives, lower, upper, rows } = problem;
  invariant(objectives.length > 0, 'A problem was to be solved without an objective');
  const { objective } = fuse(objectives, 0, lower, upper, LARGEST_FUSED_RANGE);
  yield* pause(budget, PER_ENTRY * rows.column.length);
  const users = yield* doBeside(budget, byColumnInSteps(rows, lower.length));
  yield* climbAtOnce({ ...problem, objective }, users, budget, standing);
  if (isLarge(problem)) yield* siftFirst(withFirst(problem, certified), users, budget, standing);
}
