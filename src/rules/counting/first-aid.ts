import { present } from '../../internal/invariant.js';
import { dayNumber } from '../../internal/calendar.js';
import type { CountingCondition } from './counted.js';
import { type CountingRuleId, ruleInForce } from './counting-rules.js';
import { isBefore } from './day-range.js';
import { any, type Finding, LATER, no, reason, unknown, yes } from './finding.js';
import { type Award, type KnownPerson, lastOfGrace } from './known-person.js';
import { inAward, PATHS } from './questions.js';

/** The first award that brings first aid with it. */
const SINCE = /* @__PURE__ */ present(/* @__PURE__ */ dayNumber('2016-06-30'), 'a day of the calendar');

/** Whether a first aid certificate is held, as a rule asks it; `condition` while it is not known. */
export function firstAidHeld(
  { firstAid }: KnownPerson,
  rule: CountingRuleId,
  condition: CountingCondition = 'first-aid-before-counting',
): Finding {
  if (firstAid === undefined)
    return unknown({
      key: 'first-aid',
      ask: 'first-aid',
      path: PATHS['first-aid'],
      reason: reason(
        rule,
        'A paediatric first aid certificate is needed; no records say whether one is held.',
      ),
      condition,
    });
  return firstAid
    ? yes([reason(rule, 'A paediatric first aid certificate is held.')], ['first-aid-kept'])
    : no(reason(rule, 'No paediatric first aid certificate that still holds is on record.'));
}

/** Whether the first three months at the setting have not passed. */
function inGrace({ began, day }: KnownPerson, condition: CountingCondition): Finding {
  const rule = 'first-aid-after-award';
  if (began !== undefined) {
    const over = isBefore(lastOfGrace(began), day);
    if (over === 'no')
      return yes(
        [
          reason(
            rule,
            'The first three months at the setting have not passed: first aid is due by their end.',
          ),
        ],
        [condition],
      );
    if (over === 'yes') return no();
  }
  return unknown({
    key: 'started-on',
    ask: 'started-on',
    path: PATHS['started-on'],
    reason: reason(
      rule,
      'First aid is due within three months of starting work; the day of starting is not known.',
    ),
    condition,
  });
}

/** Whether first aid stands in the way of counting at the level of an award. */
export function firstAidAfter(person: KnownPerson, award: Award): Finding {
  const rule = 'first-aid-after-award';
  const before = isBefore(award.awarded, SINCE);
  if (!ruleInForce(rule, person.on) || before === 'yes') return yes();
  if (ruleInForce('first-aid-suspended', person.on))
    return yes([
      reason('first-aid-suspended', 'First aid was not asked of the newly qualified on this day.'),
    ]);
  const condition = before === 'no' ? 'first-aid-within-three-months' : 'first-aid-maybe';
  return any(
    before === 'no'
      ? no()
      : unknown({
          key: `awarded:${award.index}${LATER}`,
          ask: 'awarded-on',
          path: inAward(award, 'awardedOn'),
          reason: reason(
            rule,
            'First aid is needed if the award was made on 30 June 2016 or later; its day is not known.',
          ),
          condition,
        }),
    firstAidHeld(person, rule, condition),
    inGrace(person, condition),
  );
}
