import { groupBy } from '../internal/lookup.js';
import type { Pace, Steps } from '../internal/steps.js';
import { addBookings, addPurchases, type Exactness } from './booking-columns.js';
import { addCoverRows } from './cover-rows.js';
import { addCoverage } from './coverage-columns.js';
import { addAdjustmentRows, permitsOf } from './demand-rows.js';
import { addEntitlementRows } from './entitlement-rows.js';
import type { Facts } from './facts.js';
import { addLimitRows, tellsLearnersApart } from './limit-rows.js';
import { ENTRY, LOOK } from './operations.js';
import { columnsOf, type Group, type Place, type PlacesBySlot, type WayColumns } from './place.js';
import { addGroupRows, addItemRows } from './place-rows.js';
import { type LinearForm, type Problem, ProblemBuilder } from './problem.js';

/** An integer programme of a request, with what its columns stand for. */
export interface Formulation {
  readonly groups: readonly Group[];
  readonly ways: readonly WayColumns[];
  readonly problem: Problem;
}

/**
 * The integer programme in which each group is treated as one. With groups of one it is the request itself; with larger
 * groups it is a relaxation: it bounds what time and items a group uses together, and does not say who does what.
 * `alike`: by person, the number of the class of people like them.
 */
export function* formulate(
  facts: Facts,
  groups: readonly Group[],
  alike: readonly number[],
  pace: Pace,
): Steps<Formulation> {
  const builder = new ProblemBuilder(pace);
  const groupOf = new Int32Array(facts.team.length);
  groups.forEach(({ people }, g) => people.forEach((person) => (groupOf[person] = g)));
  const placesOf = groups.map(() => [] as Place[]);
  const placesOn: Place[][] = [];
  const places: Place[] = [];
  for (const { way, people } of facts.ways) {
    const on = [...new Set(people.map((person) => groupOf[person]!))].map((group): Place => {
      const size = groups[group]!.people.length;
      const place: Place = { group, size, way, column: builder.column(0, size) };
      placesOf[group]!.push(place);
      places.push(place);
      return place;
    });
    placesOn.push(on);
    if (pace.ends(LOOK * people.length)) yield pace.operations;
  }
  const bySlot: PlacesBySlot[] = [];
  for (const [group, own] of placesOf.entries()) {
    bySlot.push(groupBy(own, ({ way }) => way.slotNumber));
    if (pace.ends(ENTRY * own.length)) yield pace.operations;
    yield* addGroupRows(builder, facts, groups[group]!, own, bySlot[group]!);
  }
  const together = yield* addItemRows(builder, facts, groups, placesOn);
  const coverage = yield* addCoverage(builder, facts, groups, bySlot);
  const exact = exactnessOf(facts);
  const sums = { units: [] as number[], choices: [] as number[] };
  const ways: WayColumns[] = [];
  for (const [w, { way, people }] of facts.ways.entries()) {
    const on = placesOn[w]!;
    const bookings =
      people.length === 0
        ? addPurchases(builder, way, sums)
        : addBookings(builder, facts, groups, way, on, exact, sums);
    ways.push({ way, places: on, bookings });
    if (pace.ends(2 * ENTRY * (10 + on.length))) yield pace.operations;
  }
  const pence = yield* addPotRows(builder, facts, ways);
  const granted = yield* addEntitlementRows(builder, facts, groups, ways);
  yield* addCoverRows(builder, facts, groups, bySlot);
  yield* addLimitRows(builder, facts, groups, ways, placesOf);
  yield* addAdjustmentRows(builder, facts, groups, ways, placesOf);
  const counts = yield* addSums(
    builder,
    placesOn,
    groups.map(({ people }) => alike[people[0]!]!),
  );

  function* costing(cost: (place: Place) => number): Steps<LinearForm> {
    const columns: number[] = [];
    const values: number[] = [];
    for (const place of places) {
      const value = cost(place);
      if (pace.ends(3 * LOOK)) yield pace.operations;
      if (value === 0) continue;
      columns.push(place.column);
      values.push(-value);
    }
    return { columns, values };
  }
  const { baseline } = facts;
  const keeps = ({ group, way }: Place): boolean =>
    baseline?.[way.slot.itemNumber]!.has(groups[group]!.people[0]!) === true;
  const objectives = [
    coverage.must,
    coverage.weighted,
    ...(baseline === undefined ? [] : [yield* costing((place) => (keeps(place) ? -1 : 1))]),
    pence,
    yield* costing(({ way: { slot } }) => (slot.openHours ? slot.item.minutes : 0)),
    yield* costing(({ way: { slot } }) => slot.item.minutes),
    yield* costing(({ way: { slot } }) => slot.finish - facts.firstDay),
    yield* costing(() => 1),
    counting(ways.flatMap(({ bookings }) => bookings.map(({ booked }) => booked))),
  ];
  // Later ids give way to earlier ones.
  const ties = sums.choices.reverse();
  for (let k = places.length - 1; k >= 0; k -= 1) {
    ties.push(places[k]!.column);
    if (pace.ends(LOOK)) yield pace.operations;
  }
  const problem = yield* builder.buildInSteps({
    objectives,
    // Places and bookings belong to the tie-break.
    certified: objectives.length - 2,
    ties,
    permits: yield* permitsOf(facts, groups, places, pace),
    sums: counts,
    branchFirst: [...sums.units, ...together, ...granted],
  });
  return { groups, ways, problem };
}

const counting = (columns: readonly number[]): LinearForm => ({ columns, values: columns.map(() => -1) });

/** What has to be held up because some limit or grant wants more of it. */
function exactnessOf({ bounds, items, team }: Facts): Exactness {
  const least = (measure: string): boolean =>
    bounds.some(({ limit }) => limit.atLeast !== undefined && limit.measure === measure);
  const bookings = least('bookings');
  const apart = bounds.filter(tellsLearnersApart);
  return {
    booked: (item) => bookings || (items[item]!.grants ?? []).length > 0,
    pence: least('pence'),
    pattern: (item, { people }) =>
      apart
        .map(({ matcher }) => (team.length > 0 && matcher.matches(items[item]!, people[0]!) ? '1' : '0'))
        .join(''),
  };
}

/** No pot pays more than it holds. Returns the money as a form to be made large. */
function* addPotRows(
  builder: ProblemBuilder,
  { pots }: Facts,
  ways: readonly WayColumns[],
): Steps<LinearForm> {
  const charged = pots.map(() => ({ columns: [] as number[], values: [] as number[] }));
  const columns: number[] = [];
  const values: number[] = [];
  for (const { bookings } of ways) {
    for (const { pot, pence } of bookings) {
      for (const { column, value } of pence) {
        charged[pot!]!.columns.push(column);
        charged[pot!]!.values.push(value);
        columns.push(column);
        values.push(value);
      }
      if (builder.pace.ends(5 * LOOK * pence.length)) yield builder.pace.operations;
    }
  }
  for (const [k, own] of charged.entries()) {
    if (own.columns.length > 0) builder.row(own.columns, own.values, -Infinity, pots[k]!.pence);
    if (builder.pace.ends(0)) yield builder.pace.operations;
  }
  // What all pots hold together bounds what all of it costs: implied, and a good row to cut from.
  if (pots.length > 1) {
    const total = pots.reduce((sum, pot) => sum + pot.pence, 0);
    builder.row(columns, values, -Infinity, total);
  }
  return { columns, values: values.map((value) => -value) };
}

/** For each way, a column that counts the places of groups that are alike: branching on it treats them as one. */
function* addSums(
  builder: ProblemBuilder,
  placesOn: readonly (readonly Place[])[],
  classes: readonly number[],
): Steps<number[]> {
  const sums: number[] = [];
  for (const places of placesOn) {
    for (const alike of groupBy(places, ({ group }) => classes[group]!).values()) {
      if (alike.length < 2) continue;
      const sum = builder.column(
        0,
        alike.reduce((most, { size }) => most + size, 0),
      );
      builder.row([...columnsOf(alike), sum], [...alike.map(() => 1), -1], 0, 0);
      sums.push(sum);
    }
    if (builder.pace.ends(LOOK * places.length)) yield builder.pace.operations;
  }
  return sums;
}
