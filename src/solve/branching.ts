import type { Node } from './node-queue.js';
import { INTEGRAL, type Region } from './region.js';
import type { Steps } from '../internal/steps.js';

const LEAST_SCORE = 1e-3;
/** Until both parts of a column were looked at so often, they are looked at ahead: by so many iterations, of so many columns a node. */
const RELIABLE = 4;
const ITERATIONS_AHEAD = 40;
const MOST_AHEAD = 10;
/** After so many columns that are not better than the best of them, no more are compared. */
const LOOKED_AFTER = 5;

/** By column, what branching on it one way took off the bound, for each unit that the column had to move. */
class PseudoCosts {
  /** Over all columns that were branched on, when it was last settled; 1 as long as there is none. */
  average = 1;
  readonly #sums: Float64Array;
  readonly #counts: Int32Array;

  constructor(columns: number) {
    this.#sums = new Float64Array(columns);
    this.#counts = new Int32Array(columns);
  }

  learn(column: number, loss: number, distance: number): void {
    this.#sums[column]! += loss / Math.max(distance, LEAST_SCORE);
    this.#counts[column]! += 1;
  }

  timesLearnt(column: number): number {
    return this.#counts[column]!;
  }

  /** What it takes off a unit, on average; of a column that was not branched on, the average of those that were. */
  of(column: number): number {
    return this.#counts[column]! > 0 ? this.#sums[column]! / this.#counts[column]! : this.average;
  }

  settleAverage(): void {
    let sum = 0;
    let count = 0;
    this.#counts.forEach((times, column) => {
      if (times === 0) return;
      sum += this.#sums[column]! / times;
      count += 1;
    });
    if (count > 0) this.average = sum / count;
  }
}

/** A column that may be branched on, the whole number below it, and how far it has to move down or up to the next. */
interface Candidate {
  readonly column: number;
  readonly at: number;
  readonly down: number;
  readonly up: number;
  readonly score: number;
}

/**
 * Which column to branch on: by rank, and within a rank by what branching on it takes off the bound on both sides: what it
 * did so far (pseudo-costs), and as long as that was not often, what some iterations say it would do (Achterberg, Koch and
 * Martin, "Branching rules revisited", Operations Research Letters 33, 2005).
 */
export class Branching {
  readonly #region: Region;
  /** By column: the larger, the sooner it is branched on. Purchases, then counts, then the rest. */
  readonly #rank: Uint8Array;
  readonly #ups: PseudoCosts;
  readonly #downs: PseudoCosts;
  /** What was left of the budget at the beginning, and what was spent on looking ahead. */
  readonly #begun: number;
  #spent = 0;

  constructor(region: Region) {
    this.#region = region;
    this.#begun = region.budget.left;
    const { lower, upper, branchFirst } = region.whole;
    const n = lower.length;
    this.#rank = new Uint8Array(n);
    for (let j = 0; j < n; j += 1) if (upper[j]! - lower[j]! > 1) this.#rank[j] = 1;
    for (const j of branchFirst) this.#rank[j] = 2;
    this.#ups = new PseudoCosts(n);
    this.#downs = new PseudoCosts(n);
  }

  /** Remembers what a node's branching brought its bound down by. */
  learn({ column, isUpper, distance, bound }: Node, now: number): void {
    const loss = Math.max(0, bound - now) / this.#region.granularity;
    (isUpper ? this.#ups : this.#downs).learn(column, loss, distance);
  }

  /**
   * The column to branch on; -1 when the box is a point. `looksAhead`: it may look ahead where little is known. The relaxation's
   * point is another afterwards.
   */
  *choose(looksAhead: boolean): Steps<number> {
    const { budget, box } = this.#region;
    const candidates = this.#candidates();
    let [best] = candidates;
    if (best === undefined) return box.lower.findIndex((low, j) => low < box.upper[j]!);
    let bestScore = -1;
    let ahead = 0;
    let after = 0;
    for (const candidate of candidates) {
      if (after >= LOOKED_AFTER) break;
      let { score } = candidate;
      if (looksAhead && ahead < MOST_AHEAD && this.#isWorthLooking(candidate.column)) {
        ahead += 1;
        const before = budget.left;
        score = yield* this.#lookAhead(candidate);
        this.#spent += before - budget.left;
      }
      after += 1;
      if (score <= bestScore) continue;
      [best, bestScore, after] = [candidate, score, 0];
      // One of its parts seems to be without anything better: nothing decides more.
      if (score === Infinity) break;
    }
    return best.column;
  }

  /** The columns of the first rank that the relaxation puts between whole numbers, the best first. */
  #candidates(): Candidate[] {
    const { point, box } = this.#region;
    this.#ups.settleAverage();
    this.#downs.settleAverage();
    const found: Candidate[] = [];
    let first = 0;
    point.forEach((x, column) => {
      const down = x - Math.floor(x);
      if (box.lower[column] === box.upper[column] || down < INTEGRAL || down > 1 - INTEGRAL) return;
      const rank = this.#rank[column]!;
      if (rank < first) return;
      if (rank > first) found.length = 0;
      first = rank;
      const up = 1 - down;
      const score =
        product(this.#downs.of(column) * down, this.#ups.of(column) * up) + Math.min(down, up) * LEAST_SCORE;
      found.push({ column, at: Math.floor(x), down, up, score });
    });
    return found.sort((a, b) => b.score - a.score || a.column - b.column);
  }

  /** Looking ahead may take as much work as all else. */
  #isWorthLooking(column: number): boolean {
    const { left } = this.#region.budget;
    const isKnown = Math.min(this.#ups.timesLearnt(column), this.#downs.timesLearnt(column)) >= RELIABLE;
    return !isKnown && left > 0 && 2 * this.#spent <= this.#begun - left;
  }

  *#lookAhead({ column, at, down, up }: Candidate): Steps<number> {
    const region = this.#region;
    const { lower, upper } = region.box;
    const below = yield* region.fallOf(column, [lower[column]!, at], ITERATIONS_AHEAD);
    const above = yield* region.fallOf(column, [at + 1, upper[column]!], ITERATIONS_AHEAD);
    if (below === Infinity || above === Infinity) return Infinity;
    this.#downs.learn(column, below, down);
    this.#ups.learn(column, above, up);
    return product(below, above);
  }
}

const product = (a: number, b: number): number => Math.max(a, LEAST_SCORE) * Math.max(b, LEAST_SCORE);
