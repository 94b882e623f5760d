import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../src/intake/check-request.js';
import { MONEY } from './hand-worked/money.js';
import { PEOPLE } from './hand-worked/people.js';
import { TIMES } from './hand-worked/times.js';
import { solveByHighs } from './mip.js';

describe('worked out on paper', () => {
  it.for([...TIMES, ...MONEY, ...PEOPLE])('$name', async ({ request, expected }) => {
    expect(checkRequest(request)).toMatchObject({ status: 'valid' });
    const solved = await solveByHighs(request);
    if (expected === undefined) expect(solved).toEqual({ status: 'infeasible' });
    else expect(solved).toMatchObject({ status: 'feasible', objectives: expected });
  });
});
