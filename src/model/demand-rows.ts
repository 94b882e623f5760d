import { present } from '../internal/invariant.js';
import type { Pace, Steps } from '../internal/steps.js';
import type { Facts } from './facts.js';
import { LOOK } from './operations.js';
import { columnsOf, type Group, type Place, type WayColumns } from './place.js';
import type { Problem, ProblemBuilder } from './problem.js';

/** Each pin and ban as rows of its own, marked as the demand it is. A group shares the adjustments that name any of it. */
export function* addAdjustmentRows(
  builder: ProblemBuilder,
  { request, team, demands }: Facts,
  groups: readonly Group[],
  ways: readonly WayColumns[],
  placesOf: readonly (readonly Place[])[],
): Steps<void> {
  const { pace } = builder;
  for (const [number, demand] of demands.entries()) {
    if (demand.kind !== 'adjustment') continue;
    const adjustment = present(request.adjustments?.[demand.position], 'The adjustment of a demand');
    const { kind, item, staff, session } = adjustment;
    const named = staff === undefined ? undefined : new Set<string>(staff);
    const concerns = ({ slot }: Place['way']): boolean =>
      slot.item.id === item && (session === undefined || slot.session?.id === session);
    const columnsFor = (group: number): number[] =>
      columnsOf(placesOf[group]!.filter(({ way }) => concerns(way)));
    const concerned = groups.flatMap(({ people }, group) =>
      named === undefined || named.has(team[people[0]!]!.member.id) ? [group] : [],
    );
    if (named !== undefined && kind === 'pin') {
      for (const group of concerned) {
        builder.row(columnsFor(group), 1, groups[group]!.people.length, Infinity, number);
        if (pace.ends(LOOK * placesOf[group]!.length)) yield pace.operations;
      }
      continue;
    }
    // Where nobody is named, a purchase is meant as well, which has no places.
    const purchases = ways.filter(({ way, places }) => places.length === 0 && concerns(way));
    const bought =
      named === undefined ? purchases.flatMap(({ bookings }) => bookings.map(({ booked }) => booked)) : [];
    const columns: number[] = [];
    for (const group of concerned) {
      columns.push(...columnsFor(group));
      if (pace.ends(LOOK * placesOf[group]!.length)) yield pace.operations;
    }
    columns.push(...bought);
    if (kind === 'pin') builder.row(columns, 1, 1, Infinity, number);
    else if (columns.length > 0) builder.row(columns, 1, -Infinity, 0, number);
  }
}

/** The places that nothing but pins permits. */
export function* permitsOf(
  { permissions }: Facts,
  groups: readonly Group[],
  places: readonly Place[],
  pace: Pace,
): Steps<Problem['permits']> {
  const permits: { column: number; demands: readonly number[] }[] = [];
  for (const { group, way, column } of places) {
    const pins = permissions[way.slot.itemNumber]!.pinned.get(groups[group]!.people[0]!);
    if (pins !== undefined) permits.push({ column, demands: [...pins] });
    if (pace.ends(3 * LOOK)) yield pace.operations;
  }
  return permits;
}
