import type { RequestInput } from '../../src/index.js';
import { type Problem, ProblemBuilder } from '../../src/model/problem.js';
import type { Numbers } from './numbers.js';
import { oneLearner } from './one-learner.js';

/** The cheapest columns that cover every row. */
export interface SetCovering {
  readonly costs: readonly number[];
  /** By row: the columns that cover it. */
  readonly coveredBy: readonly (readonly number[])[];
}

/** `rows columns`, the costs, then by row how many columns cover it and their numbers from 1. */
export function readSetCovering(numbers: Numbers): SetCovering {
  const rows = numbers.next();
  const costs = numbers.take(numbers.next());
  const coveredBy = Array.from({ length: rows }, () => numbers.take(numbers.next()).map((j) => j - 1));
  numbers.end();
  return { costs, coveredBy };
}

export function problemOfSetCovering({ costs, coveredBy }: SetCovering): Problem {
  const builder = new ProblemBuilder();
  const columns = costs.map(() => builder.column(0, 1));
  for (const covering of coveredBy) builder.row(covering, 1, 1, Infinity);
  return builder.build({
    objectives: [{ columns, values: costs.map((cost) => -cost) }],
    ties: [],
    permits: [],
    sums: [],
    branchFirst: [],
  });
}

/** Every row is an area with a must-need, every column an item at its cost: the programme's pence are the optimum. */
export function requestOfSetCovering({ costs, coveredBy }: SetCovering): RequestInput {
  const teaches = costs.map((): number[] => []);
  coveredBy.forEach((covering, row) => {
    for (const j of covering) teaches[j]?.push(row);
  });
  return oneLearner({
    areas: coveredBy.length,
    need: () => ({ source: 'statutory' }),
    items: costs.map((pence, j) => ({ pence, teaches: teaches[j] ?? [] })),
    pence: costs.reduce((sum, cost) => sum + cost, 0),
  });
}
