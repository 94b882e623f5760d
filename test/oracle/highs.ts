import highsModule, { type Highs } from 'highs';
import type { Mip, Row } from './mip-sheet.js';
import type { Objectives } from './objectives.js';

/*
 * Runs HiGHS on a problem whose columns are all integer, and believes nothing that does not add up in integers.
 */

// The package's types describe a CommonJS module, Node loads its ES module: the default import is the loader itself.
const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

let loaded: Promise<Highs> | undefined;
function loadHighs(): Promise<Highs> {
  const loader: unknown = highsModule;
  if (!isLoader(loader)) throw new Error('the highs package does not export its loader');
  loaded ??= loader();
  return loaded;
}

export interface Best {
  readonly objectives: Objectives;
  /** The value of each column. */
  readonly solution: readonly number[];
}

/**
 * The best values, objective by objective with gap 0, every solution rounded and checked in integers; undefined when
 * no solution keeps the rows.
 */
export async function lexicographically(mip: Mip): Promise<Best | undefined> {
  // rows without columns say no or nothing: HiGHS need not be asked
  const nothing = mip.upper.map(() => 0);
  if (mip.rows.some((row) => row.indices.length === 0 && !keepsRow(row, nothing))) return undefined;
  if (mip.upper.length === 0)
    return {
      objectives: complete(new Map(mip.objectives.map((one) => [one.name, one.offset]))),
      solution: [],
    };
  return solve(await loadHighs(), mip);
}

const cost = (costs: ReadonlyMap<number, number>, solution: readonly number[]): number => {
  let sum = 0;
  for (const [column, value] of costs) sum += value * (solution[column] ?? 0);
  return sum;
};

/** What an objective comes to. */
const valueOf = ({ costs, offset }: Mip['objectives'][number], solution: readonly number[]): number =>
  offset + cost(costs, solution);

/** Whether every column costs as little as its bounds allow: nothing is left to be asked. */
const atItsBound = (
  { upper }: Mip,
  costs: ReadonlyMap<number, number>,
  solution: readonly number[],
): boolean =>
  [...costs].every(([column, value]) => solution[column] === (value < 0 ? (upper[column] ?? 0) : 0));

function solve(highs: Highs, mip: Mip): Best | undefined {
  const values = new Map<keyof Objectives, number>();
  let solution = mip.upper.map(() => 0);
  const starts = [0];
  for (const { indices } of mip.rows) starts.push((starts.at(-1) ?? 0) + indices.length);
  const model = highs.createModel({
    numCols: mip.upper.length,
    numRows: mip.rows.length,
    colCost: mip.upper.map(() => 0),
    colLower: mip.upper.map(() => 0),
    colUpper: [...mip.upper],
    rowLower: mip.rows.map((row) => row.lower),
    rowUpper: mip.rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: mip.rows.length,
      numCols: mip.upper.length,
      starts: new Int32Array(starts),
      indices: new Int32Array(mip.rows.flatMap((row) => row.indices)),
      values: new Float64Array(mip.rows.flatMap((row) => row.values)),
    },
    integrality: mip.upper.map(() => highs.constants.variableType.integer),
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    const columns = Int32Array.from(mip.upper, (_, index) => index);
    /** Runs HiGHS on costs of which less is better; false when no solution keeps the rows. */
    const run = (costs: ReadonlyMap<number, number>): boolean => {
      const dense = mip.upper.map((_, index) => costs.get(index) ?? 0);
      model.changeColsCost({ kind: 'set', indices: columns }, Float64Array.from(dense));
      model.run();
      const status = model.getModelStatus();
      if (status === highs.constants.modelStatus.infeasible) return false;
      if (status !== highs.constants.modelStatus.optimal)
        throw new Error(`HiGHS ended with status ${String(status)}`);
      const found = model.getObjectiveValue();
      solution = Array.from(model.getSolution().colValue, Math.round);
      const exact = solution.reduce((sum, value, index) => sum + value * (dense[index] ?? 0), 0);
      if (Math.abs(exact - found) > 0.01)
        throw new Error(`HiGHS says ${String(found)}, its own solution comes to ${String(exact)}`);
      if (!keepsAll(mip, solution)) throw new Error('HiGHS broke a row by rounding');
      return true;
    };
    let known = false;
    for (const objective of mip.objectives) {
      const costs = new Map([...objective.costs].map(([index, value]) => [index, objective.sign * value]));
      if (!known || !atItsBound(mip, costs, solution)) {
        if (known) model.setSolution({ colValue: Float64Array.from(solution) });
        if (!run(costs)) {
          if (known) throw new Error('HiGHS lost a solution that it had');
          return undefined;
        }
        known = true;
      }
      if (costs.size > 0)
        model.addRow(-highs.infinity, cost(costs, solution), {
          indices: Int32Array.from(costs.keys()),
          values: Float64Array.from(costs.values()),
        });
      values.set(objective.name, valueOf(objective, solution));
    }
    for (const objective of mip.objectives)
      if (valueOf(objective, solution) !== values.get(objective.name))
        throw new Error(`HiGHS gave up some of ${objective.name} later on`);
    return { objectives: complete(values), solution };
  } finally {
    model.dispose();
  }
}

/** Whether an integer solution keeps a row, exactly. */
function keepsRow(row: Row, solution: readonly number[]): boolean {
  const activity = row.indices.reduce(
    (sum, column, at) => sum + (row.values[at] ?? 0) * (solution[column] ?? 0),
    0,
  );
  return activity >= row.lower && activity <= row.upper;
}

/** Whether it keeps every row and bound. */
const keepsAll = (mip: Mip, solution: readonly number[]): boolean =>
  solution.every((value, index) => value >= 0 && value <= (mip.upper[index] ?? 0)) &&
  mip.rows.every((row) => keepsRow(row, solution));

function complete(values: ReadonlyMap<keyof Objectives, number>): Objectives {
  const of = (name: keyof Objectives): number => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`no value for ${name}`);
    return value === 0 ? 0 : value; // never -0
  };
  return {
    must: of('must'),
    weighted: of('weighted'),
    changes: of('changes'),
    pence: of('pence'),
    'release-minutes': of('release-minutes'),
    minutes: of('minutes'),
    lateness: of('lateness'),
    places: of('places'),
    bookings: of('bookings'),
  };
}
