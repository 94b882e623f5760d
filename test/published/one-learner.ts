import type { RequestInput } from '../../src/index.js';

interface Wanted {
  /** Development areas, each with a need of its own. */
  readonly areas: number;
  readonly need: (area: number) => Pick<RequestInput['needs'][number], 'source' | 'weight'>;
  readonly items: readonly { readonly pence: number; readonly teaches: readonly number[] }[];
  /** What there is to spend. */
  readonly pence: number;
}

const numbered = (word: string, index: number): string => `${word}-${String(index + 1).padStart(4, '0')}`;

/** A childminder alone, with one pot: what to learn for the money is a covering problem. */
export function oneLearner({ areas, need, items, pence }: Wanted): RequestInput {
  const ids = Array.from({ length: areas }, (_, area) => numbered('area', area));
  const id = (area: number): string => ids[area] ?? '';
  return {
    asOf: '2025-09-01',
    window: { from: '2025-09-01', to: '2026-08-31' },
    setting: { id: 'published', providerKind: 'childminder' },
    staff: [{ id: 'learner', roles: ['childminder'] }],
    needs: ids.map((area, index) => ({
      id: numbered('need', index),
      area,
      depth: 1,
      who: {},
      count: 'everyone',
      ...need(index),
    })),
    catalogue: {
      id: 'published',
      asOf: '2025-09-01',
      items: items.map((item, index) => ({
        id: numbered('item', index),
        title: numbered('Item', index),
        kind: 'online-module',
        minutes: 1,
        teaches: item.teaches.map((area) => ({ area: id(area), depth: 1 as const })),
        offers: [{ id: 'offer', price: { kind: 'per-learner', pence: item.pence } }],
      })),
    },
    funding: [{ id: 'budget', pence }],
    areas: ids.map((area) => ({ id: area, title: area })),
  };
}
