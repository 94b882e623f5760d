import * as z from 'zod/mini';
import { type Area, AreaSchema } from '../domain/area.js';
import { type Catalogue, CatalogueSchema } from '../domain/catalogue.js';
import type { Issue } from '../domain/issue.js';
import type { RequestInput } from '../domain/request.js';
import { listOf } from '../domain/units.js';
import type { AreaInput } from '../rules/area-index.js';
import type { RuleOverride } from '../rules/overrides.js';
import { addOverrideIssues, addRulebookIssues } from '../rules/rule-issues.js';
import { RulebookSchema, RuleOverrideSchema } from '../rules/rulebook-schema.js';
import type { Rulebook } from '../rules/rulebook.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { idsOf, memberOf } from './known-ids.js';
import { conforms } from '../domain/checking/schema-issues.js';
import { readSnapshot } from '../domain/checking/snapshot-issues.js';

const DraftContextSchema = z.strictObject({
  catalogue: CatalogueSchema,
  areas: z.optional(listOf(AreaSchema)),
  rulebook: z.optional(RulebookSchema),
  overrides: z.optional(listOf(RuleOverrideSchema)),
});

/** What `draftRequest` needs besides the questionnaire, as a caller writes it. */
export interface DraftContextInput {
  /** What can be booked. */
  readonly catalogue: RequestInput['catalogue'];
  /** Development areas beside those of the taxonomy, or more names for those. */
  readonly areas?: readonly AreaInput[] | undefined;
  /** The rules to apply; by default those in force for the kind of provider. */
  readonly rulebook?: Rulebook | undefined;
  /** Official exceptions from rules for a time; by default those that the library knows, `RULE_OVERRIDES`. */
  readonly overrides?: readonly RuleOverride[] | undefined;
}

/** The same, checked. */
export interface DraftContext {
  readonly catalogue: Catalogue;
  readonly areas?: readonly Area[] | undefined;
  readonly rulebook?: Rulebook | undefined;
  readonly overrides?: readonly RuleOverride[] | undefined;
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
  if (sound) {
    const { rulebook, overrides = [] } = whole.context;
    if (rulebook !== undefined) addRulebookIssues(rulebook, ['context', 'rulebook'], issues);
    addOverrideIssues(overrides, ['context', 'overrides'], issues);
  }
  return sound && issues.empty
    ? { status: 'valid', context: whole.context }
    : { status: 'invalid', issues: issues.sorted() };
}
