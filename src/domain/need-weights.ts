import type { Need } from './need.js';
import type { Policy } from './policy.js';
import type { Source } from './source.js';

/*
 * What needs weigh. No schemas here, so that whoever compiles a request needs none.
 */

/** The weight a need has when neither it nor the policy gives one. */
export const DEFAULT_WEIGHTS: Readonly<Record<Source, number>> = {
  statutory: 1,
  'welfare-notice': 1,
  'inspection-action': 1,
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
  aspiration: 1,
};

/** The sources whose needs come before all others when the policy does not say. */
export const DEFAULT_MUST: readonly Source[] = ['statutory', 'welfare-notice', 'inspection-action'];

/** What one holder of the need scores. */
export const weightOf = (need: Need, policy: Policy | undefined): number =>
  need.weight ?? policy?.weights?.[need.source] ?? DEFAULT_WEIGHTS[need.source];

/** Whether the need counts for the first objective. */
export const isMust = (need: Need, policy: Policy | undefined): boolean =>
  (policy?.must ?? DEFAULT_MUST).includes(need.source);
