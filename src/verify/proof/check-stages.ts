import type { Stage } from '../../certificate/certificate.js';
import { commonDivisor } from '../../internal/integers.js';
import type { LinearForm, Problem } from '../../model/problem.js';
import { Box } from './box.js';
import { fixColumns, sumsIn } from './fixing.js';
import { Reading } from './reading.js';
import { cutFrom, normalised, rowsOf, worthAtLeast } from './row.js';
import { Weighing } from './weighing.js';

/** Several objectives as one: whoever is better by their order is worth more than `target`. */
interface Aim {
  readonly objective: Float64Array;
  readonly target: number;
}

/** Some of the objectives as one, given what each comes to and its multiplier. */
function aimOf(
  forms: readonly (readonly [LinearForm, number])[],
  multipliers: readonly number[],
  { lower, upper }: Pick<Box, 'lower' | 'upper'>,
  reading: Reading,
): Aim {
  const exact = (value: number): number => reading.exact(value);
  const objective = new Float64Array(lower.length);
  let target = 0;
  let toLose = 0; // by all objectives after this one
  for (const [k, [form, value]] of [...forms.entries()].reverse()) {
    const multiplier = multipliers[k]!;
    const entries = form.columns.map((j, p) => [j, form.values[p]!] as const);
    const open = entries.filter(([j]) => lower[j]! < upper[j]!);
    const step = commonDivisor(open.map(([, v]) => v));
    const least = entries.reduce((sum, [j, v]) => exact(sum + exact(v * (v > 0 ? lower : upper)[j]!)), 0);
    const fixed = entries.reduce((sum, [j, v]) => (lower[j] === upper[j] ? sum + v * lower[j]! : sum), 0);
    if (exact(value - fixed) % step !== 0) reading.refuse('no-solution', 'No solution comes to this.');
    if (multiplier <= toLose)
      reading.refuse('multipliers', 'Later objectives could outweigh an earlier one.');
    toLose = exact(toLose + exact(multiplier * (exact(value - least) / step)));
    target = exact(target + exact(multiplier * ((value - fixed) / step)));
    for (const [j, v] of open) objective[j] = exact(objective[j]! + exact(multiplier * (v / step)));
  }
  return { objective, target };
}

/** That nothing in the box is worth the goal: each node of the tree closes its box, or splits it into those of the next two. */
function checkTree(
  tree: Stage['tree'],
  box: Box,
  objective: Float64Array,
  goal: number,
  reading: Reading,
): void {
  const stage = reading.at;
  const weighing = new Weighing(box, objective, reading);
  const splits: { readonly mark: number; readonly column: number; readonly at: number }[] = [];
  for (let n = 0; ; n += 1) {
    reading.at = [...stage, 'tree', n];
    const { weights = [], column, at } = tree[n] ?? reading.refuse('tree', 'A part of the tree is missing.');
    box.propagate();
    for (const given of weights) {
      if (box.empty) reading.refuse('tree', 'It is closed before all its weights are used.');
      weighing.use(given, goal);
    }
    if (box.empty !== (column === undefined) || box.empty !== (at === undefined))
      reading.refuse('tree', 'It must be either closed or split.');
    if (column !== undefined && at !== undefined) {
      if (column >= objective.length) reading.refuse('tree', 'There is no such column.');
      splits.push({ mark: box.mark(), column, at });
      box.narrow(column, -Infinity, at);
      continue;
    }
    const split = splits.pop();
    if (split === undefined && n + 1 < tree.length) reading.refuse('tree', 'All is closed before it.');
    if (split === undefined) return;
    box.undo(split.mark);
    box.narrow(split.column, split.at + 1, Infinity);
  }
}

/** That no point of the box that keeps its rows is worth more than what is aimed at. */
function checkStage(stage: Stage, problem: Problem, box: Box, aim: Aim, reading: Reading): void {
  const { at } = reading;
  const { lower, upper } = box;
  const sums = sumsIn(problem, box, aim.objective);
  const settle = (): void => {
    box.propagate();
    if (box.empty) reading.refuse('no-solution', 'The rows leave no solution at all.');
  };
  settle();
  stage.reductions.forEach((step, r) => {
    reading.at = [...at, 'reductions', r];
    fixColumns(step, box, aim.objective, sums, reading);
    settle();
  });
  const rows = box.rows.map((row) => normalised(row, box, reading));
  stage.cuts.forEach((cut, c) => {
    reading.at = [...at, 'cuts', c];
    rows.push(cutFrom(cut, rows, box, reading));
    reading.keep(rows.at(-1)!.columns.length);
  });
  reading.at = at;
  const objective = aim.objective.map((c, j) => (box.isOpen(j) ? c : 0));
  const target = aim.objective.reduce(
    (rest, c, j) => (box.isOpen(j) ? rest : reading.exact(rest - reading.exact(c * lower[j]!))),
    aim.target,
  );
  const step = commonDivisor(objective);
  // The next above the target that the open columns can be worth.
  const goal = reading.exact((Math.floor(target / step) + 1) * step);
  checkTree(stage.tree, new Box(lower, upper, rows, reading), objective, goal, reading);
}

/**
 * Proves stage by stage that no solution of a problem is better than one whose objectives come to `values`.
 * `required`: the number of objectives, from the first, that must be proved.
 * @throws {Refused} where the proof fails.
 */
export function checkStages(
  problem: Problem,
  values: readonly number[],
  required: number,
  stages: readonly Stage[],
): void {
  const reading = new Reading();
  const forms = problem.objectives.map((form, k) => [form, values[k]!] as const);
  const rows = rowsOf(problem);
  let box: Pick<Box, 'lower' | 'upper'> = problem;
  let proved = 0;
  stages.forEach((stage, s) => {
    reading.at = ['stages', s];
    const { multipliers } = stage;
    const together = forms.slice(proved, (proved += multipliers.length));
    if (multipliers.length === 0 || proved > forms.length)
      reading.refuse('stages', 'It proves nothing, or more objectives than there are.');
    const aim = aimOf(together, multipliers, box, reading);
    checkStage(stage, problem, new Box(box.lower, box.upper, rows, reading), aim, reading);
    reading.at = ['stages', s, 'narrowing'];
    rows.push(...together.map(([form, value]) => worthAtLeast(form, value)));
    // What is as good keeps these rows, and so does whatever is better later on.
    const good = new Box(box.lower, box.upper, rows, reading);
    const weighing = new Weighing(good, aim.objective, reading);
    good.propagate();
    stage.narrowing.forEach((given, k) => {
      reading.at = ['stages', s, 'narrowing', k];
      weighing.use(given, aim.target);
    });
    if (good.empty) reading.refuse('no-solution', 'The rows leave no solution as good.');
    box = good;
  });
  reading.at = ['stages'];
  if (proved < required) reading.refuse('stages', 'Some objectives are left unproved.');
}
