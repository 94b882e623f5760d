import * as z from 'zod/mini';
import { PeopleSelectorSchema } from './selector.js';
import { SourceSchema } from './source.js';
import {
  AreaIdSchema,
  CountSchema,
  DateSchema,
  DepthSchema,
  LIMITS,
  MonthsSchema,
  NeedIdSchema,
  TextSchema,
  WeightSchema,
} from './units.js';

/** Who must reach which depth in which area, by when, how much it matters, and where that came from. */
export const NeedSchema = z.strictObject({
  id: NeedIdSchema,
  area: AreaIdSchema,
  depth: DepthSchema,
  who: PeopleSelectorSchema,
  /** `everyone` selected, or at least so many of them and `spare` more, so that it is still met with that many away. */
  count: z.union([
    z.literal('everyone'),
    z.strictObject({
      atLeast: z.int().check(z.minimum(1), z.maximum(LIMITS.ids)),
      spare: z.optional(CountSchema),
    }),
  ]),
  source: SourceSchema,
  /** What each person who holds it scores, 0 to 1,000,000; by default the policy's weight for the source. */
  weight: z.optional(WeightSchema),
  /** The day it is tested on; by default the window's last day. Before the window: overdue, tested on the last day. */
  by: z.optional(DateSchema),
  /** How old, in months, the learning may be on the day it is tested. */
  maxAgeMonths: z.optional(MonthsSchema),
  /** The rule behind it, with the rulebook's edition and the rule's source. */
  basis: z.optional(z.strictObject({ rule: TextSchema, edition: TextSchema, source: TextSchema })),
});
export type Need = z.output<typeof NeedSchema>;
