import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProgramme, checkRequest, draftRequest, type RequestInput } from '../../../src/index.js';
import { DEFAULT_MUST, DEFAULT_WEIGHTS } from '../../../src/domain/need-weights.js';
import { AREA_IDS_BY_GROUP } from '../../../src/rules/area-ids.js';
import { areaIndex, plainPhrase } from '../../../src/rules/area-index.js';
import {
  areasFromInspection,
  type InspectionResult,
} from '../../../src/rules/inspection/areas-from-inspection.js';
import type { InspectionInput, InspectionOptions } from '../../../src/rules/inspection/inspection-record.js';
import { schemeOn } from '../../../src/rules/inspection/scheme-on.js';
import { URGENCIES, weighingOf, weightIn } from '../../../src/rules/inspection/urgency.js';
import { INSPECTION_SCHEMES } from '../../../src/rules/inspection.js';
import { taxonomyAreas } from '../../../src/rules/taxonomy.js';
import { context, questionnaire } from '../intake/draft-support.js';

type Derived = Extract<InspectionResult, { status: 'derived' }>;

const ON = '2026-03-04';
const derived = (given: Omit<InspectionInput, 'on'>, options?: InspectionOptions, on = ON): Derived => {
  const result = areasFromInspection({ on, ...given }, options);
  if (result.status === 'invalid') expect(result.issues).toEqual([]);
  return result as Derived;
};
const issues = (given: unknown, options?: unknown): string[] => {
  const result = areasFromInspection(given as InspectionInput, options as InspectionOptions);
  expect(result.status).toBe('invalid');
  return result.status === 'invalid'
    ? result.issues.map(({ path, code, message }) => `${path.join('.')} [${code}] ${message}`)
    : [];
};
const weight = ({ source, weight: own }: Derived['needs'][number]): number => own ?? DEFAULT_WEIGHTS[source];
const messages = ({ notes }: Derived): string[] => notes.map(({ message }) => message);

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

  it('have grades of which every one is read under every head, by all the names of both', () => {
    let read = 0;
    for (const { id, heads, grades, overall, safeguarding } of INSPECTION_SCHEMES)
      for (const grade of grades.scale)
        for (const head of [
          ...heads,
          ...(overall === undefined ? [] : [{ id: overall, title: 'overall', aliases: [] }]),
        ]) {
          if (head.id === 'sg') continue;
          for (const called of [head.id, head.title, ...head.aliases])
            for (const word of [grade.id, grade.title.toUpperCase(), ...grade.aliases]) {
              const { needs, notes } = derived({ scheme: id, grades: [{ head: called, grade: word }] });
              const asked = grade.urgency !== undefined && head.title !== 'overall';
              expect(needs.length > 0, `${called}: ${word}`).toBe(asked);
              expect(notes.length > 0 || grade.urgency === undefined || safeguarding === undefined).toBe(
                true,
              );
              read += 1;
            }
        }
    expect(read).toBeGreaterThan(300);
  });
});
