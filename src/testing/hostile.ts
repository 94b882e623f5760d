import fc, { type Arbitrary } from 'fast-check';
import type { RequestInput } from '../domain/request.js';

/*
 * Input that nobody should send and somebody will: odd values of every kind, and valid requests with something odd
 * put into them. Getters and proxies that throw are left out: they are programs, not data.
 */

const deep = (levels: number): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { not: value };
  return value;
};

const circle = (): unknown => {
  const value: Record<string, unknown> = { id: 'round' };
  value['self'] = [value];
  return value;
};

/** Each is made afresh, so that one test cannot spoil it for the next. */
const ODDITIES: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => '',
  () => ' ',
  () => ' padded ',
  () => '__proto__',
  () => 'constructor',
  () => 'a\u0000b',
  () => '\ud800',
  () => 'line\nbreak',
  () => 'x'.repeat(100_000),
  () => '12',
  () => '2026-02-29',
  () => '2026-13-01',
  () => '0000-00-00',
  () => '9999-12-31',
  () => '0001-01-01',
  () => '2026-02-28T24:00',
  () => 0,
  () => -0,
  () => -1,
  () => 0.5,
  () => 1e9,
  () => 1e9 + 1,
  () => 2 ** 53,
  () => Number.MAX_VALUE,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 10n,
  () => Symbol('odd'),
  () => () => 'a function',
  () => [],
  () => [null],
  () => new Array<unknown>(5),
  () => Array.from({ length: 3000 }, () => 'x'),
  () => ({}),
  () => ({ kind: 'nonsense' }),
  () => ({ length: 3 }),
  () => Object.create(null) as unknown,
  () => JSON.parse('{"__proto__": {"polluted": true}, "id": "x"}') as unknown,
  () => JSON.parse('{"constructor": {"prototype": {"polluted": true}}}') as unknown,
  () => ({ toJSON: 'no', then: 'no', valueOf: null }),
  () => new Date(0),
  () => new Map([['id', 'x']]),
  () => new Uint8Array(3),
  () => /a/,
  () => deep(60),
  () => deep(20_000),
  circle,
];

const oddity: Arbitrary<unknown> = fc.nat({ max: ODDITIES.length - 1 }).map((index) => ODDITIES[index]?.());

/** Values of every kind: scalars at their edges, deep and circular structures, polluting keys, and arbitrary JSON. */
export const hostileValueArbitrary = (): Arbitrary<unknown> =>
  fc.oneof(
    oddity,
    fc.jsonValue({ maxDepth: 4 }),
    fc.dictionary(fc.constantFrom(...REQUEST_KEYS, '__proto__', 'extra'), oddity, { maxKeys: 8 }),
    fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, maxDepth: 3 }),
  );

const REQUEST_KEYS = [
  'asOf',
  'window',
  'terms',
  'setting',
  'staff',
  'needs',
  'catalogue',
  'funding',
  'limits',
  'cover',
  'areas',
  'adjustments',
  'baseline',
  'policy',
] as const;

type Path = readonly (string | number)[];

/** Every place of a value, from the top down. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value))
    return [path, ...value.flatMap((entry, index) => pathsOf(entry, [...path, index]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))];
}

/** The value with another one at the path, or with nothing there when the change gives `REMOVED`. */
function replaceAt(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as unknown[])];
    const next = replaceAt(list[Number(key)], rest, change);
    list.splice(Number(key), 1, ...(next === REMOVED ? [] : [next]));
    return list;
  }
  const members = Object.entries(value as object).flatMap(([name, member]) => {
    const next = name === key ? replaceAt(member, rest, change) : member;
    return next === REMOVED ? [] : [[name, next] as const];
  });
  return Object.fromEntries(members);
}
const REMOVED = Symbol('removed');

/** One way to spoil what stands somewhere; `other` is what stands somewhere else in the same request. */
type Spoiler = (old: unknown, other: unknown) => unknown;

const always = (spoil: Spoiler): Arbitrary<Spoiler> => fc.constant(spoil);

const spoiler: Arbitrary<Spoiler> = fc.oneof(
  {
    weight: 4,
    arbitrary: oddity.map(
      (odd): Spoiler =>
        () =>
          odd,
    ),
  },
  { weight: 2, arbitrary: always(() => REMOVED) },
  { weight: 2, arbitrary: always((_, other) => other) },
  // Everything twice; or a key too many.
  {
    weight: 2,
    arbitrary: always((old) =>
      Array.isArray(old)
        ? [...(old as unknown[]), ...(old as unknown[])]
        : isRecord(old)
          ? { ...old, extra: 1 }
          : old,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(0, 1, 999_999, 1_000_000, 1_000_000_000, -1).map(
      (extreme): Spoiler =>
        (old) =>
          typeof old === 'number' ? extreme : old,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('2020-02-29', '2027-02-29', '2040-01-01', '1999-12-31').map(
      (day): Spoiler =>
        (old) =>
          typeof old === 'string' && DATED.test(old) ? day + old.slice(day.length) : old,
    ),
  },
  // An item that must come before itself, and is bought for the setting whatever its prices.
  {
    weight: 2,
    arbitrary: always((old) =>
      isRecord(old) && 'teaches' in old
        ? { ...old, teaches: [], grants: ['round'], prerequisites: [{ anyOf: [old['id']] }] }
        : old,
    ),
  },
  // What was first is last: dates and numbers out of order.
  { weight: 2, arbitrary: always((old) => (isRecord(old) ? withValuesTurned(old) : old)) },
  {
    weight: 1,
    arbitrary: oddity.map(
      (odd): Spoiler =>
        (old) =>
          isRecord(old) ? withOwnProto(old, odd) : [old],
    ),
  },
);

/** Parts of the contract that a request may have beside those it has. */
const ADDITIONS: readonly Readonly<Record<string, unknown>>[] = [
  { terms: [{ id: 'autumn', from: '2026-02-01', to: '2026-03-01' }] },
  {
    terms: [
      { id: 'autumn', from: '2026-02-01', to: '2026-03-01' },
      { id: 'spring', from: '2026-03-01', to: '2099-03-01' },
    ],
  },
  { limits: [{ id: 'few', measure: 'places', atMost: 1 }] },
  { limits: [{ id: 'both', measure: 'pence', select: { sources: ['statutory'] }, atMost: 1, atLeast: 2 }] },
  { limits: [{ id: 'nowhere', measure: 'release-minutes', select: { not: { items: ['nowhere'] } } }] },
  { limits: [{ id: 'many', measure: 'places', per: 'learner', atLeast: 3 }], cover: [] },
  { cover: [{ starts: '2026-02-01T09:00', ends: '2026-02-01T12:00', maxAway: 1 }] },
  { cover: [{ starts: '2026-02-01T12:00', ends: '2026-02-01T12:00', maxAway: 0, among: { items: [] } }] },
  { baseline: [] },
  {
    baseline: [
      {
        id: 'x',
        item: 'x',
        offer: 'x',
        learners: [],
        units: 1,
        pence: 0,
        minutes: 0,
        completeBy: '2026-02-01',
      },
    ],
  },
  { adjustments: [{ kind: 'pin', item: 'nowhere' }] },
  { adjustments: [{ kind: 'ban', item: 'item-01', session: 'nowhere' }] },
  { policy: { weights: { statutory: 0 }, must: [] } },
  { policy: { weights: { hearsay: 1 }, must: ['hearsay'] } },
  { areas: [] },
];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** With an own key `__proto__`, as JSON can give it. */
const withOwnProto = (record: Record<string, unknown>, value: unknown): Record<string, unknown> =>
  Object.defineProperty({ ...record }, '__proto__', {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

const DATED = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;

const withValuesTurned = (record: Record<string, unknown>): Record<string, unknown> => {
  const values = Object.values(record).reverse();
  return Object.fromEntries(Object.keys(record).map((key, index) => [key, values[index]]));
};

/** Valid requests in which one to three things, anywhere, were spoilt or added; some are valid still. */
export const hostileRequestArbitrary = (valid: Arbitrary<RequestInput>): Arbitrary<unknown> =>
  fc
    .tuple(
      valid,
      fc.array(fc.tuple(fc.nat(), fc.nat(), spoiler), { minLength: 1, maxLength: 3 }),
      fc.option(fc.constantFrom(...ADDITIONS), { nil: {}, freq: 4 }),
    )
    .map(([request, spoilers, addition]) => {
      let value: unknown = request;
      const paths = pathsOf(request).filter((path) => path.length > 0);
      const pathAt = (index: number): Path => paths[index % paths.length] ?? ['asOf'];
      for (const [place, elsewhere, spoil] of spoilers) {
        const path = pathAt(place);
        // An earlier spoiler may have taken this place away.
        if (!reaches(value, path)) continue;
        const other = valueAt(request, pathAt(elsewhere));
        value = replaceAt(value, path, (old) => spoil(old, other));
      }
      return isRecord(value) ? { ...addition, ...value } : value;
    });

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[key] : undefined,
    value,
  );

const reaches = (value: unknown, path: Path): boolean => {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
    here = (here as Record<string | number, unknown>)[key];
  }
  return true;
};
