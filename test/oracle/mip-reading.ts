import { Temporal } from 'temporal-polyfill';
import type { RequestInput } from '../../src/domain/request.js';
import type { SelectorInput } from '../../src/domain/selector.js';

/*
 * What a request says, before anything is decided: who matches what, who may be booked on what, when things are.
 * Days and local times of one form are in order as texts; only months are added with a calendar.
 */

export type Person = RequestInput['staff'][number];
export type Item = RequestInput['catalogue']['items'][number];
export type Offer = Item['offers'][number];
export type Session = NonNullable<Item['sessions']>[number];
export type Block = Session['blocks'][number];

/** A term, or the window when there are none. */
export interface Period {
  readonly id: string | undefined;
  readonly from: string;
  readonly to: string;
}

/** When an item can be booked: on a session, or by oneself in a period. */
export interface Occasion {
  readonly session: Session | undefined;
  /** The period it belongs to; a session may lie between terms. */
  readonly period: Period | undefined;
  readonly firstDay: string;
  /** The day it is completed; of self-paced things the earliest. */
  readonly lastDay: string;
  /** Local times of a session; self-paced things have none. */
  readonly starts: string;
  readonly ends: string;
  readonly blocks: readonly Block[];
  readonly openHours: boolean;
}

export interface Asked {
  readonly need: RequestInput['needs'][number];
  readonly lacking: ReadonlySet<Person>;
  readonly held: number;
  readonly target: number;
  /** Whether the item teaches the area to the depth. */
  readonly teaches: (item: Item) => boolean;
  /** Whether a booking of the item then makes its learners hold it on the test date. */
  readonly metBy: (item: Item, occasion: Occasion) => boolean;
}

export interface Reading {
  readonly needs: readonly Asked[];
  readonly periods: readonly Period[];
  /** Whether a selector of people selects the person. */
  readonly selects: (who: SelectorInput, person: Person) => boolean;
  /** Whether the audience fits. */
  fits(person: Person, item: Item): boolean;
  /** Whether a selector matches the item with the learner, or the booking without learners. */
  matches(selector: SelectorInput | undefined, item: Item, person: Person | undefined): boolean;
  /** Whether the person may be on the item then, as far as that is known before anything is booked. */
  mayTake(person: Person, item: Item, occasion: Occasion): boolean;
  occasionsOf(item: Item): Occasion[];
  daysFromStart(day: string): number;
}

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** Whether `day` is before (a negative number), on (0) or after the day so many months after `start`. */
const againstMonthsAfter = (day: string, start: string, months: number): number =>
  Temporal.PlainDate.compare(date(day), date(start).add({ months }));

/** Whether the item is bought for the setting, without learners. */
export const isForSetting = ({ teaches, grants }: Item): boolean =>
  teaches.length === 0 && grants !== undefined && grants.length > 0;

const overlap = (a: Block, b: Block): boolean => a.starts < b.ends && b.starts < a.ends;

/** Whether two lists of stretches of time, ends excluded, have a moment in common. */
export const meet = (some: readonly Block[], others: readonly Block[]): boolean =>
  some.some((one) => others.some((other) => overlap(one, other)));

export const within = (
  day: string,
  bounds: { from?: string | undefined; to?: string | undefined },
): boolean =>
  (bounds.from === undefined || bounds.from <= day) && (bounds.to === undefined || day <= bounds.to);

/** The stretches of time in which the setting is open on the days of a block. */
function openDuring(block: Block, openingHours: RequestInput['setting']['openingHours']): Block[] {
  const stretches: Block[] = [];
  const last = date(block.ends.slice(0, 10));
  for (
    let day = date(block.starts.slice(0, 10));
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    for (const { weekday, from, to } of openingHours ?? [])
      if (weekday === day.dayOfWeek)
        stretches.push({ starts: `${day.toString()}T${from}`, ends: `${day.toString()}T${to}` });
  }
  return stretches;
}

function awayOf(person: Person): Block[] {
  return (person.away ?? []).map(({ from, to }) => ({
    starts: `${from}T00:00`,
    // later than every time of the last day, and not after the next day's first
    ends: `${to}T24:00`,
  }));
}

const hasPersonKey = (selector: SelectorInput): boolean =>
  selector.staff !== undefined ||
  selector.roles !== undefined ||
  selector.sites !== undefined ||
  selector.ageBands !== undefined ||
  selector.minLevel !== undefined ||
  (selector.not !== undefined && hasPersonKey(selector.not));

/** Whether a person key stands anywhere in the selector, under `not` too. */
export const speaksOfPeople = (selector: SelectorInput | undefined): boolean =>
  selector !== undefined && hasPersonKey(selector);

const anyOf = (wanted: readonly string[] | undefined, own: readonly (string | undefined)[]): boolean =>
  wanted === undefined || own.some((value) => value !== undefined && wanted.includes(value));

export function readingOf(request: RequestInput): Reading {
  const { window, setting, catalogue } = request;
  const levels = new Map<Person, number>();
  for (const person of request.staff) {
    const awarded = (person.qualifications ?? []).filter(
      ({ studying, awardedOn }) =>
        studying !== true && (awardedOn === undefined || awardedOn <= request.asOf),
    );
    levels.set(person, Math.max(0, ...awarded.map(({ level }) => level)));
  }
  const levelOf = (person: Person): number => levels.get(person) ?? 0;

  const isPerson = (selector: SelectorInput, person: Person): boolean =>
    anyOf(selector.staff, [person.id]) &&
    anyOf(selector.roles, person.roles) &&
    anyOf(selector.sites, [person.site]) &&
    anyOf(selector.ageBands, person.ageBands ?? []) &&
    (selector.minLevel === undefined || levelOf(person) >= selector.minLevel);
  const selects = (who: SelectorInput, person: Person): boolean =>
    isPerson(who, person) && !(who.not !== undefined && selects(who.not, person));

  const needs = request.needs.map((need): Asked => {
    const { by, maxAgeMonths } = need;
    const day = by === undefined || by < window.from ? window.to : by;
    const fresh = (completed: string): boolean =>
      completed <= day &&
      (maxAgeMonths === undefined || againstMonthsAfter(day, completed, maxAgeMonths) <= 0);
    const holds = (person: Person): boolean =>
      (person.records ?? []).some(
        ({ area, depth, completedOn, expiresOn }) =>
          area === need.area &&
          depth >= need.depth &&
          (expiresOn === undefined || day < expiresOn) &&
          fresh(completedOn),
      );
    const asked = request.staff.filter((person) => selects(need.who, person));
    const lacking = new Set(asked.filter((person) => !holds(person)));
    const taught = (item: Item): Item['teaches'] =>
      item.teaches.filter(({ area, depth }) => area === need.area && depth >= need.depth);
    return {
      need,
      lacking,
      held: asked.length - lacking.size,
      target: need.count === 'everyone' ? asked.length : need.count.atLeast + (need.count.spare ?? 0),
      teaches: (item) => taught(item).length > 0,
      metBy: (item, { lastDay }) =>
        fresh(lastDay) &&
        taught(item).some(
          ({ validMonths }) => validMonths === undefined || againstMonthsAfter(day, lastDay, validMonths) < 0,
        ),
    };
  });

  const askedOf = (sources: readonly string[], item: Item, person: Person): boolean =>
    needs.some(
      ({ need, held, target, teaches }) =>
        sources.includes(need.source) && held < target && selects(need.who, person) && teaches(item),
    );
  const isMatch = (selector: SelectorInput, item: Item, person: Person | undefined): boolean =>
    (person === undefined || isPerson(selector, person)) &&
    anyOf(selector.items, [item.id]) &&
    anyOf(selector.kinds, [item.kind]) &&
    anyOf(selector.providers, [item.provider]) &&
    anyOf(
      selector.areas,
      item.teaches.map(({ area }) => area),
    ) &&
    (selector.sources === undefined || (person !== undefined && askedOf(selector.sources, item, person))) &&
    !(selector.not !== undefined && isMatch(selector.not, item, person));

  const fits = (person: Person, { audience }: Item): boolean =>
    anyOf(audience?.roles, person.roles) &&
    anyOf(audience?.providerKinds, [setting.providerKind]) &&
    levelOf(person) >= (audience?.minLevel ?? 0) &&
    levelOf(person) <= (audience?.maxLevel ?? Infinity);

  const adjustments = request.adjustments ?? [];
  const pins = adjustments.filter(({ kind }) => kind === 'pin');
  const bans = adjustments.filter(({ kind }) => kind === 'ban');
  const itemById = new Map(catalogue.items.map((item) => [item.id, item]));
  const permitted = new Map<Person, Set<string>>();
  for (const person of request.staff) {
    const wanted = catalogue.items.filter(
      (item) =>
        item.participation === 'whole-team' ||
        needs.some(({ lacking, teaches }) => lacking.has(person) && teaches(item)) ||
        pins.some(
          (pin) =>
            pin.item === item.id &&
            (pin.staff === undefined ? fits(person, item) : pin.staff.includes(person.id)),
        ),
    );
    const reached = new Set(wanted.map(({ id }) => id));
    // what is added while the set is walked is walked too
    for (const id of reached)
      for (const entry of itemById.get(id)?.prerequisites ?? [])
        for (const first of entry.anyOf) reached.add(first);
    permitted.set(person, reached);
  }

  const periods: Period[] = (request.terms ?? []).map(({ id, from, to }) => ({ id, from, to }));
  if (periods.length === 0) periods.push({ id: undefined, ...window });

  const sessionOf = (session: Session): Occasion => {
    const starts = session.blocks.reduce(
      (first, block) => (block.starts < first ? block.starts : first),
      '~',
    );
    const ends = session.blocks.reduce((last, block) => (block.ends > last ? block.ends : last), '');
    const firstDay = starts.slice(0, 10);
    const { openingHours } = setting;
    const meetsHours = (): boolean =>
      openingHours === undefined ||
      session.blocks.some((block) => meet([block], openDuring(block, openingHours)));
    return {
      session,
      period: periods.find((period) => within(firstDay, period)),
      firstDay,
      lastDay: ends.slice(0, 10),
      starts,
      ends,
      blocks: session.blocks,
      openHours: session.openHours ?? meetsHours(),
    };
  };
  const byOneselfIn = (period: Period, item: Item): Occasion => {
    const opens = item.available?.from ?? period.from;
    const day = opens > period.from ? opens : period.from;
    const none = { session: undefined, starts: '', ends: '', blocks: [], openHours: false };
    return { ...none, period, firstDay: day, lastDay: day };
  };

  const awayTimes = new Map(request.staff.map((person) => [person, awayOf(person)]));
  return {
    needs,
    periods,
    selects,
    fits,
    matches: (selector = {}, item, person) =>
      !(person === undefined && hasPersonKey(selector)) && isMatch(selector, item, person),
    mayTake: (person, item, { session, blocks }) =>
      fits(person, item) &&
      permitted.get(person)?.has(item.id) === true &&
      !meet(blocks, awayTimes.get(person) ?? []) &&
      !bans.some(
        (ban) =>
          ban.item === item.id &&
          (ban.session === undefined || ban.session === session?.id) &&
          (ban.staff === undefined || ban.staff.includes(person.id)),
      ),
    occasionsOf: (item) => {
      const sessions = (item.sessions ?? [])
        .map(sessionOf)
        .filter(({ firstDay, lastDay }) => within(firstDay, window) && within(lastDay, window));
      const all =
        (item.sessions ?? []).length > 0 ? sessions : periods.map((period) => byOneselfIn(period, item));
      return all.filter(
        ({ session, period, firstDay }) =>
          within(firstDay, item.available ?? {}) &&
          (session !== undefined || (period !== undefined && within(firstDay, period))) &&
          !bans.some(
            (ban) =>
              ban.item === item.id &&
              ban.staff === undefined &&
              (ban.session === undefined || ban.session === session?.id),
          ),
      );
    },
    daysFromStart: (day) => date(window.from).until(date(day), { largestUnit: 'days' }).days,
  };
}
