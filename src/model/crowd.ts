import type { Facts } from './facts.js';
import type { Group, Place } from './place.js';

/** Of these places no more can be taken together than so many. */
export interface Crowd {
  readonly places: readonly Place[];
  readonly most: number;
}

/**
 * What bounds how many are on a slot at once, whatever they pay: its own places, those of its item, and how many may be
 * out while it lasts. Rows of their own say so already; but where a price is shared, a relaxation takes a fraction of it
 * for the whole team unless it is told that the price buys no more than these.
 */
export function crowdsOf(
  { covers }: Pick<Facts, 'covers'>,
  groups: readonly Group[],
  places: readonly Place[],
): Crowd[] {
  const [first] = places;
  if (first === undefined) return [];
  const { slot, slotNumber } = first.way;
  const { perSetting = Infinity } = slot.item.learners ?? {};
  const out = covers
    .filter(({ slots }) => slots.has(slotNumber))
    .map(({ among, maxAway }): Crowd => {
      const counted = places.filter(({ group }) => among.has(groups[group]!.people[0]!));
      return { places: counted, most: maxAway };
    });
  return [{ places, most: Math.min(perSetting, slot.session?.places ?? Infinity) }, ...out].filter(
    ({ places: some, most }) => most < sizeOf(some),
  );
}

/** The most of the places that can be taken together. */
export const mostTogether = (places: readonly Place[], crowds: readonly Crowd[]): number =>
  crowds.reduce(
    (least, { places: some, most }) => Math.min(least, sizeOf(places) - sizeOf(some) + most),
    sizeOf(places),
  );

const sizeOf = (places: readonly Place[]): number => places.reduce((sum, { size }) => sum + size, 0);
