import type { EntitlementId } from '../domain/units.js';
import { groupBy } from '../internal/lookup.js';
import type { Steps } from '../internal/steps.js';
import type { Facts } from './facts.js';
import { ENTRY } from './operations.js';
import { type BookingColumns, columnsOf, type Group, type Place, type WayColumns } from './place.js';
import type { ProblemBuilder } from './problem.js';
import { isPurchase } from './slots.js';
import { missingFor } from './ways.js';

/**
 * What is bought for the setting is bought once, and a place whose offer requires what is not held needs a booking that
 * grants it. Returns the columns that say what is granted, where several bookings could.
 */
export function* addEntitlementRows(
  builder: ProblemBuilder,
  { team }: Facts,
  groups: readonly Group[],
  ways: readonly WayColumns[],
): Steps<number[]> {
  const { pace } = builder;
  const decisive: number[] = [];
  const bookings = ways.flatMap((way) => way.bookings);
  const purchases = bookings.filter(({ way }) => isPurchase(way.slot.item));
  if (pace.ends(ENTRY * bookings.length)) yield pace.operations;
  for (const ofItem of groupBy(purchases, ({ way }) => way.slot.itemNumber).values())
    if (ofItem.length > 1) builder.row(bookedOf(ofItem), 1, -Infinity, 1);

  const granted = new Map<EntitlementId, number>();
  /** A column that is 1 only if something booked grants the entitlement. */
  const grantOf = (entitlement: EntitlementId): number => {
    const known = granted.get(entitlement);
    if (known !== undefined) return known;
    const granting = bookings.filter(({ way }) => way.slot.item.grants?.includes(entitlement) === true);
    const [only] = granting;
    let column = only?.booked ?? 0;
    if (only === undefined || granting.length > 1) {
      column = builder.column(0, 1);
      builder.row([column, ...bookedOf(granting)], [1, ...granting.map(() => -1)], -Infinity, 0);
      decisive.push(column);
    }
    granted.set(entitlement, column);
    return column;
  };
  for (const { way, booked } of purchases)
    for (const entitlement of way.missing) builder.row([booked, grantOf(entitlement)], [1, -1], -Infinity, 0);

  /** The places for which the same person lacks the same entitlement for the same item. */
  const lacking = new Map<string, { entitlement: EntitlementId; places: Place[] }>();
  for (const { way, places } of ways) {
    if (way.missing.length === 0) continue;
    for (const place of places) {
      for (const entitlement of missingFor(way, team[groups[place.group]!.people[0]!]!)) {
        const key = `${place.group} ${way.slot.itemNumber} ${entitlement}`;
        const known = lacking.get(key);
        if (known === undefined) lacking.set(key, { entitlement, places: [place] });
        else known.places.push(place);
      }
      if (pace.ends(ENTRY)) yield pace.operations;
    }
  }
  // Nobody takes an item twice, so that all their places on it can stand in one row.
  for (const { entitlement, places } of lacking.values()) {
    const counts = [...places.map(() => 1), -places[0]!.size];
    builder.row([...columnsOf(places), grantOf(entitlement)], counts, -Infinity, 0);
    if (pace.ends(0)) yield pace.operations;
  }
  return decisive;
}

const bookedOf = (bookings: readonly BookingColumns[]): number[] => bookings.map(({ booked }) => booked);
