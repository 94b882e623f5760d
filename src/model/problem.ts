import { growingFloats, growingInts } from '../internal/growing.js';
import { finish, Pace, type Steps } from '../internal/steps.js';
import { ENTRY } from './operations.js';

/** Sparse integer rows `lower ≤ Σ value·x ≤ upper`, stored one after the other; a side may be infinite. */
export interface Rows {
  /** Row `i` holds the entries `start[i]` to `start[i + 1] - 1`. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** A linear form with integer values, to be made as large as possible. */
export interface LinearForm {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** The most that a form can come to within the columns' bounds alone. */
export const mostOf = (
  { columns, values }: LinearForm,
  { lower, upper }: Pick<Problem, 'lower' | 'upper'>,
): number => columns.reduce((sum, j, k) => sum + values[k]! * (values[k]! > 0 ? upper : lower)[j]!, 0);

/**
 * An integer programme over bounded integer columns with an ordered list of objectives. It names nothing: what a
 * column or row stands for is known where it was compiled.
 */
export interface Problem {
  /** Finite integer bounds; their length is the number of columns. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: Rows;
  /** Each is maximised among the solutions that are best for all before it. */
  readonly objectives: readonly LinearForm[];
  /** Of so many of the objectives, from the first on, a proof is asked for; of all if not given. */
  readonly certified?: number;
  /** After the objectives, each of these columns is made as small as possible, one after the other. */
  readonly ties: readonly number[];
  /** By row: which demand it belongs to, or -1. Without the rows of its demands a problem has a solution. */
  readonly demand: Int32Array;
  /** Columns that may be above 0 only while one of their demands is made. */
  readonly permits: readonly { readonly column: number; readonly demands: readonly number[] }[];
  /** Columns that only count others: each is defined by the one row it stands in, and never binds by itself. */
  readonly sums: readonly number[];
  /** Columns that decide much at once, such as what is bought for many: worth branching on before others. */
  readonly branchFirst: readonly number[];
}

/** What a problem has beside its columns and rows. */
type ProblemParts = Pick<Problem, 'objectives' | 'certified' | 'ties' | 'permits' | 'sums' | 'branchFirst'>;

/** Collects the columns, rows and objectives of a {@link Problem}. */
export class ProblemBuilder {
  /** What is added is counted here: whoever adds much ends steps by it. */
  readonly pace: Pace;
  readonly #lower = growingFloats();
  readonly #upper = growingFloats();
  readonly #start = growingInts();
  readonly #column = growingInts();
  readonly #value = growingFloats();
  readonly #rowLower = growingFloats();
  readonly #rowUpper = growingFloats();
  readonly #demand = growingInts();

  constructor(pace = new Pace()) {
    this.pace = pace;
    this.#start.push(0);
  }

  /** Adds a column with integer bounds and returns its number. */
  column(lower: number, upper: number): number {
    this.pace.operations += ENTRY;
    this.#lower.push(lower);
    this.#upper.push(upper);
    return this.#lower.length - 1;
  }

  upperOf(column: number): number {
    return this.#upper.at(column);
  }

  /** Adds the row `lower ≤ Σ values·columns ≤ upper`. A column may be named once only. */
  row(
    columns: readonly number[],
    values: readonly number[] | number,
    lower: number,
    upper: number,
    demand = -1,
  ): void {
    this.pace.operations += ENTRY * (1 + columns.length);
    for (let k = 0; k < columns.length; k += 1) {
      this.#column.push(columns[k]!);
      this.#value.push(typeof values === 'number' ? values : values[k]!);
    }
    this.#start.push(this.#column.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    this.#demand.push(demand);
  }

  build(parts: ProblemParts): Problem {
    return finish(this.buildInSteps(parts));
  }

  *buildInSteps(parts: ProblemParts): Steps<Problem> {
    const { pace } = this;
    return {
      lower: yield* this.#lower.together(pace),
      upper: yield* this.#upper.together(pace),
      rows: {
        start: yield* this.#start.together(pace),
        column: yield* this.#column.together(pace),
        value: yield* this.#value.together(pace),
        lower: yield* this.#rowLower.together(pace),
        upper: yield* this.#rowUpper.together(pace),
      },
      ...parts,
      demand: yield* this.#demand.together(pace),
    };
  }
}
