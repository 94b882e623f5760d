import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme.js';
import { newTally } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { optimal } from './support/built.js';
import { medium, tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

/** What an item that nobody takes must not change. */
const substance = ({ bookings, coverage, totals, objectives }: Programme): unknown => ({
  bookings,
  totals,
  objectives,
  coverage: coverage.map(({ need, target, alreadyMet, metBy, shortBy, overdue }) => ({
    need,
    target,
    alreadyMet,
    metBy,
    shortBy,
    overdue,
  })),
});

describe('G7 irrelevant alternatives', () => {
  it(
    'taking away an item that nobody is booked on changes no booking, coverage figure or total',
    patience(180),
    () => {
      const tally = newTally();
      fc.assert(
        fc.property(fc.oneof(tiny(), medium()), fc.nat(), (request, choice) => {
          const programme = optimal(request);
          tally.ran();
          if (programme === undefined) return;
          const idle = request.catalogue.items.filter(
            ({ id }) =>
              !programme.bookings.some((booking) => booking.item === id) &&
              !(request.adjustments ?? []).some((adjustment) => adjustment.item === id),
          );
          const gone = idle[choice % Math.max(1, idle.length)];
          if (gone === undefined) return;
          const items = request.catalogue.items.filter((item) => item !== gone);
          const without = optimal({ ...request, catalogue: { ...request.catalogue, items } });
          expect(without && substance(without)).toEqual(substance(programme));
          tally.note('took one away');
          tally.note('and something is booked', programme.bookings.length > 0);
        }),
        { numRuns: runs(800) },
      );
      expect(tally.percent('took one away')).toBeGreaterThan(60);
      expect(tally.percent('and something is booked')).toBeGreaterThan(35);
    },
  );
});
