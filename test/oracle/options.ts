import type { RequestInput } from '../../src/domain/request.js';
import { type Meter, metersOf } from './meters.js';
import * as page from './page.js';
import type { Item, Slot } from './page.js';
import { type Way, waysOf } from './ways.js';

/*
 * All that `enumerate.ts` asks of a request again and again, reckoned once.
 */

/** People as a set of bits, by their places in the request. */
export type People = number;
export function size(people: People): number {
  let count = 0;
  for (let rest = people; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
const only = (index: number): People => 1 << index;

/** A slot of an item, by its place among those that anybody can be on. */
export type At = number;

/** A way, with what others ask of it. */
export interface Option extends Way {
  /** Where each person is, -1 for nowhere. */
  readonly at: readonly At[];
  /** Who holds each need by it. */
  readonly holds: readonly People[];
  /** Who is out in each cover period by it. */
  readonly out: readonly People[];
  readonly grants: readonly string[];
}

/** A slot, and the place of its item in the catalogue. */
export interface Stop {
  readonly item: Item;
  readonly index: number;
  readonly slot: Slot;
}

function stopsOf(request: RequestInput, ways: readonly (readonly Way[])[]): Stop[] {
  return request.catalogue.items.flatMap((item, index) => {
    const slots = new Set(ways[index]?.flatMap(({ on }) => on.filter((slot) => slot !== undefined)));
    return [...slots].map((slot) => ({ item, index, slot }));
  });
}

function optionsOf(
  request: RequestInput,
  item: Item,
  ways: readonly Way[],
  stops: readonly Stop[],
): Option[] {
  const peopleOn = (way: Way, counts: (slot: Slot, person: page.Person) => boolean): People =>
    request.staff.reduce((people, person, index) => {
      const slot = way.on[index];
      return slot !== undefined && counts(slot, person) ? people | only(index) : people;
    }, 0);
  const options = ways.map((way) => ({
    ...way,
    at: way.on.map((slot) => stops.findIndex((stop) => stop.slot === slot)),
    holds: request.needs.map((need) =>
      peopleOn(
        way,
        (slot, person) => page.selects(request, need.who, person) && page.meets(request, item, slot, need),
      ),
    ),
    out: (request.cover ?? []).map((cover) =>
      peopleOn(
        way,
        (slot, person) => page.isAmong(request, cover, person) && page.isOutDuring(request, cover, slot),
      ),
    ),
    grants: way.isBooked ? (item.grants ?? []) : [],
  }));
  // What teaches most is tried first, so that there is soon a good programme to compare with.
  const taught = ({ holds }: Option): number => holds.reduce((sum, people) => sum + size(people), 0);
  return options.toSorted((a, b) => taught(b) - taught(a));
}

/** For each person and stop, the lists of stops of which one must come first; what records hold is left out. */
function alternatives(request: RequestInput, stops: readonly Stop[]): At[][][][] {
  return request.staff.map((person) =>
    stops.map(({ item, slot }) =>
      (item.prerequisites ?? [])
        .filter((entry) => !page.prerequisiteHolds(request, person, slot, entry, []))
        .map(({ anyOf }) =>
          stops.flatMap((other, index) =>
            anyOf.includes(other.item.id) && page.comesFirst(other.slot, slot) ? [index] : [],
          ),
        ),
    ),
  );
}

/** What a need scores for each who holds it, and up to how many. */
export interface Scored {
  readonly must: boolean;
  readonly weight: number;
  readonly target: number;
  /** Who holds it by records. */
  readonly held: People;
}

const scoredNeeds = (request: RequestInput): Scored[] =>
  request.needs.map((need) => ({
    must: page.isMust(request, need),
    weight: page.weightOf(request, need),
    target: page.targetOf(request, need),
    held: request.staff.reduce(
      (people, person, index) =>
        page.selects(request, need.who, person) && page.holdsByRecords(request, need, person)
          ? people | only(index)
          : people,
      0,
    ),
  }));

/** What the items that are open can add to what is taken. */
export interface Open {
  /** To each meter at least, and at most. */
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** Who could hold each need by them. */
  readonly holds: readonly People[];
  readonly grants: readonly string[];
}

function openOf(options: readonly (readonly Option[])[], meters: readonly Meter[], needs: number): Open {
  const sum = (place: number, of: (sums: readonly number[]) => number): number =>
    options.reduce((total, list) => total + of(list.map(({ sums }) => sums[place] ?? 0)), 0);
  const all = options.flat();
  return {
    least: meters.map((_, place) => sum(place, (sums) => Math.min(...sums))),
    most: meters.map((_, place) => sum(place, (sums) => Math.max(...sums))),
    holds: Array.from({ length: needs }, (_, place) =>
      all.reduce((people, { holds }) => people | (holds[place] ?? 0), 0),
    ),
    grants: [...new Set(all.flatMap(({ grants }) => grants))],
  };
}

export interface Tables {
  readonly meters: readonly Meter[];
  readonly needs: readonly Scored[];
  readonly stops: readonly Stop[];
  /** For each item, the ways to book it. */
  readonly options: readonly (readonly Option[])[];
  /** For each pair of stops, whether nobody can be on both. */
  readonly apart: readonly (readonly boolean[])[];
  /** For each person and stop, the lists of stops of which one must come first. */
  readonly first: readonly (readonly (readonly (readonly At[])[])[])[];
  /** For each number of items that are decided, what the others can add. */
  readonly open: readonly Open[];
}

/** Throws when there are more than `most` ways to book an item. */
export function tablesOf(request: RequestInput, most: number): Tables {
  if (request.staff.length > 30) throw new Error('more than 30 people are too many to enumerate');
  const { items } = request.catalogue;
  const meters = metersOf(request);
  const ways = items.map((item) => waysOf(request, meters, item, most));
  const stops = stopsOf(request, ways);
  const options = items.map((item, index) => optionsOf(request, item, ways[index] ?? [], stops));
  return {
    meters,
    needs: scoredNeeds(request),
    stops,
    options,
    apart: stops.map((a) => stops.map((b) => page.exclude(a.item, b.item) || page.atOnce(a.slot, b.slot))),
    first: alternatives(request, stops),
    open: [...items, undefined].map((_, index) => openOf(options.slice(index), meters, request.needs.length)),
  };
}
