import * as z from 'zod/mini';
import { type Area, AreaSchema } from '../domain/area.js';
import { type Catalogue, CatalogueSchema } from '../domain/catalogue.js';
import type { Issue } from '../domain/issue.js';
import type { RequestInput } from '../domain/request.js';
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
import type { AreaInput } from '../rules/area-index.js';
import type { Rulebook } from '../rules/rulebook.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { idsOf, memberOf } from './known-ids.js';
import { conforms } from '../domain/checking/schema-issues.js';
import { readSnapshot } from '../domain/checking/snapshot-issues.js';

const RULE_ID_RULE = 'an id in kebab-case: lower-case letters, digits and single hyphens';
const people = z.int().check(z.minimum(1), z.maximum(LIMITS.people));
const spare = z.int().check(z.minimum(0), z.maximum(LIMITS.people));

/** Short enough to be part of a need's id. */
const RuleIdSchema = z
  .string()
  .check(
    z.minLength(1, { error: RULE_ID_RULE }),
    z.maxLength(100),
    z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: RULE_ID_RULE }),
  );

const RuleSchema = z.strictObject({
  id: RuleIdSchema,
  title: TextSchema,
  strength: z.enum(['must', 'should', 'good-practice']),
  scope: z.enum(['person', 'setting', 'ratio']),
  who: z.strictObject({
    roles: z.optional(listOf(RoleSchema)),
    exceptRoles: z.optional(listOf(RoleSchema)),
    exceptOnlyRoles: z.optional(listOf(RoleSchema)),
    ageBands: z.optional(listOf(AgeBandSchema)),
    awarded: z.optional(
      z.strictObject({ minLevel: LevelSchema, since: DateSchema, withinMonths: MonthsSchema }),
    ),
    exceptHolders: z.optional(z.strictObject({ area: AreaIdSchema, depth: DepthSchema })),
  }),
  area: AreaIdSchema,
  depth: DepthSchema,
  count: z.union([
    z.literal('everyone'),
    z.literal('half'),
    z.strictObject({ atLeast: people, spare: z.optional(spare) }),
  ]),
  maxAgeMonths: z.optional(MonthsSchema),
  assumes: z.optional(TextSchema),
  source: TextSchema,
  evidence: z.enum(['official', 'quoted', 'trade', 'none']),
  verified: z.boolean(),
});

const RulebookSchema = z.strictObject({
  id: TextSchema,
  edition: TextSchema,
  effectiveFrom: DateSchema,
  effectiveTo: z.optional(DateSchema),
  providerKinds: listOf(ProviderKindSchema),
  rules: listOf(RuleSchema),
});

const DraftContextSchema = z.strictObject({
  catalogue: CatalogueSchema,
  areas: z.optional(listOf(AreaSchema)),
  rulebook: z.optional(RulebookSchema),
});

/** What `draftRequest` needs besides the questionnaire, as a caller writes it. */
export interface DraftContextInput {
  /** What can be booked. */
  readonly catalogue: RequestInput['catalogue'];
  /** Development areas beside those of the taxonomy, or more names for those. */
  readonly areas?: readonly AreaInput[] | undefined;
  /** The rules to apply; by default those in force for the kind of provider. */
  readonly rulebook?: Rulebook | undefined;
}

/** The same, checked. */
export interface DraftContext {
  readonly catalogue: Catalogue;
  readonly areas?: readonly Area[] | undefined;
  readonly rulebook?: Rulebook | undefined;
}

const WrappedSchema = z.strictObject({ context: DraftContextSchema });

export type ContextCheck =
  | { readonly status: 'valid'; readonly context: DraftContext }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** Checks the context, whatever was passed; the paths of its issues begin with `context`. */
export function checkContext(value: unknown): ContextCheck {
  const issues = new IssueList();
  const whole = readSnapshot({ context: value }, issues);
  if (whole === undefined) return { status: 'invalid', issues: issues.sorted() };
  const sound = conforms(WrappedSchema, whole, [], issues);
  const context = memberOf(whole, 'context');
  idsOf(memberOf(memberOf(context, 'catalogue'), 'items'), ['context', 'catalogue', 'items'], issues);
  idsOf(memberOf(memberOf(context, 'rulebook'), 'rules'), ['context', 'rulebook', 'rules'], issues);
  return sound && issues.empty
    ? { status: 'valid', context: whole.context }
    : { status: 'invalid', issues: issues.sorted() };
}
