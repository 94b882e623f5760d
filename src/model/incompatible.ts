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

/** Pairs of items of which either excludes the other. */
export function exclusionsOf(
  items: readonly CatalogueItem[],
  numberOf: ReadonlyMap<string, number>,
): (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  items.forEach(({ excludes = [] }, item) => {
    for (const id of excludes) {
      const other = numberOf.get(id)!;
      const pair = item < other ? ([item, other] as const) : ([other, item] as const);
      if (item !== other) pairs.set(pair.join(','), pair);
    }
  });
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
