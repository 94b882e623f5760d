import type { RequestInput } from '../../src/domain/request.js';

/*
 * Sections 3 and 4 of DESIGN.md read aloud, one function for one sentence, for requests without sessions, terms and
 * the other parts that the oracle does not know. Nothing of `src/` runs here: this is the judge.
 */

export type Person = RequestInput['staff'][number];
export type Item = RequestInput['catalogue']['items'][number];
export type Offer = Item['offers'][number];
export type Need = RequestInput['needs'][number];
type Who = Need['who'];
type Source = Need['source'];

/** The calendar date some months later, clamped to the month's end. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** The highest qualification not being studied for and awarded by `asOf`; none is 0. */
export function levelOf(request: RequestInput, person: Person): number {
  const awarded = (person.qualifications ?? []).filter(
    (one) => one.studying !== true && (one.awardedOn === undefined || one.awardedOn <= request.asOf),
  );
  return Math.max(0, ...awarded.map((one) => one.level));
}

/** Every key given must match, by any of its values. */
export function selects(request: RequestInput, who: Who, person: Person): boolean {
  if (who.staff !== undefined && !who.staff.includes(person.id)) return false;
  if (who.roles !== undefined && !who.roles.some((role) => person.roles.includes(role))) return false;
  if (who.sites !== undefined && !(person.site !== undefined && who.sites.includes(person.site)))
    return false;
  if (who.ageBands !== undefined && !who.ageBands.some((band) => (person.ageBands ?? []).includes(band)))
    return false;
  if (who.minLevel !== undefined && levelOf(request, person) < who.minLevel) return false;
  if (who.not !== undefined && selects(request, who.not, person)) return false;
  return true;
}

/** Its `by` date, or else the window's last day; overdue, the window's last day. */
export const testDate = (request: RequestInput, need: Need): string =>
  need.by === undefined || need.by < request.window.from ? request.window.to : need.by;

/** Whether the person's records hold what the need asks on the day it is tested. */
export function holdsByRecords(request: RequestInput, need: Need, person: Person): boolean {
  const day = testDate(request, need);
  return (person.records ?? []).some(
    (record) =>
      record.area === need.area &&
      record.depth >= need.depth &&
      record.completedOn <= day &&
      (record.expiresOn === undefined || day < record.expiresOn) &&
      (need.maxAgeMonths === undefined || day <= plusMonths(record.completedOn, need.maxAgeMonths)),
  );
}

/** Whether a self-paced booking of the item, which starts with the window, meets the need for a learner whom it selects. */
export function meets(request: RequestInput, item: Item, need: Need): boolean {
  const day = testDate(request, need);
  const start = request.window.from;
  return item.teaches.some(
    (taught) =>
      taught.area === need.area &&
      taught.depth >= need.depth &&
      start <= day &&
      (taught.validMonths === undefined || day < plusMonths(start, taught.validMonths)) &&
      (need.maxAgeMonths === undefined || day <= plusMonths(start, need.maxAgeMonths)),
  );
}

export function fitsAudience(request: RequestInput, item: Item, person: Person): boolean {
  const { roles, providerKinds, minLevel, maxLevel } = item.audience ?? {};
  const level = levelOf(request, person);
  return (
    (roles === undefined || roles.some((role) => person.roles.includes(role))) &&
    (providerKinds === undefined || providerKinds.includes(request.setting.providerKind)) &&
    (minLevel === undefined || level >= minLevel) &&
    (maxLevel === undefined || level <= maxLevel)
  );
}

/** A need selects them, the item teaches its area to its depth, and their records do not hold it on the test date. */
const teachesSomethingNeeded = (request: RequestInput, item: Item, person: Person): boolean =>
  request.needs.some(
    (need) =>
      selects(request, need.who, person) &&
      item.teaches.some((taught) => taught.area === need.area && taught.depth >= need.depth) &&
      !holdsByRecords(request, need, person),
  );

const adjustments = (request: RequestInput, kind: 'pin' | 'ban', item: Item) =>
  (request.adjustments ?? []).filter((one) => one.kind === kind && one.item === item.id);

/** Whether the person may be booked on the item at all. */
export function mayBook(request: RequestInput, item: Item, person: Person): boolean {
  const names = (one: { staff?: readonly string[] | undefined }): boolean =>
    one.staff === undefined || one.staff.includes(person.id);
  if (!fitsAudience(request, item, person)) return false;
  if (adjustments(request, 'ban', item).some(names)) return false;
  return teachesSomethingNeeded(request, item, person) || adjustments(request, 'pin', item).some(names);
}

/** Pins: everybody named must be booked; a pin that names nobody asks for at least one booking of the item. */
export const pinsHold = (request: RequestInput, item: Item, learners: readonly Person[]): boolean =>
  adjustments(request, 'pin', item).every((pin) =>
    pin.staff === undefined
      ? learners.length > 0
      : pin.staff.every((id) => learners.some((learner) => learner.id === id)),
  );

/** What the offer requires is held by the setting or, for free and per-learner prices, by the learner. */
export const unlocked = (request: RequestInput, offer: Offer, person: Person): boolean =>
  (offer.requires ?? []).every(
    (needed) =>
      (request.setting.entitlements ?? []).includes(needed) ||
      ((offer.price.kind === 'free' || offer.price.kind === 'per-learner') &&
        (person.entitlements ?? []).includes(needed)),
  );

/** What one booking of the offer costs, with so many learners. */
export function priceOf(offer: Offer, learners: number): number {
  const { price } = offer;
  if (price.kind === 'free') return 0;
  if (price.kind === 'per-learner') return price.pence * learners;
  if (price.kind === 'per-setting') return price.pence;
  if (price.kind === 'per-group') return price.pence * Math.ceil(learners / price.size);
  throw new Error(`The oracle does not know the price kind ${price.kind}`);
}

/** The minutes a person has; nothing binds without both numbers. */
export const minutesAvailable = (person: Person): number =>
  person.time?.releaseMinutes === undefined || person.time.ownMinutes === undefined
    ? Infinity
    : person.time.releaseMinutes + person.time.ownMinutes;

/** The target: everybody selected, or `atLeast + spare`. */
export const targetOf = (request: RequestInput, need: Need): number =>
  need.count === 'everyone'
    ? request.staff.filter((person) => selects(request, need.who, person)).length
    : need.count.atLeast + (need.count.spare ?? 0);

const DEFAULT_WEIGHTS: Record<Source, number> = {
  statutory: 1,
  'welfare-notice': 1,
  'inspection-action': 1,
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
  aspiration: 1,
};

export const weightOf = (request: RequestInput, need: Need): number =>
  need.weight ?? request.policy?.weights?.[need.source] ?? DEFAULT_WEIGHTS[need.source];

export const isMust = (request: RequestInput, need: Need): boolean =>
  (request.policy?.must ?? ['statutory', 'welfare-notice', 'inspection-action']).includes(need.source);
