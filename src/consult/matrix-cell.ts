import type { IsoDate } from '../domain/units.js';
import { holdsOn } from '../rules/people.js';
import { dateOf, dayOf } from './booking-records.js';
import { type Asked, type Standing, standingOn } from './held-until.js';
import type { Learning, Place } from './learning.js';
import type { MatrixCell, MatrixReason } from './matrix.js';

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
  { records, places }: Learning,
  asked: Asked,
  { asOf }: MatrixDays,
  testedOn: number,
): Reading => ({
  standing: standingOn(records, asked, asOf),
  heldWhenTested: holdsOn({ records: [...records] }, asked, testedOn),
  // what a booking gives holds as a record of it does
  place: places.find((place) => holdsOn({ records: [...place.records] }, asked, testedOn)),
});

export const dayNumbers = (asOf: IsoDate, leadDays: number): MatrixDays => ({
  asOf: dayOf(asOf),
  soonUntil: dayOf(asOf) + leadDays,
});
