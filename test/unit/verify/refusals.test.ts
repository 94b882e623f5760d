import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CertificateRefusalCode, RefusalCode } from '../../../src/verify/index.js';
import { GONE } from '../intake/check-fixtures.js';
import { programme, request } from './legal-programme.js';
import { type Case, IN_FULL } from './cases-in-full.js';
import { type Change, refusalsInFull, refusalsOf } from './tampering.js';

const bookings = (changed: readonly unknown[] = []): unknown[] => {
  const list = (programme() as { bookings: unknown[] }).bookings;
  return [...list, ...changed];
};
const ADJUSTMENTS = (request().adjustments ?? []).toReversed();
const [PIN, BAN] = ADJUSTMENTS;
const ZEBRA = {
  id: 'zebra',
  title: 'Talk in stripes',
  kind: 'online-module',
  teaches: [{ area: 'talk', depth: 1 }],
  minutes: 10,
  offers: [{ id: 'free', price: { kind: 'free' } }],
};
const ITEMS = ['catalogue', 'items'] as const;
const TALK_GAP = ['coverage', 3, 'unmet', 0] as const;
const FIRST_AID_GAP = ['coverage', 1, 'unmet', 0] as const;

type Cases = readonly [Case, ...Case[]];
type InFull = keyof typeof IN_FULL;

/** Every code has a case in which it alone is refused, here or in full: without one this does not compile. */
const CASES: Readonly<Record<Exclude<RefusalCode, Exclude<InFull, 'time'> | 'more-refusals'>, Cases>> = {
  'malformed-request': [
    { title: 'an id that is a number', request: [[['setting', 'id'], 7]], refused: ['setting.id'] },
    { title: 'an id that is empty', request: [[['setting', 'id'], '']], refused: ['setting.id'] },
    {
      title: 'no price',
      request: [[[...ITEMS, 0, 'offers', 0, 'price'], null]],
      refused: ['catalogue.items.0.offers.0.price.kind'],
    },
    { title: 'a wrong type', request: [[['staff', 0, 'roles'], 'manager']], refused: ['staff.0.roles'] },
    { title: 'a missing key', request: [[['window', 'to'], GONE]], refused: ['window.to'] },
    { title: 'a key of no contract', request: [[['limit'], []]], refused: ['limit'] },
    { title: 'no day', request: [[['needs', 1, 'by'], '2026-02-30']], refused: ['needs.1.by'] },
    { title: 'half a penny', request: [[['funding', 0, 'pence'], 0.5]], refused: ['funding.0.pence'] },
    { title: 'too much money', request: [[['funding', 0, 'pence'], 1e9 + 1]], refused: ['funding.0.pence'] },
    {
      title: 'an unknown source',
      request: [[['needs', 0, 'source'], 'rumour']],
      refused: ['needs.0.source'],
    },
    { title: 'an unknown count', request: [[['needs', 0, 'count'], 'someone']], refused: ['needs.0.count'] },
    {
      title: 'an unknown kind of price',
      request: [[[...ITEMS, 0, 'offers', 0, 'price', 'kind'], 'barter']],
      refused: ['catalogue.items.0.offers.0.price.kind'],
    },
    {
      title: 'a group of nobody',
      request: [[[...ITEMS, 1, 'offers', 0, 'price', 'size'], 0]],
      refused: ['catalogue.items.1.offers.0.price.size'],
    },
    { title: 'an id twice', request: [[['staff', 1, 'id'], 'ana']], refused: ['staff.1.id'] },
    {
      title: 'a window that ends before it starts',
      request: [[['window', 'to'], '2026-01-31']],
      refused: ['window.to'],
    },
    {
      title: 'what is not JSON, and all of it at once',
      request: [
        [['asOf'], undefined],
        [['staff', 0, 'name'], 1n],
        [['setting', 'name'], () => 'Acorns'],
      ],
      refused: ['setting.name', 'staff.0.name'],
    },
  ],
  'malformed-programme': [
    { title: 'a key of no contract', programme: [[['secret'], 1]], refused: ['secret'] },
    {
      title: 'a booking with one',
      programme: [[['bookings', 0, 'name'], 'x']],
      refused: ['bookings.0.name'],
    },
    { title: 'a missing part', programme: [[['coverage'], GONE]], refused: ['coverage'] },
    { title: 'an unknown status', programme: [[['status'], 'best']], refused: ['status'] },
    {
      title: 'learners of no list',
      programme: [[['bookings', 0, 'learners'], 'cal']],
      refused: ['bookings.0.learners'],
    },
    {
      title: 'a bound that is no amount',
      programme: [[['objectives', 0, 'bound'], '4']],
      refused: ['objectives.0.bound'],
    },
    { title: 'an unknown proof', programme: [[['proof', 'kind'], 'trust-me']], refused: ['proof.kind'] },
  ],
  digest: [
    { title: 'another digest', programme: [[['requestDigest'], '0'.repeat(64)]], refused: ['requestDigest'] },
    { title: 'no digest', programme: [[['requestDigest'], null]], refused: ['requestDigest'] },
  ],
  'unknown-item': [
    {
      title: 'an item not in the catalogue',
      programme: [[['bookings', 0, 'item'], 'flying']],
      refused: ['bookings.0.item'],
    },
  ],
  'unknown-session': [
    { title: 'a session', programme: [[['bookings', 0, 'session'], 'may']], refused: ['bookings.0.session'] },
  ],
  'unknown-term': [
    { title: 'a term', programme: [[['bookings', 0, 'term'], 'spring']], refused: ['bookings.0.term'] },
  ],
  'unknown-offer': [
    {
      title: "another item's offer",
      programme: [[['bookings', 0, 'offer'], 'shop']],
      refused: ['bookings.0.offer'],
    },
  ],
  'unknown-pot': [
    { title: 'a pot', programme: [[['bookings', 0, 'pot'], 'sock']], refused: ['bookings.0.pot'] },
  ],
  'unknown-learner': [
    {
      title: 'two strangers',
      programme: [
        [
          ['bookings', 2, 'learners'],
          ['ann', 'ben', 'carl'],
        ],
      ],
      refused: ['bookings.2.learners.0', 'bookings.2.learners.2'],
    },
  ],
  'booking-id': [
    {
      title: 'an id of its own',
      programme: [[['bookings', 0, 'id'], 'first-aid']],
      refused: ['bookings.0.id'],
    },
    {
      title: 'ids that are not escaped',
      request: [[['funding', 0, 'id'], 'a/~b']],
      programme: [
        [['bookings', 0, 'pot'], 'a/~b'],
        [['bookings', 2, 'pot'], 'a/~b'],
        [['bookings', 0, 'id'], 'first-aid//team/a~1~0b'],
        [['bookings', 2, 'id'], 'safe//member/a/~b'],
        [['coverage', 0, 'metBy', 0, 'booking'], 'safe//member/a~1~0b'],
        [['coverage', 0, 'metBy', 1, 'booking'], 'safe//member/a~1~0b'],
        [['coverage', 1, 'metBy', 0, 'booking'], 'first-aid//team/a~1~0b'],
        [['totals', 'byPot'], { grant: 300, 'a/~b': 7000 }],
      ],
      refused: ['bookings.2.id'],
    },
  ],
  'booking-order': [
    {
      title: 'two that meet the same need, of which the lesser id counts',
      request: [[[...ITEMS, 4], { ...ZEBRA, id: 'zebra' }]],
      programme: [
        [['bookings', 3], { ...(bookings()[3] as object), id: 'zebra//free/', item: 'zebra', minutes: 10 }],
        [['bookings', 4], bookings()[3]],
        [['totals', 'minutes'], 380],
        [['totals', 'byLearner', 'ana', 'minutes'], 70],
        [['objectives', 4], { name: 'minutes', value: 380, bound: 380 }],
        [TALK_GAP.slice(0, 3), []],
      ],
      refused: ['bookings.4'],
    },
    {
      title: 'two bookings exchanged',
      programme: [
        [['bookings', 2], bookings()[3]],
        [['bookings', 3], bookings()[2]],
      ],
      refused: ['bookings.3'],
    },
  ],
  'duplicate-booking': [
    {
      title: 'one booking told as two',
      programme: [
        [['bookings', 4], bookings()[3]],
        [
          ['bookings', 2],
          { ...(bookings()[2] as object), learners: ['ben'], units: 1, pence: 1000, minutes: 90 },
        ],
        [
          ['bookings', 3],
          { ...(bookings()[2] as object), learners: ['cal'], units: 1, pence: 1000, minutes: 90 },
        ],
      ],
      refused: ['bookings.3'],
    },
  ],
  'learner-order': [
    {
      title: 'learners exchanged',
      programme: [
        [
          ['bookings', 2, 'learners'],
          ['cal', 'ben'],
        ],
      ],
      refused: ['bookings.2.learners.1'],
    },
  ],
  'no-learners': [
    {
      title: 'nobody',
      request: [[[...ITEMS, 4], ZEBRA]],
      programme: [
        [
          ['bookings', 4],
          {
            id: 'zebra//free/',
            item: 'zebra',
            offer: 'free',
            learners: [],
            units: 1,
            pence: 0,
            minutes: 0,
            startsOn: '2026-02-01',
            completeBy: '2026-07-31',
          },
        ],
      ],
      refused: ['bookings.4.learners'],
    },
  ],
  price: [
    { title: 'units', programme: [[['bookings', 2, 'units'], 1]], refused: ['bookings.2.units'] },
    { title: 'a penny less', programme: [[['bookings', 2, 'pence'], 1999]], refused: ['bookings.2.pence'] },
    {
      title: 'pence in words',
      programme: [[['bookings', 2, 'pence'], '2000']],
      refused: ['bookings.2.pence'],
    },
    {
      title: 'a shared price by the head',
      request: [],
      programme: [[['bookings', 0, 'units'], 2]],
      refused: ['bookings.0.units'],
    },
  ],
  minutes: [
    {
      title: 'a minute more',
      programme: [[['bookings', 2, 'minutes'], 181]],
      refused: ['bookings.2.minutes'],
    },
  ],
  dates: [
    {
      title: 'another start',
      programme: [[['bookings', 0, 'startsOn'], '2026-02-02']],
      refused: ['bookings.0.startsOn'],
    },
    { title: 'no start', programme: [[['bookings', 0, 'startsOn'], GONE]], refused: ['bookings.0.startsOn'] },
    {
      title: 'an end after the need is tested',
      programme: [[['bookings', 0, 'completeBy'], '2026-07-31']],
      refused: ['bookings.0.completeBy'],
    },
    {
      title: 'an end before the term’s',
      programme: [[['bookings', 1, 'completeBy'], '2026-05-31']],
      refused: ['bookings.1.completeBy'],
    },
  ],
  'booked-twice': [
    {
      title: 'in two bookings of the item',
      request: [[[...ITEMS, 3, 'offers', 1], { id: 'again', price: { kind: 'free' } }]],
      programme: [
        [['bookings', 3], { ...(bookings()[3] as object), id: 'talk//again/', offer: 'again' }],
        [['bookings', 4], bookings()[3]],
        [['coverage', 3, 'metBy', 0, 'booking'], 'talk//again/'],
        [['totals', 'minutes'], 430],
        [['totals', 'byLearner', 'ana', 'minutes'], 120],
        [['objectives', 4], { name: 'minutes', value: 430, bound: 430 }],
      ],
      refused: ['bookings.4.learners.0'],
    },
    {
      title: 'in one booking',
      programme: [
        [
          ['bookings', 1, 'learners'],
          ['cal', 'cal'],
        ],
        [['bookings', 1, 'minutes'], 60],
        [['totals', 'minutes'], 400],
        [['totals', 'byLearner', 'cal', 'minutes'], 250],
        [['objectives', 4], { name: 'minutes', value: 400, bound: 400 }],
      ],
      refused: ['bookings.1.learners.1'],
    },
  ],
  audience: [
    {
      title: 'a level too low',
      request: [[[...ITEMS, 1, 'audience'], { minLevel: 3 }]],
      refused: ['bookings.1.learners.0'],
    },
    {
      title: 'a level too high',
      request: [[[...ITEMS, 1, 'audience'], { maxLevel: 1 }]],
      refused: ['bookings.1.learners.0'],
    },
    {
      title: 'another role',
      request: [[[...ITEMS, 1, 'audience'], { roles: ['manager'] }]],
      refused: ['bookings.1.learners.0'],
    },
    {
      title: 'no role at all',
      request: [[[...ITEMS, 1, 'audience'], { roles: [] }]],
      refused: ['bookings.1.learners.0'],
    },
    {
      title: 'another kind of provider',
      request: [[[...ITEMS, 1, 'audience'], { providerKinds: ['school', 'childminder'] }]],
      refused: ['bookings.1.learners.0'],
    },
  ],
  banned: [
    {
      title: 'one person',
      request: [[['adjustments', 2], { kind: 'ban', item: 'safe', staff: ['cal'] }]],
      programme: [[['adjustments', 2], { kind: 'ban', item: 'safe', staff: ['cal'] }]],
      refused: ['bookings.2.learners.1'],
    },
    {
      title: 'everybody',
      request: [[['adjustments', 2], { kind: 'ban', item: 'safe' }]],
      programme: [[['adjustments', 2], { kind: 'ban', item: 'safe' }]],
      refused: ['bookings.2.learners.0', 'bookings.2.learners.1'],
    },
  ],
  'not-needed': [
    {
      title: 'an item that nobody needs, not pinned',
      request: [[['adjustments'], [BAN]]],
      programme: [[['adjustments'], [BAN]]],
      refused: ['bookings.1.learners.0'],
    },
    {
      title: 'an item pinned for others',
      request: [
        [['adjustments', 2], { kind: 'pin', item: 'hygiene', staff: [] }],
        [['adjustments', 1], BAN],
      ],
      programme: [[['adjustments'], [BAN, BAN, { kind: 'pin', item: 'hygiene', staff: [] }]]],
      refused: ['bookings.1.learners.0'],
    },
    {
      title: 'an item that teaches it less deep',
      request: [
        [[...ITEMS, 1, 'teaches'], [{ area: 'safeguarding', depth: 1 }]],
        [['adjustments'], [BAN]],
      ],
      programme: [[['adjustments'], [BAN]]],
      refused: ['bookings.1.learners.0'],
    },
  ],
  'pin-unmet': [
    {
      title: 'one of two people',
      request: [[['adjustments', 1], { kind: 'pin', item: 'hygiene', staff: ['cal', 'ben'] }]],
      programme: [[['adjustments'], [BAN, { kind: 'pin', item: 'hygiene', staff: ['ben', 'cal'] }]]],
      refused: ['adjustments.1'],
    },
    {
      title: 'an item without any booking',
      request: [
        [[...ITEMS, 4], ZEBRA],
        [['adjustments', 2], { kind: 'pin', item: 'zebra' }],
      ],
      programme: [[['adjustments', 2], { kind: 'pin', item: 'zebra' }]],
      refused: ['adjustments.2'],
    },
  ],
  entitlement: [
    {
      title: 'a membership that has ended',
      request: [[['setting', 'entitlements'], GONE]],
      refused: ['bookings.2.learners.0', 'bookings.2.learners.1'],
    },
    {
      title: 'what only one of two has',
      request: [
        [['setting', 'entitlements'], []],
        [['staff', 2, 'entitlements'], ['member']],
      ],
      refused: ['bookings.2.learners.0'],
    },
    {
      title: 'a shared price, which no person unlocks',
      request: [[[...ITEMS, 0, 'offers', 0, 'requires'], ['insurer']]],
      programme: [[['coverage', 1, 'unmet'], []]],
      refused: ['bookings.0.learners.0'],
    },
    {
      title: 'one of two requirements',
      request: [
        [
          [...ITEMS, 2, 'offers', 0, 'requires'],
          ['member', 'insurer'],
        ],
      ],
      refused: ['bookings.2.learners.0'],
    },
  ],
  'no-pot': [
    {
      title: 'money from nowhere',
      programme: [
        [['bookings', 0, 'pot'], GONE],
        [['bookings', 0, 'id'], 'first-aid//team/'],
        [['coverage', 1, 'metBy', 0, 'booking'], 'first-aid//team/'],
        [['totals', 'byPot', 'main'], 2000],
      ],
      refused: ['bookings.0'],
    },
  ],
  'needless-pot': [
    {
      title: 'a pot for nothing',
      programme: [
        [['bookings', 3, 'pot'], 'main'],
        [['bookings', 3, 'id'], 'talk//free/main'],
        [['coverage', 3, 'metBy', 0, 'booking'], 'talk//free/main'],
      ],
      refused: ['bookings.3.pot'],
    },
  ],
  'pot-overspent': [
    { title: 'by a penny', request: [[['funding', 0, 'pence'], 6999]], refused: ['totals.byPot.main'] },
    {
      title: 'both',
      request: [
        [['funding', 0, 'pence'], 0],
        [['funding', 1, 'pence'], 0],
      ],
      refused: ['totals.byPot.main', 'totals.byPot.grant'],
    },
  ],
  time: [
    {
      title: 'a minute too much',
      request: [[['staff', 1, 'time'], { releaseMinutes: 60, ownMinutes: 29 }]],
      refused: ['totals.byLearner.ben.minutes'],
    },
  ],
  coverage: [
    { title: 'another need', programme: [[['coverage', 3, 'need'], 'walk']], refused: ['coverage.3.need'] },
    { title: 'a target', programme: [[['coverage', 1, 'target'], 1]], refused: ['coverage.1.target'] },
    {
      title: 'nobody met already',
      programme: [[['coverage', 0, 'alreadyMet'], []]],
      refused: ['coverage.0.alreadyMet'],
    },
    {
      title: 'another person',
      programme: [[['coverage', 0, 'alreadyMet', 0], 'ben']],
      refused: ['coverage.0.alreadyMet.0'],
    },
    {
      title: 'another booking',
      programme: [[['coverage', 0, 'metBy', 1, 'booking'], 'talk//free/']],
      refused: ['coverage.0.metBy.1.booking'],
    },
    {
      title: 'one too many',
      programme: [[['coverage', 3, 'metBy', 1], { staff: 'ben', booking: 'talk//free/' }]],
      refused: ['coverage.3.metBy'],
    },
    {
      title: 'a gap made small',
      programme: [[['coverage', 3, 'shortBy'], 0]],
      refused: ['coverage.3.shortBy'],
    },
    { title: 'overdue', programme: [[['coverage', 0, 'overdue'], true]], refused: ['coverage.0.overdue'] },
    {
      title: 'overdue and silent about it',
      programme: [[['coverage', 2, 'overdue'], GONE]],
      refused: ['coverage.2.overdue'],
    },
    {
      title: 'a key of no contract in it',
      programme: [[['coverage', 0, 'metBy', 0, 'why'], 1]],
      refused: ['coverage.0.metBy.0.why'],
    },
    { title: 'a need left out', programme: [[['coverage'], []]], refused: ['coverage'] },
    {
      title: 'a gap of nobody, of a need for everyone',
      programme: [[[...TALK_GAP, 'staff'], GONE]],
      refused: ['coverage.3.unmet.0'],
    },
    {
      title: 'a gap of somebody, of a need for some',
      programme: [[[...FIRST_AID_GAP, 'staff'], 'ben']],
      refused: ['coverage.1.unmet.0'],
    },
    {
      title: 'a gap told twice',
      programme: [[['coverage', 3, 'unmet', 1], { staff: 'ben', reason: 'audience' }]],
      refused: ['coverage.3.unmet.1'],
    },
  ],
  'false-reason': [
    {
      title: 'money, for what has a free offer too',
      request: [[[...ITEMS, 0, 'offers', 1], { id: 'gift', price: { kind: 'free' } }]],
      programme: [[[...FIRST_AID_GAP, 'reason'], 'money']],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'money, for what has an offer at nothing too',
      request: [[[...ITEMS, 0, 'offers', 1], { id: 'gift', price: { kind: 'per-learner', pence: 0 } }]],
      programme: [[[...FIRST_AID_GAP, 'reason'], 'money']],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'time, of one who has no limit',
      request: [[['staff', 1, 'time'], GONE]],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'time, for what takes none',
      request: [[[...ITEMS, 0, 'minutes'], 0]],
      programme: [
        [['bookings', 0, 'minutes'], 0],
        [['totals', 'minutes'], 270],
        [['totals', 'byLearner', 'cal', 'minutes'], 120],
        [['objectives', 4], { name: 'minutes', value: 270, bound: 270 }],
      ],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'time, of one who has no right to any offer',
      request: [
        [[...ITEMS, 0, 'offers', 0, 'requires'], ['insurer']],
        [[...ITEMS, 0, 'offers', 0, 'price', 'kind'], 'per-learner'],
      ],
      programme: [[['totals', 'byLearner', 'cal', 'pence'], 6000]],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'no item, though one teaches it',
      programme: [[[...TALK_GAP, 'reason'], 'no-item']],
      refused: ['coverage.3.unmet.0.reason'],
    },
    {
      title: 'outranked, though nothing teaches it',
      programme: [[['coverage', 2, 'unmet', 0, 'reason'], 'outranked']],
      refused: ['coverage.2.unmet.0.reason'],
    },
    ...['prerequisite', 'places', 'cover', 'limit', 'weather'].map((reason) => ({
      title: `${reason}, of which there is none`,
      programme: [[[...FIRST_AID_GAP, 'reason'], reason]] as const,
      refused: ['coverage.1.unmet.0.reason'],
    })),
    {
      title: 'audience, though all fit',
      programme: [[[...FIRST_AID_GAP, 'reason'], 'audience']],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'banned, though nobody is',
      programme: [[[...FIRST_AID_GAP, 'reason'], 'banned']],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'dates, though it lasts',
      programme: [[[...FIRST_AID_GAP, 'reason'], 'dates']],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'money, for what is free',
      request: [[[...ITEMS, 0, 'offers', 0, 'price'], { kind: 'free' }]],
      programme: [
        [[...FIRST_AID_GAP, 'reason'], 'money'],
        [['bookings', 0, 'pot'], GONE],
        [['bookings', 0, 'id'], 'first-aid//team/'],
        [['bookings', 0, 'pence'], 0],
        [['coverage', 1, 'metBy', 0, 'booking'], 'first-aid//team/'],
        [['totals', 'byPot', 'main'], 2000],
        [['totals', 'pence'], 2300],
        [['totals', 'listPence'], 3300],
        [['objectives', 2], { name: 'pence', value: 2300, bound: 2300 }],
      ],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'time, of one who has all of it',
      request: [[['staff', 1, 'time', 'ownMinutes'], GONE]],
      refused: ['coverage.1.unmet.0.reason'],
    },
    {
      title: 'audience, of one who is banned as well',
      request: [[['adjustments', 2], { kind: 'ban', item: 'talk', staff: ['ben'] }]],
      programme: [[['adjustments', 2], { kind: 'ban', item: 'talk', staff: ['ben'] }]],
      refused: ['coverage.3.unmet.0.reason'],
    },
    {
      title: 'a gap of one who holds it',
      programme: [[[...TALK_GAP, 'staff'], 'ana']],
      refused: ['coverage.3.unmet.0'],
    },
    {
      title: 'a gap of one whom nobody asked',
      programme: [[[...TALK_GAP, 'staff'], 'cal']],
      refused: ['coverage.3.unmet.0'],
    },
    {
      title: 'a gap where there is none',
      request: [[['needs', 1, 'count'], { atLeast: 1 }]],
      programme: [
        [['coverage', 1, 'target'], 1],
        [['coverage', 1, 'shortBy'], 0],
      ],
      refused: ['coverage.1.unmet.0'],
    },
  ],
  totals: [
    { title: 'pence', programme: [[['totals', 'pence'], 7299]], refused: ['totals.pence'] },
    ...['listPence', 'savedPence', 'minutes', 'releaseMinutes'].map((key) => ({
      title: key,
      programme: [[['totals', key], 1]] as const,
      refused: [`totals.${key}`],
    })),
    { title: 'a pot', programme: [[['totals', 'byPot', 'main'], 6999]], refused: ['totals.byPot.main'] },
    {
      title: 'a pot left out',
      programme: [[['totals', 'byPot', 'grant'], GONE]],
      refused: ['totals.byPot.grant'],
    },
    {
      title: 'a pot too many',
      programme: [[['totals', 'byPot', 'sock'], 0]],
      refused: ['totals.byPot.sock'],
    },
    { title: 'a term', programme: [[['totals', 'byTerm', 'spring'], {}]], refused: ['totals.byTerm.spring'] },
    {
      title: 'a person',
      programme: [[['totals', 'byLearner', 'ben', 'pence'], 0]],
      refused: ['totals.byLearner.ben.pence'],
    },
    { title: 'no totals', programme: [[['totals'], 7]], refused: ['totals'] },
  ],
  objectives: [
    { title: 'a value', programme: [[['objectives', 1, 'value'], 10]], refused: ['objectives.1.value'] },
    { title: 'a name', programme: [[['objectives', 5, 'name'], 'beauty']], refused: ['objectives.5.name'] },
    { title: 'one too few', programme: [[['objectives'], []]], refused: ['objectives'] },
  ],
  bound: [
    {
      title: 'optimal with a better bound',
      programme: [[['objectives', 1, 'bound'], 10]],
      refused: ['objectives.1.bound'],
    },
    {
      title: 'optimal with none',
      programme: [[['objectives', 5, 'bound'], null]],
      refused: ['objectives.5.bound'],
    },
    {
      title: 'a score above its bound',
      programme: [[['status'], 'bounded'], ...nullsFrom(2), [['objectives', 1, 'bound'], 4]],
      refused: ['objectives.1.bound'],
    },
    {
      title: 'a cost below its bound',
      programme: [[['status'], 'bounded'], ...nullsFrom(3), [['objectives', 2, 'bound'], 7301]],
      refused: ['objectives.2.bound'],
    },
    {
      title: 'a bound after the first that is not proved',
      programme: [
        [['status'], 'bounded'],
        [['objectives', 4, 'bound'], 0],
      ],
      refused: ['objectives.5.bound'],
    },
  ],
  adjustments: [
    {
      title: 'another reason',
      programme: [[['adjustments', 0, 'reason'], 'cal likes to']],
      refused: ['adjustments.0.reason'],
    },
    { title: 'one left out', programme: [[['adjustments'], [PIN]]], refused: ['adjustments'] },
    { title: 'none', programme: [[['adjustments'], null]], refused: ['adjustments'] },
  ],
};

function nullsFrom(first: number): Change[] {
  return [0, 1, 2, 3, 4, 5].slice(first).map((index) => [['objectives', index, 'bound'], null]);
}

describe.each(Object.entries(CASES))('%s is refused:', (code, cases) => {
  it.each(cases)('$title', ({ refused, ...tampering }) => {
    expect(refusalsOf(tampering)).toEqual(refused.map((path) => `${code} ${path}`));
  });
});

const IN_FULL_CASES: Readonly<Record<InFull, Cases>> = IN_FULL;
describe.each(Object.entries(IN_FULL_CASES))('with a bit of everything, %s is refused:', (code, cases) => {
  it.each(cases)('$title', ({ refused, ...tampering }) => {
    expect(refusalsInFull(tampering)).toEqual(refused.map((path) => `${code} ${path}`));
  });
});

it('no more are told than a thousand', () => {
  const strangers = Array.from({ length: 1001 }, () => 'zoe');
  const refusals = refusalsOf({ programme: [[['bookings', 0, 'learners'], strangers]] });
  expect(refusals.slice(998)).toEqual([
    'unknown-learner bookings.0.learners.998',
    'unknown-learner bookings.0.learners.999',
    'more-refusals ',
  ]);
});

it('all that is wrong is told at once', () => {
  const programme: Change[] = [
    [['requestDigest'], ''],
    [['bookings', 0, 'pence'], 1],
    [['coverage', 0, 'target'], 9],
    [['totals', 'pence'], 1],
    [['objectives', 0, 'value'], 1],
    [['adjustments', 0, 'by'], 'somebody'],
  ];
  expect(refusalsOf({ programme })).toEqual([
    'digest requestDigest',
    'objectives objectives.0.value',
    'price bookings.0.pence',
    'coverage coverage.0.target',
    'totals totals.pence',
    'adjustments adjustments.0.by',
  ]);
});

/** What only a proof is refused for. */
const OF_PROOFS: Readonly<Record<Exclude<CertificateRefusalCode, RefusalCode>, true>> = {
  'no-proof': true,
  'programme-digest': true,
  'unproved-bound': true,
  grouping: true,
  stages: true,
  multipliers: true,
  'no-solution': true,
  reduction: true,
  cut: true,
  weights: true,
  tree: true,
  'too-large': true,
};

it('the page about them has every code once, and no other', () => {
  const page = readFileSync(new URL('../../../docs/verification.md', import.meta.url), 'utf8');
  const codes = [...page.matchAll(/^\| `([\w-]+)` /gm)].map(([, code]) => code);
  const all = new Set([...[CASES, IN_FULL, OF_PROOFS].flatMap(Object.keys), 'more-refusals']);
  expect(codes).toHaveLength(all.size);
  expect(new Set(codes)).toEqual(all);
});
