import { groupBy, memoised } from '../internal/lookup.js';
import type { Pace, Steps } from '../internal/steps.js';
import type { OpenWay } from './facts.js';
import { ENTRY } from './operations.js';
import type { Resolved } from './resolved.js';

/**
 * Leaves out self-paced items in terms in which they are never best: an earlier term does the same, for the same people
 * at the same prices, and nothing makes the terms differ. Everybody on the later one could move to the earlier, which
 * breaks nothing, costs no more and starts earlier. Without this a problem grows with terms that do not matter.
 */
export function* withoutLaterTerms(
  resolved: Resolved,
  ways: readonly OpenWay[],
  pace: Pace,
): Steps<readonly OpenWay[]> {
  const { slots, terms } = resolved;
  if (terms.length < 2) return ways;
  const bySlot = groupBy(ways, ({ way }) => way.slotNumber);
  const met = goalsMet(resolved);
  if (pace.ends(10 * ENTRY * slots.length)) yield pace.operations;
  const isAlike = memoised((number: number) => isAlikeInAllTerms(resolved, number));
  const left = new Set<number>();
  for (const [later, ofLater] of bySlot) {
    const { item, session, itemNumber } = slots[later]!;
    if (session !== undefined || !isAlike(itemNumber)) continue;
    if (pace.ends(ENTRY * ofLater.reduce((sum, { people }) => sum + people.length, 0))) yield pace.operations;
    const earlier = resolved.slotsOfItem[itemNumber]!.filter((slot) => slot < later && bySlot.has(slot));
    const takesOver = (slot: number): boolean =>
      !left.has(slot) &&
      [...met[later]!].every((goal) => met[slot]!.has(goal)) &&
      ofLater.every(({ way, people }) =>
        bySlot
          .get(slot)!
          .some(
            (other) =>
              other.way.offer === way.offer &&
              way.pots.every((pot) => other.way.pots.includes(pot)) &&
              isSubset(people, other.people),
          ),
      ) &&
      (item.minutes === 0 ||
        ofLater.every(({ people }) => people.every((p) => isUnbound(resolved, p, slot))));
    if (earlier.some(takesOver)) left.add(later);
  }
  return left.size === 0 ? ways : ways.filter(({ way }) => !left.has(way.slotNumber));
}

/** Whether nothing about the item but dates, prices and people's time depends on the term it is booked in. */
function isAlikeInAllTerms({ items, prerequisites, bounds }: Resolved, number: number): boolean {
  const item = items[number]!;
  if (prerequisites[number]!.length > 0 || item.learners?.max !== undefined) return false;
  // Two bookings made one must not cost more, nor fall short of a least amount.
  const dearer = item.offers.some(
    ({ price }) =>
      price.kind === 'per-learner-tiered' &&
      [...price.tiers]
        .sort((a, b) => a.from - b.from)
        .some(({ pence }, k, tiers) => k > 0 && pence > tiers[k - 1]!.pence),
  );
  return (
    !dearer &&
    !bounds.some(
      ({ limit, matcher }) =>
        (limit.per === 'term' || limit.atLeast !== undefined) &&
        (matcher.matchesAlone(item) || matcher.matchesSomebody(item)),
    )
  );
}

/** Whether no minutes limit of the slot's term binds the person's self-paced learning. */
function isUnbound({ team, slots, terms }: Resolved, person: number, slot: number): boolean {
  const id = terms[slots[slot]!.term]!.id;
  const time = id === undefined ? undefined : team[person]!.member.time?.terms?.[id];
  return time?.releaseMinutes === undefined || time.ownMinutes === undefined;
}

/** By slot, the goals that it makes somebody hold. */
function goalsMet({ slots, meeting }: Resolved): Set<number>[] {
  const met = slots.map(() => new Set<number>());
  meeting.forEach((meets, goal) => meets.forEach((slot) => met[slot]!.add(goal)));
  return met;
}

/** Both in ascending order. */
function isSubset(some: readonly number[], all: readonly number[]): boolean {
  let k = 0;
  return some.every((value) => {
    while (k < all.length && all[k]! < value) k += 1;
    return all[k] === value;
  });
}
