import type { CatalogueItem, Coverage, Need, Offer, Programme, Request, StaffId, StaffMember } from 'smartpd';
import { duration, pounds } from './words.js';
import { isMeantFor, selectedBy } from './who.js';

/*
 * What stands between people and a need that is left uncovered, read off the request and the programme: prices against
 * the money that is left, minutes against the time that is left. These are facts, and no claim that the need could
 * not be met by giving up something else.
 */

/** People whom the same thing stands in the way of. */
export interface Gap {
  readonly staff: readonly StaffId[];
  readonly because: string;
}

interface Way {
  readonly item: CatalogueItem;
  /** What one more person on it adds to what is paid. */
  readonly pence: number;
  /** The same with whom it would serve. */
  readonly adds: string;
}

function adds(pence: number, { price }: Offer): string {
  if (price.kind === 'per-group') return `${pounds(pence)} for up to ${price.size} people`;
  return price.kind === 'per-setting' ? `${pounds(pence)} for any number` : `${pounds(pence)} a person`;
}

const isToBeHad = (offer: Offer, person: StaffMember, { setting }: Request): boolean => {
  const personal = offer.price.kind === 'per-learner' || offer.price.kind === 'free';
  const own = personal ? (person.entitlements ?? []) : [];
  return (offer.requires ?? []).every(
    (id) => setting.entitlements?.includes(id) === true || own.includes(id),
  );
};

/** What one more person adds: nothing where a shared price that is already paid has room. */
function addedPence(item: CatalogueItem, { id, price }: Offer, { bookings }: Programme): number {
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
    case 'per-learner-tiered':
    case 'by-team-size':
      throw new Error(`a programme was built with a price of the kind ${price.kind}`);
  }
}

const isBanned = ({ adjustments = [] }: Request, item: CatalogueItem, person: StaffMember): boolean =>
  adjustments.some(
    (one) => one.kind === 'ban' && one.item === item.id && (one.staff?.includes(person.id) ?? true),
  );

function waysFor(need: Need, person: StaffMember, request: Request, programme: Programme): Way[] {
  return request.catalogue.items
    .filter((item) => item.teaches.some(({ area, depth }) => area === need.area && depth >= need.depth))
    .filter((item) => isMeantFor(item, person, request) && !isBanned(request, item, person))
    .flatMap((item) =>
      item.offers
        .filter((offer) => isToBeHad(offer, person, request))
        .map((offer) => {
          const pence = addedPence(item, offer, programme);
          return { item, pence, adds: adds(pence, offer) };
        }),
    );
}

/** The most that is left in one pot: each booking is paid from one. */
const leftInPots = ({ funding }: Request, { totals }: Programme): number =>
  Math.max(0, ...funding.map(({ id, pence }) => pence - (totals.byPot[id] ?? 0)));

function leftOf({ id, time }: StaffMember, { totals }: Programme): number {
  if (time?.releaseMinutes === undefined || time.ownMinutes === undefined) return Infinity;
  return time.releaseMinutes + time.ownMinutes - (totals.byLearner[id]?.minutes ?? 0);
}

const least = (ways: readonly Way[], measure: (way: Way) => number): Way | undefined =>
  [...ways].sort((a, b) => measure(a) - measure(b) || (a.item.id < b.item.id ? -1 : 1))[0];

function standsInTheWay(need: Need, person: StaffMember, request: Request, programme: Programme): string {
  const ways = waysFor(need, person, request, programme);
  const money = leftInPots(request, programme);
  const time = leftOf(person, programme);
  const moneyLeft = `${pounds(money)} is left${request.funding.length > 1 ? ' in the fullest pot' : ''}`;
  const cheapest = least(ways, ({ pence }) => pence);
  const shortest = least(ways, ({ item }) => item.minutes);
  if (cheapest === undefined || shortest === undefined) return 'nothing that teaches it is open to them';
  if (cheapest.pence > money)
    return `the cheapest way adds ${cheapest.adds} (${cheapest.item.title}); ${moneyLeft}`;
  if (shortest.item.minutes > time)
    return `the shortest way takes ${duration(shortest.item.minutes)} (${shortest.item.title}); ${duration(time)} of the time given is left`;
  const quick = least(
    ways.filter(({ item }) => item.minutes <= time),
    ({ pence }) => pence,
  );
  if (quick !== undefined && quick.pence > money)
    return `the cheapest way that fits the ${duration(time)} left adds ${quick.adds} (${quick.item.title}); ${moneyLeft}`;
  return programme.status === 'bounded'
    ? 'it would fit; the search was stopped before it was settled'
    : 'it would fit the money and time left, but does not count by the day it is needed, or counts for nothing';
}

/** Who is left without what a need asks, and what stands in the way; people alike in this are put together. */
export function gapsOf(need: Need, coverage: Coverage, request: Request, programme: Programme): Gap[] {
  const met = new Set([...coverage.alreadyMet, ...coverage.metBy.map(({ staff }) => staff)]);
  const byReason = new Map<string, StaffId[]>();
  for (const person of selectedBy(need, request).filter(({ id }) => !met.has(id))) {
    const noItem = coverage.unmet.some(
      ({ staff, reason }) => reason === 'no-item' && (staff === undefined || staff === person.id),
    );
    const because = noItem
      ? 'nothing in the catalogue teaches it to this depth'
      : standsInTheWay(need, person, request, programme);
    byReason.set(because, [...(byReason.get(because) ?? []), person.id]);
  }
  return [...byReason].map(([because, staff]) => ({ staff, because }));
}
