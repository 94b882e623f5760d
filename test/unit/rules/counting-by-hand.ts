import { Temporal } from 'temporal-polyfill';
import type { CountingAnswers, CountingFacts } from '../../../src/rules/counting/counting-facts.js';

/*
 * The rules of counting once more, of somebody of whom all is known, in the order in which a reader of the rules would
 * apply them; and every way in which what is not known can turn out. Dates are compared as texts.
 */

type Qualification = NonNullable<CountingFacts['qualifications']>[number];
export interface Outcome {
  inRatios: boolean;
  level: 0 | 2 | 3 | 6;
}
export interface Case {
  person: CountingFacts;
  on: string;
  answers: CountingAnswers;
}

const isTrainee = ({ roles = [] }: CountingFacts): boolean =>
  roles.some((role) => ['apprentice', 'student', 'volunteer'].includes(role));
const isAbroad = ({ where }: Qualification): boolean => where !== undefined && where !== 'england';
const threeMonths = new Map<string, string>();
function threeMonthsAfter(date: string): string {
  const known = threeMonths.get(date);
  if (known !== undefined) return known;
  const later = Temporal.PlainDate.from(date).add({ months: 3 }).toString();
  threeMonths.set(date, later);
  return later;
}

/** At which level somebody counts of whom all is known. Certificates in `records` are taken to hold. */
export function countedByHand({ person, on, answers }: Case): Outcome {
  const { qualifications = [], roles = [], records = [], level2English: english } = person;
  const firstAid = records.length > 0;
  const listed = (q: Qualification): boolean =>
    isAbroad(q) ? q.fullAndRelevant !== false && answers.equivalent === true : q.fullAndRelevant === true;
  const awarded = qualifications.filter((q) => q.studying !== true && (q.awardedOn ?? '') <= on);
  if (awarded.some((q) => q.status !== undefined && (!isAbroad(q) || answers.equivalent === true)))
    return { inRatios: true, level: 6 };

  const least = roles.includes('apprentice') && !roles.includes('student') ? 16 : 17;
  if (answers.age !== undefined && answers.age < least) return { inRatios: false, level: 0 };
  const traineeMay = answers.competent === true && (on < '2025-09-01' || firstAid);
  if (isTrainee(person) && !traineeMay) return { inRatios: false, level: 0 };

  const firstAidInTheWay = (q: Qualification): boolean =>
    on >= '2017-04-03' &&
    !(on >= '2020-03-16' && on <= '2020-11-25') &&
    (q.awardedOn ?? '') >= '2016-06-30' &&
    !firstAid &&
    on > threeMonthsAfter(person.startedOn ?? on);
  const enoughSubjects = (q: Qualification): boolean =>
    (q.awardedOn ?? '') < '2014-09-01' ||
    (english === true && (on >= '2024-01-04' || person.level2Maths === true));
  const studies = (level: number): boolean =>
    on >= '2024-01-04' &&
    traineeMay &&
    qualifications.some(
      (q) =>
        q.studying === true &&
        (q.startedOn ?? '') <= on &&
        q.level - 1 >= level &&
        (q.status !== undefined || listed(q)),
    );
  const experienced =
    on >= '2025-09-01' &&
    answers.experienceBasedRoute === true &&
    !roles.includes('childminder') &&
    english === true &&
    firstAid &&
    awarded.some((q) => q.level >= 3 || (q.level === 2 && listed(q)));
  const free = awarded.filter((q) => !firstAidInTheWay(q));
  if (free.some((q) => q.level >= 3 && listed(q) && enoughSubjects(q)) || experienced || studies(3))
    return { inRatios: true, level: 3 };
  const inWindow = (q: Qualification): boolean =>
    !isAbroad(q) && (q.startedOn ?? '') >= '2014-09-01' && (q.startedOn ?? '9') <= '2019-08-31';
  if (
    studies(2) ||
    free.some((q) => q.level >= 2 && (listed(q) || (inWindow(q) && answers.appropriate === true)))
  )
    return { inRatios: true, level: 2 };
  return { inRatios: true, level: 0 };
}

/** One thing that is not known: where it belongs, and what it may turn out to be. */
export interface Open {
  path: (string | number)[];
  values: unknown[];
}

const CUTS = ['2014-09-01', '2016-06-30', '2019-09-01'];
const shift = (date: string, by: { days?: number; months?: number }): string =>
  Temporal.PlainDate.from(date).add(by).toString();

/** The days that a date can be, as far as it can matter. */
function days(date: string | undefined, on: string): string[] {
  const around = [...CUTS, on, shift(on, { months: -3 }), shift(on, { months: -4 })].flatMap((cut) => [
    shift(cut, { days: -1 }),
    cut,
    shift(cut, { days: 1 }),
  ]);
  if (date === undefined) return [...new Set(['2012-01-15', ...around])].filter((day) => day <= on).sort();
  const first = Temporal.PlainDate.from(`${date}-01`);
  const last = first.with({ day: first.daysInMonth }).toString();
  return [...new Set([first.toString(), ...around.filter((day) => day.startsWith(date)), last])];
}
const partial = (date: string | undefined): boolean => date === undefined || date.length === 7;

/** All that is not known of a person. */
export function openOf({ person, on, answers }: Case): Open[] {
  const open: Open[] = [];
  const ask = (path: Open['path'], values: unknown[]): void => void open.push({ path, values });
  const either = [true, false];
  (person.qualifications ?? []).forEach((q, index) => {
    const at = (key: string): Open['path'] => ['person', 'qualifications', index, key];
    if (q.fullAndRelevant === undefined && !isAbroad(q)) ask(at('fullAndRelevant'), either);
    if (q.studying !== true && partial(q.awardedOn)) ask(at('awardedOn'), days(q.awardedOn, on));
    if (q.startedOn === undefined ? q.studying !== true : partial(q.startedOn))
      ask(at('startedOn'), days(q.startedOn, on));
  });
  if (person.level2English === undefined) ask(['person', 'level2English'], either);
  if (person.level2Maths === undefined) ask(['person', 'level2Maths'], either);
  if (partial(person.startedOn)) ask(['person', 'startedOn'], days(person.startedOn, on));
  if (person.records === undefined)
    ask(['person', 'records'], [[], [{ area: 'paediatric-first-aid', depth: 2, completedOn: on }]]);
  for (const key of ['experienceBasedRoute', 'competent', 'appropriate', 'equivalent'] as const)
    if (answers[key] === undefined) ask(['answers', key], either);
  if (answers.age === undefined && isTrainee(person)) ask(['answers', 'age'], [10, 40]);
  return open;
}

const put = (value: unknown, [key, ...rest]: readonly (string | number)[], what: unknown): unknown => {
  if (key === undefined) return what;
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as never)
    : { ...(value as object) };
  copy[key] = put(copy[key], rest, what);
  return copy;
};

/** The case with one thing known. */
export const answered = (given: Case, path: readonly (string | number)[], value: unknown): Case =>
  put(given, path, value) as Case;

/** Whether each qualification was begun before it was awarded. */
export const possible = ({ person }: Case): boolean =>
  (person.qualifications ?? []).every(
    ({ startedOn, awardedOn }) =>
      startedOn === undefined || awardedOn === undefined || startedOn <= awardedOn,
  );
