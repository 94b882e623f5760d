import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { type Item, best, item, need, withItems } from './by-hand.js';

/*
 * Prices, pots, entitlements, limits and the baseline, worked by hand: ann, ben and cat all need `talk`, and `i` teaches
 * it in an hour for £10 each; cat is the manager. The window opens on 31 January 2026.
 */

type Price = Item['offers'][number]['price'];
const priced = (price: Price, more: Partial<Item> = {}): Item =>
  item('i', { offers: [{ id: 'o', price }], ...more });
const play: Partial<Item> = { teaches: [{ area: 'play', depth: 2 }] };
const bothNeeds = [need('n'), need('m', { area: 'play' })];

describe('prices', () => {
  const of = (price: Price, more: Partial<RequestInput> = {}): unknown =>
    best({ ...withItems(priced(price)), ...more });

  it('are marginal by tier, booking by booking', () => {
    const tiered = (...tiers: [from: number, pence: number][]): Price => ({
      kind: 'per-learner-tiered',
      tiers: tiers.map(([from, pence]) => ({ from, pence })),
    });
    expect(of(tiered([3, 100], [1, 1000]))).toMatchObject({ weighted: 15, pence: 2100, ties: 1 });
    // Each pot pays for one learner, who is the first of a booking.
    const pots = [1000, 1000, 1000].map((pence, index) => ({ id: `p${String(index)}`, pence }));
    expect(of(tiered([1, 1000], [2, 100]), { funding: pots })).toMatchObject({
      pence: 3000,
      places: 3,
      ties: 6,
    });
    // Two go free without a pot; the third makes it cost something, and then a pot pays for it.
    expect(of(tiered([1, 0], [3, 500]), { funding: [] })).toMatchObject({ weighted: 10, pence: 0, ties: 3 });
    expect(of(tiered([1, 0], [3, 500]))).toMatchObject({ weighted: 15, pence: 500, bookings: 1 });
  });

  it('go by the size of the whole team, up to the last band', () => {
    const banded = (...bands: [upTo: number, pence: number][]): Price => ({
      kind: 'by-team-size',
      bands: bands.map(([upTo, pence]) => ({ upTo, pence })),
    });
    expect(of(banded([9, 300], [3, 200], [2, 100]))).toMatchObject({ weighted: 15, pence: 200 });
    expect(of(banded([2, 100]))).toMatchObject({ weighted: 0 });
  });

  it('are to be had on their days', () => {
    const dated = (from?: string, to?: string) =>
      best(withItems(item('i', { offers: [{ id: 'o', price: { kind: 'free' }, from, to }] })));
    expect(dated('2026-01-31', '2026-01-31')).toMatchObject({ weighted: 15 });
    expect(dated('2026-02-01')).toMatchObject({ weighted: 0 });
    expect(dated(undefined, '2026-01-30')).toMatchObject({ weighted: 0 });
  });
});

describe('pots', () => {
  const paid = (pot: Partial<RequestInput['funding'][number]>, more: Partial<RequestInput> = {}): unknown =>
    best({ funding: [{ id: 'p', pence: 10_000, ...pot }], ...more });

  it('pay on their days', () => {
    expect(paid({ from: '2026-01-31', to: '2026-01-31' })).toMatchObject({ weighted: 15 });
    expect(paid({ from: '2026-02-01' })).toMatchObject({ weighted: 0 });
    expect(paid({ to: '2026-01-30' })).toMatchObject({ weighted: 0 });
  });

  it('pay a booking when all of it matches', () => {
    expect(paid({ pays: { roles: ['manager'] } })).toMatchObject({ places: 1, ties: 1 });
    expect(paid({ pays: { not: { roles: ['manager'] } } })).toMatchObject({ places: 2, ties: 1 });
    expect(paid({ pays: { minLevel: 0 } })).toMatchObject({ places: 3 });
    expect(paid({ pays: { items: ['i'] } })).toMatchObject({ places: 3 });
    expect(paid({ pays: { items: [] } })).toMatchObject({ places: 0 });
    expect(paid({ pays: { kinds: ['workshop'], areas: ['talk', 'play'] } })).toMatchObject({ places: 3 });
    expect(paid({ pays: { kinds: ['course'] } })).toMatchObject({ places: 0 });
    expect(paid({ pays: { areas: ['play'] } })).toMatchObject({ places: 0 });
    expect(paid({ pays: { providers: ['x'] } })).toMatchObject({ places: 0 });
    expect(paid({ pays: { providers: ['x'] } }, withItems(item('i', { provider: 'x' })))).toMatchObject({
      places: 3,
    });
  });

  it('pay for what a source asks and records alone do not reach', () => {
    const needs = [
      need('n'),
      need('m', { source: 'statutory', count: { atLeast: 1 }, who: { roles: ['practitioner'] } }),
    ];
    const statutory = { pays: { sources: ['statutory' as const] } };
    expect(paid(statutory, { needs })).toMatchObject({ must: 1, places: 2, ties: 1 });
    expect(paid({ pays: { not: statutory.pays } }, { needs })).toMatchObject({ must: 0, places: 1, ties: 1 });
    const records = [{ area: 'talk', depth: 2 as const, completedOn: '2026-01-01' }];
    const staff = [
      { id: 'ann', roles: ['practitioner'], records },
      { id: 'ben', roles: ['practitioner'] },
    ];
    expect(paid(statutory, { needs, staff })).toMatchObject({ must: 1, places: 0 });
    expect(paid(statutory, { needs: needs.map((one) => ({ ...one, depth: 1 })) })).toMatchObject({
      places: 2,
    });
    expect(paid(statutory, { needs: needs.map((one) => ({ ...one, depth: 3 })) })).toMatchObject({
      places: 0,
    });
  });
});

describe('entitlements', () => {
  const club = (price: Price, more: Partial<Item> = {}): Item =>
    item('club', {
      kind: 'membership',
      teaches: [],
      grants: ['club'],
      minutes: 0,
      offers: [{ id: 'o', price }],
      ...more,
    });
  const members = (pence: number): Item =>
    item('i', { offers: [{ id: 'o', requires: ['club'], price: { kind: 'per-learner', pence } }] });
  const bought = (membership: Item, more: Partial<RequestInput> = {}): unknown =>
    best({ ...withItems(members(100), membership), ...more });

  it('are bought for the setting, once, without learners, when it pays', () => {
    const annual = club({ kind: 'per-setting', pence: 500 });
    expect(bought(annual)).toMatchObject({ weighted: 15, pence: 800, places: 3, bookings: 2, ties: 1 });
    expect(bought(annual, { funding: [{ id: 'p', pence: 799 }] })).toMatchObject({ weighted: 10, ties: 3 });
    expect(bought(annual, { funding: [{ id: 'p', pence: 499 }] })).toMatchObject({ weighted: 0, pence: 0 });
    expect(bought(club({ kind: 'free' }), { needs: [] })).toMatchObject({ bookings: 0 });
    const banded = club({ kind: 'by-team-size', bands: [{ upTo: 3, pence: 200 }] });
    expect(bought(banded)).toMatchObject({ pence: 500 });
  });

  it('cannot be bought when banned, for somebody, or out of their dates', () => {
    const free = club({ kind: 'free' });
    expect(bought(free)).toMatchObject({ weighted: 15, bookings: 2 });
    expect(bought(free, { adjustments: [{ kind: 'ban', item: 'club' }] })).toMatchObject({ weighted: 0 });
    expect(bought(free, { adjustments: [{ kind: 'ban', item: 'club', staff: ['ann'] }] })).toMatchObject({
      weighted: 15,
    });
    expect(bought(free, { needs: [], adjustments: [{ kind: 'pin', item: 'club' }] })).toMatchObject({
      bookings: 1,
    });
    expect(bought(free, { adjustments: [{ kind: 'pin', item: 'club', staff: ['ann'] }] })).toBe('infeasible');
    expect(bought(club({ kind: 'free' }, { learners: { min: 1 } }))).toMatchObject({ weighted: 0 });
    expect(bought(club({ kind: 'free' }, { available: { to: '2026-01-30' } }))).toMatchObject({
      weighted: 0,
    });
  });

  it('are not had for a membership because a learner has them', () => {
    const closed = club(
      { kind: 'free' },
      { offers: [{ id: 'o', requires: ['old'], price: { kind: 'free' } }] },
    );
    const staff = ['ann', 'ben'].map((id) => ({ id, roles: [], entitlements: ['old'] }));
    expect(bought(closed, { staff })).toMatchObject({ weighted: 0 });
    const setting = { id: 's', providerKind: 'group' as const, entitlements: ['old'] };
    expect(bought(closed, { staff, setting })).toMatchObject({ weighted: 10 });
  });

  it('do not pay by persons, nor for sources that it does not teach', () => {
    const annual = club({ kind: 'per-setting', pence: 500 });
    const from = (pays: RequestInput['funding'][number]['pays']) =>
      bought(annual, {
        funding: [
          { id: 'p', pence: 500, pays },
          { id: 'q', pence: 300, pays: { items: ['i'] } },
        ],
      });
    expect(from({})).toMatchObject({ weighted: 15 });
    expect(from({ staff: ['ann', 'ben', 'cat'] })).toMatchObject({ weighted: 0 });
    expect(from({ not: { staff: [] } })).toMatchObject({ weighted: 0 });
    expect(from({ sources: ['self-evaluation'] })).toMatchObject({ weighted: 0 });
    expect(from({ not: { sources: ['self-evaluation'] } })).toMatchObject({ weighted: 15 });
    expect(from({ kinds: ['membership'] })).toMatchObject({ weighted: 15 });
  });

  it('open shared prices to the setting only, and may be granted by what is learnt', () => {
    const shared = item('i', {
      offers: [{ id: 'o', requires: ['club'], price: { kind: 'per-setting', pence: 100 } }],
    });
    const staff = [{ id: 'ann', roles: [], entitlements: ['club'] }];
    expect(best({ ...withItems(shared), staff })).toMatchObject({ weighted: 0 });
    const course = item('j', { ...play, grants: ['club'] });
    expect(best({ ...withItems(shared, course), staff })).toMatchObject({ weighted: 0 });
    expect(best({ ...withItems(shared, course), staff, needs: bothNeeds })).toMatchObject({
      weighted: 10,
      pence: 1100,
    });
    // Of two that are required, the learner has one and the setting buys the other.
    const two = item('i', { offers: [{ id: 'o', requires: ['club', 'old'], price: { kind: 'free' } }] });
    const old = [
      { id: 'ann', roles: [], entitlements: ['old'] },
      { id: 'ben', roles: [] },
    ];
    expect(best({ ...withItems(two, club({ kind: 'free' })), staff: old })).toMatchObject({ weighted: 5 });
  });
});

describe('limits', () => {
  type Limit = Omit<NonNullable<RequestInput['limits']>[number], 'id'>;
  const TERMS = [
    { id: 'spring', from: '2026-02-01', to: '2026-03-31' },
    { id: 'summer', from: '2026-04-01', to: '2026-07-31' },
  ];
  const limited = (limit: Limit, more: Partial<RequestInput> = {}, ...items: Item[]): unknown =>
    best({
      ...withItems(...(items.length > 0 ? items : [item('i'), item('j', play)])),
      needs: bothNeeds,
      limits: [{ id: 'l', ...limit }],
      ...more,
    });

  it('bound each measure over the setting', () => {
    expect(limited({ measure: 'places', atMost: 4 })).toMatchObject({ weighted: 20, places: 4 });
    expect(limited({ measure: 'bookings', atMost: 1 })).toMatchObject({ weighted: 15, bookings: 1, ties: 2 });
    expect(limited({ measure: 'pence', atMost: 2999 })).toMatchObject({ pence: 2000 });
    expect(limited({ measure: 'minutes', atMost: 179 })).toMatchObject({ minutes: 120 });
    const session = { id: 's', blocks: [{ starts: '2026-03-02T09:00', ends: '2026-03-02T12:00' }] };
    const items = [item('i', { sessions: [session] }), item('j', play)];
    expect(limited({ measure: 'release-minutes', atMost: 60 }, {}, ...items)).toMatchObject({
      releaseMinutes: 60,
      weighted: 20,
      ties: 3,
    });
  });

  it('hold for each learner, item and term by itself', () => {
    expect(limited({ measure: 'places', per: 'learner', atMost: 1 })).toMatchObject({
      places: 3,
      bookings: 1,
    });
    expect(
      limited({ measure: 'minutes', per: 'learner', atMost: 119, select: { roles: ['manager'] } }),
    ).toMatchObject({
      places: 5,
      ties: 2,
    });
    expect(limited({ measure: 'bookings', per: 'learner', atMost: 1 })).toMatchObject({ places: 3 });
    expect(limited({ measure: 'pence', per: 'learner', atMost: 1999 })).toMatchObject({ places: 3 });
    expect(limited({ measure: 'pence', per: 'item', atMost: 2000 })).toMatchObject({ places: 4, ties: 9 });
    expect(limited({ measure: 'places', per: 'item', atMost: 0, select: { items: ['j'] } })).toMatchObject({
      places: 3,
    });
    const terms = (per?: Limit['per']) => limited({ measure: 'places', per, atMost: 3 }, { terms: TERMS });
    expect(terms()).toMatchObject({ places: 3, lateness: 3 });
    expect(terms('term')).toMatchObject({ places: 6, lateness: 3 + 180 });
    expect(limited({ measure: 'places', per: 'term', atMost: 3 })).toMatchObject({ places: 3 });
  });

  it('count nothing in a term for a session outside all terms', () => {
    const session = { id: 's', blocks: [{ starts: '2026-08-03T09:00', ends: '2026-08-03T12:00' }] };
    const outside = item('i', { sessions: [session] });
    const none = { measure: 'places' as const, atMost: 0 };
    expect(limited({ ...none, per: 'term' }, { terms: TERMS }, outside)).toMatchObject({ places: 3 });
    expect(limited(none, { terms: TERMS }, outside)).toMatchObject({ places: 0 });
  });

  it('count the matching learners, and of prices those that belong to them', () => {
    const cats = { select: { staff: ['cat'] } };
    expect(limited({ measure: 'places', atMost: 1, ...cats })).toMatchObject({ places: 5, ties: 2 });
    expect(limited({ measure: 'pence', atMost: 1000, ...cats })).toMatchObject({ places: 5, ties: 2 });
    expect(limited({ measure: 'bookings', atMost: 1, ...cats })).toMatchObject({ places: 5, ties: 2 });
    const shared = priced({ kind: 'per-setting', pence: 500 });
    const tiered = priced({ kind: 'per-learner-tiered', tiers: [{ from: 1, pence: 500 }] });
    for (const one of [shared, tiered]) {
      expect(limited({ measure: 'pence', atMost: 0, ...cats }, {}, one)).toMatchObject({ places: 3 });
      expect(limited({ measure: 'pence', atMost: 0, select: { not: cats.select } }, {}, one)).toMatchObject({
        places: 3,
      });
      expect(limited({ measure: 'pence', per: 'learner', atMost: 0 }, {}, one)).toMatchObject({ places: 3 });
      expect(limited({ measure: 'pence', atMost: 0, select: { items: ['i'] } }, {}, one)).toMatchObject({
        places: 0,
      });
      expect(limited({ measure: 'pence', per: 'item', atMost: 0 }, {}, one)).toMatchObject({ places: 0 });
    }
    // By source alone all of a shared price counts as soon as one learner matches.
    const needs = [need('n'), need('m', { source: 'appraisal', who: { staff: ['cat'] } })];
    const appraised = { measure: 'pence' as const, atMost: 0, select: { sources: ['appraisal' as const] } };
    expect(limited(appraised, { needs }, shared)).toMatchObject({ weighted: 10, places: 2 });
    expect(limited({ ...appraised, atMost: 1000 }, { needs }, item('i'))).toMatchObject({ places: 3 });
  });

  it('ask for the least there must be', () => {
    const needs = [need('n', { who: { staff: ['ann'] } })];
    const least = (limit: Partial<Limit>, more: Partial<RequestInput> = {}) =>
      limited({ measure: 'places', ...limit }, { needs, ...more }, item('i'));
    expect(least({ atLeast: 1 })).toMatchObject({ places: 1 });
    expect(least({ atLeast: 2 })).toBe('infeasible');
    expect(least({ atLeast: 1, per: 'learner' })).toBe('infeasible');
    expect(least({ atLeast: 1, per: 'learner', select: { staff: ['ann'] } })).toMatchObject({ places: 1 });
    expect(least({ atLeast: 1, per: 'learner', select: { staff: ['ann'], items: [] } })).toMatchObject({
      places: 1,
    });
    expect(least({ atLeast: 1, per: 'item', select: { items: [] } })).toMatchObject({ places: 1 });
    expect(least({ atLeast: 1, select: { items: [] } })).toBe('infeasible');
    expect(least({ atLeast: 1, per: 'term' })).toMatchObject({ places: 1 });
    expect(least({ atLeast: 1, per: 'term' }, { terms: TERMS })).toBe('infeasible');
    expect(least({ atLeast: 1000, measure: 'pence' })).toMatchObject({ pence: 1000 });
    expect(least({ atLeast: 1 }, { catalogue: { id: 'c', asOf: '2026-01-01', items: [] } })).toBe(
      'infeasible',
    );
    // More is booked than any need asks for, and the dearer of two offers when money must be spent.
    const offers: Item['offers'] = [
      { id: 'o', price: { kind: 'per-learner', pence: 100 } },
      { id: 'dear', price: { kind: 'per-learner', pence: 200 } },
    ];
    const spend = { measure: 'pence' as const, atLeast: 400 };
    expect(limited(spend, {}, item('i', { offers }))).toMatchObject({ places: 3, pence: 400, ties: 3 });
    const pinned = { needs: [], adjustments: [{ kind: 'pin' as const, item: 'i' }] };
    expect(limited({ measure: 'places', atLeast: 2 }, pinned, item('i'))).toMatchObject({
      places: 2,
      ties: 3,
    });
  });
});

describe('the baseline', () => {
  const booked = (...learners: string[]): NonNullable<RequestInput['baseline']> => [
    {
      id: 'i//o/p',
      item: 'i',
      offer: 'o',
      pot: 'p',
      learners,
      units: learners.length,
      pence: 1000 * learners.length,
      minutes: 60 * learners.length,
      completeBy: '2026-12-31',
    },
  ];
  const after = (baseline: RequestInput['baseline'], more: Partial<RequestInput> = {}): unknown =>
    best({ baseline, funding: [{ id: 'p', pence: 1000 }], ...more });

  it('is kept where nothing better can be had', () => {
    expect(after(undefined)).toMatchObject({ changes: 0, places: 1, ties: 3 });
    expect(after([])).toMatchObject({ changes: 1, places: 1, ties: 3 });
    expect(after(booked('ben'))).toMatchObject({ changes: 0, places: 1, ties: 1 });
    expect(after(booked('ben', 'cat'))).toMatchObject({ changes: 1, places: 1, ties: 2 });
  });

  it('is kept before money is saved, and left where the first objectives ask it', () => {
    const ben = {
      needs: [need('n', { who: { staff: ['ann'] } }), need('m', { who: { staff: ['ben'] }, weight: 0 })],
    };
    expect(after(booked('ben'), ben)).toMatchObject({ weighted: 5, changes: 2, pence: 1000 });
    const rich = { ...ben, funding: [{ id: 'p', pence: 2000 }] };
    expect(after(booked('ben'), rich)).toMatchObject({ weighted: 5, changes: 1, pence: 2000 });
    expect(after([], rich)).toMatchObject({ changes: 1, pence: 1000 });
  });
});
