import type { CatalogueItem, Coverage, Need, Programme, Request, StaffId, StaffMember } from 'smartpd';
import { duration, pounds } from './words.js';
import { addedBy, adds, isToBeHad } from './prices.js';
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

const isBanned = ({ adjustments = [] }: Request, item: CatalogueItem, person: StaffMember): boolean =>
  adjustments.some(
    (one) => one.kind === 'ban' && one.item === item.id && (one.staff?.includes(person.id) ?? true),
  );

/** Whether it can count on the day of the need: on a session with a place left, or begun by then. */
function canBeInTime(
  { id, sessions = [], available }: CatalogueItem,
  { by }: Need,
  { window }: Request,
  { bookings }: Programme,
): boolean {
  const day = by === undefined || by < window.from ? window.to : by;
  if (sessions.length === 0)
    return (available?.from ?? day) <= day && (available?.to ?? window.from) >= window.from;
  return sessions.some(({ id: session, blocks, places = Infinity }) => {
    const taken = bookings
      .filter((booking) => booking.item === id && booking.session === session)
      .reduce((sum, { learners }) => sum + learners.length, 0);
    const isInWindow = ({ starts, ends }: { readonly starts: string; readonly ends: string }): boolean =>
      window.from <= starts.slice(0, 10) && ends.slice(0, 10) <= day;
    return taken < places && blocks.every(isInWindow);
  });
}

/** Whether what the item builds on is known already, or booked for the person. */
function hasComeFirst(
  { prerequisites = [] }: CatalogueItem,
  { id: person, records = [] }: StaffMember,
  { catalogue }: Request,
  { bookings }: Programme,
): boolean {
  const isKnown = (id: string): boolean => {
    const teaches = catalogue.items.find((item) => item.id === id)?.teaches ?? [];
    return (
      records.some(({ item }) => item === id) ||
      bookings.some(({ item, learners }) => item === id && learners.includes(person)) ||
      teaches.every(({ area, depth }) => records.some((one) => one.area === area && one.depth >= depth))
    );
  };
  return prerequisites.every(({ anyOf }) => anyOf.some(isKnown));
}

function waysFor(need: Need, person: StaffMember, request: Request, programme: Programme): Way[] {
  return request.catalogue.items
    .filter((item) => item.teaches.some(({ area, depth }) => area === need.area && depth >= need.depth))
    .filter((item) => isMeantFor(item, person, request) && !isBanned(request, item, person))
    .filter((item) => canBeInTime(item, need, request, programme))
    .filter((item) => hasComeFirst(item, person, request, programme))
    .flatMap((item) =>
      item.offers
        .filter((offer) => isToBeHad(offer, person, request, programme))
        .map((offer) => {
          const pence = addedBy(item, offer, request, programme);
          return { item, pence, adds: adds(pence, offer) };
        }),
    );
}

/** The most that is left in a pot that may pay for such a need: each booking is paid from one. */
const leftInPots = ({ source }: Need, { funding }: Request, { totals }: Programme): number =>
  Math.max(
    0,
    ...funding
      .filter(({ pays }) => pays?.sources?.includes(source) ?? true)
      .map(({ id, pence }) => pence - (totals.byPot[id] ?? 0)),
  );

function leftOf({ id, time }: StaffMember, { totals }: Programme): number {
  if (time?.releaseMinutes === undefined || time.ownMinutes === undefined) return Infinity;
  return time.releaseMinutes + time.ownMinutes - (totals.byLearner[id]?.minutes ?? 0);
}

const least = (ways: readonly Way[], measure: (way: Way) => number): Way | undefined =>
  [...ways].sort((a, b) => measure(a) - measure(b) || (a.item.id < b.item.id ? -1 : 1))[0];

function standsInTheWay(need: Need, person: StaffMember, request: Request, programme: Programme): string {
  const ways = waysFor(need, person, request, programme);
  const money = leftInPots(need, request, programme);
  const time = leftOf(person, programme);
  const moneyLeft = `${pounds(money)} is left${request.funding.length > 1 ? ' in the fullest pot' : ''}`;
  const cheapest = least(ways, ({ pence }) => pence);
  const shortest = least(ways, ({ item }) => item.minutes);
  if (cheapest === undefined || shortest === undefined)
    return 'nothing that teaches it is open to them as they are, and to be had in time';
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
    : 'it would fit the money and time left: dates, places, what must come first, who must come along, or its little weight, stand in the way';
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
