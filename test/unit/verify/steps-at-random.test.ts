import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../../src/testing/index.js';
import { randomFrom } from '../../../src/testing/random.js';
import { Box } from '../../../src/verify/proof/box.js';
import { fixColumns, sumsIn } from '../../../src/verify/proof/fixing.js';
import { Reading, Refused } from '../../../src/verify/proof/reading.js';
import { cutFrom, normalised, type Row, rowsOf } from '../../../src/verify/proof/row.js';
import { runs } from '../../support/runs.js';
import {
  dot,
  feasiblePoints,
  inBox,
  largest,
  type Point,
  problemOf,
  type SmallProblem,
  smallProblems,
  withSums,
} from '../solve/small-problems.js';
import { guessedCut, guessedReduction } from './proving.js';

const boxOf = (small: SmallProblem): Box => {
  const problem = problemOf(small);
  return new Box(problem.lower, problem.upper, rowsOf(problem), new Reading());
};

const keeps = ({ columns, values, lower, upper }: Row, x: Point): boolean => {
  const activity = values.reduce((sum, value, p) => sum + value * x[columns[p]!]!, 0);
  return lower <= activity && activity <= upper;
};

const problems = fc.oneof(
  smallProblems({ rows: { min: 1, max: 4 }, feasible: true, values: 9 }),
  smallProblems({
    columns: { min: 2, max: 6 },
    range: 1,
    least: 0,
    rows: { min: 1, max: 3 },
    values: 2,
    feasible: true,
  }),
);

it('a row of nothing is kept or not by its sides alone', () => {
  const boxWith = (lower: number, upper: number): Box => {
    const row = { columns: new Int32Array(), values: new Float64Array(), lower, upper };
    const box = new Box(Float64Array.of(0), Float64Array.of(1), [row], new Reading());
    box.propagate();
    return box;
  };
  expect([boxWith(0, 0), boxWith(-Infinity, -1), boxWith(1, Infinity)].map(({ empty }) => empty)).toEqual([
    false,
    true,
    true,
  ]);
});

describe('at random', () => {
  it('rows narrow the columns to what some point needs at least, and as far as they can', () => {
    const tally = newTally();
    fc.assert(
      fc.property(problems, (small) => {
        const box = boxOf(small);
        box.propagate();
        const points = feasiblePoints(small);
        tally.ran();
        tally.note(
          'narrowed',
          box.lower.some((low, j) => low > small.lower[j]! || box.upper[j]! < small.upper[j]!),
        );
        expect(box.empty && points.length > 0).toBe(false);
        const bounds = { lower: [...box.lower], upper: [...box.upper] };
        for (const x of points) expect(inBox(bounds, x)).toBe(true);
        // No row by itself leaves an end of a column's bounds without a point.
        for (const row of box.rows)
          row.columns.forEach((j, p) => {
            const a = row.values[p]!;
            const reach = (value: number): [number, number] =>
              row.columns.reduce<[number, number]>(
                ([least, most], other, q) => {
                  const [one, two] = other === j ? [value, value] : [box.lower[other]!, box.upper[other]!];
                  const ends = [row.values[q]! * one, row.values[q]! * two];
                  return [least + Math.min(...ends), most + Math.max(...ends)];
                },
                [0, 0],
              );
            expect(a).not.toBe(0);
            for (const end of [box.lower[j]!, box.upper[j]!]) {
              const [least, most] = reach(end);
              expect(least <= row.upper && most >= row.lower).toBe(true);
            }
          });
      }),
      { numRuns: runs(2_000) },
    );
    expect(tally.percent('narrowed')).toBeGreaterThan(20);
  });

  it('a box is put back as it was', () => {
    fc.assert(
      fc.property(problems, fc.nat(), (small, seed) => {
        const random = randomFrom(seed);
        const box = boxOf(small);
        box.propagate();
        const state = () => JSON.stringify([box.lower, box.upper, box.least, box.most].map((of) => [...of]));
        const before = state();
        const mark = box.mark();
        const j = random.whole(0, small.lower.length - 1);
        box.narrow(j, random.whole(small.lower[j]!, small.upper[j]!), small.upper[j]!);
        if (random.percent(80)) box.propagate();
        box.undo(mark);
        box.propagate();
        expect(state()).toBe(before);
        expect(box.empty).toBe(false);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('rows say the same of what is open, and every point that keeps the rows keeps the cuts', () => {
    const tally = newTally();
    fc.assert(
      fc.property(problems, fc.nat(), (small, seed) => {
        const random = randomFrom(seed);
        const box = boxOf(small);
        const fixed = random.whole(0, small.lower.length - 1);
        box.narrow(fixed, small.lower[fixed]!, small.lower[fixed]!);
        box.propagate();
        const points = feasiblePoints(small).filter((x) => x[fixed] === small.lower[fixed]);
        if (box.empty) return;
        const reading = new Reading();
        const rows = box.rows.map((row) => normalised(row, box, reading));
        for (const x of points) for (const row of rows) expect(keeps(row, x)).toBe(true);
        const inside = { lower: [...box.lower], upper: [...box.upper] };
        const all = feasiblePoints({ ...small, ...inside, rows: [] });
        for (const x of all)
          expect(rows.every((row) => keeps(row, x))).toBe(box.rows.every((row) => keeps(row, x)));
        for (let k = 0; k < 12; k += 1) {
          try {
            rows.push(
              cutFrom(
                guessedCut({ random, columns: small.lower.length, rows: rows.length }),
                rows,
                box,
                reading,
              ),
            );
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            continue;
          }
          const cut = rows.at(-1)!;
          tally.ran();
          tally.note(
            'cuts something off',
            all.some((x) => !keeps(cut, x)),
          );
          for (const x of points) expect(keeps(cut, x), JSON.stringify({ small, seed })).toBe(true);
        }
      }),
      { numRuns: runs(2_000) },
    );
    expect(tally.count('cuts something off'), JSON.stringify(tally.report())).toBeGreaterThan(150);
  });

  it('columns are fixed so that a best point is left', () => {
    const tally = newTally();
    fc.assert(
      fc.property(
        problems,
        fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 3 }),
        fc.nat(),
        (bare, group, seed) => {
          const random = randomFrom(seed);
          const columns = group.filter((j) => j < bare.lower.length);
          const small = withSums(bare, columns.length > 1 ? [columns] : []);
          const problem = problemOf(small);
          const points = feasiblePoints(small);
          const best = largest(points.map((x) => dot(small.objectives[0]!, x)));
          const objective = Float64Array.from(small.objectives[0]!);
          const box = boxOf(small);
          const reading = new Reading();
          const sums = sumsIn(problem, box, objective);
          box.propagate();
          for (let k = 0; k < 24; k += 1) {
            const step = guessedReduction({ random, columns: small.lower.length, rows: 0 });
            try {
              fixColumns(step, box, objective, sums, reading);
            } catch (error) {
              if (!(error instanceof Refused)) throw error;
              continue;
            }
            if (random.percent(50)) box.propagate();
            const inside = { lower: [...box.lower], upper: [...box.upper] };
            const left = points.filter((x) => inBox(inside, x));
            tally.ran();
            tally.note('replaced', step.replaced.length > 0);
            tally.note('beside a sum', sums.size > 0);
            tally.note('points lost', left.length < points.length);
            expect(box.empty).toBe(false);
            expect(
              largest(left.map((x) => dot(small.objectives[0]!, x))),
              JSON.stringify({ small, seed }),
            ).toBe(best);
          }
        },
      ),
      { numRuns: runs(2_000) },
    );
    for (const what of ['replaced', 'beside a sum', 'points lost'])
      expect(tally.count(what), JSON.stringify(tally.report())).toBeGreaterThan(300);
  });
});
