import { invariant, present } from '../internal/invariant.js';
import { Box } from './box.js';
import { type Budget, spendPart } from './budget.js';
import type { Maximisation } from './maximisation.js';
import { leaveOutFixed } from './reduce.js';
import { Search } from './search.js';
import type { Steps } from '../internal/steps.js';

/** As many columns are made small at once as their ranges multiply to this: beyond it the relaxation could not tell the last from noise. */
const LARGEST_BLOCK = 2 ** 20;
/** Of the work that is left, the share that several columns at once may take; then fewer are tried. */
const BLOCK_SHARE = 0.02;

/**
 * Makes the tie columns as small as possible, one after the other, among the solutions of a problem without an
 * objective, of which one is known. Several are made small in one search, each weighed above all that follow it.
 */
export function* settleTies(
  whole: Maximisation,
  ties: readonly number[],
  known: Float64Array,
  budget: Budget,
): Steps<{ readonly x: Float64Array; readonly complete: boolean }> {
  const reduction = present(leaveOutFixed(whole), 'A solution of a problem of which one is known');
  const { place } = reduction;
  let { problem } = reduction;
  let x = reduction.project(known);
  let search: Search | undefined;
  const columns = ties.map((tie) => place[tie]!).filter((column) => column >= 0);
  let largest = LARGEST_BLOCK;
  for (let from = 0; from < columns.length;) {
    const { objective, to } = blockOf(problem, columns, from, largest);
    const block = columns.slice(from, to);
    if (block.some((column) => x[column] !== problem.lower[column])) {
      const next: Search = new Search({ ...problem, objective }, budget, [x], search);
      const found = yield* spendPart(budget, to - from > 1 ? BLOCK_SHARE : 1, () => next.run());
      x = found.x ?? x;
      search = next;
      if (!found.complete) {
        if (to - from === 1) return { x: reduction.restore(x), complete: false };
        // The fewer at once, the better the relaxation tells which can be small.
        largest = Math.sqrt(largest);
        continue;
      }
    }
    // Small already or made so: those that follow must not raise them again.
    problem = holding(problem, block, x);
    from = to;
  }
  return { x: reduction.restore(x), complete: true };
}

/** The next columns that are still open, as an objective to be maximised. */
function blockOf(
  { lower, upper }: Maximisation,
  columns: readonly number[],
  from: number,
  largest: number,
): { readonly objective: Float64Array; readonly to: number } {
  let to = from;
  for (let size = 1; to < columns.length; to += 1) {
    size *= upper[columns[to]!]! - lower[columns[to]!]! + 1;
    if (size > largest && to > from) break;
  }
  const objective = new Float64Array(lower.length);
  let weight = 1;
  for (let k = to - 1; k >= from; k -= 1) {
    const column = columns[k]!;
    const range = upper[column]! - lower[column]!;
    if (range === 0) continue;
    objective[column] = -weight;
    weight *= range + 1;
  }
  return { objective, to };
}

/** The problem with the columns held where they are, and what follows from that. */
function holding(problem: Maximisation, columns: readonly number[], x: Float64Array): Maximisation {
  const box = new Box(problem.lower, problem.upper, problem.rows);
  const holds = columns.every((column) => box.narrow(column, x[column]!, x[column]!)) && box.propagate();
  invariant(holds, 'Columns were held at values that a known solution has, and no solution was left');
  return { ...problem, lower: box.lower, upper: box.upper };
}
