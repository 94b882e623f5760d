import { describe, expect, it } from 'vitest';
import { AreaSchema } from '../../../src/domain/area.js';
import { INSPECTION_SCHEMES } from '../../../src/rules/inspection.js';
import { AREA_IDS, areaGroups, isTaxonomyArea, taxonomyAreas, titleOf } from '../../../src/rules/taxonomy.js';

const headsOf = (scheme: string): string[] =>
  INSPECTION_SCHEMES.find(({ id }) => id === scheme)?.heads.map(({ id }) => id) ?? [];

describe('the taxonomy', () => {
  it('has 12 groups and 70 areas, each once', () => {
    expect(areaGroups()).toHaveLength(12);
    expect(taxonomyAreas()).toHaveLength(70);
    expect(new Set(AREA_IDS).size).toBe(70);
    expect(taxonomyAreas().map(({ id }) => id)).toEqual(AREA_IDS);
  });

  it('is made of areas that a request could give', () => {
    for (const { id, title, group, aliases } of taxonomyAreas())
      expect(AreaSchema.safeParse({ id, title, group, aliases: [...aliases] }).success, id).toBe(true);
  });

  it('has an area in each group, and titles for all', () => {
    const used = new Set(taxonomyAreas().map(({ group }) => group));
    for (const { id, title } of areaGroups()) {
      expect(used.has(id), id).toBe(true);
      expect(title).not.toBe('');
    }
    const titles = new Set(taxonomyAreas().map(({ title }) => title));
    expect(titles.size).toBe(70);
    expect(titleOf('prevent-duty')).toBe('Prevent and radicalisation');
  });

  it('knows its own ids and no others', () => {
    for (const id of AREA_IDS) expect(isTaxonomyArea(id)).toBe(true);
    for (const id of ['', 'safeguarding', 'toString', '__proto__', 'Prevent-duty'])
      expect(isTaxonomyArea(id), id).toBe(false);
  });

  it('links each group to heads that the inspection schemes have', () => {
    for (const { id, inspection } of areaGroups()) {
      expect(inspection[2025].length, id).toBeGreaterThan(0);
      expect(inspection[2019].length, id).toBeGreaterThan(0);
      for (const head of inspection[2025]) expect(headsOf('report-card-2025')).toContain(head);
      for (const head of inspection[2019]) expect(headsOf('eif-2019')).toContain(head);
    }
  });

  it('says where each inspection scheme comes from, and that nobody has checked it', () => {
    for (const { source, verified } of INSPECTION_SCHEMES) {
      expect(source).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+\//);
      expect(verified).toBe(false);
    }
  });
});
