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

const anyOf = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
  wanted === undefined || wanted.some((value) => has.includes(value));

/** Whether the selector matches the person: each key given, by any of its values. */
export function selectsPerson(selector: PeopleSelector, person: StaffMember, level: number): boolean {
  return (
    anyOf(selector.staff, [person.id]) &&
    anyOf(selector.roles, person.roles) &&
    anyOf(selector.sites, person.site === undefined ? [] : [person.site]) &&
    anyOf(selector.ageBands, person.ageBands ?? []) &&
    (selector.minLevel === undefined || level >= selector.minLevel) &&
    (selector.not === undefined || !selectsPerson(selector.not, person, level))
  );
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
