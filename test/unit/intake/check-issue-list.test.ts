import { describe, expect, it } from 'vitest';
import { comparePaths, IssueList } from '../../../src/domain/checking/issue-list.js';
import { counted, listed, placeOf, quoted, shortOf } from '../../../src/domain/checking/wording.js';

const says = () => 'Do it.';

describe('a list of issues', () => {
  it('stands in the order of paths, then codes, one of each', () => {
    const issues = new IssueList();
    issues.add(['b', 10], 'missing', says);
    issues.add(['b', 9], 'missing', says);
    issues.add(['b'], 'wrong-type', says);
    issues.add(['a', 'z'], 'wrong-type', says);
    issues.add(['b'], 'missing', says);
    issues.add(['b', 9], 'missing', () => 'Do this.');
    expect(issues.sorted().map(({ path, code, message }) => [path.join(), code, message])).toEqual([
      ['a,z', 'wrong-type', 'Do it.'],
      ['b', 'missing', 'Do it.'],
      ['b', 'wrong-type', 'Do it.'],
      ['b,9', 'missing', 'Do it.'],
      ['b,10', 'missing', 'Do it.'],
    ]);
  });

  it('takes in no more than its number, and says when there were more', () => {
    const issues = new IssueList(2);
    expect(issues.empty).toBe(true);
    issues.add(['a'], 'missing', says);
    issues.add(['b'], 'missing', says);
    expect([issues.empty, issues.full, issues.sorted().length]).toEqual([false, false, 2]);
    issues.add(['c'], 'missing', () => {
      throw new Error('no sentence is made for what is not taken in');
    });
    expect([issues.empty, issues.full]).toEqual([false, true]);
    expect(issues.sorted().map(({ code }) => code)).toEqual(['more-issues', 'missing', 'missing']);
  });

  it('puts positions before keys and a place before what lies under it', () => {
    expect(comparePaths([0], ['a'])).toBeLessThan(0);
    expect(comparePaths(['a'], [0])).toBeGreaterThan(0);
    expect(comparePaths(['a'], ['a', 0])).toBeLessThan(0);
    expect(comparePaths(['a', 'b'], ['a', 'b'])).toBe(0);
  });
});

describe('the wording', () => {
  it('writes places as a program would, with odd keys in quotation marks', () => {
    expect(placeOf([])).toBe('the whole value');
    expect(placeOf([0, 'a'])).toBe('[0].a');
    expect(placeOf(['a', 1, 'b c', '', 'd'])).toBe('a[1]["b c"][""].d');
    expect(placeOf(['x'.repeat(50)])).toBe(`["${'x'.repeat(40)}..."]`);
  });

  it('shows values short, with nothing unseen', () => {
    expect(quoted('a"b\n\u202e\ud800')).toBe('"a\\"b\\n\\u202e\\ud800"');
    expect(quoted('x'.repeat(41))).toBe(`"${'x'.repeat(40)}..."`);
    expect([null, true, 1234, 'a', [1], { a: 1 }].map(shortOf)).toEqual([
      'null',
      'true',
      'the number 1,234',
      '"a"',
      'a list',
      'an object',
    ]);
  });

  it('parts the thousands of whole numbers only', () => {
    expect([0, 999, 1000, -1_234_567, 1234.5, 1e21].map(counted)).toEqual([
      '0',
      '999',
      '1,000',
      '-1,234,567',
      '1234.5',
      '1e+21',
    ]);
  });

  it('lists words', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => listed(words, 'or'))).toEqual([
      '',
      'a',
      'a or b',
      'a, b or c',
    ]);
  });
});
