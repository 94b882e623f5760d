import type { Need } from '../domain/need.js';
import type { Request } from '../domain/request.js';
import type { StaffMember } from '../domain/staff-member.js';
import { addMonths, dayNumber } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';

/** The day number of a date that the request's checks have found to be a day of the calendar. */
export const dayOf = (date: string): number => present(dayNumber(date), `The day number of ${date}`);

/** The day a need is tested on, and whether its own date was before the window. */
export function testOf(
  need: Need,
  window: Request['window'],
): { readonly day: number; readonly overdue: boolean } {
  const overdue = need.by !== undefined && need.by < window.from;
  return { day: dayOf(need.by === undefined || overdue ? window.to : need.by), overdue };
}

/** Whether the person's records hold what the need asks, on a day. */
export function holdsByRecord(person: StaffMember, need: Need, day: number): boolean {
  return (person.records ?? []).some((record) => {
    if (record.area !== need.area || record.depth < need.depth) return false;
    const completed = dayOf(record.completedOn);
    return (
      completed <= day &&
      (record.expiresOn === undefined || day < dayOf(record.expiresOn)) &&
      (need.maxAgeMonths === undefined || day <= addMonths(completed, need.maxAgeMonths))
    );
  });
}

/** Whether something taught from a day on, valid for so many months, is held on the day the need is tested. */
export const heldFrom = (start: number, validMonths: number | undefined, need: Need, day: number): boolean =>
  start <= day &&
  (validMonths === undefined || day < addMonths(start, validMonths)) &&
  (need.maxAgeMonths === undefined || day <= addMonths(start, need.maxAgeMonths));
