import { describe, expect, it } from 'vitest';
import { PUBLISHED } from './instances.js';
import { QUICK_PROBLEMS, QUICK_REQUESTS, reproduceProblem, reproduceRequest } from './reproduce.js';

describe('published optima', () => {
  it.each(QUICK_PROBLEMS)('of $name, by the optimiser alone', reproduceProblem);

  it.each(QUICK_REQUESTS)('of $name, as a request', reproduceRequest);

  it('of four families', () => {
    expect(PUBLISHED).toHaveLength(98);
    expect(new Set(PUBLISHED.map(({ family }) => family)).size).toBe(4);
    expect(new Set(PUBLISHED.map(({ name }) => name)).size).toBe(PUBLISHED.length);
  });
});
