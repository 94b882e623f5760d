import type { ExploredBox } from './explored.js';

/** A node of the search tree: its parent's box with one column narrowed. The root narrows none. */
export interface Node extends ExploredBox {
  readonly parent: Node | undefined;
  /** -1 for the root. */
  readonly column: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether it is the upper part, and how far the column had to move to it in the relaxation. */
  readonly isUpper: boolean;
  readonly distance: number;
  /** At least the value of every solution below it. */
  bound: number;
  readonly depth: number;
}

/** A binary heap by bound, the deeper node first among equals. */
const before = (a: Node, b: Node): boolean => a.bound > b.bound || (a.bound === b.bound && a.depth > b.depth);

/** Adds a node. */
export function pushNode(heap: Node[], node: Node): void {
  let k = heap.push(node) - 1;
  while (k > 0) {
    const parent = (k - 1) >> 1;
    if (!before(heap[k]!, heap[parent]!)) break;
    [heap[k], heap[parent]] = [heap[parent]!, heap[k]!];
    k = parent;
  }
}

/** Takes out the node with the best bound; there must be one. */
export function popBest(heap: Node[]): Node {
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
