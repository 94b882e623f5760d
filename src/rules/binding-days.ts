import { dayNumber } from '../internal/calendar.js';
import type { Dated } from './in-force.js';
import type { Days } from './overrides.js';

/** The days on which a rule binds: those on which it is in force and not suspended. Day numbers. */
export class BindingDays {
  readonly #from: number;
  readonly #to: number;
  readonly #suspended: readonly Days[];

  constructor({ from, to }: Dated, suspended: readonly Days[]) {
    this.#from = from === undefined ? -Infinity : (dayNumber(from) ?? -Infinity);
    this.#to = to === undefined ? Infinity : (dayNumber(to) ?? Infinity);
    // each suspension moves a day one way, so that none is looked at again
    this.#suspended = [...suspended].sort((a, b) => a.from - b.from);
  }

  /** The first of them on a day or after it. */
  from(day: number): number | undefined {
    let first = Math.max(day, this.#from);
    for (const { from, to } of this.#suspended) if (from <= first && first <= to) first = to + 1;
    return first <= this.#to ? first : undefined;
  }

  /** The last of them on a day or before it. */
  upTo(day: number): number | undefined {
    let last = Math.min(day, this.#to);
    for (const { from, to } of [...this.#suspended].sort((a, b) => b.to - a.to))
      if (from <= last && last <= to) last = from - 1;
    return last >= this.#from ? last : undefined;
  }
}
