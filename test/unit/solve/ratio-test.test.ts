import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Breakpoint, NO_PIVOT, ratioTest, UNBOUNDED } from '../../../src/solve/ratio-test.js';

const SLACK = 1e-7;
const LEAST_PIVOT = 1e-7;
const LEAST_OUTSIDE = 1e-7;
const test = (breakpoints: Breakpoint[], outside: number): number =>
  ratioTest(breakpoints, outside, SLACK, LEAST_PIVOT, LEAST_OUTSIDE);

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
        expect(test(other, outside)).toBe(test(list, outside));
      }),
    );
  });
});
