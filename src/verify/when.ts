import type { Request } from '../domain/request.js';
import { MINUTES_PER_DAY, dayNumber, minuteOf } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import { type Stretch, overlap, overlapsWeekly } from '../internal/stretch.js';
import type { Item } from './people.js';

/* When an item can be taken: on a session, or, where it has none, at one's own pace in a term. */

export const day = (date: string): number => present(dayNumber(date), 'the day');
const minute = (time: string): number => present(minuteOf(time), 'the minute');

/** A part of the window, in day numbers, both included. Where a request has no terms it is the one, without a name. */
export interface Term {
  readonly id: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** A block, opening hours, a cover period: local times in minutes. */
export const stretchOf = ({ starts, ends }: { readonly starts: string; readonly ends: string }): Stretch => ({
  starts: minute(starts),
  ends: minute(ends),
});

/** Whether a day lies between dates that may be absent, ends included. */
export const isWithin = (at: number, { from, to }: { from?: string | undefined; to?: string | undefined }) =>
  (from === undefined || day(from) <= at) && (to === undefined || at <= day(to));

/** When an item can be taken, in day numbers; a session in minutes too. */
export interface Slot {
  readonly session: string | undefined;
  /** As a booking names it: of what is self-paced, where a request has terms. */
  readonly named: string | undefined;
  /** The term that it belongs to, if any. */
  readonly term: Term | undefined;
  readonly starts: number;
  /** The day it is done: a session's last; what is self-paced may be done on the day it is begun. */
  readonly finishes: number;
  /** The last day it may take. */
  readonly lasts: number;
  readonly isPossible: boolean;
  /** Of a session: from its first minute to its last, its blocks, whether they take people out in open hours. */
  readonly span: Stretch | undefined;
  readonly blocks: readonly Stretch[];
  readonly isOpen: boolean;
  readonly places: number;
}

/** All slots of an item, possible or not. */
export function slotsOf({ window, setting }: Request, item: Item, terms: readonly Term[]): readonly Slot[] {
  const { available = {}, sessions = [] } = item;
  const openings = setting.openingHours?.map(({ weekday, from, to }) => ({
    weekday,
    ...stretchOf({ starts: `1970-01-01T${from}`, ends: `1970-01-01T${to}` }),
  }));
  if (sessions.length === 0)
    return terms.map((term) => {
      const starts = Math.max(term.from, available.from === undefined ? term.from : day(available.from));
      const isPossible = starts <= term.to && isWithin(starts, available);
      const self = { session: undefined, span: undefined, blocks: [], isOpen: false, places: Infinity };
      return { ...self, named: term.id, term, starts, finishes: starts, lasts: term.to, isPossible };
    });
  return sessions.map(({ id, blocks: given, openHours, places = Infinity }) => {
    const blocks = given.map(stretchOf);
    const span = blocks.reduce((whole, { starts, ends }) => ({
      starts: Math.min(whole.starts, starts),
      ends: Math.max(whole.ends, ends),
    }));
    const starts = Math.floor(span.starts / MINUTES_PER_DAY);
    const finishes = Math.floor(span.ends / MINUTES_PER_DAY);
    const isMet = blocks.some((block) => openings?.some((hours) => overlapsWeekly(block, hours)) ?? true);
    return {
      session: id,
      named: undefined,
      term: terms.find(({ from, to }) => from <= starts && starts <= to),
      starts,
      finishes,
      lasts: finishes,
      isPossible: day(window.from) <= starts && finishes <= day(window.to) && isWithin(starts, available),
      span,
      blocks,
      isOpen: openHours ?? isMet,
      places,
    };
  });
}

/** Whether blocks of the slot have a minute in common with the stretch. */
export const isDuring = ({ span, blocks }: Slot, stretch: Stretch): boolean =>
  span !== undefined && overlap(span, stretch) && blocks.some((block) => overlap(block, stretch));

/** Whether an item on one slot is done in time to be the prerequisite of one on another. */
export function isBefore(one: Slot, next: Slot): boolean {
  if (one.span !== undefined)
    return next.span === undefined ? one.finishes < next.starts : one.span.ends <= next.span.starts;
  if (next.span !== undefined) return one.starts <= next.starts;
  return (one.term?.from ?? 0) <= (next.term?.from ?? 0);
}
