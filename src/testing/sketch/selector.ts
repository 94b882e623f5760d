import fc from 'fast-check';
import { bits, type Given, rarely, upTo } from './choices.js';

const PERSON_KEYS = ['staff', 'roles', 'minLevel', 'ageBands', 'sites'] as const;
const ITEM_KEYS = ['items', 'kinds', 'providers', 'areas', 'sources'] as const;
export type PersonKey = (typeof PERSON_KEYS)[number];
export type ItemKey = (typeof ITEM_KEYS)[number];

const rest = {
  values: bits,
  level: upTo(5),
  /** All but those; or, twice, all but all but those. */
  not: rarely(fc.constantFrom(1, 1, 1, 2)),
};

/** Who: everybody more often than not, so that needs compete. */
export const peopleSelector = fc.record({
  key: fc.oneof(
    { weight: 8, arbitrary: fc.constant('all' as const) },
    { weight: 5, arbitrary: fc.constantFrom(...PERSON_KEYS) },
  ),
  also: rarely(fc.constantFrom(...PERSON_KEYS)),
  ...rest,
});
export type PeopleSelectorSketch = Given<typeof peopleSelector>;

/** Some people rather than all. */
export const somePeople = fc.record({
  key: fc.constantFrom(...PERSON_KEYS),
  also: rarely(fc.constantFrom(...PERSON_KEYS)),
  ...rest,
});

/** Which bookings: mostly by what is booked, now and then by who learns. */
export const selector = fc.record({
  key: fc.oneof(
    { weight: 1, arbitrary: fc.constant('all' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...ITEM_KEYS) },
    { weight: 2, arbitrary: fc.constantFrom(...PERSON_KEYS) },
  ),
  also: rarely(fc.constantFrom(...ITEM_KEYS, ...PERSON_KEYS)),
  ...rest,
});
export type SelectorSketch = Given<typeof selector>;
