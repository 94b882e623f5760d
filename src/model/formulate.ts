import { groupBy } from '../internal/lookup.js';
import { addBookings, addPurchases, type Exactness } from './booking-columns.js';
import { addCoverRows } from './cover-rows.js';
import { addCoverage } from './coverage-columns.js';
import { addAdjustmentRows, permitsOf } from './demand-rows.js';
import { addEntitlementRows } from './entitlement-rows.js';
import type { Facts } from './facts.js';
import { addLimitRows, tellsLearnersApart } from './limit-rows.js';
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
export function formulate(facts: Facts, groups: readonly Group[], alike: readonly number[]): Formulation {
  const builder = new ProblemBuilder();
  const groupOf = new Int32Array(facts.team.length);
  groups.forEach(({ people }, g) => people.forEach((person) => (groupOf[person] = g)));
  const placesOf = groups.map(() => [] as Place[]);
  const placesOn = facts.ways.map(({ way, people }) =>
    [...new Set(people.map((person) => groupOf[person]!))].map((group): Place => {
      const size = groups[group]!.people.length;
      const place: Place = { group, size, way, column: builder.column(0, size) };
      placesOf[group]!.push(place);
      return place;
    }),
  );
  const places = placesOn.flat();
  const bySlot = placesOf.map((own): PlacesBySlot => groupBy(own, ({ way }) => way.slotNumber));
  placesOf.forEach((own, group) => addGroupRows(builder, facts, groups[group]!, own, bySlot[group]!));
  const together = addItemRows(builder, facts, groups, places);
  const coverage = addCoverage(builder, facts, groups, bySlot);
  const exact = exactnessOf(facts);
  const sums = { units: [] as number[], choices: [] as number[] };
  const ways = facts.ways.map(({ way, people }, w): WayColumns => {
    const on = placesOn[w]!;
    const bookings =
      people.length === 0
        ? addPurchases(builder, way, sums)
        : addBookings(builder, facts, groups, way, on, exact, sums);
    return { way, places: on, bookings };
  });
  const pence = addPotRows(builder, facts, ways);
  const granted = addEntitlementRows(builder, facts, groups, ways);
  addCoverRows(builder, facts, groups, bySlot);
  addLimitRows(builder, facts, groups, ways, placesOf);
  addAdjustmentRows(builder, facts, groups, ways, placesOf);
  const counts = addSums(
    builder,
    placesOn,
    groups.map(({ people }) => alike[people[0]!]!),
  );

  const costing = (cost: (place: Place) => number): LinearForm => {
    const costly = places.filter((place) => cost(place) !== 0);
    return { columns: columnsOf(costly), values: costly.map((place) => -cost(place)) };
  };
  const { baseline } = facts;
  const keeps = ({ group, way }: Place): boolean =>
    baseline?.[way.slot.itemNumber]!.has(groups[group]!.people[0]!) === true;
  const objectives = [
    coverage.must,
    coverage.weighted,
    ...(baseline === undefined ? [] : [costing((place) => (keeps(place) ? -1 : 1))]),
    pence,
    costing(({ way: { slot } }) => (slot.openHours ? slot.item.minutes : 0)),
    costing(({ way: { slot } }) => slot.item.minutes),
    costing(({ way: { slot } }) => slot.finish - facts.firstDay),
    costing(() => 1),
    counting(ways.flatMap(({ bookings }) => bookings.map(({ booked }) => booked))),
  ];
  return {
    groups,
    ways,
    problem: builder.build({
      objectives,
      // Places and bookings belong to the tie-break.
      certified: objectives.length - 2,
      // Later ids give way to earlier ones.
      ties: [...columnsOf(places), ...sums.choices].reverse(),
      permits: permitsOf(facts, groups, places),
      sums: counts,
      branchFirst: [...sums.units, ...together, ...granted],
    }),
  };
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
function addPotRows(builder: ProblemBuilder, { pots }: Facts, ways: readonly WayColumns[]): LinearForm {
  const bookings = ways.flatMap((way) => way.bookings);
  const charged = groupBy(
    bookings.flatMap(({ pot, pence }) => pence.map((term) => ({ pot: pot!, ...term }))),
    ({ pot }) => pot,
  );
  pots.forEach((pot, k) => {
    const own = charged.get(k);
    if (own !== undefined)
      builder.row(
        columnsOf(own),
        own.map(({ value }) => value),
        -Infinity,
        pot.pence,
      );
  });
  const all = bookings.flatMap(({ pence }) => pence);
  const columns = columnsOf(all);
  const values = all.map(({ value }) => value);
  // What all pots hold together bounds what all of it costs: implied, and a good row to cut from.
  if (pots.length > 1) {
    const total = pots.reduce((sum, pot) => sum + pot.pence, 0);
    builder.row(columns, values, -Infinity, total);
  }
  return { columns, values: values.map((value) => -value) };
}

/** For each way, a column that counts the places of groups that are alike: branching on it treats them as one. */
function addSums(
  builder: ProblemBuilder,
  placesOn: readonly (readonly Place[])[],
  classes: readonly number[],
): number[] {
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
  }
  return sums;
}
