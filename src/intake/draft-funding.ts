import type { Questionnaire } from '../domain/questionnaire.js';
import type { RequestInput } from '../domain/request.js';
import { poundsOf } from './draft-amounts.js';
import { type Assumption, numberOf } from './draft-result.js';
import type { Path } from './wording.js';

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

/** The money: a pot for the budget, and the other funding that may pay for anything at any time. */
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
  const pots: { pot: PotInput; path: Path }[] = [
    {
      path: BUDGET,
      pot: {
        id: budgetId(new Set<string>(otherFunding.map(({ id }) => id))),
        pence: perPerson ? budget.pence * people : budget.pence,
      },
    },
  ];
  otherFunding.forEach((pot, position) => {
    const path = [...OTHER, position];
    if (pot.pays === undefined && pot.from === undefined && pot.to === undefined) pots.push({ pot, path });
    else {
      assumptions.push({
        path,
        message: `The funding ${pot.id} pays only for some things or at some times, which is not supported yet: its ${poundsOf(pot.pence)} is left out.`,
      });
    }
  });
  return { pots, assumptions };
}
