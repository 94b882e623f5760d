import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { type Tally, newTally } from '../../src/testing/index.js';
import { judge } from '../oracle/judge.js';
import * as page from '../oracle/page.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { patience } from './support/patience.js';
import { type ReadBooking, readBookings } from './support/read.js';
import { medium, tiny } from './support/sizes.js';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Nothing that is bounded is above its bound; notes what has come up to it. */
function mustKeepBounds(request: RequestInput, bookings: readonly ReadBooking[], tally: Tally): void {
  const within = (label: string, used: number, most: number | undefined): void => {
    if (most === undefined) return;
    expect(used, label).toBeLessThanOrEqual(most);
    tally.note(label, used === most && most > 0);
  };
  for (const pot of request.funding) {
    const spent = sum(bookings.map((booking) => (booking.pot === pot ? booking.stated.pence : 0)));
    within('a pot spent to the last penny', spent, pot.pence);
  }
  for (const person of request.staff) {
    const own = bookings.filter(({ learners }) => learners.includes(person));
    for (const { words, most, counts } of page.timeRules(request, person)) {
      const minutes = sum(own.map(({ item, slot }) => (counts(slot) ? item.minutes : 0)));
      within(words.includes('term') ? 'a term with no minute left' : 'no minute left', minutes, most);
    }
  }
  for (const limit of request.limits ?? [])
    for (const { counts } of page.cellsOf(request, limit)) {
      const measured = sum(bookings.map(counts));
      within('a limit reached', measured, limit.atMost);
      expect(measured).toBeGreaterThanOrEqual(limit.atLeast ?? 0);
      tally.note('no more than the least that a limit asks', measured > 0 && measured === limit.atLeast);
    }
  for (const item of request.catalogue.items) {
    const places = bookings.filter((booking) => booking.item === item);
    within(
      'all the learners there may be',
      sum(places.map((one) => one.learners.length)),
      item.learners?.perSetting,
    );
    for (const { learners } of places) {
      within('a full booking', learners.length, item.learners?.max);
      expect(learners.length).toBeGreaterThanOrEqual(item.learners?.min ?? 0);
    }
    for (const session of item.sessions ?? []) {
      const there = places.filter(({ slot }) => slot.session === session);
      within('a full session', sum(there.map(({ learners }) => learners.length)), session.places);
    }
  }
  for (const cover of request.cover ?? []) {
    const out = bookings
      .filter(({ slot }) => page.isOutDuring(request, cover, slot))
      .flatMap(({ learners }) => learners.filter((person) => page.isAmong(request, cover, person)));
    within('as many away as may be', new Set(out).size, cover.maxAway);
  }
}

describe('G1 never over', () => {
  it('keeps every pot to the penny, every minute of everybody, and every other rule', patience(240), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium()), (request) => {
        const result = built(request);
        tally.ran();
        if (result.status === 'infeasible' || result.status === 'undecided') return;
        const { programme } = result;
        expect(judge(request, programme.bookings).broken).toEqual([]);
        mustKeepBounds(request, readBookings(request, programme), tally);
        tally.note('spends', programme.totals.pence > 0);
        tally.note('pays from two pots', new Set(programme.bookings.map(({ pot }) => pot)).size > 1);
      }),
      { numRuns: runs(1000) },
    );
    expect(tally.percent('spends')).toBeGreaterThan(25);
    expect(tally.percent('pays from two pots')).toBeGreaterThan(5);
    const bounds = [
      'a pot spent to the last penny',
      'no minute left',
      'a term with no minute left',
      'a limit reached',
      'no more than the least that a limit asks',
      'all the learners there may be',
      'a full booking',
      'a full session',
      'as many away as may be',
    ];
    for (const label of bounds) expect(tally.count(label), label).toBeGreaterThan(1);
  });

  it('states figures that add up: money, list prices, minutes, and who holds what', patience(240), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium()), (request) => {
        const result = built(request);
        tally.ran();
        if (result.status !== 'optimal') return;
        const { coverage, totals } = result.programme;
        const bookings = readBookings(request, result.programme);
        for (const { stated, offer, learners, item } of bookings) {
          expect(stated.units).toBe(page.unitsOf(offer, learners.length));
          expect(stated.pence).toBe(page.priceOf(request, offer, learners.length));
          expect(stated.minutes).toBe(item.minutes * learners.length);
        }
        const list = sum(
          bookings.map(({ stated, offer }) =>
            offer.listPence === undefined ? stated.pence : offer.listPence * stated.units,
          ),
        );
        const released = ({ slot }: ReadBooking): boolean => page.inOpenHours(request, slot);
        const effortOf = (some: readonly ReadBooking[]) => ({
          pence: sum(some.map(({ stated }) => stated.pence)),
          minutes: sum(some.map(({ stated }) => stated.minutes)),
          releaseMinutes: sum(some.map((one) => (released(one) ? one.stated.minutes : 0))),
        });
        const all = effortOf(bookings);
        expect(totals).toEqual({
          ...all,
          listPence: list,
          savedPence: list - all.pence,
          byPot: Object.fromEntries(
            request.funding.map((pot) => [
              pot.id,
              sum(bookings.map((booking) => (booking.pot === pot ? booking.stated.pence : 0))),
            ]),
          ),
          byTerm: Object.fromEntries(
            (request.terms ?? []).map(({ id }) => [
              id,
              effortOf(bookings.filter(({ slot }) => slot.term?.id === id)),
            ]),
          ),
          byLearner: Object.fromEntries(
            request.staff.map((person) => {
              const own = bookings.filter(({ learners }) => learners.includes(person));
              return [
                person.id,
                {
                  pence: sum(
                    own.map(({ offer: { price } }) => (price.kind === 'per-learner' ? price.pence : 0)),
                  ),
                  minutes: sum(own.map(({ item }) => item.minutes)),
                  releaseMinutes: sum(own.map((one) => (released(one) ? one.item.minutes : 0))),
                },
              ];
            }),
          ),
        });
        tally.note(
          'minutes in a term',
          Object.values(totals.byTerm).some(({ minutes }) => minutes > 0),
        );
        tally.note('release minutes', totals.releaseMinutes > 0);
        tally.note('saves', totals.savedPence > 0);
        for (const need of request.needs) {
          const stated = coverage.find((one) => one.need === need.id);
          const selected = request.staff.filter((person) => page.selects(request, need.who, person));
          const held = selected.filter((person) => page.holdsByRecords(request, need, person));
          const serves = ({ item, slot, learners }: ReadBooking, person: page.Person): boolean =>
            learners.includes(person) && page.meets(request, item, slot, need);
          const met = selected.filter(
            (person) => !held.includes(person) && bookings.some((booking) => serves(booking, person)),
          );
          const target = page.targetOf(request, need);
          expect(stated).toMatchObject({
            target,
            alreadyMet: held.map(({ id }) => id).sort(),
            shortBy: Math.max(0, target - held.length - met.length),
          });
          expect(stated?.metBy.map(({ staff }) => staff)).toEqual(met.map(({ id }) => id).sort());
          for (const { staff, booking: id } of stated?.metBy ?? []) {
            const credited = bookings.filter(
              (booking) =>
                booking.stated.id === id &&
                booking.learners.some((person) => person.id === staff && serves(booking, person)),
            );
            expect(credited).toHaveLength(1);
          }
          tally.note('somebody comes to hold what is needed', met.length > 0);
        }
      }),
      { numRuns: runs(600) },
    );
    expect(tally.count('somebody comes to hold what is needed')).toBeGreaterThan(200);
    for (const label of ['saves', 'minutes in a term', 'release minutes'])
      expect(tally.count(label), label).toBeGreaterThan(15);
  });
});
