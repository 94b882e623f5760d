import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConflictMember } from '../../src/domain/outcome.js';
import type { RequestInput } from '../../src/domain/request.js';
import { type Tally, newTally, requestArbitrary } from '../../src/testing/index.js';
import { enumerate } from '../oracle/enumerate.js';
import { fitsAudience, isPermitted, itemOf } from '../oracle/page.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { patience } from './support/patience.js';
import { tiny } from './support/sizes.js';

type Adjustment = NonNullable<RequestInput['adjustments']>[number];
type Limit = NonNullable<RequestInput['limits']>[number];

/** What stands where a member points: a pin or ban, or a limit that asks for a least amount. */
function demandAt(request: RequestInput, { kind, path }: ConflictMember): Adjustment | Limit {
  expect(path).toHaveLength(2);
  const [list, position] = path;
  if (kind === 'limit') {
    const limit = list === 'limits' ? request.limits?.[Number(position)] : undefined;
    if (limit?.atLeast === undefined) throw new Error(`nothing is asked at ${JSON.stringify(path)}`);
    return limit;
  }
  const adjustment = list === 'adjustments' ? request.adjustments?.[Number(position)] : undefined;
  if (adjustment?.kind !== kind) throw new Error(`no ${kind} stands at ${JSON.stringify(path)}`);
  return adjustment;
}

/** The request with these demands alone: of other limits only the least amounts go, for the most is given. */
const asking = (request: RequestInput, demands: readonly (Adjustment | Limit)[]): RequestInput => ({
  ...request,
  adjustments: request.adjustments?.filter((one) => demands.includes(one)),
  limits: request.limits?.map((one) => (demands.includes(one) ? one : { ...one, atLeast: undefined })),
});

const possible = (request: RequestInput, demands: readonly (Adjustment | Limit)[]): boolean =>
  enumerate(asking(request, demands)).status === 'feasible';

/** Whether somebody may be on what this pin asks for because of a pin alone. */
function permitsByItself(request: RequestInput, { item: id, staff }: Adjustment): boolean {
  const item = itemOf(request, id);
  const unpinned = { ...request, adjustments: [] };
  return (
    item !== undefined &&
    request.staff.some(
      (person) =>
        staff?.includes(person.id) !== false &&
        fitsAudience(request, item, person) &&
        !isPermitted(unpinned, item, person),
    )
  );
}

function mustBeMinimal(request: RequestInput, members: readonly ConflictMember[], tally: Tally): void {
  const demands = members.map((member) => demandAt(request, member));
  for (const { message } of members) expect(message.length).toBeGreaterThan(10);
  expect(new Set(demands).size).toBe(demands.length);
  expect(possible(request, demands)).toBe(false);
  for (const one of demands) {
    const others = demands.filter((other) => other !== one);
    expect(possible(request, others), 'without one, the others hold').toBe(true);
  }
  const kinds = new Set(members.map(({ kind }) => kind));
  const adjustments = demands.filter((demand) => 'kind' in demand);
  const all =
    (request.adjustments ?? []).length + (request.limits ?? []).filter(({ atLeast }) => atLeast).length;
  tally.note('infeasible');
  tally.note('of several members', members.length > 1);
  tally.note('of three or more', members.length > 2);
  tally.note('with a ban', kinds.has('ban'));
  tally.note('with a limit', kinds.has('limit'));
  tally.note('with limits and adjustments', kinds.has('limit') && kinds.size > 1);
  tally.note('not all that is asked', members.length < all);
  tally.note(
    'with a pin of a session',
    adjustments.some(({ kind, session }) => kind === 'pin' && session !== undefined),
  );
  tally.note(
    'with a pin that permits what nothing else does',
    adjustments.some((one) => one.kind === 'pin' && permitsByItself(request, one)),
  );
}

describe('G14 minimal conflict', () => {
  it('members that cannot hold together, and can without any one of them', patience(240), () => {
    const tally = newTally();
    const small = { items: { min: 1, max: 3 }, needs: { min: 1, max: 3 } };
    const asks = ({ adjustments, limits }: RequestInput): boolean =>
      (adjustments ?? []).length > 0 || (limits ?? []).some(({ atLeast }) => atLeast !== undefined);
    // Nothing but money, time and each other stands in the way, so that it takes several demands to be too many.
    const free = {
      features: {
        audiences: false,
        entitlements: false,
        learners: false,
        wholeTeam: false,
        availability: false,
      },
      people: { min: 2, max: 3 },
      pots: { min: 1, max: 2 },
    };
    // Everything at once: any two could be had, and not all.
    const allPinned = requestArbitrary({ ...free, items: { min: 3, max: 4 }, always: ['limits'] }).map(
      (request): RequestInput => ({
        ...request,
        adjustments: request.catalogue.items.map(({ id }) => ({ kind: 'pin', item: id })),
      }),
    );
    const demanding = fc.oneof(
      allPinned,
      requestArbitrary({ ...small, ...free, always: ['pins', 'bans', 'time'] }),
      requestArbitrary({ ...small, ...free, always: ['pins', 'bans', 'excludes', 'minimums'] }),
      requestArbitrary({ ...small, ...free, always: ['pins', 'prerequisites', 'limits'] }),
      requestArbitrary({ ...small, always: ['pins', 'bans', 'sessions', 'sessionAdjustments'] }),
      requestArbitrary({ ...small, always: ['minimums', 'pins', 'bans'] }),
    );
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: demanding }, tiny()).filter(asks), (request) => {
        const result = built(request);
        tally.ran();
        const all = [...(request.adjustments ?? []), ...(request.limits ?? [])];
        expect(result.status).toBe(possible(request, all) ? 'optimal' : 'infeasible');
        if (result.status === 'infeasible') mustBeMinimal(request, result.conflict.members, tally);
      }),
      { numRuns: runs(1500) },
    );
    expect(tally.percent('infeasible')).toBeGreaterThan(20);
    for (const label of [
      'of several members',
      'of three or more',
      'with a ban',
      'with a limit',
      'with limits and adjustments',
      'not all that is asked',
      'with a pin of a session',
      'with a pin that permits what nothing else does',
    ])
      expect(tally.count(label), JSON.stringify(tally.report())).toBeGreaterThan(3);
  });
});
