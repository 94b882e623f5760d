import { describe, expect, it } from 'vitest';
import type { CutStep, ReductionStep, RowWeights, Stage } from '../../../src/certificate/certificate.js';
import { Reading, Refused } from '../../../src/verify/proof/reading.js';
import { problemOf, type SmallProblem, withSums } from '../solve/small-problems.js';
import { BOX, NOTHING, refusalOf, stageOf } from './proving.js';

const upTo = (upper: number, ...values: number[]) => ({ values, lower: -Infinity, upper });
const atLeast = (lower: number, ...values: number[]) => ({ values, lower, upper: Infinity });
const choices = (n: number, rows: SmallProblem['rows'], ...objectives: number[][]): SmallProblem => ({
  lower: Array<number>(n).fill(0),
  upper: Array<number>(n).fill(1),
  rows,
  objectives,
});
const refused = (small: SmallProblem, values: number[], ...stages: Partial<Stage>[]): string | undefined =>
  refusalOf(problemOf(small), values, stages.map(stageOf));
const weights = (scale: number, rows: number[], ...by: number[]): RowWeights => ({
  scale,
  rows,
  weights: by,
});
const closedBy = (...used: RowWeights[]): Partial<Stage> => ({ tree: [{ weights: used }] });

/** One of three, each worth 2; then rather not the first. */
const ONE_OF_THREE = choices(3, [upTo(5, 3, 3, 3)], [2, 2, 2], [-1, 0, 0]);
/** As the row is read: a + b + c ≤ 1, each worth 1. */
const FIRST = closedBy(weights(1, [0], 1));
const SECOND = closedBy(BOX);

describe('a proof by hand holds', () => {
  it('of one objective after the other', () => {
    expect(refused(ONE_OF_THREE, [2, 0], FIRST, SECOND)).toBeUndefined();
  });

  it('of two at once, the first multiplied by more than the second can lose', () => {
    const both = { multipliers: [2, 1], ...closedBy(weights(1, [0], 2)) };
    expect(refused(ONE_OF_THREE, [2, 0], both)).toBeUndefined();
    expect(refused(ONE_OF_THREE, [2, 0], { ...both, multipliers: [1, 1] })).toBe('multipliers stages 0');
  });

  it('of a point that is as good, and not of one that is worse', () => {
    expect(refused(ONE_OF_THREE, [0, 0], FIRST, SECOND)).toBe('tree stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, -1], FIRST, SECOND)).toBe('tree stages 1 tree 0');
  });

  it('of fewer objectives than there are, where no more are asked for', () => {
    const problem = problemOf(ONE_OF_THREE);
    expect(refusalOf(problem, [2, 0], [stageOf(FIRST)], 1)).toBeUndefined();
    expect(refusalOf(problem, [2, 0], [stageOf(FIRST)], 2)).toBe('stages stages');
    expect(refusalOf(problem, [2, 0], [stageOf(FIRST), stageOf(SECOND)], 1)).toBeUndefined();
  });

  it('by fractions: two thirds of three rows', () => {
    const triangle = choices(3, [upTo(1, 1, 1), upTo(1, 0, 1, 1), upTo(1, 1, 0, 1)], [1, 1, 1]);
    // 2·(a + b + c) ≤ 3, so that 2 is out of reach
    expect(refused(triangle, [1], closedBy(weights(2, [0, 1, 1], 1, 1, 1)))).toBeUndefined();
    expect(refused(triangle, [1], closedBy(weights(1, [0, 1, 1], 1, 1, 1)))).toBe('tree stages 0 tree 0');
  });

  it('by a lower side, with a weight below 0', () => {
    // at least 3 of 4 are taken, each costs 1
    const needed = choices(4, [atLeast(3, 1, 1, 1, 1)], [-1, -1, -1, -1]);
    expect(refused(needed, [-3], closedBy(weights(1, [0], -1)))).toBeUndefined();
    expect(refused(needed, [-3], closedBy(weights(1, [0], 1)))).toBe('weights stages 0 tree 0');
    expect(refused(needed, [-4], closedBy(weights(1, [0], -1)))).toBe('tree stages 0 tree 0');
  });

  it('by splitting, where the rows close the parts, and then their bounds', () => {
    const triangle = choices(3, [upTo(1, 1, 1), upTo(1, 0, 1, 1), upTo(1, 1, 0, 1)], [1, 1, 1]);
    const split = { column: 0, at: 0 };
    const proved = { tree: [split, { weights: [weights(1, [1], 1)] }, { weights: [BOX] }] };
    expect(refused(triangle, [1], proved)).toBeUndefined();
    expect(refused(triangle, [1], { tree: proved.tree.slice(0, 2) })).toBe('tree stages 0 tree 2');
    expect(refused(triangle, [1], { tree: [...proved.tree, {}] })).toBe('tree stages 0 tree 2');
  });

  it('by splitting thousands of times', () => {
    const line: SmallProblem = { lower: [0], upper: [5_000], rows: [], objectives: [[1]] };
    const splits = Array.from({ length: 5_000 }, (_, k) => ({ column: 0, at: 4_999 - k }));
    const closers = Array.from({ length: 5_001 }, () => ({ weights: [BOX] }));
    expect(refused(line, [5_000], { tree: [...splits, ...closers] })).toBeUndefined();
  });

  it('by what weights leave of the columns, and then the rows of the others', () => {
    // 7 is reached by c; by the row at most 11, of which c is 4; so to be better takes c, and leaves no room beside it
    const packed = choices(3, [upTo(7, 5, 5, 3)], [5, 5, 7]);
    const byRow = weights(1, [0], 1);
    expect(refused(packed, [7], closedBy(byRow, BOX))).toBeUndefined();
    expect(refused(packed, [7], closedBy(byRow))).toBe('tree stages 0 tree 0');
    expect(refused(packed, [7], closedBy(BOX, byRow))).toBe('tree stages 0 tree 0');
    const split = { weights: [byRow], column: 2, at: 0 };
    expect(refused(packed, [7], { tree: [split, {}, { weights: [BOX] }] })).toBeUndefined();
    expect(refused(packed, [5], closedBy(byRow, BOX))).toBe('tree stages 0 tree 0');
  });

  it('by weights that change earlier ones', () => {
    const triangle = choices(3, [upTo(1, 1, 1), upTo(1, 0, 1, 1), upTo(1, 1, 0, 1)], [1, 1, 1]);
    const whole = weights(1, [0, 2], 1, 1);
    const based = (changes: Partial<RowWeights>) => ({
      tree: [
        { column: 0, at: 0, weights: [whole] },
        { weights: [{ ...weights(1, [0, 1, 1], 0, 1, 0), base: 0, ...changes }] },
        {}, // the first weights leave nothing above
      ],
    });
    expect(refused(triangle, [1], based({}))).toBeUndefined();
    expect(refused(triangle, [1], based({ rows: [1], weights: [1] }))).toBe('tree stages 0 tree 1');
    expect(refused(triangle, [1], based({ base: 1 }))).toBe('weights stages 0 tree 1');
    expect(refused(triangle, [1], based({ scale: 2 }))).toBe('weights stages 0 tree 1');
  });

  it('by a weight for each row', () => {
    const triangle = choices(3, [upTo(1, 1, 1), upTo(1, 0, 1, 1), upTo(1, 1, 0, 1)], [1, 1, 1]);
    const by = (values: number[]) => refused(triangle, [2], closedBy(weights(1, [0, 1], ...values)));
    expect(by([1, 1])).toBeUndefined();
    expect(by([1])).toBe('weights stages 0 tree 0');
    expect(by([1, 1, 1])).toBe('weights stages 0 tree 0');
  });

  it('by numbers beyond what doubles hold, where they close a box', () => {
    const scale = 2 ** 52;
    expect(refused(ONE_OF_THREE, [2, 0], closedBy(weights(scale, [0], scale)), SECOND)).toBeUndefined();
    const wide = choices(3, [upTo(30, 30, 30, 30)], [7, 7, 7]);
    expect(refused(wide, [7], closedBy(weights(scale, [0], scale)))).toBeUndefined();
    expect(refused(wide, [0], closedBy(weights(scale, [0], scale)))).toBe('tree stages 0 tree 0');
    // exactly as much as is to be ruled out
    expect(refused(wide, [7], closedBy(weights(scale, [0], scale / 2)))).toBe('tree stages 0 tree 0');
    expect(refused(wide, [7], closedBy(weights(scale, [0], scale / 2 + 1)))).toBeUndefined();
    expect(refused(wide, [7], closedBy(weights(scale, [0], scale - 2 ** 51 - 1)))).toBe(
      'tree stages 0 tree 0',
    );
  });
});

describe('what presolve fixes', () => {
  const reduced = (small: SmallProblem, values: number[], ...reductions: Partial<ReductionStep>[]) =>
    refused(small, values, { reductions: reductions.map((step) => ({ ...NOTHING, ...step })) });
  const BAD = 'reduction stages 0 reductions 0';

  it('goes down where nothing asks for more', () => {
    expect(reduced(choices(1, [], [-1]), [0], { lowered: [0] })).toBeUndefined();
    expect(reduced(choices(1, [], [1]), [1], { lowered: [0] })).toBe(BAD);
    // 1 is asked for, of either; or never more than both give
    const asked = choices(2, [atLeast(1, 1, 1)], [-1, 0]);
    expect(reduced(asked, [0], { lowered: [0] })).toBe(BAD);
    expect(reduced(choices(2, [atLeast(0, 1, 1)], [-1, 0]), [0], { lowered: [0] })).toBeUndefined();
    const linked = choices(2, [upTo(0, 1, -1)], [1, -1]); // the first needs the second
    expect(reduced(linked, [0], { lowered: [1] })).toBe(BAD);
  });

  it('goes up where nothing minds', () => {
    expect(reduced(choices(1, [], [1]), [1], { raised: [0] })).toBeUndefined();
    expect(reduced(choices(1, [], [-1]), [0], { raised: [0] })).toBe(BAD);
    expect(reduced(choices(2, [upTo(1, 1, 1)], [1, 1]), [1], { raised: [0] })).toBe(BAD);
    expect(reduced(choices(2, [upTo(2, 1, 1)], [1, 1]), [2], { raised: [0, 1] })).toBeUndefined();
    expect(reduced(choices(2, [atLeast(0, -1, 1)], [1, 0]), [1], { raised: [0] })).toBe(BAD);
  });

  it('is not there, or there twice', () => {
    expect(reduced(choices(1, [], [-1]), [0], { lowered: [1] })).toBe(BAD);
    expect(reduced(choices(1, [], [0]), [0], { raised: [0, 0] })).toBe(BAD);
  });

  it('gives way to what stands in for it', () => {
    const knapsack = choices(3, [upTo(5, 3, 2, 2)], [0, 0, 3]);
    const swap = (small: SmallProblem, i: number, j: number) =>
      reduced(small, [small.objectives[0]!.includes(3) ? 3 : 0], { replaced: [i], standIns: [j] });
    expect(swap(knapsack, 0, 1)).toBeUndefined();
    expect(swap(knapsack, 1, 0)).toBe(BAD); // heavier
    expect(swap(knapsack, 2, 1)).toBe(BAD); // worth less
    expect(swap(knapsack, 0, 0)).toBe(BAD);
    expect(reduced(knapsack, [3], { replaced: [0], standIns: [] })).toBe(BAD);
    expect(reduced(knapsack, [3], { replaced: [0, 1], standIns: [1, 0] })).toBe(BAD); // gone already
    expect(swap({ ...knapsack, upper: [1, 2, 1] }, 0, 1)).toBe(BAD);
    expect(swap({ ...knapsack, lower: [-1, 0, 0] }, 0, 1)).toBe(BAD);
  });

  it('must not be missed where both are taken', () => {
    const either = choices(2, [atLeast(1, 1, 1)], [-1, 0]);
    expect(reduced(either, [0], { replaced: [0], standIns: [1] })).toBeUndefined();
    const both = choices(3, [atLeast(2, 1, 1, 1)], [-1, -1, -1]);
    expect(reduced(both, [-2], { replaced: [0], standIns: [1] })).toBe(BAD);
    const more = choices(2, [atLeast(1, 1, 0)], [-1, 0]);
    expect(reduced(more, [-1], { replaced: [0], standIns: [1] })).toBe(BAD);
    // the same with both signs turned: a + b ≥ 1 as -a - b ≤ -1
    expect(
      reduced(choices(2, [upTo(-1, -1, -1)], [-1, 0]), [0], { replaced: [0], standIns: [1] }),
    ).toBeUndefined();
    expect(
      reduced(choices(3, [upTo(-2, -1, -1, -1)], [-1, -1, -1]), [-2], { replaced: [0], standIns: [1] }),
    ).toBe(BAD);
    // a row of the stand-in alone
    expect(reduced(choices(3, [upTo(1, 0, 1, 1)], [0, 0, 1]), [1], { replaced: [0], standIns: [1] })).toBe(
      BAD,
    );
    expect(
      reduced(choices(3, [atLeast(0, 0, -1, 1)], [0, 0, -1]), [0], { replaced: [0], standIns: [1] }),
    ).toBe(BAD);
  });

  it('is not kept by rows that only count', () => {
    const counted = withSums(choices(3, [], [-1, -1, 0]), [[0, 1, 2]]);
    expect(reduced(counted, [0], { lowered: [0, 1], raised: [2] })).toBeUndefined();
    expect(reduced(counted, [0], { lowered: [3] })).toBe(BAD);
    expect(reduced(counted, [0], { lowered: [0], replaced: [1], standIns: [2] })).toBeUndefined();
    // none of these is a sum: not called one, bound, in another row, worth something, no equation, twice the sum
    const minds = (change: (small: SmallProblem) => SmallProblem, values = [0]) =>
      reduced(change(counted), values, { lowered: [0] });
    expect(minds((small) => ({ ...small, sums: [] }))).toBe(BAD);
    expect(minds((small) => ({ ...small, lower: [0, 0, 0, 1] }))).toBe(BAD);
    expect(minds((small) => ({ ...small, upper: [1, 1, 1, 2] }))).toBe(BAD);
    expect(minds((small) => ({ ...small, rows: [...small.rows, atLeast(1, 0, 0, 0, 1)] }))).toBe(BAD);
    expect(minds((small) => ({ ...small, objectives: [[-1, -1, 0, 1]] }))).toBe(BAD);
    expect(minds((small) => ({ ...small, rows: [{ values: [1, 1, 1, -1], lower: 0, upper: 1 }] }))).toBe(BAD);
    expect(minds((small) => ({ ...small, rows: [{ values: [2, 2, 2, -2], lower: 0, upper: 0 }] }))).toBe(BAD);
    // no row names it: the first row is none of its
    const unnamed = choices(3, [{ values: [1, 1, 0], lower: 1, upper: 1 }], [-1, -2, 0]);
    expect(reduced({ ...unnamed, sums: [2] }, [-1], { lowered: [0] })).toBe(BAD);
    // two of them in one row: one counts, and the other is a column like others
    const two = withSums(choices(2, [], [-1, 0]), [[0, 1]]);
    const shared = {
      ...two,
      lower: [...two.lower, 0],
      upper: [0, 1, 9, 1],
      rows: [{ values: [1, 1, -1, 1], lower: 0, upper: 0 }],
      objectives: [[-1, 0, 0, 0]],
      sums: [2, 3],
    };
    expect(reduced(shared, [0], { raised: [3] })).toBeUndefined();
    expect(reduced(shared, [0], { raised: [2] })).toBe(BAD);
  });

  it('has one that stands in for each', () => {
    const either = choices(2, [atLeast(1, 1, 1)], [-1, -1]);
    expect(reduced(either, [-1], { replaced: [0], standIns: [1] })).toBeUndefined();
    expect(reduced(either, [-1], { replaced: [0], standIns: [] })).toBe(BAD);
    expect(reduced(either, [-1], { replaced: [0], standIns: [1, 1] })).toBe(BAD);
  });

  it('is fixed in rounds, each told by the one before', () => {
    // the first is of no use; without it the second is not asked for
    const chain = choices(2, [upTo(0, 1, -1)], [-1, -1]);
    expect(reduced(chain, [0], { lowered: [0, 1] })).toBeUndefined(); // in one round, the first is gone already
    expect(reduced(chain, [0], { lowered: [0] }, { lowered: [1] })).toBeUndefined();
    expect(reduced(chain, [0], { lowered: [1] }, { lowered: [0] })).toBe(BAD);
  });
});

describe('a cut', () => {
  const cutting = (
    small: SmallProblem,
    value: number,
    cut: Partial<CutStep>,
    by: RowWeights = weights(1, [small.rows.length], 1),
  ) =>
    refused(small, [value], {
      cuts: [{ rows: [0], weights: [1], divisor: 2, flipped: [], ...cut }],
      ...closedBy(by),
    });
  const BAD = 'cut stages 0 cuts 0';
  const TRIANGLE = choices(3, [upTo(1, 1, 1), upTo(1, 0, 1, 1), upTo(1, 1, 0, 1)], [1, 1, 1]);

  it('is rows added up and divided', () => {
    // 2a + 2b + 2c ≤ 3, so a + b + c ≤ 1
    expect(cutting(TRIANGLE, 1, { rows: [0, 1, 2], weights: [1, 1, 1] })).toBeUndefined();
    expect(cutting(TRIANGLE, 1, { rows: [0, 1], weights: [1, 1] })).toBe('tree stages 0 tree 0');
    expect(cutting(TRIANGLE, 1, { rows: [0, 1, 2], weights: [1, 1, 1] }, weights(1, [4], 1))).toBe(
      'weights stages 0 tree 0',
    );
  });

  it('counts columns from their upper bounds', () => {
    // 4a + 4b + 7c ≤ 10 by 7, with a and b from above: 4a + 4b + 5c ≤ 8; from below: a + b + 4c ≤ 4
    const packed = choices(3, [upTo(10, 4, 4, 7)], [4, 4, 5]);
    expect(cutting(packed, 8, { divisor: 7, flipped: [0, 1] })).toBeUndefined();
    expect(cutting(packed, 8, { divisor: 7 })).toBe('tree stages 0 tree 0');
    expect(cutting(packed, 5, { divisor: 7, flipped: [0, 1] })).toBe('tree stages 0 tree 0');
    expect(cutting(packed, 8, { divisor: 7, flipped: [3] })).toBe(BAD);
  });

  it('rounds what a row leaves over', () => {
    // 3x + 2y ≤ 7 by 3 leaves 1: 2x + y ≤ 4
    const row: SmallProblem = { lower: [0, 0], upper: [9, 9], rows: [upTo(7, 3, 2)], objectives: [[2, 1]] };
    expect(cutting(row, 4, { divisor: 3 })).toBeUndefined();
    expect(cutting(row, 3, { divisor: 3 })).toBe('tree stages 0 tree 0');
    expect(cutting({ ...row, lower: [1, 0] }, 4, { divisor: 3 })).toBeUndefined();
  });

  it('takes lower sides, and earlier cuts', () => {
    const turned = {
      ...TRIANGLE,
      rows: TRIANGLE.rows.map(({ values }) => atLeast(-1, ...values.map((v) => -v))),
    };
    expect(cutting(turned, 1, { rows: [0, 1, 2], weights: [-1, -1, -1] })).toBeUndefined();
    // a row that has one side only counts with that
    expect(cutting(turned, 1, { rows: [0, 1, 2], weights: [1, 1, 1] })).toBeUndefined();
    const first = { rows: [0, 1, 2], weights: [1, 1, 1], divisor: 2, flipped: [] };
    const again = { rows: [3], weights: [1], divisor: 2, flipped: [] };
    const closed = closedBy(weights(1, [3], 1));
    expect(refused(TRIANGLE, [1], { cuts: [first, again], ...closed })).toBeUndefined();
    expect(refused(TRIANGLE, [1], { cuts: [again, first] })).toBe(BAD);
  });

  it('needs a weight for each row, and a divisor that rounds', () => {
    const rows = [0, 1, 2];
    expect(cutting(TRIANGLE, 1, { rows, weights: [1, 1] })).toBe(BAD);
    expect(cutting(TRIANGLE, 1, { rows, weights: [1, 1, 1, 1] })).toBe(BAD);
    expect(cutting(TRIANGLE, 1, { rows, weights: [1, 1, 1], divisor: 1 })).toBe(BAD);
  });

  it('needs rows that are there, and have a side', () => {
    expect(cutting(TRIANGLE, 1, { rows: [3] })).toBe(BAD);
    expect(cutting(TRIANGLE, 1, { rows: [2 ** 52] })).toBe(BAD);
    const endless = { ...TRIANGLE, rows: [atLeast(-Infinity, 1, 1, 0)] };
    expect(cutting(endless, 1, { rows: [0] })).toBe(BAD);
  });
});

describe('what is known from stage to stage', () => {
  // two of a, b, c, and d and e; then rather without d and e, which cannot be
  const small = choices(5, [upTo(2, 1, 1, 1, 0, 0)], [1, 1, 1, 1, 1], [0, 0, 0, -1, -1]);
  const first = closedBy(weights(1, [0], 1));

  it('is that what was proved is kept', () => {
    const bothRows = closedBy(weights(1, [0, 1], 1, 1));
    expect(refused(small, [4, -2], first, bothRows)).toBeUndefined();
    expect(refused(small, [4, -2], first, closedBy(BOX))).toBe('tree stages 1 tree 0');
    expect(refused(small, [4, -2], bothRows, first)).toBe('weights stages 0 tree 0');
  });

  it('is what the columns of anything as good must be', () => {
    const narrowedBy = (given: RowWeights) => ({ ...first, narrowing: [given] });
    const second = closedBy(BOX);
    expect(refused(small, [4, -2], narrowedBy(weights(1, [0], 1)), second)).toBeUndefined();
    expect(refused(small, [4, -2], narrowedBy(BOX), second)).toBe('tree stages 1 tree 0');
    expect(refused(small, [4, -2], narrowedBy(weights(1, [2], 1)), second)).toBe(
      'weights stages 0 narrowing 0',
    );
    // and not of anything better alone
    expect(refused(small, [2, 0], narrowedBy(weights(1, [0], 1)), second)).toBe('tree stages 0 tree 0');
  });
});

describe('a proof is refused', () => {
  it('that leaves objectives out, or goes beyond them', () => {
    expect(refused(ONE_OF_THREE, [2, 0])).toBe('stages stages');
    expect(refused(ONE_OF_THREE, [2, 0], FIRST)).toBe('stages stages');
    expect(refused(ONE_OF_THREE, [2, 0], { ...FIRST, multipliers: [] })).toBe('stages stages 0');
    expect(refused(ONE_OF_THREE, [2, 0], FIRST, SECOND, SECOND)).toBe('stages stages 2');
  });

  it('of a value that no solution has', () => {
    expect(refused(ONE_OF_THREE, [3, 0], FIRST, SECOND)).toBe('no-solution stages 0');
    expect(refused(ONE_OF_THREE, [8, 0], FIRST, SECOND)).toBe('no-solution stages 0 narrowing');
    const none = choices(1, [atLeast(2, 1)], [1]);
    expect(refused(none, [1], { tree: [{}] })).toBe('no-solution stages 0');
  });

  it('with weights of rows that are not there, have no such side, or are named twice', () => {
    expect(refused(ONE_OF_THREE, [2, 0], closedBy(weights(1, [1], 1)))).toBe('weights stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, 0], closedBy(weights(1, [0, 0], 1, 1)))).toBe('weights stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, 0], closedBy(weights(1, [0], -1)))).toBe('weights stages 0 tree 0');
  });

  it('based on weights that were left behind long ago', () => {
    const many = (count: number): RowWeights[] => [
      ...Array.from({ length: count }, () => weights(1, [])),
      { ...weights(1, [0], 1), base: 0 },
    ];
    expect(refused(ONE_OF_THREE, [2, 0], closedBy(...many(64)), SECOND)).toBeUndefined();
    expect(refused(ONE_OF_THREE, [2, 0], closedBy(...many(65)), SECOND)).toBe('weights stages 0 tree 0');
  });

  it('with a tree that is closed where it is split, or goes on where it is closed', () => {
    const split = { column: 0, at: 0 };
    const closer = { weights: [weights(1, [0], 1)] };
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [] })).toBe('tree stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [{}] })).toBe('tree stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [{ ...closer, ...split }] })).toBe('tree stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [{ column: 0 }, closer, closer] })).toBe(
      'tree stages 0 tree 0',
    );
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [{ at: 0 }, closer, closer] })).toBe('tree stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [{ column: 3, at: 0 }] })).toBe('tree stages 0 tree 0');
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [split, closer] })).toBe('tree stages 0 tree 2');
    expect(refused(ONE_OF_THREE, [2, 0], { tree: [closer, closer] })).toBe('tree stages 0 tree 0');
    const twice = closedBy(...closer.weights, ...closer.weights);
    expect(refused(ONE_OF_THREE, [2, 0], twice)).toBe('tree stages 0 tree 0');
  });

  it('in numbers too large to be exact', () => {
    const huge = { ...FIRST, multipliers: [2 ** 53 - 1, 1] };
    expect(refused(ONE_OF_THREE, [4, 0], huge)).toBe('too-large stages 0');
    const row = choices(2, [upTo(2 ** 52, 2 ** 52, 2 ** 52)], [1, 1]);
    expect(refused(row, [1], FIRST)).toBe('too-large stages 0');
    const cut = { rows: [0], weights: [2 ** 52], divisor: 2, flipped: [] };
    expect(refused(choices(2, [upTo(3, 2, 3)], [1, 1]), [1], { cuts: [cut] })).toBe(
      'too-large stages 0 cuts 0',
    );
  });

  it('that takes for ever, or fills the memory', () => {
    // x ≥ y + 1 and y ≥ x: each step moves one of them by one
    const far = 2 ** 50;
    const slow: SmallProblem = {
      lower: [0, 0],
      upper: [far, far],
      rows: [atLeast(1, 1, -1), atLeast(0, -1, 1)],
      objectives: [[1, 0]],
    };
    expect(refused(slow, [1], FIRST)).toBe('too-large stages 0');
    // ten million entries of cuts
    const reading = new Reading();
    reading.keep(1e7);
    expect(() => reading.keep(1)).toThrow(Refused);
  });
});
