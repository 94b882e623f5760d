import type { HighsInstance as Highs, HighsModel as Model } from './highs-instance.js';
import type { Guide, GuideProblem } from '../internal/guide.js';

export interface HighsGuideOptions {
  /**
   * The most seconds to spend on one proposal; no limit by default. With a limit, what is proposed depends on the speed of
   * the machine, and so do a `bounded` programme, its bounds, `proof` and `statistics`. An `optimal` programme does not.
   */
  readonly seconds?: number | undefined;
}

type Objective = GuideProblem['objectives'][number];

/**
 * A guide for `buildProgramme` and `buildProgrammeAsync` that asks HiGHS, objective by objective and without a gap, from a
 * fixed seed. It takes HiGHS as the package `highs` (1.15.3 or newer) loads it, and loads nothing itself. While HiGHS works
 * it blocks its thread, and no signal stops it: `options.seconds` does.
 *
 * @example
 * import highsModule, { type Highs } from 'highs';
 * import { buildProgramme } from 'smartpd';
 * // its types are those of its CommonJS module; imported as an ES module, its default export is the loader itself
 * const loadHighs = highsModule as unknown as () => Promise<Highs>;
 * const guide = highsGuide(await loadHighs(), { seconds: 20 });
 * buildProgramme(request, { guide }).status; // => 'optimal'
 */
export function highsGuide(highs: Highs, options: HighsGuideOptions = {}): Guide {
  const { seconds } = options;
  return {
    propose(problem) {
      const model = modelOf(highs, problem);
      try {
        model.options.set({ output_flag: false, random_seed: 0 });
        model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0 });
        // the clock of a model runs on from one objective to the next
        if (seconds !== undefined) model.options.set({ time_limit: seconds });
        return lexicographically(highs, model, problem);
      } finally {
        model.dispose();
      }
    },
  };
}

function modelOf(highs: Highs, { lower, upper, rows }: GuideProblem): Model {
  return highs.createModel({
    numCols: lower.length,
    numRows: rows.lower.length,
    sense: highs.constants.objectiveSense.maximize as never,
    colCost: new Float64Array(lower.length),
    colLower: lower,
    colUpper: upper,
    rowLower: rows.lower,
    rowUpper: rows.upper,
    matrix: {
      format: 'csr',
      numRows: rows.lower.length,
      numCols: lower.length,
      starts: rows.start,
      indices: rows.column,
      values: rows.value,
    },
    integrality: Array.from(lower, () => highs.constants.variableType.integer as never),
  });
}

/** The best solution found: each objective as large as can be, given those before it, as far as HiGHS gets. */
function lexicographically(
  highs: Highs,
  model: Model,
  { lower, upper, objectives, start }: GuideProblem,
): Float64Array | undefined {
  const all = Int32Array.from(lower.keys());
  let best = start;
  for (const { columns, values } of objectives) {
    if (best === undefined || !isAtItsBest({ columns, values }, best, lower, upper)) {
      const costs = new Float64Array(lower.length);
      columns.forEach((j, k) => {
        costs[j] = values[k]!;
      });
      model.changeColsCost({ kind: 'set', indices: all }, costs);
      if (best !== undefined) model.setSolution({ colValue: best });
      model.run();
      const status = model.getModelStatus();
      const found = solutionOf(highs, model, status);
      if (found === undefined) return best;
      best = found;
      if (status !== highs.constants.modelStatus.optimal) return best;
    }
    if (columns.length > 0)
      model.addRow(valueOf({ columns, values }, best), highs.infinity, {
        indices: Int32Array.from(columns),
        values: Float64Array.from(values),
      });
  }
  return best;
}

/** The solution of the last run, rounded, if there is one. */
function solutionOf(
  { constants: { modelStatus } }: Highs,
  model: Model,
  status: ReturnType<Model['getModelStatus']>,
): Float64Array | undefined {
  if (status === modelStatus.infeasible || !Number.isFinite(model.getObjectiveValue())) return undefined;
  const { colValue } = model.getSolution();
  return colValue === undefined ? undefined : Float64Array.from(colValue, Math.round);
}

/** Whether each column already counts as much as its bounds allow. */
const isAtItsBest = (
  { columns, values }: Objective,
  x: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): boolean => columns.every((j, k) => x[j] === (values[k]! > 0 ? upper[j] : lower[j]));

function valueOf({ columns, values }: Objective, x: Float64Array): number {
  let value = 0;
  columns.forEach((j, k) => {
    value += values[k]! * x[j]!;
  });
  return value;
}
