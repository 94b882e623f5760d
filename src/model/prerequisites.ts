import type { CatalogueItem } from '../domain/catalogue.js';
import type { StaffMember } from '../domain/staff-member.js';
import { dayOf } from './days.js';
import type { Slot } from './slots.js';

/** The catalogue's items as positions, each after all that rely on it as a prerequisite. There are no circles. */
export function reliantFirst(
  items: readonly CatalogueItem[],
  prerequisites: readonly (readonly number[])[],
): number[] {
  const waiting = new Int32Array(items.length);
  for (const needed of prerequisites) for (const item of needed) waiting[item]! += 1;
  const order = [...items.keys()].filter((item) => waiting[item] === 0);
  // The list grows while it is walked.
  for (const item of order) {
    for (const needed of prerequisites[item]!) {
      waiting[needed]! -= 1;
      if (waiting[needed] === 0) order.push(needed);
    }
  }
  return order;
}

/** By item, the positions of the items that any entry of its prerequisites names, each once. */
export function prerequisitesOf(
  items: readonly CatalogueItem[],
  numberOf: ReadonlyMap<string, number>,
): number[][] {
  return items.map(({ prerequisites = [] }) =>
    [...new Set(prerequisites.flatMap(({ anyOf }) => anyOf.map((id) => numberOf.get(id)!)))].sort(
      (a, b) => a - b,
    ),
  );
}

/**
 * The first day on which the person's records let the item count as a prerequisite: one names it, or they have ever
 * held all it teaches, expired or not. Infinity: never; an item that teaches nothing always counts.
 */
export function countsFrom(member: StaffMember, item: CatalogueItem): number {
  const records = member.records ?? [];
  const earliest = (days: readonly number[]): number => days.reduce((a, b) => Math.min(a, b), Infinity);
  const named = records.filter((record) => record.item === item.id);
  const heldAll = item.teaches.map(({ area, depth }) =>
    earliest(
      records
        .filter((record) => record.area === area && record.depth >= depth)
        .map(({ completedOn }) => dayOf(completedOn)),
    ),
  );
  const all = heldAll.reduce((a, b) => Math.max(a, b), -Infinity);
  return Math.min(all, earliest(named.map(({ completedOn }) => dayOf(completedOn))));
}

/** Whether the first slot, booked, is finished in time for the second to rely on it. */
export function comesBefore(first: Slot, second: Slot): boolean {
  if (first.session === undefined)
    return second.session === undefined ? first.term <= second.term : first.start <= second.start;
  if (second.session === undefined) return first.end < second.start;
  return first.blocks.at(-1)!.ends <= second.blocks[0]!.starts;
}
