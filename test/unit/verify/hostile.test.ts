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
import { programme, request } from './legal-programme.js';

/** The codes of what keeps a request from being read. */
const unreadable = (value: unknown): string[] => {
  const check = verifyProgramme(value, programme());
  const codes = check.ok ? [] : check.refusals.map(({ code }) => code);
  return codes.filter((code) => code === 'malformed-request' || code === 'unsupported-request');
};

describe('whatever is passed', () => {
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
    expect(new Set(unreadable(fullRequest()))).toEqual(new Set(['unsupported-request']));
  });

  it('takes what the schemas take, and as unsupported refuses just what the builder does', () => {
    const tally = newTally();
    fc.assert(
      fc.property(hostileRequestArbitrary(requestArbitrary()), (value) => {
        const check = checkRequest(value);
        const codes = unreadable(value);
        const issues = check.status === 'valid' ? [] : check.issues.map(({ code }) => code);
        tally.ran();
        tally.note('valid', check.status === 'valid');
        tally.note('unsupported', issues.includes('unsupported'));
        tally.note('refused', codes.length > 0);
        if (issues.every((code) => code === 'unsupported'))
          expect(new Set(codes)).toEqual(new Set(issues.map(() => 'unsupported-request')));
      }),
      { numRuns: runs(800) },
    );
    for (const label of ['valid', 'unsupported', 'refused'])
      expect(tally.percent(label), label).toBeGreaterThan(5);
  });
});
