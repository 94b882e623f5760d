import type { AgeBand } from '../../domain/selector.js';
import { isDate } from '../../internal/calendar.js';
import type { ProviderKind } from '../../domain/setting.js';
import type { Rule } from '../rulebook.js';

/*
 * How many children one member of staff may look after, by date. Nobody has yet checked a figure against the published
 * text, so none is `verified`. Where the sources disagree, and what is left out, is in docs/rules/ratios.md.
 */

const NEU = 'neu.org.uk/latest/library/implementing-effective-ratios-early-years-settings-checklist';
const CRONERI = 'app.croneri.co.uk/feature-articles/what-changes-eyfs-mean-providers-september-2023';
const DEVON = 'devon.gov.uk/eycs/government-updates-71';
const NORFOLK =
  'norfolk.gov.uk/children-and-families/childcare-and-early-learning/childcare-advice-and-guidance/types-of-childcare/day-nurseries';
const FORUM = 'eyfs.info/forums/topic/33149-starting-a-setting/page/2';
const PACEY = 'pacey.org.uk/childminder-ratios';

/** How many children of some ages one member of staff may look after, and who has to be among the staff. */
export interface RatioRule {
  readonly id: string;
  /** The rule, paraphrased. */
  readonly title: string;
  readonly providerKinds: readonly ProviderKind[];
  /** The ages it speaks of; the children of all of them together. */
  readonly bands: readonly AgeBand[];
  /** The most children to one member of staff, 1 or more; without it, no figure is stated. */
  readonly children?: number | undefined;
  /** How many of the staff with these children count at level 6: 0 or 1. */
  readonly level6: number;
  /** How many count at level 3 or above, those at level 6 among them: 0 to 2. */
  readonly level3: number;
  /** Whether half of the others, rounded up, count at level 2 or above. */
  readonly half: boolean;
  readonly strength: Rule['strength'];
  /** First and last day in force, both ISO dates; without `effectiveTo`, until today. */
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | undefined;
  /** Addresses, without `https://www.`, that say so; `unsourced` when none does: such a figure never decides anything. */
  readonly source: string;
  readonly evidence: Rule['evidence'];
  /** Whether a person has checked the figure against the statutory text itself. */
  readonly verified: boolean;
}

const GROUP = ['group', 'school'] as const;
const FIRST_DAY = '2014-09-01';
const withLevel3 = { level6: 0, level3: 1, half: true } as const;
const noLevels = { level6: 0, level3: 0, half: false } as const;

/**
 * The figures that are known, in the order of ages and dates.
 * @example
 * RATIO_RULES.find(({ id }) => id === 'under-2')?.children; // => 3
 */
export const RATIO_RULES: readonly RatioRule[] = /* @__PURE__ */ (() => [
  {
    id: 'under-2',
    title: 'Under two: one to three, one of the staff at level 3, half of the others at level 2',
    providerKinds: GROUP,
    bands: ['under-2'],
    children: 3,
    ...withLevel3,
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: NEU,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: '2-until-2023',
    title: 'Two: one to four, one of the staff at level 3, half of the others at level 2',
    providerKinds: GROUP,
    bands: ['2'],
    children: 4,
    ...withLevel3,
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    effectiveTo: '2023-09-03',
    source: CRONERI,
    evidence: 'quoted',
    verified: false,
  },
  {
    id: '2-since-2023',
    title: 'Two: one to five, one of the staff at level 3, half of the others at level 2',
    providerKinds: GROUP,
    bands: ['2'],
    children: 5,
    ...withLevel3,
    strength: 'must',
    effectiveFrom: '2023-09-04',
    source: `${CRONERI}; ${DEVON}`,
    evidence: 'official',
    verified: false,
  },
  {
    id: '3-plus',
    title: 'Three and over: one to eight, one of the staff at level 3, half of the others at level 2',
    providerKinds: GROUP,
    bands: ['3-plus'],
    children: 8,
    ...withLevel3,
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: NORFOLK,
    evidence: 'official',
    verified: false,
  },
  {
    id: '3-plus-level-6',
    title: 'Three and over: one to thirteen, with one at level 6 and another at level 3',
    providerKinds: GROUP,
    bands: ['3-plus'],
    children: 13,
    level6: 1,
    level3: 2,
    half: true,
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: `${NORFOLK}; ${FORUM}`,
    evidence: 'official',
    verified: false,
  },
  {
    id: '3-plus-maintained',
    title: 'Three and over in a maintained nursery class or school: one to thirteen with a teacher',
    providerKinds: ['school'],
    bands: ['3-plus'],
    children: 13,
    level6: 1,
    level3: 2,
    half: true,
    strength: 'good-practice',
    effectiveFrom: FIRST_DAY,
    source: 'unsourced',
    evidence: 'none',
    verified: false,
  },
  {
    id: 'school-age',
    title: 'School age: enough staff; the sources state no figure',
    providerKinds: ['group', 'school', 'out-of-school'],
    bands: ['school-age'],
    ...noLevels,
    strength: 'good-practice',
    effectiveFrom: FIRST_DAY,
    source: 'unsourced',
    evidence: 'none',
    verified: false,
  },
  {
    id: 'cm-under-8',
    title: 'Childminders: no more than six children under eight to each adult',
    providerKinds: ['childminder'],
    bands: ['under-2', '2', '3-plus', 'school-age'],
    children: 6,
    ...noLevels,
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: PACEY,
    evidence: 'trade',
    verified: false,
  },
  {
    id: 'cm-young',
    title: 'Childminders: of these, no more than three young children, with exceptions',
    providerKinds: ['childminder'],
    bands: ['under-2', '2', '3-plus'],
    children: 3,
    ...noLevels,
    strength: 'must',
    effectiveFrom: FIRST_DAY,
    source: `${PACEY}; ${DEVON}`,
    evidence: 'official',
    verified: false,
  },
])();

/**
 * The ratio rules in force on a day for a kind of provider, in the order of `RATIO_RULES`; none before 1 September 2014.
 * A day that is not an ISO date has none.
 * @example
 * const figures = (on: string) => ratioRulesOn(on, 'group').map(({ children }) => children);
 * figures('2023-09-03'); // => [3, 4, 8, 13, undefined]
 * figures('2023-09-04'); // => [3, 5, 8, 13, undefined]
 */
export const ratioRulesOn = (on: string, providerKind: ProviderKind): readonly RatioRule[] =>
  isDate(on)
    ? RATIO_RULES.filter(
        ({ providerKinds, effectiveFrom, effectiveTo }) =>
          providerKinds.includes(providerKind) &&
          effectiveFrom <= on &&
          (effectiveTo === undefined || on <= effectiveTo),
      )
    : [];
