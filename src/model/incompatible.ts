import type { CatalogueItem } from '../domain/catalogue.js';
import { groupBy } from '../internal/lookup.js';
import type { Slot } from './slots.js';

/** The largest sets of slots of different items that take place at one moment: nobody can be on two of a set. */
export function clashesOf(slots: readonly Slot[], used: readonly number[]): number[][] {
  const timed = used.filter((slot) => slots[slot]!.blocks.length > 0);
  const edges = timed.flatMap((slot) =>
    slots[slot]!.blocks.flatMap(({ starts, ends }) => [
      { at: starts, slot, enters: true },
      { at: ends, slot, enters: false },
    ]),
  );
  // At a moment, what ends makes way before what starts: stretches are half-open.
  edges.sort((a, b) => a.at - b.at || Number(a.enters) - Number(b.enters) || a.slot - b.slot);
  const sets = new Map<string, number[]>();
  const there = new Set<number>();
  let grown = false;
  for (const { slot, enters } of edges) {
    // Just before the first that leaves, a set is as large as it gets.
    if (!enters && grown) {
      const set = [...there].sort((a, b) => a - b);
      if (new Set(set.map((one) => slots[one]!.itemNumber)).size > 1) sets.set(set.join(','), set);
    }
    if (enters) there.add(slot);
    else there.delete(slot);
    grown = enters;
  }
  const all = [...sets.values()];
  const having = groupBy(
    all.flatMap((set) => set.map((slot) => ({ slot, set }))),
    ({ slot }) => slot,
  );
  return all.filter((set) => {
    const larger = having.get(set[0]!)!.filter((other) => other.set.length > set.length);
    return !larger.some((other) => set.every((slot) => other.set.includes(slot)));
  });
}

/** Above this many pairs that exclude each other, each stands by itself. */
const MOST_JOINED_PAIRS = 200_000;

/**
 * Sets of items in use that all exclude one another, so that nobody can take two of a set. Any two that exclude each
 * other stand together in one; one row for many says more than a row for each pair.
 */
export function exclusionsOf(
  items: readonly CatalogueItem[],
  numberOf: ReadonlyMap<string, number>,
  used: readonly number[],
): number[][] {
  const others = new Map(used.map((item) => [item, new Set<number>()]));
  for (const [item, excluded] of others) {
    for (const id of items[item]!.excludes ?? []) {
      const other = numberOf.get(id)!;
      if (other === item) continue;
      others.get(other)?.add(item);
      if (others.has(other)) excluded.add(other);
    }
  }
  let pairs = 0;
  for (const excluded of others.values()) pairs += excluded.size / 2;
  const sets: number[][] = [];
  const together = new Map(used.map((item) => [item, new Set<number>()]));
  const inOrder = (some: Iterable<number>): number[] => [...some].sort((a, b) => a - b);
  for (const item of inOrder(used)) {
    const excluded = inOrder(others.get(item)!);
    for (const other of excluded) {
      if (other < item || together.get(item)!.has(other)) continue;
      const set = [item, other];
      if (pairs <= MOST_JOINED_PAIRS) {
        for (const third of excluded)
          if (third !== other && set.every((one) => others.get(one)!.has(third))) set.push(third);
      }
      for (const one of set) for (const two of set) together.get(one)!.add(two);
      sets.push(inOrder(set));
    }
  }
  return sets;
}
