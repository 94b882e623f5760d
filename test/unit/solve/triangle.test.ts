import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SparseVector } from '../../../src/solve/sparse-vector.js';
import { Triangle } from '../../../src/solve/triangle.js';
import { runs } from '../../support/runs.js';

interface Case {
  readonly size: number;
  /** The lines in an order in which none takes from one before it. */
  readonly order: readonly number[];
  readonly entries: readonly { readonly from: number; readonly to: number; readonly value: number }[];
  readonly right: readonly number[];
}

const cases: fc.Arbitrary<Case> = fc.constantFrom(1, 2, 6, 60).chain((size) => {
  const place = fc.integer({ min: 0, max: size - 1 });
  const value = fc.constantFrom(-2, -1, -0.5, 0.5, 1, 2);
  const entries = fc.uniqueArray(fc.record({ a: place, b: place, value }), {
    maxLength: 2 * size,
    selector: ({ a, b }) => Math.min(a, b) * size + Math.max(a, b),
  });
  const order = fc.shuffledSubarray(
    Array.from({ length: size }, (_, i) => i),
    { minLength: size },
  );
  // A few entries, which reach little, or many.
  const right = fc.oneof(
    fc.uniqueArray(place, { maxLength: 3 }).map((places) => {
      const values = Array.from({ length: size }, () => 0);
      for (const i of places) values[i] = i + 1;
      return values;
    }),
    fc.array(fc.integer({ min: -3, max: 3 }), { minLength: size, maxLength: size }),
  );
  return fc.record({ order, entries, right }).map((parts) => ({
    size,
    order: parts.order,
    entries: parts.entries
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, value: v }) => ({
        from: parts.order[Math.min(a, b)]!,
        to: parts.order[Math.max(a, b)]!,
        value: v,
      })),
    right: parts.right,
  }));
});

function triangleOf({ size, entries }: Case): Triangle {
  const triangle = new Triangle(size);
  for (const { from, to, value } of entries) triangle.append(from, to, value);
  return triangle;
}

/** What solving gives, after seeing that each value that is not zero is listed, once. */
function solved(
  triangle: Triangle,
  diagonal: Float64Array | undefined,
  order: Int32Array,
  backwards: boolean,
  { right, size }: Case,
): number[] {
  const x = new SparseVector(size);
  right.forEach((value, i) => {
    if (value !== 0) x.add(i, value);
  });
  triangle.solve(x, diagonal, order, order.length, backwards);
  const listed = [...x.index.subarray(0, x.count)];
  expect(new Set(listed)).toEqual(new Set([...x.value.keys()].filter((i) => x.value[i] !== 0)));
  expect(listed.length).toBe(new Set(listed).size);
  return [...x.value];
}

/** The same, by definition; noise is dropped. */
function expected({ order, entries, right, size }: Case, diagonal: Float64Array | undefined): number[] {
  const x = [...right];
  for (const line of order) {
    if (Math.abs(x[line]!) < 1e-14) x[line] = 0;
    x[line]! /= diagonal?.[line] ?? 1;
    for (const { from, to, value } of entries) if (from === line) x[to]! -= value * x[line]!;
  }
  expect(x).toHaveLength(size);
  return x;
}

const mustBeClose = (actual: readonly number[], wanted: readonly number[]): void =>
  wanted.forEach((value, i) => {
    expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, ...wanted.map(Math.abs)));
  });

describe('a triangle', () => {
  it('solves as is defined, by lines in either direction, with and without diagonals', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const triangle = triangleOf(one);
        const diagonal = Float64Array.from(one.right, (_, i) => (i % 3) - 4);
        const order = Int32Array.from(one.order);
        mustBeClose(solved(triangle, undefined, order, false, one), expected(one, undefined));
        mustBeClose(solved(triangle, diagonal, order, false, one), expected(one, diagonal));
        // With gaps, from the end.
        const gapped = Int32Array.from([-1, ...one.order.toReversed(), -1]);
        mustBeClose(solved(triangle, diagonal, gapped, true, one), expected(one, diagonal));
      }),
      { numRuns: runs(300) },
    );
  });

  it('solves the other way round when transposed', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const transposed = new Triangle(one.size);
        transposed.append(0, 0, 5);
        transposed.transpose(triangleOf(one));
        expect(transposed.entries).toBe(one.entries.length);
        const other: Case = {
          ...one,
          order: one.order.toReversed(),
          entries: one.entries.map(({ from, to, value }) => ({ from: to, to: from, value })),
        };
        mustBeClose(
          solved(transposed, undefined, Int32Array.from(one.order), true, one),
          expected(other, undefined),
        );
      }),
      { numRuns: runs(200) },
    );
  });

  it('loses lines, and gets others', () => {
    fc.assert(
      fc.property(cases, fc.nat(), (one, seed) => {
        const triangle = triangleOf(one);
        const transposed = new Triangle(one.size);
        transposed.transpose(triangle);
        const lost = seed % one.size;
        triangle.removeLine(lost, transposed);
        const kept = one.entries.filter(({ from }) => from !== lost);
        expect([triangle.entries, transposed.entries]).toEqual([kept.length, kept.length]);
        const last = one.order.at(-1)!;
        const added = one.size > 1 && lost !== last ? [{ from: lost, to: last, value: 3 }] : [];
        for (const { from, to, value } of added) {
          triangle.append(from, to, value);
          transposed.append(to, from, value);
        }
        const entries = [...kept, ...added];
        const now: Case = { ...one, entries };
        const order = Int32Array.from(one.order);
        mustBeClose(solved(triangle, undefined, order, false, now), expected(now, undefined));
        const other: Case = {
          ...one,
          order: one.order.toReversed(),
          entries: entries.map(({ from, to, value }) => ({ from: to, to: from, value })),
        };
        mustBeClose(solved(transposed, undefined, order, true, now), expected(other, undefined));
      }),
      { numRuns: runs(200) },
    );
  });

  it('counts what a solve costs by what it reaches', () => {
    const size = 1000;
    const chain = new Triangle(size);
    for (let i = 0; i + 1 < size; i += 1) chain.append(i, i + 1, 1);
    const order = Int32Array.from({ length: size }, (_, i) => i);
    const cost = (from: number): number => {
      const before = chain.operations;
      const x = new SparseVector(size);
      x.add(from, 1);
      chain.solve(x, undefined, order, size, false);
      expect(x.count).toBe(size - from);
      return chain.operations - before;
    };
    expect(cost(size - 1)).toBeLessThan(10);
    expect(cost(size - 11)).toBeLessThan(100);
    expect(cost(0)).toBeGreaterThan(size);
  });
});

describe('a sparse vector', () => {
  it('lists each entry once, also one that cancels and comes back', () => {
    const x = new SparseVector(4);
    for (const by of [1, -1, 2, -2, 3]) x.add(2, by);
    x.add(0, 5);
    expect([...x.index.subarray(0, x.count)]).toEqual([2, 0]);
    expect([...x.value]).toEqual([5, 0, 3, 0]);
    const y = new SparseVector(4);
    y.add(1, 7);
    y.copy(x);
    expect([...y.value]).toEqual([5, 0, 3, 0]);
    x.clear();
    expect([[...x.value], x.count]).toEqual([[0, 0, 0, 0], 0]);
    expect(y.count).toBe(2);
  });
});
