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

/** Collects the columns, rows and objectives of a {@link Problem}. */
export class ProblemBuilder {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #start: number[] = [0];
  readonly #column: number[] = [];
  readonly #value: number[] = [];
  readonly #rowLower: number[] = [];
  readonly #rowUpper: number[] = [];
  readonly #demand: number[] = [];

  /** Adds a column with integer bounds and returns its number. */
  column(lower: number, upper: number): number {
    this.#upper.push(upper);
    return this.#lower.push(lower) - 1;
  }

  upperOf(column: number): number {
    return this.#upper[column]!;
  }

  /** Adds the row `lower ≤ Σ values·columns ≤ upper`. A column may be named once only. */
  row(
    columns: readonly number[],
    values: readonly number[] | number,
    lower: number,
    upper: number,
    demand = -1,
  ): void {
    for (let k = 0; k < columns.length; k += 1) {
      this.#column.push(columns[k]!);
      this.#value.push(typeof values === 'number' ? values : values[k]!);
    }
    this.#start.push(this.#column.length);
    this.#rowLower.push(lower);
    this.#rowUpper.push(upper);
    this.#demand.push(demand);
  }

  build(
    parts: Pick<Problem, 'objectives' | 'certified' | 'ties' | 'permits' | 'sums' | 'branchFirst'>,
  ): Problem {
    return {
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      rows: {
        start: Int32Array.from(this.#start),
        column: Int32Array.from(this.#column),
        value: Float64Array.from(this.#value),
        lower: Float64Array.from(this.#rowLower),
        upper: Float64Array.from(this.#rowUpper),
      },
      ...parts,
      demand: Int32Array.from(this.#demand),
    };
  }
}
