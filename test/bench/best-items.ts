import type { RequestInput } from '../../src/index.js';

type Item = RequestInput['catalogue']['items'][number];
type Need = RequestInput['needs'][number];

const WORTH: Partial<Record<Need['source'], number>> = {
  statutory: 10,
  'welfare-notice': 10,
  'inspection-action': 10,
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
};

/** What one learner pays in the cheapest way, roughly: shared prices are taken to be shared by six. */
function penceOf({ offers }: Item): number {
  return Math.min(
    ...offers.map(({ price }) => {
      switch (price.kind) {
        case 'free':
          return 0;
        case 'per-learner':
          return price.pence;
        case 'per-group':
          return price.pence / price.size;
        case 'per-setting':
          return price.pence / 6;
        case 'per-learner-tiered':
          return Math.min(...price.tiers.map(({ pence }) => pence));
        case 'by-team-size':
          return Math.min(...price.bands.map(({ pence }) => pence)) / 6;
      }
    }),
  );
}

/**
 * The request with only so many items of its catalogue, those that teach the most of what is needed for the money and
 * time: what somebody who knows the catalogue would look through first. What a chosen item relies on is chosen with it.
 */
export function withBestItems(request: RequestInput, count: number): RequestInput {
  const { items } = request.catalogue;
  const byId = new Map(items.map((item) => [item.id, item]));
  const worth = (item: Item): number => {
    const taught = request.needs.filter(({ area, depth }) =>
      item.teaches.some((one) => one.area === area && one.depth >= depth),
    );
    const points = taught.reduce((sum, { source, weight }) => sum + (weight ?? WORTH[source] ?? 1), 0);
    return points / (200 + penceOf(item) + item.minutes);
  };
  const ranked = items.map((item) => ({ item, worth: worth(item) })).sort((a, b) => b.worth - a.worth);
  const chosen = new Set<Item>();
  const choose = (item: Item): void => {
    if (chosen.has(item)) return;
    chosen.add(item);
    for (const { anyOf } of item.prerequisites ?? [])
      for (const id of anyOf) {
        const needed = byId.get(id);
        if (needed !== undefined) choose(needed);
      }
  };
  const grants = items.filter((item) => item.grants !== undefined && item.teaches.length === 0);
  for (const item of grants.slice(0, 3)) choose(item);
  for (const { item } of ranked) if (chosen.size < count) choose(item);
  const kept = items.filter((item) => chosen.has(item));
  const ids = new Set(kept.map(({ id }) => id));
  return {
    ...request,
    catalogue: {
      ...request.catalogue,
      items: kept.map((item) => ({
        ...item,
        ...(item.excludes === undefined ? {} : { excludes: item.excludes.filter((id) => ids.has(id)) }),
      })),
    },
  };
}
