import type { Rule, RuleStrength } from '../rulebook.js';

/*
 * The dated rules that decide at which level a person counts. Nobody has yet checked one against the published text, so
 * none is `verified`. Where the sources disagree or are silent, and what was chosen, is in docs/rules/counting.md.
 */

/** A rule that decides at which level a person counts in the ratios. */
export interface CountingRule {
  readonly id: CountingRuleId;
  /** The rule, paraphrased. */
  readonly title: string;
  /** `must`: statutory. A rule without a source is never one. */
  readonly strength: RuleStrength;
  /** First day in force, an ISO date. */
  readonly from: string;
  /** Last day in force, an ISO date; without it, until a later edition. */
  readonly to?: string | undefined;
  /** Addresses, without `https://www.`, that say so; `unsourced` when none does. */
  readonly source: string;
  /** What the source is: the government's or a council's page, a close paraphrase of the statute, the trade press, or nothing. */
  readonly evidence: Rule['evidence'];
  /** Whether a person has checked the rule against the statutory text itself. */
  readonly verified: boolean;
  /** What of it is our own reading, which no source says. */
  readonly reading?: string | undefined;
}

/** The ids of the rules of counting, in the order in which reasons are given. */
export const COUNTING_RULE_IDS = [
  'status',
  'full-and-relevant',
  'counts-from-award',
  'awarded-elsewhere',
  'level-3-english',
  'level-3-maths',
  'level-2-window',
  'first-aid-after-award',
  'first-aid-suspended',
  'experience-based-route',
  'experience-based-route-first-aid',
  'trainee-as-held',
  'trainee-one-below',
  'trainee-course',
  'trainee-level-6',
  'trainee-competent',
  'trainee-first-aid',
  'trainee-age',
] as const;
export type CountingRuleId = (typeof COUNTING_RULE_IDS)[number];

/** The first day of which anything is known: the framework of 1 September 2014. */
export const FIRST_DAY_KNOWN = '2014-09-01';

const CHECKER = 'github.com/DFE-Digital/check-an-early-years-qualification';
const JANUARY_2024 = 'foundationyears.org.uk/2024/01/blog-eyfs-changes';
const SLOUGH = 'thelink.slough.gov.uk/news/regulatory-changes-early-years-foundation-stage-framework-eyfs';
const PERITIA = 'peritiatraining.co.uk/blog/eyfs-and-first-aid';
const EDEN = 'eden-ts.com/hot-topics/early-years-foundation-stage-eyfs-statutory-framework-changes';
const GOVERNMENT_ROUTE = 'gov.uk/government/publications/experience-based-route-for-early-years-staff';
const SUSPENSION = 'surreyfirstaid.com/news/217-paediatric-first-aid-certification-expiry-extended.html';

const since2014 = { from: FIRST_DAY_KNOWN, verified: false } as const;

/** The rules of counting, by id. */
export const COUNTING_RULES: Readonly<Record<CountingRuleId, CountingRule>> = /* @__PURE__ */ (() => ({
  status: {
    id: 'status',
    title:
      'Qualified teacher status, early years teacher status and early years professional status count at levels 6, 3 and 2, without English or first aid',
    strength: 'must',
    source: CHECKER,
    evidence: 'official',
    ...since2014,
  },
  'full-and-relevant': {
    id: 'full-and-relevant',
    title:
      'A full and relevant qualification at level 2 counts at 2, one at level 3 or above at 3; what is not full and relevant leaves a person unqualified',
    strength: 'must',
    source: CHECKER,
    evidence: 'official',
    ...since2014,
  },
  'counts-from-award': {
    id: 'counts-from-award',
    title: 'A qualification counts from the day of its award',
    strength: 'must',
    source: CHECKER,
    evidence: 'official',
    ...since2014,
  },
  'awarded-elsewhere': {
    id: 'awarded-elsewhere',
    title: 'A qualification awarded outside England counts only when it is found to be equivalent',
    strength: 'must',
    source: CHECKER,
    evidence: 'official',
    reading: 'A status awarded outside England is asked about in the same way.',
    ...since2014,
  },
  'level-3-english': {
    id: 'level-3-english',
    title:
      'A qualification at level 3 or above awarded since 1 September 2014 counts at 3 with a level 2 qualification in English, else at 2',
    strength: 'must',
    source: `${CHECKER}; ${JANUARY_2024}`,
    evidence: 'official',
    ...since2014,
  },
  'level-3-maths': {
    id: 'level-3-maths',
    title:
      'Until 3 January 2024, a qualification at level 3 or above awarded since 1 September 2014 counted at 3 with a level 2 qualification in mathematics too',
    strength: 'must',
    to: '2024-01-03',
    source: JANUARY_2024,
    evidence: 'quoted',
    reading:
      'Until 2 April 2017 only GCSE grade C is said to have done, without a source; any level 2 qualification is taken.',
    ...since2014,
  },
  'level-2-window': {
    id: 'level-2-window',
    title:
      'A qualification at level 2 or above that is not listed, begun from 1 September 2014 to 31 August 2019, counts at 2 when it is about the early years and appropriate to practice',
    strength: 'must',
    source: CHECKER,
    evidence: 'official',
    ...since2014,
  },
  'first-aid-after-award': {
    id: 'first-aid-after-award',
    title:
      'Whoever was awarded the qualification since 30 June 2016 counts at its level with a paediatric first aid certificate, at most three years old, within three months of starting work',
    strength: 'must',
    from: '2017-04-03',
    source: `${PERITIA}; ${CHECKER}`,
    evidence: 'official',
    verified: false,
    reading:
      'Without it a person counts as unqualified, not one level lower; an emergency certificate is taken to be enough.',
  },
  'first-aid-suspended': {
    id: 'first-aid-suspended',
    title: 'From 16 March to 25 November 2020 first aid was not asked of the newly qualified',
    strength: 'must',
    from: '2020-03-16',
    to: '2020-11-25',
    source: SUSPENSION,
    evidence: 'quoted',
    verified: false,
    reading: 'The first and last day are those between which certificates were extended.',
  },
  'experience-based-route': {
    id: 'experience-based-route',
    title:
      'Staff of group and school-based providers who have completed the experience-based route count at 3, with a level 2 qualification in English; at most half of those at level 3 on the premises',
    strength: 'must',
    from: '2025-09-01',
    source: GOVERNMENT_ROUTE,
    evidence: 'official',
    verified: false,
    reading:
      'Whoever has completed it is taken to have had the experience asked for; the half and the inspection of the setting are not checked for one person.',
  },
  'experience-based-route-first-aid': {
    id: 'experience-based-route-first-aid',
    title: 'By the experience-based route nobody counts before holding a paediatric first aid certificate',
    strength: 'must',
    from: '2025-09-01',
    source: PERITIA,
    evidence: 'quoted',
    verified: false,
  },
  'trainee-as-held': {
    id: 'trainee-as-held',
    title: 'Until 3 January 2024 a trainee counted at the level held, without one as unqualified',
    strength: 'must',
    to: '2024-01-03',
    source: 'eyfs.info/forums/topic/49845-apprentices-in-ratio',
    evidence: 'trade',
    ...since2014,
  },
  'trainee-one-below': {
    id: 'trainee-one-below',
    title: 'A trainee counts one level below the level of study',
    strength: 'must',
    from: '2024-01-04',
    source: SLOUGH,
    evidence: 'official',
    verified: false,
    reading: 'English is not asked of a trainee who counts at 3 so: none of it is awarded yet.',
  },
  'trainee-course': {
    id: 'trainee-course',
    title: 'What a trainee studies leads to a full and relevant qualification',
    strength: 'should',
    from: '2024-01-04',
    source: 'unsourced',
    evidence: 'none',
    verified: false,
    reading: 'No source says what may be studied. A course that leads to nothing that counts is not taken.',
  },
  'trainee-level-6': {
    id: 'trainee-level-6',
    title: 'A trainee at level 6 or above counts at 3',
    strength: 'should',
    from: '2024-01-04',
    source: 'unsourced',
    evidence: 'none',
    verified: false,
    reading: 'Level 6 is counted by status only, so that one below it is taken to be 3.',
  },
  'trainee-competent': {
    id: 'trainee-competent',
    title: 'The provider is satisfied that a student, apprentice or volunteer is competent and responsible',
    strength: 'must',
    source: `${SLOUGH}; openanursery.co.uk/?p=18664`,
    evidence: 'official',
    ...since2014,
  },
  'trainee-first-aid': {
    id: 'trainee-first-aid',
    title:
      'Students, apprentices and volunteers hold a paediatric first aid certificate to count in the ratios',
    strength: 'must',
    from: '2025-09-01',
    source: EDEN,
    evidence: 'quoted',
    verified: false,
    reading:
      'Without it a student, apprentice or volunteer is not counted at all, whatever they hold; whether they count as unqualified the sources leave open.',
  },
  'trainee-age': {
    id: 'trainee-age',
    title: 'Apprentices count in the ratios from 16, students, volunteers and everybody else from 17',
    strength: 'should',
    source: 'childmindinghelp.co.uk/forum/archive/index.php/t-133926.html',
    evidence: 'quoted',
    reading: 'Said of the framework of 2014; that it still holds has no source.',
    ...since2014,
  },
}))();

/** Whether a rule is in force on a day, an ISO date. */
export function ruleInForce(id: CountingRuleId, on: string): boolean {
  const { from, to } = COUNTING_RULES[id];
  return from <= on && (to === undefined || on <= to);
}
