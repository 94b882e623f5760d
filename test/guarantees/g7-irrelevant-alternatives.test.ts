import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally } from '../../src/testing/index.js';
import { isPermitted, itemOf } from '../oracle/page.js';
import { runs } from '../support/runs.js';
import { optimal } from './support/built.js';
import { patience } from './support/patience.js';
import { medium, tiny } from './support/sizes.js';

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

const withoutItem = (request: RequestInput, id: string): RequestInput => ({
  ...request,
  catalogue: { ...request.catalogue, items: request.catalogue.items.filter((item) => item.id !== id) },
});

/** Whether an adjustment, a selector, another item or an earlier booking names it, or a limit asks for some of each. */
function isReferredTo(request: RequestInput, id: string): boolean {
  const { adjustments, funding, limits, baseline, catalogue } = request;
  const others = catalogue.items.filter((item) => item.id !== id);
  const naming = [
    adjustments?.map(({ item }) => item),
    funding.map(({ pays }) => pays),
    limits?.map(({ select }) => select),
    baseline?.map(({ item }) => item),
    others.map(({ prerequisites, excludes }) => [prerequisites, excludes]),
  ];
  const ofEach = (limits ?? []).some(({ per, atLeast }) => per === 'item' && (atLeast ?? 0) > 0);
  return JSON.stringify(naming).includes(JSON.stringify(id)) || ofEach;
}

/** Whether somebody may be on what they are booked on only because it comes before this item, which refers to it. */
function permits(request: RequestInput, id: string, { bookings }: Programme): boolean {
  const without = withoutItem(request, id);
  return bookings.some(({ item: booked, learners }) => {
    const item = itemOf(without, booked);
    return (
      item !== undefined &&
      learners.some((learner) => {
        const person = request.staff.find((one) => one.id === learner);
        return person !== undefined && !isPermitted(without, item, person);
      })
    );
  });
}

describe('G7 irrelevant alternatives', () => {
  it(
    'taking away an item that nobody is booked on changes no booking, coverage figure or total',
    patience(240),
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
              !isReferredTo(request, id) &&
              !permits(request, id, programme),
          );
          const gone = idle[choice % Math.max(1, idle.length)];
          if (gone === undefined) return;
          const without = optimal(withoutItem(request, gone.id));
          expect(without && substance(without)).toEqual(substance(programme));
          tally.note('took one away');
          tally.note('and something is booked', programme.bookings.length > 0);
          tally.note('of what has sessions', gone.sessions !== undefined);
          tally.note('of what is behind something else', gone.prerequisites !== undefined);
          tally.note('of what grants', gone.grants !== undefined);
          tally.note('of what the whole team takes', gone.participation === 'whole-team');
        }),
        { numRuns: runs(1000) },
      );
      expect(tally.percent('took one away')).toBeGreaterThan(40);
      expect(tally.percent('and something is booked')).toBeGreaterThan(20);
      for (const what of ['has sessions', 'is behind something else', 'grants', 'the whole team takes'])
        expect(tally.count(`of what ${what}`), what).toBeGreaterThan(5);
    },
  );
});
