import * as z from 'zod/mini';
import { AdjustmentSchema } from './adjustment.js';
import { AreaSchema } from './area.js';
import { CatalogueSchema } from './catalogue.js';
import { CoverPeriodSchema, LimitSchema, PotSchema } from './funding.js';
import { NeedSchema } from './need.js';
import { PolicySchema } from './policy.js';
import { BookingSchema } from './programme.js';
import { SettingSchema, TermSchema } from './setting.js';
import { StaffMemberSchema } from './staff-member.js';
import { DateSchema, LIMITS, listOf } from './units.js';

/** Everything the builder is told. The clock is never read: `asOf` is the day it is asked on. */
export const RequestSchema = z.strictObject({
  asOf: DateSchema,
  /** The days in which training may happen, both included. */
  window: z.strictObject({ from: DateSchema, to: DateSchema }),
  /** Parts of the window; they do not overlap. Without them the window is the one term. */
  terms: z.optional(listOf(TermSchema)),
  setting: SettingSchema,
  staff: z.array(StaffMemberSchema).check(z.maxLength(LIMITS.people)),
  needs: z.array(NeedSchema).check(z.maxLength(LIMITS.needs)),
  catalogue: CatalogueSchema,
  funding: listOf(PotSchema),
  limits: z.optional(listOf(LimitSchema)),
  cover: z.optional(listOf(CoverPeriodSchema)),
  /** Development areas beside those of the taxonomy. */
  areas: z.optional(listOf(AreaSchema)),
  adjustments: z.optional(listOf(AdjustmentSchema)),
  /** An earlier programme's bookings: as few changes to them as the first two objectives allow. */
  baseline: z.optional(z.array(BookingSchema).check(z.maxLength(LIMITS.ids))),
  policy: z.optional(PolicySchema),
});
/** A request that has been checked. */
export type Request = z.output<typeof RequestSchema>;
/** A request as a caller writes it: plain strings and numbers. */
export type RequestInput = z.input<typeof RequestSchema>;
