import type { RequestInput } from '../../src/domain/request.js';
import {
  isForSetting,
  type Item,
  type Occasion,
  type Offer,
  type Person,
  type Reading,
  within,
} from './mip-reading.js';
import { add, append, type Sheet, type Term, times } from './mip-sheet.js';

/*
 * The columns of every booking there could be, and the rows that a booking keeps by itself.
 */

/** A person on a booking. */
export interface Place {
  readonly person: Person;
  readonly column: number;
}

/** One (item, occasion, offer, pot). */
export interface Booking {
  readonly item: Item;
  readonly occasion: Occasion;
  readonly offer: Offer;
  readonly pot: string | undefined;
  /** Whether it is booked. */
  readonly booked: number;
  readonly places: readonly Place[];
  /** Pence that each learner pays in their own name. */
  readonly each: number;
  /** Pence that the booking costs besides. */
  readonly shared: readonly Term[];
}

/** How many learners a booking has, at least and at most. */
interface Size {
  readonly least: number;
  readonly most: number;
}

/** A price that can be paid: one of its pieces costs nothing, the other something, each for its sizes. */
interface Way {
  readonly costs: boolean;
  readonly size: Size;
}

/** What a by-team-size price comes to, if the team is not above all bands. */
const bandFor = (bands: readonly { upTo: number; pence: number }[], team: number): number | undefined =>
  [...bands].sort((a, b) => a.upTo - b.upTo).find(({ upTo }) => team <= upTo)?.pence;

/** Tiers in their order; a list of a request has none. */
const inOrder = (tiers: readonly { from: number; pence: number }[]): typeof tiers =>
  [...tiers].sort((a, b) => a.from - b.from);

function waysToPay({ price }: Offer, team: number, size: Size): Way[] {
  const flat = (pence: number): Way[] => [{ costs: pence > 0, size }];
  if (price.kind === 'free') return flat(0);
  if (price.kind === 'by-team-size') {
    const pence = bandFor(price.bands, team);
    return pence === undefined ? [] : flat(pence);
  }
  if (price.kind !== 'per-learner-tiered') return flat(price.pence);
  // the first learners may be free: fewer of them need no pot, more need one
  const firstPaid = inOrder(price.tiers).find(({ pence }) => pence > 0)?.from ?? Infinity;
  return [
    { costs: false, size: { least: size.least, most: Math.min(size.most, firstPaid - 1) } },
    { costs: true, size: { least: Math.max(size.least, firstPaid), most: size.most } },
  ];
}

/** The booking's shared price, in columns that are exact whatever is asked of them. */
function sharedPrice(
  sheet: Sheet,
  { price }: Offer,
  team: number,
  booked: number,
  places: readonly Place[],
  most: number,
): Term[] {
  const columns = places.map(({ column }) => column);
  switch (price.kind) {
    case 'free':
    case 'per-learner':
      return [];
    case 'per-setting':
      return [[booked, price.pence]];
    case 'by-team-size':
      return [[booked, bandFor(price.bands, team) ?? 0]];
    case 'per-group': {
      // as many groups as the learners fill, the last perhaps in part
      const groups = sheet.column(Math.ceil(most / price.size));
      sheet.row(0, price.size - 1, [[groups, price.size], ...times(columns, -1)]);
      return [[groups, price.pence]];
    }
    case 'per-learner-tiered': {
      const reached = inOrder(price.tiers).filter(({ from }) => from <= most);
      const tiers = reached.map(({ from, pence }, index) => {
        const last = Math.min(most, (reached[index + 1]?.from ?? Infinity) - 1);
        return { pence, length: last - from + 1, column: sheet.column(last - from + 1) };
      });
      sheet.row(0, 0, [
        ...times(columns, -1),
        ...times(
          tiers.map(({ column }) => column),
          1,
        ),
      ]);
      tiers.slice(1).forEach((tier, index) => {
        const before = tiers[index];
        if (before === undefined) return;
        // a tier opens when the one before is full
        const opened = sheet.column(1);
        sheet.row(-Infinity, 0, [
          [tier.column, 1],
          [opened, -tier.length],
        ]);
        sheet.row(0, Infinity, [
          [before.column, 1],
          [opened, -before.length],
        ]);
      });
      return tiers.map(({ column, pence }) => [column, pence]);
    }
  }
}

/** Writes the bookings; those that nobody could be on, pay for or open are left out. */
export function writeBookings(sheet: Sheet, request: RequestInput, reading: Reading): Booking[] {
  const { items } = request.catalogue;
  const team = request.staff.length;
  const bookings: Booking[] = [];
  const ofSetting = new Set(request.setting.entitlements);
  const grantable = new Set(items.flatMap(({ grants }) => grants ?? []));
  /** Whether an entitlement is granted, when something that grants it can be bought. */
  const granted = new Map<string, number>();
  const grantedBy = (entitlement: string): number => {
    const known = granted.get(entitlement);
    if (known !== undefined) return known;
    const column = sheet.column(1);
    granted.set(entitlement, column);
    return column;
  };
  const lackedBy = (offer: Offer, person: Person | undefined): string[] => {
    const { kind } = offer.price;
    const personal = kind === 'free' || kind === 'per-learner' || kind === 'per-learner-tiered';
    const own = personal ? (person?.entitlements ?? []) : [];
    return (offer.requires ?? []).filter((one) => !ofSetting.has(one) && !own.includes(one));
  };
  const obtainable = (offer: Offer, person: Person | undefined): boolean =>
    lackedBy(offer, person).every((entitlement) => grantable.has(entitlement));

  const write = (item: Item, occasion: Occasion, offer: Offer, pot: string | undefined, size: Size): void => {
    const pays = request.funding.find(({ id }) => id === pot)?.pays;
    const forSetting = isForSetting(item);
    if (forSetting && (!reading.matches(pays, item, undefined) || !obtainable(offer, undefined))) return;
    const learners = forSetting
      ? []
      : request.staff.filter(
          (person) =>
            reading.mayTake(person, item, occasion) &&
            reading.matches(pays, item, person) &&
            obtainable(offer, person),
        );
    const most = Math.min(size.most, learners.length);
    if (size.least > most) return;
    const booked = sheet.column(1);
    const places = learners.map((person) => ({ person, column: sheet.column(1) }));
    if (forSetting)
      for (const one of lackedBy(offer, undefined))
        sheet.row(-Infinity, 0, [
          [booked, 1],
          [grantedBy(one), -1],
        ]);
    for (const { person, column } of places) {
      sheet.row(-Infinity, 0, [
        [column, 1],
        [booked, -1],
      ]);
      for (const one of lackedBy(offer, person))
        sheet.row(-Infinity, 0, [
          [column, 1],
          [grantedBy(one), -1],
        ]);
    }
    if (!forSetting) {
      const columns = times(
        places.map(({ column }) => column),
        1,
      );
      sheet.row(0, Infinity, [...columns, [booked, -size.least]]);
      if (most < learners.length) sheet.row(-Infinity, 0, [...columns, [booked, -most]]);
    }
    const each = offer.price.kind === 'per-learner' ? offer.price.pence : 0;
    const shared = sharedPrice(sheet, offer, team, booked, places, most);
    bookings.push({ item, occasion, offer, pot, booked, places, each, shared });
  };

  for (const item of items) {
    const { min = 0, max = Infinity } = item.learners ?? {};
    const size = isForSetting(item) ? { least: min, most: max } : { least: Math.max(1, min), most: max };
    for (const occasion of reading.occasionsOf(item)) {
      for (const offer of item.offers) {
        if (!within(occasion.firstDay, offer)) continue;
        for (const way of waysToPay(offer, team, size)) {
          if (!way.costs) write(item, occasion, offer, undefined, way.size);
          else
            for (const pot of request.funding)
              if (within(occasion.firstDay, pot)) write(item, occasion, offer, pot.id, way.size);
        }
      }
    }
  }
  for (const [entitlement, column] of granted) {
    const sources = bookings.filter(({ item }) => item.grants?.includes(entitlement) === true);
    sheet.row(-Infinity, 0, [
      [column, 1],
      ...times(
        sources.map(({ booked }) => booked),
        -1,
      ),
    ]);
  }
  return bookings;
}

/** What each place of the booking costs, and the booking itself. */
export const priceOf = ({ places, each, shared }: Booking): Term[] => [
  ...times(
    places.map(({ column }) => column),
    each,
  ),
  ...shared,
];

/** All costs, by column. */
export function costsOf(
  bookings: readonly Booking[],
  terms: (booking: Booking) => readonly Term[],
): Map<number, number> {
  const costs = new Map<number, number>();
  for (const booking of bookings)
    for (const [column, value] of terms(booking)) if (value !== 0) add(costs, column, value);
  return costs;
}

/** What pots pay. */
export function writePots(sheet: Sheet, request: RequestInput, bookings: readonly Booking[]): void {
  const paid = new Map<string, Term[]>();
  for (const booking of bookings)
    if (booking.pot !== undefined) append(paid, booking.pot, ...priceOf(booking));
  for (const { id, pence } of request.funding) sheet.row(-Infinity, pence, paid.get(id) ?? []);
}
