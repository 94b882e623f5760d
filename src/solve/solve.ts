import { greatestCommonDivisor as gcd } from '../internal/integers.js';
import { InvariantError } from '../internal/invariant.js';
import type { LinearForm, Problem, Rows } from '../model/problem.js';
import { withCuts } from './cuts.js';
import { fixBelow } from './fix-below.js';
import { minimalConflict } from './minimal-conflict.js';
import { settleTies } from './settle-ties.js';
import { type Maximisation, reduce, type Reduction, reductionWork } from './reduce.js';
import { type Budget, budgetOf, spendPart } from './budget.js';
import { type Found, Search } from './search.js';
import { finish, type Steps } from './steps.js';

/** Counts of the work a solve took. */
export interface Work {
  readonly effort: number;
  readonly nodes: number;
  readonly iterations: number;
  readonly cuts: number;
  readonly presolvedColumns: number;
  readonly presolvedRows: number;
}

export type Solution =
  /** `bounds`: by objective the largest value proved possible, given the values before it; null where nothing was tried. */
  | {
      readonly status: 'optimal' | 'bounded';
      readonly x: Float64Array;
      readonly bounds: readonly (number | null)[];
      readonly work: Work;
    }
  /** A minimal set of demands that cannot hold together. */
  | { readonly status: 'infeasible'; readonly demands: readonly number[]; readonly work: Work }
  | { readonly status: 'undecided'; readonly work: Work };

/**
 * Objectives are fused as long as their combined range stays below this, so that bounds keep some fine scale in exact
 * integers. Near it the relaxation can drown in its own rounding, so that where a part of the work does not settle the
 * sum, fewer are fused.
 */
const LARGEST_FUSED_RANGE = 2 ** 40;
const CAREFUL_FUSED_RANGE = 2 ** 30;
const WIDE_SHARE = 0.2;

/** A problem that allows whatever another allows, and how its columns add up columns of the other. */
export interface Relaxed {
  readonly problem: Problem;
  readonly adds: readonly { readonly column: number; readonly parts: readonly number[] }[];
}

/** Of the work that is left, the share that one relaxation may take. */
const RELAXATION_SHARE = 0.1;

/**
 * Maximises the objectives in their order, then makes the tie columns small in theirs, within so many units of work.
 * Relaxations are tried first: where a solution of the problem adds up to the best of a relaxation, it is the best.
 */
export function solve(
  problem: Problem,
  effort: number,
  relaxations: readonly (() => Relaxed)[] = [],
): Solution {
  return finish(solveInSteps(problem, effort, relaxations));
}

function* solveInSteps(
  problem: Problem,
  effort: number,
  relaxations: readonly (() => Relaxed)[],
): Steps<Solution> {
  const budget = budgetOf(effort);
  const presolved = { columns: problem.lower.length, rows: problem.rows.lower.length };
  const work = (): Work => ({
    effort: Math.min(effort, Math.ceil(effort - budget.left)),
    nodes: budget.nodes,
    iterations: budget.iterations,
    cuts: budget.cuts,
    presolvedColumns: presolved.columns,
    presolvedRows: presolved.rows,
  });
  const outcome =
    (yield* byRelaxation(problem, relaxations, budget)) ?? (yield* optimise(problem, budget, presolved));
  if (outcome === 'infeasible') {
    const demands = yield* minimalConflict(problem, budget);
    return demands === undefined
      ? { status: 'undecided', work: work() }
      : { status: 'infeasible', demands, work: work() };
  }
  if (outcome === 'undecided') return { status: 'undecided', work: work() };
  if (!outcome.complete) return { status: 'bounded', x: outcome.x, bounds: outcome.bounds, work: work() };
  const settled = yield* settleTies(outcome.remaining, problem.ties, outcome.x, budget);
  return {
    status: settled.complete ? 'optimal' : 'bounded',
    x: settled.x,
    bounds: outcome.bounds,
    work: work(),
  };
}

interface Optimum {
  readonly x: Float64Array;
  readonly bounds: readonly (number | null)[];
  /** Whether all objectives were proved. */
  readonly complete: boolean;
  /** The problem of finding solutions as good as this one. */
  readonly remaining: Maximisation;
}

/** The optimum by the first relaxation whose best some solution of the problem adds up to. */
function* byRelaxation(
  problem: Problem,
  relaxations: readonly (() => Relaxed)[],
  budget: Budget,
): Steps<Optimum | undefined> {
  for (const relax of relaxations) {
    if (budget.left <= 0) return undefined;
    const { problem: relaxed, adds } = relax();
    const { best, realised } = yield* spendPart(budget, RELAXATION_SHARE, function* () {
      const optimum = yield* optimise(relaxed, budget, undefined);
      const found =
        typeof optimum === 'object' && optimum.complete
          ? yield* realise(problem, relaxed, adds, optimum.x, budget)
          : undefined;
      return { best: optimum, realised: found };
    });
    if (realised !== undefined) return realised;
    if (typeof best !== 'object' || !best.complete) return undefined;
  }
  return undefined;
}

/** A solution of the problem that adds up to one of the relaxation and is worth as much. */
function* realise(
  problem: Problem,
  relaxed: Problem,
  adds: Relaxed['adds'],
  x: Float64Array,
  budget: Budget,
): Steps<Optimum | undefined> {
  const values = relaxed.objectives.map((form) => formValue(form, x));
  const remaining: Maximisation = {
    lower: problem.lower,
    upper: problem.upper,
    rows: asGoodAs(problem.rows, problem.objectives, values),
    objective: new Float64Array(problem.lower.length),
    sums: problem.sums,
    branchFirst: problem.branchFirst,
  };
  const sameSums = adds.flatMap(({ column, parts }) => {
    const columns = [...parts];
    return [
      { columns, values: columns.map(() => 1), upper: x[column]! },
      { columns, values: columns.map(() => -1), upper: -x[column]! },
    ];
  });
  const reduction = reduce({ ...remaining, rows: withCuts(remaining.rows, sameSums) });
  if (reduction === undefined) return undefined;
  const found = yield* new Search(reduction.problem, budget, []).run();
  if (found.x === undefined) return undefined;
  const solution = reduction.restore(found.x);
  let box = { lower: remaining.lower, upper: remaining.upper };
  for (let from = 0; from < problem.objectives.length;) {
    const { objective, members } = fuse(problem.objectives, from, box.lower, box.upper, LARGEST_FUSED_RANGE);
    box = yield* fixBelow({ ...remaining, ...box, objective }, dot(objective, solution), budget);
    from += members.length;
  }
  return { x: solution, bounds: values, complete: true, remaining: { ...remaining, ...box } };
}

interface Attempt {
  readonly reduction: Reduction;
  readonly found: Found;
}

/** Maximises one objective, from a solution that may be known; `undefined`: there is none. */
function* maximise(
  whole: Maximisation,
  known: Float64Array | undefined,
  budget: Budget,
): Steps<Attempt | undefined> {
  budget.left -= reductionWork(whole.rows);
  const reduction = reduce(whole);
  if (reduction === undefined) return undefined;
  const starts = known === undefined ? [] : [reduction.project(known)];
  return { reduction, found: yield* new Search(reduction.problem, budget, starts).run() };
}

/** Maximises the objectives in their order. */
function* optimise(
  problem: Problem,
  budget: Budget,
  presolved: { columns: number; rows: number } | undefined,
): Steps<Optimum | 'infeasible' | 'undecided'> {
  let { rows } = problem;
  let box = { lower: problem.lower, upper: problem.upper };
  let x: Float64Array | undefined;
  const bounds: (number | null)[] = problem.objectives.map(() => null);
  const whole = (objective: Float64Array): Maximisation => ({
    ...box,
    rows,
    objective,
    sums: problem.sums,
    branchFirst: problem.branchFirst,
  });
  for (let from = 0; from < problem.objectives.length;) {
    const wide = fuse(problem.objectives, from, box.lower, box.upper, LARGEST_FUSED_RANGE);
    const careful = fuse(problem.objectives, from, box.lower, box.upper, CAREFUL_FUSED_RANGE);
    const isWide = careful.members.length < wide.members.length;
    let group = wide;
    const start = x;
    let attempt = yield* spendPart(budget, isWide ? WIDE_SHARE : 1, () =>
      maximise(whole(wide.objective), start, budget),
    );
    if (isWide && attempt?.found.complete === false) {
      const { found, reduction } = attempt;
      group = careful;
      attempt = yield* maximise(
        whole(careful.objective),
        found.x === undefined ? x : reduction.restore(found.x),
        budget,
      );
    }
    if (attempt === undefined) return 'infeasible';
    const { reduction, found } = attempt;
    if (from === 0 && presolved !== undefined) {
      presolved.columns = reduction.problem.lower.length;
      presolved.rows = reduction.problem.rows.lower.length;
    }
    if (found.x === undefined) return found.complete ? 'infeasible' : 'undecided';
    const solution = reduction.restore(found.x);
    x = solution;
    const values = problem.objectives.map((form) => formValue(form, solution));
    if (!found.complete) {
      splitBound(group, found.bound + reduction.offset, values.slice(from)).forEach((bound, k) => {
        bounds[from + k] = bound;
      });
      return { x, bounds, complete: false, remaining: whole(group.objective) };
    }
    const to = from + group.members.length;
    for (let k = from; k < to; k += 1) bounds[k] = values[k]!;
    rows = asGoodAs(rows, problem.objectives.slice(from, to), values.slice(from, to));
    box = yield* fixBelow(whole(group.objective), dot(group.objective, solution), budget);
    from = to;
  }
  if (x === undefined) throw new InvariantError('A problem was solved without an objective');
  return { x, bounds, complete: true, remaining: whole(new Float64Array(problem.lower.length)) };
}

/** The rows, and that each objective is worth at least so much. */
const asGoodAs = (rows: Rows, objectives: readonly LinearForm[], values: readonly number[]): Rows =>
  withCuts(
    rows,
    objectives.map(({ columns, values: coefficients }, k) => ({
      columns: [...columns],
      values: coefficients.map((value) => -value),
      upper: -values[k]!,
    })),
  );

/** Consecutive objectives fused into one. In the fused sum each counts `(value - constant) / step`, times its multiplier. */
interface Group {
  readonly objective: Float64Array;
  readonly members: readonly {
    readonly multiplier: number;
    readonly step: number;
    readonly constant: number;
    /** The least it can count. */
    readonly least: number;
  }[];
}

/**
 * As many objectives as fit, as one: each is multiplied by more than all after it can differ by, so that comparing the
 * sum is comparing the objectives in their order.
 */
function fuse(
  objectives: readonly LinearForm[],
  from: number,
  lower: Float64Array,
  upper: Float64Array,
  largest: number,
): Group {
  const parts: { step: number; constant: number; least: number; most: number }[] = [];
  let range = 1;
  for (let k = from; k < objectives.length; k += 1) {
    const { columns, values } = objectives[k]!;
    let constant = 0;
    let least = 0;
    let most = 0;
    let step = 0;
    columns.forEach((j, p) => {
      const v = values[p]!;
      if (lower[j] === upper[j]) {
        constant += v * lower[j]!;
        return;
      }
      least += v * (v > 0 ? lower[j]! : upper[j]!);
      most += v * (v > 0 ? upper[j]! : lower[j]!);
      step = gcd(step, Math.abs(v));
    });
    if (step === 0) step = 1;
    const next = range * ((most - least) / step + 1);
    if (k > from && next > largest) break;
    range = next;
    parts.push({ step, constant, least: least / step, most: most / step });
  }
  const objective = new Float64Array(lower.length);
  const members: Group['members'][number][] = [];
  let multiplier = 1;
  for (let k = parts.length - 1; k >= 0; k -= 1) {
    const { step, constant, least, most } = parts[k]!;
    members.unshift({ multiplier, step, constant, least });
    const { columns, values } = objectives[from + k]!;
    columns.forEach((j, p) => {
      if (lower[j] !== upper[j]) objective[j]! += (multiplier * values[p]!) / step;
    });
    multiplier *= most - least + 1;
  }
  return { objective, members };
}

/** What a bound on the fused sum says of each objective in turn: of those before the first that may still grow, their values. */
function splitBound(group: Group, bound: number, values: readonly number[]): (number | null)[] {
  const bounds: (number | null)[] = [];
  let rest = bound;
  let leastAfter = group.members.reduce((sum, m) => sum + m.multiplier * m.least, 0);
  let open = false;
  group.members.forEach(({ multiplier, step, constant, least }, k) => {
    if (open) return void bounds.push(null);
    leastAfter -= multiplier * least;
    const most = Math.floor((rest - leastAfter) / multiplier) * step + constant;
    bounds.push(most);
    open = most > values[k]!;
    rest -= (multiplier * (values[k]! - constant)) / step;
  });
  return bounds;
}

const formValue = (form: LinearForm, x: Float64Array): number => {
  let value = 0;
  form.columns.forEach((j, k) => {
    value += form.values[k]! * x[j]!;
  });
  return value;
};

const dot = (objective: Float64Array, x: Float64Array): number => {
  let value = 0;
  for (let j = 0; j < x.length; j += 1) value += objective[j]! * x[j]!;
  return value;
};
