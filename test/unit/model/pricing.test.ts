import { describe, expect, it } from 'vitest';
import { present } from '../../../src/internal/invariant.js';
import {
  isUnlockedByLearner,
  leastPence,
  penceFor,
  type Pricing,
  pricingOf,
  unitsFor,
} from '../../../src/model/pricing.js';
import {
  bands,
  catalogue,
  checked,
  free,
  item,
  type Item,
  perGroup,
  perLearner,
  perSetting,
  small,
  tiered,
} from './requests.js';

type PriceInput = Item['offers'][number]['price'];

const offerOf = (price: PriceInput) =>
  checked(small({ catalogue: catalogue(item('one', { offers: [{ id: 'a', price }] })) })).catalogue.items[0]!
    .offers[0]!;
const pricing = (price: PriceInput, teamSize = 3): Pricing | undefined =>
  pricingOf(offerOf(price).price, teamSize);
const costs = (price: PriceInput, learners: readonly number[], teamSize = 3): number[] => {
  const one = present(pricing(price, teamSize), 'The pricing');
  return learners.map((count) => penceFor(one, count));
};

describe('a price', () => {
  it('is nothing, each learner’s, the whole booking’s or by the group', () => {
    expect(costs(free, [1, 4])).toEqual([0, 0]);
    expect(costs(perLearner(5), [1, 4])).toEqual([5, 20]);
    expect(costs(perSetting(7), [0, 1, 4])).toEqual([7, 7, 7]);
    expect(costs(perGroup(9, 4), [1, 4, 5, 8, 9])).toEqual([9, 9, 18, 18, 27]);
  });

  it('of 0 is nothing, whatever its kind', () => {
    for (const price of [
      free,
      perLearner(0),
      perSetting(0),
      perGroup(0, 3),
      bands([9, 0]),
      tiered([1, 0]),
      tiered([1, 0], [4, 0]),
    ])
      expect(pricing(price)).toEqual({ kind: 'nothing' });
  });

  it('by tiers has the nth learner pay the nth price, however the tiers are listed', () => {
    const falling = [10, 20, 30, 34, 38, 39];
    expect(costs(tiered([1, 10], [4, 4], [6, 1]), [1, 2, 3, 4, 5, 6])).toEqual(falling);
    expect(costs(tiered([6, 1], [1, 10], [4, 4]), [1, 2, 3, 4, 5, 6])).toEqual(falling);
    expect(costs(tiered([1, 1], [2, 3], [3, 2]), [1, 2, 3, 4])).toEqual([1, 4, 6, 8]);
    expect(costs(tiered([1, 8], [3, 8], [5, 2]), [2, 3, 5])).toEqual([16, 24, 34]);
  });

  it('by tiers joins neighbours that cost the same, and counts those who come free', () => {
    expect(pricing(tiered([1, 8], [3, 8], [5, 2]))).toEqual({
      kind: 'tiers',
      tiers: [
        { from: 1, pence: 8 },
        { from: 5, pence: 2 },
      ],
      free: 0,
    });
    expect(pricing(tiered([1, 0], [2, 0], [3, 6], [7, 0]))).toMatchObject({ kind: 'tiers', free: 2 });
    expect(costs(tiered([1, 0], [2, 0], [3, 6], [5, 0]), [1, 2, 3, 4, 5, 6])).toEqual([0, 0, 6, 12, 12, 12]);
  });

  it('by team size takes the first band that is not too small, and is not to be had above the last', () => {
    const price = bands([20, 900], [5, 300], [10, 500]);
    expect([1, 5, 6, 10, 11, 20].map((size) => costs(price, [1, 3], size))).toEqual(
      [300, 300, 500, 500, 900, 900].map((pence) => [pence, pence]),
    );
    expect(pricing(price, 21)).toBeUndefined();
    expect(pricing(bands([5, 0], [9, 1]), 4)).toEqual({ kind: 'nothing' });
  });
});

describe('the least that is paid', () => {
  it('is the price of one, or of the first who does not come free', () => {
    const least = (price: PriceInput): number => leastPence(present(pricing(price), 'The pricing'));
    expect([free, perLearner(5), perSetting(7), perGroup(9, 4)].map(least)).toEqual([0, 5, 7, 9]);
    expect(least(tiered([1, 4], [2, 1]))).toBe(4);
    expect(least(tiered([1, 0], [3, 6]))).toBe(6);
  });
});

describe('units', () => {
  it('are learners, groups or one', () => {
    const units = (learners: number): number[] =>
      [free, perLearner(5), perSetting(7), perGroup(9, 4), tiered([1, 3], [2, 1]), bands([9, 1])].map(
        (price) => unitsFor(offerOf(price).price, learners),
      );
    expect(units(1)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(units(4)).toEqual([4, 4, 1, 1, 4, 1]);
    expect(units(5)).toEqual([5, 5, 1, 2, 5, 1]);
  });
});

describe('an offer', () => {
  it('is unlocked by what a learner has where it is free, per learner or tiered', () =>
    expect(
      [free, perLearner(5), tiered([1, 3]), perSetting(7), perGroup(9, 4), bands([9, 1])].map((price) =>
        isUnlockedByLearner(offerOf(price)),
      ),
    ).toEqual([true, true, true, false, false, false]));
});
