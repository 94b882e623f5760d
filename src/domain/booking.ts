import * as z from 'zod/mini';
import {
  BookingIdSchema,
  DateSchema,
  ItemIdSchema,
  OfferIdSchema,
  PotIdSchema,
  SessionIdSchema,
  StaffIdSchema,
  TermIdSchema,
  amount,
} from './units.js';

/** One line of the programme: an item, a session or term, an offer, a pot, and the people on it. */
export const BookingSchema = z.strictObject({
  /** Made of the item, session or term, offer and pot, so that the same booking always has the same id. */
  id: BookingIdSchema,
  /** What is booked. */
  item: ItemIdSchema,
  /** The session booked; absent when the item is self-paced. */
  session: z.optional(SessionIdSchema),
  /** The term of a self-paced booking, when the request has terms. */
  term: z.optional(TermIdSchema),
  /** The item's offer it is paid by. */
  offer: OfferIdSchema,
  /** What pays; absent when it costs nothing. */
  pot: z.optional(PotIdSchema),
  /** In the order of their ids. Empty for something bought for the setting. */
  learners: z.array(StaffIdSchema),
  /** What the price was multiplied by: learners, groups, or one; 0 or more. */
  units: amount,
  /** What the pot pays, in pence, 0 or more. */
  pence: amount,
  /** The item's minutes × learners, 0 or more. */
  minutes: amount,
  /** The day it begins: a session's first day, or the first day on which a self-paced item can be begun. */
  startsOn: z.optional(DateSchema),
  /** A session's last day; otherwise the earlier of the earliest test date it serves and the term's end. */
  completeBy: DateSchema,
});
export type Booking = z.output<typeof BookingSchema>;
