import { describe, it } from 'vitest';
import { PUBLISHED } from '../published/instances.js';
import { ALL_REQUESTS, reproduceProblem, reproduceRequest } from '../published/reproduce.js';

describe('all published optima', () => {
  it.each(PUBLISHED)('of $name, by the optimiser alone', reproduceProblem);

  it.each(ALL_REQUESTS)('of $name, as a request', reproduceRequest);
});
