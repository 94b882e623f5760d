/*
 * The permanent ids of the taxonomy, group by group: all that a builder needs of it. Titles, aliases and inspection
 * links are in taxonomy.ts, which a bundle without them leaves out.
 */

/** The 12 groups of the taxonomy and their 70 areas. Ids never change; titles may. */
export const AREA_IDS_BY_GROUP = {
  safeguarding: [
    'child-protection',
    'designated-safeguarding-lead',
    'prevent-duty',
    'online-safety',
    'safer-recruitment',
    'concerns-about-adults',
    'whistleblowing',
    'specific-abuse-issues',
  ],
  'health-safety': [
    'paediatric-first-aid',
    'food-hygiene',
    'safer-eating-allergies',
    'medicines',
    'safer-sleep',
    'infection-control',
    'risk-and-fire-safety',
    'nutrition-oral-health',
  ],
  'communication-language': [
    'listening-understanding',
    'speaking-vocabulary',
    'speech-language-needs',
    'english-additional-language',
    'signing-augmentative',
  ],
  pse: [
    'self-regulation',
    'managing-self',
    'building-relationships',
    'attachment-key-person',
    'behaviour-support',
    'child-mental-health',
    'trauma-informed',
  ],
  physical: ['gross-motor', 'fine-motor', 'self-care-toileting'],
  literacy: ['stories-comprehension', 'phonics-reading', 'early-writing'],
  mathematics: ['number-patterns', 'shape-space-measure'],
  'world-arts': [
    'past-present',
    'people-culture-communities',
    'natural-world',
    'creating-materials',
    'music-imagination',
    'technology',
  ],
  inclusion: [
    'senco-role',
    'graduated-approach',
    'neurodiversity',
    'physical-sensory-needs',
    'equality-diversity',
    'british-values',
    'disadvantage',
  ],
  pedagogy: [
    'eyfs-framework',
    'curriculum-design',
    'adult-child-interactions',
    'observation-assessment',
    'progress-check-two',
    'play-schemas',
    'learning-environment',
    'outdoor-learning',
  ],
  'age-phase': [
    'babies-under-two',
    'two-year-olds',
    'preschool-three-four',
    'mixed-age-home-based',
    'transitions-school-readiness',
  ],
  leadership: [
    'self-evaluation-inspection',
    'supervision-coaching',
    'induction',
    'leading-teams',
    'staff-wellbeing',
    'parent-partnership',
    'data-protection-policies',
    'business-funding',
  ],
} as const;

/** A group of the taxonomy. */
export type AreaGroupId = keyof typeof AREA_IDS_BY_GROUP;
/** A development area of the taxonomy. */
export type TaxonomyAreaId = (typeof AREA_IDS_BY_GROUP)[AreaGroupId][number];

/** The ids of all 70 areas, in the taxonomy's order. */
export const AREA_IDS: readonly TaxonomyAreaId[] = /* @__PURE__ */ (() =>
  Object.values(AREA_IDS_BY_GROUP).flat())();

const KNOWN: ReadonlySet<string> = /* @__PURE__ */ (() => new Set<string>(AREA_IDS))();

/** Whether the id is one of the taxonomy's areas. */
export const isTaxonomyArea = (id: string): id is TaxonomyAreaId => KNOWN.has(id);
