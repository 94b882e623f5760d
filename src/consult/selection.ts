import type { PeopleSelector } from '../domain/selector.js';
import type { StaffMember } from '../domain/staff-member.js';
import { memoised } from '../internal/lookup.js';
import { selectedBy } from '../rules/people.js';

/** A fact of a person that a selector asks about and that may not be given. */
export type MissingFact = 'site' | 'ageBands' | 'qualifications';

/** Whether a selector matches a person; when it cannot be told, what would have to be given. */
export interface Told {
  readonly match: 'yes' | 'no' | 'cannot-tell';
  /** In a fixed order; empty unless it cannot be told. */
  readonly asks: readonly MissingFact[];
}

const FACTS: readonly MissingFact[] = ['site', 'ageBands', 'qualifications'];
const told = (match: 'yes' | 'no'): Told => ({ match, asks: [] });

/** The facts that the selector itself, `not` apart, asks about and the person's entry leaves out. An empty list of it matches nobody. */
const missingFor = (
  { sites = [], ageBands = [], minLevel = 0 }: PeopleSelector,
  person: StaffMember,
): MissingFact[] =>
  FACTS.filter((fact) => {
    if (person[fact] !== undefined) return false;
    if (fact === 'site') return sites.length > 0;
    return fact === 'ageBands' ? ageBands.length > 0 : minLevel > 0;
  });

/** The selector without the keys that ask about some facts, and without `not`. */
function withoutKeys({ not: _, ...keys }: PeopleSelector, missing: readonly MissingFact[]): PeopleSelector {
  const known: PeopleSelector = { ...keys };
  if (missing.includes('site')) delete known.sites;
  if (missing.includes('ageBands')) delete known.ageBands;
  if (missing.includes('qualifications')) delete known.minLevel;
  return known;
}

/**
 * Reads a selector with an open mind: a fact that a person's entry leaves out is not known, where the request reads it
 * as none. An empty list says that there is none. Where this tells yes or no, the request reads it the same.
 */
export function tellerOf(selector: PeopleSelector, asOf: string): (person: StaffMember) => Told {
  const inner = selector.not === undefined ? undefined : tellerOf(selector.not, asOf);
  // a selector can name thousands of people: it is read once for each set of facts that may be missing
  const readWithout = memoised((missing: string) =>
    selectedBy(
      withoutKeys(
        selector,
        FACTS.filter((fact) => missing.includes(fact)),
      ),
      asOf,
    ),
  );
  return (person) => {
    const missing = missingFor(selector, person);
    if (!readWithout(missing.join())(person)) return told('no');
    const excepted = inner?.(person) ?? told('no');
    if (excepted.match === 'yes') return told('no');
    const asks = FACTS.filter((fact) => missing.includes(fact) || excepted.asks.includes(fact));
    return asks.length === 0 ? told('yes') : { match: 'cannot-tell', asks };
  };
}
