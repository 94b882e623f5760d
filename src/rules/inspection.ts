import type { AreaGroupId } from './area-ids.js';

/** Heads of a report card, by short name. */
export type InspectionHead2025 = 'sg' | 'inc' | 'cur' | 'ach' | 'beh' | 'wel' | 'lead';
/** Heads of a report of the 2019 framework, by short name. */
export type InspectionHead2019 = 'qe' | 'ba' | 'pd' | 'lm' | 'sg';

/** A head of an inspection report or of the old self-evaluation form. */
export interface InspectionHead {
  /** Short name, the same as in an area group's links. */
  readonly id: string;
  readonly title: string;
  /**
   * The groups of areas that the head stands for when a questionnaire names it; empty when the same words are an
   * area's alias, which then counts.
   */
  readonly groups: readonly AreaGroupId[];
}

/** A scheme by which settings were or are judged. */
export interface InspectionScheme {
  readonly id: 'sef-2009' | 'cif-2015' | 'eif-2019' | 'report-card-2025';
  readonly title: string;
  /** First and last day of use, where the source gives it. */
  readonly from?: string;
  readonly to?: string;
  readonly heads: readonly InspectionHead[];
  /** Where the names come from, without `https://www.`. */
  readonly source: string;
  /** Whether a person has checked the entry against the published framework. */
  readonly verified: boolean;
}

/** The schemes that managers' papers still quote. Titles are those of the sources, which are secondary. */
export const INSPECTION_SCHEMES: readonly InspectionScheme[] = [
  {
    id: 'report-card-2025',
    title: 'Report card',
    from: '2025-11-10',
    heads: [
      { id: 'sg', title: 'Safeguarding', groups: [] },
      { id: 'inc', title: 'Inclusion', groups: ['inclusion'] },
      { id: 'cur', title: 'Curriculum and teaching', groups: ['pedagogy'] },
      { id: 'ach', title: 'Achievement', groups: ['pedagogy'] },
      { id: 'beh', title: 'Behaviour, attitudes and establishing routines', groups: ['pse'] },
      { id: 'wel', title: "Children's welfare and well-being", groups: ['health-safety'] },
      { id: 'lead', title: 'Leadership and governance', groups: ['leadership'] },
    ],
    source:
      'immerse-education.co.uk/blog/ofsted-early-years-inspections-key-changes-from-november-2025-170; eyworks.co.uk/?p=35344',
    verified: false,
  },
  {
    id: 'eif-2019',
    title: 'Education inspection framework',
    from: '2019-09-02',
    to: '2025-11-09',
    heads: [
      { id: 'qe', title: 'Quality of education', groups: ['pedagogy'] },
      { id: 'ba', title: 'Behaviour and attitudes', groups: ['pse'] },
      { id: 'pd', title: 'Personal development', groups: ['pse'] },
      { id: 'lm', title: 'Leadership and management', groups: ['leadership'] },
      { id: 'sg', title: 'Safeguarding', groups: [] },
    ],
    source: 'teachearlyyears.com/nursery-management/view/ofsteds-eif-what-nurseries-need-to-know',
    verified: false,
  },
  {
    id: 'cif-2015',
    title: 'Common inspection framework',
    heads: [
      { id: 'leadership', title: 'Leadership and management', groups: ['leadership'] },
      { id: 'teaching', title: 'Teaching, learning and assessment', groups: ['pedagogy'] },
      { id: 'development', title: 'Personal development, behaviour and welfare', groups: ['pse'] },
      { id: 'outcomes', title: 'Outcomes', groups: ['pedagogy'] },
    ],
    source: 'docslib.org/doc/13856355/ofsted-publication-template',
    verified: false,
  },
  {
    id: 'sef-2009',
    title: 'Self-evaluation form',
    from: '2009-10-29',
    to: '2018-03-31',
    heads: [
      { id: 'needs', title: 'Meeting needs', groups: ['inclusion'] },
      { id: 'learning', title: 'Learning and development', groups: ['pedagogy'] },
      { id: 'welfare', title: 'Welfare', groups: ['health-safety'] },
      { id: 'led', title: 'Led and managed', groups: ['leadership'] },
    ],
    source:
      'teachingexpertise.com/articles/completing-the-early-years-sef; nurseryworld.co.uk/content/news/ofsted-decides-to-ditch-self-evaluation-form',
    verified: false,
  },
];
