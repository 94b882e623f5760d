import type { Programme } from '../../../src/domain/programme.js';
import type { RequestInput } from '../../../src/domain/request.js';
import { digestOf } from '../../../src/certificate/digest.js';

/*
 * A tiny setting and a programme for it, worked out by hand from the page, not by the builder. In it something of every
 * sort happens: a record that counts, a need that can't be met for want of time, of a level, of an item; a need that is
 * overdue; a pin and a ban; a member's price, a shared price, a price by the group, a free item; two pots.
 */

export const request = (): RequestInput => ({
  asOf: '2026-01-10',
  window: { from: '2026-02-01', to: '2026-07-31' },
  setting: { id: 'acorns', providerKind: 'group', entitlements: ['member'] },
  staff: [
    {
      id: 'ana',
      roles: ['manager'],
      qualifications: [{ level: 6, awardedOn: '2020-07-01' }],
      records: [{ area: 'safeguarding', depth: 3, completedOn: '2025-01-15' }],
    },
    {
      id: 'ben',
      roles: ['practitioner'],
      qualifications: [{ level: 3 }, { level: 6, studying: true }],
      time: { releaseMinutes: 120, ownMinutes: 60 },
    },
    { id: 'cal', roles: ['practitioner'], qualifications: [{ level: 2 }], entitlements: ['insurer'] },
  ],
  needs: [
    {
      id: 'all-safe',
      area: 'safeguarding',
      depth: 2,
      who: {},
      count: 'everyone',
      source: 'statutory',
      maxAgeMonths: 24,
    },
    {
      id: 'first-aiders',
      area: 'first-aid',
      depth: 2,
      who: { roles: ['practitioner'] },
      count: { atLeast: 1, spare: 1 },
      source: 'statutory',
      by: '2026-05-31',
    },
    {
      id: 'leading',
      area: 'leadership',
      depth: 4,
      who: { staff: ['ana'] },
      count: 'everyone',
      source: 'aspiration',
      by: '2025-12-01',
    },
    {
      id: 'talk',
      area: 'talk',
      depth: 1,
      who: { minLevel: 3 },
      count: 'everyone',
      source: 'self-evaluation',
    },
  ],
  catalogue: {
    id: 'fictional',
    asOf: '2026-01-01',
    items: [
      {
        id: 'first-aid',
        title: 'First aid',
        kind: 'course',
        teaches: [{ area: 'first-aid', depth: 3, validMonths: 36 }],
        minutes: 100,
        offers: [{ id: 'team', price: { kind: 'per-setting', pence: 5000 } }],
      },
      {
        id: 'hygiene',
        title: 'Food hygiene',
        kind: 'publication',
        teaches: [{ area: 'hygiene', depth: 1 }],
        minutes: 30,
        offers: [{ id: 'shop', price: { kind: 'per-group', pence: 300, size: 2 } }],
      },
      {
        id: 'safe',
        title: 'Safeguarding',
        kind: 'online-module',
        teaches: [{ area: 'safeguarding', depth: 2 }],
        minutes: 90,
        offers: [
          {
            id: 'member',
            requires: ['member'],
            price: { kind: 'per-learner', pence: 1000 },
            listPence: 1500,
          },
          { id: 'insured', requires: ['insurer'], price: { kind: 'per-learner', pence: 1000 } },
        ],
      },
      {
        id: 'talk',
        title: 'Talk',
        kind: 'recorded-webinar',
        teaches: [
          { area: 'talk', depth: 2 },
          { area: 'leadership', depth: 1 },
        ],
        minutes: 60,
        audience: { minLevel: 6 },
        offers: [{ id: 'free', price: { kind: 'free' } }],
      },
    ],
  },
  funding: [
    { id: 'main', pence: 8000 },
    { id: 'grant', pence: 300 },
  ],
  adjustments: [
    { kind: 'ban', item: 'first-aid', staff: ['ana'] },
    { kind: 'pin', item: 'hygiene', staff: ['cal'], by: 'the manager', reason: 'cal cooks' },
  ],
});

/** The programme for a request like the one above, whose digest it carries. */
export const programme = (given: unknown = request()): unknown =>
  ({
    status: 'optimal',
    engine: 'smartpd 0.1.0',
    requestDigest: digestOf(given),
    objectives: [
      { name: 'must', value: 4, bound: 4 }, // three are safe, one can give first aid
      { name: 'weighted', value: 5, bound: 5 }, // one of weight 5 holds talk, nobody leads
      { name: 'pence', value: 7300, bound: 7300 },
      { name: 'release-minutes', value: 0, bound: 0 },
      { name: 'minutes', value: 370, bound: 370 },
      { name: 'lateness', value: 0, bound: 0 },
    ],
    bookings: [
      {
        id: 'first-aid//team/main',
        item: 'first-aid',
        offer: 'team',
        pot: 'main',
        learners: ['cal'],
        units: 1,
        pence: 5000,
        minutes: 100,
        startsOn: '2026-02-01',
        completeBy: '2026-05-31', // the day the need is tested
      },
      {
        id: 'hygiene//shop/grant',
        item: 'hygiene',
        offer: 'shop',
        pot: 'grant',
        learners: ['cal'],
        units: 1,
        pence: 300,
        minutes: 30,
        startsOn: '2026-02-01',
        completeBy: '2026-07-31', // serves no need
      },
      {
        id: 'safe//member/main',
        item: 'safe',
        offer: 'member',
        pot: 'main',
        learners: ['ben', 'cal'],
        units: 2,
        pence: 2000,
        minutes: 180,
        startsOn: '2026-02-01',
        completeBy: '2026-07-31',
      },
      {
        id: 'talk//free/',
        item: 'talk',
        offer: 'free',
        learners: ['ana'],
        units: 1,
        pence: 0,
        minutes: 60,
        startsOn: '2026-02-01',
        completeBy: '2026-07-31',
      },
    ],
    coverage: [
      {
        need: 'all-safe',
        target: 3,
        alreadyMet: ['ana'],
        metBy: [
          { staff: 'ben', booking: 'safe//member/main' },
          { staff: 'cal', booking: 'safe//member/main' },
        ],
        shortBy: 0,
        unmet: [],
      },
      {
        need: 'first-aiders',
        target: 2,
        alreadyMet: [],
        metBy: [{ staff: 'cal', booking: 'first-aid//team/main' }],
        shortBy: 1,
        unmet: [{ reason: 'time' }], // ben has 180 minutes, of which 90 are for safeguarding
      },
      {
        need: 'leading',
        target: 1,
        alreadyMet: [],
        metBy: [],
        shortBy: 1,
        overdue: true,
        unmet: [{ staff: 'ana', reason: 'no-item' }],
      },
      {
        need: 'talk',
        target: 2,
        alreadyMet: [],
        metBy: [{ staff: 'ana', booking: 'talk//free/' }],
        shortBy: 1,
        unmet: [{ staff: 'ben', reason: 'audience' }],
      },
    ],
    totals: {
      pence: 7300,
      listPence: 8300,
      savedPence: 1000,
      byPot: { grant: 300, main: 7000 },
      byTerm: {},
      minutes: 370,
      releaseMinutes: 0,
      byLearner: {
        ana: { pence: 0, minutes: 60, releaseMinutes: 0 },
        ben: { pence: 1000, minutes: 90, releaseMinutes: 0 },
        cal: { pence: 1000, minutes: 220, releaseMinutes: 0 },
      },
    },
    adjustments: [
      { kind: 'pin', item: 'hygiene', staff: ['cal'], by: 'the manager', reason: 'cal cooks' },
      { kind: 'ban', item: 'first-aid', staff: ['ana'] },
    ],
    proof: { kind: 'none' },
  }) satisfies { [Key in keyof Programme]: unknown };
