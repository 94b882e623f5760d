import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/solve/budget.js';
import { LinearProgram } from '../../../src/solve/linear-program.js';
import { Corner } from '../../../src/solve/sift-corner.js';
import { asProblem, partOf, wholeFrom } from '../../../src/solve/sift-part.js';
import { priceByFreeRows, type Prices, pricesOf } from '../../../src/solve/sift-prices.js';
import { Sifting } from '../../../src/solve/sift.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import {
  dot,
  feasiblePoints,
  formOf,
  keepsRow,
  largest,
  points,
  problemOf,
  type SmallProblem,
  smallProblems,
} from './small-problems.js';

const ENOUGH = 1e6;

/** Places that need a booking each, and bookings that take from a pot: what the rows of a catalogue look like. */
const bookings: fc.Arbitrary<SmallProblem> = fc
  .record({
    ways: fc.integer({ min: 2, max: 4 }),
    rewards: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 2 }),
    pence: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
    pot: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ ways, rewards, pence, pot }) => {
    const people = rewards.length;
    const width = people + ways * (people + 1);
    const held = (person: number): number => person;
    const place = (way: number, person: number): number => people + way * (people + 1) + person;
    const booked = (way: number): number => place(way, people);
    const row = (entries: readonly (readonly [number, number])[], upper: number) => {
      const values = new Array<number>(width).fill(0);
      for (const [column, value] of entries) values[column] = value;
      return { values, lower: -Infinity, upper };
    };
    const allWays = [...Array(ways).keys()];
    const everybody = [...rewards.keys()];
    return {
      lower: new Array<number>(width).fill(0),
      upper: new Array<number>(width).fill(1),
      rows: [
        ...everybody.map((person) =>
          row([[held(person), 1], ...allWays.map((way) => [place(way, person), -1] as const)], 0),
        ),
        ...allWays.flatMap((way) =>
          everybody.map((person) =>
            row(
              [
                [place(way, person), 1],
                [booked(way), -1],
              ],
              0,
            ),
          ),
        ),
        row(
          allWays.map((way) => [booked(way), pence[way]!] as const),
          pot,
        ),
      ],
      objectives: [Array.from({ length: width }, (_, j) => rewards[j] ?? 0)],
    };
  });

const kinds: [string, fc.Arbitrary<SmallProblem>][] = [
  ['whole numbers', smallProblems({ feasible: true, columns: { min: 2, max: 6 } })],
  ['bookings', bookings],
];

function relaxed(small: SmallProblem): number {
  const { lower, upper, rows } = problemOf(small);
  const program = new LinearProgram(lower, upper, rows);
  program.setObjective(formOf(small.objectives[0]!));
  expect(finish(program.solve(-Infinity, 10_000, 1e9))).toBe('optimal');
  return dot(small.objectives[0]!, program.values);
}

describe.each(kinds)('sifting: %s', (_, problems) => {
  it('comes to the relaxation of the whole, a few columns at a time, and never bounds what can be had from below', () => {
    fc.assert(
      fc.property(problems, (small) => {
        const problem = problemOf(small);
        const [values] = small.objectives as [readonly number[]];
        const best = largest(feasiblePoints(small).map((x) => dot(values, x)));
        const corner = new Corner(problem);
        const nothing = new Uint8Array(problem.lower.length);
        const sifting = new Sifting(corner, Float64Array.from(values), nothing, budgetOf(ENOUGH));
        finish(sifting.begin());
        expect(finish(sifting.bound()).value).toBeGreaterThanOrEqual(best);
        for (let round = 0; ; round += 1) {
          expect(round).toBeLessThanOrEqual(problem.lower.length);
          // Without what a demand asks for, the part may have no solution.
          if (!finish(sifting.relax(ENOUGH))) return;
          finish(sifting.price());
          expect(finish(sifting.bound()).value).toBeGreaterThanOrEqual(best);
          if (finish(sifting.grow(1)) === 0) break;
        }
        expect(sifting.value).toBeCloseTo(relaxed(small), 1);
      }),
      { numRuns: runs(300) },
    );
  });

  it('prices columns by rows that cost nothing, and the bound is as good or better', () => {
    let better = 0;
    fc.assert(
      fc.property(problems, fc.array(fc.nat(4), { minLength: 30, maxLength: 30 }), (small, given) => {
        const corner = new Corner(problemOf(small));
        const { lower, upper, rows } = corner.whole;
        const objective = Float64Array.from(small.objectives[0]!);
        const bound = ({ multipliers, reduced }: Prices): number => {
          let total = 0;
          multipliers.forEach((y, i) => {
            if (y !== 0) total += y * (y > 0 ? rows.upper[i]! : rows.lower[i]!);
          });
          reduced.forEach((d, j) => {
            total += d * (d > 0 ? upper[j]! : lower[j]!);
          });
          return total;
        };
        const multipliers = rows.upper.map((side, i) => (Number.isFinite(side) ? given[i]! : 0));
        const prices = finish(pricesOf(corner, objective, multipliers));
        const before = bound(prices);
        finish(priceByFreeRows(corner, prices, new Uint8Array(lower.length), 1e-6));
        expect(bound(prices)).toBeLessThanOrEqual(before + 1e-6);
        if (bound(prices) < before - 1e-6) better += 1;
        const again = finish(pricesOf(corner, objective, prices.multipliers)).reduced;
        prices.reduced.forEach((d, j) => {
          expect(d).toBeCloseTo(again[j]!, 6);
        });
      }),
      { numRuns: runs(300) },
    );
    expect(better).toBeGreaterThan(0);
  });

  it('keeps of the rows what they say of the part', () => {
    fc.assert(
      fc.property(problems, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (small, isIn) => {
        const problem = problemOf(small);
        const corner = new Corner(problem);
        const chosen = Uint8Array.from(problem.lower, (_, j) => Number(isIn[j]));
        const part = finish(partOf(corner, chosen));
        const { start, column, value, lower, upper } = part.rows;
        const places = [...part.columns.keys()];
        const touches = (row: SmallProblem['rows'][number]): boolean =>
          part.columns.some((j) => row.values[j] !== 0);
        for (const x of points({ lower: [...part.lower], upper: [...part.upper] })) {
          const all = finish(wholeFrom(part, Float64Array.from(x), corner));
          expect(places.map((k) => all[part.columns[k]!])).toStrictEqual([...x]);
          const broken = part.rowNumbers.filter((_, i) => {
            let activity = 0;
            for (let p = start[i]!; p < start[i + 1]!; p += 1) activity += value[p]! * x[column[p]!]!;
            return activity < lower[i]! || activity > upper[i]!;
          });
          const expected = [...small.rows.keys()].filter(
            (i) => touches(small.rows[i]!) && !keepsRow(small.rows[i]!, all),
          );
          expect(broken).toStrictEqual(expected);
        }
        const [form] = finish(asProblem(part, problem, 1)).objectives;
        expect(form!.columns.map((k) => part.columns[k])).toStrictEqual(
          problem.objectives[0]!.columns.filter((j) => part.columns.includes(j)),
        );
      }),
      { numRuns: runs(200) },
    );
  });
});
