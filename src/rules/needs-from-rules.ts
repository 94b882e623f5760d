import type { RequestInput } from '../domain/request.js';
import type { PeopleSelectorInput } from '../domain/selector.js';
import { addMonths, dayNumber, isoDate } from '../internal/calendar.js';
import { compareIds } from '../internal/order.js';
import { holdsOn, selectedBy, type StaffMemberInput } from './people.js';
import {
  type Rule,
  type RuleAudience,
  type RuleAward,
  type Rulebook,
  SOURCE_OF_STRENGTH,
} from './rulebook.js';

/** A need as a caller writes one. */
export type NeedInput = RequestInput['needs'][number];

/** What rules are applied to: the parts of a request of the same names. */
export type RuleFacts = Pick<RequestInput, 'asOf' | 'window' | 'setting' | 'staff'>;

/** What a rule asks of a team. */
export interface AppliedRule {
  readonly rule: Rule;
  /** None when the rule speaks of nobody on the team. */
  readonly needs: readonly NeedInput[];
  /** People, in the order of their ids, of whom it cannot be told whether the rule speaks: the date of an award is not given. They are left out. */
  readonly unknown: readonly string[];
}

type Awarded = 'yes' | 'no' | 'unknown';

/** Whether the person has an award that brings the rule with it. */
function awarded({ qualifications = [] }: StaffMemberInput, award: RuleAward, asOf: string): Awarded {
  const held = qualifications.filter(
    ({ studying, awardedOn }) => studying !== true && (awardedOn === undefined || awardedOn <= asOf),
  );
  if (held.some(({ status }) => status !== undefined)) return 'no';
  const counting = held.filter(
    ({ level, fullAndRelevant }) => level >= award.minLevel && fullAndRelevant !== false,
  );
  if (counting.some(({ awardedOn }) => awardedOn !== undefined && awardedOn >= award.since)) return 'yes';
  return counting.some(({ awardedOn }) => awardedOn === undefined) ? 'unknown' : 'no';
}

/** The selector of whom the rule speaks, as far as roles and ages say it. */
function selectorOf({ roles, exceptRoles, ageBands }: RuleAudience): PeopleSelectorInput {
  return {
    ...(roles !== undefined && { roles: [...roles] }),
    ...(ageBands !== undefined && { ageBands: [...ageBands] }),
    ...(exceptRoles !== undefined && { not: { roles: [...exceptRoles] } }),
  };
}

const hasOnly = (roles: readonly string[], only: readonly string[] | undefined): boolean =>
  only !== undefined && roles.length > 0 && roles.every((role) => only.includes(role));

/** How many of the people selected the need asks for. */
function countOf(rule: Rule, selected: number): NeedInput['count'] {
  if (rule.count === 'everyone') return 'everyone';
  if (rule.count === 'half') return { atLeast: Math.ceil(selected / 2) };
  const atLeast = Math.min(rule.count.atLeast, selected);
  const spare = Math.min(rule.count.spare ?? 0, selected - atLeast);
  return spare > 0 ? { atLeast, spare } : { atLeast };
}

/** The days on which people who have just started must have met the rule, where that is inside the window; by day, who. */
function deadlines(
  rule: Rule,
  people: readonly StaffMemberInput[],
  from: number,
  to: number,
): Map<number, string[]> {
  const byDay = new Map<number, string[]>();
  const months = rule.who.awarded?.withinMonths;
  if (months === undefined) return byDay;
  for (const person of people) {
    const started = person.startedOn === undefined ? undefined : dayNumber(person.startedOn);
    if (started === undefined) continue;
    const day = addMonths(started, months);
    if (day < from || day >= to || holdsOn(person, rule, day)) continue;
    byDay.set(day, [...(byDay.get(day) ?? []), person.id]);
  }
  return byDay;
}

/** What one rule asks of a team. */
export function applyRule(facts: RuleFacts, rule: Rule, edition: string): AppliedRule {
  const { asOf, window, staff } = facts;
  const from = dayNumber(window.from) ?? 0;
  const to = dayNumber(window.to) ?? 0;
  const { awarded: award, exceptHolders, exceptOnlyRoles } = rule.who;
  const selector = selectorOf(rule.who);
  const selects = selectedBy(selector, asOf);
  const spokenOf = staff.filter((person) => selects(person) && !hasOnly(person.roles, exceptOnlyRoles));
  const people: StaffMemberInput[] = [];
  const unknown: string[] = [];
  for (const person of spokenOf) {
    const has: Awarded = award === undefined ? 'yes' : awarded(person, award, asOf);
    if (has === 'unknown') unknown.push(person.id);
    // what contains the training asked may be as old as it
    else if (
      has === 'yes' &&
      !(exceptHolders !== undefined && holdsOn(person, { ...rule, ...exceptHolders }, to))
    )
      people.push(person);
  }
  const due = deadlines(rule, people, from, to);
  const dueEarlier = new Set([...due.values()].flat());
  const inTime = people.filter(({ id }) => !dueEarlier.has(id)).map(({ id }) => id);

  const need = (id: string, who: PeopleSelectorInput, selected: number): NeedInput => ({
    id,
    area: rule.area,
    depth: rule.depth,
    who,
    count: countOf(rule, selected),
    source: SOURCE_OF_STRENGTH[rule.strength],
    ...(rule.maxAgeMonths !== undefined && { maxAgeMonths: rule.maxAgeMonths }),
    basis: { rule: rule.id, edition, source: rule.source },
  });
  const needs: NeedInput[] = [];
  const id = `rule-${rule.id}`;
  if (inTime.length > 0) {
    // a selector by roles goes on selecting when the team changes: people are named only where it would not do
    const all = award === undefined && people.length === staff.filter(selects).length;
    needs.push(need(id, all ? selector : { staff: inTime.sort(compareIds) }, inTime.length));
  }
  for (const day of [...due.keys()].sort((a, b) => a - b)) {
    const late = (due.get(day) ?? []).sort(compareIds);
    const by = isoDate(day);
    needs.push({ ...need(`${id}-by-${by}`, { staff: late }, late.length), by });
  }
  return { rule, needs, unknown: unknown.sort(compareIds) };
}

/**
 * The needs that a rulebook puts on a team. A rule that speaks of nobody on it gives none. A need is tested on the
 * window's last day, so that what lapses before then is renewed; people who must hold something earlier, because they
 * have just started, have a need of their own with that date. Only rules of the strength `must` give needs of the
 * source `statutory`; `should` gives `sector-focus`, `good-practice` gives `aspiration`.
 * @example
 * const facts = { asOf: '2026-09-01', window: { from: '2026-09-01', to: '2027-07-31' }, setting, staff };
 * needsFromRules(facts, rulebook).map((need) => need.id); // => ['rule-pfa-cover', ...]
 */
export const needsFromRules = (facts: RuleFacts, rulebook: Rulebook): NeedInput[] =>
  rulebook.rules.flatMap((rule) => applyRule(facts, rule, rulebook.edition).needs);
