import type { Item } from './people.js';

/* What an offer comes to. */

export type Offer = Item['offers'][number];

const bandFor = ({ price }: Offer, team: number) =>
  price.kind === 'by-team-size'
    ? [...price.bands].sort((a, b) => a.upTo - b.upTo).find(({ upTo }) => team <= upTo)
    : undefined;

/** Whether a team of this size can have the offer. */
export const isForTeam = (offer: Offer, team: number): boolean =>
  offer.price.kind !== 'by-team-size' || bandFor(offer, team) !== undefined;

/** Whether a learner's own entitlements unlock the offer: not that of a price for all. */
export const isPersonal = ({ price }: Offer): boolean =>
  price.kind === 'free' || price.kind === 'per-learner' || price.kind === 'per-learner-tiered';

/** What each learner pays in their own name: of a shared price, tiers too, nothing. */
export const ownPence = ({ price }: Offer): number => (price.kind === 'per-learner' ? price.pence : 0);

/** What the price of one booking is multiplied by, and what it comes to. */
export function costOf(offer: Offer, learners: number, team: number): { units: number; pence: number } {
  const { price } = offer;
  const times = (units: number, pence: number) => ({ units, pence: units * pence });
  switch (price.kind) {
    case 'free':
      return times(Math.max(1, learners), 0);
    case 'per-learner':
      return times(learners, price.pence);
    case 'per-setting':
      return times(1, price.pence);
    case 'per-group':
      return times(Math.ceil(learners / price.size), price.pence);
    case 'by-team-size':
      return times(1, bandFor(offer, team)?.pence ?? 0);
    case 'per-learner-tiered': {
      const tiers = [...price.tiers].sort((a, b) => a.from - b.from);
      const ends = tiers.map((_, index) => Math.min(learners + 1, tiers[index + 1]?.from ?? Infinity));
      const paid = tiers.map(({ from, pence }, index) => pence * Math.max(0, (ends[index] ?? 0) - from));
      return { units: learners, pence: paid.reduce((a, b) => a + b, 0) };
    }
  }
}
