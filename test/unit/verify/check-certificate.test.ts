import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/certificate/digest.js';
import { CertificateSchema } from '../../../src/certificate/certificate.js';
import type { Programme } from '../../../src/domain/programme.js';
import { buildProgramme } from '../../../src/index.js';
import { hostileValueArbitrary, makeRequest } from '../../../src/testing/index.js';
import { checkCertificate, verifyProgramme } from '../../../src/verify/index.js';
import { runs } from '../../support/runs.js';
import { put } from '../intake/check-fixtures.js';
import * as full from './full-programme.js';
import { type Change, isHolder, pathsIn } from './tampering.js';

const request = makeRequest(5, { people: 4, items: 14, wholeContract: true });
const programme = ((): Programme => {
  const built = buildProgramme(request);
  if (built.status !== 'optimal') throw new Error(built.status);
  return built.programme;
})();

const refusalsOf = (given: unknown, claimed: unknown): string[] => {
  const check = checkCertificate(given, claimed);
  return check.ok ? [] : check.refusals.map(({ code, path }) => [code, ...path].join(' '));
};
const altered = (...changes: Change[]): string[] => refusalsOf(request, put(programme, ...changes));
/** The same of a programme whose proof says that it is its own. */
const claimed = (...changes: Change[]): string[] => {
  const other = put(programme, ...changes) as Programme;
  return refusalsOf(
    request,
    put(other, [['proof', 'programme'], digestOf({ ...other, proof: undefined, requestDigest: undefined })]),
  );
};

describe('checkCertificate', () => {
  it('accepts what the builder proves, told early to stop or not', () => {
    expect(altered()).toEqual([]);
    expect(claimed([['status'], 'bounded'])).toEqual([]);
    expect(claimed([['engine'], 'another builder'])).toEqual([]);
  });

  it('passes on what is wrong with the programme, and does not look at its proof', () => {
    const changes: Change[] = [
      [['bookings', 0, 'pence'], 1],
      [['totals', 'minutes'], 1],
    ];
    const check = verifyProgramme(request, put(programme, ...changes));
    expect(check.ok).toBe(false);
    expect(checkCertificate(request, put(programme, ...changes, [['proof', 'programme'], 'x']))).toEqual(
      check,
    );
  });

  it.each([
    ['no-proof proof', [['proof'], { kind: 'none' }]],
    ['programme-digest proof programme', [['engine'], 'another builder']],
    ['grouping proof grouping', [['proof', 'grouping'], 99]],
    ['stages proof stages', [['proof', 'stages'], []]],
    ['stages proof stages 0', [['proof', 'stages', 0, 'multipliers'], []]],
    ['tree proof stages 0 tree 0', [['proof', 'stages', 0, 'tree'], []]],
    ['reduction proof stages 0 reductions 0', [['proof', 'stages', 0, 'reductions', 0, 'lowered'], [1e6]]],
    ['malformed-programme proof kind', [['proof', 'kind'], 'trust-me']],
    ['malformed-programme proof stages', [['proof', 'stages'], null]],
    ['malformed-programme proof stages 0 tree 0 column', [['proof', 'stages', 0, 'tree', 0, 'column'], -1]],
    ['malformed-programme proof stages 0 multipliers 0', [['proof', 'stages', 0, 'multipliers'], [0.5]]],
    ['malformed-programme proof stages 0 shortcut', [['proof', 'stages', 0, 'shortcut'], true]],
  ] satisfies [string, Change][])('refuses: %s', (refusal, change) => {
    expect(altered(change)).toEqual([refusal]);
  });

  it('refuses bounds that are not what is reached, each of them', () => {
    const { objectives } = programme;
    const bounds = objectives.map(({ value, name }, k) =>
      k === 0 ? value + 1 : name === 'must' ? value : null,
    );
    const changes = bounds.map((bound, k): Change => [['objectives', k, 'bound'], bound]);
    expect(claimed([['status'], 'bounded'], ...changes)).toEqual(
      objectives.map((_, k) => `unproved-bound objectives ${k} bound`),
    );
  });

  it('reads each thing once, and leaves it as it was', () => {
    const freeze = <T>(value: T): T => {
      if (isHolder(value)) Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    expect(checkCertificate(freeze(structuredClone(request)), freeze(structuredClone(programme)))).toEqual({
      ok: true,
    });
    let reads = 0;
    const fickle = Object.defineProperty({ ...programme }, 'proof', {
      get: () => ((reads += 1) === 1 ? programme.proof : { kind: 'none' }),
      enumerable: true,
    });
    expect(checkCertificate(request, fickle)).toEqual({ ok: true });
    expect(reads).toBe(1);
  });

  it('throws at nothing, wherever it is put into a proof', () => {
    const paths = pathsIn(programme.proof).slice(1);
    fc.assert(
      fc.property(fc.constantFrom(...paths), hostileValueArbitrary(), (path, value) => {
        const changed = structuredClone(programme);
        let place: unknown = changed.proof;
        for (const key of path.slice(0, -1)) place = Reflect.get(place as object, key);
        Reflect.set(place as object, path.at(-1) ?? '', value);
        const check = checkCertificate(request, changed);
        const isProof = CertificateSchema.safeParse(changed.proof).success;
        if (!isProof) expect(check.ok).toBe(false);
        else if (!check.ok) for (const { code } of check.refusals) expect(code).not.toMatch(/^malformed/);
      }),
      { numRuns: runs(400) },
    );
  });

  it('throws at nothing that is passed', () => {
    fc.assert(
      fc.property(hostileValueArbitrary(), hostileValueArbitrary(), (one, other) => {
        expect(checkCertificate(one, programme).ok).toBe(false);
        expect(checkCertificate(request, one).ok).toBe(false);
        expect(checkCertificate(one, other).ok).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a request that is read and makes no sense', () => {
  const ITEMS = ['catalogue', 'items'] as const;
  const day = (hour: string): string => `2026-03-10T${hour}`;
  const CHANGES: Record<string, readonly Change[]> = {
    circles: [
      [[...ITEMS, 0, 'prerequisites'], [{ anyOf: ['aid-intro', 'aid'] }]],
      [[...ITEMS, 1, 'prerequisites'], [{ anyOf: ['aid'] }]],
    ],
    'what is not there': [
      [[...ITEMS, 0, 'prerequisites', 1], { anyOf: ['nothing'] }],
      [[...ITEMS, 0, 'excludes'], ['nothing']],
      [['adjustments', 2], { kind: 'pin', item: 'nothing', session: 'never', staff: ['nobody'] }],
      [['limits', 0, 'select'], { items: ['nothing'], staff: ['nobody'] }],
    ],
    'another pin': [[['adjustments', 2], { kind: 'pin', item: 'nothing', staff: ['nobody'] }]],
    'a limit on nothing': [[['limits', 0, 'select'], { items: ['nothing'], staff: ['nobody'] }]],
    'terms all over': [[['terms', 2], { id: 'all', from: '0001-01-01', to: '9999-12-31' }]],
    'terms that end before they begin': [
      [['terms', 2], { id: 'none', from: '2026-07-31', to: '2026-02-01' }],
    ],
    'days away for ever': [[['staff', 1, 'away'], [{ from: '0001-01-01', to: '9999-12-31' }]]],
    'cover for ever': [[['cover', 1], { starts: day('23:59'), ends: day('00:00'), maxAway: 0 }]],
    'names of objects': [[['funding', 2], { id: 'hasOwnProperty', pence: 1 }]],
    'an earlier programme of nothing': [
      [
        ['baseline'],
        [
          {
            id: 'x',
            item: 'nothing',
            offer: 'none',
            learners: ['nobody'],
            units: 0,
            pence: 0,
            minutes: 0,
            completeBy: '2026-03-03',
          },
        ],
      ],
    ],
  };

  it.each(Object.entries(CHANGES))('with %s is told so, or that it is not proved', (_what, changes) => {
    const given = put(full.request(), ...changes);
    const digest: Change = [['requestDigest'], digestOf(given)];
    const stated = put(full.programme(), digest, [['status'], 'bounded']) as Programme;
    const proof = {
      kind: 'branch-trees',
      programme: digestOf({ ...stated, proof: undefined, requestDigest: undefined }),
      grouping: 0,
      stages: [],
    };
    const codes = refusalsOf(given, { ...stated, proof });
    expect(codes).not.toEqual([]);
  });
});
