import type { RequestInput } from '../../../src/domain/request.js';
import type { Objectives } from '../objectives.js';

/*
 * Small requests, one for each sentence of the contract, with answers worked out on paper. Each is the same nursery
 * in January 2026 with one thing changed.
 */

type Item = RequestInput['catalogue']['items'][number];
type Person = RequestInput['staff'][number];
type Need = RequestInput['needs'][number];
type Limit = NonNullable<RequestInput['limits']>[number];

export interface HandWorked {
  readonly name: string;
  readonly request: RequestInput;
  /** The objectives that the case is about; undefined: there is no programme. */
  readonly expected: Partial<Objectives> | undefined;
}

export const person = (id: string, rest: Partial<Person> = {}): Person => ({ id, roles: [], ...rest });
export const need = (id: string, rest: Partial<Need> = {}): Need => ({
  id,
  area: id,
  depth: 1,
  who: {},
  count: 'everyone',
  source: 'self-evaluation',
  weight: 1,
  ...rest,
});
/** Teaches the area of its own name; free. */
export const item = (id: string, rest: Partial<Item> = {}): Item => ({
  id,
  title: id,
  kind: 'course',
  teaches: [{ area: id, depth: 1 }],
  minutes: 60,
  offers: [{ id: 'free', price: { kind: 'free' } }],
  ...rest,
});
export const priced = (...prices: Item['offers'][number]['price'][]): Pick<Item, 'offers'> => ({
  offers: prices.map((price, index) => ({ id: `offer-${String(index)}`, price })),
});
export const session = (
  id: string,
  day: string,
  from = '09:00',
  to = '11:00',
): NonNullable<Item['sessions']>[number] => ({
  id,
  blocks: [{ starts: `${day}T${from}`, ends: `${day}T${to}` }],
});
export const membership = item('membership', {
  kind: 'membership',
  teaches: [],
  grants: ['member'],
  minutes: 0,
  ...priced({ kind: 'per-setting', pence: 500 }),
});
export const spring = { id: 'spring', from: '2026-01-01', to: '2026-01-15' };
export const summer = { id: 'summer', from: '2026-01-16', to: '2026-01-31' };

export const request = (rest: Partial<RequestInput> & { items: Item[] }): RequestInput => {
  const { items, ...others } = rest;
  return {
    asOf: '2026-01-01',
    window: { from: '2026-01-01', to: '2026-01-31' },
    setting: { id: 'nursery', providerKind: 'group' },
    staff: [person('ann'), person('bea')],
    needs: items.flatMap(({ teaches }) => teaches.map(({ area }) => need(area))),
    funding: [{ id: 'purse', pence: 100_000 }],
    areas: [
      { id: 'a', title: 'a' },
      { id: 'b', title: 'b' },
    ],
    ...others,
    catalogue: { id: 'catalogue', asOf: '2026-01-01', items },
  };
};

export const one = [person('ann')];
export const perLearner = { kind: 'per-learner', pence: 100 } as const;
export const limited = (
  limit: Omit<Limit, 'id'>,
  { items, ...rest }: Partial<RequestInput> & { items?: Item[] } = {},
): RequestInput =>
  request({
    items: items ?? [item('a', priced(perLearner)), item('b', priced(perLearner))],
    ...rest,
    limits: [{ id: 'limit', ...limit }],
  });
