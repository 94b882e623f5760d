import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { resolve } from './at-once.js';
import { catalogue, checked, compiled, type Item, item, need, person, small } from './requests.js';

type Adjustments = NonNullable<RequestInput['adjustments']>;

const records = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }] as const;
const elsewhere: Item['teaches'] = [{ area: 'own-area', depth: 1 }];
const managers = { roles: ['manager'] };

/** By item: those whom something permits, and after a stroke those whom only pins do, with how many demands. */
const permitted = (items: Item[], adjustments: Adjustments = [], more: Partial<RequestInput> = {}) => {
  const {
    permissions,
    team,
    items: sorted,
  } = resolve(
    checked(
      small({
        staff: [
          person('ana', { roles: ['manager'] }),
          person('ben'),
          person('cal', { records: [...records] }),
        ],
        catalogue: catalogue(...items),
        adjustments,
        ...more,
      }),
    ),
  );
  const name = (position: number): string => team[position]!.member.id;
  return permissions.map(({ people, pinned }, k) =>
    [
      sorted[k]!.id,
      ...[...people].map(name).sort(),
      ...(pinned.size === 0
        ? []
        : ['|', ...[...pinned].map(([who, pins]) => `${name(who)}:${pins.size}`).sort()]),
    ].join(' '),
  );
};

describe('who may be booked', () => {
  it('are those who need what it teaches, and fit its audience', () => {
    expect(permitted([item('a'), item('b', { audience: managers })])).toEqual(['a ana ben', 'b ana']);
    expect(permitted([item('a', { teaches: elsewhere })])).toEqual(['a']);
    expect(permitted([item('a')], [], { needs: [need('x', { who: { staff: ['cal', 'ben'] } })] })).toEqual([
      'a ben',
    ]);
  });

  it('are those who need it, though the need is met or weighs nothing', () => {
    const enough = need('x', { count: { atLeast: 1 } });
    expect(permitted([item('a')], [], { needs: [enough] })).toEqual(['a ana ben']);
    expect(permitted([item('a')], [], { needs: [need('x', { weight: 0 })] })).toEqual(['a ana ben']);
  });

  it('are all who fit where it is for the whole team', () =>
    expect(
      permitted([
        item('a', { teaches: elsewhere, participation: 'whole-team' }),
        item('b', { teaches: elsewhere, participation: 'whole-team', audience: managers }),
      ]),
    ).toEqual(['a ana ben cal', 'b ana']));

  it('are those on what leads to it, at any remove, whoever fits that', () =>
    expect(
      permitted([
        item('a', { audience: managers, prerequisites: [{ anyOf: ['b'] }] }),
        item('b', { teaches: elsewhere, prerequisites: [{ anyOf: ['c', 'd'] }], offers: [] }),
        item('c', { teaches: elsewhere }),
        item('d', { teaches: elsewhere, audience: managers }),
        item('e', { teaches: elsewhere, participation: 'whole-team', prerequisites: [{ anyOf: ['f'] }] }),
        item('f', { teaches: elsewhere }),
      ]),
    ).toEqual(['a ana', 'b ana ben', 'c ana ben', 'd ana', 'e ana ben cal', 'f ana ben cal']));

  it('are those named by a pin of it, or all who fit where none is, while the pin stands', () => {
    const away = item('a', { teaches: elsewhere });
    const pin = (staff?: string[]): Adjustments[number] => ({
      kind: 'pin',
      item: 'a',
      ...(staff === undefined ? {} : { staff }),
    });
    expect(permitted([away], [pin(['cal'])])).toEqual(['a | cal:1']);
    expect(permitted([away], [pin()])).toEqual(['a | ana:1 ben:1 cal:1']);
    expect(permitted([away], [pin(['cal', 'ben']), pin()])).toEqual(['a | ana:1 ben:2 cal:2']);
    expect(permitted([{ ...away, audience: managers }], [pin(['cal', 'ana'])])).toEqual(['a | ana:1']);
    expect(permitted([away], [{ kind: 'ban', item: 'a', staff: ['cal'] }])).toEqual(['a']);
    // Those who need it are permitted in any case.
    expect(permitted([item('a')], [pin(['cal', 'ben'])])).toEqual(['a ana ben | cal:1']);
  });

  it('are those pinned to what relies on it, at any remove', () => {
    const items = [
      item('a', { teaches: elsewhere, prerequisites: [{ anyOf: ['b'] }], audience: managers }),
      item('b', { teaches: elsewhere, prerequisites: [{ anyOf: ['c'] }] }),
      item('c', { teaches: elsewhere }),
    ];
    const pins: Adjustments = [
      { kind: 'pin', item: 'a' },
      { kind: 'pin', item: 'b', staff: ['ben'] },
      { kind: 'pin', item: 'c', staff: ['ben'] },
    ];
    expect(permitted(items, pins)).toEqual(['a | ana:1', 'b | ana:1 ben:1', 'c | ana:1 ben:2']);
    // A pin whose staff do not fit still says that they may take what leads there.
    expect(permitted(items, [{ kind: 'pin', item: 'a', staff: ['ben'] }])).toEqual([
      'a',
      'b | ben:1',
      'c | ben:1',
    ]);
  });
});

describe('a place that only pins permit', () => {
  it('is there as long as one of them is', () => {
    const { problem, ways, facts } = compiled(
      small({
        catalogue: catalogue(item('a', { teaches: elsewhere }), item('b')),
        adjustments: [
          { kind: 'pin', item: 'b', staff: ['ana'] },
          { kind: 'pin', item: 'a' },
          { kind: 'pin', item: 'a', staff: ['ben'] },
        ],
      }),
    );
    const places = ways.find(({ way }) => way.slot.item.id === 'a')!.places;
    const pinOf = (position: number): number =>
      facts.demands.findIndex((demand) => demand.position === position);
    const [all, ben] = [pinOf(1), pinOf(2)];
    const byColumn = new Map(
      problem.permits.map(({ column, demands }) => [column, [...demands].sort((a, b) => a - b)]),
    );
    expect(places.map(({ column }) => byColumn.get(column))).toEqual([
      [all],
      [all, ben].sort((a, b) => a - b),
      [all],
    ]);
    expect(byColumn.size).toBe(3);
  });
});
