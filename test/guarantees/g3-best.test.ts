import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyProgramme } from '../../src/index.js';
import { makeRequest, newTally } from '../../src/testing/index.js';
import { type Best, enumerate } from '../oracle/enumerate.js';
import { judge } from '../oracle/judge.js';
import { solveByHighs } from '../oracle/mip.js';
import { OBJECTIVE_ORDER } from '../oracle/objectives.js';
import { runs } from '../support/runs.js';
import { built, objectivesOf } from './support/built.js';
import { RELAXATIONS } from './support/relaxations.js';
import { tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

const CASES = runs(2400);
/** Every so many cases the relaxations are tried as well, to see what binds. */
const EVERY = 4;

const gist = (best: Best): string =>
  best.status === 'feasible' ? JSON.stringify(best.objectives) : 'infeasible';

describe('G3 best', () => {
  it(
    'no programme at all is better on any objective, in their order: every one was tried',
    patience(180),
    () => {
      const tally = newTally();
      const binding = newTally();
      fc.assert(
        fc.property(tiny(), (request) => {
          const best = enumerate(request);
          const result = built(request);
          tally.ran();
          if (tally.cases() % EVERY === 0) {
            binding.ran();
            for (const [name, relax] of Object.entries(RELAXATIONS)) {
              binding.note(name, gist(enumerate(relax(request))) !== gist(best));
            }
          }
          tally.note(result.status);
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
          tally.note('books', best.objectives.places > 0);
          tally.note('spends', best.objectives.pence > 0);
          tally.note('ties left to the ids', best.ties > 1);
        }),
        { numRuns: CASES },
      );
      expect(tally.cases()).toBeGreaterThanOrEqual(2000);
      expect(tally.percent('optimal')).toBeGreaterThan(75);
      expect(tally.percent('infeasible')).toBeGreaterThan(4);
      expect(tally.percent('books')).toBeGreaterThan(45);
      expect(tally.percent('spends')).toBeGreaterThan(25);
      expect(tally.percent('ties left to the ids')).toBeGreaterThan(10);
      const scarce = Object.keys(RELAXATIONS).filter((name) => binding.percent(name) < 1);
      expect(scarce, JSON.stringify(binding.report())).toEqual([]);
    },
  );

  it('an independent solver finds nothing better for real teams', patience(180), async () => {
    const sample = [
      makeRequest(1, { people: 8, items: 40 }),
      makeRequest(2, { people: 8, items: 20, pencePerHead: 600 }),
      makeRequest(3, { people: 9, items: 30, minutesPerHead: 240 }),
      makeRequest(4, { people: 10, items: 30, pencePerHead: 300 }),
      makeRequest(5, { people: 12, items: 24 }),
    ];
    for (const request of sample) {
      const result = built(request);
      const answer = await solveByHighs(request);
      expect(result.status).toBe('optimal');
      if (result.status !== 'optimal' || answer.status === 'infeasible') throw new Error('no programme');
      const ours = objectivesOf(result.programme);
      for (const name of OBJECTIVE_ORDER)
        expect([request.setting.id, name, ours[name]]).toEqual([
          request.setting.id,
          name,
          answer.objectives[name],
        ]);
      expect(verifyProgramme(request, result.programme)).toEqual({ ok: true });
      expect(judge(request, result.programme.bookings).broken).toEqual([]);
    }
  });

  it('stopped early, it returns a legal programme and bounds that the best one keeps', patience(180), () => {
    const tally = newTally();
    const efforts = fc.constantFrom(1, 2, 5, 20, 100, 500, 2000);
    fc.assert(
      fc.property(tiny(), efforts, (request, effort) => {
        const best = enumerate(request);
        const result = built(request, { effort });
        tally.ran();
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
      { numRuns: runs(600) },
    );
    expect(tally.percent('bounded')).toBeGreaterThan(5);
    expect(tally.percent('optimal')).toBeGreaterThan(20);
  });
});
