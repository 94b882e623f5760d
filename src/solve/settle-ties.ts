import { present } from '../internal/invariant.js';
import type { Budget } from './budget.js';
import { leaveOutFixed, type Maximisation } from './reduce.js';
import { Search } from './search.js';

/**
 * Makes the tie columns as small as possible, one after the other, among the solutions of a problem without an
 * objective, of which one is known.
 */
export function settleTies(
  whole: Maximisation,
  ties: readonly number[],
  known: Float64Array,
  budget: Budget,
): { readonly x: Float64Array; readonly complete: boolean } {
  const reduction = present(leaveOutFixed(whole), 'A solution of a problem of which one is known');
  const { problem, place } = reduction;
  let x = reduction.project(known);
  const search = new Search(problem, budget, []);
  search.open();
  for (const tie of ties) {
    const column = place[tie]!;
    if (column < 0) continue;
    while (x[column]! > problem.lower[column]!) {
      const better = search.within(column, x[column]! - 1, x);
      if (better === 'stopped') return { x: reduction.restore(x), complete: false };
      if (better === undefined) break;
      x = better;
    }
    search.hold(column, x[column]!);
  }
  return { x: reduction.restore(x), complete: true };
}
