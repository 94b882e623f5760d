import type { Request } from '../../domain/request.js';
import type { Term } from '../../domain/setting.js';
import type { IsoDate } from '../../domain/units.js';
import { addMonths, isoDate } from '../../internal/calendar.js';
import { dateOf, dayOf } from '../booking-records.js';

const MONTHS_OF_A_YEAR = 12;

const isEndOfMonth = (day: number): boolean => isoDate(day + 1).endsWith('-01');

/** A day so many years later; 28 February for 29 February where there is none. */
const yearsAfter = (day: number, years: number): number => addMonths(day, years * MONTHS_OF_A_YEAR);

/** The last day of something so many years later: the end of a month stays the end of the month, in leap years too. */
export const endYearsAfter = (day: number, years: number): number =>
  isEndOfMonth(day) ? yearsAfter(day + 1, years) - 1 : yearsAfter(day, years);

/** The least number of whole years by which a last day has to move on, so that it is not before a day. */
export function yearsToReach(to: IsoDate, asOf: IsoDate): number {
  const [last, day] = [dayOf(to), dayOf(asOf)];
  let years = Math.max(0, Number(asOf.slice(0, 4)) - Number(to.slice(0, 4)) - 1);
  while (endYearsAfter(last, years) < day) years += 1;
  return years;
}

/** Dates moved on by whole years. `undefined` when one of them is after the end of the calendar. */
export function datesYearsAfter<Dates extends { readonly from: IsoDate; readonly to: IsoDate }>(
  { from, to }: Dates,
  years: number,
): { from: IsoDate; to: IsoDate } | undefined {
  const first = dateOf(yearsAfter(dayOf(from), years));
  const last = dateOf(endYearsAfter(dayOf(to), years));
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** The window so many years later, and of that what lies ahead. */
export function windowAfter(
  window: Request['window'],
  years: number,
  asOf: IsoDate,
): Request['window'] | undefined {
  const moved = datesYearsAfter(window, years);
  return moved && { from: laterOf(moved.from, asOf), to: moved.to };
}

/**
 * The terms so many years later, in the order of their days, cut to the window; of which nothing is left, are left out.
 * Those that met at the 29th of February would share the 28th of a year without one: it stays with the first.
 */
export function termsAfter(terms: readonly Term[], years: number, window: Request['window']): Term[] {
  const after: Term[] = [];
  let free = dayOf(window.from);
  for (const { id, ...days } of [...terms].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const moved = datesYearsAfter(days, years);
    const first = dateOf(free);
    if (moved === undefined || first === undefined) break;
    const [from, to] = [laterOf(moved.from, first), earlierOf(moved.to, window.to)];
    if (from > to) continue;
    after.push({ id, from, to });
    free = dayOf(to) + 1;
  }
  return after;
}

/**
 * A window with the days after it on which nothing can be booked: until it comes round again, and `leadDays` more, because
 * hardly anything takes place on its first days. What lapses then has to be renewed before. `from` is the window's first
 * day before it was cut to what lies ahead.
 */
export function untilTheNext(
  { from: ahead, to }: Request['window'],
  from: IsoDate,
  leadDays: number,
): Request['window'] {
  const last = Math.max(dayOf(to), yearsAfter(dayOf(from), 1) - 1) + leadDays;
  return { from: ahead, to: dateOf(last) ?? to };
}
