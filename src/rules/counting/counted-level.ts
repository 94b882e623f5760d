import type { CountedLevel, LevelAnswer } from './counted.js';
import type { CountingAnswers, CountingFacts } from './counting-facts.js';
import { asStatus, atLevel2, atLevel3, inWindowAtLevel2 } from './awards.js';
import { checkQuery } from './check-query.js';
import { all, any, type Finding, no, reason } from './finding.js';
import { mayBeCounted } from './in-ratios.js';
import { type KnownPerson, knownPerson } from './known-person.js';
import { levelAnswer, unknownsOf } from './level-answer.js';
import { questionsOf } from './questions.js';
import { byExperience, byStudy, holdsListed3, routeIsOpen } from './routes.js';

/** The first day on which assessments by the experience-based route could begin; nobody counted by it before September. */
const ROUTE_OPENS = '2025-03-03';

/** The highest level awarded by the day for certain. */
const heldOn = ({ awards, day }: KnownPerson): number =>
  awards
    .filter(({ studying, awarded }) => !studying && awarded.first <= awarded.last && awarded.last <= day)
    .reduce((highest, { level }) => Math.max(highest, level), 0);

/** The experience-based route, to whom it would help and who has not gone it. */
function routeToLevel3(person: KnownPerson): LevelAnswer['route'] {
  const { on, answers } = person;
  if (holdsListed3(person) || on < ROUTE_OPENS || answers.experienceBasedRoute === true) return undefined;
  return routeIsOpen(person).ways.length === 0 ? undefined : 'experience-based-route';
}

const nothingAt = (level: number) =>
  reason('full-and-relevant', `Nothing that is awarded counts at level ${level}.`);

/**
 * At which level a person counts in the ratios on a day, which is not always the level held: `yes`, `no`, or
 * `cannot-tell` with what to ask. What is not said is not guessed; a question is asked only when the answer turns on it,
 * and once all are answered, nothing is left that cannot be told. The rules, with their sources, are in
 * `COUNTING_RULES`, and none of them has been checked against the statutory text.
 *
 * @param person a `StaffMember` will do. Of qualifications and of starting work, a date may be a month, `YYYY-MM`
 * @param on the day, an ISO date, 2014-09-01 or later
 * @param answers to questions that no field of a person answers
 * @returns `counted`, or `invalid` with all that is wrong: with the shape or, once that is right, with the dates; it never throws
 * @example
 * const person = { level2English: true, qualifications: [{ level: 3, fullAndRelevant: true, awardedOn: '2018-07' }] };
 * const counted = countedLevel(person, '2026-09-01');
 * if (counted.status === 'counted') {
 *   counted.held; // => 3
 *   counted.atLeast; // => 0
 *   counted.atMost; // => 3
 *   counted.levels[3].answer; // => 'cannot-tell'
 *   counted.questions.map(({ ask }) => ask); // => ['started-on', 'first-aid']
 * }
 */
export function countedLevel(person: CountingFacts, on: string, answers?: CountingAnswers): CountedLevel {
  const checked = checkQuery({ person, on, answers });
  if (checked.status === 'invalid') return checked;
  const known = knownPerson(checked.value);
  const each = (find: (known: KnownPerson, award: KnownPerson['awards'][number]) => Finding): Finding =>
    any(...known.awards.map((award) => find(known, award)));
  const six = each(asStatus);
  const inRatios = any(six, mayBeCounted(known));
  const experience = byExperience(known);
  const byStudyAt = (level: 2 | 3): Finding => each((who, award) => byStudy(who, award, level));
  const awarded3 = each(atLevel3);
  // where no award has a reason of its own against it, that there is none is one, beside those of the other ways
  const listed3 = awarded3.ways.length > 0 || awarded3.against.length > 0 ? awarded3 : no(nothingAt(3));
  const three = any(six, all(inRatios, any(listed3, experience, byStudyAt(3))));
  // what counts at 3 counts at 2; why somebody does not count at 3 says nothing of 2
  const two = any(
    { ...three, against: [] },
    all(inRatios, any(each(atLevel2), each(inWindowAtLevel2), byStudyAt(2))),
  );
  const degree = known.awards.some(
    ({ level, studying, awarded }) => level >= 6 && !studying && awarded.first <= known.day,
  );
  const levels = {
    2: levelAnswer(two, undefined, nothingAt(2)),
    3: levelAnswer(three, routeToLevel3(known), nothingAt(3)),
    6: levelAnswer(
      six,
      degree ? 'initial-teacher-training' : undefined,
      reason('status', 'No status is held.'),
    ),
  } as const;
  const highest = (is: (answer: LevelAnswer['answer']) => boolean) =>
    ([6, 3, 2] as const).find((level) => is(levels[level].answer)) ?? 0;
  return {
    status: 'counted',
    held: heldOn(known),
    inRatios: levelAnswer(inRatios),
    levels,
    atLeast: highest((answer) => answer === 'yes'),
    atMost: highest((answer) => answer !== 'no'),
    questions: questionsOf([inRatios, two, three, six].flatMap(unknownsOf), known.awards),
  };
}
