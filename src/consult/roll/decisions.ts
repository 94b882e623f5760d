import type { Adjustment } from '../../domain/adjustment.js';
import type { CatalogueItem } from '../../domain/catalogue.js';
import type { Booking } from '../../domain/booking.js';
import type { Request } from '../../domain/request.js';
import { compareIds, sortedById } from '../../internal/order.js';
import { lastDayOf } from '../booking-records.js';
import { type Booked, firstDayOf } from './done.js';

/* What was decided and promised: pins, bans, and the bookings that are still to come. */

/** Adjustments carried on, and why others are not. */
export interface CarriedAdjustments {
  readonly adjustments: readonly Adjustment[];
  readonly dropped: readonly string[];
}

type Ahead = Pick<Request, 'catalogue' | 'window'>;

/** Whether an item, or one session of it, can still be booked as far as its days say. */
function isAhead(
  { sessions = [], available }: CatalogueItem,
  session: string | undefined,
  { window }: Ahead,
) {
  const { from = window.from, to = window.to } = available ?? {};
  const starts = (day: string): boolean => from <= day && day <= to;
  if (sessions.length === 0) return session === undefined && from <= window.to && to >= window.from;
  return sessions.some((each) => {
    const first = firstDayOf(each);
    if (session !== undefined && each.id !== session) return false;
    return window.from <= first && lastDayOf(each) <= window.to && starts(first);
  });
}

const keyOf = ({ kind, item, session, staff, by, reason }: Adjustment): string =>
  JSON.stringify([kind, item, session ?? null, staff && [...staff].sort(compareIds), by ?? '', reason ?? '']);

const wordsOf = ({ kind, item, session, staff }: Adjustment): string =>
  [
    `The ${kind} of "${item}"`,
    ...(session === undefined ? [] : [`on "${session}"`]),
    ...(staff === undefined || staff.length === 0 ? [] : [`for ${[...staff].sort(compareIds).join(', ')}`]),
  ].join(' ');

/** Pins and bans, in an order of what they say: without the pins that are done, and without what can refer to nothing any more. */
export function adjustmentsAfter(
  { adjustments = [] }: Request,
  done: readonly Booked[],
  ahead: Ahead,
): CarriedAdjustments {
  const items = new Map(ahead.catalogue.items.map((item) => [item.id, item]));
  const carried: Adjustment[] = [];
  const dropped: string[] = [];
  for (const adjustment of [...adjustments].sort((a, b) => compareIds(keyOf(a), keyOf(b)))) {
    const { kind, session } = adjustment;
    const item = items.get(adjustment.item);
    const left = kind === 'pin' ? stillPinned(adjustment, done) : adjustment;
    const named = session === undefined || item?.sessions?.some(({ id }) => id === session) === true;
    if (left === undefined) dropped.push(`${wordsOf(adjustment)} is done or under way: it is left out.`);
    else if (item === undefined || !named)
      dropped.push(`${wordsOf(left)} names what is not in the catalogue: it is left out.`);
    else if (kind === 'pin' && !isAhead(item, session, ahead))
      dropped.push(`${wordsOf(left)} cannot be kept inside the window: it is left out.`);
    else carried.push(left);
  }
  return { adjustments: carried, dropped };
}

/** What a pin still asks for; `undefined` when all of it is done. One that names nobody asks for nothing, and stays. */
function stillPinned(pin: Adjustment, done: readonly Booked[]): Adjustment | undefined {
  const taken = done.filter(
    ({ booking, item }) =>
      booking.item === pin.item &&
      (pin.session === undefined || booking.session === pin.session) &&
      // paid for and missed by all is not done; what has no learners is bought
      (booking.learners.length > 0 || item.teaches.length === 0),
  );
  if (pin.staff === undefined) return taken.length > 0 ? undefined : pin;
  const learners = new Set(taken.flatMap(({ booking }) => booking.learners));
  const staff = pin.staff.filter((id) => !learners.has(id));
  return staff.length === 0 && pin.staff.length > 0 ? undefined : { ...pin, staff };
}

/** What is still to come of a programme, as the baseline of the next. It names only what the next request has. */
export function baselineAfter(
  open: readonly Booked[],
  { catalogue, funding, terms = [] }: Pick<Request, 'catalogue' | 'funding' | 'terms'>,
): Booking[] {
  const items = new Map(catalogue.items.map((item) => [item.id, item]));
  const pots = new Set<string>(funding.map(({ id }) => id));
  const named = new Set<string>(terms.map(({ id }) => id));
  return open.flatMap(({ booking: { pot, term, session, ...booking } }): Booking[] => {
    const item = items.get(booking.item);
    // a baseline speaks of people and items: by which offer they come makes no difference to it
    const offer = item?.offers.find(({ id }) => id === booking.offer) ?? sortedById(item?.offers ?? [])[0];
    if (item === undefined || offer === undefined) return [];
    return [
      {
        ...booking,
        offer: offer.id,
        ...(pot !== undefined && pots.has(pot) && { pot }),
        ...(term !== undefined && named.has(term) && { term }),
        ...(session !== undefined && item.sessions?.some(({ id }) => id === session) && { session }),
      },
    ];
  });
}
