import type { BuildOptions, BuildResult, Statistics } from './domain/outcome.js';
import type { RequestInput } from './domain/request.js';
import { checkRequest } from './intake/check-request.js';
import { compile } from './model/compile.js';
import { conflictOf } from './model/conflict.js';
import { decode } from './model/decode.js';
import { solve } from './solve/solve.js';

/** Enough for settings of forty people and more; a request beyond it ends as `bounded`. */
const DEFAULT_EFFORT = 5_000_000;

export function buildProgramme(request: RequestInput, options: BuildOptions = {}): BuildResult {
  const checked = checkRequest(request);
  if (checked.status === 'invalid') return checked;
  const compiled = compile(checked.request);
  const { problem } = compiled;
  const solution = solve(problem, options.effort ?? DEFAULT_EFFORT, compiled.relaxations);
  const statistics: Statistics = {
    ...solution.work,
    columns: problem.lower.length,
    rows: problem.rows.lower.length,
  };
  switch (solution.status) {
    case 'optimal':
    case 'bounded':
      return {
        status: solution.status,
        programme: decode(compiled, solution.x, solution.bounds, solution.status),
        statistics,
      };
    case 'infeasible':
      return { status: 'infeasible', conflict: conflictOf(compiled.facts, solution.demands), statistics };
    case 'undecided':
      return { status: 'undecided', statistics };
  }
}
