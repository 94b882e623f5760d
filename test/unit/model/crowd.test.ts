import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { crowdsOf, mostTogether } from '../../../src/model/crowd.js';
import {
  allows,
  catalogue,
  compiled,
  type Item,
  item,
  penceFor,
  perGroup,
  perSetting,
  person,
  session,
  small,
  wayOf,
} from './requests.js';

const TEAM = ['a', 'b', 'c', 'd'];
const DAY = { starts: '2025-10-01T08:00', ends: '2025-10-01T18:00' };
type Cover = NonNullable<RequestInput['cover']>;

/** Four people, and one item with a shared price on a session in open hours. */
const day = (
  cover: Cover,
  more: Partial<Item> = {},
  places?: number,
  price = perSetting(900),
): RequestInput =>
  small({
    staff: TEAM.map((id) => person(id, { roles: [id < 'c' ? 'early' : 'late'] })),
    catalogue: catalogue(
      item('one', {
        offers: [{ id: 'o', price }],
        sessions: [session('s', '2025-10-01T09:00', '2025-10-01T11:00', { places })],
        ...more,
      }),
    ),
    funding: [{ id: 'p', pence: 2000 }],
    cover,
  });
const crowdsIn = (request: RequestInput): [number, number][] => {
  const one = compiled(request);
  const { places } = wayOf(one, { item: 'one', offer: 'o' });
  return crowdsOf(one.facts, one.groups, places).map((crowd) => [crowd.places.length, crowd.most]);
};
const together = (request: RequestInput): number => {
  const one = compiled(request);
  const { places } = wayOf(one, { item: 'one', offer: 'o' });
  return mostTogether(places, crowdsOf(one.facts, one.groups, places));
};

describe('how many can be on a slot together', () => {
  it('is bounded by its places, those of its item, and who may be out', () => {
    expect(crowdsIn(day([]))).toEqual([]);
    expect(crowdsIn(day([], {}, 3))).toEqual([[4, 3]]);
    expect(crowdsIn(day([], { learners: { perSetting: 2 } }, 3))).toEqual([[4, 2]]);
    expect(crowdsIn(day([{ ...DAY, maxAway: 1, among: { roles: ['late'] } }], {}, 3))).toEqual([
      [4, 3],
      [2, 1],
    ]);
    expect(crowdsIn(day([{ ...DAY, maxAway: 4 }]))).toEqual([]);
  });

  it('is the strictest of them, with all who are not meant by it', () => {
    expect(together(day([]))).toBe(4);
    expect(together(day([{ ...DAY, maxAway: 1, among: { roles: ['late'] } }]))).toBe(3);
    expect(together(day([{ ...DAY, maxAway: 1, among: { roles: ['late'] } }], {}, 2))).toBe(2);
  });
});

describe('a price shared by no more than can be together', () => {
  const out = (learners: string) => ({ item: 'one', offer: 'o', learners: learners.split('') });

  it('costs what it costs for any of them', () => {
    const two = [{ ...DAY, maxAway: 2 }];
    expect(penceFor(day(two), out('ad'))).toBe(900);
    expect(allows(day(two), out('abd'))).toBe(false);
    const groups = day(two, {}, undefined, perGroup(400, 3));
    expect(penceFor(groups, out('ad'))).toBe(400);
    const singles = day(two, {}, undefined, perGroup(400, 1));
    expect(penceFor(singles, out('ad'))).toBe(800);
  });

  it('is paid for the crowd by as much as there is of it: no fraction is spread over more', () => {
    const one = compiled(day([{ ...DAY, maxAway: 1, among: { roles: ['late'] } }]));
    const { places, bookings } = wayOf(one, { item: 'one', offer: 'o' });
    const late = places.slice(2).map(({ column }) => column);
    const { start, column, value, upper } = one.problem.rows;
    const rows = [...upper.keys()].map((i) => ({
      entries: Array.from(column.subarray(start[i], start[i + 1]), (j, k) => [j, value[start[i]! + k]]),
      upper: upper[i],
    }));
    const booked = bookings.flatMap(({ pence }) => pence.map((term) => term.column));
    expect(rows).toContainEqual({
      entries: [...late.map((j) => [j, 1]), ...booked.map((j) => [j, -1])],
      upper: 0,
    });
  });
});
