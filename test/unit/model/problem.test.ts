import { describe, expect, it } from 'vitest';
import { ProblemBuilder } from '../../../src/model/problem.js';

describe('the builder of problems', () => {
  it('numbers columns as they come, and stores rows one after the other', () => {
    const builder = new ProblemBuilder();
    expect([builder.column(0, 1), builder.column(-2, 5), builder.column(0, 0)]).toEqual([0, 1, 2]);
    builder.row([2, 0], [3, -1], -Infinity, 4);
    builder.row([], 1, 1, Infinity, 6);
    builder.row([1, 2], 7, 0, 0, 0);
    const objectives = [{ columns: [1], values: [2] }];
    const permits = [{ column: 0, demands: [6] }];
    expect(builder.build({ objectives, ties: [2, 0], permits, sums: [1], branchFirst: [0] })).toEqual({
      lower: Float64Array.of(0, -2, 0),
      upper: Float64Array.of(1, 5, 0),
      rows: {
        start: Int32Array.of(0, 2, 2, 4),
        column: Int32Array.of(2, 0, 1, 2),
        value: Float64Array.of(3, -1, 7, 7),
        lower: Float64Array.of(-Infinity, 1, 0),
        upper: Float64Array.of(4, Infinity, 0),
      },
      objectives,
      ties: [2, 0],
      permits,
      sums: [1],
      branchFirst: [0],
      demand: Int32Array.of(-1, 6, 0),
    });
  });

  it('builds nothing of nothing', () => {
    const { lower, rows } = new ProblemBuilder().build({
      objectives: [],
      ties: [],
      permits: [],
      sums: [],
      branchFirst: [],
    });
    expect([lower.length, rows.lower.length, [...rows.start]]).toEqual([0, 0, [0]]);
  });
});
