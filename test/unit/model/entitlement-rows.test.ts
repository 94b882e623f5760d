import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import {
  allows,
  catalogue,
  free,
  type Item,
  item,
  penceFor,
  perLearner,
  perSetting,
  person,
  session,
  small,
} from './requests.js';

const asking = (...requires: string[]): Item =>
  item('asking', { offers: [{ id: 'free', price: free, requires }] });
const joining = (more: Partial<Item> = {}): Item =>
  item('joining', {
    teaches: [],
    grants: ['member'],
    offers: [{ id: 'year', price: perSetting(50) }],
    ...more,
  });
const on = (learners: string[]) => ({ item: 'asking', offer: 'free', learners });
const bought = (id = 'joining', offer = 'year', when?: string) => ({
  item: id,
  offer,
  learners: [],
  ...(when === undefined ? {} : { when }),
});

describe('what an offer requires', () => {
  it('is granted by what is bought for the setting, to everybody', () => {
    const request = small({ catalogue: catalogue(asking('member'), joining()) });
    expect(allows(request, on(['ana', 'ben', 'cal']))).toBe(false);
    expect(penceFor(request, on(['ana', 'ben', 'cal']), bought())).toBe(50);
    expect(penceFor(request, bought())).toBe(50);
    expect(penceFor(request)).toBe(0);
  });

  it('is granted by what somebody learns on', () => {
    const teaching = item('joining', { grants: ['member'], offers: [{ id: 'year', price: perLearner(7) }] });
    const request = small({ catalogue: catalogue(asking('member'), teaching) });
    expect(allows(request, on(['ana']))).toBe(false);
    expect(penceFor(request, on(['ana', 'ben']), { ...bought(), learners: ['cal'] })).toBe(7);
  });

  it('is granted to those who have it not', () => {
    const request = small({
      staff: [person('ana', { entitlements: ['member'] }), person('ben')],
      catalogue: catalogue(asking('member'), joining()),
    });
    expect(allows(request, on(['ana']))).toBe(true);
    expect(allows(request, on(['ana', 'ben']))).toBe(false);
    expect(allows(request, on(['ana', 'ben']), bought())).toBe(true);
  });

  it('is all of it, from wherever it comes', () => {
    const insuring = joining({ id: 'insuring', grants: ['insured'] });
    const request = small({ catalogue: catalogue(asking('member', 'insured'), joining(), insuring) });
    expect(allows(request, on(['ana']), bought())).toBe(false);
    expect(allows(request, on(['ana']), bought('insuring'))).toBe(false);
    expect(penceFor(request, on(['ana']), bought(), bought('insuring'))).toBe(100);
    const either = small({
      catalogue: catalogue(
        asking('member'),
        joining(),
        joining({ id: 'insuring', grants: ['insured', 'member'] }),
      ),
    });
    expect(allows(either, on(['ana']), bought())).toBe(true);
    expect(allows(either, on(['ana']), bought('insuring'))).toBe(true);
    expect(allows(either, on(['ana']))).toBe(false);
  });

  it('may be granted to what grants in turn', () => {
    const dearer = joining({
      id: 'second',
      grants: ['insured'],
      offers: [{ id: 'year', price: perSetting(5), requires: ['member'] }],
    });
    const request = small({ catalogue: catalogue(asking('insured'), joining(), dearer) });
    expect(allows(request, on(['ana']), bought('second'))).toBe(false);
    expect(penceFor(request, on(['ana']), bought('second'), bought())).toBe(55);
  });
});

describe('what is bought for the setting', () => {
  it('is bought once, whatever the offer, session or pot', () => {
    const twice = joining({
      offers: [
        { id: 'year', price: perSetting(50) },
        { id: 'month', price: perSetting(10) },
      ],
      sessions: [
        session('s', '2025-10-01T09:00', '2025-10-01T12:00'),
        session('t', '2025-11-01T09:00', '2025-11-01T12:00'),
      ],
    });
    const request = small({ catalogue: catalogue(asking('member'), twice) });
    expect(penceFor(request, bought('joining', 'year', 's'))).toBe(50);
    expect(penceFor(request, bought('joining', 'month', 't'))).toBe(10);
    expect(allows(request, bought('joining', 'year', 's'), bought('joining', 'month', 's'))).toBe(false);
    expect(allows(request, bought('joining', 'year', 's'), bought('joining', 'year', 't'))).toBe(false);
  });

  it('is paid from a pot that pays for what has no learners', () => {
    const paid = (...funding: RequestInput['funding']): number | undefined => {
      const request = small({ catalogue: catalogue(asking('member'), joining()), funding });
      return penceFor(request, on(['ana']), bought());
    };
    expect(paid({ id: 'p', pence: 50 })).toBe(50);
    expect(paid({ id: 'p', pence: 50, pays: { kinds: ['online-module'] } })).toBe(50);
    // From one pot, whole.
    expect(paid({ id: 'p', pence: 49 }, { id: 'q', pence: 50, pays: { not: { items: ['asking'] } } })).toBe(
      50,
    );
  });
});
