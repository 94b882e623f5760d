import { describe, expect, it } from 'vitest';
import { verifyProgramme } from '../../../src/verify/index.js';
import { GONE } from '../intake/check-fixtures.js';
import { programme, request } from './legal-programme.js';
import { type Change, type Tampering, refusalsOf } from './tampering.js';

/*
 * What the words of the page mean, shown by the last case that is right and the first that is wrong: the programme for
 * requests that differ by a day, a level, a penny.
 */

const accepts = (tampering: Tampering): void => expect(refusalsOf(tampering)).toEqual([]);
const refuses = (refusal: string, tampering: Tampering): void =>
  expect(refusalsOf(tampering)).toContain(refusal);

const RECORD = ['staff', 0, 'records', 0] as const;
const SAFE = ['catalogue', 'items', 2] as const;
const TALK = ['needs', 3] as const;
const ANA_NOT_SAFE = 'coverage coverage.0.alreadyMet';
const objective = (index: number, name: string, value: number): Change => [
  ['objectives', index],
  { name, value, bound: value },
];

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
    const keysReversed = Object.fromEntries(Object.entries(programme() as object).toReversed());
    expect(verifyProgramme(reversed(request()), keysReversed)).toEqual({ ok: true });
  });

  it('lists that are empty and parts that change nothing are accepted', () => {
    accepts({
      request: [
        ...['terms', 'limits', 'cover', 'areas'].map((key): Change => [[key], []]),
        ...['prerequisites', 'excludes', 'grants', 'sessions'].map((key): Change => [[...SAFE, key], []]),
        [[...SAFE, 'available'], {}],
        [[...SAFE, 'learners'], {}],
        [[...SAFE, 'participation'], 'each'],
        [['staff', 1, 'time', 'terms'], {}],
        [['staff', 1, 'away'], [{ from: '2026-02-01', to: '2026-02-02' }]],
        [['setting', 'sites'], [{ id: 'north' }]],
        [['setting', 'openingHours'], [{ weekday: 1, from: '08:00', to: '18:00' }]],
      ],
    });
  });

  it('a window may be a single day', () => {
    const check = verifyProgramme(
      { ...request(), window: { from: '2026-02-01', to: '2026-02-01' } },
      programme(),
    );
    expect(check.ok ? [] : check.refusals.map(({ code }) => code)).not.toContain('malformed-request');
  });

  it('any engine may have built it', () => accepts({ programme: [[['engine'], 'somebody else 2']] }));
});

describe('a record counts', () => {
  it.each([
    ['before the day it expires', 'expiresOn', '2026-08-01', '2026-07-31'],
    ['until it is as old as the need allows', 'completedOn', '2024-07-31', '2024-07-30'],
    ['from the day it was completed', 'completedOn', '2026-07-31', '2026-08-01'],
    ['at its depth and any less', 'depth', 2, 1],
    ['in its own area', 'area', 'safeguarding', 'safeguarding-lead'],
  ])('%s', (_title, key, right, wrong) => {
    accepts({ request: [[[...RECORD, key], right]] });
    refuses(ANA_NOT_SAFE, { request: [[[...RECORD, key], wrong]] });
  });

  it('for months that end with the month', () => {
    const leapDay: Change = [[...RECORD, 'completedOn'], '2024-02-29'];
    const tampering = (by: string): Tampering => ({
      request: [leapDay, [['needs', 0, 'by'], by]],
      programme: [[['bookings', 2, 'completeBy'], by]],
    });
    accepts(tampering('2026-02-28'));
    refuses(ANA_NOT_SAFE, tampering('2026-03-01'));
  });
});

describe('a booking meets a need', () => {
  it('while what it teaches lasts', () => {
    accepts({ request: [[[...SAFE, 'teaches', 0, 'validMonths'], 6]] });
    refuses('coverage coverage.0.metBy', { request: [[[...SAFE, 'teaches', 0, 'validMonths'], 5]] });
  });
  it('while it is as young as the need asks', () => {
    accepts({ request: [[[...TALK, 'maxAgeMonths'], 6]] });
    refuses('coverage coverage.3.metBy', { request: [[[...TALK, 'maxAgeMonths'], 5]] });
  });
  it('at its depth and any less', () => {
    accepts({ request: [[[...TALK, 'depth'], 2]] });
    refuses('coverage coverage.3.metBy', { request: [[[...TALK, 'depth'], 3]] });
  });
  it('that is tested on the first day', () => {
    const first: Change = [[...TALK, 'by'], '2026-02-01'];
    accepts({ request: [first], programme: [[['bookings', 3, 'completeBy'], '2026-02-01']] });
  });
  it('that was due before the window, on its last day', () => {
    const before: Change = [[...TALK, 'by'], '2026-01-31'];
    accepts({ request: [before], programme: [[['coverage', 3, 'overdue'], true]] });
    refuses('coverage coverage.3.overdue', { request: [before] });
  });
  it('that is tested after the window, if it lasts until then', () => {
    const later: Change = [[...TALK, 'by'], '2027-02-01'];
    accepts({ request: [later] });
    accepts({ request: [later, [[...TALK, 'maxAgeMonths'], 12]] });
    refuses('coverage coverage.3.metBy', { request: [later, [[...TALK, 'maxAgeMonths'], 11]] });
  });
  it('while what it teaches lasts, the day it lapses not included', () => {
    const lasting = (validMonths: number): Tampering => ({
      request: [
        [[...TALK, 'by'], '2026-08-01'],
        [['catalogue', 'items', 3, 'teaches', 0, 'validMonths'], validMonths],
      ],
    });
    accepts(lasting(7));
    refuses('coverage coverage.3.metBy', lasting(6));
  });
  it('of some of its learners, which is enough to serve it', () => {
    const pin: Change = [['adjustments', 0], { kind: 'pin', item: 'first-aid', staff: ['ana'] }];
    accepts({
      request: [pin],
      programme: [
        [['adjustments', 1], pin[1]],
        [
          ['bookings', 0, 'learners'],
          ['ana', 'cal'],
        ],
        [['bookings', 0, 'minutes'], 200],
        [['totals', 'minutes'], 470],
        [['totals', 'byLearner', 'ana', 'minutes'], 160],
        objective(4, 'minutes', 470),
      ],
    });
  });
  it('by the least id of several', () => {
    const again: Change = [
      ['catalogue', 'items', 4],
      {
        id: 'also',
        title: 'Also talk',
        kind: 'resource',
        teaches: [{ area: 'talk', depth: 1 }],
        minutes: 0,
        audience: { roles: ['manager'] },
        offers: [{ id: 'free', price: { kind: 'free' } }],
      },
    ];
    const { bookings } = programme() as { bookings: object[] };
    const booking = { ...bookings[3], id: 'also//free/', item: 'also', minutes: 0 };
    const programmeOf = (id: string): Change[] => [
      [['bookings'], [booking, ...bookings]],
      [['coverage', 3, 'metBy', 0, 'booking'], id],
    ];
    accepts({ request: [again], programme: programmeOf('also//free/') });
    refuses('coverage coverage.3.metBy.0.booking', {
      request: [again],
      programme: programmeOf('talk//free/'),
    });
  });
});

describe('a selector', () => {
  const who = (selector: unknown, ...more: Change[]): Tampering => ({
    request: [[[...TALK, 'who'], selector], ...more],
  });
  const SITES: Change[] = ['north', 'south', 'east'].map((site, index) => [['staff', index, 'site'], site]);
  const AGES: Change[] = [['under-2', '2'], ['2'], []].map((bands, index) => [
    ['staff', index, 'ageBands'],
    bands,
  ]);
  it.each([
    ['by id', who({ staff: ['ana', 'ben', 'zoe'] })],
    ['by level', who({ minLevel: 3 })],
    ['by site', who({ sites: ['north', 'south'] }, ...SITES)],
    ['by ages', who({ ageBands: ['2', 'school-age'] }, ...AGES)],
    ['by what must not match', who({ not: { staff: ['cal'] } })],
    ['by what must not match, twice', who({ not: { not: { minLevel: 3 } } })],
    [
      'by all its keys',
      who({ roles: ['manager', 'practitioner'], not: { roles: ['practitioner'], not: { minLevel: 3 } } }),
    ],
  ])('selects %s', (_title, tampering) => accepts(tampering));
  it.each([
    ['an empty list', who({ staff: [] })],
    ['an empty list beside others', who({ minLevel: 3, roles: [] })],
    ['not everybody', who({ not: {} })],
    ['a site of people without one', who({ sites: ['north'] })],
    ['ages of people without any', who({ ageBands: ['2'] })],
    ['a level too high', who({ minLevel: 7 })],
  ])('selects nobody by %s', (_title, tampering) => refuses('coverage coverage.3.target', tampering));
});

describe('a level', () => {
  it('counts from the day it is awarded', () => {
    const awarded = (on: string): Tampering => ({
      request: [[['staff', 1, 'qualifications', 2], { level: 6, awardedOn: on }]],
    });
    accepts(awarded('2026-01-11'));
    refuses('false-reason coverage.3.unmet.0.reason', awarded('2026-01-10'));
  });
  it('fits an audience up to its greatest', () => {
    accepts({ request: [[['catalogue', 'items', 1, 'audience'], { minLevel: 2, maxLevel: 2 }]] });
  });
  it('is none without a qualification', () => {
    refuses('audience bookings.3.learners.0', { request: [[['staff', 0, 'qualifications'], GONE]] });
  });
});

describe('scores', () => {
  it.each([
    ['inspection-recommendation', 8],
    ['self-evaluation', 5],
    ['local-authority', 5],
    ['appraisal', 4],
    ['sector-focus', 2],
    ['aspiration', 1],
  ])('weigh %s %i', (source, weight) => {
    accepts({ request: [[[...TALK, 'source'], source]], programme: [objective(1, 'weighted', weight)] });
  });
  it.each(['statutory', 'welfare-notice', 'inspection-action'])('count %s first', (source) => {
    accepts({
      request: [[[...TALK, 'source'], source]],
      programme: [objective(0, 'must', 5), objective(1, 'weighted', 0)],
    });
  });
  it('take the need’s weight before the policy’s', () => {
    const policy: Change = [['policy'], { weights: { 'self-evaluation': 7 } }];
    accepts({ request: [policy], programme: [objective(1, 'weighted', 7)] });
    accepts({ request: [policy, [[...TALK, 'weight'], 0]], programme: [objective(1, 'weighted', 0)] });
  });
  it('take the musts from the policy', () => {
    accepts({
      request: [[['policy'], { must: ['self-evaluation'] }]],
      programme: [objective(0, 'must', 5), objective(1, 'weighted', 4)],
    });
    accepts({
      request: [[['policy'], { must: [] }]],
      programme: [objective(0, 'must', 0), objective(1, 'weighted', 9)],
    });
  });
  it('count nobody beyond the target', () => {
    accepts({
      request: [[['needs', 0, 'count'], { atLeast: 1 }]],
      programme: [[['coverage', 0, 'target'], 1], objective(0, 'must', 2)],
    });
  });
});

describe('money and time', () => {
  it('a pot may be spent to the penny, and time to the minute', () => {
    accepts({ request: [[['funding', 0, 'pence'], 7000]] });
    accepts({ request: [[['staff', 1, 'time'], { releaseMinutes: 60, ownMinutes: 30 }]] });
  });
  it.each(['releaseMinutes', 'ownMinutes'])('%s alone do not bind', (key) => {
    accepts({ request: [[['staff', 1, 'time'], { [key]: 0 }]], programme: [[['coverage', 1, 'unmet'], []]] });
  });
  it('a list price below the price paid saves less than nothing', () => {
    accepts({
      request: [[[...SAFE, 'offers', 0, 'listPence'], 0]],
      programme: [
        [['totals', 'listPence'], 5300],
        [['totals', 'savedPence'], -2000],
      ],
    });
  });
  it('a group pays once for every so many learners', () => {
    const pinned = (size: number): Change[] => [
      [['catalogue', 'items', 1, 'offers', 0, 'price', 'size'], size],
      [
        ['adjustments', 1, 'staff'],
        ['cal', 'ben'],
      ],
      [['funding', 1, 'pence'], 600],
    ];
    const both: Change[] = [
      [
        ['adjustments', 0, 'staff'],
        ['ben', 'cal'],
      ],
      [
        ['bookings', 1, 'learners'],
        ['ben', 'cal'],
      ],
      [['bookings', 1, 'minutes'], 60],
      [['totals', 'minutes'], 400],
      [['totals', 'byLearner', 'ben', 'minutes'], 120],
      objective(4, 'minutes', 400),
    ];
    accepts({ request: pinned(2), programme: both });
    const twoGroups: Change[] = [
      [['bookings', 1, 'units'], 2],
      [['bookings', 1, 'pence'], 600],
      [['totals', 'byPot', 'grant'], 600],
      [['totals', 'pence'], 7600],
      [['totals', 'listPence'], 8600],
      objective(2, 'pence', 7600),
    ];
    accepts({ request: pinned(1), programme: [...both, ...twoGroups] });
  });
  it('a person may have what the setting has not, for a price that is their own', () => {
    const { bookings } = programme() as { bookings: [object, object, object, object] };
    const [first, second, safe, talk] = bookings;
    const half = { ...safe, units: 1, pence: 1000, minutes: 90 };
    accepts({
      programme: [
        [
          ['bookings'],
          [
            first,
            second,
            { ...half, id: 'safe//insured/main', offer: 'insured', learners: ['cal'] },
            { ...half, learners: ['ben'] },
            talk,
          ],
        ],
        [['coverage', 0, 'metBy', 1, 'booking'], 'safe//insured/main'],
        [['totals', 'listPence'], 7800],
        [['totals', 'savedPence'], 500],
      ],
    });
  });
  it('a requirement may be had by the setting, and another by the person', () => {
    accepts({
      request: [
        [
          [...SAFE, 'offers', 0, 'requires'],
          ['member', 'insurer'],
        ],
        [['staff', 1, 'entitlements'], ['insurer']],
      ],
    });
  });
});

describe('a pin', () => {
  it('without staff allows the item for all who fit, and is kept by any booking', () => {
    const everybody: Change = [['adjustments', 1], { kind: 'pin', item: 'hygiene' }];
    accepts({
      request: [everybody],
      programme: [[['adjustments'], [request().adjustments?.[0], { kind: 'pin', item: 'hygiene' }]]],
    });
  });
});

describe('a bounded programme', () => {
  const bounds = (...values: (number | null)[]): Tampering => ({
    programme: [
      [['status'], 'bounded'],
      ...values.map((bound, index): Change => [['objectives', index, 'bound'], bound]),
    ],
  });
  it.each([
    ['all proved but the tie', bounds(4, 5, 7300, 0, 370, 0)],
    ['a score that could be higher', bounds(4, 10, null, null, null, null)],
    ['a cost that could be lower', bounds(4, 5, 7299, null, null, null)],
    ['nothing known', bounds(null, null, null, null, null, null)],
  ])('may have %s', (_title, tampering) => accepts(tampering));
});

describe('a reason', () => {
  const gap = (reason: string): Change => [['coverage', 3, 'unmet', 0, 'reason'], reason];
  const banBen: Change = [['adjustments', 2], { kind: 'ban', item: 'talk', staff: ['ben'] }];
  const anyLevel: Change = [['catalogue', 'items', 3, 'audience'], GONE];
  it('is banned, when that alone is in the way', () => {
    accepts({ request: [anyLevel, banBen], programme: [banBen, gap('banned')] });
  });
  it('is dates, when nothing lasts until the test', () => {
    const short: Change = [['catalogue', 'items', 0, 'teaches', 0, 'validMonths'], 3];
    accepts({
      request: [short],
      programme: [
        [['coverage', 1, 'unmet', 0, 'reason'], 'dates'],
        [['coverage', 1, 'metBy'], []],
        [['coverage', 1, 'shortBy'], 2],
        [['bookings', 0, 'completeBy'], '2026-07-31'],
        objective(0, 'must', 3),
      ],
    });
  });
  it('is money, time or rank, when nothing else is in the way', () => {
    for (const reason of ['money', 'time', 'outranked'])
      accepts({ programme: [[['coverage', 1, 'unmet', 0, 'reason'], reason]] });
  });
  const firstAid = (reason: string, ...changes: Change[]): Tampering => ({
    request: changes,
    programme: [[['coverage', 1, 'unmet', 0, 'reason'], reason]],
  });
  const FIRST_AID = ['catalogue', 'items', 0] as const;
  const untimed: Change = [['staff', 1, 'time'], GONE];
  it('is places or a limit, where there is one', () => {
    accepts(firstAid('places', [[...FIRST_AID, 'learners'], { perSetting: 1 }]));
    accepts(firstAid('limit', [['limits'], [{ id: 'few', measure: 'places', atMost: 9 }]]));
  });
  it('is a prerequisite that records do not show', () => {
    const first: Change = [[...FIRST_AID, 'prerequisites'], [{ anyOf: ['hygiene'] }]];
    const records = (index: number): Change => [
      ['staff', index, 'records'],
      [{ area: 'hygiene', depth: 1, completedOn: '2020-01-01' }],
    ];
    accepts(firstAid('prerequisite', records(2), first));
    refuses(
      'false-reason coverage.1.unmet.0.reason',
      firstAid('prerequisite', records(2), records(1), first),
    );
  });
  it('may be of whatever comes first, where something does', () => {
    const first: Change = [[...FIRST_AID, 'prerequisites'], [{ anyOf: ['safe'] }]];
    const free: Change = [[...FIRST_AID, 'offers', 0, 'price'], { kind: 'free' }];
    const programme: Change[] = [
      [['bookings', 0, 'pot'], GONE],
      [['bookings', 0, 'id'], 'first-aid//team/'],
      [['bookings', 0, 'pence'], 0],
      [['coverage', 1, 'metBy', 0, 'booking'], 'first-aid//team/'],
      [['totals', 'byPot', 'main'], 2000],
      [['totals', 'pence'], 2300],
      [['totals', 'listPence'], 3300],
      objective(2, 'pence', 2300),
    ];
    for (const reason of ['money', 'audience', 'banned', 'dates', 'time']) {
      const { request = [], programme: told = [] } = firstAid(reason, first, free, untimed);
      const timed = reason === 'time' ? request.slice(0, 2) : request;
      accepts({ request: timed, programme: [...told, ...programme] });
    }
  });
  it('of a need for some, is that of any of them', () => {
    accepts({
      request: [
        [['needs', 1, 'who'], {}],
        [['needs', 1, 'count'], { atLeast: 3 }],
      ],
      programme: [
        [['coverage', 1, 'target'], 3],
        [['coverage', 1, 'shortBy'], 2],
      ],
    });
  });
  it('may be left out', () => accepts({ programme: [[['coverage', 2, 'unmet'], []]] }));
});
