import type { Request } from '../domain/request.js';
import type { EntitlementId } from '../domain/units.js';
import type { Pace, Steps } from '../internal/steps.js';
import { type Cover, coversOf } from './cover-rows.js';
import { clashesOf, exclusionsOf } from './incompatible.js';
import { withoutLaterTerms } from './later-terms.js';
import { MOST_PLACES } from './most-places.js';
import { ENTRY } from './operations.js';
import { placesWorth } from './places-worth.js';
import { resolve, type Resolved } from './resolved.js';
import { anyOverlap, isPurchase, type Slot, wholeDays } from './slots.js';
import { mayBeFree, missingFor, type Way, waysOf } from './ways.js';

/** A way to book that can be part of a best programme, with the positions of those who could be on it; of nobody for a purchase. */
export interface OpenWay {
  readonly way: Way;
  readonly people: readonly number[];
}

/** All that a problem is made of. */
export interface Facts extends Resolved {
  readonly ways: readonly OpenWay[];
  /** Sets of slots of which nobody can be on two. */
  readonly clashes: readonly (readonly number[])[];
  readonly covers: readonly Cover[];
  /** Sets of items of which nobody can take two. */
  readonly exclusions: readonly (readonly number[])[];
}

/** `undefined`: there are more than {@link MOST_PLACES}. */
export function* factsOf(request: Request, pace: Pace): Steps<Facts | undefined> {
  const resolved = yield* resolve(request, pace);
  if (resolved === undefined) return undefined;
  const { items, team, slots, paying, pots } = resolved;
  const held = new Set(request.setting.entitlements);
  const wanted = new Set(
    items.flatMap(({ offers }) =>
      offers.flatMap(({ requires = [] }) => requires.filter((e) => !held.has(e))),
    ),
  );
  const granted = new Set(items.flatMap(({ grants = [] }) => grants));
  const { keeps, buys } = reasonsToKeep(resolved, wanted);
  if (pace.ends(10 * ENTRY * items.length)) yield pace.operations;
  const met = yield* peopleMet(resolved, pace);
  if (met === undefined) return undefined;
  const worth = yield* placesWorth({ ...resolved, meeting: met, keeps }, pace);
  const away = team.map(({ member }) => (member.away ?? []).map(wholeDays));
  const canAttend = ({ blocks }: Slot, person: number): boolean => !anyOverlap(blocks, away[person]!);
  const mayBeGranted = (missing: readonly EntitlementId[]): boolean => missing.every((e) => granted.has(e));

  const openWays = (slot: Slot, s: number): OpenWay[] => {
    const { item } = slot;
    const purchase = isPurchase(item);
    const people = [...worth[s]!].filter((person) => canAttend(slot, person)).sort((a, b) => a - b);
    if (purchase ? !buys(slot.itemNumber) : people.length === 0) return [];
    return waysOf(slot, s, pots, team.length, held).flatMap((way) => {
      const paysFor = (person: number) => (pot: number) => paying[pot]!.matches(item, person);
      const usable = way.pots.filter((pot) =>
        purchase ? paying[pot]!.matchesAlone(item) : people.some((person) => paysFor(person)(pot)),
      );
      if (usable.length === 0 && !mayBeFree(way)) return [];
      if (purchase) return mayBeGranted(way.missing) ? [{ way: { ...way, pots: usable }, people: [] }] : [];
      const able = people.filter(
        (person) =>
          mayBeGranted(missingFor(way, team[person]!)) && (mayBeFree(way) || usable.some(paysFor(person))),
      );
      return able.length === 0 ? [] : [{ way: { ...way, pots: usable }, people: able }];
    });
  };
  const ways: OpenWay[] = [];
  let places = 0;
  for (const [s, slot] of slots.entries()) {
    for (const way of openWays(slot, s)) {
      ways.push(way);
      places += way.people.length;
    }
    if (places > MOST_PLACES) return undefined;
    if (pace.ends(2 * ENTRY * (1 + worth[s]!.size) * (1 + slot.item.offers.length))) yield pace.operations;
  }
  const open = yield* withoutLaterTerms(resolved, ways, pace);
  const used = [...new Set(open.map(({ way }) => way.slotNumber))];
  const clashes = clashesOf(slots, used);
  if (pace.ends(10 * ENTRY * used.length)) yield pace.operations;
  const covers = yield* coversOf(resolved, used, pace);
  const usedItems = new Set(open.map(({ way }) => way.slot.itemNumber));
  const exclusions = exclusionsOf(items, resolved.numberOf, [...usedItems]);
  if (pace.ends(10 * ENTRY * usedItems.size)) yield pace.operations;
  return { ...resolved, ways: open, clashes, covers, exclusions };
}

/** By slot, the people for whom it alone meets a need that is still open and scores. `undefined`: more than {@link MOST_PLACES} in all. */
function* peopleMet(
  { slots, goals, meeting, needless }: Resolved,
  pace: Pace,
): Steps<Set<number>[] | undefined> {
  const met = slots.map(() => new Set<number>());
  let count = 0;
  for (const [goal, { met: holders, target, weight, open }] of goals.entries()) {
    if (holders.length >= target || weight === 0) continue;
    for (const slot of meeting[goal]!) {
      const people = met[slot]!;
      count -= people.size;
      for (const person of open) if (!needless(goal, slot, person)) people.add(person);
      count += people.size;
      if (count > MOST_PLACES) return undefined;
      if (pace.ends(ENTRY * open.length)) yield pace.operations;
    }
  }
  return met;
}

/** What makes a place, or a purchase, worth having whatever it teaches. */
function reasonsToKeep(
  { request, items, bounds, baseline }: Resolved,
  wanted: ReadonlySet<EntitlementId>,
): { readonly keeps: (item: number, person: number) => boolean; readonly buys: (item: number) => boolean } {
  const pins = (request.adjustments ?? []).filter(({ kind }) => kind === 'pin');
  const pinned = new Set(pins.map(({ item }) => item));
  const leasts = bounds.filter(({ limit }) => limit.atLeast !== undefined);
  const grantsWanted = items.map(({ grants = [] }) => grants.some((entitlement) => wanted.has(entitlement)));
  return {
    keeps: (item, person) =>
      pinned.has(items[item]!.id) ||
      grantsWanted[item]! ||
      baseline?.[item]!.has(person) === true ||
      leasts.some(({ matcher }) => matcher.matches(items[item]!, person)),
    buys: (item) =>
      // A booking without learners is fewer than any least number of them.
      (items[item]!.learners?.min ?? 0) === 0 &&
      (pinned.has(items[item]!.id) ||
        grantsWanted[item]! ||
        leasts.some(({ matcher }) => matcher.matchesAlone(items[item]!))),
  };
}
