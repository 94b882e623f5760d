import { describe, expect, it } from 'vitest';
import type { IssueCode } from '../../../src/domain/issue.js';
import { checkQuestionnaire } from '../../../src/intake/check-questionnaire.js';
import { fullQuestionnaire, GONE, type Path, put, wrongInQuestionnaire } from './check-fixtures.js';

type Change = readonly [Path, unknown];
type Case = readonly [name: string, changes: readonly Change[], path: Path, code: IssueCode, message: string];

const itRefuses = (cases: readonly Case[]): void => {
  it.each(cases)('%s', (_, changes, path, code, message) => {
    expect(wrongInQuestionnaire(...changes)).toEqual([{ path, code, message }]);
  });
};

/** Without the five who are only counted: all ids of the team are known. */
const NAMED: Change = [['team', 0], { id: 'ben', roles: [] }];

describe('a questionnaire that is right', () => {
  it('is handed back as it was, in a copy', () => {
    const given = fullQuestionnaire();
    const check = checkQuestionnaire(given);
    expect(check).toEqual({ status: 'valid', questionnaire: fullQuestionnaire() });
    expect(check.status === 'valid' && check.questionnaire).not.toBe(given);
  });

  it('may speak of things in any words', () => {
    expect(wrongInQuestionnaire([['findings', 0, 'about'], 'how we settle babies in'])).toEqual([]);
  });

  it('may name stand-ins for people who are only counted', () => {
    expect(wrongInQuestionnaire([['findings', 0, 'who', 'staff'], ['level-3-1']])).toEqual([]);
  });
});

describe('areas beside the taxonomy', () => {
  const own = put(fullQuestionnaire(), [['team', 1, 'records', 0, 'area'], 'own-area']);

  it('may be named, when they are known', () => {
    expect(checkQuestionnaire(own, new Set(['own-area'])).status).toBe('valid');
    expect(checkQuestionnaire(own, new Set()).status).toBe('invalid');
  });

  it('are not looked for when they are not known', () => {
    expect(checkQuestionnaire(own).status).toBe('valid');
  });
});

describe('a questionnaire is refused', () => {
  itRefuses([
    [
      'without a budget',
      [[['budget'], GONE]],
      ['budget'],
      'missing',
      'Add budget: an object. It is required.',
    ],
    [
      'with a count of nobody',
      [[['team', 0, 'count'], 0]],
      ['team', 0, 'count'],
      'too-small',
      'Make team[0].count a whole number from 1 to 5,000; it is the number 0.',
    ],
    [
      'with a count without a level',
      [[['team', 0, 'level'], GONE]],
      ['team', 0, 'level'],
      'missing',
      'Add team[0].level: a whole number from 0 to 8. It is required.',
    ],
    [
      'with a level without a count',
      [[['team', 0, 'count'], GONE]],
      ['team', 0, 'count'],
      'missing',
      'Add team[0].count: a whole number from 1 to 5,000. It is required.',
    ],
    [
      'with a person without roles',
      [[['team', 1, 'roles'], GONE]],
      ['team', 1, 'roles'],
      'missing',
      'Add team[1].roles: a list. It is required.',
    ],
    [
      'with a person who is counted too',
      [[['team', 1, 'count'], 2]],
      ['team', 1, 'count'],
      'unknown-key',
      'Remove team[1].count: there is no such key. The keys here are id, name, roles, qualifications, records, entitlements, startedOn, site, ageBands, level2English, level2Maths, time and away.',
    ],
    [
      'with a number where a person or count belongs',
      [[['team', 0], 5]],
      ['team', 0],
      'wrong-type',
      'Make team[0] an object; it is the number 5.',
    ],
    [
      'with an empty finding',
      [[['findings', 0, 'about'], '']],
      ['findings', 0, 'about'],
      'bad-format',
      'Write findings[0].about as a text of at least one character; it is "".',
    ],
    [
      'with items among the people of a finding',
      [[['findings', 0, 'who', 'not', 'items'], []]],
      ['findings', 0, 'who', 'not', 'items'],
      'unknown-key',
      'Remove findings[0].who.not.items: it selects items, which makes no sense where only people are selected.',
    ],
    [
      'with an importance that is none',
      [[['findings', 0, 'importance'], 'urgent']],
      ['findings', 0, 'importance'],
      'not-allowed',
      'Make findings[0].importance "high", "medium" or "low"; it is "urgent".',
    ],
    [
      'with two people of one id',
      [[['team', 0], { id: 'anna', roles: [] }]],
      ['team', 1, 'id'],
      'duplicate-id',
      'Change team[1].id: "anna" is already the id of team[0].',
    ],
    [
      'with two pots of one id',
      [[['otherFunding', 1], { id: 'grant', pence: 1 }]],
      ['otherFunding', 1, 'id'],
      'duplicate-id',
      'Change otherFunding[1].id: "grant" is already the id of otherFunding[0].',
    ],
    [
      'with two terms of one id',
      [[['terms', 1], { id: 'autumn', from: '2026-01-01', to: '2026-01-02' }]],
      ['terms', 1, 'id'],
      'duplicate-id',
      'Change terms[1].id: "autumn" is already the id of terms[0].',
    ],
    [
      'with a finding about an unknown person of a team of named people',
      [NAMED, [['findings', 0, 'who', 'staff'], ['nobody']]],
      ['findings', 0, 'who', 'staff', 0],
      'unknown-reference',
      'Change findings[0].who.staff[0]: there is no person in team with the id "nobody".',
    ],
    [
      'with time in an unknown term',
      [[['team', 1, 'time', 'terms'], { summer: {} }]],
      ['team', 1, 'time', 'terms', 'summer'],
      'unknown-reference',
      'Change team[1].time.terms.summer: there is no term in terms with the id "summer".',
    ],
    [
      'with a pot that pays for an unknown area',
      [[['otherFunding', 0, 'pays', 'areas'], ['nothing']]],
      ['otherFunding', 0, 'pays', 'areas', 0],
      'unknown-reference',
      'Change otherFunding[0].pays.areas[0]: there is no area in the taxonomy or in areas with the id "nothing".',
    ],
    [
      'with a record of an unknown area',
      [[['team', 1, 'records', 0, 'area'], 'nothing']],
      ['team', 1, 'records', 0, 'area'],
      'unknown-reference',
      'Change team[1].records[0].area: there is no area in the taxonomy or in areas with the id "nothing".',
    ],
    [
      'with a window that ends before it begins',
      [
        [['window', 'to'], '2025-08-31'],
        [['terms'], GONE],
        [['team', 1, 'time'], GONE],
      ],
      ['window', 'to'],
      'date-order',
      'Put window.to on or after from, 2025-09-01; it is 2025-08-31.',
    ],
    [
      'with a term outside the window',
      [[['terms', 0, 'to'], '2026-12-31']],
      ['terms', 0, 'to'],
      'outside-window',
      'Put terms[0].to inside the window, 2025-09-01 to 2026-08-31; it is 2026-12-31.',
    ],
    [
      'with a person whose days away are out of order',
      [[['team', 1, 'away', 0, 'to'], '2025-09-30']],
      ['team', 1, 'away', 0, 'to'],
      'date-order',
      'Put team[1].away[0].to on or after from, 2025-10-01; it is 2025-09-30.',
    ],
    [
      'with a pot whose days are out of order',
      [[['otherFunding', 0, 'to'], '2025-08-31']],
      ['otherFunding', 0, 'to'],
      'date-order',
      'Put otherFunding[0].to on or after from, 2025-09-01; it is 2025-08-31.',
    ],
  ]);

  it.each([undefined, null, 'a team of five', [], new Map(), Symbol('questionnaire')])(
    'when it is %s',
    (value) => {
      const check = checkQuestionnaire(value);
      expect(check.status === 'invalid' && check.issues.map(({ path }) => path)).toEqual([[]]);
    },
  );

  it('for all that is wrong at once', () => {
    expect(
      wrongInQuestionnaire(
        [['team', 1, 'colour'], 'red'],
        [['findings', 0, 'source'], 'ofsted'],
        [['terms', 0, 'from'], '2025-08-01'],
        [['asOf'], new Date(0)],
      ).map(({ path, code }) => [path.join('.'), code]),
    ).toEqual([
      ['asOf', 'not-json'],
      ['findings.0.source', 'not-allowed'],
      ['team.1.colour', 'unknown-key'],
      ['terms.0.from', 'outside-window'],
    ]);
  });
});

describe('changes', () => {
  it('leave the sample as it is', () => {
    const sample = fullQuestionnaire();
    put(sample, [['asOf'], 5]);
    expect(sample).toEqual(fullQuestionnaire());
  });
});
