import * as z from 'zod/mini';
import { SourceSchema } from './source.js';
import { WeightSchema, listOf } from './units.js';

/** How needs are weighed: the weight of each source, and the sources whose needs are musts. */
export const PolicySchema = z.strictObject({
  /** What a holder of a need scores, by the need's source, 0 to 1,000,000; the defaults for sources left out. */
  weights: z.optional(z.partialRecord(SourceSchema, WeightSchema)),
  /** The sources whose needs come before all others, up to 2,000; by default `statutory`, `welfare-notice` and `inspection-action`. */
  must: z.optional(listOf(SourceSchema)),
});
export type Policy = z.output<typeof PolicySchema>;
