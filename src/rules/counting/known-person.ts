import type * as z from 'zod/mini';
import { addMonths, dayNumber } from '../../internal/calendar.js';
import { present } from '../../internal/invariant.js';
import { type Held, holdsOn } from '../people.js';
import type { CountingAnswers, CountingQuerySchema } from './counting-facts.js';
import { type DayRange, dayRange } from './day-range.js';

/** A qualification, with the days on which it can have been begun and awarded. */
export interface Award {
  /** Its position in the list of qualifications. */
  readonly index: number;
  readonly level: number;
  readonly status: boolean;
  readonly abroad: boolean;
  readonly studying: boolean;
  readonly fullAndRelevant: boolean | undefined;
  readonly begun: DayRange;
  readonly awarded: DayRange;
}

/** What is known of a person on a day. */
export interface KnownPerson {
  /** An ISO date. */
  readonly on: string;
  /** The same as a day number. */
  readonly day: number;
  readonly awards: readonly Award[];
  readonly roles: readonly string[];
  readonly level2English: boolean | undefined;
  readonly level2Maths: boolean | undefined;
  /** When the person began to work at the setting. */
  readonly began: DayRange | undefined;
  /** Whether the person holds a first aid certificate on the day. */
  readonly firstAid: boolean | undefined;
  readonly answers: CountingAnswers;
}

type Query = z.output<typeof CountingQuerySchema>;
type Qualification = NonNullable<Query['person']['qualifications']>[number];

/** Any certificate, an emergency one too, at most three years old. */
const FIRST_AID: Held = { area: 'paediatric-first-aid', depth: 1, maxAgeMonths: 36 };
const EARLIEST = -Infinity;

const rangeOf = (text: string | undefined): DayRange | undefined =>
  text === undefined ? undefined : present(dayRange(text), 'a day that was checked');

function awardOf(qualification: Qualification, index: number, day: number): Award {
  const { level, status, studying = false, fullAndRelevant, where } = qualification;
  const begun = rangeOf(qualification.startedOn);
  // one that is not dated was awarded some day or other: after it was begun, and not after the day asked about
  const awarded = rangeOf(qualification.awardedOn) ?? { first: EARLIEST, last: day };
  return {
    index,
    level,
    status: status !== undefined,
    abroad: where !== undefined && !/^\s*england\s*$/i.test(where),
    studying,
    fullAndRelevant,
    begun: begun ?? { first: EARLIEST, last: studying ? day : awarded.last },
    awarded: { first: Math.max(awarded.first, begun?.first ?? EARLIEST), last: awarded.last },
  };
}

/** What is known of a person on the day asked about. */
export function knownPerson({ person, on, answers = {} }: Query): KnownPerson {
  const day = present(dayNumber(on), 'a day that was checked');
  const { records } = person;
  return {
    on,
    day,
    awards: (person.qualifications ?? []).map((each, index) => awardOf(each, index, day)),
    roles: person.roles ?? [],
    level2English: person.level2English,
    level2Maths: person.level2Maths,
    began: rangeOf(person.startedOn),
    firstAid: records === undefined ? undefined : holdsOn({ records }, FIRST_AID, day),
    answers,
  };
}

/** Months after starting work within which first aid has to be held. */
const GRACE_MONTHS = 3;

/** The days of which one is the last within three months of starting work. */
export const lastOfGrace = ({ first, last }: DayRange): DayRange => ({
  first: addMonths(first, GRACE_MONTHS),
  last: addMonths(last, GRACE_MONTHS),
});
