import type { RequestInput } from '../../src/domain/request.js';
import type { Booked, Cover, Item, Person, Session, Slot, Term } from './page-words.js';

/*
 * Days, terms, sessions and who is out when. ISO dates and local times of one form are in order as texts.
 */

const DAY = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Days from one date to another. */
export const daysBetween = (from: string, to: string): number => (utc(to) - utc(from)) / DAY;

const nextDay = (date: string): string => new Date(utc(date) + DAY).toISOString().slice(0, 10);

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => new Date(utc(date)).getUTCDay() || 7;

/** The calendar date some months later, clamped to the month's end. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);

/** A day within dates of which either may be missing, ends included. */
export const within = (
  dates: { from?: string | undefined; to?: string | undefined } | undefined,
  day: string,
): boolean =>
  (dates?.from === undefined || dates.from <= day) && (dates?.to === undefined || day <= dates.to);

/** The request's terms; without any, the window is the one term. */
export const termsOf = (request: RequestInput): readonly Term[] =>
  request.terms === undefined || request.terms.length === 0 ? [request.window] : request.terms;

/** When its first block starts and its last one ends, as local times. */
export const startOf = (session: Session): string =>
  session.blocks.map((block) => block.starts).reduce((a, b) => (a < b ? a : b));
export const endOf = (session: Session): string =>
  session.blocks.map((block) => block.ends).reduce((a, b) => (a > b ? a : b));

const dateOf = (time: string): string => time.slice(0, 10);

/** A session belongs to the term that holds its first day, or to none. */
export function slotOfSession(request: RequestInput, session: Session): Slot {
  const startsOn = dateOf(startOf(session));
  const term = termsOf(request).find((one) => within(one, startsOn));
  return { session, term, startsOn, endsOn: dateOf(endOf(session)) };
}

/** A self-paced booking starts on the later of the term's first day and the item's `available.from`. */
export const slotOfTerm = (item: Item, term: Term): Slot => ({
  term,
  startsOn: later(term.from, item.available?.from),
});

/** Only sessions wholly inside the window can be booked; a self-paced booking starts within its term. */
export const insideWindow = (request: RequestInput, slot: Slot): boolean =>
  slot.endsOn === undefined
    ? slot.term !== undefined && slot.startsOn <= slot.term.to
    : request.window.from <= slot.startsOn && slot.endsOn <= request.window.to;

/** Every session of an item, or every term when it has none. */
export const slotsOf = (request: RequestInput, item: Item): Slot[] =>
  item.sessions === undefined || item.sessions.length === 0
    ? termsOf(request).map((term) => slotOfTerm(item, term))
    : item.sessions.map((session) => slotOfSession(request, session));

/** The slots in which an item may start. */
export const bookableSlots = (request: RequestInput, item: Item): Slot[] =>
  slotsOf(request, item).filter(
    (slot) => insideWindow(request, slot) && within(item.available, slot.startsOn),
  );

interface Stretch {
  readonly starts: string;
  readonly ends: string;
}
/** Half-open: what ends when the other starts does not overlap it. */
const overlap = (a: Stretch, b: Stretch): boolean => a.starts < b.ends && b.starts < a.ends;

/** Whether a block meets the opening hours of some weekday. */
function meetsOpeningHours(request: RequestInput, block: Stretch): boolean {
  for (let day = dateOf(block.starts); day <= dateOf(block.ends); day = nextDay(day)) {
    const open = (request.setting.openingHours ?? []).some(
      (hours) =>
        hours.weekday === weekdayOf(day) &&
        overlap(block, { starts: `${day}T${hours.from}`, ends: `${day}T${hours.to}` }),
    );
    if (open) return true;
  }
  return false;
}

/** As `openHours` says; else whether a block meets the opening hours, and without those, always. */
export const inOpenHours = (request: RequestInput, slot: Slot): boolean =>
  slot.session !== undefined &&
  (slot.session.openHours ??
    (request.setting.openingHours === undefined ||
      slot.session.blocks.some((block) => meetsOpeningHours(request, block))));

/** Nobody can be in both. */
export const atOnce = (a: Slot, b: Slot): boolean =>
  (a.session?.blocks ?? []).some((one) => (b.session?.blocks ?? []).some((other) => overlap(one, other)));

/** Whether a block of the session touches a day on which the person is away; whole days, both ends included. */
export const isAway = (person: Person, slot: Slot): boolean =>
  (slot.session?.blocks ?? []).some((block) =>
    (person.away ?? []).some(({ from, to }) =>
      overlap(block, { starts: `${from}T00:00`, ends: `${nextDay(to)}T00:00` }),
    ),
  );

/** Whether somebody in the session is out during the cover period. */
export const isOutDuring = (request: RequestInput, cover: Cover, slot: Slot): boolean =>
  inOpenHours(request, slot) && (slot.session?.blocks ?? []).some((block) => overlap(block, cover));

/** A booking takes each learner the item's minutes, whatever the blocks. */
const minutesOf = (bookings: readonly Booked[], person: Person): number =>
  bookings
    .filter(({ learners }) => learners.includes(person))
    .reduce((sum, { item }) => sum + item.minutes, 0);

/** One inequality of a person's time, over the window or one term; what lacks a number does not bind. */
export interface TimeRule {
  readonly words: string;
  readonly most: number;
  readonly counts: (slot: Slot) => boolean;
}

/** Release sessions ≤ release minutes and all minutes ≤ release + own, once for the window and once for each term. */
export function timeRules(request: RequestInput, person: Person): TimeRule[] {
  const { time } = person;
  const spans = [
    { words: 'the window', given: time, holds: (): boolean => true },
    ...termsOf(request).flatMap((term) =>
      term.id === undefined
        ? []
        : [
            {
              words: `term ${term.id}`,
              given: time?.terms?.[term.id],
              holds: (slot: Slot): boolean => slot.term?.id === term.id,
            },
          ],
    ),
  ];
  return spans.flatMap(({ words, given, holds }): TimeRule[] => {
    const { releaseMinutes: release, ownMinutes: own } = given ?? {};
    if (release === undefined) return [];
    const released: TimeRule = {
      words: `release minutes of ${words}`,
      most: release,
      counts: (slot) => holds(slot) && inOpenHours(request, slot),
    };
    if (own === undefined) return [released];
    return [released, { words: `minutes of ${words}`, most: release + own, counts: holds }];
  });
}

export const keepsTime = (rule: TimeRule, bookings: readonly Booked[], person: Person): boolean =>
  minutesOf(
    bookings.filter(({ slot }) => rule.counts(slot)),
    person,
  ) <= rule.most;
