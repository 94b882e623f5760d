import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { checkRequest } from '../../src/intake/check-request.js';
import { newTally, type Tally } from '../../src/testing/index.js';
import { patience } from '../guarantees/support/patience.js';
import { tiny } from '../guarantees/support/sizes.js';
import { runs } from '../support/runs.js';
import { type Best, enumerate } from './enumerate.js';
import { MONEY } from './hand-worked/money.js';
import { PEOPLE } from './hand-worked/people.js';
import { TIMES } from './hand-worked/times.js';
import { judge } from './judge.js';
import { solveByHighs } from './mip.js';
import { smallRequest } from './small-requests.js';

type Offer = RequestInput['catalogue']['items'][number]['offers'][number];

/** The request is sound, and every programme, HiGHS and the judge say the same of it; what they say. */
async function agreed(request: RequestInput): Promise<Best> {
  expect(checkRequest(request)).toMatchObject({ status: 'valid' });
  const tried = enumerate(request);
  const solved = await solveByHighs(request);
  expect(solved.status).toBe(tried.status);
  if (tried.status === 'infeasible' || solved.status === 'infeasible') return tried;
  expect(solved.objectives).toEqual(tried.objectives);
  for (const bookings of [...tried.programmes, solved.bookings])
    expect(judge(request, bookings)).toEqual({ broken: [], objectives: tried.objectives });
  return tried;
}

/** The first item is a membership, and every offer of the others is behind it. */
function behindMembership(request: RequestInput): RequestInput {
  const [membership, ...others] = request.catalogue.items;
  if (membership === undefined) return request;
  const offers = membership.offers.map(({ id, price, ...dates }): Offer => {
    const own = price.kind === 'free' || price.kind === 'per-setting' || price.kind === 'by-team-size';
    return { id, ...dates, requires: [], price: own ? price : { kind: 'per-setting', pence: 100 } };
  });
  const items = [
    { ...membership, teaches: [], grants: ['club'], offers },
    ...others.map((item) => ({
      ...item,
      offers: item.offers.map((offer): Offer => ({ ...offer, requires: ['club'] })),
    })),
  ];
  return { ...request, catalogue: { ...request.catalogue, items } };
}

function note(tally: Tally, request: RequestInput, best: Best): void {
  tally.ran();
  tally.note('infeasible', best.status === 'infeasible');
  if (best.status === 'infeasible') return;
  const items = new Map(request.catalogue.items.map((item) => [item.id, item]));
  const booked = (best.programmes[0] ?? []).map((choice) => ({ ...choice, of: items.get(choice.item) }));
  tally.note('ties', best.ties > 1);
  tally.note('costs something', best.objectives.pence > 0);
  tally.note(
    'a session',
    booked.some(({ session }) => session !== undefined),
  );
  tally.note(
    'a term',
    booked.some(({ term }) => term !== undefined),
  );
  tally.note(
    'for the setting',
    booked.some(({ learners }) => learners.length === 0),
  );
  tally.note(
    'after something else',
    booked.some(({ of }) => of?.prerequisites !== undefined),
  );
  tally.note('changes', request.baseline !== undefined && best.objectives.changes > 0);
}

describe('the oracles agree with each other: trying every programme, HiGHS, and the judge', () => {
  it.for([...TIMES, ...MONEY, ...PEOPLE])('on paper: $name', async ({ request, expected }) => {
    const best = await agreed(request);
    if (expected === undefined) expect(best).toEqual({ status: 'infeasible' });
    else expect(best).toMatchObject({ status: 'feasible', objectives: expected });
  });

  it('on requests of the whole contract', patience(240), async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(tiny(), async (request) => {
        note(tally, request, await agreed(request));
      }),
      { numRuns: runs(200) },
    );
    expect(tally.percent('infeasible')).toBeGreaterThan(2);
    expect(tally.percent('ties')).toBeGreaterThan(10);
    expect(tally.percent('costs something')).toBeGreaterThan(20);
    expect(tally.count('a session')).toBeGreaterThan(5);
    expect(tally.count('a term')).toBeGreaterThan(5);
  });

  it('on the smallest requests in which everything meets everything', patience(240), async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(smallRequest(), async (request) => {
        note(tally, request, await agreed(request));
      }),
      { numRuns: runs(600) },
    );
    for (const what of ['infeasible', 'ties', 'costs something', 'a session', 'a term', 'changes'])
      expect(tally.percent(what), what).toBeGreaterThan(3);
    expect(tally.count('after something else')).toBeGreaterThan(2);
  });

  it('where a membership may be bought', patience(240), async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(smallRequest().map(behindMembership), async (request) => {
        note(tally, request, await agreed(request));
      }),
      { numRuns: runs(150) },
    );
    expect(tally.percent('for the setting')).toBeGreaterThan(5);
  });
});
