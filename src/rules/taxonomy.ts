import { AREA_IDS_BY_GROUP, type AreaGroupId, type TaxonomyAreaId } from './area-ids.js';
import type { InspectionHead2019, InspectionHead2025 } from './inspection.js';

export { AREA_IDS, isTaxonomyArea } from './area-ids.js';
export type { AreaGroupId, TaxonomyAreaId } from './area-ids.js';

/** A group of development areas, and the heads of an inspection report under which its areas usually come up. */
export interface AreaGroup {
  readonly id: AreaGroupId;
  readonly title: string;
  readonly inspection: {
    /** Heads of the report card in use since 10 November 2025. */
    readonly 2025: readonly InspectionHead2025[];
    /** Heads of the framework of September 2019 to 9 November 2025. */
    readonly 2019: readonly InspectionHead2019[];
  };
}

/** A development area of the taxonomy. The proposal is smartpd's own; no official list is behind it. */
export interface TaxonomyArea {
  readonly id: TaxonomyAreaId;
  readonly title: string;
  readonly group: AreaGroupId;
  /** Other names and search words. One word may be an alias of several areas. */
  readonly aliases: readonly string[];
}

type GroupEntry = readonly [
  title: string,
  heads2025: readonly InspectionHead2025[],
  heads2019: readonly InspectionHead2019[],
];

const GROUPS: Readonly<Record<AreaGroupId, GroupEntry>> = {
  safeguarding: ['Safeguarding', ['sg'], ['sg', 'lm']],
  'health-safety': ['Health, safety and food', ['wel'], ['pd', 'sg']],
  'communication-language': ['Communication and language', ['cur', 'ach'], ['qe']],
  pse: ['Personal, social and emotional', ['beh', 'wel'], ['ba', 'pd']],
  physical: ['Physical development', ['cur', 'wel'], ['qe', 'pd']],
  literacy: ['Literacy', ['cur', 'ach'], ['qe']],
  mathematics: ['Mathematics', ['cur', 'ach'], ['qe']],
  'world-arts': ['Understanding the world; expressive arts', ['cur'], ['qe']],
  inclusion: ['Inclusion and SEND', ['inc'], ['qe', 'pd', 'lm']],
  pedagogy: ['Curriculum, teaching and assessment', ['cur', 'ach'], ['qe']],
  'age-phase': ['Ages and transitions', ['cur', 'wel'], ['qe']],
  leadership: ['Leadership and business', ['lead'], ['lm']],
};

type AreaEntry = readonly [title: string, ...aliases: string[]];

const AREAS: Readonly<Record<TaxonomyAreaId, AreaEntry>> = {
  'child-protection': [
    'Child protection for all staff',
    'safeguarding',
    'child protection',
    'safeguarding for all staff',
    'abuse signs',
    'signs of abuse',
    'safeguarding level 1',
    'safeguarding level 2',
  ],
  'designated-safeguarding-lead': [
    'Designated safeguarding lead',
    'DSL',
    'lead practitioner for safeguarding',
    'safeguarding lead',
    'level 3 safeguarding',
    'safeguarding level 3',
  ],
  'prevent-duty': ['Prevent and radicalisation', 'Prevent', 'WRAP', 'extremism', 'radicalisation'],
  'online-safety': ['Online safety and devices', 'cameras', 'phones', 'mobile phones', 'smart watches'],
  'safer-recruitment': ['Safer recruitment and suitability', 'vetting', 'DBS', 'references'],
  'concerns-about-adults': [
    'Allegations and low-level concerns',
    'allegations',
    'low-level concerns',
    'LADO',
  ],
  whistleblowing: ['Whistleblowing', 'speaking up'],
  'specific-abuse-issues': [
    'Specific abuse issues',
    'FGM',
    'domestic abuse',
    'neglect',
    'exploitation',
    'attendance',
  ],
  'paediatric-first-aid': [
    'Paediatric first aid',
    'PFA',
    'first aid',
    '12 hour first aid',
    'emergency first aid',
    'emergency PFA',
  ],
  'food-hygiene': ['Food hygiene and safety', 'food hygiene', 'food safety', 'level 2 food'],
  'safer-eating-allergies': [
    'Safer eating, allergy, choking',
    'safer eating',
    'allergy',
    'allergies',
    'choking',
    'anaphylaxis',
    'weaning',
  ],
  medicines: ['Medicines and health needs', 'giving medicines', 'EpiPen', 'epi-pen', 'inhaler'],
  'safer-sleep': ['Safer sleep', 'safe sleep', 'SIDS'],
  'infection-control': ['Infection control', 'hygiene', 'nappy', 'nappy changing'],
  'risk-and-fire-safety': [
    'Risk assessment, fire, manual handling',
    'risk assessment',
    'fire safety',
    'manual handling',
    'health and safety',
    'COSHH',
  ],
  'nutrition-oral-health': [
    'Nutrition and oral health',
    'nutrition',
    'oral health',
    'toothbrushing',
    'healthy eating',
  ],
  'listening-understanding': ['Listening, attention and understanding', 'listening', 'attention'],
  'speaking-vocabulary': ['Speaking and vocabulary', 'speaking', 'vocabulary', 'language rich', 'story talk'],
  'speech-language-needs': [
    'Speech, language and communication needs',
    'SLCN',
    'speech and language',
    'WellComm',
    'Elklan',
    'NELI',
  ],
  'english-additional-language': [
    'English as an additional language',
    'EAL',
    'bilingual',
    'bilingual children',
    'home language',
    'home languages',
  ],
  'signing-augmentative': ['Signing and augmentative communication', 'signing', 'Makaton', 'PECS'],
  'self-regulation': ['Self-regulation', 'feelings', 'impulse control'],
  'managing-self': ['Managing self', 'independence', 'resilience'],
  'building-relationships': ['Building relationships', 'friendship', 'friendships', 'sharing'],
  'attachment-key-person': ['Attachment and key person', 'attachment', 'key person', 'settling in'],
  'behaviour-support': [
    'Behaviour support',
    'behaviour',
    'behaviour management',
    'positive behaviour',
    'biting',
    'routines',
  ],
  'child-mental-health': [
    "Children's mental health and wellbeing",
    "children's mental health",
    "children's wellbeing",
    'wellbeing',
    'anxiety',
  ],
  'trauma-informed': [
    'Trauma-informed practice',
    'trauma',
    'ACEs',
    'adverse childhood experiences',
    'bereavement',
    'looked-after children',
    'looked-after',
  ],
  'gross-motor': ['Gross motor skills', 'gross motor', 'active play', 'risky play'],
  'fine-motor': ['Fine motor skills', 'fine motor', 'moving and handling', 'mark making'],
  'self-care-toileting': [
    'Self-care and toileting',
    'toileting',
    'toilet training',
    'potty training',
    'intimate care',
    'health and self-care',
  ],
  'stories-comprehension': ['Stories and comprehension', 'comprehension', 'stories', 'books', 'rhyme'],
  'phonics-reading': ['Phonics and word reading', 'phonics', 'word reading', 'letters and sounds'],
  'early-writing': ['Early writing', 'writing', 'mark making'],
  'number-patterns': [
    'Number and numerical patterns',
    'number',
    'numerical patterns',
    'counting',
    'subitising',
  ],
  'shape-space-measure': ['Shape, space and measure', 'shape, space and measures'],
  'past-present': ['Past and present'],
  'people-culture-communities': ['People, culture and communities', 'diversity of families'],
  'natural-world': ['The natural world', 'science', 'nature'],
  'creating-materials': ['Creating with materials', 'art', 'loose parts'],
  'music-imagination': ['Being imaginative and expressive', 'music', 'dance', 'role play'],
  technology: ['Technology and digital', 'screens'],
  'senco-role': ['SENCO role', 'SENCO', 'SEND lead'],
  'graduated-approach': [
    'Graduated approach and support plans',
    'graduated approach',
    'support plans',
    'assess-plan-do-review',
    'EHCP',
  ],
  neurodiversity: ['Autism and neurodiversity', 'autism', 'ADHD', 'sensory', 'sensory processing'],
  'physical-sensory-needs': [
    'Physical, sensory and medical needs',
    'hearing',
    'hearing impairment',
    'vision',
    'visual impairment',
    'complex needs',
  ],
  'equality-diversity': [
    'Equality, diversity, anti-discrimination',
    'equality',
    'equality and diversity',
    'anti-discrimination',
    'gender',
    'race',
  ],
  'british-values': ['Fundamental British values', 'democracy', 'respect'],
  disadvantage: ['Disadvantage and pupil premium', 'pupil premium', 'EYPP', 'poverty'],
  'eyfs-framework': ['The EYFS framework', 'EYFS', 'statutory updates', 'Development Matters'],
  'curriculum-design': [
    'Curriculum design and planning',
    'curriculum',
    'planning',
    'intent',
    'challenge',
    'sequencing',
  ],
  'adult-child-interactions': [
    'Quality of interactions',
    'interactions',
    'sustained shared thinking',
    'questioning',
    'teaching',
  ],
  'observation-assessment': [
    'Observation and assessment',
    'observation',
    'assessment',
    'tracking',
    'next steps',
  ],
  'progress-check-two': ['Progress check at two', 'two-year progress check', 'integrated review'],
  'play-schemas': [
    'Play, schemas and how children learn',
    'schemas',
    'characteristics of effective learning',
    'characteristics of effective teaching and learning',
  ],
  'learning-environment': [
    'Learning environment',
    'environment',
    'enabling environments',
    'continuous provision',
  ],
  'outdoor-learning': ['Outdoor learning', 'outdoors', 'outdoor play', 'forest school', 'risky play'],
  'babies-under-two': ['Babies and under-twos', 'babies', 'under-twos', 'baby room', 'brain development'],
  'two-year-olds': ['Two-year-olds', '2-year-olds', '2YO offer'],
  'preschool-three-four': ['Three- and four-year-olds', 'pre-school children'],
  'mixed-age-home-based': ['Home-based and mixed ages', 'mixed ages', 'childminding'],
  'transitions-school-readiness': [
    'Transitions and school readiness',
    'transitions',
    'school readiness',
    'reception',
    'moving on',
  ],
  'self-evaluation-inspection': [
    'Self-evaluation and inspection',
    'self-evaluation',
    'inspection',
    'SEF',
    'QIP',
    'Ofsted',
  ],
  'supervision-coaching': [
    'Supervision, coaching, appraisal',
    'supervision',
    'coaching',
    'appraisal',
    'performance management',
    'mentoring',
  ],
  induction: ['Induction and new starters', 'new starters', 'apprentices', 'students'],
  'leading-teams': ['Leading and deploying teams', 'leading teams', 'room leader', 'ratios', 'manager'],
  'staff-wellbeing': ['Staff wellbeing and retention', 'staff retention', 'workload', 'stress'],
  'parent-partnership': [
    'Partnership with parents and agencies',
    'partnership with parents',
    'home learning',
    'multi-agency',
    'multi-agency working',
  ],
  'data-protection-policies': [
    'Data protection, policies, complaints',
    'data protection',
    'policies',
    'complaints',
    'GDPR',
    'confidentiality',
  ],
  'business-funding': [
    'Business, funding and governance',
    'funding',
    'governance',
    'fees',
    'committee',
    'marketing',
  ],
};

const GROUP_IDS = /* @__PURE__ */ (() =>
  Object.keys(AREA_IDS_BY_GROUP) as (keyof typeof AREA_IDS_BY_GROUP)[])();

/** The 12 groups, in the taxonomy's order. */
export function areaGroups(): AreaGroup[] {
  return GROUP_IDS.map((id) => {
    const [title, heads2025, heads2019] = GROUPS[id];
    return { id, title, inspection: { 2025: heads2025, 2019: heads2019 } };
  });
}

/** The 70 areas, group by group. */
export function taxonomyAreas(): TaxonomyArea[] {
  return GROUP_IDS.flatMap((group) =>
    AREA_IDS_BY_GROUP[group].map((id) => {
      const [title, ...aliases] = AREAS[id];
      return { id, title, group, aliases };
    }),
  );
}

/** An area's title: `titleOf('prevent-duty')` is `Prevent and radicalisation`. */
export const titleOf = (id: TaxonomyAreaId): string => AREAS[id][0];
