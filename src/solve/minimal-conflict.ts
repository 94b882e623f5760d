import type { Problem, Rows } from '../model/problem.js';
import { reduce, reductionWork } from './reduce.js';
import type { Budget } from './budget.js';
import { Search } from './search.js';

/**
 * A minimal set of demands that cannot hold together, by leaving out one after the other and keeping out each whose
 * absence still leaves no solution. `undefined`: the budget was spent first.
 */
export function minimalConflict(problem: Problem, budget: Budget): number[] | undefined {
  let kept = [...new Set(problem.demand)].filter((demand) => demand >= 0).sort((a, b) => a - b);
  for (const demand of [...kept]) {
    if (budget.left <= 0) return undefined;
    const without = kept.filter((other) => other !== demand);
    const solvable = hasSolution(problem, new Set(without), budget);
    if (solvable === undefined) return undefined;
    if (!solvable) kept = without;
  }
  return kept;
}

/** Whether the problem has a solution when only these demands are made. */
function hasSolution(problem: Problem, demands: ReadonlySet<number>, budget: Budget): boolean | undefined {
  const { lower, upper, rows } = problem;
  const slack = (side: Float64Array, free: number): Float64Array =>
    side.map((value, row) => (problem.demand[row]! < 0 || demands.has(problem.demand[row]!) ? value : free));
  const relaxed: Rows = { ...rows, lower: slack(rows.lower, -Infinity), upper: slack(rows.upper, Infinity) };
  const objective = new Float64Array(lower.length);
  budget.left -= reductionWork(relaxed);
  const reduction = reduce({
    lower,
    upper,
    rows: relaxed,
    objective,
    sums: problem.sums,
    branchFirst: problem.branchFirst,
  });
  if (reduction === undefined) return false;
  const found = new Search(reduction.problem, budget, []).run();
  if (found.x !== undefined) return true;
  return found.complete ? false : undefined;
}
