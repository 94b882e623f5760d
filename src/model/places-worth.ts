import type { CatalogueItem } from '../domain/catalogue.js';
import type { Pace, Steps } from '../internal/steps.js';
import { ENTRY } from './operations.js';
import type { Permission } from './permission.js';
import { countsFrom, reliantFirst } from './prerequisites.js';
import type { Person } from './goal.js';
import { isPurchase, type Slot } from './slots.js';

/** What decides whether a place can be part of a best programme. */
export interface Grounds {
  readonly items: readonly CatalogueItem[];
  readonly prerequisites: readonly (readonly number[])[];
  readonly team: readonly Person[];
  readonly slots: readonly Slot[];
  readonly slotsOfItem: readonly (readonly number[])[];
  readonly permissions: readonly Permission[];
  /** By slot, the people for whom it meets a need that is open. */
  readonly meeting: readonly ReadonlySet<number>[];
  /** Whether a place is worth having whatever it teaches: pinned, in the baseline, granting, or wanted by a least amount. */
  readonly keeps: (item: number, person: number) => boolean;
}

/**
 * By slot, the people whose place on it can be part of a best programme. Any other place could be dropped: that breaks
 * nothing, costs nothing and scores no less, and fewer places are better.
 */
export function* placesWorth(grounds: Grounds, pace: Pace): Steps<ReadonlySet<number>[]> {
  const { items, prerequisites, team, slots, slotsOfItem, permissions, meeting, keeps } = grounds;
  const worth = slots.map(() => new Set<number>());
  /** By item, those for whom another item that they may take relies on it. */
  const relied = items.map(() => new Set<number>());
  for (const item of reliantFirst(items, prerequisites)) {
    if (isPurchase(items[item]!)) continue;
    const { people, pinned } = permissions[item]!;
    const permitted = [...people, ...pinned.keys()];
    const kept = new Set(permitted.filter((person) => relied[item]!.has(person) || keeps(item, person)));
    const here = slotsOfItem[item]!;
    if (pace.ends(ENTRY * permitted.length * (1 + here.length))) yield pace.operations;
    for (const slot of here) {
      for (const person of permitted)
        if (kept.has(person) || meeting[slot]!.has(person)) worth[slot]!.add(person);
    }
    // One place can call for others: to be enough learners, to make a booking cost something, or because all go or nobody does.
    const together = items[item]!.participation === 'whole-team';
    const anywhere = here.some((slot) => worth[slot]!.size > 0);
    for (const slot of here) {
      if (together ? anywhere : isForSeveral(items[item]!) && worth[slot]!.size > 0)
        for (const person of permitted) worth[slot]!.add(person);
    }
    if (prerequisites[item]!.length === 0) continue;
    for (const person of new Set(here.flatMap((slot) => [...worth[slot]!]))) {
      const starts = here.flatMap((slot) => (worth[slot]!.has(person) ? [slots[slot]!.start] : []));
      const first = starts.reduce((a, b) => Math.min(a, b));
      for (const needed of prerequisites[item]!)
        if (countsFrom(team[person]!.member, items[needed]!) > first) relied[needed]!.add(person);
    }
  }
  return worth;
}

/** Whether a booking can be legal with several learners and not with fewer. */
const isForSeveral = ({ learners, offers }: CatalogueItem): boolean =>
  (learners?.min ?? 0) > 1 ||
  offers.some(
    ({ price }) => price.kind === 'per-learner-tiered' && price.tiers.some(({ pence }) => pence === 0),
  );
