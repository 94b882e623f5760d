import type { Request } from '../domain/request.js';
import type { EntitlementId } from '../domain/units.js';
import { type Cover, coversOf } from './cover-rows.js';
import { clashesOf, exclusionsOf } from './incompatible.js';
import { withoutLaterTerms } from './later-terms.js';
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

export function factsOf(request: Request): Facts {
  const resolved = resolve(request);
  const { items, team, slots, paying, pots } = resolved;
  const held = new Set(request.setting.entitlements);
  const wanted = new Set(
    items.flatMap(({ offers }) =>
      offers.flatMap(({ requires = [] }) => requires.filter((e) => !held.has(e))),
    ),
  );
  const granted = new Set(items.flatMap(({ grants = [] }) => grants));
  const { keeps, buys } = reasonsToKeep(resolved, wanted);
  const worth = placesWorth({ ...resolved, meeting: peopleMet(resolved), keeps });
  const away = team.map(({ member }) => (member.away ?? []).map(wholeDays));
  const canAttend = ({ blocks }: Slot, person: number): boolean => !anyOverlap(blocks, away[person]!);
  const mayBeGranted = (missing: readonly EntitlementId[]): boolean => missing.every((e) => granted.has(e));

  const ways = slots.flatMap((slot, s): OpenWay[] => {
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
  });
  const open = withoutLaterTerms(resolved, ways);
  const used = [...new Set(open.map(({ way }) => way.slotNumber))];
  return {
    ...resolved,
    ways: open,
    clashes: clashesOf(slots, used),
    covers: coversOf(resolved, used),
    exclusions: exclusionsOf(items, resolved.numberOf, [
      ...new Set(open.map(({ way }) => way.slot.itemNumber)),
    ]),
  };
}

/** By slot, the people for whom it alone meets a need that is still open and scores. */
function peopleMet({ slots, goals, meeting, needless }: Resolved): Set<number>[] {
  const met = slots.map(() => new Set<number>());
  goals.forEach(({ met: holders, target, weight, open }, goal) => {
    if (holders.length >= target || weight === 0) return;
    for (const slot of meeting[goal]!)
      for (const person of open) if (!needless(goal, slot, person)) met[slot]!.add(person);
  });
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
