import type { PeopleSelectorInput } from '../domain/selector.js';
import { sortedById } from '../internal/order.js';
import { selectedBy, type StaffMemberInput } from './people.js';
import type { RuleAnswer, Unknown } from './rule-question.js';
import type { RuleAudience, RuleAward } from './rulebook.js';

/** Of whom on a team a rule speaks. */
export interface Audience {
  /** In the order of their ids. */
  readonly people: readonly StaffMemberInput[];
  /** Those of whom it cannot be told, by what to give. */
  readonly unknown: readonly Unknown[];
  /**
   * A selector by roles and ages that selects the people and nobody else on the team, where there is one. It names those
   * whom neither says to be left out, also if it would select them only once their ages are known.
   */
  readonly general: PeopleSelectorInput | undefined;
}

/** Whether the person has an award that brings the rule with it; `undefined` when it cannot be told. */
function awarded(
  { qualifications = [] }: StaffMemberInput,
  award: RuleAward,
  asOf: string,
): boolean | undefined {
  const held = qualifications.filter(
    ({ studying, awardedOn }) => studying !== true && (awardedOn === undefined || awardedOn <= asOf),
  );
  if (held.some(({ status }) => status !== undefined)) return false;
  const counting = held.filter(
    ({ level, fullAndRelevant }) => level >= award.minLevel && fullAndRelevant !== false,
  );
  if (counting.some(({ awardedOn }) => awardedOn !== undefined && awardedOn >= award.since)) return true;
  return counting.some(({ awardedOn }) => awardedOn === undefined) ? undefined : false;
}

/** The selector of whom the rule speaks, as far as roles and ages say it. */
function selectorOf({ roles, exceptRoles, ageBands }: RuleAudience): PeopleSelectorInput {
  return {
    ...(roles !== undefined && { roles: [...roles] }),
    ...(ageBands !== undefined && { ageBands: [...ageBands] }),
    ...(exceptRoles !== undefined && { not: { roles: [...exceptRoles] } }),
  };
}

/** The selector without some whom it would select, by name; none where it leaves others out already. */
function without(
  selector: PeopleSelectorInput,
  people: readonly StaffMemberInput[],
): PeopleSelectorInput | undefined {
  if (people.length === 0) return selector;
  return selector.not === undefined ? { ...selector, not: { staff: people.map(({ id }) => id) } } : undefined;
}

const hasOnly = (roles: readonly string[], only: readonly string[] | undefined): boolean =>
  only !== undefined && roles.length > 0 && roles.every((role) => only.includes(role));

/** Of whom on the team a rule speaks. */
export function audienceOf(who: RuleAudience, team: readonly StaffMemberInput[], asOf: string): Audience {
  const staff = sortedById(team);
  const { awarded: award, exceptOnlyRoles, ageBands, ...rest } = who;
  const counts = (person: StaffMemberInput): boolean => !hasOnly(person.roles, exceptOnlyRoles);
  const unknown: Unknown[] = [];
  const ask = (give: RuleAnswer, people: readonly StaffMemberInput[]): void => {
    if (people.length > 0) unknown.push({ give, staff: people.map(({ id }) => id) });
  };
  const otherwise = selectedBy(selectorOf(rest), asOf);
  const withoutAges =
    ageBands === undefined
      ? []
      : staff.filter((person) => person.ageBands === undefined && otherwise(person));
  ask('ageBands', withoutAges.filter(counts));
  const selector = selectorOf(who);
  const selected = staff.filter(selectedBy(selector, asOf));
  const spokenOf = selected
    .filter(counts)
    .map((person) => ({ person, has: award === undefined || awarded(person, award, asOf) }));
  ask(
    'awardedOn',
    spokenOf.flatMap(({ person, has }) => (has === undefined ? person : [])),
  );
  const people = spokenOf.flatMap(({ person, has }) => (has === true ? person : []));
  const leftOut = sortedById([...selected, ...withoutAges].filter((person) => !counts(person)));
  const general = award === undefined ? without(selector, leftOut) : undefined;
  return { people, unknown, general };
}
