import type { CatalogueItem } from '../domain/catalogue.js';
import type { Selector } from '../domain/selector.js';
import type { Goal, Person } from './goal.js';
import { matchesPerson } from './people.js';

/** A selector made ready to be asked often. */
export interface Matcher {
  /** Whether it has a key that speaks of people, at any depth: then it matches no booking without learners. */
  readonly asksOfPeople: boolean;
  /** Whether the answer may differ between learners of one item. */
  readonly asksOfLearners: boolean;
  /** Whether it matches the item with the person, by position, as a learner. */
  readonly matches: (item: CatalogueItem, person: number) => boolean;
  /** Whether it matches a booking of the item without learners. */
  readonly matchesAlone: (item: CatalogueItem) => boolean;
}

const PERSON_KEYS = ['staff', 'roles', 'sites', 'ageBands', 'minLevel'] as const;

const has = (selector: Selector, keys: readonly (keyof Selector)[]): boolean =>
  keys.some((key) => selector[key] !== undefined) || (selector.not !== undefined && has(selector.not, keys));

const setOf = <T>(values: readonly T[] | undefined): ReadonlySet<T> | undefined => values && new Set(values);

/** Reads a selector once; without one, everything matches. */
export function matcherOf(selector: Selector = {}, team: readonly Person[], goals: readonly Goal[]): Matcher {
  const asksOfPeople = has(selector, PERSON_KEYS);
  const holds = test(selector, team, goals);
  return {
    asksOfPeople,
    asksOfLearners: asksOfPeople || has(selector, ['sources']),
    matches: holds,
    matchesAlone: (item) => !asksOfPeople && holds(item, undefined),
  };
}

type Test = (item: CatalogueItem, person: number | undefined) => boolean;

function test(selector: Selector, team: readonly Person[], goals: readonly Goal[]): Test {
  const ofPerson = matchesPerson(selector);
  const items = setOf(selector.items);
  const kinds = setOf(selector.kinds);
  const providers = setOf(selector.providers);
  const areas = setOf(selector.areas);
  const { sources } = selector;
  const asked = sources && asksFor(new Set(sources), goals);
  const excepted = selector.not && test(selector.not, team, goals);
  const ofItem = (item: CatalogueItem): boolean =>
    (items === undefined || items.has(item.id)) &&
    (kinds === undefined || kinds.has(item.kind)) &&
    (providers === undefined || (item.provider !== undefined && providers.has(item.provider))) &&
    (areas === undefined || item.teaches.some(({ area }) => areas.has(area)));
  return (item, person) =>
    ofItem(item) &&
    (person === undefined || ofPerson(team[person]!.member, team[person]!.level)) &&
    (asked === undefined || (person !== undefined && asked(item, person))) &&
    (excepted === undefined || !excepted(item, person));
}

/** Whether the item teaches what an open need of these sources asks of the person. */
function asksFor(sources: ReadonlySet<string>, goals: readonly Goal[]) {
  const open = goals.filter(({ need, target, met }) => sources.has(need.source) && met.length < target);
  const taught = new Map<CatalogueItem, readonly Goal[]>();
  return (item: CatalogueItem, person: number): boolean => {
    let asking = taught.get(item);
    if (asking === undefined) {
      asking = open.filter((goal) => teaches(item, goal));
      taught.set(item, asking);
    }
    return asking.some(({ selected }) => selected.has(person));
  };
}

/** Whether the item teaches the area of the need to its depth or deeper. */
export const teaches = (item: CatalogueItem, { need }: Goal): boolean =>
  item.teaches.some(({ area, depth }) => area === need.area && depth >= need.depth);
