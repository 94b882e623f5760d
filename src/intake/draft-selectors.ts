import type { PeopleSelectorInput, SelectorInput } from '../domain/selector.js';
import type { Assumption } from './draft-result.js';
import { type Path, quoted } from '../domain/checking/wording.js';

const providersOf = (selector: PeopleSelectorInput | SelectorInput): readonly string[] =>
  'providers' in selector ? (selector.providers ?? []) : [];

/** An assumption for each value of a selector's key, at any depth, that nobody or nothing has. */
function valuesOfNone(
  selector: PeopleSelectorInput | SelectorInput,
  key: 'roles' | 'providers',
  had: ReadonlySet<string>,
  path: Path,
  sentence: (value: string) => string,
): Assumption[] {
  const values: readonly string[] = key === 'roles' ? (selector.roles ?? []) : providersOf(selector);
  const here = values.flatMap((value, position): Assumption[] =>
    had.has(value) ? [] : [{ path: [...path, key, position], message: sentence(quoted(value)) }],
  );
  const { not } = selector;
  return not === undefined ? here : [...here, ...valuesOfNone(not, key, had, [...path, 'not'], sentence)];
}

/** Roles that a selector names, at any depth, and nobody has: perhaps misspelt. */
export const rolesOfNobody = (
  selector: PeopleSelectorInput | SelectorInput,
  had: ReadonlySet<string>,
  path: Path,
): Assumption[] =>
  valuesOfNone(
    selector,
    'roles',
    had,
    path,
    (role) => `Nobody on the team has the role ${role}: it selects nobody. Check how it is spelt.`,
  );

/** Providers that a selector names, at any depth, and that offer nothing in the catalogue: perhaps misspelt. */
export const providersOfNothing = (
  selector: SelectorInput,
  offering: ReadonlySet<string>,
  path: Path,
): Assumption[] =>
  valuesOfNone(
    selector,
    'providers',
    offering,
    path,
    (provider) =>
      `Nothing in the catalogue is offered by ${provider}: it selects nothing. Check how it is spelt.`,
  );
