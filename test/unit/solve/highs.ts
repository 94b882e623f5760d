import highsModule, { type Highs } from 'highs';
import type { SmallProblem } from './small-problems.js';

// The package's types describe a CommonJS module, Node loads its ES module: the default import is the loader itself.
const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

/** HiGHS, once it is loaded. */
export async function loadHighs(): Promise<Highs> {
  const loader: unknown = highsModule;
  if (!isLoader(loader)) throw new Error('the highs package does not export its loader');
  return await loader();
}

/** The value of the linear relaxation by HiGHS; `undefined` when it has no point. */
export function relaxationByHighs(highs: Highs, small: SmallProblem): number | undefined {
  const [objective] = small.objectives as [readonly number[]];
  const entries = small.rows.map(({ values }) => values.flatMap((value, j) => (value === 0 ? [] : [j])));
  const starts = [0];
  for (const columns of entries) starts.push(starts.at(-1)! + columns.length);
  const side = (value: number): number =>
    Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
  const model = highs.createModel({
    numCols: small.lower.length,
    numRows: small.rows.length,
    colCost: objective.map((value) => 0 - value),
    colLower: [...small.lower],
    colUpper: [...small.upper],
    rowLower: small.rows.map((row) => side(row.lower)),
    rowUpper: small.rows.map((row) => side(row.upper)),
    matrix: {
      format: 'csr',
      numRows: small.rows.length,
      numCols: small.lower.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries.flat()),
      values: Float64Array.from(
        entries.flatMap((columns, i) => columns.map((j) => small.rows[i]!.values[j]!)),
      ),
    },
  });
  try {
    model.options.set({ output_flag: false });
    model.run();
    const status = model.getModelStatus();
    if (status === highs.constants.modelStatus.infeasible) return undefined;
    if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ended with ${String(status)}`);
    return 0 - model.getObjectiveValue();
  } finally {
    model.dispose();
  }
}
