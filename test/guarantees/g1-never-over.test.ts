import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../src/testing/index.js';
import { judge } from '../oracle/judge.js';
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
});
