import fc from 'fast-check';
import { type Features, OCCASIONAL_FEATURES, THEMES, USUAL_FEATURES } from '../features.js';
import { bits, evenly, type Given, index, list, type Range, upTo } from './choices.js';
import { item } from './item.js';
import { person } from './person.js';
import { coverPeriod, openingHours, terms } from './days.js';
import { adjustment, earlierBooking, need, policy } from './decisions.js';
import { limit, pot } from './money.js';

export interface Size {
  readonly people: Range;
  readonly items: Range;
  readonly needs: Range;
  readonly offers: Range;
  readonly pots: Range;
}

type Feature = keyof Features;

/**
 * The features that a request uses. All at once, little is possible and each hides behind others; so most requests use a
 * few of those that come in now and then, and half of them a few of the usual.
 */
const uses = fc.record({
  usual: fc.oneof(
    { weight: 1, arbitrary: fc.constant('all' as const) },
    { weight: 1, arbitrary: fc.subarray([...USUAL_FEATURES], { minLength: 3 }) },
  ),
  occasional: fc.oneof(
    { weight: 1, arbitrary: fc.constant('all' as const) },
    { weight: 5, arbitrary: fc.subarray<Feature>([...OCCASIONAL_FEATURES], { maxLength: 6 }) },
    ...THEMES.map((theme) => ({ weight: 2, arbitrary: fc.subarray<Feature>([...theme], { minLength: 2 }) })),
  ),
});

/** Sketches of requests of a size. */
export const sketchArbitrary = (size: Size) =>
  // Unbiased: fast-check's liking for short lists and small numbers would leave most requests with nothing to decide.
  fc.noBias(
    fc.record({
      uses,
      frame: index,
      ids: upTo(2),
      /** In which order the lists come. */
      order: index,
      /** Whether what an item depends on has higher ids than its own. */
      backwards: fc.boolean(),
      providerKind: index,
      entitlements: bits,
      openingHours: evenly(fc.oneof(fc.constant('never' as const), openingHours)),
      terms,
      people: list(person, size.people),
      items: list(item(size.offers), size.items),
      needs: list(need, size.needs),
      pots: list(pot, size.pots),
      limits: fc.array(limit, { minLength: 1, maxLength: 2 }),
      cover: fc.array(coverPeriod, { minLength: 1, maxLength: 3 }),
      adjustments: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(adjustment, { minLength: 1, maxLength: 3 }) },
      ),
      baseline: fc.array(earlierBooking, { maxLength: 3 }),
      policy: evenly(policy),
    }),
  );
export type RequestSketch = Given<ReturnType<typeof sketchArbitrary>>;
