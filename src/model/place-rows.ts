import { groupBy } from '../internal/lookup.js';
import type { Steps } from '../internal/steps.js';
import type { Facts } from './facts.js';
import { ENTRY, LOOK } from './operations.js';
import { columnsOf, type Group, type Place, placesAt, type PlacesBySlot } from './place.js';
import { comesBefore, countsFrom } from './prerequisites.js';
import type { ProblemBuilder } from './problem.js';

/** Each of a group takes an item at most once, is in one place at a time, gives no more time than there is, and takes things in order. */
export function* addGroupRows(
  builder: ProblemBuilder,
  facts: Facts,
  { people }: Group,
  places: readonly Place[],
  bySlot: PlacesBySlot,
): Steps<void> {
  const { pace } = builder;
  const size = people.length;
  const byItem = groupBy(places, ({ way }) => way.slot.itemNumber);
  if (pace.ends(ENTRY * places.length)) yield pace.operations;
  const atMostOnce = (some: readonly Place[]): void => {
    if (some.length > 1) builder.row(columnsOf(some), 1, -Infinity, size);
  };
  for (const some of byItem.values()) {
    atMostOnce(some);
    if (pace.ends(LOOK * some.length)) yield pace.operations;
  }
  const clashing = new Map<string, Place[]>();
  for (const slots of facts.clashes) {
    const there = placesAt(bySlot, slots);
    if (new Set(there.map(({ way }) => way.slot.itemNumber)).size > 1)
      clashing.set(columnsOf(there).join(','), there);
    if (pace.ends(LOOK * (slots.length + there.length))) yield pace.operations;
  }
  for (const some of clashing.values()) {
    atMostOnce(some);
    if (pace.ends(0)) yield pace.operations;
  }
  const excluding = new Map<string, Place[]>();
  for (const items of facts.exclusions) {
    const taken = items.flatMap((item) => byItem.get(item) ?? []);
    if (items.filter((item) => byItem.has(item)).length > 1) excluding.set(columnsOf(taken).join(','), taken);
    if (pace.ends(LOOK * (items.length + taken.length))) yield pace.operations;
  }
  for (const some of excluding.values()) {
    atMostOnce(some);
    if (pace.ends(0)) yield pace.operations;
  }
  yield* addTimeRows(builder, facts, people[0]!, size, places);
  yield* addPrerequisites(builder, facts, people[0]!, byItem);
}

/** Release sessions ≤ release minutes and all minutes ≤ release + own, in the window and in each term; what lacks a number does not bind. */
function* addTimeRows(
  builder: ProblemBuilder,
  { team, terms }: Facts,
  person: number,
  size: number,
  places: readonly Place[],
): Steps<void> {
  const { pace } = builder;
  const { time } = team[person]!.member;
  if (time === undefined) return;
  const taking = places.filter(({ way }) => way.slot.item.minutes > 0);
  const atMost = (some: readonly Place[], minutes: number): void => {
    const each = some.map(({ way }) => way.slot.item.minutes);
    if (some.length > 0) builder.row(columnsOf(some), each, -Infinity, size * minutes);
  };
  const within = (some: readonly Place[], { releaseMinutes, ownMinutes }: Minutes): void => {
    if (releaseMinutes === undefined) return;
    const released = some.filter(({ way }) => way.slot.openHours);
    atMost(released, releaseMinutes);
    // Where all of it is released, the row before says more.
    if (ownMinutes !== undefined && released.length < some.length) atMost(some, releaseMinutes + ownMinutes);
  };
  within(taking, time);
  if (pace.ends(ENTRY * places.length)) yield pace.operations;
  for (const [term, { id }] of terms.entries()) {
    const own = id === undefined ? undefined : time.terms?.[id];
    if (own === undefined) continue;
    within(
      taking.filter(({ way }) => way.slot.term === term),
      own,
    );
    if (pace.ends(LOOK * taking.length)) yield pace.operations;
  }
}

interface Minutes {
  readonly releaseMinutes?: number | undefined;
  readonly ownMinutes?: number | undefined;
}

/** The slots that rely on the same predecessors: places on them, and on what can come before them. */
interface Level {
  readonly relying: readonly Place[];
  readonly first: ReadonlySet<Place>;
}

/** Above this many levels each is added to the sum of those before it, rather than all listed in its row. */
const MOST_LISTED_LEVELS = 60;

/**
 * Of each entry of an item's prerequisites one is held by record, or booked to finish first. A slot whose possible
 * predecessors are among another's can stand in the other's row as well, since the item is taken once at most. Of
 * any two slots it is so one way round: what can come before one can come before all that start later.
 */
function* addPrerequisites(
  builder: ProblemBuilder,
  { team, items, numberOf }: Facts,
  person: number,
  byItem: ReadonlyMap<number, readonly Place[]>,
): Steps<void> {
  const { pace } = builder;
  const { member } = team[person]!;
  for (const [item, places] of byItem) {
    const entries = (items[item]!.prerequisites ?? []).map(({ anyOf }) =>
      anyOf.map((id) => numberOf.get(id)!).sort((a, b) => a - b),
    );
    for (const options of entries.sort((a, b) => (a.join() < b.join() ? -1 : 1))) {
      const from = options.reduce(
        (day, option) => Math.min(day, countsFrom(member, items[option]!)),
        Infinity,
      );
      const before = [...new Set(options)].flatMap((option) => byItem.get(option) ?? []);
      const relying = places.filter(({ way }) => way.slot.start < from);
      const leads = [...groupBy(relying, ({ way }) => way.slot)].map(([slot, own]) => ({
        relying: own,
        first: new Set(before.filter(({ way }) => comesBefore(way.slot, slot))),
      }));
      const levels = [...groupBy(leads, ({ first }) => first.size)]
        .sort(([a], [b]) => a - b)
        .map(([, alike]) => ({ relying: alike.flatMap((lead) => lead.relying), first: alike[0]!.first }));
      const add = levels.length > MOST_LISTED_LEVELS ? addSummedLevels : addListedLevels;
      add(builder, levels);
      if (pace.ends(LOOK * before.length * (1 + leads.length))) yield pace.operations;
    }
  }
}

function addListedLevels(builder: ProblemBuilder, levels: readonly Level[]): void {
  levels.forEach(({ first }, k) => {
    const relies = columnsOf(levels.slice(0, k + 1).flatMap(({ relying }) => relying));
    builder.row(
      [...relies, ...columnsOf([...first])],
      [...relies.map(() => 1), ...[...first].map(() => -1)],
      -Infinity,
      0,
    );
  });
}

/** The same with columns that add up, level by level, who relies and what comes first: rows stay short. */
function addSummedLevels(builder: ProblemBuilder, levels: readonly Level[]): void {
  const summing = () => {
    let sum: number[] = [];
    return (places: readonly Place[]): number[] => {
      if (places.length === 0) return sum;
      const added = [...sum, ...columnsOf(places)];
      const upper = added.reduce((all, column) => all + builder.upperOf(column), 0);
      sum = [builder.column(0, upper)];
      builder.row([...added, ...sum], [...added.map(() => 1), -1], 0, 0);
      return sum;
    };
  };
  const relied = summing();
  const came = summing();
  let known: ReadonlySet<Place> = new Set();
  for (const { relying, first } of levels) {
    const before = known;
    const relies = relied(relying);
    const comes = came([...first].filter((place) => !before.has(place)));
    builder.row([...relies, ...comes], [...relies.map(() => 1), ...comes.map(() => -1)], -Infinity, 0);
    known = first;
  }
}

/**
 * Every item and session keeps its numbers, and all who fit a whole-team item's audience are on it or nobody is.
 * `placesOn`: by way, the places on it.
 * Returns the columns that say so of each whole-team item.
 */
export function* addItemRows(
  builder: ProblemBuilder,
  { items, ways, everybodyFitting }: Facts,
  groups: readonly Group[],
  placesOn: readonly (readonly Place[])[],
): Steps<number[]> {
  const decisive: number[] = [];
  for (const [number, numbers] of groupBy(ways.keys(), (w) => ways[w]!.way.slot.itemNumber)) {
    const ofItem = numbers.flatMap((w) => placesOn[w]!);
    if (builder.pace.ends(ENTRY * ofItem.length)) yield builder.pace.operations;
    if (ofItem.length === 0) continue;
    const { learners, participation } = items[number]!;
    const atMost = (some: readonly Place[], most: number | undefined): void => {
      if (most !== undefined && most < sizeOf(some)) builder.row(columnsOf(some), 1, -Infinity, most);
    };
    atMost(ofItem, learners?.perSetting);
    for (const [{ session }, onSlot] of groupBy(ofItem, ({ way }) => way.slot))
      atMost(onSlot, session?.places);
    if (participation !== 'whole-team') continue;
    const byGroup = groupBy(ofItem, ({ group }) => group);
    const able = new Set([...byGroup.keys()].flatMap((group) => groups[group]!.people));
    if (everybodyFitting(number).some((person) => !able.has(person))) {
      builder.row(columnsOf(ofItem), 1, -Infinity, 0);
      continue;
    }
    const together = builder.column(0, 1);
    decisive.push(together);
    for (const [group, own] of byGroup)
      builder.row([...columnsOf(own), together], [...own.map(() => 1), -groups[group]!.people.length], 0, 0);
  }
  return decisive;
}

/** How many people could be on them. */
const sizeOf = (places: readonly Place[]): number =>
  [...new Map(places.map(({ group, size }) => [group, size])).values()].reduce((sum, size) => sum + size, 0);
