import type { ObjectiveName } from '../domain/programme.js';
import type { Facts } from './facts.js';

/** What a compiled objective says of a programme: its value is `constant + sign × form`. */
export interface Meaning {
  readonly name: ObjectiveName;
  readonly constant: number;
  readonly sign: 1 | -1;
}

/**
 * The objectives that a programme states, in the order in which they are compiled: scores without what records hold,
 * changes without what the baseline has, costs with their sign turned.
 */
export function meaningsOf({ goals, baseline }: Pick<Facts, 'goals' | 'baseline'>): Meaning[] {
  const held = (musts: boolean): number =>
    goals.reduce(
      (sum, { must, weight, target, met }) =>
        must === musts ? sum + Math.min(target, met.length) * weight : sum,
      0,
    );
  const pairs = baseline?.reduce((sum, people) => sum + people.size, 0) ?? 0;
  const cost = (name: ObjectiveName): Meaning => ({ name, constant: 0, sign: -1 });
  return [
    { name: 'must', constant: held(true), sign: 1 },
    { name: 'weighted', constant: held(false), sign: 1 },
    ...(baseline === undefined ? [] : [{ name: 'changes', constant: pairs, sign: -1 } as const]),
    cost('pence'),
    cost('release-minutes'),
    cost('minutes'),
    cost('lateness'),
  ];
}

/**
 * What a compiled bound says of a programme. What counts against one is never below 0, whatever a bound of the objectives
 * before leaves of it.
 */
export function statedBound({ constant, sign }: Meaning, most: number | null): number | null {
  if (most === null) return null;
  return sign < 0 ? Math.max(0, constant - most) : constant + most;
}
