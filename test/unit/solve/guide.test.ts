import { describe, expect, it } from 'vitest';
import type { Guide, GuideProblem } from '../../../src/internal/guide.js';
import { ProblemBuilder } from '../../../src/model/problem.js';
import { solve } from '../../../src/solve/solve.js';

/** Twelve things of which the best are to fit into two boxes. The answer takes some search. */
function boxes() {
  const builder = new ProblemBuilder();
  const columns = Array.from({ length: 12 }, () => builder.column(0, 1));
  const weights = columns.map((_, k) => 5 + ((7 * k) % 11));
  const sizes = columns.map((_, k) => 4 + ((5 * k) % 13));
  builder.row(columns, weights, -Infinity, 37);
  builder.row(columns, sizes, -Infinity, 41);
  return builder.build({
    objectives: [
      { columns, values: columns.map((_, k) => 6 + ((9 * k) % 10)) },
      { columns, values: columns.map((_, k) => -1 - (k % 3)) },
    ],
    ties: columns,
    permits: [],
    sums: [],
    branchFirst: [],
  });
}

const ENOUGH = 1e6;
const propose = (proposal: (problem: GuideProblem) => unknown): Guide => ({
  propose: (problem) => proposal(problem) as ArrayLike<number> | undefined,
});
const counts = ({ lower }: GuideProblem, value: number): number[] => Array.from(lower, () => value);

/** Every point of a small problem, and whether it keeps the rows. */
function best(problem: GuideProblem): number[] | undefined {
  const { lower, upper, rows, objectives } = problem;
  let points: number[][] = [[]];
  for (let j = 0; j < lower.length; j += 1)
    points = points.flatMap((start) =>
      Array.from({ length: upper[j]! - lower[j]! + 1 }, (_, k) => [...start, lower[j]! + k]),
    );
  const activity = (x: readonly number[], i: number): number => {
    let sum = 0;
    for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) sum += rows.value[p]! * x[rows.column[p]!]!;
    return sum;
  };
  const legal = points.filter((x) =>
    rows.lower.every((low, i) => activity(x, i) >= low && activity(x, i) <= rows.upper[i]!),
  );
  const worth = (x: readonly number[]): number[] =>
    objectives.map(({ columns, values }) => columns.reduce((sum, j, k) => sum + values[k]! * x[j]!, 0));
  return legal
    .map((x) => ({ x, worth: worth(x) }))
    .sort((a, b) => b.worth[0]! - a.worth[0]! || (b.worth[1] ?? 0) - (a.worth[1] ?? 0))[0]?.x;
}

describe('a guide', () => {
  const plain = solve(boxes(), ENOUGH);
  const without = { ...plain, proof: undefined, work: undefined };
  const guided = (guide: Guide) => solve(boxes(), ENOUGH, [], guide);

  it.each<[string, (problem: GuideProblem) => unknown]>([
    ['nothing', () => undefined],
    ['null', () => null],
    ['a number', () => 7],
    ['too few values', () => [1]],
    ['too many values', ({ lower }) => Array.from({ length: lower.length + 1 }, () => 0)],
    ['an endless list', () => ({ length: Infinity })],
    ['NaN', (problem) => counts(problem, Number.NaN)],
    ['infinity', (problem) => counts(problem, Infinity)],
    ['what breaks the rows', (problem) => counts(problem, 1)],
    ['what is out of bounds', (problem) => counts(problem, -1)],
    ['what is unsafe', (problem) => counts(problem, 2 ** 60)],
    ['strings', ({ lower }) => Array.from(lower, () => 'one')],
    ['big integers', ({ lower }) => Array.from(lower, () => 1n)],
    ['holes', ({ lower }) => ({ length: lower.length })],
    ['the worst there is', (problem) => counts(problem, 0)],
    ['minus nothing', (problem) => counts(problem, -0.2)],
    ['the best', best],
    ['nearly whole numbers', (problem) => best(problem)?.map((value) => value + 1e-7)],
    ['its start', ({ start }) => start],
  ])('that proposes %s changes no answer', (_, proposal) => {
    expect({ ...guided(propose(proposal)), proof: undefined, work: undefined }).toEqual(without);
  });

  it('may throw, or be a trap', () => {
    const thrown = propose(() => {
      throw new Error('no');
    });
    const trap = propose(
      () =>
        new Proxy([], {
          get: () => {
            throw new Error('no');
          },
        }),
    );
    for (const guide of [thrown, trap]) expect(guided(guide)).toEqual(plain);
  });

  it('may do with what it is given as it likes', () => {
    const spoil = propose(({ lower, upper, rows, objectives, start }) => {
      for (const list of [lower, upper, rows.start, rows.column, rows.value, rows.lower, rows.upper, start])
        list?.fill(3);
      for (const form of objectives) {
        (form.columns as number[]).fill(0);
        (form.values as number[]).length = 0;
      }
      return undefined;
    });
    expect(guided(spoil)).toEqual(plain);
  });

  it('is told the best solution known, and the objectives in their order', () => {
    const seen: GuideProblem[] = [];
    guided(propose((problem) => void seen.push(problem)));
    expect(seen.length).toBeGreaterThan(0);
    const [{ objectives, start, lower }] = seen as [GuideProblem];
    expect(objectives).toHaveLength(2);
    expect(start).toHaveLength(lower.length);
  });

  it('is counted when it was of use, and only then', () => {
    expect(plain.work.proposals).toBe(0);
    expect(guided(propose((problem) => counts(problem, 1))).work.proposals).toBe(0);
    expect(guided(propose(({ start }) => start)).work.proposals).toBe(0);
    expect(guided(propose(best)).work.proposals).toBe(1);
  });
});
