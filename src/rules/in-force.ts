import { dayNumber, isoDate } from '../internal/calendar.js';

/** Something that holds from one day to another, both included; open where a day is not given. ISO dates. */
export interface Dated {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Whether a day lies between the two. ISO dates stand in the order of their text. */
export const inForce = ({ from, to }: Dated, date: string): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to);

/** The day after an ISO date, or before it: `days` is 1 or -1. */
export function beside(date: string, days: number): string {
  const day = dayNumber(date);
  return day === undefined ? date : isoDate(day + days);
}

export const later = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;
export const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/** The longest stretch around a day, within `outer`, in which none of the others begins or ends to be in force. */
export function steadyAround(date: string, outer: Dated, others: readonly Dated[]): Dated {
  let { from, to } = outer;
  for (const other of others) {
    if (other.from !== undefined) {
      if (other.from <= date) from = later(from, other.from);
      else to = earlier(to, beside(other.from, -1));
    }
    if (other.to !== undefined) {
      if (other.to >= date) to = earlier(to, other.to);
      else from = later(from, beside(other.to, 1));
    }
  }
  return { from, to };
}
