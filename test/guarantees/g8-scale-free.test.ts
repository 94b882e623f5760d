import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { type Ending, built } from './support/built.js';
import { medium, tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

type Price = RequestInput['catalogue']['items'][number]['offers'][number]['price'];

const priceTimes = (price: Price, k: number): Price => {
  switch (price.kind) {
    case 'free':
      return price;
    case 'per-learner-tiered':
      return { ...price, tiers: price.tiers.map((tier) => ({ ...tier, pence: tier.pence * k })) };
    case 'by-team-size':
      return { ...price, bands: price.bands.map((band) => ({ ...band, pence: band.pence * k })) };
    default:
      return { ...price, pence: price.pence * k };
  }
};

const maybeTimes = (amount: number | undefined, k: number): number | undefined =>
  amount === undefined ? undefined : amount * k;

const moneyTimes = (request: RequestInput, k: number): RequestInput => ({
  ...request,
  funding: request.funding.map((pot) => ({ ...pot, pence: pot.pence * k })),
  limits: request.limits?.map((limit) =>
    limit.measure === 'pence'
      ? { ...limit, atMost: maybeTimes(limit.atMost, k), atLeast: maybeTimes(limit.atLeast, k) }
      : limit,
  ),
  baseline: request.baseline?.map((booking) => ({ ...booking, pence: booking.pence * k })),
  catalogue: {
    ...request.catalogue,
    items: request.catalogue.items.map((item) => ({
      ...item,
      offers: item.offers.map((offer) => ({
        ...offer,
        price: priceTimes(offer.price, k),
        listPence: maybeTimes(offer.listPence, k),
      })),
    })),
  },
});

/** What the money of a programme may depend on. */
const kindsOfMoney = (request: RequestInput): Readonly<Record<string, boolean>> => {
  const prices = request.catalogue.items.flatMap(({ offers }) => offers.map(({ price }) => price.kind));
  return {
    tiers: prices.includes('per-learner-tiered'),
    bands: prices.includes('by-team-size'),
    'limits of pence': request.limits?.some(({ measure }) => measure === 'pence') === true,
  };
};

const times = <T extends number | null>(amount: T, k: number): number | null =>
  amount === null ? null : amount * k;
const eachTimes = (amounts: Readonly<Record<string, number>>, k: number): Record<string, number> =>
  Object.fromEntries(Object.entries(amounts).map(([id, pence]) => [id, pence * k]));
const effortTimes = <E extends { readonly pence: number }>(
  efforts: Readonly<Record<string, E>>,
  k: number,
): unknown =>
  Object.fromEntries(
    Object.entries(efforts).map(([id, effort]) => [id, { ...effort, pence: effort.pence * k }]),
  );

/** The programme with all its money multiplied, without the request's digest and the proof, which speaks of the money. */
const scaled = (
  { requestDigest: _, proof: _proof, totals, ...programme }: Programme,
  k: number,
): unknown => ({
  ...programme,
  objectives: programme.objectives.map(({ name, value, bound }) =>
    name === 'pence' ? { name, value: times(value, k), bound: times(bound, k) } : { name, value, bound },
  ),
  bookings: programme.bookings.map((booking) => ({ ...booking, pence: booking.pence * k })),
  totals: {
    ...totals,
    pence: totals.pence * k,
    listPence: totals.listPence * k,
    savedPence: totals.savedPence === 0 ? 0 : totals.savedPence * k,
    byPot: eachTimes(totals.byPot, k),
    byTerm: effortTimes(totals.byTerm, k),
    byLearner: effortTimes(totals.byLearner, k),
  },
});

/** Where a conflict points; the words may name amounts. */
const placesOf = ({ conflict }: Extract<Ending, { status: 'infeasible' }>): unknown =>
  conflict.members.map(({ kind, path }) => [kind, path]);

describe('G8 scale-free', () => {
  it(
    'multiplying all money by k multiplies the money of the programme by k and changes nothing else',
    patience(180),
    () => {
      const tally = newTally();
      fc.assert(
        fc.property(fc.oneof(tiny(), medium()), fc.constantFrom(2, 3, 7, 10, 100, 997), (request, k) => {
          const once = built(request);
          const more = built(moneyTimes(request, k));
          tally.ran();
          expect(more.status).toBe(once.status);
          if (once.status === 'infeasible' && more.status === 'infeasible')
            expect(placesOf(more)).toEqual(placesOf(once));
          if (once.status !== 'optimal' || more.status !== 'optimal') return;
          expect(scaled(more.programme, 1)).toEqual(scaled(once.programme, k));
          const spends = once.programme.totals.pence > 0;
          tally.note('spends', spends);
          for (const [kind, there] of Object.entries(kindsOfMoney(request)))
            tally.note(kind, spends && there);
        }),
        { numRuns: runs(500) },
      );
      expect(tally.percent('spends')).toBeGreaterThan(25);
      for (const kind of ['tiers', 'bands', 'limits of pence'])
        expect(tally.count(kind), kind).toBeGreaterThan(5);
    },
  );
});
