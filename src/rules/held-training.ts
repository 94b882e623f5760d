import { addMonths, dayNumber } from '../internal/calendar.js';
import { extendedEnd, type RuleOverride } from './overrides.js';
import type { Held, StaffMemberInput } from './people.js';
import type { RuleTraining } from './rulebook.js';

/** A stretch of days in which a certificate holds: from its first day to before its end. */
interface Stretch {
  readonly from: number;
  readonly end: number;
}

const covers = (stretches: readonly Stretch[], day: number): boolean =>
  stretches.some(({ from, end }) => from <= day && day < end);

/** The stretches in which each record that is deep enough holds; `end` is infinite where it never lapses. */
const stretches = ({ records = [] }: StaffMemberInput, { area, depth, maxAgeMonths }: Held): Stretch[] =>
  records
    .filter((record) => record.area === area && record.depth >= depth)
    .map(({ completedOn, expiresOn }) => {
      const from = dayNumber(completedOn) ?? Infinity;
      const expires = expiresOn === undefined ? Infinity : (dayNumber(expiresOn) ?? -Infinity);
      const tooOld = maxAgeMonths === undefined ? Infinity : addMonths(from, maxAgeMonths) + 1;
      return { from, end: Math.min(expires, tooOld) };
    });

/** What a person's records say of the training that a rule asks, day by day. */
export class HeldTraining {
  readonly #own: readonly Stretch[];
  /** In which records hold what contains the training. */
  readonly #containing: readonly Stretch[];
  /** What an official extension adds. */
  readonly #extended: readonly Stretch[];
  /** The days on which something that holds may have come to its end, in order. */
  readonly #ends: readonly number[];

  constructor(
    person: StaffMemberInput,
    rule: string,
    training: RuleTraining,
    overrides: readonly RuleOverride[],
  ) {
    const { supersededBy, maxAgeMonths } = training;
    this.#own = stretches(person, training);
    // what contains the training asked may be as old as it
    this.#containing = supersededBy === undefined ? [] : stretches(person, { ...supersededBy, maxAgeMonths });
    this.#extended = this.#own
      .map(({ from, end }) => ({ from: Math.max(from, end), end: extendedEnd(rule, end, overrides) }))
      .filter(({ from, end }) => from < end);
    const ends = [...this.#own, ...this.#containing, ...this.#extended].map(({ end }) => end);
    this.#ends = [...new Set(ends)].filter(Number.isFinite).sort((a, b) => a - b);
  }

  /** Whether records hold the training itself on a day, as a need counts it. */
  byRecords(day: number): boolean {
    return covers(this.#own, day);
  }

  /** Whether records hold, on a day, what contains the training. */
  superseded(day: number): boolean {
    return covers(this.#containing, day);
  }

  /** Whether a certificate counts on a day by an official extension alone. */
  byExtension(day: number): boolean {
    return !this.byRecords(day) && covers(this.#extended, day);
  }

  /** Whether the rule is satisfied of the person on a day, in whichever way. */
  satisfied(day: number): boolean {
    return this.byRecords(day) || this.superseded(day) || this.byExtension(day);
  }

  /** The first days on which the rule is satisfied no longer, before a day, in order. */
  lapses(before: number): readonly number[] {
    return this.#ends.filter((day) => day < before && this.satisfied(day - 1) && !this.satisfied(day));
  }
}
