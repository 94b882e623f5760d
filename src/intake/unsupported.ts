import type { CatalogueItem } from '../domain/catalogue.js';
import type { Issue } from '../domain/issue.js';
import type { Request } from '../domain/request.js';
import { IssueList } from './issue-list.js';
import { type Part, partsOf, type RequestParts } from './parts.js';
import type { Path } from './wording.js';

/*
 * The parts of the contract that can be written down but are not modelled. They are never ignored: a request that uses
 * one is refused. An empty list uses nothing.
 */

type Use = (path: Path, what: string) => void;

const isGiven = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;

function usesOfItem({ value: item, path }: Part<CatalogueItem>, use: Use): void {
  if (item.teaches.length === 0) use([...path, 'teaches'], 'an item that teaches nothing');
  if (isGiven(item.sessions)) use([...path, 'sessions'], 'an item with sessions');
  if (isGiven(item.prerequisites)) use([...path, 'prerequisites'], 'a prerequisite');
  if (isGiven(item.excludes)) use([...path, 'excludes'], 'an exclusion');
  if (isGiven(item.grants)) use([...path, 'grants'], 'an item that grants entitlements');
  if (item.participation === 'whole-team') use([...path, 'participation'], 'an item for the whole team');
  for (const end of ['from', 'to'] as const)
    if (item.available?.[end] !== undefined) use([...path, 'available', end], 'a date of availability');
  for (const bound of ['min', 'max', 'perSetting'] as const)
    if (item.learners?.[bound] !== undefined) use([...path, 'learners', bound], 'a bound on learners');
  item.offers.forEach(({ price, from, to }, index) => {
    const offer = [...path, 'offers', index];
    if (price.kind === 'per-learner-tiered' || price.kind === 'by-team-size')
      use([...offer, 'price', 'kind'], `a price of the kind ${price.kind}`);
    if (from !== undefined) use([...offer, 'from'], "an offer's first day");
    if (to !== undefined) use([...offer, 'to'], "an offer's last day");
  });
}

/** Adds an issue for each use of a part of the contract that is not modelled. */
export function checkSupported(parts: RequestParts, issues: IssueList): void {
  const use: Use = (path, what) =>
    issues.add(path, 'unsupported', (place) => `Leave out ${place}: ${what} is not supported yet.`);
  const firstOf = (list: readonly unknown[], key: string, what: string): void => {
    if (list.length > 0) use([key], what);
  };
  firstOf(parts.terms, 'terms', 'a division of the window into terms');
  firstOf(parts.limits, 'limits', 'a limit');
  firstOf(parts.cover, 'cover', 'a cover period');
  firstOf(parts.baseline, 'baseline', 'an earlier programme');
  parts.items.forEach((part) => usesOfItem(part, use));
  for (const { value: person, path } of parts.staff) {
    if (Object.keys(person.time?.terms ?? {}).length > 0)
      use([...path, 'time', 'terms'], "a person's time by term");
  }
  for (const { value: pot, path } of parts.funding) {
    if (pot.pays !== undefined) use([...path, 'pays'], 'a pot that pays for some things only');
    if (pot.from !== undefined) use([...path, 'from'], "a pot's first day");
    if (pot.to !== undefined) use([...path, 'to'], "a pot's last day");
  }
  for (const { value: adjustment, path } of parts.adjustments) {
    if (adjustment.session !== undefined) use([...path, 'session'], 'a pin or ban of a session');
  }
}

/** An issue for each part that a checked request uses although it is not modelled. */
export function unsupportedIssues(request: Request): Issue[] {
  const issues = new IssueList();
  checkSupported(partsOf(request), issues);
  return issues.sorted();
}

/** Whether a catalogue item is of a shape that is not modelled, so that a request with it would be refused. */
export function isUnsupportedItem(item: CatalogueItem): boolean {
  let unsupported = false;
  usesOfItem({ value: item, path: [] }, () => {
    unsupported = true;
  });
  return unsupported;
}
