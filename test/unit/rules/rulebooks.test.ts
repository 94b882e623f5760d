import { describe, expect, it } from 'vitest';
import { isDate } from '../../../src/internal/calendar.js';
import { SOURCE_OF_STRENGTH } from '../../../src/rules/rulebook.js';
import { RULEBOOKS, rulebookOn } from '../../../src/rules/rulebooks.js';
import { isTaxonomyArea } from '../../../src/rules/taxonomy.js';

describe('rulebookOn', () => {
  it('gives the edition in force since 1 September 2025, and none before', () => {
    expect(rulebookOn('2025-08-31', 'group')).toBeUndefined();
    expect(rulebookOn('2025-08-31', 'childminder')).toBeUndefined();
    expect(rulebookOn('2025-09-01', 'group')?.id).toBe('eyfs-2025-09-group');
    expect(rulebookOn('2027-07-31', 'school')?.id).toBe('eyfs-2025-09-group');
    expect(rulebookOn('2025-09-01', 'childminder')?.id).toBe('eyfs-2025-09-childminder');
  });

  it('knows no rules for out-of-school providers, and none for a day that does not exist', () => {
    expect(rulebookOn('2026-09-01', 'out-of-school')).toBeUndefined();
    expect(rulebookOn('2026-02-29', 'group')).toBeUndefined();
    expect(rulebookOn('tomorrow', 'group')).toBeUndefined();
  });
});

describe('every rule', () => {
  const rules = RULEBOOKS.flatMap(({ rules }) => rules);

  it('has an id once in its rulebook, and an area of the taxonomy', () => {
    for (const { id, rules, effectiveFrom } of RULEBOOKS) {
      expect(new Set(rules.map((rule) => rule.id)).size, id).toBe(rules.length);
      expect(isDate(effectiveFrom)).toBe(true);
    }
    for (const { id, area } of rules) expect(isTaxonomyArea(area), id).toBe(true);
  });

  it('is law only with a source, and verified by nobody yet', () => {
    for (const { id, strength, source, evidence, verified } of rules) {
      expect(verified, id).toBe(false);
      if (evidence === 'none') expect(strength, id).not.toBe('must');
      if (evidence === 'none') expect(source, id).toBe('unsourced');
      else
        for (const address of source.split('; '))
          expect(address, id).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\/\S+$/);
    }
  });

  it('becomes a must only when it is one', () => {
    expect(SOURCE_OF_STRENGTH).toEqual({
      must: 'statutory',
      should: 'sector-focus',
      'good-practice': 'aspiration',
    });
  });
});
