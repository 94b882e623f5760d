import type { Booking } from '../domain/booking.js';
import type { BookingId, IsoDate } from '../domain/units.js';
import { isoDate } from '../internal/calendar.js';
import { compareIds } from '../internal/order.js';
import type { Facts } from './facts.js';
import type { Formulation } from './formulate.js';
import type { WayColumns } from './place.js';
import { penceFor, unitsFor } from './pricing.js';
import { isPurchase, type Slot } from './slots.js';
import type { Way } from './ways.js';

/** A booking with what it was decoded from. */
export interface Line {
  readonly booking: Booking;
  readonly slot: Slot;
  readonly way: Way;
  /** Positions in the team. */
  readonly learners: readonly number[];
}

/** The bookings that a solution stands for, in the order of their ids. */
export function linesOf(facts: Facts, { ways, groups }: Formulation, x: Float64Array): Line[] {
  const lines: Line[] = [];
  for (const columns of ways) {
    const taken: number[] = [];
    for (const { column, group } of columns.places) if (x[column]! > 0) taken.push(group);
    if (taken.length === 0 && !isPurchase(columns.way.slot.item)) continue;
    for (const { pot, groups: shared } of sharesOf(columns, taken, x)) {
      const learners = shared.map((group) => groups[group]!.people[0]!);
      lines.push(lineOf(facts, columns.way, pot, learners));
    }
  }
  return lines.sort((a, b) => compareIds(a.booking.id, b.booking.id));
}

interface Share {
  readonly pot: number | undefined;
  readonly groups: readonly number[];
}

/** Which of those on a way each booking takes: pots in their order, each as many of the next learners as it pays for. */
function sharesOf({ way, bookings }: WayColumns, taken: readonly number[], x: Float64Array): Share[] {
  const left = new Set(taken);
  const take = (among: Iterable<number>, most: number): number[] => {
    const taking = [...among].filter((group) => left.has(group)).slice(0, most);
    for (const group of taking) left.delete(group);
    return taking;
  };
  return bookings.flatMap(({ pot, booked, parts, covers }) => {
    if (isPurchase(way.slot.item)) return x[booked]! > 0 ? [{ pot, groups: [] }] : [];
    const own =
      covers === undefined
        ? (parts ?? []).flatMap(({ groups, column }) => take(groups, x[column]!))
        : take(left, x[covers.column]! * covers.learners);
    return own.length === 0 ? [] : [{ pot, groups: own.sort((a, b) => a - b) }];
  });
}

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The id of a booking: item, session or term, offer and pot, joined by `/`; within them `~` is `~0` and `/` is `~1`. */
export const bookingId = (
  item: string,
  when: string | undefined,
  offer: string,
  pot: string | undefined,
): BookingId => [item, when ?? '', offer, pot ?? ''].map(escaped).join('/') as BookingId;

function lineOf(facts: Facts, way: Way, pot: number | undefined, learners: readonly number[]): Line {
  const { slot, offer, pricing } = way;
  const { item, session } = slot;
  const term = session === undefined ? facts.terms[slot.term]!.id : undefined;
  const paidFrom = pot === undefined ? undefined : facts.pots[pot]!.id;
  const booking: Booking = {
    id: bookingId(item.id, session?.id ?? term, offer.id, paidFrom),
    item: item.id,
    ...(session === undefined ? {} : { session: session.id }),
    ...(term === undefined ? {} : { term }),
    offer: offer.id,
    ...(paidFrom === undefined ? {} : { pot: paidFrom }),
    learners: learners.map((person) => facts.team[person]!.member.id),
    units: isPurchase(item) ? 1 : unitsFor(offer.price, learners.length),
    pence: penceFor(pricing, learners.length),
    minutes: item.minutes * learners.length,
    startsOn: isoDate(slot.start) as IsoDate,
    completeBy: isoDate(completeBy(facts, way, learners)) as IsoDate,
  };
  return { booking, slot, way, learners };
}

/** A session's last day; self-paced, the earliest day on which something is tested that the booking serves, or the end of its time. */
function completeBy(
  { goals, meeting }: Facts,
  { slot, slotNumber }: Way,
  learners: readonly number[],
): number {
  if (slot.session !== undefined) return slot.end;
  return goals.reduce((day, { testDay, open }, goal) => {
    const serves =
      testDay < day &&
      meeting[goal]!.includes(slotNumber) &&
      learners.some((person) => open.includes(person));
    return serves ? testDay : day;
  }, slot.end);
}
