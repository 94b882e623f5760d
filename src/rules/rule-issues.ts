import type { IssueList } from '../domain/checking/issue-list.js';
import { type Path, placeOf, quoted } from '../domain/checking/wording.js';
import type { Dated } from './in-force.js';
import type { RuleOverride } from './overrides.js';
import type { Rulebook } from './rulebook.js';

/* What the shape of rules and of what they are applied to does not say: ids that are there twice, days out of order. */

/** Adds an issue for each id of a list that another entry before it has. */
export function addDuplicates(list: readonly { readonly id: string }[], path: Path, issues: IssueList): void {
  const places = new Map<string, number>();
  list.forEach(({ id }, index) => {
    const first = places.get(id);
    if (first === undefined) places.set(id, index);
    else
      issues.add(
        [...path, index, 'id'],
        'duplicate-id',
        (place) => `Change ${place}: ${quoted(id)} is already the id of ${placeOf([...path, first])}.`,
      );
  });
}

/** Adds an issue when the second of two days is before the first. */
export function addOrder(
  first: string | undefined,
  [key, last]: [string, string | undefined],
  path: Path,
  issues: IssueList,
): void {
  if (first === undefined || last === undefined || first <= last) return;
  issues.add(
    [...path, key],
    'date-order',
    (place) => `Make ${place} the same day as the beginning, ${first}, or a later one; it is ${last}.`,
  );
}

export const addDatedOrder = ({ from, to }: Dated, path: Path, issues: IssueList): void =>
  addOrder(from, ['to', to], path, issues);

/** What is wrong with a rulebook of the right shape. */
export function addRulebookIssues({ rules, ...book }: Rulebook, path: Path, issues: IssueList): void {
  addOrder(book.effectiveFrom, ['effectiveTo', book.effectiveTo], path, issues);
  addDuplicates(rules, [...path, 'rules'], issues);
  rules.forEach((rule, index) => addDatedOrder(rule, [...path, 'rules', index], issues));
}

/** Adds an issue when no day of the window is one on which the rulebook is in force: its rules say nothing about that window. */
export function addOutsideWindow(
  { effectiveFrom, effectiveTo }: Rulebook,
  { from, to }: { readonly from: string; readonly to: string },
  path: Path,
  issues: IssueList,
): void {
  // of days that are out of order it is said already
  if (from > to || (effectiveTo !== undefined && effectiveFrom > effectiveTo)) return;
  if (effectiveFrom <= to && (effectiveTo === undefined || from <= effectiveTo)) return;
  const until = effectiveTo === undefined ? '' : ` to ${effectiveTo}`;
  issues.add(
    path,
    'outside-window',
    (place) =>
      `Pass the rulebook of a day of the window, ${from} to ${to}; ${place} is in force from ${effectiveFrom}${until}.`,
  );
}

/** What is wrong with exceptions of the right shape. */
export function addOverrideIssues(overrides: readonly RuleOverride[], path: Path, issues: IssueList): void {
  addDuplicates(overrides, path, issues);
  overrides.forEach((override, index) => {
    addDatedOrder(override, [...path, index], issues);
    if (override.kind === 'extension')
      addOrder(override.from, ['until', override.until], [...path, index], issues);
  });
}
