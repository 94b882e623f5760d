import { MINUTES_PER_DAY } from '../internal/calendar.js';
import { groupByEach } from '../internal/lookup.js';
import type { Line } from './derive.js';
import { type Facts, isRecorded } from './facts.js';
import { type Item, type Person, fits, isPurchase } from './people.js';
import { type Offer, isForTeam, isPersonal } from './price.js';
import type { Path, RefusalCode, Refuse } from './refusal.js';
import { type Slot, day, isBefore, isDuring, isWithin } from './when.js';

/* What a booking may be: who may be on it, when, at which price, from which pot, and beside which others. */

/** Each person's bookings by item, and the bookings of what grants an entitlement. */
export function bookedIn(lines: readonly Line[]) {
  const byPerson = new Map<string, Map<string, Line>>();
  for (const line of lines)
    for (const { id } of line.learners) {
      const own = byPerson.get(id) ?? new Map<string, Line>();
      byPerson.set(id, own.has(line.item.id) ? own : own.set(line.item.id, line));
    }
  return { byPerson, granting: groupByEach(lines, ({ item }) => item.grants ?? []) };
}
export type Booked = ReturnType<typeof bookedIn>;

/** Whether a ban keeps the person from the item there; without a person, whether it keeps everybody. */
export const isBanned = ({ adjusting }: Facts, item: Item, { session }: Slot, person?: Person): boolean =>
  (adjusting.get(`ban ${item.id}`) ?? [])
    .filter((ban) => ban.session === undefined || ban.session === session)
    .some(({ staff }) => staff === undefined || (person !== undefined && staff.has(person.id)));

/** Who has a reason to be on an item: it, or what it is a prerequisite of at any remove, is needed or asked for. */
function reasonsFor({ request, items, dependants, demandsOf, adjusting }: Facts, item: Item) {
  const towards = new Set([item]); // grows while it is gone through
  for (const one of towards) for (const next of dependants.get(one.id) ?? []) towards.add(next);
  const forAll = [...towards].some(({ participation }) => participation === 'whole-team');
  const demands = new Set([...towards].flatMap(demandsOf));
  const pins = [...towards].flatMap(({ id }) => adjusting.get(`pin ${id}`) ?? []);
  const isPinned = (person: Person) => (pin: (typeof pins)[number]) => {
    const pinned = items.get(pin.item);
    return pin.staff?.has(person.id) ?? (pinned !== undefined && fits(pinned, person, request));
  };
  return (person: Person): boolean =>
    forAll || [...demands].some(({ lacking }) => lacking.has(person.id)) || pins.some(isPinned(person));
}

/** What the offer requires and neither the setting nor, for a price of their own, the person has. */
export const lacks = ({ entitlements }: Facts, offer: Offer, person?: Person): string[] =>
  (offer.requires ?? [])
    .filter((id) => !entitlements.has(id))
    .filter((id) => !(isPersonal(offer) && person?.entitlements.has(id)));

/** A booking by itself: when it is, what pays for it, how many are on it. */
export function checkBooking(facts: Facts, { granting }: Booked, line: Line, refuse: Refuse): void {
  const { index, item, offer, pot, slot, learners, pence } = line;
  const unless = (holds: boolean, code: RefusalCode, message: string, ...at: Path): void => {
    if (!holds) refuse(code, ['bookings', index, ...at], message);
  };
  const { min = 0, max = Infinity } = item.learners ?? {};
  const pays = facts.selector(pot?.pays);
  const payees = learners.length > 0 ? learners : [undefined];
  const isPriced = isPersonal(offer) ? offer.price.kind === 'free' : offer.price.kind !== 'per-group';
  unless(slot.isPossible, 'not-available', 'It cannot be taken then.');
  unless(isWithin(slot.starts, offer), 'offer-dates', 'The offer is not for that day.', 'offer');
  unless(isForTeam(offer, facts.people.length), 'team-size', 'The team is too large for it.', 'offer');
  unless(pence === 0 || pot !== undefined, 'no-pot', 'It costs money and names no pot.');
  unless(pence > 0 || pot === undefined, 'needless-pot', 'It costs nothing.', 'pot');
  unless(isWithin(slot.starts, pot ?? {}), 'pot-dates', 'The pot is not for that day.', 'pot');
  unless(
    payees.every((who) => pays.matches(item, who)),
    'pot-pays',
    'The pot is not for this.',
    'pot',
  );
  unless(
    min <= learners.length && learners.length <= max,
    'learners',
    'So many cannot be on it.',
    'learners',
  );
  if (isPurchase(item)) {
    const missing = lacks(facts, offer).filter(
      (id) => granting.get(id)?.every((by) => by.item === item) ?? true,
    );
    unless(learners.length === 0, 'purchase', 'It is bought for the setting, without learners.', 'learners');
    unless(isPriced, 'purchase', 'It cannot be bought at a price of this kind.', 'offer');
    unless(missing.length === 0, 'entitlement', `It wants: ${missing.join(', ')}.`, 'offer');
    unless(!isBanned(facts, item, slot), 'banned', 'It may not be bought.');
  } else unless(learners.length > 0, 'no-learners', 'Nobody is booked on it.', 'learners');
}

/** Each learner of a booking: whether they may be on it, by itself and beside all else they are on. */
export function checkLearners(
  facts: Facts,
  { byPerson, granting }: Booked,
  line: Line,
  refuse: Refuse,
): void {
  const { index, item, offer, slot, learners } = line;
  const hasReason = reasonsFor(facts, item);
  const isGranted = (id: string): boolean => granting.get(id)?.some((by) => by.item !== item) === true;
  learners.forEach((person, position) => {
    const { id, away = [] } = person;
    const own = byPerson.get(id) ?? new Map<string, Line>();
    const unless = (holds: boolean, code: RefusalCode, message: string): void => {
      if (!holds) refuse(code, ['bookings', index, 'learners', position], `"${id}" ${message}.`);
    };
    const isDone = (other: string): boolean => {
      const before = own.get(other);
      return (
        isRecorded(facts, person, other, slot.starts) || (before !== undefined && isBefore(before.slot, slot))
      );
    };
    const missing = lacks(facts, offer, person).filter((required) => !isGranted(required));
    const undone = (item.prerequisites ?? []).filter(({ anyOf }) => !anyOf.some(isDone));
    const excluded = (item.excludes ?? []).filter((other) => other !== item.id && own.has(other));
    const isAway = away
      .map(({ from, to }) => ({ starts: day(from) * MINUTES_PER_DAY, ends: (day(to) + 1) * MINUTES_PER_DAY }))
      .some((days) => isDuring(slot, days));
    unless((learners[position - 1]?.id ?? id) <= id, 'learner-order', 'stands after a greater id');
    unless(fits(item, person, facts.request), 'audience', 'is not among those whom the item is for');
    unless(!isBanned(facts, item, slot, person), 'banned', 'may not be booked on it');
    unless(isPurchase(item) || hasReason(person), 'not-needed', 'has no need that it leads to, and no pin');
    unless(missing.length === 0, 'entitlement', `cannot have this offer for want of: ${missing.join(', ')}`);
    unless(undone.length === 0, 'prerequisite', `has not done what comes first`);
    unless(excluded.length === 0, 'excluded', `is on what the item excludes: ${excluded.join(', ')}`);
    unless(!isAway, 'away', 'is away then');
  });
}
