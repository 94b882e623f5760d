import { describe, expect, it } from 'vitest';
import { growth, meanRatio, ratioTo, whenWithin } from './figures.js';
import { INSTANCES, instanceOf } from './instances.js';
import { Running, type Measured } from './measure.js';
import { page } from './page.js';
import { gapOf, type Objective, type Run } from './run.js';
import type { Side } from './sides.js';
import { logLogSlope } from './timing.js';

const run = (ending: Run['ending'], time: number, objectives: readonly Objective[] = []): Run => ({
  ending,
  first: time,
  time,
  objectives,
  marks: [],
});
const score = (value: number, bound: number | null = value): Objective => ({ name: 'must', value, bound });

const measuredOf = (name: string, runs: Partial<Record<Side, readonly Run[]>>): Measured => ({
  instance: instanceOf(name),
  people: 8,
  items: 60,
  runs,
});
const [first = '', second = ''] = INSTANCES.filter(({ family }) => family === 'small').map(
  ({ name }) => name,
);

describe('figures of the bench', () => {
  const twice = measuredOf(first, {
    smartpd: [run('proved', 100, [score(5)]), run('proved', 200, [score(5)])],
    highs: [run('proved', 300, [score(5)]), run('proved', 400, [score(5)])],
    yalps: [run('proved', 50, [score(4)])],
  });
  const cutOff = measuredOf(second, {
    smartpd: [run('proved', 100, [score(5)])],
    highs: [run('over', 10_000, [score(4, 6)])],
  });

  it('pair the runs of two sides', () => {
    expect(ratioTo(twice, 'highs')).toStrictEqual({ middle: 2.5, low: 2, high: 3, is: 'exact' });
  });

  it('say when a side was cut off', () => {
    expect(ratioTo(cutOff, 'highs')).toMatchObject({ middle: 100, is: 'least' });
    expect(meanRatio([twice, cutOff], 'highs')).toMatchObject({ is: 'least', of: 2 });
    const reversed = measuredOf(first, { smartpd: [run('over', 100)], highs: [run('proved', 50)] });
    expect(ratioTo(reversed, 'highs')).toMatchObject({ middle: 0.5, is: 'most' });
  });

  it('take no account of a side that says something else', () => {
    expect(ratioTo(twice, 'yalps')).toBeUndefined();
  });

  it('give the gap of the first objective that is not proved', () => {
    expect(gapOf([score(5), score(100, 101)])).toBe(0.01);
    expect(gapOf([score(5), score(100, null), score(1, 2)])).toBeNull();
    expect(gapOf([score(5)])).toBe(0);
    const marks = [
      { at: 1, proved: 0, gap: 0 },
      { at: 2, proved: 1, gap: 0.1 },
      { at: 3, proved: 1, gap: 0.01 },
    ];
    expect(whenWithin({ ...run('over', 9), marks }, 0.01)).toBe(3);
    expect(whenWithin({ ...run('over', 9), marks }, 0.001)).toBeUndefined();
  });

  it('find the slope of a power', () => {
    const points = [1, 2, 4, 8].map((size) => ({ size, time: 3 * size ** 1.5 }));
    expect(logLogSlope(points)).toBeCloseTo(1.5);
    expect(logLogSlope(points.slice(0, 1))).toBeUndefined();
    const all = ['8 × 150, tight, seed 1', '60 × 150, tight, seed 1'].map((name, k) =>
      measuredOf(name, { smartpd: [run('proved', 10 ** k)] }),
    );
    expect(growth(all, 'smartpd', 8, 60)).toMatchObject({ sizes: [8, 60] });
  });
});

describe('who is in the running', () => {
  const running = new Running();
  const over = { highs: [run('over', 1)], yalps: [run('over', 1)] };
  const larger = instanceOf('8 × 150, tight, seed 1');

  it('is not who failed twice in a row, but always HiGHS', () => {
    running.add(measuredOf('1 × 150, tight, seed 1', over));
    expect(running.isOut('yalps', larger)).toBe(false);
    running.add(measuredOf('1 × 150, tight, seed 2', over));
    expect(running.isOut('yalps', larger)).toBe(true);
    expect(running.isOut('highs', larger)).toBe(false);
    expect(running.isOut('yalps', instanceOf('8 × 150, loose, seed 1'))).toBe(false);
  });
});

describe('page of the bench', () => {
  const text = page(
    { date: '2026-11-28', processor: 'Processor', cores: 2, node: 'v20' },
    { imported: 100, built: 150 },
    [{ imports: 'import x', minified: 2000, gzipped: 1000, ownGzipped: 900 }],
    [
      measuredOf(first, {
        smartpd: [{ ...run('proved', 100, [score(5)]), columns: 10, rows: 20, proof: 1500, check: 5 }],
        highs: [run('proved', 300, [score(6)])],
        control: [run('wrong', 1)],
        'glpk.js': [run('over', 300)],
      }),
      measuredOf('gap1-0', {
        smartpd: [run('proved', 100, [{ name: 'value', value: 261, bound: 261 }])],
      }),
    ],
    { limit: 45, smallLimit: 15, pairs: true },
  );

  it('has a line for each instance, with differences told aloud', () => {
    expect(text).toContain('DIFFER: must 5 against 6');
    expect(text).toContain('| gap1-0 |');
    expect(text).toContain('published');
  });

  it('tells who failed', () => {
    expect(text).toContain('0 of 1, 1 too slow');
    expect(text).toContain('wrong');
  });

  it('leaves out families that were not measured', () => {
    expect(text).not.toContain('A nursery group');
  });

  it('has tables of even width', () => {
    for (const block of text.split('\n\n').filter((part) => part.startsWith('|')))
      expect(
        new Set(
          block
            .trim()
            .split('\n')
            .map((line) => line.split('|').length),
        ).size,
      ).toBe(1);
  });
});
