import { all, type Finding, no, reason, unknown, yes } from './finding.js';
import type { KnownPerson } from './known-person.js';
import { PATHS } from './questions.js';
import { competent, isTrainee, traineeFirstAid } from './routes.js';

const APPRENTICE_FROM = 16;
const OTHERS_FROM = 17;

/** The age from which the person may be counted: that of an apprentice, unless the person is also something else. */
function leastAge({ roles }: KnownPerson): number {
  const apprentice =
    roles.includes('apprentice') && !roles.includes('student') && !roles.includes('volunteer');
  return apprentice ? APPRENTICE_FROM : OTHERS_FROM;
}

function oldEnough(person: KnownPerson): Finding {
  const rule = 'trainee-age';
  const { age } = person.answers;
  const least = leastAge(person);
  if (age !== undefined) return age >= least ? yes() : no(reason(rule, `The person is not ${least} yet.`));
  // nobody else is asked for their age
  if (!isTrainee(person)) return yes();
  return unknown({
    key: 'age',
    ask: 'age',
    path: PATHS.age,
    reason: reason(rule, `Whether the person is ${least} yet is not known.`),
  });
}

/** Whether somebody without a status may be counted in the ratios at all. */
export const mayBeCounted = (person: KnownPerson): Finding =>
  isTrainee(person) ? all(oldEnough(person), competent(person), traineeFirstAid(person)) : oldEnough(person);
