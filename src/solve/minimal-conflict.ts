import type { Problem, Rows } from '../model/problem.js';
import { reduce } from './reduce.js';
import type { Budget } from './budget.js';
import { Search } from './search.js';
import type { Steps } from '../internal/steps.js';

/**
 * A minimal set of demands that cannot hold together, by leaving out one after the other and keeping out each whose
 * absence still leaves no solution. A demand may permit columns that others need, so that leaving one out can make it
 * harder for the rest: it is done again until nothing more can be left out. `undefined`: the budget was spent first.
 */
export function* minimalConflict(problem: Problem, budget: Budget): Steps<number[] | undefined> {
  let kept = [...new Set(problem.demand)].filter((demand) => demand >= 0).sort((a, b) => a - b);
  for (let before = Infinity; kept.length < before;) {
    before = kept.length;
    for (const demand of [...kept]) {
      if (budget.left <= 0) return undefined;
      const without = kept.filter((other) => other !== demand);
      const solvable = yield* hasSolution(problem, new Set(without), budget);
      if (solvable === undefined) return undefined;
      if (!solvable) kept = without;
    }
    if (problem.permits.length === 0) break;
  }
  return kept;
}

/** Whether the problem has a solution when only these demands are made. */
function* hasSolution(
  problem: Problem,
  demands: ReadonlySet<number>,
  budget: Budget,
): Steps<boolean | undefined> {
  const { lower, rows } = problem;
  const slack = (side: Float64Array, free: number): Float64Array =>
    side.map((value, row) => (problem.demand[row]! < 0 || demands.has(problem.demand[row]!) ? value : free));
  const relaxed: Rows = { ...rows, lower: slack(rows.lower, -Infinity), upper: slack(rows.upper, Infinity) };
  const upper = Float64Array.from(problem.upper);
  for (const { column, demands: permitting } of problem.permits)
    if (!permitting.some((demand) => demands.has(demand))) upper[column] = 0;
  const objective = new Float64Array(lower.length);
  const { sums, branchFirst } = problem;
  const reduction = yield* reduce({ lower, upper, rows: relaxed, objective, sums, branchFirst }, budget);
  if (reduction === undefined) return false;
  const found = yield* new Search(reduction.problem, budget, []).run();
  if (found.x !== undefined) return true;
  return found.complete ? false : undefined;
}
