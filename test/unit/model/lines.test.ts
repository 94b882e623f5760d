import { describe, expect, it } from 'vitest';
import { bookingId } from '../../../src/model/lines.js';
import {
  bands,
  catalogue,
  free,
  item,
  linesFor,
  need,
  perGroup,
  perLearner,
  perSetting,
  person,
  small,
  tiered,
} from './requests.js';

const everybody = ['ana', 'ben', 'cal'];
const short = (lines: ReturnType<typeof linesFor>) =>
  lines.map(({ booking: { id, learners, units, pence } }) => [id, learners.join(' '), units, pence]);

describe('the id of a booking', () => {
  it('is its parts, joined by strokes, an absent one left empty', () => {
    expect(bookingId('safeguarding-basics', undefined, 'member', 'main')).toBe(
      'safeguarding-basics//member/main',
    );
    expect(bookingId('a', 'b', 'c', undefined)).toBe('a/b/c/');
  });

  it('is another for every other part: strokes and tildes are escaped', () => {
    expect(bookingId('a/b', undefined, '~', '~1')).toBe('a~1b//~0/~01');
    const ids = ['a', 'a/', '/a', 'a~', 'a~1', ''].flatMap((one) =>
      ['a', '/', '~1', ''].map((other) => bookingId(one, other, other, one)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('lines', () => {
  it('are none for nothing', () => expect(linesFor(small(), [])).toEqual([]));

  it('are free without a pot, a unit for each learner', () =>
    expect(short(linesFor(small(), [{ item: 'module', offer: 'free', learners: ['cal', 'ana'] }]))).toEqual([
      ['module//free/', 'ana cal', 2, 0],
    ]));

  it('split learners over pots, each paying for its units, pots and learners in the order of their ids', () => {
    const paid = (units: Record<string, number>) =>
      short(linesFor(small(), [{ item: 'module', offer: 'paid', learners: everybody, units }]));
    expect(paid({ budget: 1, grant: 2 })).toEqual([
      ['module//paid/budget', 'ana', 1, 10],
      ['module//paid/grant', 'ben cal', 2, 20],
    ]);
    expect(paid({ budget: 3 })).toEqual([['module//paid/budget', 'ana ben cal', 3, 30]]);
    expect(paid({ grant: 3 })).toEqual([['module//paid/grant', 'ana ben cal', 3, 30]]);
  });

  it('split groups over pots, and count the groups of each', () => {
    const five = small({ staff: ['e', 'd', 'c', 'b', 'a'].map((id) => person(id)) });
    const paired = (learners: string, units: Record<string, number>) =>
      short(linesFor(five, [{ item: 'course', offer: 'pair', learners: learners.split(''), units }]));
    expect(paired('abcd', { budget: 1, grant: 1 })).toEqual([
      ['course//pair/budget', 'a b', 1, 100],
      ['course//pair/grant', 'c d', 1, 100],
    ]);
    expect(paired('abcde', { budget: 1, grant: 2 })).toEqual([
      ['course//pair/budget', 'a b', 1, 100],
      ['course//pair/grant', 'c d e', 2, 200],
    ]);
    expect(paired('abcde', { budget: 3 })).toEqual([['course//pair/budget', 'a b c d e', 3, 300]]);
    expect(paired('ace', { grant: 2 })).toEqual([['course//pair/grant', 'a c e', 2, 200]]);
    // Units that nobody is left for are not booked.
    expect(paired('ab', { budget: 1, grant: 1 })).toEqual([['course//pair/budget', 'a b', 1, 100]]);
  });

  it('pay a price for the setting once, from one pot', () => {
    const request = small({
      catalogue: catalogue(
        item('one', { offers: [{ id: 'all', price: { kind: 'per-setting', pence: 90 } }] }),
      ),
    });
    for (const pot of ['budget', 'grant']) {
      const chosen = { item: 'one', offer: 'all', learners: everybody, units: { [pot]: 1 } };
      expect(short(linesFor(request, [chosen]))).toEqual([[`one//all/${pot}`, 'ana ben cal', 1, 90]]);
    }
  });

  it('need no choice where one pot pays a price per learner', () => {
    const request = small({ funding: [{ id: 'only', pence: 99 }] });
    expect(short(linesFor(request, [{ item: 'module', offer: 'paid', learners: everybody }]))).toEqual([
      ['module//paid/only', 'ana ben cal', 3, 30],
    ]);
  });

  it('name no pot for what costs nothing, whatever the kind of price', () => {
    const request = small({
      catalogue: catalogue(
        item('one', {
          offers: [
            { id: 'a', price: perGroup(0, 2) },
            { id: 'b', price: perLearner(0) },
            { id: 'c', price: { kind: 'per-setting', pence: 0 } },
          ],
        }),
      ),
    });
    const lines = linesFor(request, [
      { item: 'one', offer: 'a', learners: everybody },
      { item: 'one', offer: 'b', learners: everybody },
      { item: 'one', offer: 'c', learners: everybody },
    ]);
    expect(short(lines)).toEqual([
      ['one//a/', 'ana ben cal', 2, 0],
      ['one//b/', 'ana ben cal', 3, 0],
      ['one//c/', 'ana ben cal', 1, 0],
    ]);
    for (const { booking } of lines) expect(booking).not.toHaveProperty('pot');
  });

  it('stand in the order of their ids, by code unit', () => {
    const request = small({
      catalogue: catalogue(item('b'), item('B'), item('a-b'), item('a/b'), item('a')),
    });
    const chosen = ['a', 'B', 'b', 'a-b', 'a/b'].map((id) => ({
      item: id,
      offer: 'free',
      learners: ['ana'],
    }));
    expect(linesFor(request, chosen).map(({ booking }) => booking.id)).toEqual([
      'B//free/',
      'a-b//free/',
      'a//free/',
      'a~1b//free/',
      'b//free/',
    ]);
  });

  it('of a session name it, and no term, from its first day to its last', () => {
    const request = small({
      terms: [{ id: 'autumn', from: '2025-09-01', to: '2025-12-19' }],
      needs: [need('early', { by: '2025-12-31' })],
      catalogue: catalogue(
        item('course', {
          sessions: [
            {
              id: 's',
              blocks: [
                { starts: '2025-10-08T09:00', ends: '2025-10-09T00:00' },
                { starts: '2025-10-01T09:00', ends: '2025-10-01T12:00' },
              ],
            },
          ],
        }),
      ),
    });
    const [line] = linesFor(request, [{ item: 'course', offer: 'free', learners: ['ben'] }]);
    expect(line!.booking).toEqual({
      id: 'course/s/free/',
      item: 'course',
      session: 's',
      offer: 'free',
      learners: ['ben'],
      units: 1,
      pence: 0,
      minutes: 30,
      startsOn: '2025-10-01',
      completeBy: '2025-10-09',
    });
  });

  it('of a self-paced item name their term, from the day it is there to the end of the term', () => {
    const request = small({
      terms: [
        { id: 'autumn', from: '2025-09-01', to: '2025-12-19' },
        { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
      ],
      catalogue: catalogue(item('module', { learners: { max: 2 }, available: { from: '2025-10-06' } })),
    });
    const lines = linesFor(request, [
      { item: 'module', offer: 'free', when: 'spring', learners: ['ben'] },
      { item: 'module', offer: 'free', when: 'autumn', learners: ['cal', 'ana'] },
    ]);
    expect(
      lines.map(({ booking: { id, term, learners, startsOn, completeBy } }) => [
        id,
        term,
        learners.join(' '),
        startsOn,
        completeBy,
      ]),
    ).toEqual([
      ['module/autumn/free/', 'autumn', 'ana cal', '2025-10-06', '2025-12-19'],
      ['module/spring/free/', 'spring', 'ben', '2026-01-05', '2026-03-27'],
    ]);
  });

  it('are what is bought for the setting, with no learners, once, from its pot', () => {
    const request = small({
      catalogue: catalogue(
        item('joining', {
          teaches: [],
          grants: ['member'],
          offers: [
            { id: 'free', price: free },
            { id: 'year', price: perSetting(50) },
            { id: 'by-size', price: bands([2, 10], [9, 30]) },
          ],
        }),
        item('one', { offers: [{ id: 'o', price: free, requires: ['member'] }] }),
      ),
    });
    const bought = (offer: string, pot: string) =>
      linesFor(request, [{ item: 'joining', offer, learners: [], units: { [pot]: 1 } }]);
    expect(short(bought('year', 'grant'))).toEqual([['joining//year/grant', '', 1, 50]]);
    expect(short(bought('by-size', 'budget'))).toEqual([['joining//by-size/budget', '', 1, 30]]);
    expect(short(bought('free', ''))).toEqual([['joining//free/', '', 1, 0]]);
    expect(bought('year', 'grant')[0]!.booking).toMatchObject({ learners: [], minutes: 0 });
    expect(bought('year', 'other')).toEqual([]);
  });

  it('share people out by whom their pots pay for, each class by itself', () => {
    const request = small({
      staff: ['a', 'b', 'c', 'd', 'e'].map((id) => person(id)),
      funding: [
        { id: 'all', pence: 99 },
        { id: 'some', pence: 99, pays: { staff: ['a', 'c', 'd'] } },
      ],
      catalogue: catalogue(item('one', { offers: [{ id: 'o', price: perLearner(10) }] })),
    });
    const shared = (units: Record<string, number>) =>
      short(linesFor(request, [{ item: 'one', offer: 'o', learners: ['a', 'b', 'c', 'd', 'e'], units }]));
    // Of a, c and d so many by each pot; b and e by the one that pays for all.
    expect(shared({ all: 1, some: 2 })).toEqual([
      ['one//o/all', 'a b e', 3, 30],
      ['one//o/some', 'c d', 2, 20],
    ]);
    expect(shared({ all: 0, some: 3 })).toEqual([
      ['one//o/all', 'b e', 2, 20],
      ['one//o/some', 'a c d', 3, 30],
    ]);
  });

  it('have tiers of their own, and a booking without a pot where all of it comes free', () => {
    const request = small({
      staff: ['a', 'b', 'c', 'd', 'e'].map((id) => person(id)),
      catalogue: catalogue(item('one', { offers: [{ id: 'o', price: tiered([1, 0], [3, 6], [4, 5]) }] })),
    });
    const tiers = (units: Record<string, number>) =>
      short(linesFor(request, [{ item: 'one', offer: 'o', learners: ['a', 'b', 'c', 'd', 'e'], units }]));
    expect(tiers({ '': 2, budget: 3 })).toEqual([
      ['one//o/', 'a b', 2, 0],
      ['one//o/budget', 'c d e', 3, 6],
    ]);
    expect(tiers({ '': 0, budget: 5 })).toEqual([['one//o/budget', 'a b c d e', 5, 16]]);
  });

  it('say what they are, with minutes for each learner', () => {
    const [line] = linesFor(small(), [{ item: 'module', offer: 'free', learners: ['ben', 'cal'] }]);
    expect(line!.booking).toEqual({
      id: 'module//free/',
      item: 'module',
      offer: 'free',
      learners: ['ben', 'cal'],
      units: 2,
      pence: 0,
      minutes: 60,
      startsOn: '2025-09-01',
      completeBy: '2026-08-31',
    });
  });
});

describe('a line is to be complete', () => {
  const by = (learners: string[], ...needs: ReturnType<typeof need>[]): string => {
    const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;
    const request = small({
      staff: [person('ana'), person('ben'), person('cal', { records: [...records] })],
      needs: [need('all', { area: 'own-area' }), ...needs],
      catalogue: catalogue(
        item('both', {
          teaches: [
            { area: 'own-area', depth: 2 },
            { area: 'safeguarding', depth: 2 },
          ],
        }),
      ),
    });
    return linesFor(request, [{ item: 'both', offer: 'free', learners }])[0]!.booking.completeBy;
  };

  it('by the earliest day on which a need that it serves is tested', () => {
    const needs = [need('spring', { by: '2026-04-30' }), need('winter', { by: '2026-01-31' })];
    expect(by(['ana'], ...needs)).toBe('2026-01-31');
    expect(by(['ana', 'cal'], ...needs)).toBe('2026-01-31');
  });

  it('by the end of the window where it serves no earlier one', () => {
    expect(by(['ana'])).toBe('2026-08-31');
    expect(by(['ana'], need('late', { by: '2027-01-01' }))).toBe('2026-08-31');
    // Not selected; held already; deeper than what is taught; tested at the end because it is overdue.
    expect(by(['ana'], need('other', { by: '2026-01-31', who: { staff: ['ben'] } }))).toBe('2026-08-31');
    expect(by(['cal'], need('held', { by: '2026-01-31' }))).toBe('2026-08-31');
    expect(by(['ana'], need('deep', { by: '2026-01-31', depth: 3 }))).toBe('2026-08-31');
    expect(by(['ana'], need('past', { by: '2025-01-31' }))).toBe('2026-08-31');
  });

  it('on its first day when that is the day of the test', () =>
    expect(by(['ana'], need('now', { by: '2025-09-01' }))).toBe('2025-09-01'));
});
