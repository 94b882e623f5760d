import type { IssueList } from '../../domain/checking/issue-list.js';
import { listed, type Path, quoted } from '../../domain/checking/wording.js';
import { plainPhrase } from '../area-index.js';
import type { Inspection } from './inspection-record.js';
import type { InspectionGrade, InspectionHead, InspectionScheme } from './scheme.js';

/** The grade that a report gives a head, or all of it. */
export interface Judgement {
  /** Absent for the overall grade. */
  readonly head: InspectionHead | undefined;
  readonly title: string;
  readonly grade: string;
  /** How pressing it is; absent when it asks for nothing. */
  readonly urgency: InspectionGrade['urgency'] | 'safeguarding-not-met';
  readonly path: Path;
}

interface Named {
  readonly id?: string;
  readonly title: string;
  readonly aliases?: readonly string[];
}

const isCalled = ({ id, title, aliases = [] }: Named, phrase: string): boolean =>
  [id ?? title, title, ...aliases].some((name) => plainPhrase(name) === plainPhrase(phrase));

const SAFEGUARDING = 'sg';
const SAFEGUARDING_PATH: Path = ['inspection', 'safeguarding'];

/** The judgement of safeguarding in the scheme's words; an issue when they are not. */
function safeguarding(
  scheme: InspectionScheme,
  given: string,
  path: Path,
  issues: IssueList,
): Judgement | undefined {
  const words = scheme.safeguarding;
  const poor = words !== undefined && isCalled({ title: words.poor, aliases: ['ineffective'] }, given);
  if (words === undefined || !(poor || isCalled({ title: words.good }, given))) {
    const rule =
      words === undefined
        ? `Remove it: ${scheme.id} does not judge safeguarding apart`
        : `Write it as ${quoted(words.good)} or ${quoted(words.poor)}, the words of ${scheme.id}`;
    issues.add(path, 'not-allowed', (place) => `Change ${place}, which is ${quoted(given)}. ${rule}.`);
    return undefined;
  }
  const head = scheme.heads.find(({ id }) => id === SAFEGUARDING);
  const grade = poor ? words.poor : words.good;
  return {
    head,
    title: 'Safeguarding',
    grade: grade.replaceAll('-', ' '),
    urgency: poor ? 'safeguarding-not-met' : undefined,
    path,
  };
}

function graded(
  scheme: InspectionScheme,
  { head: phrase, grade: given }: NonNullable<Inspection['grades']>[number],
  at: Path,
  issues: IssueList,
): Judgement | undefined {
  const head = scheme.heads.find((each) => isCalled(each, phrase));
  const overall =
    scheme.overall !== undefined && isCalled({ title: scheme.overall, aliases: ['overall'] }, phrase);
  if (head === undefined && !overall) {
    const titles = scheme.heads.map(({ title }) => title);
    if (scheme.overall !== undefined) titles.push(scheme.overall);
    const known = listed(titles.map(quoted), 'and');
    issues.add(
      [...at, 'head'],
      'unknown-reference',
      (place) =>
        `Change ${place}: ${scheme.id} has no head called ${quoted(phrase)}. Its heads are ${known}.`,
    );
    return undefined;
  }
  if (head?.id === SAFEGUARDING) return safeguarding(scheme, given, [...at, 'grade'], issues);
  const { scale } = scheme.grades;
  const grade = scale.find((each) => isCalled(each, given));
  if (grade === undefined) {
    const known = listed(
      scale.map(({ title }) => quoted(title)),
      'or',
    );
    const rule =
      scale.length === 0 ? 'No grades of it are known: leave the grade out' : `Write it as ${known}`;
    issues.add(
      [...at, 'grade'],
      'not-allowed',
      (place) => `Change ${place}: ${scheme.id} has no grade called ${quoted(given)}. ${rule}.`,
    );
    return undefined;
  }
  const title = head?.title ?? scheme.overall ?? phrase;
  return { head, title, grade: grade.title.toLowerCase(), urgency: grade.urgency, path: at };
}

/** The grades of a report and its judgement of safeguarding, read by its scheme; adds an issue for each that the scheme does not have. */
export function judgementsOf(
  inspection: Inspection,
  scheme: InspectionScheme | undefined,
  issues: IssueList,
): Judgement[] {
  const { grades = [], safeguarding: given, on } = inspection;
  if (scheme === undefined) {
    if (grades.length > 0 || given !== undefined) {
      issues.add(
        ['inspection', 'scheme'],
        'missing',
        (place) =>
          `Add ${place}: by which scheme inspectors judged on ${on} is not known, so its grades cannot be read.`,
      );
    }
    return [];
  }
  const judgements: Judgement[] = [];
  const judged = new Set<string>();
  const take = (judgement: Judgement | undefined): void => {
    if (judgement === undefined) return;
    if (judged.has(judgement.title)) {
      issues.add(
        judgement.path,
        'duplicate-id',
        (place) => `Remove ${place}: ${judgement.title} is judged already.`,
      );
    }
    judged.add(judgement.title);
    judgements.push(judgement);
  };
  if (given !== undefined) take(safeguarding(scheme, given, SAFEGUARDING_PATH, issues));
  grades.forEach((each, index) => take(graded(scheme, each, ['inspection', 'grades', index], issues)));
  return judgements;
}
