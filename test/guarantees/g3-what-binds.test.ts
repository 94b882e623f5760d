import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTally } from '../../src/testing/index.js';
import type { Best } from '../oracle/enumerate.js';
import { runs } from '../support/runs.js';
import { patience } from './support/patience.js';
import { RELAXATIONS } from './support/relaxations.js';
import { tiny } from './support/sizes.js';
import { tried } from './support/tried.js';

const gist = (best: Best): string =>
  best.status === 'feasible' ? JSON.stringify(best.objectives) : 'infeasible';

describe('G3 best', () => {
  it('in the requests it is tried on, each part of the contract makes a difference', patience(300), () => {
    const binding = newTally();
    fc.assert(
      fc.property(tiny(), (request) => {
        const best = tried(request);
        if (best === 'too many') return;
        binding.ran();
        for (const [name, relax] of Object.entries(RELAXATIONS)) {
          const other = tried(relax(request));
          binding.note(name, other !== 'too many' && gist(other) !== gist(best));
        }
      }),
      { numRuns: runs(1000) },
    );
    const scarce = Object.keys(RELAXATIONS).filter((name) => binding.percent(name) < 0.5);
    expect(scarce, JSON.stringify(binding.report())).toEqual([]);
  });
});
