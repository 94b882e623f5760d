import * as z from 'zod/mini';
import { PotSchema } from './funding.js';
import { PeopleSelectorSchema } from './selector.js';
import { ProviderKindSchema, TermSchema } from './setting.js';
import { SourceSchema } from './source.js';
import { StaffMemberSchema } from './staff-member.js';
import {
  DateSchema,
  DepthSchema,
  EntitlementIdSchema,
  LevelSchema,
  LIMITS,
  MinutesSchema,
  PenceSchema,
  RoleSchema,
  TextSchema,
  listOf,
} from './units.js';

/** So many people at a level: "5 at level 3". They become stand-ins with stable ids. */
export const TeamCountSchema = z.strictObject({
  /** 0 (unqualified) to 8. */
  level: LevelSchema,
  count: z.int().check(z.minimum(1), z.maximum(LIMITS.people)),
  roles: z.optional(listOf(RoleSchema)),
  status: z.optional(z.enum(['qts', 'eyts', 'eyps'])),
});

/** What the last inspection, the self-evaluation or someone else found. */
export const FindingSchema = z.strictObject({
  /** A taxonomy id, an alias, or a phrase the taxonomy knows. Anything else is handed back as unmatched. */
  about: z.string().check(z.minLength(1, { error: 'a text of at least one character' }), z.maxLength(LIMITS.text)),
  source: SourceSchema,
  /** Whom it concerns; everybody by default. */
  who: z.optional(PeopleSelectorSchema),
  depth: z.optional(DepthSchema),
  /** `medium` by default. */
  importance: z.optional(z.enum(['high', 'medium', 'low'])),
  by: z.optional(DateSchema),
});
export type Finding = z.output<typeof FindingSchema>;

/** What a manager can answer in five minutes. */
export const QuestionnaireSchema = z.strictObject({
  asOf: DateSchema,
  /** The days in which training may happen, both included. */
  window: z.strictObject({ from: DateSchema, to: DateSchema }),
  terms: z.optional(listOf(TermSchema)),
  provider: z.strictObject({
    kind: ProviderKindSchema,
    name: z.optional(TextSchema),
    memberships: z.optional(listOf(EntitlementIdSchema)),
  }),
  /** Counts by level, people one by one, or both. */
  team: listOf(z.union([TeamCountSchema, StaffMemberSchema]), LIMITS.people),
  findings: listOf(FindingSchema),
  /** For the setting as a whole, or for each person. */
  budget: z.strictObject({ pence: PenceSchema, per: z.optional(z.enum(['setting', 'person'])) }),
  otherFunding: z.optional(listOf(PotSchema)),
  /** For each person, in the whole window. */
  time: z.optional(
    z.strictObject({ releaseMinutes: z.optional(MinutesSchema), ownMinutes: z.optional(MinutesSchema) }),
  ),
});
export type Questionnaire = z.output<typeof QuestionnaireSchema>;
/** A questionnaire as a caller writes it. */
export type QuestionnaireInput = z.input<typeof QuestionnaireSchema>;
