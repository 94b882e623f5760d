import type { CatalogueItem } from '../domain/catalogue.js';
import type { Questionnaire } from '../domain/questionnaire.js';
import type { Assumption } from './draft-result.js';
import type { DraftedPerson } from './draft-team.js';
import { type Path, quoted } from './wording.js';

const MEMBERSHIPS: Path = ['questionnaire', 'provider', 'memberships'];

/**
 * Entitlements of the setting and of its people that unlock no offer: perhaps misspelt, and then the price that was
 * hoped for is silently not had. The offers are those of the whole catalogue: one of an item that is left out for now
 * shows that the spelling is right.
 */
export function unaskedEntitlements(
  { memberships = [] }: Questionnaire['provider'],
  people: readonly DraftedPerson[],
  items: readonly CatalogueItem[],
): Assumption[] {
  const asked = new Set<string>(
    items.flatMap(({ offers }) => offers.flatMap(({ requires = [] }) => requires)),
  );
  const assumptions: Assumption[] = [];
  const check = (held: readonly string[], path: Path): void => {
    held.forEach((id, position) => {
      if (asked.has(id)) return;
      assumptions.push({
        path: [...path, position],
        message: `No offer in the catalogue asks for ${quoted(id)}: it changes no price. Check how it is spelt.`,
      });
    });
  };
  check(memberships, MEMBERSHIPS);
  for (const { person, path } of people) check(person.entitlements ?? [], [...path, 'entitlements']);
  return assumptions;
}
