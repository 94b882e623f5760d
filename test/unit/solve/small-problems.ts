import fc from 'fast-check';
import { type LinearForm, type Problem, ProblemBuilder, type Rows } from '../../../src/model/problem.js';

/*
 * Problems so small that all their points can be looked at. What the tests know of them comes from here alone: plain
 * lists, and loops over every point.
 */

export type Point = readonly number[];

export interface SmallRow {
  /** By column; zeros are left out of the problem. */
  readonly values: readonly number[];
  readonly lower: number;
  readonly upper: number;
  readonly demand?: number | undefined;
}

export interface SmallProblem {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly SmallRow[];
  /** Dense, each to be maximised. */
  readonly objectives: readonly Point[];
  readonly ties?: readonly number[];
  readonly permits?: Problem['permits'];
  readonly sums?: readonly number[];
  readonly branchFirst?: readonly number[];
}

/** Every point of the box, the last column turning fastest. */
export function points({ lower, upper }: Pick<SmallProblem, 'lower' | 'upper'>): Point[] {
  let found: Point[] = [[]];
  lower.forEach((low, j) => {
    found = found.flatMap((start) => {
      const longer: Point[] = [];
      for (let value = low; value <= upper[j]!; value += 1) longer.push([...start, value]);
      return longer;
    });
  });
  return found;
}

export const dot = (values: Point, x: ArrayLike<number>): number =>
  values.reduce((sum, value, j) => sum + value * x[j]!, 0);

export const keepsRow = (row: SmallRow, x: ArrayLike<number>): boolean => {
  const activity = dot(row.values, x);
  return activity >= row.lower && activity <= row.upper;
};

export const inBox = (
  { lower, upper }: Pick<SmallProblem, 'lower' | 'upper'>,
  x: ArrayLike<number>,
): boolean => lower.every((low, j) => x[j]! >= low && x[j]! <= upper[j]!);

/** Whether the point is one of the problem's: whole numbers in the box that keep all rows. */
export const isFeasible = (problem: SmallProblem, x: ArrayLike<number>): boolean =>
  x.length === problem.lower.length &&
  Array.from(x).every(Number.isInteger) &&
  inBox(problem, x) &&
  problem.rows.every((row) => keepsRow(row, x));

/** Every point of the problem. */
export const feasiblePoints = (problem: SmallProblem): Point[] =>
  points(problem).filter((x) => problem.rows.every((row) => keepsRow(row, x)));

export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity);

/** The points that are best for each objective among those best for all before it, then smallest in each tie column. */
export function lexicographicallyBest(problem: SmallProblem, feasible: readonly Point[]): Point[] {
  const measures = [
    ...problem.objectives,
    ...(problem.ties ?? []).map((column) => problem.lower.map((_, j) => (j === column ? -1 : 0))),
  ];
  let best = [...feasible];
  for (const values of measures) {
    const most = largest(best.map((x) => dot(values, x)));
    best = best.filter((x) => dot(values, x) === most);
  }
  return best;
}

const entries = (values: Point): { columns: number[]; values: number[] } => {
  const columns = values.flatMap((value, j) => (value === 0 ? [] : [j]));
  return { columns, values: columns.map((j) => values[j]!) };
};

export const formOf = (values: Point): LinearForm => entries(values);

/** The problem as the solver takes it. */
export function problemOf(small: SmallProblem): Problem {
  const builder = new ProblemBuilder();
  small.lower.forEach((low, j) => builder.column(low, small.upper[j]!));
  for (const row of small.rows) {
    const { columns, values } = entries(row.values);
    builder.row(columns, values, row.lower, row.upper, row.demand);
  }
  return builder.build({
    objectives: small.objectives.map(formOf),
    ties: small.ties ?? [],
    permits: small.permits ?? [],
    sums: small.sums ?? [],
    branchFirst: small.branchFirst ?? [],
  });
}

export const rowsOf = (small: SmallProblem): Rows => problemOf(small).rows;

/** How large, and how likely each thing is. */
export interface SmallOptions {
  readonly columns?: { readonly min: number; readonly max: number };
  /** The most a column can move. */
  readonly range?: number;
  readonly least?: number;
  readonly rows?: { readonly min: number; readonly max: number };
  /** The largest value in a row. */
  readonly values?: number;
  readonly objectives?: { readonly min: number; readonly max: number };
  readonly reward?: number;
  /** Whether the rows leave at least one point. */
  readonly feasible?: boolean;
}

/** By how much a side of a row stays away from what a chosen point gives it; `Infinity`: there is no such side. */
const away = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 4 }), weight: 3 },
  { arbitrary: fc.constant(Infinity), weight: 2 },
);

/** Small problems, most columns of them in few rows. */
export function smallProblems(options: SmallOptions = {}): fc.Arbitrary<SmallProblem> {
  const range = options.range ?? 3;
  const least = options.least ?? -2;
  const size = options.values ?? 5;
  const reward = options.reward ?? 4;
  const value = fc.oneof(
    { arbitrary: fc.constant(0), weight: 2 },
    { arbitrary: fc.integer({ min: -size, max: size }), weight: 3 },
  );
  return fc.integer(options.columns ?? { min: 1, max: 5 }).chain((n) => {
    const vector = (of: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
      fc.array(of, { minLength: n, maxLength: n });
    const { min, max } = options.rows ?? { min: 0, max: 5 };
    const column = fc.record({
      low: fc.integer({ min: least, max: 0 }),
      range: fc.integer({ min: 0, max: range }),
      /** Where the point is that the rows are drawn around, as a share of the range. */
      share: fc.integer({ min: 0, max: 4 }),
    });
    const row = fc.record({
      values: vector(value),
      below: away,
      above: away,
      shift: options.feasible === true ? fc.constant(0) : fc.constantFrom(0, 0, 0, -3, 3),
    });
    const rewards = vector(fc.oneof(fc.constant(0), fc.integer({ min: -reward, max: reward })));
    const { min: fewest, max: most } = options.objectives ?? { min: 1, max: 1 };
    return fc
      .record({
        columns: fc.array(column, { minLength: n, maxLength: n }),
        rows: fc.array(row, { minLength: min, maxLength: max }),
        objectives: fc.array(rewards, { minLength: fewest, maxLength: most }),
      })
      .map(({ columns, rows, objectives }): SmallProblem => {
        const centre = columns.map(({ low, range, share }) => low + Math.floor((range * share) / 4));
        return {
          lower: columns.map(({ low }) => low),
          upper: columns.map(({ low, range }) => low + range),
          rows: rows.map(({ values, below, above, shift }) => {
            const at = dot(values, centre) + shift;
            return { values, lower: at - below, upper: at + above };
          }),
          objectives,
        };
      });
  });
}

/**
 * The problem with columns that add up others, as the solver's `sums` ask: each defined by an equality of its own, with
 * bounds that never bind. `groups`: for each sum, the columns added up.
 */
export function withSums(small: SmallProblem, groups: readonly (readonly number[])[]): SmallProblem {
  const before = small.lower.length;
  const count = groups.length;
  const wider = (values: Point): Point => [...values, ...groups.map(() => 0)];
  const total = (bounds: Point, columns: readonly number[]): number =>
    columns.reduce((sum, j) => sum + bounds[j]!, 0);
  return {
    ...small,
    lower: [...small.lower, ...groups.map((columns) => total(small.lower, columns))],
    upper: [...small.upper, ...groups.map((columns) => total(small.upper, columns))],
    rows: [
      ...small.rows.map((row) => ({ ...row, values: wider(row.values) })),
      ...groups.map((columns, k) => ({
        values: Array.from({ length: before + count }, (_, j) =>
          j === before + k ? -1 : j < before && columns.includes(j) ? 1 : 0,
        ),
        lower: 0,
        upper: 0,
      })),
    ],
    objectives: small.objectives.map(wider),
    sums: groups.map((_, k) => before + k),
  };
}

/** Choices that compete for room in several rows, worth much the same: seldom settled at the root. */
export const knapsacks = (options: {
  readonly choices: { readonly min: number; readonly max: number };
  readonly rows: { readonly min: number; readonly max: number };
  readonly reward: { readonly min: number; readonly max: number };
  readonly objectives: number;
}): fc.Arbitrary<SmallProblem> =>
  fc.integer(options.choices).chain((n) => {
    const vector = (range: { readonly min: number; readonly max: number }): fc.Arbitrary<number[]> =>
      fc.array(fc.integer(range), { minLength: n, maxLength: n });
    const row = fc.record({
      values: vector({ min: 3, max: 40 }),
      tenths: fc.integer({ min: 3, max: 6 }),
    });
    return fc
      .record({
        rows: fc.array(row, { minLength: options.rows.min, maxLength: options.rows.max }),
        objectives: fc.array(vector(options.reward), { minLength: 1, maxLength: options.objectives }),
      })
      .map(({ rows, objectives }): SmallProblem => ({
        lower: Array.from({ length: n }, () => 0),
        upper: Array.from({ length: n }, () => 1),
        rows: rows.map(({ values, tenths }) => ({
          values,
          lower: -Infinity,
          upper: Math.floor((values.reduce((sum, value) => sum + value, 0) * tenths) / 10),
        })),
        objectives,
      }));
  });

/** Problems whose objectives are worth so much that they cannot be taken together. */
export const farApart = (): fc.Arbitrary<SmallProblem> =>
  smallProblems({ columns: { min: 2, max: 5 }, objectives: { min: 2, max: 4 }, reward: 2 ** 30 });

/** Choices that compete for the same room, so that bounds alone do not settle them. */
export const competing = (): fc.Arbitrary<SmallProblem> =>
  knapsacks({
    choices: { min: 6, max: 10 },
    rows: { min: 1, max: 4 },
    reward: { min: 0, max: 30 },
    objectives: 3,
  });
