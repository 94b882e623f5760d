import { Building } from './building.js';
import type { BuildOptions, BuildResult } from './domain/outcome.js';
import type { RequestInput } from './domain/request.js';
import { checkOptions } from './intake/check-options.js';
import { checkRequest } from './intake/check-request.js';

/**
 * Builds the best training programme that the request allows: as many must-needs met as can be, then as much of the
 * others, for as little money, then time, as that takes. The same request gives the same answer, whatever the order of
 * its lists and keys, on every machine.
 *
 * Match the result's `status`:
 * - `optimal`: a `programme`, and no programme is better on the ordered objectives;
 * - `bounded`: a legal `programme`, the best found before `options.effort` was spent; its `objectives` say how much better
 *   one could be;
 * - `infeasible`: pins and bans contradict each other or what is given; `conflict` is a minimal set of them;
 * - `undecided`: the effort was spent before any legal programme was found;
 * - `invalid`: the request or the options cannot be used; `issues` lists all that is wrong, with paths.
 *
 * It throws on no data, alters nothing it is given, and reads no clock. `options.effort` is counted in work units of about
 * a thousand elementary operations, 1 or more; 5,000,000 by default. `options.guide`, such as that of `smartpd/highs`, may
 * propose programmes on the way; what is decided is decided without it.
 *
 * @example
 * const result = buildProgramme({
 *   asOf: '2026-09-01',
 *   window: { from: '2026-09-01', to: '2027-07-31' },
 *   setting: { id: 'little-acorns', providerKind: 'group' },
 *   staff: [{ id: 'ana', roles: ['practitioner'] }],
 *   needs: [{ id: 'prevent', area: 'prevent-duty', depth: 1, who: {}, count: 'everyone', source: 'statutory' }],
 *   catalogue: { id: 'fictional', asOf: '2026-09-01', items: [] },
 *   funding: [{ id: 'budget', pence: 50_000 }],
 * });
 * result.status; // => 'optimal'
 */
export function buildProgramme(request: RequestInput, options?: BuildOptions): BuildResult {
  const chosen = checkOptions(options);
  if (chosen.status === 'invalid') return chosen;
  const checked = checkRequest(request);
  if (checked.status === 'invalid') return checked;
  return new Building(checked.request, chosen.effort, chosen.guide).finish();
}
