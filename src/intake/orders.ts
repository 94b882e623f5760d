import type { CatalogueItem } from '../domain/catalogue.js';
import type { Limit, Pot } from '../domain/funding.js';
import type { Request } from '../domain/request.js';
import type { Setting, Term } from '../domain/setting.js';
import type { StaffMember } from '../domain/staff-member.js';
import { compareIds } from '../internal/order.js';
import type { IssueList } from '../domain/checking/issue-list.js';
import type { Part, RequestParts } from './parts.js';
import { counted, type Path, placeOf } from '../domain/checking/wording.js';

/*
 * What must come before what, and what must not be more than what. ISO dates and local times of one form are in order
 * as texts.
 */

type Pair<Key extends string, Value> = Readonly<Partial<Record<Key, Value | undefined>>>;

/** The second date of an object may not be before the first, nor, `strictly`, be the same; adds an issue and is false if it is. */
function datesInOrder<Key extends string>(
  value: Pair<Key, string>,
  [first, second]: readonly [Key, Key],
  path: Path,
  issues: IssueList,
  strictly: 'strictly' | 'or equal' = 'or equal',
): boolean {
  const early = value[first];
  const late = value[second];
  if (early === undefined || late === undefined || early < late) return true;
  if (early === late && strictly === 'or equal') return true;
  const after = strictly === 'strictly' ? 'after' : 'on or after';
  issues.add(
    [...path, second],
    'date-order',
    (place) => `Put ${place} ${after} ${first}, ${early}; it is ${late}.`,
  );
  return false;
}

/** The second number of an object may not be less than the first. */
function numbersInOrder<Key extends string>(
  value: Pair<Key, number>,
  [first, second]: readonly [Key, Key],
  path: Path,
  issues: IssueList,
): void {
  const low = value[first];
  const high = value[second];
  if (low === undefined || high === undefined || low <= high) return;
  issues.add(
    [...path, second],
    'number-order',
    (place) => `Make ${place} at least ${first}, ${counted(low)}; it is ${counted(high)}.`,
  );
}

/** No two entries may have the same number. Their order in the list means nothing: the numbers give it. */
function eachOnce<Key extends string>(
  list: readonly Readonly<Record<Key, number>>[],
  key: Key,
  path: Path,
  issues: IssueList,
): void {
  const places = new Map<number, number>();
  list.forEach((entry, index) => {
    const first = places.get(entry[key]);
    if (first === undefined) places.set(entry[key], index);
    else {
      issues.add(
        [...path, index, key],
        'number-order',
        (place) =>
          `Change ${place}: ${placeOf([...path, first, key])} is ${counted(entry[key])} already, and of two it cannot be told which is meant.`,
      );
    }
  });
}

interface Stretch {
  readonly starts: string;
  readonly ends: string;
  readonly path: Path;
}

/** Adds an issue for each stretch that begins before all that began earlier are over; `shared` ends meet without overlapping. */
function noOverlap(stretches: readonly Stretch[], shared: 'shared' | 'included', issues: IssueList): void {
  let last: Stretch | undefined;
  for (const stretch of [...stretches].sort((a, b) => compareIds(a.starts, b.starts))) {
    const before = last;
    if (
      before !== undefined &&
      (stretch.starts < before.ends || (shared === 'included' && stretch.starts === before.ends))
    ) {
      issues.add(
        stretch.path,
        'overlap',
        (place) =>
          `Move ${place}, which begins ${stretch.starts}: ${placeOf(before.path)} ends only ${before.ends}.`,
      );
    }
    if (before === undefined || stretch.ends > before.ends) last = stretch;
  }
}

const DAYS = ['from', 'to'] as const;
const TIMES = ['starts', 'ends'] as const;

/** The window's days in order; terms too, inside the window, and apart from one another. */
export function checkTerms(
  windows: readonly Part<Request['window']>[],
  terms: readonly Part<Term>[],
  issues: IssueList,
): void {
  const window = windows.find(({ value, path }) => datesInOrder(value, DAYS, path, issues))?.value;
  const sound = terms.filter(({ value, path }) => datesInOrder(value, DAYS, path, issues));
  for (const { value, path } of sound) {
    if (window === undefined) continue;
    for (const end of DAYS) {
      if (value[end] >= window.from && value[end] <= window.to) continue;
      issues.add(
        [...path, end],
        'outside-window',
        (place) => `Put ${place} inside the window, ${window.from} to ${window.to}; it is ${value[end]}.`,
      );
    }
  }
  const stretches = sound.map(({ value, path }) => ({ starts: value.from, ends: value.to, path }));
  noOverlap(stretches, 'included', issues);
}

export function checkStaffMember({ value: person, path }: Part<StaffMember>, issues: IssueList): void {
  person.qualifications?.forEach((qualification, index) =>
    datesInOrder(qualification, ['startedOn', 'awardedOn'], [...path, 'qualifications', index], issues),
  );
  person.records?.forEach((record, index) =>
    datesInOrder(record, ['completedOn', 'expiresOn'], [...path, 'records', index], issues),
  );
  person.away?.forEach((stretch, index) => datesInOrder(stretch, DAYS, [...path, 'away', index], issues));
}

export const checkPot = ({ value: pot, path }: Part<Pot>, issues: IssueList): boolean =>
  datesInOrder(pot, DAYS, path, issues);

function checkSetting({ value: setting, path }: Part<Setting>, issues: IssueList): void {
  setting.openingHours?.forEach((hours, index) =>
    datesInOrder(hours, DAYS, [...path, 'openingHours', index], issues, 'strictly'),
  );
}

function checkLimit({ value: limit, path }: Part<Limit>, issues: IssueList): void {
  numbersInOrder(limit, ['atLeast', 'atMost'], path, issues);
}

function checkItem({ value: item, path }: Part<CatalogueItem>, issues: IssueList): void {
  if (item.available !== undefined) datesInOrder(item.available, DAYS, [...path, 'available'], issues);
  if (item.learners !== undefined)
    numbersInOrder(item.learners, ['min', 'max'], [...path, 'learners'], issues);
  if (item.audience !== undefined)
    numbersInOrder(item.audience, ['minLevel', 'maxLevel'], [...path, 'audience'], issues);
  item.offers.forEach((offer, index) => {
    const at = [...path, 'offers', index];
    datesInOrder(offer, DAYS, at, issues);
    checkPrice({ value: offer.price, path: [...at, 'price'] }, issues);
  });
  item.sessions?.forEach(({ blocks }, index) => {
    const at = [...path, 'sessions', index, 'blocks'];
    const stretches = blocks
      .map((block, place) => ({ ...block, path: [...at, place] }))
      .filter((block) => datesInOrder(block, TIMES, block.path, issues, 'strictly'));
    noOverlap(stretches, 'shared', issues);
  });
}

function checkPrice(
  { value: price, path }: Part<CatalogueItem['offers'][number]['price']>,
  issues: IssueList,
): void {
  if (price.kind === 'by-team-size') eachOnce(price.bands, 'upTo', [...path, 'bands'], issues);
  if (price.kind !== 'per-learner-tiered') return;
  const tiers = [...path, 'tiers'];
  eachOnce(price.tiers, 'from', tiers, issues);
  let lowest = 0;
  price.tiers.forEach(({ from }, index) => {
    if (from < (price.tiers[lowest]?.from ?? from)) lowest = index;
  });
  const start = price.tiers[lowest]?.from;
  if (start === undefined || start === 1) return;
  issues.add(
    [...tiers, lowest, 'from'],
    'number-order',
    (place) => `Make ${place} 1: the first tier starts with the first learner; it is ${counted(start)}.`,
  );
}

/** Adds an issue for all in a request that is out of order. */
export function checkOrders(parts: RequestParts, issues: IssueList): void {
  checkTerms(parts.window, parts.terms, issues);
  parts.setting.forEach((part) => checkSetting(part, issues));
  parts.staff.forEach((part) => checkStaffMember(part, issues));
  parts.items.forEach((part) => checkItem(part, issues));
  parts.funding.forEach((part) => checkPot(part, issues));
  parts.limits.forEach((part) => checkLimit(part, issues));
  parts.cover.forEach(({ value, path }) => datesInOrder(value, TIMES, path, issues, 'strictly'));
}
