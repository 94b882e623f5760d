import { invariant } from '../internal/invariant.js';
import type { LinearForm, Rows } from '../model/problem.js';
import { Factor } from './factor.js';
import { type Breakpoint, ratioTest, UNBOUNDED } from './ratio-test.js';
import { boxRows, scaled, type ScaledMatrix } from './scaled-matrix.js';
import { scatter } from './scatter.js';
import { SMALLEST_WEIGHT, updateWeights } from './steepest-edge.js';
import { OPERATIONS_PER_STEP, type Steps } from './steps.js';

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
const REFACTOR_AFTER = 64;
/** Far below the unit of an objective, and above the noise of its sums. */
const PERTURBATION = 2 ** -12;

/** How solving the relaxation ended. `cutoff`: its value fell below what was asked. `stalled`: no end within the iterations allowed. */
export type RelaxationEnding = 'optimal' | 'infeasible' | 'cutoff' | 'stalled';

const AT_LOWER = 0;
const AT_UPPER = 1;
const BASIC = 2;

export class LinearProgram {
  readonly rows: Rows;
  /** Simplex iterations, and a count of the elementary operations they took. */
  iterations = 0;
  work = 0;
  /** The values of the columns after a solve, and by row the multipliers of the last basis. */
  readonly values: Float64Array;
  readonly #n: number;
  readonly #m: number;
  readonly #matrix: ScaledMatrix;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #cost: Float64Array;
  /** The costs as set, without the shifts of a solve. */
  readonly #given: Float64Array;
  readonly #reduced: Float64Array;
  readonly #x: Float64Array;
  readonly #status: Uint8Array;
  readonly #head: Int32Array;
  readonly #weight: Float64Array;
  readonly #factor: Factor;
  readonly #rho: Float64Array;
  readonly #solved: Float64Array;
  readonly #scratch: Float64Array;
  readonly #alpha: Float64Array;
  readonly #touched: Int32Array;
  /** By column: whether the last ascent went beyond its breakpoint. */
  readonly #passed: Uint8Array;
  #fresh = false;

  /**
   * `previous`: a program over the same columns, whose basis is the start; `cameFrom` says which of its rows each row
   * is, -1 for a new one. Rows may be left out where {@link isSlack} says so.
   */
  constructor(
    lower: Float64Array,
    upper: Float64Array,
    rows: Rows,
    previous?: LinearProgram,
    cameFrom?: Int32Array,
  ) {
    const n = (this.#n = lower.length);
    const m = (this.#m = rows.lower.length);
    this.rows = rows;
    this.#matrix = scaled(rows, n);
    this.#lower = new Float64Array(n + m);
    this.#upper = new Float64Array(n + m);
    this.#cost = new Float64Array(n + m);
    this.#given = new Float64Array(n + m);
    this.#reduced = new Float64Array(n + m);
    this.#x = new Float64Array(n + m);
    this.#status = new Uint8Array(n + m);
    this.#head = new Int32Array(m);
    for (let i = 0; i < m; i += 1) {
      this.#head[i] = n + i;
      this.#status[n + i] = BASIC;
    }
    this.#weight = new Float64Array(n + m).fill(1);
    if (previous !== undefined && cameFrom !== undefined) this.#inherit(previous, cameFrom);
    this.#factor = new Factor(m);
    this.#rho = new Float64Array(m);
    this.#solved = new Float64Array(m);
    this.#scratch = new Float64Array(m);
    this.#alpha = new Float64Array(n + m);
    this.#touched = new Int32Array(n + m);
    this.#passed = new Uint8Array(n + m);
    this.values = this.#x.subarray(0, n);
    this.setBounds(lower, upper);
  }

  #inherit(previous: LinearProgram, cameFrom: Int32Array): void {
    const n = this.#n;
    this.#status.set(previous.#status.subarray(0, n));
    this.#weight.set(previous.#weight.subarray(0, n));
    cameFrom.forEach((from, i) => {
      if (from < 0) return;
      this.#status[n + i] = previous.#status[n + from]!;
      this.#weight[n + i] = previous.#weight[n + from]!;
    });
    let position = 0;
    for (let j = 0; j < n + this.#m; j += 1) if (this.#status[j] === BASIC) this.#head[position++] = j;
    invariant(position === this.#m, 'A basis does not fit its rows');
    this.iterations = previous.iterations;
    this.work = previous.work;
  }

  /** Whether the last solution does not lean on a row. */
  isSlack(row: number): boolean {
    return this.#status[this.#n + row] === BASIC;
  }

  /**
   * Sets what is to be maximised, in units of 1. Each column's cost is moved by a little of its own, so that few bases
   * are equally good and the simplex does not walk in circles among them.
   */
  setObjective(form: LinearForm): void {
    for (let j = 0; j < this.#n; j += 1) this.#given[j] = PERTURBATION * scatter(j);
    form.columns.forEach((column, k) => {
      this.#given[column]! -= form.values[k]!;
    });
    this.#fresh = false;
  }

  /** Sets the columns' bounds; each must be finite, and lower at most upper. */
  setBounds(lower: Float64Array, upper: Float64Array): void {
    this.#lower.set(lower);
    this.#upper.set(upper);
    boxRows(this.rows, this.#matrix, this.#lower, this.#upper);
  }

  /** The multipliers of the rows, in the rows' own scale, in the sense of a maximisation. */
  multipliers(): Float64Array {
    const y = new Float64Array(this.#m);
    for (let i = 0; i < this.#m; i += 1) {
      if (this.#status[this.#n + i] !== BASIC) y[i] = -this.#reduced[this.#n + i]! * this.#matrix.scale[i]!;
    }
    return y;
  }

  /** The multipliers that prove the last relaxation infeasible, of unit size. */
  ray(): Float64Array {
    const y = new Float64Array(this.#m);
    let largest = 0;
    for (let i = 0; i < this.#m; i += 1)
      largest = Math.max(largest, Math.abs(this.#rho[i]! * this.#matrix.scale[i]!));
    if (largest === 0) return y;
    for (let i = 0; i < this.#m; i += 1) y[i] = (this.#rho[i]! * this.#matrix.scale[i]!) / largest;
    return y;
  }

  /**
   * Maximises, from the last basis. Stops as `cutoff` once the value is known to lie below `atLeast`, and as `stalled`
   * after so many iterations or operations. It is done in steps; in between the program must be left alone.
   */
  *solve(atLeast: number, maxIterations: number, maxWork: number): Steps<RelaxationEnding> {
    for (let i = 0; i < this.#n + this.#m; i += 1)
      if (this.#lower[i]! > this.#upper[i]! + PRIMAL_TOLERANCE) return this.#crossed(i);
    const first = this.work;
    this.#cost.set(this.#given);
    if (!this.#fresh || this.#factor.updates > 0) this.#refactor();
    this.#restart();
    const last = this.iterations + maxIterations;
    const lastWork = this.work + maxWork;
    let nextStep = first + OPERATIONS_PER_STEP;
    let confirmed = false;
    for (let sinceCheck = 0; ; sinceCheck += 1) {
      if (this.work >= nextStep) {
        yield this.work - first;
        nextStep = this.work + OPERATIONS_PER_STEP;
      }
      if (this.#factor.updates >= REFACTOR_AFTER) {
        this.#refactor();
        this.#restart();
      }
      if (sinceCheck >= 8) {
        sinceCheck = 0;
        if (this.#dualValue() < atLeast) return 'cutoff';
      }
      const leaving = this.#price();
      if (leaving < 0) {
        if (confirmed || this.#factor.updates === 0)
          return this.#dualValue() < atLeast ? 'cutoff' : 'optimal';
        // Accept an optimum only on a freshly factorised basis.
        this.#refactor();
        this.#restart();
        confirmed = true;
        continue;
      }
      confirmed = false;
      if (this.iterations >= last || this.work >= lastWork) return 'stalled';
      this.iterations += 1;
      const step = this.#iterate(leaving);
      if (step === 'infeasible') {
        if (this.#factor.updates === 0) return 'infeasible';
        this.#refactor();
        this.#restart();
      } else if (step === 'unstable') {
        if (this.#factor.updates === 0) return 'stalled';
        this.#refactor();
        this.#restart();
      }
    }
  }

  /** A row whose own box is empty: its unit vector is the proof. */
  #crossed(variable: number): RelaxationEnding {
    this.#rho.fill(0);
    if (variable >= this.#n) this.#rho[variable - this.#n] = 1;
    return 'infeasible';
  }

  #refactor(): void {
    for (let k = 0; k < this.#m; k += 1) this.#status[this.#head[k]!] = AT_LOWER;
    const heads = this.#factor.factorise(this.#head, this.#matrix.byColumn);
    this.#head.set(heads);
    for (let k = 0; k < this.#m; k += 1) this.#status[heads[k]!] = BASIC;
    this.work += 4 * this.#factor.size;
    this.#fresh = true;
  }

  /** Recomputes reduced costs, moves each column to the bound its reduced cost asks for, and recomputes the basic values. */
  #restart(): void {
    const n = this.#n;
    const m = this.#m;
    const y = this.#scratch;
    for (let k = 0; k < m; k += 1) y[k] = this.#cost[this.#head[k]!]!;
    this.#factor.backward(y);
    const right = this.#solved.fill(0);
    const { start, row, value } = this.#matrix.byColumn;
    for (let j = 0; j < n; j += 1) {
      if (this.#status[j] === BASIC) {
        this.#reduced[j] = 0;
        continue;
      }
      let d = this.#cost[j]!;
      for (let p = start[j]!; p < start[j + 1]!; p += 1) d -= y[row[p]!]! * value[p]!;
      this.#settle(j, d);
      const x = this.#x[j]!;
      if (x !== 0) for (let p = start[j]!; p < start[j + 1]!; p += 1) right[row[p]!]! -= value[p]! * x;
    }
    for (let i = 0; i < m; i += 1) {
      if (this.#status[n + i] === BASIC) {
        this.#reduced[n + i] = 0;
        continue;
      }
      this.#settle(n + i, y[i]!);
      right[i]! += this.#x[n + i]!;
    }
    this.#factor.forward(right);
    for (let k = 0; k < m; k += 1) this.#x[this.#head[k]!] = right[k]!;
    this.work += 2 * this.#matrix.byColumn.row.length + 2 * this.#factor.size;
  }

  #settle(variable: number, reduced: number): void {
    this.#reduced[variable] = reduced;
    let status = this.#status[variable]!;
    if (reduced > DUAL_TOLERANCE) status = AT_LOWER;
    else if (reduced < -DUAL_TOLERANCE) status = AT_UPPER;
    this.#status[variable] = status;
    this.#x[variable] = status === AT_LOWER ? this.#lower[variable]! : this.#upper[variable]!;
  }

  /** The value, to be maximised, that the present multipliers prove. */
  #dualValue(): number {
    let value = 0;
    for (let j = 0; j < this.#n + this.#m; j += 1)
      if (this.#status[j] !== BASIC) value -= this.#reduced[j]! * this.#x[j]!;
    return value;
  }

  /** The position whose basic value breaks its bounds most, in the metric of the dual steepest edge; -1 for none. */
  #price(): number {
    let chosen = -1;
    let best = 0;
    for (let k = 0; k < this.#m; k += 1) {
      const j = this.#head[k]!;
      const x = this.#x[j]!;
      const outside = Math.max(this.#lower[j]! - x, x - this.#upper[j]!);
      if (outside <= PRIMAL_TOLERANCE) continue;
      const score = (outside * outside) / this.#weight[j]!;
      if (score > best) {
        best = score;
        chosen = k;
      }
    }
    return chosen;
  }

  #iterate(r: number): 'stepped' | 'infeasible' | 'unstable' {
    const n = this.#n;
    const m = this.#m;
    const { rows } = this;
    const { value } = this.#matrix;
    const leaving = this.#head[r]!;
    const below = this.#x[leaving]! < this.#lower[leaving]!;
    const direction = below ? -1 : 1;
    const rho = this.#rho.fill(0);
    rho[r] = 1;
    this.#factor.backward(rho);

    // The pivot row, over the columns that are not basic.
    const alpha = this.#alpha;
    const touched = this.#touched;
    let count = 0;
    let norm = 0;
    for (let i = 0; i < m; i += 1) {
      const t = rho[i]!;
      if (t === 0) continue;
      norm += t * t;
      if (Math.abs(t) < 1e-13) continue;
      for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1) {
        const j = rows.column[p]!;
        if (this.#status[j] === BASIC) continue;
        if (alpha[j] === 0) touched[count++] = j;
        // A sum that cancels to nothing must not enter the list of touched columns a second time.
        alpha[j] = alpha[j]! + t * value[p]! || Number.MIN_VALUE;
      }
      this.work += rows.start[i + 1]! - rows.start[i]!;
      if (this.#status[n + i] !== BASIC) {
        if (alpha[n + i] === 0) touched[count++] = n + i;
        alpha[n + i]! -= t;
      }
    }
    this.#weight[leaving] = Math.max(norm, SMALLEST_WEIGHT);

    const outside = below
      ? this.#lower[leaving]! - this.#x[leaving]!
      : this.#x[leaving]! - this.#upper[leaving]!;
    const breakpoints = this.#breakpoints(count, direction);
    const pass = (column: number): void => void (this.#passed[column] = 1);
    const entering = ratioTest(breakpoints, outside, SLACK, PIVOT_TOLERANCE, PRIMAL_TOLERANCE, pass);
    if (entering < 0) {
      this.#forget(count);
      return entering === UNBOUNDED ? 'infeasible' : 'unstable';
    }
    const solved = this.#solved.fill(0);
    this.#spread(entering, 1, solved);
    this.#factor.forward(solved);
    const pivot = solved[r]!;
    const expected = alpha[entering]!;
    if (Math.abs(pivot) < PIVOT_TOLERANCE || Math.abs(pivot - expected) > 1e-6 * (1 + Math.abs(expected))) {
      this.#forget(count);
      return 'unstable';
    }

    // Reduced costs, and the columns that pass their breakpoint move to the other bound.
    // A step of no length could be walked back: the cost of the entering column is shifted a little to give it one.
    if (
      Math.abs(this.#reduced[entering]!) < LEAST_STEP ||
      this.#reduced[entering]! > 0 !== (this.#status[entering] === AT_LOWER)
    ) {
      const shifted = LEAST_STEP * scatter(this.iterations) * (this.#status[entering] === AT_LOWER ? 1 : -1);
      this.#cost[entering]! += shifted - this.#reduced[entering]!;
      this.#reduced[entering] = shifted;
    }
    const step = this.#reduced[entering]! / expected;
    const flips = this.#scratch;
    let flipped = false;
    for (let k = 0; k < count; k += 1) {
      const j = touched[k]!;
      const a = alpha[j]!;
      alpha[j] = 0;
      if (j === entering) continue;
      const d = this.#reduced[j]! - step * a;
      this.#reduced[j] = d;
      const passed = this.#passed[j] === 1;
      this.#passed[j] = 0;
      const wrong = this.#status[j] === AT_LOWER ? d < 0 : d > 0;
      if (!wrong || this.#lower[j] === this.#upper[j]) continue;
      if (!passed) {
        // A breakpoint that coincides with the last: its cost is shifted, for to flip it would overshoot.
        this.#cost[j]! -= d;
        this.#reduced[j] = 0;
        continue;
      }
      if (!flipped) flips.fill(0);
      flipped = true;
      const up = this.#status[j] === AT_LOWER;
      const range = this.#upper[j]! - this.#lower[j]!;
      this.#status[j] = up ? AT_UPPER : AT_LOWER;
      this.#x[j] = up ? this.#upper[j]! : this.#lower[j]!;
      this.#spread(j, up ? range : -range, flips);
    }
    if (flipped) {
      this.#factor.forward(flips);
      for (let k = 0; k < m; k += 1) if (flips[k] !== 0) this.#x[this.#head[k]!]! -= flips[k]!;
    }
    const target = below ? this.#lower[leaving]! : this.#upper[leaving]!;
    const move = (this.#x[leaving]! - target) / pivot;
    for (let k = 0; k < m; k += 1) if (solved[k] !== 0) this.#x[this.#head[k]!]! -= move * solved[k]!;

    // Steepest-edge weights of the positions that the entering column touches.
    const tau = this.#scratch;
    tau.set(rho);
    this.#factor.forward(tau);
    updateWeights(this.#weight, this.#head, r, entering, solved, tau);
    this.#x[entering]! += move;
    this.#x[leaving] = target;
    this.#reduced[entering] = 0;
    this.#reduced[leaving] = -step;
    this.#status[leaving] = below ? AT_LOWER : AT_UPPER;
    this.#status[entering] = BASIC;
    this.#head[r] = entering;
    this.#factor.replace(r, solved);
    this.work += 4 * this.#factor.size + 6 * m + 2 * count;
    return 'stepped';
  }

  #forget(count: number): void {
    for (let k = 0; k < count; k += 1) {
      this.#alpha[this.#touched[k]!] = 0;
      this.#passed[this.#touched[k]!] = 0;
    }
  }

  /** The columns of the pivot row whose reduced costs the ascent would turn. */
  #breakpoints(count: number, direction: number): Breakpoint[] {
    const breakpoints: Breakpoint[] = [];
    for (let k = 0; k < count; k += 1) {
      const column = this.#touched[k]!;
      const range = this.#upper[column]! - this.#lower[column]!;
      const a = direction * this.#alpha[column]!;
      const turns = this.#status[column] === AT_LOWER ? a > DUAL_TOLERANCE : a < -DUAL_TOLERANCE;
      if (range === 0 || !turns) continue;
      breakpoints.push({ column, ratio: Math.max(0, this.#reduced[column]! / a), size: Math.abs(a), range });
    }
    return breakpoints;
  }

  /** Adds a multiple of a column of the constraint matrix to a vector over the rows. */
  #spread(variable: number, by: number, into: Float64Array): void {
    if (variable >= this.#n) {
      into[variable - this.#n]! -= by;
      return;
    }
    const { start, row, value } = this.#matrix.byColumn;
    for (let p = start[variable]!; p < start[variable + 1]!; p += 1) into[row[p]!]! += by * value[p]!;
  }
}
