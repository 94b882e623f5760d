import type { Booking } from '../domain/programme.js';
import type { BookingId, IsoDate } from '../domain/units.js';
import { isoDate } from '../internal/calendar.js';
import { compareIds } from '../internal/order.js';
import type { WayColumns } from './booking-rows.js';
import { type Facts, slotMeets } from './facts.js';
import type { Formulation } from './formulate.js';
import { type Slot, unitsFor, type Way } from './slots.js';

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
    const learners = columns.places
      .filter(({ column }) => x[column]! > 0)
      .map(({ group }) => groups[group]!.people[0]!);
    for (const share of sharesOf(columns, learners, x))
      lines.push(lineOf(facts, columns.way, share.pot, share.learners));
  }
  return lines.sort((a, b) => compareIds(a.booking.id, b.booking.id));
}

interface Share {
  readonly pot: number | undefined;
  readonly learners: readonly number[];
}

/** Which learners each pot pays for: the pots in their order, each as many of the next learners as its units cover. */
function sharesOf({ way, payments }: WayColumns, learners: readonly number[], x: Float64Array): Share[] {
  if (learners.length === 0) return [];
  if (payments.length === 0) return [{ pot: undefined, learners }];
  const { price } = way.offer;
  const shares: Share[] = [];
  let from = 0;
  for (const { pot, units } of payments) {
    const bought = units === undefined ? learners.length : x[units]!;
    const covers =
      price.kind === 'per-group'
        ? bought * price.size
        : price.kind === 'per-setting' && bought > 0
          ? learners.length
          : bought;
    const share = learners.slice(from, from + covers);
    if (share.length > 0) shares.push({ pot, learners: share });
    from += share.length;
  }
  return shares;
}

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The id of a booking: item, session or term, offer and pot, joined by `/`; within them `~` is `~0` and `/` is `~1`. */
export const bookingId = (
  item: string,
  when: string | undefined,
  offer: string,
  pot: string | undefined,
): BookingId => [item, when ?? '', offer, pot ?? ''].map(escaped).join('/') as BookingId;

function lineOf(
  { pots, team, goals }: Facts,
  way: Way,
  pot: number | undefined,
  learners: readonly number[],
): Line {
  const { slot, offer } = way;
  const { item } = slot;
  const units = unitsFor(offer.price, learners.length);
  const paidFrom = pot === undefined ? undefined : pots[pot]!.id;
  // The earliest day on which something is tested that only counts because of this booking, or the end of its time.
  let completeBy = slot.end;
  for (const goal of goals) {
    if (
      goal.testDay < completeBy &&
      slotMeets(slot, goal) &&
      learners.some((person) => goal.open.includes(person))
    ) {
      completeBy = goal.testDay;
    }
  }
  const booking: Booking = {
    id: bookingId(item.id, undefined, offer.id, paidFrom),
    item: item.id,
    offer: offer.id,
    ...(paidFrom === undefined ? {} : { pot: paidFrom }),
    learners: learners.map((person) => team[person]!.member.id),
    units,
    pence: units * way.unitPence,
    minutes: item.minutes * learners.length,
    startsOn: isoDate(slot.start) as IsoDate,
    completeBy: isoDate(completeBy) as IsoDate,
  };
  return { booking, slot, way, learners };
}
