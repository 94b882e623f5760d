import type { Way } from './slots.js';

/** People taken as one: alike in everything a programme depends on, so that only how many of them do a thing matters. */
export interface Group {
  /** Positions in the team, in order. */
  readonly people: readonly number[];
}

/** How many of a group are on a way to book a slot: a column from 0 to the size of the group. */
export interface Place {
  readonly group: number;
  readonly size: number;
  readonly slot: number;
  readonly way: Way;
  readonly column: number;
}
