import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { verifyProgramme } from '../../src/index.js';
import { newTally, requestArbitrary } from '../../src/testing/index.js';
import { judge } from '../oracle/judge.js';
import { isForTheSetting, itemOf } from '../oracle/page.js';
import { runs } from '../support/runs.js';
import { built, objectivesOf } from './support/built.js';
import { patience } from './support/patience.js';
import { tiny } from './support/sizes.js';
import { tried } from './support/tried.js';
import { PARTS } from './support/used.js';

const CASES = runs(5000);

describe('G3 best', () => {
  it(
    'no programme at all is better on any objective, in their order: every one was tried',
    patience(300),
    () => {
      const tally = newTally();
      const parts = newTally();
      fc.assert(
        fc.property(tiny(), (request) => {
          const best = tried(request);
          tally.ran();
          if (best === 'too many') {
            tally.note('too many to try');
            return;
          }
          const result = built(request);
          tally.note(result.status);
          parts.ran();
          for (const [name, isUsed] of Object.entries(PARTS)) parts.note(name, isUsed(request));
          if (best.status === 'infeasible') {
            expect(result.status).toBe('infeasible');
            return;
          }
          expect(result.status).toBe('optimal');
          if (result.status !== 'optimal') return;
          const { programme } = result;
          expect(objectivesOf(programme)).toEqual(best.objectives);
          for (const objective of programme.objectives) expect(objective.bound).toBe(objective.value);
          expect(judge(request, programme.bookings)).toEqual({ broken: [], objectives: best.objectives });
          expect(verifyProgramme(request, programme)).toEqual({ ok: true });
          const { bookings } = programme;
          tally.note('books', bookings.length > 0);
          tally.note('spends', best.objectives.pence > 0);
          tally.note('ties left to the ids', best.ties > 1);
          tally.note(
            'a session',
            bookings.some(({ session }) => session !== undefined),
          );
          tally.note(
            'a term',
            bookings.some(({ term }) => term !== undefined),
          );
          tally.note('changes', best.objectives.changes > 0);
          tally.note('release minutes', best.objectives['release-minutes'] > 0);
          tally.note(
            'a purchase',
            bookings.some(({ item: id }) => {
              const item = itemOf(request, id);
              return item !== undefined && isForTheSetting(item);
            }),
          );
        }),
        { numRuns: CASES },
      );
      expect(tally.cases()).toBeGreaterThanOrEqual(CASES);
      expect(tally.percent('too many to try')).toBeLessThan(1);
      expect(tally.percent('optimal')).toBeGreaterThan(70);
      expect(tally.percent('infeasible')).toBeGreaterThan(4);
      expect(tally.percent('books')).toBeGreaterThan(40);
      expect(tally.percent('spends')).toBeGreaterThan(20);
      expect(tally.percent('ties left to the ids')).toBeGreaterThan(10);
      for (const what of ['a session', 'a term', 'changes', 'release minutes', 'a purchase'])
        expect(tally.percent(what), what).toBeGreaterThan(0.5);
      const missing = Object.keys(PARTS).filter((name) => parts.percent(name) < 1);
      expect(missing, JSON.stringify(parts.report())).toEqual([]);
    },
  );

  it('stopped early, it returns a legal programme and bounds that the best one keeps', patience(240), () => {
    const tally = newTally();
    const efforts = fc.constantFrom(1, 2, 5, 20, 100, 500, 2000);
    fc.assert(
      fc.property(tiny(), efforts, (request, effort) => {
        const best = tried(request);
        tally.ran();
        if (best === 'too many') return;
        const result = built(request, { effort });
        tally.note(result.status);
        if (result.status === 'infeasible') expect(best.status).toBe('infeasible');
        if (result.status === 'infeasible' || result.status === 'undecided') return;
        const { programme } = result;
        expect(programme.status).toBe(result.status);
        expect(best.status).toBe('feasible');
        if (best.status === 'infeasible') return;
        expect(judge(request, programme.bookings).broken).toEqual([]);
        expect(verifyProgramme(request, programme)).toEqual({ ok: true });
        const truth: Readonly<Record<string, number>> = { ...best.objectives };
        let proved = true;
        for (const { name, value, bound } of programme.objectives) {
          if (!proved) {
            expect(bound).toBeNull();
            continue;
          }
          const score = name === 'must' || name === 'weighted';
          if (bound === null) expect(result.status).toBe('bounded');
          else if (score) expect(bound).toBeGreaterThanOrEqual(truth[name] ?? 0);
          else expect(bound).toBeLessThanOrEqual(truth[name] ?? 0);
          proved = bound === value;
          if (proved) expect(value).toBe(truth[name]);
        }
        if (result.status === 'optimal') expect(objectivesOf(programme)).toEqual(best.objectives);
      }),
      { numRuns: runs(800) },
    );
    expect(tally.percent('bounded')).toBeGreaterThan(5);
    expect(tally.percent('optimal')).toBeGreaterThan(20);
  });

  it(
    'with hardly any effort it may end undecided where something is asked for, and is never wrong',
    patience(240),
    () => {
      const tally = newTally();
      const asks = ({ adjustments, limits }: RequestInput): boolean =>
        adjustments?.some(({ kind }) => kind === 'pin') === true ||
        limits?.some(({ atLeast }) => (atLeast ?? 0) > 0) === true;
      // What is asked for takes something that nothing else would: first others, first a membership, or all together.
      const awkward = requestArbitrary({
        people: { min: 3, max: 6 },
        items: { min: 4, max: 8 },
        pots: { min: 1, max: 2 },
        features: { bans: false },
        always: ['pins', 'minimums', 'prerequisites', 'excludes', 'purchases', 'wholeTeam', 'learners'],
      });
      fc.assert(
        fc.property(fc.oneof(tiny(), awkward).filter(asks), fc.constantFrom(1, 2), (request, effort) => {
          const known = built(request);
          const result = built(request, { effort });
          tally.ran();
          tally.note(result.status);
          tally.note(`undecided, and ${known.status}`, result.status === 'undecided');
          switch (result.status) {
            case 'infeasible':
              expect(known).toMatchObject({ status: 'infeasible', conflict: result.conflict });
              break;
            case 'optimal':
            case 'bounded':
              expect(known.status).toBe('optimal');
              expect(judge(request, result.programme.bookings).broken).toEqual([]);
              expect(verifyProgramme(request, result.programme)).toEqual({ ok: true });
              break;
            case 'undecided':
              expect(Object.keys(result).sort()).toEqual(['statistics', 'status']);
          }
        }),
        { numRuns: runs(800) },
      );
      expect(tally.count('undecided, and optimal'), JSON.stringify(tally.report())).toBeGreaterThan(5);
      expect(tally.count('undecided, and infeasible'), JSON.stringify(tally.report())).toBeGreaterThan(5);
      expect(tally.count('bounded') + tally.count('optimal')).toBeGreaterThan(50);
    },
  );
});
