import type { RequestInput } from '../../../src/domain/request.js';

/*
 * What would be if a part of the request did not stand in the way. A generated request shows that a part binds when
 * the best programme without it is another. Whatever is taken away, a valid request stays valid.
 */

type Relaxation = (request: RequestInput) => RequestInput;
type Item = RequestInput['catalogue']['items'][number];
type Offer = Item['offers'][number];
type Session = NonNullable<Item['sessions']>[number];
type Need = RequestInput['needs'][number];
type Person = RequestInput['staff'][number];
type Pot = RequestInput['funding'][number];
type Limit = NonNullable<RequestInput['limits']>[number];
type Adjustment = NonNullable<RequestInput['adjustments']>[number];

const NONE = undefined;

const withItems = (request: RequestInput, change: (item: Item) => Item): RequestInput => ({
  ...request,
  catalogue: { ...request.catalogue, items: request.catalogue.items.map(change) },
});
const items =
  (change: (item: Item) => Item): Relaxation =>
  (request) =>
    withItems(request, change);
const offers = (change: (offer: Offer) => Offer): Relaxation =>
  items((item) => ({ ...item, offers: item.offers.map(change) }));
const sessions = (change: (session: Session) => Session): Relaxation =>
  items((item) => ({ ...item, sessions: item.sessions?.map(change) }));
const needs =
  (change: (need: Need) => Need): Relaxation =>
  (request) => ({ ...request, needs: request.needs.map(change) });
const staff =
  (change: (person: Person) => Person): Relaxation =>
  (request) => ({ ...request, staff: request.staff.map(change) });
const pots =
  (change: (pot: Pot) => Pot): Relaxation =>
  (request) => ({ ...request, funding: request.funding.map(change) });
const limits =
  (change: (limit: Limit) => Limit): Relaxation =>
  (request) => ({ ...request, limits: request.limits?.map(change) });
const adjustments =
  (kept: (adjustment: Adjustment) => boolean): Relaxation =>
  (request) => ({ ...request, adjustments: request.adjustments?.filter(kept) });

const withoutTermTime = staff((person) => ({
  ...person,
  time: person.time && { ...person.time, terms: NONE },
}));

/** Every entitlement that some item grants. */
const granted = (request: RequestInput): string[] =>
  request.catalogue.items.flatMap((item) => item.grants ?? []);

/** By feature; where one has parts that bind by themselves, by part. */
export const RELAXATIONS: Readonly<Record<string, Relaxation>> = {
  money: (request) => ({ ...request, funding: [{ id: 'plenty', pence: 1_000_000_000 }], baseline: NONE }),
  time: staff((person) => ({ ...person, time: NONE })),
  audience: items((item) => ({ ...item, audience: NONE })),
  entitlements: offers((offer) => ({ ...offer, requires: NONE })),
  'shared prices': (request) => ({
    ...withItems(request, (item) => ({
      ...item,
      offers: item.offers.filter(({ price }) => price.kind !== 'per-setting' && price.kind !== 'per-group'),
    })),
    baseline: NONE,
  }),
  'validity of items': items((item) => ({
    ...item,
    teaches: item.teaches.map((taught) => ({ ...taught, validMonths: NONE })),
  })),
  'greatest age': needs((need) => ({ ...need, maxAgeMonths: NONE })),
  'dates of needs': needs((need) => ({ ...need, by: NONE })),
  cohorts: needs((need) => ({ ...need, count: 'everyone' })),
  selectors: needs((need) => ({ ...need, who: {} })),
  weights: (request) => ({ ...needs((need) => ({ ...need, weight: NONE }))(request), policy: NONE }),
  records: staff((person) => ({ ...person, records: [] })),
  expiry: staff((person) => ({
    ...person,
    records: (person.records ?? []).map((record) => ({ ...record, expiresOn: NONE })),
  })),
  pins: adjustments(({ kind }) => kind === 'ban'),
  bans: adjustments(({ kind }) => kind === 'pin'),
  'pins and bans of a session': adjustments(({ session }) => session === undefined),
  terms: (request) => ({
    ...withoutTermTime(request),
    terms: NONE,
    baseline: request.baseline?.map((booking) => ({ ...booking, term: NONE })),
  }),
  'time by term': withoutTermTime,
  sessions: (request) => ({
    ...withItems(request, (item) => ({ ...item, sessions: NONE })),
    adjustments: request.adjustments?.map((adjustment) => ({ ...adjustment, session: NONE })),
    baseline: NONE,
  }),
  'more blocks than one': sessions((session) => ({ ...session, blocks: session.blocks.slice(0, 1) })),
  places: sessions((session) => ({ ...session, places: NONE })),
  'what sessions say of open hours': sessions((session) => ({ ...session, openHours: NONE })),
  'opening hours': (request) => ({ ...request, setting: { ...request.setting, openingHours: NONE } }),
  cover: (request) => ({ ...request, cover: NONE }),
  'who is counted for cover': (request) => ({
    ...request,
    cover: request.cover?.map((period) => ({ ...period, among: NONE })),
  }),
  'days away': staff((person) => ({ ...person, away: NONE })),
  availability: items((item) => ({ ...item, available: NONE })),
  'dates of offers': offers((offer) => ({ ...offer, from: NONE, to: NONE })),
  'dates of pots': pots((pot) => ({ ...pot, from: NONE, to: NONE })),
  'what pots pay': pots((pot) => ({ ...pot, pays: NONE })),
  tiers: offers((offer) =>
    offer.price.kind === 'per-learner-tiered'
      ? { ...offer, price: { ...offer.price, tiers: offer.price.tiers.filter(({ from }) => from === 1) } }
      : offer,
  ),
  'team too large for the bands': offers((offer) =>
    offer.price.kind === 'by-team-size'
      ? {
          ...offer,
          price: { ...offer.price, bands: [...offer.price.bands, { upTo: 10_000, pence: 500 }] },
        }
      : offer,
  ),
  'limits at most': limits((limit) => ({ ...limit, atMost: NONE })),
  'limits at least': limits((limit) => ({ ...limit, atLeast: NONE })),
  'limits by learner, term and item': limits((limit) => ({ ...limit, per: NONE, atLeast: NONE })),
  'what limits select': limits((limit) => ({ ...limit, select: NONE })),
  'nothing to buy': items((item) => ({ ...item, grants: NONE })),
  'all to buy had already': (request) => ({
    ...request,
    setting: {
      ...request.setting,
      entitlements: [...(request.setting.entitlements ?? []), ...granted(request)],
    },
  }),
  prerequisites: items((item) => ({ ...item, prerequisites: NONE })),
  'items that records name': staff((person) => ({
    ...person,
    records: person.records?.map((record) => ({ ...record, item: NONE })),
  })),
  excludes: items((item) => ({ ...item, excludes: NONE })),
  'whole team': items((item) => ({ ...item, participation: NONE })),
  'fewest learners': items((item) => ({
    ...item,
    learners: item.learners && { ...item.learners, min: NONE },
  })),
  'most learners': items((item) => ({ ...item, learners: item.learners && { ...item.learners, max: NONE } })),
  'most learners of all': items((item) => ({
    ...item,
    learners: item.learners && { ...item.learners, perSetting: NONE },
  })),
  baseline: (request) => ({ ...request, baseline: request.baseline && [] }),
};
