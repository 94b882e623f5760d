import { type Constraint, solve } from 'yalps';
import { growing, type Peer } from './peer.js';

/* YALPS, in TypeScript: columns start at 0, so that other bounds are rows like all others. */

export const YALPS: Peer = {
  load: () =>
    Promise.resolve((given) => {
      const { program, keep } = growing(given);
      return {
        minimise(costs, _, limit) {
          const constraints = new Map<string, Constraint>();
          const columns = program.upper.map((_, j) => new Map([['cost', costs.get(j) ?? 0]]));
          const row = (name: string, lower: number, upper: number): void => {
            constraints.set(
              name,
              lower === upper
                ? { equal: upper }
                : {
                    ...(lower === -Infinity ? {} : { min: lower }),
                    ...(upper === Infinity ? {} : { max: upper }),
                  },
            );
          };
          program.rows.forEach(({ lower, upper, indices, values }, i) => {
            row(`r${String(i)}`, lower, upper);
            indices.forEach((j, k) => columns[j]?.set(`r${String(i)}`, values[k] ?? 0));
          });
          const isBinary = (j: number): boolean => program.lower[j] === 0 && program.upper[j] === 1;
          columns.forEach((column, j) => {
            if (isBinary(j)) return;
            row(`x${String(j)}`, program.lower[j] ?? 0, program.upper[j] ?? 0);
            column.set(`x${String(j)}`, 1);
          });
          const all = columns.map((_, j) => j);
          const { status, variables } = solve<number>(
            {
              direction: 'minimize',
              objective: 'cost',
              constraints,
              variables: columns.map((column, j) => [j, column] as const),
              integers: all.filter((j) => !isBinary(j)),
              binaries: all.filter(isBinary),
            },
            { timeout: limit, tolerance: 0, maxIterations: Infinity, checkCycles: true },
          );
          const found = new Map(variables);
          const x = columns.map((_, j) => Math.round(found.get(j) ?? 0));
          if (status === 'optimal') return { status, x };
          if (status === 'infeasible') return { status };
          if (status === 'timedout')
            return variables.length === 0 ? { status: 'limit' } : { status: 'limit', x };
          return { status: 'failed', note: status };
        },
        keep,
        counts: () => ({}),
        close: () => undefined,
      };
    }),
};
