import type { CatalogueItem } from '../domain/catalogue.js';
import { groupBy } from '../internal/lookup.js';
import type { Steps } from '../internal/steps.js';
import type { Facts } from './facts.js';
import { ENTRY, LOOK } from './operations.js';
import {
  type BookingColumns,
  columnsOf,
  type Group,
  type Place,
  type Term,
  type WayColumns,
} from './place.js';
import { penceFor } from './pricing.js';
import type { ProblemBuilder } from './problem.js';
import type { Bound } from './resolved.js';
import { isPurchase } from './slots.js';

/** Limits for which it matters which learners share a booking. */
export const tellsLearnersApart = ({ limit, matcher }: Bound): boolean =>
  matcher.asksOfLearners &&
  limit.per !== 'learner' &&
  (limit.measure === 'bookings' || (limit.measure === 'pence' && !matcher.asksOfPeople));

/** Every limit's measure, over the setting or separately for each learner, term or item that it could match. */
export function* addLimitRows(
  builder: ProblemBuilder,
  facts: Facts,
  groups: readonly Group[],
  ways: readonly WayColumns[],
  placesOf: readonly (readonly Place[])[],
): Steps<void> {
  const { pace } = builder;
  const person = (group: number): number => groups[group]!.people[0]!;
  const byTerm = groupBy(ways, ({ way }) => way.slot.term);
  const byItem = groupBy(ways, ({ way }) => way.slot.itemNumber);
  if (pace.ends(5 * ENTRY * ways.length)) yield pace.operations;
  for (const bound of facts.bounds) {
    const { limit, matcher } = bound;
    const matches = (item: CatalogueItem, group: number): boolean => matcher.matches(item, person(group));
    function* over(some: readonly WayColumns[]): Steps<Term[]> {
      const terms: Term[] = [];
      for (const way of some) {
        terms.push(...measured(builder, bound, way, matches));
        if (pace.ends(ENTRY * (1 + way.places.length))) yield pace.operations;
      }
      return terms;
    }
    const add = adding(builder, bound);
    switch (limit.per ?? 'setting') {
      case 'setting':
        yield* add(yield* over(ways), 1);
        break;
      case 'term':
        for (const term of facts.terms.keys()) yield* add(yield* over(byTerm.get(term) ?? []), 1);
        break;
      case 'item':
        for (const [number, item] of facts.items.entries()) {
          const could = (): boolean =>
            isPurchase(item) ? matcher.matchesAlone(item) : matcher.matchesSomebody(item);
          yield* add(yield* over(byItem.get(number) ?? []), 1, could);
        }
        break;
      case 'learner':
        for (const [group, { people }] of groups.entries()) {
          const own = placesOf[group]!.filter(({ way }) => matches(way.slot.item, group));
          const terms = own.map((place) => ({ column: place.column, value: personal(limit.measure, place) }));
          if (pace.ends(2 * LOOK * placesOf[group]!.length)) yield pace.operations;
          yield* add(terms, people.length, () => matcher.matchesSomething(person(group)));
        }
        break;
    }
  }
}

/**
 * Adds `atLeast × times ≤ terms ≤ atMost × times`, the lower side as the demand that it is, where the limit could match.
 * The first that is out of reach says so for the whole demand.
 */
function adding(builder: ProblemBuilder, { limit: { atMost, atLeast = 0 }, demand }: Bound) {
  let isOutOfReach = false;
  const { pace } = builder;
  return function* add(terms: readonly Term[], times: number, couldMatch = () => true): Steps<void> {
    const sums = new Map<number, number>();
    for (const { column, value } of terms) {
      if (value !== 0) sums.set(column, (sums.get(column) ?? 0) + value);
      if (pace.ends(2 * LOOK)) yield pace.operations;
    }
    const columns = [...sums.keys()];
    const values = [...sums.values()];
    let most = 0;
    for (const [column, value] of sums) {
      most += value * builder.upperOf(column);
      if (pace.ends(LOOK)) yield pace.operations;
    }
    if (atMost !== undefined && most > atMost * times)
      builder.row(columns, values, -Infinity, atMost * times);
    if (atLeast === 0 || isOutOfReach || !couldMatch()) return;
    // What lies out of reach is asked for by one more than there can be, so that numbers stay small.
    isOutOfReach = most < atLeast * times;
    builder.row(columns, values, Math.min(atLeast * times, most + 1), Infinity, demand);
  };
}

/** What a place counts for the learner's own measure. */
function personal(measure: Bound['limit']['measure'], { way: { slot, pricing } }: Place): number {
  switch (measure) {
    case 'places':
    case 'bookings':
      return 1;
    case 'minutes':
      return slot.item.minutes;
    case 'release-minutes':
      return slot.openHours ? slot.item.minutes : 0;
    case 'pence':
      return pricing.kind === 'each' ? pricing.pence : 0;
  }
}

/** What a way contributes to a limit's measure. */
function measured(
  builder: ProblemBuilder,
  bound: Bound,
  { way, places, bookings }: WayColumns,
  matches: (item: CatalogueItem, group: number) => boolean,
): Term[] {
  const { limit, matcher } = bound;
  const { item } = way.slot;
  const ofPlaces = (): Term[] =>
    places
      .filter(({ group }) => matches(item, group))
      .map((place) => ({ column: place.column, value: personal(limit.measure, place) }));
  if (limit.measure !== 'bookings' && limit.measure !== 'pence') return ofPlaces();
  if (limit.measure === 'pence') {
    if (way.pricing.kind === 'each') return ofPlaces();
    if (matcher.asksOfPeople) return [];
  }
  return bookings.flatMap((booking): readonly Term[] => {
    const whole = limit.measure === 'pence' ? booking.pence : [{ column: booking.booked, value: 1 }];
    if (isPurchase(item)) return matcher.matchesAlone(item) ? whole : [];
    const groups =
      booking.parts?.map(({ groups: members }) => members[0]!) ?? places.map(({ group }) => group);
    const matched = groups.filter((group) => matches(item, group));
    if (matched.length === 0) return [];
    if (matched.length === groups.length) return whole;
    const among = booking.parts!.filter(({ groups: members }) => matches(item, members[0]!));
    const some = addAnyOf(builder, among, limit.atLeast !== undefined);
    return limit.measure === 'pence' ? [addCounted(builder, booking, some)] : [{ column: some, value: 1 }];
  });
}

/** A column that is 1 when any of the parts is above 0, and, where that is asked, only then. */
function addAnyOf(
  builder: ProblemBuilder,
  parts: NonNullable<BookingColumns['parts']>,
  onlyThen: boolean,
): number {
  const some = builder.column(0, 1);
  for (const { column, size } of parts) builder.row([column, some], [1, -size], -Infinity, 0);
  if (onlyThen) builder.row([some, ...columnsOf(parts)], [1, ...parts.map(() => -1)], -Infinity, 0);
  return some;
}

/** What the booking costs where `some` is 1, and else nothing. */
function addCounted(builder: ProblemBuilder, { way, most, pence }: BookingColumns, some: number): Term {
  const dearest = penceFor(way.pricing, most);
  const counted = builder.column(0, dearest);
  const columns = columnsOf(pence);
  const values = pence.map(({ value }) => value);
  builder.row([counted, some], [1, -dearest], -Infinity, 0);
  builder.row([counted, ...columns], [1, ...values.map((value) => -value)], -Infinity, 0);
  builder.row([...columns, some, counted], [...values, dearest, -1], -Infinity, dearest);
  return { column: counted, value: 1 };
}
