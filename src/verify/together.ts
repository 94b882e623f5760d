import { groupBy } from '../internal/lookup.js';
import { compareIds } from '../internal/order.js';
import { overlap } from '../internal/stretch.js';
import type { Booked } from './allowed.js';
import { type Derived, type Line, releaseMinutes } from './derive.js';
import type { Facts } from './facts.js';
import { type Item, type Person, fits, isPurchase, selectorOf } from './people.js';
import { ownPence } from './price.js';
import type { Path, Refuse } from './refusal.js';
import { isDuring, stretchOf } from './when.js';

type Limit = NonNullable<Facts['request']['limits']>[number];

/* What bookings may come to together: for an item, a session, a person, a pot, a period, a limit. */

/** Bookings told once and in order; nobody twice on an item; whole teams whole; no more on it than there is room. */
export function checkItems(facts: Facts, lines: readonly Line[], refuse: Refuse): void {
  const ids = new Set<string>();
  for (const { id, index } of lines) {
    const at = ['bookings', index];
    if (ids.has(id)) refuse('duplicate-booking', at, `There are several bookings "${id}".`);
    else if (id < (lines[index - 1]?.id ?? id)) refuse('booking-order', at, 'It stands after a greater id.');
    ids.add(id);
  }
  for (const booked of groupBy(lines, ({ item }) => item.id).values()) {
    const on = new Set<string>();
    const taken = new Map<string | undefined, number>();
    for (const { index, item, slot, learners } of booked) {
      const inSession = (taken.get(slot.session) ?? 0) + learners.length;
      const at: Path = ['bookings', index, 'learners'];
      taken.set(slot.session, inSession);
      learners.forEach(({ id }, position) => {
        if (on.has(id)) refuse('booked-twice', [...at, position], `"${id}" is on the item already.`);
        on.add(id);
      });
      if (inSession > slot.places) refuse('places', at, `The session has ${slot.places} places.`);
      if (on.size > (item.learners?.perSetting ?? Infinity))
        refuse('learners', at, 'So many of the setting cannot be on the item.');
      if (isPurchase(item) && index !== booked[0]?.index)
        refuse('purchase', ['bookings', index], 'It is bought once.');
    }
    const [{ item, index } = { item: undefined, index: 0 }] = booked;
    if (item?.participation !== 'whole-team' || on.size === 0) continue;
    const missing = facts.people.filter((person) => fits(item, person, facts.request) && !on.has(person.id));
    if (missing.length > 0)
      refuse('whole-team', ['bookings', index], `It is for all or nobody: "${missing[0]?.id}" is not on it.`);
  }
}

/** Nobody in two sessions at once, nor longer in training than there is time for, in the window and in each term. */
export function checkPeople(facts: Facts, { byPerson }: Booked, refuse: Refuse): void {
  for (const { id, time } of facts.people) {
    const own = [...(byPerson.get(id)?.values() ?? [])];
    const blocks = own.flatMap((line) => line.slot.blocks.map((block) => ({ line, ...block })));
    blocks.sort((a, b) => a.starts - b.starts || a.line.index - b.line.index);
    let latest = blocks[0];
    for (const block of blocks) {
      if (latest !== undefined && latest.line !== block.line && overlap(latest, block)) {
        const position = block.line.learners.findIndex((learner) => learner.id === id);
        refuse('clash', ['bookings', block.line.index, 'learners', position], `"${id}" is elsewhere then.`);
      }
      if (block.ends > (latest?.ends ?? 0)) latest = block;
    }
    const check = (of: readonly Line[], limits: typeof time, when: string): void => {
      const { releaseMinutes: release = Infinity, ownMinutes = Infinity } = limits ?? {};
      const at = ['totals', 'byLearner', id];
      const add = (minutes: (line: Line) => number): number =>
        of.reduce((sum, line) => sum + minutes(line), 0);
      if (add(releaseMinutes) > release)
        refuse('time', [...at, 'releaseMinutes'], `This may be at most ${release} ${when}.`);
      if (add(({ item }) => item.minutes) > release + ownMinutes)
        refuse('time', [...at, 'minutes'], `This may be at most ${release + ownMinutes} ${when}.`);
    };
    check(own, time, 'in the window');
    if (time?.terms !== undefined)
      for (const [term, limits] of Object.entries(time.terms))
        check(
          own.filter(({ slot }) => slot.term?.id === term),
          limits,
          `in term "${term}"`,
        );
  }
}

/** Pots, pins and cover periods. */
export function checkMeans({ request }: Facts, lines: readonly Line[], due: Derived, refuse: Refuse): void {
  for (const { id, pence } of request.funding)
    if ((due.totals.byPot[id] ?? 0) > pence)
      refuse('pot-overspent', ['totals', 'byPot', id], `This may be at most ${pence}.`);
  const byItem = groupBy(lines, ({ item }) => item.id);
  due.adjustments.forEach(({ kind, item, session, staff }, index) => {
    if (kind !== 'pin') return;
    const booked = (byItem.get(item) ?? []).filter(
      ({ slot }) => session === undefined || session === slot.session,
    );
    const on = new Set<string>(booked.flatMap(({ learners }) => learners.map(({ id }) => id)));
    if (!(staff?.every((id) => on.has(id)) ?? booked.length > 0))
      refuse('pin-unmet', ['adjustments', index], `"${item}" is not booked as pinned.`);
  });
  (request.cover ?? []).forEach((period, index) => {
    const among = selectorOf(period.among);
    const during = lines.filter(({ slot }) => slot.isOpen && isDuring(slot, stretchOf(period)));
    const out = new Set(during.flatMap(({ learners }) => learners));
    const away = [...out].filter((person) => among.matches(undefined, person)).length;
    if (away > period.maxAway)
      refuse('cover', ['cover', index], `There are ${away} people out, not at most ${period.maxAway}.`);
  });
}

/** The setting, or each learner, term or item that a limit could match. */
function scopesOf({ selector, people, items, terms }: Facts, { per = 'setting', select }: Limit): string[] {
  if (per === 'setting') return [''];
  if (per === 'term') return terms.map(({ id = '' }) => id);
  const { matches, kindOfPerson, kindOfItem } = selector(select);
  const everyone = [...groupBy(people, kindOfPerson).values()];
  const all = [...groupBy(items.values(), (item) => `${isPurchase(item)} ${kindOfItem(item)}`).values()];
  /** Of a kind the first stands for the rest. */
  const canMatch = ([item]: readonly Item[], [person]: readonly Person[]): boolean =>
    item !== undefined && !isPurchase(item) && matches(item, person);
  const isBought = ([item]: readonly Item[]): boolean =>
    item !== undefined && isPurchase(item) && matches(item, undefined);
  const found =
    per === 'learner'
      ? everyone.filter((kind) => all.some((one) => canMatch(one, kind)))
      : all.filter((kind) => isBought(kind) || everyone.some((one) => canMatch(kind, one)));
  return found.flatMap((kind) => kind.map(({ id }) => id)).sort(compareIds);
}

/** Every limit, on what it adds up: for the setting, or separately for each learner, term or item. */
export function checkLimits(facts: Facts, lines: readonly Line[], refuse: Refuse): void {
  (facts.request.limits ?? []).forEach((limit, index) => {
    const { measure, per = 'setting', atMost = Infinity, atLeast = 0 } = limit;
    const { matches, asksPerson } = facts.selector(limit.select);
    const sums = new Map<string, number>();
    const add = (to: string, amount: number): void => void sums.set(to, (sums.get(to) ?? 0) + amount);
    for (const line of lines) {
      const { item, offer, slot, pence } = line;
      const learners = line.learners.filter((person) => matches(item, person));
      const isMatched = learners.length > 0 || (line.learners.length === 0 && matches(item, undefined));
      const each = {
        places: 1,
        minutes: item.minutes,
        'release-minutes': releaseMinutes(line),
        bookings: 1,
        pence: ownPence(offer),
      }[measure];
      const isShared = measure === 'bookings' || (measure === 'pence' && offer.price.kind !== 'per-learner');
      const shared = measure === 'bookings' ? 1 : asksPerson ? 0 : pence;
      const all = isShared ? (isMatched ? shared : 0) : each * learners.length;
      if (per === 'learner') for (const { id } of learners) add(id, each);
      else if (per === 'setting') add('', all);
      else if (per === 'item') add(item.id, all);
      else if (slot.term !== undefined) add(slot.term.id ?? '', all);
    }
    const tell = (of: string, bound: string): void =>
      refuse(
        'limit',
        ['limits', index],
        `There may be ${bound}; there are ${sums.get(of) ?? 0} ${measure} ${of && `of "${of}"`}.`,
      );
    for (const [of, sum] of sums) if (sum > atMost) tell(of, `at most ${atMost}`);
    const isShort = (of: string): boolean => (sums.get(of) ?? 0) < atLeast;
    if (atLeast > 0) for (const of of scopesOf(facts, limit).filter(isShort)) tell(of, `at least ${atLeast}`);
  });
}
