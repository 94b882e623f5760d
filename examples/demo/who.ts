import type { CatalogueItem, Need, PeopleSelector, Request, StaffMember } from 'smartpd';

/* Which people a need speaks of, and for which people an item is meant: what the contract says, read plainly. */

const levelOf = ({ qualifications = [] }: StaffMember, { asOf }: Request): number =>
  qualifications
    .filter(({ studying, awardedOn = asOf }) => studying !== true && awardedOn <= asOf)
    .reduce((highest, { level }) => Math.max(highest, level), 0);

const anyOf = <T>(values: readonly T[] | undefined, has: (value: T) => boolean): boolean =>
  values === undefined || values.some(has);

const selects = (who: PeopleSelector, person: StaffMember, request: Request): boolean =>
  anyOf(who.staff, (id) => id === person.id) &&
  anyOf(who.roles, (role) => person.roles.includes(role)) &&
  anyOf(who.sites, (site) => site === person.site) &&
  anyOf(who.ageBands, (band) => person.ageBands?.includes(band) === true) &&
  levelOf(person, request) >= (who.minLevel ?? 0) &&
  !(who.not !== undefined && selects(who.not, person, request));

export const selectedBy = ({ who }: Need, request: Request): StaffMember[] =>
  request.staff.filter((person) => selects(who, person, request));

export const isMeantFor = (
  { audience = {} }: CatalogueItem,
  person: StaffMember,
  request: Request,
): boolean =>
  anyOf(audience.roles, (role) => person.roles.includes(role)) &&
  anyOf(audience.providerKinds, (kind) => kind === request.setting.providerKind) &&
  levelOf(person, request) >= (audience.minLevel ?? 0) &&
  levelOf(person, request) <= (audience.maxLevel ?? Infinity);
