import { canonicalJson } from '../certificate/canonical-json.js';
import { digestOf } from '../certificate/digest.js';
import type { Adjustment } from '../domain/adjustment.js';
import type { Booking } from '../domain/booking.js';
import type { ObjectiveName, Programme } from '../domain/programme.js';
import { isoDate } from '../internal/calendar.js';
import { compareIds } from '../internal/order.js';
import { type Demand, type Facts, meets } from './facts.js';
import { costOf, ownPence } from './price.js';
import type { Refuse } from './refusal.js';

/* From what a programme decides (items, slots, offers, pots, learners) to all that it should say. */

const escaped = (part = ''): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const sum = <T>(list: readonly T[], amount: (entry: T) => number): number =>
  list.reduce((total, entry) => total + amount(entry), 0);

/** A booking with what it names and what that comes to; refused, and `undefined`, if it names what is not there. */
export function lineOf(facts: Facts, booking: Booking, index: number, refuse: Refuse) {
  const item = facts.items.get(booking.item);
  const offer = item?.offers.find(({ id }) => id === booking.offer);
  const slots = item === undefined ? [] : facts.slotsOf(item);
  const ofSession = slots.filter(({ session }) => session === booking.session);
  const slot = ofSession.find(({ named }) => named === booking.term);
  const pot = booking.pot === undefined ? undefined : facts.pots.get(booking.pot);
  const learners = booking.learners.flatMap((id) => facts.staff.get(id) ?? []);
  const unless = (found: boolean, part: 'item' | 'session' | 'term' | 'offer' | 'pot'): void => {
    const wrong = booking[part] === undefined ? `This needs a ${part}.` : `There is no such ${part} here.`;
    if (!found) refuse(`unknown-${part}`, ['bookings', index, part], wrong);
  };
  unless(booking.pot === undefined || pot !== undefined, 'pot');
  booking.learners.forEach((id, position) => {
    if (!facts.staff.has(id))
      refuse('unknown-learner', ['bookings', index, 'learners', position], `There is no person "${id}".`);
  });
  unless(item !== undefined, 'item');
  unless(item === undefined || ofSession.length > 0, 'session');
  unless(ofSession.length === 0 || slot !== undefined, 'term');
  unless(item === undefined || offer !== undefined, 'offer');
  if (item === undefined || offer === undefined || slot === undefined) return undefined;
  const { units, pence } = costOf(offer, learners.length, facts.people.length);
  const listPence = offer.listPence === undefined ? pence : offer.listPence * units;
  const id = [item.id, booking.session ?? booking.term, offer.id, pot?.id].map(escaped).join('/');
  return { index, id, item, offer, slot, pot, learners, units, pence, listPence };
}
export type Line = NonNullable<ReturnType<typeof lineOf>>;

/** Time out while children are present. */
export const releaseMinutes = ({ item, slot }: Line): number => (slot.isOpen ? item.minutes : 0);

/** Every need under these bookings. Of several that meet it for a person the earliest counts, then by id. */
export function coveredBy({ demands, demandsOf }: Facts, lines: readonly Line[]) {
  const inOrder = [...lines].sort((a, b) => a.slot.starts - b.slot.starts || compareIds(a.id, b.id));
  const metBy = new Map(demands.map((demand) => [demand, new Map<string, Line>()]));
  for (const line of inOrder)
    for (const demand of demandsOf(line.item)) {
      const met = metBy.get(demand);
      if (met === undefined || !meets(line.item, line.slot.finishes, demand)) continue;
      for (const { id } of line.learners) if (demand.lacking.has(id) && !met.has(id)) met.set(id, line);
    }
  return demands.map((demand) => {
    const met: ReadonlyMap<string, Line> = metBy.get(demand) ?? new Map();
    const shortBy = Math.max(0, demand.target - demand.holders.length - met.size);
    return { demand, metBy: met, shortBy, score: demand.weight * (demand.target - shortBy) };
  });
}
export type Covered = ReturnType<typeof coveredBy>[number];

function bookingOf({ demandsOf }: Facts, { id, item, slot, learners, units, pence }: Line) {
  const serves = (demand: Demand): boolean =>
    meets(item, slot.finishes, demand) && learners.some((person) => demand.lacking.has(person.id));
  const tests =
    slot.span === undefined
      ? demandsOf(item)
          .filter(serves)
          .map(({ testedOn }) => testedOn)
      : [];
  const completeBy = isoDate(tests.reduce((a, b) => Math.min(a, b), slot.lasts));
  const startsOn = isoDate(slot.starts);
  return { id, units, pence, minutes: item.minutes * learners.length, startsOn, completeBy };
}

function coverageOf({ demand: { need, target, holders, overdue }, metBy, shortBy }: Covered) {
  const met = [...metBy].map(([staff, { id }]) => ({ staff, booking: id }));
  met.sort((a, b) => compareIds(a.staff, b.staff));
  return { need: need.id, target, alreadyMet: holders, metBy: met, shortBy, ...(overdue ? { overdue } : {}) };
}

function totalsOf({ request, people }: Facts, lines: readonly Line[]) {
  const none = () => ({ pence: 0, minutes: 0, releaseMinutes: 0 });
  const byPot = new Map<string, number>(request.funding.map(({ id }) => [id, 0]));
  const byTerm = new Map<string, ReturnType<typeof none>>(
    (request.terms ?? []).map(({ id }) => [id, none()]),
  );
  const byLearner = new Map<string, ReturnType<typeof none>>(people.map(({ id }) => [id, none()]));
  for (const line of lines) {
    const { item, offer, pot, slot, learners, pence } = line;
    if (pot !== undefined) byPot.set(pot.id, (byPot.get(pot.id) ?? 0) + pence);
    const add = (share: ReturnType<typeof none> | undefined, paid: number, times: number): void => {
      if (share === undefined) return;
      share.pence += paid;
      share.minutes += item.minutes * times;
      share.releaseMinutes += releaseMinutes(line) * times;
    };
    add(byTerm.get(slot.term?.id ?? ''), pence, learners.length);
    for (const { id } of learners) add(byLearner.get(id), ownPence(offer), 1);
  }
  const [pence, listPence] = [sum(lines, (line) => line.pence), sum(lines, (line) => line.listPence)];
  return {
    pence,
    listPence,
    savedPence: listPence - pence,
    byPot: Object.fromEntries(byPot),
    byTerm: Object.fromEntries(byTerm),
    minutes: sum(lines, ({ item, learners }) => item.minutes * learners.length),
    releaseMinutes: sum(lines, (line) => releaseMinutes(line) * line.learners.length),
    byLearner: Object.fromEntries(byLearner),
  };
}

/** The pairs of person and item that are in one of two programmes and not in the other. */
function changesBetween(one: readonly Pick<Booking, 'item' | 'learners'>[], other: typeof one): number {
  const [these, those] = [one, other].map(
    (list) => new Set(list.flatMap(({ item, learners }) => learners.map((id) => JSON.stringify([item, id])))),
  );
  const both = [...(these ?? [])].filter((pair) => those?.has(pair));
  return (these?.size ?? 0) + (those?.size ?? 0) - 2 * both.length;
}

/** All that the programme should say. Its builder's word, the bounds and reasons of gaps, is taken over. */
export function derive(
  facts: Facts,
  lines: readonly Line[],
  covered: readonly Covered[],
  claimed: Programme,
) {
  const { adjustments = [], baseline } = facts.request;
  const totals = totalsOf(facts, lines);
  const scoreOf = (must: boolean): number =>
    sum(covered, (need) => (need.demand.must === must ? need.score : 0));
  const values: [ObjectiveName, number | undefined][] = [
    ['must', scoreOf(true)],
    ['weighted', scoreOf(false)],
    ['changes', baseline && changesBetween(baseline, claimed.bookings)],
    ['pence', totals.pence],
    ['release-minutes', totals.releaseMinutes],
    ['minutes', totals.minutes],
    ['lateness', sum(lines, ({ slot, learners }) => (slot.finishes - facts.opens) * learners.length)],
  ];
  const objectives = values
    .flatMap(([name, value]) => (value === undefined ? [] : { name, value }))
    .map((objective, i) => ({ ...objective, bound: claimed.objectives[i]?.bound }));
  const inOrder = ({ staff, ...rest }: Adjustment): Adjustment =>
    staff === undefined ? rest : { ...rest, staff: [...staff].sort(compareIds) };
  return {
    ...claimed,
    requestDigest: digestOf(facts.request),
    objectives,
    bookings: lines.map((line, i) => ({ ...claimed.bookings[i], ...bookingOf(facts, line) })),
    coverage: covered.map((need, i) => ({ ...coverageOf(need), unmet: claimed.coverage[i]?.unmet ?? [] })),
    totals,
    adjustments: adjustments.map(inOrder).sort((a, b) => compareIds(canonicalJson(a), canonicalJson(b))),
  };
}
export type Derived = ReturnType<typeof derive>;
