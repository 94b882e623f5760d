import { describe, expect, it } from 'vitest';
import { snapshot, type SnapshotLimits, UNREADABLE } from '../../../src/internal/snapshot.js';

const LIMITS: SnapshotLimits = { depth: 5, values: 50, text: 20, key: 10, faults: 4 };
const snap = (value: unknown, limits: Partial<SnapshotLimits> = {}) =>
  snapshot(value, { ...LIMITS, ...limits });
const faultsOf = (value: unknown, limits: Partial<SnapshotLimits> = {}) =>
  snap(value, limits).faults.map(({ path, code, found }) => [path, code, found]);

describe('a snapshot', () => {
  it('copies plain data', () => {
    const value = { a: [1, 'two', null, true, { b: [] }], c: {} };
    const copy = snap(value);
    expect(copy).toEqual({ value, faults: [], complete: true });
    expect(copy.value).not.toBe(value);
  });

  it('leaves out keys without a value, symbol keys and what is not enumerable', () => {
    const value = { a: 1, b: undefined, [Symbol('c')]: 3 };
    Object.defineProperty(value, 'd', { value: 4, enumerable: false });
    expect(snap(value)).toStrictEqual({ value: { a: 1 }, faults: [], complete: true });
  });

  it('knows no negative zero', () => {
    expect(Object.is(snap(-0).value, 0)).toBe(true);
  });

  it('takes objects without a prototype, frozen ones, and those of another realm', () => {
    const bare = Object.assign(Object.create(null) as object, {
      a: Object.freeze([Object.freeze({ b: 1 })]),
    });
    expect(snap(bare).value).toEqual({ a: [{ b: 1 }] });
    const otherObject = Object.assign(Object.create(null) as object, { hasOwnProperty: () => true });
    expect(snap(Object.assign(Object.create(otherObject) as object, { a: 1 })).value).toEqual({ a: 1 });
  });

  it('copies what is shared into each place', () => {
    const shared = [1];
    const { value, faults } = snap([shared, shared]);
    expect(value).toEqual([[1], [1]]);
    expect(faults).toEqual([]);
  });

  it('reads each property once', () => {
    let reads = 0;
    const value = {
      get a() {
        reads += 1;
        return reads;
      },
    };
    expect(snap(value).value).toEqual({ a: 1 });
    expect(reads).toBe(1);
  });

  it.each([
    [Number.NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [10n, 'a BigInt'],
    [Symbol('s'), 'a symbol'],
    [() => 1, 'a function'],
    [undefined, 'undefined'],
    [new Date(0), 'an instance of Date'],
    [new Map(), 'an instance of Map'],
    [new Uint8Array(1), 'an instance of Uint8Array'],
    [
      new (class Person {
        readonly name = 'x';
      })(),
      'an instance of Person',
    ],
    [Object.create({ inherited: 1 }) as unknown, 'an instance of Object'],
    [Object.create({ constructor: { name: 'x' } }) as unknown, 'an instance of a class'],
    [Object.create(Object.create(null) as object) as unknown, 'an instance of a class'],
  ])('finds %s to be no JSON', (value, found) => {
    expect(faultsOf(value)).toEqual([[[], 'not-json', found]]);
    expect(snap({ a: [value, 1] }).value).toEqual({ a: [UNREADABLE, 1] });
  });

  it('finds empty places of a list to be no JSON', () => {
    const sparse: unknown[] = [1];
    sparse[2] = 3;
    expect(faultsOf(sparse)).toEqual([[[1], 'not-json', 'undefined']]);
  });

  it('refuses keys that would change the object, and does not copy them', () => {
    const value: unknown = JSON.parse(
      '{"a": {"__proto__": {"polluted": 1}, "constructor": 2, "prototype": 3, "b": 4}}',
    );
    const copy = snap(value);
    expect(copy.faults.map(({ path }) => path)).toEqual([
      ['a', '__proto__'],
      ['a', 'constructor'],
      ['a', 'prototype'],
    ]);
    expect(copy.value).toStrictEqual({ a: { b: 4 } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('finds circles where they close', () => {
    const value: Record<string, unknown> = { a: [1] };
    value['b'] = { c: [value] };
    expect(faultsOf(value)).toEqual([[['b', 'c', 0], 'not-json', 'an object that contains itself']]);
  });

  it('is not deceived by getters and proxies that throw', () => {
    const getter = {
      a: 1,
      get b(): never {
        throw new Error('no');
      },
    };
    const proxy = (trap: 'ownKeys' | 'getPrototypeOf' | 'get') =>
      new Proxy(
        { a: 1 },
        {
          [trap]: () => {
            throw new Error('no');
          },
        },
      );
    const { proxy: revoked, revoke } = Proxy.revocable([], {});
    revoke();
    expect(faultsOf([getter, proxy('get'), proxy('ownKeys'), revoked])).toEqual([
      [[0, 'b'], 'not-json', 'a property that cannot be read'],
      [[1, 'a'], 'not-json', 'a property that cannot be read'],
      [[2], 'not-json', 'an object that cannot be read'],
      [[3], 'not-json', 'an object that cannot be read'],
    ]);
    expect(faultsOf(proxy('getPrototypeOf'))).toEqual([[[], 'not-json', 'an object that cannot be read']]);
  });

  it('is not deceived by a list whose length is a lie', () => {
    for (const length of ['many', Number.NaN, -1, 1.5, {}, null]) {
      const liar = new Proxy([1], {
        get: (list, key) => (key === 'length' ? length : Reflect.get(list, key)),
      });
      expect(faultsOf(liar)).toEqual([[[], 'not-json', 'a list without a length']]);
    }
  });

  it('stops at the depth, and goes on elsewhere', () => {
    const { value, faults } = snap({ a: [[[[[['too deep']]]]]], b: 1 });
    expect(faults).toEqual([{ path: ['a', 0, 0, 0, 0], code: 'too-deep', found: 'nested too deeply' }]);
    expect(value).toEqual({ a: [[[[UNREADABLE]]]], b: 1 });
    expect(faultsOf([[[[['deep enough']]]]])).toEqual([]);
  });

  it('stops at a depth of any height without a stack overflow', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 1_000_000; level += 1) deep = [deep];
    expect(snap(deep).faults).toHaveLength(1);
  });

  it('stops for good at the number of values', () => {
    const tooLarge = [[[], 'too-large', 'too many values']];
    const full = Array.from({ length: 49 }, () => 1);
    expect(faultsOf(full)).toEqual([]);
    for (const many of [[...full, 1], { a: full }, new Array(4_000_000_000), Object.assign({ a: 1 }, full)]) {
      expect(faultsOf(many)).toEqual(tooLarge);
      expect(snap(many).complete).toBe(false);
    }
    let doubled: unknown = [];
    for (let level = 0; level < 60; level += 1) doubled = [doubled, doubled];
    expect(faultsOf(doubled, { depth: 100 })).toEqual(tooLarge);
  });

  it('stops at the number of faults', () => {
    const { faults, complete } = snap(Array.from({ length: 40 }, () => Number.NaN));
    expect(faults).toHaveLength(4);
    expect(complete).toBe(false);
  });

  it('does not take long texts and long keys', () => {
    const value = { a: 'x'.repeat(21), b: 'x'.repeat(20), ['k'.repeat(11)]: 1 };
    expect(faultsOf(value)).toEqual([
      [['a'], 'long-text', '21'],
      [[], 'long-key', '11'],
    ]);
    expect(snap(value).value).toEqual({ a: UNREADABLE, b: 'x'.repeat(20) });
  });
});
