import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { finish } from '../../../src/internal/steps.js';
import type { Problem } from '../../../src/model/problem.js';
import { solve } from '../../../src/solve/solve.js';
import { requestArbitrary } from '../../../src/testing/index.js';
import type { Choice } from '../../oracle/choice.js';
import { enumerate } from '../../oracle/enumerate.js';
import { runs } from '../../support/runs.js';
import { type Chosen, compiled, completed, fixed } from './requests.js';

const ENOUGH = 1_000_000;

/** The bookings of a programme as places, whoever pays. */
function chosenOf(programme: readonly Choice[]): Chosen[] {
  const chosen = new Map<string, Chosen>();
  for (const { item, session, term, offer, learners } of programme) {
    const when = session ?? term;
    const key = JSON.stringify([item, when, offer]);
    const before = chosen.get(key)?.learners ?? [];
    chosen.set(key, {
      item,
      offer,
      learners: [...before, ...learners],
      ...(when === undefined ? {} : { when }),
    });
  }
  return [...chosen.values()];
}

describe('the problem of a request', () => {
  it('has every best programme among its solutions, at its worth', () => {
    let programmes = 0;
    let booked = 0;
    fc.assert(
      fc.property(requestArbitrary(), (request: RequestInput) => {
        const best = enumerate(request);
        const one = compiled(request);
        if (best.status === 'infeasible') {
          expect(solve(one.problem, ENOUGH).status).toBe('infeasible');
          return;
        }
        const { objectives } = best;
        const worth = [
          objectives.pence,
          objectives['release-minutes'],
          objectives.minutes,
          objectives.lateness,
          objectives.places,
          objectives.bookings,
        ];
        for (const programme of best.programmes) {
          const values = completed(one, chosenOf(programme));
          programmes += 1;
          booked += programme.length;
          expect(values?.slice(-worth.length).map((value) => 0 - value)).toEqual(worth);
        }
      }),
      { numRuns: runs(250) },
    );
    expect(programmes).toBeGreaterThan(180);
    expect(booked).toBeGreaterThan(100);
  });
});

describe('people taken together', () => {
  /** The objectives where these columns have these values, each the largest that it can be; `undefined`: they cannot. */
  const worthWith = (problem: Problem, values: ReadonlyMap<number, number>) => {
    const solution = solve(fixed(problem, values), ENOUGH);
    if (solution.status === 'infeasible') return undefined;
    if (solution.status !== 'optimal') throw new Error(solution.status);
    return solution.bounds;
  };

  it('can do together what the people do in the best programme, for no less', () => {
    let together = 0;
    let taken = 0;
    fc.assert(
      fc.property(requestArbitrary({ people: { min: 3, max: 6 }, items: { min: 2, max: 5 } }), (request) => {
        const one = compiled(request);
        if (one.relaxations.length === 0) return;
        const solution = solve(one.problem, ENOUGH);
        if (solution.status === 'infeasible') return;
        if (solution.status !== 'optimal') throw new Error(solution.status);
        const { x, bounds } = solution;
        for (const relax of one.relaxations) {
          const { problem, adds } = finish(relax());
          const sums = new Map(
            adds.map(({ column, parts }) => [column, parts.reduce((sum, part) => sum + x[part]!, 0)]),
          );
          together += 1;
          taken += adds.filter(({ column, parts }) => parts.length > 1 && sums.get(column)! > 0).length;
          const worth = worthWith(problem, sums);
          expect(worth).toBeDefined();
          const first = bounds.findIndex((bound, k) => bound !== worth![k]);
          if (first >= 0) expect(worth![first]).toBeGreaterThan(bounds[first]!);
        }
      }),
      { numRuns: runs(150) },
    );
    expect(together).toBeGreaterThan(30);
    expect(taken).toBeGreaterThan(30);
  });
});
