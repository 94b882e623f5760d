import type { RequestInput } from '../../src/domain/request.js';
import type { Choice } from './choice.js';
import { lexicographically } from './highs.js';
import { type Booking, costsOf, type Place, priceOf, writeBookings, writePots } from './mip-bookings.js';
import { writeLimits } from './mip-limits.js';
import { type Item, meet, type Occasion, type Person, type Reading, readingOf } from './mip-reading.js';
import { append, type Mip, newSheet, type Sheet, type Term, times } from './mip-sheet.js';
import type { Objectives } from './objectives.js';

/*
 * The same question put to HiGHS, as a competent user would put it: one binary column for each person, item, occasion,
 * offer and pot, solved objective by objective with no gap, earlier values as rows. It shares nothing with the library
 * and reads the request on its own, apart from page.ts too, so that each can find the other out.
 */

/** Everything a person could be on, by item. */
type Ways = ReadonlyMap<Person, ReadonlyMap<Item, readonly Way[]>>;

interface Way {
  readonly occasion: Occasion;
  readonly column: number;
}

const columnsOf = (ways: readonly Way[] | undefined): number[] => (ways ?? []).map(({ column }) => column);
const columnsOfPlaces = (places: readonly Place[]): number[] => places.map(({ column }) => column);

function waysOf(request: RequestInput, bookings: readonly Booking[]): Ways {
  const ways = new Map(request.staff.map((person) => [person, new Map<Item, Way[]>()]));
  for (const { item, occasion, places } of bookings) {
    for (const { person, column } of places) {
      const own = ways.get(person);
      if (own !== undefined) append(own, item, { occasion, column });
    }
  }
  return ways;
}

/** Whether something booked then is finished before something else begins, so that the other may rely on it. */
function comesFirst(first: Occasion, next: Occasion): boolean {
  if (first.session !== undefined)
    return next.session === undefined ? first.lastDay < next.firstDay : first.ends <= next.starts;
  if (next.session !== undefined) return first.firstDay <= next.firstDay;
  return (first.period?.from ?? '') <= (next.period?.from ?? '');
}

/** Whether the person's records do for a prerequisite on a day. */
const knows = (person: Person, item: Item, day: string): boolean => {
  const records = (person.records ?? []).filter(({ completedOn }) => completedOn <= day);
  return (
    records.some((record) => record.item === item.id) ||
    item.teaches.every(({ area, depth }) =>
      records.some((record) => record.area === area && record.depth >= depth),
    )
  );
};

/** Once each; what excludes what; prerequisites. */
function writeItemsOfPeople(sheet: Sheet, request: RequestInput, ways: Ways): void {
  const itemById = new Map(request.catalogue.items.map((item) => [item.id, item]));
  for (const [person, byItem] of ways) {
    const onItem = (item: Item | undefined): readonly Way[] =>
      (item === undefined ? undefined : byItem.get(item)) ?? [];
    for (const [item, own] of byItem) {
      if (own.length > 1) sheet.row(-Infinity, 1, times(columnsOf(own), 1));
      for (const id of item.excludes ?? []) {
        const other = onItem(itemById.get(id));
        if (id !== item.id && other.length > 0)
          sheet.row(-Infinity, 1, times([...columnsOf(own), ...columnsOf(other)], 1));
      }
      for (const { anyOf } of item.prerequisites ?? []) {
        const choices = anyOf.flatMap((id) => itemById.get(id) ?? []);
        const byOccasion = new Map<Occasion, Way[]>();
        for (const way of own) append(byOccasion, way.occasion, way);
        for (const [occasion, then] of byOccasion) {
          if (choices.some((choice) => knows(person, choice, occasion.firstDay))) continue;
          const before = choices.flatMap((choice) =>
            onItem(choice).filter((way) => comesFirst(way.occasion, occasion)),
          );
          sheet.row(-Infinity, 0, [...times(columnsOf(then), 1), ...times(columnsOf(before), -1)]);
        }
      }
    }
  }
}

/** Places, whole teams, pins: what is asked of an item as a whole. */
function writeItems(
  sheet: Sheet,
  request: RequestInput,
  reading: Reading,
  bookings: readonly Booking[],
  ways: Ways,
): void {
  const byItem = new Map<Item, Booking[]>();
  for (const booking of bookings) append(byItem, booking.item, booking);
  for (const item of request.catalogue.items) {
    const own = byItem.get(item) ?? [];
    const places = own.flatMap((booking) => booking.places);
    const most = item.learners?.perSetting ?? Infinity;
    if (most < places.length) sheet.row(-Infinity, most, times(columnsOfPlaces(places), 1));
    for (const session of item.sessions ?? []) {
      const onIt = own
        .filter(({ occasion }) => occasion.session === session)
        .flatMap((booking) => booking.places);
      if (session.places !== undefined && session.places < onIt.length)
        sheet.row(-Infinity, session.places, times(columnsOfPlaces(onIt), 1));
    }
    // what has no learners is bought once
    const withoutLearners = own.filter((booking) => booking.places.length === 0);
    if (withoutLearners.length > 1)
      sheet.row(
        -Infinity,
        1,
        withoutLearners.map(({ booked }) => [booked, 1]),
      );
    if (item.participation === 'whole-team' && places.length > 0) {
      const taken = sheet.column(1);
      for (const person of request.staff.filter((one) => reading.fits(one, item)))
        sheet.row(0, 0, [[taken, -1], ...times(columnsOf(ways.get(person)?.get(item)), 1)]);
    }
    for (const pin of request.adjustments ?? []) {
      if (pin.kind !== 'pin' || pin.item !== item.id) continue;
      const then = ({ occasion }: { readonly occasion: Occasion }): boolean =>
        pin.session === undefined || occasion.session?.id === pin.session;
      if (pin.staff === undefined)
        sheet.row(
          1,
          Infinity,
          own.filter(then).map(({ booked }) => [booked, 1]),
        );
      else
        for (const person of request.staff.filter(({ id }) => pin.staff?.includes(id) === true))
          sheet.row(1, Infinity, times(columnsOf((ways.get(person)?.get(item) ?? []).filter(then)), 1));
    }
  }
}

/** Each person's minutes, and that nobody is in two sessions at once. */
function writeTime(sheet: Sheet, reading: Reading, ways: Ways): void {
  for (const [{ time }, byItem] of ways) {
    const own = [...byItem].flatMap(([item, list]) => list.map((way) => ({ ...way, minutes: item.minutes })));
    const hold = (
      limits: { releaseMinutes?: number | undefined; ownMinutes?: number | undefined } | undefined,
      counted: typeof own,
    ): void => {
      const { releaseMinutes, ownMinutes } = limits ?? {};
      if (releaseMinutes === undefined) return;
      const terms = (list: typeof own): Term[] => list.map(({ column, minutes }) => [column, minutes]);
      sheet.row(-Infinity, releaseMinutes, terms(counted.filter(({ occasion }) => occasion.openHours)));
      if (ownMinutes !== undefined) sheet.row(-Infinity, releaseMinutes + ownMinutes, terms(counted));
    };
    hold(time, own);
    for (const term of reading.periods)
      if (term.id !== undefined)
        hold(
          time?.terms?.[term.id],
          own.filter(({ occasion }) => occasion.period === term),
        );

    // of sessions that share a moment, two share the start of a block of one of them
    const sessions = own.filter(({ occasion }) => occasion.session !== undefined);
    const moments = new Set(sessions.flatMap(({ occasion }) => occasion.blocks.map(({ starts }) => starts)));
    const written = new Set<string>();
    for (const moment of moments) {
      const running = sessions.filter(({ occasion }) =>
        occasion.blocks.some(({ starts, ends }) => starts <= moment && moment < ends),
      );
      const key = columnsOf(running).join();
      if (written.has(key) || new Set(running.map(({ occasion }) => occasion)).size < 2) continue;
      written.add(key);
      sheet.row(-Infinity, 1, times(columnsOf(running), 1));
    }
  }
}

/** In each cover period, only so many people are away. */
function writeCover(sheet: Sheet, request: RequestInput, reading: Reading, ways: Ways): void {
  for (const { starts, ends, maxAway, among } of request.cover ?? []) {
    const away: number[] = [];
    for (const [person, byItem] of ways) {
      if (!reading.selects(among ?? {}, person)) continue;
      const sessions = [...byItem.values()]
        .map((own) =>
          own.filter(({ occasion }) => occasion.openHours && meet(occasion.blocks, [{ starts, ends }])),
        )
        .filter((own) => own.length > 0);
      if (sessions.length === 0) continue;
      const out = sheet.column(1);
      away.push(out);
      for (const own of sessions) sheet.row(-Infinity, 0, [[out, -1], ...times(columnsOf(own), 1)]);
    }
    sheet.row(-Infinity, maxAway, times(away, 1));
  }
}

const DEFAULT_WEIGHTS: Readonly<Record<string, number>> = {
  statutory: 1,
  'welfare-notice': 1,
  'inspection-action': 1,
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
  aspiration: 1,
};
const MUSTS: readonly string[] = ['statutory', 'welfare-notice', 'inspection-action'];

type Objective = Mip['objectives'][number];

/** Each need counts those who come to hold it, up to its target. */
function writeScores(sheet: Sheet, request: RequestInput, reading: Reading, ways: Ways): Objective[] {
  const costs = { must: new Map<number, number>(), weighted: new Map<number, number>() };
  const offsets = { must: 0, weighted: 0 };
  for (const { need, lacking, held, target, metBy } of reading.needs) {
    const kind = (request.policy?.must ?? MUSTS).includes(need.source) ? 'must' : 'weighted';
    const weight = need.weight ?? request.policy?.weights?.[need.source] ?? DEFAULT_WEIGHTS[need.source] ?? 0;
    offsets[kind] += weight * Math.min(target, held);
    const wanted = Math.min(target - held, lacking.size);
    if (wanted <= 0 || weight === 0) continue;
    const holders: number[] = [];
    for (const person of lacking) {
      const meeting = [...(ways.get(person) ?? [])].flatMap(([item, own]) =>
        own.filter(({ occasion }) => metBy(item, occasion)),
      );
      if (meeting.length === 0) continue;
      const holder = sheet.column(1);
      sheet.row(-Infinity, 0, [[holder, 1], ...times(columnsOf(meeting), -1)]);
      holders.push(holder);
    }
    if (holders.length === 0) continue;
    const counted = sheet.column(wanted);
    sheet.row(-Infinity, 0, [[counted, 1], ...times(holders, -1)]);
    costs[kind].set(counted, weight);
  }
  return (['must', 'weighted'] as const).map((name) => ({
    name,
    sign: -1,
    costs: costs[name],
    offset: offsets[name],
  }));
}

/** Pairs of person and item added to the baseline, or dropped from it. */
function changesFrom(baseline: RequestInput['baseline'], ways: Ways): Objective {
  const costs = new Map<number, number>();
  const pairs = new Set(
    (baseline ?? []).flatMap(({ item, learners }) =>
      learners.map((person) => JSON.stringify([person, item])),
    ),
  );
  if (baseline !== undefined)
    for (const [person, byItem] of ways)
      for (const [item, own] of byItem)
        for (const { column } of own)
          costs.set(column, pairs.has(JSON.stringify([person.id, item.id])) ? -1 : 1);
  return { name: 'changes', sign: 1, costs, offset: pairs.size };
}

/** A problem, and the booking that each of some columns stands for. */
export interface MipOfRequest extends Mip {
  readonly bookings: readonly Booking[];
}

/** Writes the request as rows and columns. */
export function mipOf(request: RequestInput): MipOfRequest {
  const reading = readingOf(request);
  const sheet = newSheet();
  const bookings = writeBookings(sheet, request, reading);
  const ways = waysOf(request, bookings);
  writePots(sheet, request, bookings);
  writeItemsOfPeople(sheet, request, ways);
  writeItems(sheet, request, reading, bookings, ways);
  writeTime(sheet, reading, ways);
  writeCover(sheet, request, reading, ways);
  writeLimits(sheet, request, reading, bookings);
  const scores = writeScores(sheet, request, reading, ways);
  const least = (name: keyof Objectives, terms: (booking: Booking) => readonly Term[]): Objective => ({
    name,
    sign: 1,
    costs: costsOf(bookings, terms),
    offset: 0,
  });
  const eachPlace = ({ places }: Booking, value: number): Term[] => times(columnsOfPlaces(places), value);
  return {
    upper: sheet.upper,
    rows: sheet.rows,
    bookings,
    objectives: [
      ...scores,
      changesFrom(request.baseline, ways),
      least('pence', priceOf),
      least('release-minutes', (one) => eachPlace(one, one.occasion.openHours ? one.item.minutes : 0)),
      least('minutes', (one) => eachPlace(one, one.item.minutes)),
      least('lateness', (one) => eachPlace(one, reading.daysFromStart(one.occasion.lastDay))),
      least('places', (one) => eachPlace(one, 1)),
      least('bookings', ({ booked }) => [[booked, 1]]),
    ],
  };
}

export type MipAnswer =
  | { readonly status: 'infeasible' }
  | {
      readonly status: 'feasible';
      readonly objectives: Objectives;
      readonly bookings: readonly Choice[];
    };

/** The best objective values by HiGHS: objective by objective, gap 0, every solution rounded and checked in integers. */
export async function solveByHighs(request: RequestInput): Promise<MipAnswer> {
  const mip = mipOf(request);
  const answer = await lexicographically(mip);
  if (answer === undefined) return { status: 'infeasible' };
  const { objectives, solution } = answer;
  const taken = (column: number): boolean => solution[column] === 1;
  const bookings = mip.bookings
    .filter(({ booked }) => taken(booked))
    .map(({ item, occasion, offer, pot, places }) => ({
      item: item.id,
      session: occasion.session?.id,
      term: occasion.session === undefined ? occasion.period?.id : undefined,
      offer: offer.id,
      pot,
      learners: places.filter(({ column }) => taken(column)).map(({ person }) => person.id),
    }));
  return { status: 'feasible', objectives, bookings };
}
