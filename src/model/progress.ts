import type { ObjectiveProgress } from '../domain/outcome.js';
import type { Facts } from './facts.js';
import { meaningsOf, statedBound } from './meanings.js';

/** What the values and bounds of the compiled objectives say of a programme. */
export const progressOf = (
  facts: Facts,
  values: readonly number[],
  bounds: readonly (number | null)[],
): ObjectiveProgress[] =>
  meaningsOf(facts).map((meaning, k) => {
    const { name, constant, sign } = meaning;
    const value = constant + sign * values[k]!;
    const bound = statedBound(meaning, bounds[k] ?? null);
    return { name, value, bound, gap: bound === null ? null : Math.abs(bound - value) };
  });
