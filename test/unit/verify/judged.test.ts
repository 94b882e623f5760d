import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Booking } from '../../../src/domain/booking.js';
import type { Programme } from '../../../src/domain/programme.js';
import type { Request, RequestInput } from '../../../src/domain/request.js';
import { newTally, requestArbitrary } from '../../../src/testing/index.js';
import { coveredBy, derive, lineOf } from '../../../src/verify/derive.js';
import { factsOf } from '../../../src/verify/facts.js';
import { verifyProgramme } from '../../../src/verify/index.js';
import type { Choice } from '../../oracle/choice.js';
import { enumerate } from '../../oracle/enumerate.js';
import { judge } from '../../oracle/judge.js';
import { isForTheSetting, slotsOf } from '../../oracle/page.js';
import { smallRequest } from '../../oracle/small-requests.js';
import { patience } from '../../guarantees/support/patience.js';
import { runs } from '../../support/runs.js';

/*
 * The checker against the judge, which was written from the page by other hands: for whatever is booked, legal or not,
 * they agree on whether it is legal and on what it comes to.
 */

type Item = RequestInput['catalogue']['items'][number];
type Place = Omit<Choice, 'learners'>;

/** Every session or term, offer and pot of an item; a pot where something is to be paid, or any. */
const placesOf = (request: RequestInput, item: Item, anyPot: boolean): Place[] =>
  slotsOf(request, item).flatMap(({ session, term }) =>
    item.offers.flatMap(({ id: offer, price }) =>
      [undefined, ...request.funding.map(({ id }) => id)]
        .filter((pot) => anyPot || (price.kind === 'free') === (pot === undefined))
        .map((pot) => ({
          item: item.id,
          session: session?.id,
          term: session === undefined ? term?.id : undefined,
          offer,
          pot,
        })),
    ),
  );

const keyOf = ({ item, session, term, offer, pot }: Place): string =>
  JSON.stringify([item, session, term, offer, pot]);

/** The bookings with one place more or less, as the numbers say. */
function altered(
  request: RequestInput,
  bookings: readonly Choice[],
  [which = 0, where = 0, who = 0]: readonly number[],
): Choice[] {
  const { items } = request.catalogue;
  const item = items[which % Math.max(1, items.length)];
  const places = item === undefined ? [] : placesOf(request, item, where % 7 === 0);
  const place = places[where % Math.max(1, places.length)];
  const person = request.staff[who % Math.max(1, request.staff.length)]?.id;
  if (item === undefined || place === undefined || person === undefined) return [...bookings];
  const learner = isForTheSetting(item) && who % 5 > 0 ? [] : [person];
  const there = bookings.find((booking) => keyOf(booking) === keyOf(place));
  const others = bookings.filter((booking) => booking !== there);
  if (there === undefined) return [...others, { ...place, learners: learner }];
  const learners = there.learners.includes(person)
    ? there.learners.filter((id) => id !== person)
    : [...there.learners, ...learner];
  return learners.length === 0 ? others : [...others, { ...place, learners }];
}

/** A programme of these bookings that says of itself what the checker derives, so that only its legality is in question. */
function programmeOf(request: Request, bookings: readonly Choice[]): Programme {
  const facts = factsOf(request);
  const lines = bookings
    .map((choice) => ({ ...choice, learners: [...choice.learners].toSorted() }))
    .map((booking) => lineOf(facts, booking as unknown as Booking, 0, (code) => expect(code).toBe('')))
    .flatMap((line) => line ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((line, index) => ({ ...line, index }));
  const claimed = JSON.stringify({
    status: 'bounded',
    engine: 'by hand',
    proof: { kind: 'none' },
    objectives: Array.from({ length: 7 }, () => ({ bound: null })),
    coverage: [],
    bookings: lines.map(({ item, slot, offer, pot, learners }) => ({
      item: item.id,
      session: slot.session,
      term: slot.named,
      offer: offer.id,
      pot: pot?.id,
      learners: learners.map(({ id }) => id),
    })),
  });
  return derive(facts, lines, coveredBy(facts, lines), JSON.parse(claimed) as Programme) as Programme;
}

it(
  'what is legal is accepted, what is not is refused, and the objectives and figures are the same',
  patience(120),
  () => {
    const tally = newTally();
    fc.assert(
      fc.property(
        fc.oneof(smallRequest(), requestArbitrary({ people: { min: 1, max: 3 }, items: { min: 2, max: 3 } })),
        fc.boolean(),
        fc.array(fc.array(fc.nat({ max: 9999 }), { minLength: 3, maxLength: 3 }), { maxLength: 4 }),
        (request, fromTheBest, alterations) => {
          const best = fromTheBest ? enumerate(request) : undefined;
          const [start = []] = best?.status === 'feasible' ? best.programmes : [];
          const bookings = alterations.reduce(
            (list, numbers) => altered(request, list, numbers),
            start.slice(),
          );
          const programme = programmeOf(request as Request, bookings);
          const judgement = judge(request, programme.bookings);
          const check = verifyProgramme(request, programme);
          tally.ran();
          tally.note('legal', check.ok);
          tally.note('legal with bookings', check.ok && bookings.length > 0);
          if (!check.ok) for (const { code } of check.refusals) tally.note(code);
          const legal = judgement.broken.length === 0;
          expect(check.ok, JSON.stringify([check, judgement.broken])).toBe(legal);
          for (const { name, value } of programme.objectives)
            expect(value, name).toBe(judgement.objectives[name]);
        },
      ),
      { numRuns: runs(1_000) },
    );
    expect(tally.percent('legal with bookings')).toBeGreaterThan(5);
    for (const code of [
      'audience',
      'away',
      'banned',
      'booked-twice',
      'clash',
      'cover',
      'entitlement',
      'excluded',
      'learners',
      'limit',
      'no-pot',
      'not-available',
      'not-needed',
      'offer-dates',
      'pin-unmet',
      'places',
      'pot-dates',
      'pot-overspent',
      'pot-pays',
      'prerequisite',
      'purchase',
      'team-size',
      'time',
      'whole-team',
    ])
      expect(tally.count(code), code).toBeGreaterThan(3);
  },
);
