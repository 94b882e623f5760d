import { describe, expect, it } from 'vitest';
import { clashesOf, exclusionsOf } from '../../../src/model/incompatible.js';
import { termsOf } from '../../../src/model/slots.js';
import { slotsOf } from './at-once.js';
import { allows, catalogue, checked, type Item, item, session, small } from './requests.js';

/** A session of blocks on one day, in hours. */
const on = (id: string, ...hours: (readonly [from: number, to: number])[]) => {
  const time = (hour: number): string => `2025-10-01T${String(hour).padStart(2, '0')}:00`;
  return { id, blocks: hours.map(([from, to]) => ({ starts: time(from), ends: time(to) })) };
};

/** Items of sessions, and of these who clash: the sets of their names. */
function clashes(items: Record<string, ReturnType<typeof on>[]>, without: readonly string[] = []): string[] {
  const request = checked(
    small({ catalogue: catalogue(...Object.entries(items).map(([id, sessions]) => item(id, { sessions }))) }),
  );
  const slots = slotsOf(request, termsOf(request));
  const name = (slot: number): string => slots[slot]!.session?.id ?? slots[slot]!.item.id;
  const used = [...slots.keys()].filter((slot) => !without.includes(name(slot)));
  return clashesOf(slots, used)
    .map((set) => set.map(name).join(''))
    .sort();
}

describe('sessions at once', () => {
  it('are the largest sets of which any moment is in all', () => {
    expect(clashes({ a: [on('A', [9, 12])], b: [on('B', [11, 14])], c: [on('C', [13, 16])] })).toEqual([
      'AB',
      'BC',
    ]);
    expect(clashes({ a: [on('A', [9, 12])], b: [on('B', [10, 14])], c: [on('C', [11, 16])] })).toEqual([
      'ABC',
    ]);
    expect(clashes({ a: [on('A', [9, 17])], b: [on('B', [9, 10])], c: [on('C', [16, 17])] })).toEqual([
      'AB',
      'AC',
    ]);
  });

  it('do not include those that touch', () => {
    expect(clashes({ a: [on('A', [9, 12])], b: [on('B', [12, 14])] })).toEqual([]);
    expect(clashes({ a: [on('A', [9, 12])], b: [on('B', [11, 13])], c: [on('C', [12, 14])] })).toEqual([
      'AB',
      'BC',
    ]);
  });

  it('are of several items: one is taken once in any case', () => {
    expect(clashes({ a: [on('A', [9, 12]), on('B', [9, 12])] })).toEqual([]);
    expect(clashes({ a: [on('A', [9, 12]), on('B', [9, 12])], b: [on('C', [9, 12])] })).toEqual(['ABC']);
  });

  it('need share one block only, and are told once', () => {
    const twice = [on('A', [9, 10], [14, 15])];
    expect(clashes({ a: twice, b: [on('B', [9, 10], [14, 15])] })).toEqual(['AB']);
    expect(clashes({ a: twice, b: [on('B', [10, 14])] })).toEqual([]);
    expect(clashes({ a: twice, b: [on('B', [10, 16])] })).toEqual(['AB']);
    // A set within another says nothing more.
    expect(clashes({ a: twice, b: [on('B', [9, 10], [14, 15])], c: [on('C', [14, 15])] })).toEqual(['ABC']);
  });

  it('are asked of slots in use, and never of self-paced ones', () => {
    const items = { a: [on('A', [9, 12])], b: [on('B', [11, 14])], c: [], d: [] };
    expect(clashes(items)).toEqual(['AB']);
    expect(clashes(items, ['B'])).toEqual([]);
  });

  it('cannot both be attended, nor on different days of several blocks', () => {
    const booked = (...sessions: Item['sessions'] & {}): boolean =>
      allows(
        small({
          catalogue: catalogue(...sessions.map((one) => item(one.id, { sessions: [one] }))),
        }),
        ...sessions.map(({ id }) => ({ item: id, offer: 'free', learners: ['ana'] })),
      );
    const morning = session('morning', '2025-10-01T09:00', '2025-10-01T12:00');
    expect(booked(morning, session('noon', '2025-10-01T11:59', '2025-10-01T13:00'))).toBe(false);
    expect(booked(morning, session('noon', '2025-10-01T12:00', '2025-10-01T13:00'))).toBe(true);
    expect(booked(morning, session('night', '2025-09-30T22:00', '2025-10-01T09:00'))).toBe(true);
    expect(booked(morning, session('night', '2025-09-30T22:00', '2025-10-01T09:01'))).toBe(false);
  });
});

describe('items that exclude each other', () => {
  const sets = (excludes: Record<string, string[]>, without = ''): string[] => {
    const { items } = checked(
      small({
        catalogue: catalogue(...Object.entries(excludes).map(([id, list]) => item(id, { excludes: list }))),
      }),
    ).catalogue;
    const numberOf = new Map<string, number>(items.map(({ id }, k) => [id, k]));
    const used = [...numberOf.values()].filter((k) => !without.includes(items[k]!.id));
    return exclusionsOf(items, numberOf, used).map((set) => set.map((k) => items[k]!.id).join(''));
  };

  it('are together, once, whichever says so, in order', () =>
    expect(sets({ a: [], b: ['c', 'a'], c: ['b', 'b'], d: ['a'] })).toEqual(['ab', 'ad', 'bc']));

  it('are never an item and itself', () => expect(sets({ a: ['a'], b: [] })).toEqual([]));

  it('are one set where each excludes all others, and every pair is in one', () => {
    expect(sets({ a: ['b', 'c', 'd'], b: ['c', 'd'], c: [], d: ['c'] })).toEqual(['abcd']);
    expect(sets({ a: ['b', 'c'], b: ['c'], c: ['d', 'e'], d: ['e'], e: ['a'] })).toEqual([
      'abc',
      'ace',
      'cde',
    ]);
  });

  it('are in use', () => expect(sets({ a: ['b', 'c'], b: ['c'], c: [] }, 'b')).toEqual(['ac']));

  it('cannot any two of a set be taken by one person', () => {
    const request = small({
      catalogue: catalogue(item('a', { excludes: ['b', 'c'] }), item('b', { excludes: ['c'] }), item('c')),
    });
    const ana = (id: string) => ({ item: id, offer: 'free', learners: ['ana'] });
    for (const [one, other] of ['ab', 'bc', 'ac'])
      expect(allows(request, ana(one!), ana(other!)), `${one} ${other}`).toBe(false);
  });

  it('cannot both be taken by one person', () => {
    const request = small({ catalogue: catalogue(item('a', { excludes: ['b'] }), item('b')) });
    const one = (id: string, learners: string[]) => ({ item: id, offer: 'free', learners });
    expect(allows(request, one('a', ['ana']), one('b', ['ana']))).toBe(false);
    expect(allows(request, one('a', ['ana']), one('b', ['ben']))).toBe(true);
    const itself = small({ catalogue: catalogue(item('a', { excludes: ['a'] })) });
    expect(allows(itself, one('a', ['ana', 'ben']))).toBe(true);
  });
});
