import type { RequestInput } from '../../src/domain/request.js';
import { holdsByRecords } from './page-learning.js';
import type { Cover, Item, Need, Person, Selector, Source, Who } from './page-words.js';

/*
 * Selecting: every key given must match, by any of its values.
 */

/** The highest qualification not being studied for and awarded by `asOf`; none is 0. */
export function levelOf(request: RequestInput, person: Person): number {
  const awarded = (person.qualifications ?? []).filter(
    (one) => one.studying !== true && (one.awardedOn === undefined || one.awardedOn <= request.asOf),
  );
  return Math.max(0, ...awarded.map((one) => one.level));
}

/** The keys that speak of people, `not` apart. */
function personKeysMatch(request: RequestInput, who: Who, person: Person): boolean {
  const { site } = person;
  if (who.staff !== undefined && !who.staff.includes(person.id)) return false;
  if (who.roles !== undefined && !who.roles.some((role) => person.roles.includes(role))) return false;
  if (who.sites !== undefined && !(site !== undefined && who.sites.includes(site))) return false;
  if (who.ageBands !== undefined && !who.ageBands.some((band) => (person.ageBands ?? []).includes(band)))
    return false;
  return who.minLevel === undefined || levelOf(request, person) >= who.minLevel;
}

/** The keys that speak of items, `not` and `sources` apart. */
function itemKeysMatch(selector: Selector, item: Item): boolean {
  const { provider } = item;
  if (selector.items !== undefined && !selector.items.includes(item.id)) return false;
  if (selector.kinds !== undefined && !selector.kinds.includes(item.kind)) return false;
  if (selector.providers !== undefined && !(provider !== undefined && selector.providers.includes(provider)))
    return false;
  return (
    selector.areas === undefined ||
    selector.areas.some((area) => item.teaches.some((taught) => taught.area === area))
  );
}

/** Whether `who` selects the person. */
export const selects = (request: RequestInput, who: Who, person: Person): boolean =>
  personKeysMatch(request, who, person) && !(who.not !== undefined && selects(request, who.not, person));

/** The target: everybody selected, or `atLeast + spare`. */
export const targetOf = (request: RequestInput, need: Need): number =>
  need.count === 'everyone'
    ? request.staff.filter((person) => selects(request, need.who, person)).length
    : need.count.atLeast + (need.count.spare ?? 0);

/** Whether the person is one of those who are counted in a cover period. */
export const isAmong = (request: RequestInput, cover: Cover, person: Person): boolean =>
  cover.among === undefined || selects(request, cover.among, person);

/** The item teaches what a need of such a source asks of the learner, and records alone do not reach its target. */
const sourcesMatch = (
  request: RequestInput,
  sources: readonly Source[],
  item: Item,
  learner: Person,
): boolean =>
  request.needs.some(
    (need) =>
      sources.includes(need.source) &&
      selects(request, need.who, learner) &&
      item.teaches.some((taught) => taught.area === need.area && taught.depth >= need.depth) &&
      request.staff.filter(
        (person) => selects(request, need.who, person) && holdsByRecords(request, need, person),
      ).length < targetOf(request, need),
  );

/** Whether a key of the selector speaks of people, under `not` too. */
export const asksOfPeople = (selector: Selector): boolean =>
  selector.staff !== undefined ||
  selector.roles !== undefined ||
  selector.sites !== undefined ||
  selector.ageBands !== undefined ||
  selector.minLevel !== undefined ||
  (selector.not !== undefined && asksOfPeople(selector.not));

function keysMatch(
  request: RequestInput,
  selector: Selector,
  item: Item,
  learner: Person | undefined,
): boolean {
  if (learner !== undefined && !personKeysMatch(request, selector, learner)) return false;
  if (!itemKeysMatch(selector, item)) return false;
  if (selector.sources !== undefined) {
    if (learner === undefined || !sourcesMatch(request, selector.sources, item, learner)) return false;
  }
  return !(selector.not !== undefined && keysMatch(request, selector.not, item, learner));
}

/**
 * Whether the selector matches the item and a learner, or a booking of the item without learners: person keys, under
 * `not` too, never match that, and `sources` is false of it.
 */
export const matches = (
  request: RequestInput,
  selector: Selector,
  item: Item,
  learner: Person | undefined,
): boolean =>
  !(learner === undefined && asksOfPeople(selector)) && keysMatch(request, selector, item, learner);
