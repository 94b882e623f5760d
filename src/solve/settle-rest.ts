import { invariant, present } from '../internal/invariant.js';
import type { LinearForm, Problem } from '../model/problem.js';
import type { Budget } from './budget.js';
import { renumbered } from './forms.js';
import { narrowToBest } from './narrow-to-best.js';
import { nothingSettled, optimise } from './optimise.js';
import type { Maximisation } from './maximisation.js';
import { leaveOutFixed, type Reduction } from './reduce.js';
import { settleTies } from './settle-ties.js';
import { Standing } from './standing.js';
import type { Steps } from '../internal/steps.js';

/**
 * Settles what no proof is asked for, the objectives from `from` on and then the ties, among the solutions that are as good
 * as `known` on the objectives before. None is better on those, and `remaining` holds all that are as good.
 */
export function* settleRest(
  problem: Problem,
  from: number,
  remaining: Maximisation,
  known: Float64Array,
  budget: Budget,
): Steps<{ readonly x: Float64Array; readonly complete: boolean }> {
  if (budget.left <= 0) return { x: known, complete: false };
  const { objectives, ties } = problem;
  const narrowed = yield* narrowToBest(remaining, objectives.slice(0, from), known, budget);
  // Without the cuts: with them in its rows, fewer columns could stand in for others.
  const reduction = present(leaveOutFixed({ ...narrowed, rows: remaining.rows }), 'No solution is known');
  const rest = restOf(problem, objectives.slice(from), reduction);
  const standing = new Standing(rest);
  standing.take(reduction.project(known));
  const settled = yield* optimise(rest, nothingSettled(rest), undefined, budget, standing);
  invariant(settled !== 'infeasible', 'A problem of which a solution is known has none');
  const best = present(standing.x, 'A known solution was lost');
  if (settled.count < rest.objectives.length) return { x: reduction.restore(best), complete: false };
  const last = yield* narrowToBest(settled.remaining, rest.objectives, best, budget);
  const open = ties.map((tie) => reduction.place[tie]!).filter((column) => column >= 0);
  const { x, complete } = yield* settleTies(last, open, best, budget);
  return { x: reduction.restore(x), complete };
}

/** The reduced problem with these objectives. What fixed columns contribute to them is the same in all solutions. */
function restOf(whole: Problem, objectives: readonly LinearForm[], { problem, place }: Reduction): Problem {
  return {
    ...whole,
    ...problem,
    objectives: objectives.map((form) => renumbered(form, place)),
    ties: [],
    demand: new Int32Array(problem.rows.lower.length).fill(-1),
    permits: [],
  };
}
