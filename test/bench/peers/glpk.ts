import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import GLPK from 'glpk.js/node';
import { growing, type Peer } from './peer.js';

/* GLPK as compiled to WebAssembly in the npm package `glpk.js`, with its presolver and no gap. */

const nameOf = (column: number): string => `x${String(column)}`;

export const GLPK_JS: Peer = {
  async load() {
    // bundled into one file with all else, it looks for its WebAssembly beside it
    const beside = new URL('glpk.wasm', import.meta.url);
    if (!existsSync(beside))
      copyFileSync(fileURLToPath(new URL('glpk.wasm', import.meta.resolve('glpk.js/node'))), beside);
    const glpk = await GLPK();
    const boundsOf = (lower: number, upper: number): { type: number; lb: number; ub: number } => ({
      type:
        lower === upper
          ? glpk.GLP_FX
          : lower === -Infinity
            ? glpk.GLP_UP
            : upper === Infinity
              ? glpk.GLP_LO
              : glpk.GLP_DB,
      lb: Math.max(lower, -Number.MAX_SAFE_INTEGER),
      ub: Math.min(upper, Number.MAX_SAFE_INTEGER),
    });
    return (given) => {
      const { program, keep } = growing(given);
      const names = program.upper.map((_, j) => nameOf(j));
      const variables = (columns: Iterable<readonly [number, number]>) =>
        Array.from(columns, ([j, coef]) => ({ name: nameOf(j), coef }));
      return {
        minimise(costs, _, limit) {
          const { result } = glpk.solve(
            {
              name: 'programme',
              objective: {
                direction: glpk.GLP_MIN,
                name: 'cost',
                // every column is named, so that it exists
                vars: names.map((name, j) => ({ name, coef: costs.get(j) ?? 0 })),
              },
              subjectTo: program.rows.map(({ lower, upper, indices, values }, i) => ({
                name: `r${String(i)}`,
                vars: variables(indices.map((j, k) => [j, values[k] ?? 0] as const)),
                bnds: boundsOf(lower, upper),
              })),
              bounds: names.map((name, j) => ({
                name,
                ...boundsOf(program.lower[j] ?? 0, program.upper[j] ?? 0),
              })),
              generals: names,
            },
            {
              mipgap: 0,
              tmlim: Math.max(1, Math.ceil(limit / 1_000)),
              msglev: glpk.GLP_MSG_OFF,
              presol: true,
            },
          );
          const x = names.map((name) => Math.round(result.vars[name] ?? 0));
          if (result.status === glpk.GLP_OPT) return { status: 'optimal', x };
          if (result.status === glpk.GLP_NOFEAS) return { status: 'infeasible' };
          return result.status === glpk.GLP_FEAS ? { status: 'limit', x } : { status: 'limit' };
        },
        keep,
        counts: () => ({}),
        close: () => undefined,
      };
    };
  },
};
