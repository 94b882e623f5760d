import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/intake/check-request.js';
import { draftRequest } from '../../../src/intake/draft-request.js';
import type { ProviderKind } from '../../../src/domain/setting.js';
import { needsFromRules } from '../../../src/rules/needs-from-rules.js';
import type { StaffMemberInput } from '../../../src/rules/people.js';
import { sampleCatalogue, sampleQuestionnaire } from '../intake/draft-support.js';
import { firstAid, person, record, rulebookOf } from './rules-support.js';

/*
 * What the rules ask of the samples on the last day before the framework of September 2025 and on its first, written by
 * hand from the reference. A line is the need, its source, the day it is tested when that is not the window's last, whom
 * it selects and how many.
 */

type Staff = readonly StaffMemberInput[];

function lines(kind: ProviderKind, staff: Staff, date: string): string[] {
  const window = { from: date, to: '2026-07-31' };
  const result = needsFromRules({ id: 's', providerKind: kind }, [...staff], rulebookOf(kind, date), window);
  if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result.needs.map(({ id, source, by, who, count }) => {
    const selected = who.staff?.join(' ') ?? who.roles?.join(' ') ?? 'all';
    const except = who.not?.roles === undefined ? '' : ` but ${who.not.roles.join(' ')}`;
    const many = count === 'everyone' ? '' : ` ${count.atLeast}+${count.spare ?? 0}`;
    return `${id.slice(5)} ${source}${by === undefined ? '' : ` by ${by}`}: ${selected}${except}${many}`;
  });
}

function sample(name: 'childminder' | 'day-nursery'): Staff {
  const draft = draftRequest(sampleQuestionnaire(name), { catalogue: sampleCatalogue() });
  if (draft.status === 'invalid') throw new Error(JSON.stringify(draft.issues));
  return draft.request.staff;
}

/** A nursery class and a room for twos in a maintained school. */
const SCHOOL: Staff = [
  person('head', {
    roles: ['manager', 'designated-safeguarding-lead'],
    qualifications: [{ level: 6, status: 'qts', awardedOn: '2004-07-01' }],
    records: [record('designated-safeguarding-lead', 3, '2023-10-10')],
  }),
  person('teacher', {
    roles: ['teacher'],
    qualifications: [{ level: 6, status: 'qts', awardedOn: '2019-07-01' }],
    ageBands: ['3-plus'],
  }),
  person('nursery-nurse', {
    qualifications: [{ level: 3, fullAndRelevant: true, awardedOn: '2018-07-06' }],
    records: [firstAid('2023-01-15'), record('child-protection', 2, '2024-09-03')],
    startedOn: '2018-09-03',
    ageBands: ['2'],
  }),
  person('assistant', {
    qualifications: [{ level: 3, fullAndRelevant: true, awardedOn: '2012-07-06' }],
    ageBands: ['3-plus'],
  }),
  person('apprentice', {
    roles: ['apprentice'],
    qualifications: [
      { level: 2, fullAndRelevant: true, awardedOn: '2024-07-05' },
      { level: 3, studying: true, startedOn: '2024-09-02' },
    ],
    startedOn: '2024-09-02',
    ageBands: ['2'],
  }),
  person('cook', { roles: ['food-handler'] }),
];

const NURSERY_BUT_DEPUTY =
  'cook level-2-1 level-2-2 level-2-3 level-3-1 level-3-2 level-3-3 level-3-4 level-3-5 level-3-6 level-6-1 level-6-2 manager';

describe('the needs of the samples', () => {
  it('of the day nursery, on 31 August 2025', () => {
    expect(lines('group', sample('day-nursery'), '2025-08-31')).toEqual([
      'dsl-pre2025 statutory by 2025-08-31: designated-safeguarding-lead',
      'food-hygiene statutory: food-handler',
      'manager-leading aspiration: manager',
      'pfa-cover statutory: all 2+1',
      // the words of this day end with it, and so does the day of testing
      'pfa-newly-qualified statutory by 2025-08-31: deputy',
      'prevent statutory: all',
      `safeguarding-pre2025 statutory by 2025-08-31: ${NURSERY_BUT_DEPUTY}`,
    ]);
  });

  it('of the day nursery, on 1 September 2025', () => {
    expect(lines('group', sample('day-nursery'), '2025-09-01')).toEqual([
      'dsl-annex-c statutory: designated-safeguarding-lead',
      'dsl-safer-recruitment aspiration: designated-safeguarding-lead',
      'food-hygiene statutory: food-handler',
      'manager-leading aspiration: manager',
      'pfa-cover statutory: all 2+1',
      'pfa-newly-qualified statutory: deputy',
      'prevent statutory: all',
      `safeguarding-all-staff statutory: ${NURSERY_BUT_DEPUTY}`,
    ]);
  });

  it('of the childminder, on 31 August 2025', () => {
    expect(lines('childminder', sample('childminder'), '2025-08-31')).toEqual([
      'cm-food aspiration: childminder',
      'cm-pfa statutory: childminder',
      'cm-pfa-assistants statutory: childminder-assistant but childminder',
      // the assistant starts on 8 September: of this day's words nothing is asked of her
      'cm-safeguarding-pre2025 sector-focus by 2025-08-31: childminder',
      'prevent statutory: all',
    ]);
  });

  it('of the childminder, on 1 September 2025', () => {
    expect(lines('childminder', sample('childminder'), '2025-09-01')).toEqual([
      'cm-assistants statutory: all but childminder',
      'cm-dsl statutory: childminder',
      'cm-food aspiration: childminder',
      'cm-pfa statutory: childminder',
      'cm-pfa-assistants statutory: childminder-assistant but childminder',
      'prevent statutory: all',
    ]);
  });

  it('of the school, on 31 August 2025', () => {
    expect(lines('school', SCHOOL, '2025-08-31')).toEqual([
      'dsl-pre2025 statutory by 2025-08-31: designated-safeguarding-lead',
      'food-hygiene statutory: food-handler',
      'manager-leading aspiration: manager',
      'pfa-cover statutory: all 2+1',
      'pfa-cover-by-2026-01-16 statutory by 2026-01-16: all 2+1',
      // the apprentice counts at the level 2 held, which was awarded since 30 June 2016
      'pfa-newly-qualified statutory by 2025-08-31: apprentice nursery-nurse',
      'prevent statutory: all',
      'safeguarding-pre2025 statutory by 2025-08-31: apprentice assistant cook nursery-nurse teacher',
    ]);
  });

  it('of the school, on 1 September 2025', () => {
    expect(lines('school', SCHOOL, '2025-09-01')).toEqual([
      // two years now: the head's course of October 2023 lapses in October 2025
      'dsl-annex-c statutory: designated-safeguarding-lead',
      'dsl-annex-c-by-2025-10-11 statutory by 2025-10-11: head',
      'dsl-safer-recruitment aspiration: designated-safeguarding-lead',
      'food-hygiene statutory: food-handler',
      'manager-leading aspiration: manager',
      'pfa-cover statutory: all 2+1',
      'pfa-cover-by-2026-01-16 statutory by 2026-01-16: all 2+1',
      'pfa-newly-qualified statutory: nursery-nurse',
      'pfa-newly-qualified-by-2026-01-16 statutory by 2026-01-16: nursery-nurse',
      'pfa-trainees statutory: apprentice student volunteer',
      'prevent statutory: all',
      'safeguarding-all-staff statutory: all',
      'safeguarding-all-staff-by-2025-10-11 statutory by 2025-10-11: head',
    ]);
  });

  it('are needs that a request can have', () => {
    for (const date of ['2025-08-31', '2025-09-01']) {
      const window = { from: date, to: '2026-07-31' };
      const setting = { id: 's', providerKind: 'school' as const };
      const result = needsFromRules(setting, [...SCHOOL], rulebookOf('school', date), window);
      if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
      const request = { asOf: date, window, setting, staff: SCHOOL, needs: result.needs, funding: [] };
      expect(checkRequest({ ...request, catalogue: { id: 'c', asOf: date, items: [] } }).status).toBe(
        'valid',
      );
    }
  });
});
