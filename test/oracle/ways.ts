import type { RequestInput } from '../../src/domain/request.js';
import type { Choice } from './choice.js';
import type { Meter } from './meters.js';
import * as page from './page.js';
import type { Item, Offer, Person, Pot, Slot } from './page.js';

/*
 * Every way to book one item: who is on which of its slots, by which offers and from which pots. All that one item alone
 * decides is decided here; what lies between items is left to `enumerate.ts`.
 */

/** Equal choices that are kept of each way; all are counted. */
const CHOICES_KEPT = 8;

/** Offers and pots for some people on some slots. */
interface Deal {
  /** Entitlements that the offers require and another item has to grant. */
  readonly missing: readonly string[];
  /** What it adds to each meter. */
  readonly sums: readonly number[];
  /** How many choices of offers and pots come to exactly this. */
  readonly ties: number;
  /** Some of them. */
  readonly choices: readonly (readonly Choice[])[];
}

/** One way to book an item, or not to. */
export interface Way extends Deal {
  /** Where each person is, in the order of the request; `undefined`: not on the item. */
  readonly on: readonly (Slot | undefined)[];
  readonly isBooked: boolean;
}

/** Every list with one entry from each list. */
export const product = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>((done, list) => done.flatMap((start) => list.map((entry) => [...start, entry])), [[]]);

const both = (a: Deal, b: Deal): Deal => ({
  missing: [...new Set([...a.missing, ...b.missing])].toSorted(),
  sums: a.sums.map((sum, index) => sum + (b.sums[index] ?? 0)),
  ties: a.ties * b.ties,
  choices: product([a.choices, b.choices])
    .map((lists) => lists.flat())
    .slice(0, CHOICES_KEPT),
});

/** Deals for the same people on the same slots that come to the same are one: nothing asks which offer or pot it was. */
function merged(deals: readonly Deal[]): Deal[] {
  const kept = new Map<string, Deal>();
  for (const deal of deals) {
    const gist = JSON.stringify([deal.missing, deal.sums]);
    const same = kept.get(gist);
    const choices = [...(same?.choices ?? []), ...deal.choices].slice(0, CHOICES_KEPT);
    kept.set(gist, { ...deal, ties: deal.ties + (same?.ties ?? 0), choices });
  }
  return [...kept.values()];
}

/**
 * Drops a deal where another for the same people on the same slots requires no more entitlements, adds no more to any
 * meter and as much to each that has a least, and is cheaper or makes fewer bookings. In whatever legal programme the
 * one is, the other is legal and better: people, items and slots are the same, so nothing else can differ.
 */
function undominated(meters: readonly Meter[], deals: readonly Deal[]): Deal[] {
  const beats = (a: Deal, b: Deal): boolean =>
    a.missing.every((one) => b.missing.includes(one)) &&
    meters.every(({ least }, index) => {
      const [mine = 0, theirs = 0] = [a.sums[index], b.sums[index]];
      return least > 0 ? mine === theirs : mine <= theirs;
    }) &&
    meters.some(({ objective }, index) => objective !== undefined && a.sums[index] !== b.sums[index]);
  return deals.filter((deal) => !deals.some((other) => beats(other, deal)));
}

const NONE = (meters: readonly Meter[]): Deal => ({
  missing: [],
  sums: meters.map(() => 0),
  ties: 1,
  choices: [[]],
});

/** The deal of one booking, or none when it is not legal by itself. */
function dealOf(
  request: RequestInput,
  meters: readonly Meter[],
  item: Item,
  slot: Slot,
  { offer, pot }: Till,
  learners: readonly Person[],
): Deal | undefined {
  const booked = { item, slot, offer, pot, learners };
  const price = page.priceOf(request, offer, learners.length);
  const legal =
    price !== undefined &&
    price > 0 === (pot !== undefined) &&
    (pot === undefined || page.mayPay(request, pot, booked)) &&
    page.within(offer, slot.startsOn) &&
    page.isOpen(request, booked, request.catalogue.items) &&
    learners.length >= (item.learners?.min ?? 0) &&
    learners.length <= (item.learners?.max ?? Infinity);
  if (!legal) return undefined;
  const choice = {
    item: item.id,
    session: slot.session?.id,
    term: slot.session === undefined ? slot.term?.id : undefined,
    offer: offer.id,
    pot: pot?.id,
    learners: learners.map(({ id }) => id),
  };
  return {
    missing: page.missingEntitlements(request, offer, learners).toSorted(),
    sums: meters.map(({ counts }) => counts(booked)),
    ties: 1,
    choices: [[choice]],
  };
}

/** An offer, and the pot that pays; none when it costs nothing. */
interface Till {
  readonly offer: Offer;
  readonly pot: Pot | undefined;
}

const tillsOf = (request: RequestInput, item: Item): Till[] =>
  item.offers.flatMap((offer) => [undefined, ...request.funding].map((pot) => ({ offer, pot })));

/** Every part of a list, and the rest. */
const parts = <T>(list: readonly T[]): { part: T[]; rest: T[] }[] =>
  product(list.map(() => [true, false])).map((taken) => ({
    part: list.filter((_, index) => taken[index] === true),
    rest: list.filter((_, index) => taken[index] !== true),
  }));

/** Gives, for any people on any slot of the item, all deals by all its offers and pots. */
function dealer(request: RequestInput, meters: readonly Meter[], item: Item) {
  const tills = tillsOf(request, item);
  const known = new Map<string, Deal[]>();
  const deals = (slot: Slot, learners: readonly Person[], first = 0): Deal[] => {
    const till = tills[first];
    if (till === undefined) return learners.length === 0 ? [NONE(meters)] : [];
    const key = JSON.stringify([slot.session?.id, slot.term?.id, first, learners.map(({ id }) => id)]);
    const before = known.get(key);
    if (before !== undefined) return before;
    // A booking is one (item, slot, offer, pot), with any number of learners: some of them use this till, the rest others.
    const all = parts(learners).flatMap(({ part, rest }): Deal[] => {
      const deal = part.length === 0 ? NONE(meters) : dealOf(request, meters, item, slot, till, part);
      return deal === undefined ? [] : deals(slot, rest, first + 1).map((other) => both(deal, other));
    });
    const kept = undominated(meters, merged(all));
    known.set(key, kept);
    return kept;
  };
  return deals;
}

/** Whether the person may be on the item's slot at all, whatever else is booked. */
const mayTake = (request: RequestInput, item: Item, slot: Slot, person: Person): boolean =>
  page.fitsAudience(request, item, person) &&
  page.isPermitted(request, item, person) &&
  !page.isBanned(request, item, slot, person) &&
  !page.isAway(person, slot);

/** Bought for the setting, once, with no learners; or not. */
function waysForTheSetting(request: RequestInput, meters: readonly Meter[], item: Item): Way[] {
  const on = request.staff.map(() => undefined);
  const bought = page
    .bookableSlots(request, item)
    .filter((slot) => !page.isBanned(request, item, slot, undefined))
    .flatMap((slot) =>
      tillsOf(request, item).flatMap((till): Way[] => {
        const deal = dealOf(request, meters, item, slot, till, []);
        if (deal === undefined || !page.pinsHold(request, item, [{ item, slot, learners: [] }])) return [];
        return [{ ...deal, on, isBooked: true }];
      }),
    );
  const not = page.pinsHold(request, item, []) ? [{ ...NONE(meters), on, isBooked: false }] : [];
  return [...not, ...bought];
}

/** All ways to book one item that break no rule by themselves. */
export function waysOf(request: RequestInput, meters: readonly Meter[], item: Item, most: number): Way[] {
  if (page.isForTheSetting(item)) return waysForTheSetting(request, meters, item);
  const slots = page.bookableSlots(request, item);
  const deals = dealer(request, meters, item);
  const choices = request.staff.map((person): (Slot | undefined)[] => [
    undefined,
    ...slots.filter((slot) => mayTake(request, item, slot, person)),
  ]);
  const count = choices.reduce((total, list) => total * list.length, 1);
  if (count > most) throw new Error(`${String(count)} ways to book one item are too many to enumerate`);
  return product(choices).flatMap((on): Way[] => {
    const used = slots.flatMap((slot) => {
      const learners = request.staff.filter((_, index) => on[index] === slot);
      return learners.length === 0 ? [] : [{ item, slot, learners }];
    });
    const learners = used.flatMap((one) => one.learners);
    const legal =
      learners.length <= (item.learners?.perSetting ?? Infinity) &&
      used.every((one) => one.learners.length <= (one.slot.session?.places ?? Infinity)) &&
      page.wholeTeamHolds(request, item, learners) &&
      page.pinsHold(request, item, used);
    if (!legal) return [];
    const all = used.reduce<Deal[]>(
      (done, { slot, learners: here }) =>
        done.flatMap((deal) => deals(slot, here).map((other) => both(deal, other))),
      [NONE(meters)],
    );
    return undominated(meters, merged(all)).map((deal) => ({ ...deal, on, isBooked: used.length > 0 }));
  });
}
