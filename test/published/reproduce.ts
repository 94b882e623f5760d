import { expect } from 'vitest';
import { buildProgramme, checkCertificate } from '../../src/index.js';
import { solve } from '../../src/solve/solve.js';
import { checkStages } from '../../src/verify/proof/check-stages.js';
import { KINDS, PUBLISHED, type Published } from './instances.js';

/** Units of work: the hardest, I04, takes 14 million, most less than a thousandth of that. */
const EFFORT = 30_000_000;

/** Those that take more than a moment as problems, and as requests: they are left to the long run. */
const SLOW_PROBLEMS = /^(?:I03|I04|gap8-0|c05100|trunc_.*_150_1000)$/;
const SLOW_REQUESTS = /^(?:scp5\d|trunc_.*_150_1000)$/;

const hasRequest = ({ family }: Published): boolean => KINDS[family].request !== undefined;

export const QUICK_PROBLEMS = PUBLISHED.filter(({ name }) => !SLOW_PROBLEMS.test(name));
export const QUICK_REQUESTS = PUBLISHED.filter((one) => hasRequest(one) && !SLOW_REQUESTS.test(one.name));
export const ALL_REQUESTS = PUBLISHED.filter(hasRequest);

/** The problem itself, by the optimiser alone: the published value, with a proof that holds. */
export function reproduceProblem(published: Published): void {
  const { isCost, problem } = KINDS[published.family];
  const value = isCost ? -published.value : published.value;
  const compiled = problem(published);
  const solution = solve(compiled, EFFORT);
  expect(solution.status).toBe('optimal');
  if (solution.status !== 'optimal') return;
  const { x, bounds, proof } = solution;
  expect(bounds).toStrictEqual([value]);
  const [form] = compiled.objectives;
  expect(form?.columns.reduce((sum, column, k) => sum + (form.values[k] ?? 0) * (x[column] ?? 0), 0)).toBe(
    value,
  );
  expect(proof?.grouping).toBe(0);
  checkStages(compiled, [value], 1, proof?.stages ?? []);
}

/** As a request: the published value is what the programme costs, or scores, and its certificate holds. */
export function reproduceRequest(published: Published): void {
  const { isCost, request: requestOf } = KINDS[published.family];
  const request = requestOf?.(published);
  if (request === undefined) throw new Error(`${published.name} is no request`);
  const result = buildProgramme(request, { effort: EFFORT });
  expect(result.status).toBe('optimal');
  if (result.status !== 'optimal') return;
  const { objectives } = result.programme;
  const { value } = published;
  expect(objectives).toContainEqual({ name: isCost ? 'pence' : 'weighted', value, bound: value });
  expect(checkCertificate(request, result.programme)).toStrictEqual({ ok: true });
}
