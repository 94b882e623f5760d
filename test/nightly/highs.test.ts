import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Features,
  makeRequest,
  newTally,
  randomFrom,
  requestArbitrary,
} from '../../src/testing/index.js';
import { mustAgree, teamWithEverything } from '../guarantees/support/agrees.js';
import { runs, seed } from '../support/runs.js';

/** At least this many settings of 8 to 15 staff, more when more runs are asked for. */
const SETTINGS = Math.max(32, runs(6));
/** And this many teams of 8 to 30 staff with every feature of the contract. */
const TEAMS = Math.max(120, runs(24));

/** What leaves little to choose in a large team when everything is asked at once: a third of the teams are without. */
const STRICT: readonly (keyof Features)[] = ['minimums', 'pins', 'wholeTeam', 'learners'];

describe('G3 best, by HiGHS', () => {
  const random = randomFrom(seed);
  const endings = newTally();
  for (let index = 0; index < SETTINGS; index += 1) {
    const options = {
      people: 8 + (index % 8),
      items: 20 + 5 * random.whole(0, 5),
      pencePerHead: random.pick([300, 600, 1200, 1200, 2500]),
      minutesPerHead: random.pick([240, 480, 480, 900]),
    };
    const made = random.whole(1, 1_000_000);
    it(`of setting ${String(made)}: ${JSON.stringify(options)}`, async () => {
      endings.note(await mustAgree(makeRequest(made, options)));
      endings.ran();
    });
  }

  it('of nearly all of them down to the last tie', () => {
    expect(endings.cases()).toBe(SETTINGS);
    expect(endings.percent('optimal')).toBeGreaterThanOrEqual(90);
  });

  const teams = newTally();
  for (let index = 0; index < TEAMS; index += 1) {
    const people = 8 + (index % 23);
    const items = random.whole(10, people > 20 ? 14 : 20);
    const without = index % 3 === 0 ? STRICT : [];
    const made = random.whole(1, 1_000_000);
    it(`of a team with everything, ${String(people)} people, ${String(items)} items, seed ${String(made)}`, async () => {
      teams.ran();
      const arbitrary = teamWithEverything(people, items, without);
      for (const request of fc.sample(arbitrary, { numRuns: 1, seed: made }))
        teams.note(await mustAgree(request));
    });
  }

  it('of nearly all of those too', () => {
    expect(teams.cases()).toBe(TEAMS);
    expect(teams.percent('optimal'), JSON.stringify(teams.report())).toBeGreaterThanOrEqual(60);
    expect(teams.percent('untied')).toBeLessThanOrEqual(5);
  });

  it('of generated requests, with a few features at a time', async () => {
    const tally = newTally();
    const wide = requestArbitrary({
      people: { min: 4, max: 10 },
      items: { min: 5, max: 20 },
      needs: { min: 4, max: 12 },
      offers: { min: 1, max: 3 },
      pots: { min: 1, max: 3 },
      areas: 5,
    });
    await fc.assert(
      fc.asyncProperty(wide, async (request) => {
        tally.ran();
        tally.note(await mustAgree(request));
      }),
      { numRuns: runs(60), endOnFailure: true },
    );
    expect(tally.percent('optimal')).toBeGreaterThan(50);
  });
});
