import type { Reason } from '../domain/programme.js';
import { isBanned, lacks } from './allowed.js';
import type { Covered, Derived } from './derive.js';
import { type Demand, type Facts, isRecorded, meets } from './facts.js';
import { type Item, type Person, fits } from './people.js';
import { costOf, isForTeam } from './price.js';
import type { Refuse } from './refusal.js';
import { type Slot, isWithin } from './when.js';

/* Needs that stay unmet: the gap must be there, and its reason one that can be true. */

/** Whether this alone can keep a person from meeting the need by the item on the slot; in doubt it can. */
function canKeep(
  reason: string,
  facts: Facts,
  demand: Demand,
  item: Item,
  slot: Slot,
  person: Person,
): boolean {
  const { request, people, granting } = facts;
  const { prerequisites = [], participation, learners } = item;
  const isToBuy = (id: string): boolean => granting.get(id)?.some((by) => by !== item) === true;
  const offers = item.offers
    .filter((offer) => isForTeam(offer, people.length))
    .filter((offer) => lacks(facts, offer, person).every(isToBuy));
  const dated = offers.filter((offer) => isWithin(slot.starts, offer));
  const inTheWay = [
    fits(item, person, request) || 'audience',
    (slot.isPossible && dated.length > 0 && meets(item, slot.finishes, demand)) || 'dates',
    !isBanned(facts, item, slot, person) || 'banned',
  ].filter((obstacle) => obstacle !== true);
  if (offers.length === 0 || inTheWay.some((obstacle) => obstacle !== reason)) return false;
  if (inTheWay.length > 0) return true;
  const outright = dated.filter((offer) => lacks(facts, offer, person).length === 0);
  const isShared = participation === 'whole-team' || (learners?.min ?? 0) > 1;
  /** It takes more than this place: whatever keeps somebody from the rest of it keeps the person from this. */
  const isJoint = isShared || prerequisites.length > 0 || outright.length === 0;
  const isDone = (id: string): boolean => isRecorded(facts, person, id, slot.starts);
  const times = [person.time, ...Object.values(person.time?.terms ?? {})].filter(
    (time) => time?.releaseMinutes !== undefined && (time.ownMinutes !== undefined || slot.isOpen),
  );
  const can: { readonly [Key in Reason]?: () => boolean } = {
    audience: () => isJoint,
    dates: () => isJoint || slot.span !== undefined || request.funding.some(({ from, to }) => from ?? to),
    prerequisite: () => prerequisites.some(({ anyOf }) => isShared || !anyOf.some(isDone)),
    banned: () => isJoint,
    places: () => isJoint || learners !== undefined || slot.places < Infinity,
    cover: () => (request.cover ?? []).length > 0 && (isJoint || slot.isOpen),
    time: () => (isJoint ? facts.isTimed : item.minutes > 0 && times.length > 0),
    limit: () => (request.limits ?? []).length > 0,
    money: () => isJoint || outright.every((offer) => costOf(offer, people.length, people.length).pence > 0),
  };
  return Object.entries(can).some(([key, holds]) => key === reason && holds());
}

type Gaps = Derived['coverage'][number]['unmet'];

/** The gaps of a need: each person's when it is for everyone, else nobody's in particular; once, in order. */
export function checkGaps(facts: Facts, covered: Covered, gaps: Gaps, index: number, refuse: Refuse): void {
  const { demand, metBy, shortBy } = covered;
  const { need, lacking } = demand;
  const items = (facts.teaching.get(need.area) ?? []).filter((item) =>
    facts.demandsOf(item).includes(demand),
  );
  const places = items.flatMap((item) => facts.slotsOf(item).map((slot) => ({ item, slot })));
  const without = [...lacking.values()].filter(({ id }) => !metBy.has(id));
  const canBe = (reason: string, people: readonly Person[]): boolean => {
    if (reason === 'no-item') return items.length === 0;
    if (reason === 'outranked') return items.length > 0 || people.length === 0;
    return people.some((person) =>
      places.some(({ item, slot }) => canKeep(reason, facts, demand, item, slot, person)),
    );
  };
  gaps.forEach(({ staff = '', reason }, position) => {
    const at = ['coverage', index, 'unmet', position];
    const person = metBy.has(staff) ? undefined : lacking.get(staff);
    const isFor = need.count === 'everyone' ? person && [person] : without;
    if ((need.count === 'everyone') === (staff === ''))
      refuse('coverage', at, 'It names a person just when the need is for everyone.');
    else if (position > 0 && (gaps[position - 1]?.staff ?? '') >= staff)
      refuse('coverage', at, 'Each gap is told once, in the order of ids.');
    else if (shortBy === 0 || isFor === undefined) refuse('false-reason', at, 'There is no such gap.');
    else if (!canBe(reason, isFor)) refuse('false-reason', [...at, 'reason'], `It can't be "${reason}".`);
  });
}
