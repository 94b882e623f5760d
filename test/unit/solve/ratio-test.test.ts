import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PIVOT, RatioTest, UNBOUNDED } from '../../../src/solve/ratio-test.js';

const SLACK = 1e-7;
const LEAST_PIVOT = 1e-7;
const LEAST_OUTSIDE = 1e-7;

interface Breakpoint {
  readonly column: number;
  readonly ratio: number;
  readonly size: number;
  readonly range: number;
}

/** The column that ends the ascent, and those passed before it. */
function ascend(breakpoints: readonly Breakpoint[], outside: number): { ends: number; passed: number[] } {
  const ratioTest = new RatioTest(20);
  ratioTest.add(0, 1, 1, 1);
  ratioTest.clear();
  for (const { column, ratio, size, range } of breakpoints) ratioTest.add(column, ratio, size, range);
  const ends = ratioTest.run(outside, SLACK, LEAST_PIVOT, LEAST_OUTSIDE);
  return { ends, passed: [...ratioTest.passed.subarray(0, ratioTest.passes)].sort((a, b) => a - b) };
}

const test = (breakpoints: readonly Breakpoint[], outside: number): number =>
  ascend(breakpoints, outside).ends;

describe('the ratio test', () => {
  it('passes breakpoints as long as the ascent goes on', () => {
    const breakpoints: Breakpoint[] = [
      { column: 1, ratio: 2, size: 1, range: 3 },
      { column: 2, ratio: 1, size: 2, range: 1 },
      { column: 3, ratio: 3, size: 1, range: 1 },
    ];
    // The slope is what is outside, less 2 after the first, 3 more after the second, 1 after the third.
    expect(test(breakpoints, 1)).toBe(2);
    expect(test(breakpoints, 2.5)).toBe(1);
    expect(test(breakpoints, 5.5)).toBe(3);
    expect(test(breakpoints, 7)).toBe(UNBOUNDED);
    expect(ascend(breakpoints, 1).passed).toEqual([]);
    expect(ascend(breakpoints, 2.5).passed).toEqual([2]);
    expect(ascend(breakpoints, 5.5).passed).toEqual([1, 2]);
  });

  it('takes the largest pivot of those that nearly coincide, then the first column', () => {
    const at = (column: number, ratio: number, size: number): Breakpoint => ({
      column,
      ratio,
      size,
      range: 9,
    });
    expect(test([at(4, 1, 1), at(5, 1 + 1e-9, 3), at(6, 2, 50)], 1)).toBe(5);
    expect(test([at(5, 1, 3), at(4, 1, 3)], 1)).toBe(4);
  });

  it('has none where nothing is ahead, or only pivots too small to divide by', () => {
    expect(test([], 1)).toBe(UNBOUNDED);
    expect(test([], 0)).toBe(NO_PIVOT);
    expect(test([{ column: 0, ratio: 1, size: 1e-8, range: 1e10 }], 1)).toBe(NO_PIVOT);
  });

  it('passes what is nearer than its end', () => {
    const breakpoint = fc.record({
      ratio: fc.integer({ min: 0, max: 9 }),
      size: fc.integer({ min: 1, max: 4 }),
      range: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(breakpoint, { minLength: 1, maxLength: 16 }),
        fc.integer({ min: 1, max: 60 }),
        (breakpoints, outside) => {
          const list = breakpoints.map((one, column) => ({ ...one, column }));
          const { ends, passed } = ascend(list, outside + 0.5);
          const slope = (nearer: (ratio: number) => boolean): number =>
            list
              .filter(({ ratio }) => nearer(ratio))
              .reduce((sum, { size, range }) => sum - size * range, outside + 0.5);
          if (ends === UNBOUNDED) {
            expect(slope(() => true)).toBeGreaterThan(0);
            return;
          }
          const { ratio: end } = list[ends]!;
          expect(slope((ratio) => ratio < end)).toBeGreaterThan(0);
          expect(slope((ratio) => ratio <= end)).toBeLessThan(0);
          expect(passed).toEqual(list.filter(({ ratio }) => ratio < end).map(({ column }) => column));
        },
      ),
    );
  });

  it('gives the same column in any order', () => {
    const breakpoint = fc.record({
      ratio: fc.integer({ min: 0, max: 4 }),
      size: fc.integer({ min: 1, max: 4 }),
      range: fc.integer({ min: 1, max: 3 }),
    });
    const shuffled = fc
      .array(breakpoint, { minLength: 1, maxLength: 8 })
      .map((list) => list.map((one, column) => ({ ...one, column })))
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 40 }), ([list, other], outside) => {
        expect(ascend(other, outside)).toEqual(ascend(list, outside));
      }),
    );
  });
});
