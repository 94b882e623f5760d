import type { Need } from '../../domain/need.js';
import type { Issue } from '../../domain/issue.js';
import type { Request } from '../../domain/request.js';
import { compareIds } from '../../internal/order.js';
import { EDITIONS } from '../../rules/editions/editions.js';
import { type NeedInput, needsFromRules } from '../../rules/needs-from-rules.js';
import type { RuleQuestion } from '../../rules/rule-question.js';
import type { Rulebook } from '../../rules/rulebook.js';
import { rulebookOn } from '../../rules/rulebooks.js';
import type { RollOptions } from '../roll-forward.js';
import { keptByHand } from './kept-by-hand.js';
import { laterOf } from './window.js';

/** What rules are asked of. */
export type Asked = Pick<Request, 'asOf' | 'window' | 'setting' | 'staff'>;

/** What the rules ask in the next window, with what was changed by hand kept. */
export type DerivedNeeds =
  | {
      readonly status: 'derived';
      readonly rulebook: Rulebook;
      readonly needs: readonly NeedInput[];
      readonly questions: readonly RuleQuestion[];
      /** What is kept of changes by hand and what is not, in words. */
      readonly kept: readonly string[];
      /** Rules left out because the options say so, in the order of their ids. */
      readonly leftOut: readonly string[];
      /** Rules that ask something, of which the earlier request had no need; in the order of their ids. */
      readonly added: readonly string[];
      /** Variants and rulebooks that the earlier request's needs name, and that are not applied now; in order. */
      readonly otherEditions: readonly string[];
    }
  | { readonly status: 'no-rulebook' }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(compareIds);
const ruleOf = ({ basis }: NeedInput): string => basis?.rule ?? '';

/**
 * Whether a rulebook is, or takes the place of, the edition that a need names: the same or a published one, with the
 * variant that is named after it.
 */
function isApplied(edition: string, rulebook: Rulebook): boolean {
  const [base, variant] = edition.split('+');
  const rules = rulebook.rules.map((rule) => rule.edition ?? rulebook.edition);
  const names = new Set([rulebook.edition, rulebook.id, ...rules].flatMap((name) => name.split('+')));
  const published = EDITIONS.some(({ id }) => id === base);
  return (published || names.has(base ?? '')) && (variant === undefined || names.has(variant));
}

/**
 * The needs of the rules for the next window. They are always derived anew: the team that the earlier request's were derived from is
 * not known, so a need that is not there says nothing about why. Only what the options leave out is left out.
 */
export function ruleNeedsAfter(
  old: readonly Need[],
  { asOf, window, setting, staff }: Asked,
  { rulebook: given, variants, overrides, leaveOut = [] }: RollOptions,
): DerivedNeeds {
  const rulebook = given ?? rulebookOn(laterOf(asOf, window.from), setting.providerKind, variants);
  if (rulebook === undefined) return { status: 'no-rulebook' };
  const next = needsFromRules(setting, staff, rulebook, window, { asOf, overrides });
  if (next.status === 'invalid') return next;
  const out = new Set<string>(leaveOut);
  const asked = next.needs.filter((need) => !out.has(ruleOf(need)));
  const { needs, kept } = keptByHand(old, asked);
  const before = new Set(old.map(ruleOf));
  return {
    status: 'derived',
    rulebook,
    needs,
    questions: next.questions.filter(({ rule }) => !out.has(rule)),
    kept,
    leftOut: sorted(next.needs.map(ruleOf).filter((rule) => out.has(rule))),
    added: old.length === 0 ? [] : sorted(asked.map(ruleOf).filter((rule) => !before.has(rule))),
    otherEditions: sorted(
      old.flatMap(({ basis }) => (basis && !isApplied(basis.edition, rulebook) ? [basis.edition] : [])),
    ),
  };
}
