import { answered } from './answered.js';
import { dayNumber } from '../../internal/calendar.js';
import { present } from '../../internal/invariant.js';
import { type CountingRuleId, FIRST_DAY_KNOWN, ruleInForce } from './counting-rules.js';
import type { CountingCondition } from './counted.js';
import { type DayRange, isBefore, isWithin } from './day-range.js';
import { all, any, EARLIER, type Finding, no, reason, unknown, yes } from './finding.js';
import { firstAidAfter } from './first-aid.js';
import type { Award, KnownPerson } from './known-person.js';
import { inAward, PATHS } from './questions.js';

/*
 * What one qualification lets a person count at.
 */

const day = (date: string): number => present(dayNumber(date), 'a day of the calendar');
const ENGLISH_SINCE = /* @__PURE__ */ day(FIRST_DAY_KNOWN);
const WINDOW: DayRange = /* @__PURE__ */ (() => ({ first: day('2014-09-01'), last: day('2019-08-31') }))();

/** Whether it was awarded by the day asked about. */
export function awardedByDay(person: KnownPerson, award: Award): Finding {
  const rule = 'counts-from-award';
  if (award.studying || award.awarded.first > award.awarded.last)
    return no(reason(rule, `The level ${award.level} qualification is not awarded yet.`));
  switch (isBefore(award.awarded, person.day + 1)) {
    case 'yes':
      return yes();
    case 'no':
      return no(reason(rule, `The level ${award.level} qualification is not awarded yet.`));
    case 'unknown':
      return unknown({
        key: `awarded:${award.index}:by-day`,
        ask: 'awarded-on',
        path: inAward(award, 'awardedOn'),
        reason: reason(rule, `Whether the level ${award.level} qualification is awarded yet is not known.`),
      });
  }
}

/** Whether it is recognised in England. */
const recognised = ({ answers }: KnownPerson, award: Award): Finding =>
  award.abroad
    ? answered('equivalent', answers.equivalent, {
        rule: 'awarded-elsewhere',
        unknown: 'It was awarded outside England; whether it is equivalent is not known.',
        yes: 'It was awarded outside England and found to be equivalent.',
        no: 'It was awarded outside England and not found to be equivalent.',
      })
    : yes();

/** Whether it is full and relevant, or equivalent to what is. */
export function approved(
  person: KnownPerson,
  award: Award,
  rule: CountingRuleId = 'full-and-relevant',
): Finding {
  const { fullAndRelevant, level } = award;
  if (fullAndRelevant === false)
    return no(reason(rule, `The level ${level} qualification is not full and relevant.`));
  if (award.abroad) return recognised(person, award);
  if (fullAndRelevant === true)
    return yes([reason(rule, `The level ${level} qualification is full and relevant.`)]);
  return unknown({
    key: `full-and-relevant:${award.index}`,
    ask: 'full-and-relevant',
    path: inAward(award, 'fullAndRelevant'),
    reason: reason(rule, `Whether the level ${level} qualification is full and relevant is not known.`),
  });
}

/** Whether a level 2 qualification in a subject is held. */
export function subject(person: KnownPerson, name: 'English' | 'mathematics', rule: CountingRuleId): Finding {
  const held = name === 'English' ? person.level2English : person.level2Maths;
  const condition = name === 'English' ? 'level-2-english' : ('level-2-maths' satisfies CountingCondition);
  if (held === undefined)
    return unknown({
      key: condition,
      ask: condition,
      path: PATHS[condition],
      reason: reason(rule, `A level 2 qualification in ${name} is needed; whether it is held is not known.`),
      condition,
    });
  return held
    ? yes([reason(rule, `A level 2 qualification in ${name} is held.`)])
    : no(reason(rule, `A level 2 qualification in ${name} is needed and not held.`));
}

/** Whether English, and once mathematics, stand in the way of level 3. */
function subjectsFor(person: KnownPerson, award: Award): Finding {
  const rule = 'level-3-english';
  const before = isBefore(award.awarded, ENGLISH_SINCE);
  if (before === 'yes') return yes();
  return any(
    before === 'no'
      ? no()
      : unknown({
          key: `awarded:${award.index}${EARLIER}`,
          ask: 'awarded-on',
          path: inAward(award, 'awardedOn'),
          reason: reason(
            rule,
            'English is needed if the award was made on 1 September 2014 or later; its day is not known.',
          ),
        }),
    all(
      subject(person, 'English', rule),
      ruleInForce('level-3-maths', person.on) ? subject(person, 'mathematics', 'level-3-maths') : yes(),
    ),
  );
}

/** What counts once it is awarded; until then nothing else is said of it. */
function onceAwarded(person: KnownPerson, award: Award, ...rest: readonly Finding[]): Finding {
  const awarded = awardedByDay(person, award);
  return awarded.ways.length === 0 ? awarded : all(awarded, ...rest);
}

/** Whether it gives one of the statuses that count at every level. */
export const asStatus = (person: KnownPerson, award: Award): Finding =>
  award.status
    ? onceAwarded(
        person,
        award,
        recognised(person, award),
        yes([reason('status', 'A status that counts at levels 6, 3 and 2 is held.')]),
      )
    : no();

/** Whether it counts at level 3. */
export const atLevel3 = (person: KnownPerson, award: Award): Finding =>
  award.level < 3
    ? no()
    : onceAwarded(
        person,
        award,
        approved(person, award),
        subjectsFor(person, award),
        firstAidAfter(person, award),
      );

/** Whether it counts at level 2 as one that is full and relevant. */
export const atLevel2 = (person: KnownPerson, award: Award): Finding =>
  award.level < 2 ? no() : onceAwarded(person, award, approved(person, award), firstAidAfter(person, award));

/** Whether it was begun in the years in which there was no list. */
function begunInWindow(award: Award): Finding {
  switch (isWithin(award.begun, WINDOW)) {
    case 'yes':
      return yes();
    case 'no':
      return no();
    case 'unknown':
      return unknown({
        key: `begun:${award.index}:in-window`,
        ask: 'study-started-on',
        path: inAward(award, 'startedOn'),
        reason: reason('level-2-window', 'Whether its study was begun in the window is not known.'),
      });
  }
}

const appropriate = ({ answers }: KnownPerson): Finding =>
  answered('appropriate', answers.appropriate, {
    rule: 'level-2-window',
    unknown:
      'Begun in the window; whether it is about the early years and appropriate to practice is not known.',
    yes: 'Begun in the window, about the early years and appropriate to practice.',
    no: 'Begun in the window, but not about the early years and appropriate to practice.',
  });

/** Whether it counts at level 2 though it is not full and relevant, because it was begun when there was no list. */
export const inWindowAtLevel2 = (person: KnownPerson, award: Award): Finding =>
  award.level < 2 || award.abroad || award.fullAndRelevant === true
    ? no()
    : onceAwarded(person, award, begunInWindow(award), appropriate(person), firstAidAfter(person, award));
