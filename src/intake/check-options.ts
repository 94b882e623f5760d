import type { BuildOptions } from '../domain/outcome.js';
import type { Issue } from '../domain/issue.js';
import { IssueList } from './issue-list.js';
import { readSnapshot } from './snapshot-issues.js';

/** What a check of the options says: how much effort to spend, or all that is wrong with what was passed. */
export type OptionsCheck =
  | { readonly status: 'valid'; readonly effort: number | undefined }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

const AT = 'options';

/** Checks the options of a build, whatever was passed. Paths begin with `options`. */
export function checkOptions(value: BuildOptions | undefined): OptionsCheck {
  if (value === undefined) return { status: 'valid', effort: undefined };
  const issues = new IssueList();
  const read = readSnapshot({ [AT]: value }, issues);
  if (!issues.empty) return { status: 'invalid', issues: issues.sorted() };
  const options = Object.values(read ?? {})[0];
  let effort: number | undefined;
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    issues.add([AT], 'wrong-type', (place) => `Pass ${place} as an object, or leave it out.`);
  } else {
    for (const [key, given] of Object.entries(options)) {
      if (key !== 'effort') {
        issues.add([AT, key], 'unknown-key', (place) => `Remove ${place}: there is no such option.`);
      } else if (typeof given !== 'number' || !Number.isSafeInteger(given)) {
        issues.add([AT, key], 'wrong-type', (place) => `Give ${place} as a whole number of work units.`);
      } else if (given < 1) {
        issues.add([AT, key], 'too-small', (place) => `Give ${place} as 1 or more work units.`);
      } else effort = given;
    }
  }
  return issues.empty ? { status: 'valid', effort } : { status: 'invalid', issues: issues.sorted() };
}
