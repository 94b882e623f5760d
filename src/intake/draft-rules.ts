import type { Questionnaire } from '../domain/questionnaire.js';
import { applyRule, type RuleFacts } from '../rules/apply-rule.js';
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

export interface DraftedRules {
  readonly needs: readonly DraftedNeed[];
  /** What is assumed, given where the rules' needs begin in the request. */
  readonly assumptions: (firstNeed: number) => readonly Assumption[];
}

/** The needs that the rulebook puts on the team; of one practitioner's own plan, not what is asked of the setting. */
export function draftRules(facts: RuleFacts, { rules, edition }: Rulebook, ownPlan: boolean): DraftedRules {
  const needs: DraftedNeed[] = [];
  const later: ((firstNeed: number) => Assumption)[] = [];
  rules.forEach((rule, position) => {
    const path = [...RULEBOOK, 'rules', position];
    if (ownPlan && rule.scope === 'setting') return;
    const applied = applyRule(facts, rule, edition);
    const at = needs.length;
    const { assumes } = rule;
    if (assumes !== undefined && applied.needs.length > 0)
      later.push((first) => ({
        path: ['request', 'needs', first + at],
        message: `${rule.title}. ${assumes}`,
      }));
    for (const unknown of applied.unknown) {
      const { message } = questionOf(rule, unknown, someOf(unknown.staff));
      later.push(() => ({ path: ['questionnaire', 'team'], message }));
    }
    for (const need of applied.needs) needs.push({ need, path });
  });
  if (ownPlan) {
    later.push(() => ({
      path: ['questionnaire', 'team'],
      message:
        'The team is one person without a leading role: this is read as her or his own plan, and what the rules ask of the setting as a whole, such as first aid cover, is left to the setting.',
    }));
  }
  return { needs, assumptions: (firstNeed) => later.map((tell) => tell(firstNeed)) };
}
