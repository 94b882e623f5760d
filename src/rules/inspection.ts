import { FIVE_POINTS, FOUR_POINTS, NO_GRADES } from './inspection/grades.js';
import type { InspectionHead, InspectionScheme } from './inspection/scheme.js';

export type {
  InspectionGrade,
  InspectionHead,
  InspectionHead2019,
  InspectionHead2025,
  InspectionScheme,
  InspectionSchemeId,
  SafeguardingJudgement,
  Sourced,
} from './inspection/scheme.js';

type Groups = InspectionHead['groups'];

const head = (id: string, groups: Groups, title: string, ...aliases: string[]): InspectionHead => ({
  id,
  title,
  aliases,
  groups,
});

/** The four questions of the self-evaluation form, the same in both of its versions. */
const SEF_HEADS: readonly InspectionHead[] = /* @__PURE__ */ (() => [
  head(
    'needs',
    ['inclusion'],
    'Meeting needs',
    'Meeting the needs of the children',
    'How effective is the provision in meeting the needs of the children in the EYFS?',
  ),
  head(
    'learning',
    ['pedagogy'],
    'Learning and development',
    'How effectively are children helped to learn and develop?',
  ),
  head('welfare', ['health-safety'], 'Welfare', 'How effectively is the welfare of children developed?'),
  head('led', ['leadership'], 'Led and managed', 'How effectively is provision in the EYFS led and managed?'),
])();

/**
 * The schemes that managers' papers still quote, newest first. Titles are those of the sources, which are secondary: no
 * entry has been checked against the published framework. The self-evaluation form had 13 judgements in all; only the
 * four that sources name are here.
 */
export const INSPECTION_SCHEMES: readonly InspectionScheme[] = /* @__PURE__ */ (() => [
  {
    id: 'report-card-2025',
    title: 'Report card',
    kind: 'inspection',
    from: '2025-11-10',
    heads: [
      head('sg', [], 'Safeguarding'),
      head('inc', ['inclusion'], 'Inclusion'),
      head('cur', ['pedagogy'], 'Curriculum and teaching', 'curriculum-teaching'),
      head('ach', ['pedagogy'], 'Achievement'),
      head(
        'beh',
        ['pse'],
        'Behaviour, attitudes and establishing routines',
        'behaviour-attitudes-routines',
        'behaviour, attitudes and routines',
      ),
      head(
        'wel',
        ['health-safety'],
        "Children's welfare and well-being",
        "Children's welfare and wellbeing",
        'welfare and wellbeing',
        'welfare and well-being',
      ),
      head('lead', ['leadership'], 'Leadership and governance', 'leadership-governance'),
    ],
    grades: FIVE_POINTS,
    safeguarding: {
      good: 'met',
      poor: 'not-met',
      source: 'eyworks.co.uk/?p=35344; childcare.co.uk/news/ofsten-inspection-report-outcomes-part-3',
      evidence: 'trade',
    },
    source:
      'immerse-education.co.uk/blog/ofsted-early-years-inspections-key-changes-from-november-2025-170; eyworks.co.uk/?p=35344',
    evidence: 'trade',
    verified: false,
  },
  {
    id: 'eif-2019',
    title: 'Education inspection framework',
    kind: 'inspection',
    from: '2019-09-02',
    to: '2025-11-09',
    heads: [
      head('qe', ['pedagogy'], 'Quality of education', 'quality-education'),
      head('ba', ['pse'], 'Behaviour and attitudes', 'behaviour-attitudes'),
      head('pd', ['pse'], 'Personal development'),
      head('lm', ['leadership'], 'Leadership and management', 'leadership-management'),
      head('sg', [], 'Safeguarding'),
    ],
    overall: 'Overall effectiveness',
    grades: FOUR_POINTS,
    safeguarding: {
      good: 'effective',
      poor: 'not-effective',
      source: 'teachearlyyears.com/nursery-management/view/ofsteds-eif-what-nurseries-need-to-know',
      evidence: 'trade',
    },
    source: 'teachearlyyears.com/nursery-management/view/ofsteds-eif-what-nurseries-need-to-know',
    evidence: 'trade',
    verified: false,
  },
  {
    id: 'cif-2015',
    title: 'Common inspection framework',
    kind: 'inspection',
    from: '2015-09-01',
    to: '2019-09-01',
    heads: [
      head(
        'leadership',
        ['leadership'],
        'Leadership and management',
        'Effectiveness of leadership and management',
      ),
      head(
        'teaching',
        ['pedagogy'],
        'Teaching, learning and assessment',
        'teaching-learning-assessment',
        'Quality of teaching, learning and assessment',
      ),
      head(
        'development',
        ['pse'],
        'Personal development, behaviour and welfare',
        'personal-development-behaviour-welfare',
      ),
      head('outcomes', ['pedagogy'], 'Outcomes', 'Outcomes for children'),
    ],
    overall: 'Overall effectiveness',
    grades: FOUR_POINTS,
    safeguarding: { good: 'effective', poor: 'not-effective', source: 'unsourced', evidence: 'none' },
    source:
      'docslib.org/doc/13856355/ofsted-publication-template; docsbay.net/the-common-inspection-framework-education-skills-and-early-years',
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'sef-2009',
    title: 'Self-evaluation form',
    kind: 'self-evaluation',
    from: '2009-10-29',
    to: '2018-03-31',
    heads: SEF_HEADS,
    grades: NO_GRADES,
    source:
      'app.croneri.co.uk/feature-articles/self-evaluation-form-early-years; ncmaqualityfirst.co.uk/childminders/inspections/inspection_in_england/self-evaluation_form.aspx; nurseryworld.co.uk/content/news/ofsted-decides-to-ditch-self-evaluation-form',
    evidence: 'trade',
    verified: false,
  },
  {
    id: 'sef-2008',
    title: 'Self-evaluation form, first version',
    kind: 'self-evaluation',
    from: '2008-09-01',
    to: '2009-10-28',
    heads: SEF_HEADS,
    grades: NO_GRADES,
    source: 'teachingexpertise.com/articles/completing-the-early-years-sef',
    evidence: 'trade',
    verified: false,
  },
])();
