import * as z from 'zod/mini';
import { ItemIdSchema, LIMITS, SessionIdSchema, StaffIdSchema, TextSchema, listOf } from './units.js';

/** An adviser's or manager's decision: this must be booked, or must not. `by` and `reason` are kept in the programme. */
export const AdjustmentSchema = z.strictObject({
  kind: z.enum(['pin', 'ban']),
  item: ItemIdSchema,
  /** For these people; without it, a pin asks for at least one booking and a ban covers everybody. */
  staff: z.optional(listOf(StaffIdSchema, LIMITS.ids)),
  session: z.optional(SessionIdSchema),
  /** Who decided. */
  by: z.optional(TextSchema),
  reason: z.optional(TextSchema),
});
export type Adjustment = z.output<typeof AdjustmentSchema>;
