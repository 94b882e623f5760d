import type { Request } from '../domain/request.js';
import type { PeopleSelector } from '../domain/selector.js';
import { addMonths, dayNumber } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import { sortedById } from '../internal/order.js';

/* What the words of a request mean: who is selected, who fits, who holds what when, what an item gives. */

export type Person = Request['staff'][number];
export type Need = Request['needs'][number];
export type Item = Request['catalogue']['items'][number];
export type Offer = Item['offers'][number];

const MUST: readonly Need['source'][] = ['statutory', 'welfare-notice', 'inspection-action'];
/** The weights, where neither the need nor the policy gives one, that are not 1. */
const WEIGHTS: { readonly [Source in Need['source']]?: number } = {
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
};

const day = (date: string): number => present(dayNumber(date), 'the day');
const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(sortedById(list).map((entry) => [entry.id, entry]));

/** ISO dates order as text. */
const levelOf = ({ qualifications = [] }: Person, { asOf }: Request): number =>
  qualifications
    .filter(({ studying, awardedOn = asOf }) => studying !== true && awardedOn <= asOf)
    .reduce((highest, { level }) => Math.max(highest, level), 0);

/** An absent key asks for nothing; an empty list is met by nothing. */
const anyOf = <T>(values: readonly T[] | undefined, holds: (value: T) => boolean): boolean =>
  values === undefined || values.some(holds);

const selects = (who: PeopleSelector, person: Person, request: Request): boolean =>
  anyOf(who.staff, (id) => id === person.id) &&
  anyOf(who.roles, (role) => person.roles.includes(role)) &&
  anyOf(who.sites, (site) => site === person.site) &&
  anyOf(who.ageBands, (band) => person.ageBands?.includes(band) === true) &&
  levelOf(person, request) >= (who.minLevel ?? 0) &&
  !(who.not !== undefined && selects(who.not, person, request));

/** Whether the person is among those whom the item is for. */
export const fits = ({ audience = {} }: Item, person: Person, request: Request): boolean =>
  anyOf(audience.roles, (role) => person.roles.includes(role)) &&
  anyOf(audience.providerKinds, (kind) => kind === request.setting.providerKind) &&
  levelOf(person, request) >= (audience.minLevel ?? 0) &&
  levelOf(person, request) <= (audience.maxLevel ?? Infinity);

const reaches = (learning: { readonly area: string; readonly depth: number }, need: Need): boolean =>
  learning.area === need.area && learning.depth >= need.depth;

/** Whether what was learned on a day still counts when the need is tested. */
const counts = (learnedOn: number, { maxAgeMonths }: Need, testedOn: number): boolean =>
  learnedOn <= testedOn && (maxAgeMonths === undefined || testedOn <= addMonths(learnedOn, maxAgeMonths));

const holds = ({ records = [] }: Person, need: Need, testedOn: number): boolean =>
  records
    .filter((record) => reaches(record, need) && counts(day(record.completedOn), need, testedOn))
    .some(({ expiresOn }) => expiresOn === undefined || testedOn < day(expiresOn));

export const teaches = (item: Item, { need }: Demand): boolean =>
  item.teaches.some((lesson) => reaches(lesson, need));

/** Whether whoever finishes the item on the day holds the need when it is tested. */
export const meets = (item: Item, finishedOn: number, { need, testedOn }: Demand): boolean =>
  counts(finishedOn, need, testedOn) &&
  item.teaches
    .filter((lesson) => reaches(lesson, need))
    .some(({ validMonths: months }) => months === undefined || testedOn < addMonths(finishedOn, months));

/** What each learner pays; `undefined` for a shared price, which is nobody's. */
export const personalPence = ({ price }: Offer): number | undefined =>
  price.kind === 'free' ? 0 : price.kind === 'per-learner' ? price.pence : undefined;

/** What the offer requires that neither the setting has nor, for a personal price, the person. */
export const lacks = (offer: Offer, { setting }: Request, person: Person): string[] => {
  const own = personalPence(offer) === undefined ? undefined : person.entitlements;
  return (offer.requires ?? []).filter((id) => !setting.entitlements?.includes(id) && !own?.includes(id));
};

/** Whether an adjustment of the kind speaks of the item and the person. */
export const adjusted = (request: Request, kind: 'pin' | 'ban', item: Item, person: Person): boolean =>
  (request.adjustments ?? [])
    .filter((adjustment) => adjustment.kind === kind && adjustment.item === item.id)
    .some(({ staff }) => anyOf(staff, (id) => id === person.id));

/** A need on the day it is tested, going by records alone. */
function demandOf(need: Need, request: Request, staff: ReadonlyMap<string, Person>) {
  const { window, policy } = request;
  const overdue = need.by !== undefined && need.by < window.from;
  const testedOn = day(overdue ? window.to : (need.by ?? window.to));
  const selected = [...staff.values()].filter((person) => selects(need.who, person, request));
  /** Of those selected, who does not hold it; and who does. */
  const lacking = byId(selected.filter((person) => !holds(person, need, testedOn)));
  const holders: readonly string[] = selected.map(({ id }) => id).filter((id) => !lacking.has(id));
  const must = (policy?.must ?? MUST).includes(need.source);
  const weight = need.weight ?? policy?.weights?.[need.source] ?? WEIGHTS[need.source] ?? 1;
  const target = need.count === 'everyone' ? selected.length : need.count.atLeast + (need.count.spare ?? 0);
  return { need, overdue, testedOn, lacking, holders, must, weight, target };
}
export type Demand = ReturnType<typeof demandOf>;

/** A request with its window in day numbers, and people, items and needs in the order of their ids. */
export function factsOf(request: Request) {
  const staff = byId(request.staff);
  const demands = sortedById(request.needs).map((need) => demandOf(need, request, staff));
  const [opens, closes] = [day(request.window.from), day(request.window.to)];
  return { request, opens, closes, staff, items: byId(request.catalogue.items), demands };
}
export type Facts = ReturnType<typeof factsOf>;
