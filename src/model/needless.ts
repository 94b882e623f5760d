import { countsFrom, comesBefore } from './prerequisites.js';
import type { Resolved } from './resolved.js';

/**
 * Whether a slot adds nothing to what makes a person hold a goal, though it meets it: to take it they must have taken
 * another item first, and whichever that is, it meets the goal as well. Without this a relaxation holds a need by halves
 * of a course and of the refresher that relies on it, for half of the price.
 */
export function needlessFor(
  resolved: Pick<Resolved, 'team' | 'items' | 'numberOf' | 'slots' | 'slotsOfItem' | 'meeting'>,
): (goal: number, slot: number, person: number) => boolean {
  const { team, items, numberOf, slots, slotsOfItem, meeting } = resolved;
  const met = meeting.map((some) => new Set(some));
  const known = new Map<string, readonly (readonly number[])[]>();
  /** The entries of the slot's prerequisites of which every item that can come before it meets the goal. */
  const implying = (goal: number, slot: number): readonly (readonly number[])[] => {
    const key = `${goal} ${slot}`;
    let entries = known.get(key);
    if (entries === undefined) {
      entries = (slots[slot]!.item.prerequisites ?? [])
        .map(({ anyOf }) => anyOf.map((id) => numberOf.get(id)!))
        .filter((options) =>
          options.every((option) =>
            slotsOfItem[option]!.every(
              (first) => met[goal]!.has(first) || !comesBefore(slots[first]!, slots[slot]!),
            ),
          ),
        );
      known.set(key, entries);
    }
    return entries;
  };
  return (goal, slot, person) => {
    if (slots[slot]!.item.prerequisites === undefined) return false;
    const { member } = team[person]!;
    return implying(goal, slot).some((options) =>
      options.every((option) => countsFrom(member, items[option]!) > slots[slot]!.start),
    );
  };
}
