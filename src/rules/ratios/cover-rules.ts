import type { ProviderKind } from '../../domain/setting.js';
import type { Rule } from '../rulebook.js';

/*
 * What has to hold of those who stay with the children, beside the figures of ratio-rules.ts. Nobody has yet checked a
 * rule against the published text, so none is `verified`.
 */

const NEU = 'neu.org.uk/latest/library/implementing-effective-ratios-early-years-settings-checklist';
const CAMBRIDGESHIRE = 'cambslearntogether.co.uk/cecqc/application-process';
const NORFOLK =
  'norfolk.gov.uk/children-and-families/childcare-and-early-learning/childcare-advice-and-guidance/types-of-childcare/day-nurseries';
const UNDER_5 =
  'under5.eyalliance.org.uk/domains/under5.eyalliance.org.uk/articles/under-5-experience-based-route-to-level-3-feb-25';
const PERITIA = 'peritiatraining.co.uk/blog/eyfs-and-first-aid';
const JMS = 'jmsfirstaid.com/requirements-for-first-aid-in-early-years';
const EDEN_RATIOS = 'eden-ts.com/education/understanding-early-years-ratios-the-staff-to-child-ratio';

/** What a breach, or a note on cover, is about. */
export type CoverRuleId =
  'heads' | 'level-2-half' | 'level-3' | 'experience-half' | 'level-6' | 'first-aid' | 'two-adults';

/** A rule that those who stay with the children have to keep. */
export interface CoverRule {
  readonly id: CoverRuleId;
  readonly providerKinds: readonly ProviderKind[];
  /** The rule, paraphrased. */
  readonly title: string;
  readonly strength: Rule['strength'];
  /** First day in force, an ISO date. */
  readonly effectiveFrom: string;
  /** Addresses, without `https://www.`, that say so; `unsourced` when none does. */
  readonly source: string;
  readonly evidence: Rule['evidence'];
  /** Whether a person has checked the rule against the statutory text itself. */
  readonly verified: boolean;
}

const GROUP = ['group', 'school'] as const;
const FIRST_DAY = '2014-09-01';

/**
 * The rules that cover is derived from.
 * @example
 * COVER_RULES.filter(({ verified }) => verified); // => []
 */
export const COVER_RULES: readonly CoverRule[] = [
  {
    id: 'heads',
    providerKinds: ['group', 'school', 'childminder'],
    title:
      'Enough of those who count are there for the children of each age, for the setting and not each room',
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: `${NEU}; ${EDEN_RATIOS}`,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'heads',
    providerKinds: ['out-of-school'],
    title: 'Enough of those who count are there, by the figures that the setting itself gives',
    strength: 'good-practice',
    effectiveFrom: FIRST_DAY,
    source: 'unsourced',
    evidence: 'none',
    verified: false,
  },
  {
    id: 'level-2-half',
    providerKinds: GROUP,
    title: 'Half of all other staff, rounded up, count at level 2',
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: `${NEU}; ${CAMBRIDGESHIRE}`,
    evidence: 'official',
    verified: false,
  },
  {
    id: 'level-3',
    providerKinds: GROUP,
    title: 'For the children of each age somebody counts at level 3, and two with one to thirteen',
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: `${NEU}; ${NORFOLK}`,
    evidence: 'official',
    verified: false,
  },
  {
    id: 'experience-half',
    providerKinds: GROUP,
    title: 'No more than half of those who count at level 3 do so by the experience-based route',
    strength: 'must',
    effectiveFrom: '2025-09-01',
    source: UNDER_5,
    evidence: 'trade',
    verified: false,
  },
  {
    id: 'level-6',
    providerKinds: GROUP,
    title: 'With one to thirteen somebody who counts at level 6 works with the children',
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: NORFOLK,
    evidence: 'official',
    verified: false,
  },
  {
    id: 'first-aid',
    providerKinds: GROUP,
    title:
      'Somebody with a current full paediatric first aid certificate is on the premises, and on each outing',
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: PERITIA,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'first-aid',
    providerKinds: ['childminder'],
    title: 'Whoever is in sole charge holds a current full paediatric first aid certificate',
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: JMS,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: 'first-aid',
    providerKinds: ['out-of-school'],
    title:
      'Somebody with a current paediatric first aid certificate, full or emergency, is there, and on each outing',
    strength: 'good-practice',
    effectiveFrom: FIRST_DAY,
    source: 'unsourced',
    evidence: 'none',
    verified: false,
  },
  {
    id: 'two-adults',
    providerKinds: GROUP,
    title: 'At least two adults are there',
    strength: 'good-practice',
    effectiveFrom: FIRST_DAY,
    source: 'unsourced',
    evidence: 'none',
    verified: false,
  },
];

/** The rule of a name for a kind of provider; `undefined` where there is none. */
export const coverRule = (id: CoverRuleId, providerKind: ProviderKind): CoverRule | undefined =>
  COVER_RULES.find((rule) => rule.id === id && rule.providerKinds.includes(providerKind));
