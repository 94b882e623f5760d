import * as z from 'zod/mini';
import { AdjustmentSchema } from './adjustment.js';
import { AreaSchema } from './area.js';
import { CatalogueSchema } from './catalogue.js';
import { CoverPeriodSchema, LimitSchema, PotSchema } from './funding.js';
import { NeedSchema } from './need.js';
import { PolicySchema } from './policy.js';
import { BookingSchema } from './booking.js';
import { SettingSchema, TermSchema } from './setting.js';
import { StaffMemberSchema } from './staff-member.js';
import { DateSchema, LIMITS, listOf } from './units.js';

/** Everything the builder is told. The clock is never read: `asOf` is the day it is asked on. */
export const RequestSchema = z.strictObject({
  /** The day it is asked on: what has been awarded by then counts. */
  asOf: DateSchema,
  /** The days in which training may happen, both included. */
  window: z.strictObject({
    /** The first day. */
    from: DateSchema,
    /** The last day, on or after `from`. */
    to: DateSchema,
  }),
  /** Parts of the window, up to 2,000; they do not overlap. Without them the window is the one term. */
  terms: z.optional(listOf(TermSchema)),
  /** The provider the programme is for. */
  setting: SettingSchema,
  /** The team; up to 5,000 people. */
  staff: z.array(StaffMemberSchema).check(z.maxLength(LIMITS.people)),
  /** What the team needs to learn; up to 10,000 needs. */
  needs: z.array(NeedSchema).check(z.maxLength(LIMITS.needs)),
  /** What can be booked. */
  catalogue: CatalogueSchema,
  /** The money there is; up to 2,000 pots. */
  funding: listOf(PotSchema),
  /** Bounds beside money and time, up to 2,000. */
  limits: z.optional(listOf(LimitSchema)),
  /** When only so many people may be out, up to 2,000 stretches of time. */
  cover: z.optional(listOf(CoverPeriodSchema)),
  /** Development areas beside those of the taxonomy, up to 2,000. */
  areas: z.optional(listOf(AreaSchema)),
  /** What an adviser or manager has decided must, or must not, be booked; up to 2,000. */
  adjustments: z.optional(listOf(AdjustmentSchema)),
  /** An earlier programme's bookings, up to 20,000: as few changes to them as the first two objectives allow. */
  baseline: z.optional(z.array(BookingSchema).check(z.maxLength(LIMITS.ids))),
  /** How needs are weighed; without it, by the published defaults. */
  policy: z.optional(PolicySchema),
});
/** A request that has been checked. */
export type Request = z.output<typeof RequestSchema>;
/** A request as a caller writes it: plain strings and numbers. */
export type RequestInput = z.input<typeof RequestSchema>;
