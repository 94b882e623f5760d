import { describe, expect, it } from 'vitest';
import { peel } from '../../../src/solve/singletons.js';

/** Columns over three rows. */
const columns = {
  start: Int32Array.of(0, 1, 3, 6, 8),
  row: Int32Array.of(0, 0, 1, 0, 1, 2, 1, 2),
  value: Float64Array.of(2, 3, 4, 5, 6, 7, 8, 9),
};

describe('the order of pivots', () => {
  it('peels columns one after the other', () => {
    const order = peel(Int32Array.of(2, 1, 0), columns);
    expect(order.peeled).toBe(3);
    expect([...order.column]).toEqual([0, 2, 1]);
    expect([...order.row]).toEqual([0, 2, 1]);
  });

  it('takes unit vectors first', () => {
    const order = peel(Int32Array.of(3, 5, 0), columns);
    expect([...order.column]).toEqual([5, 3, 0]);
    expect([...order.row]).toEqual([1, 2, 0]);
  });

  it('leaves to elimination what has no singletons', () => {
    const dense = {
      start: Int32Array.of(0, 3, 5, 7),
      row: Int32Array.of(0, 1, 2, 0, 1, 1, 2),
      value: Float64Array.of(1, 2, 3, 4, 5, 6, 7),
    };
    const order = peel(Int32Array.of(0, 1, 2), dense);
    expect(order.peeled).toBe(0);
    expect([...order.column]).toEqual([1, 2, 0]);
    expect([...order.row]).toEqual([-1, -1, -1]);
    expect([...order.rowCount]).toEqual([2, 3, 2]);
  });

  it('does not pivot on noise', () => {
    const noise = { start: Int32Array.of(0, 1), row: Int32Array.of(0), value: Float64Array.of(1e-12) };
    expect(peel(Int32Array.of(0), noise).peeled).toBe(0);
  });
});
