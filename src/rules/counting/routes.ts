import { answered } from './answered.js';
import { type CountingRuleId, ruleInForce } from './counting-rules.js';
import { approved, awardedByDay, subject } from './awards.js';
import { all, any, type Finding, no, reason, unknown, yes } from './finding.js';
import { firstAidHeld } from './first-aid.js';
import type { Award, KnownPerson } from './known-person.js';
import { inAward } from './questions.js';

/*
 * The ways to count that are not an award: the experience-based route, and training for the next award.
 */

const CHILDMINDERS: ReadonlySet<string> = /* @__PURE__ */ new Set(['childminder', 'childminder-assistant']);
const TRAINEES: ReadonlySet<string> = /* @__PURE__ */ new Set(['apprentice', 'student', 'volunteer']);

/** Whether the person is a student, apprentice or volunteer by role. */
export const isTrainee = ({ roles }: KnownPerson): boolean => roles.some((role) => TRAINEES.has(role));

/** Whether the experience-based route is open: not to childminders, and from a listed level 2 or any level 3. */
export const routeIsOpen = (person: KnownPerson): Finding =>
  person.roles.some((role) => CHILDMINDERS.has(role))
    ? no()
    : any(
        ...person.awards
          .filter(({ level }) => level >= 2)
          .map((award) =>
            all(awardedByDay(person, award), award.level >= 3 ? yes() : approved(person, award)),
          ),
      );

const routeCompleted = ({ answers }: KnownPerson): Finding =>
  answered(
    'experience-based-route',
    answers.experienceBasedRoute,
    {
      rule: 'experience-based-route',
      unknown: 'Whether the experience-based route has been completed is not known.',
      yes: 'The experience-based route has been completed.',
      no: 'The experience-based route has not been completed.',
    },
    ['experience-based-route-half'],
  );

/** Whether a listed level 3 is held: it asks no more than the route does, which then brings nothing. */
export const holdsListed3 = (person: KnownPerson): boolean =>
  person.awards.some(
    (award) =>
      award.level >= 3 &&
      award.fullAndRelevant === true &&
      !award.abroad &&
      !award.studying &&
      award.awarded.first <= award.awarded.last &&
      award.awarded.last <= person.day,
  );

/** Whether the person counts at level 3 by the experience-based route. */
export function byExperience(person: KnownPerson): Finding {
  const rule = 'experience-based-route';
  const open = routeIsOpen(person);
  if (!ruleInForce(rule, person.on) || open.ways.length === 0 || holdsListed3(person)) return no();
  const completed = routeCompleted(person);
  if (completed.ways.length === 0) return completed;
  return all(
    open,
    completed,
    subject(person, 'English', rule),
    firstAidHeld(person, 'experience-based-route-first-aid'),
  );
}

/** Whether the manager is satisfied with a trainee. */
export const competent = ({ answers }: KnownPerson): Finding =>
  answered('competent', answers.competent, {
    rule: 'trainee-competent',
    unknown: 'Whether the manager is satisfied that the person is competent is not known.',
    yes: 'The manager is satisfied that the person is competent.',
    no: 'The manager is not satisfied that the person is competent.',
  });

/** Whether a trainee holds first aid, where a rule asks it. */
export const traineeFirstAid = (person: KnownPerson): Finding =>
  ruleInForce('trainee-first-aid', person.on) ? firstAidHeld(person, 'trainee-first-aid') : yes();

function studyBegun({ day }: KnownPerson, award: Award, rule: CountingRuleId): Finding {
  if (award.begun.last <= day) return yes();
  if (award.begun.first > day) return no(reason(rule, 'The study has not begun.'));
  return unknown({
    key: `begun:${award.index}:by-day`,
    ask: 'study-started-on',
    path: inAward(award, 'startedOn'),
    reason: reason(rule, 'Whether the study has begun is not known.'),
  });
}

/** Whether what is studied lets the person count at a level. */
export function byStudy(person: KnownPerson, award: Award, level: 2 | 3): Finding {
  const rule = 'trainee-one-below';
  if (!award.studying) return no();
  if (!ruleInForce(rule, person.on))
    return no(reason('trainee-as-held', 'On this day a trainee counts at the level held.'));
  if (award.level <= level)
    return no(reason(rule, `A trainee at level ${award.level} counts one level below it.`));
  const unsourced = level === 3 && award.level >= 6;
  return all(
    studyBegun(person, award, rule),
    award.status ? yes() : approved(person, award, 'trainee-course'),
    competent(person),
    traineeFirstAid(person),
    yes([reason(rule, `A trainee at level ${award.level} counts one level below it.`)]),
    unsourced
      ? yes([reason('trainee-level-6', 'A trainee for a status is taken to count at 3.')], ['unsourced'])
      : yes(),
  );
}
