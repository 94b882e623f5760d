import { describe, expect, it } from 'vitest';
import {
  buildProgramme,
  type Programme,
  type RequestInput,
  rollForward,
  type RollForwardOptions,
} from '../../../src/index.js';
import { needsFromRules, rulebookOn, type RulebookVariant } from '../../../src/rules/index.js';

type Need = RequestInput['needs'][number];
type Item = RequestInput['catalogue']['items'][number];

const aid = { area: 'paediatric-first-aid', depth: 2 } as const;
const need = (more: Partial<Need> = {}): Need => ({
  id: 'aid',
  ...aid,
  who: {},
  count: 'everyone',
  source: 'self-evaluation',
  ...more,
});
const course = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  title: id,
  kind: 'course',
  minutes: 100,
  teaches: [{ ...aid, validMonths: 36 }],
  offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 1000 } }],
  ...more,
});
const session = (id: string, day: string, openHours?: boolean) => ({
  id,
  blocks: [{ starts: `${day}T09:00`, ends: `${day}T16:00` }],
  ...(openHours !== undefined && { openHours }),
});
const TERMS = [
  { id: 'autumn', from: '2026-09-01', to: '2026-12-18' },
  { id: 'spring', from: '2027-01-04', to: '2027-03-31' },
];
const asking = (more: Partial<RequestInput> = {}, items: Item[] = [course('aid')]): RequestInput => ({
  asOf: '2026-08-20',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: [{ id: 'bo', roles: ['practitioner'] }],
  needs: [need()],
  catalogue: { id: 'fictional', asOf: '2026-08-20', items },
  funding: [{ id: 'budget', pence: 5000 }],
  ...more,
});
function programmeOf(request: RequestInput): Programme {
  const built = buildProgramme(request);
  if (built.status !== 'optimal') throw new Error(JSON.stringify(built));
  return built.programme;
}
function rolled(request: RequestInput, asOf: string, options?: RollForwardOptions) {
  const result = rollForward(request, programmeOf(request), asOf, options);
  if (result.status !== 'rolled') throw new Error(JSON.stringify(result.issues));
  return result;
}
const told = ({ assumptions }: ReturnType<typeof rolled>): string =>
  assumptions.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');

describe('what is done', () => {
  it('becomes a record of each learner: of a session on its last day, of the rest on the day it was due', () => {
    const items = [
      course('aid', { sessions: [session('day', '2026-10-06')] }),
      course('care', {
        teaches: [
          { area: 'medicines', depth: 3 },
          { area: 'safer-sleep', depth: 2, validMonths: 6 },
        ],
      }),
    ];
    const request = asking(
      {
        terms: TERMS,
        needs: [need(), need({ id: 'care', area: 'medicines', depth: 3, by: '2026-11-30' })],
        staff: [
          { id: 'bo', roles: [], records: [{ area: 'medicines', depth: 1, completedOn: '2020-01-01' }] },
        ],
      },
      items,
    );
    const result = rolled(request, '2027-08-01');
    expect(result.done).toEqual([
      {
        booking: 'aid/day/standard/budget',
        item: 'aid',
        session: 'day',
        learners: ['bo'],
        completedOn: '2026-10-06',
        pence: 1000,
        pot: 'budget',
      },
      {
        booking: 'care/autumn/standard/budget',
        item: 'care',
        learners: ['bo'],
        completedOn: '2026-11-30',
        pence: 1000,
        pot: 'budget',
      },
    ]);
    expect(result.request.staff[0]?.records).toEqual([
      { area: 'medicines', depth: 1, completedOn: '2020-01-01' },
      { ...aid, completedOn: '2026-10-06', expiresOn: '2029-10-06', item: 'aid' },
      { area: 'medicines', depth: 3, completedOn: '2026-11-30', item: 'care' },
      { area: 'safer-sleep', depth: 2, completedOn: '2026-11-30', expiresOn: '2027-05-30', item: 'care' },
    ]);
    expect(told(result)).toContain('2 bookings whose day is past are taken to be done');
    expect(told(result)).toContain('What is self-paced (1 booking)');
  });

  it('is done the day after it was due, and not on that day', () => {
    const request = asking({}, [course('aid', { sessions: [session('day', '2026-10-06')] })]);
    expect(rolled(request, '2026-10-06').done).toEqual([]);
    expect(rolled(request, '2026-10-06').request.baseline).toHaveLength(1);
    expect(rolled(request, '2026-10-07').done).toHaveLength(1);
    expect(rolled(request, '2026-10-07').request.baseline).toEqual([]);
  });

  it('is not what was listed as undone', () => {
    const request = asking({ needs: [need(), need({ id: 'early', by: '2026-11-30' })] });
    const undone = ['aid//standard/budget'];
    const result = rolled(request, '2027-01-10', { undone });
    expect(result.done).toEqual([]);
    expect(result.request.staff[0]?.records).toBeUndefined();
    expect(result.request.baseline).toHaveLength(1);
    expect(result.request.funding).toEqual([{ id: 'budget', pence: 5000 }]);
    expect(told(result)).toContain('taken to have cost nothing');
    const next = rolled(request, '2027-09-01', { undone });
    expect(next.request.baseline).toBeUndefined();
    expect(told(next)).toContain('promised to nobody');
  });

  it('is paid for and still to come for those who missed it', () => {
    const request = asking({ staff: ['bo', 'cy'].map((id) => ({ id, roles: [] })) }, [
      course('aid', { sessions: [session('day', '2026-10-06')] }),
    ]);
    const missed = [{ booking: 'aid/day/standard/budget', staff: ['cy'] }];
    const { done, request: next } = rolled(request, '2026-11-01', { missed });
    expect(done.map(({ learners, pence }) => [learners, pence])).toEqual([[['bo'], 2000]]);
    expect(next.staff.map(({ records }) => records?.length ?? 0)).toEqual([1, 0]);
    expect(next.funding).toEqual([{ id: 'budget', pence: 3000 }]);
    expect(next.baseline?.map(({ item, learners }) => [item, learners])).toEqual([['aid', ['cy']]]);
    // of what is still to come it says nothing
    expect(rolled(request, '2026-10-01', { missed }).request.baseline?.[0]?.learners).toEqual(['bo', 'cy']);
    const wrong = [
      ...missed,
      { booking: 'aid/day/standard/budget', staff: ['di'] },
      { booking: 'none', staff: ['bo'] },
    ];
    expect(rollForward(request, programmeOf(request), '2026-11-01', { missed: wrong })).toMatchObject({
      issues: [
        { path: ['options', 'missed', 1, 'booking'], code: 'duplicate-id' },
        { path: ['options', 'missed', 1, 'staff', 0], code: 'unknown-reference' },
        { path: ['options', 'missed', 2, 'booking'], code: 'unknown-reference' },
      ],
    });
  });

  it('is not put on record twice', () => {
    const request = asking({}, [course('aid', { sessions: [session('day', '2026-10-06')] })]);
    const programme = programmeOf(request);
    const record = { ...aid, completedOn: '2026-10-06', expiresOn: '2029-10-06', item: 'aid' };
    request.staff[0]!.records = [record];
    const result = rollForward(request, programme, '2026-11-01');
    expect(result).toMatchObject({ status: 'rolled', request: { staff: [{ records: [record] }] } });
  });

  it('never lapses when it would after the end of the calendar', () => {
    const days = { asOf: '9998-08-20', window: { from: '9998-09-01', to: '9998-12-31' } };
    const request = asking(days, [course('aid', { sessions: [session('day', '9998-10-06')] })]);
    expect(rolled(request, '9998-11-01').request.staff[0]?.records).toEqual([
      { ...aid, completedOn: '9998-10-06', item: 'aid' },
    ]);
    expect(rollForward(request, programmeOf(request), '9999-12-31')).toMatchObject({ status: 'rolled' });
    const late = asking({ asOf: '9999-01-01', window: { from: '9999-02-01', to: '9999-06-30' } });
    expect(rollForward(late, programmeOf(late), '9999-07-01')).toMatchObject({
      issues: [{ path: ['asOf'], code: 'too-large' }],
    });
    const window = { from: '9999-07-01', to: '9999-12-31' };
    expect(rolled(late, '9999-07-01', { window }).request.window).toEqual(window);
  });
});

describe('what is under way', () => {
  const blocks = ['2026-10-05', '2026-11-23'].map((day) => ({
    starts: `${day}T09:00`,
    ends: `${day}T15:00`,
  }));
  const items = [course('aid', { sessions: [{ id: 'autumn', blocks }, session('other', '2027-06-23')] })];
  const booking = 'aid/autumn/standard/budget';
  const time = { releaseMinutes: 300 };
  const request = asking(
    { staff: [{ id: 'bo', roles: ['practitioner'], time }], needs: [need({ by: '2027-01-01' })] },
    items,
  );

  it('is seen through: paid for, with a record of its last day', () => {
    const result = rolled(request, '2026-11-01');
    expect(result.done).toMatchObject([
      { booking, learners: ['bo'], completedOn: '2026-11-23', pence: 1000 },
    ]);
    const { staff, funding, baseline } = result.request;
    expect(staff[0]?.records).toMatchObject([{ ...aid, completedOn: '2026-11-23' }]);
    expect(staff[0]?.time).toEqual({ releaseMinutes: 200 });
    expect(staff[0]?.away).toEqual([{ from: '2026-11-23', to: '2026-11-23' }]);
    expect(funding).toEqual([{ id: 'budget', pence: 4000 }]);
    expect(baseline).toEqual([]);
    expect(told(result)).toContain(`"${booking}" is under way`);
    expect(told(result)).not.toContain('whose day is past');
    const after = programmeOf(result.request);
    expect(after.bookings).toEqual([]);
    expect(after.coverage[0]).toMatchObject({ shortBy: 0 });
    // nothing else on a day that is still to come of it
    const others = (day: string): number => {
      const care = { sessions: [session('day', day)], teaches: [{ area: 'medicines', depth: 2 as const }] };
      const { catalogue } = result.request;
      return programmeOf({
        ...result.request,
        needs: [need({ id: 'care', area: 'medicines' })],
        catalogue: { ...catalogue, items: [course('care', care)] },
        baseline: [],
      }).bookings.length;
    };
    expect([others('2026-11-23'), others('2026-11-24')]).toEqual([0, 1]);
    // and once more, before and after its last day
    for (const asOf of ['2026-11-20', '2026-12-01'])
      expect(rolled(result.request, asOf).request.staff[0]?.records).toHaveLength(1);
  });

  it('is so from the day after its first to its last', () => {
    expect(rolled(request, '2026-10-05').done).toEqual([]);
    expect(rolled(request, '2026-10-06').done).toHaveLength(1);
    expect(told(rolled(request, '2026-11-23'))).toContain('is under way');
    expect(told(rolled(request, '2026-11-24'))).toContain('whose day is past');
    expect(rolled(request, '2026-11-24').request.staff[0]?.away ?? []).toEqual([]);
  });

  it('is taken back when it was called off, or for those who will not finish', () => {
    const undone = rolled(request, '2026-11-01', { undone: [booking] });
    expect(undone.done).toEqual([]);
    expect(undone.request.funding).toEqual(request.funding);
    expect(undone.request.staff).toEqual(request.staff);
    expect(undone.request.baseline).toHaveLength(1);
    const missed = rolled(request, '2026-11-01', { missed: [{ booking, staff: ['bo'] }] });
    expect(missed.request.staff).toEqual(request.staff);
    expect(missed.request.funding).toEqual([{ id: 'budget', pence: 4000 }]);
    expect(told(missed)).not.toContain('is under way');
  });

  it('takes no day on which another session of the programme goes together with it', () => {
    const evening = { starts: '2026-11-23T18:00', ends: '2026-11-23T20:00' };
    const both = {
      ...asking({ needs: [need(), need({ id: 'care', area: 'medicines' })] }, [
        course('aid', { sessions: [{ id: 'autumn', blocks }] }),
        course('care', {
          sessions: [{ id: 'evening', blocks: [evening] }],
          teaches: [{ area: 'medicines', depth: 2 }],
        }),
      ]),
      adjustments: [{ kind: 'pin' as const, item: 'care', staff: ['bo'] }],
    };
    const next = rolled(both, '2026-11-01').request;
    expect(next.staff[0]?.away).toBeUndefined();
    expect(programmeOf(next).bookings.map(({ item }) => item)).toEqual(['care']);
  });
});

describe('the window', () => {
  const windowOn = (asOf: string, more: Partial<RequestInput> = {}) => rolled(asking(more), asOf).request;

  it('is cut to what is left of it while it lasts', () => {
    const request = windowOn('2027-02-01', { terms: TERMS });
    expect(request.asOf).toBe('2027-02-01');
    expect(request.window).toEqual({ from: '2027-02-01', to: '2027-07-31' });
    expect(request.terms).toEqual([{ id: 'spring', from: '2027-02-01', to: '2027-03-31' }]);
    expect(windowOn('2026-08-25').window).toEqual({ from: '2026-09-01', to: '2027-07-31' });
    expect(windowOn('2027-07-31', { terms: TERMS }).window).toEqual({ from: '2027-07-31', to: '2027-07-31' });
    // no term is left: what is left is one term
    expect(windowOn('2027-07-31', { terms: TERMS }).terms).toBeUndefined();
  });

  it('moves by as many years as it takes for its end not to be past', () => {
    expect(windowOn('2027-08-01').window).toEqual({ from: '2027-09-01', to: '2028-07-31' });
    expect(windowOn('2028-07-31').window).toEqual({ from: '2028-07-31', to: '2028-07-31' });
    expect(windowOn('2028-08-01').window).toEqual({ from: '2028-09-01', to: '2029-07-31' });
    expect(windowOn('2040-01-15', { terms: TERMS })).toMatchObject({
      window: { from: '2040-01-15', to: '2040-07-31' },
      terms: [{ id: 'spring', from: '2040-01-15', to: '2040-03-31' }],
    });
  });

  it('keeps the end of February the end of February', () => {
    const on = (from: string, to: string, asOf: string) =>
      windowOn(asOf, { asOf: from, window: { from, to } }).window;
    expect(on('2026-03-01', '2027-02-28', '2027-03-01')).toEqual({ from: '2027-03-01', to: '2028-02-29' });
    expect(on('2027-03-01', '2028-02-29', '2028-03-01')).toEqual({ from: '2028-03-01', to: '2029-02-28' });
    expect(on('2028-02-29', '2028-12-31', '2029-01-10')).toEqual({ from: '2029-02-28', to: '2029-12-31' });
  });

  it('and its terms are those that are given', () => {
    const window = { from: '2027-10-01', to: '2028-03-31' };
    const terms = [{ id: 'winter', from: '2027-10-01', to: '2028-01-31' }];
    const { request, assumptions } = rolled(asking({ terms: TERMS }), '2027-09-01', { window, terms });
    expect([request.window, request.terms]).toEqual([window, terms]);
    expect(assumptions.some(({ path }) => path[1] === 'window')).toBe(false);
    // the terms of a year later, cut to the window that is given
    expect(rolled(asking({ terms: TERMS }), '2027-09-01', { window }).request.terms).toEqual([
      { id: 'autumn', from: '2027-10-01', to: '2027-12-18' },
      { id: 'spring', from: '2028-01-04', to: '2028-03-31' },
    ]);
  });

  it('that may have been cut before is asked about', () => {
    expect(told(rolled(asking({ asOf: '2026-09-01' }), '2027-09-01'))).toContain('pass the whole window');
    expect(told(rolled(asking(), '2027-09-01'))).not.toContain('pass the whole window');
  });
});

describe('money and time', () => {
  it('are what is left of them in the same window, and the same again in the next', () => {
    const items = [
      course('out', { minutes: 60, sessions: [session('day', '2026-10-06', true)] }),
      course('own', {
        minutes: 50,
        teaches: [{ area: 'medicines', depth: 2 }],
        sessions: [session('eve', '2027-02-02', false)],
      }),
    ];
    const needs = [need(), need({ id: 'medicines', area: 'medicines' })];
    const time = {
      releaseMinutes: 100,
      ownMinutes: 30,
      terms: { autumn: { releaseMinutes: 70 }, spring: { releaseMinutes: 80, ownMinutes: 60 } },
    };
    const request = asking({ needs, terms: TERMS, staff: [{ id: 'bo', roles: [], time }] }, items);
    const mid = rolled(request, '2026-11-01').request;
    expect(mid.funding).toEqual([{ id: 'budget', pence: 4000 }]);
    expect(mid.staff[0]?.time).toEqual({
      releaseMinutes: 40,
      ownMinutes: 30,
      terms: { autumn: { releaseMinutes: 10 }, spring: { releaseMinutes: 80, ownMinutes: 60 } },
    });
    // own time first, then released time
    const late = rolled(request, '2027-02-10');
    expect(late.request.funding).toEqual([{ id: 'budget', pence: 3000 }]);
    expect(late.request.staff[0]?.time).toEqual({
      releaseMinutes: 20,
      ownMinutes: 0,
      terms: { spring: { releaseMinutes: 80, ownMinutes: 10 } },
    });
    expect(told(late)).toContain('What was spent is taken off: "budget" holds £30.00.');
    const next = rolled(request, '2027-09-01');
    expect(next.request.funding).toEqual([{ id: 'budget', pence: 5000 }]);
    expect(next.request.staff[0]?.time).toEqual(time);
    expect(told(next)).toContain('The same money again: "budget" holds £50.00.');
  });

  it('goes by opening hours where a session does not say', () => {
    const at = (openingHours: RequestInput['setting']['openingHours']) =>
      rolled(
        asking(
          {
            setting: { id: 'acorns', providerKind: 'group', ...(openingHours && { openingHours }) },
            staff: [{ id: 'bo', roles: [], time: { releaseMinutes: 400, ownMinutes: 400 } }],
          },
          [course('aid', { sessions: [session('tuesday', '2026-10-06')] })],
        ),
        '2026-11-01',
      ).request.staff[0]?.time;
    expect(at(undefined)).toEqual({ releaseMinutes: 300, ownMinutes: 400 });
    expect(at([{ weekday: 2, from: '15:00', to: '18:00' }])).toEqual({
      releaseMinutes: 300,
      ownMinutes: 400,
    });
    expect(at([{ weekday: 1, from: '07:00', to: '18:00' }])).toEqual({
      releaseMinutes: 400,
      ownMinutes: 300,
    });
  });

  it('leaves numbers alone that do not bind', () => {
    const on = (time: NonNullable<RequestInput['staff'][number]['time']>) =>
      rolled(
        asking({
          needs: [need(), need({ id: 'early', by: '2026-10-01' })],
          staff: [{ id: 'bo', roles: [], time }],
        }),
        '2026-11-01',
      ).request.staff[0]?.time;
    expect(on({ releaseMinutes: 50 })).toEqual({ releaseMinutes: 50 });
    expect(on({ ownMinutes: 130 })).toEqual({ ownMinutes: 30 });
    expect(on({ terms: {} })).toEqual({});
  });

  it('moves pots with days of their own, and keeps one that is not over', () => {
    const funding = [
      { id: 'autumn', pence: 1000, from: '2026-09-01', to: '2026-12-31' },
      { id: 'council', pence: 2000, to: '2028-03-31' },
      { id: 'grant', pence: 3000, from: '2026-09-01' },
      { id: 'leap', pence: 1, from: '2024-02-29', to: '2024-02-29' },
    ];
    const result = rolled(asking({ funding }), '2027-09-01');
    expect(result.request.funding).toEqual([
      { id: 'autumn', pence: 1000, from: '2027-09-01', to: '2027-12-31' },
      { id: 'council', pence: 2000 - 1000 * Number(result.done[0]?.pot === 'council'), to: '2028-03-31' },
      { id: 'grant', pence: 3000, from: '2027-09-01' },
      { id: 'leap', pence: 1, from: '2025-02-28', to: '2025-02-28' },
    ]);
    expect(told(result)).toContain(
      'The same money again, from 2027-09-01 until 2027-12-31: "autumn" holds £10.00.',
    );
    const given = [{ id: 'new', pence: 7 }];
    expect(rolled(asking({ funding }), '2027-09-01', { funding: given }).request.funding).toEqual(given);
  });

  it('holds what was bought for as long as the window lasts', () => {
    const items = [
      course('join', {
        kind: 'membership',
        teaches: [],
        grants: ['member'],
        offers: [{ id: 'year', price: { kind: 'per-setting', pence: 100 } }],
      }),
      course('aid', {
        offers: [{ id: 'member', requires: ['member'], price: { kind: 'per-learner', pence: 10 } }],
      }),
    ];
    const mid = rolled(asking({}, items), '2027-02-01');
    expect(mid.done.map(({ item, learners }) => [item, learners])).toEqual([['join', []]]);
    expect(mid.request.setting.entitlements).toEqual(['member']);
    expect(mid.request.funding).toEqual([{ id: 'budget', pence: 4900 }]);
    expect(told(mid)).toContain('"member" was bought and is held until 2027-07-31');
    const next = rolled(asking({}, items), '2027-09-01');
    expect(next.request.setting.entitlements).toBeUndefined();
    const held = asking(
      { setting: { id: 'acorns', providerKind: 'group', entitlements: ['member'] } },
      items,
    );
    expect(told(rolled(held, '2027-09-01'))).toContain('"member" is still held');
  });

  it('says that limits bound what is to come', () => {
    const limits = [{ id: 'most', measure: 'pence' as const, atMost: 5000 }];
    const request = asking({ limits, needs: [need(), need({ id: 'early', by: '2026-10-01' })] });
    expect(told(rolled(request, '2026-11-01'))).toContain('request.limits: Limits bound');
    expect(told(rolled(request, '2027-09-01'))).not.toContain('Limits bound');
  });
});

describe('needs that did not come from rules', () => {
  const dated = [
    need({ id: 'met', by: '2026-10-01' }),
    need({ id: 'unmet', area: 'medicines', by: '2026-10-01' }),
    need({ id: 'to-come', area: 'medicines', by: '2027-03-01' }),
    need({ id: 'undated', area: 'medicines' }),
  ];
  it('stay, but for those whose day is past and that were met', () => {
    const result = rolled(asking({ needs: dated }), '2026-11-01');
    expect(result.request.needs.map(({ id }) => id)).toEqual(['to-come', 'undated', 'unmet']);
    expect(told(result)).toContain('"met" was met on 2026-10-01');
    const again = buildProgramme(result.request);
    if (again.status !== 'optimal') throw new Error(again.status);
    expect(again.programme.coverage.find(({ need: id }) => id === 'unmet')?.overdue).toBe(true);
  });

  it('are dropped when they were met late', () => {
    const request = asking({
      needs: [need({ by: '2026-08-25' })],
      staff: [{ id: 'bo', roles: [], records: [{ ...aid, completedOn: '2026-09-10' }] }],
    });
    expect(told(rolled(request, '2026-09-09'))).not.toContain('met by now');
    const result = rolled(request, '2026-09-10');
    expect(result.request.needs).toEqual([]);
    expect(told(result)).toContain('was due on 2026-08-25 and is met by now');
  });

  it('count people where so many are asked for', () => {
    const staff = ['bo', 'cy'].map((id) => ({
      id,
      roles: [],
      records: id === 'bo' ? [{ ...aid, completedOn: '2026-01-01' }] : [],
    }));
    const on = (count: Need['count']) =>
      rolled(asking({ staff, needs: [need({ by: '2026-09-02', count })], funding: [] }), '2026-11-01').request
        .needs.length;
    expect(on({ atLeast: 1 })).toBe(0);
    expect(on({ atLeast: 1, spare: 1 })).toBe(1);
  });
});

describe('needs of the rules', () => {
  const records = [{ area: 'child-protection', depth: 2 as const, completedOn: '2025-10-10' }];
  const staff = [
    { id: 'ada', roles: ['manager'], records, ageBands: [] },
    { id: 'bo', roles: ['practitioner'], records, ageBands: [] },
  ];
  const window = { from: '2026-09-01', to: '2027-07-31' };
  const setting = { id: 'acorns', providerKind: 'group' as const };
  const rulebook = rulebookOn('2026-09-01', 'group')!;
  function ofRules(): RequestInput {
    const derived = needsFromRules(setting, staff, rulebook, window, { asOf: '2026-08-20' });
    if (derived.status !== 'derived') throw new Error(JSON.stringify(derived.issues));
    return asking({ staff, needs: [...derived.needs, need()] }, []);
  }
  const idsOf = (result: ReturnType<typeof rolled>): string[] =>
    result.request.needs.map(({ id }) => id).filter((id) => id.includes('safeguarding') || id === 'aid');

  it('are derived anew, so that what lapses is asked for in time', () => {
    const result = rolled(ofRules(), '2027-09-01');
    expect(idsOf(result)).toEqual([
      'aid',
      'rule-safeguarding-all-staff',
      'rule-safeguarding-all-staff-by-2027-10-11',
    ]);
    expect(told(result)).toContain('The rules are those of quals-2026-01-group');
    expect(told(result)).toContain('None of its');
  });

  it('are asked of the whole team though the rule ends before the window comes round again', () => {
    const days = { from: '2023-09-01', to: '2024-07-31' };
    const derived = needsFromRules(setting, staff, rulebookOn('2023-09-04', 'group')!, days);
    if (derived.status !== 'derived') throw new Error(JSON.stringify(derived.issues));
    const request = asking({ asOf: '2023-09-04', window: days, staff, needs: [...derived.needs] }, []);
    const next = rolled(request, '2024-09-01').request.needs;
    const pre2025 = next.find(({ id }) => id === 'rule-safeguarding-pre2025');
    expect(pre2025?.by).toBe('2025-08-31');
  });

  it('are tested when the window has come round again, so that what lapses in the summer is renewed before', () => {
    const request = ofRules();
    const byOf = (result: ReturnType<typeof rolled>): (string | undefined)[] =>
      result.request.needs.filter(({ id }) => id.startsWith('rule-safeguarding')).map(({ by }) => by);
    const result = rolled(request, '2026-08-25');
    expect(byOf(result)).toEqual(['2027-09-30']);
    expect(told(result)).toContain('has to hold until 2027-09-30');
    expect(byOf(rolled(request, '2026-11-25'))).toEqual(['2027-09-30']);
    expect(byOf(rolled(request, '2026-08-25', { leadDays: 0 }))).toEqual(['2027-08-31']);
    const term = { from: '2027-01-04', to: '2027-03-31' };
    expect(byOf(rolled(request, '2026-12-25', { window: term, leadDays: 1 }))).toEqual(['2028-01-04']);
    const years = { from: '2027-01-04', to: '2028-12-31' };
    expect(byOf(rolled(request, '2026-12-25', { window: years, leadDays: 0 }))).toEqual([
      undefined,
      '2027-10-11',
    ]);
    // without the rules, by the window's last day again
    const next = rollForward(result.request, programmeOf(result.request), '2027-08-25', { rulebook: null });
    if (next.status !== 'rolled') throw new Error(next.status);
    expect(next.request.needs.map(({ by }) => by)).toEqual(next.request.needs.map(() => undefined));
  });

  it('keep what was changed by hand, and never leave out by themselves what a rule asks', () => {
    const request = ofRules();
    request.needs = request.needs
      .filter(({ id }) => id !== 'rule-prevent')
      .map((each) =>
        each.id === 'rule-pfa-cover'
          ? { ...each, count: { atLeast: 1 }, weight: 7 }
          : each.id === 'rule-safeguarding-all-staff'
            ? { ...each, depth: 3 }
            : each,
      );
    const result = rolled(request, '2027-09-01');
    const byId = new Map(result.request.needs.map((each) => [each.id, each]));
    expect(byId.has('rule-prevent' as never)).toBe(true);
    expect(told(result)).toContain('and something is now: prevent. List in options.leaveOut');
    // a number goes by the size of the team
    expect(byId.get('rule-pfa-cover' as never)).toMatchObject({ count: { atLeast: 2 }, weight: 7 });
    expect(byId.get('rule-safeguarding-all-staff-by-2027-10-11' as never)).toMatchObject({ depth: 3 });
    expect(byId.get('rule-safeguarding-all-staff' as never)).toMatchObject({ depth: 3, count: 'everyone' });
    expect(told(result)).toContain('"pfa-cover" asks had been changed by hand (weight)');
    expect(told(result)).toContain('"pfa-cover" asks was otherwise before (count)');
    expect(told(result)).toContain('"safeguarding-all-staff" asks had been changed by hand (depth)');
    expect(told(rolled(ofRules(), '2027-09-01'))).not.toMatch(/by hand|something is now/u);
  });

  it('keep a number instead of everyone, but nothing where others are asked', () => {
    const request = ofRules();
    const few = { atLeast: 1 };
    const counted = (who: Need['who']): string => {
      request.needs = request.needs.map((each) =>
        each.id === 'rule-safeguarding-all-staff' ? { ...each, count: few, weight: 3, who } : each,
      );
      return told(rolled(request, '2027-09-01'));
    };
    expect(counted({ staff: ['bo'] })).toContain('asks was otherwise before (count, weight)');
    const { who } = ofRules().needs.find(({ id }) => id === 'rule-safeguarding-all-staff')!;
    expect(counted(who)).toContain('changed by hand (count, weight)');
    const needs = rolled(request, '2027-09-01').request.needs.filter(({ id }) => id.includes('all-staff'));
    expect(needs.map(({ count }) => count)).toEqual([few, 'everyone']);
    // another edition may ask something else: nothing shows but the weight
    request.needs = request.needs.map(({ basis, ...each }) => ({
      ...each,
      ...(basis && { basis: { ...basis, edition: 'ebr-2025' } }),
    }));
    expect(counted(who)).toContain('changed by hand (weight)');
    expect(counted(who)).toContain('asks was otherwise before (count)');
  });

  it('leave out what the options say', () => {
    const options = { leaveOut: ['prevent', 'nothing-of-the-kind'] };
    const result = rolled(ofRules(), '2027-09-01', options);
    expect(result.request.needs.some(({ basis }) => basis?.rule === 'prevent')).toBe(false);
    expect(told(result)).toContain('options.leaveOut: What "prevent" asks is left out');
    expect(told(result)).not.toContain('nothing-of-the-kind');
    // again next time: a need that is not there says nothing
    const again = rolled(result.request, '2028-09-01');
    expect(again.request.needs.some(({ basis }) => basis?.rule === 'prevent')).toBe(true);
  });

  it('ask all of a team that has changed', () => {
    const drafted = needsFromRules(setting, staff, rulebook, window, { asOf: '2026-08-20' });
    const request = asking({ staff, needs: drafted.status === 'derived' ? [...drafted.needs] : [] }, []);
    const idsAfter = (changed: RequestInput['staff']): string[] => {
      const result = rollForward({ ...request, staff: changed }, programmeOf(request), '2027-09-01');
      if (result.status !== 'rolled') throw new Error(JSON.stringify(result.issues));
      const asked = needsFromRules(setting, changed, rulebook, result.request.window, { asOf: '2027-09-01' });
      if (asked.status !== 'derived') throw new Error(asked.status);
      const rules = new Set(result.request.needs.map(({ basis }) => basis?.rule));
      for (const { basis } of asked.needs) expect(rules).toContain(basis?.rule);
      return result.request.needs.map(({ id }) => id);
    };
    const [ada, bo] = staff;
    const award = [{ level: 3, fullAndRelevant: true, awardedOn: '2019-07-01' }];
    const babies: RequestInput['staff'][number] = { ...bo!, ageBands: ['under-2'] };
    expect(request.needs.some(({ id }) => /newly-qualified|trainees|baby/u.test(id))).toBe(false);
    expect(idsAfter([ada!, { ...bo!, qualifications: award }])).toContain('rule-pfa-newly-qualified');
    expect(idsAfter([ada!, babies])).toContain('rule-baby-care-training');
    const lee = { id: 'lee', roles: ['apprentice'], ageBands: [], startedOn: '2027-06-01' };
    expect(idsAfter([ada!, bo!, lee])).toContain('rule-pfa-trainees');
  });

  it('go by the exceptions and variants that are given, and tell which went before', () => {
    const pfa = ['pfa-cover'];
    const exception = { id: 'flood', title: 'Flood', rules: pfa, source: 'unsourced', verified: false };
    const days = { from: '2027-09-01', to: '2029-08-31' };
    const overrides = [{ ...exception, ...days, kind: 'suspension' as const }];
    const has = (result: ReturnType<typeof rolled>, rule: string): boolean =>
      result.request.needs.some(({ basis }) => basis?.rule === rule);
    expect(has(rolled(ofRules(), '2027-09-01'), 'pfa-cover')).toBe(true);
    expect(has(rolled(ofRules(), '2027-09-01', { overrides }), 'pfa-cover')).toBe(false);

    const variants: RulebookVariant[] = [
      {
        id: 'maintown',
        title: 'Invented',
        providerKinds: ['group'],
        from: '2026-01-01',
        changes: { prevent: { training: { area: 'prevent-duty', depth: 2, count: 'everyone' } } },
        source: 'unsourced',
        verified: false,
      },
    ];
    const first = rolled(ofRules(), '2026-08-25', { variants });
    const varied = (result: ReturnType<typeof rolled>) =>
      result.request.needs.find(({ id }) => id === 'rule-prevent');
    expect(varied(first)).toMatchObject({ depth: 2, basis: { edition: 'quals-2026-01+maintown' } });
    expect(told(first)).not.toContain('not applied now');
    expect(told(rolled(first.request, '2027-09-01', { variants }))).not.toContain('not applied now');
    const without = rolled(first.request, '2027-09-01');
    expect(varied(without)).toMatchObject({ depth: 1 });
    expect(told(without)).toContain('needs were those of quals-2026-01+maintown, not applied now');

    // of another rulebook; one that is published gives way to the next
    const named = (edition: string): string => {
      const request = ofRules();
      request.needs = request.needs.map(({ basis, ...each }) => ({
        ...each,
        ...(basis && { basis: { ...basis, edition } }),
      }));
      return told(rolled(request, '2027-09-01', { variants }));
    };
    expect(named('ours')).toContain('needs were those of ours, not applied now');
    expect(named('eyfs-2025-09+maintown')).not.toContain('not applied now');
    expect(named('eyfs-2025-09+other')).toContain('not applied now');

    const programme = programmeOf(ofRules());
    const wrong = {
      overrides: [{ ...exception, from: '2028-01-01', to: '2027-01-01', kind: 'suspension' as const }],
    };
    expect(rollForward(ofRules(), programme, '2027-09-01', wrong)).toMatchObject({
      issues: [{ path: ['options', 'overrides', 0, 'to'], code: 'date-order' }],
    });
    const typo = { variants: [{ ...variants[0]!, removes: ['no-such'] }] };
    expect(rollForward(ofRules(), programme, '2027-09-01', typo)).toMatchObject({
      issues: [{ path: ['options', 'variants', 0, 'removes', 0], code: 'unknown-reference' }],
    });
  });

  it('are those of the rulebook that is given', () => {
    const own = {
      ...rulebook,
      id: 'ours',
      edition: 'ours',
      rules: rulebook.rules.filter(({ id }) => id === 'prevent'),
    };
    const result = rolled(ofRules(), '2027-09-01', { rulebook: own });
    expect(result.request.needs.map(({ id }) => id)).toEqual(['aid', 'rule-prevent']);
    expect(result.request.needs[1]?.basis?.edition).toBe('ours');
    // also where there was none before
    expect(rolled(asking(), '2027-09-01', { rulebook: own }).request.needs).toHaveLength(2);
    expect(rolled(asking(), '2027-09-01').request.needs).toHaveLength(1);
  });

  it('stay as they are without a rulebook', () => {
    const request = ofRules();
    const ids = (result: ReturnType<typeof rolled>): string[] => result.request.needs.map(({ id }) => id);
    expect(ids(rolled(request, '2026-09-10', { rulebook: null }))).toEqual(
      request.needs.map(({ id }) => id).sort(),
    );
    const early = { ...request, asOf: '2013-01-01', window: { from: '2013-01-02', to: '2013-12-31' } };
    const result = rolled(early, '2013-06-01');
    expect(ids(result)).toHaveLength(request.needs.length);
    expect(told(result)).toContain('No rulebook is known');
  });

  it('tell what the rules cannot tell', () => {
    const request = ofRules();
    delete request.staff[1]!.ageBands;
    expect(told(rolled(request, '2027-09-01'))).toContain('Give ageBands');
  });

  it('give way to a need of the same id', () => {
    const request = ofRules();
    request.needs = request.needs.map((each) => {
      if (each.id !== 'rule-prevent') return each;
      const own = { ...each, depth: 2 as const };
      delete own.basis;
      return own;
    });
    const result = rolled(request, '2027-09-01', { rulebook });
    expect(result.request.needs.find(({ id }) => id === 'rule-prevent')?.depth).toBe(2);
  });

  it('say what is wrong with a rulebook', () => {
    const request = asking();
    const programme = programmeOf(request);
    const wrong = { ...rulebook, providerKinds: ['childminder' as const] };
    expect(rollForward(request, programme, '2027-09-01', { rulebook: wrong })).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['request', 'setting', 'providerKind'], code: 'not-allowed' }],
    });
    const twice = { ...rulebook, rules: [...rulebook.rules, ...rulebook.rules.slice(0, 1)] };
    const result = rollForward(request, programme, '2027-09-01', { rulebook: twice });
    expect(result).toMatchObject({
      status: 'invalid',
      issues: [{ path: ['options', 'rulebook', 'rules', rulebook.rules.length, 'id'] }],
    });
  });
});

describe('decisions and promises', () => {
  const items = [
    course('aid', { sessions: [session('autumn', '2026-10-06'), session('summer', '2027-06-08')] }),
    course('own', { teaches: [{ area: 'medicines', depth: 2 }] }),
    course('gone', { teaches: [{ area: 'medicines', depth: 2 }] }),
  ];
  const staff = ['bo', 'cy'].map((id) => ({ id, roles: [] }));
  type Adjustment = NonNullable<RequestInput['adjustments']>[number];
  const kept = (adjustments: Adjustment[], asOf: string, options?: RollForwardOptions) => {
    const result = rolled(
      asking({ staff, needs: [need({ count: { atLeast: 1 } })], adjustments }, items),
      asOf,
      options,
    );
    return { adjustments: result.request.adjustments, told: told(result) };
  };

  it('drops the pins that are done, for those for whom they are', () => {
    const pin: Adjustment = { kind: 'pin', item: 'aid', session: 'autumn', staff: ['cy'], by: 'adviser' };
    expect(kept([pin], '2026-10-06').adjustments).toEqual([pin]);
    const done = kept([pin], '2026-10-07');
    expect(done.adjustments).toEqual([]);
    expect(done.told).toContain('The pin of "aid" on "autumn" for cy is done');
    const both: Adjustment[] = [
      { kind: 'pin', item: 'aid', staff: ['bo', 'cy'] },
      { kind: 'ban', item: 'aid', session: 'autumn', staff: ['bo'] },
      { kind: 'pin', item: 'aid', session: 'autumn', staff: ['cy'] },
    ];
    expect(kept(both, '2026-11-01').adjustments).toEqual([
      { kind: 'ban', item: 'aid', session: 'autumn', staff: ['bo'] },
      { kind: 'pin', item: 'aid', staff: ['bo'] },
    ]);
    expect(kept([{ kind: 'pin', item: 'aid' }], '2027-06-30').adjustments).toEqual([]);
    expect(kept([{ kind: 'pin', item: 'own', staff: [] }], '2026-11-01').adjustments).toHaveLength(1);
    // paid for, and nobody was there
    const missed = [{ booking: 'aid/autumn/standard/budget', staff: ['bo'] }];
    expect(kept([{ kind: 'pin', item: 'aid' }], '2026-11-01', { missed }).adjustments).toHaveLength(1);
  });

  it('drops what can refer to nothing any more', () => {
    const catalogue = { id: 'new', asOf: '2027-08-01', items: items.slice(0, 2) };
    const result = kept(
      [
        { kind: 'ban', item: 'gone' },
        { kind: 'ban', item: 'own' },
        { kind: 'pin', item: 'aid', staff: [] },
      ],
      '2027-09-01',
      { catalogue },
    );
    expect(result.adjustments).toEqual([{ kind: 'ban', item: 'own' }]);
    expect(result.told).toContain('The ban of "gone" names what is not in the catalogue');
    expect(result.told).toContain('The pin of "aid" cannot be kept inside the window');
  });

  it('strips selectors of items that are gone', () => {
    const pays = { items: ['gone', 'aid'], not: { items: ['gone'] } };
    const request = asking(
      {
        funding: [{ id: 'budget', pence: 5000, pays }],
        limits: [
          { id: 'few', measure: 'places', select: { items: ['gone'] }, atMost: 3 },
          { id: 'all', measure: 'places' },
        ],
      },
      items,
    );
    const catalogue = { id: 'new', asOf: '2027-08-01', items: items.slice(0, 2) };
    const next = rolled(request, '2027-09-01', { catalogue }).request;
    expect(next.funding[0]?.pays).toEqual({ items: ['aid'], not: { items: [] } });
    expect(next.limits).toEqual([
      { id: 'all', measure: 'places' },
      { id: 'few', measure: 'places', select: { items: [] }, atMost: 3 },
    ]);
  });

  it('keeps what is to come as the baseline, by names that there are', () => {
    const needs = [need(), need({ id: 'medicines', area: 'medicines' })];
    const request = asking({ staff, needs, terms: TERMS, window: { from: '2026-09-01', to: '2027-07-31' } }, [
      course('aid', { sessions: [session('summer', '2027-06-08')] }),
      course('own', { teaches: [{ area: 'medicines', depth: 2 }] }),
    ]);
    const mid = rolled(request, '2026-09-15').request;
    expect(mid.baseline?.map(({ id, learners }) => [id, learners])).toEqual([
      ['aid/summer/standard/budget', ['bo', 'cy']],
      ['own/autumn/standard/budget', ['bo', 'cy']],
    ]);
    const again = buildProgramme(mid);
    if (again.status !== 'optimal') throw new Error(again.status);
    expect(again.programme.objectives.find(({ name }) => name === 'changes')?.value).toBe(0);

    const changed = [
      course('own', {
        teaches: [{ area: 'medicines', depth: 2 }],
        offers: [{ id: 'new', price: { kind: 'free' } }],
      }),
      course('aid', { sessions: [session('other', '2027-06-09')] }),
    ];
    const catalogue = { id: 'new', asOf: '2026-09-10', items: changed };
    const terms = [{ id: 'all', from: '2026-09-15', to: '2027-07-31' }];
    const other = rolled(request, '2026-09-15', { catalogue, terms, funding: [] }).request;
    expect(other.baseline).toEqual([
      expect.not.objectContaining({ pot: 'budget', session: 'summer' }),
      expect.objectContaining({ item: 'own', offer: 'new' }),
    ]);
    for (const booking of other.baseline ?? []) expect(Object.keys(booking)).not.toContain('term');
    const none = { id: 'new', asOf: '2026-09-10', items: [course('own', { offers: [] })] };
    expect(rolled(request, '2026-09-15', { catalogue: none }).request.baseline).toEqual([]);
  });

  it('drops cover and days away that are over', () => {
    const cover = [
      { starts: '2027-03-01T09:00', ends: '2027-03-01T12:00', maxAway: 1 },
      { starts: '2026-10-01T09:00', ends: '2026-11-01T00:00', maxAway: 1 },
      { starts: '2026-10-01T09:00', ends: '2026-11-01T00:01', maxAway: 2, among: { roles: ['cook'] } },
    ];
    const away = [
      { from: '2026-10-01', to: '2026-10-31' },
      { from: '2026-10-01', to: '2026-11-01' },
    ];
    const next = rolled(asking({ cover, staff: [{ id: 'bo', roles: [], away }] }), '2026-11-01').request;
    expect(next.cover).toEqual([cover[2], cover[0]]);
    expect(next.staff[0]?.away).toEqual([away[1]]);
  });
});

describe('what can be wrong', () => {
  it('is told all at once', () => {
    const result = rollForward({} as never, {} as never, 'soon', { undone: 1, more: 2 } as never);
    if (result.status !== 'invalid') throw new Error(result.status);
    const places = result.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
    for (const place of [
      'request.staff missing',
      'programme.bookings missing',
      'asOf bad-format',
      'options.undone wrong-type',
      'options.more unknown-key',
    ])
      expect(places).toContain(place);
  });

  it('is a day before the request, a booking that is not there, and options that do not fit', () => {
    const request = asking();
    const programme = programmeOf(request);
    const issuesOf = (asOf: string, options?: RollForwardOptions) => {
      const result = rollForward(request, programme, asOf, options);
      return result.status === 'invalid' ? result.issues.map(({ path, code }) => [path.join('.'), code]) : [];
    };
    expect(issuesOf('2026-08-19', { undone: ['aid'] })).toEqual([
      ['asOf', 'date-order'],
      ['options.undone.0', 'unknown-reference'],
    ]);
    expect(
      issuesOf('2027-09-01', {
        window: { from: '2027-09-01', to: '2027-08-31' },
        terms: [{ id: 'a', from: '2028-01-02', to: '2028-01-01' }],
        funding: [{ id: 'b', pence: 1, pays: { sites: ['nowhere'] } }],
        catalogue: { id: 'c', asOf: '2027-09-01', items: [course('x', { excludes: ['y'] })] },
      }),
    ).toEqual([
      ['options.catalogue.items.0.excludes.0', 'unknown-reference'],
      ['options.funding.0.pays.sites.0', 'unknown-reference'],
      ['options.terms.0.to', 'date-order'],
      ['options.window.to', 'date-order'],
    ]);
    const other = { ...programme, bookings: [{ ...programme.bookings[0]!, item: 'other' as never }] };
    expect(rollForward(request, other, '2027-09-01')).toMatchObject({
      issues: [{ path: ['programme', 'bookings', 0, 'item'], code: 'unknown-reference' }],
    });
  });
});

describe('terms that meet at the 29th of February', () => {
  it('do not overlap in a year without one', () => {
    const request = asking({
      asOf: '2028-01-01',
      window: { from: '2028-01-01', to: '2028-12-31' },
      terms: [
        { id: 'a', from: '2028-01-01', to: '2028-02-28' },
        { id: 'b', from: '2028-02-29', to: '2028-12-31' },
      ],
      needs: [],
    });
    const next = rollForward(request, programmeOf(request), '2029-01-01');
    expect(next.status === 'rolled' && next.request.terms).toEqual([
      { id: 'a', from: '2029-01-01', to: '2029-02-28' },
      { id: 'b', from: '2029-03-01', to: '2029-12-31' },
    ]);
  });
});
