import * as z from 'zod/mini';
import { PeopleSelectorSchema, SelectorSchema } from './selector.js';
import { CountSchema, DateSchema, DateTimeSchema, LimitIdSchema, PenceSchema, PotIdSchema } from './units.js';

/** Money with a rule about what it may pay for. */
export const PotSchema = z.strictObject({
  id: PotIdSchema,
  /** What there is in it, in pence. */
  pence: PenceSchema,
  /** What it may pay for; without it, anything. */
  pays: z.optional(SelectorSchema),
  /** First and last day, included, on which what it pays for may start. */
  from: z.optional(DateSchema),
  to: z.optional(DateSchema),
});
export type Pot = z.output<typeof PotSchema>;

/** A bound on some measure of the bookings that a selector matches. */
export const LimitSchema = z.strictObject({
  id: LimitIdSchema,
  measure: z.enum(['pence', 'minutes', 'release-minutes', 'bookings', 'places']),
  select: z.optional(SelectorSchema),
  /** Over the whole setting, or separately for each learner, term or item. */
  per: z.optional(z.enum(['setting', 'learner', 'term', 'item'])),
  /** In the measure's unit: pence, minutes, bookings or places. */
  atMost: z.optional(z.int().check(z.minimum(0))),
  atLeast: z.optional(z.int().check(z.minimum(0))),
});
export type Limit = z.output<typeof LimitSchema>;

/** A stretch of local time in which only so many people may be out, so that ratios hold. */
export const CoverPeriodSchema = z.strictObject({
  starts: DateTimeSchema,
  ends: DateTimeSchema,
  /** How many different people of `among` may be in open-hours sessions during it. */
  maxAway: CountSchema,
  among: z.optional(PeopleSelectorSchema),
});
export type CoverPeriod = z.output<typeof CoverPeriodSchema>;
