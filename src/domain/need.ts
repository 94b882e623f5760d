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
  /** Unique in the request; 1 to 128 characters. */
  id: NeedIdSchema,
  /** What is to be learnt: an area of the taxonomy or of the request's `areas`. */
  area: AreaIdSchema,
  /** At least this deep: 1 awareness, 2 practice, 3 expertise, 4 leading others. */
  depth: DepthSchema,
  /** The people it speaks of; `{}` is everybody. */
  who: PeopleSelectorSchema,
  /** `everyone` selected, or at least so many of them and `spare` more, so that it is still met with that many away. */
  count: z.union([
    z.literal('everyone'),
    z.strictObject({
      /** How many of them must hold it, 1 to 20,000. */
      atLeast: z.int().check(z.minimum(1), z.maximum(LIMITS.ids)),
      /** How many more, so that it is still met with that many away, 0 to 20,000; 0 by default. */
      spare: z.optional(CountSchema),
    }),
  ]),
  /** Where it came from; the policy weighs it by this. */
  source: SourceSchema,
  /** What each person who holds it scores, 0 to 1,000,000; by default the policy's weight for the source. */
  weight: z.optional(WeightSchema),
  /** The day it is tested on; by default the window's last day. Before the window: overdue, tested on the last day. */
  by: z.optional(DateSchema),
  /** How old, in months, the learning may be on the day it is tested, 1 to 1,200; without it, any age. */
  maxAgeMonths: z.optional(MonthsSchema),
  /** The rule behind it, with the rulebook's edition and the rule's source. */
  basis: z.optional(
    z.strictObject({
      /** The rule's id or words; text up to 2,000 characters. */
      rule: TextSchema,
      /** The rulebook's edition; text up to 2,000 characters. */
      edition: TextSchema,
      /** Where the rule is published; text up to 2,000 characters. */
      source: TextSchema,
    }),
  ),
});
export type Need = z.output<typeof NeedSchema>;
