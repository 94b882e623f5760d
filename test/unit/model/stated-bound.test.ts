import { describe, expect, it } from 'vitest';
import { type Meaning, statedBound } from '../../../src/model/meanings.js';

const MUST: Meaning = { name: 'must', constant: 3, sign: 1 };
const CHANGES: Meaning = { name: 'changes', constant: 2, sign: -1 };

describe('the bound that a programme states', () => {
  it('is that of the compiled objective, or none', () => {
    expect(statedBound(MUST, 2)).toBe(5);
    expect(statedBound(CHANGES, -3)).toBe(5);
    expect(statedBound(MUST, null)).toBeNull();
  });

  it('is never below 0 where less is better', () => {
    expect(statedBound(CHANGES, 12)).toBe(0);
  });
});
