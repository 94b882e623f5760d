import fc from 'fast-check';
import type { RequestInput } from '../../../src/domain/request.js';

/**
 * One person, and items that each teach what nothing else teaches, at prices that are near what they are worth: which of them the
 * money is for takes a search, though there is little to compile.
 */
export const knapsacks = (): fc.Arbitrary<RequestInput> =>
  fc
    .record({
      things: fc.array(
        fc.record({ weight: fc.integer({ min: 20, max: 60 }), extra: fc.integer({ min: -40, max: 40 }) }),
        { minLength: 10, maxLength: 18 },
      ),
      minutes: fc.array(fc.integer({ min: 20, max: 60 }), { minLength: 18, maxLength: 18 }),
    })
    .map(({ things, minutes }): RequestInput => {
      const pence = ({ weight, extra }: (typeof things)[number]): number => 100 * weight + 7 * extra;
      const total = things.reduce((sum, thing) => sum + pence(thing), 0);
      const longest = things.reduce((sum, _, k) => sum + (minutes[k] ?? 0), 0);
      const area = (k: number): string => `area-${String(k)}`;
      return {
        asOf: '2025-09-01',
        window: { from: '2025-09-01', to: '2026-08-31' },
        setting: { id: 'setting', providerKind: 'childminder' },
        staff: [{ id: 'person', roles: ['childminder'], time: { ownMinutes: Math.floor(longest / 2) } }],
        needs: things.map(({ weight }, k) => ({
          id: `need-${String(k)}`,
          area: area(k),
          depth: 1,
          who: {},
          count: 'everyone',
          source: 'self-evaluation',
          weight,
        })),
        catalogue: {
          id: 'fictional',
          asOf: '2025-09-01',
          items: things.map((thing, k) => ({
            id: `item-${String(k)}`,
            title: `Fictional item ${String(k)}`,
            kind: 'online-module',
            teaches: [{ area: area(k), depth: 1 }],
            minutes: minutes[k] ?? 30,
            offers: [{ id: 'only', price: { kind: 'per-learner', pence: pence(thing) } }],
          })),
        },
        funding: [{ id: 'budget', pence: Math.floor(total / 2) }],
        areas: things.map((_, k) => ({ id: area(k), title: `Area ${String(k)}` })),
      };
    });
