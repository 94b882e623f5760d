import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/intake/check-request.js';
import {
  hostileRequestArbitrary,
  hostileValueArbitrary,
  newTally,
  requestArbitrary,
} from '../../../src/testing/index.js';
import { verifyProgramme } from '../../../src/verify/index.js';
import { runs } from '../../support/runs.js';
import { GONE, type Path, fullRequest, put } from '../intake/check-fixtures.js';
import * as full from './full-programme.js';
import { programme, request } from './legal-programme.js';
import { type Change, pathsIn, refusalsInFull } from './tampering.js';

/** The codes of what keeps a request from being read. */
const unreadable = (value: unknown): string[] => {
  const check = verifyProgramme(value, programme());
  const codes = check.ok ? [] : check.refusals.map(({ code }) => code);
  return codes.filter((code) => code === 'malformed-request');
};

describe('whatever is passed', () => {
  it('anywhere in a request and a programme with a bit of everything, nothing is thrown', () => {
    const paths = pathsIn(full.request()).slice(1);
    fc.assert(
      fc.property(fc.constantFrom(...paths), hostileValueArbitrary(), (path, value) => {
        const changed = structuredClone(full.request());
        let place: unknown = changed;
        for (const key of path.slice(0, -1)) place = Reflect.get(place as object, key);
        Reflect.set(place as object, path.at(-1) ?? '', value);
        expect(verifyProgramme(changed, full.programme()).ok).toBe(false);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('as a request or as a programme, it is refused and nothing is thrown', () => {
    fc.assert(
      fc.property(hostileValueArbitrary(), hostileValueArbitrary(), (one, other) => {
        expect(verifyProgramme(one, programme()).ok).toBe(false);
        expect(verifyProgramme(request(), one).ok).toBe(false);
        expect(verifyProgramme(one, other).ok).toBe(false);
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('in the place of a list or an object of a programme, nothing is thrown', () => {
    const places: Path[] = [
      ['objectives'],
      ['objectives', 0],
      ['bookings'],
      ['bookings', 0],
      ['bookings', 0, 'learners'],
      ['coverage'],
      ['coverage', 0],
      ['coverage', 0, 'metBy'],
      ['coverage', 2, 'unmet'],
      ['coverage', 2, 'unmet', 0],
      ['totals'],
      ['totals', 'byPot'],
      ['totals', 'byLearner', 'ana'],
      ['adjustments'],
      ['proof'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), hostileValueArbitrary(), (path, value) => {
        const changed = programme();
        put(changed, [path, GONE]); // the path exists
        let place = changed as Record<string | number, unknown>;
        for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
        place[path.at(-1) ?? ''] = value;
        const empty = Array.isArray(value) && value.length === 0;
        expect(verifyProgramme(request(), changed).ok).toBe(empty && path.at(-1) === 'unmet');
      }),
      { numRuns: runs(2_000) },
    );
  });

  it('that runs code of its own is refused', () => {
    const fails = (): never => {
      throw new Error('gotcha');
    };
    const proxy = new Proxy({}, { get: fails, ownKeys: fails, getPrototypeOf: fails });
    const getter = Object.defineProperty({ ...request() }, 'staff', { get: fails, enumerable: true });
    let calls = 0;
    const fickle = Object.defineProperty({ ...request() }, 'staff', {
      get: () => ((calls += 1) === 1 ? request().staff : fails()),
      enumerable: true,
    });
    for (const value of [proxy, getter, fails, Proxy.revocable({}, {}).proxy]) {
      expect(verifyProgramme(value, programme()).ok).toBe(false);
      expect(verifyProgramme(request(), value).ok).toBe(false);
    }
    expect(verifyProgramme(fickle, programme())).toEqual({ ok: true });
    expect(calls).toBe(1);
  });

  it('endless, huge or circular, it is refused', () => {
    const circle: Record<string, unknown> = { ...request() };
    circle['policy'] = circle;
    let deep: unknown = { minLevel: 1 };
    for (let level = 0; level < 200; level += 1) deep = { not: deep };
    const huge = new Array<unknown>(2 ** 32 - 1);
    expect(unreadable(circle)).toContain('malformed-request');
    expect(unreadable(put(request(), [['needs', 0, 'who'], deep]))).toContain('malformed-request');
    expect(unreadable({ ...request(), staff: huge })).toContain('malformed-request');
    expect(verifyProgramme(request(), { ...(programme() as object), bookings: huge }).ok).toBe(false);
  });

  it('is left as it was', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    expect(verifyProgramme(freeze(request()), freeze(programme()))).toEqual({ ok: true });
  });
});

describe('the contract, written again without schemas,', () => {
  it('has every key of the schemas', () => {
    expect(unreadable(fullRequest())).toEqual([]);
  });

  it('takes what the schemas take', () => {
    const tally = newTally();
    fc.assert(
      fc.property(hostileRequestArbitrary(requestArbitrary()), (value) => {
        const check = checkRequest(value);
        const codes = unreadable(value);
        tally.ran();
        tally.note('valid', check.status === 'valid');
        tally.note('refused', codes.length > 0);
        if (check.status === 'valid') expect(codes).toEqual([]);
      }),
      { numRuns: runs(800) },
    );
    for (const label of ['valid', 'refused']) expect(tally.percent(label), label).toBeGreaterThan(5);
  });
});

describe('a request that is read and makes no sense', () => {
  const judged = (...changes: Change[]): string[] => refusalsInFull({ request: changes });
  const ITEMS = ['catalogue', 'items'] as const;

  it('may go in circles', () => {
    judged(
      [[...ITEMS, 0, 'prerequisites'], [{ anyOf: ['aid-intro', 'aid'] }]],
      [[...ITEMS, 1, 'prerequisites'], [{ anyOf: ['aid'] }]],
    );
    judged([[...ITEMS, 2, 'offers', 0, 'requires'], ['club']]);
    expect(judged([[...ITEMS, 2, 'offers', 0, 'requires'], ['club']])).toContain(
      'entitlement bookings.2.offer',
    );
  });

  it('may name what is not there', () => {
    judged(
      [[...ITEMS, 0, 'prerequisites', 1], { anyOf: ['nothing'] }],
      [[...ITEMS, 0, 'excludes'], ['nothing']],
      [['staff', 0, 'time', 'terms', 'winter'], { releaseMinutes: 0, ownMinutes: 0 }],
      [['adjustments', 2], { kind: 'pin', item: 'nothing', session: 'never', staff: ['nobody'] }],
      [['limits', 0, 'select'], { items: ['nothing'], staff: ['nobody'] }],
    );
  });

  it('may have terms that overlap, end before they begin or lie elsewhere', () => {
    judged([['terms', 2], { id: 'all', from: '0001-01-01', to: '9999-12-31' }]);
    judged([['terms', 2], { id: 'none', from: '2026-07-31', to: '2026-02-01' }]);
  });

  it('may have sessions, hours and days away that end before they begin, or last for ever', () => {
    judged(
      [[...ITEMS, 3, 'sessions', 0, 'blocks', 0], { starts: '9999-12-31T23:59', ends: '0001-01-01T00:00' }],
      [['staff', 0, 'away', 0], { from: '9999-12-31', to: '0001-01-01' }],
      [['cover', 0, 'starts'], '9999-12-31T23:59'],
      [['setting', 'openingHours', 0], { weekday: 7, from: '23:59', to: '00:00' }],
    );
    judged([
      [...ITEMS, 3, 'sessions', 0, 'blocks', 0],
      { starts: '0001-01-01T00:00', ends: '9999-12-31T23:59' },
    ]);
  });

  it('may use names of objects for ids', () => {
    judged(
      [['staff', 0, 'time', 'terms', 'toString'], { releaseMinutes: 0 }],
      [['terms', 2], { id: 'toString', from: '2026-07-31', to: '2026-07-31' }],
    );
    judged([['funding', 1, 'id'], 'hasOwnProperty'], [['staff', 0, 'id'], 'valueOf']);
  });
});
