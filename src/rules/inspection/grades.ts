import type { InspectionGrade, InspectionScheme } from './scheme.js';

type Scale = InspectionScheme['grades'];

const grade = (title: string, aliases: readonly string[], urgency?: InspectionGrade['urgency']) => ({
  id: title.toLowerCase().replaceAll(' ', '-'),
  title,
  aliases,
  ...(urgency !== undefined && { urgency }),
});

/** The grades of the frameworks of 2015 and 2019, with the numbers that councils' pages give them. */
export const FOUR_POINTS: Scale = /* @__PURE__ */ (() => ({
  scale: [
    grade('Outstanding', ['1', 'grade 1']),
    grade('Good', ['2', 'grade 2']),
    grade('Requires improvement', ['3', 'grade 3'], 'needs-attention'),
    grade('Inadequate', ['4', 'grade 4'], 'urgent-improvement'),
  ],
  source: 'darlington.fsd.org.uk/kb5/darlington/fsd/advice.page?id=tRl8YIfR8rE&familychannel=1524',
  evidence: 'official',
}))();

export const FIVE_POINTS: Scale = /* @__PURE__ */ (() => ({
  scale: [
    grade('Exceptional', []),
    grade('Strong standard', ['strong']),
    grade('Expected standard', ['expected']),
    grade('Needs attention', [], 'needs-attention'),
    grade('Urgent improvement', [], 'urgent-improvement'),
  ],
  source:
    'immerse-education.co.uk/blog/ofsted-early-years-inspections-key-changes-from-november-2025-170; childcare.co.uk/news/ofsten-inspection-report-outcomes-part-3',
  evidence: 'trade',
}))();

export const NO_GRADES: Scale = { scale: [], source: 'unsourced', evidence: 'none' };
