import { type Problem, ProblemBuilder } from '../../src/model/problem.js';
import type { Numbers } from './numbers.js';

/** Every job goes to one agent, none beyond its capacity, at the least cost. */
export interface Assignment {
  /** By agent and job. */
  readonly costs: readonly (readonly number[])[];
  readonly uses: readonly (readonly number[])[];
  readonly capacities: readonly number[];
}

/** `agents jobs`, the costs by agent, what each job uses by agent, the capacities. */
export function readAssignment(numbers: Numbers): Assignment {
  const agents = numbers.next();
  const jobs = numbers.next();
  const matrix = (): number[][] => Array.from({ length: agents }, () => numbers.take(jobs));
  const costs = matrix();
  const uses = matrix();
  const capacities = numbers.take(agents);
  numbers.end();
  return { costs, uses, capacities };
}

export function problemOfAssignment({ costs, uses, capacities }: Assignment): Problem {
  const builder = new ProblemBuilder();
  const columns = costs.map((own) => own.map(() => builder.column(0, 1)));
  columns.forEach((own, agent) => builder.row(own, uses[agent] ?? [], -Infinity, capacities[agent] ?? 0));
  const jobs = costs[0]?.length ?? 0;
  for (let job = 0; job < jobs; job += 1)
    builder.row(
      columns.flatMap((own) => own[job] ?? []),
      1,
      1,
      1,
    );
  return builder.build({
    objectives: [{ columns: columns.flat(), values: costs.flat().map((cost) => -cost) }],
    ties: [],
    permits: [],
    sums: [],
    branchFirst: [],
  });
}
