import { invariant, present } from '../internal/invariant.js';
import { Box } from './box.js';
import type { Budget } from './budget.js';
import { leaveOutFixed, type Maximisation } from './reduce.js';
import { Search } from './search.js';
import type { Steps } from './steps.js';

/** As many columns are made small at once as their ranges multiply to this: beyond it the relaxation could not tell the last from noise. */
const LARGEST_BLOCK = 2 ** 20;

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
  for (let from = 0; from < columns.length;) {
    const { objective, to } = blockOf(problem, columns, from);
    const block = columns.slice(from, to);
    from = to;
    if (block.every((column) => x[column] === problem.lower[column])) continue;
    search = new Search({ ...problem, objective }, budget, [x], search);
    const found = yield* search.run();
    x = found.x ?? x;
    if (!found.complete) return { x: reduction.restore(x), complete: false };
    problem = holding(problem, block, x);
  }
  return { x: reduction.restore(x), complete: true };
}

/** The next columns that are still open, as an objective to be maximised. */
function blockOf(
  { lower, upper }: Maximisation,
  columns: readonly number[],
  from: number,
): { readonly objective: Float64Array; readonly to: number } {
  let to = from;
  for (let size = 1; to < columns.length; to += 1) {
    size *= upper[columns[to]!]! - lower[columns[to]!]! + 1;
    if (size > LARGEST_BLOCK && to > from) break;
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
