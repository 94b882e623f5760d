import type { BuildProgress, BuildResult, Guide, Statistics } from './domain/outcome.js';
import type { Request } from './domain/request.js';
import { compile, type Compiled } from './model/compile.js';
import { conflictOf } from './model/conflict.js';
import { decode } from './model/decode.js';
import { progressOf } from './model/progress.js';
import { type Solution, Solving } from './solve/solve.js';

/** Work units spent unless told otherwise: enough for the sample settings many times over; hard requests end as `bounded` after a minute or more. */
const DEFAULT_EFFORT = 5_000_000;

/** A checked request that is compiled, and then solved a part at a time. The parts do not change the result. */
export class Building {
  readonly #compiled: Compiled;
  readonly #solving: Solving;
  /** What {@link news} last spoke of. */
  #values: readonly number[] = [];
  #bounds: readonly (number | null)[] = [];

  constructor(request: Request, effort = DEFAULT_EFFORT, guide?: Guide) {
    this.#compiled = compile(request);
    const { problem, relaxations } = this.#compiled;
    this.#solving = new Solving(problem, effort, relaxations, guide);
  }

  /** Works on to the end. */
  finish(): BuildResult {
    return this.#resultOf(this.#solving.finish());
  }

  /** Works on for about so many units; the result once there is one. */
  advance(units: number): BuildResult | undefined {
    const solution = this.#solving.advance(units);
    return solution === undefined ? undefined : this.#resultOf(solution);
  }

  /** What there is to give when the build is given up here. */
  get soFar(): BuildResult {
    return this.#resultOf(this.#solving.soFar);
  }

  /** Where the build stands, when there is a better programme or a tighter bound than at the last call. */
  news(): BuildProgress | undefined {
    const { values, bounds, effort } = this.#solving;
    if (values.length === 0 || (values === this.#values && bounds === this.#bounds)) return undefined;
    this.#values = values;
    this.#bounds = bounds;
    return { effort, objectives: progressOf(this.#compiled.facts, values, bounds) };
  }

  #resultOf(solution: Solution): BuildResult {
    const { problem, facts } = this.#compiled;
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
          programme: decode(this.#compiled, solution.x, solution.bounds, solution.status, solution.proof),
          statistics,
        };
      case 'infeasible':
        return { status: 'infeasible', conflict: conflictOf(facts, solution.demands), statistics };
      case 'undecided':
        return { status: 'undecided', statistics };
    }
  }
}
