import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally, requestArbitrary } from '../../src/testing/index.js';
import { compareObjectives } from '../oracle/objectives.js';
import { isForTheSetting } from '../oracle/page.js';
import { runs } from '../support/runs.js';
import { objectivesOf, optimal } from './support/built.js';
import { patience } from './support/patience.js';
import { tiny } from './support/sizes.js';

type Item = RequestInput['catalogue']['items'][number];
type Offer = Item['offers'][number];
type Time = NonNullable<RequestInput['staff'][number]['time']>;
type Limit = NonNullable<RequestInput['limits']>[number];

/** `undefined` where the request has nothing of which there could be more. */
type More = (request: RequestInput, amount: number) => RequestInput | undefined;

const plus = (value: number | undefined, more: number): number | undefined =>
  value === undefined ? undefined : value + more;

const withItems = (request: RequestInput, items: readonly Item[]): RequestInput => ({
  ...request,
  catalogue: { ...request.catalogue, items: [...items] },
});
const items =
  (change: (item: Item, amount: number) => Item): More =>
  (request, amount) =>
    withItems(
      request,
      request.catalogue.items.map((item) => change(item, amount)),
    );
const staff =
  (change: (time: Time, amount: number) => Time): More =>
  (request, amount) => ({
    ...request,
    staff: request.staff.map((person) =>
      person.time === undefined ? person : { ...person, time: change(person.time, amount) },
    ),
  });
const limits =
  (change: (limit: Limit, amount: number) => Limit): More =>
  (request, amount) =>
    request.limits && { ...request, limits: request.limits.map((limit) => change(limit, amount)) };

/** A twin could be what a least amount of each item, or for each learner, asks for as well. */
const asksForEach = (request: RequestInput): boolean =>
  (request.limits ?? []).some(({ atLeast }) => atLeast !== undefined);

const MORE: Readonly<Record<string, More>> = {
  'money in a pot': (request, amount) => ({
    ...request,
    funding: request.funding.map((pot, index) => (index === 0 ? { ...pot, pence: pot.pence + amount } : pot)),
  }),
  'another pot': (request, amount) => ({
    ...request,
    funding: [...request.funding, { id: 'gift', pence: amount }],
  }),
  'a pot that pays longer, for anything': (request) => ({
    ...request,
    funding: request.funding.map(({ id, pence }) => ({ id, pence })),
  }),
  'own time': staff((time, amount) => ({ ...time, ownMinutes: plus(time.ownMinutes, amount) })),
  'release time': staff((time, amount) => ({ ...time, releaseMinutes: plus(time.releaseMinutes, amount) })),
  'time in each term': staff((time, amount) => ({
    ...time,
    terms:
      time.terms &&
      Object.fromEntries(
        Object.entries(time.terms).map(([term, { releaseMinutes, ownMinutes }]) => [
          term,
          { releaseMinutes: plus(releaseMinutes, amount), ownMinutes: plus(ownMinutes, amount) },
        ]),
      ),
  })),
  'days at work': (request) => ({
    ...request,
    staff: request.staff.map((person) => ({ ...person, away: undefined })),
  }),
  'places on sessions': items((item, amount) => ({
    ...item,
    sessions: item.sessions?.map((session) => ({ ...session, places: plus(session.places, amount) })),
  })),
  'learners on a booking': items((item, amount) => ({
    ...item,
    learners: item.learners && {
      ...item.learners,
      max: plus(item.learners.max, amount),
      perSetting: plus(item.learners.perSetting, amount),
    },
  })),
  'people who may be out': (request, amount) =>
    request.cover && {
      ...request,
      cover: request.cover.map((cover) => ({ ...cover, maxAway: Math.min(20_000, cover.maxAway + amount) })),
    },
  'room under a limit': limits((limit, amount) => ({ ...limit, atMost: plus(limit.atMost, amount) })),
  'less asked by a limit': limits((limit) => ({ ...limit, atLeast: undefined })),
  'a session': items((item) => {
    const [session] = item.sessions ?? [];
    return session === undefined
      ? item
      : {
          ...item,
          sessions: [...(item.sessions ?? []), { ...session, id: 'new-session', places: undefined }],
        };
  }),
  'days on which an item may start': items((item) => ({
    ...item,
    // An earlier first day would be an earlier start, and what is learned would lapse earlier.
    available: item.available && { ...item.available, to: undefined },
  })),
  'days of an offer': items((item) => ({
    ...item,
    offers: item.offers.map((offer) => ({ ...offer, from: undefined, to: undefined })),
  })),
  entitlements: (request) => ({
    ...request,
    setting: {
      ...request.setting,
      entitlements: request.catalogue.items.flatMap(({ offers, grants }) => [
        ...(grants ?? []),
        ...offers.flatMap(({ requires }) => requires ?? []),
      ]),
    },
  }),
  'a cheaper twin of an item': (request) => {
    const [first] = request.catalogue.items;
    if (first === undefined || asksForEach(request)) return undefined;
    const twin = { ...first, id: 'new-item', minutes: Math.floor(first.minutes / 2), audience: undefined };
    return withItems(request, [...request.catalogue.items, twin]);
  },
  'a cheaper offer': items((item) => {
    const price: Offer['price'] = isForTheSetting(item)
      ? { kind: 'per-setting', pence: 400 }
      : { kind: 'per-learner', pence: 400 };
    return { ...item, offers: [...item.offers, { id: 'new-offer', price }] };
  }),
};

describe('G6 more never hurts', () => {
  it(
    'more money, time, places, items or offers never make the ordered objectives worse',
    patience(240),
    () => {
      const tally = newTally();
      const amounts = fc.constantFrom(1, 30, 500, 1000, 5000);
      const asked = requestArbitrary({
        features: { audiences: false, pins: false, learners: false, wholeTeam: false },
        pots: { min: 1, max: 2 },
        always: ['minimums', 'limits'],
      });
      const whats = fc.constantFrom(...Object.keys(MORE));
      fc.assert(
        fc.property(
          fc.oneof({ weight: 4, arbitrary: tiny() }, asked),
          fc.uniqueArray(whats, { minLength: 3, maxLength: 4 }),
          amounts,
          (request, tries, amount) => {
            const before = optimal(request);
            tally.ran();
            for (const what of tries) {
              const more = MORE[what]?.(request, amount);
              if (more === undefined) continue;
              const after = optimal(more);
              if (before === undefined) {
                tally.note('becomes possible', after !== undefined);
                continue;
              }
              if (after === undefined) throw new Error(`with more, ${what}, it became impossible`);
              const change = compareObjectives(objectivesOf(after), objectivesOf(before));
              expect(change, what).toBeLessThanOrEqual(0);
              tally.note(what, change < 0);
            }
          },
        ),
        { numRuns: runs(1500) },
      );
      for (const what of Object.keys(MORE))
        expect(tally.count(what), `${what}: ${JSON.stringify(tally.report())}`).toBeGreaterThan(0);
      expect(tally.count('becomes possible')).toBeGreaterThan(5);
    },
  );
});
