import { describe, expect, it } from 'vitest';
import { groupBy } from '../../../src/internal/lookup.js';

describe('a list in groups', () => {
  it('has each entry once, under what it shares, in the order in which things are met', () => {
    const groups = groupBy([5, 2, 8, 1, 4], (n) => n % 3);
    expect([...groups]).toEqual([
      [2, [5, 2, 8]],
      [1, [1, 4]],
    ]);
  });

  it('takes keys of any kind, as the same or another', () => {
    const shared = {};
    expect([...groupBy([1, 2, 3], (n) => (n === 2 ? {} : shared)).values()]).toEqual([[1, 3], [2]]);
    expect([...groupBy([1, 2], () => undefined).values()]).toEqual([[1, 2]]);
  });

  it('takes what can be walked once, and nothing', () => {
    const list = new Set(['a', 'b', 'aa']);
    expect([...groupBy(list.values(), ({ length }) => length)]).toEqual([
      [1, ['a', 'b']],
      [2, ['aa']],
    ]);
    expect(groupBy<number, number>([], (n) => n).size).toBe(0);
  });
});
