import { greatestCommonDivisor as gcd } from '../internal/integers.js';
import { Box, byColumn, type ColumnRows } from './box.js';
import { type Cut, roundingCuts, withCuts } from './cuts.js';
import { raiseGreedily } from './greedy.js';
import { type ExactBound, exactBound } from './exact-bound.js';
import { LinearProgram } from './linear-program.js';
import type { Maximisation } from './reduce.js';
import { invariant } from '../internal/invariant.js';
import type { Rows } from '../model/problem.js';

/** Work that may still be spent, shared by all searches of a solve; a unit is a thousand elementary operations. */
export interface Budget {
  left: number;
  nodes: number;
  iterations: number;
  cuts: number;
}

export const OPERATIONS_PER_UNIT = 1000;

/** How a search ended: the best solution, if any, and a bound on what any solution can reach. */
export interface Found {
  readonly x: Float64Array | undefined;
  readonly value: number;
  /** At least every solution's value; equal to `value` when the search is complete. `-Infinity`: no solution exists. */
  readonly bound: number;
  readonly complete: boolean;
}

interface Node {
  readonly parent: Node | undefined;
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
  readonly bound: number;
  readonly depth: number;
}

const INTEGRAL = 1e-6;
const MOST_CUT_ROUNDS = 60;
/** Rounds of cuts that may pass without closing this share of the gap. */
const IDLE_ROUNDS = 4;
const LEAST_GAIN = 0.01;
const DIVE_AFTER_CUTS = 6;
const MOST_CUTS_A_ROUND = 60;
const DIVE_EVERY = 64;
const MOST_DIVE_ROUNDS = 100;

/** Branch and bound for one maximisation. Floating point proposes; every node is closed by a bound proved in integers. */
export class Search {
  readonly #whole: Maximisation;
  readonly #budget: Budget;
  readonly #objective: Float64Array;
  readonly #granularity: number;
  readonly #isSum: Uint8Array;
  /** By column: the larger, the sooner it is branched on. */
  readonly #rank: Uint8Array;
  readonly #pseudoUp: Float64Array;
  readonly #pseudoDown: Float64Array;
  readonly #triedUp: Int32Array;
  readonly #triedDown: Int32Array;
  #rows: Rows;
  #users: ColumnRows;
  #box: Box;
  #relaxation: LinearProgram;
  #best: Float64Array | undefined;
  #bestValue = -Infinity;

  constructor(whole: Maximisation, budget: Budget, starts: readonly Float64Array[]) {
    this.#whole = whole;
    this.#budget = budget;
    this.#rows = whole.rows;
    this.#users = byColumn(whole.rows, whole.lower.length);
    this.#box = new Box(whole.lower, whole.upper, whole.rows, this.#users);
    this.#objective = whole.objective;
    this.#isSum = new Uint8Array(whole.lower.length);
    for (const j of whole.sums) this.#isSum[j] = 1;
    this.#rank = new Uint8Array(whole.lower.length);
    for (let j = 0; j < whole.lower.length; j += 1)
      if (whole.upper[j]! - whole.lower[j]! > 1) this.#rank[j] = 1;
    for (const j of whole.branchFirst) this.#rank[j] = 2;
    let divisor = 0;
    for (const c of whole.objective) divisor = gcd(divisor, Math.abs(c));
    this.#granularity = divisor === 0 ? 1 : divisor;
    const n = whole.lower.length;
    this.#pseudoUp = new Float64Array(n);
    this.#pseudoDown = new Float64Array(n);
    this.#triedUp = new Int32Array(n);
    this.#triedDown = new Int32Array(n);
    this.#relaxation = this.#linearise(this.#rows);
    for (const start of starts) this.#offer(start);
  }

  #linearise(rows: Rows, previous?: LinearProgram, cameFrom?: Int32Array): LinearProgram {
    const program = new LinearProgram(this.#box.lower, this.#box.upper, rows, previous, cameFrom);
    const columns: number[] = [];
    const values: number[] = [];
    this.#objective.forEach((c, j) => {
      if (c === 0) return;
      columns.push(j);
      values.push(c / this.#granularity);
    });
    program.setObjective({ columns, values });
    return program;
  }

  /** Maximises. */
  run(): Found {
    this.#box.enqueueAll();
    if (!this.#box.propagate()) return this.#end(-Infinity);
    this.#complete(true);
    this.#complete(false);
    const bound = this.#sharpenRoot();
    if (bound <= this.#bestValue) return this.#end(bound);
    return this.#end(this.#branchAndBound(bound, false));
  }

  /** Draws what follows from the rows alone, for a problem that is known to have a solution. */
  open(): void {
    this.#box.enqueueAll();
    invariant(this.#box.propagate(), 'A problem with a known solution was found to have none');
  }

  /**
   * Looks for any solution in which the column is at most so large. `undefined`: there is none; `stopped`: the budget
   * was spent. For a search without an objective only.
   */
  within(column: number, most: number): Float64Array | 'stopped' | undefined {
    const mark = this.#box.mark();
    this.#best = undefined;
    this.#bestValue = -Infinity;
    let stopped = false;
    if (this.#box.narrow(column, this.#box.lower[column]!, most) && this.#box.propagate()) {
      stopped = this.#branchAndBound(0, true) > -Infinity && this.#best === undefined;
    } else this.#box.propagate();
    this.#box.undo(mark);
    return stopped ? 'stopped' : this.#best;
  }

  /** Holds the column at a value from now on. */
  hold(column: number, value: number): void {
    const holds = this.#box.narrow(column, value, value) && this.#box.propagate();
    invariant(holds, 'A column was held at a value that a known solution has, and no solution was left');
  }

  /** Explores the tree below the present box. What is still possible: the best value if all was explored. */
  #branchAndBound(rootBound: number, first: boolean): number {
    const rootMark = this.#box.mark();
    const open: Node[] = [];
    let current: Node | undefined = {
      parent: undefined,
      column: -1,
      lower: 0,
      upper: 0,
      bound: rootBound,
      depth: 0,
    };
    let sinceDive = 0;
    while (current !== undefined || open.length > 0) {
      if (first && this.#best !== undefined) return this.#bestValue;
      if (this.#budget.left <= 0) {
        return open.reduce(
          (most, node) => Math.max(most, node.bound),
          Math.max(current?.bound ?? -Infinity, this.#bestValue),
        );
      }
      if (current === undefined) {
        const node = popBest(open);
        if (node.bound <= this.#bestValue) continue;
        this.#box.undo(rootMark);
        if (!this.#replay(node)) continue;
        current = node;
      }
      this.#budget.nodes += 1;
      const node: Node = current;
      const branch = this.#explore(node);
      current = undefined;
      if (branch === undefined) continue;
      sinceDive += 1;
      if (sinceDive >= DIVE_EVERY) {
        sinceDive = 0;
        this.#dive();
        if (branch.bound <= this.#bestValue) continue;
      }
      const { column, value, bound } = branch;
      const child = (lower: number, upper: number): Node => ({
        parent: node,
        column,
        lower,
        upper,
        bound,
        depth: node.depth + 1,
      });
      const down = child(this.#box.lower[column]!, Math.floor(value));
      const up = child(Math.floor(value) + 1, this.#box.upper[column]!);
      const upFirst = value - Math.floor(value) >= 0.5;
      const next = upFirst ? up : down;
      pushNode(open, upFirst ? down : up);
      if (this.#box.narrow(column, next.lower, next.upper) && this.#box.propagate()) current = next;
      else this.#box.propagate();
    }
    return this.#bestValue;
  }

  #end(bound: number): Found {
    const found = this.#best !== undefined;
    const complete = bound <= this.#bestValue || bound === -Infinity;
    return {
      x: this.#best,
      value: found ? this.#bestValue : -Infinity,
      bound: complete ? this.#bestValue : bound,
      complete,
    };
  }

  #replay(node: Node): boolean {
    const path: Node[] = [];
    for (let at: Node | undefined = node; at !== undefined && at.column >= 0; at = at.parent) path.push(at);
    for (let k = path.length - 1; k >= 0; k -= 1) {
      const step = path[k]!;
      if (!this.#box.narrow(step.column, step.lower, step.upper)) {
        this.#box.propagate();
        return false;
      }
    }
    return this.#box.propagate();
  }

  /** Solves the relaxation at the present box. */
  #relax(): 'closed' | 'open' {
    const program = this.#relaxation;
    const before = program.work + this.#box.work;
    const iterations = program.iterations;
    program.setBounds(this.#box.lower, this.#box.upper);
    const floor = Number.isFinite(this.#bestValue)
      ? (this.#bestValue + this.#granularity) / this.#granularity - 1e-6
      : -Infinity;
    const ending = program.solve(
      floor,
      50 + 20 * (this.#rows.lower.length + 10),
      this.#budget.left * OPERATIONS_PER_UNIT,
    );
    this.#budget.iterations += program.iterations - iterations;
    this.#budget.left -=
      (program.work + this.#box.work - before + this.#rows.column.length * 2) / OPERATIONS_PER_UNIT;
    if (ending === 'infeasible') {
      const ray = program.ray();
      const zero = new Float64Array(this.#objective.length);
      if (
        this.#prove(zero, ray).value < 0 ||
        this.#prove(
          zero,
          ray.map((v) => -v),
        ).value < 0
      )
        return 'closed';
    }
    return 'open';
  }

  #prove(objective: Float64Array, multipliers: Float64Array): ExactBound {
    return exactBound(this.#rows, this.#box.lower, this.#box.upper, objective, multipliers);
  }

  /** The exact bound at the present box by the relaxation's multipliers, and what it fixes; -Infinity when nothing is left. */
  #boundAndFix(): number {
    const scaled = this.#relaxation.multipliers();
    for (let i = 0; i < scaled.length; i += 1) scaled[i]! *= this.#granularity;
    const proof = this.#prove(this.#objective, scaled);
    const value =
      proof.value === Infinity ? Infinity : Math.floor(proof.value / this.#granularity) * this.#granularity;
    if (value <= this.#bestValue || !Number.isFinite(this.#bestValue) || !Number.isFinite(proof.total))
      return value;
    // A column that moves away from its best side by δ loses |reduced|·δ: it may not lose more than there is to lose.
    const spare = proof.total - proof.scale * (this.#bestValue + this.#granularity);
    for (let j = 0; j < this.#objective.length; j += 1) {
      const d = proof.reduced[j]!;
      const span = this.#box.upper[j]! - this.#box.lower[j]!;
      if (d === 0 || span === 0 || Math.abs(d) * span <= spare) continue;
      const steps = Math.floor(spare / Math.abs(d));
      const ok =
        d < 0
          ? this.#box.narrow(j, this.#box.lower[j]!, this.#box.lower[j]! + steps)
          : this.#box.narrow(j, this.#box.upper[j]! - steps, this.#box.upper[j]!);
      if (!ok) return -Infinity;
    }
    return this.#box.propagate() ? value : -Infinity;
  }

  /** The root: relaxation, cuts while they help, dives; the bound proved. */
  #sharpenRoot(): number {
    let bound = Infinity;
    let idle = 0;
    for (let round = 0; ; round += 1) {
      if (this.#relax() === 'closed') return -Infinity;
      const proved = this.#boundAndFix();
      if (proved === -Infinity) return -Infinity;
      const gain = bound - proved;
      idle = gain > LEAST_GAIN * Math.max(1, Math.abs(proved - this.#bestValue)) ? 0 : idle + 1;
      bound = Math.min(bound, proved);
      if (bound <= this.#bestValue) return bound;
      this.#tryRounded(this.#relaxation.values);
      if (round === 0 || round === DIVE_AFTER_CUTS) {
        this.#dive();
        // The dive moved the relaxation's point: bring it back before cutting.
        if (this.#relax() === 'closed') return -Infinity;
      }
      if (bound <= this.#bestValue || round >= MOST_CUT_ROUNDS || this.#budget.left <= 0) break;
      if (idle >= IDLE_ROUNDS) break;
      const cuts = this.#separate();
      if (cuts.length === 0) break;
      this.#budget.cuts += cuts.length;
      this.#replaceCuts(cuts);
    }
    if (bound > this.#bestValue) {
      if (this.#relax() === 'open') this.#dive();
      this.#replaceCuts([]);
    }
    return bound;
  }

  #separate(): Cut[] {
    const x = this.#relaxation.values;
    const cuts = roundingCuts(this.#rows, this.#box.lower, this.#box.upper, x, this.#rows.lower.length);
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
      .filter((c) => c.score > 1e-3);
    scored.sort((a, b) => b.score - a.score || a.index - b.index);
    return scored.slice(0, MOST_CUTS_A_ROUND).map((c) => c.cut);
  }

  /** Leaves out the cuts that the relaxation does not lean on, and adds new ones. */
  #replaceCuts(cuts: readonly Cut[]): void {
    const first = this.#whole.rows.lower.length;
    const kept: number[] = [];
    for (let i = first; i < this.#rows.lower.length; i += 1) if (!this.#relaxation.isSlack(i)) kept.push(i);
    const cameFrom = new Int32Array(first + kept.length + cuts.length).fill(-1);
    for (let i = 0; i < first; i += 1) cameFrom[i] = i;
    cameFrom.set(kept, first);
    const { start, column, value, upper: limit } = this.#rows;
    const old = kept.map((i) => ({
      columns: [...column.subarray(start[i], start[i + 1])],
      values: [...value.subarray(start[i], start[i + 1])],
      upper: limit[i]!,
    }));
    this.#rows = withCuts(this.#whole.rows, [...old, ...cuts]);
    const lower = Float64Array.from(this.#box.lower);
    const upper = Float64Array.from(this.#box.upper);
    this.#users = byColumn(this.#rows, lower.length);
    this.#box = new Box(lower, upper, this.#rows, this.#users);
    this.#relaxation = this.#linearise(this.#rows, this.#relaxation, cameFrom);
  }

  /** Solves one node; the column to branch on with its value, or nothing when the node is closed. */
  #explore(
    node: Node,
  ): { readonly column: number; readonly value: number; readonly bound: number } | undefined {
    if (this.#relax() === 'closed') return undefined;
    const bound = Math.min(node.bound, this.#boundAndFix());
    if (bound <= this.#bestValue) return undefined;
    const x = this.#relaxation.values;
    if (node.parent !== undefined && node.column >= 0 && Number.isFinite(node.bound))
      this.#learn(node, bound);
    this.#tryRounded(x);
    if (bound <= this.#bestValue) return undefined;
    const column = this.#branchColumn(x);
    if (column < 0) {
      this.#offer(this.#box.lower);
      return undefined;
    }
    const low = this.#box.lower[column]!;
    const high = this.#box.upper[column]!;
    const value = Math.min(Math.max(x[column]!, low), high);
    // A column may be open though the relaxation puts it on an integer: split its range there.
    const split =
      Math.abs(value - Math.round(value)) > INTEGRAL
        ? value
        : Math.round(value) >= high
          ? high - 0.5
          : Math.round(value) + 0.5;
    return { column, value: split, bound };
  }

  #learn(node: Node, bound: number): void {
    const loss = Math.max(0, node.bound - bound) / this.#granularity;
    const up = node.lower > this.#whole.lower[node.column]! && node.upper === this.#whole.upper[node.column]!;
    const sums = up ? this.#pseudoUp : this.#pseudoDown;
    const counts = up ? this.#triedUp : this.#triedDown;
    sums[node.column]! += loss;
    counts[node.column]! += 1;
  }

  /** The column to branch on: purchases, then counts, then others, and among them by what branching on it has cost so far. -1: the box is a point. */
  #branchColumn(x: Float64Array): number {
    let best = -1;
    let bestRank = -1;
    let bestScore = -1;
    let open = -1;
    for (let j = 0; j < x.length; j += 1) {
      if (this.#box.lower[j] === this.#box.upper[j]) continue;
      if (open < 0) open = j;
      const fraction = x[j]! - Math.floor(x[j]!);
      if (fraction < INTEGRAL || fraction > 1 - INTEGRAL) continue;
      const average = (sums: Float64Array, counts: Int32Array): number =>
        counts[j]! > 0 ? sums[j]! / counts[j]! : 1 + Math.abs(this.#objective[j]!) / this.#granularity;
      const down = average(this.#pseudoDown, this.#triedDown) * fraction;
      const up = average(this.#pseudoUp, this.#triedUp) * (1 - fraction);
      const score = Math.max(down, 1e-3) * Math.max(up, 1e-3) + Math.min(fraction, 1 - fraction) * 1e-3;
      const rank = this.#rank[j]!;
      if (rank > bestRank || (rank === bestRank && score > bestScore)) {
        bestRank = rank;
        bestScore = score;
        best = j;
      }
    }
    return best >= 0 ? best : open;
  }

  /** Takes the relaxation's point when it is integral. */
  #tryRounded(x: Float64Array): void {
    const rounded = new Float64Array(x.length);
    let integral = true;
    for (let j = 0; j < x.length; j += 1) {
      rounded[j] = Math.floor(x[j]! + INTEGRAL);
      integral &&= Math.abs(x[j]! - Math.round(x[j]!)) <= INTEGRAL;
    }
    if (integral) this.#offer(rounded);
  }

  /**
   * Rounds up the columns nearest to it, a quarter of the fractional ones at a time and then fewer, and solves again,
   * until the point is integral or no way on is found.
   */
  #dive(): void {
    const mark = this.#box.mark();
    let share = 4;
    for (let round = 0; round < MOST_DIVE_ROUNDS && this.#budget.left > 0; round += 1) {
      const x = Float64Array.from(this.#relaxation.values);
      const fractional: number[] = [];
      for (let j = 0; j < x.length; j += 1) {
        const open = this.#isSum[j] === 0 && this.#box.lower[j] !== this.#box.upper[j];
        if (open && Math.abs(x[j]! - Math.round(x[j]!)) > INTEGRAL) fractional.push(j);
      }
      if (fractional.length === 0) break;
      const distance = (j: number): number => Math.ceil(x[j]!) - x[j]!;
      fractional.sort((a, b) => distance(a) - distance(b) || a - b);
      const before = this.#box.mark();
      const chosen = fractional.slice(0, Math.max(1, Math.floor(fractional.length / share)));
      if (this.#roundUp(chosen, x) && this.#relax() === 'open') {
        this.#tryRounded(this.#relaxation.values);
        continue;
      }
      // Too much at once: one column only, and the other way if even that leaves nothing.
      this.#box.propagate();
      this.#box.undo(before);
      share = Infinity;
      const [column] = chosen as [number];
      if (chosen.length > 1) {
        if (this.#relax() === 'closed') break;
        continue;
      }
      const down =
        this.#box.narrow(column, this.#box.lower[column]!, Math.floor(x[column]!)) && this.#box.propagate();
      if (!down || this.#relax() === 'closed') break;
      this.#tryRounded(this.#relaxation.values);
    }
    this.#box.propagate();
    this.#box.undo(mark);
  }

  /** Rounds each column up, or down where the rows leave no room up. */
  #roundUp(columns: readonly number[], x: Float64Array): boolean {
    for (const j of columns) {
      const inner = this.#box.mark();
      const value = Math.min(Math.ceil(x[j]!), this.#box.upper[j]!);
      if (this.#box.narrow(j, value, this.#box.upper[j]!) && this.#box.propagate()) continue;
      this.#box.propagate();
      this.#box.undo(inner);
      if (!(this.#box.narrow(j, this.#box.lower[j]!, Math.floor(x[j]!)) && this.#box.propagate()))
        return false;
    }
    return true;
  }

  /**
   * A first solution without the relaxation, perhaps after raising what is rewarded: each column in turn goes to the bound that the objective prefers, the
   * least rewarding first, and what follows from the rows is drawn before the next.
   */
  #complete(rewarding: boolean): void {
    const mark = this.#box.mark();
    const order: number[] = [];
    for (let j = 0; j < this.#objective.length; j += 1) if (this.#isSum[j] === 0) order.push(j);
    order.sort((a, b) => this.#objective[a]! - this.#objective[b]! || a - b);
    const before = this.#box.work;
    const allowed = (this.#budget.left * OPERATIONS_PER_UNIT) / 4;
    if (rewarding) raiseGreedily({ ...this.#whole, rows: this.#rows }, this.#box, this.#users, allowed);
    // Then everything that is not rewarded goes low at once, which is nearly always legal; if not, one after the other.
    const raised = this.#box.mark();
    let legal = true;
    for (const j of order) {
      if (this.#objective[j]! <= 0) legal &&= this.#box.narrow(j, this.#box.lower[j]!, this.#box.lower[j]!);
    }
    legal = this.#box.propagate() && legal;
    if (!legal) this.#box.undo(raised);
    legal = true;
    for (const j of order) {
      const low = this.#box.lower[j]!;
      const high = this.#box.upper[j]!;
      if (low === high) continue;
      const inner = this.#box.mark();
      const preferred = this.#objective[j]! > 0 ? high : low;
      if (this.#box.narrow(j, preferred, preferred) && this.#box.propagate()) continue;
      this.#box.propagate();
      this.#box.undo(inner);
      legal = this.#box.work - before < this.#budget.left * OPERATIONS_PER_UNIT;
      legal &&= this.#box.narrow(j, preferred === low ? low + 1 : low, preferred === low ? high : high - 1);
      legal &&= this.#box.propagate();
      if (!legal) break;
    }
    this.#budget.left -= (this.#box.work - before) / OPERATIONS_PER_UNIT;
    this.#box.propagate();
    if (legal) this.#offer(this.#box.lower);
    this.#box.undo(mark);
  }

  /** Takes a solution if it keeps every row, in integers, and is better than the best. */
  #offer(x: Float64Array): void {
    const { rows, lower, upper } = this.#whole;
    let value = 0;
    for (let j = 0; j < x.length; j += 1) {
      if (x[j]! < lower[j]! || x[j]! > upper[j]!) return;
      value += this.#objective[j]! * x[j]!;
    }
    if (value <= this.#bestValue) return;
    for (let i = 0; i < rows.lower.length; i += 1) {
      let activity = 0;
      for (let p = rows.start[i]!; p < rows.start[i + 1]!; p += 1)
        activity += rows.value[p]! * x[rows.column[p]!]!;
      if (activity < rows.lower[i]! || activity > rows.upper[i]!) return;
    }
    this.#best = Float64Array.from(x);
    this.#bestValue = value;
  }
}

/** A binary heap by bound, the deeper node first among equals. */
const before = (a: Node, b: Node): boolean => a.bound > b.bound || (a.bound === b.bound && a.depth > b.depth);

function pushNode(heap: Node[], node: Node): void {
  let k = heap.push(node) - 1;
  while (k > 0) {
    const parent = (k - 1) >> 1;
    if (!before(heap[k]!, heap[parent]!)) break;
    [heap[k], heap[parent]] = [heap[parent]!, heap[k]!];
    k = parent;
  }
}

function popBest(heap: Node[]): Node {
  const best = heap[0]!;
  const last = heap.pop()!;
  if (heap.length > 0) {
    heap[0] = last;
    for (let k = 0; ;) {
      const left = 2 * k + 1;
      let top = k;
      if (left < heap.length && before(heap[left]!, heap[top]!)) top = left;
      if (left + 1 < heap.length && before(heap[left + 1]!, heap[top]!)) top = left + 1;
      if (top === k) break;
      [heap[k], heap[top]] = [heap[top]!, heap[k]!];
      k = top;
    }
  }
  return best;
}
