import { invariant, present } from '../internal/invariant.js';
import type { LinearForm } from '../model/problem.js';
import type { Budget } from './budget.js';
import { type Cut, withCuts } from './cuts.js';
import { dot } from './forms.js';
import { fuse } from './fuse.js';
import type { Maximisation } from './maximisation.js';
import { leaveOutFixed, type Reduction } from './reduce.js';
import { Region } from './region.js';
import type { Steps } from '../internal/steps.js';

/** As many forms narrow the columns together as their combined range stays below this. */
const NARROWING_RANGE = 2 ** 40;
const MOST_ROUNDS = 40;
/** Rounds of cuts that may pass without closing one share of the gap or fixing the other of the columns. */
const IDLE_ROUNDS = 2;
const LEAST_GAIN = 0.02;
/** In steps of the sum: a gap this small is the noise of the relaxation. */
const CLOSED = 0.02;
/** Where fewer than this share of the columns are open, the others are left out, and the relaxation begins anew. */
const OPEN_SHARE = 0.5;

/**
 * The problem of finding solutions that are as good as `x` on these forms, where none is better on them in their order:
 * its columns narrowed to what such solutions can have, and with the cuts that showed it. A relaxation with cuts nearly reaches the
 * values that were proved, and then hardly a column can leave its bound without losing more than is left: far more are fixed so than
 * without cuts.
 */
export function* narrowToBest(
  whole: Maximisation,
  forms: readonly LinearForm[],
  x: Float64Array,
  budget: Budget,
): Steps<Maximisation> {
  let narrowed = whole;
  for (let from = 0; from < forms.length;) {
    const { objective, members } = fuse(forms, from, narrowed.lower, narrowed.upper, NARROWING_RANGE);
    narrowed = yield* narrowBy({ ...narrowed, objective }, dot(objective, x), budget);
    from += members.length;
  }
  return narrowed;
}

/** Narrows to what solutions worth `value` can have, which is the most that any is worth. */
function* narrowBy(whole: Maximisation, value: number, budget: Budget): Steps<Maximisation> {
  let narrowed = whole;
  let idle = 0;
  let part = partOf(narrowed, value, budget);
  let gap = Infinity;
  for (let round = 0; round < MOST_ROUNDS && part !== undefined && budget.left > 0; round += 1) {
    const { region, best } = part;
    const before = openIn(region);
    const ending = yield* region.relax(false);
    invariant(ending === 'open' && region.boundAndFix() >= best, 'Nothing is as good as a known solution');
    const open = openIn(region);
    const left = (region.unrounded - best) / region.granularity;
    if (left <= CLOSED) break;
    const helps = gap - left > LEAST_GAIN * left || before - open > LEAST_GAIN * before;
    gap = Math.min(gap, left);
    idle = helps ? 0 : idle + 1;
    if (idle >= IDLE_ROUNDS) break;
    if (open < OPEN_SHARE * region.box.lower.length) {
      narrowed = narrowedTo(narrowed, part);
      part = partOf(narrowed, value, budget);
      continue;
    }
    const cuts = yield* region.separate();
    if (cuts.length === 0) break;
    budget.cuts += cuts.length;
    region.replaceCuts(cuts);
  }
  return part === undefined ? narrowed : narrowedTo(narrowed, part);
}

/** The columns that are open, with their relaxation. */
interface Part {
  readonly reduction: Reduction;
  readonly region: Region;
  /** The value, without what the columns that are left out contribute. */
  readonly best: number;
}

/** `undefined`: the objective tells no solutions apart. */
function partOf(whole: Maximisation, value: number, budget: Budget): Part | undefined {
  const reduction = present(leaveOutFixed(whole), 'A problem of which a solution is known has none');
  if (reduction.problem.objective.every((c) => c === 0)) return undefined;
  const region = new Region(reduction.problem, budget);
  const best = value - reduction.offset;
  // What is fixed by it is what cannot be better than this: solutions worth the value stay.
  region.bestValue = best - region.granularity;
  return { reduction, region, best };
}

function openIn({ box: { lower, upper } }: Region): number {
  let open = 0;
  for (let j = 0; j < lower.length; j += 1) if (lower[j] !== upper[j]) open += 1;
  return open;
}

/** The whole with the bounds of its part, and with the cuts that the part's relaxation leans on. */
function narrowedTo(whole: Maximisation, { reduction: { columns, problem }, region }: Part): Maximisation {
  const lower = Float64Array.from(whole.lower);
  const upper = Float64Array.from(whole.upper);
  columns.forEach((column, k) => {
    lower[column] = region.box.lower[k]!;
    upper[column] = region.box.upper[k]!;
  });
  region.replaceCuts([]);
  const { start, column, value, upper: most } = region.rows;
  const cuts: Omit<Cut, 'source'>[] = [];
  for (let i = problem.rows.lower.length; i < most.length; i += 1) {
    const entries = column.subarray(start[i], start[i + 1]);
    cuts.push({
      columns: Array.from(entries, (k) => columns[k]!),
      values: [...value.subarray(start[i], start[i + 1])],
      upper: most[i]!,
    });
  }
  return { ...whole, lower, upper, rows: withCuts(whole.rows, cuts) };
}
