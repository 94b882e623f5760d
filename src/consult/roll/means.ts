import type { Session } from '../../domain/catalogue.js';
import type { Pot } from '../../domain/funding.js';
import type { Request } from '../../domain/request.js';
import type { Setting, Term } from '../../domain/setting.js';
import type { StaffMember } from '../../domain/staff-member.js';
import { MinutesSchema, PenceSchema } from '../../domain/units.js';
import { minuteOf } from '../../internal/calendar.js';
import { present } from '../../internal/invariant.js';
import { sortedById } from '../../internal/order.js';
import { overlapsWeekly } from '../../internal/stretch.js';
import { dateOf, dayOf, sessionOf } from '../booking-records.js';
import { type Booked, firstDayOf } from './done.js';
import { datesYearsAfter, endYearsAfter } from './window.js';

/* What is left of money and time: all of it in a new year, the rest of it in the same. */

/** A pot carried on, and what was taken for granted of it. */
export interface CarriedPot {
  readonly pot: Pot;
  readonly assumed: string | undefined;
}

/** The pots of the next window, in the order of their ids. */
export function potsAfter(
  { funding }: Request,
  years: number,
  window: Request['window'],
  done: readonly Booked[],
): CarriedPot[] {
  const spent = new Map<string, number>();
  for (const { booking } of done)
    if (booking.pot !== undefined) spent.set(booking.pot, (spent.get(booking.pot) ?? 0) + booking.pence);
  const rest = (pot: Pot): Pot => ({
    ...pot,
    pence: PenceSchema.parse(Math.max(0, pot.pence - (spent.get(pot.id) ?? 0))),
  });
  return sortedById(funding).map((pot) => {
    const left = rest(pot);
    if (years === 0 || (pot.to !== undefined && pot.to >= window.from))
      return { pot: left, assumed: left.pence < pot.pence ? 'What was spent is taken off' : undefined };
    if (pot.from === undefined && pot.to === undefined) return { pot, assumed: 'The same money again' };
    const moved = movedBy(pot, years);
    return { pot: moved, assumed: `The same money again, ${daysOf(moved)}` };
  });
}

const daysOf = ({ from, to }: Pot): string =>
  [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`until ${to}`])].join(' ');

/** A pot's days so many years later. What would be after the end of the calendar is left open. */
function movedBy({ from, to, ...pot }: Pot, years: number): Pot {
  const first = from && datesYearsAfter({ from, to: from }, years)?.from;
  const last = to && dateOf(endYearsAfter(dayOf(to), years));
  return { ...pot, ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}

interface Minutes {
  readonly releaseMinutes?: number | undefined;
  readonly ownMinutes?: number | undefined;
}
interface Use {
  readonly minutes: number;
  /** In open hours: of released time only. All else is taken off own time first. */
  readonly open: boolean;
  readonly term: string | undefined;
}

const minutes = (count: number) => MinutesSchema.parse(Math.max(0, count));

/** What is left of some minutes. A number that is not given does not bind, and stays so. */
function less({ releaseMinutes, ownMinutes }: Minutes, uses: readonly Use[]) {
  const sum = (open: boolean): number =>
    uses.filter((use) => use.open === open).reduce((total, use) => total + use.minutes, 0);
  const other = sum(false);
  // without own minutes nothing but released sessions is bounded
  const beyondOwn = ownMinutes === undefined ? 0 : Math.max(0, other - ownMinutes);
  return {
    ...(releaseMinutes !== undefined && { releaseMinutes: minutes(releaseMinutes - sum(true) - beyondOwn) }),
    ...(ownMinutes !== undefined && { ownMinutes: minutes(ownMinutes - other) }),
  };
}

/** The team with the time that is left: without what the bookings done have taken, and without terms that are over. */
export function withTimeLeft(
  staff: readonly StaffMember[],
  { terms = [], setting }: Request,
  kept: readonly Term[],
  done: readonly Booked[],
): StaffMember[] {
  const uses = new Map<string, Use[]>();
  for (const { booking, item } of done) {
    const session = sessionOf(item, booking);
    const first = session && firstDayOf(session);
    const use: Use = {
      minutes: item.minutes,
      open: session !== undefined && inOpenHours(session, setting),
      term:
        first === undefined ? booking.term : terms.find(({ from, to }) => from <= first && first <= to)?.id,
    };
    for (const id of booking.learners) uses.set(id, [...(uses.get(id) ?? []), use]);
  }
  const left = new Set<string>(kept.map(({ id }) => id));
  return staff.map((person) => {
    if (person.time === undefined) return person;
    const { terms: byTerm, ...whole } = person.time;
    const own = uses.get(person.id) ?? [];
    const entries = Object.entries(byTerm ?? {}).filter(([term]) => left.has(term));
    return {
      ...person,
      time: {
        ...less(whole, own),
        ...(entries.length > 0 && {
          terms: Object.fromEntries(
            entries.map(([term, time]) => [
              term,
              less(
                time,
                own.filter((use) => use.term === term),
              ),
            ]),
          ),
        }),
      },
    };
  });
}

/** Whether a session takes people out while children are present: as it says, or else whether a block meets the opening hours. */
function inOpenHours({ openHours, blocks }: Session, { openingHours }: Setting): boolean {
  if (openHours !== undefined || openingHours === undefined) return openHours ?? true;
  const minute = (text: string): number => present(minuteOf(text), `The minute ${text}`);
  return blocks.some(({ starts, ends }) =>
    openingHours.some(({ weekday, from, to }) =>
      overlapsWeekly(
        { starts: minute(starts), ends: minute(ends) },
        { weekday, starts: minute(`1970-01-01T${from}`), ends: minute(`1970-01-01T${to}`) },
      ),
    ),
  );
}
