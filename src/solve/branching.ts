import type { Node } from './node-queue.js';
import { INTEGRAL, type Region } from './region.js';

const LEAST_SCORE = 1e-3;

/** Which column to branch on: by rank, and within a rank by what branching on it has cost so far (pseudo-costs). */
export class Branching {
  readonly #region: Region;
  /** By column: the larger, the sooner it is branched on. Purchases, then counts, then the rest. */
  readonly #rank: Uint8Array;
  readonly #pseudoUp: Float64Array;
  readonly #pseudoDown: Float64Array;
  readonly #triedUp: Int32Array;
  readonly #triedDown: Int32Array;

  constructor(region: Region) {
    this.#region = region;
    const { lower, upper, branchFirst } = region.whole;
    const n = lower.length;
    this.#rank = new Uint8Array(n);
    for (let j = 0; j < n; j += 1) if (upper[j]! - lower[j]! > 1) this.#rank[j] = 1;
    for (const j of branchFirst) this.#rank[j] = 2;
    this.#pseudoUp = new Float64Array(n);
    this.#pseudoDown = new Float64Array(n);
    this.#triedUp = new Int32Array(n);
    this.#triedDown = new Int32Array(n);
  }

  /** Remembers what a node's branching brought its bound down by. */
  learn(node: Node, bound: number): void {
    const loss = Math.max(0, node.bound - bound) / this.#region.granularity;
    const up =
      node.lower > this.#region.whole.lower[node.column]! &&
      node.upper === this.#region.whole.upper[node.column]!;
    const sums = up ? this.#pseudoUp : this.#pseudoDown;
    const counts = up ? this.#triedUp : this.#triedDown;
    sums[node.column]! += loss;
    counts[node.column]! += 1;
  }

  /** The column to branch on; -1 when the box is a point. */
  choose(): number {
    const { point: x, box } = this.#region;
    let best = -1;
    let bestRank = -1;
    let bestScore = -1;
    let open = -1;
    for (let j = 0; j < x.length; j += 1) {
      if (box.lower[j] === box.upper[j]) continue;
      if (open < 0) open = j;
      const fraction = x[j]! - Math.floor(x[j]!);
      if (fraction < INTEGRAL || fraction > 1 - INTEGRAL) continue;
      const average = (sums: Float64Array, counts: Int32Array): number =>
        counts[j]! > 0
          ? sums[j]! / counts[j]!
          : 1 + Math.abs(this.#region.whole.objective[j]!) / this.#region.granularity;
      const down = average(this.#pseudoDown, this.#triedDown) * fraction;
      const up = average(this.#pseudoUp, this.#triedUp) * (1 - fraction);
      const score =
        Math.max(down, LEAST_SCORE) * Math.max(up, LEAST_SCORE) +
        Math.min(fraction, 1 - fraction) * LEAST_SCORE;
      const rank = this.#rank[j]!;
      if (rank > bestRank || (rank === bestRank && score > bestScore)) {
        bestRank = rank;
        bestScore = score;
        best = j;
      }
    }
    return best >= 0 ? best : open;
  }
}
