import type { RequestInput } from '../../src/domain/request.js';
import type { JudgedBooking } from './judge.js';
import { type Booked, holdsByRecords, meets, priceOf, selects, testDate, unitsOf } from './page.js';

/*
 * What a booking says of itself, all of which follows from its item, session or term, offer, pot and learners.
 */

/** Item, session or term, offer and pot, joined by `/`; inside a part `~` is `~0` and `/` is `~1`. */
const idOf = ({ item, session, term, offer, pot }: JudgedBooking): string =>
  [item, session ?? term, offer, pot]
    .map((part) => (part ?? '').replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/');

/** A session's last day; self-paced, the earlier of the earliest test date it serves and the term's end. */
function completeByOf(request: RequestInput, { item, slot, learners }: Booked): string | undefined {
  if (slot.endsOn !== undefined) return slot.endsOn;
  const served = request.needs.filter((need) =>
    learners.some(
      (person) =>
        selects(request, need.who, person) &&
        !holdsByRecords(request, need, person) &&
        meets(request, item, slot, need),
    ),
  );
  const days = served.map((need) => testDate(request, need));
  return [...days, ...(slot.term === undefined ? [] : [slot.term.to])].toSorted()[0];
}

/** Each figure that is stated and is not what follows from the booking, in words. */
export function figuresBroken(request: RequestInput, stated: JudgedBooking, booked: Booked): string[] {
  const { item, slot, offer, learners } = booked;
  const figures = {
    id: idOf(stated),
    pence: priceOf(request, offer, learners.length),
    minutes: item.minutes * learners.length,
    units: unitsOf(offer, learners.length),
    startsOn: slot.startsOn,
    completeBy: completeByOf(request, booked),
  };
  const names = ['id', 'pence', 'minutes', 'units', 'startsOn', 'completeBy'] as const;
  return names.flatMap((name) =>
    stated[name] === undefined || stated[name] === figures[name]
      ? []
      : [`${name} is ${String(figures[name])}, says ${String(stated[name])}`],
  );
}
