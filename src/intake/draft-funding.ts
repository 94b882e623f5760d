import type { CatalogueItem } from '../domain/catalogue.js';
import type { Questionnaire } from '../domain/questionnaire.js';
import type { RequestInput } from '../domain/request.js';
import type { StaffMemberInput } from '../rules/people.js';
import { poundsOf } from './draft-amounts.js';
import { type Assumption, numberOf } from './draft-result.js';
import { providersOfNothing, rolesOfNobody } from './draft-selectors.js';
import type { Path } from '../domain/checking/wording.js';

type PotInput = RequestInput['funding'][number];

export interface DraftedFunding {
  readonly pots: readonly { readonly pot: PotInput; readonly path: Path }[];
  readonly assumptions: readonly Assumption[];
}

const BUDGET: Path = ['questionnaire', 'budget'];
const OTHER: Path = ['questionnaire', 'otherFunding'];

/** An id for the budget's pot that no other funding has: `budget`, or else `budget-2` and so on. */
function budgetId(taken: ReadonlySet<string>): string {
  let id = 'budget';
  for (let number = 2; taken.has(id); number += 1) id = `budget-${number}`;
  return id;
}

/** The money: a pot for the budget, and the other funding as it is given. */
export function draftFunding({ budget, otherFunding = [] }: Questionnaire, people: number): DraftedFunding {
  const assumptions: Assumption[] = [];
  const perPerson = budget.per === 'person';
  if (perPerson) {
    assumptions.push({
      path: BUDGET,
      message: `The budget is ${poundsOf(budget.pence)} for each of ${numberOf(people, 'person', 'people')}: ${poundsOf(budget.pence * people)} in one pot, which may be spent on whoever it does most for.`,
    });
  } else if (budget.per === undefined) {
    assumptions.push({
      path: BUDGET,
      message: `The budget of ${poundsOf(budget.pence)} is for the setting as a whole. Say per: person if it is for each person.`,
    });
  }
  const own: PotInput = {
    id: budgetId(new Set<string>(otherFunding.map(({ id }) => id))),
    pence: perPerson ? budget.pence * people : budget.pence,
  };
  return {
    pots: [
      { path: BUDGET, pot: own },
      ...otherFunding.map((pot, position) => ({ path: [...OTHER, position], pot })),
    ],
    assumptions,
  };
}

/** What looks misspelt in what the other funding pays for, and would leave it unspent in silence. */
export function unspendable(
  { otherFunding = [] }: Questionnaire,
  people: readonly StaffMemberInput[],
  items: readonly CatalogueItem[],
): Assumption[] {
  const had = new Set<string>(people.flatMap(({ roles }) => roles));
  const offering = new Set(items.flatMap(({ provider }) => provider ?? []));
  return otherFunding.flatMap(({ pays }, position) => {
    if (pays === undefined) return [];
    const path = [...OTHER, position, 'pays'];
    return [...rolesOfNobody(pays, had, path), ...providersOfNothing(pays, offering, path)];
  });
}
