import { addMonths, dayNumber } from '../../internal/calendar.js';

/** A day that is known to lie between two, both day numbers and included. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** The days that `YYYY-MM-DD` or `YYYY-MM` can mean; `undefined` when it is neither or not in the calendar. */
export function dayRange(text: string): DayRange | undefined {
  const day = dayNumber(text);
  if (day !== undefined) return { first: day, last: day };
  const first = dayNumber(`${text}-01`);
  return first === undefined ? undefined : { first, last: addMonths(first, 1) - 1 };
}

/** A truth about a day that is known only to lie in a range. */
export type Certainty = 'yes' | 'no' | 'unknown';

/** Whether the day is before another, a day number. */
export const isBefore = ({ first, last }: DayRange, day: number): Certainty =>
  last < day ? 'yes' : first >= day ? 'no' : 'unknown';

/** Whether the day is in a range of days. */
export const isWithin = (day: DayRange, range: DayRange): Certainty =>
  day.first >= range.first && day.last <= range.last
    ? 'yes'
    : day.last < range.first || day.first > range.last
      ? 'no'
      : 'unknown';
