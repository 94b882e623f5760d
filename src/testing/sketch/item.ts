import fc from 'fast-check';
import {
  bits,
  dates,
  busyDay,
  depthTaught,
  evenly,
  type Given,
  index,
  list,
  months,
  often,
  type Range,
  rarely,
  seldom,
  upTo,
} from './choices.js';

const pence = fc.constantFrom(0, 1, 500, 500, 1000, 1000, 1001, 1500, 2500, 3333);

const price = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('free' as const),
      pence: fc.constant(0),
      size: fc.constant(1),
      steps: fc.constant<{ by: number; pence: number }[]>([]),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'per-learner' as const,
        'per-learner' as const,
        'per-setting' as const,
        'per-group' as const,
        'per-learner-tiered' as const,
        'per-learner-tiered' as const,
        'by-team-size' as const,
        'by-team-size' as const,
      ),
      pence,
      size: fc.constantFrom(1, 2, 2, 3, 12),
      /** Further tiers, each so many learners on, or further bands, each so many people on. */
      steps: fc.array(fc.record({ by: fc.constantFrom(1, 1, 2), pence }), { minLength: 1, maxLength: 2 }),
    }),
  },
);
export type PriceSketch = Given<typeof price>;

const offer = fc.record({
  price,
  requires: rarely(fc.constantFrom(1, 2, 3, 4, 8)),
  /** Open to those alone who have what an item that comes before this one grants. */
  behind: often(index),
  listPence: rarely(fc.constantFrom(0, 900, 4000)),
  dates: evenly(dates),
});
export type OfferSketch = Given<typeof offer>;

/** Parts of a day that meet without overlapping: morning, afternoon, evening, late until midnight, night. */
export const slot = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4);

const session = fc.record({
  day: busyDay,
  slot,
  /** Half an hour longer than its part of the day; or until the same time of the next day. */
  longer: rarely(fc.constantFrom('half-an-hour' as const, 'overnight' as const)),
  /** A second block, so many days later. */
  second: rarely(fc.record({ after: fc.constantFrom(0, 1, 7), slot })),
  openHours: evenly(fc.constantFrom(true, true, false)),
  places: often(fc.constantFrom(1, 1, 2, 3, 0)),
  site: rarely(upTo(1)),
});
export type SessionSketch = Given<typeof session>;

export const item = (offers: Range) =>
  fc.record({
    kind: index,
    teaches: fc.array(fc.record({ area: index, depth: depthTaught, validMonths: evenly(months) }), {
      minLength: 1,
      maxLength: 2,
    }),
    minutes: fc.constantFrom(60, 0, 30, 45, 60, 90, 120),
    audience: seldom(
      fc.record({
        roles: evenly(fc.constantFrom(3, 5, 6, 7, 1, 0)),
        kinds: rarely(fc.boolean()),
        minLevel: evenly(upTo(4)),
        maxLevel: rarely(fc.integer({ min: 2, max: 6 })),
      }),
    ),
    offers: list(offer, offers),
    /** Who offers it; two thirds of the time somebody. */
    provider: upTo(2),
    sessions: often(fc.array(session, { minLength: 1, maxLength: 2 })),
    available: evenly(dates),
    learners: often(
      fc.record({
        min: evenly(fc.constantFrom(1, 2, 2, 3)),
        max: often(fc.constantFrom(1, 1, 2, 0)),
        perSetting: seldom(fc.constantFrom(1, 1, 2, 0)),
      }),
    ),
    /** Items that come before this one, of each list one; now and then a list that nothing can satisfy. */
    prerequisites: often(
      fc.array(
        fc.oneof(
          { weight: 12, arbitrary: fc.array(index, { minLength: 1, maxLength: 2 }) },
          { weight: 1, arbitrary: fc.constant<number[]>([]) },
        ),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    excludes: often(fc.array(index, { minLength: 1, maxLength: 2 })),
    participation: evenly(fc.constantFrom('whole-team' as const, 'each' as const)),
    /** Bought for the setting: it teaches nothing. */
    purchase: evenly(fc.constant(true)),
    /** What it grants; of an item that teaches, this seldom counts. */
    grants: bits,
    grantsToo: rarely(fc.constant(true)),
  });
export type ItemSketch = Given<ReturnType<typeof item>>;
