import * as z from 'zod/mini';
import type { Need } from './need.js';
import { type Source, SourceSchema } from './source.js';
import { WeightSchema, listOf } from './units.js';

/** How needs are weighed: the weight of each source, and the sources whose needs are musts. */
export const PolicySchema = z.strictObject({
  /** What a holder of a need scores, by the need's source, 0 to 1,000,000; the defaults for sources left out. */
  weights: z.optional(z.partialRecord(SourceSchema, WeightSchema)),
  /** The sources whose needs come before all others, up to 2,000; by default `statutory`, `welfare-notice` and `inspection-action`. */
  must: z.optional(listOf(SourceSchema)),
});
export type Policy = z.output<typeof PolicySchema>;

/** The weight a need has when neither it nor the policy gives one. */
export const DEFAULT_WEIGHTS: Readonly<Record<Source, number>> = {
  statutory: 1,
  'welfare-notice': 1,
  'inspection-action': 1,
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
  aspiration: 1,
};

/** The sources whose needs come before all others when the policy does not say. */
export const DEFAULT_MUST: readonly Source[] = ['statutory', 'welfare-notice', 'inspection-action'];

/** What one holder of the need scores. */
export const weightOf = (need: Need, policy: Policy | undefined): number =>
  need.weight ?? policy?.weights?.[need.source] ?? DEFAULT_WEIGHTS[need.source];

/** Whether the need counts for the first objective. */
export const isMust = (need: Need, policy: Policy | undefined): boolean =>
  (policy?.must ?? DEFAULT_MUST).includes(need.source);
