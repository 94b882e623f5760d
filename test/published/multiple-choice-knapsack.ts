import { type Problem, ProblemBuilder } from '../../src/model/problem.js';
import type { Numbers } from './numbers.js';

/** One item of each class, within several capacities, of most profit. */
export interface MultipleChoiceKnapsack {
  readonly capacities: readonly number[];
  readonly classes: readonly (readonly { readonly profit: number; readonly weights: readonly number[] }[])[];
}

function readProblem(
  numbers: Numbers,
  [classes, items, constraints]: readonly [number, number, number],
): MultipleChoiceKnapsack {
  const capacities = numbers.take(constraints);
  return {
    capacities,
    classes: Array.from({ length: classes }, () => {
      numbers.next(); // the number of the class
      return Array.from({ length: items }, () => ({
        profit: numbers.next(),
        weights: numbers.take(constraints),
      }));
    }),
  };
}

/** `classes items constraints`, then the capacities and by class the items, profit and weights; then what others found. */
export const readMultipleChoiceKnapsack = (numbers: Numbers): MultipleChoiceKnapsack =>
  readProblem(numbers, [numbers.next(), numbers.next(), numbers.next()]);

/** The one with a number from a file of many, each behind its number. */
export function readOneOfMany(numbers: Numbers, wanted: number): MultipleChoiceKnapsack {
  for (;;) {
    const number = numbers.next();
    const problem = readProblem(numbers, [numbers.next(), numbers.next(), numbers.next()]);
    if (number === wanted) return problem;
  }
}

export function problemOfMultipleChoiceKnapsack({ capacities, classes }: MultipleChoiceKnapsack): Problem {
  const builder = new ProblemBuilder();
  const columns = classes.map((items) => items.map(() => builder.column(0, 1)));
  for (const own of columns) builder.row(own, 1, 1, 1);
  const all = columns.flat();
  const items = classes.flat();
  capacities.forEach((capacity, k) => {
    const using = all.flatMap((column, i) => {
      const weight = items[i]?.weights[k] ?? 0;
      return weight === 0 ? [] : [{ column, weight }];
    });
    builder.row(
      using.map(({ column }) => column),
      using.map(({ weight }) => weight),
      -Infinity,
      capacity,
    );
  });
  return builder.build({
    objectives: [{ columns: all, values: items.map(({ profit }) => profit) }],
    ties: [],
    permits: [],
    sums: [],
    branchFirst: [],
  });
}
