import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BranchTrees } from '../../src/certificate/certificate.js';
import { digestOf } from '../../src/certificate/digest.js';
import type { Programme } from '../../src/domain/programme.js';
import type { RequestInput } from '../../src/domain/request.js';
import { buildProgramme, checkCertificate, verifyProgramme } from '../../src/index.js';
import { makeRequest, newTally, requestArbitrary, type Tally } from '../../src/testing/index.js';
import { runs } from '../support/runs.js';
import { optimal } from './support/built.js';
import { knapsacks } from './support/knapsacks.js';
import { patience } from './support/patience.js';
import { competing, medium, tiny } from './support/sizes.js';

/** Notes what a proof leans on. */
function noteWhatIsProved({ grouping, stages }: BranchTrees, tally: Tally): void {
  const nodes = stages.flatMap(({ tree }) => tree);
  const steps = stages.flatMap(({ reductions }) => reductions);
  tally.note('people who are alike taken together', grouping > 0);
  tally.note('several stages', stages.length > 1);
  tally.note(
    'several objectives in a stage',
    stages.some(({ multipliers }) => multipliers.length > 1),
  );
  tally.note(
    'columns lowered',
    steps.some(({ lowered }) => lowered.length > 0),
  );
  tally.note(
    'columns raised',
    steps.some(({ raised }) => raised.length > 0),
  );
  tally.note(
    'columns replaced',
    steps.some(({ replaced }) => replaced.length > 0),
  );
  tally.note(
    'rounds of reductions',
    stages.some(({ reductions }) => reductions.length > 1),
  );
  tally.note(
    'cuts',
    stages.some(({ cuts }) => cuts.length > 0),
  );
  tally.note(
    'splits',
    nodes.some(({ column }) => column !== undefined),
  );
  tally.note(
    'boxes that rows empty',
    nodes.some(({ weights, column }) => weights === undefined && column === undefined),
  );
  tally.note(
    'boxes narrowed and split',
    nodes.some(({ weights, column }) => weights !== undefined && column !== undefined),
  );
  tally.note(
    'weights based on others',
    nodes.some(({ weights }) => weights?.some(({ base }) => base !== undefined)),
  );
  tally.note(
    'narrowing',
    stages.some(({ narrowing }) => narrowing.length > 0),
  );
}

/** Requests of many alike things, where proofs take cuts and trees. */
const larger = (): fc.Arbitrary<RequestInput> =>
  fc
    .record({
      seed: fc.nat({ max: 10_000 }),
      people: fc.integer({ min: 3, max: 6 }),
      items: fc.integer({ min: 8, max: 20 }),
    })
    .map(({ seed, ...size }) => makeRequest(seed, { ...size, wholeContract: true }));

const proofOf = ({ proof }: Programme): BranchTrees => {
  if (proof.kind === 'none') throw new Error('an optimal programme has no proof');
  return proof;
};

const codesOf = (request: RequestInput, programme: unknown): string[] => {
  const check = checkCertificate(request, programme);
  return check.ok ? [] : check.refusals.map(({ code }) => code);
};

const MUST_BE_REACHED = [
  'people who are alike taken together',
  'several stages',
  'several objectives in a stage',
  'columns lowered',
  'columns raised',
  'columns replaced',
  'rounds of reductions',
  'cuts',
  'splits',
  'boxes narrowed and split',
  'weights based on others',
  'narrowing',
];

/**
 * A legal programme of the request that need not be best: the best without an item that is booked, dressed up as a programme
 * of this very request. `undefined` where there is none.
 */
function withoutBooked(request: RequestInput, best: Programme, choice: number): Programme | undefined {
  const gone = best.bookings[choice % Math.max(1, best.bookings.length)]?.item;
  const { catalogue } = request;
  const less = {
    ...request,
    catalogue: { ...catalogue, items: catalogue.items.filter(({ id }) => id !== gone) },
  };
  const result = gone === undefined ? undefined : buildProgramme(less);
  if (result?.status !== 'optimal') return undefined;
  return {
    ...result.programme,
    requestDigest: best.requestDigest,
    coverage: result.programme.coverage.map((need) => ({ ...need, unmet: [] })),
  };
}

/** The programme with a proof that says it is its own. */
const claiming = (programme: Programme, proof: BranchTrees): Programme => ({
  ...programme,
  proof: { ...proof, programme: digestOf({ ...programme, proof: undefined, requestDigest: undefined }) },
});

const figures = ({ objectives }: Programme): string => objectives.map(({ value }) => value).join();

/** Every number of a value, as a way to put another in its place. */
function numbersIn(
  value: unknown,
  put: (other: unknown) => unknown,
): { value: number; put: (other: number) => unknown }[] {
  if (typeof value === 'number') return [{ value, put }];
  if (Array.isArray(value))
    return value.flatMap((entry, k) => numbersIn(entry, (other) => put(value.with(k, other))));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    numbersIn(entry, (other) => put({ ...value, [key]: other })),
  );
}

describe('G4 proved', () => {
  it('every optimal programme carries a proof, and the proof holds', patience(300), () => {
    const tally = newTally();
    fc.assert(
      fc.property(
        fc.oneof(
          { weight: 5, arbitrary: requestArbitrary() },
          { weight: 5, arbitrary: tiny() },
          { weight: 8, arbitrary: medium() },
          { weight: 4, arbitrary: larger() },
          { weight: 3, arbitrary: knapsacks() },
        ),
        (request) => {
          const programme = optimal(request);
          if (programme === undefined) return;
          tally.ran();
          expect(checkCertificate(request, programme)).toEqual({ ok: true });
          noteWhatIsProved(proofOf(programme), tally);
          tally.note('nothing is booked', programme.bookings.length === 0);
        },
      ),
      { numRuns: runs(1_000) },
    );
    expect(tally.cases()).toBeGreaterThan(700);
    for (const what of MUST_BE_REACHED)
      expect(tally.count(what), JSON.stringify(tally.report())).toBeGreaterThan(20);
    expect(tally.percent('nothing is booked')).toBeLessThan(40);
  });

  it('no programme that is worse passes, whatever proof it carries', patience(300), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium(), competing()), fc.nat(), (request, choice) => {
        const best = optimal(request);
        tally.ran();
        if (best === undefined) return;
        const other = withoutBooked(request, best, choice);
        if (other === undefined || !verifyProgramme(request, other).ok) return;
        const isWorse = figures(other) !== figures(best);
        tally.note('worse', isWorse);
        tally.note('as good', !isWorse);
        for (const proof of [proofOf(best), proofOf(other)]) {
          const codes = codesOf(request, claiming(other, proof));
          if (isWorse) expect(codes).toHaveLength(1);
          for (const code of isWorse ? codes : []) tally.note(code);
        }
        if (isWorse) expect(codesOf(request, { ...other, proof: best.proof })).toEqual(['programme-digest']);
      }),
      { numRuns: runs(800) },
    );
    expect(tally.count('worse'), JSON.stringify(tally.report())).toBeGreaterThan(runs(800) / 4);
    for (const what of ['multipliers', 'tree']) expect(tally.count(what), what).toBeGreaterThan(50);
  });

  it('a programme, a value or a proof that is altered does not pass', patience(300), () => {
    const tally = newTally();
    fc.assert(
      fc.property(fc.oneof(tiny(), medium(), larger(), knapsacks()), fc.nat(), (request, choice) => {
        const programme = optimal(request);
        if (programme === undefined) return;
        tally.ran();
        const { objectives, bookings } = programme;
        const proof = proofOf(programme);
        const k = choice % objectives.length;
        const refused = (altered: Programme, ...codes: string[]): void =>
          expect(codesOf(request, altered)).toEqual(expect.arrayContaining(codes));
        const restated = (by: { value?: number; bound?: number | null }): Programme => ({
          ...programme,
          status: 'bounded',
          objectives: objectives.map((one, at) => (at === k ? { ...one, ...by } : one)),
        });
        const { value, name } = objectives[k]!;
        const better = value + (name === 'must' || name === 'weighted' ? 1 : -1);
        refused(claiming(restated({ value: value + 1, bound: value + 1 }), proof), 'objectives');
        if (better >= 0 && k === objectives.length - 1)
          refused(claiming(restated({ bound: better }), proof), 'unproved-bound');
        if (bookings.length > 0)
          refused(claiming({ ...programme, bookings: bookings.slice(1) }, proof), 'objectives');
        refused({ ...programme, engine: 'another' }, 'programme-digest');
        refused({ ...programme, proof: { kind: 'none' } }, 'no-proof');
        const { stages } = proof;
        refused({ ...programme, proof: { ...proof, stages: stages.slice(0, -1) } }, 'stages');
        refused({ ...programme, proof: { ...proof, grouping: 1_000 } }, 'grouping');
        for (const [s, stage] of stages.entries()) {
          const { tree } = stage;
          const instead = (other: Partial<typeof stage>): Programme => ({
            ...programme,
            proof: { ...proof, stages: stages.with(s, { ...stage, ...other }) },
          });
          refused(instead({ tree: tree.slice(0, -1) }), 'tree');
          refused(instead({ tree: [...tree, {}] }), 'tree');
          refused(instead({ multipliers: [] }), 'stages');
        }
      }),
      { numRuns: runs(200) },
    );
    expect(tally.cases()).toBeGreaterThan(100);
  });

  it('any number of a proof can be another, and the proof is refused or still holds', patience(300), () => {
    const tally = newTally();
    fc.assert(
      fc.property(
        fc.oneof(medium(), larger(), knapsacks()),
        fc.nat(),
        fc.integer({ min: -9, max: 9 }),
        (request, choice, by) => {
          const programme = optimal(request);
          const other = programme && withoutBooked(request, programme, choice);
          if (programme === undefined) return;
          const proof = proofOf(programme);
          const numbers = numbersIn(proof.stages, (stages) => ({ ...proof, stages }));
          for (let k = choice % 7; k < numbers.length; k += Math.ceil(numbers.length / 12)) {
            const { value, put } = numbers[k]!;
            const altered = put(by === 0 ? -value : value + by) as BranchTrees;
            const codes = codesOf(request, { ...programme, proof: altered });
            tally.ran();
            tally.note(codes[0] ?? 'still holds');
            if (other === undefined || !verifyProgramme(request, other).ok) continue;
            if (figures(other) !== figures(programme))
              expect(codesOf(request, claiming(other, altered))).not.toEqual([]);
          }
        },
      ),
      { numRuns: runs(80) },
    );
    for (const what of ['still holds', 'multipliers', 'reduction', 'weights', 'tree'])
      expect(tally.count(what), JSON.stringify(tally.report())).toBeGreaterThan(10);
  });
});
