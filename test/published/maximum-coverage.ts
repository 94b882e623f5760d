import type { RequestInput } from '../../src/index.js';
import { type Problem, ProblemBuilder } from '../../src/model/problem.js';
import type { Numbers } from './numbers.js';
import { oneLearner } from './one-learner.js';

/** Items within a budget that cover the elements of most profit. */
export interface MaximumCoverage {
  readonly budget: number;
  readonly weights: readonly number[];
  readonly profits: readonly number[];
  /** By item: the elements it covers. */
  readonly covers: readonly (readonly number[])[];
}

/** How many items, how many elements, the budget, the items' weights, the elements' profits, and a 0-1 matrix. */
export function readMaximumCoverage(numbers: Numbers): MaximumCoverage {
  const [items, elements, budget] = [numbers.next(), numbers.next(), numbers.next()];
  // the file says in words how many items and elements there are, once more
  const weights = numbers.take(1 + items).slice(1);
  const profits = numbers.take(1 + elements).slice(1);
  const covers = weights.map(() => numbers.take(elements).flatMap((one, e) => (one === 1 ? [e] : [])));
  numbers.end();
  return { budget, weights, profits, covers };
}

export function problemOfMaximumCoverage({ budget, weights, profits, covers }: MaximumCoverage): Problem {
  const builder = new ProblemBuilder();
  const items = weights.map(() => builder.column(0, 1));
  const elements = profits.map(() => builder.column(0, 1));
  builder.row(items, weights, -Infinity, budget);
  elements.forEach((element, e) => {
    const covering = items.filter((_, i) => covers[i]?.includes(e));
    builder.row([element, ...covering], [1, ...covering.map(() => -1)], -Infinity, 0);
  });
  return builder.build({
    objectives: [{ columns: elements, values: profits }],
    ties: [],
    permits: [],
    sums: [],
    branchFirst: [],
  });
}

/** Every element is a need that weighs its profit: the programme's weighted score is the optimum. */
export function requestOfMaximumCoverage({
  budget,
  weights,
  profits,
  covers,
}: MaximumCoverage): RequestInput {
  return oneLearner({
    areas: profits.length,
    need: (e) => ({ source: 'self-evaluation', weight: profits[e] ?? 0 }),
    items: weights.map((pence, i) => ({ pence, teaches: covers[i] ?? [] })),
    pence: budget,
  });
}
