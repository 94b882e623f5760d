import type { Pot } from '../domain/funding.js';
import type { Place } from './place.js';
import type { LinearForm, ProblemBuilder } from './problem.js';
import { unitsFor, type Way } from './slots.js';

/** What one pot pays towards a way: a column that counts the units. Without one, each place taken is a unit. */
export interface Payment {
  readonly pot: number;
  readonly units: number | undefined;
}

/** A way to book, with the places on it and how it is paid. */
export interface WayColumns {
  readonly way: Way;
  readonly places: readonly Place[];
  readonly payments: Payment[];
}

export interface BookingRows {
  /** Money, to be made small. */
  readonly pence: LinearForm;
  /** The number of bookings, to be made small. */
  readonly bookings: LinearForm;
  /** The columns that count units. */
  readonly unitColumns: readonly number[];
}

/**
 * How places are paid and counted as bookings, and that no pot is overspent. A per-learner price with one pot to pay it
 * needs no column: each place is a unit. Otherwise each pot has a column that counts the units it pays, and together
 * they cover the places; who is paid from which pot is settled afterwards, since it makes no difference.
 */
export function addBookingRows(
  builder: ProblemBuilder,
  ways: readonly WayColumns[],
  pots: readonly Pot[],
): BookingRows {
  const spentColumns = pots.map(() => [] as number[]);
  const spentValues = pots.map(() => [] as number[]);
  const pence = { columns: [] as number[], values: [] as number[] };
  const bookings: number[] = [];
  const unitColumns: number[] = [];
  const charge = (pot: number, column: number, price: number): void => {
    spentColumns[pot]!.push(column);
    spentValues[pot]!.push(price);
    pence.columns.push(column);
    pence.values.push(-price);
  };
  for (const { way, places, payments } of ways) {
    const columns = places.map(({ column }) => column);
    const { price } = way.offer;
    const [onlyPot] = way.pots;
    if (onlyPot === undefined || (price.kind === 'per-learner' && way.pots.length === 1)) {
      for (const column of columns) if (onlyPot !== undefined) charge(onlyPot, column, way.unitPence);
      if (onlyPot !== undefined) payments.push({ pot: onlyPot, units: undefined });
      const booked = builder.column(0, 1);
      for (const { column, size } of places) builder.row([column, booked], [1, -size], -Infinity, 0);
      bookings.push(booked);
      continue;
    }
    const learners = places.reduce((sum, { size }) => sum + size, 0);
    const most = unitsFor(price, learners);
    const capacity = price.kind === 'per-setting' ? learners : price.kind === 'per-group' ? price.size : 1;
    const units: number[] = [];
    for (const pot of way.pots) {
      const affordable = Math.min(most, Math.floor(pots[pot]!.pence / way.unitPence));
      const unit = builder.column(0, affordable);
      charge(pot, unit, way.unitPence);
      payments.push({ pot, units: unit });
      units.push(unit);
      if (affordable === 1) bookings.push(unit);
      else {
        const booked = builder.column(0, 1);
        builder.row([unit, booked], [1, -affordable], -Infinity, 0);
        bookings.push(booked);
      }
    }
    unitColumns.push(...units);
    builder.row(
      [...columns, ...units],
      [...columns.map(() => 1), ...units.map(() => -capacity)],
      -Infinity,
      0,
    );
    // Implied by the row above for whole numbers, but not for the fractions of the relaxation.
    if (capacity > 1) {
      for (const { column, size } of places) {
        const each = Math.min(size, capacity);
        builder.row([column, ...units], [1, ...units.map(() => -each)], -Infinity, 0);
      }
    }
  }
  pots.forEach((pot, k) => {
    if (spentColumns[k]!.length > 0) builder.row(spentColumns[k]!, spentValues[k]!, -Infinity, pot.pence);
  });
  if (pots.length > 1) {
    // What all pots hold together bounds what all of it costs: implied, and a good row to cut from.
    const total = pots.reduce((sum, pot) => sum + pot.pence, 0);
    builder.row(
      pence.columns,
      pence.values.map((value) => -value),
      -Infinity,
      total,
    );
  }
  return { pence, bookings: { columns: bookings, values: bookings.map(() => -1) }, unitColumns };
}
