import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/certificate/canonical-json.js';
import { verifyProgramme } from '../../../src/verify/index.js';
import { runs } from '../../support/runs.js';
import { GONE, type Path, put } from '../intake/check-fixtures.js';
import * as full from './full-programme.js';
import * as plain from './legal-programme.js';
import { isHolder, pathsIn } from './tampering.js';

/*
 * One thing in a legal programme is altered: whatever it is, the programme is refused. The exceptions are its builder's
 * word, which nothing in the request contradicts; they are counted, so that none can creep in.
 */

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((holder, key) => (isHolder(holder) ? holder[key] : undefined), value);

/** Other values that something could have been altered to. */
function altered(value: unknown): unknown[] {
  const others: unknown[] = [null, {}, [], 'other', 0, 1, -1, true, GONE];
  if (typeof value === 'number') others.push(value + 1, value - 1, value + 0.5, String(value), Number.NaN);
  if (typeof value === 'string') others.push(`${value} `, value.slice(1), value.toUpperCase(), [value]);
  if (Array.isArray(value))
    others.push([...value, value.at(-1) ?? 'other'], value.slice(1), value.slice(0, -1), value.toReversed());
  else if (isHolder(value)) others.push({ ...value, extra: 1 }, [value]);
  return others.filter((other) => JSON.stringify(other) !== JSON.stringify(value));
}

/** What may be otherwise, as nobody but the builder can say: its name, modesty, and reasons left out. */
const isBuildersWord = (path: Path, value: unknown): boolean =>
  (path.join() === 'engine' && typeof value === 'string' && value !== '') ||
  (path.join() === 'status' && value === 'bounded') ||
  (path[0] === 'coverage' &&
    path[2] === 'unmet' &&
    ((path.length === 3 && Array.isArray(value)) || value === GONE));

describe.each([
  ['plain', plain, 1_500],
  ['with a bit of everything', full, 2_500],
] as const)('of the programme %s,', (_name, { programme, request }, least) => {
  it('whatever single thing is altered, the programme is refused', () => {
    const legal = programme();
    const accepted: string[] = [];
    let tried = 0;
    for (const path of pathsIn(legal).slice(1)) {
      for (const value of altered(valueAt(legal, path))) {
        tried += 1;
        const check = verifyProgramme(request(), put(legal, [path, value]));
        if (check.ok && !isBuildersWord(path, value)) accepted.push(`${path.join('.')} = ${String(value)}`);
      }
    }
    expect(accepted).toEqual([]);
    expect(tried).toBeGreaterThan(least);
  });

  it('whatever is put in the place of something, it is refused or the same', () => {
    const legal = programme();
    const paths = pathsIn(legal).slice(1);
    const places = fc.constantFrom(...paths);
    const values = fc.oneof(
      fc.anything(),
      fc.integer(),
      fc.string(),
      places.map((path) => valueAt(legal, path)),
    );
    let refused = 0;
    fc.assert(
      fc.property(places, values, (path, value) => {
        const changed = put(legal, [path, value]);
        const check = verifyProgramme(request(), changed);
        if (!check.ok) refused += 1;
        const same = JSON.stringify(changed) === JSON.stringify(legal);
        expect(check.ok, String(path)).toBe(check.ok && (same || isBuildersWord(path, value)));
      }),
      { numRuns: runs(1_000) },
    );
    expect(refused).toBeGreaterThan(800);
  });

  it('whatever single thing of the request is altered or taken away, the programme is refused', () => {
    const given = request();
    for (const path of pathsIn(given).slice(1))
      for (const value of [GONE, ...altered(valueAt(given, path)).slice(-4)]) {
        const changed = put(given, [path, value]);
        if (canonicalJson(changed) === canonicalJson(given)) continue; // lists are sets
        const check = verifyProgramme(changed, programme());
        expect(check.ok, `${path.join('.')} = ${String(value)}`).toBe(false);
      }
  });
});
