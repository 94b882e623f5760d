import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { present } from '../../../src/internal/invariant.js';
import { dayOf } from '../../../src/model/days.js';
import { comesBefore, countsFrom, prerequisitesOf, reliantFirst } from '../../../src/model/prerequisites.js';
import { type Slot, termsOf } from '../../../src/model/slots.js';
import { slotsOf } from './at-once.js';
import {
  allows,
  catalogue,
  checked,
  compiled,
  completed,
  type Item,
  item,
  need,
  person,
  session,
  small,
} from './requests.js';

type Records = NonNullable<RequestInput['staff'][number]['records']>;

describe('the order of items', () => {
  const order = (prerequisites: number[][]): number[] => {
    const items = checked(small({ catalogue: catalogue(...prerequisites.map((_, k) => item(`i${k}`))) }))
      .catalogue.items;
    return reliantFirst(items, prerequisites);
  };

  it('has each after all that rely on it, once', () => {
    expect(order([[], [0], [0, 1], []])).toEqual([2, 3, 1, 0]);
    expect(order([[1, 2], [3], [3], []])).toEqual([0, 1, 2, 3]);
    expect(order([])).toEqual([]);
  });

  it('takes what any entry names, each once, in order', () => {
    const { items } = checked(
      small({
        catalogue: catalogue(
          item('a', { prerequisites: [{ anyOf: ['c', 'b'] }, { anyOf: ['b'] }, { anyOf: [] }] }),
          item('b'),
          item('c'),
        ),
      }),
    ).catalogue;
    const numberOf = new Map<string, number>(items.map(({ id }, k) => [id, k]));
    expect(prerequisitesOf(items, numberOf)).toEqual([[1, 2], [], []]);
  });
});

describe('records that count as a prerequisite', () => {
  const from = (records: Records, teaches: Item['teaches']): number => {
    const request = checked(
      small({ staff: [person('ana', { records })], catalogue: catalogue(item('first', { teaches })) }),
    );
    return countsFrom(request.staff[0]!, request.catalogue.items[0]!);
  };
  const both: Item['teaches'] = [
    { area: 'safeguarding', depth: 2 },
    { area: 'own-area', depth: 1 },
  ];
  const safe = { area: 'safeguarding', depth: 2, completedOn: '2025-02-01' } as const;
  const own = { area: 'own-area', depth: 3, completedOn: '2024-05-01' } as const;

  it('name it, whatever they are of, from the first that does', () => {
    expect(from([{ ...own, item: 'first' }], both)).toBe(dayOf('2024-05-01'));
    expect(
      from(
        [
          { ...safe, item: 'first' },
          { ...own, item: 'first' },
        ],
        both,
      ),
    ).toBe(dayOf('2024-05-01'));
    expect(from([{ ...own, item: 'other' }], both)).toBe(Infinity);
  });

  it('hold all it teaches, to the depth or deeper, from the last of the first of each', () => {
    expect(from([safe], both)).toBe(Infinity);
    expect(from([safe, own], both)).toBe(dayOf('2025-02-01'));
    expect(from([{ ...safe, depth: 1 }, own], both)).toBe(Infinity);
    expect(from([safe, { ...safe, completedOn: '2023-01-01' }, own], both)).toBe(dayOf('2024-05-01'));
  });

  it('need not hold it still', () =>
    expect(from([{ ...safe, expiresOn: '2025-03-01' }, own], both)).toBe(dayOf('2025-02-01')));

  it('are not asked for where nothing is taught', () => expect(from([], [])).toBe(-Infinity));
});

describe('what comes before', () => {
  const terms = [
    { id: 'autumn', from: '2025-09-01', to: '2025-12-19' },
    { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
  ];
  const { items, slots } = (() => {
    const request = checked(
      small({
        terms,
        catalogue: catalogue(
          item('paced', { available: { from: '2025-09-15' } }),
          item('early'),
          item('met', {
            sessions: [
              session('a', '2025-09-14T09:00', '2025-09-14T12:00'),
              session('b', '2025-09-15T09:00', '2025-09-15T12:00'),
              session('c', '2025-09-15T12:00', '2025-09-15T13:00'),
              session('d', '2025-09-14T18:00', '2025-09-15T00:00'),
              session('e', '2026-01-05T09:00', '2026-01-05T10:00'),
            ],
          }),
        ),
      }),
    );
    return { items: request.catalogue.items, slots: slotsOf(request, termsOf(request)) };
  })();
  const at = (name: string): Slot => {
    const [id, when] = name.split(' ');
    const slot = slots.find(
      (one) => one.item.id === id && (one.session?.id ?? terms[one.term]?.id) === (when ?? 'autumn'),
    );
    return present(slot, `The slot ${name} of ${items.length}`);
  };
  const before = (first: string, second: string): boolean => comesBefore(at(first), at(second));

  it('is a session that ends no later than another starts', () => {
    expect(before('met b', 'met c')).toBe(true);
    expect(before('met c', 'met b')).toBe(false);
    expect(before('met b', 'met b')).toBe(false);
  });

  it('is a session whose last day is before the day a self-paced booking starts', () => {
    expect(before('met a', 'paced')).toBe(true);
    expect(before('met b', 'paced')).toBe(false);
    // It ends at midnight, on the day that begins then.
    expect(before('met d', 'paced')).toBe(false);
    expect(before('met b', 'paced spring')).toBe(true);
  });

  it('is a self-paced booking in the same or an earlier term, whenever in it', () => {
    expect(before('paced', 'early')).toBe(true);
    expect(before('early', 'paced')).toBe(true);
    expect(before('early', 'early spring')).toBe(true);
    expect(before('early spring', 'paced')).toBe(false);
  });

  it('is a self-paced booking that starts by the day of a session', () => {
    expect(before('paced', 'met b')).toBe(true);
    expect(before('paced', 'met a')).toBe(false);
    expect(before('early', 'met a')).toBe(true);
    expect(before('early spring', 'met e')).toBe(true);
  });
});

describe('prerequisites over many sessions', () => {
  const days = (hours: string): NonNullable<Item['sessions']> =>
    Array.from({ length: 90 }, (_, k) => {
      const month = String(10 + Math.floor(k / 30)).padStart(2, '0');
      const day = `2025-${month}-${String((k % 30) + 1).padStart(2, '0')}`;
      return session(`d${k}`, `${day}T${hours}:00`, `${day}T${hours}:50`);
    });
  const request = small({
    staff: [person('ana'), person('ben')],
    catalogue: catalogue(
      item('later', { sessions: days('09'), prerequisites: [{ anyOf: ['first', 'second'] }] }),
      item('first', { sessions: days('10'), teaches: [{ area: 'own-area', depth: 1 }] }),
      item('second', { sessions: days('08').slice(0, 3), teaches: [{ area: 'own-area', depth: 1 }] }),
    ),
  });
  const one = compiled(request);
  const on = (id: string, day: number, ...learners: string[]) => ({
    item: id,
    when: `d${day}`,
    offer: 'free',
    learners,
  });
  const may = (...chosen: Parameters<typeof completed>[1]): boolean => completed(one, chosen) !== undefined;

  it('come before, whichever they are', () => {
    expect(may(on('later', 40, 'ana'))).toBe(false);
    expect(may(on('first', 39, 'ana'), on('later', 40, 'ana'))).toBe(true);
    expect(may(on('first', 40, 'ana'), on('later', 40, 'ana'))).toBe(false);
    expect(may(on('first', 0, 'ana'), on('later', 89, 'ana'))).toBe(true);
    expect(may(on('first', 89, 'ana'), on('later', 1, 'ana'))).toBe(false);
    expect(may(on('second', 2, 'ana'), on('later', 2, 'ana'))).toBe(true);
    expect(may(on('second', 2, 'ana'), on('later', 1, 'ana'))).toBe(false);
    expect(may(on('second', 2, 'ana'), on('first', 0, 'ana'), on('later', 1, 'ana'))).toBe(true);
  });

  it('are each person’s own', () => {
    expect(may(on('first', 3, 'ben'), on('later', 40, 'ana'))).toBe(false);
    expect(may(on('first', 3, 'ana', 'ben'), on('later', 40, 'ana'), on('later', 4, 'ben'))).toBe(true);
  });

  it('take no row for each pair of sessions', () => {
    expect(one.problem.rows.column.length).toBeLessThan(10_000);
  });
});

describe('prerequisites of a programme', () => {
  const later = item('later', { prerequisites: [{ anyOf: ['one', 'two'] }, { anyOf: ['three'] }] });
  const others = ['one', 'two', 'three'].map((id) => item(id, { teaches: [{ area: 'own-area', depth: 1 }] }));
  const request = (records: Records = []): RequestInput =>
    small({ staff: [person('ana', { records })], catalogue: catalogue(later, ...others) });
  const on = (id: string) => ({ item: id, offer: 'free', learners: ['ana'] });
  const taking = (records: Records, ...ids: string[]): boolean =>
    allows(request(records), ...['later', ...ids].map(on));

  it('are one of each entry', () => {
    expect(taking([])).toBe(false);
    expect(taking([], 'one', 'two')).toBe(false);
    expect(taking([], 'three')).toBe(false);
    expect(taking([], 'one', 'three')).toBe(true);
    expect(taking([], 'one', 'two', 'three')).toBe(true);
  });

  it('are asked of each learner', () => {
    const two = { ...request(), staff: [person('ana'), person('ben')] };
    const both = ['one', 'three'].map((id) => ({ ...on(id), learners: ['ben'] }));
    expect(allows(two, on('later'), ...both)).toBe(false);
    expect(allows(two, { ...on('later'), learners: ['ben'] }, ...both)).toBe(true);
  });

  it('are held by records of the start day or before', () => {
    const named = (completedOn: string, id: string): Records[number] => ({
      area: 'prevent-duty',
      depth: 1,
      completedOn,
      item: id,
    });
    expect(taking([named('2025-01-01', 'two'), named('2025-01-01', 'three')])).toBe(true);
    // It starts on the first day of the window.
    expect(taking([named('2025-09-01', 'two'), named('2025-09-01', 'three')])).toBe(true);
    expect(taking([named('2025-09-01', 'two'), named('2025-09-02', 'three')], 'one')).toBe(false);
    expect(taking([named('2025-09-01', 'two'), named('2025-09-02', 'three')], 'three')).toBe(true);
    const held: Records = [
      { area: 'own-area', depth: 1, completedOn: '2020-01-01', expiresOn: '2021-01-01' },
    ];
    expect(taking(held)).toBe(true);
  });

  it('cannot be had where an entry names nothing', () => {
    const pinned = (prerequisites: Item['prerequisites']): boolean =>
      allows(
        small({
          catalogue: catalogue(item('one', { prerequisites })),
          adjustments: [{ kind: 'pin', item: 'one' }],
        }),
        on('one'),
      );
    expect(pinned([])).toBe(true);
    expect(pinned([{ anyOf: [] }])).toBe(false);
  });

  it('are sessions in time for the one that relies on them', () => {
    const courses = small({
      staff: [person('ana')],
      catalogue: catalogue(
        item('basic', {
          teaches: [{ area: 'own-area', depth: 1 }],
          sessions: [
            session('one', '2025-10-01T09:00', '2025-10-01T12:00'),
            session('two', '2025-11-01T09:00', '2025-11-01T12:00'),
          ],
        }),
        item('further', {
          prerequisites: [{ anyOf: ['basic'] }],
          sessions: [
            session('one', '2025-10-01T12:00', '2025-10-01T13:00'),
            session('two', '2025-11-01T09:00', '2025-11-01T12:00'),
          ],
        }),
      ),
    });
    const pair = (basic: string, further: string): boolean =>
      allows(courses, { ...on('basic'), when: basic }, { ...on('further'), when: further });
    expect(pair('one', 'one')).toBe(true);
    expect(pair('one', 'two')).toBe(true);
    expect(pair('two', 'two')).toBe(false);
    expect(pair('two', 'one')).toBe(false);
  });

  it('are needed by nobody where what relies on them is not', () =>
    expect(
      allows(
        small({
          needs: [need('own', { area: 'own-area' })],
          catalogue: catalogue(later, ...others),
        }),
        on('one'),
      ),
    ).toBe(true));
});
