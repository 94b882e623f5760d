import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { newTally } from '../../src/testing/index.js';
import { enumerate } from '../oracle/enumerate.js';
import { isMust } from '../oracle/page.js';
import { runs } from '../support/runs.js';
import { objectivesOf, optimal } from './support/built.js';
import { competing, medium, tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

/**
 * The request in which only the musts, or only the others, score. All needs stay, for they also say who may be booked
 * on what.
 */
const scoring = (request: RequestInput, musts: boolean): RequestInput => ({
  ...request,
  needs: request.needs.map((need) => (isMust(request, need) === musts ? need : { ...need, weight: 0 })),
});

describe('G2 musts first', () => {
  it(
    'scores on the musts what it would if there were nothing else, whatever else weighs',
    patience(180),
    () => {
      const tally = newTally();
      // A third of the sources are musts; large weights on the others must not tempt.
      fc.assert(
        fc.property(fc.oneof(tiny(), competing()), (request) => {
          const programme = optimal(request);
          const musts = enumerate(scoring(request, true));
          tally.ran();
          expect(programme === undefined).toBe(musts.status === 'infeasible');
          if (programme === undefined || musts.status === 'infeasible') return;
          expect(objectivesOf(programme).must).toBe(musts.objectives.must);
          const others = enumerate(scoring(request, false));
          if (others.status === 'infeasible') return;
          tally.note(
            'musts and others at odds',
            others.objectives.weighted > objectivesOf(programme).weighted,
          );
          tally.note('musts score', musts.objectives.must > 0);
        }),
        { numRuns: runs(800) },
      );
      expect(tally.percent('musts score')).toBeGreaterThan(25);
      expect(tally.count('musts and others at odds')).toBeGreaterThan(8);
    },
  );

  it('does so for teams too large to try everything', patience(180), () => {
    const tally = newTally();
    fc.assert(
      fc.property(medium(), (request) => {
        const programme = optimal(request);
        const musts = optimal(scoring(request, true));
        tally.ran();
        expect(programme === undefined).toBe(musts === undefined);
        if (programme === undefined || musts === undefined) return;
        expect(objectivesOf(programme).must).toBe(objectivesOf(musts).must);
        tally.note('musts score', objectivesOf(musts).must > 0);
      }),
      { numRuns: runs(100) },
    );
    expect(tally.percent('musts score')).toBeGreaterThan(40);
  });
});
