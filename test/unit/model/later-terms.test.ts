import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import {
  bands,
  catalogue,
  free,
  type Item,
  item,
  need,
  openWays,
  perGroup,
  perLearner,
  perSetting,
  person,
  session,
  small,
  tiered,
} from './requests.js';

type Limit = NonNullable<RequestInput['limits']>[number];

const terms = [
  { id: '1', from: '2025-09-03', to: '2025-12-19' },
  { id: '2', from: '2026-01-05', to: '2026-03-27' },
  { id: '3', from: '2026-04-13', to: '2026-07-24' },
];
/** The terms in which the item "one" can be booked. */
const inTerms = (one: Partial<Item> = {}, more: Partial<RequestInput> = {}): string =>
  openWays(
    small({
      staff: [person('ana'), person('ben')],
      terms,
      catalogue: catalogue(item('one', one), item('two', { teaches: [{ area: 'own-area', depth: 1 }] })),
      funding: [{ id: 'pot', pence: 100 }],
      ...more,
    }),
  )
    .filter((way) => way.startsWith('one'))
    .map((way) => way.split(/[ /]/)[1])
    .join(' ');
const priced = (price: Item['offers'][number]['price']): Partial<Item> => ({ offers: [{ id: 'o', price }] });

describe('a self-paced item in a later term', () => {
  it('is left out where an earlier one does the same', () => {
    expect(inTerms()).toBe('1');
    for (const price of [free, perLearner(5), perSetting(5), perGroup(5, 2), bands([9, 5])])
      expect(inTerms(priced(price))).toBe('1');
    expect(inTerms({ learners: { min: 2, perSetting: 2 } })).toBe('1');
    expect(inTerms({}, { terms: terms.slice(0, 1) })).toBe('1');
  });

  it('is compared with the first in which it is available', () => {
    expect(inTerms({ available: { from: '2026-01-01' } })).toBe('2');
    expect(inTerms({ available: { to: '2025-12-01' } })).toBe('1');
  });

  it('stays where it meets what an earlier one does not', () => {
    const valid: Item['teaches'] = [{ area: 'safeguarding', depth: 1, validMonths: 6 }];
    // Tested on 31 August: six months before is 28 February.
    expect(inTerms({ teaches: valid })).toBe('3');
    const needs = [need('winter', { by: '2025-12-01' }), need('summer')];
    expect(inTerms({ teaches: valid }, { needs })).toBe('1 3');
    expect(inTerms({ teaches: [{ area: 'safeguarding', depth: 1, validMonths: 8 }] }, { needs })).toBe('1 2');
  });

  it('stays where an offer or a pot is there only then', () => {
    expect(inTerms({ offers: [{ id: 'o', price: free, from: '2026-01-05' }] })).toBe('2');
    expect(
      inTerms({
        offers: [
          { id: 'o', price: perLearner(5) },
          { id: 'cheap', price: perLearner(4), from: '2026-02-01' },
        ],
      }),
    ).toBe('1 3 3');
    const funding = [
      { id: 'pot', pence: 100 },
      { id: 'spring', pence: 100, from: '2026-01-01', to: '2026-03-01' },
    ];
    expect(inTerms(priced(perLearner(5)), { funding })).toBe('1 2');
    expect(inTerms(priced(free), { funding })).toBe('1');
  });

  it('stays where something has to come first', () => {
    expect(inTerms({ prerequisites: [{ anyOf: ['two'] }] })).toBe('1 2 3');
    // What others rely on had better be early.
    const relying = item('two', { prerequisites: [{ anyOf: ['one'] }] });
    expect(inTerms({}, { catalogue: catalogue(item('one'), relying) })).toBe('1');
  });

  it('stays where a booking can be full, or more in one cost more', () => {
    expect(inTerms({ learners: { max: 1 } })).toBe('1 2 3');
    expect(inTerms(priced(tiered([1, 3], [2, 4])))).toBe('1 2 3');
    expect(inTerms(priced(tiered([2, 3], [1, 4])))).toBe('1');
  });

  it('stays where a limit counts terms, or asks for a least amount', () => {
    const limited = (limit: Partial<Limit>): string =>
      inTerms({}, { limits: [{ id: 'l', measure: 'places', atMost: 1, ...limit }] });
    expect(limited({})).toBe('1');
    expect(limited({ per: 'learner' })).toBe('1');
    expect(limited({ per: 'term' })).toBe('1 2 3');
    expect(limited({ atLeast: 0 })).toBe('1 2 3');
    expect(limited({ per: 'term', select: { items: ['two'] } })).toBe('1');
    expect(limited({ per: 'term', select: { staff: ['ben'] } })).toBe('1 2 3');
    expect(limited({ per: 'term', select: { staff: [] } })).toBe('1');
  });

  it('stays where the time of the earlier term could be short', () => {
    const minutes = (own: NonNullable<RequestInput['staff'][number]['time']>, length = 30): string =>
      inTerms({ minutes: length }, { staff: [person('ana', { time: own }), person('ben')] });
    const time = { releaseMinutes: 60, ownMinutes: 0 };
    expect(minutes(time)).toBe('1');
    expect(minutes({ terms: { 1: time } })).toBe('1 2');
    expect(minutes({ terms: { 2: time } })).toBe('1');
    expect(minutes({ terms: { 1: time, 2: time } })).toBe('1 2 3');
    expect(minutes({ terms: { 1: time } }, 0)).toBe('1');
    // What lacks a number does not bind.
    expect(minutes({ terms: { 1: { releaseMinutes: 60 } } })).toBe('1');
    expect(minutes({ terms: { 1: { ownMinutes: 60 } } })).toBe('1');
  });

  it('is a matter of self-paced items alone', () =>
    expect(
      inTerms({
        sessions: [
          session('a', '2025-10-01T09:00', '2025-10-01T12:00'),
          session('b', '2026-02-01T09:00', '2026-02-01T12:00'),
        ],
      }),
    ).toBe('a b'));

  it('is left out of what is bought for the setting too', () => {
    const joining: Partial<Item> = { teaches: [], grants: ['member'] };
    const asking = item('two', { offers: [{ id: 'o', price: free, requires: ['member'] }] });
    expect(inTerms(joining, { catalogue: catalogue(item('one', joining), asking) })).toBe('1');
  });
});
