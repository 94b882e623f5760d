import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactBound, type ExactBound, proofOfEmpty } from '../../../src/solve/exact-bound.js';
import { runs } from '../../support/runs.js';
import { dot, feasiblePoints, rowsOf, type SmallProblem, smallProblems } from './small-problems.js';

const prove = (small: SmallProblem, multipliers: readonly number[]): ExactBound =>
  exactBound(
    rowsOf(small),
    Float64Array.from(small.lower),
    Float64Array.from(small.upper),
    Float64Array.from(small.objectives[0]!),
    Float64Array.from(multipliers),
  );

/** Multipliers as the relaxation gives them, and far worse ones. */
const multiplier = fc.oneof(
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.double({ min: -1e-6, max: 1e-6, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }),
);
const withMultipliers = smallProblems().chain((small) =>
  fc.record({
    small: fc.constant(small),
    multipliers: fc.array(multiplier, { minLength: small.rows.length, maxLength: small.rows.length }),
  }),
);

describe('a bound proved in integers', () => {
  it('is at least what every integer point is worth, whatever the multipliers', () => {
    let tight = 0;
    let finite = 0;
    fc.assert(
      fc.property(withMultipliers, ({ small, multipliers }) => {
        const { value, scale, total } = prove(small, multipliers);
        const objective = small.objectives[0]!;
        const worth = feasiblePoints(small).map((x) => dot(objective, x));
        for (const point of worth) expect(value).toBeGreaterThanOrEqual(point);
        if (!Number.isFinite(total)) return;
        finite += 1;
        expect(Number.isSafeInteger(total)).toBe(true);
        expect(value).toBe(Math.floor(total / scale));
        if (worth.includes(value)) tight += 1;
      }),
      { numRuns: runs(1500) },
    );
    expect(finite).toBeGreaterThan(500);
    expect(tight).toBeGreaterThan(20);
  });

  it('says what each column loses by leaving its best side', () => {
    fc.assert(
      fc.property(withMultipliers, ({ small, multipliers }) => {
        const { total, scale, reduced } = prove(small, multipliers);
        if (!Number.isFinite(total)) return;
        const objective = small.objectives[0]!;
        for (const x of feasiblePoints(small)) {
          const lost = x.reduce((sum, value, j) => {
            const best = reduced[j]! > 0 ? small.upper[j]! : small.lower[j]!;
            return sum + Math.abs(reduced[j]!) * Math.abs(value - best);
          }, 0);
          expect(scale * dot(objective, x)).toBeLessThanOrEqual(total - lost);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('does not use a side that is not there', () => {
    const small: SmallProblem = {
      lower: [0],
      upper: [9],
      rows: [{ values: [1], lower: 2, upper: Infinity }],
      objectives: [[1]],
    };
    // A positive multiplier asks for the upper side.
    expect(prove(small, [1]).value).toBe(9);
    expect(prove({ ...small, rows: [{ values: [1], lower: -Infinity, upper: 5 }] }, [1]).value).toBe(5);
    expect(prove({ ...small, rows: [{ values: [1], lower: -Infinity, upper: 5 }] }, [-1]).value).toBe(9);
  });

  it('is exact where the multipliers are not: thirds', () => {
    const small: SmallProblem = {
      lower: [0, 0, 0],
      upper: [1, 1, 1],
      rows: [{ values: [3, 3, 3], lower: -Infinity, upper: 6 }],
      objectives: [[1, 1, 1]],
    };
    expect(prove(small, [1 / 3]).value).toBe(2);
    expect(prove(small, [0]).value).toBe(3);
  });

  it('proves that nothing is there by a bound below zero of nothing', () => {
    const small: SmallProblem = {
      lower: [0, 0],
      upper: [1, 1],
      rows: [{ values: [1, 1], lower: 3, upper: Infinity }],
      objectives: [[0, 0]],
    };
    expect(prove(small, [-1]).value).toBeLessThan(0);
  });

  it.each([
    ['a multiplier', 2, 1e300],
    ['a multiplier', 2, -1e300],
    ['a column', 2 ** 53, 1],
    ['a column', 2 ** 53, 0],
  ])('says nothing of single columns where %s is too large to count exactly', (_title, upper, multiplier) => {
    const small: SmallProblem = {
      // Wider than the row, which the box must not keep by itself.
      lower: [-1],
      upper: [upper],
      rows: [{ values: [1], lower: 0, upper: 1 }],
      objectives: [[1]],
    };
    const { value, total } = prove(small, [multiplier]);
    expect(total).toBe(Infinity);
    expect(value).toBeGreaterThanOrEqual(1);
  });

  it.each([NaN, Infinity, -Infinity])('is a bound, or nothing, for the multiplier %d', (multiplier) => {
    for (const side of [0, 1, -1]) {
      const small: SmallProblem = {
        lower: [-1],
        upper: [1],
        rows: [{ values: [1], lower: side, upper: side }],
        objectives: [[1]],
      };
      expect(prove(small, [multiplier]).value).toBeGreaterThanOrEqual(side);
    }
  });

  it('uses a coarser scale for larger numbers', () => {
    const at = (factor: number): ExactBound =>
      prove(
        {
          lower: [0],
          upper: [factor],
          rows: [{ values: [2], lower: -Infinity, upper: factor }],
          objectives: [[1]],
        },
        [0.5],
      );
    expect(at(10)).toMatchObject({ value: 5, scale: 2 ** 24 });
    const large = at(2 ** 40);
    expect(large.value).toBe(2 ** 39);
    expect(large.scale).toBeLessThan(2 ** 12);
    expect(large.scale).toBeGreaterThanOrEqual(2);
  });
});

describe('a proof that nothing is there', () => {
  const proves = (small: SmallProblem, ray: readonly number[]): boolean =>
    proofOfEmpty(
      rowsOf(small),
      Float64Array.from(small.lower),
      Float64Array.from(small.upper),
      Float64Array.from(ray),
    ) !== undefined;

  it('is never found where there is a point, whatever the multipliers', () => {
    let proofs = 0;
    fc.assert(
      fc.property(withMultipliers, ({ small, multipliers }) => {
        if (!proves(small, multipliers)) return;
        proofs += 1;
        expect(feasiblePoints(small)).toEqual([]);
      }),
      { numRuns: runs(1500) },
    );
    expect(proofs).toBeGreaterThan(30);
  });

  // One row that asks for more than the box holds, and three that only together ask for too much.
  const one: SmallProblem = {
    lower: [0, 0],
    upper: [1, 1],
    rows: [{ values: [1, 1], lower: 3, upper: Infinity }],
    objectives: [],
  };
  const two: SmallProblem = {
    lower: [0, 0],
    upper: [9, 9],
    rows: [
      { values: [3, 1], lower: -Infinity, upper: 2 },
      { values: [1, 3], lower: 3, upper: Infinity },
      { values: [1, -7], lower: 0, upper: Infinity },
    ],
    objectives: [],
  };

  it.each([1, -1, 1 / 3, 1e-7, 1e7])('is found at the scale %d, in both directions', (factor) => {
    expect(proves(one, [factor])).toBe(true);
    expect(proves(two, [factor * 11, -factor * 10, -factor * 3])).toBe(true);
  });

  it('is not found in nothing', () => {
    expect(proves(one, [0])).toBe(false);
    expect(proves(one, [1e-12])).toBe(false);
    expect(proves(one, [NaN])).toBe(false);
  });
});
