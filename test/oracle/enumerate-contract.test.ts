import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../src/domain/request.js';
import { type Item, best, item, need, withItems } from './by-hand.js';

/*
 * Sessions, terms, what comes first and who takes part, worked by hand: ann and ben are practitioners, cat is the
 * manager, all need `talk`, and `i` teaches it in an hour for £10 each. The window opens on 31 January 2026.
 */

const on = (id: string, starts: string, ends: string, more = {}) => ({
  id,
  blocks: [{ starts, ends }],
  ...more,
});
const MONDAY = on('s', '2026-03-02T09:00', '2026-03-02T12:00');
const play: Partial<Item> = { teaches: [{ area: 'play', depth: 2 }] };
const bothNeeds = [need('n'), need('m', { area: 'play' })];
const only = (...ids: string[]) => ({ who: { staff: ids } });

describe('sessions', () => {
  const held = (more: Partial<RequestInput> = {}, ...sessions: NonNullable<Item['sessions']>): unknown =>
    best({ ...withItems(item('i', { sessions })), ...more });

  it('complete on their last day, and count it', () => {
    expect(held({}, MONDAY)).toMatchObject({ weighted: 15, lateness: 90, releaseMinutes: 180 });
    expect(held({ needs: [need('n', { by: '2026-03-02' })] }, MONDAY)).toMatchObject({ weighted: 15 });
    expect(held({ needs: [need('n', { by: '2026-03-01' })] }, MONDAY)).toMatchObject({ weighted: 0 });
    const twice = {
      id: 's',
      blocks: [
        { starts: '2026-03-09T09:00', ends: '2026-03-10T00:00' },
        { starts: '2026-03-02T09:00', ends: '2026-03-02T12:00' },
      ],
    };
    expect(held({}, twice)).toMatchObject({ weighted: 15, lateness: 114, minutes: 180 });
    const lapses = item('i', { sessions: [twice], teaches: [{ area: 'talk', depth: 2, validMonths: 1 }] });
    const by = (date: string) => best({ ...withItems(lapses), needs: [need('n', { by: date })] });
    expect(by('2026-04-09')).toMatchObject({ weighted: 15 });
    expect(by('2026-04-10')).toMatchObject({ weighted: 0 });
  });

  it('lie wholly inside the window, and begin when the item is available', () => {
    const first = on('s', '2026-01-31T09:00', '2026-01-31T12:00');
    expect(held({}, first)).toMatchObject({ weighted: 15, lateness: 0 });
    expect(held({}, on('s', '2026-01-30T23:00', '2026-01-31T12:00'))).toMatchObject({ weighted: 0 });
    expect(held({}, on('s', '2026-12-31T22:00', '2026-12-31T23:00'))).toMatchObject({ weighted: 15 });
    expect(held({}, on('s', '2026-12-31T22:00', '2027-01-01T00:00'))).toMatchObject({ weighted: 0 });
    const when = (available: Item['available']) =>
      best(withItems(item('i', { sessions: [MONDAY], available })));
    expect(when({ from: '2026-03-02', to: '2026-03-02' })).toMatchObject({ weighted: 15 });
    expect(when({ from: '2026-03-03' })).toMatchObject({ weighted: 0 });
    expect(when({ to: '2026-03-01' })).toMatchObject({ weighted: 0 });
  });

  it('have so many places, over all bookings', () => {
    const places = on('s', '2026-03-02T09:00', '2026-03-02T12:00', { places: 1 });
    expect(held({}, places)).toMatchObject({ weighted: 5, ties: 3 });
    expect(held({}, places, { ...places, id: 't' })).toMatchObject({ weighted: 10, bookings: 2, ties: 6 });
  });

  it('are in open hours as they say, or when a block meets the opening hours, or without those', () => {
    const setting = (weekday: number, from: string, to: string) => ({
      setting: { id: 's', providerKind: 'group' as const, openingHours: [{ weekday, from, to }] },
    });
    expect(held(setting(1, '12:00', '18:00'), MONDAY)).toMatchObject({ releaseMinutes: 0, minutes: 180 });
    expect(held(setting(1, '11:59', '18:00'), MONDAY)).toMatchObject({ releaseMinutes: 180 });
    expect(held(setting(2, '08:00', '18:00'), MONDAY)).toMatchObject({ releaseMinutes: 0 });
    expect(held(setting(7, '08:00', '18:00'), { ...MONDAY, openHours: true })).toMatchObject({
      releaseMinutes: 180,
    });
    expect(held({}, { ...MONDAY, openHours: false })).toMatchObject({ releaseMinutes: 0 });
    const never = { setting: { id: 's', providerKind: 'group' as const, openingHours: [] } };
    expect(held(never, MONDAY)).toMatchObject({ releaseMinutes: 0 });
    // From Sunday to Tuesday: it meets Monday's hours on the way.
    const long = on('s', '2026-03-01T20:00', '2026-03-03T07:00');
    expect(held(setting(1, '08:00', '18:00'), long)).toMatchObject({ releaseMinutes: 180 });
  });

  it('take nobody twice at once', () => {
    const two = (starts: string) =>
      best({
        ...withItems(
          item('i', { sessions: [MONDAY] }),
          item('j', { ...play, sessions: [on('t', starts, '2026-03-02T15:00')] }),
        ),
        needs: bothNeeds,
      });
    expect(two('2026-03-02T12:00')).toMatchObject({ weighted: 30, places: 6 });
    expect(two('2026-03-02T11:59')).toMatchObject({ weighted: 15, bookings: 1, ties: 2 });
  });

  it('take nobody on a day away', () => {
    const away = (from: string, to: string, session = MONDAY) =>
      held({ staff: [{ id: 'ann', roles: [], away: [{ from, to }] }] }, session);
    expect(away('2026-02-27', '2026-03-01')).toMatchObject({ places: 1 });
    expect(away('2026-03-02', '2026-03-02')).toMatchObject({ places: 0 });
    expect(away('2026-02-27', '2026-03-02')).toMatchObject({ places: 0 });
    const midnight = on('s', '2026-03-02T20:00', '2026-03-03T00:00');
    expect(away('2026-03-03', '2026-03-04', midnight)).toMatchObject({ places: 1 });
  });

  it('leave enough people in each cover period', () => {
    const cover = (starts: string, ends: string, among = {}) => ({
      cover: [{ starts, ends, maxAway: 1, among }],
    });
    const during = cover('2026-03-02T11:00', '2026-03-02T13:00');
    expect(held(during, MONDAY)).toMatchObject({ places: 1, ties: 3 });
    expect(held(cover('2026-03-02T12:00', '2026-03-02T13:00'), MONDAY)).toMatchObject({ places: 3 });
    expect(held(during, { ...MONDAY, openHours: false })).toMatchObject({ places: 3 });
    const practitioners = cover('2026-03-02T11:00', '2026-03-02T13:00', { roles: ['practitioner'] });
    expect(held(practitioners, MONDAY)).toMatchObject({ places: 2, ties: 2 });
    // Different people are counted: one may be out twice.
    const second = item('j', { ...play, sessions: [on('t', '2026-03-02T12:00', '2026-03-02T15:00')] });
    const twice = { ...withItems(item('i', { sessions: [MONDAY] }), second), needs: bothNeeds };
    expect(best({ ...twice, ...during })).toMatchObject({ places: 2, ties: 3 });
  });

  it('can be pinned and banned one by one', () => {
    const later = { ...MONDAY, id: 't' };
    const decided = (kind: 'pin' | 'ban', staff?: string[]) =>
      held({ adjustments: [{ kind, item: 'i', session: 't', staff }] }, MONDAY, later);
    expect(decided('ban')).toMatchObject({ places: 3, bookings: 1, ties: 1 });
    expect(decided('pin')).toMatchObject({ places: 3, bookings: 1, ties: 1 });
    expect(decided('pin', ['ann'])).toMatchObject({ places: 3, bookings: 1, ties: 1 });
    expect(decided('ban', ['ann'])).toMatchObject({ places: 3, bookings: 1, ties: 1 });
    expect(held({}, MONDAY, later)).toMatchObject({ bookings: 1, ties: 2 });
  });
});

describe('terms', () => {
  const TERMS = [
    { id: 'summer', from: '2026-04-01', to: '2026-07-31' },
    { id: 'spring', from: '2026-02-01', to: '2026-03-31' },
  ];
  const self = (more: Partial<RequestInput> = {}, of: Partial<Item> = {}): unknown =>
    best({ terms: TERMS, ...withItems(item('i', of)), ...more });

  it('begin self-paced bookings, on the day the item can be had at the earliest', () => {
    expect(self()).toMatchObject({ weighted: 15, lateness: 3, bookings: 1 });
    expect(self({}, { available: { from: '2026-02-10' } })).toMatchObject({ lateness: 30 });
    expect(self({}, { available: { from: '2026-04-02' } })).toMatchObject({ lateness: 183 });
    expect(self({}, { available: { from: '2026-08-01' } })).toMatchObject({ weighted: 0 });
    expect(self({}, { available: { to: '2026-01-31' } })).toMatchObject({ weighted: 0 });
    expect(self({ terms: undefined }, { available: { from: '2026-02-10' } })).toMatchObject({ lateness: 30 });
  });

  it('meet a need that is tested while what was learnt on the first day still holds', () => {
    const tested = (by: string, validMonths?: number) =>
      self({ needs: [need('n', { by })] }, { teaches: [{ area: 'talk', depth: 2, validMonths }] });
    expect(tested('2026-02-01')).toMatchObject({ weighted: 15 });
    expect(tested('2026-01-31')).toMatchObject({ weighted: 0 });
    expect(tested('2026-03-31', 2)).toMatchObject({ weighted: 15, lateness: 3 });
    expect(tested('2026-04-01', 2)).toMatchObject({ weighted: 15, lateness: 180 });
  });

  it('have minutes of their own, and the window has its', () => {
    const time = (value: RequestInput['staff'][number]['time'], of: Partial<Item> = {}) =>
      self({ staff: [{ id: 'ann', roles: [], time: value }] }, of);
    const none = { releaseMinutes: 0, ownMinutes: 59 };
    expect(time({ terms: { spring: none } })).toMatchObject({ weighted: 5, lateness: 60 });
    expect(time({ terms: { spring: none, summer: none } })).toMatchObject({ weighted: 0 });
    expect(time({ ...none, terms: {} })).toMatchObject({ weighted: 0 });
    expect(time({ terms: { spring: { ownMinutes: 0 } } })).toMatchObject({ lateness: 1 });
    // Release minutes bind sessions in open hours without any number of own minutes.
    const session = { sessions: [MONDAY] };
    expect(time({ releaseMinutes: 59 }, session)).toMatchObject({ weighted: 0 });
    expect(time({ releaseMinutes: 60 }, session)).toMatchObject({ weighted: 5 });
    expect(time({ releaseMinutes: 59 })).toMatchObject({ weighted: 5 });
    expect(time({ terms: { spring: { releaseMinutes: 59 } } }, session)).toMatchObject({ weighted: 0 });
    expect(time({ terms: { summer: { releaseMinutes: 59 } } }, session)).toMatchObject({ weighted: 5 });
    expect(time({ releaseMinutes: 59, ownMinutes: 1 }, session)).toMatchObject({ weighted: 0 });
  });
});

describe('what comes first', () => {
  const chain = (first: Partial<Item>, then: Partial<Item>, more: Partial<RequestInput> = {}): unknown =>
    best({
      ...withItems(
        item('i', { ...play, ...first }),
        item('j', { prerequisites: [{ anyOf: ['i'] }], ...then }),
      ),
      needs: [need('n', only('ann'))],
      ...more,
    });
  const DONE = { weighted: 5, places: 2 };
  const NOT = { weighted: 0, places: 0 };
  const at = (day: string, from: string, to: string) => ({
    sessions: [on('s', `${day}T${from}`, `${day}T${to}`)],
  });

  it('is booked too, although nobody needs it', () => {
    expect(chain({}, {})).toMatchObject({ ...DONE, pence: 2000, ties: 1 });
    expect(chain({ audience: { roles: ['manager'] } }, {})).toMatchObject(NOT);
    expect(chain({}, { prerequisites: [{ anyOf: [] }] })).toMatchObject(NOT);
  });

  it('is finished before a session starts, or before the day a self-paced booking does', () => {
    expect(chain(at('2026-03-02', '09:00', '12:00'), at('2026-03-02', '12:00', '15:00'))).toMatchObject(DONE);
    expect(chain(at('2026-03-02', '09:00', '12:01'), at('2026-03-02', '12:00', '15:00'))).toMatchObject(NOT);
    const starts = (from: string) => chain(at('2026-03-02', '09:00', '12:00'), { available: { from } });
    expect(starts('2026-03-03')).toMatchObject(DONE);
    expect(starts('2026-03-02')).toMatchObject(NOT);
  });

  it('is started by the day of a session, or in the same or an earlier term', () => {
    const begun = (from: string) => chain({ available: { from } }, at('2026-03-02', '09:00', '12:00'));
    expect(begun('2026-03-02')).toMatchObject(DONE);
    expect(begun('2026-03-03')).toMatchObject(NOT);
    const terms = [
      { id: 'a', from: '2026-02-01', to: '2026-03-31' },
      { id: 'b', from: '2026-04-01', to: '2026-07-31' },
    ];
    const both = chain({ available: { from: '2026-02-20' } }, { available: { to: '2026-02-01' } }, { terms });
    expect(both).toMatchObject({ ...DONE, lateness: 21 });
    const late = { available: { from: '2026-04-01' } };
    expect(chain(late, { available: { to: '2026-03-31' } }, { terms })).toMatchObject(NOT);
    expect(chain(late, {}, { terms })).toMatchObject({ ...DONE, lateness: 120 });
  });

  it('may be held by records, ever, or by a record that names it', () => {
    const record = { area: 'play', depth: 2 as const, completedOn: '2020-01-01', expiresOn: '2021-01-01' };
    const ann = (records: NonNullable<RequestInput['staff'][number]['records']>) =>
      chain({}, {}, { staff: [{ id: 'ann', roles: [], records }] });
    const held = { weighted: 5, places: 1, pence: 1000 };
    expect(ann([record])).toMatchObject(held);
    expect(ann([{ ...record, depth: 1 }])).toMatchObject(DONE);
    expect(ann([{ ...record, depth: 1, item: 'i' }])).toMatchObject(held);
    expect(ann([{ ...record, expiresOn: undefined, completedOn: '2026-01-31' }])).toMatchObject(held);
    expect(ann([{ ...record, expiresOn: undefined, completedOn: '2026-02-01' }])).toMatchObject(DONE);
    // What teaches nothing is held by everybody.
    expect(chain({ teaches: [] }, {})).toMatchObject(held);
  });
});

describe('who takes part', () => {
  it('takes nothing beside what excludes it, whichever says so', () => {
    const two = (a: string[], b: string[]) =>
      best({
        ...withItems(item('i', { excludes: a }), item('j', { ...play, excludes: b })),
        needs: bothNeeds,
      });
    expect(two([], [])).toMatchObject({ weighted: 30 });
    expect(two(['j'], [])).toMatchObject({ weighted: 15, bookings: 1, ties: 2 });
    expect(two([], ['i'])).toMatchObject({ weighted: 15, bookings: 1, ties: 2 });
    expect(two(['i'], [])).toMatchObject({ weighted: 30 });
  });

  it('is the whole team that fits, or nobody', () => {
    const whole = (pence: number, more: Partial<Item> = {}, rest: Partial<RequestInput> = {}) =>
      best({
        ...withItems(item('i', { participation: 'whole-team', ...more })),
        needs: [need('n', only('ann'))],
        funding: [{ id: 'p', pence }],
        ...rest,
      });
    expect(whole(3000)).toMatchObject({ weighted: 5, places: 3 });
    expect(whole(2999)).toMatchObject({ weighted: 0, places: 0 });
    expect(whole(2000, { audience: { roles: ['practitioner'] } })).toMatchObject({ places: 2 });
    expect(whole(3000, {}, { adjustments: [{ kind: 'ban', item: 'i', staff: ['cat'] }] })).toMatchObject({
      places: 0,
    });
    const sessions = [MONDAY, { ...MONDAY, id: 't' }].map((session) => ({ ...session, places: 2 }));
    expect(whole(3000, { sessions })).toMatchObject({ places: 3, bookings: 2, ties: 6 });
  });

  it('is as many as a booking, and all bookings together, may have', () => {
    const some = (learners: Item['learners'], ...pots: number[]) =>
      best({
        ...withItems(item('i', { learners })),
        funding: pots.map((pence, index) => ({ id: `p${String(index)}`, pence })),
      });
    expect(some({ min: 2 }, 1999)).toMatchObject({ places: 0 });
    expect(some({ min: 2 }, 2000)).toMatchObject({ places: 2 });
    expect(some({ min: 2 }, 2000, 1000)).toMatchObject({ places: 2 });
    expect(some({ max: 1 }, 3000)).toMatchObject({ places: 1 });
    expect(some({ max: 1 }, 3000, 3000)).toMatchObject({ places: 2, bookings: 2, ties: 6 });
    expect(some({ max: 1, perSetting: 1 }, 3000, 3000)).toMatchObject({ places: 1, ties: 6 });
  });
});
