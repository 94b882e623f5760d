import type { RequestInput } from '../../../src/domain/request.js';

type Item = RequestInput['catalogue']['items'][number];
type Person = RequestInput['staff'][number];
type Session = NonNullable<Item['sessions']>[number];
type Uses = (request: RequestInput) => boolean;

const item =
  (has: (item: Item) => unknown): Uses =>
  ({ catalogue }) =>
    catalogue.items.some((one) => Boolean(has(one)));
const person =
  (has: (person: Person) => unknown): Uses =>
  ({ staff }) =>
    staff.some((one) => Boolean(has(one)));
const session = (has: (session: Session) => unknown): Uses =>
  item(({ sessions }) => sessions?.some((one) => Boolean(has(one))));
const offer = (has: (offer: Item['offers'][number]) => unknown): Uses =>
  item(({ offers }) => offers.some((one) => Boolean(has(one))));
const need =
  (has: (need: RequestInput['needs'][number]) => unknown): Uses =>
  ({ needs }) =>
    needs.some((one) => Boolean(has(one)));
const pot =
  (has: (pot: RequestInput['funding'][number]) => unknown): Uses =>
  ({ funding }) =>
    funding.some((one) => Boolean(has(one)));
const limit =
  (has: (limit: NonNullable<RequestInput['limits']>[number]) => unknown): Uses =>
  ({ limits }) =>
    limits?.some((one) => Boolean(has(one))) === true;
const adjustment =
  (has: (adjustment: NonNullable<RequestInput['adjustments']>[number]) => unknown): Uses =>
  ({ adjustments }) =>
    adjustments?.some((one) => Boolean(has(one))) === true;
/** A key of some selector, of needs, pots, limits or cover, under `not` too. */
const selector =
  (key: string): Uses =>
  ({ needs, funding, limits, cover }) =>
    JSON.stringify([
      needs.map(({ who }) => who),
      funding.map(({ pays }) => pays),
      limits?.map(({ select }) => select),
      cover?.map(({ among }) => among),
    ]).includes(`"${key}":`);

const PRICES = ['free', 'per-learner', 'per-setting', 'per-group', 'per-learner-tiered', 'by-team-size'];
const MEASURES = ['pence', 'minutes', 'release-minutes', 'bookings', 'places'];
const KEYS = 'staff roles sites ageBands items kinds providers areas sources minLevel not'.split(' ');
const byName = (names: readonly string[], uses: (name: string) => Uses): Record<string, Uses> =>
  Object.fromEntries(names.map((name) => [name, uses(name)]));

/** Each part of the contract that can make a difference, and whether a request has it. */
export const PARTS: Readonly<Record<string, Uses>> = {
  terms: ({ terms }) => (terms ?? []).length > 0,
  'opening hours': ({ setting }) => setting.openingHours !== undefined,
  cover: ({ cover }) => (cover ?? []).length > 0,
  'no baseline': ({ baseline }) => baseline === undefined,
  baseline: ({ baseline }) => (baseline ?? []).length > 0,
  'policy weights': ({ policy }) => policy?.weights !== undefined,
  'policy musts': ({ policy }) => policy?.must !== undefined,
  'own time': person(({ time }) => time?.ownMinutes !== undefined),
  'release time': person(({ time }) => time?.releaseMinutes !== undefined),
  'time by term': person(({ time }) => time?.terms !== undefined),
  away: person(({ away }) => away),
  'records that name items': person(({ records }) => records?.some((record) => record.item !== undefined)),
  'records that expire': person(({ records }) => records?.some(({ expiresOn }) => expiresOn !== undefined)),
  'entitlements of people': person(({ entitlements }) => entitlements),
  sessions: item(({ sessions }) => sessions),
  'several blocks': session(({ blocks }) => blocks.length > 1),
  'open hours said': session(({ openHours }) => openHours !== undefined),
  places: session(({ places }) => places !== undefined),
  available: item(({ available }) => available),
  audience: item(({ audience }) => audience),
  prerequisites: item(({ prerequisites }) => prerequisites),
  excludes: item(({ excludes }) => excludes),
  'whole team': item(({ participation }) => participation === 'whole-team'),
  'fewest learners': item(({ learners }) => learners?.min),
  'most learners': item(({ learners }) => learners?.max),
  'most learners of all': item(({ learners }) => learners?.perSetting),
  validity: item(({ teaches }) => teaches.some(({ validMonths }) => validMonths)),
  'bought for the setting': item(({ teaches, grants }) => teaches.length === 0 && grants),
  'taught and granting': item(({ teaches, grants }) => teaches.length > 0 && grants),
  'offers with dates': offer(({ from, to }) => from ?? to),
  'offers behind entitlements': offer(({ requires }) => requires),
  'list prices': offer(({ listPence }) => listPence),
  ...byName(PRICES, (kind) => offer(({ price }) => price.kind === kind)),
  'pots with dates': pot(({ from, to }) => from ?? to),
  'pots with rules': pot(({ pays }) => pays),
  'needs with dates': need(({ by }) => by),
  'greatest ages': need(({ maxAgeMonths }) => maxAgeMonths),
  spares: need(({ count }) => count !== 'everyone' && count.spare),
  ...byName(MEASURES, (measure) => limit((one) => one.measure === measure)),
  ...byName(['setting', 'learner', 'term', 'item'], (per) => limit((one) => (one.per ?? 'setting') === per)),
  'at most': limit(({ atMost }) => atMost !== undefined),
  'at least': limit(({ atLeast }) => atLeast !== undefined),
  pins: adjustment(({ kind }) => kind === 'pin'),
  bans: adjustment(({ kind }) => kind === 'ban'),
  'adjustments for some': adjustment(({ staff }) => staff),
  'adjustments of a session': adjustment((one) => one.session),
  ...byName(KEYS, selector),
};
