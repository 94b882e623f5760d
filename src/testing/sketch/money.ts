import fc from 'fast-check';
import { dates, evenly, type Given, index, often, rarely, seldom, shift, upTo } from './choices.js';
import { selector } from './selector.js';

export const pot = fc.record({
  /** Empty; what some places cost, or a penny more or less; or a part, in thousandths, of what everything costs. */
  holds: fc.oneof(
    { weight: 1, arbitrary: fc.constant('empty' as const) },
    { weight: 4, arbitrary: fc.record({ items: index, places: fc.integer({ min: 1, max: 4 }), shift }) },
    { weight: 3, arbitrary: upTo(1000) },
  ),
  pays: evenly(selector),
  dates: evenly(dates),
});
export type PotSketch = Given<typeof pot>;

/** An amount of some measure near what some items come to: so many of the small measures, some items of the large. */
const amount = fc.record({ count: fc.constantFrom(1, 1, 2, 3, 0), items: index, shift });
export type AmountSketch = Given<typeof amount>;

export const limit = fc.record({
  measure: fc.constantFrom(
    'pence' as const,
    'minutes' as const,
    'release-minutes' as const,
    'bookings' as const,
    'places' as const,
  ),
  select: evenly(selector),
  per: evenly(fc.constantFrom('setting' as const, 'learner' as const, 'term' as const, 'item' as const)),
  most: often(amount),
  least: seldom(amount),
  /** A least amount separately for each can seldom be had. */
  leastOfEach: rarely(fc.constant(true)),
});
export type LimitSketch = Given<typeof limit>;
