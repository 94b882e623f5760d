import type { RequestInput } from '../../src/domain/request.js';
import { enumerate } from './enumerate.js';

/*
 * A small request to work by hand: three people, who all need the one item there is.
 */

export type Item = RequestInput['catalogue']['items'][number];
export type Need = RequestInput['needs'][number];

export const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  title: id,
  kind: 'workshop',
  teaches: [{ area: 'talk', depth: 2 }],
  minutes: 60,
  offers: [{ id: 'o', price: { kind: 'per-learner', pence: 1000 } }],
  ...more,
});
export const need = (id: string, more: Partial<Need> = {}): Need => ({
  id,
  area: 'talk',
  depth: 2,
  who: {},
  count: 'everyone',
  source: 'self-evaluation',
  ...more,
});
export const request = (more: Partial<RequestInput> = {}): RequestInput => ({
  asOf: '2026-01-01',
  window: { from: '2026-01-31', to: '2026-12-31' },
  setting: { id: 's', providerKind: 'group' },
  staff: [
    { id: 'ann', roles: ['practitioner'] },
    { id: 'ben', roles: ['practitioner'] },
    { id: 'cat', roles: ['manager'] },
  ],
  needs: [need('n')],
  catalogue: { id: 'c', asOf: '2026-01-01', items: [item('i')] },
  funding: [{ id: 'p', pence: 10_000 }],
  areas: [{ id: 'talk', title: 'Talk' }],
  ...more,
});
export const withItems = (...items: Item[]): Partial<RequestInput> => ({
  catalogue: { id: 'c', asOf: '2026-01-01', items },
});

/** What the best programme of such a request comes to. */
export const best = (more: Partial<RequestInput>): unknown => {
  const answer = enumerate(request(more));
  if (answer.status === 'infeasible') return 'infeasible';
  const { objectives, ties } = answer;
  return {
    ...objectives,
    releaseMinutes: objectives['release-minutes'],
    ties,
  };
};
