import type { RequestInput } from '../../src/index.js';
import { checkRequest } from '../../src/intake/check-request.js';
import { compile } from '../../src/model/compile.js';
import { meaningsOf } from '../../src/model/meanings.js';
import type { LinearForm, Problem, Rows } from '../../src/model/problem.js';
import { budgetOf } from '../../src/solve/budget.js';
import { withCuts } from '../../src/solve/cuts.js';
import { fuse } from '../../src/solve/fuse.js';
import type { Maximisation } from '../../src/solve/maximisation.js';
import { reduce } from '../../src/solve/reduce.js';
import type { Relaxed } from '../../src/solve/by-relaxation.js';
import { finish, type Steps } from '../../src/internal/steps.js';
import { costOf, keepsAll, type Peer } from './peers/peer.js';
import { asRows, formValue } from './problem-as-rows.js';
import { markOf, type Objective, type Run } from './run.js';

/*
 * The control: HiGHS is given the library's own presolved and fused problems, stage by stage, those of people who are
 * alike first. Whatever the library gains from its model and presolve is gained here too; what is left is the search.
 */

/** Fused objectives of a wider range than this drown in the tolerances of floating point: HiGHS is not asked for them. */
const LARGEST_FUSED_RANGE = 2 ** 34;

type Open = Awaited<ReturnType<Peer['load']>>;

interface Control {
  readonly open: Open;
  readonly until: number;
  nodes: number;
  iterations: number;
}

/** What ended it early. */
class Ended extends Error {
  readonly ending: 'over' | 'wrong';

  constructor(ending: 'over' | 'wrong', note: string) {
    super(note);
    this.ending = ending;
  }
}

/** The best solution of one stage; `undefined`: there is none. */
function maximise(
  control: Control,
  whole: Maximisation,
  known: Float64Array | undefined,
): Float64Array | undefined {
  const reduction = finish(reduce(whole, budgetOf(0)));
  if (reduction === undefined) return undefined;
  const { lower, upper, rows, objective } = reduction.problem;
  if (lower.length === 0) return reduction.restore(new Float64Array(0));
  const program = { lower: [...lower], upper: [...upper], rows: asRows(rows) };
  const costs = new Map([...objective].flatMap((value, j) => (value === 0 ? [] : [[j, -value] as const])));
  const session = control.open(program);
  try {
    const left = control.until - performance.now();
    if (left <= 0) throw new Ended('over', 'time');
    const start = known === undefined ? undefined : [...reduction.project(known)];
    const attempt = session.minimise(costs, start, left);
    const { nodes = 0, iterations = 0 } = session.counts();
    control.nodes += nodes;
    control.iterations += iterations;
    if (attempt.status === 'infeasible') return undefined;
    if (attempt.status === 'limit') throw new Ended('over', 'time');
    if (attempt.status === 'failed') throw new Ended('wrong', attempt.note);
    if (!keepsAll(program, attempt.x)) throw new Ended('wrong', 'its solution breaks a row');
    if (start !== undefined && keepsAll(program, start) && costOf(costs, start) < costOf(costs, attempt.x))
      throw new Ended('wrong', 'its solution is worse than the one it was given');
    return reduction.restore(Float64Array.from(attempt.x));
  } finally {
    session.close();
  }
}

const asGoodAs = (rows: Rows, objectives: readonly LinearForm[], values: readonly number[]): Rows =>
  withCuts(
    rows,
    objectives.map(({ columns, values: coefficients }, k) => ({
      columns: [...columns],
      values: coefficients.map((value) => -value),
      upper: -(values[k] ?? 0),
    })),
  );

const wholeOf = ({ lower, upper, sums, branchFirst, rows }: Problem): Omit<Maximisation, 'objective'> => ({
  lower,
  upper,
  rows,
  sums,
  branchFirst,
});

function optimise(
  control: Control,
  problem: Problem,
  note: (x: Float64Array, proved: number) => void,
): Float64Array {
  const { objectives, lower, upper } = problem;
  let { rows } = problem;
  let x: Float64Array | undefined;
  for (let from = 0; from < objectives.length;) {
    const { objective, members } = fuse(objectives, from, lower, upper, LARGEST_FUSED_RANGE);
    const found = maximise(control, { ...wholeOf(problem), rows, objective }, x);
    if (found === undefined) throw new Ended('wrong', 'says that there is no solution');
    x = found;
    const to = from + members.length;
    const group = objectives.slice(from, to);
    rows = asGoodAs(
      rows,
      group,
      group.map((form) => formValue(form, found)),
    );
    from = to;
    note(found, to);
  }
  if (x === undefined) throw new Ended('wrong', 'no objectives');
  return x;
}

/** A solution of the problem that adds up to one of the relaxation and is worth as much, if there is one. */
function realise(
  control: Control,
  problem: Problem,
  { problem: relaxed, adds }: Relaxed,
  x: Float64Array,
): Float64Array | undefined {
  const values = relaxed.objectives.map((form) => formValue(form, x));
  const sameSums = adds.flatMap(({ column, parts }) => {
    const columns = [...parts];
    const sum = x[column] ?? 0;
    return [
      { columns, values: columns.map(() => 1), upper: sum },
      { columns, values: columns.map(() => -1), upper: -sum },
    ];
  });
  return maximise(
    control,
    {
      ...wholeOf(problem),
      rows: withCuts(asGoodAs(problem.rows, problem.objectives, values), sameSums),
      objective: new Float64Array(problem.lower.length),
    },
    undefined,
  );
}

/** Writing the problem is counted, as it is for the library; checking the request is not. */
export function controlOnRequest(input: RequestInput, open: Open, limit: number): Run {
  const checked = checkRequest(input);
  if (checked.status === 'invalid') throw new Error('an invalid request');
  const started = performance.now();
  const { problem, relaxations, facts } = compile(checked.request);
  const meanings = meaningsOf(facts);
  return run(open, started, limit, problem, relaxations, (x, proved) =>
    meanings.slice(0, proved).map(({ name, constant, sign }, k) => {
      const form = problem.objectives[k];
      const value = constant + sign * (form === undefined ? 0 : formValue(form, x)) || 0;
      return { name, value, bound: value };
    }),
  );
}

export function controlOnProblem(problem: Problem, isCost: boolean, open: Open, limit: number): Run {
  return run(open, performance.now(), limit, problem, [], (x) =>
    problem.objectives.map((form) => {
      const value = (isCost ? -1 : 1) * formValue(form, x);
      return { name: 'value', value, bound: value };
    }),
  );
}

function run(
  open: Open,
  started: number,
  limit: number,
  problem: Problem,
  relaxations: readonly (() => Steps<Relaxed>)[],
  objectivesOf: (x: Float64Array, proved: number) => Objective[],
): Run {
  const control: Control = { open, until: started + limit, nodes: 0, iterations: 0 };
  const marks: Run['marks'][number][] = [];
  let objectives: readonly Objective[] = [];
  const note = (x: Float64Array, proved: number): void => {
    objectives = objectivesOf(x, proved);
    marks.push(markOf(performance.now() - started, objectives));
  };
  const end = (ending: Run['ending'], why?: string): Run => {
    const time = performance.now() - started;
    return {
      ending,
      ...(why === undefined ? {} : { note: why }),
      first: time,
      time,
      objectives,
      marks,
      columns: problem.lower.length,
      rows: problem.rows.lower.length,
      nodes: control.nodes,
      iterations: control.iterations,
    };
  };
  try {
    for (const relax of relaxations) {
      const relaxed = finish(relax());
      const best = optimise(control, relaxed.problem, () => undefined);
      const x = realise(control, problem, relaxed, best);
      if (x === undefined) continue;
      note(x, problem.objectives.length);
      return end('proved');
    }
    optimise(control, problem, note);
    return end('proved');
  } catch (error) {
    if (error instanceof Ended)
      return end(error.ending, error.ending === 'wrong' ? error.message : undefined);
    throw error;
  }
}
