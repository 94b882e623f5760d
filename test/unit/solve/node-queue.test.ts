import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Node, popBest, pushNode } from '../../../src/solve/node-queue.js';

const node = (bound: number, depth: number): Node => ({
  parent: undefined,
  column: -1,
  lower: 0,
  upper: 0,
  bound,
  depth,
  isUpper: false,
  distance: 1,
  findings: [],
});

describe('the queue of nodes', () => {
  it('gives the best bound first, and of equals the deepest', () => {
    const steps = fc.array(
      fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { freq: 3 }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (steps) => {
        const heap: Node[] = [];
        const kept: Node[] = [];
        const pop = (): void => {
          kept.sort((a, b) => b.bound - a.bound || b.depth - a.depth);
          const expected = kept[0]!;
          const got = popBest(heap);
          expect([got.bound, got.depth]).toEqual([expected.bound, expected.depth]);
          kept.splice(kept.indexOf(got), 1);
        };
        for (const step of steps) {
          if (step === null) {
            if (kept.length > 0) pop();
            continue;
          }
          const added = node(...step);
          pushNode(heap, added);
          kept.push(added);
        }
        while (kept.length > 0) pop();
        expect(heap).toEqual([]);
      }),
    );
  });
});
