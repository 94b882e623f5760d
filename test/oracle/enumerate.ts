import type { RequestInput } from '../../src/domain/request.js';
import { type Objectives, compareObjectives } from './objectives.js';
import {
  type Item,
  type Offer,
  type Person,
  holdsByRecords,
  isMust,
  mayBook,
  meets,
  minutesAvailable,
  pinsHold,
  priceOf,
  selects,
  targetOf,
  unlocked,
  weightOf,
} from './page.js';

/*
 * The best programme of a tiny request, by trying them all. Read this to learn what the builder promises.
 */

/** One person on one item, by one offer, paid from one pot (or from none, when it costs nothing). */
export interface Place {
  readonly person: string;
  readonly item: string;
  readonly offer: string;
  readonly pot: string | undefined;
}

export type Best =
  | { readonly status: 'infeasible' }
  | {
      readonly status: 'feasible';
      readonly objectives: Objectives;
      /** How many programmes attain them. */
      readonly ties: number;
      /** Some of those, at most {@link TIES_KEPT}. */
      readonly programmes: readonly (readonly Place[])[];
    };

export const TIES_KEPT = 64;

/** Everything that matters of one way to book one item. */
interface Way {
  readonly item: Item;
  readonly learners: readonly Person[];
  /** Pence from each pot, in the order of the request's pots. */
  readonly spent: readonly number[];
  readonly bookings: number;
  /** The assignments of offers and pots that come to exactly this. */
  readonly assignments: (readonly Place[])[];
}

/** Every list with one entry from each list. */
const product = <T>(lists: readonly (readonly T[])[]): T[][] =>
  lists.reduce<T[][]>((done, list) => done.flatMap((start) => list.map((entry) => [...start, entry])), [[]]);

/** All ways to book one item: for each person nothing, or an offer and a pot. */
function waysOf(request: RequestInput, item: Item): Way[] {
  type Choice = { readonly person: Person; readonly offer: Offer; readonly pot: number } | undefined;
  const choices = request.staff.map((person): Choice[] => [
    undefined,
    ...(mayBook(request, item, person) ? item.offers : [])
      .filter((offer) => unlocked(request, offer, person))
      .flatMap((offer) =>
        (priceOf(offer, 1) === 0 ? [-1] : request.funding.map((_, pot) => pot)).map((pot) => ({
          person,
          offer,
          pot,
        })),
      ),
  ]);
  const ways = new Map<string, Way>();
  for (const assignment of product(choices)) {
    const taken = assignment.filter((choice) => choice !== undefined);
    const learners = taken.map((choice) => choice.person);
    if (!pinsHold(request, item, learners)) continue;
    // A booking is one (item, offer, pot), with any number of learners.
    const bookings = new Map<string, { offer: Offer; pot: number; learners: number }>();
    for (const { offer, pot } of taken) {
      const key = JSON.stringify([offer.id, pot]);
      bookings.set(key, { offer, pot, learners: (bookings.get(key)?.learners ?? 0) + 1 });
    }
    const spent = request.funding.map((_, pot) =>
      [...bookings.values()]
        .filter((booking) => booking.pot === pot)
        .reduce((sum, booking) => sum + priceOf(booking.offer, booking.learners), 0),
    );
    if (spent.some((pence, pot) => pence > (request.funding[pot]?.pence ?? 0))) continue;
    const places = taken.map(({ person, offer, pot }) => ({
      person: person.id,
      item: item.id,
      offer: offer.id,
      pot: request.funding[pot]?.id,
    }));
    const key = JSON.stringify([learners.map((learner) => learner.id), spent, bookings.size]);
    const same = ways.get(key);
    if (same === undefined)
      ways.set(key, { item, learners, spent, bookings: bookings.size, assignments: [places] });
    else same.assignments.push(places);
  }
  // Safe to drop: the same learners for no less from every pot and no fewer bookings, and for more of one of them.
  const all = [...ways.values()];
  const beats = (a: Way, b: Way): boolean =>
    a !== b &&
    a.learners.length === b.learners.length &&
    a.learners.every((learner) => b.learners.includes(learner)) &&
    a.spent.every((pence, pot) => pence <= (b.spent[pot] ?? 0)) &&
    a.bookings <= b.bookings;
  return all.filter((way) => !all.some((other) => beats(other, way)));
}

/** The value of the objectives when exactly these ways are taken. */
function valueOf(request: RequestInput, facts: readonly NeedFacts[], ways: readonly Way[]): Objectives {
  let must = 0;
  let weighted = 0;
  for (const fact of facts) {
    const holders = request.staff.filter(
      (person) =>
        fact.held.has(person) ||
        (fact.selected.has(person) &&
          ways.some((way) => fact.metBy.has(way.item) && way.learners.includes(person))),
    ).length;
    const score = fact.weight * Math.min(fact.target, holders);
    if (fact.must) must += score;
    else weighted += score;
  }
  const sum = (of: (way: Way) => number): number => ways.reduce((total, way) => total + of(way), 0);
  return {
    must,
    weighted,
    pence: sum((way) => way.spent.reduce((total, pence) => total + pence, 0)),
    'release-minutes': 0, // only sessions in open hours use release minutes
    minutes: sum((way) => way.item.minutes * way.learners.length),
    lateness: 0, // a self-paced place starts with the window
    places: sum((way) => way.learners.length),
    bookings: sum((way) => way.bookings),
  };
}

/** What does not depend on the programme. */
interface NeedFacts {
  readonly must: boolean;
  readonly weight: number;
  readonly target: number;
  readonly selected: ReadonlySet<Person>;
  readonly held: ReadonlySet<Person>;
  readonly metBy: ReadonlySet<Item>;
}

const factsOf = (request: RequestInput): NeedFacts[] =>
  request.needs.map((need) => {
    const selected = request.staff.filter((person) => selects(request, need.who, person));
    return {
      must: isMust(request, need),
      weight: weightOf(request, need),
      target: targetOf(request, need),
      selected: new Set(selected),
      held: new Set(selected.filter((person) => holdsByRecords(request, need, person))),
      metBy: new Set(request.catalogue.items.filter((item) => meets(request, item, need))),
    };
  });

/** Tries every legal programme; throws when there are more than `most` to try. */
export function enumerate(request: RequestInput, most = 20_000_000): Best {
  const facts = factsOf(request);
  const waysByItem = request.catalogue.items.map((item) => waysOf(request, item));
  const count = waysByItem.reduce((total, ways) => total * ways.length, 1);
  if (count > most) throw new Error(`${String(count)} programmes are too many to enumerate`);

  let best: Objectives | undefined;
  let winners: (readonly Way[])[] = [];
  const spent = request.funding.map(() => 0);
  const minutes = new Map(request.staff.map((person) => [person, 0]));
  const taken: Way[] = [];

  const add = (way: Way, sign: 1 | -1): void => {
    way.spent.forEach((pence, pot) => (spent[pot] = (spent[pot] ?? 0) + sign * pence));
    for (const learner of way.learners)
      minutes.set(learner, (minutes.get(learner) ?? 0) + sign * way.item.minutes);
  };
  const withinPotsAndTime = (): boolean =>
    request.funding.every((pot, index) => (spent[index] ?? 0) <= pot.pence) &&
    request.staff.every((person) => (minutes.get(person) ?? 0) <= minutesAvailable(person));

  const tryItem = (index: number): void => {
    const ways = waysByItem[index];
    if (ways === undefined) {
      const value = valueOf(request, facts, taken);
      const order = best === undefined ? -1 : compareObjectives(value, best);
      if (order < 0) {
        best = value;
        winners = [];
      }
      if (order <= 0) winners.push([...taken]);
      return;
    }
    for (const way of ways) {
      add(way, 1);
      taken.push(way);
      if (withinPotsAndTime()) tryItem(index + 1); // both only grow
      taken.pop();
      add(way, -1);
    }
  };
  tryItem(0);

  if (best === undefined) return { status: 'infeasible' };
  return {
    status: 'feasible',
    objectives: best,
    ties: winners.reduce(
      (sum, ways) => sum + ways.reduce((ties, way) => ties * way.assignments.length, 1),
      0,
    ),
    programmes: winners
      .slice(0, TIES_KEPT)
      .flatMap((ways) => product(ways.map((way) => way.assignments.slice(0, 8))).map((lists) => lists.flat()))
      .slice(0, TIES_KEPT),
  };
}
