import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { decode } from '../../../src/model/decode.js';
import { type Chosen, compiled, need, person, small, solutionOf } from './requests.js';

const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;
const request: RequestInput = small({
  staff: [person('ana', { records: [...records] }), person('ben'), person('cal')],
  needs: [need('may', { weight: 4 }), need('must', { source: 'statutory', count: { atLeast: 2 } })],
});

const programme = (bounds: (number | null)[], ...chosen: Chosen[]) => {
  const one = compiled(request);
  return decode(one, solutionOf(one, chosen), bounds, 'bounded');
};
const objectives = (bounds: (number | null)[], ...chosen: Chosen[]) =>
  programme(bounds, ...chosen).objectives.map(({ name, value, bound }) => [name, value, bound]);

const paid: Chosen = { item: 'module', offer: 'paid', learners: ['ben', 'cal'], units: { budget: 2 } };

describe('a solution read back', () => {
  it('has the objectives in their order, with what records hold counted in value and bound', () =>
    expect(objectives([1, 8, -20, 0, -60, 0, -2, -1], paid)).toEqual([
      ['must', 2, 2],
      ['weighted', 12, 12],
      ['pence', 20, 20],
      ['release-minutes', 0, 0],
      ['minutes', 60, 60],
      ['lateness', 0, 0],
    ]));

  it('has no bound for what was not reached, nor for release minutes before money is settled', () => {
    expect(objectives([1, 8, -5, null, null, null, null, null], paid).slice(2)).toEqual([
      ['pence', 20, 5],
      ['release-minutes', 0, null],
      ['minutes', 60, null],
      ['lateness', 0, null],
    ]);
    expect(objectives([3, null, null, null, null, null, null, null])).toEqual([
      ['must', 1, 4],
      ['weighted', 4, null],
      ['pence', 0, null],
      ['release-minutes', 0, null],
      ['minutes', 0, null],
      ['lateness', 0, null],
    ]);
  });

  it('has no -0', () => {
    for (const [, value, bound] of objectives([-0, -0, -0, -0, -0, -0, -0, -0]))
      for (const number of [value, bound]) expect(Object.is(number, -0)).toBe(false);
  });

  it('has the keys of the contract in their order', () => {
    const one = programme([], paid);
    expect(Object.keys(one)).toEqual([
      'status',
      'engine',
      'requestDigest',
      'objectives',
      'bookings',
      'coverage',
      'totals',
      'adjustments',
      'proof',
    ]);
    expect(Object.keys(one.bookings[0]!)).toEqual([
      'id',
      'item',
      'offer',
      'pot',
      'learners',
      'units',
      'pence',
      'minutes',
      'startsOn',
      'completeBy',
    ]);
  });

  it('keeps the adjustments, each with its staff in order, in the order of their text', () => {
    const one = compiled(
      small({
        adjustments: [
          { kind: 'pin', item: 'module', staff: ['cal', 'ana'], reason: 'they asked', by: 'Ana' },
          { reason: 'too dear', item: 'course', kind: 'ban' },
        ],
      }),
    );
    const { adjustments } = decode(one, solutionOf(one, []), [], 'bounded');
    expect(JSON.stringify(adjustments)).toBe(
      JSON.stringify([
        // The text has its keys in order: what stands first is "by".
        { kind: 'pin', item: 'module', staff: ['ana', 'cal'], by: 'Ana', reason: 'they asked' },
        { kind: 'ban', item: 'course', reason: 'too dear' },
      ]),
    );
  });

  it('counts pairs of person and item added to the baseline or dropped from it', () => {
    const baseline: RequestInput['baseline'] = [
      {
        id: 'was',
        item: 'module',
        offer: 'free',
        learners: ['ben', 'ana'],
        units: 2,
        pence: 0,
        minutes: 60,
        startsOn: '2025-09-01',
        completeBy: '2026-08-31',
      },
    ];
    const changes = (given: RequestInput['baseline'], bound: number, ...chosen: Chosen[]) => {
      const one = compiled(small({ baseline: given }));
      const { objectives: all } = decode(one, solutionOf(one, chosen), [0, 0, bound], 'bounded');
      expect(all.map(({ name }) => name)[2]).toBe('changes');
      return [all[2]!.value, all[2]!.bound];
    };
    const on = (item: string, ...learners: string[]): Chosen =>
      item === 'module'
        ? { item, offer: 'free', learners }
        : { item, offer: 'pair', learners, units: { budget: 1 } };
    // As compiled, a pair that is kept counts 1, and one that is new -1.
    expect(changes(baseline, 2, on('module', 'ana', 'ben'))).toEqual([0, 0]);
    expect(changes(baseline, 0, on('module', 'ben', 'cal'))).toEqual([2, 2]);
    expect(changes(baseline, 1, on('course', 'ana'))).toEqual([3, 1]);
    expect(changes(baseline, 0)).toEqual([2, 2]);
    expect(changes([], 0, on('module', 'ben', 'cal'))).toEqual([2, 0]);
    expect(objectives([]).map(([name]) => name)).not.toContain('changes');
  });
});
