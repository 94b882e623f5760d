import type { CatalogueItem } from '../domain/catalogue.js';
import type { Issue } from '../domain/issue.js';
import type { Questionnaire, QuestionnaireInput } from '../domain/questionnaire.js';
import type { RequestInput } from '../domain/request.js';
import { LIMITS } from '../domain/units.js';
import { compareIds } from '../internal/order.js';
import { areaIndex } from '../rules/area-index.js';
import { RULE_OVERRIDES } from '../rules/overrides.js';
import type { StaffMemberInput } from '../rules/people.js';
import { checkQuestionnaire } from './check-questionnaire.js';
import { checkRequest } from './check-request.js';
import { checkContext, type DraftContext, type DraftContextInput } from './draft-context.js';
import { assumedOfEntitlements } from './draft-entitlements.js';
import { issuesAtOrigin } from './draft-issues.js';
import { draftFunding, unspendable } from './draft-funding.js';
import {
  DRAFT_WEIGHTS,
  draftFindings,
  type DraftedNeed,
  matchFindings,
  tooManyNeeds,
} from './draft-needs.js';
import { assumedOfOccasions, assumedOfTeamSize } from './draft-occasions.js';
import type { Assumption, DraftResult } from './draft-result.js';
import { isOwnPlan, withAssumedRoles } from './draft-roles.js';
import { assumedOfOtherDays, chooseRulebook, draftRules, ofOtherDays } from './draft-rules.js';
import { draftTeam, teamSize } from './draft-team.js';
import { counted } from '../domain/checking/wording.js';

/** Areas and depths that needs ask for and no item teaches. */
function untaught(needs: readonly DraftedNeed[], items: RequestInput['catalogue']['items']): Assumption[] {
  const deepest = new Map<string, number>();
  for (const { teaches } of items)
    for (const { area, depth } of teaches) deepest.set(area, Math.max(depth, deepest.get(area) ?? 0));
  return needs
    .filter(({ need }) => need.depth > (deepest.get(need.area) ?? 0))
    .map(({ need, path }) => ({
      path,
      message: `Nothing in the catalogue teaches ${need.area} to depth ${need.depth}: only what people hold already can meet the need ${need.id}.`,
    }));
}

/** The sites of a setting whose questionnaire asks for none: where people work, and where sessions of the catalogue take place. */
const sitesOf = (staff: readonly StaffMemberInput[], items: readonly CatalogueItem[]): string[] =>
  [
    ...new Set<string>([
      ...staff.flatMap(({ site }) => site ?? []),
      ...items.flatMap(({ sessions = [] }) => sessions.flatMap(({ site }) => site ?? [])),
    ]),
  ].sort(compareIds);

const underQuestionnaire = (issue: Issue): Issue => ({ ...issue, path: ['questionnaire', ...issue.path] });

/** Numbers that are each in range, and are too large once multiplied. */
function tooLarge({ team, budget }: Questionnaire): Issue[] {
  const size = teamSize(team);
  const issues: Issue[] = [];
  if (size > LIMITS.people) {
    issues.push({
      path: ['questionnaire', 'team'],
      code: 'too-large',
      message: `Shorten the team to at most ${counted(LIMITS.people)} people; it has ${counted(size)}.`,
    });
  } else if (budget.per === 'person' && budget.pence * size > LIMITS.pence) {
    issues.push({
      path: ['questionnaire', 'budget', 'pence'],
      code: 'too-large',
      message: `Lower budget.pence: for each of ${counted(size)} people it comes to more than ${counted(LIMITS.pence)} pence.`,
    });
  }
  return issues;
}

function draft(questionnaire: Questionnaire, context: DraftContext): DraftResult {
  const { asOf, window, provider } = questionnaire;
  const matches = matchFindings(questionnaire, areaIndex(context.areas));
  const tooMany = tooManyNeeds(matches);
  if (tooMany.length > 0) return { status: 'invalid', issues: tooMany };
  const choice = chooseRulebook(questionnaire, context.rulebook);
  const { rulebook } = choice;
  const team = draftTeam(questionnaire);
  const roles =
    rulebook === undefined
      ? { people: team.people, assumptions: [] }
      : withAssumedRoles(team.people, provider.kind, asOf, rulebook);
  const staff = roles.people.map(({ person }) => person);
  const { catalogue } = context;
  const sites = sitesOf(staff, catalogue.items);
  const setting: RequestInput['setting'] = {
    id: 'setting',
    ...(provider.name !== undefined && { name: provider.name }),
    providerKind: provider.kind,
    ...(provider.memberships !== undefined && { entitlements: provider.memberships }),
    ...(sites.length > 0 && { sites: sites.map((id) => ({ id })) }),
  };
  const findings = draftFindings(questionnaire, matches, staff, rulebook);
  const rules =
    rulebook === undefined
      ? { needs: [], assumptions: () => [] }
      : draftRules(
          { asOf, window, staff, overrides: context.overrides ?? RULE_OVERRIDES },
          rulebook,
          isOwnPlan(team.people, provider.kind),
        );
  const needs = [...findings.needs, ...rules.needs];
  const funding = draftFunding(questionnaire, staff.length);

  const check = checkRequest({
    asOf,
    window,
    ...(questionnaire.terms !== undefined && { terms: questionnaire.terms }),
    setting,
    staff,
    needs: needs.map(({ need }) => need),
    catalogue,
    funding: funding.pots.map(({ pot }) => pot),
    ...(context.areas !== undefined && { areas: context.areas }),
    policy: { weights: DRAFT_WEIGHTS },
  });
  if (check.status === 'invalid') {
    const origins = {
      staff: roles.people.map(({ path }) => path),
      needs: needs.map(({ path }) => path),
      funding: funding.pots.map(({ path }) => path),
    };
    return { status: 'invalid', issues: issuesAtOrigin(check.issues, origins) };
  }

  const assumptions: Assumption[] = [
    choice.assumption,
    ...assumedOfOtherDays(questionnaire, rulebook, context.rulebook),
    ...team.assumptions,
    ...roles.assumptions,
    ...assumedOfEntitlements(provider, roles.people, catalogue.items),
    ...rules.assumptions(findings.needs.length),
    ...findings.assumptions,
    ...untaught(needs, catalogue.items),
    ...funding.assumptions,
    ...unspendable(questionnaire, staff, catalogue.items),
    ...assumedOfOccasions(questionnaire, roles.people, catalogue.items),
    ...assumedOfTeamSize(staff.length, catalogue.items),
    {
      path: ['context', 'catalogue', 'asOf'],
      message: `Prices and courses are those of ${catalogue.asOf}. Check them before you book.`,
    },
  ];
  return { status: 'drafted', request: check.request, assumptions, unmatched: findings.unmatched };
}

/**
 * Drafts a full request from the short questionnaire: people for counts, needs from findings and from the rulebook in
 * force, money, terms and time, and the whole catalogue. It never throws on data. `drafted` comes with a request that
 * `buildProgramme` accepts, every assumption made, and every phrase that was not understood: none is dropped in
 * silence, none is guessed at. `invalid` lists all that is wrong; each path begins with `questionnaire` or `context`.
 *
 * @example
 * ```ts
 * const draft = draftRequest(
 *   {
 *     asOf: '2026-09-01',
 *     window: { from: '2026-09-01', to: '2027-07-31' },
 *     provider: { kind: 'group' },
 *     team: [{ level: 3, count: 5 }],
 *     findings: [
 *       { about: 'SLCN', source: 'self-evaluation' },
 *       { about: 'wow moments', source: 'self-evaluation' },
 *     ],
 *     budget: { pence: 60_000 },
 *   },
 *   { catalogue: { id: 'empty', asOf: '2026-09-01', items: [] } },
 * );
 * if (draft.status === 'drafted') {
 *   draft.request.needs[0]?.area; // => 'speech-language-needs'
 *   draft.unmatched.map(({ phrase }) => phrase); // => ['wow moments']
 * }
 * ```
 */
export function draftRequest(questionnaire: QuestionnaireInput, context: DraftContextInput): DraftResult {
  const given = checkContext(context);
  // which areas there are beside the taxonomy's is known only from a context that is sound
  const ownAreas =
    given.status === 'valid' ? new Set<string>(given.context.areas?.map(({ id }) => id)) : undefined;
  const asked = checkQuestionnaire(questionnaire, ownAreas);
  const issues = [
    ...(asked.status === 'invalid' ? asked.issues.map(underQuestionnaire) : tooLarge(asked.questionnaire)),
    ...(given.status === 'invalid' ? given.issues : []),
  ];
  if (asked.status === 'valid' && given.status === 'valid')
    issues.push(...ofOtherDays(asked.questionnaire, given.context));
  return asked.status === 'invalid' || given.status === 'invalid' || issues.length > 0
    ? { status: 'invalid', issues }
    : draft(asked.questionnaire, given.context);
}
