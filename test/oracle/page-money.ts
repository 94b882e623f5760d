import type { RequestInput } from '../../src/domain/request.js';
import { matches } from './page-people.js';
import { within } from './page-time.js';
import type { Booked, Item, Offer, Person, Pot, Slot } from './page-words.js';

/*
 * What a booking costs, who may have the price, and what may pay.
 */

/** What one booking of the offer costs, with so many learners; `undefined` when the offer is not to be had. */
export function priceOf(request: RequestInput, { price }: Offer, learners: number): number | undefined {
  switch (price.kind) {
    case 'free':
      return 0;
    case 'per-learner':
      return price.pence * learners;
    case 'per-setting':
      return price.pence;
    case 'per-group':
      return price.pence * Math.ceil(learners / price.size);
    case 'per-learner-tiered': {
      // The nth learner pays the last tier that starts at or before n.
      const tiers = price.tiers.toSorted((a, b) => a.from - b.from);
      let pence = 0;
      for (let nth = 1; nth <= learners; nth += 1)
        pence += tiers.filter((tier) => tier.from <= nth).at(-1)?.pence ?? 0;
      return pence;
    }
    case 'by-team-size':
      return price.bands.toSorted((a, b) => a.upTo - b.upTo).find((band) => request.staff.length <= band.upTo)
        ?.pence;
  }
}

/** What the price was multiplied by: learners, groups, or one, also for what is free and has no learners. */
export function unitsOf({ price }: Offer, learners: number): number {
  switch (price.kind) {
    case 'free':
      return Math.max(1, learners);
    case 'per-learner':
    case 'per-learner-tiered':
      return learners;
    case 'per-group':
      return Math.ceil(learners / price.size);
    case 'per-setting':
    case 'by-team-size':
      return 1;
  }
}

/** Prices that a learner's own entitlements open. */
const INDIVIDUAL: ReadonlySet<string> = new Set(['free', 'per-learner', 'per-learner-tiered']);

/** What the offer requires and neither the setting nor, where that counts, each learner has. */
export const missingEntitlements = (
  request: RequestInput,
  offer: Offer,
  learners: readonly Person[],
): readonly string[] =>
  (offer.requires ?? []).filter(
    (needed) =>
      !(request.setting.entitlements ?? []).includes(needed) &&
      !(
        INDIVIDUAL.has(offer.price.kind) &&
        learners.length > 0 &&
        learners.every((person) => (person.entitlements ?? []).includes(needed))
      ),
  );

/** Each entitlement is had by the setting, or by the learner, or granted by another item that is booked. */
export const isOpen = (
  request: RequestInput,
  { item, offer, learners }: Pick<Booked, 'item' | 'offer' | 'learners'>,
  booked: readonly Item[],
): boolean => {
  const granted = booked.filter((other) => other !== item).flatMap((other) => other.grants ?? []);
  return missingEntitlements(request, offer, learners).every((needed) => granted.includes(needed));
};

/** A pot pays a booking when it may on the start day and its `pays` matches every learner, or the booking without any. */
export const mayPay = (
  request: RequestInput,
  pot: Pot,
  {
    item,
    slot,
    learners,
  }: { readonly item: Item; readonly slot: Slot; readonly learners: readonly Person[] },
): boolean =>
  within(pot, slot.startsOn) &&
  (learners.length > 0 ? learners : [undefined]).every(
    (learner) => pot.pays === undefined || matches(request, pot.pays, item, learner),
  );
