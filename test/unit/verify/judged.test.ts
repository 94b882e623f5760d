import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Booking, Programme } from '../../../src/domain/programme.js';
import type { Request, RequestInput } from '../../../src/domain/request.js';
import { newTally, requestArbitrary } from '../../../src/testing/index.js';
import { coveredBy, derive, lineOf } from '../../../src/verify/derive.js';
import { factsOf } from '../../../src/verify/facts.js';
import { verifyProgramme } from '../../../src/verify/index.js';
import { bookingsOf, judge } from '../../oracle/judge.js';
import { runs } from '../../support/runs.js';

/*
 * The checker against the judge, which was written from the page by other hands: for whatever is booked, legal or not,
 * they agree on whether it is legal and on what it comes to.
 */

/** Bookings picked by numbers, mostly nearly legal; in the order of their ids once they are made into a programme. */
function pick(request: RequestInput, picks: readonly number[]) {
  const places = request.staff.flatMap((person) => request.catalogue.items.map((item) => ({ person, item })));
  return places.flatMap(({ person, item }, index) => {
    const number = picks[index % picks.length] ?? 0;
    const offer = item.offers[Math.floor(number / 4) % Math.max(1, item.offers.length)];
    if (number % 4 > 0 || offer === undefined) return [];
    const pots = [undefined, ...request.funding.map(({ id }) => id)];
    const paid = 'pence' in offer.price && offer.price.pence > 0;
    const usual = paid ? pots[1 + (Math.floor(number / 16) % Math.max(1, pots.length - 1))] : undefined;
    const pot = number % 97 === 0 ? pots[Math.floor(number / 97) % pots.length] : usual;
    return [{ person: person.id, item: item.id, offer: offer.id, pot }];
  });
}

/** A programme of these bookings that says of itself what the checker derives, so that only its legality is in question. */
function programmeOf(request: Request, bookings: readonly object[]): Programme {
  const facts = factsOf(request);
  const lines = bookings
    .map((booking) => lineOf(facts, booking as Booking, 0, (code) => expect(code).toBe('')))
    .flatMap((line) => line ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const claimed = JSON.stringify({
    status: 'bounded',
    engine: 'by hand',
    proof: { kind: 'none' },
    objectives: Array.from({ length: 6 }, () => ({ bound: null })),
    coverage: [],
    bookings: lines.map(({ item, offer, pot, learners }) => ({
      item: item.id,
      offer: offer.id,
      ...(pot === undefined ? {} : { pot }),
      learners: learners.map(({ id }) => id),
    })),
  });
  return derive(facts, lines, coveredBy(facts, lines), JSON.parse(claimed) as Programme) as Programme;
}

it('what is legal is accepted, what is not is refused, and the objectives are the same', () => {
  const tally = newTally();
  fc.assert(
    fc.property(
      requestArbitrary(),
      fc.array(fc.nat({ max: 9999 }), { minLength: 1, maxLength: 12 }),
      (request, picks) => {
        const bookings = bookingsOf(request, pick(request, picks)).map((booking) => ({
          ...booking,
          learners: [...booking.learners].toSorted(),
        }));
        const judgement = judge(request, bookings);
        const programme = programmeOf(request as Request, bookings);
        const check = verifyProgramme(request, programme);
        tally.ran();
        tally.note('legal', check.ok);
        tally.note('legal with bookings', check.ok && bookings.length > 0);
        if (!check.ok) for (const { code } of check.refusals) tally.note(code);
        expect(check.ok, JSON.stringify([check, judgement.broken])).toBe(judgement.broken.length === 0);
        for (const { name, value } of programme.objectives)
          if (name !== 'changes') expect(value, name).toBe(judgement.objectives[name]);
      },
    ),
    { numRuns: runs(1_000) },
  );
  expect(tally.percent('legal with bookings')).toBeGreaterThan(5);
  for (const code of [
    'audience',
    'banned',
    'not-needed',
    'entitlement',
    'pot-overspent',
    'time',
    'pin-unmet',
    'no-pot',
  ])
    expect(tally.count(code), code).toBeGreaterThan(10);
});
