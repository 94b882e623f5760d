import solverModule from 'javascript-lp-solver';
import { growing, type Peer } from './peer.js';

/* javascript-lp-solver: columns start at 0, so that other bounds are rows like all others. */

// The package's types describe a CommonJS module, Node loads its ES module: the default import is the solver itself.
const isSolver = (value: unknown): value is { readonly Solve: (model: object) => unknown } =>
  typeof value === 'object' && value !== null && 'Solve' in value;

const columnOf = (j: number): string => `x${String(j)}`;

export const JAVASCRIPT_LP_SOLVER: Peer = {
  load() {
    const solver: unknown = solverModule;
    if (!isSolver(solver)) throw new Error('the package does not export its solver');
    return Promise.resolve((given) => {
      const { program, keep } = growing(given);
      return {
        minimise(costs, _, limit) {
          const constraints: Record<string, { min?: number; max?: number }> = {};
          const variables: Record<string, Record<string, number>> = {};
          const ints: Record<string, 1> = {};
          const row = (name: string, lower: number, upper: number): void => {
            constraints[name] = {
              ...(lower === -Infinity ? {} : { min: lower }),
              ...(upper === Infinity ? {} : { max: upper }),
            };
          };
          program.upper.forEach((upper, j) => {
            const name = columnOf(j);
            variables[name] = { cost: costs.get(j) ?? 0, [`b${String(j)}`]: 1 };
            row(`b${String(j)}`, program.lower[j] ?? 0, upper);
            ints[name] = 1;
          });
          program.rows.forEach(({ lower, upper, indices, values }, i) => {
            row(`r${String(i)}`, lower, upper);
            indices.forEach((j, k) => {
              const variable = variables[columnOf(j)];
              if (variable !== undefined) variable[`r${String(i)}`] = values[k] ?? 0;
            });
          });
          const started = performance.now();
          const answer = solver.Solve({
            optimize: 'cost',
            opType: 'min',
            constraints,
            variables,
            ints,
            timeout: limit,
            options: { timeout: limit, tolerance: 0 },
          });
          const found = new Map<string, unknown>(Object.entries(answer ?? {}));
          const x = program.upper.map((_, j) => Math.round(Number(found.get(columnOf(j)) ?? 0)));
          if (found.get('feasible') !== true)
            return performance.now() - started >= limit ? { status: 'limit' } : { status: 'infeasible' };
          // it does not say that time was up
          return performance.now() - started >= limit ? { status: 'limit', x } : { status: 'optimal', x };
        },
        keep,
        counts: () => ({}),
        close: () => undefined,
      };
    });
  },
};
