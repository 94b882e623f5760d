/*
 * HiGHS as the package `highs` loads it, as much of it as the guide uses. The package's own types name things of a
 * browser, which not everybody who compiles against this has.
 */

/** HiGHS, loaded. */
export interface HighsInstance {
  readonly infinity: number;
  readonly constants: {
    readonly objectiveSense: { readonly maximize: unknown };
    readonly variableType: { readonly integer: unknown };
    readonly modelStatus: { readonly infeasible: number; readonly optimal: number };
  };
  createModel(source: HighsModelData): HighsModel;
}

/** An integer programme. */
export interface HighsModelData {
  numCols: number;
  numRows: number;
  /** A constant of the package, which has types of its own for them. */
  sense: never;
  colCost: Float64Array;
  colLower: Float64Array;
  colUpper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  matrix: {
    format: 'csr';
    numRows: number;
    numCols: number;
    starts: Int32Array;
    indices: Int32Array;
    values: Float64Array;
  };
  integrality: never[];
}

/** A model that HiGHS holds. */
export interface HighsModel {
  readonly options: { set(values: Record<string, number | boolean>): void };
  changeColsCost(which: { kind: 'set'; indices: Int32Array }, costs: Float64Array): unknown;
  setSolution(solution: { colValue: Float64Array }): unknown;
  run(): unknown;
  getModelStatus(): number;
  getObjectiveValue(): number;
  getSolution(): { readonly colValue?: ArrayLike<number> | undefined };
  addRow(lower: number, upper: number, entries: { indices: Int32Array; values: Float64Array }): unknown;
  dispose(): void;
}
