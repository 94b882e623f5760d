import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../../src/solve/budget.js';
import type { Maximisation } from '../../../src/solve/maximisation.js';
import { type Found, Search } from '../../../src/solve/search.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import {
  dot,
  feasiblePoints,
  isFeasible,
  knapsacks,
  largest,
  type Point,
  problemOf,
  type SmallProblem,
  smallProblems,
  withSums,
} from './small-problems.js';

const maximisationOf = (small: SmallProblem): Maximisation => {
  const { lower, upper, rows, sums, branchFirst } = problemOf(small);
  return { lower, upper, rows, objective: Float64Array.from(small.objectives[0]!), sums, branchFirst };
};

const search = (small: SmallProblem, left: number, starts: readonly Point[] = []): Found =>
  finish(
    new Search(
      maximisationOf(small),
      budgetOf(left),
      starts.map((x) => Float64Array.from(x)),
    ).run(),
  );

const bestOf = (small: SmallProblem): number =>
  largest(feasiblePoints(small).map((x) => dot(small.objectives[0]!, x)));

const kinds: [string, fc.Arbitrary<SmallProblem>, number][] = [
  ['whole numbers', smallProblems(), 500],
  ['choices', smallProblems({ columns: { min: 5, max: 9 }, range: 1, least: 0 }), 250],
  [
    'large objectives',
    smallProblems({ columns: { min: 2, max: 5 }, reward: 1_000_000_000, rows: { min: 1, max: 4 } }),
    250,
  ],
  [
    'long rows with large values',
    smallProblems({ columns: { min: 6, max: 9 }, range: 1, least: 0, values: 40, reward: 40 }),
    250,
  ],
  [
    'sums',
    smallProblems({ columns: { min: 2, max: 5 }, range: 2 }).map((small) =>
      withSums(small, [small.lower.map((_, j) => j)]),
    ),
    200,
  ],
  [
    'choices that compete and are worth much the same',
    knapsacks({
      choices: { min: 8, max: 11 },
      rows: { min: 3, max: 6 },
      reward: { min: 1, max: 4 },
      objectives: 1,
    }),
    200,
  ],
];

describe('a search', () => {
  it.each(kinds)('finds the optimum, and that there is none: %s', (_title, problems, count) => {
    let nothing = 0;
    fc.assert(
      fc.property(problems, (small) => {
        const best = bestOf(small);
        const found = search(small, 1e6);
        expect(found.complete).toBe(true);
        expect(found.value).toBe(best);
        expect(found.bound).toBe(best);
        if (found.x === undefined) {
          nothing += 1;
          expect(best).toBe(-Infinity);
          return;
        }
        expect(isFeasible(small, found.x)).toBe(true);
        expect(dot(small.objectives[0]!, found.x)).toBe(best);
      }),
      { numRuns: runs(count) },
    );
    expect(nothing).toBeLessThan(runs(count) * 0.9);
  });

  it.each(kinds)('says nothing false when it is stopped: %s', (_title, problems, count) => {
    fc.assert(
      fc.property(problems, fc.constantFrom(0, 0.001, 0.05, 0.2, 0.5, 1, 2, 5), (small, left) => {
        const best = bestOf(small);
        const found = search(small, left);
        expect(found.bound).toBeGreaterThanOrEqual(best);
        expect(found.value).toBeLessThanOrEqual(best);
        if (found.complete) expect(found.value).toBe(best);
        else expect(found.bound).toBeGreaterThan(found.value);
        if (found.x === undefined) {
          expect(found.value).toBe(-Infinity);
          return;
        }
        expect(isFeasible(small, found.x)).toBe(true);
        expect(dot(small.objectives[0]!, found.x)).toBe(found.value);
      }),
      { numRuns: runs(count) },
    );
  });

  it('is never worse than a start, and takes only starts that keep the rows', () => {
    const withStart = smallProblems({ feasible: true }).chain((small) =>
      fc.record({
        small: fc.constant(small),
        start: fc.tuple(
          ...small.lower.map((low, j) => fc.integer({ min: low - 1, max: small.upper[j]! + 1 })),
        ),
      }),
    );
    fc.assert(
      fc.property(withStart, fc.constantFrom(0, 1e6), ({ small, start }, left) => {
        const found = search(small, left, [start]);
        if (isFeasible(small, start))
          expect(found.value).toBeGreaterThanOrEqual(dot(small.objectives[0]!, start));
        if (found.x !== undefined) expect(isFeasible(small, found.x)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('takes the optimum as a start for what it is', () => {
    fc.assert(
      fc.property(smallProblems({ feasible: true }), (small) => {
        const best = bestOf(small);
        for (const start of feasiblePoints(small)) {
          if (dot(small.objectives[0]!, start) !== best) continue;
          expect(search(small, 1e6, [start])).toMatchObject({
            x: Float64Array.from(start),
            value: best,
            bound: best,
            complete: true,
          });
          return;
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('branches where relaxations and cuts do not settle it', () => {
    // The pigeons: six of them in five holes, one each.
    const pigeons = 6;
    const holes = 5;
    const column = (pigeon: number, hole: number): number => pigeon * holes + hole;
    const ones = (columns: number[]): number[] =>
      Array.from({ length: pigeons * holes }, (_, j) => (columns.includes(j) ? 1 : 0));
    const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
    const pairs = range(pigeons).flatMap((a) => range(a).map((b) => [a, b] as const));
    const small: SmallProblem = {
      lower: range(pigeons * holes).map(() => 0),
      upper: range(pigeons * holes).map(() => 1),
      rows: [
        ...range(pigeons).map((p) => ({
          values: ones(range(holes).map((h) => column(p, h))),
          lower: 1,
          upper: Infinity,
        })),
        ...range(holes).flatMap((h) =>
          pairs.map(([a, b]) => ({ values: ones([column(a, h), column(b, h)]), lower: -Infinity, upper: 1 })),
        ),
      ],
      objectives: [range(pigeons * holes).map(() => 0)],
    };
    const spent = budgetOf(1e6);
    const found = finish(new Search(maximisationOf(small), spent, []).run());
    expect(found).toMatchObject({ x: undefined, value: -Infinity, bound: -Infinity, complete: true });
    expect(spent.nodes).toBeGreaterThan(0);
    expect(Number.isInteger(spent.nodes) && Number.isInteger(spent.iterations)).toBe(true);
    expect(spent.left).toBeLessThan(1e6);
  });
});

describe('a search that starts from another', () => {
  it('finds the same, for another objective in a smaller box', () => {
    const started = knapsacks({
      choices: { min: 8, max: 10 },
      rows: { min: 2, max: 3 },
      reward: { min: 1, max: 40 },
      objectives: 1,
    });
    let warmIterations = 0;
    let coldIterations = 0;
    fc.assert(
      fc.property(started, fc.nat(), (small, pick) => {
        const first = maximisationOf(small);
        const before = new Search(first, budgetOf(1e6), []);
        finish(before.run());
        const column = pick % small.lower.length;
        const feasible = feasiblePoints(small);
        const value = feasible[pick % feasible.length]![column]!;
        const left = feasible.filter((x) => x[column] === value);
        const lower = Float64Array.from(first.lower);
        const upper = Float64Array.from(first.upper);
        lower[column] = upper[column] = value;
        const objective = first.objective.map((c, j) => (j % 2 === 0 ? 1 - c : c + 2));
        const alone = { ...first, lower, upper, objective };
        const cold = budgetOf(1e6);
        const warm = budgetOf(1e6);
        const found = finish(new Search(alone, warm, [], before).run());
        expect(found.complete).toBe(true);
        expect(found.value).toBe(largest(left.map((x) => dot([...objective], x))));
        expect(finish(new Search(alone, cold, []).run()).value).toBe(found.value);
        warmIterations += warm.iterations;
        coldIterations += cold.iterations;
      }),
      { numRuns: runs(300) },
    );
    expect(warmIterations).toBeGreaterThan(100);
    expect(warmIterations).not.toBe(coldIterations);
  });
});
