import { addMonths, isoDate } from '../../internal/calendar.js';
import type { RequestInput } from '../../domain/request.js';
import type { Features } from '../features.js';
import type { PersonSketch, RecordSketch, TimeSketch } from '../sketch/person.js';
import { dateNear, type Days } from './days.js';
import { entitlementsOf, type Item } from './item.js';
import { AGE_BANDS, at, chosen, defined, ROLES, SITES } from './words.js';

export type Person = RequestInput['staff'][number];
type Qualification = NonNullable<Person['qualifications']>[number];
type Time = NonNullable<Person['time']>;

/** What people are made from beside their own sketches. */
export interface PersonSetting {
  readonly features: Features;
  readonly days: Days;
  readonly areas: readonly string[];
  readonly items: readonly Item[];
  /** Days on which sessions begin, or on which some could. */
  readonly sessionDays: readonly number[];
  /** The ids of the terms. */
  readonly terms: readonly string[];
}

export function assemblePerson(
  person: PersonSketch,
  id: string,
  name: string,
  setting: PersonSetting,
): Person {
  const { features, days } = setting;
  const described = features.descriptions && person.level % 2 === 1;
  return defined({
    id,
    name,
    roles: chosen(ROLES, person.roles),
    qualifications: assembleQualifications(person, days, described),
    records: features.records ? person.records.map((record) => assembleRecord(record, setting)) : undefined,
    entitlements: features.entitlements ? entitlementsOf(person.entitlements & 3) : undefined,
    startedOn: described ? isoDate(days.from - 400) : undefined,
    site: person.site === undefined ? undefined : at(SITES, person.site),
    ageBands: chosen(AGE_BANDS, person.ageBands),
    level2English: described ? true : undefined,
    level2Maths: described ? false : undefined,
    time: assembleTime(person, setting),
    away: features.away ? assembleAway(person.away, setting.sessionDays) : undefined,
  });
}

function assembleQualifications(
  { level, coming }: PersonSketch,
  { asOf }: Days,
  described: boolean,
): Qualification[] {
  const words: Partial<Qualification> = described
    ? { title: 'A diploma', fullAndRelevant: true, startedOn: isoDate(asOf - 900), where: 'england' }
    : {};
  const qualifications: Qualification[] = level === 0 ? [] : [{ level, ...words }];
  if (coming === 'studying') qualifications.push({ level: 6, studying: true });
  if (coming === 'awarded-later')
    qualifications.push({ level: 6, status: 'eyts', awardedOn: isoDate(asOf + 1) });
  if (coming === 'awarded-today')
    qualifications.push({ level: Math.min(6, level + 1), awardedOn: isoDate(asOf) });
  return qualifications;
}

function assembleRecord(
  { area, depth, completed, expires, item }: RecordSketch,
  { features, days, areas, items }: PersonSetting,
): NonNullable<Person['records']>[number] {
  const completedOn = Math.min(
    days.asOf,
    addMonths(at(days.mattering, completed.day), -completed.months) + completed.shift,
  );
  const first = items.flatMap((one) => one.prerequisites ?? []).flatMap(({ anyOf }) => anyOf);
  const names = [...first, ...first, ...first, ...items.map(({ id }) => id), 'an-item-of-long-ago'];
  return defined({
    area: at(areas, area),
    depth,
    completedOn: isoDate(completedOn),
    expiresOn:
      expires === undefined
        ? undefined
        : isoDate(Math.max(completedOn + 1, at(days.mattering, expires.day) + expires.shift)),
    item: features.prerequisites && item !== undefined ? at(names, item) : undefined,
  });
}

function assembleTime(person: PersonSketch, { features, items, terms }: PersonSetting): Time | undefined {
  const minutesOfAll = items.reduce((sum, item) => sum + item.minutes, 0);
  const minutes = ({ release, own }: TimeSketch): Time => {
    const releaseMinutes = release === undefined ? undefined : Math.floor((minutesOfAll * release) / 1000);
    const ownMinutes =
      own === undefined
        ? undefined
        : typeof own === 'number'
          ? Math.floor((minutesOfAll * own) / 1000)
          : Math.max(0, someMinutes(items, own.items) + own.shift - (releaseMinutes ?? 0));
    return defined({ releaseMinutes, ownMinutes });
  };
  const byTerm = features.termTime
    ? terms.flatMap((term, index) => {
        const time = person.termTime[index];
        return time === undefined ? [] : [[term, minutes(time)] as const];
      })
    : [];
  if (!features.time && byTerm.length === 0) return undefined;
  const whole = features.time ? minutes(person) : {};
  return byTerm.length === 0 ? whole : { ...whole, terms: Object.fromEntries(byTerm) };
}

const assembleAway = (
  away: PersonSketch['away'],
  sessionDays: readonly number[],
): NonNullable<Person['away']> =>
  away.map(({ on: { day, shift }, more }) => ({
    from: dateNear(sessionDays, { day, shift }),
    to: dateNear(sessionDays, { day, shift: shift + more }),
  }));

/** The minutes of some of the items. */
export const someMinutes = (items: readonly Item[], bits: number): number =>
  items.reduce((sum, item, index) => sum + (((bits >> (index % 10)) & 1) === 1 ? item.minutes : 0), 0);
