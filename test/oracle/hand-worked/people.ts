import {
  type HandWorked,
  person,
  need,
  item,
  priced,
  session,
  spring,
  summer,
  request,
  one,
  perLearner,
} from './nursery.js';

/** Who is on what. */
export const PEOPLE: readonly HandWorked[] = [
  // prerequisites and exclusions
  {
    name: 'what must come first is booked though nobody needs it',
    request: request({
      needs: [need('b')],
      items: [item('a'), item('b', { prerequisites: [{ anyOf: ['a'] }] })],
    }),
    expected: { weighted: 2, places: 4 },
  },
  {
    name: 'records do for a prerequisite, expired ones too',
    request: request({
      needs: [need('b')],
      staff: [
        person('ann', {
          records: [{ area: 'a', depth: 1, completedOn: '2020-01-01', expiresOn: '2021-01-01' }],
        }),
        person('bea', { records: [{ area: 'other', depth: 1, completedOn: '2020-01-01', item: 'a' }] }),
      ],
      areas: ['a', 'b', 'other'].map((id) => ({ id, title: id })),
      items: [item('a'), item('b', { prerequisites: [{ anyOf: ['a'] }] })],
    }),
    expected: { weighted: 2, places: 2 },
  },
  {
    name: 'a session must be over before what is self-paced begins',
    request: request({
      terms: [spring, summer],
      staff: one,
      needs: [need('b')],
      items: [
        item('a', { sessions: [session('s', '2026-01-15')] }),
        item('b', { prerequisites: [{ anyOf: ['a'] }] }),
      ],
    }),
    expected: { weighted: 1, lateness: 14 + 15 },
  },
  {
    name: 'a later session cannot come first',
    request: request({
      staff: one,
      needs: [need('b')],
      items: [
        item('a', { sessions: [session('s', '2026-01-05', '10:00', '12:00')] }),
        item('b', {
          prerequisites: [{ anyOf: ['a'] }],
          sessions: [session('s', '2026-01-05', '11:59', '13:00')],
        }),
      ],
    }),
    expected: { weighted: 0, places: 0 },
  },
  {
    name: 'what excludes is not booked for the same person',
    request: request({ items: [item('a', { excludes: ['b'] }), item('b')] }),
    expected: { weighted: 2, places: 2 },
  },
  // learners
  {
    name: 'all who fit are on it, or nobody',
    request: request({
      needs: [need('a', { who: { staff: ['ann'] } })],
      items: [item('a', { participation: 'whole-team', ...priced(perLearner) })],
      funding: [{ id: 'purse', pence: 199 }],
    }),
    expected: { weighted: 0, pence: 0 },
  },
  {
    name: 'with money enough, the whole team comes with the one who needs it',
    request: request({
      needs: [need('a', { who: { staff: ['ann'] } })],
      items: [item('a', { participation: 'whole-team', ...priced(perLearner) })],
      funding: [
        { id: 'one', pence: 100 },
        { id: 'two', pence: 100 },
      ],
    }),
    expected: { weighted: 1, pence: 200, places: 2, bookings: 2 },
  },
  {
    name: 'fewest and most learners of a booking, most of all bookings',
    request: request({
      staff: ['ann', 'bea', 'cat', 'dot'].map((id) => person(id)),
      items: [
        item('a', {
          learners: { min: 2, max: 2, perSetting: 3 },
          ...priced({ kind: 'free' }, { kind: 'free' }),
        }),
      ],
    }),
    expected: { weighted: 2, bookings: 1 },
  },
  // baseline
  {
    name: 'fewest changes come before money',
    request: request({
      needs: [need('a', { who: { staff: ['ann'] } })],
      items: [item('a', priced(perLearner)), item('b', { teaches: [{ area: 'a', depth: 1 }] })],
      baseline: [
        {
          id: 'old',
          item: 'a',
          offer: 'offer-0',
          learners: ['ann', 'bea'],
          units: 2,
          pence: 0,
          minutes: 0,
          completeBy: '2026-01-01',
        },
      ],
    }),
    expected: { weighted: 1, changes: 1, pence: 100 },
  },
  // adjustments of a session
  {
    name: 'a pinned session and a banned one',
    request: request({
      staff: one,
      items: [
        item('a', { sessions: [session('s', '2026-01-05'), session('t', '2026-01-06')] }),
        item('b', { sessions: [session('s', '2026-01-07'), session('t', '2026-01-08')] }),
      ],
      adjustments: [
        { kind: 'pin', item: 'a', session: 't' },
        { kind: 'ban', item: 'b', session: 's', staff: ['ann'] },
      ],
    }),
    expected: { weighted: 2, lateness: 5 + 7 },
  },
  {
    name: 'a pin permits what must come first to those whom the pinned item is for',
    request: request({
      staff: [person('ann', { roles: ['teacher'] }), person('bea')],
      needs: [],
      items: [item('a'), item('b', { prerequisites: [{ anyOf: ['a'] }], audience: { roles: ['teacher'] } })],
      adjustments: [{ kind: 'pin', item: 'b' }],
      limits: [{ id: 'limit', measure: 'places', select: { items: ['a'] }, atLeast: 2 }],
    }),
    expected: undefined,
  },
  {
    name: 'a session of the day on which something self-paced begins is too late for it',
    request: request({
      terms: [spring, summer],
      staff: one,
      needs: [need('b')],
      items: [
        item('a', { sessions: [session('s', '2026-01-16')] }),
        item('b', { prerequisites: [{ anyOf: ['a'] }] }),
      ],
    }),
    expected: { weighted: 0, places: 0 },
  },
  {
    name: 'a session may begin when the one before it ends',
    request: request({
      staff: one,
      needs: [need('b')],
      items: [
        item('a', { sessions: [session('s', '2026-01-05')] }),
        item('b', {
          prerequisites: [{ anyOf: ['a'] }],
          sessions: [session('s', '2026-01-05', '11:00', '13:00')],
        }),
      ],
    }),
    expected: { weighted: 1, places: 2 },
  },
  {
    name: 'a record of the day is soon enough to come first, one less deep is not enough',
    request: request({
      staff: [
        person('ann', { records: [{ area: 'a', depth: 2, completedOn: '2026-01-01' }] }),
        person('bea', { records: [{ area: 'a', depth: 1, completedOn: '2026-01-01' }] }),
      ],
      needs: [need('b')],
      items: [
        item('a', { teaches: [{ area: 'a', depth: 2 }] }),
        item('b', { prerequisites: [{ anyOf: ['a'] }] }),
      ],
    }),
    expected: { weighted: 2, places: 3 },
  },
];
