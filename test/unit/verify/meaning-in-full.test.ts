import { describe, expect, it } from 'vitest';
import { verifyProgramme } from '../../../src/verify/index.js';
import { GONE } from '../intake/check-fixtures.js';
import { objective, playAgainFrom } from './cases-in-full.js';
import { programme, request } from './full-programme.js';
import { type Change, type Tampering, refusalsInFull } from './tampering.js';

/*
 * What the page says of terms, sessions, money and limits, shown by the last case that is right; the first that is wrong
 * is mostly among the refusals.
 */

const accepts = (tampering: Tampering): void => expect(refusalsInFull(tampering)).toEqual([]);
const refuses = (refusal: string, tampering: Tampering): void =>
  expect(refusalsInFull(tampering)).toContain(refusal);

const ITEMS = ['catalogue', 'items'] as const;
const AID = [...ITEMS, 0] as const;
const CLUB = [...ITEMS, 2] as const;
const LEAD = [...ITEMS, 3] as const;
const PLAY = [...ITEMS, 4] as const;
const TALK = [...ITEMS, 5] as const;
const limit = (more: object): Tampering => ({ request: [[['limits', 0], { id: 'one-each', ...more }]] });

describe('as a whole', () => {
  it('the programme worked out by hand is accepted', () => {
    expect(verifyProgramme(request(), programme())).toEqual({ ok: true });
  });

  it('nothing depends on the order of keys and of the lists of a request', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed).toReversed();
      if (typeof value !== 'object' || value === null) return value;
      const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
      return Object.fromEntries(members.toReversed());
    };
    expect(verifyProgramme(reversed(request()), programme())).toEqual({ ok: true });
  });
});

describe('a slot', () => {
  it('lets a session end with the window and begin with it', () => {
    accepts({
      request: [
        [['window'], { from: '2026-02-01', to: '2026-05-12' }],
        [['terms', 1, 'to'], '2026-05-12'],
        [['needs', 0, 'by'], '2026-05-12'],
      ],
    });
  });
  it('names no term for a session and one for what is self-paced', () => {
    refuses('unknown-term bookings.1.term', { programme: [[['bookings', 1, 'term'], 'spring']] });
    refuses('unknown-term bookings.0.term', { programme: [[['bookings', 0, 'term'], GONE]] });
    refuses('unknown-session bookings.1.session', { programme: [[['bookings', 1, 'session'], GONE]] });
    refuses('unknown-session bookings.0.session', { programme: [[['bookings', 0, 'session'], 'march']] });
  });
  it('belongs to no term between terms', () => {
    accepts({
      request: [
        [['terms', 0, 'from'], '2026-02-01'],
        [['terms', 1, 'from'], '2026-05-06'], // leading begins the day before
        [['staff', 0, 'time', 'terms', 'summer'], { releaseMinutes: 0, ownMinutes: 0 }],
      ],
      programme: [[['totals', 'byTerm', 'summer'], { pence: 0, minutes: 0, releaseMinutes: 0 }]],
    });
  });
  it('begins on the first day on which the item, the offer and the pot allow', () => {
    accepts({
      request: [
        [[...TALK, 'available', 'to'], '2026-03-01'],
        [[...TALK, 'offers', 0, 'from'], '2026-03-01'],
        [[...TALK, 'offers', 0, 'to'], '2026-03-01'],
        [[...AID, 'offers', 0, 'to'], '2026-03-10'],
        [[...LEAD, 'available'], { from: '2026-05-05', to: '2026-05-05' }],
      ],
    });
  });
  it('is done in time for a need on the last day of a session, and for self-paced on the first', () => {
    accepts({ request: [[['needs', 1, 'by'], '2026-05-12']] });
    refuses('coverage coverage.1.metBy', { request: [[['needs', 1, 'by'], '2026-05-11']] });
    accepts({
      request: [[['needs', 3, 'by'], '2026-03-01']],
      programme: [[['bookings', 5, 'completeBy'], '2026-03-01']],
    });
    refuses('coverage coverage.3.metBy', { request: [[['needs', 3, 'by'], '2026-02-28']] });
  });
  it('counts age from the end of a session', () => {
    accepts({ request: [[['needs', 1, 'maxAgeMonths'], 3]] });
    refuses('coverage coverage.1.metBy', { request: [[['needs', 1, 'maxAgeMonths'], 2]] });
  });
});

describe('a prerequisite', () => {
  const after = (...changes: Change[]): Tampering => ({
    request: [[[...TALK, 'prerequisites'], [{ anyOf: ['aid'] }]], ...changes],
  });
  const from = (day: string, lateness: number): Change[] => [
    [['bookings', 5, 'startsOn'], day],
    objective(6, 'lateness', lateness),
  ];
  it('on a session comes before the day of what is self-paced', () => {
    accepts({
      ...after([[...TALK, 'available', 'from'], '2026-03-11']),
      programme: from('2026-03-11', 295),
    });
  });
  it('self-paced may be begun on the day of a session', () => {
    accepts({
      request: [[[...ITEMS, 1, 'available'], { from: '2026-03-10' }]],
      programme: [[['bookings', 0, 'startsOn'], '2026-03-10'], objective(6, 'lateness', 312)],
    });
  });
  it('self-paced may be in the same term as what follows, whenever in it', () => {
    accepts({
      request: [
        [[...TALK, 'prerequisites'], [{ anyOf: ['aid-intro'] }]],
        [['staff', 2, 'records', 0, 'completedOn'], '2026-03-01'],
        [[...ITEMS, 1, 'available'], { from: '2026-03-10' }],
      ],
      programme: [[['bookings', 0, 'startsOn'], '2026-03-10'], objective(6, 'lateness', 312)],
    });
  });
  it('may be named by a record, whatever it taught', () => {
    accepts({
      request: [
        [
          ['staff', 2, 'records', 0],
          { area: 'cooking', depth: 1, completedOn: '2026-03-10', item: 'aid-intro' },
        ],
      ],
    });
  });
  it('that teaches nothing is done', () => {
    accepts({ request: [[[...LEAD, 'prerequisites'], [{ anyOf: ['club'] }]]] });
  });
  it('is one of several', () => {
    accepts({ request: [[[...AID, 'prerequisites'], [{ anyOf: ['lead', 'aid-intro'] }]]] });
  });
  it('of a prerequisite leads to a need too', () => {
    accepts({
      request: [
        [[...AID, 'prerequisites'], [{ anyOf: ['play'] }]],
        [[...PLAY, 'prerequisites'], [{ anyOf: ['aid-intro', 'club'] }]],
      ],
    });
    refuses('not-needed bookings.0.learners.0', {
      request: [[[...AID, 'prerequisites'], [{ anyOf: ['play'] }]]],
    });
  });
  it('of what is pinned or for the whole team may be taken', () => {
    const pin = { kind: 'pin', item: 'lead' };
    const first: Change = [[...AID, 'prerequisites'], []];
    const leads: Change = [[...LEAD, 'prerequisites'], [{ anyOf: ['aid-intro', 'club'] }]];
    const with1: Tampering = {
      request: [first, leads, [['adjustments', 2], pin]],
      programme: [[['adjustments', 2], pin]],
    };
    accepts(with1);
    refuses('not-needed bookings.0.learners.0', { request: [first, leads] });
    refuses('not-needed bookings.0.learners.0', {
      ...with1,
      request: [...(with1.request ?? []), [[...LEAD, 'audience'], { roles: ['manager'] }]],
    });
    accepts({ request: [first, [[...PLAY, 'prerequisites'], [{ anyOf: ['aid-intro', 'club'] }]]] });
  });
});

describe('together', () => {
  it('one session may begin as another ends', () => {
    accepts(playAgainFrom('2026-03-10T12:00', '2026-03-10T13:00'));
    accepts(playAgainFrom('2026-03-10T08:00', '2026-03-10T09:00'));
  });
  it('a block that ends at midnight does not touch the day away that begins then', () => {
    accepts({
      request: [
        [[...LEAD, 'sessions', 0, 'blocks', 0, 'ends'], '2026-05-13T00:00'],
        [['staff', 0, 'away', 1], { from: '2026-05-13', to: '2026-05-20' }],
        [['staff', 0, 'away', 2], { from: '2026-05-06', to: '2026-05-11' }],
      ],
      programme: [[['bookings', 3, 'completeBy'], '2026-05-13'], objective(6, 'lateness', 276)],
    });
  });
  it('nobody is missed in the whole team who does not fit the audience', () => {
    accepts({
      request: [
        [[...TALK, 'participation'], 'whole-team'],
        [[...TALK, 'audience'], { roles: ['practitioner'] }],
      ],
    });
  });
  it('an item that excludes itself excludes nothing', () => {
    accepts({
      request: [
        [
          [...TALK, 'excludes'],
          ['talk', 'club', 'lead'],
        ],
      ],
    });
  });
  it('cover looks at open hours, at those it counts, and at the time', () => {
    const cover = (more: object): Tampering => ({
      request: [
        [
          ['cover', 0],
          { starts: '2026-02-01T00:00', ends: '2026-07-31T23:59', maxAway: 0, among: {}, ...more },
        ],
      ],
    });
    accepts(cover({ maxAway: 3 }));
    refuses('cover cover.0', cover({ maxAway: 2 }));
    accepts(cover({ among: { staff: [] } }));
    accepts(cover({ maxAway: 1, among: { not: { staff: ['ben'] }, roles: ['practitioner'] } }));
    accepts(cover({ ends: '2026-03-10T09:00' })); // play takes nobody out of open hours
    accepts(cover({ starts: '2026-03-10T12:00', ends: '2026-05-05T10:00' }));
  });
});

describe('open hours', () => {
  const lessRelease: Change[] = [
    [['totals', 'releaseMinutes'], 360],
    [['totals', 'byTerm', 'summer', 'releaseMinutes'], 0],
    [['totals', 'byLearner', 'ana', 'releaseMinutes'], 0],
    objective(4, 'release-minutes', 360),
  ];
  const HOURS = ['setting', 'openingHours'] as const;
  it('are always without opening hours, and never with none', () => {
    accepts({ request: [[HOURS, GONE]] });
    refuses('totals totals.releaseMinutes', { request: [[HOURS, []]] });
  });
  it('are met by any block, by its first minute', () => {
    const tuesdays = (from: string, to: string): Change => [
      HOURS,
      [
        { weekday: 2, from, to },
        { weekday: 2, from: '08:00', to: '09:01' },
      ],
    ];
    accepts({ request: [tuesdays('10:59', '12:00')] });
    accepts({ request: [tuesdays('11:00', '12:00')], programme: lessRelease });
  });
  it('are met on the days that a block goes through', () => {
    const wednesdays: Change = [HOURS, [1, 3].map((weekday) => ({ weekday, from: '00:00', to: '00:01' }))];
    const block = (ends: string): Change => [[...LEAD, 'sessions', 0, 'blocks', 0, 'ends'], ends];
    const march: Change = [[...AID, 'sessions', 0, 'openHours'], true];
    accepts({
      request: [wednesdays, march, block('2026-05-13T00:00')],
      programme: [
        ...lessRelease,
        [['bookings', 3, 'completeBy'], '2026-05-13'],
        objective(6, 'lateness', 276),
      ],
    });
    accepts({
      request: [wednesdays, march, block('2026-05-13T00:01')],
      programme: [[['bookings', 3, 'completeBy'], '2026-05-13'], objective(6, 'lateness', 276)],
    });
  });
  it('are as the session says', () => {
    accepts({ request: [[[...LEAD, 'sessions', 0, 'openHours'], false]], programme: lessRelease });
  });
});

describe('time', () => {
  it('binds to the minute, by release and in all, in the window and in a term', () => {
    accepts({ request: [[['staff', 0, 'time'], { releaseMinutes: 120, ownMinutes: 60 }]] });
    accepts({
      request: [
        [['staff', 0, 'time', 'terms'], { spring: { releaseMinutes: 0, ownMinutes: 60 } }],
        [['staff', 1, 'time'], { terms: { spring: { releaseMinutes: 180, ownMinutes: 150 } } }],
      ],
    });
  });
  it('binds nothing by own minutes alone', () => {
    accepts({ request: [[['staff', 0, 'time'], { ownMinutes: 0, terms: { spring: { ownMinutes: 0 } } }]] });
  });
});

describe('money', () => {
  it('is had by an entitlement that only another item grants', () => {
    const own: Change = [[...TALK, 'grants'], ['club']];
    accepts({ request: [own] });
    refuses('entitlement bookings.5.learners.0', { request: [own, [[...CLUB, 'grants'], ['other']]] });
    accepts({
      request: [
        [[...CLUB, 'grants'], ['other']],
        [['staff', 1, 'entitlements'], ['club']],
        [[...PLAY, 'grants'], ['club']],
      ],
    });
  });
  it('by team size takes the first band that is large enough', () => {
    accepts({ request: [[[...CLUB, 'offers', 0, 'price', 'bands', 0, 'upTo'], 3]] });
  });
  it('of a pot is for what is bought for the setting if no key asks for people', () => {
    const pays = (more: object): Tampering => ({ request: [[['funding', 0, 'pays'], more]] });
    accepts(pays({}));
    accepts(pays({ kinds: ['membership', 'course', 'in-house-training', 'recorded-webinar'] }));
    accepts(pays({ not: { sources: ['statutory'] } }));
    accepts(pays({ not: { not: { not: { areas: ['first-aid'] } } } }));
    refuses('pot-pays bookings.2.pot', pays({ not: { not: { minLevel: 0 } } }));
  });
  it('by sources is for whoever is asked, who holds it already too', () => {
    accepts({
      request: [
        [['needs', 0, 'count'], { atLeast: 1, spare: 1 }],
        [['funding', 1, 'pays'], { sources: ['statutory'] }],
      ],
    });
  });
});

describe('a limit', () => {
  it.each([
    [
      'counts a booking once, if any learner matches',
      { measure: 'bookings', atMost: 4, atLeast: 4, select: { roles: ['practitioner'] } },
    ],
    [
      'counts a booking without learners, if no key asks for people',
      { measure: 'bookings', atMost: 6, atLeast: 6 },
    ],
    [
      'counts places of those who match',
      { measure: 'places', atMost: 4, atLeast: 4, select: { staff: ['ben'] } },
    ],
    ['counts all pence without person keys', { measure: 'pence', atMost: 17_500, atLeast: 17_500 }],
    [
      'counts pence of people by per-learner prices',
      { measure: 'pence', atMost: 500, atLeast: 500, select: { staff: ['ben'] } },
    ],
    [
      'counts shared pence by sources, when any learner matches',
      { measure: 'pence', atMost: 8000, atLeast: 8000, select: { sources: ['statutory'] } },
    ],
    ['counts shared pence of nobody for a learner', { measure: 'pence', atMost: 500, per: 'learner' }],
    ['counts minutes in open hours', { measure: 'release-minutes', atMost: 360, atLeast: 120, per: 'term' }],
    ['counts minutes of an item', { measure: 'minutes', atMost: 360, per: 'item' }],
    [
      'asks nothing of people whom it cannot match',
      { measure: 'places', atLeast: 1, per: 'learner', select: { not: { roles: ['manager'] } } },
    ],
    [
      'asks nothing of people on what has no learners',
      { measure: 'places', atLeast: 1, per: 'learner', select: { items: ['club'] } },
    ],
    [
      'asks nothing where there is no such item',
      { measure: 'bookings', atLeast: 1, per: 'item', select: { items: ['nothing'] } },
    ],
    [
      'asks of an item without learners what no person asks',
      { measure: 'pence', atLeast: 2000, per: 'item', select: { kinds: ['membership'] } },
    ],
    [
      'by sources matches whom a need of them asks',
      { measure: 'places', atLeast: 1, per: 'learner', select: { sources: ['appraisal'] } },
    ],
  ])('%s', (_title, more) => accepts(limit(more)));

  it('counts a session between terms in none', () => {
    accepts({
      request: [
        [['terms', 1, 'from'], '2026-05-06'],
        [['limits', 0], { id: 'one-each', measure: 'places', per: 'term', atMost: 8 }],
        [['limits', 1], { id: 'release', measure: 'places', atLeast: 9 }],
      ],
      programme: [[['totals', 'byTerm', 'summer'], { pence: 0, minutes: 0, releaseMinutes: 0 }]],
    });
  });
  it('has the window for a term where there are none', () => {
    const { bookings } = programme() as { bookings: Record<string, unknown>[] };
    const named = bookings.map(({ term, ...rest }) => ({
      ...rest,
      id: String(rest['id']).replace('/spring/', '//'),
      ...(term === undefined ? {} : { completeBy: '2026-07-31' }),
    }));
    accepts({
      request: [
        [['terms'], []],
        [['staff', 0, 'time', 'terms'], GONE],
        [['limits', 2], { id: 'spending', measure: 'pence', per: 'term', atMost: 17_500, atLeast: 17_500 }],
      ],
      programme: [
        [['bookings'], named],
        [['totals', 'byTerm'], {}],
        [['coverage', 3, 'metBy'], ['ben', 'cal'].map((staff) => ({ staff, booking: 'talk//club/main' }))],
      ],
    });
  });
});

describe('a baseline', () => {
  it('of none is one without bookings, and no objective without it', () => {
    accepts({ request: [[['baseline'], []]], programme: [objective(2, 'changes', 9)] });
    const { objectives } = programme() as { objectives: { name: string }[] };
    accepts({
      request: [[['baseline'], GONE]],
      programme: [[['objectives'], objectives.filter(({ name }) => name !== 'changes')]],
    });
  });
  it('counts pairs of person and item, by whatever offer and on whatever session', () => {
    accepts({
      request: [
        [['baseline', 0, 'term'], 'summer'],
        [['baseline', 1, 'item'], 'talk'],
        [
          ['baseline', 1, 'learners'],
          ['ben', 'cal'],
        ],
        [['baseline', 2], { ...(request().baseline ?? [])[1], id: 'twice', item: 'talk' }],
      ],
      programme: [objective(2, 'changes', 6)],
    });
  });
});

describe('pins and bans of a session', () => {
  const adjusted = (adjustment: object): Tampering => ({
    request: [[['adjustments', 0], adjustment]],
    programme: [[['adjustments', 1], adjustment]],
  });
  it('hold on it alone', () => {
    accepts(adjusted({ kind: 'pin', item: 'lead', session: 'may' }));
    refuses('pin-unmet adjustments.1', adjusted({ kind: 'pin', item: 'lead', session: 'june' }));
    refuses('banned bookings.3.learners.0', adjusted({ kind: 'ban', item: 'lead', session: 'may' }));
    accepts(adjusted({ kind: 'ban', item: 'lead', session: 'june' }));
  });
  it('of what is bought for the setting speak of nobody', () => {
    accepts({
      request: [
        [
          ['adjustments'],
          [
            { kind: 'pin', item: 'club' },
            { kind: 'ban', item: 'club', staff: ['ana'] },
          ],
        ],
      ],
      programme: [
        [
          ['adjustments'],
          [
            { kind: 'ban', item: 'club', staff: ['ana'] },
            { kind: 'pin', item: 'club' },
          ],
        ],
      ],
    });
    refuses('banned bookings.2', {
      request: [[['adjustments'], [{ kind: 'ban', item: 'club' }]]],
      programme: [[['adjustments'], [{ kind: 'ban', item: 'club' }]]],
    });
    refuses('pin-unmet adjustments.0', {
      request: [[['adjustments'], [{ kind: 'pin', item: 'club', staff: ['ana'] }]]],
      programme: [[['adjustments'], [{ kind: 'pin', item: 'club', staff: ['ana'] }]]],
    });
  });
});
