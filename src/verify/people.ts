import type { Request } from '../domain/request.js';
import type { Selector } from '../domain/selector.js';
import { groupBy, groupByEach } from '../internal/lookup.js';

/* Who a person is, whom an item is for, and what a selector matches. */

export type Item = Request['catalogue']['items'][number];

/** A person, with what is asked of them often. ISO dates order as text. */
export const personOf = (person: Request['staff'][number], { asOf }: Request) => ({
  ...person,
  roles: new Set<string>(person.roles),
  entitlements: new Set<string>(person.entitlements),
  level: (person.qualifications ?? [])
    .filter(({ studying, awardedOn = asOf }) => studying !== true && awardedOn <= asOf)
    .reduce((highest, { level }) => Math.max(highest, level), 0),
  records: groupBy(person.records ?? [], ({ area }): string => area),
  recorded: groupByEach(person.records ?? [], ({ item }) => (item === undefined ? [] : [item])),
});
export type Person = ReturnType<typeof personOf>;

/** Whether the person is among those whom the item is for. */
export const fits = ({ audience = {} }: Item, { roles, level }: Person, { setting }: Request): boolean =>
  (audience.roles === undefined || audience.roles.some((role) => roles.has(role))) &&
  (audience.providerKinds === undefined || audience.providerKinds.includes(setting.providerKind)) &&
  level >= (audience.minLevel ?? 0) &&
  level <= (audience.maxLevel ?? Infinity);

/** What teaches nothing and grants entitlements is bought for the setting, without learners. */
export const isPurchase = ({ teaches, grants = [] }: Item): boolean =>
  teaches.length === 0 && grants.length > 0;

/** Whether all the lists given name something of what is there: an absent one asks for nothing, an empty one too much. */
function asks<T>(...keys: (readonly [readonly string[] | undefined, (one: T) => Iterable<unknown>])[]) {
  const given = keys.flatMap(([values, of]) => (values ? [{ wanted: new Set<unknown>(values), of }] : []));
  return (one: T): boolean =>
    given.every(({ wanted, of }) => [...of(one)].some((value) => wanted.has(value)));
}

/** What needs that records alone do not satisfy ask, by their sources; and names for people, and items, they do not tell apart. */
interface Asking {
  readonly isAsked: (sources: ReadonlySet<string>, item: Item, person: Person) => boolean;
  readonly openTo: (person: Person) => string;
  readonly openIn: (item: Item) => string;
}
const NOTHING_ASKED: Asking = { isAsked: () => false, openTo: () => '', openIn: () => '' };

/** A selector without its `not`: what it asks of the person, of the item, and of both. */
function partOf({ staff, roles, sites, ageBands, minLevel, ...keys }: Selector, { isAsked }: Asking) {
  const wanted = keys.sources && new Set<string>(keys.sources);
  const isAny = asks<Person>(
    [staff, ({ id }) => [id]],
    [roles, (person) => person.roles],
    [sites, ({ site }) => [site]],
    [ageBands, (person) => person.ageBands ?? []],
  );
  return {
    asksPerson: [staff, roles, sites, ageBands, minLevel].some((key) => key !== undefined),
    person: (person: Person): boolean => person.level >= (minLevel ?? 0) && isAny(person),
    item: asks<Item>(
      [keys.items, ({ id }) => [id]],
      [keys.kinds, ({ kind }) => [kind]],
      [keys.providers, ({ provider }) => [provider]],
      [keys.areas, ({ teaches }) => teaches.map(({ area }) => area)],
    ),
    both: (item: Item | undefined, person: Person | undefined): boolean =>
      wanted === undefined || (item !== undefined && person !== undefined && isAsked(wanted, item, person)),
  };
}

/** Reads a selector. No person: something bought for the setting, which no selector with a person key matches. */
export function selectorOf(selector: Selector = {}, asking = NOTHING_ASKED) {
  const parts: ReturnType<typeof partOf>[] = [];
  let asksSources = false;
  for (let keys: Selector | undefined = selector; keys !== undefined; keys = keys.not) {
    parts.push(partOf(keys, asking));
    asksSources ||= keys.sources !== undefined;
  }
  const asksPerson = parts.some((part) => part.asksPerson);
  const matches = (item: Item | undefined, person: Person | undefined): boolean =>
    (person !== undefined || !asksPerson) &&
    parts.reduceRight(
      (inner, part) =>
        (person === undefined || part.person(person)) &&
        (item === undefined || part.item(item)) &&
        part.both(item, person) &&
        !inner,
      false,
    );
  return {
    asksPerson,
    matches,
    /** The same for people, and for items, whom the selector does not tell apart. */
    kindOfPerson: (person: Person): string =>
      parts.map((part) => Number(part.person(person))).join('') + (asksSources ? asking.openTo(person) : ''),
    kindOfItem: (item: Item): string =>
      parts.map((part) => Number(part.item(item))).join('') + (asksSources ? asking.openIn(item) : ''),
  };
}
