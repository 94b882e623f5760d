import type { CatalogueItem, Session } from '../domain/catalogue.js';
import type { Request } from '../domain/request.js';
import type { Setting } from '../domain/setting.js';
import type { IsoDate, TermId } from '../domain/units.js';
import { minuteOf, MINUTES_PER_DAY, weekdayOf } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import { compareIds, sortedById } from '../internal/order.js';
import { dayOf } from './days.js';

/** Minutes of local time, the end not included. */
export interface Span {
  readonly starts: number;
  readonly ends: number;
}

/** A term in days, both included; without terms the window is the one term, and has no id. */
export interface TermSpan {
  readonly id: TermId | undefined;
  readonly from: number;
  readonly to: number;
}

/** An item at a time it can be booked for: on a session, or self-paced in a term. */
export interface Slot {
  readonly item: CatalogueItem;
  /** The item's position in the order of ids. */
  readonly itemNumber: number;
  /** What it takes place on; self-paced without. */
  readonly session: Session | undefined;
  /** The position of the term that it belongs to, or -1. */
  readonly term: number;
  /** The day it starts, and the last day of the time it may take. */
  readonly start: number;
  readonly end: number;
  /** The day from which it counts: a session's last day; self-paced, even when finished on its start day. */
  readonly finish: number;
  /** When a session takes place. */
  readonly blocks: readonly Span[];
  /** Whether it takes people out while children are present. */
  readonly openHours: boolean;
}

const minute = (text: string): number => present(minuteOf(text), `The minute of ${text}`);
export const spanOf = ({ starts, ends }: { readonly starts: string; readonly ends: string }): Span => ({
  starts: minute(starts),
  ends: minute(ends),
});
/** Whole days, both included, as a stretch of time. */
export const wholeDays = ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): Span => ({
  starts: dayOf(from) * MINUTES_PER_DAY,
  ends: (dayOf(to) + 1) * MINUTES_PER_DAY,
});
export const overlap = (a: Span, b: Span): boolean => a.starts < b.ends && b.starts < a.ends;
export const anyOverlap = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((one) => others.some((other) => overlap(one, other)));

/** The terms in the order of their days. */
export function termsOf({ terms = [], window }: Request): TermSpan[] {
  const spans = terms.map(({ id, from, to }) => ({ id, from: dayOf(from), to: dayOf(to) }));
  if (spans.length === 0) return [{ id: undefined, from: dayOf(window.from), to: dayOf(window.to) }];
  return spans.sort((a, b) => a.from - b.from);
}

/** Every item, in the order of ids, at every time it can be booked for: sessions by id, or else terms in their order. */
export function slotsOf(request: Request, terms: readonly TermSpan[]): Slot[] {
  const window = { from: dayOf(request.window.from), to: dayOf(request.window.to) };
  return sortedById(request.catalogue.items).flatMap((item, itemNumber) => {
    const first = item.available?.from === undefined ? -Infinity : dayOf(item.available.from);
    const last = item.available?.to === undefined ? Infinity : dayOf(item.available.to);
    const mayStart = ({ start }: Slot): boolean => first <= start && start <= last;
    if (item.sessions === undefined || item.sessions.length === 0) {
      return terms
        .map(({ from, to }, term): Slot => {
          const start = Math.max(from, first);
          const never = { session: undefined, blocks: [], openHours: false };
          return { item, itemNumber, term, start, end: to, finish: start, ...never };
        })
        .filter((slot) => slot.start <= slot.end && mayStart(slot));
    }
    return sortedById(item.sessions)
      .map((session): Slot => {
        const blocks = session.blocks.map(spanOf).sort((a, b) => a.starts - b.starts);
        const start = Math.floor(blocks[0]!.starts / MINUTES_PER_DAY);
        const end = Math.max(...session.blocks.map(({ ends }) => dayOf(ends.slice(0, 10))));
        const openHours = session.openHours ?? inOpeningHours(blocks, request.setting);
        const term = terms.findIndex(({ from, to }) => from <= start && start <= to);
        return { item, itemNumber, session, term, start, end, finish: end, blocks, openHours };
      })
      .filter((slot) => window.from <= slot.start && slot.end <= window.to && mayStart(slot));
  });
}

/** Whether children are present during some block; where opening hours are not given, always. */
function inOpeningHours(blocks: readonly Span[], { openingHours }: Setting): boolean {
  if (openingHours === undefined) return true;
  return blocks.some(({ starts, ends }) => {
    const first = Math.floor(starts / MINUTES_PER_DAY);
    const last = Math.floor((ends - 1) / MINUTES_PER_DAY);
    const touches = (day: number): boolean =>
      openingHours.some(({ weekday, from, to }) => {
        if (weekday !== weekdayOf(day)) return false;
        const hours = { starts: timeOn(day, from), ends: timeOn(day, to) };
        return overlap(hours, { starts, ends });
      });
    // Between the first day and the last every day is whole, so that a week of them shows all.
    for (let day = first; day <= Math.min(last, first + 8); day += 1) if (touches(day)) return true;
    return touches(last);
  });
}

const timeOn = (day: number, time: string): number =>
  day * MINUTES_PER_DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Whether a dated thing is to be had on a day, its own first and last days included. */
export const isDuring = (
  { from, to }: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined },
  day: number,
): boolean => (from === undefined || dayOf(from) <= day) && (to === undefined || day <= dayOf(to));

/** The order in which coverage is credited: by start, then by id. */
export const byStart = (
  a: { readonly slot: Slot; readonly booking: { readonly id: string } },
  b: { readonly slot: Slot; readonly booking: { readonly id: string } },
): number => a.slot.start - b.slot.start || compareIds(a.booking.id, b.booking.id);

/** Whether the item is bought for the setting, without learners. */
export const isPurchase = ({ teaches, grants }: CatalogueItem): boolean =>
  teaches.length === 0 && grants !== undefined && grants.length > 0;
