import type { CatalogueItem } from '../domain/catalogue.js';
import type { Questionnaire } from '../domain/questionnaire.js';
import { compareIds } from '../internal/order.js';
import { type Assumption, someOf } from './draft-result.js';
import type { DraftedPerson } from './draft-team.js';
import { type Path, quoted } from '../domain/checking/wording.js';

const MEMBERSHIPS: Path = ['questionnaire', 'provider', 'memberships'];

/**
 * What is assumed of entitlements. One that is held, that no offer asks for and that nothing grants, is perhaps
 * misspelt, and then the price that was hoped for is silently not had. One that offers ask for and that nobody is said
 * to hold is taken not to be held: it can be bought, or its prices are not had.
 */
export function assumedOfEntitlements(
  { memberships = [] }: Questionnaire['provider'],
  people: readonly DraftedPerson[],
  items: readonly CatalogueItem[],
): Assumption[] {
  const asked = new Set<string>(
    items.flatMap(({ offers }) => offers.flatMap(({ requires = [] }) => requires)),
  );
  const sold = new Set<string>(items.flatMap(({ grants = [] }) => grants));
  const holdings: readonly { readonly held: readonly string[]; readonly path: Path }[] = [
    { held: memberships, path: MEMBERSHIPS },
    ...people.map(({ person, path }) => ({
      held: person.entitlements ?? [],
      path: [...path, 'entitlements'],
    })),
  ];
  const assumptions = holdings.flatMap(({ held, path }) =>
    held.flatMap((id, position): Assumption[] =>
      asked.has(id) || sold.has(id)
        ? []
        : [
            {
              path: [...path, position],
              message: `No offer in the catalogue asks for ${quoted(id)}: it changes no price. Check how it is spelt.`,
            },
          ],
    ),
  );
  const all = new Set(holdings.flatMap(({ held }) => held));
  const lacking = [...asked].filter((id) => !all.has(id)).sort(compareIds);
  const assume = (ids: readonly string[], then: (it: string, one: string) => string): void => {
    if (ids.length === 0) return;
    const said = ids.length === 1 ? then('it', 'it') : then('each', 'one of them');
    assumptions.push({
      path: MEMBERSHIPS,
      message: `Nobody is said to have ${someOf(ids)}: ${said} Add to memberships what the setting has.`,
    });
  };
  assume(
    lacking.filter((id) => sold.has(id)),
    (it, one) => `${it} can be bought, and the prices that ask for ${one} are had only with what grants it.`,
  );
  assume(
    lacking.filter((id) => !sold.has(id)),
    (_, one) => `the prices that ask for ${one} are not had.`,
  );
  return assumptions;
}
