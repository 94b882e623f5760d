import { groupBy } from '../internal/lookup.js';
import { type Crowd, crowdsOf, mostTogether } from './crowd.js';
import type { Facts } from './facts.js';
import { type BookingColumns, columnsOf, type Group, type Part, type Place, type Term } from './place.js';
import { penceFor, type Pricing, type Tier } from './pricing.js';
import type { ProblemBuilder } from './problem.js';
import type { Resolved } from './resolved.js';
import { mayBeFree, type Way } from './ways.js';

/** How exact the columns of bookings have to be: where less of a thing is always better, nothing need hold it up. */
export interface Exactness {
  /** Whether a booking of the item may count only when somebody is on it. */
  readonly booked: (item: number) => boolean;
  /** Whether money may count only when it is spent. */
  readonly pence: boolean;
  /** A text that differs for groups whose learners some limit on bookings tells apart. */
  readonly pattern: (item: number, group: Group) => string;
}

/** What a formulation gathers while bookings are added to it. */
export interface BookingSums {
  /** Columns that decide much at once: groups, and prices for all. */
  readonly units: number[];
  /** Columns that say which pot pays for whom, where there is a choice. */
  readonly choices: number[];
}

/** A booking that prices and pots allow, and how many learners it may have. */
interface Line {
  readonly pot: number | undefined;
  readonly least: number;
  readonly most: number;
  /** Whether more than that could be on the slot together, so that `most` has to be kept by a row. */
  readonly binds: boolean;
}

/**
 * The columns and rows of the bookings that could pay for the places of a way. With one possible booking each place is a
 * learner of it. With several, people whom no pot and no limit tells apart are one class, and a column counts how many of a class
 * each booking takes; who exactly is settled afterwards, since it makes no difference.
 */
export function addBookings(
  builder: ProblemBuilder,
  facts: Facts,
  groups: readonly Group[],
  way: Way,
  places: readonly Place[],
  exact: Exactness,
  sums: BookingSums,
): BookingColumns[] {
  const crowds = crowdsOf(facts, groups, places);
  const learners = mostTogether(places, crowds);
  const lines = linesOf(way, facts, learners);
  const { item, itemNumber } = way.slot;
  const pays = ({ pot }: Line, group: number): boolean =>
    pot === undefined || facts.paying[pot]!.matches(item, groups[group]!.people[0]!);
  const classes = groupBy(places, ({ group }) => {
    const able = lines.map((line) => (pays(line, group) ? '1' : '0')).join('');
    return lines.length < 2 ? able : `${able} ${exact.pattern(itemNumber, groups[group]!)}`;
  });
  const { pricing } = way;
  const unbounded = lines.every(({ least, most }) => least <= 1 && most >= learners);
  const countsMatter = exact.pence || exact.booked(itemNumber);
  if (
    lines.length > 1 &&
    classes.size === 1 &&
    unbounded &&
    !countsMatter &&
    (pricing.kind === 'whole' || pricing.kind === 'groups')
  )
    return coverTogether(builder, facts, way, pricing, places, crowds, lines, sums);

  const partsOf = lines.map(() => [] as Part[]);
  for (const members of classes.values()) {
    const open = [...lines.keys()].filter((k) => pays(lines[k]!, members[0]!.group));
    if (open.length === 0) builder.row(columnsOf(members), 1, -Infinity, 0);
    if (open.length === 1)
      partsOf[open[0]!]!.push(
        ...members.map(({ group, size, column }) => ({ groups: [group], size, column })),
      );
    if (open.length < 2) continue;
    const all = members.reduce((sum, { size }) => sum + size, 0);
    const flows = open.map((k) => {
      const size = Math.min(all, lines[k]!.most);
      const part = { groups: members.map(({ group }) => group), size, column: builder.column(0, size) };
      partsOf[k]!.push(part);
      sums.choices.push(part.column);
      return part.column;
    });
    builder.row([...columnsOf(members), ...flows], [...members.map(() => 1), ...flows.map(() => -1)], 0, 0);
  }
  const bookings = lines.flatMap((line, k) =>
    partsOf[k]!.length === 0 ? [] : [addBooking(builder, facts, way, line, partsOf[k]!, exact, sums)],
  );
  if (pricing.kind === 'whole') addCrowds(builder, crowds, bookings, Infinity);
  if (pricing.kind === 'groups') addCrowds(builder, crowds, bookings, pricing.size);
  return bookings;
}

/** The bookings of a purchase, which has no learners. */
export function addPurchases(builder: ProblemBuilder, way: Way, sums: BookingSums): BookingColumns[] {
  const pots = way.pricing.kind === 'nothing' ? [undefined] : way.pots;
  return pots.map((pot) => {
    const booked = builder.column(0, 1);
    sums.units.push(booked);
    sums.choices.push(booked);
    const pence = way.pricing.kind === 'whole' ? [{ column: booked, value: way.pricing.pence }] : [];
    return { way, pot, booked, parts: [], covers: undefined, most: 0, pence };
  });
}

/** The bookings that a way allows: none that costs something without a pot, none that costs nothing with one. */
function linesOf(way: Way, { pots }: Resolved, learners: number): Line[] {
  const { pricing, slot } = way;
  const { min = 0, max = Infinity } = slot.item.learners ?? {};
  const most = Math.min(learners, max, slot.session?.places ?? Infinity);
  const lines: Omit<Line, 'binds'>[] = [];
  if (mayBeFree(way)) {
    const free = pricing.kind === 'tiers' ? pricing.free : Infinity;
    lines.push({ pot: undefined, least: Math.max(1, min), most: Math.min(most, free) });
  }
  for (const pot of way.pots) {
    const affordable = affordableWith(pricing, pots[pot]!.pence, most);
    const least = Math.max(1, min, pricing.kind === 'tiers' ? pricing.free + 1 : 1);
    lines.push({ pot, least, most: Math.min(most, affordable) });
  }
  return lines.flatMap((line) => (line.least <= line.most ? [{ ...line, binds: line.most < learners }] : []));
}

/** How many learners, of so many, a pot of so much can pay for in one booking. */
function affordableWith(pricing: Pricing, pence: number, most: number): number {
  if (pricing.kind === 'each') return Math.floor(pence / pricing.pence);
  if (pricing.kind !== 'tiers') return Infinity;
  // Prices rise with the learners: the last number that is affordable is found by halving.
  let [some, many] = [0, most];
  while (some < many) {
    const middle = Math.ceil((some + many) / 2);
    if (penceFor(pricing, middle) <= pence) some = middle;
    else many = middle - 1;
  }
  return some;
}

function addBooking(
  builder: ProblemBuilder,
  { pots }: Resolved,
  way: Way,
  { pot, least, most, binds }: Line,
  parts: readonly Part[],
  exact: Exactness,
  sums: BookingSums,
): BookingColumns {
  const columns = columnsOf(parts);
  const ones = parts.map(() => 1);
  const { pricing } = way;
  const total = parts.reduce((sum, { size }) => sum + size, 0);
  const heldUp = exact.booked(way.slot.itemNumber) || (exact.pence && pricing.kind === 'whole') ? 1 : 0;
  const booking = (booked: number, pence: readonly Term[]): BookingColumns => {
    if (least > 1 || heldUp > 0)
      builder.row([...columns, booked], [...ones, -Math.max(least, heldUp)], 0, Infinity);
    if (binds && most < total) builder.row([...columns, booked], [...ones, -most], -Infinity, 0);
    return { way, pot, booked, parts, covers: undefined, most: Math.min(most, total), pence };
  };
  if (pricing.kind === 'groups') {
    const affordable = Math.floor(pots[pot!]!.pence / pricing.pence);
    const units = builder.column(0, Math.min(affordable, Math.ceil(Math.min(most, total) / pricing.size)));
    sums.units.push(units);
    coverBy(builder, parts, [{ column: units, learners: pricing.size }]);
    // No more groups than the learners fill.
    if (exact.pence) builder.row([...columns, units], [...ones, -pricing.size], 1 - pricing.size, Infinity);
    const booked = bookedBy(builder, units);
    return booking(booked, [{ column: units, value: pricing.pence }]);
  }
  const booked = builder.column(0, 1);
  for (const { column, size } of parts)
    builder.row([column, booked], [1, -Math.min(size, most)], -Infinity, 0);
  switch (pricing.kind) {
    case 'nothing':
      return booking(booked, []);
    case 'each':
      return booking(
        booked,
        columns.map((column) => ({ column, value: pricing.pence })),
      );
    case 'whole':
      sums.units.push(booked);
      return booking(booked, [{ column: booked, value: pricing.pence }]);
    case 'tiers':
      return booking(
        booked,
        pot === undefined
          ? []
          : addTiers(builder, pricing.tiers, columns, Math.min(most, total), exact, sums),
      );
  }
}

/** A column that is 1 when the other is above 0. */
function bookedBy(builder: ProblemBuilder, units: number): number {
  const most = builder.upperOf(units);
  if (most === 1) return units;
  const booked = builder.column(0, 1);
  builder.row([units, booked], [1, -most], -Infinity, 0);
  return booked;
}

/** Marginal tiers: each takes its share of the learners, and none does before the one below is full. */
function addTiers(
  builder: ProblemBuilder,
  tiers: readonly Tier[],
  learners: readonly number[],
  most: number,
  exact: Exactness,
  sums: BookingSums,
): Term[] {
  const reached = tiers.filter(({ from }) => from <= most);
  const shares = reached.map(({ from, pence }, k) => {
    const width = Math.min(reached[k + 1]?.from ?? Infinity, most + 1) - from;
    return { width, pence, column: builder.column(0, width) };
  });
  const columns = columnsOf(shares);
  builder.row([...learners, ...columns], [...learners.map(() => 1), ...columns.map(() => -1)], 0, 0);
  // Rising prices fill in their order by themselves, where paying less is all that matters.
  const fillsItself = !exact.pence && shares.every(({ pence }, k) => k === 0 || pence > shares[k - 1]!.pence);
  shares.forEach(({ column, width }, k) => {
    const below = shares[k - 1];
    if (below === undefined || fillsItself) return;
    const opened = builder.column(0, 1);
    sums.units.push(opened);
    builder.row([column, opened], [1, -width], -Infinity, 0);
    builder.row([below.column, opened], [1, -below.width], 0, Infinity);
  });
  return shares.flatMap(({ column, pence }) => (pence === 0 ? [] : [{ column, value: pence }]));
}

/** Above this many pairs of learners and units, what is implied of each pair is left out: it would fill the memory. */
const MOST_PAIRED = 20_000;

/** The learners are no more than the units cover. */
function coverBy(
  builder: ProblemBuilder,
  parts: readonly { readonly column: number; readonly size: number }[],
  units: readonly { readonly column: number; readonly learners: number }[],
): void {
  const columns = columnsOf(units);
  builder.row(
    [...columnsOf(parts), ...columns],
    [...parts.map(() => 1), ...units.map(({ learners }) => -learners)],
    -Infinity,
    0,
  );
  // Implied by the row above for whole numbers, but not for the fractions of the relaxation.
  if (parts.length * units.length > MOST_PAIRED || units.every(({ learners }) => learners === 1)) return;
  for (const { column, size } of parts) {
    const covered = units.map(({ learners }) => -Math.min(size, learners));
    builder.row([column, ...columns], [1, ...covered], -Infinity, 0);
  }
}

/** Of a crowd no more are on what so many units pay for, each for so many learners, than may be together. */
function addCrowds(
  builder: ProblemBuilder,
  crowds: readonly Crowd[],
  bookings: readonly BookingColumns[],
  size: number,
): void {
  const units = bookings.flatMap(({ pence }) => columnsOf(pence));
  for (const { places, most } of crowds) {
    if (most >= size) continue;
    const counts = [...places.map(() => 1), ...units.map(() => -most)];
    builder.row([...columnsOf(places), ...units], counts, -Infinity, 0);
  }
}

/** Shared prices from several pots that pay for the same people: units of all pots together cover the places. */
function coverTogether(
  builder: ProblemBuilder,
  { pots }: Resolved,
  way: Way,
  pricing: Extract<Pricing, { kind: 'whole' | 'groups' }>,
  places: readonly Place[],
  crowds: readonly Crowd[],
  lines: readonly Line[],
  sums: BookingSums,
): BookingColumns[] {
  const learners = mostTogether(places, crowds);
  const size = pricing.kind === 'groups' ? Math.min(pricing.size, learners) : learners;
  const bookings = lines.map(({ pot, most }): BookingColumns => {
    const affordable = Math.floor(pots[pot!]!.pence / pricing.pence);
    const column = builder.column(0, Math.min(affordable, Math.ceil(learners / size)));
    sums.units.push(column);
    sums.choices.push(column);
    return {
      way,
      pot,
      booked: bookedBy(builder, column),
      parts: undefined,
      covers: { column, learners: size },
      most,
      pence: [{ column, value: pricing.pence }],
    };
  });
  coverBy(
    builder,
    places,
    bookings.flatMap(({ covers }) => covers ?? []),
  );
  addCrowds(builder, crowds, bookings, size);
  return bookings;
}
