import { expect, it } from 'vitest';
import { compareIds, sortedById } from '../../../src/internal/order.js';

it('orders ids by code unit: digits, capitals, small letters, accents', () => {
  expect(['é', 'b', 'B', 'a10', 'a2', '-', ''].sort(compareIds)).toEqual([
    '',
    '-',
    'B',
    'a10',
    'a2',
    'b',
    'é',
  ]);
});

it('orders surrogates by code unit too, below the last of the plane', () => {
  expect(['\uffff', '\u{1f600}'].sort(compareIds)).toEqual(['\u{1f600}', '\uffff']);
});

it('leaves the list it is given', () => {
  const list = [{ id: 'b' }, { id: 'a' }];
  expect(sortedById(list)).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(list).toEqual([{ id: 'b' }, { id: 'a' }]);
});
