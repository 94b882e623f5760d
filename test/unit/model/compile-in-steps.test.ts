import { afterEach, describe, expect, it, vi } from 'vitest';
import { finish, OPERATIONS_PER_STEP, type Steps } from '../../../src/internal/steps.js';
import { compile, compileInSteps } from '../../../src/model/compile.js';
import { ProblemBuilder } from '../../../src/model/problem.js';
import { makeRequest } from '../../../src/testing/index.js';
import { checked } from './requests.js';

const REQUESTS = [
  ['many people', { people: 120, items: 60, wholeContract: true }],
  ['many items', { people: 8, items: 600, wholeContract: true }],
  ['plain', { people: 60, items: 150 }],
] as const;

/** The most that is added between two steps: columns, and entries of rows. */
function mostAdded<T>(steps: Steps<T>): { readonly most: number; readonly result: T } {
  const row = vi.spyOn(ProblemBuilder.prototype, 'row');
  const column = vi.spyOn(ProblemBuilder.prototype, 'column');
  let most = 0;
  for (;;) {
    row.mockClear();
    column.mockClear();
    const step = steps.next();
    const entries = row.mock.calls.reduce((sum, [columns]) => sum + columns.length, 0);
    most = Math.max(most, entries + column.mock.calls.length);
    if (step.done === true) return { most, result: step.value };
  }
}

describe('compiling in steps', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(REQUESTS)('adds little between two of them: %s', (_, options) => {
    const { most, result } = mostAdded(compileInSteps(checked(makeRequest(1, options))));
    expect(most).toBeLessThan(6_000);
    expect(result!.problem.rows.column.length).toBeGreaterThan(50_000);
    const [relax] = result!.relaxations;
    expect(mostAdded(relax!()).most).toBeLessThan(6_000);
  });

  it.each(REQUESTS)('counts on, and ends a step soon after it is due: %s', (_, options) => {
    const counts: number[] = [0];
    const steps = compileInSteps(checked(makeRequest(1, options)));
    for (let step = steps.next(); step.done !== true; step = steps.next()) counts.push(step.value);
    expect(counts.length).toBeGreaterThan(100);
    counts.slice(1).forEach((count, k) => {
      expect(count - counts[k]!).toBeGreaterThanOrEqual(OPERATIONS_PER_STEP);
      expect(count - counts[k]!).toBeLessThan(20 * OPERATIONS_PER_STEP);
    });
  });

  it('gives what compiling at once gives', () => {
    const request = checked(makeRequest(2, { people: 9, items: 40, wholeContract: true }));
    const one = compile(request);
    const other = finish(compileInSteps(request))!;
    expect(other.problem).toEqual(one.problem);
    expect(other.relaxations.map((relax) => finish(relax()))).toEqual(
      one.relaxations.map((relax) => finish(relax())),
    );
  });
});
