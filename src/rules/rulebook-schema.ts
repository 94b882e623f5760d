import * as z from 'zod/mini';
import { AgeBandSchema } from '../domain/selector.js';
import { ProviderKindSchema } from '../domain/setting.js';
import {
  AreaIdSchema,
  DateSchema,
  DepthSchema,
  LevelSchema,
  LIMITS,
  MonthsSchema,
  RoleSchema,
  TextSchema,
  listOf,
} from '../domain/units.js';

const RULE_ID_RULE = 'an id in kebab-case: lower-case letters, digits and single hyphens';

/** The id of a rule, variant or exception: kebab-case, 1 to 100 characters, short enough to be part of a need's id. */
const RuleIdSchema = z
  .string()
  .check(
    z.minLength(1, { error: RULE_ID_RULE }),
    z.maxLength(100),
    z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: RULE_ID_RULE }),
  );

const AudienceSchema = z.strictObject({
  /** People with any of these roles; up to 2,000. */
  roles: z.optional(listOf(RoleSchema)),
  /** Nobody with any of these roles; up to 2,000. */
  exceptRoles: z.optional(listOf(RoleSchema)),
  /** Nobody who has roles and only these; up to 2,000. */
  exceptOnlyRoles: z.optional(listOf(RoleSchema)),
  /** People who work with any of these ages; up to 2,000. */
  ageBands: z.optional(listOf(AgeBandSchema)),
  /** People with an award that brings the rule with it. */
  awarded: z.optional(
    z.strictObject({
      /** The lowest level of it, 0 to 8. */
      minLevel: LevelSchema,
      /** The first day of an award that counts, ISO date. */
      since: DateSchema,
    }),
  ),
});

const TrainingSchema = z.strictObject({
  /** What is to be learnt: an area of the taxonomy or of the caller's own. */
  area: AreaIdSchema,
  /** At least this deep: 1 awareness, 2 practice, 3 expertise, 4 leading others. */
  depth: DepthSchema,
  /** All, half (rounded up), or at least so many of those it speaks of. */
  count: z.union([
    z.literal('everyone'),
    z.literal('half'),
    z.strictObject({
      /** How many, 1 to 5,000. */
      atLeast: z.int().check(z.minimum(1), z.maximum(LIMITS.people)),
      /** How many more, 0 to 5,000; 0 by default. */
      spare: z.optional(z.int().check(z.minimum(0), z.maximum(LIMITS.people))),
    }),
  ]),
  /** How old, in months, the training may be, 1 to 1,200; without it, any age. */
  maxAgeMonths: z.optional(MonthsSchema),
  /** What contains this training. */
  supersededBy: z.optional(
    z.strictObject({
      /** The rule that asks for it. */
      rule: RuleIdSchema,
      /** The area and depth of what contains it. */
      area: AreaIdSchema,
      depth: DepthSchema,
    }),
  ),
});

/** What a variant may change too: all of a rule but its id and edition. */
const contents = {
  /** The requirement, paraphrased; text up to 2,000 characters. */
  title: TextSchema,
  /** Kinds of provider that it binds; by default those of its rulebook. */
  providerKinds: z.optional(listOf(ProviderKindSchema)),
  /** First day in force, ISO date, included. */
  from: z.optional(DateSchema),
  /** Last day in force, ISO date, included. */
  to: z.optional(DateSchema),
  /** `must`: statutory; `should`: followed unless there is good reason not to; `good-practice`: advice. */
  strength: z.enum(['must', 'should', 'good-practice']),
  /** About each person, the setting as a whole, or a condition for counting in the ratios. */
  scope: z.enum(['person', 'setting', 'ratio']),
  /** Whom it speaks of. */
  who: AudienceSchema,
  /** Months after starting work in which it must be met, 1 to 1,200. */
  graceMonths: z.optional(MonthsSchema),
  /** What training meets it; without it, it gives no need. */
  training: z.optional(TrainingSchema),
  /** What is taken for granted when it is applied; text up to 2,000 characters. */
  assumes: z.optional(TextSchema),
  /** What is not settled about it; text up to 2,000 characters. */
  note: z.optional(TextSchema),
  /** Where it is published; text up to 2,000 characters. */
  source: TextSchema,
  /** What the best of its sources is. */
  evidence: z.enum(['official', 'quoted', 'trade', 'none']),
  /** Whether a person has checked it against the statutory text. */
  verified: z.boolean(),
};

const RuleSchema = z.strictObject({
  /** Unique in its rulebook. */
  id: RuleIdSchema,
  ...contents,
  /** Where it comes from when that is not the rulebook's edition; text up to 2,000 characters. */
  edition: z.optional(TextSchema),
});

/** The shape of a rulebook. */
export const RulebookSchema = z.strictObject({
  /** Names the rulebook; text up to 2,000 characters. */
  id: TextSchema,
  /** The edition that needs name; text up to 2,000 characters. */
  edition: TextSchema,
  /** First day on which exactly these rules are in force, ISO date. */
  effectiveFrom: DateSchema,
  /** The last such day, ISO date; without it, none is known. */
  effectiveTo: z.optional(DateSchema),
  /** The kinds of provider it is for. */
  providerKinds: listOf(ProviderKindSchema),
  /** Its rules, up to 2,000, with different ids. */
  rules: listOf(RuleSchema),
});

const exception = {
  /** Kebab-case, 1 to 100 characters. */
  id: RuleIdSchema,
  /** For people to read; text up to 2,000 characters. */
  title: TextSchema,
  /** The rules it concerns, by id; up to 2,000. */
  rules: listOf(RuleIdSchema),
  /** First and last day, ISO dates, both included. */
  from: DateSchema,
  to: DateSchema,
  /** Where it is published; text up to 2,000 characters. */
  source: TextSchema,
  /** Whether a person has checked it against that source. */
  verified: z.boolean(),
};

/** The shape of an official exception from rules for a time. */
export const RuleOverrideSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...exception,
    kind: z.literal('extension'),
    /** The last day on which the certificates still hold, ISO date. */
    until: DateSchema,
  }),
  z.strictObject({ ...exception, kind: z.literal('suspension') }),
]);

const changes = z.strictObject({
  title: z.optional(contents.title),
  providerKinds: contents.providerKinds,
  from: contents.from,
  to: contents.to,
  strength: z.optional(contents.strength),
  scope: z.optional(contents.scope),
  who: z.optional(contents.who),
  graceMonths: contents.graceMonths,
  training: contents.training,
  assumes: contents.assumes,
  note: contents.note,
  source: z.optional(contents.source),
  evidence: z.optional(contents.evidence),
  verified: z.optional(contents.verified),
});

/** The shape of a local or national variant. */
export const RulebookVariantSchema = z.strictObject({
  /** Kebab-case, 1 to 100 characters. */
  id: RuleIdSchema,
  /** For people to read; text up to 2,000 characters. */
  title: TextSchema,
  /** The kinds of provider it is for. */
  providerKinds: listOf(ProviderKindSchema),
  /** First day in force, ISO date, included. */
  from: DateSchema,
  /** Last day in force, ISO date, included; without it, until further notice. */
  to: z.optional(DateSchema),
  /** Rules beside those of the rulebook, or in place of those with their ids; up to 2,000. */
  adds: z.optional(listOf(RuleSchema)),
  /** Rules left out, by id; up to 2,000. */
  removes: z.optional(listOf(RuleIdSchema)),
  /** What is otherwise in rules of the rulebook, by their ids. */
  changes: z.optional(z.record(RuleIdSchema, changes)),
  /** Where it is published; text up to 2,000 characters. */
  source: TextSchema,
  /** Whether a person has checked it against that source. */
  verified: z.boolean(),
});
