import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import highsModule, { type Highs } from 'highs';
import type { IntegerProgram, Peer, Session } from './peer.js';

/* HiGHS as compiled to WebAssembly in the npm package `highs`: no gap, one thread, each solution a start for the next. */

// The package's types describe a CommonJS module, Node loads its ES module: the default import is the loader itself.
const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

function open(highs: Highs, { lower, upper, rows }: IntegerProgram): Session {
  const starts = [0];
  for (const { indices } of rows) starts.push((starts.at(-1) ?? 0) + indices.length);
  const model = highs.createModel({
    numCols: upper.length,
    numRows: rows.length,
    colCost: upper.map(() => 0),
    colLower: [...lower],
    colUpper: [...upper],
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: upper.length,
      starts: new Int32Array(starts),
      indices: new Int32Array(rows.flatMap((row) => row.indices)),
      values: new Float64Array(rows.flatMap((row) => row.values)),
    },
    integrality: upper.map(() => highs.constants.variableType.integer),
  });
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
  const columns = Int32Array.from(upper, (_, index) => index);
  const solution = (): readonly number[] => Array.from(model.getSolution().colValue, Math.round);
  return {
    minimise(costs, known, limit) {
      const dense = Float64Array.from(upper, (_, index) => costs.get(index) ?? 0);
      model.changeColsCost({ kind: 'set', indices: columns }, dense);
      if (known !== undefined) model.setSolution({ colValue: Float64Array.from(known) });
      model.zeroAllClocks();
      model.options.set({ time_limit: limit / 1_000 });
      model.run();
      const { optimal, infeasible, timeLimit } = highs.constants.modelStatus;
      switch (model.getModelStatus()) {
        case optimal:
          return { status: 'optimal', x: solution() };
        case infeasible:
          return { status: 'infeasible' };
        case timeLimit: {
          const bound = Number(model.info.get('mip_dual_bound'));
          return {
            status: 'limit',
            ...(Number.isFinite(model.getObjectiveValue()) ? { x: solution() } : {}),
            ...(Number.isFinite(bound) ? { bound } : {}),
          };
        }
        default:
          return { status: 'failed', note: `status ${String(model.getModelStatus())}` };
      }
    },
    keep(costs, most) {
      if (costs.size > 0)
        model.addRow(-highs.infinity, most, {
          indices: Int32Array.from(costs.keys()),
          values: Float64Array.from(costs.values()),
        });
    },
    counts: () => ({
      nodes: Number(model.info.get('mip_node_count')),
      iterations: Number(model.info.get('simplex_iteration_count')),
    }),
    close: () => model.dispose(),
  };
}

export const HIGHS: Peer = {
  async load() {
    // bundled into one file with all else, it looks for its WebAssembly beside it
    const beside = new URL('highs.wasm', import.meta.url);
    if (!existsSync(beside)) copyFileSync(fileURLToPath(import.meta.resolve('highs/runtime')), beside);
    const loader: unknown = highsModule;
    if (!isLoader(loader)) throw new Error('the highs package does not export its loader');
    const highs = await loader();
    // the first run compiles it
    const first = open(highs, {
      lower: [0, 0],
      upper: [3, 3],
      rows: [{ lower: -Infinity, upper: 7, indices: [0, 1], values: [2, 3] }],
    });
    first.minimise(
      new Map([
        [0, -3],
        [1, -4],
      ]),
      undefined,
      1_000,
    );
    first.close();
    return (program) => open(highs, program);
  },
};
