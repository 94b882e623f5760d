import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AREA_IDS_BY_GROUP } from '../../../src/rules/area-ids.js';
import { areaIndex, plainPhrase } from '../../../src/rules/area-index.js';
import { areasFromInspection } from '../../../src/rules/inspection/areas-from-inspection.js';
import type { InspectionInput } from '../../../src/rules/inspection/inspection-record.js';
import { schemeOn } from '../../../src/rules/inspection/scheme-on.js';
import { INSPECTION_SCHEMES, type InspectionScheme } from '../../../src/rules/inspection.js';
import { SECTOR_FOCUSES } from '../../../src/rules/sector-focus.js';
import { taxonomyAreas } from '../../../src/rules/taxonomy.js';

const derived = (given: Omit<InspectionInput, 'on'>) => {
  const result = areasFromInspection({ on: '2026-03-04', ...given });
  if (result.status === 'derived') return result;
  throw new Error(JSON.stringify(result.issues));
};

describe('the schemes', () => {
  it('are those in use on a day', () => {
    const known = (date: string, kind?: 'self-evaluation') => schemeOn(date, kind)?.id;
    expect(known('2025-11-10')).toBe('report-card-2025');
    expect(known('2025-11-09')).toBe('eif-2019');
    expect(known('2019-09-02')).toBe('eif-2019');
    expect(known('2019-09-01')).toBe('cif-2015');
    expect(known('2015-09-01')).toBe('cif-2015');
    expect(known('2015-08-31')).toBeUndefined();
    expect(known('2018-03-31', 'self-evaluation')).toBe('sef-2009');
    expect(known('2018-04-01', 'self-evaluation')).toBeUndefined();
    expect(known('2009-10-28', 'self-evaluation')).toBe('sef-2008');
    expect(known('2026-02-30')).toBeUndefined();
  });

  it('say where each of their parts comes from, and are verified by nobody', () => {
    for (const { id, source, evidence, grades, safeguarding, verified, heads } of INSPECTION_SCHEMES) {
      expect(verified, id).toBe(false);
      for (const part of [
        { source, evidence },
        grades,
        ...(safeguarding === undefined ? [] : [safeguarding]),
      ]) {
        if (part.evidence === 'none') expect(part.source, id).toBe('unsourced');
        else
          for (const address of part.source.split('; '))
            expect(address, id).toMatch(/^[a-z0-9.-]+\.[a-z]+\/\S+$/);
      }
      expect(new Set(heads.map((head) => head.id)).size, id).toBe(heads.length);
    }
  });

  it('have heads that are found by all their names, and are no other name of an area', () => {
    const index = areaIndex();
    const names = new Set(
      taxonomyAreas().flatMap(({ id, title, aliases }) => [id, title, ...aliases].map(plainPhrase)),
    );
    for (const { heads } of INSPECTION_SCHEMES)
      for (const { title, aliases, groups } of heads)
        for (const called of [title, ...aliases]) {
          const match = index.match(called);
          const areas = match.status === 'matched' ? match.areas : [];
          expect(areas, called).toEqual(
            groups.length === 0
              ? ['child-protection']
              : groups.flatMap((group) => [...AREA_IDS_BY_GROUP[group]]).sort(),
          );
          if (groups.length > 0) expect(names.has(plainPhrase(called)), called).toBe(false);
        }
  });

  it('have heads and grades that are read by all their names', () => {
    const asked = (scheme: InspectionScheme, head: string, grade: string): number =>
      derived({ scheme: scheme.id, grades: [{ head, grade }] }).needs.length;
    let read = 0;
    for (const scheme of INSPECTION_SCHEMES) {
      const { heads, overall } = scheme;
      const { scale } = scheme.grades;
      const poorest = scale.at(-1);
      if (poorest === undefined) continue;
      for (const { id, title, aliases, groups } of heads)
        for (const called of id === 'sg' ? [] : [id, title, ...aliases, title.toUpperCase()]) {
          const areas = groups.flatMap((group): readonly string[] => AREA_IDS_BY_GROUP[group]);
          expect(asked(scheme, called, poorest.title), called).toBe(areas.length);
          read += 1;
        }
      const [head] = heads.filter(({ id }) => id !== 'sg');
      for (const { id, title, aliases, urgency } of scale)
        for (const word of [id, title, ...aliases, title.toUpperCase()]) {
          expect(asked(scheme, head?.id ?? '', word) > 0, word).toBe(urgency !== undefined);
          read += 1;
        }
      if (overall !== undefined) expect(asked(scheme, overall, poorest.id)).toBe(0);
    }
    expect(read).toBeGreaterThan(100);
  });
});

it('the page of inspection has every scheme and focus, with dates, grades, evidence and sources', () => {
  const page = readFileSync(new URL('../../../docs/rules/inspection.md', import.meta.url), 'utf8');
  const dates = ({ from, to }: { readonly from: string; readonly to?: string | undefined }): string =>
    to === undefined ? `since ${from}` : `${from} to ${to}`;
  for (const scheme of INSPECTION_SCHEMES) {
    const { id, title, kind, evidence, source, grades, safeguarding } = scheme;
    expect(page).toContain(`### \`${id}\``);
    expect(page).toContain(`- **${title}**: ${kind}, ${dates(scheme)} (${evidence}).\n  Source: ${source}\n`);
    for (const grade of grades.scale) expect(page).toContain(grade.title);
    if (grades.scale.length > 0) expect(page).toContain(`Source: ${grades.source}\n`);
    if (safeguarding !== undefined) {
      const words = `\`${safeguarding.good}\` or \`${safeguarding.poor}\``;
      expect(page).toContain(
        `- **Safeguarding** (${safeguarding.evidence}): ${words}.\n  Source: ${safeguarding.source}\n`,
      );
    }
  }
  for (const focus of SECTOR_FOCUSES)
    expect(page).toContain(
      `- **\`${focus.id}\`**: ${focus.title}, ${dates(focus)} (${focus.evidence}). Areas: ${focus.areas.map((area) => `\`${area}\``).join(', ')}.\n  Source: ${focus.source}\n`,
    );
});
