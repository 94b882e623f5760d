import fc from 'fast-check';
import { busyDay, type Given, index, often, upTo } from './choices.js';
import { slot } from './item.js';
import { somePeople } from './selector.js';

export const coverPeriod = fc.record({
  /** While a session takes place, or wherever. */
  session: often(index),
  day: busyDay,
  slot,
  /** Just then; from when it ends, and so not during it; half of it; all of its first day; or a week. */
  stretch: fc.constantFrom(
    'meanwhile' as const,
    'meanwhile' as const,
    'meanwhile' as const,
    'after' as const,
    'half' as const,
    'day' as const,
    'week' as const,
  ),
  maxAway: fc.constantFrom(0, 0, 0, 1, 1, 2),
  among: often(somePeople),
});
export type CoverSketch = Given<typeof coverPeriod>;

export const openingHours = fc.record({
  days: fc.constantFrom('every' as const, 'weekdays' as const, 'one' as const),
  weekday: upTo(6),
  part: fc.constantFrom('day' as const, 'morning' as const, 'afternoon' as const),
});

/** Terms of equal length, each of them cut short at either end: not at all, by a day, or by a third. */
const cut = fc.constantFrom('no' as const, 'no' as const, 'day' as const, 'third' as const);
export const terms = fc.array(fc.record({ start: cut, end: cut }), { minLength: 1, maxLength: 3 });
export type TermsSketch = Given<typeof terms>;
