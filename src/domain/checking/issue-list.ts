import type { Issue, IssueCode } from '../issue.js';
import { LIMITS } from '../units.js';
import { compareIds } from '../../internal/order.js';
import { counted, type Path, placeOf } from './wording.js';

/** Orders paths part by part: list positions by number, before keys, by code unit; a path before what lies under it. */
export function comparePaths(a: Path, b: Path): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const left = a[index] ?? '';
    const right = b[index] ?? '';
    if (left === right) continue;
    if (typeof left === 'number') return typeof right === 'number' ? left - right : -1;
    return typeof right === 'number' ? 1 : compareIds(left, right);
  }
  return a.length - b.length;
}

const compareIssues = (a: Issue, b: Issue): number =>
  comparePaths(a.path, b.path) || compareIds(a.code, b.code) || compareIds(a.message, b.message);

/** Gathers what is wrong, up to the number of issues that are reported at once. */
export class IssueList {
  readonly #most: number;
  readonly #issues: Issue[] = [];
  #more = false;

  constructor(most: number = LIMITS.issues) {
    this.#most = most;
  }

  /** Whether nothing more is taken in: checks may stop. */
  get full(): boolean {
    return this.#more;
  }

  /** Whether nothing is wrong so far. */
  get empty(): boolean {
    return this.#issues.length === 0 && !this.#more;
  }

  /** Takes in an issue; `sentence` is given the place that the path leads to, in words. */
  add(path: Path, code: IssueCode, sentence: (place: string) => string): void {
    if (this.#issues.length >= this.#most) this.#more = true;
    else this.#issues.push({ path: [...path], code, message: sentence(placeOf(path)) });
  }

  /** In the order of their paths, then codes; one of each path and code. */
  sorted(): Issue[] {
    const issues = this.#issues.sort(compareIssues).filter((issue, index, all) => {
      const before = all[index - 1];
      return (
        before === undefined || before.code !== issue.code || comparePaths(before.path, issue.path) !== 0
      );
    });
    if (!this.#more) return issues;
    return [
      {
        path: [],
        code: 'more-issues',
        message: `Correct the ${counted(issues.length)} issues listed and check again: there are more.`,
      },
      ...issues,
    ];
  }
}
