import { MINUTES_PER_DAY, weekdayOf } from './calendar.js';

/** A half-open stretch of time, in minutes: from `starts` up to but not including `ends`. */
export interface Stretch {
  readonly starts: number;
  readonly ends: number;
}

/** Whether two stretches have a minute in common. */
export const overlap = (a: Stretch, b: Stretch): boolean => a.starts < b.ends && b.starts < a.ends;

/** A stretch of every week: minutes of a day, 1 Monday to 7 Sunday. */
export interface WeeklyStretch extends Stretch {
  readonly weekday: number;
}

/** Whether a stretch, in minutes since 1970, has a minute in common with a weekly one in any week. */
export function overlapsWeekly(stretch: Stretch, weekly: WeeklyStretch): boolean {
  const first = Math.floor(stretch.starts / MINUTES_PER_DAY);
  // The eighth day has the weekday of the first, of which only an end may have been touched.
  for (let day = first; day <= first + 7; day += 1) {
    const midnight = day * MINUTES_PER_DAY;
    if (midnight >= stretch.ends) return false;
    if (weekdayOf(day) !== weekly.weekday) continue;
    if (overlap(stretch, { starts: midnight + weekly.starts, ends: midnight + weekly.ends })) return true;
  }
  return false;
}
