import type { Booking } from '../domain/booking.js';
import type { Programme } from '../domain/programme.js';
import type { Request } from '../domain/request.js';
import type { TrainingRecord } from '../domain/staff-member.js';
import type { AreaId, StaffId } from '../domain/units.js';
import { groupBy } from '../internal/lookup.js';
import { compareIds } from '../internal/order.js';
import { firstCounts, recordsOf } from './booking-records.js';

/** A booking that teaches a person an area, with what it gives of it: as records, from the first day from which it counts. */
export interface Place {
  readonly booking: Booking;
  readonly records: readonly TrainingRecord[];
}

/** What a person has learnt of an area, and what is booked, in the order in which it is credited: the earliest start, then the smallest id. */
export interface Learning {
  readonly records: readonly TrainingRecord[];
  readonly places: readonly Place[];
}

const NOTHING: Learning = { records: [], places: [] };

/** By person and area, what is on record and what the programme has booked. */
export function learningOf(
  { staff, catalogue }: Pick<Request, 'staff' | 'catalogue'>,
  programme: Programme | undefined,
): (person: StaffId, area: AreaId) => Learning {
  const items = new Map(catalogue.items.map((item) => [item.id, item]));
  const recorded = new Map(staff.map(({ id, records = [] }) => [id, groupBy(records, ({ area }) => area)]));
  const booked = new Map<StaffId, Map<AreaId, Place[]>>();
  const credited = [...(programme?.bookings ?? [])].sort(
    (a, b) => compareIds(a.startsOn ?? a.completeBy, b.startsOn ?? b.completeBy) || compareIds(a.id, b.id),
  );
  for (const booking of credited) {
    const item = items.get(booking.item);
    if (item === undefined) continue;
    const given = groupBy(recordsOf(item, firstCounts(item, booking)), ({ area }) => area);
    for (const id of booking.learners) {
      const ofPerson = booked.get(id) ?? new Map<AreaId, Place[]>();
      booked.set(id, ofPerson);
      for (const [area, records] of given)
        ofPerson.set(area, [...(ofPerson.get(area) ?? []), { booking, records }]);
    }
  }
  return (person, area) => {
    const records = recorded.get(person)?.get(area);
    const places = booked.get(person)?.get(area);
    return records === undefined && places === undefined
      ? NOTHING
      : { records: records ?? [], places: places ?? [] };
  };
}
