import { dayNumber, isoDate, minuteOf, MINUTES_PER_DAY, weekdayOf } from '../../internal/calendar.js';
import { present } from '../../internal/invariant.js';
import type { RequestInput } from '../../domain/request.js';
import { type Features, featuresUsed, OCCASIONAL_FEATURES, USUAL_FEATURES } from '../features.js';
import type { RequestSketch } from '../sketch/request.js';
import type { CoverSketch } from '../sketch/days.js';
import type { NeedSketch } from '../sketch/decisions.js';
import { dateNear, type Days, daysOf, localTime, termsOf } from './days.js';
import { assembleAdjustments, assembleBaseline } from './decisions.js';
import { assembleItems, entitlementsOf, SLOTS } from './item.js';
import { assembleLimit, assemblePot } from './money.js';
import { assemblePerson } from './person.js';
import { peopleSelector, type Selectable } from './selector.js';
import { at, atMaybe, defined, type IdKind, idOf, PROVIDER_KINDS, SITES, SOURCES, unique } from './words.js';

type Need = RequestInput['needs'][number];
type Area = NonNullable<RequestInput['areas']>[number];
type Setting = RequestInput['setting'];

/** An area of the taxonomy, which a request may restate. */
const PUBLISHED_AREA = 'child-protection';

/** Makes a sketch into the valid request it stands for; the same sketch always into the same request. */
export function assembleRequest(
  sketch: RequestSketch,
  allowed: {
    readonly features: Features;
    readonly always: readonly (keyof Features)[];
    /** How many areas there are. */
    readonly areas: number;
  },
): RequestInput {
  const { usual, occasional } = sketch.uses;
  const features = featuresUsed(allowed.features, [
    ...allowed.always,
    ...(usual === 'all' ? USUAL_FEATURES : usual),
    ...(occasional === 'all' ? OCCASIONAL_FEATURES : occasional),
  ]);
  const days = daysOf(sketch.frame);
  const window = { from: isoDate(days.from), to: isoDate(days.to) };
  const id = (kind: IdKind, index: number): string => idOf(kind, index, features.oddIds && sketch.ids === 2);
  const areas = Array.from({ length: allowed.areas }, (_, index) =>
    index === 1 && features.descriptions ? PUBLISHED_AREA : `area-${String(index + 1)}`,
  );
  const people = sketch.people.map((person, index) => {
    const twin = index > 0 && person.twinOf !== undefined && features.twins;
    return twin ? at(sketch.people.slice(0, index), person.twinOf ?? 0) : person;
  });
  const staffIds = people.map((_, index) => id('person', index));
  const terms = features.terms ? termsOf(sketch.terms, days, (index) => id('term', index)) : [];
  const items = assembleItems(sketch.items, {
    features,
    days,
    areas,
    people: people.length,
    providerKind: sketch.providerKind,
    backwards: sketch.backwards,
    id,
  });
  const blocks = items.flatMap((item) => item.sessions ?? []).map((session) => at(session.blocks, 0));
  const sessionDays = [...blocks.map((block) => dayOf(block.starts)), at(days.busy, 0)];
  const selectable = { staff: staffIds, items: items.map((item) => item.id), areas };
  const money = { features, days, items, people: people.length, selectable };
  const pots = sketch.pots
    .slice(0, features.severalPots ? undefined : 1)
    .map((pot, index) => assemblePot(pot, id('pot', index), money));
  const limits =
    features.limits || features.minimums
      ? sketch.limits.map((limit, index) => assembleLimit(limit, id('limit', index), money))
      : [];
  const cover = features.cover
    ? sketch.cover.map((period) => assembleCover(period, { days, blocks, selectable, features }))
    : [];
  const staff = people.map((person, index) =>
    assemblePerson(person, at(staffIds, index), `Person ${String(index + 1)}`, {
      features,
      days,
      areas,
      items,
      sessionDays,
      terms: terms.map((term) => term.id),
    }),
  );
  const needs = sketch.needs.map((need, index) =>
    assembleNeed(need, id('need', index), { features, days, areas, selectable }),
  );
  const adjustments = assembleAdjustments(sketch.adjustments, items, staffIds, features);

  const ordered = <T>(entries: readonly T[]): T[] => {
    const turn = entries.length === 0 ? 0 : sketch.order % entries.length;
    return [...entries.slice(turn), ...entries.slice(0, turn)];
  };
  const some = <T>(entries: readonly T[]): T[] | undefined =>
    entries.length === 0 ? undefined : ordered(entries);
  return defined({
    asOf: isoDate(days.asOf),
    window,
    terms: some(terms),
    setting: assembleSetting(sketch, features, sessionDays),
    staff: ordered(staff),
    needs: ordered(needs),
    catalogue: { id: 'catalogue', asOf: isoDate(days.asOf), items: ordered(items) },
    funding: ordered(pots),
    limits: some(limits),
    cover: some(cover),
    areas: ordered(areas.map((area): Area => assembleArea(area, features))),
    adjustments: some(adjustments),
    baseline: features.baseline
      ? assembleBaseline(sketch.baseline, { window, items, staffIds, terms, pots })
      : undefined,
    policy: features.weights ? assemblePolicy(sketch.policy) : undefined,
  });
}

function assembleSetting(sketch: RequestSketch, features: Features, sessionDays: readonly number[]): Setting {
  return defined({
    id: 'setting',
    name: 'A fictional setting',
    providerKind: at(PROVIDER_KINDS, sketch.providerKind),
    entitlements: features.entitlements ? entitlementsOf(sketch.entitlements) : [],
    sites: SITES.map((site) =>
      features.descriptions ? { id: site, name: `The ${site} site` } : { id: site },
    ),
    openingHours: features.openHours ? assembleHours(sketch.openingHours, sessionDays) : undefined,
  });
}

const PARTS = {
  day: { from: '09:00', to: '15:00' },
  morning: { from: '08:00', to: '12:00' },
  afternoon: { from: '12:00', to: '23:00' },
} as const;

/** Every day, on weekdays, or on one day on which sessions begin. */
function assembleHours(
  hours: RequestSketch['openingHours'],
  sessionDays: readonly number[],
): Setting['openingHours'] {
  if (hours === undefined) return undefined;
  if (hours === 'never') return [];
  const one = weekdayOf(at(sessionDays, hours.weekday));
  const weekdays = { every: [1, 2, 3, 4, 5, 6, 7], weekdays: [1, 2, 3, 4, 5], one: [one] }[hours.days];
  return weekdays.map((weekday) => ({ weekday, ...PARTS[hours.part] }));
}

const assembleArea = (area: string, { descriptions }: Features): Area => ({
  id: area,
  title: `Area ${area}`,
  ...(descriptions ? { group: 'A group', aliases: [`what ${area} is called`] } : {}),
});

interface CoverSetting {
  readonly days: Days;
  /** The first blocks of all sessions. */
  readonly blocks: readonly { readonly starts: string; readonly ends: string }[];
  readonly selectable: Selectable;
  readonly features: Features;
}

function assembleCover(
  { session, day, slot, stretch, maxAway, among }: CoverSketch,
  { days, blocks, selectable, features }: CoverSetting,
): NonNullable<RequestInput['cover']>[number] {
  const block = session === undefined ? undefined : atMaybe(blocks, session);
  const on = block === undefined ? at(days.busy, day.day) + day.shift : dayOf(block.starts);
  const [starts, ends] =
    block === undefined ? at(SLOTS, slot) : [minutesAfter(on, block.starts), minutesAfter(on, block.ends)];
  const [from, to] = {
    meanwhile: [starts, ends] as const,
    after: [ends, ends + 60] as const,
    half: [starts + Math.floor((ends - starts) / 2), ends] as const,
    day: [0, MINUTES_PER_DAY] as const,
    week: [0, 7 * MINUTES_PER_DAY] as const,
  }[stretch];
  return defined({
    starts: localTime(on, from),
    ends: localTime(on, to),
    maxAway,
    among: among === undefined || !features.selectors ? undefined : peopleSelector(among, selectable),
  });
}

const dayOf = (time: string): number => present(dayNumber(time.slice(0, 10)), 'the day');
const minutesAfter = (day: number, time: string): number =>
  present(minuteOf(time), 'the minute') - day * MINUTES_PER_DAY;

function assembleNeed(
  need: NeedSketch,
  id: string,
  {
    features,
    days,
    areas,
    selectable,
  }: {
    readonly features: Features;
    readonly days: Days;
    readonly areas: readonly string[];
    readonly selectable: Selectable;
  },
): Need {
  return defined({
    id,
    area: at(areas, need.area),
    depth: need.depth,
    who: features.selectors ? peopleSelector(need.who, selectable) : {},
    count: need.count === 'everyone' || !features.cohorts ? 'everyone' : defined(need.count),
    source: at(SOURCES, need.source),
    weight: features.weights ? need.weight : undefined,
    by: need.by === undefined || !features.dates ? undefined : dateNear(days.mattering, need.by),
    maxAgeMonths: features.ages ? need.maxAgeMonths : undefined,
    basis: features.descriptions ? { rule: 'A rule', edition: '2025', source: 'A framework' } : undefined,
  });
}

function assemblePolicy(policy: RequestSketch['policy']): RequestInput['policy'] {
  if (policy === undefined) return undefined;
  return defined({
    weights:
      policy.weights &&
      Object.fromEntries(policy.weights.map(({ source, weight }) => [at(SOURCES, source), weight])),
    must: policy.must && unique(policy.must.map((source) => at(SOURCES, source))),
  });
}
