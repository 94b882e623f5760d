import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkRequest } from '../../src/intake/check-request.js';
import { newTally } from '../../src/testing/index.js';
import { patience } from '../guarantees/support/patience.js';
import { runs } from '../support/runs.js';
import { enumerate } from './enumerate.js';
import { tryEveryBooking } from './every-booking.js';
import { judge } from './judge.js';
import { smallRequest } from './small-requests.js';

it(
  'nothing is left out: the judge, asked about every booking there is, finds the same',
  patience(120),
  () => {
    const tally = newTally();
    fc.assert(
      fc.property(smallRequest(), (request) => {
        expect(checkRequest(request)).toMatchObject({ status: 'valid' });
        const found = tryEveryBooking(request, 700);
        tally.ran();
        tally.note('few enough', found !== 'too many');
        if (found === 'too many') return;
        const best = enumerate(request);
        tally.note('infeasible', found === 'infeasible');
        if (best.status === 'infeasible' || found === 'infeasible') {
          expect([best.status, found]).toEqual(['infeasible', 'infeasible']);
          return;
        }
        const { objectives, ties, programmes } = best;
        expect({ objectives, ties }).toEqual(found);
        for (const programme of programmes)
          expect(judge(request, programme)).toEqual({ broken: [], objectives });
        tally.note('ties', ties > 1);
        tally.note('books', objectives.places > 0);
        tally.note(
          'buys for the setting',
          programmes.some((list) => list.some((one) => one.learners.length === 0)),
        );
      }),
      { numRuns: runs(150) },
    );
    expect(tally.percent('few enough')).toBeGreaterThan(60);
    expect(tally.percent('infeasible')).toBeGreaterThan(4);
    expect(tally.percent('books')).toBeGreaterThan(15);
    expect(tally.percent('ties')).toBeGreaterThan(2);
    expect(tally.percent('buys for the setting')).toBeGreaterThan(1);
  },
);
