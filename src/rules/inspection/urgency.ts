import type { NeedInput } from '../needs-from-rules.js';
import { DEFAULT_WEIGHTS } from '../../domain/need-weights.js';
import type { Policy } from '../../domain/policy.js';
import type { Finding } from '../../domain/questionnaire.js';
import type { Source } from '../../domain/source.js';
import { LIMITS } from '../../domain/units.js';

/** What a report or a self-evaluation can ask for, most pressing first. The order is the library's own proposal. */
export const URGENCIES = [
  'welfare-notice',
  'safeguarding-not-met',
  'action',
  'urgent-improvement',
  'needs-attention',
  'recommendation',
  'self-evaluation',
  'aspiration',
] as const;
export type Urgency = (typeof URGENCIES)[number];

/** A need's source, and how often, in quarters, it counts the weight of that source. */
interface Weighing {
  readonly source: Source;
  readonly quarters: number;
}

const WEIGHINGS: Readonly<Record<Urgency, Weighing>> = {
  'welfare-notice': { source: 'welfare-notice', quarters: 8 },
  // no notice was served by the judgement alone, so the need does not say that one was
  'safeguarding-not-met': { source: 'inspection-action', quarters: 8 },
  action: { source: 'inspection-action', quarters: 4 },
  // no source says that a grade is a breach by itself, so it is no must: what is one stands under the actions
  'urgent-improvement': { source: 'inspection-recommendation', quarters: 8 },
  'needs-attention': { source: 'inspection-recommendation', quarters: 6 },
  recommendation: { source: 'inspection-recommendation', quarters: 4 },
  'self-evaluation': { source: 'self-evaluation', quarters: 4 },
  aspiration: { source: 'aspiration', quarters: 4 },
};

/** How it is weighed; what is spread over the areas of a head counts half in each. */
export function weighingOf(urgency: Urgency, spread: boolean): Weighing {
  const { source, quarters } = WEIGHINGS[urgency];
  return { source, quarters: spread ? quarters / 2 : quarters };
}

/** The weight of a need, where that is not its source's own: so many quarters of it, rounded up. */
export function weightIn(policy: Policy | undefined, { source, quarters }: Weighing): number | undefined {
  const own = policy?.weights?.[source] ?? DEFAULT_WEIGHTS[source];
  const most = own * quarters + 3;
  const weight = Math.min((most - (most % 4)) / 4, LIMITS.weight);
  return weight === own ? undefined : weight;
}

/** The importance that comes nearest in a questionnaire, where high, medium and low are 6, 4 and 2 quarters. */
export function importanceOf({ quarters }: Weighing): Finding['importance'] {
  if (quarters === 4) return undefined;
  return quarters > 4 ? 'high' : 'low';
}

/** Whether the setting itself says so, and not the report. */
export const isOwn = (urgency: Urgency): boolean => urgency === 'self-evaluation' || urgency === 'aspiration';

/** Where it stands among what is asked for: the most pressing is 0. */
export const rankOf = (urgency: Urgency): number => URGENCIES.indexOf(urgency);

/** Something asked of an area by a report, before it is a need. */
export interface Ask {
  readonly urgency: Urgency;
  /** Whether only a head was named, and this is one of the areas that it stands for. */
  readonly spread: boolean;
  readonly area: string;
  readonly who: NeedInput['who'];
  /** How many of them; everybody by default. */
  readonly count?: NeedInput['count'] | undefined;
  readonly depth?: NeedInput['depth'] | undefined;
  readonly by?: string | undefined;
  /** The report's words, for people to read. */
  readonly words: string;
}
