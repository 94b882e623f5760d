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

describe('G13 renewals', () => {
  it('nothing a need relies on lapses before the day it is tested', patience(180), () => {
    const tally = newTally();
    const dated = requestArbitrary({
      needs: { min: 2, max: 6 },
      features: { audiences: false, entitlements: false, time: false, pins: false, bans: false },
    });
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
          const fresh = (completed: Temporal.PlainDate): boolean =>
            need.maxAgeMonths === undefined ||
            days(tested, completed.add({ months: need.maxAgeMonths })) >= 0;

          for (const id of coverage.alreadyMet) {
            const person = request.staff.find((one) => one.id === id);
            const relied = (person?.records ?? []).filter(
              (record) =>
                record.area === need.area &&
                record.depth >= need.depth &&
                days(date(record.completedOn), tested) >= 0 &&
                fresh(date(record.completedOn)),
            );
            const left = Math.max(
              ...relied.map(({ expiresOn }) =>
                expiresOn === undefined ? 9999 : days(tested, date(expiresOn)),
              ),
            );
            expect(left).toBeGreaterThan(0);
            tally.note('a record that expires the day after the test', left === 1);
          }
          for (const { booking: id } of coverage.metBy) {
            const booking = programme.bookings.find((one) => one.id === id);
            const item = request.catalogue.items.find((one) => one.id === booking?.item);
            const starts = date(booking?.startsOn ?? '9999-12-31');
            const taught = (item?.teaches ?? []).filter(
              ({ area, depth }) => area === need.area && depth >= need.depth,
            );
            const left = Math.max(
              ...taught.map(({ validMonths }) =>
                validMonths === undefined ? 9999 : days(tested, starts.add({ months: validMonths })),
              ),
            );
            expect(left).toBeGreaterThan(0);
            expect(fresh(starts)).toBe(true);
            expect(days(starts, tested)).toBeGreaterThanOrEqual(0);
            tally.note('learning');
            tally.note('learning that lapses the day after the test', left === 1);
          }
          tally.note('overdue', overdue);
        }
      }),
      { numRuns: runs(1500) },
    );
    expect(tally.count('learning')).toBeGreaterThan(500);
    expect(tally.count('a record that expires the day after the test')).toBeGreaterThan(5);
    expect(tally.count('learning that lapses the day after the test')).toBeGreaterThan(3);
    expect(tally.count('overdue')).toBeGreaterThan(50);
  });
});
