import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Steps } from '../../../src/internal/steps.js';
import type { Relaxed } from '../../../src/solve/by-relaxation.js';
import { solve, Solving } from '../../../src/solve/solve.js';
import { runs } from '../../support/runs.js';
import {
  dot,
  feasiblePoints,
  isFeasible,
  lexicographicallyBest,
  type Point,
  problemOf,
  type SmallProblem,
  type SmallRow,
} from './small-problems.js';

/*
 * Problems in which columns are interchangeable: people of a few classes who each take things or do not. A relaxation
 * adds up the columns of a class, or of parts of one.
 */

interface Classes {
  /** How many are in each class. */
  readonly sizes: readonly number[];
  readonly things: number;
  /** Rows for each person of a class, by thing. */
  readonly own: readonly { readonly of: number; readonly values: Point; readonly upper: number }[];
  /** Rows over everybody, by class and thing. */
  readonly all: readonly {
    readonly values: readonly Point[];
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly objectives: readonly (readonly Point[])[];
}

/** The problem with the members of each class taken together in groups of so many at most. */
function grouped(classes: Classes, most: number): { small: SmallProblem; groups: number[][] } {
  const { sizes, things } = classes;
  // Groups as [class, size], in order; columns by group and then by thing.
  const groups = sizes.flatMap((size, of) =>
    Array.from({ length: Math.ceil(size / most) }, (_, k) => ({ of, size: Math.min(most, size - k * most) })),
  );
  const wide = (value: (of: number, thing: number, group: number) => number): number[] =>
    groups.flatMap(({ of }, group) => Array.from({ length: things }, (_, thing) => value(of, thing, group)));
  const rows: SmallRow[] = [
    ...classes.own.flatMap(({ of, values, upper }) =>
      groups.flatMap((group, at) =>
        group.of !== of
          ? []
          : [
              {
                values: wide((_, thing, g) => (g === at ? values[thing]! : 0)),
                lower: -Infinity,
                upper: upper * group.size,
              },
            ],
      ),
    ),
    ...classes.all.map(({ values, lower, upper }) => ({
      values: wide((of, thing) => values[of]![thing]!),
      lower,
      upper,
    })),
  ];
  const small: SmallProblem = {
    lower: wide(() => 0),
    upper: wide((_, __, group) => groups[group]!.size),
    rows,
    objectives: classes.objectives.map((form) => wide((of, thing) => form[of]![thing]!)),
    ties: wide((_, thing, group) => group * things + thing).toReversed(),
  };
  let person = 0;
  const people = groups.map(({ size }) => Array.from({ length: size }, () => person++));
  return { small, groups: people };
}

function* relaxedOf(classes: Classes, most: number): Steps<Relaxed> {
  yield 0;
  const { small, groups } = grouped(classes, most);
  const { things } = classes;
  return {
    problem: problemOf(small),
    adds: groups.flatMap((people, group) =>
      Array.from({ length: things }, (_, thing) => ({
        column: group * things + thing,
        parts: people.map((person) => person * things + thing),
      })),
    ),
  };
}

const classes = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }),
    things: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ sizes, things }) => {
    const byThing = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: things, maxLength: things });
    const byClass = (of: fc.Arbitrary<number>) =>
      fc.array(byThing(of), { minLength: sizes.length, maxLength: sizes.length });
    return fc.record({
      sizes: fc.constant(sizes),
      things: fc.constant(things),
      own: fc.array(
        fc.record({
          of: fc.integer({ min: 0, max: sizes.length - 1 }),
          values: byThing(fc.integer({ min: 0, max: 4 })),
          upper: fc.integer({ min: 1, max: 7 }),
        }),
        { maxLength: 2 },
      ),
      all: fc.array(
        fc.record({
          values: byClass(fc.integer({ min: 0, max: 3 })),
          lower: fc.constantFrom(-Infinity, -Infinity, 1, 3),
          upper: fc.oneof(fc.constant(Infinity), fc.integer({ min: 3, max: 12 })),
        }),
        { maxLength: 3 },
      ),
      objectives: fc.array(byClass(fc.integer({ min: -2, max: 3 })), { minLength: 1, maxLength: 3 }),
    });
  });

/** In the order of the objectives no solution is beyond the bounds; null is beyond all. */
function mustBound(small: SmallProblem, bounds: readonly (number | null)[], best: Point): void {
  const most = small.objectives.map((objective) => dot(objective, best));
  const differs = bounds.findIndex((bound, k) => bound !== most[k]);
  if (differs >= 0) expect(bounds[differs] ?? Infinity).toBeGreaterThan(most[differs]!);
}

describe('relaxations', () => {
  it('change nothing in the answer', () => {
    let quicker = 0;
    let solved = 0;
    fc.assert(
      fc.property(classes, (classes) => {
        const { small } = grouped(classes, 1);
        const problem = problemOf(small);
        const sizes = [Math.max(...classes.sizes), 2].filter((size) => size > 1);
        const plain = solve(problem, 1e6);
        const relaxed = solve(
          problem,
          1e6,
          sizes.map((size) => () => relaxedOf(classes, size)),
        );
        expect(relaxed.status).toBe(plain.status);
        const feasible = feasiblePoints(small);
        if (plain.status !== 'optimal' || relaxed.status !== 'optimal') {
          expect(feasible).toEqual([]);
          return;
        }
        solved += 1;
        expect([...relaxed.x]).toEqual([...plain.x]);
        expect(relaxed.bounds).toEqual(plain.bounds);
        expect([...relaxed.x]).toEqual(lexicographicallyBest(small, feasible)[0]);
        // Presolve of the problem itself is counted only when no relaxation settled it.
        if (relaxed.work.presolvedColumns === small.lower.length) quicker += 1;
      }),
      { numRuns: runs(250) },
    );
    expect(solved).toBeGreaterThan(120);
    expect(quicker).toBeGreaterThan(15);
  });

  it('give answers that hold when they are stopped', () => {
    fc.assert(
      fc.property(classes, fc.constantFrom(0.001, 0.05, 0.5, 2, 8), (classes, effort) => {
        const { small } = grouped(classes, 1);
        const feasible = feasiblePoints(small);
        const solution = solve(problemOf(small), effort, [
          () => relaxedOf(classes, Math.max(...classes.sizes)),
        ]);
        if (solution.status === 'infeasible') {
          expect(feasible).toEqual([]);
          return;
        }
        if (solution.status === 'undecided') return;
        expect(isFeasible(small, solution.x)).toBe(true);
        const [best] = lexicographicallyBest(small, feasible) as [Point];
        if (solution.status === 'optimal') {
          expect([...solution.x]).toEqual(best);
          return;
        }
        mustBound(small, solution.bounds, best);
      }),
      { numRuns: runs(300) },
    );
  });

  it('give bounds that hold, and no solution of their own, wherever the solve is given up', () => {
    let bounded = 0;
    let bound = 0;
    fc.assert(
      fc.property(classes, fc.nat(60), (classes, steps) => {
        const { small } = grouped(classes, 1);
        const [best] = lexicographicallyBest(small, feasiblePoints(small));
        const sizes = [Math.max(...classes.sizes), 2].filter((size) => size > 1);
        const solving = new Solving(
          problemOf(small),
          1e6,
          sizes.map((size) => () => relaxedOf(classes, size)),
        );
        for (let step = 0; step < steps; step += 1) if (solving.advance(0) !== undefined) return;
        const { soFar } = solving;
        if (soFar.status !== 'bounded') {
          expect(soFar.status).toBe('undecided');
          return;
        }
        bounded += 1;
        if (soFar.bounds[0] !== null) bound += 1;
        expect(isFeasible(small, soFar.x)).toBe(true);
        mustBound(small, soFar.bounds, best!);
      }),
      { numRuns: runs(400) },
    );
    expect(bounded).toBeGreaterThan(40);
    expect(bound).toBeGreaterThan(20);
  });

  it('that no solution adds up to are left aside', () => {
    // Two people with room for 3 each: together room for 6, which takes 2 of size 3, or 3 of size 2, but they are whole.
    const two: Classes = {
      sizes: [2],
      things: 1,
      own: [{ of: 0, values: [2], upper: 3 }],
      all: [],
      objectives: [[[1]]],
    };
    const loose: Classes = { ...two, own: [] };
    const solution = solve(problemOf(grouped(two, 1).small), 1e6, [() => relaxedOf(loose, 2)]);
    expect(solution).toMatchObject({ status: 'optimal', bounds: [2] });
    const three: Classes = { ...two, own: [{ of: 0, values: [4], upper: 3 }] };
    const none = solve(problemOf(grouped(three, 1).small), 1e6, [() => relaxedOf(three, 2)]);
    expect(none).toMatchObject({ status: 'optimal', bounds: [0] });
  });
});
