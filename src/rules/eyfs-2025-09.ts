import type { Rule, Rulebook } from './rulebook.js';

/*
 * The early years foundation stage statutory framework in force on 1 September 2025, as far as training can meet it.
 * Nobody has yet checked a rule against the published text, so none is `verified`. What is not a need, and where the
 * sources disagree, is in docs/rules.md.
 */

const SAFEGUARDING_LEADS = ['designated-safeguarding-lead'];
const TRAINEES = ['apprentice', 'student', 'volunteer'];
const NOT_IN_RATIOS = ['food-handler', 'administrator', 'committee-member'];

const PERITIA = 'peritiatraining.co.uk/blog/eyfs-and-first-aid';
const EDEN = 'eden-ts.com/hot-topics/early-years-foundation-stage-eyfs-statutory-framework-changes';
const LITTLE_EXPLORERS = 'littleexplorers.co/policies-safeguarding-training.php';
const NURSERY_WORLD = 'nurseryworld.co.uk/content/management/safeguarding-in-2025-part-2-effective-training';
const LANCASHIRE =
  'lancashire.gov.uk/early-years-support-and-training/nursery-settings-and-schools-training-courses/safeguarding';
const FULHAM =
  'lbhflearningpartnership.com/our_news/early-years-hf-prevent-awareness-training-for-nursery-schools-and-childcare-providers';
const SUFFOLK_FOOD =
  'suffolklearning.com/early-years/training-continuing-professional-development-cpd/food-hygiene';
const QUALIFICATION_CHECKER = 'github.com/DFE-Digital/check-an-early-years-qualification';

const PREVENT: Rule = {
  id: 'prevent',
  title: 'Due regard to preventing people from being drawn into terrorism',
  strength: 'must',
  scope: 'person',
  who: {},
  area: 'prevent-duty',
  depth: 1,
  count: 'everyone',
  assumes:
    'The duty is statutory; a course, once for each person, is taken as the usual proof of it. The framework sets no renewal.',
  source: FULHAM,
  evidence: 'official',
  verified: false,
};

/** Group and school-based providers. */
export const GROUP_2025_09: Rulebook = {
  id: 'eyfs-2025-09-group',
  edition: 'eyfs-2025-09',
  effectiveFrom: '2025-09-01',
  providerKinds: ['group', 'school'],
  rules: [
    {
      id: 'pfa-cover',
      title:
        'Somebody with a current full paediatric first aid certificate on the premises whenever children are present, and on every outing',
      strength: 'must',
      scope: 'setting',
      who: {},
      area: 'paediatric-first-aid',
      depth: 2,
      count: { atLeast: 2, spare: 1 },
      maxAgeMonths: 36,
      assumes:
        'The law names no number. Two holders are taken to be enough at any one time (one at the setting, one on an outing), and one more so that cover holds with any one person away; a long day or several buildings need more.',
      source: PERITIA,
      evidence: 'quoted',
      verified: false,
    },
    {
      id: 'pfa-newly-qualified',
      title:
        'Staff whose qualification was awarded since 30 June 2016 hold a paediatric first aid certificate to count in the ratios at its level, within three months of starting work',
      strength: 'must',
      scope: 'ratio',
      who: {
        exceptRoles: TRAINEES,
        exceptOnlyRoles: NOT_IN_RATIOS,
        awarded: { minLevel: 2, since: '2016-06-30', withinMonths: 3 },
      },
      area: 'paediatric-first-aid',
      depth: 1,
      count: 'everyone',
      maxAgeMonths: 36,
      assumes:
        'Each of them is taken to count in the ratios, and an emergency certificate to be enough, which the sources leave open.',
      source: `${PERITIA}; ${QUALIFICATION_CHECKER}`,
      evidence: 'official',
      verified: false,
    },
    {
      id: 'pfa-trainees',
      title:
        'Students, apprentices and volunteers hold a paediatric first aid certificate to count in the ratios',
      strength: 'must',
      scope: 'ratio',
      who: { roles: TRAINEES },
      area: 'paediatric-first-aid',
      depth: 1,
      count: 'everyone',
      maxAgeMonths: 36,
      assumes:
        'Each of them is taken to count in the ratios, and an emergency certificate to be enough, which the sources leave open.',
      source: EDEN,
      evidence: 'quoted',
      verified: false,
    },
    {
      id: 'safeguarding-all-staff',
      title: 'All practitioners trained in safeguarding to Annex C, renewed every two years',
      strength: 'must',
      scope: 'person',
      who: { exceptHolders: { area: 'designated-safeguarding-lead', depth: 3 } },
      area: 'child-protection',
      depth: 2,
      count: 'everyone',
      maxAgeMonths: 24,
      source: `${NURSERY_WORLD}; ${LITTLE_EXPLORERS}`,
      evidence: 'quoted',
      verified: false,
    },
    {
      id: 'dsl-annex-c',
      title:
        "The designated safeguarding lead trained to Annex C with the lead's part, renewed every two years",
      strength: 'must',
      scope: 'person',
      who: { roles: SAFEGUARDING_LEADS },
      area: 'designated-safeguarding-lead',
      depth: 3,
      count: 'everyone',
      maxAgeMonths: 24,
      source: `${LANCASHIRE}; ${LITTLE_EXPLORERS}`,
      evidence: 'official',
      verified: false,
    },
    {
      id: 'dsl-deputies',
      title: 'Deputies of the designated safeguarding lead trained as the lead is',
      strength: 'should',
      scope: 'person',
      who: { roles: ['deputy-safeguarding-lead'], exceptRoles: SAFEGUARDING_LEADS },
      area: 'designated-safeguarding-lead',
      depth: 3,
      count: 'everyone',
      maxAgeMonths: 24,
      source: 'unsourced',
      evidence: 'none',
      verified: false,
    },
    {
      id: 'food-hygiene',
      title: 'Everybody who prepares or handles food trained in food hygiene; no renewal is statutory',
      strength: 'must',
      scope: 'person',
      who: { roles: ['food-handler'] },
      area: 'food-hygiene',
      depth: 2,
      count: 'everyone',
      source: SUFFOLK_FOOD,
      evidence: 'official',
      verified: false,
    },
    PREVENT,
    {
      id: 'baby-care-training',
      title: 'At least half of the staff who work with under-twos trained in the care of babies',
      strength: 'must',
      scope: 'setting',
      who: { ageBands: ['under-2'], exceptOnlyRoles: NOT_IN_RATIOS },
      area: 'babies-under-two',
      depth: 2,
      count: 'half',
      source: 'neu.org.uk/latest/library/implementing-effective-ratios-early-years-settings-checklist',
      evidence: 'quoted',
      verified: false,
    },
    {
      id: 'manager-leading',
      title: 'The manager trained in leading and deploying a team',
      strength: 'good-practice',
      scope: 'person',
      who: { roles: ['manager'] },
      area: 'leading-teams',
      depth: 3,
      count: 'everyone',
      source: 'unsourced',
      evidence: 'none',
      verified: false,
    },
    {
      id: 'dsl-safer-recruitment',
      title: 'The designated safeguarding lead trained in safer recruitment',
      strength: 'good-practice',
      scope: 'person',
      who: { roles: SAFEGUARDING_LEADS },
      area: 'safer-recruitment',
      depth: 2,
      count: 'everyone',
      source:
        'plymouthscb.co.uk/recommended-training-for-early-years-annex-c-compliance-early-years-foundation-stage-2025',
      evidence: 'official',
      verified: false,
    },
  ],
};

/** Childminders, whose framework is a document of its own since 4 January 2024. */
export const CHILDMINDER_2025_09: Rulebook = {
  id: 'eyfs-2025-09-childminder',
  edition: 'eyfs-2025-09',
  effectiveFrom: '2025-09-01',
  providerKinds: ['childminder'],
  rules: [
    {
      id: 'cm-pfa',
      title: 'The childminder holds a current full paediatric first aid certificate',
      strength: 'must',
      scope: 'person',
      who: { roles: ['childminder'] },
      area: 'paediatric-first-aid',
      depth: 2,
      count: 'everyone',
      maxAgeMonths: 36,
      source: 'jmsfirstaid.com/requirements-for-first-aid-in-early-years',
      evidence: 'quoted',
      verified: false,
    },
    {
      id: 'cm-pfa-assistants',
      title: 'An assistant who is ever in sole charge holds a current full paediatric first aid certificate',
      strength: 'must',
      scope: 'person',
      who: { roles: ['childminder-assistant'], exceptRoles: ['childminder'] },
      area: 'paediatric-first-aid',
      depth: 2,
      count: 'everyone',
      maxAgeMonths: 36,
      assumes: 'Each assistant is taken to be left in sole charge at times.',
      source: 'jmsfirstaid.com/requirements-for-first-aid-in-early-years',
      evidence: 'quoted',
      verified: false,
    },
    {
      id: 'cm-dsl',
      title:
        "The childminder is the designated safeguarding lead: trained to Annex C with the lead's part, renewed every two years",
      strength: 'must',
      scope: 'person',
      who: { roles: ['childminder'] },
      area: 'designated-safeguarding-lead',
      depth: 3,
      count: 'everyone',
      maxAgeMonths: 24,
      source:
        'beyondearlyyears.co.uk/2653728_eyfs-safeguarding-updates-from-september-2025-what-you-must-know',
      evidence: 'trade',
      verified: false,
    },
    {
      id: 'cm-assistants',
      title: 'Assistants trained in safeguarding to Annex C, renewed every two years',
      strength: 'must',
      scope: 'person',
      who: {
        exceptRoles: ['childminder'],
        exceptHolders: { area: 'designated-safeguarding-lead', depth: 3 },
      },
      area: 'child-protection',
      depth: 2,
      count: 'everyone',
      maxAgeMonths: 24,
      source: LITTLE_EXPLORERS,
      evidence: 'quoted',
      verified: false,
    },
    PREVENT,
    {
      id: 'cm-food',
      title: 'The childminder trained in food hygiene; competence is required, a course is not',
      strength: 'good-practice',
      scope: 'person',
      who: { roles: ['childminder'] },
      area: 'food-hygiene',
      depth: 2,
      count: 'everyone',
      source: SUFFOLK_FOOD,
      evidence: 'official',
      verified: false,
    },
  ],
};
