import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../src/testing/index.js';
import { judge } from '../oracle/judge.js';
import { holdsByRecords, meets, selects, targetOf } from '../oracle/page.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { medium, tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

describe('G1 never over', () => {
  it('keeps every pot to the penny, every minute of everybody, and every other rule', patience(180), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium()), (request) => {
        const result = built(request);
        tally.ran();
        if (result.status === 'infeasible' || result.status === 'undecided') return;
        const { programme } = result;
        expect(judge(request, programme.bookings).broken).toEqual([]);
        const spent = (pot: string): number =>
          programme.bookings.reduce((sum, booking) => sum + (booking.pot === pot ? booking.pence : 0), 0);
        for (const pot of request.funding) {
          tally.note('a pot spent to the last penny', pot.pence > 0 && spent(pot.id) === pot.pence);
          expect(spent(pot.id)).toBeLessThanOrEqual(pot.pence);
        }
        tally.note('spends', programme.totals.pence > 0);
        tally.note('pays from two pots', new Set(programme.bookings.map(({ pot }) => pot)).size > 1);
        for (const person of request.staff) {
          const { releaseMinutes, ownMinutes } = person.time ?? {};
          const taken = programme.totals.byLearner[person.id as keyof typeof programme.totals.byLearner];
          if (releaseMinutes === undefined || ownMinutes === undefined) continue;
          tally.note('somebody with no minute left', taken?.minutes === releaseMinutes + ownMinutes);
        }
      }),
      { numRuns: runs(1000) },
    );
    expect(tally.percent('spends')).toBeGreaterThan(25);
    expect(tally.percent('pays from two pots')).toBeGreaterThan(5);
    expect(tally.count('a pot spent to the last penny')).toBeGreaterThan(10);
    expect(tally.count('somebody with no minute left')).toBeGreaterThan(10);
  });

  it('states figures that add up: money, list prices, minutes, and who holds what', patience(180), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium()), (request) => {
        const result = built(request);
        tally.ran();
        if (result.status !== 'optimal') return;
        const { bookings, coverage, totals } = result.programme;
        const lines = bookings.map((booking) => {
          const item = request.catalogue.items.find(({ id }) => id === booking.item);
          const offer = item?.offers.find(({ id }) => id === booking.offer);
          if (item === undefined || offer === undefined) throw new Error('no such offer');
          return { booking, item, offer, personal: offer.price.kind === 'per-learner' };
        });
        const sum = (amounts: readonly number[]): number =>
          amounts.reduce((total, amount) => total + amount, 0);
        for (const { booking, offer } of lines) {
          const { price } = offer;
          const groups = price.kind === 'per-group' ? Math.ceil(booking.learners.length / price.size) : 1;
          const units =
            price.kind === 'free' || price.kind === 'per-learner' ? booking.learners.length : groups;
          expect(booking.units).toBe(units);
        }
        const list = sum(
          lines.map(({ booking, offer }) =>
            offer.listPence === undefined ? booking.pence : offer.listPence * booking.units,
          ),
        );
        const pence = sum(bookings.map((booking) => booking.pence));
        const minutes = sum(bookings.map((booking) => booking.minutes));
        expect(totals).toEqual({
          pence,
          listPence: list,
          savedPence: list - pence,
          byPot: Object.fromEntries(
            request.funding.map(({ id }) => [
              id,
              sum(bookings.map((booking) => (booking.pot === id ? booking.pence : 0))),
            ]),
          ),
          byTerm: {},
          minutes,
          releaseMinutes: 0,
          byLearner: Object.fromEntries(
            request.staff.map(({ id }) => {
              const own = lines.filter(({ booking }) => booking.learners.some((learner) => learner === id));
              return [
                id,
                {
                  pence: sum(
                    own.map(({ booking, personal }) =>
                      personal ? booking.pence / booking.learners.length : 0,
                    ),
                  ),
                  minutes: sum(own.map(({ item }) => item.minutes)),
                  releaseMinutes: 0,
                },
              ];
            }),
          ),
        });
        for (const need of request.needs) {
          const stated = coverage.find((one) => one.need === need.id);
          const selected = request.staff.filter((person) => selects(request, need.who, person));
          const held = selected.filter((person) => holdsByRecords(request, need, person)).map(({ id }) => id);
          const met = selected
            .map(({ id }) => id)
            .filter(
              (id) =>
                !held.includes(id) &&
                lines.some(
                  ({ booking, item }) =>
                    meets(request, item, need) && booking.learners.some((learner) => learner === id),
                ),
            );
          const target = targetOf(request, need);
          expect(stated).toMatchObject({
            target,
            alreadyMet: held.sort(),
            shortBy: Math.max(0, target - held.length - met.length),
          });
          expect(stated?.metBy.map(({ staff }) => staff)).toEqual(met.sort());
          for (const { staff, booking } of stated?.metBy ?? []) {
            const line = lines.find((one) => one.booking.id === booking);
            expect(line?.booking.learners).toContain(staff);
            expect(line !== undefined && meets(request, line.item, need)).toBe(true);
          }
          tally.note('somebody comes to hold what is needed', met.length > 0);
        }
        tally.note('saves', totals.savedPence > 0);
      }),
      { numRuns: runs(600) },
    );
    expect(tally.count('somebody comes to hold what is needed')).toBeGreaterThan(200);
    expect(tally.count('saves')).toBeGreaterThan(20);
  });
});
