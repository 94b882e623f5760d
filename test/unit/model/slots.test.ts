import { describe, expect, it } from 'vitest';
import { sortedById } from '../../../src/internal/order.js';
import { dayOf } from '../../../src/model/days.js';
import { factsOf } from '../../../src/model/facts.js';
import { isPersonal, slotsOf, unitPence, unitsFor, waysOf } from '../../../src/model/slots.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { catalogue, checked, item, need, perGroup, perLearner, person, small } from './requests.js';

const free = { kind: 'free' } as const;
const perSetting = (pence: number) => ({ kind: 'per-setting', pence }) as const;

describe('slots', () => {
  it('are every item once, over the window, in the order of ids', () => {
    const request = checked(small({ catalogue: catalogue(item('b'), item('B'), item('a')) }));
    expect(slotsOf(request).map(({ item: { id }, start, end }) => [id, start, end])).toEqual(
      ['B', 'a', 'b'].map((id) => [id, dayOf('2025-09-01'), dayOf('2026-08-31')]),
    );
  });
});

describe('prices', () => {
  const offers = [free, perLearner(5), perSetting(7), perGroup(9, 4)].map((price, k) => ({
    id: `o${k}`,
    price,
  }));
  const [one] = checked(small({ catalogue: catalogue(item('one', { offers })) })).catalogue.items;
  const prices = one!.offers.map(({ price }) => price);

  it('cost so much a unit, for so many units', () => {
    expect(prices.map(unitPence)).toEqual([0, 5, 7, 9]);
    const units = (learners: number) => prices.map((price) => unitsFor(price, learners));
    expect(units(1)).toEqual([1, 1, 1, 1]);
    expect(units(4)).toEqual([4, 4, 1, 1]);
    expect(units(5)).toEqual([5, 5, 1, 2]);
  });

  it('are paid by each or shared', () => expect(prices.map(isPersonal)).toEqual([true, true, false, false]));
});

describe('ways to book', () => {
  it('have the pots that could pay one unit, in the order of ids, and none where nothing is paid', () => {
    const request = checked(
      small({
        catalogue: catalogue(
          item('one', {
            offers: [
              { id: 'c', price: perLearner(600) },
              { id: 'b', price: perSetting(500) },
              { id: 'a', price: perLearner(0) },
              { id: 'd', price: perSetting(1001) },
            ],
          }),
        ),
      }),
    );
    const pots = sortedById(request.funding);
    expect(pots.map(({ id }) => id)).toEqual(['budget', 'grant']);
    const ways = waysOf(slotsOf(request)[0]!, pots);
    expect(ways.map(({ offer, pots, unitPence }) => [offer.id, pots, unitPence])).toEqual([
      ['a', [], 0],
      ['b', [0, 1], 500],
      ['c', [0], 600],
      ['d', [], 1001],
    ]);
  });

  const used = (request: RequestInput): string[] =>
    factsOf(checked(request)).ways.map(
      ({ way, people }) => `${way.slot.item.id}/${way.offer.id} ${people.join('')}`,
    );

  it('are left out where no pot can pay', () => {
    const offers = [
      { id: 'dear', price: perLearner(1001) },
      { id: 'fair', price: perLearner(1000) },
    ];
    expect(used(small({ catalogue: catalogue(item('one', { offers })) }))).toEqual(['one/fair 012']);
    expect(used(small({ funding: [] }))).toEqual(['module/free 012']);
  });

  it('are for whom the item could do something', () => {
    const records = [{ area: 'safeguarding', depth: 2, completedOn: '2025-01-01' }] as const;
    const request = small({
      staff: [person('ana'), person('ben', { records: [...records] }), person('cal', { roles: ['cook'] })],
      needs: [
        need('safe', { who: { roles: ['practitioner'] } }),
        need('deep', { area: 'prevent-duty', depth: 3 }),
      ],
      catalogue: catalogue(
        item('needed'),
        item('other', { teaches: [{ area: 'own-area', depth: 4 }] }),
        item('shallow', { teaches: [{ area: 'prevent-duty', depth: 2 }] }),
        item('deeper', { teaches: [{ area: 'prevent-duty', depth: 4 }], audience: { roles: ['cook'] } }),
        item('short', { teaches: [{ area: 'safeguarding', depth: 1, validMonths: 11 }] }),
      ),
    });
    expect(used(request)).toEqual(['deeper/free 2', 'needed/free 0']);
  });

  it('are for nobody once records reach the target', () => {
    const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;
    const staff = [person('ana', { records: [...records] }), person('ben')];
    expect(used(small({ staff, needs: [need('one', { count: { atLeast: 1 } })] }))).toEqual([]);
    expect(used(small({ staff, needs: [need('one', { count: { atLeast: 1, spare: 1 } })] })).length).toBe(3);
  });

  it('are there for what is pinned, for those named or all who fit', () => {
    const items = catalogue(
      item('one', { teaches: [{ area: 'own-area', depth: 1 }], audience: { roles: ['manager'] } }),
    );
    const staff = [
      person('ana', { roles: ['manager'] }),
      person('ben'),
      person('cal', { roles: ['manager'] }),
    ];
    const pinned = (staffNamed?: string[]) =>
      used(
        small({
          staff,
          catalogue: items,
          adjustments: [
            { kind: 'pin', item: 'one', ...(staffNamed === undefined ? {} : { staff: staffNamed }) },
          ],
        }),
      );
    expect(pinned()).toEqual(['one/free 02']);
    expect(pinned(['cal', 'ben'])).toEqual(['one/free 2']);
    expect(pinned([])).toEqual([]);
    expect(used(small({ staff, catalogue: items, adjustments: [{ kind: 'ban', item: 'one' }] }))).toEqual([]);
  });

  it('ask what they require of the setting, and of each learner where the price is theirs', () => {
    const requires = ['member', 'insured'];
    const request = (own: string[], shared: string[]): RequestInput =>
      small({
        setting: { id: 'acorns', providerKind: 'group', entitlements: shared },
        staff: [person('ana', { entitlements: own }), person('ben')],
        catalogue: catalogue(
          item('one', {
            offers: [
              { id: 'each', price: perLearner(5), requires },
              { id: 'free', price: free, requires },
              { id: 'group', price: perGroup(5, 9), requires },
              { id: 'setting', price: perSetting(5), requires },
            ],
          }),
        ),
      });
    expect(used(request([], []))).toEqual([]);
    expect(used(request(['member', 'insured'], []))).toEqual(['one/each 0', 'one/free 0']);
    expect(used(request(['member'], ['insured']))).toEqual(['one/each 0', 'one/free 0']);
    const all = ['one/each 01', 'one/free 01', 'one/group 01', 'one/setting 01'];
    expect(used(request([], ['insured', 'member']))).toEqual(all);
  });
});
