import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import {
  catalogue,
  type Item,
  item,
  need,
  openWays,
  perLearner,
  person,
  session,
  small,
  tiered,
} from './requests.js';

/** Ana is to learn the one area. All may learn the other, which is worth nothing. */
const needs = [
  need('safe', { who: { staff: ['ana'] } }),
  need('own', { area: 'own-area', weight: 0, who: { not: { staff: ['dee'] } } }),
];
const both: Item['teaches'] = [
  { area: 'safeguarding', depth: 1 },
  { area: 'own-area', depth: 1 },
];
const own: Item['teaches'] = [{ area: 'own-area', depth: 1 }];
const staff = ['ana', 'ben', 'cal', 'dee'].map((id) => person(id));

const worth = (items: Item[], more: Partial<RequestInput> = {}): string[] =>
  openWays(small({ staff, needs, catalogue: catalogue(...items), ...more }));

describe('the places of a best programme', () => {
  it('are those on which somebody comes to hold what is asked and scores', () => {
    expect(worth([item('a', { teaches: both })])).toEqual(['a/free 0']);
    expect(worth([item('a', { teaches: own })])).toEqual([]);
    const late = item('a', {
      teaches: both,
      sessions: [
        session('in-time', '2025-10-01T09:00', '2025-10-01T12:00'),
        session('late', '2025-12-01T09:00', '2025-12-01T12:00'),
      ],
    });
    expect(worth([late], { needs: [need('safe', { by: '2025-11-01' })] })).toEqual(['a in-time/free 0123']);
  });

  it('are for others too where a booking has to have several learners', () => {
    const atLeast = (min: number): string[] => worth([item('a', { teaches: both, learners: { min } })]);
    expect(atLeast(0)).toEqual(['a/free 0']);
    expect(atLeast(1)).toEqual(['a/free 0']);
    // Dee may not be booked at all.
    expect(atLeast(2)).toEqual(['a/free 012']);
    expect(worth([item('a', { teaches: own, learners: { min: 2 } })])).toEqual([]);
  });

  it('are for others on the slots that somebody wants, where a booking has to have several', () => {
    const one = item('a', {
      teaches: both,
      learners: { min: 2 },
      sessions: [
        session('late', '2025-12-01T09:00', '2025-12-01T12:00'),
        session('in-time', '2025-10-01T09:00', '2025-10-01T12:00'),
      ],
    });
    expect(worth([one], { needs: [{ ...needs[0]!, by: '2025-11-01' }, needs[1]!] })).toEqual([
      'a in-time/free 012',
    ]);
  });

  it('are for others too where some of them come free', () => {
    const priced = (...tiers: (readonly [number, number])[]): string[] =>
      worth([item('a', { teaches: both, offers: [{ id: 'o', price: tiered(...tiers) }] })]);
    expect(priced([1, 5], [2, 3])).toEqual(['a/o 0']);
    expect(priced([1, 5], [2, 0])).toEqual(['a/o 012']);
    // Where the first comes free a second makes it a booking that costs, from a pot with a rule.
    expect(priced([1, 0], [2, 3])).toEqual(['a/o 012']);
  });

  it('are for all who fit, on every slot, where all go or nobody does', () => {
    const whole = (teaches: Item['teaches'], audience?: Item['audience'], asked = needs): string[] =>
      worth(
        [
          item('a', {
            teaches,
            audience,
            participation: 'whole-team',
            sessions: [
              session('one', '2025-10-01T09:00', '2025-10-01T12:00'),
              session('two', '2025-12-01T09:00', '2025-12-01T12:00'),
            ],
          }),
        ],
        { needs: asked },
      );
    expect(whole(both)).toEqual(['a one/free 0123', 'a two/free 0123']);
    expect(whole(both, { roles: ['cook'] })).toEqual([]);
    expect(whole(own)).toEqual([]);
    // The others may go to a session that is too late for the one who needs it.
    const early = [need('safe', { who: { staff: ['ana'] }, by: '2025-11-01' })];
    expect(whole(both, undefined, early)).toEqual(['a one/free 0123', 'a two/free 0123']);
    const before = [need('safe', { who: { staff: ['ana'] }, by: '2025-09-30' })];
    expect(whole(both, undefined, before)).toEqual([]);
  });

  it('are those of the baseline that may be booked', () => {
    const baseline: RequestInput['baseline'] = [
      {
        id: 'was',
        item: 'a',
        offer: 'free',
        learners: ['ben', 'dee'],
        units: 2,
        pence: 0,
        minutes: 60,
        startsOn: '2025-09-01',
        completeBy: '2026-08-31',
      },
    ];
    expect(worth([item('a', { teaches: own })], { baseline })).toEqual(['a/free 1']);
    expect(worth([item('a', { teaches: both })], { baseline })).toEqual(['a/free 01']);
    expect(worth([item('a', { teaches: own })], { baseline: [] })).toEqual([]);
  });

  it('are those that grant what an offer asks for and the setting has not', () => {
    const granting = item('a', { teaches: own, grants: ['member'] });
    const asking = item('b', { offers: [{ id: 'o', price: perLearner(1), requires: ['member'] }] });
    expect(worth([granting, asking])).toEqual(['a/free 012', 'b/o 0']);
    expect(worth([granting, item('b')])).toEqual(['b/free 0']);
    const setting: RequestInput['setting'] = {
      id: 'acorns',
      providerKind: 'group',
      entitlements: ['member'],
    };
    expect(worth([granting, asking], { setting })).toEqual(['b/o 0']);
  });

  it('are those that a least amount counts', () => {
    const least = (limit: Partial<NonNullable<RequestInput['limits']>[number]>): string[] =>
      worth([item('a', { teaches: own })], {
        limits: [{ id: 'l', measure: 'places', select: { staff: ['ben', 'dee'] }, ...limit }],
      });
    expect(least({ atLeast: 1 })).toEqual(['a/free 1']);
    expect(least({ atMost: 1 })).toEqual([]);
    expect(least({ atLeast: 1, select: { items: ['a'] } })).toEqual(['a/free 012']);
    expect(least({ atLeast: 1, select: { items: [] } })).toEqual([]);
  });

  it('are all of an item that is pinned, for whom it is permitted', () => {
    const pinned = (staffNamed?: string[]): string[] =>
      worth([item('a', { teaches: own })], {
        adjustments: [{ kind: 'pin', item: 'a', ...(staffNamed === undefined ? {} : { staff: staffNamed }) }],
      });
    expect(pinned()).toEqual(['a/free 0123']);
    expect(pinned(['dee'])).toEqual(['a/free 0123']);
    expect(pinned(['ben'])).toEqual(['a/free 012']);
  });

  it('are those on what must come first, for whom no record does', () => {
    const chain = [
      item('a', { teaches: both, prerequisites: [{ anyOf: ['b'] }] }),
      item('b', { teaches: own, prerequisites: [{ anyOf: ['c', 'd'] }] }),
      item('c', { teaches: own }),
      item('d', { teaches: own, audience: { roles: ['cook'] } }),
    ];
    expect(worth(chain)).toEqual(['a/free 0', 'b/free 0', 'c/free 0']);
    const holding = (completedOn: string, named: string): string[] =>
      worth(chain, {
        staff: [
          person('ana', { records: [{ area: 'prevent-duty', depth: 1, completedOn, item: named }] }),
          ...staff.slice(1),
        ],
      });
    expect(holding('2025-01-01', 'b')).toEqual(['a/free 0']);
    expect(holding('2025-09-01', 'b')).toEqual(['a/free 0']);
    expect(holding('2025-01-01', 'c')).toEqual(['a/free 0', 'b/free 0']);
    expect(holding('2025-01-01', 'a')).toEqual(['a/free 0', 'b/free 0', 'c/free 0']);
  });
});
