import fc from 'fast-check';
import { bits, day, depth, evenly, type Given, index, months, often, rarely, upTo } from './choices.js';
import { peopleSelector } from './selector.js';

export const need = fc.record({
  area: index,
  depth,
  who: peopleSelector,
  count: fc.oneof(
    fc.constant('everyone' as const),
    fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), spare: rarely(upTo(2)) }),
  ),
  source: index,
  weight: rarely(fc.constantFrom(0, 1, 2, 3, 7, 1_000_000)),
  by: evenly(day),
  maxAgeMonths: rarely(months),
});
export type NeedSketch = Given<typeof need>;

export const adjustment = fc.record({
  kind: fc.constantFrom('pin' as const, 'ban' as const),
  item: index,
  staff: often(
    fc.oneof(
      { weight: 7, arbitrary: fc.array(index, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.constant<number[]>([]) },
    ),
  ),
  session: often(index),
  signed: fc.boolean(),
});
export type AdjustmentSketch = Given<typeof adjustment>;

/** A booking of an earlier programme, possible still or not. */
export const earlierBooking = fc.record({
  item: index,
  slot: index,
  offer: index,
  pot: index,
  learners: bits,
});
export type EarlierBookingSketch = Given<typeof earlierBooking>;

export const policy = fc.record({
  weights: rarely(fc.array(fc.record({ source: index, weight: upTo(9) }), { maxLength: 3 })),
  must: rarely(fc.array(index, { maxLength: 4 })),
});
