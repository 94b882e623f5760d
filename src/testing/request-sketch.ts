import fc, { type Arbitrary } from 'fast-check';

/*
 * A sketch of a request: plain choices, every reference an index that assembling takes modulo the list's length. So
 * sketches are independent of each other, shrink well, and always assemble into a valid request.
 */

/** The least and most of something, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface Size {
  readonly people: Range;
  readonly items: Range;
  readonly needs: Range;
  readonly offers: Range;
  readonly pots: Range;
}

/** A list within the range; where it may be empty, it seldom is. */
const list = <T>(entry: Arbitrary<T>, { min, max }: Range): Arbitrary<T[]> =>
  min === 0 && max > 0
    ? fc.oneof(
        { weight: 11, arbitrary: list(entry, { min: 1, max }) },
        { weight: 1, arbitrary: fc.constant<T[]>([]) },
      )
    : fc.array(entry, { minLength: min, maxLength: max, size: 'max' });
const upTo = (max: number): Arbitrary<number> => fc.nat({ max });
const often = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 4 });
const evenly = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
const rarely = <T>(value: Arbitrary<T>): Arbitrary<T | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const index = upTo(999);
/** One day early, on the day, one day late. */
const shift = fc.constantFrom(0, -1, 1);
const bits = upTo(7);

/** Asked for, and held: what is taught goes deeper more often than not. */
const depth = fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 2, 3);
const depthTaught = fc.constantFrom<1 | 2 | 3 | 4>(2, 1, 2, 3, 3, 4);
/** Few lengths of time, so that ends of validity and test dates often fall together. */
export const MONTHS = [1, 6, 12, 13, 24, 36] as const;
const months = fc.constantFrom(...MONTHS);

const record = fc.record({
  area: index,
  depth,
  /** Completed so long before a day that matters, or a day more or less. */
  completed: fc.record({ day: index, months, shift }),
  /** The first day that it does not hold: a day that matters, or its neighbour. */
  expires: evenly(fc.record({ day: index, shift })),
});

type RecordSketch = typeof record extends Arbitrary<infer T> ? T : never;

const person = fc.record({
  /** The same as an earlier person in all but the id. */
  twinOf: rarely(index),
  roles: bits,
  level: upTo(6),
  /** A higher qualification that does not count yet, or one that just does. */
  coming: evenly(fc.constantFrom('studying', 'awarded-later', 'awarded-today')),
  records: fc.oneof(fc.constant<RecordSketch[]>([]), fc.array(record, { minLength: 1, maxLength: 2 })),
  entitlements: bits,
  site: evenly(upTo(1)),
  ageBands: bits,
  /** Time as a part, in thousandths, of what all items take; or just enough or not enough for some items. */
  release: often(upTo(600)),
  own: often(fc.oneof(upTo(1000), fc.record({ items: index, shift }))),
});
export type PersonSketch = typeof person extends Arbitrary<infer T> ? T : never;

const price = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('free' as const), pence: fc.constant(0), size: fc.constant(1) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'per-learner' as const,
        'per-learner' as const,
        'per-setting' as const,
        'per-group' as const,
      ),
      pence: fc.constantFrom(0, 1, 500, 500, 1000, 1000, 1001, 1500, 2500, 3333),
      size: fc.constantFrom(1, 2, 2, 3, 12),
    }),
  },
);

const offer = fc.record({
  price,
  requires: rarely(fc.constantFrom(1, 2, 3, 4, 8)),
  listPence: rarely(fc.constantFrom(0, 900, 4000)),
});

const selector = fc.record({
  key: fc.constantFrom(
    'all',
    'all',
    'all',
    'all',
    'all',
    'all',
    'all',
    'all',
    'staff',
    'roles',
    'minLevel',
    'ageBands',
    'sites',
  ),
  also: rarely(fc.constantFrom('staff', 'roles', 'minLevel', 'ageBands', 'sites')),
  values: bits,
  level: upTo(5),
  not: rarely(fc.constant(true)),
});
export type SelectorSketch = typeof selector extends Arbitrary<infer T> ? T : never;

const item = (offers: Range) =>
  fc.record({
    kind: index,
    teaches: fc.array(fc.record({ area: index, depth: depthTaught, validMonths: evenly(months) }), {
      minLength: 1,
      maxLength: 2,
    }),
    minutes: fc.constantFrom(60, 0, 30, 45, 60, 90, 120),
    audience: evenly(
      fc.record({
        roles: evenly(fc.constantFrom(3, 5, 6, 7, 1, 0)),
        kinds: rarely(fc.boolean()),
        minLevel: evenly(upTo(4)),
        maxLevel: rarely(fc.integer({ min: 2, max: 6 })),
      }),
    ),
    offers: list(offer, offers),
  });
export type ItemSketch = typeof item extends (...args: never[]) => Arbitrary<infer T> ? T : never;

const need = fc.record({
  area: index,
  depth,
  who: selector,
  count: fc.oneof(
    fc.constant('everyone' as const),
    fc.record({ atLeast: fc.integer({ min: 1, max: 3 }), spare: rarely(upTo(2)) }),
  ),
  source: index,
  weight: rarely(fc.constantFrom(0, 1, 2, 3, 7, 1_000_000)),
  by: evenly(fc.record({ day: index, shift })),
  maxAgeMonths: rarely(months),
});
export type NeedSketch = typeof need extends Arbitrary<infer T> ? T : never;

/** A pot: empty; what some places cost, or a penny more or less; or a part, in thousandths, of what everything costs. */
const pot = fc.oneof(
  { weight: 1, arbitrary: fc.constant('empty' as const) },
  { weight: 3, arbitrary: fc.record({ items: index, places: fc.integer({ min: 1, max: 3 }), shift }) },
  { weight: 2, arbitrary: upTo(400) },
);
export type PotSketch = typeof pot extends Arbitrary<infer T> ? T : never;

const adjustment = fc.record({
  kind: fc.constantFrom('pin' as const, 'ban' as const),
  item: index,
  staff: often(
    fc.oneof(
      { weight: 7, arbitrary: fc.array(index, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.constant<number[]>([]) },
    ),
  ),
  signed: fc.boolean(),
});
export type AdjustmentSketch = typeof adjustment extends Arbitrary<infer T> ? T : never;

const policy = fc.record({
  weights: rarely(fc.array(fc.record({ source: index, weight: upTo(9) }), { maxLength: 3 })),
  must: rarely(fc.array(index, { maxLength: 4 })),
});

/** Sketches of requests of a size. */
export const sketchArbitrary = (size: Size) =>
  // Unbiased: fast-check's liking for short lists and small numbers would leave most requests with nothing to decide.
  fc.noBias(
    fc.record({
      frame: index,
      ids: upTo(2),
      /** In which order the lists come. */
      order: index,
      providerKind: index,
      entitlements: bits,
      people: list(person, size.people),
      items: list(item(size.offers), size.items),
      needs: list(need, size.needs),
      pots: list(pot, size.pots),
      adjustments: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.array(adjustment, { minLength: 1, maxLength: 3 }) },
      ),
      policy: evenly(policy),
    }),
  );
export type RequestSketch = ReturnType<typeof sketchArbitrary> extends Arbitrary<infer T> ? T : never;
