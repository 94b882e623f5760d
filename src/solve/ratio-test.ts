/** No breakpoint ends the ascent: the relaxation is infeasible. */
export const UNBOUNDED = -1;
/** Only breakpoints with too small a pivot end it. */
export const NO_PIVOT = -2;

/**
 * The long-step ratio test of the dual simplex. Breakpoints are columns whose reduced costs would change their sign on the
 * way of an ascent; passing one sends its column to the other bound and makes the ascent less steep.
 */
export class RatioTest {
  #count = 0;
  /** By breakpoint: its column, how far along the ascent it is, the size of its pivot, how far its column can move. */
  readonly #column: Int32Array;
  readonly #ratio: Float64Array;
  readonly #size: Float64Array;
  readonly #range: Float64Array;
  /** Breakpoints ahead, as a heap: the nearest is first, each before those at twice its place and the place after. */
  readonly #heap: Int32Array;
  /** Breakpoints taken from the heap and not yet passed. */
  readonly #group: Int32Array;
  /** The columns passed, up to `passes`. */
  readonly passed: Int32Array;
  passes = 0;

  /** For at most so many breakpoints. */
  constructor(most: number) {
    this.#column = new Int32Array(most);
    this.#ratio = new Float64Array(most);
    this.#size = new Float64Array(most);
    this.#range = new Float64Array(most);
    this.#heap = new Int32Array(most);
    this.#group = new Int32Array(most);
    this.passed = new Int32Array(most);
  }

  /** How many breakpoints there are. */
  get count(): number {
    return this.#count;
  }

  /** Forgets all breakpoints. */
  clear(): void {
    this.#count = 0;
    this.passes = 0;
  }

  add(column: number, ratio: number, size: number, range: number): void {
    const k = this.#count++;
    this.#column[k] = column;
    this.#ratio[k] = ratio;
    this.#size[k] = size;
    this.#range[k] = range;
  }

  /**
   * The column whose breakpoint ends the ascent, given how far the leaving column is out of bounds. Among breakpoints that
   * nearly coincide, so that a step longer by `slack` of a reduced cost would pass them all, the largest pivot is taken.
   * The breakpoints before these are in `passed` then.
   */
  run(outside: number, slack: number, leastPivot: number, leastOutside: number): number {
    const ratio = this.#ratio;
    const size = this.#size;
    const group = this.#group;
    let ahead = this.#heapify();
    let slope = outside;
    let entering = NO_PIVOT;
    let grouped = 0;
    while (ahead > 0 || grouped > 0) {
      // The next group: everything that a slightly longer step would pass. What lies beyond its end cannot shorten it.
      let reach = Infinity;
      for (let g = 0; g < grouped; g += 1)
        reach = Math.min(reach, ratio[group[g]!]! + slack / size[group[g]!]!);
      while (ahead > 0 && ratio[this.#heap[0]!]! <= reach) {
        const k = this.#pop(ahead);
        ahead -= 1;
        group[grouped++] = k;
        reach = Math.min(reach, ratio[k]! + slack / size[k]!);
      }
      let best = -1;
      let beyond = 0;
      const firstPass = this.passes;
      for (let g = 0; g < grouped; g += 1) {
        const k = group[g]!;
        if (ratio[k]! > reach) {
          group[beyond++] = k;
          continue;
        }
        slope -= size[k]! * this.#range[k]!;
        this.passed[this.passes++] = this.#column[k]!;
        if (best < 0 || size[k]! > size[best]!) best = k;
        else if (size[k] === size[best] && this.#column[k]! < this.#column[best]!) best = k;
      }
      if (best >= 0 && size[best]! > leastPivot) entering = this.#column[best]!;
      grouped = beyond;
      if (slope < 0 || (ahead === 0 && grouped === 0)) {
        this.passes = firstPass;
        if (slope < 0) return entering;
      }
    }
    return slope >= leastOutside ? UNBOUNDED : entering;
  }

  #heapify(): number {
    const count = this.#count;
    for (let k = 0; k < count; k += 1) this.#heap[k] = k;
    for (let k = (count >> 1) - 1; k >= 0; k -= 1) this.#sift(k, count);
    return count;
  }

  /** Takes the nearest out of so many. */
  #pop(count: number): number {
    const first = this.#heap[0]!;
    this.#heap[0] = this.#heap[count - 1]!;
    this.#sift(0, count - 1);
    return first;
  }

  #sift(from: number, count: number): void {
    const heap = this.#heap;
    const ratio = this.#ratio;
    const moved = heap[from]!;
    let k = from;
    for (;;) {
      let child = 2 * k + 1;
      if (child >= count) break;
      if (child + 1 < count && ratio[heap[child + 1]!]! < ratio[heap[child]!]!) child += 1;
      if (ratio[heap[child]!]! >= ratio[moved]!) break;
      heap[k] = heap[child]!;
      k = child;
    }
    heap[k] = moved;
  }
}
