import { canonicalJson } from '../certificate/canonical-json.js';
import type { Pot } from '../domain/funding.js';
import type { Request } from '../domain/request.js';
import { compareIds, sortedById } from '../internal/order.js';
import { heldFrom } from './days.js';
import { type Goal, goalsOf, type Person, teamOf } from './goal.js';
import { fitsAudience } from './people.js';
import { isPersonal, type Slot, slotsOf, type Way, waysOf } from './slots.js';

/** A request resolved: everything in the order of ids, so that no input order shows, and what follows from each part alone. */
export interface Facts {
  readonly request: Request;
  readonly team: readonly Person[];
  readonly goals: readonly Goal[];
  readonly pots: readonly Pot[];
  readonly slots: readonly Slot[];
  /** The ways to book that somebody may use and some pot can pay, with the positions of those people. */
  readonly ways: readonly { readonly way: Way; readonly slot: number; readonly people: readonly number[] }[];
  /** The positions of the request's adjustments, in an order that does not depend on how they were listed. */
  readonly adjustments: readonly number[];
}

export function factsOf(request: Request): Facts {
  const team = teamOf(request);
  const goals = goalsOf(request, team);
  const pots = sortedById(request.funding);
  const slots = slotsOf(request);
  const wanted = placesWanted(request, team, goals, slots);
  const ways = slots.flatMap((slot, s) => {
    const people = wanted[s] ?? [];
    if (people.length === 0) return [];
    return waysOf(slot, pots).flatMap((way) => {
      if (way.unitPence > 0 && way.pots.length === 0) return [];
      const able = people.filter((person) => mayUse(way, request, team[person]!));
      return able.length === 0 ? [] : [{ way, slot: s, people: able }];
    });
  });
  const texts = (request.adjustments ?? []).map(canonicalJson);
  const adjustments = [...texts.keys()].sort((a, b) => compareIds(texts[a]!, texts[b]!));
  return { request, team, goals, pots, slots, ways, adjustments };
}

/** By slot, the people who could do something with it: meet a need that is open, or serve a pin. */
function placesWanted(
  request: Request,
  team: readonly Person[],
  goals: readonly Goal[],
  slots: readonly Slot[],
): number[][] {
  const byArea = new Map<string, number[]>();
  slots.forEach(({ item }, s) => {
    for (const area of new Set<string>(item.teaches.map((taught) => taught.area))) {
      const list = byArea.get(area);
      if (list === undefined) byArea.set(area, [s]);
      else list.push(s);
    }
  });
  const wanted = slots.map(() => new Set<number>());
  const fits = (s: number, person: number): boolean =>
    fitsAudience(slots[s]!.item, team[person]!.member, team[person]!.level, request.setting.providerKind);
  for (const goal of goals) {
    if (goal.met.length >= goal.target) continue;
    for (const s of byArea.get(goal.need.area) ?? []) {
      if (!slotMeets(slots[s]!, goal)) continue;
      for (const person of goal.open) if (fits(s, person)) wanted[s]!.add(person);
    }
  }
  for (const { kind, item, staff } of request.adjustments ?? []) {
    if (kind !== 'pin') continue;
    slots.forEach((slot, s) => {
      if (slot.item.id !== item) return;
      team.forEach(({ member }, person) => {
        if ((staff === undefined || staff.includes(member.id)) && fits(s, person)) wanted[s]!.add(person);
      });
    });
  }
  return wanted.map((people) => [...people].sort((a, b) => a - b));
}

/** Whether taking the slot makes a person hold what the need asks on the day it is tested. */
export const slotMeets = (slot: Slot, { need, testDay }: Goal): boolean =>
  slot.item.teaches.some(
    (taught) =>
      taught.area === need.area &&
      taught.depth >= need.depth &&
      heldFrom(slot.start, taught.validMonths, need, testDay),
  );

/** Whether the setting, or for a personal price the learner, has all that the offer requires. */
function mayUse({ offer }: Way, { setting }: Request, { member }: Person): boolean {
  const own = isPersonal(offer.price) ? (member.entitlements ?? []) : [];
  return (offer.requires ?? []).every(
    (entitlement) => setting.entitlements?.includes(entitlement) === true || own.includes(entitlement),
  );
}
