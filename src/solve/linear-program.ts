import type { LinearForm, Rows } from '../model/problem.js';
import { AT_LOWER, AT_UPPER, BASIC, Basis, type BasisCopy, FIXED } from './basis.js';
import { Factor } from './factor.js';
import { Infeasibilities } from './infeasibilities.js';
import { PivotRow } from './pivot-row.js';
import { RatioTest, UNBOUNDED } from './ratio-test.js';
import { addColumn, boxRows, scaled, type ScaledMatrix } from './scaled-matrix.js';
import { scatter } from './scatter.js';
import { type SolvedRow, solvedRows } from './solved-rows.js';
import { SparseVector } from './sparse-vector.js';
import { SMALLEST_WEIGHT, updateWeights } from './steepest-edge.js';
import { OPERATIONS_PER_STEP, type Steps } from '../internal/steps.js';

/*
 * The linear relaxation, solved by a bounded dual simplex. Every column is boxed, and every row's activity is boxed
 * by what its columns can reach, so any basis becomes dual feasible by moving columns to their other bound: there is
 * no first phase, and after any change of objective, bounds or rows the last basis is a start.
 * It works in floating point and only guides: no bound it reports is used before it is re-derived in integers.
 */

const PRIMAL_TOLERANCE = 1e-9;
const DUAL_TOLERANCE = 1e-8;
/** The least a step moves the entering column's reduced cost, so that each step makes progress. */
const LEAST_STEP = 1e-6;
const PIVOT_TOLERANCE = 1e-7;
/** By how much breakpoints may differ and still be taken as one. */
const SLACK = 10 * DUAL_TOLERANCE;
/** After so many replacements the basis is factorised anew; after so few, what it says at the end of a solve is relied upon. */
const REFACTOR_AFTER = 120;
const RELIED_UPON = 50;
/** In a solve, so often does recomputing move columns from bound to bound. */
const FLIPPING_RESTARTS = 5;
/** Far below the unit of an objective, and above the noise of its sums. */
const PERTURBATION = 2 ** -12;

/** How solving the relaxation ended. `cutoff`: its value fell below what was asked. `stalled`: no end within the iterations allowed. */
export type RelaxationEnding = 'optimal' | 'infeasible' | 'cutoff' | 'stalled';

export class LinearProgram {
  readonly rows: Rows;
  /** Simplex iterations. */
  iterations = 0;
  /** The values of the columns after a solve. */
  readonly values: Float64Array;
  readonly #n: number;
  readonly #m: number;
  readonly #matrix: ScaledMatrix;
  readonly #basis: Basis;
  /** The costs as set, without the shifts of a solve. */
  readonly #given: Float64Array;
  readonly #factor: Factor;
  readonly #infeasibilities: Infeasibilities;
  readonly #pivotRow: PivotRow;
  readonly #ratioTest: RatioTest;
  /** The row of the inverse, the entering column and others in terms of the basis. */
  readonly #rho: SparseVector;
  readonly #solved: SparseVector;
  readonly #scratch: SparseVector;
  /** By column: whether the last ascent went beyond its breakpoint. */
  readonly #passed: Uint8Array;
  /** The value, to be maximised, that the present multipliers prove. */
  #value = 0;
  #work = 0;
  #fresh = false;
  /** Whether nothing was updated since all was computed. */
  #confirmed = false;
  /** How often the solve under way computed it all anew. */
  #restarts = 0;

  /**
   * `previous`: a program whose basis is the start; `cameFrom` and `columnsFrom` say which of its rows and columns each row and column is,
   * -1 for a new one. Without the second the columns are the same. Rows may be left out where {@link isSlack} says so.
   */
  constructor(
    lower: Float64Array,
    upper: Float64Array,
    rows: Rows,
    previous?: LinearProgram,
    cameFrom?: Int32Array,
    columnsFrom?: Int32Array,
  ) {
    const n = (this.#n = lower.length);
    const m = (this.#m = rows.lower.length);
    this.rows = rows;
    this.#matrix = scaled(rows, n);
    this.#basis = new Basis(n, m);
    this.#given = new Float64Array(n + m);
    this.#factor = new Factor(m);
    this.#infeasibilities = new Infeasibilities(this.#basis, PRIMAL_TOLERANCE);
    this.#pivotRow = new PivotRow(rows, this.#matrix, this.#basis);
    this.#ratioTest = new RatioTest(n + m);
    this.#rho = new SparseVector(m);
    this.#solved = new SparseVector(m);
    this.#scratch = new SparseVector(m);
    this.#passed = new Uint8Array(n + m);
    this.values = this.#basis.x.subarray(0, n);
    if (previous !== undefined && cameFrom !== undefined) {
      this.#basis.inherit(previous.#basis, cameFrom, columnsFrom);
      this.iterations = previous.iterations;
      this.#work = previous.work;
    }
    this.setBounds(lower, upper);
  }

  /** A count of the elementary operations done. */
  get work(): number {
    return this.#work + this.#factor.operations + this.#pivotRow.operations;
  }

  /** What the last solve showed that nothing is worth more than. */
  get value(): number {
    return this.#value;
  }

  /** Whether the last solution does not lean on a row. */
  isSlack(row: number): boolean {
    return this.#basis.status[this.#n + row] === BASIC;
  }

  /**
   * Sets what is to be maximised, in units of 1. Each column's cost is moved by a little of its own, so that few bases
   * are equally good and the simplex does not walk in circles among them. `names`: numbers that columns keep from one program
   * to the next, whose costs are then moved alike.
   */
  setObjective(form: LinearForm, names?: readonly number[]): void {
    for (let j = 0; j < this.#n; j += 1) this.#given[j] = PERTURBATION * scatter(names?.[j] ?? j);
    form.columns.forEach((column, k) => {
      this.#given[column]! -= form.values[k]!;
    });
  }

  /** Sets the columns' bounds; each must be finite, and lower at most upper. */
  setBounds(lower: Float64Array, upper: Float64Array): void {
    this.#basis.lower.set(lower);
    this.#basis.upper.set(upper);
    boxRows(this.rows, this.#matrix, this.#basis.lower, this.#basis.upper);
  }

  /** Sets the bounds of one column, and leaves the rows' as they are. */
  setColumn(column: number, lower: number, upper: number): void {
    this.#basis.lower[column] = lower;
    this.#basis.upper[column] = upper;
  }

  /** The basis, to come back to. */
  copy(): BasisCopy {
    return this.#basis.copy();
  }

  /** Goes back to the basis of a copy, under the bounds and the objective as they are set. */
  restore(copy: BasisCopy): void {
    this.#basis.restore(copy);
    this.#basis.cost.set(this.#given);
    this.#work += 2 * (this.#n + this.#m);
    this.#renew(true);
  }

  /** The multipliers of the rows after a solve, in the rows' own scale, in the sense of a maximisation. */
  multipliers(): Float64Array {
    const { status, reduced } = this.#basis;
    const y = new Float64Array(this.#m);
    for (let i = 0; i < this.#m; i += 1) {
      if (status[this.#n + i] !== BASIC) y[i] = -reduced[this.#n + i]! * this.#matrix.scale[i]!;
    }
    return y;
  }

  /**
   * For the basic columns farthest from whole numbers, so many at most, the row weights that solve the rows for them: after
   * a solve that ended at an optimum.
   */
  solvedRows(most: number): SolvedRow[] {
    const solved = solvedRows(this.#basis, this.#factor, this.#matrix.scale, this.#rho, most);
    this.#work += solved.work;
    return solved.rows;
  }

  /** The multipliers that prove the last relaxation infeasible, of unit size. */
  ray(): Float64Array {
    const y = new Float64Array(this.#m);
    let largest = 0;
    for (let i = 0; i < this.#m; i += 1) {
      y[i] = this.#rho.value[i]! * this.#matrix.scale[i]!;
      largest = Math.max(largest, Math.abs(y[i]!));
    }
    return largest === 0 ? y : y.map((value) => value / largest);
  }

  /**
   * Maximises, from the last basis. Stops as `cutoff` once the value is known to lie below `atLeast`, and as `stalled`
   * after so many iterations or operations. It is done in steps; in between the program must be left alone.
   */
  *solve(atLeast: number, maxIterations: number, maxWork: number): Steps<RelaxationEnding> {
    const { lower, upper, cost } = this.#basis;
    for (let i = 0; i < this.#n + this.#m; i += 1)
      if (lower[i]! > upper[i]! + PRIMAL_TOLERANCE) return this.#crossed(i);
    const first = this.work;
    cost.set(this.#given);
    if (!this.#fresh || this.#factor.updates > RELIED_UPON) this.#refactor();
    this.#restart(true);
    const [last, lastWork] = [this.iterations + maxIterations, this.work + maxWork];
    let nextStep = first + OPERATIONS_PER_STEP;
    for (;;) {
      if (this.work >= nextStep) {
        yield this.work - first;
        nextStep = this.work + OPERATIONS_PER_STEP;
      }
      if (this.#factor.updates >= REFACTOR_AFTER) this.#renew();
      if (this.#value < atLeast) this.#computeValue();
      if (this.#value < atLeast) return 'cutoff';
      const leaving = this.#infeasibilities.choose();
      this.#work += 4 * this.#infeasibilities.count;
      if (leaving < 0) {
        if (this.#confirmed) return 'optimal';
        // An optimum is accepted only when all that iterations update was computed anew.
        if (this.#factor.updates > RELIED_UPON) this.#refactor();
        this.#restart();
        continue;
      }
      if (this.iterations >= last || this.work >= lastWork) return 'stalled';
      this.iterations += 1;
      const step = this.#iterate(leaving);
      if (step === 'stepped') continue;
      if (this.#factor.updates === 0) return step === 'infeasible' ? 'infeasible' : 'stalled';
      this.#renew();
    }
  }

  /** A row whose own box is empty: its unit vector is the proof. */
  #crossed(variable: number): RelaxationEnding {
    this.#rho.clear();
    if (variable >= this.#n) this.#rho.add(variable - this.#n, 1);
    return 'infeasible';
  }

  #renew(isFirst = false): void {
    this.#refactor();
    this.#restart(isFirst);
  }

  #refactor(): void {
    this.#basis.rebase(this.#factor.factorise(this.#basis.head, this.#matrix.byColumn));
    this.#fresh = true;
  }

  /**
   * Recomputes reduced costs and basic values, and moves columns to the bound that their reduced cost asks for. Within a solve they are
   * there but for noise, which can be large: moved for ever, they could lead in circles. So later their costs are shifted instead.
   */
  #restart(isFirst = false): void {
    this.#restarts = isFirst ? 0 : this.#restarts + 1;
    const [n, m] = [this.#n, this.#m];
    const { cost, status, reduced, x, head } = this.#basis;
    const y = this.#rho;
    y.clear();
    for (let k = 0; k < m; k += 1) if (cost[head[k]!] !== 0) y.add(k, cost[head[k]!]!);
    this.#factor.backward(y);
    reduced.set(cost);
    const { start, column } = this.rows;
    for (let k = 0; k < y.count; k += 1) {
      const i = y.index[k]!;
      const t = y.value[i]!;
      for (let p = start[i]!; p < start[i + 1]!; p += 1) reduced[column[p]!]! -= t * this.#matrix.value[p]!;
      reduced[n + i]! += t;
      this.#work += 2 * (start[i + 1]! - start[i]!);
    }
    const right = this.#solved;
    right.clear();
    for (let j = 0; j < n + m; j += 1) {
      if (status[j] === BASIC) {
        reduced[j] = 0;
        continue;
      }
      if (this.#restarts <= FLIPPING_RESTARTS || status[j] === FIXED) this.#basis.settle(j, DUAL_TOLERANCE);
      else this.#basis.stay(j);
      if (x[j] !== 0) addColumn(this.#matrix, j, -x[j]!, right);
    }
    this.#factor.forward(right);
    for (let k = 0; k < m; k += 1) x[head[k]!] = right.value[k]!;
    this.#infeasibilities.renew();
    this.#computeValue();
    this.#confirmed = true;
    this.#work += 6 * (n + m);
  }

  #computeValue(): void {
    this.#value = this.#basis.value();
    this.#work += this.#n + this.#m;
  }

  #iterate(r: number): 'stepped' | 'infeasible' | 'unstable' {
    const { lower, upper, reduced, x, status, head, weight } = this.#basis;
    const leaving = head[r]!;
    const below = x[leaving]! < lower[leaving]!;
    const rho = this.#rho;
    this.#factor.row(r, rho);
    let norm = 0;
    for (let k = 0; k < rho.count; k += 1) norm += rho.value[rho.index[k]!]! ** 2;
    weight[leaving] = Math.max(norm, SMALLEST_WEIGHT);
    const row = this.#pivotRow;
    row.compute(rho);
    row.findBreakpoints(this.#ratioTest, below ? -1 : 1, DUAL_TOLERANCE);
    const entering = this.#ratioTest.run(this.#basis.outside(r), SLACK, PIVOT_TOLERANCE, PRIMAL_TOLERANCE);
    if (entering < 0) {
      row.clear();
      return entering === UNBOUNDED ? 'infeasible' : 'unstable';
    }
    const solved = this.#solved;
    solved.clear();
    addColumn(this.#matrix, entering, 1, solved);
    this.#factor.forward(solved, true);
    const pivot = solved.value[r]!;
    const expected = row.value[entering]!;
    if (Math.abs(pivot) < PIVOT_TOLERANCE || Math.abs(pivot - expected) > 1e-6 * (1 + Math.abs(expected))) {
      row.clear();
      return 'unstable';
    }
    this.#giveLength(entering);
    const step = reduced[entering]! / expected;
    this.#ascend(entering, step);
    const target = below ? lower[leaving]! : upper[leaving]!;
    const move = (x[leaving]! - target) / pivot;
    this.#value -= reduced[entering]! * move;
    for (let k = 0; k < solved.count; k += 1)
      x[head[solved.index[k]!]!]! -= move * solved.value[solved.index[k]!]!;

    // Steepest-edge weights of the positions that the entering column touches.
    const tau = this.#scratch;
    tau.copy(rho);
    this.#factor.forward(tau);
    updateWeights(weight, head, r, entering, solved, tau);
    x[entering]! += move;
    x[leaving] = target;
    reduced[entering] = 0;
    reduced[leaving] = -step;
    status[leaving] = below ? AT_LOWER : AT_UPPER;
    status[entering] = BASIC;
    head[r] = entering;
    for (let k = 0; k < solved.count; k += 1) this.#infeasibilities.look(solved.index[k]!);
    this.#factor.replace(r);
    this.#confirmed = false;
    this.#work += 3 * rho.count + 10 * solved.count;
    return 'stepped';
  }

  /** A step of no length could be walked back: the cost of the entering column is shifted a little to give it one. */
  #giveLength(entering: number): void {
    const { reduced, status, cost, x } = this.#basis;
    const d = reduced[entering]!;
    const atLower = status[entering] === AT_LOWER;
    if (Math.abs(d) >= LEAST_STEP && d > 0 === atLower) return;
    const shifted = LEAST_STEP * scatter(this.iterations) * (atLower ? 1 : -1);
    cost[entering]! += shifted - d;
    this.#value -= (shifted - d) * x[entering]!;
    reduced[entering] = shifted;
  }

  /** Updates the reduced costs, and moves the columns that pass their breakpoint to the other bound. */
  #ascend(entering: number, step: number): void {
    const { lower, upper, cost, reduced, x, status, head } = this.#basis;
    const row = this.#pivotRow;
    const { passed, passes } = this.#ratioTest;
    for (let k = 0; k < passes; k += 1) this.#passed[passed[k]!] = 1;
    const flips = this.#scratch;
    flips.clear();
    for (let k = 0; k < row.count; k += 1) {
      const j = row.index[k]!;
      if (j === entering) continue;
      const before = reduced[j]!;
      const d = before - step * row.value[j]!;
      reduced[j] = d;
      const wrong = status[j] === AT_LOWER ? d < 0 : d > 0;
      if (!wrong || lower[j] === upper[j]) continue;
      if (this.#passed[j] === 0) {
        // A breakpoint that coincides with the last: its cost is shifted, for to flip it would overshoot.
        cost[j]! -= d;
        this.#value += d * x[j]!;
        reduced[j] = 0;
        continue;
      }
      const up = status[j] === AT_LOWER;
      const by = up ? upper[j]! - lower[j]! : lower[j]! - upper[j]!;
      status[j] = up ? AT_UPPER : AT_LOWER;
      x[j] = up ? upper[j]! : lower[j]!;
      this.#value -= before * by;
      addColumn(this.#matrix, j, by, flips);
    }
    this.#work += 5 * row.count;
    row.clear();
    for (let k = 0; k < passes; k += 1) this.#passed[passed[k]!] = 0;
    if (flips.count === 0) return;
    this.#factor.forward(flips);
    for (let k = 0; k < flips.count; k += 1) {
      const i = flips.index[k]!;
      x[head[i]!]! -= flips.value[i]!;
      this.#infeasibilities.look(i);
    }
    this.#work += 6 * flips.count;
  }
}
