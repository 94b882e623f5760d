import fc, { type Arbitrary } from 'fast-check';
import type { RequestInput } from '../../src/domain/request.js';

/*
 * The smallest requests in which everything of the contract can meet everything else: two people, two items, one or two
 * offers, a pot, sessions that clash, terms, limits. For trying every booking, legal or not.
 */

type Item = RequestInput['catalogue']['items'][number];
type Part<T> = Arbitrary<T | undefined>;

/** Present about one time in `times`. */
const maybe = <T>(part: Arbitrary<T>, times = 3): Part<T> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: part });

const day = fc.constantFrom(
  '2026-02-28',
  '2026-03-02',
  '2026-03-02',
  '2026-03-03',
  '2026-03-09',
  '2026-03-31',
);
const person = fc.constantFrom('ann', 'ben');
const item = fc.constantFrom('i', 'j');
const source = fc.constantFrom('statutory' as const, 'appraisal' as const, 'aspiration' as const);
const area = fc.constantFrom('talk', 'play');
const depth = fc.constantFrom(1 as const, 2 as const);
const pence = fc.constantFrom(0, 100, 300);
const dates = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const clubs: Arbitrary<string[]> = fc.constant<string[]>(['club']);
const oneOf = <T>(value: Arbitrary<T>): Arbitrary<T[]> => fc.array(value, { minLength: 1, maxLength: 1 });

const who = fc.oneof(
  fc.constant({}),
  fc.record({ staff: oneOf(person) }),
  fc.record({ not: fc.record({ staff: oneOf(person) }) }),
);
const select = fc.oneof(
  fc.record({ items: oneOf(item) }),
  fc.record({ staff: oneOf(person) }),
  fc.record({ sources: oneOf(source) }),
  fc.record({ not: fc.record({ sources: oneOf(source) }) }),
  fc.record({ not: fc.record({ items: oneOf(item) }) }),
);

/** Sessions of a day or two, some of which overlap, and a stretch of a day. */
const stretch = fc
  .tuple(day, fc.constantFrom('09:00', '11:00'), fc.constantFrom('11:00', '13:00', '23:00'))
  .map(([on, from, to]) => ({ starts: `${on}T${from}`, ends: `${on}T${from === to ? '12:00' : to}` }));
const session = (id: string) =>
  fc.record({
    id: fc.constant(id),
    blocks: oneOf(stretch),
    openHours: maybe(fc.boolean()),
    places: maybe(fc.constant(1)),
  });

const price: Arbitrary<Item['offers'][number]['price']> = fc.oneof(
  fc.constant({ kind: 'free' as const }),
  fc.record({ kind: fc.constant('per-learner' as const), pence }),
  fc.record({ kind: fc.constant('per-setting' as const), pence }),
  fc.record({ kind: fc.constant('per-group' as const), pence, size: fc.constant(1) }),
  fc.tuple(pence, pence).map(([a, b]) => ({
    kind: 'per-learner-tiered' as const,
    tiers: [
      { from: 2, pence: b },
      { from: 1, pence: a },
    ],
  })),
  fc.record({
    kind: fc.constant('by-team-size' as const),
    bands: oneOf(fc.record({ upTo: fc.constantFrom(1, 2), pence })),
  }),
);
const offer = (id: string): Arbitrary<Item['offers'][number]> =>
  fc
    .record({ price, requires: maybe(clubs, 2), dated: maybe(dates, 8) })
    .map(({ dated, ...rest }) => ({ id, ...rest, ...dated }));

const taught = fc.record({ area, depth, validMonths: maybe(fc.constant(1), 6) });

/** `j` may need, exclude or unlock `i`; never the other way about. */
const itemNamed = (id: 'i' | 'j'): Arbitrary<Item> =>
  fc.record({
    id: fc.constant(id),
    title: fc.constant(id),
    kind: fc.constant('course' as const),
    teaches: fc.oneof(
      { weight: id === 'i' ? 2 : 9, arbitrary: oneOf(taught) },
      { weight: 1, arbitrary: fc.constant<[]>([]) },
    ),
    minutes: fc.constantFrom(30, 60),
    audience: maybe(fc.record({ roles: oneOf(fc.constantFrom('cook', 'lead')) }), 5),
    prerequisites:
      id === 'j' ? maybe(fc.constant<{ anyOf: string[] }[]>([{ anyOf: ['i'] }])) : fc.constant(undefined),
    excludes: maybe(oneOf(item), 6),
    participation: maybe(fc.constant('whole-team' as const), 5),
    grants: id === 'i' ? maybe(clubs, 2) : fc.constant(undefined),
    offers: fc.oneof(
      { weight: 3, arbitrary: fc.tuple(offer('a')) },
      { weight: 1, arbitrary: fc.tuple(offer('a'), offer('b')) },
    ),
    sessions: maybe(fc.oneof(fc.tuple(session('s')), fc.tuple(session('s'), session('t'))), 2),
    available: maybe(dates, 8),
    learners: maybe(
      fc.record({
        min: maybe(fc.constant(2)),
        max: maybe(fc.constant(1)),
        perSetting: maybe(fc.constant(1)),
      }),
      5,
    ),
  });

const time = {
  releaseMinutes: maybe(fc.constantFrom(0, 30, 60), 2),
  ownMinutes: maybe(fc.constantFrom(0, 60), 2),
};
const member = (id: string) =>
  fc.record({
    id: fc.constant(id),
    roles: oneOf(fc.constantFrom('cook', 'lead')),
    entitlements: maybe(clubs),
    records: maybe(
      oneOf(
        fc.record({
          area,
          depth,
          completedOn: day,
          expiresOn: maybe(fc.constant('2026-04-01')),
          item: maybe(item),
        }),
      ),
    ),
    time: maybe(fc.record({ ...time, terms: maybe(fc.record({ t1: fc.record(time) })) }), 2),
    away: maybe(oneOf(dates), 5),
  });

const need = (id: string, about: string) =>
  fc.record({
    id: fc.constant(id),
    area: fc.constant(about),
    depth: fc.constantFrom(1 as const, 1 as const, 2 as const),
    who,
    count: fc.oneof(fc.constant('everyone' as const), fc.record({ atLeast: fc.constantFrom(1, 2) })),
    source,
    by: maybe(day, 4),
    maxAgeMonths: maybe(fc.constant(1), 6),
  });

const limit = fc.record({
  id: fc.constant('l'),
  measure: fc.constantFrom('pence', 'minutes', 'release-minutes', 'bookings', 'places'),
  select: maybe(select, 2),
  per: maybe(fc.constantFrom('setting', 'learner', 'term', 'item'), 2),
  atMost: maybe(fc.constantFrom(0, 1, 60, 200), 2),
  atLeast: maybe(fc.constantFrom(0, 1, 2), 4),
});

const booking = (id: 'i' | 'j') =>
  fc.record({
    id: fc.constant(id),
    item: fc.constant(id),
    offer: fc.constant('a'),
    learners: fc.subarray(['ann', 'ben']),
    units: fc.constant(1),
    pence: fc.constant(0),
    minutes: fc.constant(0),
    completeBy: fc.constant('2026-03-31'),
  });

const AREAS = [
  { id: 'talk', title: 'Talk' },
  { id: 'play', title: 'Play' },
];
const MONDAY_MORNINGS = [{ weekday: 1, from: '08:00', to: '11:00' }];
const TERMS = [
  { id: 't2', from: '2026-03-09', to: '2026-03-31' },
  { id: 't1', from: '2026-03-02', to: '2026-03-08' },
];

/** What makes no sense is put right as plainly as can be. */
function mended(request: RequestInput): RequestInput {
  const items = request.catalogue.items.map((one): Item => {
    const forTheSetting = one.teaches.length === 0 && (one.grants ?? []).length > 0;
    const offers = one.offers.map((each): Item['offers'][number] => ({
      ...each,
      requires: (one.grants ?? []).length > 0 ? [] : each.requires,
      price:
        forTheSetting && !['free', 'per-setting', 'by-team-size'].includes(each.price.kind)
          ? { kind: 'per-setting', pence: 100 }
          : each.price,
    }));
    const { min, max } = one.learners ?? {};
    const learners = min !== undefined && max !== undefined ? { min } : one.learners;
    return { ...one, offers, learners };
  });
  const staff = request.staff.map((one) => ({
    ...one,
    time:
      request.terms === undefined && one.time !== undefined ? { ...one.time, terms: undefined } : one.time,
  }));
  const adjustments = request.adjustments?.map((one) => {
    const known = items.find(({ id }) => id === one.item)?.sessions?.some(({ id }) => id === one.session);
    return { ...one, session: known === true ? one.session : undefined };
  });
  const limits = request.limits?.map((one) =>
    one.atLeast !== undefined && one.atMost !== undefined && one.atLeast > one.atMost
      ? { ...one, atMost: undefined }
      : one,
  );
  return { ...request, catalogue: { ...request.catalogue, items }, staff, adjustments, limits };
}

/** The first item is a membership, and the second is had by members only. */
function withMembership(request: RequestInput): RequestInput {
  const items = request.catalogue.items.map((one): Item => {
    const offers = one.offers.map((each) => ({ ...each, requires: one.id === 'j' ? ['club'] : [] }));
    return one.id === 'j' ? { ...one, offers } : { ...one, offers, teaches: [], grants: ['club'] };
  });
  const staff = request.staff.map((one) => ({ ...one, entitlements: undefined }));
  const setting = { ...request.setting, entitlements: undefined };
  return { ...request, catalogue: { ...request.catalogue, items }, staff, setting };
}

export const smallRequest = (): Arbitrary<RequestInput> =>
  fc
    .record({
      asOf: fc.constant('2026-02-01'),
      window: fc.constant({ from: '2026-03-02', to: '2026-03-31' }),
      terms: maybe(fc.constant(TERMS), 2),
      setting: fc.record({
        id: fc.constant('s'),
        providerKind: fc.constant('group' as const),
        entitlements: maybe(clubs, 4),
        openingHours: maybe(
          fc.constantFrom<{ weekday: number; from: string; to: string }[][]>([], MONDAY_MORNINGS),
        ),
      }),
      staff: fc.tuple(member('ann'), member('ben')),
      needs: fc.tuple(need('n', 'talk'), need('m', 'play')),
      catalogue: fc.record({
        id: fc.constant('c'),
        asOf: fc.constant('2026-02-01'),
        items: fc.tuple(itemNamed('i'), itemNamed('j')),
      }),
      funding: oneOf(
        fc
          .record({ pence: fc.constantFrom(100, 300, 1000), pays: maybe(select), dated: maybe(dates, 5) })
          .map(({ dated, ...rest }) => ({ id: 'p', ...rest, ...dated })),
      ),
      limits: maybe(oneOf(limit), 2),
      cover: maybe(
        oneOf(
          fc
            .tuple(stretch, fc.constantFrom(0, 1), maybe(who))
            .map(([hours, maxAway, among]) => ({ ...hours, maxAway, among })),
        ),
      ),
      areas: fc.constant(AREAS),
      adjustments: maybe(
        oneOf(
          fc.record({
            kind: fc.constantFrom('pin' as const, 'ban' as const),
            item,
            staff: maybe(oneOf(person), 2),
            session: maybe(fc.constant('s')),
          }),
        ),
      ),
      baseline: maybe(
        fc.oneof(fc.constant<[]>([]), fc.tuple(booking('i')), fc.tuple(booking('i'), booking('j'))),
      ),
    })
    .chain((request) => fc.constantFrom(request, request, request, withMembership(request)))
    .map(mended);
