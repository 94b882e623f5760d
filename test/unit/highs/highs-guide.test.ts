import highsModule, { type Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildProgramme,
  checkCertificate,
  checkRequest,
  type GuideProblem,
  type Programme,
  type RequestInput,
  type Statistics,
} from '../../../src/index.js';
import { highsGuide } from '../../../src/highs/index.js';
import { compile } from '../../../src/model/compile.js';
import { solve } from '../../../src/solve/solve.js';
import { makeRequest } from '../../../src/testing/index.js';

// The package's types describe a CommonJS module, Node loads its ES module: the default import is the loader itself.
const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

const SLOW = { timeout: 240_000 };

let highs: Highs;
beforeAll(async () => {
  const loader: unknown = highsModule;
  if (!isLoader(loader)) throw new Error('the highs package does not export its loader');
  highs = await loader();
});

function built(
  request: RequestInput,
  effort: number,
  guided: boolean,
): { programme: Programme; statistics: Statistics } {
  const result = buildProgramme(request, { effort, guide: guided ? highsGuide(highs) : undefined });
  if (result.status !== 'optimal' && result.status !== 'bounded') throw new Error(result.status);
  return result;
}

const answer = (programme: Programme): string => JSON.stringify({ ...programme, proof: undefined });
/** Of each objective in turn, more is better. */
const worth = ({ objectives }: Programme): number[] =>
  objectives.map(({ name, value }) => (name === 'must' || name === 'weighted' ? value : -value));

function compare(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, at) => value !== b[at]);
  return k < 0 ? 0 : a[k]! - b[k]!;
}

/** `x` and `y` up to 10, no more than 14 of `2x + 3y`. */
const small = (parts: Partial<GuideProblem>): GuideProblem => ({
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(10, 10),
  rows: {
    start: Int32Array.of(0, 2),
    column: Int32Array.of(0, 1),
    value: Float64Array.of(2, 3),
    lower: Float64Array.of(-Infinity),
    upper: Float64Array.of(14),
  },
  objectives: [],
  start: undefined,
  ...parts,
});

describe('the guide that asks HiGHS', () => {
  it('takes the objectives in their order', () => {
    const { propose } = highsGuide(highs);
    const x = { columns: [0], values: [1] };
    const y = { columns: [1], values: [1] };
    const lessOfBoth = { columns: [0, 1], values: [-1, -1] };
    expect(propose(small({ objectives: [x, y] }))).toEqual(Float64Array.of(7, 0));
    expect(propose(small({ objectives: [y, x] }))).toEqual(Float64Array.of(1, 4));
    expect(propose(small({ objectives: [lessOfBoth, x] }))).toEqual(Float64Array.of(0, 0));
    const start = Float64Array.of(0, 4);
    expect(propose(small({ objectives: [y, x], start }))).toEqual(Float64Array.of(1, 4));
  });

  it('proposes what it was told where it finds nothing, and nothing where there is nothing', () => {
    const start = Float64Array.of(2, 3);
    const objectives = [{ columns: [0, 1], values: [5, 7] }];
    expect(highsGuide(highs, { seconds: 0 }).propose(small({ objectives, start }))).toEqual(start);
    const none = { ...small({}).rows, lower: Float64Array.of(15), upper: Float64Array.of(14) };
    expect(highsGuide(highs).propose(small({ objectives, rows: none }))).toBeUndefined();
    expect(highsGuide(highs).propose(small({ objectives: [], start }))).toEqual(start);
  });

  it.each([
    [1, 10, 20],
    [2, 10, 20],
    [3, 10, 20],
    [3, 15, 40],
  ])('changes no optimal programme (request %i of %i people and %i items)', SLOW, (seed, people, items) => {
    const request = makeRequest(seed, { people, items, wholeContract: true });
    const plain = built(request, 5_000_000, false).programme;
    const { programme } = built(request, 5_000_000, true);
    expect([plain.status, programme.status]).toEqual(['optimal', 'optimal']);
    expect(answer(programme)).toBe(answer(plain));
    expect(checkCertificate(request, programme)).toEqual({ ok: true });
  });

  // such requests are settled by a relaxation: asked about are those that are not
  it.each([
    [2, 10, 20],
    [3, 10, 20],
    [3, 15, 40],
  ])('changes no optimum of a problem without relaxations (%i of %i × %i)', SLOW, (seed, people, items) => {
    const checked = checkRequest(makeRequest(seed, { people, items, wholeContract: true }));
    if (checked.status === 'invalid') throw new Error('a made-up request was refused');
    const { problem } = compile(checked.request);
    const plain = solve(problem, 5_000_000);
    const guided = solve(problem, 5_000_000, [], highsGuide(highs));
    expect([plain.status, guided.work.proposals > 0]).toEqual(['optimal', true]);
    const rest = { proof: undefined, work: undefined };
    expect({ ...guided, ...rest }).toEqual({ ...plain, ...rest });
  });

  it.each([2, 3])('makes no bounded programme worse (request %i)', (seed) => {
    const request = makeRequest(seed, { people: 10, items: 20, wholeContract: true });
    for (const effort of [1, 50, 300, 1000]) {
      const plain = built(request, effort, false).programme;
      const { programme } = built(request, effort, true);
      expect(compare(worth(programme), worth(plain))).toBeGreaterThanOrEqual(0);
    }
  });

  it('gives the same each time', () => {
    const request = makeRequest(3, { people: 10, items: 20, wholeContract: true });
    const once = built(request, 1000, true);
    expect(built(request, 1000, true)).toEqual(once);
  });
});
