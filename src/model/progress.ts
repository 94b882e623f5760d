import type { ObjectiveProgress } from '../domain/outcome.js';
import type { Facts } from './facts.js';
import { meaningsOf } from './meanings.js';

/** What the values and bounds of the compiled objectives say of a programme. */
export const progressOf = (
  facts: Facts,
  values: readonly number[],
  bounds: readonly (number | null)[],
): ObjectiveProgress[] =>
  meaningsOf(facts).map(({ name, constant, sign }, k) => {
    const form = values[k]!;
    const most = bounds[k] ?? null;
    return {
      name,
      value: constant + sign * form,
      bound: most === null ? null : constant + sign * most,
      gap: most === null ? null : most - form,
    };
  });
