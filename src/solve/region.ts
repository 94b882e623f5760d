import { commonDivisor } from '../internal/integers.js';
import type { Rows } from '../model/problem.js';
import { Box, byColumn, type ColumnRows } from './box.js';
import { type Budget, OPERATIONS_PER_UNIT } from './budget.js';
import { CombinedCuts } from './combined-cuts.js';
import { type Cut, roundingCuts, withCuts } from './cuts.js';
import { exactBound, proofOfEmpty } from './exact-bound.js';
import { type Finding, findingOf } from './finding.js';
import { sparse } from './forms.js';
import { keepsRows } from './keeps-rows.js';
import { LinearProgram } from './linear-program.js';
import type { Maximisation } from './maximisation.js';
import type { Steps } from '../internal/steps.js';

/** How far from a whole number a value of the relaxation may be and still count as whole. */
export const INTEGRAL = 1e-6;
const MOST_CUTS_A_ROUND = 60;
const MOST_COMBINATIONS = 40;
const LEAST_CUT_VIOLATION = 1e-3;

/**
 * Where a search stands: the box, the rows with the cuts added to them, the relaxation over both, and the best solution
 * known. What it says of the box is proved in integers.
 */
export class Region {
  readonly whole: Maximisation;
  readonly budget: Budget;
  readonly isSum: Uint8Array;
  /** What divides the value of every solution. */
  readonly granularity: number;
  box: Box;
  rows: Rows;
  users: ColumnRows;
  best: Float64Array | undefined;
  bestValue = -Infinity;
  /** All cuts ever made, and the number of each row: the rows without cuts keep theirs, then come the cuts as they were made. */
  readonly cuts: Cut[] = [];
  rowNumbers: number[];
  /** What the last relaxation was found to say of the box. */
  finding: Finding | undefined;
  /** Whether the last relaxation ended before its optimum, since nothing better than the best seemed to be left. */
  wasCutOff = false;
  /** The last exact bound before it was rounded: it tells whether cuts help though no whole number is passed. */
  unrounded = Infinity;
  #relaxation: LinearProgram;

  /** `previous`: a region of a problem with the same columns; where its rows are the same too, without cuts, its relaxation is a start. */
  constructor(whole: Maximisation, budget: Budget, previous?: Region) {
    this.whole = whole;
    this.budget = budget;
    this.rows = whole.rows;
    this.rowNumbers = [...whole.rows.lower.keys()];
    this.users = byColumn(whole.rows, whole.lower.length);
    this.box = new Box(whole.lower, whole.upper, whole.rows, this.users);
    this.isSum = new Uint8Array(whole.lower.length);
    for (const j of whole.sums) this.isSum[j] = 1;
    this.granularity = commonDivisor(whole.objective);
    this.#relaxation =
      previous?.rows === whole.rows
        ? this.#linearise(whole.rows, previous.#relaxation, Int32Array.from(whole.rows.lower.keys()))
        : this.#linearise(whole.rows);
  }

  /** The relaxation's last point. */
  get point(): Float64Array {
    return this.#relaxation.values;
  }

  get exhausted(): boolean {
    return this.budget.left <= 0;
  }

  #linearise(rows: Rows, previous?: LinearProgram, cameFrom?: Int32Array): LinearProgram {
    const program = new LinearProgram(this.box.lower, this.box.upper, rows, previous, cameFrom);
    program.setObjective(sparse(this.whole.objective, this.granularity));
    return program;
  }

  /**
   * Solves the relaxation at the present box; `closed`: it is proved that nothing is in it. `cutsOff`: it ends where nothing
   * better than the best seems to be left, though what it says then may not be enough to prove that.
   */
  *relax(cutsOff = true): Steps<'closed' | 'open'> {
    const program = this.#relaxation;
    const before = program.work + this.box.work;
    const iterations = program.iterations;
    program.setBounds(this.box.lower, this.box.upper);
    const ending = yield* program.solve(
      cutsOff ? this.#floor : -Infinity,
      50 + 20 * (this.rows.lower.length + 10),
      this.budget.left * OPERATIONS_PER_UNIT,
    );
    this.budget.iterations += program.iterations - iterations;
    this.budget.left -=
      (program.work + this.box.work - before + this.rows.column.length * 2) / OPERATIONS_PER_UNIT;
    yield 0;
    this.wasCutOff = ending === 'cutoff';
    if (ending !== 'infeasible') return 'open';
    const weights = proofOfEmpty(this.rows, this.box.lower, this.box.upper, program.ray());
    if (weights === undefined) return 'open';
    this.finding = findingOf({ weights }, 0, this.rowNumbers);
    return 'closed';
  }

  /**
   * By how much the relaxation's value falls with a column between these bounds, in units of the objective, as far as so many
   * iterations tell; `Infinity` where nothing better than the best seems to be left. A guess, which decides nothing.
   */
  *fallOf(column: number, bounds: readonly [number, number], iterations: number): Steps<number> {
    const program = this.#relaxation;
    const { value, work, iterations: iterationsBefore } = program;
    const left = this.budget.left * OPERATIONS_PER_UNIT;
    const before = program.copy();
    program.setColumn(column, ...bounds);
    const ending = yield* program.solve(this.#floor, iterations, left);
    const now = ending === 'infeasible' || ending === 'cutoff' ? -Infinity : program.value;
    program.setColumn(column, this.box.lower[column]!, this.box.upper[column]!);
    program.restore(before);
    this.budget.iterations += program.iterations - iterationsBefore;
    this.budget.left -= (program.work - work) / OPERATIONS_PER_UNIT;
    yield 0;
    return now === -Infinity ? Infinity : Math.max(0, value - now);
  }

  /** What the relaxation has to be worth for anything better than the best to be left. */
  get #floor(): number {
    return Number.isFinite(this.bestValue)
      ? (this.bestValue + this.granularity) / this.granularity - 1e-6
      : -Infinity;
  }

  /** The exact bound at the present box by the relaxation's multipliers, and what it fixes; -Infinity when nothing is left. */
  boundAndFix(): number {
    const scaled = this.#relaxation.multipliers();
    for (let i = 0; i < scaled.length; i += 1) scaled[i]! *= this.granularity;
    const { lower, upper } = this.box;
    const proof = exactBound(this.rows, lower, upper, this.whole.objective, scaled);
    this.finding = findingOf(proof, proof.scale, this.rowNumbers);
    this.unrounded = proof.total / proof.scale;
    const value =
      proof.value === Infinity ? Infinity : Math.floor(proof.value / this.granularity) * this.granularity;
    if (value <= this.bestValue || !Number.isFinite(this.bestValue) || !Number.isFinite(proof.total))
      return value;
    const spare = proof.total - proof.scale * (this.bestValue + this.granularity);
    return this.box.narrowByLoss(proof.reduced, spare) === 'empty' ? -Infinity : value;
  }

  /** Cuts that the relaxation's point breaks, the deepest first. */
  *separate(): Steps<Cut[]> {
    const x = this.#relaxation.values;
    // By the box as the search found it: what is narrowed later is not known to whoever checks the cut.
    const { lower, upper } = this.whole;
    const combined = new CombinedCuts(this.rows, lower, upper, x);
    const cuts: Cut[] = roundingCuts(this.rows, lower, upper, x, this.rows.lower.length);
    for (const combination of this.#relaxation.solvedRows(MOST_COMBINATIONS)) {
      cuts.push(...combined.of(combination));
      yield combined.operations;
    }
    this.budget.left -= (combined.operations + this.rows.column.length) / OPERATIONS_PER_UNIT;
    const score = (cut: Cut): number => {
      let violation = -cut.upper;
      let norm = 0;
      cut.columns.forEach((j, k) => {
        violation += cut.values[k]! * x[j]!;
        norm += cut.values[k]! ** 2;
      });
      return violation / Math.sqrt(norm);
    };
    const scored = cuts
      .map((cut, index) => ({ cut, index, score: score(cut) }))
      .filter((c) => c.score > LEAST_CUT_VIOLATION);
    scored.sort((a, b) => b.score - a.score || a.index - b.index);
    return scored.slice(0, MOST_CUTS_A_ROUND).map((c) => c.cut);
  }

  /** Leaves out the cuts that the relaxation does not lean on, and adds new ones. */
  replaceCuts(cuts: readonly Cut[]): void {
    const first = this.whole.rows.lower.length;
    const kept: number[] = [];
    for (let i = first; i < this.rows.lower.length; i += 1) if (!this.#relaxation.isSlack(i)) kept.push(i);
    const cameFrom = new Int32Array(first + kept.length + cuts.length).fill(-1);
    for (let i = 0; i < first; i += 1) cameFrom[i] = i;
    cameFrom.set(kept, first);
    const { start, column, value, upper: limit } = this.rows;
    const old = kept.map((i) => ({
      columns: [...column.subarray(start[i], start[i + 1])],
      values: [...value.subarray(start[i], start[i + 1])],
      upper: limit[i]!,
    }));
    const made = cuts.map((cut) => ({
      ...cut,
      source: { ...cut.source, rows: cut.source.rows.map((row) => this.rowNumbers[row]!) },
    }));
    this.rowNumbers = [
      ...this.whole.rows.lower.keys(),
      ...kept.map((i) => this.rowNumbers[i]!),
      ...made.map((_, k) => first + this.cuts.length + k),
    ];
    this.cuts.push(...made);
    this.rows = withCuts(this.whole.rows, [...old, ...cuts]);
    const lower = Float64Array.from(this.box.lower);
    const upper = Float64Array.from(this.box.upper);
    this.users = byColumn(this.rows, lower.length);
    this.box = new Box(lower, upper, this.rows, this.users);
    this.#relaxation = this.#linearise(this.rows, this.#relaxation, cameFrom);
  }

  /** Takes the relaxation's point when it is integral. */
  takePoint(): void {
    const x = this.point;
    const rounded = new Float64Array(x.length);
    let integral = true;
    for (let j = 0; j < x.length; j += 1) {
      rounded[j] = Math.floor(x[j]! + INTEGRAL);
      integral &&= Math.abs(x[j]! - Math.round(x[j]!)) <= INTEGRAL;
    }
    if (integral) this.offer(rounded);
  }

  /** Takes a solution if it keeps every row, in integers, and is better than the best. */
  offer(x: Float64Array): void {
    const { rows, lower, upper } = this.whole;
    let value = 0;
    for (let j = 0; j < x.length; j += 1) {
      if (x[j]! < lower[j]! || x[j]! > upper[j]!) return;
      value += this.whole.objective[j]! * x[j]!;
    }
    if (value <= this.bestValue) return;
    if (!keepsRows(rows, x)) return;
    this.best = Float64Array.from(x);
    this.bestValue = value;
  }
}
