import type { Request } from '../domain/request.js';
import type { Selector } from '../domain/selector.js';
import { addMonths } from '../internal/calendar.js';
import { groupBy, groupByEach, memoised } from '../internal/lookup.js';
import { sortedById } from '../internal/order.js';
import { type Item, type Person, personOf, selectorOf } from './people.js';
import { type Term, day, slotsOf } from './when.js';

/* What the words of a request mean: who holds what when, and what an item gives. */

type Need = Request['needs'][number];
type Learning = { readonly area: string; readonly depth: number };

const MUST: readonly Need['source'][] = ['statutory', 'welfare-notice', 'inspection-action'];
/** The weights, where neither the need nor the policy gives one, that are not 1. */
const WEIGHTS: { readonly [Source in Need['source']]?: number } = {
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
};

const reaches = (learning: Learning, asked: Learning): boolean =>
  learning.area === asked.area && learning.depth >= asked.depth;

/** Whether what was learned on a day still counts when the need is tested. */
const counts = (learnedOn: number, { maxAgeMonths }: Need, testedOn: number): boolean =>
  learnedOn <= testedOn && (maxAgeMonths === undefined || testedOn <= addMonths(learnedOn, maxAgeMonths));

const holds = ({ records }: Person, need: Need, testedOn: number): boolean =>
  (records.get(need.area) ?? [])
    .filter((record) => reaches(record, need) && counts(day(record.completedOn), need, testedOn))
    .some(({ expiresOn }) => expiresOn === undefined || testedOn < day(expiresOn));

/** Whether whoever finishes the item on the day holds the need when it is tested. */
export const meets = (item: Item, finishedOn: number, { need, testedOn }: Demand): boolean =>
  counts(finishedOn, need, testedOn) &&
  item.teaches
    .filter((lesson) => reaches(lesson, need))
    .some(({ validMonths: months }) => months === undefined || testedOn < addMonths(finishedOn, months));

/** Whether records make an item count as done by the day: one names it, or they have ever held all it teaches. */
export function isRecorded({ items }: Facts, { records, recorded }: Person, id: string, by: number): boolean {
  const isDone = ({ completedOn }: { readonly completedOn: string }): boolean => day(completedOn) <= by;
  const everHeld = (lesson: Learning): boolean =>
    records.get(lesson.area)?.some((record) => reaches(record, lesson) && isDone(record)) === true;
  return recorded.get(id)?.some(isDone) === true || items.get(id)?.teaches.every(everHeld) === true;
}

/** A need on the day it is tested, going by records alone. */
function demandOf(need: Need, { window, policy }: Request, people: readonly Person[]) {
  const overdue = need.by !== undefined && need.by < window.from;
  const testedOn = day(overdue ? window.to : (need.by ?? window.to));
  const { matches } = selectorOf(need.who);
  const asked = people.filter((person) => matches(undefined, person));
  /** Of those selected, who does not hold it; and who does. */
  const lacking = new Map<string, Person>();
  for (const person of asked) if (!holds(person, need, testedOn)) lacking.set(person.id, person);
  const holders: readonly string[] = asked.map(({ id }) => id).filter((id) => !lacking.has(id));
  const must = (policy?.must ?? MUST).includes(need.source);
  const weight = need.weight ?? policy?.weights?.[need.source] ?? WEIGHTS[need.source] ?? 1;
  const target = need.count === 'everyone' ? asked.length : need.count.atLeast + (need.count.spare ?? 0);
  const selected = new Set<string>(asked.map(({ id }) => id));
  return { need, overdue, testedOn, selected, lacking, holders, must, weight, target };
}
export type Demand = ReturnType<typeof demandOf>;

/** A request with all that is looked up in it; people, items, terms and needs in the order of their ids. */
export function factsOf(request: Request) {
  const { window, setting, funding, catalogue, adjustments = [] } = request;
  const people = sortedById(request.staff).map((person) => personOf(person, request));
  const inOrder = sortedById(catalogue.items);
  const demands = sortedById(request.needs).map((need) => demandOf(need, request, people));
  const byArea = groupBy(demands, ({ need }): string => need.area);
  /** The needs whose area an item teaches to their depth. */
  const demandsOf = memoised((item: Item): readonly Demand[] => [
    ...new Set(
      item.teaches.flatMap((lesson) =>
        (byArea.get(lesson.area) ?? []).filter(({ need }) => reaches(lesson, need)),
      ),
    ),
  ]);
  const [opens, closes] = [day(window.from), day(window.to)];
  const named = sortedById(request.terms ?? []).map(({ id, from, to }) => ({
    id,
    from: day(from),
    to: day(to),
  }));
  const terms: readonly Term[] = named.length > 0 ? named : [{ id: undefined, from: opens, to: closes }];
  const isOpen = ({ target, holders }: Demand): boolean => target > holders.length;
  const open = demands.filter(isOpen);
  const openIn = memoised((item: Item) => demandsOf(item).filter(isOpen));
  const names = new Map<string, string>();
  const nameOf = (these: readonly Demand[]): string => {
    const key = these.map(({ need }) => need.id).join();
    const name = names.get(key) ?? ` ${names.size}`;
    names.set(key, name);
    return name;
  };
  const asking = {
    isAsked: (sources: ReadonlySet<string>, item: Item, { id }: Person): boolean =>
      openIn(item).some(({ need, selected }) => sources.has(need.source) && selected.has(id)),
    openTo: memoised(({ id }: Person) => nameOf(open.filter(({ selected }) => selected.has(id)))),
    openIn: memoised((item: Item) => nameOf(openIn(item))),
  };
  return {
    request,
    opens,
    terms,
    people,
    staff: new Map<string, Person>(people.map((person) => [person.id, person])),
    items: new Map<string, Item>(inOrder.map((item) => [item.id, item])),
    pots: new Map<string, Request['funding'][number]>(funding.map((pot) => [pot.id, pot])),
    entitlements: new Set<string>(setting.entitlements),
    demands,
    demandsOf,
    slotsOf: memoised((item: Item) => slotsOf(request, item, terms)),
    isTimed: people.some(({ time }) => time !== undefined),
    /** Items by the areas they teach, by what is to come before them and by what they grant; pins and bans by kind and item. */
    teaching: groupByEach(inOrder, ({ teaches }) => teaches.map(({ area }) => area)),
    dependants: groupByEach(inOrder, ({ prerequisites = [] }) => prerequisites.flatMap(({ anyOf }) => anyOf)),
    granting: groupByEach(inOrder, ({ grants = [] }) => grants),
    adjusting: groupByEach(
      adjustments.map(({ staff, ...rest }) => ({ ...rest, staff: staff && new Set<string>(staff) })),
      ({ kind, item }) => [`${kind} ${item}`],
    ),
    selector: (keys: Selector | undefined) => selectorOf(keys, asking),
  };
}
export type Facts = ReturnType<typeof factsOf>;
