import { addMonths, dayNumber, isoDate, MINUTES_PER_DAY } from '../../internal/calendar.js';
import { present } from '../../internal/invariant.js';
import type { RequestInput } from '../../domain/request.js';
import type { DatesSketch } from '../sketch/choices.js';
import type { TermsSketch } from '../sketch/days.js';
import { at } from './words.js';

/** Windows that begin and end on leap days and at the ends of months, one of a single day. */
const FRAMES = [
  { asOf: '2026-01-10', from: '2026-01-31', to: '2026-07-31' },
  { asOf: '2028-02-29', from: '2028-02-29', to: '2029-02-28' },
  { asOf: '2025-08-31', from: '2025-08-31', to: '2026-08-31' },
  { asOf: '2027-11-30', from: '2027-12-31', to: '2028-03-01' },
  { asOf: '2026-03-01', from: '2026-03-30', to: '2027-02-28' },
  { asOf: '2026-09-01', from: '2026-09-01', to: '2026-09-01' },
] as const;

/** The days of a request, as day numbers. */
export interface Days {
  readonly asOf: number;
  readonly from: number;
  readonly to: number;
  /** Around which records, validity and tests are made to fall. */
  readonly mattering: readonly number[];
  /** Around which sessions, cover, days away and availability are made to fall. */
  readonly busy: readonly number[];
}

export function daysOf(index: number): Days {
  const frame = at(FRAMES, index);
  const number = (date: string): number => present(dayNumber(date), 'the day');
  const from = number(frame.from);
  const to = number(frame.to);
  const middle = from + Math.floor((to - from) / 2);
  const inside = (day: number): number => Math.min(to, day);
  return {
    asOf: number(frame.asOf),
    from,
    to,
    mattering: [
      to,
      from,
      addMonths(from, 1),
      addMonths(from, 6),
      addMonths(from, 12),
      middle,
      addMonths(to, 1),
      from - 10,
    ],
    // The middle is where terms meet; it comes up most, so that sessions clash.
    busy: [middle, from, middle, inside(addMonths(from, 1)), to, middle, inside(addMonths(from, 6))],
  };
}

/** The ISO date of a day that matters, or of its neighbour. */
export const dateNear = (
  days: readonly number[],
  { day, shift }: { readonly day: number; readonly shift: number },
): string => isoDate(at(days, day) + shift);

/** The first and last days, in order; a day that is not sketched is left open. */
export function datesNear(
  days: readonly number[],
  { from, to }: DatesSketch,
): { from: string | undefined; to: string | undefined } {
  const ends = { from: from && dateNear(days, from), to: to && dateNear(days, to) };
  const turned = ends.from !== undefined && ends.to !== undefined && ends.from > ends.to;
  return turned ? { from: ends.to, to: ends.from } : ends;
}

/** A local time, by minutes since the day began: 1,440 is the next day's 00:00. */
export function localTime(day: number, minutes: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const rest = minutes % MINUTES_PER_DAY;
  const date = isoDate(day + Math.floor(minutes / MINUTES_PER_DAY));
  return `${date}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

type Term = NonNullable<RequestInput['terms']>[number];

/** Terms of equal length, cut short as sketched; at least one day each, and no more of them than days. */
export function termsOf(sketch: TermsSketch, { from, to }: Days, id: (index: number) => string): Term[] {
  const days = to - from + 1;
  const count = Math.min(sketch.length, days);
  return sketch.slice(0, count).map((cuts, index) => {
    const first = from + Math.floor((days * index) / count);
    const last = from + Math.floor((days * (index + 1)) / count) - 1;
    const taken = { no: 0, day: 1, third: Math.floor((last - first) / 3) };
    const start = Math.min(last, first + taken[cuts.start]);
    return { id: id(index), from: isoDate(start), to: isoDate(Math.max(start, last - taken[cuts.end])) };
  });
}
