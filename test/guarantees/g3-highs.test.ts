import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRequest, newTally } from '../../src/testing/index.js';
import { seed } from '../support/runs.js';
import { mustAgree, teamWithEverything } from './support/agrees.js';
import { patience } from './support/patience.js';

describe('G3 best: an independent solver finds nothing better', () => {
  const made = [
    [1, { people: 8, items: 40 }],
    [2, { people: 8, items: 20, pencePerHead: 600 }],
    [3, { people: 9, items: 30, minutesPerHead: 240 }],
    [4, { people: 10, items: 30, pencePerHead: 300 }],
  ] as const;
  it.for(made)('for the team of seed %i: %o', patience(180), async ([number, options]) => {
    expect(await mustAgree(makeRequest(number, options))).toBe('optimal');
  });

  it('for teams of 8 to 30 with everything the contract has', patience(240), async () => {
    const tally = newTally();
    const sizes = [8, 9, 10, 12, 14, 16, 18, 20, 24, 30];
    for (const [index, people] of sizes.entries()) {
      const items = people > 20 ? 12 : 15;
      const team = teamWithEverything(
        people,
        items,
        index % 2 === 0 ? [] : ['minimums', 'pins', 'wholeTeam'],
      );
      for (const request of fc.sample(team, { numRuns: 2, seed: seed + people })) {
        tally.note(await mustAgree(request));
        tally.ran();
      }
    }
    expect(tally.count('optimal'), JSON.stringify(tally.report())).toBeGreaterThanOrEqual(12);
  });
});
