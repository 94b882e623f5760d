import * as z from 'zod/mini';
import { IssueList } from '../domain/checking/issue-list.js';
import { readAs } from '../domain/checking/read-as.js';
import { listed } from '../domain/checking/wording.js';
import type { Issue } from '../domain/issue.js';
import type { RequestInput } from '../domain/request.js';
import { SettingSchema } from '../domain/setting.js';
import { StaffMemberSchema } from '../domain/staff-member.js';
import { DateSchema, LIMITS, listOf } from '../domain/units.js';
import { sortedById } from '../internal/order.js';
import { applyRule, type NeedInput } from './apply-rule.js';
import { RULE_OVERRIDES, type RuleOverride } from './overrides.js';
import {
  addDatedOrder,
  addDuplicates,
  addOutsideWindow,
  addOverrideIssues,
  addRulebookIssues,
} from './rule-issues.js';
import { RulebookSchema, RuleOverrideSchema } from './rulebook-schema.js';
import { questionOf, type RuleQuestion } from './rule-question.js';
import type { Rulebook } from './rulebook.js';

export type { NeedInput } from './apply-rule.js';

/** What may be told besides. */
export interface NeedsOptions {
  /** The day it is asked on, ISO date: what has been awarded by then counts. By default the window's first day. */
  readonly asOf?: string | undefined;
  /** Official exceptions for a time; by default those that the library knows, `RULE_OVERRIDES`. */
  readonly overrides?: readonly RuleOverride[] | undefined;
}

/** What the rules ask of a team; or all that is wrong with what was passed. */
export type NeedsFromRules =
  | {
      readonly status: 'derived';
      /** Ready for a request, in the order of their ids. */
      readonly needs: readonly NeedInput[];
      readonly questions: readonly RuleQuestion[];
    }
  | {
      readonly status: 'invalid';
      /** Paths begin with `setting`, `staff`, `rulebook`, `window` or `options`. */
      readonly issues: readonly Issue[];
    };

const GivenSchema = z.strictObject({
  setting: SettingSchema,
  staff: z.array(StaffMemberSchema).check(z.maxLength(LIMITS.people)),
  rulebook: RulebookSchema,
  window: z.strictObject({ from: DateSchema, to: DateSchema }),
  options: z.optional(
    z.strictObject({
      asOf: z.optional(DateSchema),
      overrides: z.optional(listOf(RuleOverrideSchema)),
    }),
  ),
});
type Given = z.output<typeof GivenSchema>;

/** What is wrong with what was passed, beside its shape. */
function issuesIn({ setting, staff, rulebook, window, options }: Given): readonly Issue[] {
  const issues = new IssueList();
  addDuplicates(staff, ['staff'], issues);
  addRulebookIssues(rulebook, ['rulebook'], issues);
  addDatedOrder(window, ['window'], issues);
  addOutsideWindow(rulebook, window, ['rulebook'], issues);
  addOverrideIssues(options?.overrides ?? [], ['options', 'overrides'], issues);
  if (!rulebook.providerKinds.includes(setting.providerKind))
    issues.add(
      ['setting', 'providerKind'],
      'not-allowed',
      (place) =>
        `Pass the rulebook for ${place} ${setting.providerKind}; this one is for ${listed(rulebook.providerKinds, 'and')}.`,
    );
  return issues.sorted();
}

/**
 * The needs that a rulebook puts on a team, each with the rule, the edition and the source it comes from. A rule that
 * speaks of nobody on the team gives none, and so does one that training does not meet.
 *
 * A need is tested on the window's last day, or on the rule's, if it ends before. For each earlier day of the window on
 * which somebody's certificate first no longer holds, or on which somebody who has just started must hold one, there is
 * a need more, `rule-<id>-by-<date>`, so that a must that could be kept never lapses inside the window. Only
 * rules of the strength `must` give needs of the source `statutory`; `should` gives `sector-focus`, `good-practice` gives
 * `aspiration`.
 *
 * It never throws on data: `invalid` lists all that is wrong. `questions` say of whom it cannot be told whether a rule
 * speaks of them.
 * @example
 * const result = needsFromRules(setting, staff, rulebook, { from: '2026-09-01', to: '2027-07-31' });
 * if (result.status === 'derived') result.needs.map((need) => need.id); // => ['rule-baby-care-training', ...]
 */
export function needsFromRules(
  setting: RequestInput['setting'],
  staff: RequestInput['staff'],
  rulebook: Rulebook,
  window: RequestInput['window'],
  options?: NeedsOptions,
): NeedsFromRules {
  const read = readAs(GivenSchema, {
    setting,
    staff,
    rulebook,
    window,
    ...(options !== undefined && { options }),
  });
  if (read.status === 'invalid') return read;
  const given = read.value;
  const issues = issuesIn(given);
  if (issues.length > 0) return { status: 'invalid', issues };
  const facts = {
    asOf: given.options?.asOf ?? given.window.from,
    window: given.window,
    staff: given.staff,
    overrides: given.options?.overrides ?? RULE_OVERRIDES,
  };
  const applied = sortedById<Rulebook['rules'][number]>(given.rulebook.rules).map((rule) => ({
    rule,
    ...applyRule(facts, rule, given.rulebook.edition),
  }));
  return {
    status: 'derived',
    needs: sortedById(applied.flatMap(({ needs }) => needs)),
    questions: applied.flatMap(({ rule, unknown }) => unknown.map((each) => questionOf(rule, each))),
  };
}
