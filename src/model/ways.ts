import type { Offer } from '../domain/catalogue.js';
import type { Pot } from '../domain/funding.js';
import type { EntitlementId } from '../domain/units.js';
import { compareIds, sortedById } from '../internal/order.js';
import type { Person } from './goal.js';
import { isUnlockedByLearner, leastPence, type Pricing, pricingOf } from './pricing.js';
import { isDuring, type Slot } from './slots.js';

/** One way to book a slot: the parts of a booking but its pot. */
export interface Way {
  readonly slot: Slot;
  /** The position of the slot. */
  readonly slotNumber: number;
  readonly offer: Offer;
  readonly pricing: Pricing;
  /** The pots that can pay for what costs least, by date and by what they hold; none when it costs nothing. */
  readonly pots: readonly number[];
  /** What the offer requires and the setting has not. */
  readonly missing: readonly EntitlementId[];
}

/** The ways to book a slot that its dates and the pots allow, in the order of the offers' ids. */
export function waysOf(
  slot: Slot,
  slotNumber: number,
  pots: readonly Pot[],
  teamSize: number,
  held: ReadonlySet<EntitlementId>,
): Way[] {
  return sortedById(slot.item.offers).flatMap((offer) => {
    const pricing = pricingOf(offer.price, teamSize);
    if (pricing === undefined || !isDuring(offer, slot.start)) return [];
    const least = leastPence(pricing);
    const paying =
      least === 0
        ? []
        : pots.flatMap((pot, k) => (pot.pence >= least && isDuring(pot, slot.start) ? [k] : []));
    const missing = (offer.requires ?? []).filter((entitlement) => !held.has(entitlement)).sort(compareIds);
    return [{ slot, slotNumber, offer, pricing, pots: paying, missing }];
  });
}

/** What the offer requires that neither the setting nor, where that counts, the person has. */
export function missingFor({ offer, missing }: Way, { member }: Person): readonly EntitlementId[] {
  const own = member.entitlements;
  if (missing.length === 0 || own === undefined || !isUnlockedByLearner(offer)) return missing;
  return missing.filter((entitlement) => !own.includes(entitlement));
}

/** Whether a booking by this way may cost nothing, so that no pot is asked. */
export const mayBeFree = ({ pricing }: Way): boolean =>
  pricing.kind === 'nothing' || (pricing.kind === 'tiers' && pricing.free > 0);
