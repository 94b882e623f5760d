import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newTally, requestArbitrary } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { optimal } from './support/built.js';
import { patience } from './support/patience.js';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
/** Days from one to the other. */
const days = (from: Temporal.PlainDate, to: Temporal.PlainDate): number =>
  from.until(to, { largestUnit: 'days' }).days;

const isLeapDay = ({ month, day }: Temporal.PlainDate): boolean => month === 2 && day === 29;

describe('G13 renewals', () => {
  it('nothing a need relies on lapses before the day it is tested', patience(240), () => {
    const tally = newTally();
    const freely = { audiences: false, entitlements: false, time: false, pins: false, bans: false };
    const needs = { min: 2, max: 6 };
    const dated = fc.oneof(
      requestArbitrary({ needs, features: freely }),
      requestArbitrary({ needs, features: freely, always: ['ages', 'dates', 'records', 'cohorts'] }),
      requestArbitrary({
        needs,
        features: { ...freely, openHours: false, cover: false, limits: false, minimums: false },
        always: ['ages', 'dates', 'sessions', 'terms'],
      }),
    );
    fc.assert(
      fc.property(dated, (request) => {
        const programme = optimal(request);
        tally.ran();
        if (programme === undefined) return;
        const start = date(request.window.from);
        for (const coverage of programme.coverage) {
          const need = request.needs.find(({ id }) => id === coverage.need);
          if (need === undefined) throw new Error(`no need ${coverage.need}`);
          const overdue = need.by !== undefined && days(start, date(need.by)) < 0;
          expect(coverage.overdue ?? false).toBe(overdue);
          const tested = date(need.by === undefined || overdue ? request.window.to : need.by);
          /** Days left to it after the test when so many months, of the calendar, are given from a day. */
          const left = (completed: Temporal.PlainDate, months: number | undefined): number => {
            if (months === undefined) return 9999;
            const end = completed.add({ months });
            tally.note('months clamped to the end of a shorter one', end.day < completed.day);
            tally.note('months that end on a leap day', isLeapDay(end));
            tally.note('months from a leap day', isLeapDay(completed));
            return days(tested, end);
          };
          const fresh = (completed: Temporal.PlainDate): boolean => left(completed, need.maxAgeMonths) >= 0;

          for (const id of coverage.alreadyMet) {
            const person = request.staff.find((one) => one.id === id);
            const relied = (person?.records ?? []).filter(
              (record) =>
                record.area === need.area &&
                record.depth >= need.depth &&
                days(date(record.completedOn), tested) >= 0 &&
                fresh(date(record.completedOn)),
            );
            const least = Math.max(
              ...relied.map(({ expiresOn }) =>
                expiresOn === undefined ? 9999 : days(tested, date(expiresOn)),
              ),
            );
            expect(least).toBeGreaterThan(0);
            tally.note('a record that expires the day after the test', least === 1);
          }
          for (const { booking: id } of coverage.metBy) {
            const booking = programme.bookings.find((one) => one.id === id);
            const item = request.catalogue.items.find((one) => one.id === booking?.item);
            if (booking?.startsOn === undefined || item === undefined) throw new Error(`no booking ${id}`);
            const session = item.sessions?.find((one) => one.id === booking.session);
            const ends = session?.blocks.map((block) => block.ends.slice(0, 10)).sort();
            // Even when what is self-paced is finished on its first day.
            const completed = date(ends?.at(-1) ?? booking.startsOn);
            const taught = item.teaches.filter(
              ({ area, depth }) => area === need.area && depth >= need.depth,
            );
            const least = Math.max(...taught.map(({ validMonths }) => left(completed, validMonths)));
            expect(least).toBeGreaterThan(0);
            expect(fresh(completed)).toBe(true);
            expect(days(completed, tested)).toBeGreaterThanOrEqual(0);
            expect(days(date(booking.completeBy), tested)).toBeGreaterThanOrEqual(0);
            expect(days(date(booking.startsOn), date(booking.completeBy))).toBeGreaterThanOrEqual(0);
            tally.note('learning');
            tally.note('learning that lapses the day after the test', least === 1);
            tally.note('learning on the last day that counts', left(completed, need.maxAgeMonths) === 0);
            tally.note('on a session', session !== undefined);
            tally.note('on a session whose teaching lapses', session !== undefined && least < 9999);
            tally.note(
              'on a session that ends on the day of the test',
              session !== undefined && days(completed, tested) === 0,
            );
          }
          if (need.count !== 'everyone' && coverage.shortBy === 0) {
            const { atLeast, spare = 0 } = need.count;
            const holders = new Set([...coverage.alreadyMet, ...coverage.metBy.map(({ staff }) => staff)]);
            expect(coverage.target).toBe(atLeast + spare);
            // Whoever of them is away, so many as are spare, enough are left.
            expect(holders.size - spare).toBeGreaterThanOrEqual(atLeast);
            tally.note('met with one to spare', spare > 0);
          }
          tally.note('overdue', overdue);
        }
      }),
      { numRuns: runs(2000) },
    );
    expect(tally.count('learning')).toBeGreaterThan(500);
    expect(tally.count('overdue')).toBeGreaterThan(50);
    expect(tally.count('on a session')).toBeGreaterThan(50);
    for (const what of [
      'a record that expires the day after the test',
      'learning that lapses the day after the test',
      'learning on the last day that counts',
      'on a session whose teaching lapses',
      'on a session that ends on the day of the test',
      'months clamped to the end of a shorter one',
      'months that end on a leap day',
      'months from a leap day',
      'met with one to spare',
    ])
      expect(tally.count(what), JSON.stringify(tally.report())).toBeGreaterThan(3);
  });
});
