import type { RequestInput } from '../../src/domain/request.js';
import type { Choice } from './choice.js';
import { SUMMED, type SummedObjective, metersOf } from './meters.js';
import { type Objectives, compareObjectives } from './objectives.js';
import * as page from './page.js';
import type { Item, Slot } from './page.js';
import { type Way, product, waysOf } from './ways.js';

/*
 * The best programme of a tiny request, by trying them all. Read this to learn what the builder promises.
 *
 * Items are decided one after the other. A beginning is given up only where no way to go on can be legal, or where even
 * the best that could come of it is worse than a programme already found: every sum can be no less than what it has come
 * to and the least that each open item adds, and nobody can hold more than what the open items could teach them.
 */

export type Best =
  | { readonly status: 'infeasible' }
  | {
      readonly status: 'feasible';
      readonly objectives: Objectives;
      /** How many programmes attain them. */
      readonly ties: number;
      /** Some of those, at most {@link TIES_KEPT}. */
      readonly programmes: readonly (readonly Choice[])[];
    };

export const TIES_KEPT = 64;

/** People as a set of bits, by their places in the request. */
type People = number;
function size(people: People): number {
  let count = 0;
  for (let rest = people; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
const only = (index: number): People => 1 << index;

/** A slot of an item, by its place among those that anybody can be on. */
type At = number;

/** A way, with what others ask of it. */
interface Option extends Way {
  /** Where each person is, -1 for nowhere. */
  readonly at: readonly At[];
  /** Who holds each need by it. */
  readonly holds: readonly People[];
  /** Who is out in each cover period by it. */
  readonly out: readonly People[];
  readonly grants: readonly string[];
}

/** A slot, and the place of its item in the catalogue. */
interface Stop {
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

/** Tries every legal programme; throws when there are more than `most` ways to try. */
export function enumerate(request: RequestInput, most = 5_000_000): Best {
  const { items } = request.catalogue;
  const meters = metersOf(request);
  const ways = items.map((item) => waysOf(request, meters, item, most));
  const stops = stopsOf(request, ways);
  const options = items.map((item, index) => optionsOf(request, item, ways[index] ?? [], stops));
  const first = alternatives(request, stops);
  const apart = stops.map((a) =>
    stops.map((b) => page.exclude(a.item, b.item) || page.atOnce(a.slot, b.slot)),
  );
  const needs = request.needs.map((need) => ({
    must: page.isMust(request, need),
    weight: page.weightOf(request, need),
    target: page.targetOf(request, need),
  }));
  const held = request.needs.map((need) =>
    request.staff.reduce(
      (people, person, index) =>
        page.selects(request, need.who, person) && page.holdsByRecords(request, need, person)
          ? people | only(index)
          : people,
      0,
    ),
  );
  /** What the items from the nth on can add at least and at most to each meter, teach at most, and grant. */
  const open = [...items, undefined].map((_, index) => {
    const rest = options.slice(index);
    const each = (of: (sums: readonly number[]) => number) => (_meter: unknown, place: number) =>
      rest.reduce((total, list) => total + of(list.map(({ sums }) => sums[place] ?? 0)), 0);
    return {
      least: meters.map(each((sums) => Math.min(...sums))),
      most: meters.map(each((sums) => Math.max(...sums))),
      holds: needs.map((_need, place) =>
        rest.flat().reduce((people, { holds }) => people | (holds[place] ?? 0), 0),
      ),
      grants: rest.map((list) => list.flatMap(({ grants }) => grants)).flat(),
    };
  });

  const taken: Option[] = [];
  let best: Objectives | undefined;
  let winners: (readonly Option[])[] = [];
  let tried = 0;

  /** Whether sums, cover, time together, what must come first and entitlements still can be as they must. */
  function canBeLegal(sums: readonly number[]): boolean {
    const rest = open[taken.length];
    const last = taken.at(-1);
    if (rest === undefined) return false;
    const within = meters.every(({ least, most: cap }, index) => {
      const sum = sums[index] ?? 0;
      return sum + (rest.least[index] ?? 0) <= cap && sum + (rest.most[index] ?? 0) >= least;
    });
    return (
      within &&
      (request.cover ?? []).every(
        ({ maxAway }, index) =>
          size(taken.reduce((people, { out }) => people | (out[index] ?? 0), 0)) <= maxAway,
      ) &&
      (last?.at ?? []).every((at, person) =>
        taken.every((option) => option === last || apart[at]?.[option.at[person] ?? -1] !== true),
      ) &&
      taken.every(({ at }) =>
        at.every((stop, person) =>
          (first[person]?.[stop] ?? []).every((list) =>
            list.some(
              (other) =>
                (stops[other]?.index ?? 0) >= taken.length ||
                taken.some((option) => option.at[person] === other),
            ),
          ),
        ),
      ) &&
      taken.every(({ missing }, index) =>
        missing.every(
          (one) =>
            rest.grants.includes(one) ||
            taken.some(({ grants }, other) => other !== index && grants.includes(one)),
        ),
      )
    );
  }

  /** The best that what is taken could come to; what it comes to, when no item is open. */
  function bestConceivable(sums: readonly number[], holds: readonly People[]): Objectives {
    const rest = open[taken.length];
    let must = 0;
    let weighted = 0;
    needs.forEach((need, index) => {
      const people = (holds[index] ?? 0) | (rest?.holds[index] ?? 0);
      const score = need.weight * Math.min(need.target, size(people));
      if (need.must) must += score;
      else weighted += score;
    });
    const sum = (name: SummedObjective): number => {
      const index = SUMMED.indexOf(name);
      return (sums[index] ?? 0) + (rest?.least[index] ?? 0);
    };
    return {
      must,
      weighted,
      changes: sum('changes'),
      pence: sum('pence'),
      'release-minutes': sum('release-minutes'),
      minutes: sum('minutes'),
      lateness: sum('lateness'),
      places: sum('places'),
      bookings: sum('bookings'),
    };
  }

  function tryItem(sums: readonly number[], holds: readonly People[]): void {
    if (!canBeLegal(sums)) return;
    const value = bestConceivable(sums, holds);
    const order = best === undefined ? -1 : compareObjectives(value, best);
    if (order > 0) return;
    const list = options[taken.length];
    if (list === undefined) {
      if (order < 0) winners = [];
      best = value;
      winners.push([...taken]);
      return;
    }
    for (const option of list) {
      tried += 1;
      if (tried > most) throw new Error(`more than ${String(most)} are too many to enumerate`);
      taken.push(option);
      tryItem(
        sums.map((sum, index) => sum + (option.sums[index] ?? 0)),
        holds.map((people, index) => people | (option.holds[index] ?? 0)),
      );
      taken.pop();
    }
  }
  tryItem(
    meters.map(({ start }) => start),
    held,
  );

  if (best === undefined) return { status: 'infeasible' };
  return {
    status: 'feasible',
    objectives: best,
    ties: winners.reduce((sum, won) => sum + won.reduce((ties, option) => ties * option.ties, 1), 0),
    programmes: winners
      .slice(0, TIES_KEPT)
      .flatMap((won) => product(won.map(({ choices }) => choices)).map((lists) => lists.flat()))
      .slice(0, TIES_KEPT),
  };
}
