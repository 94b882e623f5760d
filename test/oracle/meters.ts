import type { RequestInput } from '../../src/domain/request.js';
import { OBJECTIVE_ORDER, type Objectives } from './objectives.js';
import * as page from './page.js';
import type { Booked } from './page.js';

/*
 * Everything of a programme that is a sum over its bookings: all objectives but the scores, the pots, people's time, and
 * limits. What bounds them bounds the programme.
 */

export type SummedObjective = Exclude<keyof Objectives, 'must' | 'weighted'>;
export const SUMMED: readonly SummedObjective[] = OBJECTIVE_ORDER.filter(
  (name) => name !== 'must' && name !== 'weighted',
);

export interface Meter {
  /** The objective that it is, of those that are sums. */
  readonly objective?: SummedObjective;
  /** What a programme without bookings comes to. */
  readonly start: number;
  readonly least: number;
  readonly most: number;
  readonly counts: (booking: Booked) => number;
}

const penceOf = (request: RequestInput, { offer, learners }: Booked): number =>
  page.priceOf(request, offer, learners.length) ?? 0;

/** Without bookings every pair of the baseline is dropped; a booking keeps some of them and adds others. */
function changes(request: RequestInput): Meter {
  const pair = (person: string, item: string): string => JSON.stringify([person, item]);
  const before = new Set(
    request.baseline?.flatMap(({ item, learners }) => learners.map((person) => pair(person, item))),
  );
  const counts = ({ item, learners }: Booked): number =>
    request.baseline === undefined
      ? 0
      : learners.reduce((sum, { id }) => sum + (before.has(pair(id, item.id)) ? -1 : 1), 0);
  return { objective: 'changes', start: before.size, least: -Infinity, most: Infinity, counts };
}

/** The objectives that are sums come first, in their order. */
export function metersOf(request: RequestInput): Meter[] {
  const open = { start: 0, least: -Infinity, most: Infinity };
  const objective = (name: SummedObjective, counts: Meter['counts']): Meter => ({
    ...open,
    objective: name,
    counts,
  });
  const pots = request.funding.map((pot) => ({
    ...open,
    most: pot.pence,
    counts: (booking: Booked): number => (booking.pot === pot ? penceOf(request, booking) : 0),
  }));
  const times = request.staff.flatMap((person) =>
    page.timeRules(request, person).map((rule) => ({
      ...open,
      most: rule.most,
      counts: ({ item, slot, learners }: Booked): number =>
        learners.includes(person) && rule.counts(slot) ? item.minutes : 0,
    })),
  );
  const limits = (request.limits ?? []).flatMap((limit) =>
    page.cellsOf(request, limit).map(({ counts }) => ({
      ...open,
      least: limit.atLeast ?? -Infinity,
      most: limit.atMost ?? Infinity,
      counts,
    })),
  );
  return [
    changes(request),
    objective('pence', (booking) => penceOf(request, booking)),
    objective('release-minutes', ({ item, slot, learners }) =>
      page.inOpenHours(request, slot) ? item.minutes * learners.length : 0,
    ),
    objective('minutes', ({ item, learners }) => item.minutes * learners.length),
    objective(
      'lateness',
      ({ slot, learners }) =>
        page.daysBetween(request.window.from, slot.endsOn ?? slot.startsOn) * learners.length,
    ),
    objective('places', ({ learners }) => learners.length),
    objective('bookings', () => 1),
    ...pots,
    ...times,
    ...limits,
  ];
}
