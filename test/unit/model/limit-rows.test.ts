import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import {
  allows,
  catalogue,
  compiled,
  free,
  type Item,
  item,
  need,
  perGroup,
  perLearner,
  perSetting,
  person,
  session,
  small,
  tiered,
} from './requests.js';

type Limit = NonNullable<RequestInput['limits']>[number];
type Measure = Limit['measure'];

const own: Item['teaches'] = [{ area: 'own-area', depth: 1 }];
const terms = [
  { id: 'autumn', from: '2025-09-01', to: '2025-12-19' },
  { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
];

/** A course by the pair, on sessions in open hours in autumn, between the terms and in spring; a module paid by each; a booklet; joining. */
const request = (limit: Limit, more: Partial<RequestInput> = {}): RequestInput =>
  small({
    terms,
    staff: [person('ana', { roles: ['manager'] }), person('ben'), person('cal')],
    needs: [
      need('safe', { source: 'appraisal', who: { staff: ['ana', 'ben'] } }),
      need('own', { area: 'own-area' }),
      need('all', { source: 'aspiration', who: { staff: ['cal'] } }),
    ],
    catalogue: catalogue(
      item('course', {
        kind: 'course',
        minutes: 60,
        offers: [{ id: 'pair', price: perGroup(100, 2) }],
        sessions: [
          session('autumn-day', '2025-10-01T09:00', '2025-10-01T15:00'),
          session('between', '2025-12-22T09:00', '2025-12-22T15:00'),
          session('spring-day', '2026-02-02T09:00', '2026-02-02T15:00'),
        ],
      }),
      item('module', { offers: [{ id: 'each', price: perLearner(10) }], teaches: own }),
      item('booklet', { minutes: 5, offers: [{ id: 'set', price: perSetting(7) }], teaches: own }),
      item('joining', { teaches: [], grants: ['member'], offers: [{ id: 'year', price: perSetting(50) }] }),
      item('zz-members', { offers: [{ id: 'o', price: free, requires: ['member'] }], teaches: own }),
    ),
    funding: [{ id: 'pot', pence: 10_000 }],
    limits: [limit],
    ...more,
  });

const course = (when: string, ...learners: string[]) => ({ item: 'course', offer: 'pair', when, learners });
const module = (when: string, ...learners: string[]) => ({ item: 'module', offer: 'each', when, learners });
const booklet = (when: string, ...learners: string[]) => ({ item: 'booklet', offer: 'set', when, learners });
const joined = { item: 'joining', offer: 'year', when: 'autumn', learners: [] };

/** 130 + 7 + 50 pence in four bookings of five places, and one without. */
const programme = [
  course('autumn-day', 'ana', 'ben'),
  module('autumn', 'ana', 'ben', 'cal'),
  booklet('autumn', 'cal'),
  joined,
];

/** The measure as the problem sees it: the least and the most of those that the limit bounds separately. */
function measures(
  limit: Omit<Limit, 'id'>,
  [least, most]: readonly [number, number],
  chosen: readonly { item: string; offer: string; when: string; learners: string[] }[] = programme,
): void {
  const holds = (sides: Pick<Limit, 'atMost' | 'atLeast'>): boolean =>
    allows(request({ id: 'l', ...limit, ...sides }), ...chosen);
  const told = {
    atMost: holds({ atMost: most }),
    atMostLess: most > 0 && holds({ atMost: most - 1 }),
    atLeast: holds({ atLeast: least }),
    atLeastMore: holds({ atLeast: least + 1 }),
    both: holds({ atLeast: least, atMost: most }),
  };
  expect({ limit, ...told }).toEqual({
    limit,
    atMost: true,
    atMostLess: false,
    atLeast: true,
    atLeastMore: false,
    both: true,
  });
}
const all = (amount: number): readonly [number, number] => [amount, amount];

describe('a limit over the setting', () => {
  it('adds up its measure over all bookings', () => {
    measures({ measure: 'pence' }, all(100 + 30 + 7 + 50));
    measures({ measure: 'minutes' }, all(2 * 60 + 3 * 30 + 5));
    measures({ measure: 'release-minutes' }, all(120));
    measures({ measure: 'bookings' }, all(4));
    measures({ measure: 'places' }, all(6));
    for (const measure of ['pence', 'minutes', 'release-minutes', 'bookings', 'places'] as const)
      measures({ measure }, all(0), []);
  });

  it('adds it up over what matches by item', () => {
    const select = { kinds: ['course' as const] };
    const of = { pence: 100, minutes: 120, 'release-minutes': 120, bookings: 1, places: 2 };
    for (const measure of Object.keys(of) as Measure[]) measures({ measure, select }, all(of[measure]));
    const rest = { pence: 87, minutes: 95, 'release-minutes': 0, bookings: 3, places: 4 };
    for (const measure of Object.keys(rest) as Measure[])
      measures({ measure, select: { not: select } }, all(rest[measure]));
    measures({ measure: 'bookings', select: { items: ['joining'] } }, all(1));
    measures({ measure: 'pence', select: { items: ['joining'] } }, all(50));
    measures({ measure: 'places', select: { items: ['joining'] } }, all(0));
  });

  it('counts of learners who match their places, minutes and own prices, and bookings with any of them', () => {
    const select = { staff: ['ana', 'ben'] };
    measures({ measure: 'places', select }, all(4));
    measures({ measure: 'minutes', select }, all(180));
    measures({ measure: 'release-minutes', select: { staff: ['ben'] } }, all(60));
    measures({ measure: 'pence', select }, all(20));
    measures({ measure: 'bookings', select }, all(2));
    measures({ measure: 'bookings', select: { staff: ['cal'] } }, all(2));
    // Somebody else on it does not make it match, and what has no learners matches nobody.
    measures({ measure: 'bookings', select: { not: { staff: ['cal'] } } }, all(2));
    measures({ measure: 'pence', select: { not: { staff: ['cal'] } } }, all(20));
  });

  it('counts shared prices whole where a source matches any learner', () => {
    const chosen = [course('autumn-day', 'ana', 'cal'), module('autumn', 'ana'), joined];
    measures({ measure: 'pence', select: { sources: ['appraisal'] } }, all(100), chosen);
    measures({ measure: 'pence', select: { sources: ['aspiration'] } }, all(100), chosen);
    measures({ measure: 'pence', select: { sources: ['statutory'] } }, all(0), chosen);
    measures({ measure: 'pence', select: { sources: ['self-evaluation'] } }, all(10), chosen);
    measures({ measure: 'places', select: { sources: ['appraisal'] } }, all(1), chosen);
    measures({ measure: 'bookings', select: { sources: ['appraisal', 'self-evaluation'] } }, all(2), chosen);
    measures({ measure: 'bookings', select: { not: { sources: ['appraisal'] } } }, all(3), chosen);
    measures({ measure: 'pence', select: { not: { sources: ['appraisal'] } } }, all(160), chosen);
    // With a key of people a shared price does not count.
    measures({ measure: 'pence', select: { sources: ['appraisal'], staff: ['ana'] } }, all(0), chosen);
  });

  it('counts by source which of the bookings from several pots have whom', () => {
    const select = { sources: ['appraisal' as const] };
    const course100 = item('course', { kind: 'course', offers: [{ id: 'pair', price: perSetting(100) }] });
    const holds = (limit: Omit<Limit, 'id'>, ...learners: string[]): boolean =>
      allows(
        request(
          { id: 'l', select, ...limit },
          {
            terms: [],
            catalogue: catalogue(course100),
            funding: ['p', 'q'].map((id) => ({ id, pence: 1000 })),
          },
        ),
        { item: 'course', offer: 'pair', learners },
      );
    // Ana and ben are asked by the source, cal is not.
    expect(holds({ measure: 'bookings', atLeast: 2 }, 'ana', 'ben')).toBe(true);
    expect(holds({ measure: 'bookings', atLeast: 2 }, 'ana', 'cal')).toBe(false);
    expect(holds({ measure: 'bookings', atLeast: 1 }, 'ana', 'cal')).toBe(true);
    expect(holds({ measure: 'bookings', atMost: 0 }, 'ana', 'cal')).toBe(false);
    expect(holds({ measure: 'bookings', atMost: 1 }, 'ana', 'ben', 'cal')).toBe(true);
    expect(holds({ measure: 'pence', atLeast: 200 }, 'ana', 'ben', 'cal')).toBe(true);
    expect(holds({ measure: 'pence', atLeast: 100 }, 'ana', 'cal')).toBe(true);
    expect(holds({ measure: 'pence', atLeast: 101 }, 'ana', 'cal')).toBe(false);
    expect(holds({ measure: 'pence', atMost: 99 }, 'ana', 'cal')).toBe(false);
    expect(holds({ measure: 'pence', atMost: 100 }, 'ana', 'ben', 'cal')).toBe(true);
    expect(holds({ measure: 'pence', atMost: 0 }, 'cal')).toBe(true);
  });

  it('counts tiers as the price of the booking', () => {
    const price = tiered([1, 10], [2, 4]);
    const two = catalogue(item('module', { offers: [{ id: 'each', price }] }));
    const holds = (select: Limit['select'], atMost: number): boolean =>
      allows(
        request({ id: 'l', measure: 'pence', select, atMost }, { catalogue: two, needs: [need('safe')] }),
        module('autumn', 'ana', 'ben'),
      );
    expect([holds(undefined, 14), holds(undefined, 13)]).toEqual([true, false]);
    expect(holds({ staff: ['ana'] }, 0)).toBe(true);
  });
});

describe('a limit by learner', () => {
  it('bounds each learner’s own measure, and nobody’s share of a price', () => {
    measures({ measure: 'places', per: 'learner' }, [2, 2]);
    measures({ measure: 'bookings', per: 'learner' }, [2, 2]);
    measures({ measure: 'minutes', per: 'learner' }, [35, 90]);
    measures({ measure: 'release-minutes', per: 'learner' }, [0, 60]);
    measures({ measure: 'pence', per: 'learner' }, [10, 10]);
  });

  it('bounds those whom the selector could match', () => {
    measures({ measure: 'minutes', per: 'learner', select: { staff: ['ana', 'ben'] } }, [90, 90]);
    measures({ measure: 'places', per: 'learner', select: { sources: ['appraisal'] } }, [1, 1]);
    measures({ measure: 'places', per: 'learner', select: { items: ['booklet'] } }, [0, 1]);
    // Of nobody nothing is asked, not even a least amount.
    for (const select of [{ staff: [] }, { items: ['joining'] }]) {
      const limit: Limit = { id: 'l', measure: 'places', per: 'learner', select, atLeast: 1 };
      expect(allows(request(limit))).toBe(true);
    }
  });
});

describe('a limit by term', () => {
  const chosen = [
    course('autumn-day', 'ana'),
    course('between', 'ben'),
    course('spring-day', 'cal'),
    module('autumn', 'ana', 'ben'),
    booklet('spring', 'cal'),
    joined,
  ];

  it('bounds what belongs to each, and not what belongs to none', () => {
    measures({ measure: 'pence', per: 'term' }, [107, 170], chosen);
    measures({ measure: 'minutes', per: 'term' }, [65, 120], chosen);
    measures({ measure: 'release-minutes', per: 'term' }, [60, 60], chosen);
    measures({ measure: 'bookings', per: 'term' }, [2, 3], chosen);
    measures({ measure: 'places', per: 'term' }, [2, 3], chosen);
    measures({ measure: 'places', per: 'term', select: { staff: ['ben'] } }, [0, 1], chosen);
  });

  it('bounds the window where there are no terms', () => {
    const limit = (atMost: number): RequestInput =>
      request({ id: 'l', measure: 'places', per: 'term', atMost }, { terms: [] });
    const places = [course('between', 'ana', 'ben'), { item: 'module', offer: 'each', learners: ['cal'] }];
    expect([allows(limit(3), ...places), allows(limit(2), ...places)]).toEqual([true, false]);
  });
});

describe('a limit by item', () => {
  it('bounds each that it could match', () => {
    const select = { items: ['course', 'module', 'booklet'] };
    measures({ measure: 'pence', per: 'item', select }, [7, 100]);
    measures({ measure: 'minutes', per: 'item', select }, [5, 120]);
    measures({ measure: 'places', per: 'item', select }, [1, 3]);
    measures({ measure: 'bookings', per: 'item', select }, [1, 1]);
    measures({ measure: 'bookings', per: 'item', select: { items: ['joining', 'module'] } }, [1, 1]);
    measures({ measure: 'places', per: 'item', select: { items: ['joining', 'module'] } }, [0, 3]);
    // Nobody is on the items for members.
    measures({ measure: 'bookings', per: 'item' }, [0, 1]);
    measures(
      { measure: 'places', per: 'item', select: { staff: ['ben'], not: { areas: ['own-area'] } } },
      [1, 1],
    );
  });

  it('asks something of an item that cannot be booked, if it could match', () => {
    const holds = (select: Limit['select']): boolean =>
      allows(
        request(
          { id: 'l', measure: 'places', per: 'item', select, atLeast: 1 },
          { catalogue: catalogue(item('never', { offers: [] })) },
        ),
      );
    expect(holds({ items: ['never'] })).toBe(false);
    expect(holds({ items: ['never'], staff: ['ana'] })).toBe(false);
    expect(holds({ items: ['never'], staff: [] })).toBe(true);
    expect(holds({ items: [] })).toBe(true);
  });
});

describe('the rows of limits', () => {
  const rows = (limit: Omit<Limit, 'id'>) => {
    const { problem, facts } = compiled(request({ id: 'l', ...limit }));
    const demanded = [...problem.demand.keys()].filter((row) => problem.demand[row]! >= 0);
    return {
      demands: facts.demands,
      asked: demanded.map((row) => [
        problem.demand[row]!,
        problem.rows.lower[row]!,
        problem.rows.upper[row]!,
      ]),
    };
  };

  it('are demands where a least amount is asked, and only then', () => {
    expect(rows({ measure: 'places', atMost: 1 })).toEqual({ demands: [], asked: [] });
    expect(rows({ measure: 'places', atLeast: 2, atMost: 5 })).toEqual({
      demands: [{ kind: 'limit', position: 0 }],
      asked: [[0, 2, Infinity]],
    });
    // A least amount of nothing is a demand that needs no row.
    expect(rows({ measure: 'places', atLeast: 0 })).toEqual({
      demands: [{ kind: 'limit', position: 0 }],
      asked: [],
    });
    expect(rows({ measure: 'places', per: 'learner', atLeast: 1 }).asked.length).toBe(3);
  });

  it('ask for one more than there can be, where more is asked', () => {
    const most = 2 ** 50;
    const { asked } = rows({ measure: 'bookings', select: { items: ['joining'] }, atLeast: most });
    // It could be bought in either term.
    expect(asked).toEqual([[0, 2 + 1, Infinity]]);
    expect(rows({ measure: 'places', select: { items: ['joining'] }, atLeast: most }).asked).toEqual([
      [0, 1, Infinity],
    ]);
    expect(allows(request({ id: 'l', measure: 'minutes', atLeast: most }))).toBe(false);
  });

  it('are none for what cannot be too much', () => {
    const size = (limit: Omit<Limit, 'id'>): number =>
      compiled(request({ id: 'l', ...limit })).problem.rows.lower.length;
    const without = size({ measure: 'pence' });
    expect(size({ measure: 'places', select: { items: ['module'] }, atMost: 3 })).toBe(without);
    expect(size({ measure: 'places', select: { items: ['module'] }, atMost: 2 })).toBe(without + 1);
    expect(size({ measure: 'minutes', per: 'learner', select: { items: ['module'] }, atMost: 30 })).toBe(
      without,
    );
    expect(size({ measure: 'minutes', per: 'learner', select: { items: ['module'] }, atMost: 29 })).toBe(
      without + 3,
    );
  });
});
