import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { type Item, item, need, request, withItems } from './by-hand.js';
import { type JudgedBooking, judge } from './judge.js';

/*
 * Every sentence the judge can say, each said of a programme that breaks one rule alone.
 */

const ON_I: JudgedBooking = { item: 'i', offer: 'o', pot: 'p', learners: ['ann'] };
const ON_J: JudgedBooking = { ...ON_I, item: 'j' };
const FREE: Item['offers'] = [{ id: 'o', price: { kind: 'free' } }];
const play: Partial<Item> = { teaches: [{ area: 'play', depth: 2 }] };
const both = [need('n'), need('m', { area: 'play' })];
const session = (id: string, starts = '2026-03-02T09:00', ends = '2026-03-02T12:00') => ({
  id,
  blocks: [{ starts, ends }],
});

const said = (more: Partial<RequestInput>, ...bookings: JudgedBooking[]): readonly string[] =>
  judge(request(more), bookings).broken;

describe('the judge of one booking', () => {
  const of = (more: Partial<Item>, booking: Partial<JudgedBooking> = {}, rest: Partial<RequestInput> = {}) =>
    said({ ...withItems(item('i', more)), ...rest }, { ...ON_I, ...booking }).map((one) =>
      one.slice(one.indexOf(': ') + 2),
    );
  const onSession = { session: 's' };

  it('finds nothing wrong with what is right', () => {
    expect(of({})).toEqual([]);
    expect(of({ sessions: [session('s')] }, onSession)).toEqual([]);
    expect(of({}, { term: 't' }, { terms: [{ id: 't', from: '2026-02-01', to: '2026-03-31' }] })).toEqual([]);
  });

  it('knows everything by its name', () => {
    expect(of({}, { item: 'x' })).toEqual(['no such item']);
    expect(of({}, { offer: 'x' })).toEqual(['no such offer']);
    expect(of({}, { pot: 'x' })).toEqual(['no such pot']);
    expect(of({}, { learners: ['dan'] })).toEqual(['somebody is not of the team']);
    const when = ['a session, or the term of what is self-paced, and nothing else'];
    const terms = [{ id: 't', from: '2026-02-01', to: '2026-03-31' }];
    expect(of({}, { session: 's' })).toEqual(when);
    expect(of({}, { term: 't' })).toEqual(when);
    expect(of({}, {}, { terms })).toEqual(when);
    expect(of({ sessions: [session('s')] })).toEqual(when);
    expect(of({ sessions: [session('s')] }, { session: 't' })).toEqual(when);
    expect(of({ sessions: [session('s')] }, { session: 's', term: 't' }, { terms })).toEqual(when);
  });

  it('asks when it is', () => {
    const early = session('s', '2026-01-30T09:00', '2026-01-30T12:00');
    expect(of({ sessions: [early] }, onSession)).toEqual(['not inside the window, or the term is over']);
    const terms = [{ id: 't', from: '2026-02-01', to: '2026-03-31' }];
    expect(of({ available: { from: '2026-04-01' } }, { term: 't' }, { terms })).toEqual([
      'not inside the window, or the term is over',
    ]);
    expect(of({ available: { to: '2026-01-30' } })).toEqual(['not available on the day it starts']);
    const offer = { id: 'o', price: { kind: 'per-learner' as const, pence: 1000 } };
    expect(of({ offers: [{ ...offer, from: '2026-02-01' }] })).toEqual([
      'the offer is not open on the day it starts',
    ]);
  });

  it('asks who is on it', () => {
    expect(of({}, { learners: [], pot: undefined })).toEqual(['nobody is on it']);
    expect(of({ learners: { min: 2 } })).toEqual(['too few learners']);
    expect(of({ learners: { max: 1 } }, { learners: ['ann', 'ben'] })).toEqual(['too many learners']);
    expect(of({ audience: { roles: ['manager'] } })).toEqual(['ann does not fit the audience']);
    expect(of({}, {}, { needs: [] })).toEqual(['ann does not need it']);
    expect(of({}, {}, { adjustments: [{ kind: 'ban', item: 'i', staff: ['ann'] }] })).toEqual([
      'ann is banned',
    ]);
    const away = [{ id: 'ann', roles: [], away: [{ from: '2026-03-02', to: '2026-03-02' }] }];
    expect(of({ sessions: [session('s')] }, onSession, { staff: away })).toEqual(['ann is away']);
    expect(of({ prerequisites: [{ anyOf: ['j'] }] })).toEqual(['ann lacks what must come first']);
  });

  it('asks what pays', () => {
    expect(
      of({ offers: [{ id: 'o', requires: ['club'], price: { kind: 'per-learner', pence: 1 } }] }),
    ).toEqual(['the offer requires what is not held']);
    const small: Item['offers'] = [
      { id: 'o', price: { kind: 'by-team-size', bands: [{ upTo: 2, pence: 1 }] } },
    ];
    expect(of({ offers: small })).toEqual(['the team is too large for the offer']);
    expect(of({ offers: FREE })).toEqual(['a pot pays what costs nothing']);
    expect(of({}, { pot: undefined })).toEqual(['no pot pays']);
    const pot = (more: Partial<RequestInput['funding'][number]>) => ({
      funding: [{ id: 'p', pence: 5000, ...more }],
    });
    expect(of({}, {}, pot({ pays: { roles: ['manager'] } }))).toEqual(['the pot may not pay for it']);
    expect(of({}, {}, pot({ from: '2026-02-01' }))).toEqual(['the pot may not pay for it']);
  });

  it('checks the figures that are stated', () => {
    const stated = {
      id: 'i//o/p',
      pence: 1000,
      minutes: 60,
      units: 1,
      startsOn: '2026-01-31',
      completeBy: '2026-12-31',
    };
    expect(of({}, stated)).toEqual([]);
    expect(of({}, { ...stated, id: 'x' })).toEqual(['id is i//o/p, says x']);
    expect(of({}, { ...stated, pence: 1 })).toEqual(['pence is 1000, says 1']);
    expect(of({}, { ...stated, minutes: 1 })).toEqual(['minutes is 60, says 1']);
    expect(of({}, { ...stated, units: 2 })).toEqual(['units is 1, says 2']);
    expect(of({}, { ...stated, startsOn: '2026-02-01' })).toEqual([
      'startsOn is 2026-01-31, says 2026-02-01',
    ]);
    expect(of({}, { ...stated, completeBy: '2026-02-01' })).toEqual([
      'completeBy is 2026-12-31, says 2026-02-01',
    ]);
    // The earliest test date that it serves, whoever else serves it; a term's end, when that is before it.
    const needs = [
      need('n'),
      need('m', { by: '2026-04-01' }),
      need('o', { by: '2026-02-01', who: { staff: ['ben'] } }),
    ];
    expect(of({}, { completeBy: '2026-04-01' }, { needs })).toEqual([]);
    const terms = [{ id: 't', from: '2026-02-01', to: '2026-03-31' }];
    expect(of({}, { term: 't', id: 'i/t/o/p', completeBy: '2026-03-31' }, { needs, terms })).toEqual([]);
    const sessions = [session('s~/', '2026-03-02T09:00', '2026-03-03T12:00')];
    const on = { session: 's~/', id: 'i/s~0~1/o/p', startsOn: '2026-03-02', completeBy: '2026-03-03' };
    expect(of({ sessions }, on)).toEqual([]);
    const group: Item['offers'] = [{ id: 'o', price: { kind: 'per-group', pence: 10, size: 2 } }];
    expect(of({ offers: group }, { learners: ['ann', 'ben', 'cat'], units: 2, pence: 20 })).toEqual([]);
  });
});

describe('the judge of an item', () => {
  it('allows each booking once, and everybody on it once', () => {
    const two = {
      funding: [
        { id: 'p', pence: 5000 },
        { id: 'q', pence: 5000 },
      ],
    };
    expect(said({}, ON_I, { ...ON_I, learners: ['ben'] })).toEqual(['i//o/p: booked twice']);
    expect(said(two, ON_I, { ...ON_I, pot: 'q' })).toEqual(['i: somebody is on it twice']);
    expect(said({}, { ...ON_I, learners: ['ann', 'ann'] })).toEqual(['i: somebody is on it twice']);
  });

  it('counts places', () => {
    const three = { ...ON_I, learners: ['ann', 'ben', 'cat'] };
    expect(said(withItems(item('i', { learners: { perSetting: 2 } })), three)).toEqual([
      'i: too many learners in all',
    ]);
    const sessions = [{ ...session('s'), places: 2 }, session('t')];
    expect(said(withItems(item('i', { sessions })), { ...three, session: 's' })).toEqual([
      'i: more than the places of session s',
    ]);
    expect(said(withItems(item('i', { sessions })), { ...three, session: 't' })).toEqual([]);
  });

  it('asks for the whole team, and for what is pinned', () => {
    expect(said(withItems(item('i', { participation: 'whole-team' })), ON_I)).toEqual([
      'i: the whole team takes part, or nobody',
    ]);
    expect(said({ adjustments: [{ kind: 'pin', item: 'i' }] })).toEqual(['i: a pin does not hold']);
    expect(said({ adjustments: [{ kind: 'pin', item: 'i', staff: ['ann', 'ben'] }] }, ON_I)).toEqual([
      'i: a pin does not hold',
    ]);
  });

  it('keeps what is bought for the setting apart', () => {
    const club = item('i', { teaches: [], grants: ['club'], offers: FREE, minutes: 0 });
    const bought = { item: 'i', offer: 'o', learners: [] };
    expect(said(withItems(club), { ...bought, id: 'i//o/', units: 1, pence: 0, minutes: 0 })).toEqual([]);
    const pinned = { adjustments: [{ kind: 'pin' as const, item: 'i' }] };
    expect(said({ ...withItems(club), ...pinned }, { ...bought, learners: ['ann'] })).toEqual([
      'i//o/: bought for the setting, it has no learners',
    ]);
    const banned = { adjustments: [{ kind: 'ban' as const, item: 'i' }] };
    expect(said({ ...withItems(club), ...banned }, bought)).toEqual([
      'i//o/: what is bought for the setting is banned',
    ]);
    const offers = [...FREE, { id: 'q', price: { kind: 'free' as const } }];
    expect(said(withItems({ ...club, offers }), bought, { ...bought, offer: 'q' })).toEqual([
      'i: bought for the setting more than once',
    ]);
  });
});

describe('the judge of a person', () => {
  it('finds what cannot go together', () => {
    const rivals = withItems(item('i', { excludes: ['j'] }), item('j', play));
    expect(said({ ...rivals, needs: both }, ON_I, ON_J)).toEqual([
      'ann: booked on items of which one excludes the other',
    ]);
    expect(said({ ...rivals, needs: both }, ON_I, { ...ON_J, learners: ['ben'] })).toEqual([]);
    const clash = withItems(
      item('i', { sessions: [session('s')] }),
      item('j', { ...play, sessions: [session('t', '2026-03-02T11:59', '2026-03-02T13:00')] }),
    );
    expect(said({ ...clash, needs: both }, { ...ON_I, session: 's' }, { ...ON_J, session: 't' })).toEqual([
      'ann: in two sessions at once',
    ]);
  });

  it('counts their time', () => {
    const terms = [{ id: 't', from: '2026-02-01', to: '2026-12-31' }];
    const has = (
      time: RequestInput['staff'][number]['time'],
      booking: JudgedBooking,
      sessions?: Item['sessions'],
    ) =>
      said(
        { terms, staff: [{ id: 'ann', roles: [], time }], ...withItems(item('i', { sessions })) },
        booking,
      );
    const self = { ...ON_I, term: 't' };
    const released = { ...ON_I, session: 's' };
    const less = { releaseMinutes: 59, ownMinutes: 0 };
    expect(has(less, self)).toEqual(['ann: has not the minutes of the window']);
    expect(has({ terms: { t: less } }, self)).toEqual(['ann: has not the minutes of term t']);
    expect(has({ releaseMinutes: 59 }, released, [session('s')])).toEqual([
      'ann: has not the release minutes of the window',
    ]);
    expect(has({ terms: { t: { releaseMinutes: 59 } } }, released, [session('s')])).toEqual([
      'ann: has not the release minutes of term t',
    ]);
  });
});

describe('the judge of the programme', () => {
  it('adds up pots, cover and limits', () => {
    const two = { ...ON_I, learners: ['ann', 'ben'] };
    expect(said({ funding: [{ id: 'p', pence: 1999 }] }, two)).toEqual(['programme: pot p is overspent']);
    const cover = [{ starts: '2026-03-02T11:00', ends: '2026-03-02T18:00', maxAway: 1 }];
    expect(
      said({ cover, ...withItems(item('i', { sessions: [session('s')] })) }, { ...two, session: 's' }),
    ).toEqual(['programme: too many are out in cover period 0']);
    const limit = { id: 'l', measure: 'places' as const };
    expect(said({ limits: [{ ...limit, atMost: 1 }] }, two)).toEqual(['programme: limit l is exceeded']);
    expect(said({ limits: [{ ...limit, atLeast: 3, per: 'item' }] }, two)).toEqual([
      'programme: limit l on i is not reached',
    ]);
    expect(said({ limits: [{ ...limit, atMost: 0, per: 'learner' }] }, two)).toEqual([
      'programme: limit l for ann is exceeded',
      'programme: limit l for ben is exceeded',
    ]);
    expect(said({ limits: [{ ...limit, atMost: 1, per: 'term' }] }, two)).toEqual([
      'programme: limit l in the window is exceeded',
    ]);
  });

  it('says what it comes to', () => {
    expect(judge(request(), [ON_I]).objectives).toEqual({
      must: 0,
      weighted: 5,
      changes: 0,
      pence: 1000,
      'release-minutes': 0,
      minutes: 60,
      lateness: 0,
      places: 1,
      bookings: 1,
    });
  });
});
