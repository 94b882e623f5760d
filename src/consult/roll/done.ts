import type { CatalogueItem, Session } from '../../domain/catalogue.js';
import type { Booking } from '../../domain/booking.js';
import type { Programme } from '../../domain/programme.js';
import type { Request } from '../../domain/request.js';
import type { StaffMember, TrainingRecord } from '../../domain/staff-member.js';
import type { BookingId, IsoDate, ItemId, PotId, SessionId, StaffId } from '../../domain/units.js';
import { present } from '../../internal/invariant.js';
import { compareIds, sortedById } from '../../internal/order.js';
import { lastDayOf, recordsOf, sessionOf } from '../booking-records.js';

/** A booking that is taken to be done, or under way and seen through, and what comes of it. */
export interface DoneBooking {
  readonly booking: BookingId;
  readonly item: ItemId;
  readonly session?: SessionId | undefined;
  /** Those who have a record of it in the next request; nobody for something bought for the setting. */
  readonly learners: readonly StaffId[];
  /**
   * The day their records are of: a session's last day, or the day by which self-paced learning was to be completed. Of a
   * session that is under way it is still to come.
   */
  readonly completedOn: IsoDate;
  /** What it cost, in pence, and the pot that paid. */
  readonly pence: number;
  readonly pot?: PotId | undefined;
}

/** A booking with the item that it is of. */
export interface Booked {
  readonly booking: Booking;
  readonly item: CatalogueItem;
}

/** The bookings of a programme by whether they are done on a day, each part in the order of their ids. */
export interface Parted {
  readonly done: readonly Booked[];
  readonly open: readonly Booked[];
}

/** What teaches nothing and grants entitlements is bought for the setting, without learners. */
const isPurchase = ({ teaches, grants = [] }: CatalogueItem): boolean =>
  teaches.length === 0 && grants.length > 0;

/** The first day of a session. */
export const firstDayOf = ({ blocks }: Session): IsoDate =>
  present(
    blocks
      .map(({ starts }) => starts.slice(0, 10))
      .sort(compareIds)
      .at(0),
    'A session',
  ) as IsoDate;

/**
 * Whether a booking is not to be decided any more. A session is done the day after it has begun, because no window that starts
 * later has room for it; what is bought for the setting, once it holds; all else, the day after it was to be completed.
 */
function isPast({ booking, item }: Booked, asOf: IsoDate): boolean {
  const session = sessionOf(item, booking);
  if (session !== undefined) return firstDayOf(session) < asOf;
  return (isPurchase(item) ? (booking.startsOn ?? booking.completeBy) : booking.completeBy) < asOf;
}

const completionOf = (item: CatalogueItem, booking: Booking): IsoDate => {
  const session = sessionOf(item, booking);
  return session === undefined ? booking.completeBy : lastDayOf(session);
};

/** What was said of bookings whose day is past: those that nobody took, and by booking who missed it. */
export interface Absence {
  readonly undone: ReadonlySet<string>;
  readonly missed: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Parts the bookings by whether they are done: they are past or under way, and nobody said that they were not taken. A booking that
 * some people missed is done by the others, and still to come for those.
 */
export function partedOn(
  { catalogue }: Request,
  { bookings }: Programme,
  asOf: IsoDate,
  { undone, missed }: Absence,
): Parted {
  const items = new Map(catalogue.items.map((item) => [item.id, item]));
  const done: Booked[] = [];
  const open: Booked[] = [];
  for (const booking of sortedById(bookings)) {
    const item = items.get(booking.item);
    if (item === undefined) continue;
    if (!isPast({ booking, item }, asOf) || undone.has(booking.id)) {
      open.push({ booking, item });
      continue;
    }
    const absent = missed.get(booking.id);
    const by = (there: boolean): Booked => ({
      item,
      booking: {
        ...booking,
        learners: booking.learners.filter((id) => (absent?.has(id) === true) !== there),
      },
    });
    done.push(by(true));
    if (absent !== undefined && absent.size > 0) open.push(by(false));
  }
  return { done, open };
}

export const doneOf = ({ booking, item }: Booked): DoneBooking => ({
  booking: booking.id,
  item: item.id,
  ...(booking.session !== undefined && { session: booking.session }),
  learners: [...booking.learners].sort(compareIds),
  completedOn: isPurchase(item) ? (booking.startsOn ?? booking.completeBy) : completionOf(item, booking),
  pence: booking.pence,
  ...(booking.pot !== undefined && { pot: booking.pot }),
});

const same = (a: TrainingRecord, b: TrainingRecord): boolean =>
  a.area === b.area &&
  a.depth === b.depth &&
  a.completedOn === b.completedOn &&
  a.expiresOn === b.expiresOn &&
  a.item === b.item;

/** The team with a record for all that somebody has learnt, behind those they had; what is on record already is not added again. */
export function withRecords(staff: readonly StaffMember[], done: readonly Booked[]): StaffMember[] {
  const learnt = new Map<string, TrainingRecord[]>();
  for (const { booking, item } of done) {
    const records = recordsOf(item, completionOf(item, booking));
    for (const id of booking.learners) learnt.set(id, [...(learnt.get(id) ?? []), ...records]);
  }
  return sortedById(staff).map((person) => {
    const { records = [] } = person;
    const added = (learnt.get(person.id) ?? []).filter(
      (record, index, all) =>
        !records.some((known) => same(known, record)) &&
        all.findIndex((other) => same(other, record)) === index,
    );
    return added.length === 0 ? person : { ...person, records: [...records, ...added] };
  });
}
