import { Box } from './box.js';
import { exactBound } from './exact-bound.js';
import { type Finding, findingOf } from './finding.js';
import { LinearProgram } from './linear-program.js';
import type { Maximisation } from './reduce.js';
import { type Budget, OPERATIONS_PER_UNIT } from './budget.js';
import type { Steps } from './steps.js';

/** The relaxation need not be solved to the end: what its multipliers prove holds anyway. */
const MOST_ITERATIONS_A_ROW = 4;

/** Bounds of columns, with what narrowed them; propagation follows each finding. */
export interface Narrowed {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly findings: readonly Finding[];
}

/**
 * The columns' bounds, narrowed to what solutions worth at least `value` can have: the relaxation's reduced costs,
 * re-derived in integers, say how far each column may move.
 */
export function* fixBelow(whole: Maximisation, value: number, budget: Budget): Steps<Narrowed> {
  const { rows, objective } = whole;
  const findings: Finding[] = [];
  const numbers = [...rows.lower.keys()];
  const box = new Box(whole.lower, whole.upper, rows);
  box.enqueueAll();
  if (!box.propagate()) return { lower: whole.lower, upper: whole.upper, findings };
  for (let round = 0; round < 2; round += 1) {
    const program = new LinearProgram(box.lower, box.upper, rows);
    const columns: number[] = [];
    const values: number[] = [];
    objective.forEach((c, j) => {
      if (c !== 0) {
        columns.push(j);
        values.push(c);
      }
    });
    program.setObjective({ columns, values });
    yield* program.solve(
      -Infinity,
      MOST_ITERATIONS_A_ROW * (rows.lower.length + 50),
      budget.left * OPERATIONS_PER_UNIT,
    );
    budget.iterations += program.iterations;
    budget.left -= program.work / OPERATIONS_PER_UNIT;
    const proof = exactBound(rows, box.lower, box.upper, objective, program.multipliers());
    if (!Number.isFinite(proof.total)) break;
    const spare = proof.total - proof.scale * value;
    let fixed = 0;
    for (let j = 0; j < objective.length; j += 1) {
      const d = proof.reduced[j]!;
      const span = box.upper[j]! - box.lower[j]!;
      if (d === 0 || span === 0 || Math.abs(d) * span <= spare) continue;
      const steps = Math.max(0, Math.floor(spare / Math.abs(d)));
      if (d < 0) box.narrow(j, box.lower[j]!, box.lower[j]! + steps);
      else box.narrow(j, box.upper[j]! - steps, box.upper[j]!);
      fixed += 1;
    }
    if (fixed > 0) findings.push(findingOf(proof, proof.scale, numbers));
    if (!box.propagate() || fixed === 0) break;
  }
  return { lower: box.lower, upper: box.upper, findings };
}
