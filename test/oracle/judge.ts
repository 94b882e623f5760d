import type { RequestInput } from '../../src/domain/request.js';
import type { Choice } from './choice.js';
import type { Objectives } from './objectives.js';
import { figuresBroken } from './judge-figures.js';
import * as page from './page.js';
import type { Booked, Item, Person, Slot } from './page.js';

/** What the judge reads of a programme's booking; figures are judged when they are stated. */
export interface JudgedBooking extends Choice {
  readonly id?: string | undefined;
  readonly pence?: number | undefined;
  readonly minutes?: number | undefined;
  readonly units?: number | undefined;
  readonly startsOn?: string | undefined;
  readonly completeBy?: string | undefined;
}

export interface Judgement {
  /** Every rule of the page that the bookings break, in words; none when the programme is legal. */
  readonly broken: readonly string[];
  readonly objectives: Objectives;
}

/** Says that a rule is broken, when it is. */
type Breaks = (when: boolean, what: string) => void;

const nameOf = ({ item, session, term, offer, pot }: Choice): string =>
  [item, session ?? term ?? '', offer, pot ?? ''].join('/');

const learnersOf = (bookings: readonly Booked[], item: Item): Person[] =>
  bookings.filter((booking) => booking.item === item).flatMap(({ learners }) => learners);

/** What the ids of a booking stand for; `undefined`, and said to be broken, when they stand for nothing. */
function read(request: RequestInput, choice: Choice, broken: string[]): Booked | undefined {
  const name = nameOf(choice);
  const before = broken.length;
  const breaks: Breaks = (when, what) => {
    if (when) broken.push(`${name}: ${what}`);
  };
  const item = page.itemOf(request, choice.item);
  if (item === undefined) {
    breaks(true, 'no such item');
    return undefined;
  }
  const offer = item.offers.find(({ id }) => id === choice.offer);
  breaks(offer === undefined, 'no such offer');
  const pot = request.funding.find(({ id }) => id === choice.pot);
  breaks(choice.pot !== undefined && pot === undefined, 'no such pot');
  const slots = page.slotsOf(request, item);
  const slot = slots.find(
    (one) =>
      one.session?.id === choice.session &&
      (one.session === undefined ? one.term?.id : undefined) === choice.term,
  );
  breaks(slot === undefined, 'a session, or the term of what is self-paced, and nothing else');
  const learners = choice.learners.flatMap((id) => request.staff.find((person) => person.id === id) ?? []);
  breaks(learners.length < choice.learners.length, 'somebody is not of the team');
  return broken.length > before || offer === undefined || slot === undefined
    ? undefined
    : { item, slot, offer, pot, learners };
}

/** The rules of one booking by itself. */
function judgeBooking(
  request: RequestInput,
  booking: Booked,
  bookings: readonly Booked[],
  breaks: Breaks,
): void {
  const { item, slot, offer, pot, learners } = booking;
  const forTheSetting = page.isForTheSetting(item);
  breaks(forTheSetting && learners.length > 0, 'bought for the setting, it has no learners');
  breaks(!forTheSetting && learners.length === 0, 'nobody is on it');
  breaks(!page.insideWindow(request, slot), 'not inside the window, or the term is over');
  breaks(!page.within(item.available, slot.startsOn), 'not available on the day it starts');
  breaks(!page.within(offer, slot.startsOn), 'the offer is not open on the day it starts');
  breaks(learners.length < (item.learners?.min ?? 0), 'too few learners');
  breaks(learners.length > (item.learners?.max ?? Infinity), 'too many learners');
  const booked = bookings.map((one) => one.item);
  breaks(!page.isOpen(request, booking, booked), 'the offer requires what is not held');
  const price = page.priceOf(request, offer, learners.length);
  breaks(price === undefined, 'the team is too large for the offer');
  breaks(price === 0 && pot !== undefined, 'a pot pays what costs nothing');
  breaks(price !== undefined && price > 0 && pot === undefined, 'no pot pays');
  breaks(pot !== undefined && !page.mayPay(request, pot, booking), 'the pot may not pay for it');
  breaks(
    learners.length === 0 && page.isBanned(request, item, slot, undefined),
    'what is bought for the setting is banned',
  );
  for (const person of learners) judgePlace(request, person, booking, bookings, breaks);
}

/** The rules of one person on one booking. */
function judgePlace(
  request: RequestInput,
  person: Person,
  { item, slot }: Booked,
  bookings: readonly Booked[],
  breaks: Breaks,
): void {
  breaks(!page.fitsAudience(request, item, person), `${person.id} does not fit the audience`);
  breaks(!page.isPermitted(request, item, person), `${person.id} does not need it`);
  breaks(page.isBanned(request, item, slot, person), `${person.id} is banned`);
  breaks(page.isAway(person, slot), `${person.id} is away`);
  const own = bookings.filter(({ learners }) => learners.includes(person));
  for (const entry of item.prerequisites ?? []) {
    const holds = page.prerequisiteHolds(request, person, slot, entry, own);
    breaks(!holds, `${person.id} lacks what must come first`);
  }
}

/** The rules of one item over all its bookings. */
function judgeItem(request: RequestInput, item: Item, bookings: readonly Booked[], breaks: Breaks): void {
  const mine = bookings.filter((booking) => booking.item === item);
  const learners = learnersOf(bookings, item);
  breaks(page.isForTheSetting(item) && mine.length > 1, 'bought for the setting more than once');
  breaks(new Set(learners).size < learners.length, 'somebody is on it twice');
  breaks(learners.length > (item.learners?.perSetting ?? Infinity), 'too many learners in all');
  for (const session of item.sessions ?? []) {
    const places = mine
      .filter(({ slot }) => slot.session === session)
      .reduce((sum, booking) => sum + booking.learners.length, 0);
    breaks(places > (session.places ?? Infinity), `more than the places of session ${session.id}`);
  }
  breaks(!page.wholeTeamHolds(request, item, learners), 'the whole team takes part, or nobody');
  breaks(!page.pinsHold(request, item, bookings), 'a pin does not hold');
}

/** The rules of one person over all their bookings. */
function judgePerson(
  request: RequestInput,
  person: Person,
  bookings: readonly Booked[],
  breaks: Breaks,
): void {
  const own = bookings.filter(({ learners }) => learners.includes(person));
  const pairs = own.flatMap((a, index) => own.slice(index + 1).map((b) => [a, b] as const));
  breaks(
    pairs.some(([a, b]) => page.exclude(a.item, b.item)),
    'booked on items of which one excludes the other',
  );
  breaks(
    pairs.some(([a, b]) => page.atOnce(a.slot, b.slot)),
    'in two sessions at once',
  );
  for (const rule of page.timeRules(request, person))
    breaks(!page.keepsTime(rule, bookings, person), `has not the ${rule.words}`);
}

/** The rules of the programme as a whole: pots, cover and limits. */
function judgeWhole(request: RequestInput, bookings: readonly Booked[], breaks: Breaks): void {
  for (const pot of request.funding) {
    const spent = bookings
      .filter((booking) => booking.pot === pot)
      .reduce((sum, { offer, learners }) => sum + (page.priceOf(request, offer, learners.length) ?? 0), 0);
    breaks(spent > pot.pence, `pot ${pot.id} is overspent`);
  }
  (request.cover ?? []).forEach((cover, index) => {
    const out = request.staff.filter(
      (person) =>
        page.isAmong(request, cover, person) &&
        bookings.some(
          ({ slot, learners }) => learners.includes(person) && page.isOutDuring(request, cover, slot),
        ),
    );
    breaks(out.length > cover.maxAway, `too many are out in cover period ${String(index)}`);
  });
  for (const limit of request.limits ?? [])
    for (const { words, counts } of page.cellsOf(request, limit)) {
      const sum = bookings.reduce((total, booking) => total + counts(booking), 0);
      breaks(sum > (limit.atMost ?? Infinity), `${words} is exceeded`);
      breaks(sum < (limit.atLeast ?? 0), `${words} is not reached`);
    }
}

/** What the bookings come to. */
function valueOf(request: RequestInput, bookings: readonly Booked[]): Objectives {
  const scores = request.needs.map((need) => {
    const holders = request.staff.filter(
      (person) =>
        page.selects(request, need.who, person) &&
        (page.holdsByRecords(request, need, person) ||
          bookings.some(
            ({ item, slot, learners }) => learners.includes(person) && page.meets(request, item, slot, need),
          )),
    ).length;
    const score = page.weightOf(request, need) * Math.min(page.targetOf(request, need), holders);
    return { must: page.isMust(request, need), score };
  });
  const scored = (must: boolean): number =>
    scores.filter((one) => one.must === must).reduce((sum, { score }) => sum + score, 0);
  const sum = (of: (booking: Booked) => number): number =>
    bookings.reduce((total, booking) => total + of(booking), 0);
  const lasts = (slot: Slot): number => page.daysBetween(request.window.from, slot.endsOn ?? slot.startsOn);
  return {
    must: scored(true),
    weighted: scored(false),
    changes: changesOf(request, bookings),
    pence: sum(({ offer, learners }) => page.priceOf(request, offer, learners.length) ?? 0),
    'release-minutes': sum(({ item, slot, learners }) =>
      page.inOpenHours(request, slot) ? item.minutes * learners.length : 0,
    ),
    minutes: sum(({ item, learners }) => item.minutes * learners.length),
    lateness: sum(({ slot, learners }) => lasts(slot) * learners.length),
    places: sum(({ learners }) => learners.length),
    bookings: bookings.length,
  };
}

/** With a baseline, the pairs of person and item that are added or dropped. */
function changesOf(request: RequestInput, bookings: readonly Booked[]): number {
  if (request.baseline === undefined) return 0;
  const pairs = (list: readonly { item: string; learners: readonly string[] }[]): Set<string> =>
    new Set(list.flatMap(({ item, learners }) => learners.map((id) => JSON.stringify([id, item]))));
  const before = pairs(request.baseline);
  const after = pairs(
    bookings.map(({ item, learners }) => ({ item: item.id, learners: learners.map(({ id }) => id) })),
  );
  const missing = (from: Set<string>, other: Set<string>): number =>
    [...from].filter((pair) => !other.has(pair)).length;
  return missing(before, after) + missing(after, before);
}

/** Reads a programme's bookings against the page: is it legal, and what does it come to? */
export function judge(request: RequestInput, choices: readonly JudgedBooking[]): Judgement {
  const broken: string[] = [];
  const says =
    (subject: string): Breaks =>
    (when, what) => {
      if (when) broken.push(`${subject}: ${what}`);
    };
  const names = new Set<string>();
  const known = choices.flatMap((choice) => {
    const key = JSON.stringify([choice.item, choice.session, choice.term, choice.offer, choice.pot]);
    says(nameOf(choice))(names.has(key), 'booked twice');
    names.add(key);
    const booked = read(request, choice, broken);
    return booked === undefined ? [] : [{ choice, booked }];
  });
  const bookings = known.map(({ booked }) => booked);
  for (const { choice, booked } of known) {
    const breaks = says(nameOf(choice));
    judgeBooking(request, booked, bookings, breaks);
    for (const figure of figuresBroken(request, choice, booked)) breaks(true, figure);
  }
  for (const item of request.catalogue.items) judgeItem(request, item, bookings, says(item.id));
  for (const person of request.staff) judgePerson(request, person, bookings, says(person.id));
  judgeWhole(request, bookings, says('programme'));
  return { broken, objectives: valueOf(request, bookings) };
}
