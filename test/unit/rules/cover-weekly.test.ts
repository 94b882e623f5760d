import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CatalogueSchema } from '../../../src/domain/catalogue.js';
import { QuestionnaireSchema } from '../../../src/domain/questionnaire.js';
import { draftRequest } from '../../../src/intake/draft-request.js';
import { coverFromRota } from '../../../src/rules/ratios/cover-from-rota.js';
import type { RotaQuestionInput } from '../../../src/rules/ratios/rota-question.js';
import { weekly, type WeeklyInput } from '../../../src/rules/ratios/weekly.js';

const repeated = (given: WeeklyInput) => {
  const week = weekly(given);
  if (week.status === 'invalid') throw new Error(JSON.stringify(week.issues));
  return week;
};
const issues = (given: unknown): string[] => {
  const week = weekly(given as WeeklyInput);
  if (week.status === 'repeated') throw new Error('it was repeated');
  return week.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
};
const days = { from: '2026-10-05', to: '2026-10-12' };

describe('a week repeated', () => {
  it('is on its days, without those that are closed, and with its breaks as gaps', () => {
    const { rota, children } = repeated({
      ...days,
      closed: [{ from: '2026-10-06', to: '2026-10-07' }],
      shifts: [
        {
          staff: 'bo',
          weekdays: [1, 2, 7],
          from: '08:00',
          to: '16:00',
          breaks: [
            { from: '14:00', to: '14:15' },
            { from: '11:00', to: '11:30' },
          ],
          site: 'east',
          notCounted: true,
        },
        { staff: 'ada', weekdays: [1], from: '08:00', to: '16:00', breaks: [{ from: '08:00', to: '09:00' }] },
      ],
      children: [
        { weekdays: [4], from: '09:00', to: '12:00', expected: { '3-plus': 4, '2': 3 }, outing: true },
        { weekdays: [1], from: '09:00', to: '12:00', expected: {}, site: 'east' },
      ],
    });
    expect(
      rota.shifts.filter(({ staff }) => staff === 'ada').map(({ starts, ends }) => [starts, ends]),
    ).toEqual([
      ['2026-10-05T09:00', '2026-10-05T16:00'],
      ['2026-10-12T09:00', '2026-10-12T16:00'],
    ]);
    expect(rota.shifts.filter(({ staff }) => staff === 'bo').slice(0, 4)).toEqual([
      { staff: 'bo', starts: '2026-10-05T08:00', ends: '2026-10-05T11:00', site: 'east', notCounted: true },
      { staff: 'bo', starts: '2026-10-05T11:30', ends: '2026-10-05T14:00', site: 'east', notCounted: true },
      { staff: 'bo', starts: '2026-10-05T14:15', ends: '2026-10-05T16:00', site: 'east', notCounted: true },
      { staff: 'bo', starts: '2026-10-11T08:00', ends: '2026-10-11T11:00', site: 'east', notCounted: true },
    ]);
    expect(children).toEqual([
      { starts: '2026-10-05T09:00', ends: '2026-10-05T12:00', expected: {}, site: 'east' },
      {
        starts: '2026-10-08T09:00',
        ends: '2026-10-08T12:00',
        expected: { '2': 3, '3-plus': 4 },
        outing: true,
      },
      { starts: '2026-10-12T09:00', ends: '2026-10-12T12:00', expected: {}, site: 'east' },
    ]);
    expect(repeated(days)).toEqual({ status: 'repeated', rota: { shifts: [] }, children: [] });
  });

  it('does not depend on the order of the pattern', () => {
    const shift = (staff: string, from: string) => ({ staff, weekdays: [1, 2, 3], from, to: '16:00' });
    const shifts = [shift('b', '08:00'), shift('a', '08:00'), shift('c', '07:00')];
    const children = [
      { weekdays: [1, 2], from: '08:00', to: '16:00', expected: { '2': 3, '3-plus': 1 } },
      { weekdays: [2, 1], from: '08:00', to: '16:00', expected: { '3-plus': 1 } },
    ];
    expect(repeated({ ...days, shifts: [...shifts].reverse(), children: [...children].reverse() })).toEqual(
      repeated({ ...days, shifts, children }),
    );
  });

  it('is refused with all that is wrong with it', () => {
    expect(issues(undefined)).not.toEqual([]);
    expect(
      issues({
        from: '2026-10-05',
        to: '2026-10-04',
        closed: [{ from: '2026-10-05', to: '2026-10-04' }],
        shifts: [
          { staff: 'a', weekdays: [1], from: '16:00', to: '08:00' },
          {
            staff: 'b',
            weekdays: [1],
            from: '08:00',
            to: '16:00',
            breaks: [
              { from: '12:00', to: '12:00' },
              { from: '10:00', to: '12:30' },
              { from: '15:00', to: '17:00' },
            ],
          },
        ],
        children: [{ weekdays: [1], from: '09:00', to: '09:00', expected: {} }],
      }),
    ).toEqual([
      'children.0.to date-order',
      'closed.0.to date-order',
      'shifts.0.to date-order',
      'shifts.1.breaks.0 overlap',
      'shifts.1.breaks.0.to date-order',
      'shifts.1.breaks.2 overlap',
      'to date-order',
    ]);
    const shifts = [{ staff: 'a', weekdays: [8], from: '08:00', to: '16:00' }];
    expect(issues({ ...days, shifts })).toEqual(['shifts.0.weekdays.0 too-large']);
    expect(issues({ ...days, shifts: [{ ...shifts[0], weekdays: [] }] })).toEqual([
      'shifts.0.weekdays too-small',
    ]);
  });

  it('is refused when too much would come of it', () => {
    const all = [1, 2, 3, 4, 5, 6, 7];
    const shifts = Array.from({ length: 20 }, (_, k) => ({
      staff: `p${k}`,
      weekdays: all,
      from: '08:00',
      to: '09:00',
    }));
    const children = Array.from({ length: 20 }, () => ({
      weekdays: all,
      from: '08:00',
      to: '09:00',
      expected: {},
    }));
    expect(issues({ from: '2020-01-01', to: '2022-12-31', shifts })).toEqual(['shifts too-large']);
    expect(issues({ from: '2020-01-01', to: '2022-12-31', children })).toEqual(['children too-large']);
    expect(issues({ from: '0001-01-01', to: '9999-12-31', shifts })).toEqual(['to too-large']);
  });
});

describe('the week of the sample nursery', () => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../examples/data/${file}`, import.meta.url), 'utf8'));
  const sample = read('day-nursery-rota.json') as {
    openingHours: NonNullable<RotaQuestionInput['setting']['openingHours']>;
    team: RotaQuestionInput['staff'];
    week: WeeklyInput;
  };
  const setting = { id: 'setting', providerKind: 'group' as const, openingHours: sample.openingHours };

  it('is that of the fourteen people of the questionnaire', () => {
    const questionnaire = QuestionnaireSchema.parse(read('questionnaires/day-nursery.json'));
    const catalogue = CatalogueSchema.parse(read('catalogue.json'));
    const drafted = draftRequest(questionnaire, { catalogue });
    const detailed = draftRequest({ ...questionnaire, team: sample.team }, { catalogue });
    if (drafted.status !== 'drafted' || detailed.status !== 'drafted') throw new Error('not drafted');
    const told = ({ request }: typeof drafted) =>
      [...request.staff]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, roles, qualifications = [] }) => ({
          id,
          roles,
          level: qualifications[0]?.level,
        }));
    expect(told(detailed)).toEqual(told(drafted));
    expect(sample.team).toHaveLength(14);
  });

  it('keeps the rules, and leaves one or two to go at most times', () => {
    const { rota, children } = repeated({ ...sample.week, from: '2026-11-02', to: '2026-11-08' });
    const cover = coverFromRota({ setting, staff: sample.team, rota, children });
    if (cover.status === 'invalid') throw new Error(JSON.stringify(cover.issues));
    expect(cover.breaches).toEqual([]);
    expect(cover.questions).toEqual([]);
    const hours = (stretches: typeof cover.stretches): number =>
      stretches.reduce((sum, { starts, ends }) => {
        const minutes = (time: string): number =>
          60 * Number(time.slice(11, 13)) + Number(time.slice(14, 16));
        return sum + minutes(ends) - minutes(starts);
      }, 0) / 60;
    expect(hours(cover.stretches)).toBe(5 * 10.5);
    expect(hours(cover.stretches.filter(({ mostAway }) => mostAway === 1 || mostAway === 2))).toBeGreaterThan(
      45,
    );
    const rules = new Set(
      cover.notes.filter(({ code }) => code === 'tighter-than-heads').map(({ rule }) => rule),
    );
    expect(rules).toEqual(new Set(['first-aid', 'level-2-half', 'level-3', 'level-6']));
    // the one newly qualified without first aid counts as unqualified, and the cook does not count
    expect(cover.notes.filter(({ code }) => code === 'not-counted').map(({ staff }) => staff)).toEqual([
      ['cook'],
    ]);
  });

  it('all year comes to more periods than a request takes; those of the sessions do not', () => {
    const { rota, children } = repeated(sample.week);
    const blocks = CatalogueSchema.parse(read('catalogue.json')).items.flatMap(({ sessions = [] }) =>
      sessions.filter(({ openHours }) => openHours !== false).flatMap((session) => session.blocks),
    );
    const cover = coverFromRota({ setting, staff: sample.team, rota, children, during: blocks });
    if (cover.status === 'invalid') throw new Error(JSON.stringify(cover.issues));
    expect(cover.periods.length).toBeLessThan(400);
    expect(cover.breaches).toEqual([]);
  });
});
