import type { CatalogueItem } from '../domain/catalogue.js';
import type { PeopleSelector } from '../domain/selector.js';
import type { ProviderKind } from '../domain/setting.js';
import type { StaffMember } from '../domain/staff-member.js';
import type { IsoDate } from '../domain/units.js';

/** The highest qualification awarded by a day and not still studied for; 0 for none. One without a date counts as awarded. */
export function levelOn(person: StaffMember, day: IsoDate): number {
  let level = 0;
  for (const { level: held, studying, awardedOn } of person.qualifications ?? []) {
    if (studying !== true && (awardedOn === undefined || awardedOn <= day)) level = Math.max(level, held);
  }
  return level;
}

/** Whether any of the values is among those wanted; a key that is absent asks for nothing. */
const anyOf = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
  wanted === undefined || wanted.some((value) => has.includes(value));

type PersonTest = (person: StaffMember, level: number) => boolean;

/** The selector's own keys of people, `not` left aside: each key given, by any of its values. Ids are looked up, not searched. */
export function matchesPerson(selector: PeopleSelector): PersonTest {
  const staff = selector.staff && new Set<string>(selector.staff);
  const { roles, sites, ageBands, minLevel } = selector;
  return (person, level) =>
    (staff === undefined || staff.has(person.id)) &&
    anyOf(roles, person.roles) &&
    anyOf(sites, person.site === undefined ? [] : [person.site]) &&
    anyOf(ageBands, person.ageBands ?? []) &&
    (minLevel === undefined || level >= minLevel);
}

/** Whether the selector matches the person. */
export function selectsPerson(selector: PeopleSelector): PersonTest {
  const own = matchesPerson(selector);
  const excepted = selector.not && selectsPerson(selector.not);
  return (person, level) => own(person, level) && excepted?.(person, level) !== true;
}

/** Whether the item is meant for the person. */
export function fitsAudience(
  item: CatalogueItem,
  person: StaffMember,
  level: number,
  providerKind: ProviderKind,
): boolean {
  const { audience } = item;
  return (
    audience === undefined ||
    (anyOf(audience.roles, person.roles) &&
      anyOf(audience.providerKinds, [providerKind]) &&
      level >= (audience.minLevel ?? 0) &&
      level <= (audience.maxLevel ?? 8))
  );
}
