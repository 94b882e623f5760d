import type { Booking } from '../../../src/domain/booking.js';
import type { Programme } from '../../../src/domain/programme.js';
import type { RequestInput } from '../../../src/domain/request.js';
import * as page from '../../oracle/page.js';

/** A booking of a programme, with what its ids stand for in the request. */
export interface ReadBooking extends page.Booked {
  readonly stated: Booking;
}

const found = <T>(one: T | undefined, what: string): T => {
  if (one === undefined) throw new Error(`no such ${what}`);
  return one;
};

/** The bookings of a programme as the page speaks of them. */
export const readBookings = (request: RequestInput, { bookings }: Programme): ReadBooking[] =>
  bookings.map((stated) => {
    const item = found(page.itemOf(request, stated.item), 'item');
    const slot = page
      .slotsOf(request, item)
      .find((one) =>
        one.session === undefined ? one.term?.id === stated.term : one.session.id === stated.session,
      );
    return {
      stated,
      item,
      slot: found(slot, 'session or term'),
      offer: found(
        item.offers.find(({ id }) => id === stated.offer),
        'offer',
      ),
      pot: stated.pot === undefined ? undefined : request.funding.find(({ id }) => id === stated.pot),
      learners: stated.learners.map((id) =>
        found(
          request.staff.find((person) => person.id === id),
          'person',
        ),
      ),
    };
  });
