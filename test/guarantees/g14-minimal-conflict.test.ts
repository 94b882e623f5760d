import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally, requestArbitrary } from '../../src/testing/index.js';
import { enumerate } from '../oracle/enumerate.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { patience } from './support/patience.js';
import { tiny } from './support/sizes.js';

type Adjustment = NonNullable<RequestInput['adjustments']>[number];

const possible = (request: RequestInput, adjustments: readonly Adjustment[]): boolean =>
  enumerate({ ...request, adjustments: [...adjustments] }).status === 'feasible';

describe('G14 minimal conflict', () => {
  it('members that cannot hold together, and can without any one of them', patience(180), () => {
    const tally = newTally();
    const pinned = requestArbitrary({ items: { min: 1, max: 3 }, needs: { min: 1, max: 3 } }).filter(
      ({ adjustments }) => adjustments !== undefined,
    );
    fc.assert(
      fc.property(fc.oneof(pinned, tiny()), (request) => {
        const result = built(request);
        tally.ran();
        if (result.status !== 'infeasible') return;
        const { members } = result.conflict;
        const adjustments = members.map(({ kind, path, message }) => {
          expect(path).toHaveLength(2);
          expect(message.length).toBeGreaterThan(10);
          const adjustment = path[0] === 'adjustments' ? request.adjustments?.[Number(path[1])] : undefined;
          if (adjustment === undefined) throw new Error(`nothing stands at ${JSON.stringify(path)}`);
          expect(adjustment.kind).toBe(kind);
          return adjustment;
        });
        expect(new Set(adjustments).size).toBe(adjustments.length);
        expect(possible(request, adjustments)).toBe(false);
        for (const one of adjustments) {
          expect(
            possible(
              request,
              adjustments.filter((other) => other !== one),
            ),
          ).toBe(true);
        }
        tally.note('infeasible');
        tally.note('of several members', members.length > 1);
        tally.note(
          'with a ban',
          members.some(({ kind }) => kind === 'ban'),
        );
        tally.note('not all adjustments', members.length < (request.adjustments ?? []).length);
      }),
      { numRuns: runs(600) },
    );
    expect(tally.percent('infeasible')).toBeGreaterThan(10);
    expect(tally.count('of several members')).toBeGreaterThan(4);
    expect(tally.count('with a ban')).toBeGreaterThan(4);
    expect(tally.count('not all adjustments')).toBeGreaterThan(20);
  });
});
