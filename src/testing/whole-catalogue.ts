import { dayNumber, isoDate, weekdayOf } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import type { RequestInput } from '../domain/request.js';
import { defined } from './assemble/words.js';
import type { Random } from './random.js';

type Item = RequestInput['catalogue']['items'][number];
type Offer = Item['offers'][number];
type Term = NonNullable<RequestInput['terms']>[number];
type Hours = readonly [starts: string, ends: string];
type Session = NonNullable<Item['sessions']>[number];

/** The terms of the made-up year, between which nothing self-paced can be begun. */
export const TERMS: readonly [Term, ...Term[]] = [
  { id: 'autumn', from: '2025-09-01', to: '2025-12-19' },
  { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
  { id: 'summer', from: '2026-04-13', to: '2026-07-24' },
];
const SATURDAY = 6;
const PASS = 'platform-pass';
const LIBRARY = 'library';

const numberOf = (date: string): number => present(dayNumber(date), 'the day');

/** A working day of some term. */
function workingDay(random: Random): number {
  const term = random.pick(TERMS);
  const from = numberOf(term.from);
  const day = random.whole(from, numberOf(term.to) - 9);
  return weekdayOf(day) >= SATURDAY ? day + 2 : day;
}

/** Mornings, afternoons and evenings, of which the last is out of opening hours. */
const HALVES: readonly [Hours, ...Hours[]] = [
  ['09:30', '12:30'],
  ['13:00', '16:00'],
  ['18:30', '20:30'],
];

/** Up to three hours in one block; what takes longer comes in two, a week apart. */
function makeSession(id: string, minutes: number, random: Random): Session {
  const [starts, ends] = random.pick(HALVES);
  const day = workingDay(random);
  const block = (on: number): Session['blocks'][number] => ({
    starts: `${isoDate(on)}T${starts}`,
    ends: `${isoDate(on)}T${ends}`,
  });
  return {
    id,
    blocks: minutes > 180 ? [block(day), block(day + 7)] : [block(day)],
    ...(random.percent(60) ? { places: random.pick([2, 4, 6, 12]) } : {}),
    ...(random.percent(30) ? { site: random.pick(['north', 'south']) } : {}),
  };
}

const makeSessions = (minutes: number, random: Random): Session[] =>
  Array.from({ length: random.whole(1, 3) }, (_, index) =>
    makeSession(`session-${String(index + 1)}`, minutes, random),
  );

/** A Saturday on which the whole team comes, or nobody does. */
function wholeTeamDay(item: Item): Item {
  return defined({
    ...item,
    audience: undefined,
    participation: 'whole-team',
    offers: [{ id: 'day', price: { kind: 'per-setting', pence: 12_000 } }],
    sessions: ['2025-10-11', '2026-02-28'].map((date, index) => ({
      id: `session-${String(index + 1)}`,
      blocks: [{ starts: `${date}T09:00`, ends: `${date}T13:00` }],
      openHours: false,
    })),
  });
}

/** What is dated, taught in groups, or cheaper for those who have the pass. */
function changedItem(item: Item, random: Random): Item {
  if (item.kind === 'in-house-training') {
    return {
      ...item,
      learners: { min: random.pick([1, 3]), max: random.pick([8, 12]) },
      sessions: makeSessions(item.minutes, random),
      offers: [
        ...item.offers,
        {
          id: 'tiers',
          price: {
            kind: 'per-learner-tiered',
            tiers: [
              { from: 1, pence: 3000 },
              { from: 4, pence: 1500 },
              { from: 8, pence: 500 },
            ],
          },
        },
      ],
    };
  }
  if (item.kind === 'course') {
    const early: Offer[] = random.percent(40)
      ? [{ id: 'early', price: { kind: 'per-learner', pence: 2500 }, to: '2025-12-19', listPence: 6000 }]
      : [];
    return {
      ...item,
      sessions: makeSessions(item.minutes, random),
      offers: [...item.offers, ...early],
      ...(random.percent(30) ? { learners: { perSetting: random.whole(2, 4) } } : {}),
    };
  }
  if (item.kind === 'online-module' && random.percent(35))
    return { ...item, kind: 'live-webinar', sessions: makeSessions(item.minutes, random) };
  if (item.kind === 'online-module') {
    const pass: Offer[] = random.percent(60)
      ? [{ id: 'pass', requires: [PASS], price: { kind: 'free' }, listPence: 2000 }]
      : [];
    return {
      ...item,
      offers: [...item.offers, ...pass],
      ...(random.percent(15) ? { available: { from: '2025-10-01', to: '2026-03-31' } } : {}),
    };
  }
  if (item.kind === 'publication' && random.percent(40)) {
    return {
      ...item,
      offers: [...item.offers, { id: 'library', requires: [LIBRARY], price: { kind: 'free' } }],
    };
  }
  return item;
}

/** Deep courses follow a module of an area they teach, and take the place of a recording of it. */
function related(item: Item, items: readonly Item[], random: Random): Item {
  if (item.kind !== 'course' || item.participation === 'whole-team') return item;
  const areas = new Set(item.teaches.map(({ area }) => area));
  const others = (kind: Item['kind']): string[] =>
    items
      .filter((other) => other.kind === kind && other.teaches.some(({ area }) => areas.has(area)))
      .map(({ id }) => id);
  const modules = others('online-module').slice(0, 3);
  const recordings = others('recorded-webinar').slice(0, 2);
  const deep = item.teaches.some(({ depth }) => depth >= 3);
  return {
    ...item,
    ...(deep && modules.length > 0 && random.percent(60) ? { prerequisites: [{ anyOf: modules }] } : {}),
    ...(recordings.length > 0 && random.percent(50) ? { excludes: recordings } : {}),
  };
}

const membership = (id: string): Item => ({
  id,
  title: 'A fictional membership',
  kind: 'membership',
  teaches: [],
  minutes: 0,
  grants: [PASS],
  offers: [{ id: 'year', price: { kind: 'per-setting', pence: 3000 } }],
});

const subscription = (id: string): Item => ({
  id,
  title: 'A fictional subscription',
  kind: 'subscription',
  teaches: [],
  minutes: 0,
  grants: [LIBRARY],
  offers: [
    {
      id: 'team',
      price: {
        kind: 'by-team-size',
        bands: [
          { upTo: 10, pence: 2000 },
          { upTo: 30, pence: 3500 },
          { upTo: 5000, pence: 9000 },
        ],
      },
    },
  ],
});

/**
 * The same number of items: with sessions, order, exclusions, groups and dated prices, a day for the whole team, and in
 * the place of the last two a membership and a subscription that unlock prices.
 */
export function withWholeCatalogue(items: readonly Item[], random: Random): Item[] {
  const day = items.findIndex(({ kind }) => kind === 'in-house-training');
  const changed = items.map((item, index) => {
    if (items.length > 8 && index === items.length - 1) return membership(item.id);
    if (items.length > 8 && index === items.length - 2) return subscription(item.id);
    return index === day ? wholeTeamDay(item) : changedItem(item, random);
  });
  return changed.map((item) => related(item, changed, random));
}
