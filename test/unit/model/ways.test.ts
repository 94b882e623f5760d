import { describe, expect, it } from 'vitest';
import { sortedById } from '../../../src/internal/order.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { teamOf } from '../../../src/model/goal.js';
import { termsOf } from '../../../src/model/slots.js';
import { mayBeFree, missingFor, type Way, waysOf } from '../../../src/model/ways.js';
import { slotsOf } from './at-once.js';
import {
  bands,
  catalogue,
  checked,
  free,
  type Item,
  item,
  need,
  openWays,
  perGroup,
  perLearner,
  perSetting,
  person,
  small,
  tiered,
} from './requests.js';

type Offer = Item['offers'][number];

/** The ways to book the first slot of one item. */
const waysTo = (offers: Offer[], more: Partial<RequestInput> = {}): Way[] => {
  const request = checked(small({ catalogue: catalogue(item('one', { offers })), ...more }));
  const [slot] = slotsOf(request, termsOf(request));
  const held = new Set(request.setting.entitlements);
  return waysOf(slot!, 0, sortedById(request.funding), request.staff.length, held);
};

describe('ways to book', () => {
  it('have the pots that could pay the least, in the order of ids, and none where nothing is paid', () => {
    const ways = waysTo([
      { id: 'c', price: perLearner(600) },
      { id: 'b', price: perSetting(500) },
      { id: 'a', price: perLearner(0) },
      { id: 'd', price: perSetting(1001) },
      { id: 'e', price: tiered([1, 0], [2, 501]) },
      { id: 'f', price: tiered([1, 1001], [2, 0]) },
    ]);
    // Pots: "budget", 1000, then "grant", 500.
    expect(ways.map(({ offer, pots }) => [offer.id, pots])).toEqual([
      ['a', []],
      ['b', [0, 1]],
      ['c', [0]],
      ['d', []],
      ['e', [0]],
      ['f', []],
    ]);
    expect(ways.map(mayBeFree)).toEqual([true, false, false, false, true, false]);
  });

  it('are there only while the offer is, and paid only from pots that are, on the start day', () => {
    const starting = (offer: Partial<Offer>, pot: Partial<RequestInput['funding'][number]> = {}) =>
      waysTo([{ id: 'a', price: perLearner(1), ...offer }], {
        funding: [
          { id: 'dated', pence: 9, ...pot },
          { id: 'other', pence: 9 },
        ],
      }).map(({ pots }) => pots);
    expect(starting({ from: '2025-09-01', to: '2025-09-01' })).toEqual([[0, 1]]);
    expect(starting({ from: '2025-09-02' })).toEqual([]);
    expect(starting({ to: '2025-08-31' })).toEqual([]);
    expect(starting({}, { from: '2025-09-01', to: '2025-09-01' })).toEqual([[0, 1]]);
    expect(starting({}, { from: '2025-09-02' })).toEqual([[1]]);
    expect(starting({}, { to: '2025-08-31' })).toEqual([[1]]);
  });

  it('are not there for a team that is too large', () => {
    expect(waysTo([{ id: 'a', price: bands([3, 5]) }]).length).toBe(1);
    expect(waysTo([{ id: 'a', price: bands([2, 5]) }])).toEqual([]);
  });

  it('lack what the setting has not, and learners may have it where the price is theirs', () => {
    const requires = ['insured', 'member', 'trained'];
    const setting: RequestInput['setting'] = {
      id: 'acorns',
      providerKind: 'group',
      entitlements: ['insured'],
    };
    const staff = [person('ana', { entitlements: ['member', 'insured'] }), person('ben')];
    const prices = [free, perLearner(1), tiered([1, 2]), perSetting(3), perGroup(4, 2)];
    const ways = waysTo(
      prices.map((price, k) => ({ id: `o${k}`, price, requires })),
      { setting, staff },
    );
    const [ana, ben] = teamOf(checked(small({ setting, staff })));
    for (const way of ways) {
      expect(way.missing).toEqual(['member', 'trained']);
      expect(missingFor(way, ben!)).toEqual(['member', 'trained']);
    }
    expect(ways.map((way) => missingFor(way, ana!).join())).toEqual([
      'trained',
      'trained',
      'trained',
      'member,trained',
      'member,trained',
    ]);
  });
});

describe('ways that are open', () => {
  it('are left out where no pot can pay', () => {
    const offers = [
      { id: 'dear', price: perLearner(1001) },
      { id: 'fair', price: perLearner(1000) },
    ];
    expect(openWays(small({ catalogue: catalogue(item('one', { offers })) }))).toEqual(['one/fair 012']);
    expect(openWays(small({ funding: [] }))).toEqual(['module/free 012']);
  });

  it('are for those whom some pot pays for', () => {
    const offers: Offer[] = [
      { id: 'each', price: perLearner(5) },
      { id: 'first-free', price: tiered([1, 0], [2, 5]) },
    ];
    const paying = (...pays: RequestInput['funding'][number]['pays'][]) =>
      openWays(
        small({
          catalogue: catalogue(item('one', { offers })),
          funding: pays.map((one, k) => ({ id: `p${k}`, pence: 10, pays: one })),
        }),
      );
    expect(paying({ staff: ['ben'] })).toEqual(['one/each 1', 'one/first-free 012']);
    expect(paying({ staff: ['ben'] }, { roles: ['manager'] })).toEqual(['one/each 01', 'one/first-free 012']);
    expect(paying({ items: [] })).toEqual(['one/first-free 012']);
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
    expect(openWays(request)).toEqual(['deeper/free 2', 'needed/free 0']);
  });

  it('are for nobody once records reach the target', () => {
    const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;
    const staff = [person('ana', { records: [...records] }), person('ben')];
    expect(openWays(small({ staff, needs: [need('one', { count: { atLeast: 1 } })] }))).toEqual([]);
    expect(openWays(small({ staff, needs: [need('one', { count: { atLeast: 1, spare: 1 } })] })).length).toBe(
      3,
    );
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
      openWays(
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
    expect(openWays(small({ staff, catalogue: items, adjustments: [{ kind: 'ban', item: 'one' }] }))).toEqual(
      [],
    );
  });

  it('ask what they require of the setting, and of each learner where the price is theirs', () => {
    const requires = ['member', 'insured'];
    const request = (own: string[], shared: string[], ...more: Item[]): RequestInput =>
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
              { id: 'tiers', price: tiered([1, 5], [2, 4]), requires },
            ],
          }),
          ...more,
        ),
      });
    const own = ['one/each 0', 'one/free 0', 'one/tiers 0'];
    const all = ['one/each 01', 'one/free 01', 'one/group 01', 'one/setting 01', 'one/tiers 01'];
    expect(openWays(request([], []))).toEqual([]);
    expect(openWays(request(['member', 'insured'], []))).toEqual(own);
    expect(openWays(request(['member'], ['insured']))).toEqual(own);
    expect(openWays(request([], ['insured', 'member']))).toEqual(all);
    // What some item of the catalogue grants may be bought.
    const joining = item('zz-joining', { teaches: [], grants: ['member'] });
    expect(openWays(request([], ['insured'], joining))).toEqual([...all, 'zz-joining/free ']);
    expect(openWays(request([], [], joining))).toEqual(['zz-joining/free ']);
    expect(openWays(request(['insured'], [], joining))).toEqual([...own, 'zz-joining/free ']);
  });

  it('are not for people who are away during any of it', () => {
    const sessions = [
      {
        id: 's',
        blocks: [
          { starts: '2025-10-01T09:00', ends: '2025-10-01T12:00' },
          { starts: '2025-10-08T20:00', ends: '2025-10-09T00:00' },
        ],
      },
    ];
    const away = (from: string, to: string) =>
      openWays(
        small({
          staff: [person('ana', { away: [{ from, to }] }), person('ben')],
          catalogue: catalogue(item('one', { sessions }), item('two')),
        }),
      );
    expect(away('2025-10-02', '2025-10-07')).toEqual(['one s/free 01', 'two/free 01']);
    expect(away('2025-10-01', '2025-10-01')).toEqual(['one s/free 1', 'two/free 01']);
    expect(away('2025-10-08', '2025-10-20')).toEqual(['one s/free 1', 'two/free 01']);
    // A block that ends at midnight does not touch the day that begins then.
    expect(away('2025-10-09', '2025-10-09')).toEqual(['one s/free 01', 'two/free 01']);
  });

  it('are purchases only where somebody could want what they grant, or they are pinned or counted', () => {
    const joining = (more: Partial<Item> = {}): Item =>
      item('joining', { teaches: [], grants: ['member'], ...more });
    const offers: Offer[] = [{ id: 'a', price: free, requires: ['member'] }];
    const buying = (own: Item, more: Partial<RequestInput> = {}) =>
      openWays(small({ catalogue: catalogue(own), ...more }));
    expect(buying(joining())).toEqual([]);
    expect(buying(joining(), { catalogue: catalogue(joining(), item('one', { offers })) })).toEqual([
      'joining/free ',
      'one/a 012',
    ]);
    expect(buying(joining(), { adjustments: [{ kind: 'pin', item: 'joining' }] })).toEqual(['joining/free ']);
    const least = { limits: [{ id: 'l', measure: 'bookings', atLeast: 1 }] } as const;
    expect(buying(joining(), { limits: [...least.limits] })).toEqual(['joining/free ']);
    const pin = { adjustments: [{ kind: 'pin', item: 'joining' }] } satisfies Partial<RequestInput>;
    expect(buying(joining({ learners: { min: 1 } }), pin)).toEqual([]);
    // It has no learners, of whom an audience could ask.
    for (const audience of [{ providerKinds: ['school' as const] }, { roles: ['cook'] }])
      expect(buying(joining({ audience }), pin)).toEqual(['joining/free ']);
    expect(buying(joining({ offers: [{ id: 'a', price: perSetting(1001) }] }), pin)).toEqual([]);
    expect(
      buying(joining({ offers: [{ id: 'a', price: perSetting(10) }] }), {
        ...pin,
        funding: [{ id: 'for-staff', pence: 10, pays: { not: { staff: [] } } }],
      }),
    ).toEqual([]);
  });
});
