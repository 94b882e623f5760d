import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Building } from '../../src/building.js';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { buildProgramme, buildProgrammeAsync, checkRequest, verifyProgramme } from '../../src/index.js';
import type { BuildProgress, BuildResult } from '../../src/index.js';
import { makeRequest, newTally, requestArbitrary } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { built } from './support/built.js';
import { frozen } from './support/frozen.js';
import { competing } from './support/sizes.js';
import { patience } from './support/patience.js';

/** Of must and weighted more is better, of all else less. */
const better = (name: string, a: number, b: number): number =>
  name === 'must' || name === 'weighted' ? a - b : b - a;

/** Above 0 where the first list is the better in the order of the objectives; no bound is better than any. */
function compare(
  names: readonly string[],
  a: readonly (number | null)[],
  b: readonly (number | null)[],
): number {
  const k = names.findIndex((_, at) => a[at] !== b[at]);
  if (k < 0) return 0;
  const [one, other] = [a[k] ?? null, b[k] ?? null];
  if (one === null) return 1;
  return other === null ? -1 : better(names[k]!, one, other);
}

const namesOf = (objectives: readonly { name: string }[]): string[] => objectives.map(({ name }) => name);
const valuesOf = (objectives: readonly { value: number }[]): number[] => objectives.map(({ value }) => value);
const boundsOf = (objectives: readonly { bound: number | null }[]): (number | null)[] =>
  objectives.map(({ bound }) => bound);

/** Gathers what a build tells, and sees that it never gets worse and that gaps are what they are called. */
function listener(): {
  readonly told: BuildProgress[];
  readonly onProgress: (progress: BuildProgress) => void;
} {
  const told: BuildProgress[] = [];
  const onProgress = (progress: BuildProgress): void => {
    const { objectives, effort } = progress;
    for (const { name, value, bound, gap } of objectives) {
      expect(gap).toBe(bound === null ? null : better(name, bound, value) + 0);
      if (gap !== null) expect(gap).toBeGreaterThanOrEqual(0);
    }
    const last = told.at(-1);
    if (last !== undefined) {
      const names = namesOf(objectives);
      expect(effort).toBeGreaterThanOrEqual(last.effort);
      const values = compare(names, valuesOf(objectives), valuesOf(last.objectives));
      const bounds = compare(names, boundsOf(objectives), boundsOf(last.objectives));
      expect(values).toBeGreaterThanOrEqual(0);
      expect(bounds).toBeLessThanOrEqual(0);
      expect(values !== 0 || bounds !== 0).toBe(true);
    }
    told.push(progress);
  };
  return { told, onProgress };
}

/** A programme says what was told last, or better, where what it covers had not been counted up yet. */
function mustSay({ status, objectives }: Programme, last: BuildProgress | undefined): void {
  const told = last?.objectives ?? [];
  const names = namesOf(objectives);
  expect(namesOf(told)).toEqual(names);
  expect(boundsOf(told)).toEqual(boundsOf(objectives));
  if (status === 'optimal') expect(valuesOf(told)).toEqual(valuesOf(objectives));
  else expect(compare(names, valuesOf(objectives), valuesOf(told))).toBeGreaterThanOrEqual(0);
}

/** A programme given up on is legal, and no better than its bounds say, which are no worse than the best there is. */
function mustHold(request: RequestInput, result: BuildResult, best: Programme | undefined): void {
  if (result.status !== 'bounded') {
    expect(['undecided', 'optimal', 'infeasible']).toContain(result.status);
    return;
  }
  const { objectives } = result.programme;
  expect(verifyProgramme(request, result.programme)).toEqual({ ok: true });
  if (best === undefined) throw new Error('a programme of a request that has none');
  const names = namesOf(objectives);
  const most = valuesOf(best.objectives);
  expect(compare(names, most, valuesOf(objectives))).toBeGreaterThanOrEqual(0);
  expect(compare(names, boundsOf(objectives), most)).toBeGreaterThanOrEqual(0);
}

/** A signal that is aborted when it is looked at for this time. */
const abortedAt = (look: number): { readonly aborted: boolean } => {
  let looks = 0;
  return {
    get aborted() {
      looks += 1;
      return looks >= look;
    },
  };
};

const mixed = (): fc.Arbitrary<RequestInput> => fc.oneof(requestArbitrary(), competing());

describe('anytime: a build that does not block', () => {
  it('gives the same answer, byte for byte, and no worse than it told', patience(240), async () => {
    const tally = newTally();
    await fc.assert(
      fc.asyncProperty(mixed(), fc.constantFrom(undefined, 1, 2, 5, 15, 50), async (request, effort) => {
        tally.ran();
        const expected = built(request, { effort });
        const { told, onProgress } = listener();
        const result = await buildProgrammeAsync(frozen(request), { effort, onProgress });
        expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
        tally.note(result.status);
        if ('programme' in result) {
          mustSay(result.programme, told.at(-1));
        } else expect(told).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
    expect(tally.cases()).toBeGreaterThanOrEqual(500);
    expect(tally.percent('optimal')).toBeGreaterThan(40);
    expect(tally.percent('bounded')).toBeGreaterThan(5);
    expect(tally.percent('infeasible')).toBeGreaterThan(1);
  });

  it('is legal wherever it is given up, with bounds that hold', patience(240), () => {
    const tally = newTally();
    fc.assert(
      fc.property(mixed(), fc.nat(400), (request, steps) => {
        tally.ran();
        const checked = checkRequest(request);
        if (checked.status !== 'valid') throw new Error('a generated request was refused');
        const whole = built(request);
        const best = 'programme' in whole ? whole.programme : undefined;
        if (whole.status === 'bounded') return;
        const building = new Building(checked.request);
        for (let step = 0; step < steps; step += 1) if (building.advance(0) !== undefined) break;
        const result = building.soFar;
        tally.note(result.status);
        mustHold(request, result, best);
        // What is given up can be gone on with.
        if (steps % 4 === 0) {
          const rest = new Building(checked.request);
          for (let step = 0; step < steps; step += 1) {
            const ended = rest.advance(0);
            if (ended !== undefined) {
              expect(JSON.stringify(ended)).toBe(JSON.stringify(whole));
              return;
            }
            expect(['bounded', 'undecided']).toContain(rest.soFar.status);
            void rest.news();
          }
          expect(JSON.stringify(rest.finish())).toBe(JSON.stringify(whole));
        }
      }),
      { numRuns: runs(400) },
    );
    expect(tally.percent('bounded')).toBeGreaterThan(40);
    expect(tally.percent('undecided')).toBeGreaterThan(1);
  });

  it('is legal wherever it is aborted, with bounds that hold', patience(240), async () => {
    const endings = new Map<string, number>();
    for (const [seed, people, items] of [
      [2, 10, 20],
      [3, 10, 20],
      [6, 8, 40],
    ] as const) {
      const request = makeRequest(seed, { people, items, wholeContract: true });
      const whole = built(request);
      if (whole.status !== 'optimal') throw new Error(`not proved: ${whole.status}`);
      for (let look = 1; look < 50; look += look < 20 ? 1 : 6) {
        const { told, onProgress } = listener();
        const result = await buildProgrammeAsync(request, { signal: abortedAt(look), onProgress });
        endings.set(result.status, (endings.get(result.status) ?? 0) + 1);
        mustHold(request, result, whole.programme);
        if (result.status === 'optimal') expect(JSON.stringify(result)).toBe(JSON.stringify(whole));
        if (result.status !== 'bounded') continue;
        mustSay(result.programme, told.at(-1));
      }
    }
    expect(endings.get('undecided')).toBeGreaterThan(3);
    expect(endings.get('bounded')).toBeGreaterThan(10);
    expect(endings.get('optimal')).toBeGreaterThan(10);
  });

  it('is not disturbed by another', patience(240), async () => {
    const requests = [1, 2, 3, 4, 5, 6].map((seed) =>
      makeRequest(seed, { people: 4 + seed, items: 12, wholeContract: true }),
    );
    const expected = requests.map((request) => JSON.stringify(buildProgramme(request, { effort: 20_000 })));
    const results = await Promise.all(
      [...requests, ...requests].map((request, index) =>
        buildProgrammeAsync(request, {
          effort: 20_000,
          // Every third is aborted while the others go on.
          ...(index % 3 === 2 && index >= requests.length ? { signal: abortedAt(3) } : {}),
        }),
      ),
    );
    results.forEach((result, index) => {
      if (index % 3 === 2 && index >= requests.length)
        expect(['bounded', 'undecided', 'optimal']).toContain(result.status);
      else expect(JSON.stringify(result)).toBe(expected[index % requests.length]);
    });
  });
});
