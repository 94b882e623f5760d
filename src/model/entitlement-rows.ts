import type { EntitlementId } from '../domain/units.js';
import { groupBy } from '../internal/lookup.js';
import type { Facts } from './facts.js';
import type { BookingColumns, Group, Place, WayColumns } from './place.js';
import type { ProblemBuilder } from './problem.js';
import { isPurchase } from './slots.js';
import { missingFor } from './ways.js';

/**
 * What is bought for the setting is bought once, and a place whose offer requires what is not held needs a booking that
 * grants it. Returns the columns that say what is granted, where several bookings could.
 */
export function addEntitlementRows(
  builder: ProblemBuilder,
  { team }: Facts,
  groups: readonly Group[],
  ways: readonly WayColumns[],
): number[] {
  const decisive: number[] = [];
  const bookings = ways.flatMap((way) => way.bookings);
  const purchases = bookings.filter(({ way }) => isPurchase(way.slot.item));
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

  const lacking = ways.flatMap(({ way, places }) =>
    way.missing.length === 0
      ? []
      : places.flatMap((place) =>
          missingFor(way, team[groups[place.group]!.people[0]!]!).map((entitlement) => ({
            entitlement,
            place,
          })),
        ),
  );
  const key = ({ entitlement, place }: { entitlement: EntitlementId; place: Place }): string =>
    `${place.group} ${place.way.slot.itemNumber} ${entitlement}`;
  // Nobody takes an item twice, so that all their places on it can stand in one row.
  for (const some of groupBy(lacking, key).values()) {
    const { entitlement, place } = some[0]!;
    builder.row(
      [...some.map((one) => one.place.column), grantOf(entitlement)],
      [...some.map(() => 1), -place.size],
      -Infinity,
      0,
    );
  }
  return decisive;
}

const bookedOf = (bookings: readonly BookingColumns[]): number[] => bookings.map(({ booked }) => booked);
