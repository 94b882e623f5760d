import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileValueArbitrary } from '../../../src/testing/hostile.js';
import { dayNumber, isoDate } from '../../../src/internal/calendar.js';
import { RULES } from '../../../src/rules/editions/rules.js';
import { checkVariants } from '../../../src/rules/check-variants.js';
import { type NeedInput, needsFromRules } from '../../../src/rules/needs-from-rules.js';
import type { StaffMemberInput } from '../../../src/rules/people.js';
import type { Rule, Rulebook } from '../../../src/rules/rulebook.js';
import { RULEBOOKS, rulebookOn } from '../../../src/rules/rulebooks.js';
import { bookOf, derived, ruleOf } from './rules-support.js';

const FIRST = dayNumber('2024-09-01') ?? 0;
const dayArbitrary = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => isoDate(FIRST + days));

const AREAS = [
  'paediatric-first-aid',
  'child-protection',
  'designated-safeguarding-lead',
  'babies-under-two',
];
const recordArbitrary = fc.record(
  {
    area: fc.constantFrom(...AREAS),
    depth: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
    completedOn: dayArbitrary(-1100, 60),
    expiresOn: dayArbitrary(-30, 420),
  },
  { requiredKeys: ['area', 'depth', 'completedOn'] },
);
const bodyArbitrary: fc.Arbitrary<Omit<StaffMemberInput, 'id'>> = fc.record(
  {
    roles: fc.subarray([
      'practitioner',
      'manager',
      'designated-safeguarding-lead',
      'apprentice',
      'food-handler',
      'childminder',
    ]),
    records: fc.array(recordArbitrary, { maxLength: 4 }),
    qualifications: fc.array(
      fc.record(
        { level: fc.constantFrom(2, 3), awardedOn: dayArbitrary(-3200, 100) },
        { requiredKeys: ['level'] },
      ),
      { maxLength: 2 },
    ),
    startedOn: dayArbitrary(-200, 200),
    ageBands: fc.subarray(['under-2', '2'] as const),
  },
  { requiredKeys: ['roles'] },
);
const staffArbitrary = fc
  .array(bodyArbitrary, { maxLength: 5 })
  .map((bodies) => bodies.map((body, index): StaffMemberInput => ({ ...body, id: `p${index}` })));
const windowArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 400 }))
  .map(([from, length]) => ({ from: isoDate(FIRST + from), to: isoDate(FIRST + from + length) }));
const rulebookArbitrary = fc.constantFrom(
  ...RULEBOOKS.filter(({ effectiveTo = '9' }) => effectiveTo > '2024-01'),
);

/** A rulebook is asked about a window only in whose days it is in force. */
const touches = (
  { effectiveFrom, effectiveTo = '9' }: Rulebook,
  { from, to }: { from: string; to: string },
) => effectiveFrom <= to && from <= effectiveTo;

const rest = ({ rules, ...book }: Rulebook, keep: (rule: Rule) => boolean): Rulebook => ({
  ...book,
  rules: rules.filter(keep),
});

describe('needs from the shipped rules', () => {
  it('are tested on days of the window on which their rule is in force', () => {
    let dated = 0;
    let clipped = 0;
    fc.assert(
      fc.property(staffArbitrary, rulebookArbitrary, windowArbitrary, (staff, rulebook, window) => {
        fc.pre(touches(rulebook, window));
        for (const { id, by, basis } of derived(staff, rulebook, window).needs) {
          const rule = rulebook.rules.find((each) => each.id === basis?.rule);
          const tested = by ?? window.to;
          expect(window.from <= tested && tested <= window.to, id).toBe(true);
          expect((rule?.from ?? '9') <= tested && tested <= (rule?.to ?? '9'), id).toBe(true);
          if (by !== undefined) dated += 1;
          if (id === `rule-${rule?.id}` && by !== undefined) clipped += 1;
        }
      }),
      { seed: 21, numRuns: 300 },
    );
    expect(dated).toBeGreaterThan(20);
    expect(clipped).toBeGreaterThan(5);
  });

  it('lose exactly those of a rule that is taken out', () => {
    let lost = 0;
    fc.assert(
      fc.property(
        staffArbitrary,
        rulebookArbitrary,
        windowArbitrary,
        fc.nat(),
        (staff, rulebook, window, pick) => {
          fc.pre(touches(rulebook, window));
          const taken = rulebook.rules[pick % rulebook.rules.length]?.id;
          const all = derived(staff, rulebook, window);
          const left = derived(
            staff,
            rest(rulebook, ({ id }) => id !== taken),
            window,
          );
          expect(left.needs).toEqual(all.needs.filter(({ basis }) => basis?.rule !== taken));
          expect(left.questions).toEqual(all.questions.filter(({ rule }) => rule !== taken));
          lost += all.needs.length - left.needs.length;
          // and by a variant the same
          const [providerKind = 'group'] = rulebook.providerKinds;
          const variant = {
            id: 'without',
            title: '',
            providerKinds: [providerKind],
            from: '2014-09-01',
            removes: [taken ?? ''],
            source: 'unsourced',
            verified: false,
          };
          const varied = rulebookOn(rulebook.effectiveFrom, providerKind, [variant]);
          expect(varied === undefined ? [] : derived(staff, varied, window).needs).toEqual(left.needs);
        },
      ),
      { seed: 22, numRuns: 200 },
    );
    expect(lost).toBeGreaterThan(20);
  });

  it('do not change with names, titles and the order of anything', () => {
    fc.assert(
      fc.property(staffArbitrary, rulebookArbitrary, windowArbitrary, (staff, rulebook, window) => {
        fc.pre(touches(rulebook, window));
        const all = derived(staff, rulebook, window).needs;
        const renamed = staff.toReversed().map(({ roles, records, ...person }) => ({
          ...person,
          name: `Somebody else`,
          roles: roles.toReversed(),
          ...(records !== undefined && { records: records.toReversed() }),
        }));
        const rules = rulebook.rules.toReversed().map((rule) => ({ ...rule, title: 'x', note: 'y' }));
        expect(derived(renamed, { ...rulebook, id: 'z', rules }, window).needs).toEqual(all);
      }),
      { seed: 23, numRuns: 150 },
    );
  });
});

/** So many months after an ISO date, clamped to the month's end: by counting on paper, not by the calendar's arithmetic. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const total = year * 12 + month - 1 + months;
  const start = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}-`;
  let last = day;
  while (dayNumber(`${start}${String(last).padStart(2, '0')}`) === undefined) last -= 1;
  return `${start}${String(last).padStart(2, '0')}`;
}

/** Whether records hold first aid on a day, as the contract says it. */
const holds = ({ records = [] }: StaffMemberInput, months: number | undefined, day: string): boolean =>
  records.some(
    ({ area, depth, completedOn, expiresOn = '9' }) =>
      area === 'paediatric-first-aid' &&
      depth >= 2 &&
      completedOn <= day &&
      day < expiresOn &&
      (months === undefined || day <= monthsAfter(completedOn, months)),
  );

describe('the days by which needs are tested', () => {
  const holder = fc.record(
    {
      roles: fc.constant<string[]>(['practitioner']),
      records: fc.array(
        fc.record(
          {
            area: fc.constantFrom('paediatric-first-aid', 'paediatric-first-aid', 'child-protection'),
            depth: fc.constantFrom<1 | 2 | 3>(2, 2, 3, 1),
            completedOn: dayArbitrary(-1100, 60),
            expiresOn: dayArbitrary(-30, 420),
          },
          { requiredKeys: ['area', 'depth', 'completedOn'] },
        ),
        { minLength: 1, maxLength: 3 },
      ),
      startedOn: dayArbitrary(-100, 200),
    },
    { requiredKeys: ['roles', 'records'] },
  );
  const team = fc
    .array(holder, { minLength: 1, maxLength: 5 })
    .map((people) => people.map((body, index): StaffMemberInput => ({ ...body, id: `p${index}` })));
  const ruleArbitrary = fc
    .record({
      count: fc.constantFrom<NonNullable<Rule['training']>['count']>('everyone', 'everyone', 'half', {
        atLeast: 1,
        spare: 1,
      }),
      months: fc.constantFrom(undefined, 6, 24, 36),
      grace: fc.constantFrom(undefined, 3),
      to: fc.option(dayArbitrary(0, 800), { nil: undefined }),
    })
    .map(({ count, months, grace, to }) =>
      ruleOf({
        training: { area: 'paediatric-first-aid', depth: 2, count, maxAgeMonths: months },
        graceMonths: grace,
        to,
      }),
    );

  it('are all on which a certificate first no longer holds, found by walking day by day', () => {
    const reached = { everyone: 0, grace: 0, some: 0, enough: 0, absent: 0 };
    fc.assert(
      fc.property(
        team,
        ruleArbitrary,
        windowArbitrary,
        (staff, { training, graceMonths, to = '9', ...rule }, window) => {
          if (training === undefined) throw new Error('the rule has training');
          const { count, maxAgeMonths } = training;
          const bound = ({ startedOn }: StaffMemberInput): string =>
            graceMonths === undefined || startedOn === undefined ? '0' : monthsAfter(startedOn, graceMonths);
          /** Those who work there on a day, and of whom the rule asks it by then; they are named where it is not all. */
          const askedOn = (day: string): StaffMemberInput[] =>
            staff.filter((person) => bound(person) <= day && (person.startedOn ?? '0') <= day);
          const named = (people: readonly StaffMemberInput[]): string =>
            people.length === staff.length ? '' : `:${people.map(({ id }) => id).join()}`;
          const target = (people: number): number =>
            typeof count === 'object' ? Math.min(2, people) : count === 'half' ? Math.ceil(people / 2) : 0;
          const days: string[] = [];
          for (
            let day = dayNumber(window.from) ?? 0;
            isoDate(day) <= window.to && isoDate(day) <= to;
            day += 1
          )
            days.push(isoDate(day));
          const atEnd = askedOn(days.at(-1) ?? '0');
          const expected = days.length === 0 || atEnd.length === 0 ? [] : [`rule-first-aid${named(atEnd)}`];
          if (days.length > 0 && atEnd.length < staff.length) reached.absent += 1;
          let yesterday = isoDate((dayNumber(window.from) ?? 0) - 1);
          for (const day of days.slice(0, -1)) {
            const asked = askedOn(day);
            const lacking = asked.filter(
              (person) =>
                !holds(person, maxAgeMonths, day) &&
                (bound(person) === day || holds(person, maxAgeMonths, yesterday)),
            );
            yesterday = day;
            if (lacking.length === 0) continue;
            const holders = asked.filter((person) => holds(person, maxAgeMonths, day)).length;
            if (count === 'everyone') {
              expected.push(`rule-first-aid-by-${day}:${lacking.map(({ id }) => id).join()}`);
              reached[lacking.some((person) => bound(person) === day) ? 'grace' : 'everyone'] += 1;
            } else if (holders < target(asked.length)) {
              expected.push(`rule-first-aid-by-${day}${named(asked)}`);
              reached.some += 1;
            } else reached.enough += 1;
          }
          const book = bookOf({ ...rule, training, graceMonths, ...(to !== '9' && { to }) });
          const found = derived(staff, book, window, { overrides: [] }).needs.map(({ id, who }: NeedInput) =>
            who.staff === undefined ? id : `${id}:${who.staff.join()}`,
          );
          expect(found).toEqual(expected);
        },
      ),
      { seed: 24, numRuns: 1200 },
    );
    for (const [kind, count] of Object.entries(reached)) expect(count, kind).toBeGreaterThan(10);
  });
});

const VARIANT = {
  id: 'x',
  title: '',
  providerKinds: ['group' as const],
  from: '2020-01-01',
  to: '2030-01-01',
  adds: [ruleOf()],
  removes: ['prevent'],
  changes: { 'food-hygiene': {} },
  source: '',
  verified: false,
};

describe('anything else', () => {
  it('gives needs or issues, and never throws', () => {
    const sound = [
      { id: 's', providerKind: 'group' },
      [{ id: 'a', roles: [] }],
      RULEBOOKS.at(-1),
      { from: '2026-09-01', to: '2026-09-02' },
      {},
    ];
    let refused = 0;
    fc.assert(
      fc.property(hostileValueArbitrary(), fc.integer({ min: 0, max: 5 }), (value, at) => {
        const given = sound.map((part, index) => (index === at ? value : part));
        const result = (needsFromRules as (...all: unknown[]) => ReturnType<typeof needsFromRules>)(...given);
        if (result.status === 'invalid') refused += 1;
        for (const [key] of Object.entries(VARIANT)) {
          const variant = { ...VARIANT, [key]: value };
          const check = checkVariants([variant]);
          if (check.status === 'invalid') expect(check.issues.length).toBeGreaterThan(0);
          rulebookOn('2026-09-01', 'group', [variant]);
        }
      }),
      { seed: 25, numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it('is many people and all rules', () => {
    const staff = Array.from({ length: 2000 }, (_, index) => ({
      id: `p${index}`,
      roles: ['practitioner'],
      records: AREAS.map((area) => ({ area, depth: 3 as const, completedOn: '2024-11-01' })),
    }));
    const rules = RULES.filter(
      ({ providerKinds, to }) => providerKinds.includes('group') && to === undefined,
    );
    expect(derived(staff, { ...bookOf(...rules), providerKinds: ['group'] }).needs).toHaveLength(4);
  });
});
