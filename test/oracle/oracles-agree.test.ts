import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../src/testing/tally.js';
import { requestArbitrary } from '../../src/testing/request-arbitrary.js';
import { enumerate } from './enumerate.js';
import { bookingsOf, judge } from './judge.js';
import { solveByHighs } from './mip.js';

describe('the oracles', () => {
  it('agree with each other: trying every programme, HiGHS, and the judge', async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(requestArbitrary(), async (request) => {
        const tried = enumerate(request);
        const solved = await solveByHighs(request);
        tally.ran();
        tally.note('infeasible', tried.status === 'infeasible');
        expect(solved.status).toBe(tried.status);
        if (tried.status === 'infeasible' || solved.status === 'infeasible') return;
        tally.note('ties', tried.ties > 1);
        tally.note('books something', tried.objectives.places > 0);
        tally.note('costs something', tried.objectives.pence > 0);
        expect(solved.objectives).toEqual(tried.objectives);
        for (const places of [...tried.programmes, solved.places]) {
          expect(judge(request, bookingsOf(request, places))).toEqual({
            broken: [],
            objectives: tried.objectives,
          });
        }
      }),
      { numRuns: 400, seed: 20260901 },
    );
    console.log(tally.report());
  });
});
