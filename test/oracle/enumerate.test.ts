import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { type Need, best, item, need, request, withItems } from './by-hand.js';
import { enumerate } from './enumerate.js';
import { plusMonths } from './page.js';

/*
 * Worked by hand from the page, so that the judge is judged too. What has dates, places, rules of its own and more than
 * one item is in `enumerate-contract.test.ts`.
 */

describe('the oracle of the page', () => {
  it('buys for everybody what there is money for', () => {
    expect(best({})).toMatchObject({
      must: 0,
      weighted: 15,
      pence: 3000,
      minutes: 180,
      places: 3,
      bookings: 1,
      ties: 1,
    });
    expect(best({ funding: [{ id: 'p', pence: 2999 }] })).toMatchObject({
      must: 0,
      weighted: 10,
      pence: 2000,
      minutes: 120,
      places: 2,
      bookings: 1,
      ties: 3,
    });
    expect(best({ funding: [] })).toMatchObject({
      must: 0,
      weighted: 0,
      pence: 0,
      minutes: 0,
      places: 0,
      bookings: 0,
      ties: 1,
    });
  });

  it('puts a must before any weight', () => {
    const items = [item('i'), item('j', { teaches: [{ area: 'play', depth: 1 }] })];
    const needs = [
      need('n', { weight: 1000 }),
      need('m', { area: 'play', depth: 1, source: 'statutory', who: { staff: ['ann'] } }),
    ];
    expect(best({ ...withItems(...items), needs, funding: [{ id: 'p', pence: 1000 }] })).toMatchObject({
      must: 1,
      weighted: 0,
    });
    expect(
      best({ ...withItems(...items), needs, funding: [{ id: 'p', pence: 1000 }], policy: { must: [] } }),
    ).toMatchObject({ must: 0, weighted: 1000 });
  });

  it('counts groups booking by booking, and pots to the penny', () => {
    const items = [item('i', { offers: [{ id: 'o', price: { kind: 'per-group', pence: 500, size: 2 } }] })];
    expect(best(withItems(...items))).toMatchObject({ weighted: 15, pence: 1000, bookings: 1, ties: 1 });
    // Two groups in two bookings, one from each pot: the odd one of three can be anybody, from either pot.
    const pots = [
      { id: 'p', pence: 500 },
      { id: 'q', pence: 999 },
    ];
    expect(best({ ...withItems(...items), funding: pots })).toMatchObject({
      weighted: 15,
      pence: 1000,
      bookings: 2,
      ties: 6,
    });
  });

  it('pays a price for the setting once, whoever comes', () => {
    const items = [item('i', { offers: [{ id: 'o', price: { kind: 'per-setting', pence: 2500 } }] })];
    expect(best(withItems(...items))).toMatchObject({ weighted: 15, pence: 2500, bookings: 1 });
  });

  it('opens an offer to those who hold what it requires', () => {
    const items = [item('i', { offers: [{ id: 'o', requires: ['club'], price: { kind: 'free' } }] })];
    const staff = request().staff.map((person) =>
      person.id === 'ann' ? { ...person, entitlements: ['club'] } : person,
    );
    expect(best(withItems(...items))).toMatchObject({ weighted: 0 });
    expect(best({ ...withItems(...items), staff })).toMatchObject({ weighted: 5, places: 1 });
    expect(
      best({ ...withItems(...items), setting: { id: 's', providerKind: 'group', entitlements: ['club'] } }),
    ).toMatchObject({ weighted: 15 });
  });

  it('reaches a target, and not further', () => {
    expect(best({ needs: [need('n', { count: { atLeast: 1, spare: 1 } })] })).toMatchObject({
      weighted: 10,
      places: 2,
      ties: 3,
    });
    expect(best({ needs: [need('n', { count: { atLeast: 9 } })] })).toMatchObject({
      weighted: 15,
      places: 3,
    });
  });

  it('tests records on the day, to the day', () => {
    const record = { area: 'talk', depth: 3 as const, completedOn: '2024-02-29' };
    const held = (
      more: Partial<typeof record & { expiresOn: string }>,
      needed: Partial<Need> = {},
    ): unknown => {
      const staff = [{ id: 'ann', roles: [], records: [{ ...record, ...more }] }];
      return enumerate(
        request({
          staff,
          needs: [need('n', { by: '2026-02-28', ...needed })],
          catalogue: { id: 'c', asOf: '2026-01-01', items: [] },
        }),
      );
    };
    const holds = { objectives: { weighted: 5 } };
    const lacks = { objectives: { weighted: 0 } };
    expect(held({})).toMatchObject(holds);
    expect(held({ expiresOn: '2026-03-01' })).toMatchObject(holds);
    expect(held({ expiresOn: '2026-02-28' })).toMatchObject(lacks);
    expect(held({}, { maxAgeMonths: 24 })).toMatchObject(holds);
    expect(held({}, { maxAgeMonths: 23 })).toMatchObject(lacks);
    expect(held({}, { maxAgeMonths: 24, by: '2026-03-01' })).toMatchObject(lacks);
    expect(held({}, { depth: 4 })).toMatchObject(lacks);
    // Overdue: tested on the window's last day.
    expect(held({ expiresOn: '2026-12-31' }, { by: '2026-01-30' })).toMatchObject(lacks);
  });

  it('lets learning lapse on its day, months clamped to their ends', () => {
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(plusMonths('2027-12-31', 2)).toBe('2028-02-29');
    expect(plusMonths('2026-12-31', 0)).toBe('2026-12-31');
    const taught = item('i', { teaches: [{ area: 'talk', depth: 2, validMonths: 1 }] });
    const on = (by: string, more: Partial<Need> = {}) =>
      best({ ...withItems(taught), needs: [need('n', { by, ...more })] });
    expect(on('2026-02-27')).toMatchObject({ weighted: 15 });
    expect(on('2026-02-28')).toMatchObject({ weighted: 0 });
    const lasting = (by: string): unknown => best({ needs: [need('n', { by, maxAgeMonths: 1 })] });
    expect(lasting('2026-02-28')).toMatchObject({ weighted: 15 });
    expect(lasting('2026-03-01')).toMatchObject({ weighted: 0 });
    // Tested the day the window opens: a self-paced booking starts on it.
    expect(best({ needs: [need('n', { by: '2026-01-31' })] })).toMatchObject({ weighted: 15 });
  });

  it('keeps to the minutes of those who have both numbers', () => {
    const time = (releaseMinutes?: number, ownMinutes?: number): unknown =>
      best({ staff: [{ id: 'ann', roles: [], time: { releaseMinutes, ownMinutes } }] });
    expect(time(20, 40)).toMatchObject({ weighted: 5 });
    expect(time(20, 39)).toMatchObject({ weighted: 0 });
    expect(time(20, undefined)).toMatchObject({ weighted: 5 });
  });

  it('books what is pinned, needed or not, and nothing that is banned', () => {
    const other = item('j', { teaches: [{ area: 'play', depth: 1 }] });
    const items = withItems(item('i'), other);
    expect(best({ ...items, adjustments: [{ kind: 'pin', item: 'j' }] })).toMatchObject({
      weighted: 15,
      pence: 4000,
      ties: 3,
    });
    expect(
      best({ ...items, adjustments: [{ kind: 'pin', item: 'j', staff: ['ann', 'ben'] }] }),
    ).toMatchObject({ pence: 5000, ties: 1 });
    expect(best({ adjustments: [{ kind: 'ban', item: 'i', staff: ['ann'] }] })).toMatchObject({
      weighted: 10,
      ties: 1,
    });
    expect(best({ adjustments: [{ kind: 'ban', item: 'i' }] })).toMatchObject({ weighted: 0 });
    expect(
      best({
        adjustments: [
          { kind: 'pin', item: 'i' },
          { kind: 'ban', item: 'i' },
        ],
      }),
    ).toBe('infeasible');
    expect(
      best({
        adjustments: [
          { kind: 'pin', item: 'i', staff: ['ann'] },
          { kind: 'ban', item: 'i', staff: ['ann'] },
        ],
      }),
    ).toBe('infeasible');
    expect(
      best({
        adjustments: [
          { kind: 'pin', item: 'i', staff: ['ann'] },
          { kind: 'ban', item: 'i', staff: ['ben'] },
        ],
      }),
    ).toMatchObject({ weighted: 10 });
    expect(best({ funding: [], adjustments: [{ kind: 'pin', item: 'i' }] })).toBe('infeasible');
  });

  it('lets no pin override the audience', () => {
    const items = withItems(item('i', { audience: { roles: ['manager'] } }));
    expect(best(items)).toMatchObject({ weighted: 5 });
    expect(best({ ...items, adjustments: [{ kind: 'pin', item: 'i' }] })).toMatchObject({ weighted: 5 });
    expect(best({ ...items, adjustments: [{ kind: 'pin', item: 'i', staff: ['ann'] }] })).toBe('infeasible');
  });

  it('counts the level awarded by the day of asking', () => {
    const qualified = (
      qualification: NonNullable<RequestInput['staff'][number]['qualifications']>[number],
    ): unknown =>
      best({
        staff: [{ id: 'ann', roles: [], qualifications: [qualification] }],
        needs: [need('n', { who: { minLevel: 3 } })],
      });
    expect(qualified({ level: 3 })).toMatchObject({ places: 1 });
    expect(qualified({ level: 3, awardedOn: '2026-01-01' })).toMatchObject({ places: 1 });
    expect(qualified({ level: 3, awardedOn: '2026-01-02' })).toMatchObject({ places: 0 });
    expect(qualified({ level: 3, studying: true })).toMatchObject({ places: 0 });
  });

  it('refuses what is not tiny', () => {
    const many = Array.from({ length: 12 }, (_, index) => item(`i${String(index)}`));
    expect(() => enumerate(request(withItems(...many)), 100)).toThrow('too many');
    const staff = Array.from({ length: 12 }, (_, index) => ({ id: `p${String(index)}`, roles: [] }));
    expect(() => enumerate(request({ staff }), 1000)).toThrow('too many');
  });
});
