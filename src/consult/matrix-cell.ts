import type { CatalogueItem } from '../domain/catalogue.js';
import type { Booking } from '../domain/programme.js';
import type { StaffMember } from '../domain/staff-member.js';
import type { IsoDate } from '../domain/units.js';
import { holdsOn } from '../rules/people.js';
import { dateOf, dayOf, firstCounts, recordsOf } from './booking-records.js';
import { type Asked, type Standing, standingOn } from './held-until.js';
import type { MatrixCell, MatrixReason } from './matrix.js';

/** A booking of a person, with the item that it is of. */
export interface Place {
  readonly booking: Booking;
  readonly item: CatalogueItem;
}

/** The days that a matrix is made for, as day numbers. */
export interface MatrixDays {
  readonly asOf: number;
  /** The last day that counts as soon. */
  readonly soonUntil: number;
}

/** What a standing comes to before it is asked whom the need speaks of. */
export function stateByRecords(
  { state, lapses, ahead }: Standing,
  { asOf, soonUntil }: MatrixDays,
  testedOn: number,
): 'held' | 'expiring' | 'expired' | 'needed' | 'unknown' {
  const until = Math.max(soonUntil, testedOn, asOf);
  const sound = state === 'held' && (lapses === undefined || lapses > until);
  if (sound) return 'held';
  if (ahead !== undefined) return 'unknown';
  return state === 'held' ? 'expiring' : state === 'lapsed' ? 'expired' : 'needed';
}

/** The first of a person's bookings, in the order given, by which they hold what is asked on a day. */
export const meeting = (places: readonly Place[], asked: Asked, testedOn: number): Place | undefined =>
  places.find(({ booking, item }) =>
    holdsOn({ records: recordsOf(item, firstCounts(item, booking)) }, asked, testedOn),
  );

/** The dates of a standing, as a cell tells them. */
export const datesOf = ({ record, lapses }: Standing): Pick<MatrixCell, 'completedOn' | 'lapsesOn'> => {
  const lapsesOn = lapses === undefined ? undefined : dateOf(lapses);
  return {
    ...(record !== undefined && { completedOn: record.completedOn }),
    ...(lapsesOn !== undefined && { lapsesOn }),
  };
};

/** What is to be said of a record that is dated after the day of asking. */
export const aboutAhead = (completedOn: IsoDate, asOf: IsoDate): MatrixReason => ({
  kind: 'future-record',
  completedOn,
  message: `A record is dated ${completedOn}, after ${asOf}: correct the date, or take the record out until it has been earned.`,
});

/** A person's standing in what a need asks, and whether they hold it on the day it is tested, by records and with the programme. */
export interface Reading {
  readonly standing: Standing;
  readonly heldWhenTested: boolean;
  /** The first booking by which they hold it on the day it is tested. */
  readonly place: Place | undefined;
}

export const readingOf = (
  person: StaffMember,
  places: readonly Place[],
  asked: Asked,
  { asOf }: MatrixDays,
  testedOn: number,
): Reading => ({
  standing: standingOn(person, asked, asOf),
  heldWhenTested: holdsOn(person, asked, testedOn),
  place: meeting(places, asked, testedOn),
});

export const dayNumbers = (asOf: IsoDate, leadDays: number): MatrixDays => ({
  asOf: dayOf(asOf),
  soonUntil: dayOf(asOf) + leadDays,
});
