import {
  type HandWorked,
  person,
  need,
  item,
  priced,
  membership,
  spring,
  summer,
  request,
  limited,
} from './nursery.js';

/** Prices, entitlements and limits. */
export const MONEY: readonly HandWorked[] = [
  // prices
  {
    name: 'tiers: the third learner pays the third price; they stand in any order',
    request: request({
      staff: ['ann', 'bea', 'cat'].map((id) => person(id)),
      items: [
        item(
          'a',
          priced({
            kind: 'per-learner-tiered',
            tiers: [
              { from: 3, pence: 10 },
              { from: 1, pence: 100 },
            ],
          }),
        ),
      ],
    }),
    expected: { weighted: 3, pence: 210, bookings: 1 },
  },
  {
    name: 'tiers that rise are not begun again but in another pot',
    request: request({
      staff: ['ann', 'bea', 'cat'].map((id) => person(id)),
      items: [
        item(
          'a',
          priced({
            kind: 'per-learner-tiered',
            tiers: [
              { from: 1, pence: 10 },
              { from: 2, pence: 100 },
            ],
          }),
        ),
      ],
      funding: [
        { id: 'one', pence: 10 },
        { id: 'two', pence: 110 },
      ],
    }),
    expected: { weighted: 3, pence: 120, bookings: 2 },
  },
  {
    name: 'two free places in a tier are one booking without a pot',
    request: request({
      staff: ['ann', 'bea', 'cat'].map((id) => person(id)),
      items: [
        item(
          'a',
          priced({
            kind: 'per-learner-tiered',
            tiers: [
              { from: 1, pence: 0 },
              { from: 3, pence: 10 },
            ],
          }),
        ),
      ],
      funding: [{ id: 'one', pence: 9 }],
    }),
    expected: { weighted: 2, pence: 0, bookings: 1 },
  },
  {
    name: 'a team of two in the second band, of three in none',
    request: request({
      items: [
        item(
          'a',
          priced({
            kind: 'by-team-size',
            bands: [
              { upTo: 2, pence: 70 },
              { upTo: 1, pence: 1 },
            ],
          }),
        ),
        item('b', priced({ kind: 'by-team-size', bands: [{ upTo: 1, pence: 1 }] })),
      ],
    }),
    expected: { weighted: 2, pence: 70 },
  },
  {
    name: 'a pot that pays for one person leaves the other to the other pot',
    request: request({
      items: [item('a', priced({ kind: 'per-setting', pence: 100 }))],
      funding: [
        { id: 'grant', pence: 1_000, pays: { staff: ['ann'] } },
        { id: 'purse', pence: 99 },
      ],
    }),
    expected: { weighted: 1, pence: 100 },
  },
  // entitlements
  {
    name: 'a membership is bought where it saves more than it costs, and is no change of a person',
    request: request({
      items: [
        membership,
        item('a', {
          offers: [
            { id: 'list', price: { kind: 'per-learner', pence: 400 } },
            { id: 'member', requires: ['member'], price: { kind: 'per-setting', pence: 100 } },
          ],
        }),
      ],
      baseline: [],
    }),
    expected: { weighted: 2, changes: 2, pence: 600, places: 2, bookings: 2 },
  },
  {
    name: 'a pot for named people does not buy a membership',
    request: request({
      items: [
        membership,
        item('a', { offers: [{ id: 'member', requires: ['member'], price: { kind: 'free' } }] }),
      ],
      funding: [{ id: 'grant', pence: 1_000, pays: { not: { staff: ['cat'] } } }],
      staff: [person('ann'), person('bea'), person('cat')],
    }),
    expected: { weighted: 0 },
  },
  {
    name: 'a pot for what a source asks buys no membership, a pot for all else does',
    request: request({
      items: [membership],
      funding: [
        { id: 'asked', pence: 1_000, pays: { sources: ['self-evaluation'] } },
        { id: 'other', pence: 499, pays: { not: { sources: ['self-evaluation'] } } },
      ],
      adjustments: [{ kind: 'pin', item: 'membership' }],
    }),
    expected: undefined,
  },
  {
    name: 'limits of what no source asks count a membership',
    request: request({
      items: [membership],
      limits: [
        { id: 'a', measure: 'pence', select: { not: { sources: ['self-evaluation'] } }, atLeast: 500 },
        { id: 'b', measure: 'bookings', select: { sources: ['self-evaluation'] }, atMost: 0 },
      ],
      adjustments: [{ kind: 'pin', item: 'membership' }],
    }),
    expected: { pence: 500, bookings: 1 },
  },
  {
    name: 'a selector with people in it matches no membership, whatever it says of them',
    request: request({
      items: [membership],
      funding: [
        { id: 'one', pence: 1_000, pays: { staff: ['ann', 'bea'] } },
        { id: 'two', pence: 1_000, pays: { not: { staff: ['ann'], kinds: ['course'] } } },
      ],
      adjustments: [{ kind: 'pin', item: 'membership' }],
    }),
    expected: undefined,
  },
  {
    name: 'a membership for one learner or more is not to be had',
    request: request({
      items: [{ ...membership, learners: { min: 1 } }],
      adjustments: [{ kind: 'pin', item: 'membership' }],
    }),
    expected: undefined,
  },
  {
    name: 'a pinned membership is bought, and a named person cannot be on it',
    request: request({ items: [membership], adjustments: [{ kind: 'pin', item: 'membership' }] }),
    expected: { pence: 500, places: 0, bookings: 1, lateness: 0 },
  },
  {
    name: 'a person cannot be pinned to a membership',
    request: request({
      items: [membership],
      adjustments: [{ kind: 'pin', item: 'membership', staff: ['ann'] }],
    }),
    expected: undefined,
  },
  // limits
  { name: 'pence at most', request: limited({ measure: 'pence', atMost: 350 }), expected: { weighted: 3 } },
  {
    name: 'places at most, of some',
    request: limited({ measure: 'places', select: { items: ['a'] }, atMost: 1 }),
    expected: { weighted: 3 },
  },
  {
    name: 'minutes at most, each learner',
    request: limited({ measure: 'minutes', per: 'learner', atMost: 60 }),
    expected: { weighted: 2 },
  },
  {
    name: 'bookings at least, each item: needed or not, it may be booked only for a need',
    request: limited({ measure: 'bookings', per: 'item', atLeast: 1 }, { needs: [need('a')] }),
    expected: undefined,
  },
  {
    name: 'places at least, each term',
    request: limited({ measure: 'places', per: 'term', atLeast: 2 }, { terms: [spring, summer] }),
    expected: { weighted: 4, lateness: 30 },
  },
  {
    name: 'pence of the people selected: per-learner prices alone, so the dearer offer is taken',
    request: limited(
      { measure: 'pence', select: { staff: ['ann'] }, atLeast: 150 },
      {
        items: [item('a', priced({ kind: 'per-setting', pence: 100 }, { kind: 'per-learner', pence: 150 }))],
      },
    ),
    expected: { weighted: 2, pence: 250 },
  },
  {
    name: 'a booking with any match counts once',
    request: limited({ measure: 'bookings', select: { staff: ['ann'] }, atMost: 1 }),
    expected: { weighted: 3 },
  },
  {
    name: 'a shared price counts when what any learner needs is of the source',
    request: request({
      needs: [
        need('a', { who: { staff: ['ann'] }, source: 'appraisal' }),
        need('b', { area: 'a', who: { staff: ['bea'] } }),
      ],
      items: [item('a', priced({ kind: 'per-group', pence: 100, size: 2 }))],
      limits: [{ id: 'limit', measure: 'pence', select: { sources: ['appraisal'] }, atMost: 0 }],
    }),
    expected: { weighted: 1, pence: 100 },
  },
  {
    name: 'what no person, item or term is there for asks nothing',
    request: request({
      staff: [],
      needs: [],
      items: [item('a')],
      limits: [
        { id: 'a', measure: 'places', per: 'learner', atLeast: 1 },
        { id: 'b', measure: 'bookings', per: 'item', atLeast: 1 },
      ],
    }),
    expected: { places: 0 },
  },
  {
    name: 'no programme has a place for nobody',
    request: request({
      staff: [],
      needs: [],
      items: [],
      limits: [{ id: 'a', measure: 'places', atLeast: 1 }],
    }),
    expected: undefined,
  },
  {
    name: 'a shared price does not count for people',
    request: request({
      items: [item('a', priced({ kind: 'per-setting', pence: 100 }))],
      limits: [
        { id: 'a', measure: 'pence', select: { staff: ['ann'] }, atMost: 0 },
        { id: 'b', measure: 'pence', per: 'learner', atMost: 0 },
      ],
    }),
    expected: { weighted: 2, pence: 100 },
  },
  {
    name: 'a limit for each learner asks nothing of those it cannot match',
    request: limited({ measure: 'places', per: 'learner', select: { staff: ['ann'] }, atLeast: 1 }),
    expected: { weighted: 4 },
  },
  {
    name: 'a source asks nothing more where records reach its target',
    request: limited(
      { measure: 'places', select: { sources: ['appraisal'] }, atMost: 0 },
      {
        staff: [
          person('ann', { records: [{ area: 'a', depth: 1, completedOn: '2025-01-01' }] }),
          person('bea'),
        ],
        needs: [need('a'), need('enough', { area: 'a', count: { atLeast: 1 }, source: 'appraisal' })],
      },
    ),
    expected: { weighted: 3, places: 1 },
  },
  {
    name: 'bookings of each learner',
    request: limited({ measure: 'bookings', per: 'learner', atMost: 1 }),
    expected: { weighted: 2, places: 2 },
  },
  {
    name: 'a membership is bought once',
    request: request({
      items: [membership],
      funding: [
        { id: 'one', pence: 1_000 },
        { id: 'two', pence: 1_000 },
      ],
      limits: [{ id: 'limit', measure: 'bookings', atLeast: 2 }],
    }),
    expected: undefined,
  },
];
