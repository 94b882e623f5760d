import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderKindSchema } from '../../../src/domain/setting.js';
import { dayNumber, isDate, isoDate } from '../../../src/internal/calendar.js';
import { EDITIONS } from '../../../src/rules/editions/editions.js';
import { RULES } from '../../../src/rules/editions/rules.js';
import { SOURCE_OF_STRENGTH } from '../../../src/rules/rulebook.js';
import { RulebookSchema } from '../../../src/rules/rulebook-schema.js';
import { RULEBOOKS, rulebookOn } from '../../../src/rules/rulebooks.js';
import { isTaxonomyArea } from '../../../src/rules/taxonomy.js';
import { rulebookOf } from './rules-support.js';

const KINDS = ProviderKindSchema.options;
const dayAfter = (date: string, days = 1): string => isoDate((dayNumber(date) ?? 0) + days);
const has = (date: string, kind: (typeof KINDS)[number], rule: string): boolean =>
  rulebookOf(kind, date).rules.some(({ id }) => id === rule);

describe('rulebookOn', () => {
  it.each([
    ['group', '2014-09-01', 'eyfs-2014'],
    ['group', '2017-04-02', 'eyfs-2014'],
    ['group', '2017-04-03', 'eyfs-2017'],
    ['school', '2021-08-31', 'eyfs-2017'],
    ['school', '2021-09-01', 'eyfs-2021'],
    ['group', '2023-09-03', 'eyfs-2021'],
    ['group', '2023-09-04', 'eyfs-2023'],
    ['childminder', '2024-01-03', 'eyfs-2023'],
    ['childminder', '2024-01-04', 'eyfs-2024-01'],
    ['group', '2024-10-31', 'eyfs-2024-01'],
    ['group', '2024-11-01', 'eyfs-2024-11'],
    ['group', '2025-03-02', 'eyfs-2024-11'],
    ['group', '2025-03-03', 'ebr-2025'],
    ['childminder', '2025-03-03', 'eyfs-2024-11'],
    ['school', '2025-08-31', 'ebr-2025'],
    ['childminder', '2025-08-31', 'eyfs-2024-11'],
    ['school', '2025-09-01', 'eyfs-2025-09'],
    ['group', '2025-12-31', 'eyfs-2025-09'],
    ['group', '2026-01-01', 'quals-2026-01'],
    ['childminder', '2026-01-01', 'eyfs-2025-09'],
    ['group', '2039-12-31', 'quals-2026-01'],
    ['out-of-school', '2020-01-01', 'out-of-school'],
  ] as const)('gives a %s on %s the edition %s', (kind, date, edition) => {
    const rulebook = rulebookOf(kind, date);
    expect(rulebook.edition).toBe(edition);
    expect(rulebook.providerKinds).toEqual([kind]);
  });

  it('gives none before 1 September 2014, nor for a day that does not exist', () => {
    for (const kind of KINDS) {
      expect(rulebookOn('2014-08-31', kind)).toBeUndefined();
      expect(rulebookOn('2014-09-01', kind)).toBeDefined();
      expect(rulebookOn('2026-02-29', kind)).toBeUndefined();
      expect(rulebookOn('tomorrow', kind)).toBeUndefined();
    }
    expect(rulebookOn('2026-09-01', 'toString' as 'group')).toBeUndefined();
    const strange = [undefined, Symbol('x'), Object.create(null), 5, null];
    for (const value of strange) {
      expect(rulebookOn(value as never, 'group')).toBeUndefined();
      expect(rulebookOn('2026-09-01', value as never)).toBeUndefined();
    }
  });

  it('names a rulebook by its edition and kind, and by its first day where that is inside the edition', () => {
    expect(rulebookOf('group', '2025-09-01').id).toBe('eyfs-2025-09-group');
    expect(rulebookOf('out-of-school', '2014-09-01').id).toBe('out-of-school');
    expect(rulebookOf('group', '2015-06-30')).toMatchObject({
      effectiveTo: '2015-06-30',
      edition: 'eyfs-2014',
    });
    expect(rulebookOf('group', '2015-07-01')).toMatchObject({
      id: 'eyfs-2014-group-from-2015-07-01',
      effectiveFrom: '2015-07-01',
      effectiveTo: '2017-04-02',
    });
    expect(rulebookOf('childminder', '2026-09-01').effectiveTo).toBeUndefined();
  });

  it.each([
    ['prevent', 'group', '2015-07-01', undefined],
    ['prevent', 'childminder', '2015-07-01', undefined],
    ['pfa-newly-qualified', 'group', '2017-04-03', undefined],
    ['pfa-trainees', 'group', '2025-09-01', undefined],
    ['pfa-ebr', 'school', '2025-09-01', undefined],
    ['pfa-mealtime', 'group', '2025-09-01', undefined],
    ['dsl-pre2025', 'school', '2014-09-01', '2025-08-31'],
    ['dsl-annex-c', 'group', '2025-09-01', undefined],
    ['safeguarding-pre2025', 'group', '2014-09-01', '2025-08-31'],
    ['safeguarding-all-staff', 'group', '2025-09-01', undefined],
    ['manager-l2-maths', 'group', '2024-01-04', undefined],
    ['ebr-assessment', 'group', '2025-03-03', '2025-08-31'],
    ['ebr-counting', 'group', '2025-09-01', undefined],
    ['whistleblowing', 'group', '2025-09-01', undefined],
    ['mealtime-sight-hearing', 'childminder', '2023-09-04', undefined],
    ['cm-pfa', 'childminder', '2014-09-01', undefined],
    ['cm-dsl', 'childminder', '2025-09-01', undefined],
    ['cm-safeguarding-pre2025', 'childminder', '2014-09-01', '2025-08-31'],
    ['senco', 'group', '2015-01-01', undefined],
    ['senco-maintained', 'school', '2015-01-01', undefined],
  ] as const)('has %s for a %s from %s to %s, to the day', (rule, kind, from, to) => {
    const before = rulebookOn(dayAfter(from, -1), kind);
    expect(before?.rules.some(({ id }) => id === rule) ?? false).toBe(false);
    expect(has(from, kind, rule)).toBe(true);
    expect(has(to ?? '2035-01-01', kind, rule)).toBe(true);
    if (to !== undefined) expect(has(dayAfter(to), kind, rule)).toBe(false);
  });

  it('words a rule as its day does', () => {
    const english = (date: string) =>
      rulebookOf('group', date).rules.find(({ id }) => id === 'l3-english')?.title;
    expect(english('2024-01-03')).toContain('in English and maths');
    expect(english('2024-01-04')).toContain('maths is no longer asked');
    const twos = (date: string) =>
      rulebookOf('school', date).rules.find(({ id }) => id === 'two-year-olds-ratio')?.title;
    expect(twos('2023-09-03')).toContain('every four');
    expect(twos('2023-09-04')).toContain('every five');
  });

  it('binds schools to what groups are only expected to do, and childminders to neither', () => {
    const senco = (kind: 'group' | 'school' | 'childminder') =>
      rulebookOf(kind)
        .rules.filter(({ id }) => id.includes('senco'))
        .map(({ strength }) => strength);
    expect([senco('school'), senco('group'), senco('childminder')]).toEqual([
      ['must'],
      ['should'],
      ['good-practice'],
    ]);
  });

  it('has, on any day, exactly the rules of the kind whose days it is in', () => {
    const first = dayNumber('2014-08-01') ?? 0;
    let empty = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(...KINDS), (days, kind) => {
        const date = isoDate(first + days);
        const rulebook = rulebookOn(date, kind);
        if (rulebook === undefined) {
          empty += 1;
          expect(date < '2014-09-01').toBe(true);
          return;
        }
        const inForce = RULES.filter(
          ({ providerKinds, from, to }) =>
            providerKinds.includes(kind) && from <= date && (to === undefined || date <= to),
        );
        expect(rulebook.rules).toEqual(inForce);
        expect(rulebook.effectiveFrom <= date && date <= (rulebook.effectiveTo ?? date)).toBe(true);
        // and the same on its first and last day
        expect(rulebookOn(rulebook.effectiveFrom, kind)).toEqual(rulebook);
        expect(rulebookOn(rulebook.effectiveTo ?? '2099-01-01', kind)).toEqual(rulebook);
      }),
      { seed: 20, numRuns: 400 },
    );
    expect(empty).toBeGreaterThan(0);
  });
});

describe('all rulebooks', () => {
  it('follow one another without a gap, each kind for itself, and have ids of their own', () => {
    expect(new Set(RULEBOOKS.map(({ id }) => id)).size).toBe(RULEBOOKS.length);
    for (const kind of KINDS) {
      const own = RULEBOOKS.filter(({ providerKinds }) => providerKinds.includes(kind));
      expect(own[0]?.effectiveFrom).toBe('2014-09-01');
      own.slice(1).forEach(({ effectiveFrom }, index) => {
        expect(dayAfter(own[index]?.effectiveTo ?? '')).toBe(effectiveFrom);
      });
      expect(own.at(-1)?.effectiveTo).toBeUndefined();
    }
    expect(RULEBOOKS.map(({ id }) => id)).toContain('eyfs-2025-09-childminder');
  });

  it('are written as a caller would write one', () => {
    for (const rulebook of RULEBOOKS)
      expect(RulebookSchema.safeParse(rulebook).success, rulebook.id).toBe(true);
  });
});

describe('every edition', () => {
  it('follows the one before it for each kind of provider, in one document or two', () => {
    for (const kind of ['group', 'school', 'childminder'] as const) {
      const own = EDITIONS.filter(({ effectiveTo }) => effectiveTo[kind] !== undefined);
      own.forEach(({ id, effectiveTo, documents }, index) => {
        const next = own[index + 1]?.effectiveFrom;
        expect(effectiveTo[kind], id).toBe(next === undefined ? null : dayAfter(next, -1));
        expect(
          documents.filter(({ providerKinds }) => providerKinds.includes(kind)),
          id,
        ).toHaveLength(1);
      });
    }
    const documents = (id: string) => EDITIONS.find((edition) => edition.id === id)?.documents.length;
    expect(['eyfs-2014', 'eyfs-2023', 'eyfs-2024-01', 'eyfs-2025-09'].map(documents)).toEqual([1, 1, 2, 2]);
  });

  it('is verified by nobody yet, has a source, and was published before it took effect', () => {
    expect(new Set(EDITIONS.map(({ id }) => id)).size).toBe(EDITIONS.length);
    for (const { id, verified, source, evidence, published, effectiveFrom } of EDITIONS) {
      expect(verified, id).toBe(false);
      expect(evidence === 'none', id).toBe(source === 'unsourced');
      expect(isDate(effectiveFrom), id).toBe(true);
      if (published !== undefined) expect(published < effectiveFrom, id).toBe(true);
    }
  });
});

describe('every rule', () => {
  it('is in force once on a day for a kind of provider, and keeps its area and kinds when its words change', () => {
    for (const kind of KINDS) {
      const own = RULES.filter(({ providerKinds }) => providerKinds.includes(kind));
      own.forEach((rule, index) => {
        const before = own[index - 1];
        if (before?.id !== rule.id) return;
        expect(before.to, rule.id).toBe(dayAfter(rule.from, -1));
        expect(rule.providerKinds).toEqual(before.providerKinds);
        expect(rule.training?.area).toBe(before.training?.area);
      });
    }
  });

  it('has days in order, begins with an edition or with a law of its own, and asks of areas of the taxonomy', () => {
    const firsts = new Set([
      ...EDITIONS.map(({ effectiveFrom }) => effectiveFrom),
      '2015-01-01',
      '2015-07-01',
    ]);
    for (const { id, from, to, training } of RULES) {
      expect(firsts.has(from), id).toBe(true);
      if (to !== undefined) expect(firsts.has(dayAfter(to)), id).toBe(true);
      if (training !== undefined) expect(isTaxonomyArea(training.area), id).toBe(true);
    }
  });

  it('is superseded by what another rule asks', () => {
    const superseded = RULES.flatMap(({ training }) => training?.supersededBy ?? []);
    expect(superseded.length).toBeGreaterThan(0);
    for (const { rule, area, depth } of superseded)
      expect(RULES.find(({ id }) => id === rule)?.training).toMatchObject({ area, depth });
  });

  it('is law only with a source, and verified by nobody yet', () => {
    for (const { id, strength, source, evidence, verified } of RULES) {
      expect(verified, id).toBe(false);
      expect(evidence === 'none', id).toBe(source === 'unsourced');
      if (evidence === 'none') expect(strength, id).not.toBe('must');
      else
        for (const address of source.split('; ')) {
          expect(address, id).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/);
          // mirrors are evidence, never links
          expect(address).not.toMatch(/valservis|fly3scanvas/);
        }
    }
    for (const { id, strength } of RULES.filter(({ providerKinds }) =>
      providerKinds.includes('out-of-school'),
    ))
      expect(strength, id).not.toBe('must');
  });

  it('becomes a must only when it is one', () => {
    expect(SOURCE_OF_STRENGTH).toEqual({
      must: 'statutory',
      should: 'sector-focus',
      'good-practice': 'aspiration',
    });
  });
});
