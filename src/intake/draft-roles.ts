import type { ProviderKind } from '../domain/setting.js';
import { compareIds } from '../internal/order.js';
import { levelOn, type StaffMemberInput } from '../rules/people.js';
import type { Rulebook } from '../rules/rulebook.js';
import type { Assumption } from './draft-result.js';
import type { DraftedPerson, DraftedTeam } from './draft-team.js';

/*
 * Rules speak of roles. Where nobody is said to have a role that a rule speaks of, somebody is taken for it, so that
 * the duty is not lost; who, does not depend on the order of the team.
 */

const LEADERS = ['manager', 'deputy-manager', 'designated-safeguarding-lead', 'deputy-safeguarding-lead'];
const TRAINEES = ['apprentice', 'student', 'volunteer'];
const OFFICE = ['administrator', 'committee-member'];

const hasRole = ({ roles }: StaffMemberInput, ...wanted: readonly string[]): boolean =>
  roles.some((role) => wanted.includes(role));

/**
 * Whether the questionnaire is one practitioner's own: what a rule asks of the setting as a whole is then not hers to
 * meet alone.
 */
export const isOwnPlan = (people: readonly DraftedPerson[], kind: ProviderKind): boolean =>
  people.length === 1 &&
  (kind === 'group' || kind === 'school') &&
  !people.some(({ person }) => hasRole(person, ...LEADERS));

class Roles {
  readonly #people: DraftedPerson[];
  readonly #asOf: string;
  readonly assumptions: Assumption[] = [];

  constructor(people: readonly DraftedPerson[], asOf: string) {
    this.#people = [...people];
    this.#asOf = asOf;
  }

  get people(): readonly DraftedPerson[] {
    return this.#people;
  }

  /** The person with the highest level among those that fit, and of several the first by id. */
  #highest(fits: (person: StaffMemberInput) => boolean): StaffMemberInput | undefined {
    return this.#people
      .map(({ person }) => person)
      .filter(fits)
      .sort((a, b) => levelOn(b, this.#asOf) - levelOn(a, this.#asOf) || compareIds(a.id, b.id))[0];
  }

  /** Takes somebody for the role, if nobody has it: the best of the first choice that anybody fits. */
  fill(role: string, what: string, ...choices: readonly ((person: StaffMemberInput) => boolean)[]): void {
    if (this.#people.some(({ person }) => hasRole(person, role))) return;
    for (const choice of choices) {
      const chosen = this.#highest(choice);
      if (chosen !== undefined) {
        this.#give(
          chosen.id,
          role,
          `Nobody is said to ${what}: ${chosen.id} is taken to. Give whoever does the role ${role}.`,
        );
        return;
      }
    }
  }

  /** Gives everybody without any role this one. */
  fillGaps(role: string): void {
    for (const { person } of this.#people)
      if (person.roles.length === 0)
        this.#give(
          person.id,
          role,
          `${person.id} has no role and is taken for a ${role}. Give roles if that is wrong.`,
        );
  }

  #give(id: string, role: string, message: string): void {
    const at = this.#people.findIndex(({ person }) => person.id === id);
    const found = this.#people[at];
    if (found === undefined) return;
    const { person, path } = found;
    this.#people[at] = { path, person: { ...person, roles: [...person.roles, role] } };
    this.assumptions.push({ path: [...path, 'roles'], message });
  }
}

/** The team with somebody in each role that the rulebook speaks of and that a setting cannot be without. */
export function withAssumedRoles(
  people: readonly DraftedPerson[],
  kind: ProviderKind,
  asOf: string,
  rulebook: Rulebook,
): DraftedTeam {
  const roles = new Roles(people, asOf);
  const matters = (role: string): boolean =>
    rulebook.rules.some(({ who }) => who.roles?.includes(role) === true);
  const not =
    (...these: readonly string[]) =>
    (person: StaffMemberInput): boolean =>
      !hasRole(person, ...these);
  const anybody = (): boolean => true;
  if (kind === 'childminder') {
    roles.fill('childminder', 'be the childminder', not('childminder-assistant', ...TRAINEES), anybody);
    roles.fillGaps('childminder-assistant');
  } else if (!isOwnPlan(people, kind)) {
    const isDeputy = (person: StaffMemberInput): boolean => hasRole(person, 'deputy-manager');
    const isManager = (person: StaffMemberInput): boolean => hasRole(person, 'manager');
    const lead = 'designated-safeguarding-lead';
    if (matters('manager') || matters(lead))
      roles.fill('manager', 'be the manager', isDeputy, not('food-handler', ...OFFICE, ...TRAINEES), anybody);
    if (matters(lead)) roles.fill(lead, 'lead on safeguarding', isManager);
    if (matters('food-handler'))
      roles.fill('food-handler', 'prepare food', not(...LEADERS, ...OFFICE, ...TRAINEES), anybody);
  }
  return { people: roles.people, assumptions: roles.assumptions };
}
