import * as z from 'zod/mini';
import { PeopleSelectorSchema, SelectorSchema } from './selector.js';
import {
  CountSchema,
  DateSchema,
  DateTimeSchema,
  LimitIdSchema,
  PenceSchema,
  PotIdSchema,
  amount,
} from './units.js';

/** Money with a rule about what it may pay for. */
export const PotSchema = z.strictObject({
  /** Unique in the request; 1 to 128 characters. */
  id: PotIdSchema,
  /** What there is in it, in pence, 0 to 1,000,000,000. */
  pence: PenceSchema,
  /** What it may pay for; without it, anything. */
  pays: z.optional(SelectorSchema),
  /** First day, included, on which what it pays for may start. */
  from: z.optional(DateSchema),
  /** Last day, included, on which what it pays for may start. */
  to: z.optional(DateSchema),
});
export type Pot = z.output<typeof PotSchema>;

/** A bound on some measure of the bookings that a selector matches. */
export const LimitSchema = z.strictObject({
  /** Unique in the request; 1 to 128 characters. */
  id: LimitIdSchema,
  /** What is added up; `release-minutes` counts sessions in open hours, `places` each learner of each booking. */
  measure: z.enum(['pence', 'minutes', 'release-minutes', 'bookings', 'places']),
  /** The bookings it is added up over; without it, all. */
  select: z.optional(SelectorSchema),
  /** Over the whole setting (the default), or separately for each learner, term or item. */
  per: z.optional(z.enum(['setting', 'learner', 'term', 'item'])),
  /** The most there may be, in the measure's unit (pence, minutes, bookings or places), 0 or more. */
  atMost: z.optional(amount),
  /** The least there must be, in the measure's unit, 0 or more; not more than `atMost`. */
  atLeast: z.optional(amount),
});
export type Limit = z.output<typeof LimitSchema>;

/** A stretch of local time in which only so many people may be out, so that ratios hold. */
export const CoverPeriodSchema = z.strictObject({
  /** Local time, YYYY-MM-DDTHH:MM, at which it begins. */
  starts: DateTimeSchema,
  /** Local time, YYYY-MM-DDTHH:MM, at which it is over; after `starts`. */
  ends: DateTimeSchema,
  /** How many different people of `among` may be in open-hours sessions during it, 0 to 20,000. */
  maxAway: CountSchema,
  /** The people who are counted; without it, everybody. */
  among: z.optional(PeopleSelectorSchema),
});
export type CoverPeriod = z.output<typeof CoverPeriodSchema>;
