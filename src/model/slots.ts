import type { CatalogueItem, Offer, Price } from '../domain/catalogue.js';
import type { Pot } from '../domain/funding.js';
import type { Request } from '../domain/request.js';
import { sortedById } from '../internal/order.js';
import { dayOf } from './days.js';

/** An item at a time it can be booked for. */
export interface Slot {
  readonly item: CatalogueItem;
  /** The day it starts, and the last day of the time it may take. */
  readonly start: number;
  readonly end: number;
}

/** One way to book a slot: the parts of a booking but its pot. */
export interface Way {
  readonly slot: Slot;
  readonly offer: Offer;
  /** The pots that could pay for at least one unit; none when it costs nothing. */
  readonly pots: readonly number[];
  /** What one unit costs. */
  readonly unitPence: number;
}

/** Every item at every time: without sessions and terms, each once, over the window. */
export function slotsOf(request: Request): Slot[] {
  const start = dayOf(request.window.from);
  const end = dayOf(request.window.to);
  return sortedById(request.catalogue.items).map((item) => ({ item, start, end }));
}

/** Whether each learner may pay with what they have themselves: shared prices ask it of the setting. */
export const isPersonal = (price: Price): boolean => price.kind === 'free' || price.kind === 'per-learner';

/** What one unit of the price costs. */
export function unitPence(price: Price): number {
  switch (price.kind) {
    case 'free':
      return 0;
    case 'per-learner':
    case 'per-setting':
    case 'per-group':
      return price.pence;
    case 'per-learner-tiered':
    case 'by-team-size':
      // Reported as unsupported before anything is compiled.
      return 0;
  }
}

/** How many units so many learners take. */
export function unitsFor(price: Price, learners: number): number {
  switch (price.kind) {
    case 'per-setting':
    case 'by-team-size':
      return 1;
    case 'per-group':
      return Math.ceil(learners / price.size);
    default:
      return learners;
  }
}

/** The ways to book a slot. */
export function waysOf(slot: Slot, pots: readonly Pot[]): Way[] {
  return sortedById(slot.item.offers).map((offer) => {
    const pence = unitPence(offer.price);
    const paying = pence === 0 ? [] : pots.flatMap((pot, k) => (pot.pence >= pence ? [k] : []));
    return { slot, offer, pots: paying, unitPence: pence };
  });
}
