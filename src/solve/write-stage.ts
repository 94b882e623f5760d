import type { CutStep, ReductionStep, Stage } from '../certificate/certificate.js';
import { commonDivisor } from '../internal/integers.js';
import { applied, type Claim } from './applied.js';
import { Box } from './box.js';
import type { Budget } from './budget.js';
import { type Cut, withCuts } from './cuts.js';
import type { Explored, ExploredBox } from './explored.js';
import type { Finding } from './finding.js';
import { TreeWriter } from './prove-tree.js';
import { type Fixing, NOBODY } from './fixing.js';
import type { Reduction } from './reduce.js';
import { inSteps, RowWeightsWriter } from './row-weights.js';
import type { Steps } from '../internal/steps.js';

/** How some objectives were proved together: all that a stage of a certificate is written from. */
export interface Proved {
  /** What each objective was multiplied by. */
  readonly multipliers: readonly number[];
  readonly reduction: Reduction;
  /** The number of rows that were reduced. */
  readonly rowCount: number;
  readonly explored: Explored;
  /** The best value, of the reduced problem. */
  readonly value: number;
  /** What narrowed the columns afterwards. */
  readonly narrowing: readonly Finding[];
}

/** Writes a stage of the certificate. `isLast`: nothing leans on what was narrowed afterwards. */
export function* writeStage(proved: Proved, isLast: boolean, budget: Budget): Steps<Stage> {
  const { multipliers, reduction, rowCount, explored, value, narrowing } = proved;
  const { problem } = reduction;
  const m = problem.rows.lower.length;
  const claim = { whole: problem, value, least: commonDivisor(problem.objective) };
  const leantOn = narrowingOf(explored, claim).flatMap(({ rows }) => [...rows]);
  const cuts = neededFor([...explored.inUse, ...leantOn], explored.cuts, m);
  const numberOf = (row: number): number => (row < m ? reduction.rowNumbers[row]! : rowCount + (row - m));
  const placeOf = new Map(cuts.map((cut, k) => [m + cut, m + k]));
  const writer = new TreeWriter(
    {
      ...claim,
      rows: withCuts(
        problem.rows,
        cuts.map((cut) => explored.cuts[cut]!),
      ),
    },
    (column) => reduction.columns[column]!,
    numberOf,
  );
  yield* writer.write(
    translated(explored.root, (row) => (row < m ? row : placeOf.get(row))),
    budget,
  );

  return {
    multipliers: [...multipliers],
    reductions: reduction.rounds.map(stepOf),
    cuts: cuts.map((cut) =>
      cutStep(explored.cuts[cut]!, reduction, (row) => numberOf(placeOf.get(row) ?? row)),
    ),
    tree: writer.tree,
    narrowing: isLast ? [] : narrowing.map((finding) => new RowWeightsWriter((row) => row).write(finding)),
  };
}

/**
 * The findings about the root that narrow it: what was explored below leans on all of them, on those too whose cuts were
 * given up later. None where the root was closed.
 */
function narrowingOf({ root, cuts }: Explored, claim: Omit<Claim, 'rows'>): Finding[] {
  const { lower, upper, rows } = claim.whole;
  const box = new Box(lower, upper, rows);
  box.enqueueAll();
  if (root.split === undefined || !box.propagate()) return [];
  const all = { ...claim, rows: withCuts(rows, cuts) };
  return root.findings.filter((finding) => applied(finding, box, all) !== 'unchanged');
}

/** The cuts among these rows, and those that they were made from; growing. */
function neededFor(rows: readonly number[], cuts: readonly Cut[], m: number): number[] {
  const needed = new Set<number>();
  const waiting = rows.filter((row) => row >= m);
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    if (needed.has(row - m)) continue;
    needed.add(row - m);
    waiting.push(...cuts[row - m]!.source.rows.filter((from) => from >= m));
  }
  return [...needed].sort((a, b) => a - b);
}

/** The tree with its rows renumbered; findings that lean on a row without a number are left out. */
function translated(root: ExploredBox, numberOf: (row: number) => number | undefined): ExploredBox {
  const renumber = ({ scale, rows, weights }: Finding): Finding[] => {
    const renumbered = Array.from(rows, numberOf);
    return renumbered.includes(undefined)
      ? []
      : [{ scale, rows: Int32Array.from(renumbered as number[]), weights }];
  };
  const copies = new Map<ExploredBox, ExploredBox>();
  const order = [root];
  for (const box of order) if (box.split !== undefined) order.push(box.split.low, box.split.high);
  for (const box of order.reverse()) {
    const { findings, split } = box;
    copies.set(box, {
      findings: findings.flatMap(renumber),
      ...(split === undefined
        ? {}
        : { split: { ...split, low: copies.get(split.low)!, high: copies.get(split.high)! } }),
    });
  }
  return copies.get(root)!;
}

function stepOf(fixings: readonly Fixing[]): ReductionStep {
  const fixed = fixings.filter(({ standIn }) => standIn === NOBODY);
  const replaced = fixings.filter(({ standIn }) => standIn !== NOBODY);
  const columns = (some: readonly Fixing[]): number[] => inSteps(some.map(({ column }) => column));
  return {
    lowered: columns(fixed.filter(({ toLower }) => toLower)),
    raised: columns(fixed.filter(({ toLower }) => !toLower)),
    replaced: columns(replaced),
    standIns: replaced.map(({ standIn }) => standIn),
  };
}

function cutStep({ source }: Cut, { columns }: Reduction, numberOf: (row: number) => number): CutStep {
  const { rows, weights, divisor, flipped } = source;
  return {
    rows: rows.map(numberOf),
    weights: [...weights],
    divisor,
    flipped: inSteps(flipped.map((column) => columns[column]!).sort((a, b) => a - b)),
  };
}
