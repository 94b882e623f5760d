import type {
  CutStep,
  ReductionStep,
  RowWeights,
  Stage,
  TreeNode,
} from '../../../src/certificate/certificate.js';
import type { Problem } from '../../../src/model/problem.js';
import type { Random } from '../../../src/testing/random.js';
import { checkStages } from '../../../src/verify/proof/check-stages.js';
import { Refused } from '../../../src/verify/proof/reading.js';

/*
 * Proofs of small problems, found without any solver: whatever comes to mind is tried, and what the checker does not refuse
 * is kept. So it takes a checker that lets through something false to prove something false.
 */

/** Where and as what the proof is refused; `undefined` when it is not. */
export function refusalOf(
  problem: Problem,
  values: readonly number[],
  stages: readonly Stage[],
  required = values.length,
): string | undefined {
  try {
    checkStages(problem, values, required, stages);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return [error.code, ...error.path].join(' ');
    throw error;
  }
}

export const NOTHING: ReductionStep = { lowered: [], raised: [], replaced: [], standIns: [] };
/** The bound that the columns' own bounds give. */
export const BOX: RowWeights = { scale: 1, rows: [], weights: [] };
export const stageOf = (stage: Partial<Stage>): Stage => ({
  multipliers: [1],
  reductions: [],
  cuts: [],
  tree: [{ weights: [BOX] }],
  narrowing: [],
  ...stage,
});

export interface Guess {
  readonly random: Random;
  readonly columns: number;
  /** Rows and cuts. */
  readonly rows: number;
}

const steps = (numbers: readonly number[]): number[] => numbers.map((n, k) => n - (numbers[k - 1] ?? 0));

function guessedWeights({ random, rows }: Guess, base: number): RowWeights {
  const named = random.some([...Array(rows).keys()], 50);
  return {
    scale: random.whole(0, 3),
    rows: steps(named),
    weights: named.map(() => random.whole(-4, 4)),
    ...(base >= 0 && random.percent(60) ? { base: random.whole(0, base) } : {}),
  };
}

export function guessedReduction({ random, columns }: Guess): ReductionStep {
  const column = random.whole(0, columns - 1);
  if (random.percent(10)) return { ...NOTHING, lowered: [column] };
  if (random.percent(10)) return { ...NOTHING, raised: [column] };
  return { ...NOTHING, replaced: [column], standIns: [random.whole(0, columns - 1)] };
}

export function guessedCut({ random, columns, rows }: Guess): CutStep {
  const named = Array.from({ length: random.whole(1, 3) }, () => random.whole(0, rows - 1));
  return {
    rows: named,
    weights: named.map(() => random.pick([-3, -2, -1, 1, 2, 3])),
    divisor: random.whole(2, 12),
    flipped: steps(random.some([...Array(columns).keys()], 40)),
  };
}

type Bounds = readonly { readonly low: number; readonly high: number }[];

/** A proof that the checker accepts, if one is come by. */
export function prove(
  problem: Problem,
  values: readonly number[],
  together: readonly number[],
  random: Random,
): Stage[] | undefined {
  const columns = problem.lower.length;
  const proved: Stage[] = [];
  for (const count of together) {
    const at = `stages ${proved.length}`;
    const refused = (stage: Stage): string | undefined => {
      const refusal = refusalOf(problem, values, [...proved, stage]);
      return refusal === 'stages stages' ? undefined : refusal; // what is left unproved comes in later stages
    };
    const before = proved.reduce((sum, { multipliers }) => sum + multipliers.length, 0);
    const rows = problem.rows.lower.length + before;
    let stage = stageOf({ multipliers: multipliersOf(problem, before, count), tree: [] });
    const keep = (tried: Stage, inPart: string): boolean => {
      const refusal = refused(tried);
      if (refusal?.includes(` ${at} ${inPart}`)) return false;
      stage = tried;
      return true;
    };
    for (let k = random.whole(0, 12); k > 0; k -= 1) {
      const step = guessedReduction({ random, columns, rows });
      keep({ ...stage, reductions: [...stage.reductions, step] }, `reductions ${stage.reductions.length}`);
    }
    for (let k = random.whole(0, 4); k > 0; k -= 1) {
      const cut = guessedCut({ random, columns, rows: rows + stage.cuts.length });
      if (rows + stage.cuts.length > 0)
        keep({ ...stage, cuts: [...stage.cuts, cut] }, `cuts ${stage.cuts.length}`);
    }
    const whole: Bounds = Array.from(problem.lower, (low, j) => ({ low, high: problem.upper[j]! }));
    const waiting: Bounds[] = [whole];
    let used = 0;
    for (let bounds = waiting.pop(); bounds !== undefined; bounds = waiting.pop()) {
      const { tree } = stage;
      const grow = (node: TreeNode): boolean => {
        const tried = { ...stage, tree: [...tree, node] };
        const refusal = refused(tried);
        const isNext = refusal === `tree ${at} tree ${tree.length + 1}`;
        if (refusal !== undefined && !isNext) return false;
        stage = tried;
        return true;
      };
      const guess = { random, columns, rows: rows + stage.cuts.length };
      const closers = Array.from({ length: 3 }, () => guessedWeights(guess, used - 1));
      if (grow({})) continue;
      const closer = [BOX, ...closers].find((weights) => grow({ weights: [weights] }));
      if (closer !== undefined) {
        used += 1;
        continue;
      }
      const open = [...bounds.keys()].filter((j) => bounds[j]!.low < bounds[j]!.high);
      if (open.length === 0 || tree.length > 400) return undefined;
      const column = open[random.whole(0, open.length - 1)]!;
      const { low, high } = bounds[column]!;
      const split = { column, at: random.whole(low, high - 1) };
      const narrowing = closers.find((weights) => grow({ weights: [weights], ...split }));
      if (narrowing !== undefined) used += 1;
      else if (!grow(split)) return undefined;
      const part = (from: number, to: number): Bounds => bounds.with(column, { low: from, high: to });
      waiting.push(part(split.at + 1, high), part(low, split.at));
    }
    for (let k = random.whole(0, 2); k > 0; k -= 1) {
      const weights = guessedWeights({ random, columns, rows: rows + count }, -1);
      const tried = { ...stage, narrowing: [...stage.narrowing, weights] };
      if (refused(tried) === undefined) stage = tried;
    }
    if (refused(stage) !== undefined) return undefined;
    proved.push(stage);
  }
  return proved;
}

/** What makes each objective outweigh all that follow. */
function multipliersOf({ objectives, lower, upper }: Problem, from: number, count: number): number[] {
  const multipliers: number[] = [];
  let next = 1;
  for (const { columns, values } of objectives.slice(from, from + count).toReversed()) {
    multipliers.unshift(next);
    const range = columns.reduce((sum, j, p) => sum + Math.abs(values[p]!) * (upper[j]! - lower[j]!), 0);
    next *= range + 1;
  }
  return multipliers;
}
