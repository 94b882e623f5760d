import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve, type Solution } from '../../../src/solve/solve.js';
import { runs } from '../../support/runs.js';
import {
  competing,
  dot,
  farApart,
  feasiblePoints,
  isFeasible,
  keepsRow,
  lexicographicallyBest,
  points,
  problemOf,
  type SmallProblem,
  smallProblems,
  withSums,
} from './small-problems.js';

const ENOUGH = 1e6;

/** With ties over all columns, in an order of their own, so that one answer is right. */
const withTies = (problems: fc.Arbitrary<SmallProblem>): fc.Arbitrary<SmallProblem> =>
  problems.chain((small) => {
    const columns = [...small.lower.keys()];
    return fc
      .record({
        ties: fc.shuffledSubarray(columns, { minLength: columns.length }),
        branchFirst: fc.subarray(columns, { maxLength: Math.min(2, columns.length) }),
      })
      .map((orders) => ({ ...small, ...orders }));
  });

const objectives = { min: 1, max: 4 };
/** By kind: how many runs, and of how many at least a little effort should not be enough. */
const kinds: [string, fc.Arbitrary<SmallProblem>, number, number][] = [
  ['whole numbers', withTies(smallProblems({ objectives })), 400, 5],
  [
    'choices',
    withTies(smallProblems({ columns: { min: 5, max: 9 }, range: 1, least: 0, objectives, reward: 2 })),
    200,
    2,
  ],
  ['objectives too far apart to be taken together', withTies(farApart()), 200, 2],
  [
    'sums',
    withTies(smallProblems({ columns: { min: 2, max: 4 }, range: 2, objectives })).map((small) =>
      withSums(small, [small.lower.map((_, j) => j)]),
    ),
    150,
    0,
  ],
  ['choices that compete', withTies(competing()), 150, 40],
];

/** As a list, and 0 for -0. */
const plainly = (x: Float64Array): number[] => Array.from(x, (value) => value + 0);

const valuesOf = (small: SmallProblem, x: ArrayLike<number>): number[] =>
  small.objectives.map((objective) => dot(objective, x));

/** The most that an objective could be in the box. */
const reach = ({ lower, upper, objectives }: SmallProblem, k: number): number =>
  objectives[k]!.reduce((sum, value, j) => sum + value * (value > 0 ? upper[j]! : lower[j]!), 0);

describe('a solve', () => {
  it.each(kinds)('ends with the one best point, proved: %s', (_title, problems, count) => {
    let infeasible = 0;
    let tied = 0;
    fc.assert(
      fc.property(problems, (small) => {
        const feasible = feasiblePoints(small);
        const solution = solve(problemOf(small), ENOUGH);
        if (feasible.length === 0) {
          infeasible += 1;
          expect(solution).toMatchObject({ status: 'infeasible', demands: [] });
          return;
        }
        if (solution.status !== 'optimal') throw new Error(`ended as ${solution.status}`);
        const best = lexicographicallyBest(small, feasible);
        expect(best.length).toBe(1);
        const [only] = best as [readonly number[]];
        if (lexicographicallyBest({ ...small, ties: [] }, feasible).length > 1) tied += 1;
        expect(plainly(solution.x)).toEqual(only);
        expect(solution.bounds).toEqual(valuesOf(small, only));
      }),
      { numRuns: runs(count) },
    );
    expect(infeasible).toBeLessThan(runs(count) * 0.8);
    expect(tied).toBeGreaterThan(count / 20);
  });

  it('makes the ties small in their order, and leaves other columns as they may be', () => {
    const small: SmallProblem = {
      lower: [0, 0, 0],
      upper: [2, 2, 2],
      rows: [{ values: [1, 1, 1], lower: 3, upper: 3 }],
      objectives: [[0, 0, 0]],
    };
    const by = (ties: number[]): number[] => {
      const solution = solve(problemOf({ ...small, ties }), ENOUGH);
      if (solution.status !== 'optimal') throw new Error(solution.status);
      return plainly(solution.x);
    };
    expect(by([0, 1, 2])).toEqual([0, 1, 2]);
    expect(by([2, 0, 1])).toEqual([1, 2, 0]);
    expect(by([1])[1]).toBe(0);
  });

  it('solves a problem without rows, and one without columns', () => {
    const free: SmallProblem = {
      lower: [-1, 0],
      upper: [4, 7],
      rows: [],
      objectives: [[-1, 2]],
      ties: [0, 1],
    };
    expect(solve(problemOf(free), 1)).toMatchObject({ status: 'optimal', bounds: [15] });
    const empty: SmallProblem = { lower: [], upper: [], rows: [], objectives: [[], []] };
    const solution = solve(problemOf(empty), 1);
    expect(solution).toMatchObject({ status: 'optimal', bounds: [0, 0] });
  });

  it('calls it a defect when there is nothing to be made large', () => {
    expect(() => solve(problemOf({ lower: [0], upper: [1], rows: [], objectives: [] }), 1)).toThrow('defect');
  });
});

describe('a solve that is stopped', () => {
  const effort = fc.constantFrom(0.001, 0.01, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 12, 25);

  it.each(kinds)('answers with a point, and with bounds that hold: %s', (_title, problems, count, hard) => {
    const endings = new Map<string, number>();
    fc.assert(
      fc.property(problems, effort, (small, spent) => {
        const feasible = feasiblePoints(small);
        const solution = solve(problemOf(small), spent);
        endings.set(solution.status, (endings.get(solution.status) ?? 0) + 1);
        if (solution.status === 'infeasible') {
          expect(feasible).toEqual([]);
          return;
        }
        if (solution.status === 'undecided') return;
        expect(isFeasible(small, solution.x)).toBe(true);
        const [best] = lexicographicallyBest(small, feasible) as [readonly number[]];
        const most = valuesOf(small, best);
        const values = valuesOf(small, solution.x);
        const { bounds } = solution;
        if (solution.status === 'optimal') {
          expect(plainly(solution.x)).toEqual(best);
          expect(bounds).toEqual(most);
          return;
        }
        let proved = true;
        bounds.forEach((bound, k) => {
          // After the first that was not proved, nothing was tried.
          if (!proved) {
            expect(bound).toBeNull();
            return;
          }
          if (bound !== null) {
            expect(bound).toBeGreaterThanOrEqual(most[k]!);
            expect(bound).toBeGreaterThanOrEqual(values[k]!);
            // Once those before are settled, it is at most what the box could reach.
            if (k > 0) expect(bound).toBeLessThanOrEqual(reach(small, k));
          }
          if (bound === values[k]) expect(values[k]).toBe(most[k]);
          else proved = false;
        });
      }),
      { numRuns: runs(2 * count) },
    );
    expect(endings.get('bounded') ?? 0).toBeGreaterThanOrEqual(hard);
    expect(endings.get('optimal')).toBeGreaterThan(count / 10);
  });

  it('is not undecided where a point is found before anything is spent', () => {
    fc.assert(
      fc.property(withTies(smallProblems({ rows: { min: 0, max: 0 }, objectives })), (small) => {
        const { status } = solve(problemOf(small), 0.001);
        expect(['optimal', 'bounded']).toContain(status);
      }),
    );
  });

  it('never says that it spent more than it may', () => {
    fc.assert(
      fc.property(kinds[1]![1], fc.integer({ min: 1, max: 40 }), (small, spent) => {
        const { work } = solve(problemOf(small), spent);
        expect(work.effort).toBeLessThanOrEqual(spent);
      }),
    );
  });
});

describe('a problem whose demands cannot hold together', () => {
  /** Rows that hold together, and rows that are asked for: each could hold alone; some belong together. */
  const demanding = smallProblems({
    columns: { min: 2, max: 4 },
    feasible: true,
    rows: { min: 0, max: 3 },
  }).chain((small) => {
    const columns = small.lower.length;
    const asked = fc.record({
      values: fc.array(fc.constantFrom(0, 0, 1, -1, 2), { minLength: columns, maxLength: columns }),
      /** The point that keeps it, as shares of the ranges. */
      share: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: columns, maxLength: columns }),
      side: fc.constantFrom('least', 'most'),
      demand: fc.integer({ min: 0, max: 4 }),
    });
    return fc.array(asked, { minLength: 3, maxLength: 6 }).map((asked): SmallProblem => ({
      ...small,
      rows: [
        ...small.rows,
        ...asked.map(({ values, share, side, demand }) => {
          const point = small.lower.map((low, j) => Math.round(low + share[j]! * (small.upper[j]! - low)));
          const at = dot(values, point);
          const [lower, upper] = side === 'least' ? [at, Infinity] : [-Infinity, at];
          return { values, lower, upper, demand };
        }),
      ],
    }));
  });

  const canHold = (small: SmallProblem, demands: ReadonlySet<number>): boolean =>
    points(small).some((x) =>
      small.rows.every((row) => (row.demand !== undefined && !demands.has(row.demand)) || keepsRow(row, x)),
    );

  it('names some that cannot, of which none can be left out', () => {
    let sizes = 0;
    let conflicts = 0;
    fc.assert(
      fc.property(demanding, (small) => {
        const solution = solve(problemOf(small), ENOUGH);
        if (solution.status !== 'infeasible') {
          expect(solution.status).toBe('optimal');
          return;
        }
        const { demands } = solution;
        conflicts += 1;
        sizes += demands.length;
        expect(new Set(demands).size).toBe(demands.length);
        expect(canHold(small, new Set(demands))).toBe(false);
        for (const one of demands)
          expect(canHold(small, new Set(demands.filter((other) => other !== one)))).toBe(true);
      }),
      { numRuns: runs(300) },
    );
    expect(conflicts).toBeGreaterThan(60);
    expect(sizes).toBeGreaterThan(conflicts * 1.2);
  });

  it('is undecided when that takes more than is left, and never names demands that can hold', () => {
    fc.assert(
      fc.property(demanding, fc.constantFrom(0.001, 0.01, 0.1, 1), (small, spent) => {
        const solution = solve(problemOf(small), spent);
        if (solution.status !== 'infeasible') return;
        expect(canHold(small, new Set(solution.demands))).toBe(false);
        for (const one of solution.demands)
          expect(canHold(small, new Set(solution.demands.filter((other) => other !== one)))).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the same problem', () => {
  const plain = (solution: Solution): unknown => ({
    ...solution,
    ...('x' in solution ? { x: plainly(solution.x) } : {}),
  });

  it.each(kinds)('gives the same answer for the same work, every time: %s', (_title, problems) => {
    fc.assert(
      fc.property(problems, fc.constantFrom(1, 3, ENOUGH), (small, spent) => {
        const problem = problemOf(small);
        const first = solve(problem, spent);
        expect(plain(solve(problem, spent))).toEqual(plain(first));
        expect(plain(solve(problemOf(small), spent))).toEqual(plain(first));
        // Nothing was altered.
        expect(problem).toEqual(problemOf(small));
      }),
      { numRuns: runs(80) },
    );
  });

  it('takes work that is counted in whole numbers', () => {
    fc.assert(
      fc.property(kinds[0]![1], fc.integer({ min: 1, max: 50 }), (small, spent) => {
        const { work } = solve(problemOf(small), spent);
        for (const count of Object.values(work)) {
          expect(Number.isSafeInteger(count)).toBe(true);
          expect(count).toBeGreaterThanOrEqual(0);
        }
        expect(work.presolvedColumns).toBeLessThanOrEqual(small.lower.length);
        expect(work.presolvedRows).toBeLessThanOrEqual(small.rows.length);
      }),
    );
  });
});
