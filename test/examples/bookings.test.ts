import { describe, expect, it } from 'vitest';
import { allBooked } from '../../examples/demo/bookings.js';
import { gapsOf } from '../../examples/demo/gaps.js';
import { course, need, nursery } from '../../docs/nursery.js';
import { buildProgramme, checkRequest, type RequestInput } from '../../src/index.js';

function built(input: RequestInput) {
  const checked = checkRequest(input);
  if (checked.status === 'invalid') throw new Error(JSON.stringify(checked.issues));
  const result = buildProgramme(input);
  if (result.status !== 'optimal') throw new Error(result.status);
  return { request: checked.request, programme: result.programme };
}

function said(input: RequestInput): string {
  const { request, programme } = built(input);
  return allBooked(programme, request).join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** What stands in the way of the only need. */
function because(input: RequestInput): string[] {
  const { request, programme } = built(input);
  const [asked] = request.needs;
  const [coverage] = programme.coverage;
  if (asked === undefined || coverage === undefined) throw new Error('nothing is asked');
  return gapsOf(asked, coverage, request, programme).map((gap) => `${gap.staff.join(', ')}: ${gap.because}`);
}

const bo = [{ id: 'bo', roles: ['practitioner'] }];
const session = (id: string, ...days: string[]) => ({
  id,
  blocks: days.map((day) => ({ starts: `${day}T18:00`, ends: `${day}T20:00` })),
});
const join = course('join', '', 0, {
  title: 'A year of membership',
  kind: 'membership',
  minutes: 0,
  teaches: [],
  grants: ['member'],
  offers: [{ id: 'year', price: { kind: 'per-setting', pence: 1000 } }],
});

describe('what the demo says of bookings', () => {
  const evening = (occasion: ReturnType<typeof session> & { openHours?: boolean }) =>
    said(
      nursery({
        staff: bo,
        needs: [need('medicines')],
        items: [course('talk', 'medicines', 1500, { sessions: [occasion] })],
      }),
    );

  it('dates a session by its days, and says when it is outside opening hours', () => {
    expect(evening(session('s', '2026-10-06'))).toBe(
      'talk £15.00 for bo, 1 h, on 6 October 2026, 18:00 to 20:00',
    );
    expect(evening({ ...session('s', '2026-10-13', '2026-10-06'), openHours: false })).toBe(
      'talk £15.00 for bo, 1 h, on 6 October 2026 and 13 October 2026, 18:00 to 20:00, outside opening hours',
    );
    expect(evening(session('s', '2026-10-06', '2026-10-13', '2026-10-20', '2026-10-27'))).toContain(
      'on 4 days from 6 October 2026 to 27 October 2026, 18:00 to 20:00',
    );
  });

  it('says in which term learning at one’s own pace is, and until when it can be begun', () => {
    const text = said(
      nursery({
        terms: [{ id: 'autumn', from: '2026-09-07', to: '2026-12-18' }],
        staff: bo,
        needs: [need('medicines')],
        items: [course('module', 'medicines', 1500, { available: { to: '2026-10-31' } })],
      }),
    );
    expect(text).toContain(
      'for bo, 1 h, in the autumn term, begun by 31 October 2026, done by 18 December 2026',
    );
  });

  it('says of what is bought for the setting what it unlocks, and puts it first', () => {
    const text = said(
      nursery({
        staff: bo,
        needs: [need('medicines')],
        items: [
          course('a-module', 'medicines', 0, {
            title: 'Giving medicines',
            offers: [{ id: 'member', requires: ['member'], price: { kind: 'free' }, listPence: 2500 }],
          }),
          join,
        ],
      }),
    );
    expect(text).toBe(
      'A year of membership £10.00 for the setting, from 1 September 2026; unlocks the price of: Giving medicines ' +
        'Giving medicines saves £25.00 free for bo, 1 h, by 31 July 2027',
    );
  });
});

describe('what the demo says of gaps', () => {
  const missing = (more: Parameters<typeof course>[3], parts: Partial<RequestInput> = {}) =>
    because(
      nursery({
        staff: bo,
        needs: [need('medicines')],
        items: [course('module', 'medicines', 1500, more)],
        funding: [{ id: 'budget', pence: 1000 }],
        ...parts,
      }),
    );

  it('knows every kind of price', () => {
    const tiers = [
      { from: 1, pence: 2000 },
      { from: 2, pence: 100 },
    ];
    const priced = (
      price: NonNullable<RequestInput['catalogue']['items'][number]['offers'][number]['price']>,
    ) => missing({ offers: [{ id: 'standard', price }] });
    const way = (adds: string) => [`bo: the cheapest way adds ${adds} (module); £10.00 is left`];
    expect(priced({ kind: 'per-learner', pence: 1500 })).toEqual(way('£15.00 a person'));
    expect(priced({ kind: 'per-setting', pence: 1600 })).toEqual(way('£16.00 for any number'));
    expect(priced({ kind: 'per-group', pence: 1700, size: 6 })).toEqual(way('£17.00 for up to 6 people'));
    expect(priced({ kind: 'per-learner-tiered', tiers })).toEqual(way('£20.00 for the next person'));
    expect(priced({ kind: 'by-team-size', bands: [{ upTo: 3, pence: 1800 }] })).toEqual(
      way('£18.00 for any number'),
    );
  });

  it('counts only pots that may pay for such a need, and says so of nothing else', () => {
    const grant = { id: 'grant', pence: 9000, pays: { sources: ['statutory' as const] } };
    const [text] = missing({}, { funding: [{ id: 'budget', pence: 1000 }, grant] });
    expect(text).toContain('£10.00 is left in the fullest pot');
  });

  it('passes over what is full, over, or wants something else first', () => {
    const none = ['bo: nothing that teaches it is open to them as they are, and to be had in time'];
    expect(missing({ sessions: [{ ...session('s', '2026-10-06'), places: 0 }] })).toEqual(none);
    expect(missing({ sessions: [session('s', '2026-08-06')] })).toEqual(none);
    expect(missing({ available: { to: '2026-08-31' } })).toEqual(none);
    const intro = course('intro', 'safer-sleep', 100);
    const after = course('module', 'medicines', 500, { prerequisites: [{ anyOf: ['intro'] }] });
    expect(
      missing({}, { catalogue: { id: 'c', asOf: '2026-09-01', items: [intro, after] }, funding: [] }),
    ).toEqual(none);
  });
});
