import type { RequestInput } from '../../domain/request.js';
import type { ItemKey, PeopleSelectorSketch, PersonKey, SelectorSketch } from '../sketch/selector.js';
import { AGE_BANDS, chosen, ITEM_KINDS, PROVIDERS, PURCHASE_KINDS, ROLES, SITES, SOURCES } from './words.js';

export type PeopleSelector = RequestInput['needs'][number]['who'];
export type Selector = NonNullable<RequestInput['funding'][number]['pays']>;

/** The ids that selectors choose from. */
export interface Selectable {
  readonly staff: readonly string[];
  readonly items: readonly string[];
  readonly areas: readonly string[];
}

type Values = Pick<SelectorSketch, 'values' | 'level'>;

function peopleWith(key: PersonKey, { values, level }: Values, { staff }: Selectable): PeopleSelector {
  if (key === 'staff') return { staff: chosen(staff, values) };
  if (key === 'roles') return { roles: chosen(ROLES, values) };
  if (key === 'ageBands') return { ageBands: chosen(AGE_BANDS, values) };
  if (key === 'sites') return { sites: chosen(SITES, values) };
  return { minLevel: level };
}

function itemsWith(key: ItemKey, { values }: Values, { items, areas }: Selectable): Selector {
  if (key === 'items') return { items: chosen(items, values) };
  if (key === 'kinds') return { kinds: chosen([...ITEM_KINDS, ...PURCHASE_KINDS], values) };
  if (key === 'providers') return { providers: chosen(PROVIDERS, values) };
  if (key === 'areas') return { areas: chosen(areas, values) };
  return { sources: chosen(SOURCES, values) };
}

/** The selector of one key or two, the last of them under `not` when the sketch says so. */
function joined<S extends object>(
  first: S | undefined,
  also: S | undefined,
  not: 1 | 2 | undefined,
  allBut: (selector: S) => S,
): S | undefined {
  const last = also ?? first;
  if (last === undefined) return undefined;
  const second = not === undefined ? last : not === 1 ? allBut(last) : allBut(allBut(last));
  return also === undefined || first === undefined ? second : { ...first, ...second };
}

export function peopleSelector(sketch: PeopleSelectorSketch, ids: Selectable): PeopleSelector {
  const withKey = (key: PersonKey | 'all' | undefined): PeopleSelector | undefined =>
    key === undefined || key === 'all' ? undefined : peopleWith(key, sketch, ids);
  return joined(withKey(sketch.key), withKey(sketch.also), sketch.not, (not) => ({ not })) ?? {};
}

const isPersonKey = (key: PersonKey | ItemKey): key is PersonKey =>
  key === 'staff' || key === 'roles' || key === 'minLevel' || key === 'ageBands' || key === 'sites';

export function selector(sketch: SelectorSketch, ids: Selectable): Selector {
  const withKey = (key: PersonKey | ItemKey | 'all' | undefined): Selector | undefined => {
    if (key === undefined || key === 'all') return undefined;
    return isPersonKey(key) ? peopleWith(key, sketch, ids) : itemsWith(key, sketch, ids);
  };
  return joined(withKey(sketch.key), withKey(sketch.also), sketch.not, (not) => ({ not })) ?? {};
}
