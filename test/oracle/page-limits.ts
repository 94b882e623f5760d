import type { RequestInput } from '../../src/domain/request.js';
import { priceOf } from './page-money.js';
import { asksOfPeople, matches } from './page-people.js';
import { inOpenHours, termsOf } from './page-time.js';
import { type Booked, type Item, type Limit, type Person, isForTheSetting } from './page-words.js';

/*
 * What a limit counts. It holds separately in each of its cells: the setting, or each learner, term or item that it
 * could match.
 */

/** One sum that a limit bounds. */
export interface Cell {
  readonly limit: Limit;
  readonly words: string;
  /** What a booking adds to it. */
  readonly counts: (booking: Booked) => number;
}

const isMatched = (request: RequestInput, limit: Limit, item: Item, learner: Person | undefined): boolean =>
  limit.select === undefined || matches(request, limit.select, item, learner);

/** The measure of the places of these learners of a booking, all of whom match; prices that belong to a person only. */
function measureOfPlaces(request: RequestInput, limit: Limit, booking: Booked, learners: number): number {
  const { item, slot, offer } = booking;
  switch (limit.measure) {
    case 'places':
      return learners;
    case 'minutes':
      return item.minutes * learners;
    case 'release-minutes':
      return inOpenHours(request, slot) ? item.minutes * learners : 0;
    case 'bookings':
      return learners > 0 ? 1 : 0;
    case 'pence':
      return offer.price.kind === 'per-learner' ? offer.price.pence * learners : 0;
  }
}

/** What a booking adds for the setting, its term or its item. */
function measureOf(request: RequestInput, limit: Limit, booking: Booked): number {
  const { item, offer, learners } = booking;
  const isFor = learners.length === 0;
  const matching = learners.filter((learner) => isMatched(request, limit, item, learner));
  const matched = isFor ? isMatched(request, limit, item, undefined) : matching.length > 0;
  if (!matched) return 0;
  if (limit.measure === 'bookings') return 1;
  if (limit.measure !== 'pence' || offer.price.kind === 'per-learner')
    return measureOfPlaces(request, limit, booking, matching.length);
  // A shared price is the booking's: with a person key it does not count, without one all of it does.
  const shared = limit.select === undefined || !asksOfPeople(limit.select);
  return shared ? (priceOf(request, offer, learners.length) ?? 0) : 0;
}

/** What a booking adds for one person: their place, minutes, per-learner price and booking. */
const measureFor = (request: RequestInput, limit: Limit, booking: Booked, person: Person): number =>
  booking.learners.includes(person) && isMatched(request, limit, booking.item, person)
    ? measureOfPlaces(request, limit, booking, 1)
    : 0;

/** The sums that a limit bounds, each by `atMost` and `atLeast`. */
export function cellsOf(request: RequestInput, limit: Limit): Cell[] {
  const cell = (words: string, counts: Cell['counts']): Cell => ({ limit, words, counts });
  const whole: Cell['counts'] = (booking) => measureOf(request, limit, booking);
  const { items } = request.catalogue;
  switch (limit.per ?? 'setting') {
    case 'setting':
      return [cell(`limit ${limit.id}`, whole)];
    case 'learner':
      return request.staff
        .filter((person) =>
          items.some((item) => !isForTheSetting(item) && isMatched(request, limit, item, person)),
        )
        .map((person) =>
          cell(`limit ${limit.id} for ${person.id}`, (booking) =>
            measureFor(request, limit, booking, person),
          ),
        );
    case 'term':
      return termsOf(request).map((term) =>
        cell(`limit ${limit.id} in ${term.id ?? 'the window'}`, (booking) =>
          booking.slot.term?.from === term.from ? whole(booking) : 0,
        ),
      );
    case 'item':
      return items
        .filter((item) =>
          isForTheSetting(item)
            ? isMatched(request, limit, item, undefined)
            : request.staff.some((person) => isMatched(request, limit, item, person)),
        )
        .map((item) =>
          cell(`limit ${limit.id} on ${item.id}`, (booking) => (booking.item === item ? whole(booking) : 0)),
        );
  }
}
