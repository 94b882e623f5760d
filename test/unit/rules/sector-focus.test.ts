import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/index.js';
import { isDate } from '../../../src/internal/calendar.js';
import { needsFromSectorFocus, type SectorFocusOptions } from '../../../src/rules/sector-focus-needs.js';
import { SECTOR_FOCUSES, type SectorFocus, sectorFocusOn } from '../../../src/rules/sector-focus.js';
import { isTaxonomyArea } from '../../../src/rules/taxonomy.js';

const WINDOW = { from: '2026-09-01', to: '2027-07-31' };
const needs = (options?: SectorFocusOptions, window = WINDOW) => {
  const result = needsFromSectorFocus(window, options);
  if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result.needs;
};
const focus = (id: string, areas: string[], more: Partial<SectorFocus> = {}) => ({
  id,
  title: `Report ${id}`,
  from: '2026-01-01',
  areas,
  source: 'example.org/report',
  evidence: 'none' as const,
  verified: false,
  ...more,
});

describe('what is known of the sector', () => {
  it('has a source, dates and areas of the taxonomy, and is verified by nobody', () => {
    for (const { id, from, to, areas, source, verified } of SECTOR_FOCUSES) {
      expect(verified, id).toBe(false);
      expect(source, id).toMatch(/^[a-z0-9.-]+\.[a-z]+\/\S+$/);
      for (const date of [from, to ?? from]) expect(isDate(date) && date >= from, id).toBe(true);
      for (const area of areas) expect(isTaxonomyArea(area), area).toBe(true);
      expect(areas).toEqual([...new Set(areas)].sort());
    }
  });

  it('speaks from its first day to its last', () => {
    const ids = (date: string) => sectorFocusOn(date).map(({ id }) => id);
    expect(ids('2016-11-30')).toEqual([]);
    expect(ids('2016-12-01')).toEqual(['annual-report-2015-16']);
    expect(ids('2017-11-30')).toEqual(['annual-report-2015-16']);
    expect(ids('2017-12-01')).toEqual([]);
    expect(ids('2022-09-01')).toEqual(['nottingham-trends-2022']);
    expect(ids('2022-09-31')).toEqual([]);
    expect(sectorFocusOn('2026-01-01', [focus('b', []), focus('a', [])]).map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('needs from it', () => {
  it('are of low weight, for everybody, to awareness, and can be planned for', () => {
    expect(needs()).toEqual([
      {
        id: 'sector-focus-adult-child-interactions',
        area: 'adult-child-interactions',
        depth: 1,
        who: {},
        count: 'everyone',
        source: 'sector-focus',
        basis: {
          rule: SECTOR_FOCUSES[0]?.title,
          edition: 'nottingham-trends-2022',
          source: SECTOR_FOCUSES[0]?.source,
        },
      },
      expect.objectContaining({ area: 'curriculum-design' }),
      expect.objectContaining({ area: 'parent-partnership' }),
    ]);
    const request = {
      asOf: '2026-09-01',
      window: WINDOW,
      setting: { id: 'fictional', providerKind: 'group' },
      staff: [],
      needs: needs(),
      catalogue: { id: 'fictional', asOf: '2026-09-01', items: [] },
      funding: [],
    };
    expect(checkRequest(request).status).toBe('valid');
  });

  it('are of whom and as deep as is asked, once for each area, whatever the order of the list', () => {
    const focuses = [
      focus('two', ['medicines', 'induction']),
      focus('one', ['medicines', 'forest']),
      focus('old', ['technology'], { to: '2026-08-31' }),
    ];
    const options = {
      depth: 2 as const,
      who: { roles: ['practitioner'] },
      areas: [{ id: 'forest', title: 'Forest' }],
      focuses,
    };
    const all = needs(options);
    expect(all.map(({ id, depth, who }) => [id, depth, who])).toEqual([
      ['sector-focus-forest', 2, { roles: ['practitioner'] }],
      ['sector-focus-induction', 2, { roles: ['practitioner'] }],
      ['sector-focus-medicines', 2, { roles: ['practitioner'] }],
    ]);
    expect(all[2]?.basis?.rule).toBe('Report one; Report two');
    expect(needs({ ...options, focuses: focuses.toReversed() })).toEqual(all);
    expect(needs({}, { from: '2020-09-01', to: '2021-07-31' })).toEqual([]);
  });

  it('have ids of their own and texts within the limit, however long what they are made of', () => {
    const long = 'a'.repeat(115);
    const areas = [`${long}-b`, `${long}-c`];
    const focuses = [
      focus('one', areas, { title: 'x'.repeat(1500) }),
      focus('two', areas, { title: 'y'.repeat(1500) }),
    ];
    const all = needs({ focuses, areas: areas.map((id) => ({ id, title: id })) });
    expect(all.map(({ id }) => id.slice(-4))).toEqual(['aaaa', 'aa-2']);
    expect(all[0]?.basis?.rule).toBe('x'.repeat(1500));
  });

  it('are refused with all that is wrong', () => {
    const bad = needsFromSectorFocus(
      { from: '2026-09-01', to: '2026-08-31' },
      { focuses: [focus('one', ['nothing'], { to: '2025-01-01' }), focus('one', [])] },
    );
    expect(bad.status === 'invalid' && bad.issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['options.focuses.0.areas.0', 'unknown-reference'],
      ['options.focuses.0.to', 'date-order'],
      ['options.focuses.1.id', 'duplicate-id'],
      ['window.to', 'date-order'],
    ]);
    for (const nothing of [undefined, null, 4, { from: 'today', to: '2027-07-31' }])
      expect(needsFromSectorFocus(nothing as never).status).toBe('invalid');
    expect(needsFromSectorFocus(WINDOW, { depth: 3 } as never).status).toBe('invalid');
  });
});
