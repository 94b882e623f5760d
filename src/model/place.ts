import type { Way } from './ways.js';

/** People taken as one: alike in everything a programme depends on, so that only how many of them do a thing matters. */
export interface Group {
  /** Positions in the team, in order. */
  readonly people: readonly number[];
}

/** How many of a group are on a way to book a slot: a column from 0 to the size of the group. */
export interface Place {
  readonly group: number;
  readonly size: number;
  readonly way: Way;
  readonly column: number;
}

/** Some of the learners of a booking, counted by one column: a place, or those of one class who are paid from one pot. */
export interface Part {
  /** The groups they are of, which no selector that matters here tells apart. */
  readonly groups: readonly number[];
  readonly size: number;
  readonly column: number;
}

/** A booking that could be made: a way with the pot that pays, or with none when it costs nothing. */
export interface BookingColumns {
  readonly way: Way;
  readonly pot: number | undefined;
  /** Whether it is made: 0 or 1. */
  readonly booked: number;
  /** Its learners; empty for a purchase, `undefined` where only all bookings of the way together are counted. */
  readonly parts: readonly Part[] | undefined;
  /** Where the bookings of a way are counted together: what counts how many more learners this one pays for. */
  readonly covers: { readonly column: number; readonly learners: number } | undefined;
  /** The most learners it can have. */
  readonly most: number;
  /** What it costs. */
  readonly pence: readonly Term[];
}

/** A column with its coefficient. */
export interface Term {
  readonly column: number;
  readonly value: number;
}

/** A way to book, with the places on it and the bookings that pay for them. */
export interface WayColumns {
  readonly way: Way;
  readonly places: readonly Place[];
  readonly bookings: readonly BookingColumns[];
}

/** The places of one group by the position of their slot, each list in the order of the ways. */
export type PlacesBySlot = ReadonlyMap<number, readonly Place[]>;

/** The places on these slots; where the slots are in order, so are the places. */
export function placesAt(bySlot: PlacesBySlot, slots: Iterable<number>): Place[] {
  const places: Place[] = [];
  for (const slot of slots) for (const place of bySlot.get(slot) ?? []) places.push(place);
  return places;
}

/** The columns of places, parts or terms, in their order. */
export const columnsOf = (list: readonly { readonly column: number }[]): number[] =>
  list.map(({ column }) => column);
