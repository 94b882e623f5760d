import { canonicalJson } from '../certificate/canonical-json.js';
import type { Adjustment } from '../domain/adjustment.js';
import type { Pot } from '../domain/funding.js';
import type { Request } from '../domain/request.js';
import { compareIds, sortedById } from '../internal/order.js';
import { addBookingRows, type WayColumns } from './booking-rows.js';
import { addCoverage } from './coverage-columns.js';
import { type Goal, goalsOf, type Person, teamOf } from './goal.js';
import { heldFrom } from './days.js';
import { fitsAudience } from './people.js';
import { type Problem, ProblemBuilder } from './problem.js';
import { isPersonal, type Slot, slotsOf, type Way, waysOf } from './slots.js';

/** A person on a way to book a slot: a 0-1 column. */
export interface Place {
  readonly person: number;
  readonly slot: number;
  readonly way: Way;
  readonly column: number;
}

/** A request as an integer programme, with what each of its numbers stands for. */
export interface Compiled {
  readonly request: Request;
  readonly team: readonly Person[];
  readonly goals: readonly Goal[];
  readonly pots: readonly Pot[];
  readonly slots: readonly Slot[];
  readonly ways: readonly WayColumns[];
  /** By demand of the problem, the position of its adjustment in the request. */
  readonly adjustments: readonly number[];
  readonly problem: Problem;
}

/** The request as an integer programme over columns numbered in the order of ids, so that no input order shows. */
export function compile(request: Request): Compiled {
  const team = teamOf(request);
  const goals = goalsOf(request, team);
  const pots = sortedById(request.funding);
  const slots = slotsOf(request);
  const wanted = placesWanted(request, team, goals, slots);
  const builder = new ProblemBuilder();
  const ways: WayColumns[] = [];
  const placesOf = team.map(() => [] as Place[]);
  slots.forEach((slot, s) => {
    const people = wanted[s] ?? [];
    if (people.length === 0) return;
    for (const way of waysOf(slot, pots)) {
      if (way.unitPence > 0 && way.pots.length === 0) continue;
      const places: Place[] = [];
      for (const person of people) {
        if (!mayUse(way, request, team[person]!)) continue;
        const place: Place = { person, slot: s, way, column: builder.column(0, 1) };
        places.push(place);
        placesOf[person]!.push(place);
      }
      if (places.length > 0) ways.push({ way, places, payments: [] });
    }
  });
  placesOf.forEach((places, person) => addPersonRows(builder, places, team[person]!));
  const coverage = addCoverage(builder, goals, placesOf, slots);
  const classes = classesOf(request, team, goals, placesOf);
  const bookings = addBookingRows(builder, ways, pots);
  const adjustments = adjustmentOrder(request);
  addAdjustments(
    builder,
    adjustments.map((at) => request.adjustments![at]!),
    team,
    placesOf,
  );
  const sums = addSums(builder, ways, classes);

  const columns = ways.flatMap(({ places }) => places);
  const costing = (cost: (place: Place) => number) => ({
    columns: columns.filter((place) => cost(place) !== 0).map((place) => place.column),
    values: columns.filter((place) => cost(place) !== 0).map((place) => -cost(place)),
  });
  const problem = builder.build(
    [
      coverage.must,
      coverage.weighted,
      bookings.pence,
      costing(({ way }) => way.slot.item.minutes),
      costing(({ way }) => way.slot.start - slots[0]!.start),
      costing(() => 1),
      bookings.bookings,
    ],
    [...columns.map((place) => place.column), ...bookings.unitColumns].reverse(),
    sums,
  );
  return { request, team, goals, pots, slots, ways, adjustments, problem };
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

/** A person takes an item at most once, and gives no more time than there is. */
function addPersonRows(builder: ProblemBuilder, places: readonly Place[], { member }: Person): void {
  const columnsOf = new Map<string, number[]>();
  for (const { way, column } of places) {
    const same = columnsOf.get(way.slot.item.id);
    if (same === undefined) columnsOf.set(way.slot.item.id, [column]);
    else same.push(column);
  }
  for (const same of columnsOf.values()) if (same.length > 1) builder.row(same, 1, -Infinity, 1);
  const { releaseMinutes, ownMinutes } = member.time ?? {};
  if (releaseMinutes === undefined || ownMinutes === undefined) return;
  const taking = places.filter(({ way }) => way.slot.item.minutes > 0);
  if (taking.length === 0) return;
  const minutes = taking.map(({ way }) => way.slot.item.minutes);
  builder.row(columnsOfPlaces(taking), minutes, -Infinity, releaseMinutes + ownMinutes);
}

const columnsOfPlaces = (places: readonly Place[]): number[] => places.map(({ column }) => column);

/** The positions of the adjustments, in an order that does not depend on how they were listed. */
function adjustmentOrder({ adjustments = [] }: Request): number[] {
  const texts = adjustments.map(canonicalJson);
  return [...texts.keys()].sort((a, b) => compareIds(texts[a]!, texts[b]!));
}

/** Each pin and ban as rows of its own, marked as the demand it is. */
function addAdjustments(
  builder: ProblemBuilder,
  adjustments: readonly Adjustment[],
  team: readonly Person[],
  placesOf: readonly Place[][],
): void {
  adjustments.forEach(({ kind, item, staff }, demand) => {
    const named = staff === undefined ? undefined : new Set<string>(staff);
    const placesFor = (person: number): Place[] =>
      placesOf[person]!.filter(({ way }) => way.slot.item.id === item);
    const people = team.flatMap(({ member }, person) =>
      named === undefined || named.has(member.id) ? [person] : [],
    );
    if (kind === 'ban') {
      const banned = columnsOfPlaces(people.flatMap(placesFor));
      if (banned.length > 0) builder.row(banned, 1, -Infinity, 0, demand);
    } else if (named === undefined) {
      builder.row(columnsOfPlaces(people.flatMap(placesFor)), 1, 1, Infinity, demand);
    } else {
      for (const person of people) builder.row(columnsOfPlaces(placesFor(person)), 1, 1, Infinity, demand);
    }
  });
}

/** People for whom everything is alike, so that a programme may exchange them: by person, the number of the class. */
function classesOf(
  { adjustments = [] }: Request,
  team: readonly Person[],
  goals: readonly Goal[],
  placesOf: readonly Place[][],
): number[] {
  const goalsFor = team.map(() => [] as number[]);
  goals.forEach(({ open }, g) => open.forEach((person) => goalsFor[person]!.push(g)));
  const numbers = new Map<string, number>();
  return team.map(({ member }, person) => {
    const { releaseMinutes, ownMinutes } = member.time ?? {};
    const signature = JSON.stringify([
      releaseMinutes ?? null,
      ownMinutes ?? null,
      goalsFor[person],
      placesOf[person]!.map(({ slot, way }) => [slot, way.offer.id]),
      adjustments.flatMap(({ staff }, k) => (staff?.includes(member.id) === true ? [k] : [])),
    ]);
    const known = numbers.get(signature);
    if (known !== undefined) return known;
    numbers.set(signature, numbers.size);
    return numbers.size - 1;
  });
}

/** For each way, a column that counts the places taken by people who are alike: branching on it treats them as one. */
function addSums(builder: ProblemBuilder, ways: readonly WayColumns[], classes: readonly number[]): number[] {
  const sums: number[] = [];
  for (const { places } of ways) {
    const byClass = new Map<number, number[]>();
    for (const { person, column } of places) {
      const alike = byClass.get(classes[person]!);
      if (alike === undefined) byClass.set(classes[person]!, [column]);
      else alike.push(column);
    }
    for (const columns of byClass.values()) {
      if (columns.length < 2) continue;
      const sum = builder.column(0, columns.length);
      builder.row([...columns, sum], [...columns.map(() => 1), -1], 0, 0);
      sums.push(sum);
    }
  }
  return sums;
}
