import { describe, expect, it } from 'vitest';
import {
  duration,
  listed,
  longDay,
  people,
  pounds,
  withFigures,
  wrapped,
} from '../../examples/demo/words.js';

describe('how the demo says things', () => {
  it('money, time and days', () => {
    expect(pounds(145_185)).toBe('£1,451.85');
    expect([0, 45, 180, 150].map(duration)).toEqual(['0 min', '45 min', '3 h', '2 h 30 min']);
    expect(longDay('2028-02-29')).toBe('29 February 2028');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('people: runs of stand-ins together, numbers as numbers, the whole team as everybody', () => {
    const stand = (...numbers: number[]) => numbers.map((number) => `level-3-${number}`);
    const team = ['manager', ...stand(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)];
    expect(people([], team)).toBe('');
    expect(people(['manager'], team)).toBe('manager');
    expect(people(stand(1, 2), team)).toBe('level-3-1 and level-3-2 (2)');
    expect(people(stand(10, 11, 9, 1, 3), team)).toBe('level-3-1, level-3-3 and level-3-9 to level-3-11 (5)');
    expect(people(['manager', ...stand(1, 2, 3)], team)).toBe('level-3-1 to level-3-3 and manager (4)');
    expect(people(['a007', 'a008', 'a009', 'a010'], team)).toBe('a007 to a010 (4)');
    expect(people(team, team)).toBe('everybody (12)');
    expect(people(['manager'], ['manager'])).toBe('manager');
  });

  it('lines within the width, with figures at the right edge', () => {
    const lines = wrapped('  - ', 'word '.repeat(60).trim());
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(104);
    expect(lines[1]).toMatch(/^ {4}word/);
    const [only = ''] = withFigures(['  Course'], '£1.00');
    expect(only).toHaveLength(104);
    expect(only).toMatch(/^ {2}Course +£1\.00$/);
    expect(withFigures(['x'.repeat(100)], '£1.00')).toHaveLength(2);
  });
});
