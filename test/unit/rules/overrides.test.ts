import { describe, expect, it } from 'vitest';
import { RULE_OVERRIDES, type RuleOverride } from '../../../src/rules/overrides.js';
import { RULES } from '../../../src/rules/editions/rules.js';
import { RuleOverrideSchema } from '../../../src/rules/rulebook-schema.js';
import type { Rule } from '../../../src/rules/rulebook.js';
import type { StaffMemberInput } from '../../../src/rules/people.js';
import { bookOf, derived, firstAid, person, rulebookOf, ruleOf, shortly } from './rules-support.js';

const window = { from: '2020-03-01', to: '2020-12-31' };
const common = {
  title: '',
  rules: ['first-aid'],
  from: '2020-03-16',
  to: '2020-11-25',
  source: '',
  verified: false,
};
const extension: RuleOverride = { ...common, id: 'longer', kind: 'extension', until: '2020-11-25' };
const suspension: RuleOverride = { ...common, id: 'off', kind: 'suspension' };
const holder = (id: string, expiresOn: string) =>
  person(id, { records: [firstAid('2018-01-01', expiresOn)] });
const asked = (
  staff: StaffMemberInput[],
  overrides: RuleOverride[],
  rule: Rule = ruleOf(),
  to: string = window.to,
): string[] => shortly(derived(staff, bookOf(rule), { ...window, to }, { overrides }).needs);

describe('an extension of certificates', () => {
  it('moves the day by which one is asked for, of those that run out inside it', () => {
    const team = [
      holder('before', '2020-03-15'),
      holder('first', '2020-03-16'),
      holder('last', '2020-11-25'),
      holder('later', '2020-11-27'),
    ];
    expect(asked(team, [extension])).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2020-03-15 of before',
      'rule-first-aid-by-2020-11-26 of first last',
      'rule-first-aid-by-2020-11-27 of later',
    ]);
    expect(asked(team, []).slice(1)).toEqual([
      'rule-first-aid-by-2020-03-15 of before',
      'rule-first-aid-by-2020-03-16 of first',
      'rule-first-aid-by-2020-11-25 of last',
      'rule-first-aid-by-2020-11-27 of later',
    ]);
  });

  it('leaves out those whose extended certificate covers the day of testing', () => {
    const team = [holder('a', '2020-05-01'), person('b')];
    expect(asked(team, [extension], ruleOf(), '2020-10-31')).toEqual(['rule-first-aid of b']);
    expect(asked(team, [extension], ruleOf(), '2020-11-25')).toEqual(['rule-first-aid of b']);
    expect(asked(team, [extension], ruleOf(), '2020-11-26')).toEqual(['rule-first-aid']);
    expect(asked([holder('a', '2020-05-01')], [extension], ruleOf(), '2020-10-31')).toEqual([]);
  });

  it('lowers by as many what is asked of some of the team', () => {
    const rule = ruleOf({
      training: { area: 'paediatric-first-aid', depth: 2, count: { atLeast: 2, spare: 1 }, maxAgeMonths: 36 },
    });
    const team = (held: number) => [
      ...Array.from({ length: held }, (_, index) => holder(`h${index}`, '2020-05-01')),
      ...['x', 'y', 'z'].map((id) => person(id)),
    ];
    const count = (held: number) => asked(team(held), [extension], rule, '2020-10-31');
    expect(count(0)).toEqual(['rule-first-aid 2+1']);
    expect(count(1)).toEqual(['rule-first-aid of x y z 1+1']);
    expect(count(2)).toEqual(['rule-first-aid of x y z 1+0']);
    expect(count(3)).toEqual([]);
    expect(asked(team(2), [extension], rule)).toEqual([
      'rule-first-aid 2+1',
      'rule-first-aid-by-2020-11-26 2+1',
    ]);
  });

  it('concerns the rules that it names, and no certificate that runs on', () => {
    const other = { ...extension, rules: ['something-else'] };
    const team = [holder('a', '2020-05-01')];
    expect(asked(team, [other])).toEqual(asked(team, []));
    expect(asked([holder('a', '2020-12-01')], [extension])).toEqual(asked([holder('a', '2020-12-01')], []));
    const earlier: RuleOverride = { ...extension, until: '2020-04-01' };
    expect(asked(team, [earlier])).toEqual(asked(team, []));
  });
});

describe('a suspension', () => {
  it('asks nothing inside it, and asks when it is over of those who lack it then', () => {
    const team = [holder('a', '2020-03-10'), holder('b', '2020-05-01'), holder('c', '2020-11-26')];
    expect(asked(team, [suspension])).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2020-03-10 of a',
      'rule-first-aid-by-2020-11-26 of b c',
    ]);
  });

  it('that lasts beyond the window leaves its last day before', () => {
    const needs = derived(
      [person('a')],
      bookOf(ruleOf()),
      { ...window, to: '2020-06-30' },
      { overrides: [suspension] },
    );
    expect(needs.needs).toMatchObject([{ id: 'rule-first-aid', by: '2020-03-15' }]);
    const within = { from: '2020-04-01', to: '2020-06-30' };
    expect(derived([person('a')], bookOf(ruleOf()), within, { overrides: [suspension] }).needs).toEqual([]);
  });

  it('joins with others that touch it', () => {
    const more: RuleOverride = { ...suspension, id: 'more', from: '2020-11-26', to: '2020-12-05' };
    const inside: RuleOverride = { ...suspension, id: 'inside', from: '2020-04-01', to: '2020-04-05' };
    const all = [more, suspension, inside];
    expect(asked([holder('b', '2020-05-01')], all)).toContain('rule-first-aid-by-2020-12-06 of b');
    const needs = derived(
      [person('a')],
      bookOf(ruleOf()),
      { ...window, to: '2020-12-01' },
      { overrides: all },
    );
    expect(needs.needs).toMatchObject([{ by: '2020-03-15' }]);
  });
});

describe('the exceptions of 2020', () => {
  const childminder = [
    person('me', { roles: ['childminder'], records: [firstAid('2017-06-01', '2020-06-01')] }),
  ];
  const rulebook = rulebookOf('childminder', window.from);

  it('hold unless others are passed', () => {
    expect(shortly(derived(childminder, rulebook, window).needs)).toContain(
      'rule-cm-pfa-by-2020-11-26 of me',
    );
    expect(shortly(derived(childminder, rulebook, window, { overrides: [] }).needs)).toContain(
      'rule-cm-pfa-by-2020-06-01 of me',
    );
  });

  it('left those with new qualifications out of it while they held', () => {
    const staff = [
      person('new', { startedOn: '2020-02-03', qualifications: [{ level: 3, awardedOn: '2019-07-01' }] }),
    ];
    const needs = derived(staff, rulebookOf('group', window.from), window).needs;
    expect(shortly(needs)).toContain('rule-pfa-newly-qualified-by-2020-11-26 of new');
    const summer = derived(staff, rulebookOf('group', '2020-04-01'), {
      from: '2020-04-01',
      to: '2020-08-31',
    });
    expect(shortly(summer.needs)).not.toContain('rule-pfa-newly-qualified of new');
  });

  it('are data as a caller would write it, of rules that there are', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    for (const override of RULE_OVERRIDES) {
      expect(RuleOverrideSchema.safeParse(override).success).toBe(true);
      expect(override.verified).toBe(false);
      for (const rule of override.rules) expect(ids.has(rule)).toBe(true);
    }
  });
});
