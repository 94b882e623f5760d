import type { CatalogueItem, Price } from '../domain/catalogue.js';
import type { IssueList } from '../domain/checking/issue-list.js';
import type { Part, RequestParts } from './parts.js';
import { counted } from '../domain/checking/wording.js';

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

/** The most that one unit of a price of the item can come to, paid or by its list price. */
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
 * Every total must be an exact integer, below 2^53, about 9.0e15. By the limits alone:
 *
 * - nobody is booked twice on an item, so there are at most 5,000 people × 20,000 items = 1e8 places, on sessions and
 *   in terms together; and of bookings no more, because each has a learner, but for the purchases, one for each item;
 * - a score is at most 10,000 needs × weight 1,000,000 × 5,000 people = 5e13;
 * - what is paid comes out of pots: at most 2,000 pots × 1e9 pence = 2e12;
 * - minutes are at most 1e8 places × 100,000 = 1e13, released ones among them;
 * - lateness is at most 1e8 places × 3,652,059 days = 3.7e14;
 * - changes are at most 1e8 pairs added and, of a baseline's, no more dropped than there are values in a request.
 *
 * What a limit bounds is a part of one of these. Only list prices, which no pot bounds, could add up to more. Units,
 * which they are multiplied by, are at most the learners of the booking: learners for free, per-learner and tiered
 * prices, groups of at least one learner each, or 1 for a booking that has a learner or is the one purchase of its item.
 * So the units of an item's bookings are at most the people, or one where nobody learns, and the dearest unit of each
 * item times that bounds them all. The prices themselves are held to the same bound, a tier's to that of the dearest
 * tier, so that what the people could be charged is exact too before any pot is asked.
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
