import { describe, expect, it } from 'vitest';
import { buildProgramme } from '../../../src/build.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { conflictOf } from '../../../src/model/conflict.js';
import { factsOf } from '../../../src/model/facts.js';
import { checked, small } from './requests.js';

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
