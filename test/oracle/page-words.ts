import type { RequestInput } from '../../src/domain/request.js';

/*
 * The nouns of the page. Nothing of `src/` but types is used by the oracle: it is the judge.
 */

export type Person = RequestInput['staff'][number];
export type Item = RequestInput['catalogue']['items'][number];
export type Offer = Item['offers'][number];
export type Session = NonNullable<Item['sessions']>[number];
export type Prerequisite = NonNullable<Item['prerequisites']>[number];
export type Need = RequestInput['needs'][number];
export type Who = Need['who'];
export type Source = Need['source'];
export type Pot = RequestInput['funding'][number];
export type Limit = NonNullable<RequestInput['limits']>[number];
export type Selector = NonNullable<Limit['select']>;
export type Cover = NonNullable<RequestInput['cover']>[number];

/** A term of the request; the window, without an id, when the request has none. */
export interface Term {
  readonly id?: string | undefined;
  readonly from: string;
  readonly to: string;
}

/** When an item is booked: on a session, or self-paced in a term. */
export interface Slot {
  readonly session?: Session | undefined;
  /** The term it belongs to; a session may belong to none. */
  readonly term?: Term | undefined;
  /** A session's first day; the day on which a self-paced booking starts. */
  readonly startsOn: string;
  /** A session's last day, on which it completes. */
  readonly endsOn?: string | undefined;
}

/** One booking, with what its ids stand for. */
export interface Booked {
  readonly item: Item;
  readonly slot: Slot;
  readonly offer: Offer;
  readonly pot?: Pot | undefined;
  readonly learners: readonly Person[];
}

export const itemOf = (request: RequestInput, id: string): Item | undefined =>
  request.catalogue.items.find((item) => item.id === id);

/** Bought for the setting, once, with no learners: it teaches nothing and grants entitlements. */
export const isForTheSetting = (item: Item): boolean =>
  item.teaches.length === 0 && (item.grants ?? []).length > 0;
