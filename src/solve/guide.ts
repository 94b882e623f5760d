import type { Guide, GuideProblem } from '../internal/guide.js';
import type { LinearForm } from '../model/problem.js';
import type { Maximisation } from './maximisation.js';
import type { Reduction } from './reduce.js';

/** A guide, and the objectives to ask it about, in their order. */
export interface Asking {
  readonly guide: Guide;
  readonly objectives: readonly LinearForm[];
}

/**
 * What a guide proposes for a reduced problem, rounded to whole numbers; whether that is a solution is for others to
 * find out. The guide is given copies, and whatever goes wrong with it is as good as no proposal.
 */
export function askGuide(
  { guide, objectives }: Asking,
  reduction: Reduction,
  start: Float64Array | undefined,
): Float64Array | undefined {
  const { problem, place } = reduction;
  const forms = objectives.map((form) => placed(form, place));
  // nothing is left to be better in
  if (start !== undefined && forms.every(({ columns }) => columns.length === 0)) return undefined;
  try {
    const proposal = guide.propose(copyOf(problem, forms, start));
    return proposal === undefined ? undefined : rounded(proposal, problem.lower.length);
  } catch {
    return undefined;
  }
}

function copyOf(
  { lower, upper, rows }: Maximisation,
  objectives: readonly LinearForm[],
  start: Float64Array | undefined,
): GuideProblem {
  return {
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    rows: {
      start: Int32Array.from(rows.start),
      column: Int32Array.from(rows.column),
      value: Float64Array.from(rows.value),
      lower: Float64Array.from(rows.lower),
      upper: Float64Array.from(rows.upper),
    },
    objectives,
    start: start === undefined ? undefined : Float64Array.from(start),
  };
}

/** An objective in the columns that are left: the others only add a constant. */
function placed({ columns, values }: LinearForm, place: Int32Array): LinearForm {
  const left = [...columns.keys()].filter((k) => place[columns[k]!]! >= 0);
  return { columns: left.map((k) => place[columns[k]!]!), values: left.map((k) => values[k]!) };
}

/** The proposal if it is a safe whole number for each column, or nearly. */
function rounded(proposal: ArrayLike<number>, count: number): Float64Array | undefined {
  if (proposal.length !== count) return undefined;
  const x = new Float64Array(count);
  for (let j = 0; j < count; j += 1) {
    // adding 0 makes 0 of -0
    const value = Math.round(proposal[j]!) + 0;
    if (!Number.isSafeInteger(value)) return undefined;
    x[j] = value;
  }
  return x;
}
