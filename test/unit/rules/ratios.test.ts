import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDate } from '../../../src/internal/calendar.js';
import { COVER_RULES, coverRule } from '../../../src/rules/ratios/cover-rules.js';
import { RATIO_RULES, ratioRulesOn } from '../../../src/rules/ratios/ratio-rules.js';

const figures = (on: string, kind: Parameters<typeof ratioRulesOn>[1]) =>
  ratioRulesOn(on, kind).map(({ id, children }) => `${id} ${children}`);

describe('the ratios', () => {
  it('are those of the day', () => {
    expect(figures('2023-09-03', 'group')).toEqual([
      'under-2 3',
      '2-until-2023 4',
      '3-plus 8',
      '3-plus-level-6 13',
      'school-age undefined',
    ]);
    expect(figures('2023-09-04', 'group')).toContain('2-since-2023 5');
    expect(figures('2023-09-04', 'group')).not.toContain('2-until-2023 4');
    expect(figures('2014-09-01', 'group')).toContain('under-2 3');
    expect(figures('2014-08-31', 'group')).toEqual([]);
    expect(figures('today', 'group')).toEqual([]);
    expect(figures('2026-02-29', 'group')).toEqual([]);
  });

  it('are those of the kind of provider', () => {
    expect(figures('2026-09-01', 'childminder')).toEqual(['cm-under-8 6', 'cm-young 3']);
    expect(figures('2026-09-01', 'out-of-school')).toEqual(['school-age undefined']);
    expect(figures('2026-09-01', 'school')).toEqual([
      'under-2 3',
      '2-since-2023 5',
      '3-plus 8',
      '3-plus-level-6 13',
      '3-plus-maintained 13',
      'school-age undefined',
    ]);
  });

  it('say how far they are to be trusted, and none has been verified', () => {
    for (const rule of [...RATIO_RULES, ...COVER_RULES]) {
      expect(rule.verified, rule.id).toBe(false);
      expect(rule.source === 'unsourced', rule.id).toBe(rule.evidence === 'none');
      expect(rule.evidence === 'none' && rule.strength === 'must', rule.id).toBe(false);
      expect(rule.source, rule.id).not.toContain('https://');
      expect(isDate(rule.effectiveFrom), rule.id).toBe(true);
    }
    expect(new Set(RATIO_RULES.map(({ id }) => id)).size).toBe(RATIO_RULES.length);
    expect(coverRule('first-aid', 'childminder')?.evidence).toBe('quoted');
    expect(coverRule('level-3', 'childminder')).toBeUndefined();
  });

  it('are all on the page, with their sources', () => {
    const page = readFileSync(new URL('../../../docs/rules/ratios.md', import.meta.url), 'utf8').replaceAll(
      / +/g,
      ' ',
    );
    for (const { id, title, evidence, source } of RATIO_RULES)
      expect(page, id).toContain(`| \`${id}\` | ${title} | ${evidence} | ${source} |`);
    for (const { id, title, evidence, source } of COVER_RULES)
      expect(page, id).toContain(`| \`${id}\` | ${title} | ${evidence} | ${source} |`);
  });
});
