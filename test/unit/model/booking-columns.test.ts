import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import {
  bands,
  catalogue,
  compiled,
  free,
  type Item,
  item,
  need,
  penceFor,
  perGroup,
  perLearner,
  perSetting,
  person,
  small,
  tiered,
  wayOf,
} from './requests.js';

type Pots = RequestInput['funding'];
type Price = Item['offers'][number]['price'];

const TEAM = ['a', 'b', 'c', 'd', 'e', 'f'];
const one = (price: Price, funding: Pots, more: Partial<Item> = {}, request: Partial<RequestInput> = {}) =>
  small({
    staff: TEAM.map((id) => person(id)),
    catalogue: catalogue(item('one', { offers: [{ id: 'o', price }], ...more })),
    funding,
    ...request,
  });

/** The least money for so many of the six, the first of them or those named; `undefined` where they cannot be paid. */
const cost = (
  price: Price,
  funding: Pots,
  learners: string,
  more: Partial<Item> = {},
  request: Partial<RequestInput> = {},
): number | undefined =>
  penceFor(one(price, funding, more, request), { item: 'one', offer: 'o', learners: learners.split('') });

const only = (pence: number): Pots => [{ id: 'p', pence }];
const two = (first: number, second: number): Pots => [
  { id: 'p', pence: first },
  { id: 'q', pence: second },
];
/** Two pots, for the people named. */
const apart = (first: number, forFirst: string, second: number, forSecond: string): Pots => [
  { id: 'p', pence: first, pays: { staff: forFirst.split('') } },
  { id: 'q', pence: second, pays: { staff: forSecond.split('') } },
];

describe('what one pot pays', () => {
  it('is the price of a booking, as long as it is there', () => {
    expect(cost(free, [], 'abc')).toBe(0);
    expect(cost(perLearner(5), only(15), 'abc')).toBe(15);
    expect(cost(perLearner(5), only(14), 'abc')).toBeUndefined();
    expect(cost(perSetting(7), only(7), 'abcdef')).toBe(7);
    expect(cost(perGroup(9, 2), only(18), 'abc')).toBe(18);
    expect(cost(perGroup(9, 2), only(17), 'abc')).toBeUndefined();
    expect(cost(perGroup(9, 2), only(17), 'ab')).toBe(9);
    expect(cost(bands([5, 1], [6, 2]), only(9), 'abc')).toBe(2);
  });

  it('is the tiers in their order, rising or falling', () => {
    const rising = tiered([1, 1], [3, 5]);
    expect(['a', 'ab', 'abc', 'abcd'].map((who) => cost(rising, only(99), who))).toEqual([1, 2, 7, 12]);
    expect(cost(rising, only(6), 'abc')).toBeUndefined();
    const falling = tiered([1, 5], [3, 2], [5, 1]);
    expect(['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef'].map((who) => cost(falling, only(99), who))).toEqual([
      5, 10, 12, 14, 15, 16,
    ]);
    expect(cost(falling, only(14), 'abcdef')).toBeUndefined();
    const mixed = tiered([1, 5], [2, 9], [3, 0], [5, 4]);
    expect(['a', 'ab', 'abc', 'abcd', 'abcde'].map((who) => cost(mixed, only(99), who))).toEqual([
      5, 14, 14, 14, 18,
    ]);
  });

  it('is nothing for a booking of those who come free, which needs no pot', () => {
    const first = tiered([1, 0], [3, 5]);
    expect(cost(first, [], 'ab')).toBe(0);
    expect(cost(first, only(5), 'abc')).toBe(5);
    expect(cost(first, [], 'abc')).toBeUndefined();
    // Two come free in a booking without a pot, and two more in one that a pot pays for: each has its own tiers.
    expect(cost(first, only(5), 'abcde')).toBe(5);
    expect(cost(first, only(4), 'abcde')).toBeUndefined();
    expect(cost(first, only(99), 'abcdef')).toBe(10);
  });

  it('is for those whom its rule matches', () => {
    const paying = apart(99, 'ab', 0, '');
    expect(cost(perLearner(5), paying, 'ab')).toBe(10);
    expect(cost(perSetting(5), paying, 'ab')).toBe(5);
    // A pot pays a booking for all its learners or not at all.
    const alone: Pots = [paying[0]!, { id: 'q', pence: 99, pays: { staff: ['c'] } }];
    expect(cost(perSetting(5), alone, 'abc')).toBe(10);
    expect(cost(perSetting(5), [paying[0]!, { id: 'q', pence: 4, pays: { staff: ['c'] } }], 'ab')).toBe(5);
  });

  it('bounds its learners by the booking', () => {
    expect(cost(perLearner(1), only(99), 'abc', { learners: { max: 2 } })).toBeUndefined();
    expect(cost(perLearner(1), only(99), 'a', { learners: { min: 2 } })).toBeUndefined();
    expect(cost(perSetting(1), only(99), 'abc', { learners: { max: 2 } })).toBeUndefined();
    expect(cost(perGroup(1, 4), only(99), 'a', { learners: { min: 2 } })).toBeUndefined();
    expect(cost(tiered([1, 1]), only(99), 'ab', { learners: { min: 2, max: 2 } })).toBe(2);
  });
});

describe('what several pots pay', () => {
  it('is split by learner, each in a booking of its own', () => {
    expect(cost(perLearner(5), two(10, 5), 'abc')).toBe(15);
    expect(cost(perLearner(5), two(9, 9), 'abc')).toBeUndefined();
    expect(cost(perLearner(5), two(9, 9), 'ab')).toBe(10);
  });

  it('is split by group: each booking fills its own', () => {
    expect(cost(perGroup(9, 2), two(9, 9), 'abcd')).toBe(18);
    expect(cost(perGroup(9, 2), two(9, 9), 'abc')).toBe(18);
    expect(cost(perGroup(9, 2), two(9, 17), 'abcde')).toBeUndefined();
    expect(cost(perGroup(9, 2), two(9, 18), 'abcde')).toBe(27);
    // Three and three are two pairs each; four and two are three pairs.
    expect(cost(perGroup(9, 2), apart(99, 'abc', 99, 'def'), 'abcdef')).toBe(36);
    expect(cost(perGroup(9, 2), apart(99, 'abcd', 99, 'cdef'), 'abcdef')).toBe(27);
  });

  it('is the whole price each, where one pot cannot pay for all', () => {
    expect(cost(perSetting(7), two(7, 7), 'abcdef')).toBe(7);
    expect(cost(perSetting(7), two(6, 7), 'abcdef')).toBe(7);
    expect(cost(perSetting(7), apart(7, 'abc', 7, 'cdef'), 'abcdef')).toBe(14);
    expect(cost(perSetting(7), apart(7, 'abc', 7, 'cdef'), 'abc')).toBe(7);
  });

  it('begins at the first tier in each booking', () => {
    const falling = tiered([1, 5], [3, 1]);
    expect(cost(falling, two(99, 99), 'abcdef')).toBe(14);
    expect(cost(falling, two(10, 99), 'abcdef')).toBe(14);
    expect(cost(falling, two(11, 11), 'abcdef')).toBe(22);
    expect(cost(falling, apart(99, 'abc', 99, 'def'), 'abcdef')).toBe(22);
    const rising = tiered([1, 1], [3, 5]);
    expect(cost(rising, two(99, 99), 'abcdef')).toBe(2 + 2 + 5 * 2);
    expect(cost(rising, two(2, 99), 'abcdef')).toBe(2 + 2 + 5 * 2);
    expect(cost(rising, two(2, 11), 'abcdef')).toBeUndefined();
  });

  it('bounds each booking', () => {
    expect(cost(perLearner(1), two(9, 9), 'abcd', { learners: { max: 2 } })).toBe(4);
    expect(cost(perLearner(1), two(9, 9), 'abcde', { learners: { max: 2 } })).toBeUndefined();
    expect(cost(perSetting(3), two(9, 9), 'abcd', { learners: { max: 2 } })).toBe(6);
    expect(cost(perGroup(3, 2), two(9, 9), 'abcde', { learners: { max: 3 } })).toBe(9);
    expect(cost(perLearner(1), apart(9, 'a', 9, 'bc'), 'abc', { learners: { min: 2 } })).toBeUndefined();
    expect(cost(perLearner(1), apart(9, 'ab', 9, 'bc'), 'abc', { learners: { min: 2 } })).toBeUndefined();
    expect(cost(perLearner(1), apart(9, 'ab', 9, 'bcd'), 'abcd', { learners: { min: 2 } })).toBe(4);
  });

  it('chooses who pays for those whom several match', () => {
    expect(cost(perLearner(5), apart(5, 'abc', 10, 'bcd'), 'abc')).toBe(15);
    expect(cost(perLearner(5), apart(10, 'ab', 5, 'bc'), 'abc')).toBe(15);
    expect(cost(perLearner(5), apart(9, 'ab', 15, 'c'), 'ab')).toBeUndefined();
  });
});

describe('the columns of bookings', () => {
  /** How many bookings there are, and how many columns and rows the problem has. */
  const size = (price: Price, funding: Pots, more: Partial<Item> = {}, extra: Partial<RequestInput> = {}) => {
    const three = TEAM.slice(0, 3).map((id) => person(id));
    const compiling = compiled(one(price, funding, more, { staff: three, ...extra }));
    const { bookings } = wayOf(compiling, { item: 'one', offer: 'o' });
    const { lower, rows } = compiling.problem;
    // Three places and their sum are there in any case, with a row each for the sum, the pots and all money.
    const given = { columns: 4, rows: 1 + funding.length + (funding.length > 1 ? 1 : 0) };
    return [bookings.length, lower.length - given.columns, rows.lower.length - given.rows];
  };
  const noPots: Pots = [];

  it('are "booked" alone where nothing or each is paid from one pot', () => {
    // A row for each place: who is on it is booked.
    expect(size(free, noPots)).toEqual([1, 1, 3]);
    expect(size(perLearner(5), only(99))).toEqual([1, 1, 3]);
    expect(size(perSetting(5), only(99))).toEqual([1, 1, 3]);
    // No more learners than it pays for.
    expect(size(perLearner(5), only(14))).toEqual([1, 1, 4]);
  });

  it('are groups that cover the places, each place by itself too', () =>
    // Units and "booked", with a row that covers, three of single places and one of "booked".
    expect(size(perGroup(5, 2), only(99))).toEqual([1, 2, 5]));

  it('are one for each pot that pays the same people, which cover the places together', () => {
    expect(size(perSetting(5), two(99, 99))).toEqual([2, 2, 4]);
    // Units and "booked" of each.
    expect(size(perGroup(5, 2), two(99, 99))).toEqual([2, 4, 6]);
  });

  it('have no row for each person and all pots where there are very many', () => {
    const funding = Array.from({ length: 300 }, (_, k) => ({ id: `pot-${k}`, pence: 99 }));
    const staff = Array.from({ length: 100 }, (_, k) => person(`person-${k}`));
    const { rows } = compiled(one(perGroup(5, 2), funding, {}, { staff })).problem;
    expect(rows.column.length).toBeLessThan(3_000);
  });

  it('are counts of a class by pot, where places are paid one by one', () => {
    // "Booked" and how many, for each of two; a row that adds them up, and one for each "booked".
    expect(size(perLearner(5), two(99, 99))).toEqual([2, 4, 3]);
    // Two classes: a and b, who could be paid from either, and c.
    const funding: Pots = [
      { id: 'p', pence: 99 },
      { id: 'q', pence: 99, pays: { staff: ['a', 'b'] } },
    ];
    // The place of c stands in the one booking by itself, with a row of its own.
    expect(size(perLearner(5), funding)).toEqual([2, 4, 4]);
  });

  it('are a column for each tier that can be reached', () => {
    // "Booked" and two tiers, with a row for each place and one that adds up.
    expect(size(tiered([1, 1], [3, 5]), only(99))).toEqual([1, 3, 4]);
    expect(size(tiered([1, 1], [4, 5]), only(99))).toEqual([1, 2, 4]);
    // Falling prices need a column that opens a tier, with two rows.
    expect(size(tiered([1, 5], [3, 1]), only(99))).toEqual([1, 4, 6]);
  });

  it('hold up what a least amount or a grant wants more of', () => {
    const least = (measure: 'bookings' | 'pence'): Partial<RequestInput> => ({
      limits: [{ id: 'l', measure, atLeast: 1 }],
    });
    // Booked only if somebody is on it; and the row of the limit itself.
    expect(size(free, noPots, {}, least('bookings'))).toEqual([1, 1, 3 + 1 + 1]);
    expect(size(perSetting(5), only(99), {}, least('pence'))).toEqual([1, 1, 3 + 1 + 1]);
    expect(size(perLearner(5), only(99), {}, least('pence'))).toEqual([1, 1, 3 + 1]);
    expect(size(free, noPots, { grants: ['member'] })).toEqual([1, 1, 3 + 1]);
  });
});

describe('a price that must be paid', () => {
  const paying = (
    price: Price,
    learners: string,
    atLeast: number,
    funding: Pots = two(99, 99),
  ): number | undefined =>
    cost(price, funding, learners, {}, { limits: [{ id: 'l', measure: 'pence', atLeast }] });

  it('is no more than there are learners for', () => {
    expect(paying(perSetting(7), 'a', 7)).toBe(7);
    // Two pots need two learners to pay the whole price twice.
    expect(paying(perSetting(7), 'a', 8)).toBeUndefined();
    expect(paying(perSetting(7), 'ab', 8)).toBe(14);
    expect(paying(perGroup(7, 3), 'abc', 8)).toBe(14);
    expect(paying(perGroup(7, 3), 'abc', 15)).toBeUndefined();
    // One learner and four are three groups; two and three are two.
    expect(paying(perGroup(7, 3), 'abcd', 15)).toBeUndefined();
    expect(paying(perGroup(7, 3), 'abcde', 15)).toBe(21);
    expect(paying(tiered([1, 1], [2, 5]), 'ab', 6)).toBe(6);
    expect(paying(tiered([1, 1], [2, 5]), 'ab', 7)).toBeUndefined();
    expect(paying(tiered([1, 5], [2, 1]), 'ab', 7)).toBe(10);
    expect(paying(tiered([1, 5], [2, 1]), 'ab', 7, only(99))).toBeUndefined();
  });

  it('is nothing where nobody is booked', () => {
    const request = one(
      perSetting(7),
      only(9),
      {},
      { needs: [need('safe')], limits: [{ id: 'l', measure: 'pence', atLeast: 7 }] },
    );
    expect(penceFor(request)).toBeUndefined();
  });
});
