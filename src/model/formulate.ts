import type { Request } from '../domain/request.js';
import { addBookingRows, type WayColumns } from './booking-rows.js';
import { addCoverage } from './coverage-columns.js';
import type { Facts } from './facts.js';
import type { Group, Place } from './place.js';
import { type Problem, ProblemBuilder } from './problem.js';

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
  const ways = facts.ways.map(({ way, slot, people }): WayColumns => {
    const places = [...new Set(people.map((person) => groupOf[person]!))].map((group): Place => {
      const size = groups[group]!.people.length;
      const place: Place = { group, size, slot, way, column: builder.column(0, size) };
      placesOf[group]!.push(place);
      return place;
    });
    return { way, places, payments: [] };
  });
  placesOf.forEach((places, group) => addGroupRows(builder, places, facts, groups[group]!));
  const coverage = addCoverage(builder, facts, groups, placesOf);
  const bookings = addBookingRows(builder, ways, facts.pots);
  addAdjustments(builder, facts, groups, placesOf);
  const sums = addSums(
    builder,
    ways,
    groups.map(({ people }) => alike[people[0]!]!),
  );

  const places = ways.flatMap((way) => way.places);
  const costing = (cost: (place: Place) => number) => {
    const costly = places.filter((place) => cost(place) !== 0);
    return { columns: columnsOf(costly), values: costly.map((place) => -cost(place)) };
  };
  const firstDay = facts.slots[0]?.start ?? 0;
  const objectives = [
    coverage.must,
    coverage.weighted,
    bookings.pence,
    costing(({ way }) => way.slot.item.minutes),
    costing(({ way }) => way.slot.start - firstDay),
    costing(() => 1),
    bookings.bookings,
  ];
  // Later ids give way to earlier ones.
  const ties = [...columnsOf(places), ...bookings.unitColumns].reverse();
  return {
    groups,
    ways,
    problem: builder.build({ objectives, ties, sums, branchFirst: bookings.unitColumns }),
  };
}

const columnsOf = (places: readonly Place[]): number[] => places.map(({ column }) => column);

/** Each of a group takes an item at most once, and gives no more time than there is. */
function addGroupRows(
  builder: ProblemBuilder,
  places: readonly Place[],
  { team }: Facts,
  { people }: Group,
): void {
  const byItem = new Map<string, Place[]>();
  for (const place of places) {
    const same = byItem.get(place.way.slot.item.id);
    if (same === undefined) byItem.set(place.way.slot.item.id, [place]);
    else same.push(place);
  }
  for (const same of byItem.values())
    if (same.length > 1) builder.row(columnsOf(same), 1, -Infinity, people.length);
  const { releaseMinutes, ownMinutes } = team[people[0]!]!.member.time ?? {};
  if (releaseMinutes === undefined || ownMinutes === undefined) return;
  const taking = places.filter(({ way }) => way.slot.item.minutes > 0);
  if (taking.length === 0) return;
  const minutes = taking.map(({ way }) => way.slot.item.minutes);
  builder.row(columnsOf(taking), minutes, -Infinity, people.length * (releaseMinutes + ownMinutes));
}

/** Each pin and ban as rows of its own, marked as the demand it is. A group shares the adjustments that name any of it. */
function addAdjustments(
  builder: ProblemBuilder,
  { request, team, adjustments }: Facts,
  groups: readonly Group[],
  placesOf: readonly Place[][],
): void {
  adjustments.forEach((position, demand) => {
    const { kind, item, staff } = (request.adjustments as NonNullable<Request['adjustments']>)[position]!;
    const named = staff === undefined ? undefined : new Set<string>(staff);
    const concerned = groups.flatMap(({ people }, g) =>
      named === undefined || named.has(team[people[0]!]!.member.id) ? [g] : [],
    );
    const columnsFor = (group: number): number[] =>
      columnsOf(placesOf[group]!.filter(({ way }) => way.slot.item.id === item));
    if (kind === 'ban') {
      const banned = concerned.flatMap(columnsFor);
      if (banned.length > 0) builder.row(banned, 1, -Infinity, 0, demand);
    } else if (named === undefined) {
      builder.row(concerned.flatMap(columnsFor), 1, 1, Infinity, demand);
    } else {
      for (const group of concerned)
        builder.row(columnsFor(group), 1, groups[group]!.people.length, Infinity, demand);
    }
  });
}

/** For each way, a column that counts the places of groups that are alike: branching on it treats them as one. */
function addSums(builder: ProblemBuilder, ways: readonly WayColumns[], classes: readonly number[]): number[] {
  const sums: number[] = [];
  for (const { places } of ways) {
    const byClass = new Map<number, Place[]>();
    for (const place of places) {
      const alike = byClass.get(classes[place.group]!);
      if (alike === undefined) byClass.set(classes[place.group]!, [place]);
      else alike.push(place);
    }
    for (const alike of byClass.values()) {
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
