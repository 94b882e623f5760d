import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/build.js';
import {
  bookOf,
  derived,
  firstAid,
  needsById,
  person,
  record,
  rulebookOf,
  ruleOf,
  shortly,
  WINDOW,
} from './rules-support.js';
import type { Rule } from '../../../src/rules/rulebook.js';
import type { StaffMemberInput } from '../../../src/rules/people.js';

const asked = (staff: StaffMemberInput[], rule: Rule = ruleOf(), window = WINDOW): string[] =>
  shortly(derived(staff, bookOf(rule), window).needs);

describe('a certificate that lapses inside the window', () => {
  it('is asked for by the first day on which it no longer holds, and at the end of the window all the same', () => {
    const staff = [
      person('b', { records: [firstAid('2024-01-10', '2027-01-10')] }),
      person('a', { records: [firstAid('2024-01-10', '2027-01-10')] }),
      person('c', { records: [firstAid('2025-01-10', '2028-01-10')] }),
    ];
    expect(asked(staff)).toEqual(['rule-first-aid', 'rule-first-aid-by-2027-01-10 of a b']);
    expect(derived(staff, bookOf(ruleOf())).needs.map(({ by }) => by)).toEqual([undefined, '2027-01-10']);
  });

  it('lapses when it is too old, a day after its months, or when it expires, whichever is first', () => {
    const one = (completedOn: string, expiresOn?: string) =>
      asked([person('a', { records: [firstAid(completedOn, expiresOn)] })]);
    expect(one('2024-01-10')).toContain('rule-first-aid-by-2027-01-11 of a');
    expect(one('2024-01-10', '2029-01-10')).toContain('rule-first-aid-by-2027-01-11 of a');
    expect(one('2024-01-10', '2026-12-24')).toContain('rule-first-aid-by-2026-12-24 of a');
    // months are clamped: three years after a leap day is 28 February
    expect(one('2024-02-29')).toContain('rule-first-aid-by-2027-03-01 of a');
  });

  it('is asked for from the first day of the window to the day before the last', () => {
    const one = (expiresOn: string) => asked([person('a', { records: [firstAid('2024-09-01', expiresOn)] })]);
    expect(one('2026-08-31')).toEqual(['rule-first-aid']);
    expect(one('2026-09-01')).toEqual(['rule-first-aid', 'rule-first-aid-by-2026-09-01 of a']);
    expect(one('2027-07-30')).toEqual(['rule-first-aid', 'rule-first-aid-by-2027-07-30 of a']);
    expect(one('2027-07-31')).toEqual(['rule-first-aid']);
  });

  it('does not lapse while another record holds it, and may lapse twice', () => {
    const records = [firstAid('2024-01-10', '2027-01-10'), firstAid('2024-05-01', '2027-05-01')];
    expect(asked([person('a', { records })])).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2027-05-01 of a',
    ]);
    const twice = [firstAid('2024-01-10', '2026-10-01'), firstAid('2026-12-01', '2027-03-01')];
    expect(asked([person('a', { records: twice })])).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2026-10-01 of a',
      'rule-first-aid-by-2027-03-01 of a',
    ]);
  });

  it('is not what is too shallow, of another area, or was never held', () => {
    const records = [
      record('paediatric-first-aid', 1, '2024-01-10', '2027-01-10'),
      record('food-hygiene', 2, '2024-01-10', '2027-01-10'),
    ];
    expect(asked([person('a', { records }), person('b')])).toEqual(['rule-first-aid']);
  });
});

describe('a rule that asks for some of the team', () => {
  const rule = ruleOf({
    training: {
      area: 'paediatric-first-aid',
      depth: 2,
      count: { atLeast: 1, spare: 1 },
      maxAgeMonths: 36,
    },
  });
  const holder = (id: string, expiresOn: string) =>
    person(id, { records: [firstAid('2025-01-10', expiresOn)] });

  it('asks for as many on each day on which too few are left', () => {
    const team = [
      holder('a', '2026-11-01'),
      holder('b', '2027-02-01'),
      holder('c', '2027-05-01'),
      person('d'),
    ];
    expect(asked(team, rule)).toEqual([
      'rule-first-aid 1+1',
      // two are left on 1 November, and one on 1 February
      'rule-first-aid-by-2027-02-01 1+1',
      'rule-first-aid-by-2027-05-01 1+1',
    ]);
  });

  it('asks for no more than half where it asks for half', () => {
    const half = ruleOf({ training: { area: 'paediatric-first-aid', depth: 2, count: 'half' } });
    const team = [holder('a', '2026-11-01'), holder('b', '2027-02-01'), person('d')];
    expect(asked(team, half)).toEqual([
      'rule-first-aid 2+0',
      'rule-first-aid-by-2026-11-01 2+0',
      'rule-first-aid-by-2027-02-01 2+0',
    ]);
  });
});

describe('somebody who has just started', () => {
  const rule = ruleOf({ graceMonths: 3 });

  it('must hold it when the months of grace are over, and not before', () => {
    expect(asked([person('a', { startedOn: '2026-08-31' })], rule)).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2026-11-30 of a',
    ]);
    // what lapses in the months of grace is asked for at their end
    const records = [firstAid('2024-01-01', '2026-10-01')];
    expect(asked([person('a', { startedOn: '2026-08-31', records })], rule)).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2026-11-30 of a',
    ]);
    const later = [firstAid('2024-01-01', '2026-12-01')];
    expect(asked([person('a', { startedOn: '2026-08-31', records: later })], rule)).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2026-12-01 of a',
    ]);
  });

  it('is asked at the end of the window when the months ended before it or end on its last day, and not when later', () => {
    for (const startedOn of ['2026-05-31', '2027-04-30'])
      expect(asked([person('a', { startedOn })], rule), startedOn).not.toEqual([]);
    for (const startedOn of ['2027-05-01', '2027-06-01', '2027-09-01'])
      expect(asked([person('a', { startedOn })], rule), startedOn).toEqual([]);
    // the day after the last day of grace of one who started on 30 April is a day of the window, of 1 May it is none
    const window = { from: '2026-09-01', to: '2027-07-30' };
    expect(asked([person('a', { startedOn: '2027-04-30' })], rule, window)).toEqual(['rule-first-aid']);
    expect(asked([person('a', { startedOn: '2027-04-30' })], rule, { ...window, to: '2027-07-29' })).toEqual(
      [],
    );
  });

  it('is left out of what is asked before, and others are not', () => {
    const old = person('old', { startedOn: '2020-01-06' });
    const fresh = person('fresh', { startedOn: '2027-05-01' });
    expect(asked([old, fresh], rule)).toEqual(['rule-first-aid of old']);
    // a rule that ends inside the window tests on its own last day
    expect(asked([old, person('new', { startedOn: '2026-09-01' })], { ...rule, to: '2026-11-30' })).toEqual([
      'rule-first-aid of old',
    ]);
    expect(asked([old, person('new', { startedOn: '2026-09-01' })], { ...rule, to: '2026-12-01' })).toEqual([
      'rule-first-aid',
    ]);
  });

  it('does not count before the months are over where a rule asks for some of the team', () => {
    const half = { ...rule, training: { area: 'paediatric-first-aid', depth: 2, count: 'half' } } as const;
    const team = [person('a'), person('b'), person('c'), person('fresh', { startedOn: '2027-05-01' })];
    expect(asked(team, half)).toEqual(['rule-first-aid of a b c 2+0']);
    expect(asked(team.slice(0, 3), half)).toEqual(['rule-first-aid 2+0']);
  });
});

describe('somebody who is not there yet', () => {
  it('is not asked before the first day of work, without months of grace too', () => {
    const here = person('here');
    expect(asked([here, person('later', { startedOn: '2027-08-01' })])).toEqual(['rule-first-aid of here']);
    expect(asked([here, person('later', { startedOn: '2027-07-31' })])).toEqual(['rule-first-aid']);
    expect(asked([person('later', { startedOn: '2027-08-01' })])).toEqual([]);
    // what lapses before the first day of work lapses for nobody who works there
    const records = [firstAid('2024-01-10', '2027-01-10')];
    expect(asked([person('a', { startedOn: '2027-01-11', records })])).toEqual(['rule-first-aid']);
    expect(asked([person('a', { startedOn: '2027-01-10', records })])).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2027-01-10 of a',
    ]);
  });
});

describe('what contains the training', () => {
  const rule = ruleOf({
    training: {
      area: 'child-protection',
      depth: 2,
      count: 'everyone',
      maxAgeMonths: 24,
      supersededBy: { rule: 'dsl', area: 'designated-safeguarding-lead', depth: 3 },
    },
  });
  const lead = (completedOn: string, expiresOn?: string) =>
    record('designated-safeguarding-lead', 3, completedOn, expiresOn);

  it('stands for it while it holds, and is asked for no longer than it', () => {
    const needs = (records: StaffMemberInput['records']) =>
      asked([person('a', { records }), person('b')], rule);
    expect(needs([lead('2026-01-01')])).toEqual(['rule-first-aid of b']);
    expect(needs([lead('2025-01-01')])).toEqual(['rule-first-aid', 'rule-first-aid-by-2027-01-02 of a']);
    expect(needs([lead('2025-01-01'), record('child-protection', 2, '2025-05-05')])).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2027-05-06 of a',
    ]);
    expect(needs([lead('2025-08-01'), record('child-protection', 2, '2024-11-05')])).toEqual([
      'rule-first-aid of b',
    ]);
  });
});

describe('a rule with days of its own', () => {
  const held = [person('a', { records: [firstAid('2024-01-10', '2027-01-10')] })];

  it('is tested on its last day when that is before the end of the window', () => {
    const ending = needsById(held, bookOf(ruleOf({ to: '2027-03-31' })));
    expect([...ending.values()].map(({ id, by }) => [id, by])).toEqual([
      ['rule-first-aid', '2027-03-31'],
      ['rule-first-aid-by-2027-01-10', '2027-01-10'],
    ]);
    expect(asked(held, ruleOf({ to: '2027-01-10' }))).toEqual(['rule-first-aid']);
    expect(asked(held, ruleOf({ to: '2026-09-01' }))).toEqual(['rule-first-aid']);
  });

  it('is not tested when it ended before the window, or begins after it', () => {
    expect(asked(held, ruleOf({ to: '2026-08-31' }))).toEqual([]);
    expect(asked(held, ruleOf({ from: '2027-08-01' }))).toEqual([]);
    expect(asked(held, ruleOf({ from: '2027-07-31' }))).toEqual(['rule-first-aid']);
  });

  it('that begins inside the window asks by its first day of those whose certificate lapsed in the window before', () => {
    expect(asked(held, ruleOf({ from: '2027-01-11' }))).toEqual([
      'rule-first-aid',
      'rule-first-aid-by-2027-01-11 of a',
    ]);
    expect(asked(held, ruleOf({ from: '2027-01-10' }))).toContain('rule-first-aid-by-2027-01-10 of a');
  });

  it('gives no need when training does not meet it', () => {
    expect(asked(held, ruleOf({ training: undefined }))).toEqual([]);
  });
});

describe('a programme for needs from the rules', () => {
  it('renews a certificate before it lapses, though later would be cheaper', () => {
    const staff = [{ id: 'me', roles: ['childminder'], records: [firstAid('2024-01-10')] }];
    const rulebook = rulebookOf('childminder');
    const needs = derived(staff, rulebook).needs.filter(({ area }) => area === 'paediatric-first-aid');
    const session = (id: string, day: string) => ({
      id,
      blocks: [{ starts: `${day}T09:00`, ends: `${day}T16:00` }],
    });
    const course = (id: string, day: string, pence: number) => ({
      id,
      title: id,
      kind: 'course' as const,
      minutes: 720,
      teaches: [{ area: 'paediatric-first-aid', depth: 2 as const, validMonths: 36 }],
      sessions: [session('only', day)],
      offers: [{ id: 'standard', price: { kind: 'per-learner' as const, pence } }],
    });
    const items = [
      course('on-the-day', '2027-01-11', 9000),
      course('a-day-late', '2027-01-12', 5000),
      course('in-june', '2027-06-05', 4000),
    ];
    const built = (among: typeof items) => {
      const result = buildProgramme({
        asOf: WINDOW.from,
        window: WINDOW,
        setting: { id: 's', providerKind: 'childminder' },
        staff,
        needs: [...needs],
        catalogue: { id: 'c', asOf: WINDOW.from, items: among },
        funding: [{ id: 'budget', pence: 10_000 }],
      });
      return result.status === 'optimal' ? result.programme : undefined;
    };
    expect(built(items)?.bookings.map(({ item }) => item)).toEqual(['on-the-day']);
    // what comes too late for the day is worth something all the same
    const late = built(items.slice(1));
    expect(late?.bookings.map(({ item }) => item)).toEqual(['in-june']);
    expect(late?.coverage.map(({ need, shortBy }) => [need, shortBy])).toEqual([
      ['rule-cm-pfa', 0],
      ['rule-cm-pfa-by-2027-01-11', 1],
    ]);
  });
});
