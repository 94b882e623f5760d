import type { CatalogueItem, Offer, Programme, Request, StaffMember } from 'smartpd';
import { pounds } from './words.js';

/* What one more person on an item would cost, read off the offer and what is booked already. */

/** The price of one more, with whom it would serve. */
export function adds(pence: number, { price }: Offer): string {
  switch (price.kind) {
    case 'per-group':
      return `${pounds(pence)} for up to ${price.size} people`;
    case 'per-setting':
    case 'by-team-size':
      return `${pounds(pence)} for any number`;
    case 'per-learner-tiered':
      return `${pounds(pence)} for the next person`;
    case 'free':
    case 'per-learner':
      return `${pounds(pence)} a person`;
  }
}

/** Whether the offer is for a team of this size, and all it requires is had by the setting, the person or a booking. */
export function isToBeHad(
  { price, requires = [] }: Offer,
  person: StaffMember,
  { setting, catalogue, staff }: Request,
  { bookings }: Programme,
): boolean {
  if (price.kind === 'by-team-size' && price.bands.every(({ upTo }) => upTo < staff.length)) return false;
  const booked = new Set<string>(bookings.map(({ item }) => item));
  const granted = catalogue.items.flatMap(({ id, grants = [] }) => (booked.has(id) ? grants : []));
  const personal =
    price.kind === 'per-learner' || price.kind === 'per-learner-tiered' || price.kind === 'free';
  const own = personal ? (person.entitlements ?? []) : [];
  return requires.every((id) => [...(setting.entitlements ?? []), ...granted, ...own].includes(id));
}

/** What one more person adds: nothing where a shared price that is already paid has room. */
export function addedBy(
  item: CatalogueItem,
  { id, price }: Offer,
  { staff }: Request,
  { bookings }: Programme,
): number {
  const learners = bookings
    .filter((booking) => booking.item === item.id && booking.offer === id)
    .map((booking) => booking.learners.length);
  switch (price.kind) {
    case 'free':
      return 0;
    case 'per-learner':
      return price.pence;
    case 'per-setting':
      return learners.length > 0 ? 0 : price.pence;
    case 'per-group':
      return learners.some((count) => count % price.size !== 0) ? 0 : price.pence;
    case 'by-team-size':
      return learners.length > 0 ? 0 : (price.bands.find(({ upTo }) => staff.length <= upTo)?.pence ?? 0);
    case 'per-learner-tiered': {
      // the next learner of a booking, or the first of a new one
      const next = [...learners, 0].map(
        (count) => price.tiers.filter(({ from }) => from <= count + 1).at(-1)?.pence ?? 0,
      );
      return Math.min(...next);
    }
  }
}
