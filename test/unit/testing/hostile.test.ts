import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/intake/check-request.js';
import {
  hostileRequestArbitrary,
  hostileValueArbitrary,
  newTally,
  requestArbitrary,
} from '../../../src/testing/index.js';
import { runs } from '../../support/runs.js';

describe('hostile input', () => {
  it('is wrong in many ways, and now and then not at all', () => {
    const tally = newTally();
    fc.assert(
      fc.property(hostileRequestArbitrary(requestArbitrary()), (value) => {
        const check = checkRequest(value);
        tally.ran();
        tally.note(check.status);
        if (check.status === 'invalid')
          for (const code of new Set(check.issues.map((issue) => issue.code))) tally.note(code);
      }),
      { numRuns: runs(1500) },
    );
    for (const code of [
      'wrong-type',
      'missing',
      'unknown-key',
      'forbidden-key',
      'not-json',
      'too-deep',
      'too-large',
      'too-small',
      'too-long',
      'bad-format',
      'not-a-date',
      'not-allowed',
      'duplicate-id',
      'unknown-reference',
      'date-order',
      'number-order',
      'outside-window',
      'overlap',
      'circular',
      'price-kind',
    ]) {
      expect(tally.count(code), code).toBeGreaterThan(0);
    }
    expect(tally.percent('valid')).toBeGreaterThan(3);
  });

  it('is of every type', () => {
    const types = new Set<string>();
    fc.assert(
      fc.property(hostileValueArbitrary(), (value) => {
        types.add(value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
      }),
      { numRuns: 2000 },
    );
    expect([...types].sort()).toEqual([
      'array',
      'bigint',
      'boolean',
      'function',
      'null',
      'number',
      'object',
      'string',
      'symbol',
      'undefined',
    ]);
  });
});
