import type { Derived, Line } from './derive.js';
import { type Facts, adjusted, fits, lacks, teaches } from './facts.js';
import type { Path, RefusalCode, Refuse } from './refusal.js';

/* What is allowed: who may be booked on what, on whose money and in whose time. */

/** Each learner, by the item's audience, the bans, what they need, and what the offer requires. */
export function checkLearners({ request, demands }: Facts, line: Line, index: number, refuse: Refuse): void {
  const { item, offer, learners } = line;
  const taught = demands.filter((demand) => teaches(item, demand));
  const at = ['bookings', index];
  if (learners.length === 0) refuse('no-learners', [...at, 'learners'], 'Nobody is booked on it.');
  learners.forEach((person, position) => {
    const { id } = person;
    const unless = (holds: boolean, code: RefusalCode, message: string): void => {
      if (!holds) refuse(code, [...at, 'learners', position], `"${id}" ${message}.`);
    };
    const missing = lacks(offer, request, person);
    const needed = taught.some(({ lacking }) => lacking.has(id)) || adjusted(request, 'pin', item, person);
    unless((learners[position - 1]?.id ?? id) <= id, 'learner-order', 'stands after a greater id');
    unless(fits(item, person, request), 'audience', 'is not among those whom the item is for');
    unless(!adjusted(request, 'ban', item, person), 'banned', 'may not be booked on the item');
    unless(needed, 'not-needed', 'is not pinned to the item and lacks nothing that it teaches');
    unless(missing.length === 0, 'entitlement', `cannot have this offer for want of: ${missing.join(', ')}`);
  });
}

/** The order of bookings, nobody twice on an item, and every pin. */
export function checkTogether({ adjustments }: Derived, lines: readonly Line[], refuse: Refuse): void {
  const ids = new Set<string>();
  const booked = new Map<string, Set<string>>();
  lines.forEach(({ id, item, learners }, index) => {
    const at = ['bookings', index];
    const people = booked.get(item.id) ?? new Set();
    if (ids.has(id)) refuse('duplicate-booking', at, `There are several bookings "${id}".`);
    else if (id < (lines[index - 1]?.id ?? id)) refuse('booking-order', at, 'It stands after a greater id.');
    learners.forEach((person, position) => {
      if (people.has(person.id))
        refuse('booked-twice', [...at, 'learners', position], `"${person.id}" is on the item already.`);
      people.add(person.id);
    });
    ids.add(id);
    booked.set(item.id, people);
  });
  adjustments.forEach(({ kind, item, staff }, index) => {
    const people = booked.get(item);
    const kept = staff?.every((id) => people?.has(id)) ?? people !== undefined;
    if (kind === 'pin' && !kept)
      refuse('pin-unmet', ['adjustments', index], `"${item}" is not booked as pinned.`);
  });
}

/** What costs has a pot, no pot pays more than it holds, and nobody gives more time than they have. */
export function checkMeans({ request }: Facts, lines: readonly Line[], due: Derived, refuse: Refuse): void {
  lines.forEach(({ pence, pot }, index) => {
    const at = ['bookings', index];
    if (pence > 0 && pot === undefined) refuse('no-pot', at, 'It costs money and names no pot.');
    if (pence === 0 && pot !== undefined) refuse('needless-pot', [...at, 'pot'], 'It costs nothing.');
  });
  const most = (limit: number, amount: number | undefined, code: RefusalCode, ...at: Path): void => {
    if (amount !== undefined && amount > limit)
      refuse(code, ['totals', ...at], `This may be at most ${limit}.`);
  };
  for (const { id, pence } of request.funding)
    most(pence, due.totals.byPot[id], 'pot-overspent', 'byPot', id);
  for (const { id, time: { releaseMinutes = Infinity, ownMinutes = Infinity } = {} } of request.staff)
    most(releaseMinutes + ownMinutes, due.totals.byLearner[id]?.minutes, 'time', 'byLearner', id, 'minutes');
}

/** Optimal: every objective is proved. Bounded: there are bounds up to the first that is not. */
export function checkBounds({ status, objectives }: Derived, refuse: Refuse): void {
  let proved = true;
  objectives.forEach(({ name, value, bound = value }, index) => {
    const isScore = name === 'must' || name === 'weighted';
    const reached = bound === null || (isScore ? bound >= value : bound <= value);
    const sound = status === 'optimal' ? bound === value : proved ? reached : bound === null;
    if (!sound)
      refuse(
        'bound',
        ['objectives', index, 'bound'],
        `This can't be ${bound} in a programme that is ${status}.`,
      );
    proved &&= bound === value;
  });
}
