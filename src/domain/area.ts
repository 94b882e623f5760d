import * as z from 'zod/mini';
import { AreaIdSchema, TextSchema, listOf } from './units.js';

/** A development area: a topic of the taxonomy, or the request's own. */
export const AreaSchema = z.strictObject({
  /** Kebab-case, 1 to 128 characters; permanent. */
  id: AreaIdSchema,
  /** What people call it; text up to 2,000 characters. It changes nothing. */
  title: TextSchema,
  /** The heading it is listed under; text up to 2,000 characters. */
  group: z.optional(TextSchema),
  /** Other names for it, which a questionnaire may use; up to 2,000. */
  aliases: z.optional(listOf(TextSchema)),
});
export type Area = z.output<typeof AreaSchema>;
