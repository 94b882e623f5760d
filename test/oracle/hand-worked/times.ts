import {
  type HandWorked,
  person,
  need,
  item,
  session,
  spring,
  summer,
  request,
  one,
  perLearner,
  priced,
} from './nursery.js';

/** Sessions, cover, time, terms and dates. */
export const TIMES: readonly HandWorked[] = [
  {
    name: 'nothing is asked, nothing is booked',
    request: request({ items: [item('a')], needs: [] }),
    expected: { weighted: 0, places: 0, bookings: 0 },
  },
  // sessions
  {
    name: 'two sessions at once: one of them',
    request: request({
      staff: one,
      items: [
        item('a', { sessions: [session('s', '2026-01-05')] }),
        item('b', { sessions: [session('s', '2026-01-05', '10:59', '12:00')] }),
      ],
    }),
    expected: { weighted: 1, places: 1, 'release-minutes': 60, lateness: 4 },
  },
  {
    name: 'one session after the other: both',
    request: request({
      staff: one,
      items: [
        item('a', { sessions: [session('s', '2026-01-05')] }),
        item('b', { sessions: [session('s', '2026-01-05', '11:00', '12:00')] }),
      ],
    }),
    expected: { weighted: 2, places: 2, lateness: 8 },
  },
  {
    name: 'a session outside the window is not to be had, nor one that ends outside',
    request: request({
      items: [
        item('a', { sessions: [session('s', '2025-12-31')] }),
        item('b', {
          sessions: [{ id: 's', blocks: [{ starts: '2026-01-31T20:00', ends: '2026-02-01T00:00' }] }],
        }),
      ],
    }),
    expected: { weighted: 0 },
  },
  {
    name: 'a session after the test date is too late',
    request: request({
      needs: [need('a', { by: '2026-01-10' })],
      items: [item('a', { sessions: [session('s', '2026-01-11')] })],
    }),
    expected: { weighted: 0, places: 0 },
  },
  {
    name: 'the places of a session, over all bookings',
    request: request({
      items: [
        item('a', {
          sessions: [{ ...session('s', '2026-01-05'), places: 1 }],
          ...priced({ kind: 'free' }, perLearner),
        }),
      ],
    }),
    expected: { weighted: 1, pence: 0 },
  },
  {
    name: 'a day away keeps from the session, and not from what is self-paced',
    request: request({
      staff: [person('ann', { away: [{ from: '2026-01-01', to: '2026-01-31' }] })],
      items: [item('a', { sessions: [session('s', '2026-01-31')] }), item('b')],
    }),
    expected: { weighted: 1 },
  },
  {
    name: 'a session in closed hours uses no release minutes',
    request: request({
      setting: {
        id: 'nursery',
        providerKind: 'group',
        openingHours: [{ weekday: 1, from: '08:00', to: '18:00' }],
      },
      staff: one,
      // Monday 5 January, before and in opening hours; Tuesday the 6th
      items: [
        item('a', { sessions: [session('s', '2026-01-05', '07:00', '08:00')] }),
        item('b', { sessions: [session('s', '2026-01-05', '17:59', '20:00'), session('t', '2026-01-06')] }),
      ],
    }),
    expected: { weighted: 2, 'release-minutes': 0, lateness: 9 },
  },
  // cover
  {
    name: 'of those who are counted, one may be out',
    request: request({
      staff: [person('ann', { roles: ['teacher'] }), person('bea', { roles: ['teacher'] }), person('cat')],
      items: [item('a', { sessions: [session('s', '2026-01-05')] })],
      cover: [
        { starts: '2026-01-05T10:00', ends: '2026-01-05T12:00', maxAway: 1, among: { roles: ['teacher'] } },
      ],
    }),
    expected: { weighted: 2 },
  },
  {
    name: 'one person out twice in a period is one person',
    request: request({
      items: [
        item('a', { sessions: [session('s', '2026-01-05')] }),
        item('b', { sessions: [session('s', '2026-01-05', '11:00', '12:00')] }),
      ],
      cover: [{ starts: '2026-01-05T09:00', ends: '2026-01-05T12:00', maxAway: 1 }],
    }),
    expected: { weighted: 2 },
  },
  // time
  {
    name: 'release minutes bind sessions in open hours alone',
    request: request({
      staff: [person('ann', { time: { releaseMinutes: 60 } })],
      items: [
        item('a', { sessions: [session('s', '2026-01-05')] }),
        item('b', { sessions: [session('s', '2026-01-06')] }),
        item('c'),
      ],
      areas: ['a', 'b', 'c'].map((id) => ({ id, title: id })),
    }),
    expected: { weighted: 2, minutes: 120, 'release-minutes': 60 },
  },
  {
    name: 'own minutes alone bind nothing',
    request: request({ staff: [person('ann', { time: { ownMinutes: 0 } })], items: [item('a')] }),
    expected: { weighted: 1 },
  },
  {
    name: 'the minutes of a term bind in that term',
    request: request({
      terms: [spring, summer],
      staff: [person('ann', { time: { terms: { spring: { releaseMinutes: 0, ownMinutes: 60 } } } })],
      items: [item('a'), item('b')],
    }),
    expected: { weighted: 2, lateness: 15 },
  },
  // terms and dates
  {
    name: 'an item is begun in a term in which it is available',
    request: request({
      terms: [spring, summer],
      staff: one,
      items: [
        item('a', { available: { from: '2026-01-20' } }),
        item('b', { available: { to: '2025-12-31' } }),
      ],
    }),
    expected: { weighted: 1, lateness: 19 },
  },
  {
    name: 'an offer of some days and a pot of others',
    request: request({
      terms: [spring, summer],
      staff: one,
      items: [
        item('a', {
          offers: [
            { id: 'early', price: { kind: 'per-learner', pence: 100 }, to: '2026-01-15' },
            { id: 'late', price: { kind: 'per-learner', pence: 300 }, from: '2026-01-16' },
          ],
        }),
      ],
      funding: [{ id: 'purse', pence: 1_000, from: '2026-01-02' }],
    }),
    expected: { weighted: 1, pence: 300, lateness: 15 },
  },
  {
    name: 'what lapses is learnt late enough',
    request: request({
      window: { from: '2026-01-31', to: '2026-02-28' },
      terms: [
        { id: 'first', from: '2026-01-31', to: '2026-01-31' },
        { id: 'second', from: '2026-02-01', to: '2026-02-28' },
      ],
      staff: one,
      // learnt on 31 January it holds to the 27th of February
      items: [item('a', { teaches: [{ area: 'a', depth: 1, validMonths: 1 }] })],
    }),
    expected: { weighted: 1, lateness: 1 },
  },
  {
    name: 'a record that expires on the test date does not hold on it',
    request: request({
      staff: [
        person('ann', {
          records: [{ area: 'a', depth: 1, completedOn: '2025-01-01', expiresOn: '2026-01-31' }],
        }),
        person('bea', {
          records: [{ area: 'a', depth: 1, completedOn: '2025-01-01', expiresOn: '2026-02-01' }],
        }),
      ],
      items: [item('a')],
    }),
    expected: { weighted: 2, places: 1 },
  },
  {
    name: 'sessions out of open hours leave everybody there',
    request: request({
      items: [item('a', { sessions: [{ ...session('s', '2026-01-05'), openHours: false }] })],
      cover: [{ starts: '2026-01-05T09:00', ends: '2026-01-05T12:00', maxAway: 0 }],
    }),
    expected: { weighted: 2, 'release-minutes': 0 },
  },
];
