import fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { withCuts } from '../../../src/solve/cuts.js';
import { exactBound, proofOfEmpty } from '../../../src/solve/exact-bound.js';
import { LinearProgram, type RelaxationEnding } from '../../../src/solve/linear-program.js';
import { finish } from '../../../src/internal/steps.js';
import { runs } from '../../support/runs.js';
import { loadHighs, relaxationByHighs } from './highs.js';
import { dot, formOf, type Point, rowsOf, type SmallProblem, smallProblems } from './small-problems.js';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const programOf = (small: SmallProblem): LinearProgram => {
  const program = new LinearProgram(
    Float64Array.from(small.lower),
    Float64Array.from(small.upper),
    rowsOf(small),
  );
  program.setObjective(formOf(small.objectives[0]!));
  return program;
};

const run = (program: LinearProgram, atLeast = -Infinity): RelaxationEnding =>
  finish(program.solve(atLeast, 10_000, Infinity));

/** What moving each column's cost a little can lose, with the tolerances of the rows. */
const tolerance = ({ lower, upper }: SmallProblem): number =>
  lower.reduce((sum, low, j) => sum + 2 ** -12 * Math.max(Math.abs(low), Math.abs(upper[j]!)), 1e-4);

const TOUCH = 1e-5;

const bound = (small: SmallProblem, objective: Point, multipliers: Float64Array): number =>
  exactBound(
    rowsOf(small),
    Float64Array.from(small.lower),
    Float64Array.from(small.upper),
    Float64Array.from(objective),
    multipliers,
  ).value;

/** That the program ended as HiGHS says, at a point of the relaxation, worth as much, and can prove it. */
function mustBeSolved(small: SmallProblem, program: LinearProgram, ending: RelaxationEnding): void {
  const value = relaxationByHighs(highs, small);
  if (value === undefined) {
    expect(ending).toBe('infeasible');
    return;
  }
  expect(ending).toBe('optimal');
  const x = program.values;
  const [objective] = small.objectives as [Point];
  small.lower.forEach((low, j) => {
    expect(x[j]).toBeGreaterThanOrEqual(low - TOUCH);
    expect(x[j]).toBeLessThanOrEqual(small.upper[j]! + TOUCH);
  });
  for (const row of small.rows) {
    const activity = dot(row.values, x);
    expect(activity).toBeGreaterThanOrEqual(row.lower - TOUCH);
    expect(activity).toBeLessThanOrEqual(row.upper + TOUCH);
  }
  expect(Math.abs(dot(objective, x) - value)).toBeLessThan(tolerance(small));
  expect(bound(small, objective, program.multipliers())).toBeLessThanOrEqual(
    Math.floor(value + tolerance(small)),
  );
}

/** That the ray proves in integers that nothing is there. */
const mustProveNothing = (small: SmallProblem, program: LinearProgram): void =>
  expect(
    proofOfEmpty(
      rowsOf(small),
      Float64Array.from(small.lower),
      Float64Array.from(small.upper),
      program.ray(),
    ),
  ).toBeDefined();

const wide = smallProblems({ columns: { min: 1, max: 10 }, rows: { min: 0, max: 8 }, range: 6, values: 7 });

/** Problems in which many bases are equally good. */
const degenerate = smallProblems({
  columns: { min: 3, max: 9 },
  rows: { min: 3, max: 9 },
  range: 1,
  least: 0,
  values: 1,
  reward: 1,
});

/** Larger problems around a point that keeps all rows, some with few entries and some with many. */
const larger: fc.Arbitrary<SmallProblem> = fc
  .record({
    columns: fc.integer({ min: 20, max: 50 }),
    rows: fc.integer({ min: 15, max: 40 }),
    zeros: fc.constantFrom(1, 5, 20),
  })
  .chain(({ columns, rows, zeros }) => {
    const value = fc.oneof(
      { arbitrary: fc.constant(0), weight: zeros },
      { arbitrary: fc.integer({ min: -4, max: 9 }), weight: 2 },
    );
    const wide = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: columns, maxLength: columns });
    return fc.record({
      point: wide(fc.integer({ min: 0, max: 2 })),
      rows: fc.array(
        fc.record({ values: wide(value), room: fc.integer({ min: 0, max: 2 }), equal: fc.boolean() }),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
      objective: wide(fc.integer({ min: -3, max: 9 })),
    });
  })
  .map(({ point, rows, objective }) => ({
    lower: point.map(() => 0),
    upper: point.map((_, j) => 2 + (j % 3)),
    rows: rows.map(({ values, room, equal }) => ({
      values,
      lower: equal && room === 0 ? dot(values, point) : -Infinity,
      upper: dot(values, point) + room,
    })),
    objectives: [objective],
  }));

describe('the linear relaxation', () => {
  it.each([
    ['boxed problems', wide],
    ['degenerate problems', degenerate],
  ])('has the value that HiGHS finds, and a proof of it: %s', (_title, problems) => {
    const endings = new Map<string, number>();
    fc.assert(
      fc.property(problems, (small) => {
        const program = programOf(small);
        const ending = run(program);
        endings.set(ending, (endings.get(ending) ?? 0) + 1);
        mustBeSolved(small, program, ending);
      }),
      { numRuns: runs(250) },
    );
    expect(endings.get('optimal')).toBeGreaterThan(100);
    expect(endings.get('infeasible')).toBeGreaterThan(10);
  });

  it('has the value that HiGHS finds where there are more columns and rows', () => {
    fc.assert(
      fc.property(larger, (small) => {
        const program = programOf(small);
        mustBeSolved(small, program, run(program));
      }),
      { numRuns: runs(100) },
    );
  });

  it('has the same value from the last basis, after bounds and objectives change', () => {
    const changes = wide.chain((small) =>
      fc.record({
        small: fc.constant(small),
        later: fc.array(
          fc.record({
            cut: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
              minLength: small.lower.length,
              maxLength: small.lower.length,
            }),
            objective: fc.option(
              fc.array(fc.integer({ min: -4, max: 4 }), {
                minLength: small.lower.length,
                maxLength: small.lower.length,
              }),
            ),
          }),
          { minLength: 1, maxLength: 5 },
        ),
      }),
    );
    fc.assert(
      fc.property(changes, ({ small, later }) => {
        const program = programOf(small);
        mustBeSolved(small, program, run(program));
        let now = small;
        for (const { cut, objective } of later) {
          // Not only narrower: a search goes back up, too.
          const lower = small.lower.map((low, j) => Math.min(low + cut[j]![0], small.upper[j]!));
          const upper = small.upper.map((high, j) => Math.max(high - cut[j]![1], lower[j]!));
          now = { ...now, lower, upper, objectives: objective === null ? now.objectives : [objective] };
          program.setBounds(Float64Array.from(lower), Float64Array.from(upper));
          if (objective !== null) program.setObjective(formOf(objective));
          mustBeSolved(now, program, run(program));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('has the same value from the basis of a program with other rows', () => {
    const rowsLater = fc.record({
      small: wide,
      extra: smallProblems({ columns: { min: 10, max: 10 }, rows: { min: 0, max: 4 }, values: 7 }),
    });
    fc.assert(
      fc.property(rowsLater, ({ small, extra }) => {
        const first = programOf(small);
        if (run(first) === 'infeasible') return;
        const kept = small.rows.flatMap((_, i) => (first.isSlack(i) ? [] : [i]));
        const added = extra.rows.map((row) => ({ ...row, values: row.values.slice(0, small.lower.length) }));
        const now = { ...small, rows: [...kept.map((i) => small.rows[i]!), ...added] };
        const cameFrom = Int32Array.from([...kept, ...added.map(() => -1)]);
        const bounds = [Float64Array.from(small.lower), Float64Array.from(small.upper)] as const;
        const second = new LinearProgram(...bounds, rowsOf(now), first, cameFrom);
        second.setObjective(formOf(now.objectives[0]!));
        expect(second.iterations).toBe(first.iterations);
        mustBeSolved(now, second, run(second));
      }),
      { numRuns: runs(200) },
    );
  });

  it('leans on the rows that hold it back', () => {
    const small: SmallProblem = {
      lower: [0, 0],
      upper: [9, 9],
      rows: [
        { values: [1, 2], lower: -Infinity, upper: 8 },
        { values: [1, 1], lower: -Infinity, upper: 30 },
      ],
      objectives: [[1, 3]],
    };
    const program = programOf(small);
    expect(run(program)).toBe('optimal');
    expect([...program.values].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0, 4]);
    expect([program.isSlack(0), program.isSlack(1)]).toEqual([false, true]);
    const [first, second] = program.multipliers();
    expect(first).toBeCloseTo(1.5, 2);
    expect(second).toBe(0);
  });

  it('stops as soon as its value is known to lie below what is asked', () => {
    let cutoffs = 0;
    fc.assert(
      fc.property(wide, (small) => {
        const value = relaxationByHighs(highs, small);
        if (value === undefined) return;
        const program = programOf(small);
        expect(run(program, value - tolerance(small))).toBe('optimal');
        const again = programOf(small);
        expect(run(again, value + tolerance(small))).toBe('cutoff');
        expect(again.iterations).toBeLessThanOrEqual(program.iterations);
        cutoffs += 1;
      }),
      { numRuns: runs(150) },
    );
    expect(cutoffs).toBeGreaterThan(50);
  });

  it('stops after so many iterations, and after so much work', () => {
    const columns = 6;
    const rows = Array.from({ length: 5 }, (_, i) => ({
      values: Array.from({ length: columns }, (_, j) => ((i * 3 + j * j) % 5) + 1),
      lower: -Infinity,
      upper: 7 + i,
    }));
    const small: SmallProblem = {
      lower: Array.from({ length: columns }, () => 0),
      upper: Array.from({ length: columns }, () => 3),
      rows,
      objectives: [[3, 4, 5, 6, 5, 4]],
    };
    const whole = programOf(small);
    expect(run(whole)).toBe('optimal');
    expect(whole.iterations).toBeGreaterThan(2);
    const short = programOf(small);
    expect(finish(short.solve(-Infinity, 1, Infinity))).toBe('stalled');
    expect(short.iterations).toBe(1);
    expect(finish(programOf(small).solve(-Infinity, 1000, 1))).toBe('stalled');
    // And goes on from there.
    expect(run(short)).toBe('optimal');
    expect(dot(small.objectives[0]!, short.values)).toBeCloseTo(dot(small.objectives[0]!, whole.values), 1);
  });

  it('proves that it has no point', () => {
    let proofs = 0;
    fc.assert(
      fc.property(wide, (small) => {
        const program = programOf(small);
        if (run(program) !== 'infeasible') return;
        proofs += 1;
        mustProveNothing(small, program);
      }),
      { numRuns: runs(1000) },
    );
    expect(proofs).toBeGreaterThan(50);
  });

  it('proves it by one row, and by a row that what its columns can reach holds back', () => {
    const alone: SmallProblem = {
      lower: [0],
      upper: [1],
      rows: [{ values: [1], lower: 5, upper: Infinity }],
      objectives: [[1]],
    };
    // The second row cannot hold, though its box overlaps its sides by the room left around what it can reach.
    const withAnother: SmallProblem = {
      lower: [0, 0],
      upper: [0, 1],
      rows: [
        { values: [1, 5], lower: 5, upper: 8 },
        { values: [0, -4], lower: -7, upper: -6 },
      ],
      objectives: [[0, 0]],
    };
    for (const small of [alone, withAnother]) {
      const program = programOf(small);
      expect(run(program)).toBe('infeasible');
      mustProveNothing(small, program);
    }
  });

  it('takes the same steps every time', () => {
    fc.assert(
      fc.property(wide, (small) => {
        const [first, second] = [programOf(small), programOf(small)];
        expect(run(first)).toBe(run(second));
        expect([...first.values]).toEqual([...second.values]);
        expect([first.iterations, first.work]).toEqual([second.iterations, second.work]);
      }),
    );
  });

  it('takes rows with cuts', () => {
    const small: SmallProblem = {
      lower: [0, 0],
      upper: [1, 1],
      rows: [{ values: [2, 2], lower: -Infinity, upper: 3 }],
      objectives: [[1, 1]],
    };
    const rows = withCuts(rowsOf(small), [{ columns: [0, 1], values: [1, 1], upper: 1 }]);
    const program = new LinearProgram(Float64Array.of(0, 0), Float64Array.of(1, 1), rows);
    program.setObjective(formOf([1, 1]));
    expect(run(program)).toBe('optimal');
    expect(program.values[0]! + program.values[1]!).toBeCloseTo(1, 6);
  });
});
