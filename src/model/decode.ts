import { canonicalJson } from '../certificate/canonical-json.js';
import { digestOf } from '../certificate/digest.js';
import type { Adjustment } from '../domain/adjustment.js';
import type { Objective, ObjectiveName, Programme } from '../domain/programme.js';
import { compareIds } from '../internal/order.js';
import { ENGINE } from '../version.js';
import type { Compiled } from './compile.js';
import type { Facts } from './facts.js';
import { coverageOf } from './coverage.js';
import { type Line, linesOf } from './lines.js';
import { totalsOf } from './totals.js';

/** A solution read back as a programme. `bounds`: by compiled objective what was proved possible, in its own sense. */
export function decode(
  compiled: Compiled,
  x: Float64Array,
  bounds: readonly (number | null)[],
  status: Programme['status'],
): Programme {
  const { facts } = compiled;
  const lines = linesOf(facts, compiled, x);
  const coverage = coverageOf(facts, lines);
  const totals = totalsOf(facts, lines);
  const { request } = facts;
  return {
    status,
    engine: ENGINE,
    requestDigest: digestOf(request),
    objectives: objectivesOf(facts, lines, coverage, totals, bounds),
    bookings: lines.map(({ booking }) => booking),
    coverage,
    totals,
    adjustments: (request.adjustments ?? [])
      .map(inOrder)
      .sort((a, b) => compareIds(canonicalJson(a), canonicalJson(b))),
    proof: { kind: 'none' },
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
  { goals, firstDay, baseline }: Facts,
  lines: readonly Line[],
  coverage: Programme['coverage'],
  totals: Programme['totals'],
  bounds: readonly (number | null)[],
): Objective[] {
  const sum = (amount: (goal: Facts['goals'][number], index: number) => number, must: boolean): number =>
    goals.reduce((total, goal, g) => total + (goal.must === must ? amount(goal, g) : 0), 0);
  const score = (must: boolean): number =>
    sum(({ target, weight }, g) => (target - coverage[g]!.shortBy) * weight, must);
  const held = (must: boolean): number =>
    sum(({ target, weight, met }) => Math.min(target, met.length) * weight, must);
  const lateness = lines.reduce(
    (days, { slot, learners }) => days + (slot.finish - firstDay) * learners.length,
    0,
  );
  const dropped = baseline?.reduce((pairs, people) => pairs + people.size, 0) ?? 0;
  const changes = (pairs: readonly ReadonlySet<number>[]): number =>
    lines.reduce((count, { slot, learners }) => {
      const before = pairs[slot.itemNumber]!;
      return learners.reduce((all, person) => all + (before.has(person) ? -1 : 1), count);
    }, dropped);
  // As compiled: scores without what records hold, changes without what the baseline has, costs with their sign turned.
  const values: readonly (readonly [ObjectiveName, number, (form: number) => number])[] = [
    ['must', score(true), (form) => form + held(true)],
    ['weighted', score(false), (form) => form + held(false)],
    ...(baseline === undefined
      ? []
      : ([['changes', changes(baseline), (form: number) => dropped - form]] as const)),
    ['pence', totals.pence, (form) => 0 - form],
    ['release-minutes', totals.releaseMinutes, (form) => 0 - form],
    ['minutes', totals.minutes, (form) => 0 - form],
    ['lateness', lateness, (form) => 0 - form],
  ];
  return values.map(([name, value, meaning], k): Objective => {
    const bound = bounds[k] ?? null;
    return { name, value, bound: bound === null ? null : meaning(bound) };
  });
}
