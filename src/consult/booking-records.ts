import type { CatalogueItem, Session } from '../domain/catalogue.js';
import type { Booking } from '../domain/booking.js';
import type { TrainingRecord } from '../domain/staff-member.js';
import { DateSchema, type IsoDate } from '../domain/units.js';
import { addMonths, dayNumber, isDate, isoDate } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import { compareIds } from '../internal/order.js';

/** The day number of a date that has been checked. */
export const dayOf = (date: string): number => present(dayNumber(date), `The day ${date}`);

/** The date of a day number; `undefined` after the last day of the calendar, 31 December 9999. */
export function dateOf(day: number): IsoDate | undefined {
  const text = isoDate(day);
  return isDate(text) ? DateSchema.parse(text) : undefined;
}

/** The last day of a session: the day on which its last block ends. */
export const lastDayOf = ({ blocks }: Session): IsoDate =>
  present(
    blocks
      .map(({ ends }) => ends.slice(0, 10))
      .sort(compareIds)
      .at(-1),
    'A session',
  ) as IsoDate;

/** The session that a booking is on; `undefined` when it is self-paced. */
export const sessionOf = (item: CatalogueItem, booking: Booking): Session | undefined =>
  booking.session === undefined ? undefined : item.sessions?.find(({ id }) => id === booking.session);

/** The day from which a booking counts at the earliest: a session's last day, or the day on which a self-paced one can be begun. */
export function firstCounts(item: CatalogueItem, booking: Booking): IsoDate {
  const session = sessionOf(item, booking);
  return session === undefined ? (booking.startsOn ?? booking.completeBy) : lastDayOf(session);
}

/**
 * What each learner of a booking can show from the day it is completed: a record for each area taught. What a booking
 * gives holds under the same rules as a record, so this is also how it is seen which needs a booking meets.
 */
export function recordsOf(item: CatalogueItem, completedOn: IsoDate): TrainingRecord[] {
  return item.teaches.map(({ area, depth, validMonths }): TrainingRecord => {
    // what would lapse after the end of the calendar does not lapse
    const expiresOn =
      validMonths === undefined ? undefined : dateOf(addMonths(dayOf(completedOn), validMonths));
    return { area, depth, completedOn, ...(expiresOn !== undefined && { expiresOn }), item: item.id };
  });
}
