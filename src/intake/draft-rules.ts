import { IssueList } from '../domain/checking/issue-list.js';
import type { Issue } from '../domain/issue.js';
import type { Questionnaire } from '../domain/questionnaire.js';
import { applyRule, type RuleFacts } from '../rules/apply-rule.js';
import { beside } from '../rules/in-force.js';
import { addOutsideWindow } from '../rules/rule-issues.js';
import { questionOf } from '../rules/rule-question.js';
import type { Rulebook } from '../rules/rulebook.js';
import { rulebookOn } from '../rules/rulebooks.js';
import type { DraftContext } from './draft-context.js';
import type { DraftedNeed } from './draft-needs.js';
import { type Assumption, someOf } from './draft-result.js';
import type { Path } from '../domain/checking/wording.js';

const KIND: Path = ['questionnaire', 'provider', 'kind'];
const RULEBOOK: Path = ['context', 'rulebook'];

/** The rulebook to apply, if there is one, and what is assumed by choosing it. */
export function chooseRulebook(
  { asOf, window, provider }: Questionnaire,
  given: DraftContext['rulebook'],
): { readonly rulebook: Rulebook | undefined; readonly assumption: Assumption } {
  // planning ahead is done under the rules of the day on which training can begin
  const date = window.from > asOf ? window.from : asOf;
  const rulebook = given ?? rulebookOn(date, provider.kind);
  if (rulebook === undefined) {
    return {
      rulebook,
      assumption: {
        path: KIND,
        message: `No rulebook is known for a provider of the kind ${provider.kind} on ${date}: no statutory training is asked for. Add what the law asks as findings, or pass a rulebook.`,
      },
    };
  }
  const total = rulebook.rules.length;
  const verified = rulebook.rules.filter((rule) => rule.verified).length;
  const checked =
    verified === total
      ? 'All its rules have been checked against the statutory text.'
      : `${verified === 0 ? 'None' : String(verified)} of its ${total} rules has been checked against the statutory text: check before you rely on them.`;
  return {
    rulebook,
    assumption: {
      path: given === undefined ? KIND : RULEBOOK,
      message: `The rules are those of ${rulebook.id}, in force since ${rulebook.effectiveFrom}. ${checked}`,
    },
  };
}

/** What is wrong with a rulebook that was passed and is in force on no day of the window. */
export function ofOtherDays({ window }: Questionnaire, { rulebook }: DraftContext): readonly Issue[] {
  const issues = new IssueList();
  if (rulebook !== undefined) addOutsideWindow(rulebook, window, ['context', 'rulebook'], issues);
  return issues.sorted();
}

/** The day inside the window on which the rules applied are over or a later edition begins, and the rulebook of that day. */
function changeInside(
  { window, provider }: Questionnaire,
  applied: Rulebook | undefined,
): { readonly from: string; readonly next: Rulebook | undefined } | undefined {
  if (applied?.effectiveTo !== undefined && applied.effectiveTo < window.to) {
    const from = beside(applied.effectiveTo, 1);
    return { from, next: rulebookOn(from, provider.kind) };
  }
  if (applied?.effectiveTo !== undefined) return undefined;
  const since: string =
    applied !== undefined && applied.effectiveFrom > window.from ? applied.effectiveFrom : window.from;
  // of several that begin inside, the first
  let found: Rulebook | undefined;
  for (let date: string = window.to; ;) {
    const next = rulebookOn(date, provider.kind);
    if (next === undefined || next.effectiveFrom <= since) break;
    found = next;
    date = beside(next.effectiveFrom, -1);
  }
  return found && { from: found.effectiveFrom, next: found };
}

/** What is taken for granted of the days of the window that are not the rulebook's. */
export function assumedOfOtherDays(
  questionnaire: Questionnaire,
  applied: Rulebook | undefined,
  given: DraftContext['rulebook'],
): Assumption[] {
  const { window } = questionnaire;
  const path = given === undefined ? KIND : RULEBOOK;
  const told: Assumption[] = [];
  if (given !== undefined && given.effectiveFrom > window.from)
    told.push({
      path,
      message: `The window begins on ${window.from}, before ${given.id} is in force: what it asks is tested on those days too.`,
    });
  const change = changeInside(questionnaire, applied);
  if (change === undefined) return told;
  const ended = applied?.effectiveTo === undefined ? '' : ` ${applied.id} is in force until the day before.`;
  const next =
    change.next === undefined ? 'no rulebook is known' : `the rules are those of ${change.next.id}`;
  told.push({
    path,
    message: `From ${change.from}, inside the window, ${next}.${ended} What begins or changes then is not in this draft: make another for the days from then on.`,
  });
  return told;
}

export interface DraftedRules {
  readonly needs: readonly DraftedNeed[];
  /** What is assumed, given where the rules' needs begin in the request. */
  readonly assumptions: (firstNeed: number) => readonly Assumption[];
}

/** The needs that the rulebook puts on the team; of one practitioner's own plan, not what is asked of the setting. */
export function draftRules(facts: RuleFacts, { rules, edition }: Rulebook, ownPlan: boolean): DraftedRules {
  const needs: DraftedNeed[] = [];
  const telling: ((firstNeed: number) => Assumption)[] = [];
  rules.forEach((rule, position) => {
    const path = [...RULEBOOK, 'rules', position];
    if (ownPlan && rule.scope === 'setting') return;
    const applied = applyRule(facts, rule, edition);
    const at = needs.length;
    const { assumes } = rule;
    if (assumes !== undefined && applied.needs.length > 0)
      telling.push((first) => ({
        path: ['request', 'needs', first + at],
        message: `${rule.title}. ${assumes}`,
      }));
    for (const unknown of applied.unknown) {
      const { message } = questionOf(rule, unknown, someOf(unknown.staff));
      telling.push(() => ({ path: ['questionnaire', 'team'], message }));
    }
    for (const need of applied.needs) needs.push({ need, path });
  });
  if (ownPlan) {
    telling.push(() => ({
      path: ['questionnaire', 'team'],
      message:
        'The team is one person without a leading role: this is read as her or his own plan, and what the rules ask of the setting as a whole, such as first aid cover, is left to the setting.',
    }));
  }
  return { needs, assumptions: (firstNeed) => telling.map((tell) => tell(firstNeed)) };
}
