import * as z from 'zod/mini';
import { AreaIdSchema, TextSchema, listOf } from './units.js';

/** A development area: a topic of the taxonomy, or the request's own. */
export const AreaSchema = z.strictObject({
  id: AreaIdSchema,
  title: TextSchema,
  group: z.optional(TextSchema),
  /** Other names for it, which a questionnaire may use. */
  aliases: z.optional(listOf(TextSchema)),
});
export type Area = z.output<typeof AreaSchema>;
