import type { RequestInput } from '../../../src/domain/request.js';

/*
 * What would be if a part of the request did not stand in the way. A generated request shows that a part binds when
 * the best programme without it is another.
 */

const NONE = undefined;

export const RELAXATIONS: Readonly<Record<string, (request: RequestInput) => RequestInput>> = {
  money: (request) => ({ ...request, funding: [{ id: 'plenty', pence: 1_000_000_000 }] }),
  time: (request) => ({ ...request, staff: request.staff.map((person) => ({ ...person, time: NONE })) }),
  audience: (request) => withItems(request, (item) => ({ ...item, audience: NONE })),
  entitlements: (request) =>
    withItems(request, (item) => ({
      ...item,
      offers: item.offers.map((offer) => ({ ...offer, requires: NONE })),
    })),
  'shared prices': (request) =>
    withItems(request, (item) => ({
      ...item,
      offers: item.offers.filter(({ price }) => price.kind === 'free' || price.kind === 'per-learner'),
    })),
  'validity of items': (request) =>
    withItems(request, (item) => ({
      ...item,
      teaches: item.teaches.map((taught) => ({ ...taught, validMonths: NONE })),
    })),
  'greatest age': (request) => withNeeds(request, (need) => ({ ...need, maxAgeMonths: NONE })),
  'dates of needs': (request) => withNeeds(request, (need) => ({ ...need, by: NONE })),
  cohorts: (request) => withNeeds(request, (need) => ({ ...need, count: 'everyone' })),
  selectors: (request) => withNeeds(request, (need) => ({ ...need, who: {} })),
  weights: (request) => ({ ...withNeeds(request, (need) => ({ ...need, weight: NONE })), policy: NONE }),
  records: (request) => ({ ...request, staff: request.staff.map((person) => ({ ...person, records: [] })) }),
  expiry: (request) => ({
    ...request,
    staff: request.staff.map((person) => ({
      ...person,
      records: (person.records ?? []).map((record) => ({ ...record, expiresOn: NONE })),
    })),
  }),
  pins: (request) => withAdjustments(request, 'ban'),
  bans: (request) => withAdjustments(request, 'pin'),
};

type Item = RequestInput['catalogue']['items'][number];
type Need = RequestInput['needs'][number];

const withItems = (request: RequestInput, change: (item: Item) => Item): RequestInput => ({
  ...request,
  catalogue: { ...request.catalogue, items: request.catalogue.items.map(change) },
});
const withNeeds = (request: RequestInput, change: (need: Need) => Need): RequestInput => ({
  ...request,
  needs: request.needs.map(change),
});
const withAdjustments = (request: RequestInput, kept: 'pin' | 'ban'): RequestInput => ({
  ...request,
  adjustments: (request.adjustments ?? []).filter(({ kind }) => kind === kept),
});
