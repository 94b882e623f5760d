import type { RequestInput } from '../../src/domain/request.js';
import { type Booking, type Place } from './mip-bookings.js';
import {
  isForSetting,
  type Item,
  type Period,
  type Person,
  type Reading,
  speaksOfPeople,
} from './mip-reading.js';
import { type Sheet, type Term, times } from './mip-sheet.js';

/*
 * Limits: what each measure comes to over the bookings that a selector matches, and for whom it is asked.
 */

type Limit = NonNullable<RequestInput['limits']>[number];

/** A part of a measure, and what it belongs to. */
interface Part {
  readonly term: Term;
  readonly item: Item;
  readonly period: Period | undefined;
  readonly person: Person | undefined;
}

/** A column that is 1 exactly when one of the places is taken. */
function someOf(sheet: Sheet, booking: Booking, matching: readonly Place[]): number {
  if (matching.length === booking.places.length) return booking.booked;
  const some = sheet.column(1);
  for (const { column } of matching)
    sheet.row(-Infinity, 0, [
      [column, 1],
      [some, -1],
    ]);
  sheet.row(0, Infinity, [
    [some, -1],
    ...times(
      matching.map(({ column }) => column),
      1,
    ),
  ]);
  return some;
}

/** The columns of a price as they are when `counts` is 1, and 0 otherwise. */
function onlyWhen(sheet: Sheet, counts: number, { booked, shared }: Booking): Term[] {
  if (counts === booked) return [...shared];
  return shared.map(([column, pence]) => {
    const most = sheet.upper[column] ?? 0;
    const counted = sheet.column(most);
    sheet.row(-Infinity, 0, [
      [counted, 1],
      [column, -1],
    ]);
    sheet.row(-Infinity, 0, [
      [counted, 1],
      [counts, -most],
    ]);
    sheet.row(-most, Infinity, [
      [counted, 1],
      [column, -1],
      [counts, -most],
    ]);
    return [counted, pence];
  });
}

function partsOf(sheet: Sheet, reading: Reading, limit: Limit, booking: Booking): Part[] {
  const { item, occasion, places, each } = booking;
  const { measure, select, per } = limit;
  const matching = places.filter(({ person }) => reading.matches(select, item, person));
  const matched = isForSetting(item) ? reading.matches(select, item, undefined) : matching.length > 0;
  if (!matched) return [];
  const byPerson = (value: number): Part[] =>
    matching.map(({ person, column }) => ({
      term: [column, value],
      item,
      period: occasion.period,
      person,
    }));
  const whole = (terms: readonly Term[]): Part[] =>
    terms.map((term) => ({ term, item, period: occasion.period, person: undefined }));
  switch (measure) {
    case 'places':
      return byPerson(1);
    case 'minutes':
      return byPerson(item.minutes);
    case 'release-minutes':
      return occasion.openHours ? byPerson(item.minutes) : [];
    case 'bookings':
      return per === 'learner' ? byPerson(1) : whole([[someOf(sheet, booking, matching), 1]]);
    case 'pence': {
      if (each > 0) return byPerson(each);
      if (booking.shared.length === 0 || per === 'learner' || speaksOfPeople(select)) return [];
      return whole(onlyWhen(sheet, someOf(sheet, booking, matching), booking));
    }
  }
}

/** Writes a row for each limit and each thing that it is asked for. */
export function writeLimits(
  sheet: Sheet,
  request: RequestInput,
  reading: Reading,
  bookings: readonly Booking[],
): void {
  const { items } = request.catalogue;
  for (const limit of request.limits ?? []) {
    const { select, per = 'setting', atMost = Infinity, atLeast = -Infinity } = limit;
    const parts = bookings.flatMap((booking) => partsOf(sheet, reading, limit, booking));
    const hold = (counts: (part: Part) => boolean): void =>
      sheet.row(
        atLeast,
        atMost,
        parts.filter(counts).map(({ term }) => term),
      );
    const couldMatch = (item: Item, person: Person): boolean =>
      !isForSetting(item) && reading.matches(select, item, person);
    switch (per) {
      case 'setting':
        hold(() => true);
        break;
      case 'term':
        for (const one of reading.periods) hold(({ period }) => period === one);
        break;
      case 'item':
        for (const one of items) {
          const asked = isForSetting(one)
            ? reading.matches(select, one, undefined)
            : request.staff.some((person) => couldMatch(one, person));
          if (asked) hold(({ item }) => item === one);
        }
        break;
      case 'learner':
        for (const one of request.staff)
          if (items.some((item) => couldMatch(item, one))) hold(({ person }) => person === one);
        break;
    }
  }
}
