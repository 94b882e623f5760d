import type { ProviderKind } from '../../domain/setting.js';
import type { RuleEvidence } from '../rulebook.js';
import { EARLY_YEARS, GROUP_AND_SCHOOL, OUT_OF_SCHOOL } from './people.js';
import { EBR, EDEN, PORTSMOUTH_2025, sources, UNSOURCED } from './sources.js';

/** An edition of the documents that say what providers must do. Of each kind of provider, one follows the other. */
export interface Edition {
  /** In kebab-case; needs name it as their rule's edition. */
  readonly id: string;
  readonly title: string;
  /** Day of publication, or its month (`YYYY-MM`); without it, not known. */
  readonly published?: string | undefined;
  /** First day in force, ISO date. */
  readonly effectiveFrom: string;
  /** By kind of provider bound: the last day in force, ISO date; `null` while no later edition is known. */
  readonly effectiveTo: Readonly<Partial<Record<ProviderKind, string | null>>>;
  /** The documents it consists of, and the kinds of provider that each binds. */
  readonly documents: readonly { readonly title: string; readonly providerKinds: readonly ProviderKind[] }[];
  /** What it changed for training and staffing. */
  readonly changed: string;
  /** Addresses, without `https://www.`, or `unsourced`. */
  readonly source: string;
  readonly evidence: RuleEvidence;
  /** Whether a person has checked it against the published document. */
  readonly verified: boolean;
}

const FRAMEWORK = 'Statutory framework for the early years foundation stage';

const one = (to: string): Pick<Edition, 'effectiveTo' | 'documents' | 'verified'> => ({
  effectiveTo: { group: to, school: to, childminder: to },
  documents: [{ title: FRAMEWORK, providerKinds: EARLY_YEARS }],
  verified: false,
});
const two = (group: string | null, childminder: string | null): ReturnType<typeof one> => ({
  effectiveTo: { group, school: group, childminder },
  documents: [
    { title: `${FRAMEWORK} for group and school-based providers`, providerKinds: GROUP_AND_SCHOOL },
    { title: `${FRAMEWORK} for childminders`, providerKinds: ['childminder'] },
  ],
  verified: false,
});
const forGroups = (title: string, to: string | null): ReturnType<typeof one> => ({
  effectiveTo: { group: to, school: to },
  documents: [{ title, providerKinds: GROUP_AND_SCHOOL }],
  verified: false,
});

/** Every edition since 1 September 2014, by its first day. None has been checked against the published document. */
export const EDITIONS: readonly Edition[] = /* @__PURE__ */ (() => [
  {
    id: 'eyfs-2014',
    title: 'Framework of 2014',
    published: '2014-03',
    effectiveFrom: '2014-09-01',
    ...one('2017-04-02'),
    changed:
      'First aid courses need no approval by the council; certificates are renewed every three years. The Prevent duty begins during it, on 1 July 2015.',
    source: sources(
      'fdocuments.in/document/statutory-framework-for-the-early-years-foundation-stage-statutory-framework-for.html',
      'studylib.net/doc/7233546/first-aid-training',
    ),
    evidence: 'official',
  },
  {
    id: 'out-of-school',
    title: 'What is usual in out-of-school provision; no document was read',
    effectiveFrom: '2014-09-01',
    effectiveTo: { 'out-of-school': null },
    documents: [{ title: 'none', providerKinds: OUT_OF_SCHOOL }],
    changed: 'Nothing: it is no edition of anything, and never law.',
    source: UNSOURCED,
    evidence: 'none',
    verified: false,
  },
  {
    id: 'eyfs-2017',
    title: 'Framework of 2017',
    published: '2017-03-03',
    effectiveFrom: '2017-04-03',
    ...one('2021-08-31'),
    changed:
      'First aid for those whose level 2 or 3 was awarded since 30 June 2016; criteria for first aid courses; level 2 qualifications, not GCSEs alone, in English and maths at level 3.',
    source: sources(
      'readkong.com/page/statutory-framework-for-the-early-years-foundation-stage-1277155',
      'surreyfirstaid.com/your-legal-requirements/early-years-providers.html',
      'derwentside.ac.uk/all-courses/View-Course/?CourseKey=976',
    ),
    evidence: 'quoted',
  },
  {
    id: 'eyfs-2021',
    title: 'Framework of 2021',
    published: '2021-03-31',
    effectiveFrom: '2021-09-01',
    ...one('2023-09-03'),
    changed: 'New learning goals; small clarifications of the safeguarding and welfare requirements.',
    source: 'content.govdelivery.com/accounts/UKPORTSMOUTH/bulletins/2ca93b4',
    evidence: 'official',
  },
  {
    id: 'eyfs-2023',
    title: 'Framework of September 2023',
    published: '2023-07-12',
    effectiveFrom: '2023-09-04',
    ...one('2024-01-03'),
    changed:
      "Two-year-olds from 1:4 to 1:5; exceptions for childminders' siblings and own children; children in sight and hearing while they eat.",
    source: sources('devon.gov.uk/eycs/government-updates-71', 'caretutor.org/childcare-and-eyfs-training'),
    evidence: 'official',
  },
  {
    id: 'eyfs-2024-01',
    title: 'Frameworks of January 2024',
    published: '2023-12',
    effectiveFrom: '2024-01-04',
    ...two('2024-10-31', '2024-10-31'),
    changed:
      'Two documents in place of one, and a third on qualifications; level 2 maths asked of managers and no longer at level 3; trainees one level below their study; assistants of childminders may be key persons; no course on the framework before childminders register.',
    source: sources(
      'foundationyears.org.uk/2024/01/blog-eyfs-changes',
      'thelink.slough.gov.uk/news/regulatory-changes-early-years-foundation-stage-framework-eyfs',
    ),
    evidence: 'official',
  },
  {
    id: 'eyfs-2024-11',
    title: 'Frameworks of November 2024',
    effectiveFrom: '2024-11-01',
    ...two('2025-03-02', '2025-08-31'),
    changed: 'All childminding uses the document for childminders, whatever its size; level 6 clarified.',
    source: sources(
      'connectchildcare.com/blog/switch-to-the-new-eyfs-framework',
      'ecp-safeguarding-blogs.blogspot.com/2023/11/early-years-foundation-stage-eyfs.html',
    ),
    evidence: 'trade',
  },
  {
    id: 'ebr-2025',
    title: 'The experience-based route',
    published: '2025-01-28',
    effectiveFrom: '2025-03-03',
    ...forGroups('Experience-based route for early years staff', '2025-08-31'),
    changed: 'Assessments by experience may begin; nobody counts at level 3 by them before September 2025.',
    source: sources(
      EBR,
      'cypnow.co.uk/content/news/details-finalised-for-new-experience-based-route-into-early-years',
    ),
    evidence: 'official',
  },
  {
    id: 'eyfs-2025-09',
    title: 'Frameworks of September 2025',
    published: '2025-07-14',
    effectiveFrom: '2025-09-01',
    ...two('2025-12-31', null),
    changed:
      'Criteria for safeguarding training (Annex C), renewed every two years; first aid for trainees; references; whistleblowing; safer eating; staff count by experience.',
    source: sources(
      PORTSMOUTH_2025,
      EDEN,
      'nurseriesandschools.org/news-detail/eyfs-framework-updates-–-effective-from-1-september-2025',
    ),
    evidence: 'official',
  },
  {
    id: 'quals-2026-01',
    title: 'Qualification requirements and standards of January 2026, beside the framework of September 2025',
    effectiveFrom: '2026-01-01',
    ...forGroups('Early years qualification requirements and standards', null),
    changed:
      'The requirements of qualifications in a new edition; guidance on the experience-based route rewritten for the new inspection framework. The framework itself is that of September 2025.',
    source: 'fishwebsearch.eastriding.gov.uk/fishwebsearch/News.aspx',
    evidence: 'official',
  },
])();
