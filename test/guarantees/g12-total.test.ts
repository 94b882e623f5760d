import fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { ISSUE_CODES, type Issue, type IssueCode } from '../../src/domain/issue.js';
import { QuestionnaireSchema } from '../../src/domain/questionnaire.js';
import { RequestSchema } from '../../src/domain/request.js';
import { LIMITS } from '../../src/domain/units.js';
import { snapshot } from '../../src/internal/snapshot.js';
import { checkQuestionnaire } from '../../src/intake/check-questionnaire.js';
import { checkRequest } from '../../src/intake/check-request.js';
import {
  hostileValueArbitrary,
  newTally,
  type Random,
  randomFrom,
  type Tally,
} from '../../src/testing/index.js';
import { seed, runs } from '../support/runs.js';
import { fullQuestionnaire, fullRequest, type Path, plainRequest } from '../unit/intake/check-fixtures.js';
import { frozen } from './support/frozen.js';

type Verdict = { status: 'valid'; value: unknown } | { status: 'invalid'; issues: readonly Issue[] };
type Check = (value: unknown) => Verdict;

const asRequest: Check = (value) => {
  const check = checkRequest(value);
  return check.status === 'valid' ? { status: 'valid', value: check.request } : check;
};
const asQuestionnaire: Check = (value) => {
  const check = checkQuestionnaire(value, new Set(['own-area']));
  return check.status === 'valid' ? { status: 'valid', value: check.questionnaire } : check;
};

const KNOWN: ReadonlySet<string> = new Set(ISSUE_CODES);
const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a path leads to something in the value: its last key may be what is missing. */
function leads(value: unknown, path: Path, code: IssueCode): boolean {
  let here = value;
  for (const [index, key] of path.entries()) {
    if (!isObject(here)) return false;
    const last = index === path.length - 1;
    if (last && code === 'missing') return typeof key === 'string' && here[key] === undefined;
    if (Array.isArray(here) ? !(typeof key === 'number' && key < here.length) : !Object.hasOwn(here, key))
      return false;
    here = here[key];
  }
  return true;
}

const keyOf = ({ path, code }: Issue): string => `${JSON.stringify(path)} ${code}`;

/** What every answer of a check must be like. */
function mustBeTotal(check: Check, value: unknown, tally: Tally): Verdict {
  const verdict = check(value);
  tally.ran();
  tally.note(verdict.status);
  if (verdict.status === 'valid') {
    expect(JSON.parse(JSON.stringify(verdict.value))).toEqual(verdict.value);
    return verdict;
  }
  expect(verdict.issues.length).toBeGreaterThan(0);
  expect(verdict.issues.length).toBeLessThanOrEqual(LIMITS.issues + 1);
  for (const { path, code, message } of verdict.issues) {
    tally.note(code);
    if (!KNOWN.has(code) || !leads(value, path, code) || !/^[A-Z].{10,}[.]$/s.test(message))
      expect.fail(`no proper issue: ${JSON.stringify({ path, code, message })}`);
  }
  expect(new Set(verdict.issues.map(keyOf)).size).toBe(verdict.issues.length);
  return verdict;
}

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
};

/** Things that do not belong where they are put. JSON or not, but all of it may be copied by `structuredClone`. */
const STRANGERS: readonly [() => unknown, ...(() => unknown)[]] = [
  () => null,
  () => undefined,
  () => true,
  () => '',
  () => ' x',
  () => 'anna',
  () => 'talk-course',
  () => 'main',
  () => '__proto__',
  () => 'constructor',
  () => '2025-10-01',
  () => '2025-02-30',
  () => '2025-10-06T10:00',
  () => '2025-02-30T10:00',
  () => 'x'.repeat(130),
  () => 'x'.repeat(2_500),
  () => 'x'.repeat(100_000),
  () => '\u0000\u202e',
  () => 0,
  () => -0,
  () => -1,
  () => 1,
  () => 2,
  () => 9,
  () => 1.5,
  () => 1e300,
  () => 2 ** 53,
  () => -(2 ** 53),
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 7n,
  () => [],
  () => [[]],
  () => [null, undefined],
  () => new Array<unknown>(3),
  () => ['anna', 'nobody'],
  () => ({}),
  () => ({ id: 'anna', roles: [] }),
  () => ({ kind: 'free' }),
  () => ({ kind: 'per-learner', pence: 5 }),
  () => ({ atLeast: 2 }),
  () => ({ from: '2026-01-01', to: '2025-01-01' }),
  () => ({ not: { not: { items: [] } } }),
  () => new Date(0),
  () => new Map([['id', 'x']]),
  () => new Uint8Array(2),
  () => nested(100, (inner) => [inner]),
  () => nested(100, (not) => ({ not })),
  () => JSON.parse('{"__proto__": {"polluted": true}, "id": "x"}') as unknown,
  () => JSON.parse('{"constructor": {"prototype": {"polluted": true}}}') as unknown,
];

const long = (): unknown => Array.from({ length: 2_001 }, () => 'x y');

type Place = { readonly owner: Record<string | number, unknown>; readonly key: string | number };

/** Every place in a value, from the top down; not below what is large. */
function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (!isObject(value) || places.length > 500) return places;
  for (const [name, member] of Object.entries(value)) {
    places.push({ owner: value, key: Array.isArray(value) ? Number(name) : name });
    placesIn(member, places);
  }
  return places;
}

/** Spoils one thing in a value, in place. */
function spoil(value: unknown, random: Random): void {
  const [first, ...others] = placesIn(value);
  if (first === undefined) return;
  const { owner, key } = random.pick([first, ...others]);
  // a list over the limit makes a thousand issues, which take their time: seldom
  const stranger = random.whole(0, 400) === 0 ? long() : random.pick(STRANGERS)();
  switch (random.whole(0, 6)) {
    case 0:
      delete owner[key];
      break;
    case 1:
      owner['extra'] = stranger;
      break;
    case 2: {
      const other = random.pick([first, ...others]);
      [owner[key], other.owner[other.key]] = [
        structuredClone(other.owner[other.key]),
        structuredClone(owner[key]),
      ];
      break;
    }
    case 3:
      if (Array.isArray(owner)) owner.push(structuredClone(owner[Number(key)]));
      else
        Object.defineProperty(owner, '__proto__', {
          value: stranger,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      break;
    case 4:
      owner[key] = [owner[key]];
      break;
    default:
      owner[key] = stranger;
  }
}

const spoilt = (bases: readonly [unknown, ...unknown[]], random: Random): unknown => {
  const value = structuredClone(random.pick(bases));
  for (let left = random.whole(1, 3); left > 0; left -= 1) spoil(value, random);
  return value;
};

/** How things stand to one another, which a schema cannot see. */
const BETWEEN_PIECES: ReadonlySet<IssueCode> = new Set([
  'duplicate-id',
  'unknown-reference',
  'date-order',
  'number-order',
  'overlap',
  'outside-window',
  'circular',
  'price-kind',
]);

/** zod itself, by the same schema, as a second opinion on the plain copy of every value. */
function mustAgreeWithZod(verdict: Verdict, schema: z.ZodMiniType, value: unknown): void {
  const issues = verdict.status === 'valid' ? [] : verdict.issues;
  const ours = issues.filter(({ code }) => !BETWEEN_PIECES.has(code)).map(({ code }) => code);
  const copy = snapshot(value, { depth: 64, values: 1e6, text: 1e6, key: 1e6, faults: 1e6 });
  // a forbidden key is not in the copy
  const objections = ours.filter((code) => code !== 'forbidden-key');
  const fits = z.safeParse(schema, copy.value).success;
  if (fits ? objections.length > 0 : ours.length === 0)
    expect.fail(`zod says ${fits}, we say ${ours.join()}`);
}

/** What every object in a value holds, to compare with later. */
function holdings(value: unknown): Map<object, [PropertyKey, unknown][]> {
  const found = new Map<object, [PropertyKey, unknown][]>();
  const waiting = [value];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (!isObject(next) || found.has(next)) continue;
    const entries = Reflect.ownKeys(next).map((key): [PropertyKey, unknown] => [key, Reflect.get(next, key)]);
    found.set(next, entries);
    for (const [, member] of entries) if (isObject(member)) waiting.push(member);
  }
  return found;
}

const same = (before: ReturnType<typeof holdings>, after: ReturnType<typeof holdings>): boolean =>
  before.size === after.size &&
  [...before].every(([object, entries]) => {
    const now = after.get(object);
    return (
      now?.length === entries.length &&
      entries.every(([key, member], index) => now[index]?.[0] === key && Object.is(now[index][1], member))
    );
  });

function mustTakeSpoilt(
  check: Check,
  schema: z.ZodMiniType,
  bases: readonly [unknown, ...unknown[]],
  count: number,
): Tally {
  const tally = newTally();
  const random = randomFrom(seed);
  for (let run = 0; run < count; run += 1) {
    const value = spoilt(bases, random);
    const before = holdings(value);
    const verdict = mustBeTotal(check, value, tally);
    if (!same(before, holdings(value))) expect.fail('the check wrote to what it was given');
    if (run % 4 === 0 && JSON.stringify(check(frozen(value))) !== JSON.stringify(verdict))
      expect.fail('frozen, it is another answer');
    mustAgreeWithZod(verdict, schema, value);
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  return tally;
}

describe('G12 total: the input checks', () => {
  it('answer for requests spoilt anywhere, as zod would, and never write to them', () => {
    const count = runs(5_000);
    const tally = mustTakeSpoilt(asRequest, RequestSchema, [plainRequest(), fullRequest()], count);
    expect(tally.cases()).toBe(count);
    expect(tally.count('valid')).toBeGreaterThan(count / 100);
    const seen = ISSUE_CODES.filter((code) => tally.count(code) > 0);
    expect(seen.length, seen.join(', ')).toBeGreaterThanOrEqual(16);
  });

  it('answer for questionnaires spoilt anywhere, as zod would, and never write to them', () => {
    const count = runs(4_000);
    const tally = mustTakeSpoilt(asQuestionnaire, QuestionnaireSchema, [fullQuestionnaire()], count);
    expect(tally.cases()).toBe(count);
    expect(tally.count('valid')).toBeGreaterThan(count / 50);
  });

  it('answer for values of every kind', () => {
    const tally = newTally();
    fc.assert(
      fc.property(hostileValueArbitrary(), (value) => {
        mustBeTotal(asRequest, frozen(value), tally);
        mustBeTotal(asQuestionnaire, value, tally);
      }),
      { numRuns: runs(2_000) },
    );
    expect(tally.count('invalid')).toBe(tally.cases());
  });

  it('answer for what is a program rather than data', () => {
    const throwing = (trap: string) =>
      new Proxy(plainRequest(), {
        [trap]: () => {
          throw new Error(trap);
        },
      });
    const endless = (): unknown =>
      new Proxy(
        {},
        {
          ownKeys: () => ['staff', 'needs'],
          getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
          get: endless,
        },
      );
    const { proxy: revoked, revoke } = Proxy.revocable({}, {});
    revoke();
    const fickle = { ...plainRequest() };
    let reads = 0;
    Object.defineProperty(fickle, 'staff', {
      get: () => (reads++ === 0 ? plainRequest().staff : 5),
      enumerable: true,
    });
    const getter = {
      ...plainRequest(),
      get asOf(): string {
        throw new Error('no');
      },
    };
    for (const value of [
      throwing('get'),
      throwing('ownKeys'),
      throwing('getPrototypeOf'),
      throwing('getOwnPropertyDescriptor'),
      endless(),
      revoked,
      getter,
      () => plainRequest(),
    ]) {
      for (const check of [asRequest, asQuestionnaire]) {
        const verdict = check(value);
        expect(verdict.status === 'invalid' && verdict.issues.length > 0).toBe(true);
      }
    }
    expect(checkRequest(fickle)).toEqual(checkRequest(plainRequest()));
    expect(checkRequest(throwing('set')).status).toBe('valid');
    expect(checkRequest(throwing('defineProperty')).status).toBe('valid');
    expect(checkRequest(throwing('deleteProperty')).status).toBe('valid');
  });

  it('answer for millions of entries', () => {
    const many = Array.from({ length: 5_000_000 }, () => 1);
    for (const value of [many, { staff: many }, { ...plainRequest(), needs: many.slice(0, 300_000) }]) {
      for (const check of [asRequest, asQuestionnaire]) {
        const verdict = check(value);
        expect(verdict.status === 'invalid' && verdict.issues.length).toBeGreaterThan(0);
      }
    }
  });
});
