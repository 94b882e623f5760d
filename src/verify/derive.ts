import { canonicalJson } from '../certificate/canonical-json.js';
import { digestOf } from '../certificate/digest.js';
import type { Adjustment } from '../domain/adjustment.js';
import type { Booking, ObjectiveName, Programme } from '../domain/programme.js';
import { isoDate } from '../internal/calendar.js';
import { compareIds } from '../internal/order.js';
import { type Demand, type Facts, meets, personalPence } from './facts.js';
import type { Refuse } from './refusal.js';

/* From what a programme decides (items, offers, pots, learners) to all that it should say. */

const escaped = (part = ''): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const sum = <T>(list: readonly T[], amount: (entry: T) => number): number =>
  list.reduce((total, entry) => total + amount(entry), 0);

/** A booking with what it names and what that comes to; refused, and `undefined`, if it names what is not there. */
export function lineOf(facts: Facts, booking: Booking, index: number, refuse: Refuse) {
  const { session, term, pot } = booking;
  const item = facts.items.get(booking.item);
  const offer = item?.offers.find(({ id }) => id === booking.offer);
  const learners = booking.learners.flatMap((id) => facts.staff.get(id) ?? []);
  const unknown = (part: 'item' | 'session' | 'term' | 'offer' | 'pot'): void =>
    refuse(`unknown-${part}`, ['bookings', index, part], `There is no ${part} "${booking[part]}".`);
  for (const part of ['session', 'term'] as const) if (booking[part] !== undefined) unknown(part);
  if (pot !== undefined && facts.request.funding.every(({ id }) => id !== pot)) unknown('pot');
  booking.learners.forEach((id, position) => {
    if (!facts.staff.has(id))
      refuse('unknown-learner', ['bookings', index, 'learners', position], `There is no person "${id}".`);
  });
  if (item === undefined) unknown('item');
  else if (offer === undefined) unknown('offer');
  if (item === undefined || offer === undefined) return undefined;
  const { price } = offer;
  const groups = price.kind === 'per-group' ? Math.ceil(learners.length / price.size) : 1;
  const units = personalPence(offer) === undefined ? groups : Math.max(1, learners.length);
  const pence = 'pence' in price ? price.pence * units : 0;
  const listPence = offer.listPence === undefined ? pence : offer.listPence * units;
  const id = [item.id, session ?? term, offer.id, pot].map(escaped).join('/');
  return { id, item, offer, pot, learners, starts: facts.opens, units, pence, listPence };
}
export type Line = NonNullable<ReturnType<typeof lineOf>>;

/** Every need under these bookings. Of several that meet it for a person the earliest counts, then by id. */
export function coveredBy({ demands }: Facts, lines: readonly Line[]) {
  const inOrder = [...lines].sort((a, b) => a.starts - b.starts || compareIds(a.id, b.id));
  return demands.map((demand) => {
    const metBy = new Map<string, Line>();
    for (const line of inOrder.filter(({ item, starts }) => meets(item, starts, demand)))
      for (const { id } of line.learners) if (demand.lacking.has(id) && !metBy.has(id)) metBy.set(id, line);
    /** Those it selects who still do not hold it. */
    const without = [...demand.lacking.values()].filter(({ id }) => !metBy.has(id));
    const shortBy = Math.max(0, demand.target - demand.holders.length - metBy.size);
    return { demand, metBy, without, shortBy, score: demand.weight * (demand.target - shortBy) };
  });
}
export type Covered = ReturnType<typeof coveredBy>[number];

function bookingOf({ demands, closes }: Facts, { id, item, learners, starts, units, pence }: Line) {
  const serves = (demand: Demand): boolean =>
    meets(item, starts, demand) && learners.some((person) => demand.lacking.has(person.id));
  const tests = demands.filter(serves).map(({ testedOn }) => testedOn);
  const completeBy = isoDate(tests.reduce((a, b) => Math.min(a, b), closes));
  return { id, units, pence, minutes: item.minutes * learners.length, startsOn: isoDate(starts), completeBy };
}

function coverageOf({ demand: { need, target, holders, overdue }, metBy, shortBy }: Covered) {
  const met = [...metBy].map(([staff, { id }]) => ({ staff, booking: id }));
  met.sort((a, b) => compareIds(a.staff, b.staff));
  return { need: need.id, target, alreadyMet: holders, metBy: met, shortBy, ...(overdue ? { overdue } : {}) };
}

function totalsOf({ request, staff }: Facts, lines: readonly Line[]) {
  const byPot = new Map<string, number>(request.funding.map(({ id }) => [id, 0]));
  const byLearner = new Map([...staff.keys()].map((id) => [id, { pence: 0, minutes: 0, releaseMinutes: 0 }]));
  for (const { item, offer, pot, learners, pence } of lines) {
    if (pot !== undefined) byPot.set(pot, (byPot.get(pot) ?? 0) + pence);
    for (const share of learners.flatMap(({ id }) => byLearner.get(id) ?? [])) {
      share.pence += personalPence(offer) ?? 0;
      share.minutes += item.minutes;
    }
  }
  const [pence, listPence] = [sum(lines, (line) => line.pence), sum(lines, (line) => line.listPence)];
  return {
    pence,
    listPence,
    savedPence: listPence - pence,
    byPot: Object.fromEntries(byPot),
    byTerm: {},
    minutes: sum(lines, ({ item, learners }) => item.minutes * learners.length),
    releaseMinutes: 0,
    byLearner: Object.fromEntries(byLearner),
  };
}

/** All that the programme should say. Its builder's word, the bounds and reasons of gaps, is taken over. */
export function derive(
  facts: Facts,
  lines: readonly Line[],
  covered: readonly Covered[],
  claimed: Programme,
) {
  const totals = totalsOf(facts, lines);
  const scoreOf = (must: boolean): number =>
    sum(covered, (need) => (need.demand.must === must ? need.score : 0));
  const values: [ObjectiveName, number][] = [
    ['must', scoreOf(true)],
    ['weighted', scoreOf(false)],
    ['pence', totals.pence],
    ['release-minutes', totals.releaseMinutes],
    ['minutes', totals.minutes],
    ['lateness', sum(lines, ({ starts, learners }) => (starts - facts.opens) * learners.length)],
  ];
  const inOrder = ({ staff, ...rest }: Adjustment): Adjustment =>
    staff === undefined ? rest : { ...rest, staff: [...staff].sort(compareIds) };
  const adjustments = (facts.request.adjustments ?? []).map(inOrder);
  return {
    ...claimed,
    requestDigest: digestOf(facts.request),
    objectives: values.map(([name, value], i) => ({ name, value, bound: claimed.objectives[i]?.bound })),
    bookings: lines.map((line, i) => ({ ...claimed.bookings[i], ...bookingOf(facts, line) })),
    coverage: covered.map((need, i) => ({ ...coverageOf(need), unmet: claimed.coverage[i]?.unmet ?? [] })),
    totals,
    adjustments: adjustments.sort((a, b) => compareIds(canonicalJson(a), canonicalJson(b))),
  };
}
export type Derived = ReturnType<typeof derive>;
