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
  { goals, slots }: Facts,
  lines: readonly Line[],
  coverage: Programme['coverage'],
  totals: Programme['totals'],
  bounds: readonly (number | null)[],
): Objective[] {
  let must = 0;
  let weighted = 0;
  let mustHeld = 0;
  let weightedHeld = 0;
  goals.forEach((goal, g) => {
    const held = Math.min(goal.target, goal.met.length) * goal.weight;
    const score = (goal.target - coverage[g]!.shortBy) * goal.weight;
    if (goal.must) {
      must += score;
      mustHeld += held;
    } else {
      weighted += score;
      weightedHeld += held;
    }
  });
  const lateness = lines.reduce(
    (days, { slot, learners }) => days + (slot.start - slots[0]!.start) * learners.length,
    0,
  );
  const [
    mustBound = null,
    weightedBound = null,
    penceBound = null,
    minutesBound = null,
    latenessBound = null,
  ] = bounds;
  const objective = (name: ObjectiveName, value: number, bound: number | null): Objective => ({
    name,
    value,
    bound,
  });
  // Scores were compiled without what records hold; costs were compiled with their sign turned.
  const score = (bound: number | null, held: number): number | null => (bound === null ? null : bound + held);
  const cost = (bound: number | null): number | null => (bound === null ? null : 0 - bound);
  // Nothing compiled so far takes release minutes: that is settled once money is.
  const release = penceBound === null || cost(penceBound)! < totals.pence ? null : 0;
  return [
    objective('must', must, score(mustBound, mustHeld)),
    objective('weighted', weighted, score(weightedBound, weightedHeld)),
    objective('pence', totals.pence, cost(penceBound)),
    objective('release-minutes', 0, release),
    objective('minutes', totals.minutes, cost(minutesBound)),
    objective('lateness', lateness, cost(latenessBound)),
  ];
}
