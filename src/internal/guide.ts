/**
 * An integer programme that a guide is asked about: `lower ≤ x ≤ upper`, all columns whole, and sparse rows
 * `lower ≤ Σ value·x ≤ upper`, one after the other. All numbers are whole but for sides of rows that are infinite. It is
 * the guide's own copy.
 */
export interface GuideProblem {
  /** By column, its finite bounds. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: {
    /** Row `i` holds the entries `start[i]` to `start[i + 1] - 1` of `column` and `value`. */
    readonly start: Int32Array;
    readonly column: Int32Array;
    readonly value: Float64Array;
    /** By row, its sides. */
    readonly lower: Float64Array;
    readonly upper: Float64Array;
  };
  /** In their order: each is to be as large as it can be among the solutions that are best for all before it. */
  readonly objectives: readonly { readonly columns: readonly number[]; readonly values: readonly number[] }[];
  /** The best solution known so far, by column, if there is one. */
  readonly start: Float64Array | undefined;
}

/**
 * Proposes solutions while a programme is built, from another solver for instance. What it proposes is rounded, checked
 * in whole numbers, and taken only if it keeps every row and is better than what is known: a guide can make a build find
 * or prove more with the same effort, never make it wrong. Where a build ends `optimal` with one and without, the two
 * programmes differ in their `proof` at most.
 */
export interface Guide {
  /**
   * A value for each column, or `undefined` to propose nothing. Called once for each group of objectives, between two
   * steps of the build, which waits for it; its work is not counted as effort. What it throws is taken for no proposal.
   */
  readonly propose: (problem: GuideProblem) => ArrayLike<number> | undefined;
}
