import type { RequestInput } from '../../src/domain/request.js';
import type { Place } from './enumerate.js';
import type { Objectives } from './objectives.js';
import {
  holdsByRecords,
  isMust,
  mayBook,
  meets,
  minutesAvailable,
  pinsHold,
  priceOf,
  selects,
  targetOf,
  unlocked,
  weightOf,
} from './page.js';

/** What the judge reads of a programme's booking. */
export interface JudgedBooking {
  readonly id: string;
  readonly item: string;
  readonly offer: string;
  readonly pot?: string | undefined;
  readonly learners: readonly string[];
  readonly pence: number;
  readonly minutes: number;
}

export interface Judgement {
  /** Every rule of the page that the bookings break, in words; none when the programme is legal. */
  readonly broken: readonly string[];
  readonly objectives: Objectives;
}

/** Reads a programme's bookings against the page: is it legal, and what does it come to? */
export function judge(request: RequestInput, bookings: readonly JudgedBooking[]): Judgement {
  const broken: string[] = [];
  const breaks = (when: boolean, what: string): void => {
    if (when) broken.push(what);
  };
  const items = new Map(request.catalogue.items.map((item) => [item.id, item]));
  const people = new Map(request.staff.map((person) => [person.id, person]));
  const seen = new Set<string>();
  const keys = new Set<string>();
  const spent = new Map<string, number>();
  const minutes = new Map<string, number>();

  for (const booking of bookings) {
    const item = items.get(booking.item);
    const offer = item?.offers.find((one) => one.id === booking.offer);
    if (item === undefined || offer === undefined) {
      broken.push(`${booking.id}: no such item or offer`);
      continue;
    }
    const key = JSON.stringify([booking.item, booking.offer, booking.pot]);
    breaks(keys.has(key), `${booking.id}: booked twice`);
    keys.add(key);
    breaks(booking.learners.length === 0, `${booking.id}: nobody is on it`);
    const price = priceOf(offer, booking.learners.length);
    breaks(booking.pence !== price, `${booking.id}: costs ${String(price)}, says ${String(booking.pence)}`);
    breaks(booking.minutes !== item.minutes * booking.learners.length, `${booking.id}: wrong minutes`);
    breaks(
      (price === 0) !== (booking.pot === undefined),
      `${booking.id}: a pot pays when it costs something`,
    );
    if (booking.pot !== undefined) {
      breaks(!request.funding.some((pot) => pot.id === booking.pot), `${booking.id}: no such pot`);
      spent.set(booking.pot, (spent.get(booking.pot) ?? 0) + price);
    }
    for (const id of booking.learners) {
      const person = people.get(id);
      if (person === undefined) {
        broken.push(`${booking.id}: nobody is called ${id}`);
        continue;
      }
      const place = JSON.stringify([id, item.id]);
      breaks(seen.has(place), `${booking.id}: ${id} is on the item twice`);
      seen.add(place);
      breaks(!mayBook(request, item, person), `${booking.id}: ${id} may not be on it`);
      breaks(!unlocked(request, offer, person), `${booking.id}: the offer is not open to ${id}`);
      minutes.set(id, (minutes.get(id) ?? 0) + item.minutes);
    }
  }
  for (const pot of request.funding) {
    breaks((spent.get(pot.id) ?? 0) > pot.pence, `pot ${pot.id} is overspent`);
  }
  for (const person of request.staff) {
    breaks((minutes.get(person.id) ?? 0) > minutesAvailable(person), `${person.id} has not the time`);
  }
  const learnersOf = (item: string) =>
    request.staff.filter((person) =>
      bookings.some((booking) => booking.item === item && booking.learners.includes(person.id)),
    );
  for (const item of items.values()) {
    breaks(!pinsHold(request, item, learnersOf(item.id)), `a pin on ${item.id} does not hold`);
  }

  let must = 0;
  let weighted = 0;
  for (const need of request.needs) {
    const holders = request.staff.filter(
      (person) =>
        selects(request, need.who, person) &&
        (holdsByRecords(request, need, person) ||
          [...items.values()].some(
            (item) => meets(request, item, need) && learnersOf(item.id).includes(person),
          )),
    ).length;
    const score = weightOf(request, need) * Math.min(targetOf(request, need), holders);
    if (isMust(request, need)) must += score;
    else weighted += score;
  }
  const sum = (of: (booking: JudgedBooking) => number): number =>
    bookings.reduce((total, booking) => total + of(booking), 0);
  return {
    broken,
    objectives: {
      must,
      weighted,
      pence: sum((booking) => booking.pence),
      'release-minutes': 0,
      minutes: sum((booking) => booking.minutes),
      lateness: 0,
      places: sum((booking) => booking.learners.length),
      bookings: bookings.length,
    },
  };
}

/** The bookings that a list of places makes. */
export function bookingsOf(request: RequestInput, places: readonly Place[]): JudgedBooking[] {
  const grouped = new Map<string, Place[]>();
  for (const place of places) {
    const key = JSON.stringify([place.item, place.offer, place.pot]);
    grouped.set(key, [...(grouped.get(key) ?? []), place]);
  }
  return [...grouped].map(([id, group]) => {
    const [first] = group;
    const item = request.catalogue.items.find((one) => one.id === first?.item);
    const offer = item?.offers.find((one) => one.id === first?.offer);
    if (first === undefined || item === undefined || offer === undefined)
      throw new Error(`unknown place ${id}`);
    return {
      id,
      item: item.id,
      offer: offer.id,
      pot: first.pot,
      learners: group.map((place) => place.person),
      pence: priceOf(offer, group.length),
      minutes: item.minutes * group.length,
    };
  });
}
