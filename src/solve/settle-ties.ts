import type { Maximisation } from './reduce.js';
import type { Budget } from './budget.js';
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
  let x = known;
  const search = new Search(whole, budget, []);
  search.open();
  for (const column of ties) {
    while (x[column]! > whole.lower[column]!) {
      const better = search.within(column, x[column]! - 1);
      if (better === 'stopped') return { x, complete: false };
      if (better === undefined) break;
      x = better;
    }
    search.hold(column, x[column]!);
  }
  return { x, complete: true };
}
