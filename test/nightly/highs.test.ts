import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyProgramme } from '../../src/index.js';
import type { RequestInput } from '../../src/domain/request.js';
import { makeRequest, newTally, randomFrom, requestArbitrary } from '../../src/testing/index.js';
import { built, objectivesOf } from '../guarantees/support/built.js';
import { judge } from '../oracle/judge.js';
import { solveByHighs } from '../oracle/mip.js';
import { runs, seed } from '../support/runs.js';

/** At least this many settings of 8 to 15 staff, more when more runs are asked for. */
const SETTINGS = Math.max(32, runs(6));

/**
 * Every objective is proved and is what HiGHS says, and the programme is legal and accepted. `untied`: the effort was
 * spent after that, before the ties between equal programmes were settled.
 */
async function mustAgree(request: RequestInput): Promise<'infeasible' | 'optimal' | 'untied'> {
  const answer = await solveByHighs(request);
  const result = built(request);
  if (answer.status === 'infeasible') {
    expect(result.status).toBe('infeasible');
    return 'infeasible';
  }
  if (result.status !== 'optimal' && result.status !== 'bounded')
    throw new Error(`ended as ${result.status}`);
  for (const { value, bound } of result.programme.objectives) expect(bound).toBe(value);
  expect(objectivesOf(result.programme)).toEqual(answer.objectives);
  expect(verifyProgramme(request, result.programme)).toEqual({ ok: true });
  expect(judge(request, result.programme.bookings).broken).toEqual([]);
  return result.status === 'optimal' ? 'optimal' : 'untied';
}

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

  it('of generated requests, with everything they can use', async () => {
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
