import { Box } from './box.js';
import { exactBound } from './exact-bound.js';
import { type Finding, findingOf } from './finding.js';
import { sparse } from './forms.js';
import { LinearProgram } from './linear-program.js';
import type { Maximisation } from './maximisation.js';
import { type Budget, OPERATIONS_PER_UNIT } from './budget.js';
import type { Steps } from '../internal/steps.js';

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
    program.setObjective(sparse(objective));
    yield* program.solve(
      -Infinity,
      MOST_ITERATIONS_A_ROW * (rows.lower.length + 50),
      budget.left * OPERATIONS_PER_UNIT,
    );
    budget.iterations += program.iterations;
    budget.left -= program.work / OPERATIONS_PER_UNIT;
    const proof = exactBound(rows, box.lower, box.upper, objective, program.multipliers());
    if (!Number.isFinite(proof.total)) break;
    const says = box.narrowByLoss(proof.reduced, proof.total - proof.scale * value);
    if (says !== 'unchanged') findings.push(findingOf(proof, proof.scale, numbers));
    if (says !== 'narrowed') break;
  }
  return { lower: box.lower, upper: box.upper, findings };
}
