import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/domain/units.js';
import { hoursOf, poundsOf } from '../../../src/intake/draft-amounts.js';

describe('amounts in assumptions', () => {
  it('are pounds with two places, their thousands parted', () => {
    expect([0, 5, 99, 100, 25_000, 123_456, LIMITS.pence].map(poundsOf)).toEqual([
      '£0.00',
      '£0.05',
      '£0.99',
      '£1.00',
      '£250.00',
      '£1,234.56',
      '£10,000,000.00',
    ]);
  });

  it('are hours and minutes', () => {
    expect([0, 59, 60, 61, 1080, 60_000].map(hoursOf)).toEqual([
      '0 min',
      '59 min',
      '1 h',
      '1 h 1 min',
      '18 h',
      '1,000 h',
    ]);
  });
});
