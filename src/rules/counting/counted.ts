import type { Issue } from '../../domain/issue.js';
import type { CountingRuleId } from './counting-rules.js';

/** The levels at which a person can count: 2, 3, and 6 for those with a status. */
export type CountableLevel = 2 | 3 | 6;

/** The questions that can be asked about a person, in the order in which they are asked. */
export const COUNTING_ASKS = [
  'awarded-on',
  'study-started-on',
  'full-and-relevant',
  'equivalent',
  'appropriate',
  'level-2-english',
  'level-2-maths',
  'started-on',
  'first-aid',
  'competent',
  'age',
  'experience-based-route',
] as const;
export type CountingAsk = (typeof COUNTING_ASKS)[number];

/** What a `yes` rests on from now on, or what a `cannot-tell` waits for, in the order in which they are given. */
export const COUNTING_CONDITIONS = [
  /** A level 2 qualification in English is needed to count at 3. */
  'level-2-english',
  /** One in mathematics is needed too; until 3 January 2024. */
  'level-2-maths',
  /** First aid is needed within three months of starting work. */
  'first-aid-within-three-months',
  /** The same may be needed: the day of the award is not known. */
  'first-aid-maybe',
  /** First aid is needed before the person counts. */
  'first-aid-before-counting',
  /** First aid is held and has to be renewed before it is three years old. */
  'first-aid-kept',
  /** At most half of those at level 3 on the premises may count by the experience-based route. */
  'experience-based-route-half',
  /** No source says so. */
  'unsourced',
] as const;
export type CountingCondition = (typeof COUNTING_CONDITIONS)[number];

/** Why an answer is what it is. */
export interface CountingReason {
  /** One of `COUNTING_RULES`. */
  readonly rule: CountingRuleId;
  /** A sentence. Its wording may change. */
  readonly message: string;
  /** The rule's source: addresses, or `unsourced`. */
  readonly source: string;
}

/** What has to be known for an answer to be told. */
export interface CountingQuestion {
  readonly ask: CountingAsk;
  /** The question, for people. Its wording may change. */
  readonly message: string;
  /** Where the answer goes: keys and list positions that begin with `person` or `answers`. */
  readonly path: readonly (string | number)[];
}

/** Whether a person counts at a level, and why. */
export interface LevelAnswer {
  /** `yes`, as long as the conditions are kept; `no`; or `cannot-tell` until what it asks is known. */
  readonly answer: 'yes' | 'no' | 'cannot-tell';
  /** Distinct, in the order of the rules. Empty only where no rule had to be applied. */
  readonly because: readonly CountingReason[];
  /** What a `yes` rests on from now on, or what a `cannot-tell` waits for. None with `no`. */
  readonly conditions: readonly CountingCondition[];
  /** A way to this level that is open to the person and not gone to its end. */
  readonly route?: 'experience-based-route' | 'initial-teacher-training' | undefined;
  /** The questions on which the answer turns; only with `cannot-tell`. */
  readonly asks: readonly CountingAsk[];
}

/** At which level a person counts; or what is wrong with what was passed, its shape first. */
export type CountedLevel =
  | {
      readonly status: 'counted';
      /** The highest level awarded by the day, 0 to 8; 0 for none. Only what counts is in `levels`. */
      readonly held: number;
      /** Whether the person may be counted in the ratios at all, at least as unqualified. `no` for all levels when it is `no`. */
      readonly inRatios: LevelAnswer;
      /** A `yes` at a level is a `yes` at those below it. */
      readonly levels: Readonly<Record<CountableLevel, LevelAnswer>>;
      /** The highest level answered `yes`: what may safely be counted. 0 is unqualified, or, when `inRatios` is not `yes`, nothing. */
      readonly atLeast: 0 | CountableLevel;
      /** The highest level not answered `no`. */
      readonly atMost: 0 | CountableLevel;
      /** Distinct, in the order of `COUNTING_ASKS`, then of the places they are about. */
      readonly questions: readonly CountingQuestion[];
    }
  | {
      readonly status: 'invalid';
      /** Paths begin with `person`, `on` or `answers`. */
      readonly issues: readonly Issue[];
    };
