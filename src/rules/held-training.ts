import { addMonths, dayNumber } from '../internal/calendar.js';
import { extendedEnd, type RuleOverride } from './overrides.js';
import { type Held, holdsOn, type StaffMemberInput } from './people.js';
import type { RuleTraining } from './rulebook.js';

/** A stretch of days in which a certificate holds: from its first day to before its end. */
interface Stretch {
  readonly from: number;
  readonly end: number;
}

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
  readonly #person: StaffMemberInput;
  readonly #training: RuleTraining;
  readonly #containing: Held | undefined;
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
    this.#person = person;
    this.#training = training;
    const { supersededBy, maxAgeMonths } = training;
    // what contains the training asked may be as old as it
    this.#containing =
      supersededBy === undefined
        ? undefined
        : { area: supersededBy.area, depth: supersededBy.depth, maxAgeMonths };
    const own = stretches(person, training);
    this.#extended = own
      .map(({ from, end }) => ({ from: Math.max(from, end), end: extendedEnd(rule, end, overrides) }))
      .filter(({ from, end }) => from < end);
    const containing = this.#containing === undefined ? [] : stretches(person, this.#containing);
    const ends = [...own, ...containing, ...this.#extended].map(({ end }) => end);
    this.#ends = [...new Set(ends)].filter(Number.isFinite).sort((a, b) => a - b);
  }

  /** Whether records hold the training itself on a day, as a need counts it. */
  byRecords(day: number): boolean {
    return holdsOn(this.#person, this.#training, day);
  }

  /** Whether records hold, on a day, what contains the training. */
  superseded(day: number): boolean {
    return this.#containing !== undefined && holdsOn(this.#person, this.#containing, day);
  }

  /** Whether a certificate counts on a day by an official extension alone. */
  byExtension(day: number): boolean {
    return !this.byRecords(day) && this.#extended.some(({ from, end }) => from <= day && day < end);
  }

  /** Whether the rule is satisfied of the person on a day, in whichever way. */
  satisfied(day: number): boolean {
    return this.byRecords(day) || this.superseded(day) || this.byExtension(day);
  }

  /** The first days on which the rule is satisfied no longer, in order. */
  lapses(): readonly number[] {
    return this.#ends.filter((day) => this.satisfied(day - 1) && !this.satisfied(day));
  }
}
