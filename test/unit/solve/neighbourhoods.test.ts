import { describe, expect, it } from 'vitest';
import { ProblemBuilder } from '../../../src/model/problem.js';
import { Neighbourhoods } from '../../../src/solve/neighbourhoods.js';

/** A chain: each column but the last shares a row with the next. */
function chain(length: number) {
  const builder = new ProblemBuilder();
  const columns = Array.from({ length }, () => builder.column(0, 1));
  for (let j = 0; j + 1 < length; j += 1) builder.row([columns[j]!, columns[j + 1]!], [1, 1], -Infinity, 1);
  const problem = builder.build({ objectives: [], ties: [], permits: [], sums: [], branchFirst: [] });
  return { ...problem, objective: new Float64Array(length) };
}

const LENGTH = 1000;
const nothing = new Float64Array(LENGTH);
/** A point that differs from it on a fifth of the columns. */
const differs = (j: number): boolean => j >= 400 && j < 600;
const point = nothing.map((_, j) => (differs(j) ? 0.5 : 0));
const freeIn = ({ lower, upper }: { lower: Float64Array; upper: Float64Array }) =>
  [...lower.keys()].filter((j) => lower[j] !== upper[j]);

describe('neighbourhoods', () => {
  it('are around a column in which solution and point differ', () => {
    const free = freeIn(new Neighbourhoods(chain(LENGTH), new Uint8Array(LENGTH)).next(nothing, point, 0.1)!);
    expect(free.some(differs)).toBe(true);
    expect(free).toEqual(Array.from(free, (_, k) => free[0]! + k));
    expect(free.length).toBeLessThan(LENGTH / 2);
  });

  it('grow when they were searched to the end, and shrink when not', () => {
    const neighbourhoods = new Neighbourhoods(chain(LENGTH), new Uint8Array(LENGTH));
    const size = () => freeIn(neighbourhoods.next(nothing, point, 0.1)!).length;
    const first = size();
    neighbourhoods.tell(true);
    expect(size()).toBeGreaterThan(first);
    neighbourhoods.tell(false);
    neighbourhoods.tell(false);
    expect(size()).toBeLessThan(first);
  });

  it('do not exist where solution and point agree on nearly all', () => {
    const neighbourhoods = new Neighbourhoods(chain(LENGTH), new Uint8Array(LENGTH));
    expect(neighbourhoods.next(nothing, nothing, 0.1)).toBeUndefined();
    const nearly = nothing.map((_, j) => (j % 10 === 0 ? 0.5 : 0));
    expect(neighbourhoods.next(nothing, nearly, 0.1)).toBeUndefined();
  });

  it('keep sums free, and what is outside as it is in the solution', () => {
    const isSum = new Uint8Array(LENGTH);
    isSum[0] = 1;
    const solution = nothing.map((_, j) => (j === 999 ? 1 : 0));
    const { lower, upper } = new Neighbourhoods(chain(LENGTH), isSum).next(
      solution,
      solution.map((x, j) => (differs(j) ? 0.5 : x)),
      0.1,
    )!;
    expect([lower[0], upper[0]]).toEqual([0, 1]);
    expect([lower[999], upper[999]]).toEqual([1, 1]);
  });
});
