import type { CatalogueItem, Session } from '../domain/catalogue.js';
import type { Request } from '../domain/request.js';
import type { Setting } from '../domain/setting.js';
import type { IsoDate, TermId } from '../domain/units.js';
import { minuteOf, MINUTES_PER_DAY } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import { compareIds, sortedById } from '../internal/order.js';
import type { Pace, Steps } from '../internal/steps.js';
import { overlap, overlapsWeekly, type Stretch } from '../internal/stretch.js';
import { dayOf } from './days.js';
import { ENTRY } from './operations.js';

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
  readonly blocks: readonly Stretch[];
  /** Whether it takes people out while children are present. */
  readonly openHours: boolean;
}

const minute = (text: string): number => present(minuteOf(text), `The minute of ${text}`);
export const stretchOf = ({ starts, ends }: { readonly starts: string; readonly ends: string }): Stretch => ({
  starts: minute(starts),
  ends: minute(ends),
});
/** Whole days, both included, as a stretch of time. */
export const wholeDays = ({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): Stretch => ({
  starts: dayOf(from) * MINUTES_PER_DAY,
  ends: (dayOf(to) + 1) * MINUTES_PER_DAY,
});
export const anyOverlap = (some: readonly Stretch[], others: readonly Stretch[]): boolean =>
  some.some((one) => others.some((other) => overlap(one, other)));

/** The terms in the order of their days. */
export function termsOf({ terms = [], window }: Request): TermSpan[] {
  const spans = terms.map(({ id, from, to }) => ({ id, from: dayOf(from), to: dayOf(to) }));
  if (spans.length === 0) return [{ id: undefined, from: dayOf(window.from), to: dayOf(window.to) }];
  return spans.sort((a, b) => a.from - b.from);
}

/** Every item, in the order of ids, at every time it can be booked for: sessions by id, or else terms in their order. */
export function* slotsOf(request: Request, terms: readonly TermSpan[], pace: Pace): Steps<Slot[]> {
  const window = { from: dayOf(request.window.from), to: dayOf(request.window.to) };
  const slotsOfItem = (item: CatalogueItem, itemNumber: number): Slot[] => {
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
        const blocks = session.blocks.map(stretchOf).sort((a, b) => a.starts - b.starts);
        const start = Math.floor(blocks[0]!.starts / MINUTES_PER_DAY);
        const end = Math.max(...session.blocks.map(({ ends }) => dayOf(ends.slice(0, 10))));
        const openHours = session.openHours ?? inOpeningHours(blocks, request.setting);
        const term = terms.findIndex(({ from, to }) => from <= start && start <= to);
        return { item, itemNumber, session, term, start, end, finish: end, blocks, openHours };
      })
      .filter((slot) => window.from <= slot.start && slot.end <= window.to && mayStart(slot));
  };
  const slots: Slot[] = [];
  for (const [itemNumber, item] of sortedById(request.catalogue.items).entries()) {
    const own = slotsOfItem(item, itemNumber);
    slots.push(...own);
    if (pace.ends(10 * ENTRY * (1 + own.length))) yield pace.operations;
  }
  return slots;
}

/** Whether children are present during some block; where opening hours are not given, always. */
function inOpeningHours(blocks: readonly Stretch[], { openingHours }: Setting): boolean {
  if (openingHours === undefined) return true;
  const hours = openingHours.map(({ weekday, from, to }) => ({
    weekday,
    starts: minuteOfDay(from),
    ends: minuteOfDay(to),
  }));
  return blocks.some((block) => hours.some((weekly) => overlapsWeekly(block, weekly)));
}

const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

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
