import { describe, expect, it } from 'vitest';
import { newTally } from '../../../src/testing/index.js';

describe('newTally', () => {
  it('counts cases and what they show', () => {
    const tally = newTally();
    expect(tally.percent('odd')).toBe(0);
    for (const number of [1, 2, 3, 4]) {
      tally.ran();
      tally.note('odd', number % 2 === 1);
      tally.note('any');
    }
    expect([tally.cases(), tally.count('odd'), tally.percent('odd'), tally.count('none')]).toEqual([
      4, 2, 50, 0,
    ]);
    expect(tally.report()).toEqual({ cases: 4, any: 4, odd: 2 });
  });
});
