import type { CatalogueItem, Price } from '../domain/catalogue.js';
import type { IssueList } from './issue-list.js';
import type { Part, RequestParts } from './parts.js';
import { counted } from './wording.js';

const FOR_THE_SETTING: ReadonlySet<Price['kind']> = new Set(['free', 'per-setting', 'by-team-size'] as const);

/** Whether an item is bought for the setting, without learners. */
const isForTheSetting = (item: CatalogueItem): boolean =>
  item.teaches.length === 0 && item.grants !== undefined && item.grants.length > 0;

/** What has no learners cannot be paid for by the learner or group. */
function checkKinds({ value: item, path }: Part<CatalogueItem>, issues: IssueList): void {
  if (!isForTheSetting(item)) return;
  item.offers.forEach(({ price }, index) => {
    if (FOR_THE_SETTING.has(price.kind)) return;
    issues.add(
      [...path, 'offers', index, 'price', 'kind'],
      'price-kind',
      (place) =>
        `Make ${place} free, per-setting or by-team-size: an item that teaches nothing and grants entitlements has no learners.`,
    );
  });
}

/** The most that a learner can add to a total by one offer of the item, paid or by its list price. */
function dearest({ offers }: CatalogueItem): number {
  let most = 0;
  for (const { price, listPence = 0 } of offers) {
    const pence =
      price.kind === 'free'
        ? [0]
        : price.kind === 'per-learner-tiered'
          ? price.tiers.map((tier) => tier.pence)
          : price.kind === 'by-team-size'
            ? price.bands.map((band) => band.pence)
            : [price.pence];
    for (const each of pence) most = Math.max(most, each);
    most = Math.max(most, listPence);
  }
  return most;
}

/*
 * Every total must be an exact integer, below 2^53, about 9.0e15. Most are by the limits alone: a score is at most
 * 10,000 needs × weight 1,000,000 × 5,000 people = 5e13; what is paid at most 2,000 pots × 1e9 pence = 2e12; minutes at
 * most 5,000 people × 20,000 items × 100,000 = 1e13; lateness at most as many places × 3,652,059 days = 3.7e14. Only
 * list prices, which no pot bounds, could add up to more: nobody is booked twice on an item and no booking has more
 * units than learners, or one, so that the dearest offer of each item times the people is the most they come to.
 */
function checkTotals(parts: RequestParts, issues: IssueList): void {
  const places = Math.max(1, parts.staff.length);
  let total = 0;
  for (const { value } of parts.items) total += dearest(value) * places;
  if (total <= Number.MAX_SAFE_INTEGER) return;
  issues.add(
    ['catalogue', 'items'],
    'too-large',
    (place) =>
      `Lower the prices in ${place}: everybody on everything would come to more than ${counted(Number.MAX_SAFE_INTEGER)} pence, which cannot be added up exactly.`,
  );
}

/** Adds an issue for each price that cannot be, and for prices that together are more than can be reckoned with. */
export function checkPrices(parts: RequestParts, issues: IssueList): void {
  parts.items.forEach((part) => checkKinds(part, issues));
  checkTotals(parts, issues);
}
