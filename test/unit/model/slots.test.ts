import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { dayOf } from '../../../src/model/days.js';
import { anyOverlap, isDuring, isPurchase, stretchOf, termsOf, wholeDays } from '../../../src/model/slots.js';
import { overlap } from '../../../src/internal/stretch.js';
import { isoDate } from '../../../src/internal/calendar.js';
import { slotsOf } from './at-once.js';
import { catalogue, checked, type Item, item, small } from './requests.js';

type Session = NonNullable<Item['sessions']>[number];

const block = (starts: string, ends: string) => ({ starts, ends });
const session = (id: string, ...blocks: Session['blocks']): Session => ({ id, blocks });

const slots = (items: Item[], more: Partial<RequestInput> = {}) => {
  const request = checked(small({ catalogue: catalogue(...items), ...more }));
  return slotsOf(request, termsOf(request));
};
/** By slot: item, session, term, first day, last day and the day it counts from. */
const told = (items: Item[], more: Partial<RequestInput> = {}) =>
  slots(items, more).map(({ item: { id }, session, term, start, end, finish }) =>
    [id, session?.id ?? '-', term, isoDate(start), isoDate(end), isoDate(finish)].join(' '),
  );

const terms = [
  { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
  { id: 'autumn', from: '2025-09-03', to: '2025-12-19' },
];

describe('terms', () => {
  it('stand in the order of their days', () =>
    expect(termsOf(checked(small({ terms }))).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['autumn', dayOf('2025-09-03'), dayOf('2025-12-19')],
      ['spring', dayOf('2026-01-05'), dayOf('2026-03-27')],
    ]));

  it('are the window, without an id, where there are none', () => {
    const window = [{ id: undefined, from: dayOf('2025-09-01'), to: dayOf('2026-08-31') }];
    expect(termsOf(checked(small()))).toEqual(window);
    expect(termsOf(checked(small({ terms: [] })))).toEqual(window);
  });
});

describe('a self-paced item', () => {
  it('is there once in each term, counting from its first day, in the order of ids', () => {
    expect(told([item('b'), item('B'), item('a')])).toEqual(
      ['B', 'a', 'b'].map((id) => `${id} - 0 2025-09-01 2026-08-31 2025-09-01`),
    );
    expect(told([item('a')], { terms })).toEqual([
      'a - 0 2025-09-03 2025-12-19 2025-09-03',
      'a - 1 2026-01-05 2026-03-27 2026-01-05',
    ]);
    expect(told([item('a', { sessions: [] })]).length).toBe(1);
  });

  it('starts when it is available, if that is in the term', () => {
    const from = (day: string) => told([item('a', { available: { from: day } })], { terms });
    expect(from('2025-12-19')).toEqual([
      'a - 0 2025-12-19 2025-12-19 2025-12-19',
      'a - 1 2026-01-05 2026-03-27 2026-01-05',
    ]);
    // Between the terms.
    expect(from('2025-12-20')).toEqual(['a - 1 2026-01-05 2026-03-27 2026-01-05']);
    expect(from('2026-03-28')).toEqual([]);
  });

  it('is not there in a term that starts when it is no longer available', () => {
    const to = (day: string) => told([item('a', { available: { to: day } })], { terms });
    expect(to('2026-01-05').length).toBe(2);
    expect(to('2026-01-04')).toEqual(['a - 0 2025-09-03 2025-12-19 2025-09-03']);
    expect(to('2025-09-03').length).toBe(1);
    expect(to('2025-09-02')).toEqual([]);
  });

  it('takes nobody out, and is at no time', () =>
    expect(slots([item('a')])[0]).toMatchObject({ openHours: false, blocks: [], session: undefined }));
});

describe('sessions', () => {
  it('are there in the order of ids, from the day of the first block to the day of the last end', () =>
    expect(
      told([
        item('a', {
          sessions: [
            session('z', block('2025-10-01T09:00', '2025-10-01T12:00')),
            session(
              'm',
              block('2025-11-05T09:00', '2025-11-05T12:00'),
              block('2025-10-05T09:00', '2025-10-05T12:00'),
            ),
          ],
        }),
      ]),
    ).toEqual(['a m 0 2025-10-05 2025-11-05 2025-11-05', 'a z 0 2025-10-01 2025-10-01 2025-10-01']));

  it('end on the day that their last end names, even at midnight', () =>
    expect(
      told([item('a', { sessions: [session('s', block('2025-10-01T18:00', '2025-10-02T00:00'))] })]),
    ).toEqual(['a s 0 2025-10-01 2025-10-02 2025-10-02']));

  it('lie wholly in the window', () => {
    const at = (starts: string, ends: string): number =>
      slots([item('a', { sessions: [session('s', block(starts, ends))] })]).length;
    expect(at('2025-09-01T00:00', '2025-09-01T01:00')).toBe(1);
    expect(at('2025-08-31T23:00', '2025-09-01T01:00')).toBe(0);
    expect(at('2026-08-31T22:00', '2026-08-31T23:59')).toBe(1);
    expect(at('2026-08-31T22:00', '2026-09-01T00:00')).toBe(0);
  });

  it('start while the item is available, and may end later', () => {
    const from = (available: Item['available']): number =>
      slots([
        item('a', { available, sessions: [session('s', block('2025-10-01T09:00', '2025-10-03T12:00'))] }),
      ]).length;
    expect(from({ from: '2025-10-01', to: '2025-10-01' })).toBe(1);
    expect(from({ from: '2025-10-02' })).toBe(0);
    expect(from({ to: '2025-09-30' })).toBe(0);
  });

  it('belong to the term that holds their first day, or to none', () => {
    const on = (first: string, last = first): number =>
      slots([item('a', { sessions: [session('s', block(`${first}T09:00`, `${last}T12:00`))] })], {
        terms,
      })[0]!.term;
    expect(on('2025-09-03')).toBe(0);
    expect(on('2025-12-19', '2026-01-06')).toBe(0);
    expect(on('2025-12-20', '2026-01-06')).toBe(-1);
    expect(on('2026-03-27')).toBe(1);
  });
});

describe('open hours', () => {
  const hours = (weekday: number, from = '08:00', to = '18:00') => ({ weekday, from, to });
  const open = (
    openingHours: RequestInput['setting']['openingHours'],
    own: Session['openHours'],
    ...blocks: Session['blocks']
  ): boolean =>
    slots([item('a', { sessions: [{ ...session('s', ...blocks), openHours: own }] })], {
      setting: { id: 'acorns', providerKind: 'group', openingHours },
    })[0]!.openHours;
  /** 2025-10-01 is a Wednesday. */
  const wednesday = block('2025-10-01T09:00', '2025-10-01T12:00');

  it('are what the session says', () => {
    expect(open(undefined, false, wednesday)).toBe(false);
    expect(open([hours(3)], false, wednesday)).toBe(false);
    expect(open([], true, wednesday)).toBe(true);
  });

  it('are always where the setting gives none, and never where it gives an empty list', () => {
    expect(open(undefined, undefined, wednesday)).toBe(true);
    expect(open([], undefined, wednesday)).toBe(false);
  });

  it('are met by a block on the weekday, ends not included', () => {
    expect(open([hours(3)], undefined, wednesday)).toBe(true);
    expect(open([hours(2), hours(4)], undefined, wednesday)).toBe(false);
    expect(open([hours(3, '12:00')], undefined, wednesday)).toBe(false);
    expect(open([hours(3, '11:59')], undefined, wednesday)).toBe(true);
    expect(open([hours(3, '06:00', '09:00')], undefined, wednesday)).toBe(false);
    expect(open([hours(3, '06:00', '09:01')], undefined, wednesday)).toBe(true);
  });

  it('are met by any of several blocks', () => {
    const saturday = block('2025-10-04T09:00', '2025-10-04T12:00');
    expect(open([hours(3)], undefined, saturday)).toBe(false);
    expect(open([hours(3)], undefined, saturday, wednesday)).toBe(true);
  });

  it('are met by a block of several days on each of them', () => {
    const long = block('2025-10-01T20:00', '2025-10-04T00:00');
    // Its first day is left before it begins, and its end does not touch the Saturday.
    expect([3, 4, 5, 6].map((day) => open([hours(day)], undefined, long))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(open([hours(6, '00:00')], undefined, long)).toBe(false);
    const weeks = block('2025-10-01T20:00', '2025-10-20T07:00');
    expect([1, 2, 3, 4, 5, 6, 7].every((day) => open([hours(day)], undefined, weeks))).toBe(true);
    // A week that ends before the hours of the weekday on which it began, after the hours.
    const week = block('2025-10-01T20:00', '2025-10-08T07:00');
    expect(open([hours(3)], undefined, week)).toBe(false);
    expect(open([hours(3, '06:00')], undefined, week)).toBe(true);
  });
});

describe('stretches of time', () => {
  it('have a minute in common or not: ends are not included', () => {
    const span = (starts: number, ends: number) => ({ starts, ends });
    expect(overlap(span(0, 5), span(4, 9))).toBe(true);
    expect(overlap(span(0, 5), span(5, 9))).toBe(false);
    expect(overlap(span(5, 9), span(0, 5))).toBe(false);
    expect(overlap(span(0, 9), span(3, 4))).toBe(true);
    expect(anyOverlap([span(0, 1), span(5, 6)], [span(1, 5), span(6, 7)])).toBe(false);
    expect(anyOverlap([span(0, 1), span(5, 6)], [span(1, 7)])).toBe(true);
    expect(anyOverlap([], [span(1, 7)])).toBe(false);
  });

  it('are whole days with both ends', () => {
    const request = checked(
      small({
        staff: [{ id: 'ana', roles: [], away: [{ from: '2025-10-01', to: '2025-10-02' }] }],
      }),
    );
    const [away] = request.staff[0]!.away!;
    expect(wholeDays(away!)).toEqual(stretchOf(block('2025-10-01T00:00', '2025-10-03T00:00')));
    expect(isDuring(away!, dayOf('2025-10-01')) && isDuring(away!, dayOf('2025-10-02'))).toBe(true);
    expect(isDuring(away!, dayOf('2025-09-30')) || isDuring(away!, dayOf('2025-10-03'))).toBe(false);
    expect(isDuring({}, 0)).toBe(true);
  });
});

describe('what is bought for the setting', () => {
  it('teaches nothing and grants something', () => {
    const [both, granting, neither, teaching] = checked(
      small({
        catalogue: catalogue(
          item('a', { grants: ['member'] }),
          item('b', { grants: ['member'], teaches: [] }),
          item('c', { grants: [], teaches: [] }),
          item('d'),
        ),
      }),
    ).catalogue.items;
    expect([both, granting, neither, teaching].map((one) => isPurchase(one!))).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
