import type { RequestInput } from '../../src/domain/request.js';
import { holdsByRecords } from './page-learning.js';
import { levelOf, selects } from './page-people.js';
import { type Booked, type Item, type Person, type Slot, isForTheSetting } from './page-words.js';

/*
 * Who may, and who must, be booked on what.
 */

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

/** A pin permits the staff named, or all who fit the audience of what is pinned. */
const isPinned = (request: RequestInput, item: Item, person: Person): boolean =>
  adjustments(request, 'pin', item).some((pin) =>
    pin.staff === undefined ? fitsAudience(request, item, person) : pin.staff.includes(person.id),
  );

/**
 * The item teaches them something they need, is pinned or whole-team, or is a prerequisite, at any remove, of one that
 * does or is.
 */
export const isPermitted = (request: RequestInput, item: Item, person: Person): boolean =>
  teachesSomethingNeeded(request, item, person) ||
  isPinned(request, item, person) ||
  item.participation === 'whole-team' ||
  request.catalogue.items.some(
    (other) =>
      (other.prerequisites ?? []).some(({ anyOf }) => anyOf.includes(item.id)) &&
      isPermitted(request, other, person),
  );

/** Without staff a ban covers everybody, and what is bought for the setting; with a session, that session only. */
export const isBanned = (
  request: RequestInput,
  item: Item,
  slot: Slot,
  person: Person | undefined,
): boolean =>
  adjustments(request, 'ban', item).some(
    (ban) =>
      (ban.session === undefined || ban.session === slot.session?.id) &&
      (ban.staff === undefined || (person !== undefined && ban.staff.includes(person.id))),
  );

/** Pins: everybody named must be booked; a pin that names nobody asks for at least one booking of the item. */
export const pinsHold = (
  request: RequestInput,
  item: Item,
  bookings: readonly Pick<Booked, 'item' | 'slot' | 'learners'>[],
): boolean =>
  adjustments(request, 'pin', item).every((pin) => {
    const meant = bookings.filter(
      (booking) =>
        booking.item === item && (pin.session === undefined || pin.session === booking.slot.session?.id),
    );
    return pin.staff === undefined
      ? meant.length > 0
      : pin.staff.every((id) => meant.some(({ learners }) => learners.some((person) => person.id === id)));
  });

/** Of two different items, whether either excludes the other. */
export const exclude = (a: Item, b: Item): boolean =>
  a !== b && ((a.excludes ?? []).includes(b.id) || (b.excludes ?? []).includes(a.id));

/** All who fit the audience of a whole-team item take part, or nobody does. */
export const wholeTeamHolds = (request: RequestInput, item: Item, learners: readonly Person[]): boolean =>
  item.participation !== 'whole-team' ||
  isForTheSetting(item) ||
  learners.length === 0 ||
  request.staff.every((person) => !fitsAudience(request, item, person) || learners.includes(person));
