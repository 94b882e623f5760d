import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { medium, tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

type Price = RequestInput['catalogue']['items'][number]['offers'][number]['price'];

const priceTimes = (price: Price, k: number): Price =>
  'pence' in price ? { ...price, pence: price.pence * k } : price;

const moneyTimes = (request: RequestInput, k: number): RequestInput => ({
  ...request,
  funding: request.funding.map((pot) => ({ ...pot, pence: pot.pence * k })),
  catalogue: {
    ...request.catalogue,
    items: request.catalogue.items.map((item) => ({
      ...item,
      offers: item.offers.map((offer) => ({
        ...offer,
        price: priceTimes(offer.price, k),
        listPence: offer.listPence === undefined ? undefined : offer.listPence * k,
      })),
    })),
  },
});

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

/** The programme with all its money multiplied, and without the digest, which is the request's. */
const scaled = ({ requestDigest: _, totals, ...programme }: Programme, k: number): unknown => ({
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
            expect(more.conflict).toEqual(once.conflict);
          if (once.status !== 'optimal' || more.status !== 'optimal') return;
          expect(scaled(more.programme, 1)).toEqual(scaled(once.programme, k));
          tally.note('spends', once.programme.totals.pence > 0);
        }),
        { numRuns: runs(500) },
      );
      expect(tally.percent('spends')).toBeGreaterThan(30);
    },
  );
});
