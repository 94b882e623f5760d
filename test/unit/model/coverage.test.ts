import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { coverageOf } from '../../../src/model/coverage.js';
import { linesOf } from '../../../src/model/lines.js';
import { totalsOf } from '../../../src/model/totals.js';
import {
  catalogue,
  type Chosen,
  compiled,
  item,
  need,
  perGroup,
  perLearner,
  person,
  small,
  solutionOf,
} from './requests.js';

const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;

const coverage = (request: RequestInput, ...chosen: Chosen[]) => {
  const one = compiled(request);
  return coverageOf(one.facts, linesOf(one.facts, one, solutionOf(one, chosen)));
};
const free = (id: string, ...learners: string[]): Chosen => ({ item: id, offer: 'free', learners });

describe('coverage', () => {
  it('has each need once, in the order of ids, with people in the order of theirs', () => {
    const request = small({
      staff: [
        person('cal'),
        person('dee', { records: [...records] }),
        person('ana', { records: [...records] }),
        person('ben'),
      ],
      needs: [need('b'), need('a', { who: { staff: ['cal', 'dee'] } })],
    });
    expect(coverage(request, free('module', 'cal', 'ben'))).toEqual([
      {
        need: 'a',
        target: 2,
        alreadyMet: ['dee'],
        metBy: [{ staff: 'cal', booking: 'module//free/' }],
        shortBy: 0,
        unmet: [],
      },
      {
        need: 'b',
        target: 4,
        alreadyMet: ['ana', 'dee'],
        metBy: [
          { staff: 'ben', booking: 'module//free/' },
          { staff: 'cal', booking: 'module//free/' },
        ],
        shortBy: 0,
        unmet: [],
      },
    ]);
  });

  it('credits each person once, to the smallest id of what meets it', () => {
    const request = small({
      catalogue: catalogue(
        item('b'),
        item('a'),
        item('aa', { teaches: [{ area: 'own-area', depth: 4 }] }),
        item('B', {
          teaches: [
            { area: 'own-area', depth: 1 },
            { area: 'safeguarding', depth: 1, validMonths: 2 },
          ],
        }),
      ),
      needs: [need('safe'), need('own', { area: 'own-area', depth: 1 })],
    });
    const [own, safe] = coverage(
      request,
      free('b', 'ana', 'ben'),
      free('a', 'ana'),
      free('aa', 'ana'),
      free('B', 'ana'),
    );
    expect(own!.metBy).toEqual([{ staff: 'ana', booking: 'B//free/' }]);
    // What "B" teaches of it has lapsed by the day it is tested.
    expect(safe!.metBy).toEqual([
      { staff: 'ana', booking: 'a//free/' },
      { staff: 'ben', booking: 'b//free/' },
    ]);
  });

  it('counts more than the target, and lacks nothing then', () => {
    const request = small({ needs: [need('two', { count: { atLeast: 2 } }), need('all')] });
    const [all, two] = coverage(request, free('module', 'ana', 'ben', 'cal'));
    expect([all!.target, all!.metBy.length, all!.shortBy]).toEqual([3, 3, 0]);
    expect([two!.target, two!.metBy.length, two!.shortBy]).toEqual([2, 3, 0]);
  });

  it('is short by what is lacking, even of more people than there are', () => {
    const request = small({ needs: [need('five', { count: { atLeast: 4, spare: 1 } })] });
    expect(coverage(request, free('module', 'ben'))[0]).toMatchObject({ target: 5, shortBy: 4 });
  });

  it('says that a need is overdue, and nothing where it is not', () => {
    const [late, later] = coverage(small({ needs: [need('a', { by: '2025-08-31' }), need('b')] }));
    expect(late!.overdue).toBe(true);
    expect(later).not.toHaveProperty('overdue');
  });

  it('gives as reason that no item teaches it, to each person where everybody should hold it', () => {
    const request = small({
      staff: [person('cal'), person('ana', { records: [...records] }), person('ben')],
      needs: [
        need('all', { depth: 1 }),
        need('deep', { depth: 2 }),
        need('some', { area: 'own-area', count: { atLeast: 2 } }),
      ],
    });
    const [all, deep, some] = coverage(request);
    // Something could be booked: why it was not cannot be read off.
    expect(all).toMatchObject({ shortBy: 2, unmet: [] });
    expect(deep!.unmet).toEqual(['ana', 'ben', 'cal'].map((staff) => ({ staff, reason: 'no-item' })));
    expect(some!.unmet).toEqual([{ reason: 'no-item' }]);
  });

  it('gives no reason once the target is reached', () => {
    const request = small({
      staff: [person('ana', { records: [...records] }), person('ben')],
      needs: [need('one', { count: { atLeast: 1 } })],
      catalogue: catalogue(),
    });
    expect(coverage(request)[0]).toMatchObject({ alreadyMet: ['ana'], shortBy: 0, unmet: [] });
  });
});

describe('totals', () => {
  const totals = (request: RequestInput, ...chosen: Chosen[]) => {
    const one = compiled(request);
    return totalsOf(one.facts, linesOf(one.facts, one, solutionOf(one, chosen)));
  };

  it('name every pot and every person, though nothing is booked', () => {
    const nothing = { pence: 0, minutes: 0, releaseMinutes: 0 };
    expect(totals(small())).toEqual({
      pence: 0,
      listPence: 0,
      savedPence: 0,
      byPot: { budget: 0, grant: 0 },
      byTerm: {},
      minutes: 0,
      releaseMinutes: 0,
      byLearner: { ana: nothing, ben: nothing, cal: nothing },
    });
  });

  it('put only prices per learner to people, and list prices by the unit', () => {
    const request = small({
      catalogue: catalogue(
        item('course', { minutes: 60, offers: [{ id: 'pair', price: perGroup(100, 2), listPence: 150 }] }),
        item('module', { offers: [{ id: 'paid', price: perLearner(10), listPence: 4 }] }),
        item('talk', { offers: [{ id: 'free', price: { kind: 'free' }, listPence: 25 }] }),
        item('book', { minutes: 5, offers: [{ id: 'set', price: { kind: 'per-setting', pence: 7 } }] }),
      ),
    });
    const everybody = ['ana', 'ben', 'cal'];
    const own = (pence: number, minutes: number) => ({ pence, minutes, releaseMinutes: 0 });
    expect(
      totals(
        request,
        { item: 'course', offer: 'pair', learners: everybody, units: { budget: 1, grant: 1 } },
        { item: 'module', offer: 'paid', learners: ['ana', 'cal'], units: { budget: 1, grant: 1 } },
        { item: 'talk', offer: 'free', learners: ['ben'] },
        { item: 'book', offer: 'set', learners: ['ana', 'ben'], units: { grant: 1 } },
      ),
    ).toEqual({
      pence: 200 + 20 + 7,
      listPence: 300 + 8 + 25 + 7,
      savedPence: 113,
      byPot: { budget: 110, grant: 117 },
      byTerm: {},
      minutes: 180 + 60 + 30 + 10,
      releaseMinutes: 0,
      byLearner: { ana: own(10, 95), ben: own(0, 95), cal: own(10, 90) },
    });
  });
});
