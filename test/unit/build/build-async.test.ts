import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AsyncBuildOptions } from '../../../src/domain/outcome.js';
import { buildProgramme, buildProgrammeAsync } from '../../../src/index.js';
import type { RequestInput } from '../../../src/index.js';
import { hostileValueArbitrary, makeRequest } from '../../../src/testing/index.js';
import { runs } from '../../support/runs.js';

const request = (): RequestInput => makeRequest(1, { people: 4, items: 15, wholeContract: true });
const hard = (): RequestInput => makeRequest(1, { people: 8, items: 150, wholeContract: true });
const untyped = (value: unknown): AsyncBuildOptions => value as AsyncBuildOptions;

const issuesOf = async (options: unknown): Promise<string[]> => {
  const result = await buildProgrammeAsync(request(), untyped(options));
  if (result.status !== 'invalid') throw new Error(`not invalid: ${result.status}`);
  return result.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
};

describe('the options of buildProgrammeAsync', () => {
  it('are refused all at once, with their paths', async () => {
    expect(await issuesOf({ effort: 0, signal: 'stop', onProgress: 1, efort: 3 })).toEqual([
      'options.effort too-small',
      'options.efort unknown-key',
      'options.onProgress wrong-type',
      'options.signal wrong-type',
    ]);
    expect(await issuesOf({ signal: {} })).toEqual(['options.signal wrong-type']);
    expect(await issuesOf({ signal: null })).toEqual(['options.signal wrong-type']);
    expect(await issuesOf({ signal: { aborted: 1 } })).toEqual(['options.signal wrong-type']);
    expect(await issuesOf({ onProgress: null })).toEqual(['options.onProgress wrong-type']);
    expect(await issuesOf([])).toEqual(['options wrong-type']);
    expect(await issuesOf(new Date(0))).toEqual(['options not-json']);
    expect(await issuesOf(null)).toEqual(['options wrong-type']);
    expect(
      await issuesOf({
        get signal() {
          throw new Error('no');
        },
      }),
    ).toEqual(['options.signal not-json']);
  });

  it('are as those of buildProgramme otherwise', () =>
    fc.assert(
      fc.asyncProperty(hostileValueArbitrary(), async (value) => {
        const spoilt =
          typeof value === 'object' && value !== null && ('signal' in value || 'onProgress' in value);
        const result = await buildProgrammeAsync(untyped(undefined) as RequestInput, untyped(value));
        expect(result.status).toBe('invalid');
        if (!spoilt)
          expect(result).toEqual(buildProgramme(untyped(undefined) as RequestInput, untyped(value)));
      }),
      { numRuns: runs(500) },
    ));

  it('may be left out, or undefined', async () => {
    const expected = JSON.stringify(buildProgramme(request()));
    expect(JSON.stringify(await buildProgrammeAsync(request()))).toBe(expected);
    const none = { effort: undefined, signal: undefined, onProgress: undefined };
    expect(JSON.stringify(await buildProgrammeAsync(request(), none))).toBe(expected);
  });
});

describe('buildProgrammeAsync', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('refuses what buildProgramme refuses, aborted or not', async () => {
    const bad = { ...request(), asOf: 'today' };
    expect(await buildProgrammeAsync(bad, { signal: AbortSignal.abort() })).toEqual(buildProgramme(bad));
  });

  it('does nothing when it is aborted before it begins', async () => {
    const onProgress = vi.fn<() => void>();
    const result = await buildProgrammeAsync(request(), { signal: AbortSignal.abort(), onProgress });
    expect(result).toMatchObject({ status: 'undecided', statistics: { effort: 0, columns: 0, nodes: 0 } });
    expect(onProgress).not.toHaveBeenCalled();
  });

  it('has nothing to give when it is aborted while the request is compiled', async () => {
    let looks = 0;
    const signal = {
      get aborted() {
        looks += 1;
        return looks > 5;
      },
    };
    const large = makeRequest(1, { people: 60, items: 80, wholeContract: true });
    const result = await buildProgrammeAsync(large, { signal });
    expect(looks).toBe(6);
    expect(result).toMatchObject({ status: 'undecided', statistics: { effort: 0, columns: 0, rows: 0 } });
  });

  it('can be aborted by what it tells', async () => {
    const stop = new AbortController();
    let told = 0;
    const result = await buildProgrammeAsync(hard(), {
      signal: stop.signal,
      onProgress: () => {
        told += 1;
        stop.abort();
      },
    });
    expect(result.status).toBe('bounded');
    expect(told).toBe(1);
  });

  it.each(['with setImmediate', 'without'])('lets timers run in between, %s', async (how) => {
    if (how === 'without') vi.stubGlobal('setImmediate', undefined);
    let turns = 0;
    let ended = false;
    const count = (): void => {
      turns += 1;
      if (!ended) setTimeout(count, 0);
    };
    setTimeout(count, 0);
    await buildProgrammeAsync(hard(), { effort: 60_000 });
    ended = true;
    expect(turns).toBeGreaterThan(20);
  });

  it('reads the request and the options at once', async () => {
    const mine = structuredClone(request());
    const options: { effort?: number; signal?: { aborted: boolean } } = { effort: 20_000 };
    const running = buildProgrammeAsync(mine, options);
    mine.staff.length = 0;
    mine.funding.forEach((pot) => void (pot.pence = 0));
    (mine as { asOf: unknown }).asOf = undefined;
    options.effort = 1;
    options.signal = { aborted: true };
    expect(JSON.stringify(await running)).toBe(JSON.stringify(buildProgramme(request(), { effort: 20_000 })));
  });

  it('rejects with what a listener or a signal throws', async () => {
    const thrown = new Error('mine');
    const throwing = (): never => {
      throw thrown;
    };
    await expect(buildProgrammeAsync(request(), { onProgress: throwing })).rejects.toBe(thrown);
    let looks = 0;
    const signal = {
      get aborted() {
        looks += 1;
        return looks > 2 ? throwing() : false;
      },
    };
    await expect(buildProgrammeAsync(hard(), { signal })).rejects.toBe(thrown);
  });
});
