import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../src/testing/index.js';
import { tiny } from '../guarantees/support/sizes.js';
import { runs } from '../support/runs.js';
import { enumerate } from './enumerate.js';
import { bookingsOf, judge } from './judge.js';
import { solveByHighs } from './mip.js';
import { patience } from '../guarantees/support/patience.js';

describe('the oracles', () => {
  it('agree with each other: trying every programme, HiGHS, and the judge', patience(180), async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(tiny(), async (request) => {
        const tried = enumerate(request);
        const solved = await solveByHighs(request);
        tally.ran();
        tally.note('infeasible', tried.status === 'infeasible');
        expect(solved.status).toBe(tried.status);
        if (tried.status === 'infeasible' || solved.status === 'infeasible') return;
        tally.note('ties', tried.ties > 1);
        tally.note('costs something', tried.objectives.pence > 0);
        expect(solved.objectives).toEqual(tried.objectives);
        for (const places of [...tried.programmes, solved.places]) {
          const verdict = judge(request, bookingsOf(request, places));
          expect(verdict).toEqual({ broken: [], objectives: tried.objectives });
        }
      }),
      { numRuns: runs(300) },
    );
    expect(tally.count('infeasible')).toBeGreaterThan(8);
    expect(tally.percent('ties')).toBeGreaterThan(10);
    expect(tally.percent('costs something')).toBeGreaterThan(25);
  });
});
