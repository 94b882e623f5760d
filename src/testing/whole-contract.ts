import { dayNumber, isoDate } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import { compareIds } from '../internal/order.js';
import type { RequestInput } from '../domain/request.js';
import { type Random, randomFrom } from './random.js';
import { TERMS, withWholeCatalogue } from './whole-catalogue.js';

type Person = RequestInput['staff'][number];
type Item = RequestInput['catalogue']['items'][number];

/**
 * A made-up setting that uses the rest of the contract too: three terms, time by term, opening hours, sessions and
 * cover, money with rules, prices of every kind, purchases, order, groups and limits. All comes from a stream of its
 * own, so that the setting without it stays what it was.
 */
export function withWholeContract(request: RequestInput, seed: number): RequestInput {
  const random = randomFrom(seed ^ 0x5f3759df);
  const items = withWholeCatalogue(request.catalogue.items, random);
  return {
    ...request,
    terms: TERMS.map((term) => ({ ...term })),
    setting: {
      ...request.setting,
      sites: [{ id: 'north' }, { id: 'south' }],
      openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
    },
    staff: withTimesAndSites(request.staff, items, random),
    // What is asked at depth is taught in sessions alone.
    needs: request.needs.map((need, index) => (index % 3 === 2 ? { ...need, depth: 3 } : need)),
    catalogue: { ...request.catalogue, items },
    funding: request.funding.map((pot) => {
      if (pot.id === 'council-grant') {
        const sources = ['inspection-action', 'inspection-recommendation', 'statutory'] as const;
        return { ...pot, pays: { sources: [...sources] }, to: '2026-03-31' };
      }
      if (pot.id === 'fundraising')
        return { ...pot, pays: { not: { kinds: ['course'] } }, from: '2025-10-01' };
      return pot;
    }),
    limits: [
      { id: 'no-more-than-ten-each', measure: 'places', per: 'learner', atMost: 10 },
      {
        id: 'release-by-term',
        measure: 'release-minutes',
        per: 'term',
        atMost: 150 * request.staff.length,
      },
      {
        id: 'one-provider',
        measure: 'pence',
        select: { providers: ['Provider 1'] },
        atMost: 400 * request.staff.length,
      },
      { id: 'few-of-each-course', measure: 'places', select: { kinds: ['course'] }, per: 'item', atMost: 4 },
    ],
    cover: coverOf(items, request.staff.length),
  };
}

/** Those who are alike stay alike. */
function withTimesAndSites(staff: readonly Person[], items: readonly Item[], random: Random): Person[] {
  const modules = items.filter(({ kind }) => kind === 'online-module');
  const made = new Map<string, Omit<Person, 'id'>>();
  return staff.map((person) => {
    const { id, ...rest } = person;
    const key = JSON.stringify(rest);
    const alike = made.get(key) ?? changed(rest, modules, random);
    made.set(key, alike);
    return { ...alike, id };
  });
}

function changed(person: Omit<Person, 'id'>, modules: readonly Item[], random: Random): Omit<Person, 'id'> {
  const release = person.time?.releaseMinutes ?? 0;
  const away = random.percent(25) ? present(dayNumber(random.pick(TERMS).from), 'the day') + 28 : undefined;
  return {
    ...person,
    site: random.pick(['north', 'south']),
    records: (person.records ?? []).map((record) => {
      const module = modules.find(({ teaches }) => teaches.some(({ area }) => area === record.area));
      return module !== undefined && random.percent(50) ? { ...record, item: module.id } : record;
    }),
    time: {
      ...person.time,
      terms: {
        autumn: { releaseMinutes: Math.floor((release * 2) / 3) },
        spring: { releaseMinutes: Math.floor(release / 2), ownMinutes: random.pick([120, 240]) },
      },
    },
    ...(away === undefined ? {} : { away: [{ from: isoDate(away), to: isoDate(away + 13) }] }),
  };
}

/** On each day of a session a quarter of the team may be out, and one person of those who work with the youngest. */
function coverOf(items: readonly Item[], people: number): NonNullable<RequestInput['cover']> {
  const days = items
    .flatMap((item) => item.sessions ?? [])
    .flatMap(({ blocks }) => blocks.map(({ starts }) => starts.slice(0, 10)));
  return [...new Set(days)].sort(compareIds).flatMap((day) => [
    { starts: `${day}T08:00`, ends: `${day}T13:00`, maxAway: Math.max(1, Math.floor(people / 4)) },
    { starts: `${day}T13:00`, ends: `${day}T18:00`, maxAway: 1, among: { ageBands: ['under-2'] } },
  ]);
}
