import type { IssueList } from '../../domain/checking/issue-list.js';
import { type Path, quoted } from '../../domain/checking/wording.js';
import type { PeopleSelector } from '../../domain/selector.js';
import { selectedBy } from '../people.js';
import type { Inspection, PassedOptions } from './inspection-record.js';
import type { InspectionScheme } from './scheme.js';
import type { InspectionNote, Said } from './statements.js';

function unknownPeople(who: PeopleSelector, ids: ReadonlySet<string>, path: Path, issues: IssueList): void {
  who.staff?.forEach((id, index) => {
    if (ids.has(id)) return;
    issues.add(
      [...path, 'staff', index],
      'unknown-reference',
      (place) => `Change ${place}: there is no person in options.staff with the id ${quoted(id)}.`,
    );
  });
  if (who.not !== undefined) unknownPeople(who.not, ids, [...path, 'not'], issues);
}

/** Adds an issue for each date and person that cannot be right. */
export function checkStatements(
  said: readonly Said[],
  { on }: Inspection,
  { staff, window }: PassedOptions,
  issues: IssueList,
): void {
  if (window !== undefined && window.to < window.from) {
    issues.add(
      ['options', 'window', 'to'],
      'date-order',
      (place) => `Put ${place} on or after from, ${window.from}; it is ${window.to}.`,
    );
  }
  const ids = staff === undefined ? undefined : new Set<string>(staff.map(({ id }) => id));
  for (const { statement, path } of said) {
    const { by, who } = statement;
    if (by !== undefined && by < on) {
      issues.add(
        [...path, 'by'],
        'date-order',
        (place) => `Put ${place} on or after the day of the inspection, ${on}; it is ${by}.`,
      );
    }
    if (ids !== undefined && who !== undefined) unknownPeople(who, ids, [...path, 'who'], issues);
  }
}

const isMust = ({ urgency }: Said): boolean => urgency === 'welfare-notice' || urgency === 'action';

/** What should be known of dates, of whom statements concern, and of depths that are not given. */
export function datesAndPeople(
  said: readonly Said[],
  { on }: Inspection,
  { window, staff }: PassedOptions,
): InspectionNote[] {
  const notes: InspectionNote[] = [];
  const matched = said.filter(({ match }) => match.status === 'matched');
  for (const each of matched) {
    const { about, by, who, count } = each.statement;
    const note = (key: string, message: string): void =>
      void notes.push({ path: [...each.path, key], message: `${quoted(about)} ${message}` });
    if (by === undefined) {
      if (isMust(each))
        note('by', "has no date: it is tested on the window's last day. Give the report's date.");
    } else if (window !== undefined && by < window.from)
      note('by', `was due on ${by}, before the window: it is overdue, and tested on the window's last day.`);
    else if (window !== undefined && by > window.to)
      note('by', `is due on ${by}, after the window: what is learnt in the window must still hold then.`);
    if (count !== undefined && count !== 'everyone') {
      const { atLeast, spare = 0 } = count;
      note(
        'count',
        `asks for at least ${atLeast}${spare === 0 ? '' : ` and ${spare} spare`}, which a need can say and a finding of a questionnaire cannot: pass on needs, since the finding is of everybody.`,
      );
    }
    if (who !== undefined && staff !== undefined && !staff.some(selectedBy(who, on)))
      note('who', 'concerns nobody on the team, so nothing will be planned for it.');
  }
  const silent = matched.filter(({ statement, isHead }) => statement.depth === undefined && !isHead).length;
  if (silent > 0) {
    notes.push({
      path: ['inspection'],
      message: `How deep is not said of ${silent} ${silent === 1 ? 'statement' : 'statements'}: taken to be what the law asks of the area, or else practice (2).`,
    });
  }
  return notes;
}

/** By which scheme the report was read, where that is not plain. */
export function schemeNote(
  { scheme: given, on, grades = [], safeguarding }: Inspection,
  scheme: InspectionScheme | undefined,
): InspectionNote[] {
  if (scheme === undefined) return [];
  const { id, title, from, to, kind } = scheme;
  if (given === undefined) {
    if (grades.length === 0 && safeguarding === undefined) return [];
    return [
      {
        path: ['inspection', 'scheme'],
        message: `The report is read by the scheme in use on ${on}, ${id} (${title}). Its names come from secondary sources: check them against the report.`,
      },
    ];
  }
  // settings went on using the old form, and councils still hand it out
  if (kind === 'self-evaluation' || (from <= on && (to === undefined || on <= to))) return [];
  const until = to === undefined ? `since ${from}` : `from ${from} to ${to}`;
  return [
    {
      path: ['inspection', 'scheme'],
      message: `${id} was in use ${until}, and the inspection was on ${on}: check the scheme and the day.`,
    },
  ];
}
