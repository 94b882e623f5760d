import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Box, byColumn } from '../../../src/solve/box.js';
import { runs } from '../../support/runs.js';
import { feasiblePoints, inBox, rowsOf, type SmallProblem, smallProblems } from './small-problems.js';

const boxOf = (small: SmallProblem): Box =>
  new Box(Float64Array.from(small.lower), Float64Array.from(small.upper), rowsOf(small));

const boundsOf = (box: Box): { lower: number[]; upper: number[] } => ({
  lower: [...box.lower],
  upper: [...box.upper],
});

interface Step {
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
}

/** A problem and steps that narrow columns of it. */
const withSteps = smallProblems().chain((small) =>
  fc.record({
    small: fc.constant(small),
    steps: fc.array(
      fc.record({
        column: fc.integer({ min: 0, max: small.lower.length - 1 }),
        lower: fc.integer({ min: -2, max: 2 }),
        upper: fc.integer({ min: -1, max: 3 }),
      }),
      { maxLength: 4 },
    ),
  }),
);

const within = (steps: readonly Step[], x: readonly number[]): boolean =>
  steps.every(({ column, lower, upper }) => x[column]! >= lower && x[column]! <= upper);

describe('propagation', () => {
  it('never takes away an integer point', () => {
    let narrowed = 0;
    let refuted = 0;
    fc.assert(
      fc.property(withSteps, ({ small, steps }) => {
        const feasible = feasiblePoints(small);
        const box = boxOf(small);
        box.enqueueAll();
        let holds = box.propagate();
        const done: Step[] = [];
        for (const step of steps) {
          if (!holds) break;
          done.push(step);
          holds = box.narrow(step.column, step.lower, step.upper) && box.propagate();
        }
        const left = feasible.filter((x) => within(done, x));
        if (!holds) {
          refuted += 1;
          expect(left).toEqual([]);
          return;
        }
        const bounds = boundsOf(box);
        for (const x of left) expect(inBox(bounds, x)).toBe(true);
        for (let j = 0; j < small.lower.length; j += 1) {
          expect(bounds.lower[j]).toBeGreaterThanOrEqual(small.lower[j]!);
          expect(bounds.upper[j]).toBeLessThanOrEqual(small.upper[j]!);
          expect(bounds.lower[j]).toBeLessThanOrEqual(bounds.upper[j]!);
          if (bounds.lower[j]! > small.lower[j]! && done.length === 0) narrowed += 1;
        }
      }),
      { numRuns: runs(1500) },
    );
    expect(narrowed).toBeGreaterThan(30);
    expect(refuted).toBeGreaterThan(100);
  });

  it('comes to a fixed point: all rows again change nothing', () => {
    fc.assert(
      fc.property(withSteps, ({ small, steps }) => {
        const box = boxOf(small);
        box.enqueueAll();
        for (const step of steps) box.narrow(step.column, step.lower, step.upper);
        if (!box.propagate()) return;
        const before = boundsOf(box);
        const mark = box.mark();
        box.enqueueAll();
        expect(box.propagate()).toBe(true);
        expect(boundsOf(box)).toEqual(before);
        expect(box.mark()).toBe(mark);
      }),
      { numRuns: runs(500) },
    );
  });

  it('leaves nothing queued behind when a row cannot hold', () => {
    fc.assert(
      fc.property(withSteps, ({ small, steps }) => {
        const box = boxOf(small);
        box.enqueueAll();
        if (!box.propagate()) return;
        const mark = box.mark();
        const before = boundsOf(box);
        for (const step of steps) {
          const held = box.narrow(step.column, step.lower, step.upper) && box.propagate();
          if (!held) box.propagate();
          box.undo(mark);
          expect(boundsOf(box)).toEqual(before);
          const work = box.work;
          expect(box.propagate()).toBe(true);
          expect(box.work).toBe(work);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('draws what rows imply, round corners too', () => {
    // x0 + x1 >= 5 forces both up; then x2 - 2 x0 <= -4 forces x2 down.
    const box = boxOf({
      lower: [0, 0, 0],
      upper: [3, 3, 3],
      rows: [
        { values: [1, 1, 0], lower: 5, upper: Infinity },
        { values: [-2, 0, 1], lower: -Infinity, upper: -4 },
      ],
      objectives: [],
    });
    box.enqueueAll();
    expect(box.propagate()).toBe(true);
    expect(boundsOf(box)).toEqual({ lower: [2, 2, 0], upper: [3, 3, 2] });
    expect(box.narrow(1, 0, 2) && box.propagate()).toBe(true);
    expect(box.lower[0]).toBe(3);
  });
});

describe('undoing', () => {
  it('puts every bound back, mark by mark', () => {
    fc.assert(
      fc.property(withSteps, ({ small, steps }) => {
        const box = boxOf(small);
        const marks: { mark: number; bounds: ReturnType<typeof boundsOf> }[] = [];
        for (const step of steps) {
          marks.push({ mark: box.mark(), bounds: boundsOf(box) });
          if (!box.narrow(step.column, step.lower, step.upper) || !box.propagate()) {
            box.propagate();
            box.undo(marks.at(-1)!.mark);
          }
        }
        for (const { mark, bounds } of marks.toReversed()) {
          box.undo(mark);
          expect(boundsOf(box)).toEqual(bounds);
          expect(box.mark()).toBe(mark);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('leaves the bounds given alone', () => {
    const lower = Float64Array.of(0);
    const upper = Float64Array.of(4);
    const small: SmallProblem = { lower: [0], upper: [4], rows: [], objectives: [] };
    const box = new Box(lower, upper, rowsOf(small));
    expect(box.narrow(0, 2, 3)).toBe(true);
    expect(box.narrow(0, 4, 9)).toBe(false);
    expect(boundsOf(box)).toEqual({ lower: [2], upper: [3] });
    expect([lower[0], upper[0]]).toEqual([0, 4]);
  });
});

describe('rows by column', () => {
  it('hold the same entries', () => {
    fc.assert(
      fc.property(smallProblems(), (small) => {
        const users = byColumn(rowsOf(small), small.lower.length);
        small.lower.forEach((_, j) => {
          const entries: [number, number][] = [];
          for (let p = users.start[j]!; p < users.start[j + 1]!; p += 1)
            entries.push([users.row[p]!, users.value[p]!]);
          expect(entries).toEqual(
            small.rows.flatMap(({ values }, i) => (values[j] === 0 ? [] : [[i, values[j]]])),
          );
        });
      }),
    );
  });
});
