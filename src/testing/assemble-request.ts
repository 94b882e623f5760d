import { addMonths, dayNumber, isoDate } from '../internal/calendar.js';
import { present } from '../internal/invariant.js';
import type { RequestInput } from '../domain/request.js';
import type { Features } from './features.js';
import {
  type AdjustmentSketch,
  type ItemSketch,
  type NeedSketch,
  type PersonSketch,
  type PotSketch,
  type RequestSketch,
  type SelectorSketch,
} from './request-sketch.js';

type Person = RequestInput['staff'][number];
type Item = RequestInput['catalogue']['items'][number];
type Need = RequestInput['needs'][number];
type Offer = Item['offers'][number];

/** Windows that begin and end on leap days and at the ends of months, one of a single day. */
const FRAMES = [
  { asOf: '2026-01-10', from: '2026-01-31', to: '2026-07-31' },
  { asOf: '2028-02-29', from: '2028-02-29', to: '2029-02-28' },
  { asOf: '2025-08-31', from: '2025-08-31', to: '2026-08-31' },
  { asOf: '2027-11-30', from: '2027-12-31', to: '2028-03-01' },
  { asOf: '2026-03-01', from: '2026-03-30', to: '2027-02-28' },
  { asOf: '2026-09-01', from: '2026-09-01', to: '2026-09-01' },
] as const;
const PROVIDER_KINDS = ['group', 'school', 'childminder', 'out-of-school'] as const;
const ROLES = ['practitioner', 'manager', 'cook'] as const;
const AGE_BANDS = ['under-2', '2', '3-plus'] as const;
const SITES = ['north', 'south'] as const;
/** The last is held by nobody. */
const ENTITLEMENTS = ['member', 'council', 'insurer', 'elsewhere'] as const;
const ITEM_KINDS = [
  'online-module',
  'recorded-webinar',
  'workshop',
  'course',
  'publication',
  'resource',
] as const;
const SOURCES = [
  'self-evaluation',
  'statutory',
  'inspection-recommendation',
  'inspection-action',
  'appraisal',
  'welfare-notice',
  'local-authority',
  'sector-focus',
  'aspiration',
] as const;
const ODD_IDS = {
  person: ['10', '9', 'p/1', 'p~1', 'Zoë', 'a b'],
  item: ['a/b', 'a~1b', 'a', '10', '2', 'Z', 'é'],
  offer: ['b', '~', '/', '1'],
  pot: ['~0', '/', '1', 'é'],
  need: ['n/1', '7', '~', 'N', 'n'],
} as const;
type IdKind = keyof typeof ODD_IDS;

const at = <T>(list: readonly T[], index: number): T =>
  present(list[index % list.length], 'an entry of the list');
const chosen = <T>(list: readonly T[], bits: number): T[] =>
  list.filter((_, index) => ((bits >> (index % 3)) & 1) === 1);
const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The value without the keys that are undefined: requests are JSON. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

/** Makes a sketch into the valid request it stands for; the same sketch always into the same request. */
export function assembleRequest(sketch: RequestSketch, features: Features, areaCount: number): RequestInput {
  const frame = at(FRAMES, sketch.frame);
  const areas = Array.from({ length: areaCount }, (_, index) => `area-${String(index + 1)}`);
  const id = (kind: IdKind, index: number): string =>
    (features.oddIds && sketch.ids === 2 ? ODD_IDS[kind][index] : undefined) ??
    `${kind}-${String(index + 1).padStart(2, '0')}`;
  const providerKind = at(PROVIDER_KINDS, sketch.providerKind);
  const day = daysOf(frame);
  const people = sketch.people.map((person, index) => {
    const twin = index > 0 && person.twinOf !== undefined && features.twins;
    return twin ? at(sketch.people.slice(0, index), person.twinOf ?? 0) : person;
  });
  const staffIds = people.map((_, index) => id('person', index));
  const selector = (who: SelectorSketch): Need['who'] => {
    if (!features.selectors) return {};
    const only = (key: SelectorSketch['key'] | SelectorSketch['also']): Need['who'] => {
      if (key === 'staff') return { staff: chosen(staffIds, who.values) };
      if (key === 'roles') return { roles: chosen(ROLES, who.values) };
      if (key === 'ageBands') return { ageBands: chosen(AGE_BANDS, who.values) };
      if (key === 'sites') return { sites: chosen(SITES, who.values) };
      return key === 'minLevel' ? { minLevel: who.level } : {};
    };
    if (who.not === undefined || (who.key === 'all' && who.also === undefined))
      return { ...only(who.key), ...only(who.also) };
    return who.also === undefined ? { not: only(who.key) } : { ...only(who.key), not: only(who.also) };
  };

  const items = sketch.items.map((item, index) => assembleItem(item, id('item', index)));
  const minutesOfAll = items.reduce((sum, item) => sum + item.minutes, 0);
  const pots = sketch.pots
    .slice(0, features.severalPots ? undefined : 1)
    .map((pot, index) => ({ id: id('pot', index), pence: potPence(pot, items, people.length) }));

  function assembleItem(item: ItemSketch, itemId: string): Item {
    const audience = features.audiences ? item.audience : undefined;
    const minLevel = audience?.minLevel;
    return defined({
      id: itemId,
      title: `Item ${itemId}`,
      kind: at(ITEM_KINDS, item.kind),
      provider: 'A fictional provider',
      teaches: item.teaches.map(({ area, depth, validMonths }) =>
        defined({ area: at(areas, area), depth, validMonths: features.ages ? validMonths : undefined }),
      ),
      minutes: item.minutes,
      audience:
        audience &&
        defined({
          roles: audience.roles === undefined ? undefined : chosen(ROLES, audience.roles),
          providerKinds:
            audience.kinds === undefined
              ? undefined
              : [audience.kinds ? providerKind : at(PROVIDER_KINDS, sketch.providerKind + 1)],
          minLevel,
          maxLevel: audience.maxLevel === undefined ? undefined : Math.max(audience.maxLevel, minLevel ?? 0),
        }),
      offers: item.offers.map(({ price, requires, listPence }, index): Offer => {
        const kind = features.sharedPrices || price.kind === 'free' ? price.kind : 'per-learner';
        return defined({
          id: id('offer', index),
          requires: features.entitlements && requires !== undefined ? entitlementsOf(requires) : undefined,
          price:
            kind === 'free'
              ? { kind }
              : kind === 'per-group'
                ? { kind, pence: price.pence, size: price.size }
                : { kind, pence: price.pence },
          listPence,
        });
      }),
    });
  }

  function assemblePerson(person: PersonSketch, index: number): Person {
    const { coming, level } = person;
    const qualifications: NonNullable<Person['qualifications']> = level === 0 ? [] : [{ level }];
    if (coming === 'studying') qualifications.push({ level: 6, studying: true });
    if (coming === 'awarded-later') qualifications.push({ level: 6, awardedOn: isoDate(day.asOf + 1) });
    if (coming === 'awarded-today')
      qualifications.push({ level: Math.min(6, level + 1), awardedOn: frame.asOf });
    const release =
      person.release === undefined ? undefined : Math.floor((minutesOfAll * person.release) / 1000);
    const own =
      person.own === undefined
        ? undefined
        : typeof person.own === 'number'
          ? Math.floor((minutesOfAll * person.own) / 1000)
          : Math.max(0, someMinutes(items, person.own.items) + person.own.shift - (release ?? 0));
    return defined({
      id: at(staffIds, index),
      name: `Person ${String(index + 1)}`,
      roles: chosen(ROLES, person.roles),
      qualifications,
      records: features.records ? person.records.map(assembleRecord) : undefined,
      entitlements: features.entitlements ? entitlementsOf(person.entitlements & 3) : undefined,
      site: person.site === undefined ? undefined : at(SITES, person.site),
      ageBands: chosen(AGE_BANDS, person.ageBands),
      time: features.time ? defined({ releaseMinutes: release, ownMinutes: own }) : undefined,
    });
  }

  function assembleRecord(record: PersonSketch['records'][number]): NonNullable<Person['records']>[number] {
    const { completed, expires } = record;
    const completedOn = Math.min(
      day.asOf,
      addMonths(at(day.mattering, completed.day), -completed.months) + completed.shift,
    );
    return defined({
      area: at(areas, record.area),
      depth: record.depth,
      completedOn: isoDate(completedOn),
      expiresOn:
        expires === undefined
          ? undefined
          : isoDate(Math.max(completedOn + 1, at(day.mattering, expires.day) + expires.shift)),
    });
  }

  function assembleNeed(need: NeedSketch, index: number): Need {
    return defined({
      id: id('need', index),
      area: at(areas, need.area),
      depth: need.depth,
      who: selector(need.who),
      count: need.count === 'everyone' || !features.cohorts ? 'everyone' : defined(need.count),
      source: at(SOURCES, need.source),
      weight: features.weights ? need.weight : undefined,
      by:
        need.by === undefined || !features.dates
          ? undefined
          : isoDate(at(day.mattering, need.by.day) + need.by.shift),
      maxAgeMonths: features.ages ? need.maxAgeMonths : undefined,
    });
  }

  function assembleAdjustments(
    adjustments: readonly AdjustmentSketch[],
  ): NonNullable<RequestInput['adjustments']> {
    const used = adjustments.filter(({ kind }) => (kind === 'pin' ? features.pins : features.bans));
    return used.map(({ kind, item, staff, signed }) =>
      defined({
        kind,
        item: at(items, item).id,
        staff:
          staff === undefined || staffIds.length === 0
            ? undefined
            : unique(staff.map((person) => at(staffIds, person))),
        by: signed ? 'The adviser' : undefined,
        reason: signed ? 'Agreed at the visit' : undefined,
      }),
    );
  }

  const adjustments = items.length === 0 ? [] : assembleAdjustments(sketch.adjustments);
  const policy = features.weights ? sketch.policy : undefined;
  const ordered = <T>(entries: readonly T[]): T[] => {
    const turn = entries.length === 0 ? 0 : sketch.order % entries.length;
    return [...entries.slice(turn), ...entries.slice(0, turn)];
  };
  return defined({
    asOf: frame.asOf,
    window: { from: frame.from, to: frame.to },
    setting: {
      id: 'setting',
      name: 'A fictional setting',
      providerKind,
      entitlements: features.entitlements ? entitlementsOf(sketch.entitlements) : [],
      sites: SITES.map((site) => ({ id: site })),
    },
    staff: ordered(people.map(assemblePerson)),
    needs: ordered(sketch.needs.map(assembleNeed)),
    catalogue: { id: 'catalogue', asOf: frame.asOf, items: ordered(items) },
    funding: ordered(pots),
    areas: ordered(areas.map((area) => ({ id: area, title: `Area ${area}` }))),
    adjustments: adjustments.length === 0 ? undefined : adjustments,
    policy:
      policy &&
      defined({
        weights:
          policy.weights &&
          Object.fromEntries(policy.weights.map(({ source, weight }) => [at(SOURCES, source), weight])),
        must: policy.must && unique(policy.must.map((source) => at(SOURCES, source))),
      }),
  });
}

const entitlementsOf = (bits: number): string[] =>
  ENTITLEMENTS.filter((_, index) => ((bits >> index) & 1) === 1);

/** The minutes of some of the items. */
const someMinutes = (items: readonly Item[], bits: number): number =>
  items.reduce((sum, item, index) => sum + (((bits >> (index % 10)) & 1) === 1 ? item.minutes : 0), 0);

const pricePence = ({ price }: Offer): number => ('pence' in price ? price.pence : 0);

function potPence(pot: PotSketch, items: readonly Item[], people: number): number {
  if (pot === 'empty') return 0;
  if (typeof pot === 'number') {
    const dearest = items.map((item) => Math.max(0, ...item.offers.map(pricePence)) * people);
    return Math.floor((dearest.reduce((sum, pence) => sum + pence, 0) * pot) / 1000);
  }
  const priced = items.flatMap((item) => item.offers.map(pricePence)).filter((pence) => pence > 0);
  let pence = pot.shift;
  for (let place = 0; place < pot.places && priced.length > 0; place += 1)
    pence += at(priced, pot.items + place * 7);
  return Math.max(0, pence);
}

/** The days around which records, validity and tests are made to fall, as day numbers. */
function daysOf(frame: (typeof FRAMES)[number]): {
  readonly asOf: number;
  readonly mattering: readonly number[];
} {
  const number = (date: string): number => present(dayNumber(date), 'the day');
  const from = number(frame.from);
  const to = number(frame.to);
  return {
    asOf: number(frame.asOf),
    mattering: [
      to,
      from,
      addMonths(from, 1),
      addMonths(from, 6),
      addMonths(from, 12),
      from + Math.floor((to - from) / 2),
      addMonths(to, 1),
      from - 10,
    ],
  };
}
