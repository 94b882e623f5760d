import type { AgeBand } from '../../domain/selector.js';
import { isoDate, MINUTES_PER_DAY, minuteOf } from '../../internal/calendar.js';
import { compareIds } from '../../internal/order.js';
import type { Stretch } from '../../internal/stretch.js';
import { onlySite } from './check-rota.js';
import type { RotaQuestion } from './rota-question.js';

/** How many children of each age. */
export type Ages = ReadonlyMap<AgeBand, number>;

/** Somebody on shift. */
export interface OnShift {
  readonly staff: string;
  readonly notCounted: boolean;
}

/** A stretch of one day at one site in which children are there and nothing changes. */
export interface RotaStretch extends Stretch {
  /** An empty text in a setting without sites. */
  readonly site: string;
  /** The day, an ISO date. */
  readonly on: string;
  /** Who is there, in the order of their ids. */
  readonly team: readonly OnShift[];
  /** The children on the premises, where there are any, and those of each outing. */
  readonly places: readonly Ages[];
  /** How many of the places are outings. */
  readonly outings: number;
}

type Timed<T> = Omit<T, 'starts' | 'ends'> & Stretch;
type Shift = Timed<RotaQuestion['rota']['shifts'][number]>;
type Children = Timed<RotaQuestion['children'][number]>;

interface SiteDay {
  readonly site: string;
  readonly day: number;
  readonly shifts: Shift[];
  readonly children: Children[];
}

const inMinutes = <T extends { readonly starts: string; readonly ends: string }>(timed: T): Timed<T> => ({
  ...timed,
  starts: minuteOf(timed.starts) ?? 0,
  ends: minuteOf(timed.ends) ?? 0,
});

/** The stretches joined where they touch, in order: none overlaps another. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: { starts: number; ends: number }[] = [];
  for (const { starts, ends } of [...stretches].sort((a, b) => a.starts - b.starts)) {
    const last = found.at(-1);
    if (last !== undefined && starts <= last.ends) last.ends = Math.max(last.ends, ends);
    else found.push({ starts, ends });
  }
  return found;
}

/** A test whether a stretch meets one of those joined. */
function meets(joint: readonly Stretch[]): (stretch: Stretch) => boolean {
  return ({ starts, ends }) => {
    let low = 0;
    let high = joint.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joint[middle]?.ends ?? Infinity) <= starts) low = middle + 1;
      else high = middle;
    }
    return (joint[low]?.starts ?? Infinity) < ends;
  };
}

/** Shifts and children by site and day, in the order of both; only days with children. */
function siteDays({ setting, staff, rota, children }: RotaQuestion): SiteDay[] {
  const days = new Map<string, SiteDay>();
  const siteOf = new Map<string, string | undefined>(staff.map(({ id, site }) => [id, site]));
  const only = onlySite(setting) ?? '';
  const each = (
    { starts, ends }: Stretch,
    site: string,
    visit: (day: SiteDay) => void,
    make: boolean,
  ): void => {
    for (let day = Math.floor(starts / MINUTES_PER_DAY); day * MINUTES_PER_DAY < ends; day += 1) {
      const key = `${day} ${site}`;
      let found = days.get(key);
      if (found === undefined && make) days.set(key, (found = { site, day, shifts: [], children: [] }));
      if (found !== undefined) visit(found);
    }
  };
  for (const stretch of children.map(inMinutes))
    each(stretch, stretch.site ?? only, (day) => void day.children.push(stretch), true);
  for (const shift of rota.shifts.map(inMinutes))
    each(shift, shift.site ?? siteOf.get(shift.staff) ?? only, (day) => void day.shifts.push(shift), false);
  return [...days.values()].sort((a, b) => compareIds(a.site, b.site) || a.day - b.day);
}

const has = (ages: Ages): boolean => [...ages.values()].some((count) => count > 0);

const agesOf = (groups: readonly Children[]): Ages => {
  const ages = new Map<AgeBand, number>();
  for (const band of ['under-2', '2', '3-plus', 'school-age'] as const) {
    const count = groups.reduce((sum, { expected }) => sum + (expected[band] ?? 0), 0);
    if (count > 0) ages.set(band, count);
  }
  return ages;
};

/**
 * Splits time wherever the rota or the children change, and at midnight: the stretches in which children are there, by
 * site and time. With `during`, only those that meet it. People who are away all day are not there, whatever the rota
 * says.
 */
export function stretchesOf(question: RotaQuestion): RotaStretch[] {
  const { during } = question;
  const wanted = during === undefined ? () => true : meets(joined(during.map(inMinutes)));
  const away = new Map(question.staff.map((person) => [person.id as string, person.away ?? []]));
  const found: RotaStretch[] = [];
  for (const { site, day, shifts, children } of siteDays(question)) {
    const midnight = day * MINUTES_PER_DAY;
    const on = isoDate(day);
    const times = [...shifts, ...children].flatMap(({ starts, ends }) => [
      Math.max(starts, midnight),
      Math.min(ends, midnight + MINUTES_PER_DAY),
    ]);
    const cuts = [...new Set(times)].sort((a, b) => a - b);
    const isAway = (id: string): boolean =>
      (away.get(id) ?? []).some(({ from, to }) => from <= on && on <= to);
    cuts.slice(1).forEach((ends, index) => {
      const starts = cuts[index] ?? ends;
      if (!wanted({ starts, ends })) return;
      const there = (stretch: Stretch): boolean => stretch.starts <= starts && ends <= stretch.ends;
      const groups = children.filter(there);
      const premises = agesOf(groups.filter(({ outing }) => outing !== true));
      const outings = groups.filter(({ outing }) => outing === true).map((group) => agesOf([group]));
      const out = outings.filter(has);
      const places = [...(has(premises) ? [premises] : []), ...out];
      if (places.length === 0) return;
      const team = shifts
        .filter((shift) => there(shift) && !isAway(shift.staff))
        .map(({ staff, notCounted = false }) => ({ staff: staff as string, notCounted }))
        .sort((a, b) => compareIds(a.staff, b.staff));
      found.push({ site, on, starts, ends, team, places, outings: out.length });
    });
  }
  return found;
}
