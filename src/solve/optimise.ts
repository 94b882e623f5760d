import type { Guide } from '../internal/guide.js';
import { present } from '../internal/invariant.js';
import type { LinearForm, Problem, Rows } from '../model/problem.js';
import type { Budget } from './budget.js';
import { withCuts } from './cuts.js';
import { fixBelow } from './fix-below.js';
import { dot } from './forms.js';
import { fuse, type Group } from './fuse.js';
import { askGuide, type Asking } from './guide.js';
import { type Maximisation, reduce, type Reduction } from './reduce.js';
import { type Found, Search } from './search.js';
import type { Standing } from './standing.js';
import type { Steps } from './steps.js';
import type { Proved } from './write-stage.js';

/** Objectives are fused as long as their combined range stays below this, so that bounds keep some fine scale in exact integers. */
export const LARGEST_FUSED_RANGE = 2 ** 40;
/**
 * Several objectives at once get so many nodes: what the first of them could gain by fractions hides what the others can
 * reach. Where that is not enough the first is settled alone, by a bound that is rounded, and then those after it.
 */
const NODES_TOGETHER = 24;

/** How far the objectives are proved, in their order. */
export interface Settled {
  /** So many of them, from the first on. */
  readonly count: number;
  /** The problem of finding solutions that are as good on those. */
  readonly remaining: Maximisation;
  /** How each group of objectives was proved, and of which problem: 0 is the problem itself, the others its relaxations. */
  readonly proved: readonly Proved[];
  readonly grouping: number;
}

export const nothingSettled = ({ lower, upper, rows, sums, branchFirst }: Problem): Settled => ({
  count: 0,
  remaining: { lower, upper, rows, sums, branchFirst, objective: new Float64Array(lower.length) },
  proved: [],
  grouping: 0,
});

interface Attempt {
  readonly reduction: Reduction;
  readonly found: Found;
}

/**
 * Maximises a group of objectives, the first of them `from`, from the best solution known, or a better one that a guide
 * proposes; `undefined`: there is no solution.
 */
function* maximise(
  whole: Maximisation,
  group: Group,
  from: number,
  budget: Budget,
  standing: Standing,
  asking?: Asking,
): Steps<Attempt | undefined> {
  const reduction = yield* reduce(whole, budget);
  if (reduction === undefined) return undefined;
  const known = standing.x;
  const starts = known === undefined ? [] : [reduction.project(known)];
  const [start] = starts;
  const proposal = asking === undefined ? undefined : askGuide(asking, reduction, start);
  if (proposal !== undefined) starts.push(proposal);
  const search = new Search(reduction.problem, budget, starts);
  const { objective } = reduction.problem;
  if (proposal !== undefined && search.best !== undefined)
    budget.proposals += start === undefined || dot(objective, search.best) > dot(objective, start) ? 1 : 0;
  standing.pursue({ search, reduction, group, from });
  const found = yield* search.run(group.members.length > 1 ? NODES_TOGETHER : Infinity);
  standing.rest();
  return found.complete && found.x === undefined ? undefined : { reduction, found };
}

/** Maximises the objectives in their order, from the first that is not settled, as far as the budget goes. */
export function* optimise(
  problem: Problem,
  start: Settled,
  guide: Guide | undefined,
  budget: Budget,
  standing: Standing,
): Steps<Settled | 'infeasible'> {
  const { objectives } = problem;
  let { rows } = start.remaining;
  let box: Pick<Maximisation, 'lower' | 'upper'> = start.remaining;
  let from = start.count;
  const proved = [...start.proved];
  const whole = (objective: Float64Array): Maximisation => {
    const { lower, upper } = box;
    return { ...start.remaining, lower, upper, rows, objective };
  };
  while (from < objectives.length) {
    let group = fuse(objectives, from, box.lower, box.upper, LARGEST_FUSED_RANGE);
    const asking = guide && { guide, objectives: objectives.slice(from, from + group.members.length) };
    let attempt = yield* maximise(whole(group.objective), group, from, budget, standing, asking);
    if (attempt?.found.complete === false && group.members.length > 1 && budget.left > 0) {
      group = fuse(objectives, from, box.lower, box.upper, 1);
      attempt = yield* maximise(whole(group.objective), group, from, budget, standing);
    }
    if (attempt === undefined) return 'infeasible';
    const { reduction, found } = attempt;
    if (!found.complete) break;
    const x = present(standing.x, 'A search was finished without a solution');
    const to = from + group.members.length;
    standing.settle(to);
    const rowCount = rows.lower.length;
    rows = asGoodAs(rows, objectives.slice(from, to), standing.values.slice(from, to));
    const narrowed = yield* fixBelow(whole(group.objective), dot(group.objective, x), budget);
    proved.push({
      multipliers: group.members.map(({ multiplier }) => multiplier),
      reduction,
      rowCount,
      explored: found.explored,
      value: found.value,
      narrowing: narrowed.findings,
    });
    box = narrowed;
    from = to;
  }
  const remaining = whole(new Float64Array(problem.lower.length));
  return { count: from, remaining, proved, grouping: start.grouping };
}

/** The rows, and that each objective is worth at least so much. */
export const asGoodAs = (rows: Rows, objectives: readonly LinearForm[], values: readonly number[]): Rows =>
  withCuts(
    rows,
    objectives.map(({ columns, values: coefficients }, k) => ({
      columns: [...columns],
      values: coefficients.map((value) => -value),
      upper: -values[k]!,
    })),
  );
