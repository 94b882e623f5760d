import { GONE } from '../intake/check-fixtures.js';
import { programme } from './full-programme.js';
import type { Change, Tampering } from './tampering.js';

export interface Case extends Tampering {
  readonly title: string;
  /** The paths of the refusals. All have the code, and there are no others. */
  readonly refused: readonly string[];
}

/*
 * What is refused of the programme with a bit of everything. Each case breaks one promise and keeps the others, so what
 * the programme says of itself is altered with it.
 */

const ITEMS = ['catalogue', 'items'] as const;
const AID = [...ITEMS, 0] as const;
const CLUB = [...ITEMS, 2] as const;
const LEAD = [...ITEMS, 3] as const;
const PLAY = [...ITEMS, 4] as const;
const TALK = [...ITEMS, 5] as const;
const bookings = (programme() as { bookings: object[] }).bookings;

export const objective = (index: number, name: string, value: number): Change => [
  ['objectives', index],
  { name, value, bound: value },
];

/** The club bought for nothing, so that no pot pays. */
const clubForNothing = (units: number): readonly Change[] => [
  [['bookings', 2], { ...bookings[2], id: 'club/spring/team/', pot: undefined, units, pence: 0 }],
  [['bookings', 2, 'pot'], GONE],
  [['totals', 'pence'], 15_500],
  [['totals', 'listPence'], 20_100],
  [['totals', 'byPot', 'main'], 7500],
  [['totals', 'byTerm', 'spring', 'pence'], 13_000],
  objective(3, 'pence', 15_500),
];
/** Play on two days, the second from this minute of the day on which two of three are at first aid. */
export const playAgainFrom = (starts: string, ends: string): Tampering => ({
  request: [[[...PLAY, 'sessions', 0, 'blocks', 1], { starts, ends }]],
  programme: [
    [['bookings', 4, 'completeBy'], '2026-03-10'],
    objective(6, 'lateness', 341), // 22 days more for each of three
  ],
});
const limit = (more: object): Change => [['limits', 0], { id: 'one-each', ...more }];

export const IN_FULL = {
  'not-available': [
    {
      title: 'a session after the last day on which the item may start',
      request: [[[...LEAD, 'available'], { to: '2026-05-04' }]],
      refused: ['bookings.3'],
    },
    {
      title: 'a session before the first',
      request: [[[...LEAD, 'available'], { from: '2026-05-06' }]],
      refused: ['bookings.3'],
    },
    {
      title: 'a session that ends after the window',
      request: [
        [[...LEAD, 'sessions', 0, 'blocks', 0, 'ends'], '2026-08-01T00:00'],
        [['needs', 1, 'by'], '2026-08-31'],
      ],
      programme: [[['bookings', 3, 'completeBy'], '2026-08-01'], objective(6, 'lateness', 356)],
      refused: ['bookings.3'],
    },
    {
      title: 'self-paced, after the last day on which it may start',
      request: [[[...TALK, 'available', 'to'], '2026-02-28']],
      refused: ['bookings.5'],
    },
    {
      title: 'self-paced, in a term that ends before it may start',
      request: [[[...TALK, 'available', 'from'], '2026-05-01']],
      programme: [[['bookings', 5, 'startsOn'], '2026-05-01'], objective(6, 'lateness', 397)],
      refused: ['bookings.5'],
    },
  ],
  'offer-dates': [
    {
      title: 'the day after its last',
      request: [[[...AID, 'offers', 0, 'to'], '2026-03-09']],
      refused: ['bookings.1.offer'],
    },
    {
      title: 'the day before its first',
      request: [[[...TALK, 'offers', 0, 'from'], '2026-03-02']],
      refused: ['bookings.5.offer'],
    },
  ],
  'team-size': [
    {
      title: 'a team above the last band',
      request: [[[...CLUB, 'offers', 0, 'price', 'bands'], [{ upTo: 2, pence: 1000 }]]],
      programme: clubForNothing(1),
      refused: ['bookings.2.offer'],
    },
  ],
  'pot-dates': [
    {
      title: 'the day after its last',
      request: [
        [['funding', 1, 'from'], GONE],
        [['funding', 1, 'to'], '2026-03-09'],
      ],
      refused: ['bookings.1.pot'],
    },
    {
      title: 'the day before its first',
      request: [
        [['funding', 1, 'to'], GONE],
        [['funding', 1, 'from'], '2026-03-11'],
      ],
      refused: ['bookings.1.pot'],
    },
  ],
  'pot-pays': [
    {
      title: 'for one of two learners only',
      request: [[['funding', 1, 'pays'], { staff: ['cal'] }]],
      refused: ['bookings.1.pot'],
    },
    {
      title: 'by a person key under not, for what nobody is on',
      request: [[['funding', 0, 'pays'], { not: { staff: ['zoe'] } }]],
      refused: ['bookings.2.pot'],
    },
    {
      title: 'by sources, for what nobody is on',
      request: [[['funding', 0, 'pays'], { sources: ['appraisal', 'self-evaluation', 'sector-focus'] }]],
      refused: ['bookings.2.pot'],
    },
    {
      title: 'by a source, of a need that asks less than records hold',
      request: [
        [['staff', 0, 'records'], [{ area: 'first-aid', depth: 1, completedOn: '2026-01-01' }]],
        [
          ['needs', 4],
          {
            id: 'try',
            area: 'first-aid',
            depth: 1,
            who: {},
            count: { atLeast: 1 },
            source: 'local-authority',
          },
        ],
        [['funding', 1, 'pays', 'sources'], ['local-authority']],
      ],
      programme: [
        [
          ['coverage', 4],
          {
            need: 'try',
            target: 1,
            alreadyMet: ['ana'],
            metBy: [
              { staff: 'ben', booking: 'aid-intro/spring/free/' },
              { staff: 'cal', booking: 'aid/march/tiered/grant' },
            ],
            shortBy: 0,
            unmet: [],
          },
        ],
        objective(1, 'weighted', 25),
      ],
      refused: ['bookings.1.pot'],
    },
    {
      title: 'for another area, kind, provider or item',
      request: [
        [['funding', 0, 'pays'], { not: { items: ['club'], kinds: ['membership'] } }],
        [['funding', 1, 'pays'], { areas: ['talk'], providers: ['The club'] }],
      ],
      refused: ['bookings.1.pot', 'bookings.2.pot'],
    },
  ],
  learners: [
    { title: 'too many', request: [[[...AID, 'learners'], { max: 1 }]], refused: ['bookings.1.learners'] },
    { title: 'too few', request: [[[...AID, 'learners'], { min: 3 }]], refused: ['bookings.1.learners'] },
    {
      title: 'too few, of a thing that has none',
      request: [[[...CLUB, 'learners'], { min: 1 }]],
      refused: ['bookings.2.learners'],
    },
    {
      title: 'too many of the setting',
      request: [[[...AID, 'learners'], { perSetting: 1 }]],
      refused: ['bookings.1.learners'],
    },
  ],
  places: [
    {
      title: 'one too many',
      request: [[[...AID, 'sessions', 0, 'places'], 1]],
      refused: ['bookings.1.learners'],
    },
  ],
  'whole-team': [
    {
      title: 'all but one',
      request: [[[...TALK, 'participation'], 'whole-team']],
      refused: ['bookings.5'],
    },
    {
      title: 'all but one who is banned',
      request: [
        [[...TALK, 'participation'], 'whole-team'],
        [['adjustments', 2], { kind: 'ban', item: 'talk', staff: ['ana'] }],
      ],
      programme: [[['adjustments', 2], { kind: 'ban', item: 'talk', staff: ['ana'] }]],
      refused: ['bookings.5'],
    },
  ],
  purchase: [
    {
      title: 'with a learner',
      programme: [[['bookings', 2, 'learners'], ['ana']], objective(2, 'changes', 10)],
      refused: ['bookings.2.learners'],
    },
    {
      title: 'by the group',
      request: [[[...CLUB, 'offers', 0, 'price'], { kind: 'per-group', pence: 2000, size: 5 }]],
      programme: clubForNothing(0),
      refused: ['bookings.2.offer'],
    },
    {
      title: 'twice',
      request: [
        [['funding', 0, 'pence'], 11_500],
        [['limits', 0, 'atMost'], 2],
      ],
      programme: [
        [
          ['bookings'],
          [
            ...bookings.slice(0, 3),
            {
              ...bookings[2],
              id: 'club/summer/team/main',
              term: 'summer',
              startsOn: '2026-05-01',
              completeBy: '2026-07-31',
            },
            ...bookings.slice(3),
          ],
        ],
        [['totals', 'pence'], 19_500],
        [['totals', 'listPence'], 24_100],
        [['totals', 'byPot', 'main'], 11_500],
        [['totals', 'byTerm', 'summer', 'pence'], 4500],
        objective(3, 'pence', 19_500),
      ],
      refused: ['bookings.3'],
    },
  ],
  excluded: [
    {
      title: 'by the one',
      request: [
        [
          [...TALK, 'excludes'],
          ['play', 'talk', 'lead'],
        ],
      ],
      refused: ['bookings.5.learners.0', 'bookings.5.learners.1'],
    },
    {
      title: 'by the other',
      request: [[[...PLAY, 'excludes'], ['talk']]],
      refused: ['bookings.4.learners.1', 'bookings.4.learners.2'],
    },
  ],
  prerequisite: [
    {
      title: 'without the record',
      request: [[['staff', 2, 'records'], []]],
      refused: ['bookings.1.learners.1'],
    },
    {
      title: 'with a record of the day after',
      request: [[['staff', 2, 'records', 0, 'completedOn'], '2026-03-11']],
      refused: ['bookings.1.learners.1'],
    },
    {
      title: 'one of two',
      request: [
        [
          [...AID, 'prerequisites'],
          [{ anyOf: ['aid-intro', 'talk'] }, { anyOf: ['play', 'lead'] }, { anyOf: ['lead'] }],
        ],
      ],
      refused: ['bookings.1.learners.0', 'bookings.1.learners.1'],
    },
    {
      title: 'that nothing can be',
      request: [[[...LEAD, 'prerequisites'], [{ anyOf: [] }]]],
      refused: ['bookings.3.learners.0'],
    },
    {
      title: 'a session on the day that something self-paced begins',
      request: [
        [[...TALK, 'prerequisites'], [{ anyOf: ['aid'] }]],
        [[...TALK, 'available', 'from'], '2026-03-10'],
      ],
      programme: [[['bookings', 5, 'startsOn'], '2026-03-10'], objective(6, 'lateness', 293)],
      refused: ['bookings.5.learners.0', 'bookings.5.learners.1'],
    },
    {
      title: 'a session that ends a minute after the next begins',
      request: [
        [[...AID, 'prerequisites'], [{ anyOf: ['play'] }]],
        [[...TALK, 'prerequisites'], [{ anyOf: ['aid-intro'] }]], // so that it leads to something still
        [['staff', 2, 'records', 0, 'item'], 'aid-intro'],
        [[...PLAY, 'sessions', 0, 'blocks', 1], { starts: '2026-03-10T08:00', ends: '2026-03-10T09:01' }],
        [[...AID, 'sessions', 0, 'blocks', 0, 'starts'], '2026-03-10T09:01'],
        [[...AID, 'sessions', 0, 'blocks', 1], { starts: '2026-03-10T07:00', ends: '2026-03-10T08:00' }],
      ],
      programme: [[['bookings', 4, 'completeBy'], '2026-03-10'], objective(6, 'lateness', 341)],
      refused: ['bookings.1.learners.0', 'bookings.1.learners.1'],
    },
    {
      title: 'self-paced, begun the day after the session',
      request: [[[...ITEMS, 1, 'available'], { from: '2026-03-11' }]],
      programme: [[['bookings', 0, 'startsOn'], '2026-03-11'], objective(6, 'lateness', 313)],
      refused: ['bookings.1.learners.0'],
    },
  ],
  clash: [
    {
      title: 'by a minute',
      ...playAgainFrom('2026-03-10T11:59', '2026-03-10T13:00'),
      refused: ['bookings.4.learners.1', 'bookings.4.learners.2'],
    },
    {
      title: 'inside a longer one',
      ...playAgainFrom('2026-03-10T10:00', '2026-03-10T10:01'),
      refused: ['bookings.4.learners.1', 'bookings.4.learners.2'],
    },
  ],
  away: [
    {
      title: 'on the last day of a session',
      request: [[['staff', 0, 'away', 1], { from: '2026-05-12', to: '2026-05-12' }]],
      refused: ['bookings.3.learners.0'],
    },
    {
      title: 'for all of it',
      request: [[['staff', 0, 'away', 1], { from: '2026-05-01', to: '2026-06-12' }]],
      refused: ['bookings.3.learners.0'],
    },
  ],
  cover: [
    { title: 'one too many', request: [[['cover', 0, 'maxAway'], 1]], refused: ['cover.0'] },
    {
      title: 'one of everybody, over two sessions',
      request: [
        [
          ['cover'],
          [
            {
              starts: '2026-02-16T09:59',
              ends: '2026-05-05T10:01',
              maxAway: 2,
            },
            { starts: '2026-02-16T09:00', ends: '2026-03-10T09:00', maxAway: 0 },
            { starts: '2026-03-10T12:00', ends: '2026-05-05T10:00', maxAway: 0 },
          ],
        ],
      ],
      refused: ['cover.0'],
    },
  ],
  time: [
    {
      title: 'a minute of release too much',
      request: [[['staff', 0, 'time'], { releaseMinutes: 119 }]],
      refused: ['totals.byLearner.ana.releaseMinutes'],
    },
    {
      title: 'a minute too much in the window',
      request: [[['staff', 0, 'time'], { releaseMinutes: 120, ownMinutes: 59 }]],
      refused: ['totals.byLearner.ana.minutes'],
    },
    {
      title: 'a minute too much in a term',
      request: [[['staff', 0, 'time', 'terms', 'spring'], { releaseMinutes: 0, ownMinutes: 59 }]],
      refused: ['totals.byLearner.ana.minutes'],
    },
    {
      title: 'a minute of release too much in a term',
      request: [[['staff', 0, 'time', 'terms'], { summer: { releaseMinutes: 119 } }]],
      refused: ['totals.byLearner.ana.releaseMinutes'],
    },
  ],
  limit: [
    {
      title: 'bookings of the setting',
      request: [limit({ measure: 'bookings', atMost: 5 })],
      refused: ['limits.0'],
    },
    {
      title: 'bookings of an item',
      request: [limit({ measure: 'bookings', per: 'item', atMost: 0, select: { items: ['play'] } })],
      refused: ['limits.0'],
    },
    {
      title: 'bookings of each of two people',
      request: [limit({ measure: 'bookings', per: 'learner', atMost: 2 })],
      refused: ['limits.0', 'limits.0'],
    },
    {
      title: 'bookings of something for some people',
      request: [limit({ measure: 'bookings', atMost: 3, select: { staff: ['ben', 'cal'] } })],
      refused: ['limits.0'],
    },
    { title: 'places', request: [limit({ measure: 'places', atMost: 8 })], refused: ['limits.0'] },
    {
      title: 'places in a term',
      request: [limit({ measure: 'places', per: 'term', atMost: 7 })],
      refused: ['limits.0'],
    },
    { title: 'minutes', request: [limit({ measure: 'minutes', atMost: 809 })], refused: ['limits.0'] },
    {
      title: 'minutes of an item',
      request: [limit({ measure: 'minutes', per: 'item', atMost: 359 })],
      refused: ['limits.0'],
    },
    {
      title: 'release minutes',
      request: [limit({ measure: 'release-minutes', atMost: 479 })],
      refused: ['limits.0'],
    },
    {
      title: 'release minutes of a person',
      request: [
        limit({ measure: 'release-minutes', per: 'learner', select: { roles: ['manager'] }, atMost: 119 }),
      ],
      refused: ['limits.0'],
    },
    { title: 'pence', request: [limit({ measure: 'pence', atMost: 17_499 })], refused: ['limits.0'] },
    {
      title: 'pence in a term',
      request: [limit({ measure: 'pence', per: 'term', atMost: 14_999 })],
      refused: ['limits.0'],
    },
    {
      title: 'pence of a person, of per-learner prices alone',
      request: [limit({ measure: 'pence', per: 'learner', atMost: 499 })],
      refused: ['limits.0', 'limits.0'],
    },
    {
      title: 'pence of some people, of per-learner prices alone',
      request: [limit({ measure: 'pence', select: { not: { staff: ['cal'] } }, atMost: 499 })],
      refused: ['limits.0'],
    },
    {
      title: 'pence of what is bought for the setting',
      request: [limit({ measure: 'pence', select: { kinds: ['membership'] }, atMost: 1999 })],
      refused: ['limits.0'],
    },
    { title: 'too little', request: [limit({ measure: 'minutes', atLeast: 811 })], refused: ['limits.0'] },
    {
      title: 'too little in each of the terms',
      request: [limit({ measure: 'places', per: 'term', atLeast: 9 })],
      refused: ['limits.0', 'limits.0'],
    },
    {
      title: 'too little of each person who could',
      request: [limit({ measure: 'places', per: 'learner', select: { areas: ['talk'] }, atLeast: 1 })],
      refused: ['limits.0'],
    },
    {
      title: 'too few of each item that could',
      request: [
        limit({ measure: 'bookings', per: 'item', atLeast: 1, select: { sources: ['self-evaluation'] } }),
      ],
      refused: ['limits.0'],
    },
    {
      title: 'too much of nothing',
      request: [limit({ measure: 'bookings', atLeast: 1, select: { staff: [] } })],
      refused: ['limits.0'],
    },
    {
      title: 'people who may spend on nothing',
      request: [limit({ measure: 'pence', per: 'item', atLeast: 2001, select: { kinds: ['membership'] } })],
      refused: ['limits.0'],
    },
  ],
} as const satisfies Readonly<Record<string, readonly [Case, ...Case[]]>>;
