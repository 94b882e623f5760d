import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../src/index.js';
import type { BuildResult } from '../../src/domain/outcome.js';
import type { RequestInput } from '../../src/domain/request.js';
import {
  type Tally,
  hostileRequestArbitrary,
  hostileValueArbitrary,
  newTally,
} from '../../src/testing/index.js';
import { judge } from '../oracle/judge.js';
import { runs } from '../support/runs.js';
import { frozen } from './support/frozen.js';
import { tiny } from './support/sizes.js';
import { patience } from './support/patience.js';

/** Hostile input has no type; that the builder is typed must not protect it. */
const untyped = (value: unknown): RequestInput => value as RequestInput;

function mustEnd(result: BuildResult, tally: Tally): void {
  tally.ran();
  tally.note(result.status);
  switch (result.status) {
    case 'invalid':
      expect(result.issues.length).toBeGreaterThan(0);
      for (const { path, code, message } of result.issues) {
        expect(path.every((key) => typeof key === 'string' || Number.isInteger(key))).toBe(true);
        expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(message.length).toBeGreaterThan(10);
        tally.note(`issue ${code}`);
      }
      break;
    case 'infeasible':
      expect(result.conflict.members.length).toBeGreaterThan(0);
      break;
    case 'optimal':
    case 'bounded':
      expect(JSON.parse(JSON.stringify(result.programme))).toEqual(result.programme);
      break;
    case 'undecided':
      break;
  }
}

describe('G12 total: the builder', () => {
  it('ends with an answer or with issues for any value, and never writes to it', patience(180), () => {
    const tally = newTally();
    fc.assert(
      fc.property(hostileValueArbitrary(), (value) => {
        mustEnd(buildProgramme(untyped(frozen(value))), tally);
      }),
      { numRuns: runs(4000) },
    );
    expect(tally.count('invalid')).toBe(tally.cases());
  });

  it('ends with an answer or with issues for requests spoilt anywhere', patience(180), () => {
    const tally = newTally();
    fc.assert(
      fc.property(hostileRequestArbitrary(tiny()), (value) => {
        mustEnd(buildProgramme(untyped(frozen(value))), tally);
      }),
      { numRuns: runs(6500) },
    );
    expect(tally.cases()).toBeGreaterThanOrEqual(6500);
    expect(tally.percent('invalid')).toBeGreaterThan(50);
    expect(tally.percent('optimal')).toBeGreaterThan(2);
    const codes = Object.keys(tally.report()).filter((label) => label.startsWith('issue '));
    expect(codes.length, codes.join(', ')).toBeGreaterThan(8);
  });

  it('never writes to a request that it can answer', patience(180), () => {
    fc.assert(
      fc.property(tiny(), (request) => {
        const result = buildProgramme(frozen(request));
        expect(result.status).not.toBe('invalid');
        if (result.status === 'optimal') expect(judge(request, result.programme.bookings).broken).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });
});
