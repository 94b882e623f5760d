import type { Offer, Price } from '../domain/catalogue.js';

/** What a booking costs by how many learn on it, as the model needs it: kinds that come to the same are one. */
export type Pricing =
  | { readonly kind: 'nothing' }
  /** Each learner's own. */
  | { readonly kind: 'each'; readonly pence: number }
  | { readonly kind: 'whole'; readonly pence: number }
  | { readonly kind: 'groups'; readonly pence: number; readonly size: number }
  /** Marginal, neighbours of one price joined; the first `free` learners cost nothing. */
  | { readonly kind: 'tiers'; readonly tiers: readonly Tier[]; readonly free: number };

/** The learners from one number on, up to the next tier's. */
export interface Tier {
  readonly from: number;
  readonly pence: number;
}

/** The pricing for a team of a size; `undefined`: the offer is not to be had. */
export function pricingOf(price: Price, teamSize: number): Pricing | undefined {
  switch (price.kind) {
    case 'free':
      return { kind: 'nothing' };
    case 'per-learner':
      return price.pence === 0 ? { kind: 'nothing' } : { kind: 'each', pence: price.pence };
    case 'per-setting':
      return whole(price.pence);
    case 'per-group':
      return price.pence === 0
        ? { kind: 'nothing' }
        : { kind: 'groups', pence: price.pence, size: price.size };
    case 'by-team-size': {
      const bands = [...price.bands].sort((a, b) => a.upTo - b.upTo);
      const band = bands.find(({ upTo }) => teamSize <= upTo);
      return band && whole(band.pence);
    }
    case 'per-learner-tiered': {
      const tiers = [...price.tiers]
        .sort((a, b) => a.from - b.from)
        .filter(({ pence }, k, all) => k === 0 || pence !== all[k - 1]!.pence);
      const [first, second] = tiers;
      if (first?.pence !== 0) return { kind: 'tiers', tiers, free: 0 };
      return second === undefined ? { kind: 'nothing' } : { kind: 'tiers', tiers, free: second.from - 1 };
    }
  }
}

const whole = (pence: number): Pricing => (pence === 0 ? { kind: 'nothing' } : { kind: 'whole', pence });

/** What one booking with so many learners costs; one that is bought for the setting counts as one. */
export function penceFor(pricing: Pricing, learners: number): number {
  switch (pricing.kind) {
    case 'nothing':
      return 0;
    case 'each':
      return pricing.pence * learners;
    case 'whole':
      return pricing.pence;
    case 'groups':
      return pricing.pence * Math.ceil(learners / pricing.size);
    case 'tiers':
      return pricing.tiers.reduce((sum, { from, pence }, k) => {
        const next = pricing.tiers[k + 1]?.from ?? Infinity;
        return sum + pence * Math.max(0, Math.min(learners, next - 1) - from + 1);
      }, 0);
  }
}

/** The least that a booking which costs anything can cost. */
export const leastPence = (pricing: Pricing): number =>
  penceFor(pricing, pricing.kind === 'tiers' ? pricing.free + 1 : 1);

/** Whether a learner's own entitlements count for the offer; shared prices ask the setting, tiers excepted. */
export const isUnlockedByLearner = ({ price }: Offer): boolean =>
  price.kind === 'free' || price.kind === 'per-learner' || price.kind === 'per-learner-tiered';

/** What the price is multiplied by: learners, groups or once. */
export function unitsFor(price: Price, learners: number): number {
  switch (price.kind) {
    case 'per-setting':
    case 'by-team-size':
      return 1;
    case 'per-group':
      return Math.ceil(learners / price.size);
    case 'free':
    case 'per-learner':
    case 'per-learner-tiered':
      return learners;
  }
}
