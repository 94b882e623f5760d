import { canonicalJson } from '../certificate/canonical-json.js';
import type { Stage } from '../certificate/certificate.js';
import { digestOf } from '../certificate/digest.js';
import type { Adjustment } from '../domain/adjustment.js';
import type { Objective, ObjectiveName, Programme } from '../domain/programme.js';
import { compareIds } from '../internal/order.js';
import { ENGINE } from '../version.js';
import type { Compiled } from './compile.js';
import { coverageOf } from './coverage.js';
import { type Line, linesOf } from './lines.js';
import { meaningsOf, statedBound } from './meanings.js';
import { mostOf } from './problem.js';
import { totalsOf } from './totals.js';

/**
 * A solution read back as a programme. `bounds`: by compiled objective what was proved possible, in its own sense;
 * `proof`: that all of them are reached. `requestDigest`: where it is known already.
 */
export function decode(
  compiled: Compiled,
  x: Float64Array,
  bounds: readonly (number | null)[],
  status: Programme['status'],
  proof?: { readonly grouping: number; readonly stages: readonly Stage[] },
  requestDigest = digestOf(compiled.facts.request),
): Programme {
  const { facts } = compiled;
  const lines = linesOf(facts, compiled, x);
  const coverage = coverageOf(facts, lines);
  const totals = totalsOf(facts, lines);
  const { request } = facts;
  const unproved = {
    status,
    engine: ENGINE,
    requestDigest,
    objectives: objectivesOf(compiled, lines, coverage, totals, bounds),
    bookings: lines.map(({ booking }) => booking),
    coverage,
    totals,
    adjustments: (request.adjustments ?? [])
      .map(inOrder)
      .sort((a, b) => compareIds(canonicalJson(a), canonicalJson(b))),
  };
  if (proof === undefined) return { ...unproved, proof: { kind: 'none' } };
  return {
    ...unproved,
    proof: {
      kind: 'branch-trees',
      programme: digestOf({ ...unproved, requestDigest: undefined }),
      grouping: proof.grouping,
      stages: [...proof.stages],
    },
  };
}

/** The adjustment with its keys in the order of the contract and its staff in the order of their ids. */
const inOrder = ({ kind, item, staff, session, by, reason }: Adjustment): Adjustment => ({
  kind,
  item,
  ...(staff === undefined ? {} : { staff: [...staff].sort(compareIds) }),
  ...(session === undefined ? {} : { session }),
  ...(by === undefined ? {} : { by }),
  ...(reason === undefined ? {} : { reason }),
});

/** The objectives in their order, each with its value in the programme and the bound proved for it. */
function objectivesOf(
  { facts, problem }: Compiled,
  lines: readonly Line[],
  coverage: Programme['coverage'],
  totals: Programme['totals'],
  bounds: readonly (number | null)[],
): Objective[] {
  const { goals, firstDay, baseline } = facts;
  const score = (must: boolean): number =>
    goals.reduce(
      (sum, goal, g) => (goal.must === must ? sum + (goal.target - coverage[g]!.shortBy) * goal.weight : sum),
      0,
    );
  const lateness = lines.reduce(
    (days, { slot, learners }) => days + (slot.finish - firstDay) * learners.length,
    0,
  );
  const dropped = baseline?.reduce((pairs, people) => pairs + people.size, 0) ?? 0;
  const changes = lines.reduce((count, { slot, learners }) => {
    const before = baseline?.[slot.itemNumber];
    return learners.reduce((all, person) => all + (before?.has(person) === true ? -1 : 1), count);
  }, dropped);
  const values: Readonly<Record<ObjectiveName, number>> = {
    must: score(true),
    weighted: score(false),
    changes,
    pence: totals.pence,
    'release-minutes': totals.releaseMinutes,
    minutes: totals.minutes,
    lateness,
  };
  // A programme may be worth more than the solution it is read from: what follows what that proves has a bound as well.
  let isProved = true;
  return meaningsOf(facts).map((meaning, k): Objective => {
    const { name } = meaning;
    const bound = statedBound(
      meaning,
      bounds[k] ?? (isProved ? mostOf(problem.objectives[k]!, problem) : null),
    );
    isProved &&= bound === values[name];
    return { name, value: values[name], bound };
  });
}
