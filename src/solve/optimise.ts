import type { Guide } from '../internal/guide.js';
import { present } from '../internal/invariant.js';
import type { LinearForm, Problem, Rows } from '../model/problem.js';
import { type Budget, spendPart } from './budget.js';
import { withCuts } from './cuts.js';
import { fixBelow } from './fix-below.js';
import { dot } from './forms.js';
import { fuse, type Group } from './fuse.js';
import { askGuide, type Asking } from './guide.js';
import type { Maximisation } from './maximisation.js';
import { reduce, type Reduction } from './reduce.js';
import { type Found, Search } from './search.js';
import type { Standing } from './standing.js';
import type { Steps } from '../internal/steps.js';
import type { Proved } from './write-stage.js';

/** Objectives are fused as long as their combined range stays below this, so that bounds keep some fine scale in exact integers. */
export const LARGEST_FUSED_RANGE = 2 ** 40;
/**
 * Objectives are tried together for a few nodes; then the first of them alone, since what it gains by fractions hides in
 * the sum what the others can reach, while alone its bound is rounded; and where that is a plateau of equal points, which the
 * others would tell apart, together once more.
 */
const TRIES: readonly Try[] = [
  { range: LARGEST_FUSED_RANGE, nodes: 24, share: 1 },
  { range: 1, nodes: 1500, share: 1 },
  { range: LARGEST_FUSED_RANGE, nodes: 6000, share: 0.25 },
  { range: 1, nodes: Infinity, share: 1 },
];
/** How many objectives are taken together, by the range of their sum, and how much may be spent on them. */
interface Try {
  readonly range: number;
  readonly nodes: number;
  readonly share: number;
}

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

/** A group of objectives to be maximised together, the first of them `from`, within so many nodes. */
interface Part {
  readonly whole: Maximisation;
  readonly group: Group;
  readonly from: number;
  readonly nodes: number;
}

interface Attempt {
  readonly reduction: Reduction;
  readonly found: Found;
}

/**
 * Maximises a group of objectives from the best solution known, or a better one that a guide
 * proposes; `undefined`: there is no solution.
 */
function* maximise(
  { whole, group, from, nodes }: Part,
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
  const found = yield* search.run(nodes);
  standing.rest();
  return found.complete && found.x === undefined ? undefined : { reduction, found };
}

/**
 * Maximises the objectives in their order, from the first that is not settled, as far as the budget goes. `afterTry` is done
 * after each try that proved nothing.
 */
export function* optimise(
  problem: Problem,
  start: Settled,
  guide: Guide | undefined,
  budget: Budget,
  standing: Standing,
  afterTry?: () => Steps<void>,
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
    const fused = (range: number): Group => fuse(objectives, from, box.lower, box.upper, range);
    let group = fused(LARGEST_FUSED_RANGE);
    let asking = guide && { guide, objectives: objectives.slice(from, from + group.members.length) };
    let attempt: Attempt | undefined;
    // Where there is nothing to be taken together there is nothing to choose.
    for (const { range, nodes, share } of group.members.length > 1 ? TRIES : TRIES.slice(-1)) {
      group = fused(range);
      const part = { whole: whole(group.objective), group, from, nodes };
      attempt = yield* spendPart(budget, share, () => maximise(part, budget, standing, asking));
      asking = undefined;
      if (attempt?.found.complete !== false) break;
      if (afterTry !== undefined) yield* afterTry();
      if (budget.left <= 0) break;
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
