import fc from 'fast-check';
import { day, evenly, type Given, rarely, upTo } from './choices.js';
import { slot } from './item.js';
import { peopleSelector } from './selector.js';

export const coverPeriod = fc.record({
  day,
  slot,
  /** The whole day; half an hour longer than its part of the day; or a week. */
  longer: rarely(fc.constantFrom('half-an-hour' as const, 'all-day' as const, 'week' as const)),
  maxAway: fc.constantFrom(0, 0, 1, 1, 2),
  among: evenly(peopleSelector),
});
export type CoverSketch = Given<typeof coverPeriod>;

export const openingHours = fc.record({
  days: fc.constantFrom('every' as const, 'weekdays' as const, 'one' as const),
  weekday: upTo(6),
  part: fc.constantFrom('day' as const, 'morning' as const, 'afternoon' as const),
});
export type OpeningHoursSketch = Given<typeof openingHours>;

/** Terms of equal length, each of them cut short at either end: not at all, by a day, or by a third. */
const cut = fc.constantFrom('no' as const, 'no' as const, 'day' as const, 'third' as const);
export const terms = fc.array(fc.record({ start: cut, end: cut }), { minLength: 1, maxLength: 3 });
export type TermsSketch = Given<typeof terms>;
