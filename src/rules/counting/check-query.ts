import { IssueList } from '../../domain/checking/issue-list.js';
import type { Path } from '../../domain/checking/wording.js';
import { type ReadAs, readAs } from '../../domain/checking/read-as.js';
import type * as z from 'zod/mini';
import { CountingQuerySchema } from './counting-facts.js';
import { FIRST_DAY_KNOWN } from './counting-rules.js';
import { dayRange } from './day-range.js';

/** Adds an issue where all that one date can be is before all that another can be. */
function inOrder(
  early: string | undefined,
  late: string | undefined,
  path: Path,
  first: string,
  issues: IssueList,
): void {
  const from = early === undefined ? undefined : dayRange(early)?.first;
  const to = late === undefined ? undefined : dayRange(late)?.last;
  if (from === undefined || to === undefined || from <= to) return;
  issues.add(path, 'date-order', (place) => `Put ${place} on or after ${first}, ${early}; it is ${late}.`);
}

/** What was asked, of the right shape and with its dates in order; or all that is wrong. */
export function checkQuery(given: unknown): ReadAs<z.output<typeof CountingQuerySchema>> {
  const read = readAs(CountingQuerySchema, given);
  if (read.status === 'invalid') return read;
  const { person, on } = read.value;
  const issues = new IssueList();
  if (on < FIRST_DAY_KNOWN)
    issues.add(
      ['on'],
      'outside-window',
      (place) =>
        `Make ${place} ${FIRST_DAY_KNOWN} or later; it is ${on}. No rules of earlier days are known.`,
    );
  person.qualifications?.forEach(({ startedOn, awardedOn }, index) =>
    inOrder(startedOn, awardedOn, ['person', 'qualifications', index, 'awardedOn'], 'startedOn', issues),
  );
  person.records?.forEach(({ completedOn, expiresOn }, index) =>
    inOrder(completedOn, expiresOn, ['person', 'records', index, 'expiresOn'], 'completedOn', issues),
  );
  person.away?.forEach(({ from, to }, index) =>
    inOrder(from, to, ['person', 'away', index, 'to'], 'from', issues),
  );
  return issues.empty ? read : { status: 'invalid', issues: issues.sorted() };
}
