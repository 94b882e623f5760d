import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/index.js';
import { makeRequest } from '../../../src/testing/index.js';

describe('the first objective that is not proved', () => {
  // of the first a programme is worth more than the solution that it is read from, and so is proved best on it
  const CASES = [
    [143, 7, 17, 200],
    ...[1, 2, 3, 4, 5].flatMap((seed) => [3, 30, 200, 1500].map((effort) => [seed, 6, 24, effort] as const)),
  ] as const;

  it.each(CASES)('has a bound: seed %i, %i people × %i items, effort %i', (seed, people, items, effort) => {
    const result = buildProgramme(makeRequest(seed, { people, items, wholeContract: true }), { effort });
    if (result.status !== 'bounded' && result.status !== 'optimal') throw new Error(result.status);
    const { objectives } = result.programme;
    const open = objectives.findIndex(({ value, bound }) => bound !== value);
    if (open < 0) return;
    expect(objectives[open]!.bound).not.toBeNull();
    expect(objectives.slice(open + 1).map(({ bound }) => bound)).toEqual(
      objectives.slice(open + 1).map(() => null),
    );
  });
});
