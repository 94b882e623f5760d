import { FIRST_AID } from '../../../src/rules/editions/first-aid.js';
import { FOOD_AND_HEALTH } from '../../../src/rules/editions/food-and-health.js';
import { ORGANISATION } from '../../../src/rules/editions/organisation.js';
import { OUT_OF_SCHOOL_RULES } from '../../../src/rules/editions/out-of-school.js';
import { QUALIFICATIONS } from '../../../src/rules/editions/qualifications.js';
import { SAFEGUARDING } from '../../../src/rules/editions/safeguarding.js';
import type { DatedRule, RuleTraining } from '../../../src/rules/rulebook.js';

/** The families of rules, by the page under docs/rules that lists them. */
export const FAMILIES: Readonly<Record<string, readonly DatedRule[]>> = {
  'first-aid': FIRST_AID,
  safeguarding: SAFEGUARDING,
  'food-and-health': FOOD_AND_HEALTH,
  qualifications: QUALIFICATIONS,
  organisation: ORGANISATION,
  'out-of-school': OUT_OF_SCHOOL_RULES,
};

function asks({ area, depth, count, maxAgeMonths, supersededBy }: RuleTraining): string {
  const many =
    typeof count === 'string'
      ? count
      : `at least ${count.atLeast}${count.spare === undefined ? '' : ` and ${count.spare} spare`}`;
  return [
    `Asks ${area} ${depth}`,
    many,
    ...(maxAgeMonths === undefined ? [] : [`${maxAgeMonths} months`]),
    ...(supersededBy === undefined ? [] : [`or ${supersededBy.area} ${supersededBy.depth}`]),
  ].join(', ');
}

/** How a page tells a rule. */
export function entryOf(rule: DatedRule): string {
  const { id, title, strength, evidence, providerKinds, from, to, training, graceMonths } = rule;
  const days = to === undefined ? `since ${from}` : `${from} to ${to}`;
  const grace = graceMonths === undefined ? '' : ` Within ${graceMonths} months of starting.`;
  return [
    `- **\`${id}\`** (${strength}; ${evidence}; ${providerKinds.join(', ')}; ${days}). ${title}.`,
    `${training === undefined ? 'Gives no need' : asks(training)}.${grace}`,
    ...(rule.assumes === undefined ? [] : [`Taken for granted: ${rule.assumes}`]),
    ...(rule.note === undefined ? [] : [rule.note]),
    `Source: ${rule.source}`,
  ].join('\n  ');
}
