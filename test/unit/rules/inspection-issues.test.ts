import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasFromInspection } from '../../../src/rules/inspection/areas-from-inspection.js';
import type { InspectionInput, InspectionOptions } from '../../../src/rules/inspection/inspection-record.js';

const ON = '2026-03-04';

const issues = (given: unknown, options?: unknown): string[] => {
  const result = areasFromInspection(given as InspectionInput, options as InspectionOptions | undefined);
  return result.status === 'invalid'
    ? result.issues.map(({ path, code, message }) => `${path.join('.')} [${code}] ${message}`)
    : [];
};

describe('an inspection that cannot be read', () => {
  it('of no shape at all is invalid, and throws nothing', () => {
    for (const nothing of [
      undefined,
      null,
      3,
      'report',
      [],
      {},
      new Map(),
      { on: 20260304 },
      { on: '2026-02-30' },
    ])
      expect(issues(nothing).length).toBeGreaterThan(0);
    expect(issues({ on: ON }, { window: 'autumn' })[0]).toMatch(/^options\.window \[wrong-type\]/);
    expect(issues({ on: ON, actions: [{ about: '', until: '2026-04-01' }] })).toEqual([
      expect.stringMatching(/^inspection\.actions\.0\.about \[bad-format\]/),
      expect.stringMatching(/^inspection\.actions\.0\.until \[unknown-key\]/),
    ]);
    expect(issues({ on: ON, scheme: 'eif-2020', safeguarding: 'perhaps' })).toEqual([
      expect.stringContaining('inspection.safeguarding [not-allowed]'),
      expect.stringContaining('inspection.scheme [not-allowed]'),
    ]);
  });

  it('never throws and never alters what it was given', () => {
    const part = fc.oneof(fc.anything(), fc.array(fc.record({ about: fc.anything(), by: fc.anything() })));
    const given = fc.oneof(
      fc.anything(),
      fc.record({ on: fc.constantFrom(ON, 'x'), actions: part, grades: part, safeguarding: part }),
    );
    const endings = new Set<string>();
    fc.assert(
      fc.property(given, fc.oneof(fc.anything(), fc.constant(undefined)), (inspection, options) => {
        const result = areasFromInspection(inspection as InspectionInput, options as InspectionOptions);
        endings.add(result.status);
      }),
    );
    const frozen = Object.freeze({ on: ON, actions: Object.freeze([Object.freeze({ about: 'DSL' })]) });
    endings.add(areasFromInspection(frozen as unknown as InspectionInput).status);
    expect([...endings].sort()).toEqual(['derived', 'invalid']);
  });

  it('of a grade or head that the scheme does not have names those that it has', () => {
    const grades = [
      { head: 'Curriculum and teaching', grade: 'good' },
      { head: 'Quality of education', grade: 'exceptional' },
      { head: 'Safeguarding', grade: 'effective' },
    ];
    expect(issues({ on: ON, grades })).toEqual([
      'inspection.grades.0.grade [not-allowed] Change inspection.grades[0].grade: report-card-2025 has no grade called "good". Write it as "Exceptional", "Strong standard", "Expected standard", "Needs attention" or "Urgent improvement".',
      `inspection.grades.1.head [unknown-reference] Change inspection.grades[1].head: report-card-2025 has no head called "Quality of education". Its heads are "Safeguarding", "Inclusion", "Curriculum and teaching", "Achievement", "Behaviour, attitudes and establishing ro...", "Children's welfare and well-being" and "Leadership and governance".`,
      'inspection.grades.2.grade [not-allowed] Change inspection.grades[2].grade, which is "effective". Write it as "met" or "not-met", the words of report-card-2025.',
    ]);
    expect(issues({ on: '2024-05-01', grades: [{ head: 'x', grade: 'good' }] })[0]).toContain(
      '"Safeguarding" and "Overall effectiveness"',
    );
    expect(issues({ on: ON, scheme: 'sef-2009', grades: [{ head: 'led', grade: 'good' }] })[0]).toContain(
      'No grades of it are known',
    );
    expect(issues({ on: ON, scheme: 'sef-2009', safeguarding: 'met' })[0]).toContain('Remove it');
  });

  it('of a day without a known scheme needs one for its grades', () => {
    const expected = [expect.stringMatching(/^inspection\.scheme \[missing\]/)];
    expect(issues({ on: '2014-05-01', safeguarding: 'met' })).toEqual(expected);
    expect(issues({ on: '2014-05-01', grades: [{ head: 'Welfare', grade: 'good' }] })).toEqual(expected);
    expect(issues({ on: '2014-05-01', actions: [{ about: 'first aid' }] })).toEqual([]);
  });

  it('of a head judged twice says so', () => {
    const grades = [
      { head: 'cur', grade: 'exceptional' },
      { head: 'Curriculum & teaching', grade: 'exceptional' },
      { head: 'sg', grade: 'met' },
    ];
    expect(issues({ on: ON, grades, safeguarding: 'met' })).toEqual([
      expect.stringMatching(/^inspection\.grades\.1 \[duplicate-id\]/),
      expect.stringMatching(/^inspection\.grades\.2\.grade \[duplicate-id\]/),
    ]);
  });

  it('of dates and people that cannot be right says so, all at once', () => {
    const actions = [
      { about: 'first aid', by: '2026-03-03' },
      { about: 'DSL', who: { staff: ['ada', 'eve'], not: { staff: ['bo'] } } },
    ];
    const options = {
      window: { from: '2026-09-01', to: '2026-08-31' },
      staff: [{ id: 'ada', roles: ['manager'] }],
    };
    expect(issues({ on: ON, actions }, options)).toEqual([
      expect.stringMatching(/^inspection\.actions\.0\.by \[date-order\]/),
      expect.stringMatching(/^inspection\.actions\.1\.who\.not\.staff\.0 \[unknown-reference\].*"bo"/),
      expect.stringMatching(/^inspection\.actions\.1\.who\.staff\.1 \[unknown-reference\].*"eve"/),
      expect.stringMatching(/^options\.window\.to \[date-order\]/),
    ]);
    expect(issues({ on: ON, actions: actions.slice(1) })).toEqual([]);
  });

  it('of more areas than a request has needs is too large', () => {
    const selfEvaluation = Array.from({ length: 1500 }, () => ({ about: 'Welfare' }));
    expect(issues({ on: ON, selfEvaluation })[0]).toMatch(/^inspection \[too-large\].*12,000 areas/);
  });
});
