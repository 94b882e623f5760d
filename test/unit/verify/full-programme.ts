import type { Programme } from '../../../src/domain/programme.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { digestOf } from '../../../src/certificate/digest.js';

/*
 * A year of a tiny setting with a bit of everything that happens at a time or beside something else, worked out by hand
 * from the page: terms, sessions in and out of open hours, a membership that is bought for its price, prerequisites done
 * long ago and now, a whole team, dated and tiered prices, a grant with rules, limits, cover, and an earlier programme.
 */

export const request = (): RequestInput => ({
  asOf: '2026-01-10',
  window: { from: '2026-02-01', to: '2026-07-31' },
  terms: [
    { id: 'spring', from: '2026-02-01', to: '2026-04-30' },
    { id: 'summer', from: '2026-05-01', to: '2026-07-31' },
  ],
  setting: {
    id: 'acorns',
    providerKind: 'group',
    entitlements: ['member'],
    openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
  },
  staff: [
    {
      id: 'ana',
      roles: ['manager'],
      qualifications: [{ level: 6 }],
      time: {
        releaseMinutes: 300,
        ownMinutes: 300,
        terms: { spring: { releaseMinutes: 240, ownMinutes: 120 } },
      },
      away: [{ from: '2026-03-02', to: '2026-03-06' }],
    },
    { id: 'ben', roles: ['practitioner'], site: 'north' },
    {
      id: 'cal',
      roles: ['practitioner'],
      records: [{ area: 'first-aid', depth: 1, completedOn: '2019-05-01', expiresOn: '2020-05-01' }],
    },
  ],
  needs: [
    {
      id: 'aid',
      area: 'first-aid',
      depth: 2,
      who: {},
      count: { atLeast: 2 },
      source: 'statutory',
      by: '2026-06-30',
    },
    {
      id: 'lead',
      area: 'leadership',
      depth: 2,
      who: { staff: ['ana'] },
      count: 'everyone',
      source: 'appraisal',
    },
    { id: 'play', area: 'play', depth: 1, who: {}, count: 'everyone', source: 'sector-focus' },
    {
      id: 'talk',
      area: 'talk',
      depth: 1,
      who: { roles: ['practitioner'] },
      count: 'everyone',
      source: 'self-evaluation',
    },
  ],
  catalogue: {
    id: 'fictional',
    asOf: '2026-01-01',
    items: [
      {
        id: 'aid',
        title: 'First aid',
        kind: 'workshop',
        teaches: [{ area: 'first-aid', depth: 2, validMonths: 36 }],
        minutes: 180,
        prerequisites: [{ anyOf: ['aid-intro'] }],
        offers: [
          {
            id: 'tiered',
            price: {
              kind: 'per-learner-tiered',
              tiers: [
                { from: 2, pence: 3000 },
                { from: 1, pence: 5000 },
              ],
            },
            from: '2026-02-01',
            to: '2026-06-30',
            listPence: 6000,
          },
        ],
        sessions: [
          {
            id: 'march', // a Tuesday
            blocks: [{ starts: '2026-03-10T09:00', ends: '2026-03-10T12:00' }],
            places: 2,
          },
          { id: 'june', blocks: [{ starts: '2026-06-13T09:00', ends: '2026-06-13T12:00' }] }, // a Saturday
        ],
        learners: { min: 2, max: 2, perSetting: 2 },
      },
      {
        id: 'aid-intro',
        title: 'First aid in short',
        kind: 'online-module',
        teaches: [{ area: 'first-aid', depth: 1 }],
        minutes: 30,
        offers: [{ id: 'free', price: { kind: 'free' } }],
      },
      {
        id: 'club',
        title: 'The club',
        kind: 'membership',
        teaches: [],
        minutes: 0,
        grants: ['club'],
        offers: [
          {
            id: 'team',
            price: {
              kind: 'by-team-size',
              bands: [
                { upTo: 10, pence: 2000 },
                { upTo: 2, pence: 1000 },
              ],
            },
          },
        ],
      },
      {
        id: 'lead',
        title: 'Leading',
        kind: 'course',
        teaches: [{ area: 'leadership', depth: 3 }],
        minutes: 120,
        offers: [{ id: 'group', price: { kind: 'per-group', pence: 2500, size: 3 } }],
        sessions: [
          {
            id: 'may', // Tuesdays
            blocks: [
              { starts: '2026-05-12T10:00', ends: '2026-05-12T11:00' },
              { starts: '2026-05-05T10:00', ends: '2026-05-05T11:00' },
            ],
          },
        ],
      },
      {
        id: 'play',
        title: 'Play',
        kind: 'in-house-training',
        teaches: [{ area: 'play', depth: 1 }],
        minutes: 60,
        participation: 'whole-team',
        offers: [{ id: 'all', price: { kind: 'per-setting', pence: 4000 } }],
        sessions: [
          {
            id: 'inset', // a Monday, on which nobody is let in
            blocks: [{ starts: '2026-02-16T09:00', ends: '2026-02-16T10:00' }],
            openHours: false,
          },
        ],
      },
      {
        id: 'talk',
        title: 'Talk',
        kind: 'recorded-webinar',
        provider: 'The club',
        teaches: [{ area: 'talk', depth: 1 }],
        minutes: 60,
        excludes: ['talk-old'],
        offers: [
          {
            id: 'club',
            requires: ['club'],
            price: { kind: 'per-learner', pence: 500 },
            listPence: 800,
          },
        ],
        available: { from: '2026-03-01' },
      },
      {
        id: 'talk-old',
        title: 'Talk, first edition',
        kind: 'publication',
        teaches: [{ area: 'talk', depth: 1 }],
        minutes: 10,
        offers: [{ id: 'shop', price: { kind: 'per-learner', pence: 100 } }],
      },
    ],
  },
  funding: [
    { id: 'main', pence: 9500 },
    {
      id: 'grant',
      pence: 8000,
      pays: { areas: ['first-aid'], sources: ['statutory'], not: { staff: ['ana'] } },
      from: '2026-03-10',
      to: '2026-03-10',
    },
  ],
  limits: [
    { id: 'one-each', measure: 'bookings', per: 'item', atMost: 1 },
    { id: 'release', measure: 'release-minutes', per: 'learner', atMost: 180 },
    { id: 'spending', measure: 'pence', per: 'term', atMost: 15_000 },
    { id: 'workshops', measure: 'places', select: { kinds: ['workshop'] }, atLeast: 2 },
    { id: 'work', measure: 'minutes', select: { roles: ['practitioner'] }, atMost: 630, atLeast: 630 },
  ],
  cover: [
    {
      starts: '2026-03-10T11:59',
      ends: '2026-03-10T18:00',
      maxAway: 2,
      among: { roles: ['practitioner'] },
    },
  ],
  adjustments: [
    { kind: 'pin', item: 'lead', session: 'may', staff: ['ana'] },
    { kind: 'ban', item: 'aid', session: 'june' },
  ],
  baseline: [
    {
      id: 'aid-intro/spring/free/',
      item: 'aid-intro',
      term: 'spring',
      offer: 'free',
      learners: ['ben'],
      units: 1,
      pence: 0,
      minutes: 30,
      completeBy: '2026-04-30',
    },
    {
      id: 'talk-old/spring/shop/main',
      item: 'talk-old',
      term: 'spring',
      offer: 'shop',
      pot: 'main',
      learners: ['ben'],
      units: 1,
      pence: 100,
      minutes: 10,
      completeBy: '2026-04-30',
    },
  ],
});

/** The programme for a request like the one above, whose digest it carries. */
export const programme = (given: unknown = request()): unknown =>
  ({
    status: 'optimal',
    engine: 'by hand',
    requestDigest: digestOf(given),
    objectives: [
      { name: 'must', value: 2, bound: 2 },
      { name: 'weighted', value: 20, bound: 20 }, // 4 for leading, 3 × 2 for play, 2 × 5 for talk
      { name: 'changes', value: 9, bound: 9 }, // nine places, of which one was there, and one that is no more
      { name: 'pence', value: 17_500, bound: 17_500 },
      { name: 'release-minutes', value: 480, bound: 480 },
      { name: 'minutes', value: 810, bound: 810 },
      { name: 'lateness', value: 275, bound: 275 }, // 2 × 37 + 100 + 3 × 15 + 2 × 28
    ],
    bookings: [
      {
        id: 'aid-intro/spring/free/',
        item: 'aid-intro',
        term: 'spring',
        offer: 'free',
        learners: ['ben'],
        units: 1,
        pence: 0,
        minutes: 30,
        startsOn: '2026-02-01',
        completeBy: '2026-04-30',
      },
      {
        id: 'aid/march/tiered/grant',
        item: 'aid',
        session: 'march',
        offer: 'tiered',
        pot: 'grant',
        learners: ['ben', 'cal'],
        units: 2,
        pence: 8000,
        minutes: 360,
        startsOn: '2026-03-10',
        completeBy: '2026-03-10',
      },
      {
        id: 'club/spring/team/main',
        item: 'club',
        term: 'spring',
        offer: 'team',
        pot: 'main',
        learners: [],
        units: 1,
        pence: 2000,
        minutes: 0,
        startsOn: '2026-02-01',
        completeBy: '2026-04-30',
      },
      {
        id: 'lead/may/group/main',
        item: 'lead',
        session: 'may',
        offer: 'group',
        pot: 'main',
        learners: ['ana'],
        units: 1,
        pence: 2500,
        minutes: 120,
        startsOn: '2026-05-05',
        completeBy: '2026-05-12',
      },
      {
        id: 'play/inset/all/main',
        item: 'play',
        session: 'inset',
        offer: 'all',
        pot: 'main',
        learners: ['ana', 'ben', 'cal'],
        units: 1,
        pence: 4000,
        minutes: 180,
        startsOn: '2026-02-16',
        completeBy: '2026-02-16',
      },
      {
        id: 'talk/spring/club/main',
        item: 'talk',
        term: 'spring',
        offer: 'club',
        pot: 'main',
        learners: ['ben', 'cal'],
        units: 2,
        pence: 1000,
        minutes: 120,
        startsOn: '2026-03-01',
        completeBy: '2026-04-30', // the need is tested later than the term ends
      },
    ],
    coverage: [
      {
        need: 'aid',
        target: 2,
        alreadyMet: [],
        metBy: [
          { staff: 'ben', booking: 'aid/march/tiered/grant' },
          { staff: 'cal', booking: 'aid/march/tiered/grant' },
        ],
        shortBy: 0,
        unmet: [],
      },
      {
        need: 'lead',
        target: 1,
        alreadyMet: [],
        metBy: [{ staff: 'ana', booking: 'lead/may/group/main' }],
        shortBy: 0,
        unmet: [],
      },
      {
        need: 'play',
        target: 3,
        alreadyMet: [],
        metBy: ['ana', 'ben', 'cal'].map((staff) => ({ staff, booking: 'play/inset/all/main' })),
        shortBy: 0,
        unmet: [],
      },
      {
        need: 'talk',
        target: 2,
        alreadyMet: [],
        metBy: ['ben', 'cal'].map((staff) => ({ staff, booking: 'talk/spring/club/main' })),
        shortBy: 0,
        unmet: [],
      },
    ],
    totals: {
      pence: 17_500,
      listPence: 22_100,
      savedPence: 4600,
      byPot: { grant: 8000, main: 9500 },
      byTerm: {
        spring: { pence: 15_000, minutes: 690, releaseMinutes: 360 },
        summer: { pence: 2500, minutes: 120, releaseMinutes: 120 },
      },
      minutes: 810,
      releaseMinutes: 480,
      byLearner: {
        ana: { pence: 0, minutes: 180, releaseMinutes: 120 },
        ben: { pence: 500, minutes: 330, releaseMinutes: 180 },
        cal: { pence: 500, minutes: 300, releaseMinutes: 180 },
      },
    },
    adjustments: [
      { kind: 'ban', item: 'aid', session: 'june' },
      { kind: 'pin', item: 'lead', session: 'may', staff: ['ana'] },
    ],
    proof: { kind: 'none' },
  }) satisfies { [Key in keyof Programme]: unknown };
