import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Guide, GuideProblem, Programme, RequestInput } from '../../src/index.js';
import { buildProgrammeAsync, checkCertificate, verifyProgramme } from '../../src/index.js';
import { newTally, requestArbitrary } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { patience } from './support/patience.js';
import { competing } from './support/sizes.js';

/** All but how it was proved and what that took. */
const answer = (programme: Programme): string => JSON.stringify({ ...programme, proof: undefined });

/** What guides may come up with: `mixed` shuffles what it is told by numbers from outside. */
const PROPOSALS: Record<string, (problem: GuideProblem, numbers: readonly number[]) => number[]> = {
  garbage: ({ lower }, numbers) => Array.from(lower, (_, j) => numbers[j % numbers.length]!),
  bounds: ({ lower, upper }, numbers) =>
    Array.from(lower, (low, j) => (numbers[j % numbers.length]! > 0 ? low : upper[j]!)),
  mixed: ({ lower, start }, numbers) =>
    Array.from(lower, (low, j) => (numbers[j % numbers.length]! > -5 ? (start?.[j] ?? low) : low)),
  nothing: ({ lower }) => Array.from(lower),
};

const guideArbitrary = (): fc.Arbitrary<[string, Guide]> =>
  fc
    .tuple(
      fc.constantFrom('throws', ...Object.keys(PROPOSALS)),
      fc.array(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double()), { minLength: 1, maxLength: 20 }),
    )
    .map(([kind, numbers]) => [
      kind,
      {
        propose(problem) {
          const proposal = PROPOSALS[kind]?.(problem, numbers);
          problem.rows.value.fill(0);
          if (proposal === undefined) throw new Error(kind);
          return proposal;
        },
      },
    ]);

function mustAgree(request: RequestInput, guide: Guide): string {
  const plain = built(request);
  const guided = built(request, { guide });
  expect(guided.status).toBe(plain.status);
  if (!('programme' in plain) || !('programme' in guided)) {
    expect({ ...guided, statistics: undefined }).toEqual({ ...plain, statistics: undefined });
    return plain.status;
  }
  expect(answer(guided.programme)).toBe(answer(plain.programme));
  expect(checkCertificate(request, guided.programme)).toEqual({ ok: true });
  return guided.statistics.proposals > 0 ? 'taken' : 'not taken';
}

describe('guided: whatever a guide proposes', () => {
  it('the programme is the same, byte for byte, and its proof holds', patience(300), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(requestArbitrary(), competing()), guideArbitrary(), (request, [kind, guide]) => {
        tally.ran();
        tally.note(kind);
        tally.note(mustAgree(request, guide));
      }),
      { numRuns: runs(150) },
    );
    for (const kind of ['throws', ...Object.keys(PROPOSALS)])
      expect(tally.count(kind), JSON.stringify(tally.report())).toBeGreaterThan(5);
  });

  it('stopped early, it is legal and no better than its bounds', patience(120), () => {
    fc.assert(
      fc.property(
        competing(),
        guideArbitrary(),
        fc.integer({ min: 1, max: 60 }),
        (request, [, guide], effort) => {
          const result = built(request, { guide, effort });
          if (!('programme' in result)) return;
          expect(verifyProgramme(request, result.programme)).toEqual({ ok: true });
          for (const { name, value, bound } of result.programme.objectives) {
            const more = name === 'must' || name === 'weighted';
            if (bound !== null) expect(more ? bound - value : value - bound).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('a build that does not block gives the same as one that does', patience(60), () =>
    fc.assert(
      fc.asyncProperty(competing(), guideArbitrary(), async (request, [, guide]) => {
        expect(JSON.stringify(await buildProgrammeAsync(request, { guide }))).toBe(
          JSON.stringify(built(request, { guide })),
        );
      }),
      { numRuns: runs(15) },
    ),
  );
});
