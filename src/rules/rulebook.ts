import type { AgeBand } from '../domain/selector.js';
import type { ProviderKind } from '../domain/setting.js';
import type { Source } from '../domain/source.js';
import type { Depth } from '../domain/units.js';

/** `must`: statutory. `should`: followed unless there is a good reason not to. `good-practice`: advice, not law. */
export type RuleStrength = 'must' | 'should' | 'good-practice';

/** Whom a rule speaks of. Every key given must match; without keys, everybody. */
export interface RuleAudience {
  /** People with any of these roles. */
  readonly roles?: readonly string[] | undefined;
  /** Nobody with any of these roles. */
  readonly exceptRoles?: readonly string[] | undefined;
  /** Nobody who has roles and only these: people who are not counted in the ratios. */
  readonly exceptOnlyRoles?: readonly string[] | undefined;
  /** People who work with any of these ages. */
  readonly ageBands?: readonly AgeBand[] | undefined;
  /** People with a qualification at `minLevel` or above awarded on `since` or later, and without QTS, EYTS or EYPS. */
  readonly awarded?: RuleAward | undefined;
  /** Nobody who holds this on the day the need is tested: it contains what the rule asks. */
  readonly exceptHolders?: { readonly area: string; readonly depth: Depth } | undefined;
}

/** The award that brings a rule with it. */
export interface RuleAward {
  /** 0 to 8. */
  readonly minLevel: number;
  /** ISO date of the first award that counts. */
  readonly since: string;
  /** Months after starting work in which it must be met. */
  readonly withinMonths: number;
}

/**
 * How many of those it speaks of: all; half, rounded up; or at least so many and `spare` more. A team with fewer people
 * is asked for all of them.
 */
export type RuleCount =
  'everyone' | 'half' | { readonly atLeast: number; readonly spare?: number | undefined };

/** A dated requirement that training can meet. */
export interface Rule {
  readonly id: string;
  /** The requirement, paraphrased. */
  readonly title: string;
  readonly strength: RuleStrength;
  /** About each person, about the setting as a whole, or a condition for counting in the ratios. */
  readonly scope: 'person' | 'setting' | 'ratio';
  readonly who: RuleAudience;
  readonly area: string;
  readonly depth: Depth;
  readonly count: RuleCount;
  /** How old, in months, the training may be; without it, once is enough. */
  readonly maxAgeMonths?: number | undefined;
  /** What is taken for granted when the rule is applied without being told more. */
  readonly assumes?: string | undefined;
  /** Addresses, without `https://www.`, that say so; `unsourced` when none does. */
  readonly source: string;
  /** What the source is: the government's or a council's page, a close paraphrase of the statute, the trade press, or nothing. */
  readonly evidence: 'official' | 'quoted' | 'trade' | 'none';
  /** Whether a person has checked the rule against the statutory text itself. */
  readonly verified: boolean;
}

/** The rules in force for some kinds of provider between two days. */
export interface Rulebook {
  readonly id: string;
  /** The edition of the statutory framework. */
  readonly edition: string;
  /** First and last day in force, both ISO dates; without `effectiveTo`, until a later edition. */
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | undefined;
  readonly providerKinds: readonly ProviderKind[];
  readonly rules: readonly Rule[];
}

/** The source that a need from a rule of each strength has: only what is statutory becomes a must. */
export const SOURCE_OF_STRENGTH: Readonly<Record<RuleStrength, Source>> = {
  must: 'statutory',
  should: 'sector-focus',
  'good-practice': 'aspiration',
};
