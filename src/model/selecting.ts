import type { CatalogueItem } from '../domain/catalogue.js';
import type { Selector } from '../domain/selector.js';
import { groupBy, memoised } from '../internal/lookup.js';
import type { Goal, Person } from './goal.js';
import { matchesPerson } from './people.js';
import { isPurchase } from './slots.js';

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
  /** Whether it matches the item with anybody of the team. */
  readonly matchesSomebody: (item: CatalogueItem) => boolean;
  /** Whether it matches the person with anything that takes learners. */
  readonly matchesSomething: (person: number) => boolean;
}

const PERSON_KEYS = ['staff', 'roles', 'sites', 'ageBands', 'minLevel'] as const;

const has = (selector: Selector, keys: readonly (keyof Selector)[]): boolean =>
  keys.some((key) => selector[key] !== undefined) || (selector.not !== undefined && has(selector.not, keys));

const setOf = <T>(values: readonly T[] | undefined): ReadonlySet<T> | undefined => values && new Set(values);

/** Reads selectors of a request, each once; without one, everything matches. */
export function matchersOf(
  team: readonly Person[],
  goals: readonly Goal[],
  items: readonly CatalogueItem[],
): (selector?: Selector) => Matcher {
  const asked = askedOf(goals);
  const taking = items.filter((item) => !isPurchase(item));
  return (selector = {}) => {
    const parts = partsOf(selector, team, asked);
    const asksOfPeople = has(selector, PERSON_KEYS);
    const asksOfSources = has(selector, ['sources']);
    const holds: Test = (item, person) => {
      const first = parts.findIndex((part) => !part.matches(item, person));
      // A part that does not match keeps the exception before it from holding, and so on outwards.
      return (first < 0 ? parts.length : first) % 2 === 1;
    };
    /** Of those whom no part tells apart the first, who answers for all. */
    const kinds = <T>(
      list: Iterable<T>,
      of: (part: Part, one: T) => boolean,
      open: (one: T) => string,
    ): T[] => {
      const firsts = new Map<string, T>();
      for (const one of list) {
        const kind =
          parts.map((part) => (of(part, one) ? '1' : '0')).join('') + (asksOfSources ? open(one) : '');
        if (!firsts.has(kind)) firsts.set(kind, one);
      }
      return [...firsts.values()];
    };
    let somebody: readonly number[] | undefined;
    let something: readonly CatalogueItem[] | undefined;
    return {
      asksOfPeople,
      asksOfLearners: asksOfPeople || asksOfSources,
      matches: holds,
      matchesAlone: (item) => !asksOfPeople && holds(item, undefined),
      matchesSomebody: (item) => {
        somebody ??= kinds(team.keys(), ({ ofPerson }, person) => ofPerson(person), asked.openTo);
        return somebody.some((person) => holds(item, person));
      },
      matchesSomething: (person) => {
        something ??= kinds(taking, ({ ofItem }, item) => ofItem(item), asked.openIn);
        return something.some((item) => holds(item, person));
      },
    };
  };
}

type Test = (item: CatalogueItem, person: number | undefined) => boolean;

/** A selector without its `not`: what it asks of the item, of the person, and of both. */
interface Part {
  readonly ofItem: (item: CatalogueItem) => boolean;
  readonly ofPerson: (person: number) => boolean;
  readonly matches: Test;
}

/** The parts of a selector, each the exception of the one before it. */
function partsOf(selector: Selector, team: readonly Person[], asked: Asked): Part[] {
  const parts: Part[] = [];
  for (let keys: Selector | undefined = selector; keys !== undefined; keys = keys.not)
    parts.push(partOf(keys, team, asked));
  return parts;
}

function partOf(selector: Selector, team: readonly Person[], { asks }: Asked): Part {
  const selects = matchesPerson(selector);
  const items = setOf(selector.items);
  const kinds = setOf(selector.kinds);
  const providers = setOf(selector.providers);
  const areas = setOf(selector.areas);
  const sources = setOf<string>(selector.sources);
  const ofItem = (item: CatalogueItem): boolean =>
    (items === undefined || items.has(item.id)) &&
    (kinds === undefined || kinds.has(item.kind)) &&
    (providers === undefined || (item.provider !== undefined && providers.has(item.provider))) &&
    (areas === undefined || item.teaches.some(({ area }) => areas.has(area)));
  const ofPerson = (person: number): boolean => selects(team[person]!.member, team[person]!.level);
  return {
    ofItem,
    ofPerson,
    matches: (item, person) =>
      ofItem(item) &&
      (person === undefined || ofPerson(person)) &&
      (sources === undefined || (person !== undefined && asks(sources, item, person))),
  };
}

/** What needs that records alone do not satisfy ask, and texts that differ between people, and items, that they tell apart. */
interface Asked {
  readonly asks: (sources: ReadonlySet<string>, item: CatalogueItem, person: number) => boolean;
  readonly openTo: (person: number) => string;
  readonly openIn: (item: CatalogueItem) => string;
}

function askedOf(goals: readonly Goal[]): Asked {
  const open = goals.filter(({ target, met }) => met.length < target);
  const byArea = groupBy([...open.keys()], (goal) => open[goal]!.need.area);
  const known = new Map<CatalogueItem, readonly number[]>();
  /** What the item teaches of what is asked. */
  const taught = (item: CatalogueItem): readonly number[] => {
    let asking = known.get(item);
    if (asking === undefined) {
      const areas = new Set(item.teaches.map(({ area }) => area));
      const near = [...areas].flatMap((area) => byArea.get(area) ?? []);
      asking = near.filter((goal) => teaches(item, open[goal]!)).sort((a, b) => a - b);
      known.set(item, asking);
    }
    return asking;
  };
  return {
    asks: (sources, item, person) =>
      taught(item).some((goal) => sources.has(open[goal]!.need.source) && open[goal]!.selected.has(person)),
    openTo: memoised((person: number) =>
      [...open.keys()].filter((goal) => open[goal]!.selected.has(person)).join(','),
    ),
    openIn: (item) => taught(item).join(','),
  };
}

/** Whether the item teaches the area of the need to its depth or deeper. */
export const teaches = (item: CatalogueItem, { need }: Goal): boolean =>
  item.teaches.some(({ area, depth }) => area === need.area && depth >= need.depth);
