import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import {
  allows,
  catalogue,
  free,
  type Item,
  item,
  need,
  perLearner,
  person,
  session,
  small,
} from './requests.js';

type Time = NonNullable<RequestInput['staff'][number]['time']>;

const own: Item['teaches'] = [{ area: 'own-area', depth: 1 }];
const needs = [need('safe'), need('own', { area: 'own-area' })];
const on = (id: string, learners: string[] = ['ana'], when?: string) => ({
  item: id,
  offer: 'free',
  learners,
  ...(when === undefined ? {} : { when }),
});

describe('a person', () => {
  it('takes an item once, by one offer on one session', () => {
    const one = item('one', {
      offers: [
        { id: 'free', price: free },
        { id: 'paid', price: perLearner(1) },
      ],
      sessions: [
        session('a', '2025-10-01T09:00', '2025-10-01T12:00'),
        session('b', '2025-11-01T09:00', '2025-11-01T12:00'),
      ],
    });
    const request = small({ catalogue: catalogue(one) });
    expect(allows(request, on('one', ['ana'], 'a'), on('one', ['ana'], 'b'))).toBe(false);
    expect(allows(request, on('one', ['ana'], 'a'), { ...on('one', ['ana'], 'a'), offer: 'paid' })).toBe(
      false,
    );
    expect(allows(request, on('one', ['ana'], 'a'), on('one', ['ben'], 'b'))).toBe(true);
    expect(allows(request, on('one', ['ana'], 'a'), { ...on('one', ['ben'], 'a'), offer: 'paid' })).toBe(
      true,
    );
  });
});

describe('time', () => {
  const terms = [
    { id: 'autumn', from: '2025-09-01', to: '2025-12-19' },
    { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
  ];
  /** Whether there is time for the session, the book or both, of 60 and 30 minutes, each in autumn unless told. */
  const enough = (
    time: Time,
    taking: 'session' | 'book' | 'both',
    { openHours = true, day = '2025-10-01' } = {},
  ): boolean =>
    allows(
      small({
        terms,
        staff: [person('ana', { time })],
        needs,
        catalogue: catalogue(
          item('book', { minutes: 30, teaches: own }),
          item('session', {
            minutes: 60,
            sessions: [session('s', `${day}T09:00`, `${day}T17:00`, { openHours })],
          }),
        ),
      }),
      ...(taking === 'book' ? [] : [on('session')]),
      ...(taking === 'session' ? [] : [on('book', ['ana'], 'autumn')]),
    );

  it('in open hours is release time, an item’s minutes whatever the blocks', () => {
    expect(enough({ releaseMinutes: 60 }, 'session')).toBe(true);
    expect(enough({ releaseMinutes: 59 }, 'session')).toBe(false);
    expect(enough({ releaseMinutes: 59, ownMinutes: 100 }, 'session')).toBe(false);
    expect(enough({ ownMinutes: 0 }, 'session')).toBe(true);
    expect(enough({ releaseMinutes: 59 }, 'session', { openHours: false })).toBe(true);
  });

  it('of everything else is of either kind, once both are numbers', () => {
    expect(enough({ releaseMinutes: 0 }, 'book')).toBe(true);
    expect(enough({ ownMinutes: 0 }, 'book')).toBe(true);
    expect(enough({ releaseMinutes: 0, ownMinutes: 29 }, 'book')).toBe(false);
    expect(enough({ releaseMinutes: 29, ownMinutes: 1 }, 'book')).toBe(true);
    expect(enough({ releaseMinutes: 60, ownMinutes: 29 }, 'both')).toBe(false);
    expect(enough({ releaseMinutes: 60, ownMinutes: 30 }, 'both')).toBe(true);
    expect(enough({ releaseMinutes: 90, ownMinutes: 0 }, 'both')).toBe(true);
    expect(enough({ releaseMinutes: 0, ownMinutes: 90 }, 'both', { openHours: false })).toBe(true);
    expect(enough({ releaseMinutes: 0, ownMinutes: 89 }, 'both', { openHours: false })).toBe(false);
  });

  it('binds in the window and in each term', () => {
    const none = { releaseMinutes: 0, ownMinutes: 0 };
    const plenty = { releaseMinutes: 90, ownMinutes: 90 };
    expect(enough({ terms: { autumn: none } }, 'session')).toBe(false);
    expect(enough({ terms: { autumn: none } }, 'book')).toBe(false);
    expect(enough({ terms: { spring: none } }, 'both')).toBe(true);
    expect(enough({ ...none, terms: { autumn: plenty } }, 'book')).toBe(false);
    expect(enough({ ...plenty, terms: { autumn: none } }, 'book')).toBe(false);
    expect(enough({ terms: { autumn: { releaseMinutes: 59 } } }, 'session')).toBe(false);
    const spring = { day: '2026-02-02' };
    const split = {
      terms: { autumn: { releaseMinutes: 0, ownMinutes: 30 }, spring: { releaseMinutes: 60, ownMinutes: 0 } },
    };
    expect(enough(split, 'both', spring)).toBe(true);
    expect(enough({ ...split, releaseMinutes: 59, ownMinutes: 30 }, 'both', spring)).toBe(false);
    expect(enough({ ...split, releaseMinutes: 60, ownMinutes: 29 }, 'both', spring)).toBe(false);
    // A session between the terms is in the window only.
    expect(enough({ terms: { autumn: none, spring: none } }, 'session', { day: '2025-12-22' })).toBe(true);
    expect(enough({ releaseMinutes: 59 }, 'session', { day: '2025-12-22' })).toBe(false);
  });
});

describe('an item', () => {
  const together = (one: Partial<Item>, learners: string[], more: Partial<RequestInput> = {}): boolean =>
    allows(small({ catalogue: catalogue(item('one', one)), ...more }), on('one', learners));

  it('has so many learners of all its bookings', () => {
    const sessions = [
      session('a', '2025-10-01T09:00', '2025-10-01T12:00'),
      session('b', '2025-11-01T09:00', '2025-11-01T12:00'),
    ];
    const request = small({ catalogue: catalogue(item('one', { learners: { perSetting: 2 }, sessions })) });
    expect(allows(request, on('one', ['ana'], 'a'), on('one', ['ben'], 'b'))).toBe(true);
    expect(allows(request, on('one', ['ana', 'cal'], 'a'), on('one', ['ben'], 'b'))).toBe(false);
    expect(together({ learners: { perSetting: 0 } }, ['ana'])).toBe(false);
  });

  it('has so many places on a session, over all offers', () => {
    const one = item('one', {
      sessions: [session('a', '2025-10-01T09:00', '2025-10-01T12:00', { places: 2 })],
      offers: [
        { id: 'free', price: free },
        { id: 'paid', price: perLearner(1) },
      ],
    });
    const request = small({ catalogue: catalogue(one) });
    expect(allows(request, on('one', ['ana', 'ben']))).toBe(true);
    expect(allows(request, on('one', ['ana', 'ben', 'cal']))).toBe(false);
    expect(allows(request, on('one', ['ana', 'ben']), { ...on('one', ['cal']), offer: 'paid' })).toBe(false);
  });

  it('bounds each booking, not all of them', () => {
    const bounded = (learners: Item['learners'], ...bookings: string[][]): boolean =>
      allows(
        small({
          catalogue: catalogue(
            item('one', {
              learners,
              offers: ['a', 'b'].map((id) => ({ id, price: free })),
            }),
          ),
        }),
        ...bookings.map((who, k) => ({ item: 'one', offer: 'ab'[k]!, learners: who })),
      );
    expect(bounded({ min: 2 }, ['ana'])).toBe(false);
    expect(bounded({ min: 2 }, ['ana', 'ben'])).toBe(true);
    expect(bounded({ min: 2 }, ['ana', 'ben'], ['cal'])).toBe(false);
    expect(bounded({ max: 2 }, ['ana', 'ben'], ['cal'])).toBe(true);
    expect(bounded({ max: 2 }, ['ana', 'ben', 'cal'])).toBe(false);
    expect(bounded({ min: 0, max: 0 }, [])).toBe(true);
  });

  it('for the whole team has all who fit, over one or more bookings, or nobody', () => {
    const whole: Partial<Item> = { participation: 'whole-team' };
    expect(together(whole, ['ana', 'ben', 'cal'])).toBe(true);
    expect(together(whole, ['ana', 'ben'])).toBe(false);
    expect(together(whole, [])).toBe(true);
    const only: Partial<Item> = { ...whole, audience: { roles: ['practitioner'] } };
    expect(together(only, ['ben', 'cal'])).toBe(true);
    expect(together(only, ['ben'])).toBe(false);
    const offers = ['free', 'other'].map((id) => ({ id, price: free }));
    const both = small({ catalogue: catalogue(item('one', { ...whole, offers })) });
    const rest = { ...on('one', ['ana']), offer: 'other' };
    expect(allows(both, on('one', ['ben', 'cal']), rest)).toBe(true);
    expect(allows(both, on('one', ['ben']), rest)).toBe(false);
  });

  it('for the whole team is for nobody where somebody who fits cannot come', () => {
    const away = [{ from: '2025-10-01', to: '2025-10-01' }];
    const one: Partial<Item> = {
      participation: 'whole-team',
      sessions: [session('s', '2025-10-01T09:00', '2025-10-01T12:00')],
    };
    const staff = [person('ana', { away }), person('ben')];
    expect(together(one, ['ben'], { staff })).toBe(false);
    expect(together(one, [], { staff })).toBe(true);
    const banned: RequestInput['adjustments'] = [{ kind: 'ban', item: 'one', staff: ['ana'] }];
    const two = [person('ana'), person('ben')];
    expect(together(one, ['ben'], { staff: two, adjustments: banned })).toBe(false);
    expect(together(one, ['ana', 'ben'], { staff: two })).toBe(true);
  });
});
