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
  /** Their qualification level, 0 (unqualified) to 8. */
  level: LevelSchema,
  /** How many people, 1 to 5,000. */
  count: z.int().check(z.minimum(1), z.maximum(LIMITS.people)),
  /** The roles each of them has, in kebab-case, up to 2,000. */
  roles: z.optional(listOf(RoleSchema)),
  /** Qualified teacher status, early years teacher status or early years professional status. */
  status: z.optional(z.enum(['qts', 'eyts', 'eyps'])),
});

/** What the last inspection, the self-evaluation or someone else found. */
export const FindingSchema = z.strictObject({
  /** A taxonomy id, an alias, or a phrase the taxonomy knows, 1 to 2,000 characters; anything else is handed back as unmatched. */
  about: z
    .string()
    .check(z.minLength(1, { error: 'a text of at least one character' }), z.maxLength(LIMITS.text)),
  /** Where it came from. */
  source: SourceSchema,
  /** Whom it concerns; everybody by default. */
  who: z.optional(PeopleSelectorSchema),
  /** 1 awareness, 2 practice, 3 expertise, 4 leading others; by default what the law asks of the area, or else 2. */
  depth: z.optional(DepthSchema),
  /** How much it matters: high, medium and low count 3 to 2 to 1; `medium` by default. */
  importance: z.optional(z.enum(['high', 'medium', 'low'])),
  /** The day by which it should be learnt; by default the window's last day. */
  by: z.optional(DateSchema),
});
export type Finding = z.output<typeof FindingSchema>;

/** What a manager can answer in five minutes. */
export const QuestionnaireSchema = z.strictObject({
  /** The day it is asked on; the clock is never read. */
  asOf: DateSchema,
  /** The days in which training may happen, both included. */
  window: z.strictObject({
    /** The first day. */
    from: DateSchema,
    /** The last day, on or after `from`. */
    to: DateSchema,
  }),
  /** Parts of the window, up to 2,000; they do not overlap. Without them the window is the one term. */
  terms: z.optional(listOf(TermSchema)),
  /** Who asks. */
  provider: z.strictObject({
    /** What kind of provider it is; it decides which rules apply. */
    kind: ProviderKindSchema,
    /** For people to read; text up to 2,000 characters. It changes nothing. */
    name: z.optional(TextSchema),
    /** Entitlements the setting has, which unlock prices; up to 2,000. */
    memberships: z.optional(listOf(EntitlementIdSchema)),
  }),
  /** Counts by level, people one by one, or both; up to 5,000 entries. */
  team: listOf(z.union([TeamCountSchema, StaffMemberSchema]), LIMITS.people),
  /** What the training should put right or build up, up to 2,000 findings. */
  findings: listOf(FindingSchema),
  /** The money there is. */
  budget: z.strictObject({
    /** How much, in pence, 0 to 1,000,000,000. */
    pence: PenceSchema,
    /** For the setting as a whole (the default), or so much for each person. */
    per: z.optional(z.enum(['setting', 'person'])),
  }),
  /** Money beside the budget, up to 2,000 pots. */
  otherFunding: z.optional(listOf(PotSchema)),
  /** The time each person has, in the whole window; a person's own numbers come before these. */
  time: z.optional(
    z.strictObject({
      /** Minutes the setting can release each person for, 0 to 100,000; without it, no limit. */
      releaseMinutes: z.optional(MinutesSchema),
      /** Minutes each person gives outside working hours, 0 to 100,000; without it, no limit. */
      ownMinutes: z.optional(MinutesSchema),
    }),
  ),
});
export type Questionnaire = z.output<typeof QuestionnaireSchema>;
/** A questionnaire as a caller writes it. */
export type QuestionnaireInput = z.input<typeof QuestionnaireSchema>;
