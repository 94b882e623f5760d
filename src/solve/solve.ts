import { greatestCommonDivisor as gcd } from '../internal/integers.js';
import type { LinearForm, Problem } from '../model/problem.js';
import { withCuts } from './cuts.js';
import { fixBelow } from './fix-below.js';
import { minimalConflict } from './minimal-conflict.js';
import { settleTies } from './settle-ties.js';
import { type Maximisation, reduce } from './reduce.js';
import { type Budget, OPERATIONS_PER_UNIT, Search } from './search.js';

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

/** Objectives are fused as long as their combined range stays below this, so that bounds keep some fine scale in exact integers. */
const LARGEST_FUSED_RANGE = 2 ** 40;

/** Maximises the objectives in their order, then makes the tie columns small in theirs, within so many units of work. */
export function solve(problem: Problem, effort: number): Solution {
  const budget: Budget = { left: effort, nodes: 0, iterations: 0, cuts: 0 };
  let presolved = { columns: 0, rows: 0 };
  const work = (): Work => ({
    effort: Math.min(effort, Math.ceil(effort - budget.left)),
    nodes: budget.nodes,
    iterations: budget.iterations,
    cuts: budget.cuts,
    presolvedColumns: presolved.columns,
    presolvedRows: presolved.rows,
  });
  let rows = problem.rows;
  let box = { lower: problem.lower, upper: problem.upper };
  let x: Float64Array | undefined;
  const bounds: (number | null)[] = problem.objectives.map(() => null);
  const whole = (objective: Float64Array): Maximisation => ({
    ...box,
    rows,
    objective,
    sums: problem.branchFirst,
  });

  for (let from = 0; from < problem.objectives.length;) {
    const group = fuse(problem.objectives, from, box.lower, box.upper);
    const reduction = reduce(whole(group.objective));
    budget.left -= rows.column.length / OPERATIONS_PER_UNIT;
    if (reduction === undefined) break;
    if (from === 0)
      presolved = { columns: reduction.problem.lower.length, rows: reduction.problem.rows.lower.length };
    const start = x === undefined ? undefined : reduction.project(x);
    const found = new Search(reduction.problem, budget, start === undefined ? [] : [start]).run();
    if (found.x === undefined) {
      if (found.complete) break;
      return { status: 'undecided', work: work() };
    }
    // The reduced problem may have no room for the start: the better of the two goes on.
    const candidate = reduction.restore(found.x);
    if (x === undefined || dot(group.objective, candidate) >= dot(group.objective, x)) x = candidate;
    const solution = x;
    const values = problem.objectives.map((form) => formValue(form, solution));
    if (!found.complete) {
      splitBound(group, found.bound + reduction.offset, values.slice(from)).forEach((bound, k) => {
        bounds[from + k] = bound;
      });
      return { status: 'bounded', x: solution, bounds, work: work() };
    }
    for (let k = from; k < from + group.members.length; k += 1) bounds[k] = values[k]!;
    rows = withCuts(
      rows,
      problem.objectives.slice(from, from + group.members.length).map((form, k) => ({
        columns: [...form.columns],
        values: form.values.map((v) => -v),
        upper: -values[from + k]!,
      })),
    );
    box = fixBelow(whole(group.objective), dot(group.objective, solution), budget);
    from += group.members.length;
  }
  if (x === undefined) {
    const demands = minimalConflict(problem, budget);
    return demands === undefined
      ? { status: 'undecided', work: work() }
      : { status: 'infeasible', demands, work: work() };
  }
  const settled = settleTies(whole(new Float64Array(problem.lower.length)), problem.ties, x, budget);
  return { status: settled.complete ? 'optimal' : 'bounded', x: settled.x, bounds, work: work() };
}

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
    if (k > from && next > LARGEST_FUSED_RANGE) break;
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
