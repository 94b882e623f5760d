import type { StaffMember } from '../../domain/staff-member.js';
import type { IsoDate } from '../../domain/units.js';
import { compareIds } from '../../internal/order.js';
import { sessionOf } from '../booking-records.js';
import type { Booked } from './done.js';

interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The days on which a booking's session takes place. */
const blockDays = ({ booking, item }: Booked): Days[] =>
  (sessionOf(item, booking)?.blocks ?? []).map(({ starts, ends }) => ({
    from: starts.slice(0, 10) as IsoDate,
    to: ends.slice(0, 10) as IsoDate,
  }));

/**
 * People with the days still to come of what is under way as days away, so that nobody is booked twice; but for days on which they
 * are in another session of the same programme, which was found to go together.
 */
export function withDaysTaken(
  staff: readonly StaffMember[],
  done: readonly Booked[],
  open: readonly Booked[],
  asOf: IsoDate,
): StaffMember[] {
  const daysOf = (id: StaffMember['id'], booked: readonly Booked[]): Days[] =>
    booked.filter(({ booking }) => booking.learners.includes(id)).flatMap(blockDays);
  return staff.map((person) => {
    const others = daysOf(person.id, open);
    const added = daysOf(person.id, done).filter(
      ({ from, to }) => to >= asOf && others.every((other) => other.to < from || to < other.from),
    );
    const taken = added.sort((a, b) => compareIds(`${a.from} ${a.to}`, `${b.from} ${b.to}`));
    return taken.length === 0 ? person : { ...person, away: [...(person.away ?? []), ...taken] };
  });
}
