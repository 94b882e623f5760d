import * as z from 'zod/mini';
import { ItemIdSchema, LIMITS, SessionIdSchema, StaffIdSchema, TextSchema, listOf } from './units.js';

/** An adviser's or manager's decision: this must be booked, or must not. `by` and `reason` are kept in the programme. */
export const AdjustmentSchema = z.strictObject({
  /** `pin`: must be booked. `ban`: must not be. */
  kind: z.enum(['pin', 'ban']),
  /** The item it speaks of; an id, 1 to 128 characters. */
  item: ItemIdSchema,
  /** For these people, up to 20,000; without it, a pin asks for at least one booking and a ban covers everybody. */
  staff: z.optional(listOf(StaffIdSchema, LIMITS.ids)),
  /** Only on this session of the item; without it, on any or none. */
  session: z.optional(SessionIdSchema),
  /** Who decided; text up to 2,000 characters, kept in the programme. */
  by: z.optional(TextSchema),
  /** Why; text up to 2,000 characters, kept in the programme. */
  reason: z.optional(TextSchema),
});
export type Adjustment = z.output<typeof AdjustmentSchema>;
