import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally } from '../../src/testing/index.js';
import { compareObjectives } from '../oracle/objectives.js';
import { runs } from '../support/runs.js';
import { objectivesOf, optimal } from './support/built.js';
import { tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

const inMinutes = (value: number | undefined, more: number): number | undefined =>
  value === undefined ? undefined : value + more;

const MORE: Readonly<Record<string, (request: RequestInput, amount: number) => RequestInput>> = {
  'money in a pot': (request, amount) => ({
    ...request,
    funding: request.funding.map((pot, index) => (index === 0 ? { ...pot, pence: pot.pence + amount } : pot)),
  }),
  'another pot': (request, amount) => ({
    ...request,
    funding: [...request.funding, { id: 'gift', pence: amount }],
  }),
  time: (request, amount) => ({
    ...request,
    staff: request.staff.map((person) =>
      person.time === undefined
        ? person
        : { ...person, time: { ...person.time, ownMinutes: inMinutes(person.time.ownMinutes, amount) } },
    ),
  }),
  'a cheaper twin of an item': (request) => {
    const [first] = request.catalogue.items;
    if (first === undefined) return request;
    const twin = { ...first, id: 'new-item', minutes: Math.floor(first.minutes / 2), audience: undefined };
    return { ...request, catalogue: { ...request.catalogue, items: [...request.catalogue.items, twin] } };
  },
  'a cheaper offer': (request) => ({
    ...request,
    catalogue: {
      ...request.catalogue,
      items: request.catalogue.items.map((item) => ({
        ...item,
        offers: [...item.offers, { id: 'new-offer', price: { kind: 'per-learner', pence: 400 } }],
      })),
    },
  }),
};

describe('G6 more never hurts', () => {
  it('more money, time, items or offers never make the ordered objectives worse', patience(180), () => {
    const tally = newTally();
    const amounts = fc.constantFrom(1, 30, 500, 1000, 5000);
    fc.assert(
      fc.property(tiny(), fc.constantFrom(...Object.keys(MORE)), amounts, (request, what, amount) => {
        const before = optimal(request);
        const after = optimal(MORE[what]?.(request, amount) ?? request);
        tally.ran();
        if (before === undefined) {
          tally.note('becomes possible', after !== undefined);
          return;
        }
        expect(after).toBeDefined();
        if (after === undefined) return;
        const change = compareObjectives(objectivesOf(after), objectivesOf(before));
        expect(change).toBeLessThanOrEqual(0);
        tally.note(`better by ${what}`, change < 0);
      }),
      { numRuns: runs(800) },
    );
    for (const what of Object.keys(MORE)) expect(tally.count(`better by ${what}`), what).toBeGreaterThan(1);
    expect(tally.count('becomes possible')).toBeGreaterThan(1);
  });
});
