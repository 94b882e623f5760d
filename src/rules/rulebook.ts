import type { AgeBand } from '../domain/selector.js';
import type { ProviderKind } from '../domain/setting.js';
import type { Source } from '../domain/source.js';
import type { Depth } from '../domain/units.js';

/** `must`: statutory. `should`: followed unless there is a good reason not to. `good-practice`: advice, not law. */
export type RuleStrength = 'must' | 'should' | 'good-practice';

/** What a source is: the government's or a council's page, a close paraphrase of the statute, the trade press, or nothing. */
export type RuleEvidence = 'official' | 'quoted' | 'trade' | 'none';

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
}

/** The award that brings a rule with it. */
export interface RuleAward {
  /** 0 to 8. */
  readonly minLevel: number;
  /** ISO date of the first award that counts. */
  readonly since: string;
}

/**
 * How many of those it speaks of: all; half, rounded up; or at least so many and `spare` more. A team with fewer people
 * is asked for all of them.
 */
export type RuleCount =
  'everyone' | 'half' | { readonly atLeast: number; readonly spare?: number | undefined };

/** What contains a rule's training: whoever holds it on the day of testing is not asked for the rule's own. */
export interface RuleSupersession {
  /** The rule that asks for it, by id. */
  readonly rule: string;
  readonly area: string;
  readonly depth: Depth;
}

/** The training that meets a rule. */
export interface RuleTraining {
  /** An area of the taxonomy, or of the caller's own. */
  readonly area: string;
  /** At least this deep: 1 awareness to 4 leading others. */
  readonly depth: Depth;
  readonly count: RuleCount;
  /** How old, in months, the training may be; without it, once is enough. */
  readonly maxAgeMonths?: number | undefined;
  /** What contains this training, and may be as old as it. */
  readonly supersededBy?: RuleSupersession | undefined;
}

/** A dated requirement. With `training` it gives needs; without, it is met by something else: a policy, an appointment, an award. */
export interface Rule {
  /** In kebab-case, up to 100 characters. A rule whose words change keeps its id and gets new dates. */
  readonly id: string;
  /** The requirement, paraphrased. */
  readonly title: string;
  /** Kinds of provider that it binds; without it, those of its rulebook. */
  readonly providerKinds?: readonly ProviderKind[] | undefined;
  /** First and last day in force, ISO dates, both included; without them, as long as its rulebook is used. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly strength: RuleStrength;
  /** About each person, about the setting as a whole, or a condition for counting in the ratios. */
  readonly scope: 'person' | 'setting' | 'ratio';
  readonly who: RuleAudience;
  /** Months after starting work in which it must be met; without it, at once. */
  readonly graceMonths?: number | undefined;
  readonly training?: RuleTraining | undefined;
  /** What is taken for granted when the rule is applied without being told more. */
  readonly assumes?: string | undefined;
  /** What is not settled about it, or why it is dated or graded as it is. */
  readonly note?: string | undefined;
  /** Addresses, without `https://www.`, that say so; `unsourced` when none does. */
  readonly source: string;
  /** What the best of its sources is. */
  readonly evidence: RuleEvidence;
  /** Whether a person has checked the rule against the statutory text itself. */
  readonly verified: boolean;
  /** Where it comes from when that is not the rulebook's edition: the edition and the variant that added or changed it. */
  readonly edition?: string | undefined;
}

/** A rule as the library ships it: it always says whom it binds, and from when. */
export interface DatedRule extends Rule {
  readonly providerKinds: readonly ProviderKind[];
  readonly from: string;
}

/** The rules in force for some kinds of provider between two days. */
export interface Rulebook {
  readonly id: string;
  /** The edition of the statutory framework. */
  readonly edition: string;
  /** First and last day on which exactly these rules are in force, both ISO dates; without `effectiveTo`, until it is known to change. */
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
