import { counted } from './domain/checking/wording.js';
import type { BuildProgress, BuildResult, Guide, ObjectiveProgress, Statistics } from './domain/outcome.js';
import type { Request } from './domain/request.js';
import { Pace, type Steps } from './internal/steps.js';
import { type Compiled, compileInSteps } from './model/compile.js';
import { conflictOf } from './model/conflict.js';
import { decode } from './model/decode.js';
import { MOST_PLACES } from './model/most-places.js';
import { progressOf } from './model/progress.js';
import { requestDigestOf } from './model/request-digest.js';
import { OPERATIONS_PER_UNIT } from './solve/budget.js';
import { type Solution, Solving } from './solve/solve.js';

/** Work units spent unless told otherwise: enough for the sample settings many times over; hard requests end as `bounded` after a minute or more. */
const DEFAULT_EFFORT = 5_000_000;

const NOTHING_DONE: Statistics = {
  effort: 0,
  columns: 0,
  rows: 0,
  presolvedColumns: 0,
  presolvedRows: 0,
  nodes: 0,
  iterations: 0,
  cuts: 0,
  proposals: 0,
};

/** What a build comes to when the problem would not fit into memory. */
const TOO_LARGE: BuildResult = {
  status: 'invalid',
  issues: [
    {
      path: [],
      code: 'too-large',
      message: `Leave out people, items or sessions, or build for fewer at a time: there are more than ${counted(MOST_PLACES)} ways to put somebody on something that could meet a need.`,
    },
  ],
};

/** A compiled request, with its digest: to have it at hand makes it quick to give a programme when a build is given up. */
interface Prepared extends Compiled {
  readonly requestDigest: string;
}

/** A compiled request that is being solved. */
interface Solver {
  readonly compiled: Prepared;
  readonly solving: Solving;
}

/** A checked request that is compiled and then solved, a part at a time. The parts do not change the result. */
export class Building {
  readonly #effort: number;
  readonly #guide: Guide | undefined;
  readonly #preparing: Steps<Prepared | undefined>;
  #solver: Solver | undefined;
  /** What {@link news} last found. */
  #values: readonly number[] = [];
  #bounds: readonly (number | null)[] = [];
  #told: readonly ObjectiveProgress[] = [];

  constructor(request: Request, effort = DEFAULT_EFFORT, guide?: Guide) {
    this.#effort = effort;
    this.#guide = guide;
    this.#preparing = prepare(request);
  }

  /** Works on to the end. */
  finish(): BuildResult {
    for (;;) {
      const result = this.advance(Infinity);
      if (result !== undefined) return result;
    }
  }

  /** Works on for about so many units; the result once there is one. */
  advance(units: number): BuildResult | undefined {
    if (this.#solver === undefined) return this.#prepare(units);
    const { compiled, solving } = this.#solver;
    const solution = solving.advance(units);
    return solution === undefined ? undefined : resultOf(compiled, solution);
  }

  /** What there is to give when the build is given up here. */
  get soFar(): BuildResult {
    if (this.#solver === undefined) return { status: 'undecided', statistics: NOTHING_DONE };
    const { compiled, solving } = this.#solver;
    return resultOf(compiled, solving.soFar);
  }

  /** Where the build stands, when there is a better programme or a tighter bound than at the last call. */
  news(): BuildProgress | undefined {
    if (this.#solver === undefined) return undefined;
    const { compiled, solving } = this.#solver;
    const { values, bounds, effort } = solving;
    if (values.length === 0 || (values === this.#values && bounds === this.#bounds)) return undefined;
    this.#values = values;
    this.#bounds = bounds;
    const objectives = progressOf(compiled.facts, values, bounds);
    const told = this.#told;
    this.#told = objectives;
    // What is proved of a compiled objective may say no more of a programme than was known.
    const isNews = objectives.some(
      ({ value, bound }, k) => value !== told[k]?.value || bound !== told[k].bound,
    );
    return isNews ? { effort, objectives } : undefined;
  }

  /** Prepares for about as long as so many units of work take, though it is no effort; the result where the request is too large. */
  #prepare(units: number): BuildResult | undefined {
    let until = Infinity;
    for (;;) {
      const step = this.#preparing.next();
      if (step.done === true) {
        if (step.value === undefined) return TOO_LARGE;
        const { problem, relaxations } = step.value;
        const solving = new Solving(problem, this.#effort, relaxations, this.#guide);
        this.#solver = { compiled: step.value, solving };
        return undefined;
      }
      until = Math.min(until, step.value + units * OPERATIONS_PER_UNIT);
      if (step.value >= until) return undefined;
    }
  }
}

function* prepare(request: Request): Steps<Prepared | undefined> {
  const pace = new Pace();
  const compiled = yield* compileInSteps(request, pace);
  if (compiled === undefined) return undefined;
  yield pace.operations;
  return { ...compiled, requestDigest: yield* requestDigestOf(request, pace) };
}

function resultOf(compiled: Prepared, solution: Solution): BuildResult {
  const { problem, facts, requestDigest } = compiled;
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
        programme: decode(
          compiled,
          solution.x,
          solution.bounds,
          solution.status,
          solution.proof,
          requestDigest,
        ),
        statistics,
      };
    case 'infeasible':
      return { status: 'infeasible', conflict: conflictOf(facts, solution.demands), statistics };
    case 'undecided':
      return { status: 'undecided', statistics };
  }
}
