import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/build.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { conflictOf } from '../../../src/model/conflict.js';
import { factsOf } from './at-once.js';
import { catalogue, checked, item, small } from './requests.js';

type Adjustment = NonNullable<RequestInput['adjustments']>[number];

describe('a conflict', () => {
  it('says of each pin and ban what it asks, and where it stands', () => {
    const adjustments: Adjustment[] = [
      { kind: 'pin', item: 'module' },
      { kind: 'pin', item: 'module', staff: ['cal', 'ana'], reason: 'they asked' },
      { kind: 'ban', item: 'module' },
      { kind: 'ban', item: 'course', staff: ['ben'] },
    ];
    const facts = factsOf(checked(small({ adjustments })));
    const { members } = conflictOf(facts, [0, 1, 2, 3]);
    const byPath = members.toSorted((a, b) => Number(a.path[1]) - Number(b.path[1]));
    expect(byPath).toEqual([
      { kind: 'pin', path: ['adjustments', 0], message: '"module" must be booked at least once' },
      { kind: 'pin', path: ['adjustments', 1], message: '"module" must be booked for ana, cal' },
      { kind: 'ban', path: ['adjustments', 2], message: '"module" may not be booked for anybody' },
      { kind: 'ban', path: ['adjustments', 3], message: '"course" may not be booked for ben' },
    ]);
    expect(conflictOf(facts, []).members).toEqual([]);
  });

  it('names the same members in the same order, wherever they stand in the request', () => {
    const adjustments: Adjustment[] = [
      { kind: 'pin', item: 'course', staff: ['ana'] },
      { kind: 'ban', item: 'module' },
      { kind: 'pin', item: 'module', staff: ['ben'] },
    ];
    const named = (list: Adjustment[]) => {
      const result = buildProgramme(small({ adjustments: list }));
      if (result.status !== 'infeasible') throw new Error(result.status);
      return result.conflict.members.map(({ kind, path, message }) => {
        expect(list[Number(path[1])]!.kind).toBe(kind);
        return message;
      });
    };
    const expected = ['"module" may not be booked for anybody', '"module" must be booked for ben'];
    expect(named(adjustments)).toEqual(expected);
    expect(named(adjustments.toReversed())).toEqual(expected);
  });

  it('says of each limit what it asks at least, however it counts', () => {
    const limits: RequestInput['limits'] = [
      { id: 'a', measure: 'pence', atLeast: 5 },
      { id: 'b', measure: 'minutes', per: 'learner', atLeast: 60, atMost: 90 },
      { id: 'c', measure: 'release-minutes', per: 'term', atLeast: 1, select: { kinds: ['workshop'] } },
      { id: 'd', measure: 'bookings', per: 'item', atLeast: 1 },
      { id: 'e', measure: 'places', per: 'setting', atLeast: 0, select: {} },
      { id: 'f', measure: 'places', atMost: 4 },
    ];
    const facts = factsOf(checked(small({ limits })));
    expect(conflictOf(facts, [0, 1, 2, 3, 4]).members).toEqual(
      [
        'limit "a" asks for at least 5 pence',
        'limit "b" asks for at least 60 minutes for each learner',
        'limit "c" asks for at least 1 release minutes in each term, of what it selects',
        'limit "d" asks for at least 1 bookings of each item',
        'limit "e" asks for at least 0 places, of what it selects',
      ].map((message, k) => ({ kind: 'limit', path: ['limits', k], message })),
    );
    // Only a least amount is a demand.
    expect(facts.demands.length).toBe(5);
  });

  it('says of a pin or ban of one session which it is', () => {
    const sessions = [{ id: 's', blocks: [{ starts: '2025-10-01T09:00', ends: '2025-10-01T12:00' }] }];
    const adjustments: Adjustment[] = [
      { kind: 'ban', item: 'module', session: 's', staff: ['ana'] },
      { kind: 'pin', item: 'module', session: 's' },
    ];
    const facts = factsOf(
      checked(small({ catalogue: catalogue(item('module', { sessions })), adjustments })),
    );
    expect(conflictOf(facts, [0, 1]).members.map(({ message }) => message)).toEqual([
      '"module" on "s" may not be booked for ana',
      '"module" on "s" must be booked at least once',
    ]);
  });

  it('has pins and bans by their texts, then limits by their ids', () => {
    const limits: RequestInput['limits'] = [
      { id: 'b', measure: 'pence', atLeast: 5 },
      { id: 'top', measure: 'pence', atMost: 5 },
      { id: 'a', measure: 'pence', atLeast: 5 },
    ];
    const { demands } = factsOf(
      checked(
        small({
          limits,
          adjustments: [
            { kind: 'pin', item: 'module' },
            { kind: 'ban', item: 'module' },
            { kind: 'pin', item: 'course' },
          ],
        }),
      ),
    );
    // The keys of a text are in order, so that items come before kinds.
    expect(demands.map(({ kind, position }) => `${kind} ${position}`)).toEqual([
      'adjustment 2',
      'adjustment 1',
      'adjustment 0',
      'limit 2',
      'limit 0',
    ]);
  });

  it('leaves out what is in the way only of what a pin permits, once the pin is left out', () => {
    const elsewhere = [{ area: 'own-area', depth: 1 }] as const;
    const request = small({
      catalogue: catalogue(
        item('first', { teaches: [...elsewhere] }),
        item('second', { teaches: [...elsewhere], prerequisites: [{ anyOf: ['first'] }] }),
      ),
      limits: [{ id: 'some', measure: 'places', select: { items: ['first'] }, atLeast: 1 }],
    });
    const members = (...adjustments: Adjustment[]) => {
      const result = buildProgramme({ ...request, adjustments });
      return result.status === 'infeasible' ? result.conflict.members.map(({ kind }) => kind) : result.status;
    };
    const pin: Adjustment = { kind: 'pin', item: 'second', staff: ['ben'] };
    // Nobody needs the first item: only who is pinned to the second may take it.
    expect(members(pin)).toBe('optimal');
    expect(members()).toEqual(['limit']);
    // Without the ban the others can hold. But the limit cannot without the pin, ban or no ban.
    const ban: Adjustment = { kind: 'ban', item: 'first' };
    expect(members(ban, pin)).toEqual(['limit']);
    expect(members(ban)).toEqual(['limit']);
  });

  it('can be a single pin of what nobody may or can be booked on', () => {
    const alone = (adjustment: Adjustment, more: Partial<RequestInput> = {}) => {
      const result = buildProgramme(small({ adjustments: [adjustment], ...more }));
      return result.status === 'infeasible' ? result.conflict.members.length : result.status;
    };
    expect(alone({ kind: 'pin', item: 'course' })).toBe('optimal');
    expect(alone({ kind: 'pin', item: 'course' }, { funding: [] })).toBe(1);
    expect(
      alone({ kind: 'pin', item: 'course', staff: ['ana'] }, { funding: [{ id: 'a', pence: 99 }] }),
    ).toBe(1);
    expect(alone({ kind: 'pin', item: 'course', staff: [] }, { funding: [] })).toBe('optimal');
    expect(alone({ kind: 'ban', item: 'course' }, { funding: [] })).toBe('optimal');
  });
});
