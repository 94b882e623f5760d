import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrowParts } from '../../../src/solve/narrow-parts.js';
import { runs } from '../../support/runs.js';
import { inBox, points } from './small-problems.js';

const bounds = fc.record({ low: fc.integer({ min: -2, max: 2 }), range: fc.integer({ min: 0, max: 3 }) });

describe('narrowing columns by what they add up to', () => {
  it('keeps every point whose sums are within their bounds, and no value of a column that no such point has', () => {
    let narrower = 0;
    fc.assert(
      fc.property(fc.array(bounds, { minLength: 1, maxLength: 4 }), bounds, (columns, { low, range }) => {
        const lower = columns.map((column) => column.low);
        const upper = columns.map((column) => column.low + column.range);
        const parts = [...columns.keys()].slice(0, 3);
        const kept = points({ lower, upper }).filter((x) => {
          const sum = parts.reduce((total, part) => total + x[part]!, 0);
          return sum >= low && sum <= low + range;
        });
        fc.pre(kept.length > 0);
        const sums = { lower: Float64Array.of(9, low), upper: Float64Array.of(9, low + range) };
        const whole = { lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
        const narrowed = narrowParts(whole, [{ column: 1, parts }], sums);
        const after = { lower: [...narrowed.lower], upper: [...narrowed.upper] };
        expect(kept.every((x) => inBox(after, x))).toBe(true);
        for (const j of lower.keys()) {
          const values = kept.map((x) => x[j]!);
          expect([after.lower[j], after.upper[j]]).toEqual([Math.min(...values), Math.max(...values)]);
        }
        if (points(after).length < points({ lower, upper }).length) narrower += 1;
        expect([...whole.lower, ...whole.upper]).toEqual([...lower, ...upper]);
      }),
      { numRuns: runs(300) },
    );
    expect(narrower).toBeGreaterThan(50);
  });
});
