import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/certificate/canonical-json.js';
import type { RequestInput } from '../../src/domain/request.js';
import { makeRequest, newTally, shuffled } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { type Ending, built } from './support/built.js';
import { medium, tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

/** The answer as text. A conflict points into the lists of the request: what stands there counts, not where. */
function textOf(request: RequestInput, ending: Ending): string {
  if (ending.status !== 'infeasible') return JSON.stringify(ending);
  const members = ending.conflict.members.map(({ kind, path: [list, index], message }) => {
    const stands = kind === 'limit' ? request.limits : request.adjustments;
    expect(list).toBe(kind === 'limit' ? 'limits' : 'adjustments');
    return canonicalJson([kind, message, stands?.[Number(index)]]);
  });
  return JSON.stringify({ ...ending, conflict: members.sort() });
}

/** Lists that are easily taken for sequences. */
const ordered = ({ catalogue: { items }, terms }: RequestInput): Readonly<Record<string, unknown>> => ({
  tiers: items.flatMap(({ offers }) =>
    offers.map(({ price }) => (price.kind === 'per-learner-tiered' ? price.tiers : [])),
  ),
  bands: items.flatMap(({ offers }) =>
    offers.map(({ price }) => (price.kind === 'by-team-size' ? price.bands : [])),
  ),
  blocks: items.flatMap(({ sessions }) => (sessions ?? []).map(({ blocks }) => blocks)),
  sessions: items.map(({ sessions }) => sessions ?? []),
  terms: [terms ?? []],
});

const several = (lists: unknown): boolean =>
  Array.isArray(lists) && lists.some((list: unknown) => Array.isArray(list) && list.length > 1);

describe('G5 same answer', () => {
  it('gives the same bytes for any order of the lists and keys of a request', patience(180), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium()), fc.nat(), (request, seed) => {
        const other = shuffled(request, seed);
        const ending = built(request);
        tally.ran();
        tally.note('another order', JSON.stringify(request) !== JSON.stringify(other));
        tally.note(ending.status);
        tally.note('books', ending.status === 'optimal' && ending.programme.bookings.length > 1);
        expect(textOf(other, built(other))).toBe(textOf(request, ending));
        const [before, after] = [ordered(request), ordered(other)];
        for (const [list, entries] of Object.entries(before))
          tally.note(list, canonicalJson(after[list]) === canonicalJson(entries) && several(entries));
        tally.note(
          'a limit in a conflict',
          ending.status === 'infeasible' && ending.conflict.members.some(({ kind }) => kind === 'limit'),
        );
      }),
      { numRuns: runs(1000) },
    );
    for (const what of ['tiers', 'bands', 'blocks', 'sessions', 'terms', 'a limit in a conflict'])
      expect(tally.count(what), what).toBeGreaterThan(10);
    expect(tally.percent('another order')).toBeGreaterThan(95);
    expect(tally.percent('books')).toBeGreaterThan(25);
    expect(tally.count('infeasible')).toBeGreaterThan(20);
  });

  it('gives the same bytes when built twice, and for larger teams', patience(180), () => {
    const request = makeRequest(7, { people: 8, items: 24 });
    const first = JSON.stringify(built(request));
    expect(JSON.stringify(built(request))).toBe(first);
    for (const seed of [1, 2, 3]) expect(JSON.stringify(built(shuffled(request, seed)))).toBe(first);
  });

  it('gives the same bytes when stopped early', patience(180), () => {
    const tally = newTally();
    fc.assert(
      fc.property(medium(), fc.nat(), fc.constantFrom(5, 50, 500), (request, seed, effort) => {
        const other = shuffled(request, seed);
        const ending = built(request, { effort });
        tally.ran();
        tally.note(ending.status);
        expect(textOf(other, built(other, { effort }))).toBe(textOf(request, ending));
      }),
      { numRuns: runs(200) },
    );
    expect(tally.count('bounded')).toBeGreaterThan(10);
  });
});
