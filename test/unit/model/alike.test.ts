import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { classesOf, factsOf } from './at-once.js';
import {
  catalogue,
  checked,
  free,
  item,
  need,
  perGroup,
  perLearner,
  person,
  session,
  small,
} from './requests.js';

type Person = RequestInput['staff'][number];
type Select = RequestInput['funding'][number]['pays'];
type Limit = NonNullable<RequestInput['limits']>[number];

/** The classes of ana, who has something of her own, and of ben and cal. */
const classes = (ana: Partial<Person>, more: Partial<RequestInput> = {}): string =>
  classesOf(
    factsOf(checked(small({ staff: [person('ana', ana), person('ben'), person('cal')], ...more }))),
  ).join('');
const ALIKE = '000';
const APART = '011';

const first = item('first', { teaches: [{ area: 'own-area', depth: 1 }] });
const second = item('second', { prerequisites: [{ anyOf: ['first'] }] });

describe('people are alike', () => {
  it('whatever nothing asks for', () => {
    expect(classes({})).toBe(ALIKE);
    expect(
      classes({
        name: 'A',
        roles: ['manager'],
        qualifications: [{ level: 6 }],
        entitlements: ['member'],
        startedOn: '2020-01-01',
        ageBands: ['2'],
        away: [{ from: '2025-10-01', to: '2025-10-02' }],
        records: [{ area: 'prevent-duty', depth: 1, completedOn: '2025-01-01' }],
      }),
    ).toBe(ALIKE);
  });

  it('or not, by what they still need', () => {
    const records: Person['records'] = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }];
    expect(classes({ records }, { needs: [need('safe', { count: { atLeast: 2 } })] })).toBe(APART);
    expect(classes({}, { needs: [need('safe'), need('more', { who: { staff: ['ana'] } })] })).toBe(APART);
  });

  it('or not, by the items they fit', () => {
    const forManagers = item('other', { audience: { roles: ['manager'] } });
    expect(classes({ roles: ['manager'] }, { catalogue: catalogue(forManagers, item('any')) })).toBe(APART);
    expect(classes({ roles: ['manager'] }, { catalogue: catalogue(item('any')) })).toBe(ALIKE);
  });

  it('or not, by the sessions they can attend', () => {
    const met = item('met', { sessions: [session('s', '2025-10-01T09:00', '2025-10-01T12:00')] });
    const away = (day: string): string =>
      classes({ away: [{ from: day, to: day }] }, { catalogue: catalogue(met, item('any')) });
    expect(away('2025-10-01')).toBe(APART);
    expect(away('2025-10-02')).toBe(ALIKE);
  });

  it('or not, by what an offer requires of them', () => {
    const asking = (price: ReturnType<typeof perGroup>): RequestInput['catalogue'] =>
      catalogue(
        item('one', { offers: [{ id: 'o', price, requires: ['member'] }] }),
        item('joining', { teaches: [], grants: ['member'] }),
      );
    const member: Partial<Person> = { entitlements: ['member'] };
    expect(classes(member, { catalogue: asking(free) })).toBe(APART);
    expect(classes(member, { catalogue: asking(perGroup(1, 2)) })).toBe(ALIKE);
    expect(classes({ entitlements: ['other'] }, { catalogue: asking(free) })).toBe(ALIKE);
  });

  it('or not, by the pots that pay for them', () => {
    const paid = (pays: Select, price = perLearner(5)): string =>
      classes(
        { roles: ['manager'] },
        {
          catalogue: catalogue(
            item('one', {
              offers: [
                { id: 'o', price },
                { id: 'free', price: free },
              ],
            }),
          ),
          funding: [
            { id: 'p', pence: 9 },
            { id: 'q', pence: 9, pays },
          ],
        },
      );
    expect(paid({ roles: ['manager'] })).toBe(APART);
    expect(paid({ not: { roles: ['manager'] } })).toBe(APART);
    expect(paid({ items: ['one'] })).toBe(ALIKE);
    expect(paid({ minLevel: 0 })).toBe(ALIKE);
    expect(paid({ roles: ['manager'] }, free)).toBe(ALIKE);
  });

  it('or not, by their time', () => {
    for (const time of [
      { releaseMinutes: 60 },
      { ownMinutes: 60 },
      { terms: { autumn: { ownMinutes: 60 } } },
    ] satisfies Person['time'][])
      expect(classes({ time }, { terms: [{ id: 'autumn', from: '2025-09-01', to: '2025-12-19' }] })).toBe(
        APART,
      );
  });

  it('or not, by what records let them take next', () => {
    const records: Person['records'] = [
      { area: 'prevent-duty', depth: 1, completedOn: '2025-01-01', item: 'first' },
    ];
    expect(classes({ records }, { catalogue: catalogue(first, second) })).toBe(APART);
    expect(classes({ records }, { catalogue: catalogue(first, item('other')) })).toBe(ALIKE);
  });

  it('or not, by the cover periods that count them', () => {
    const met = item('met', { sessions: [session('s', '2025-10-01T09:00', '2025-10-01T12:00')] });
    const covered = (among: NonNullable<RequestInput['cover']>[number]['among'], from = '09'): string =>
      classes(
        { roles: ['manager'] },
        {
          catalogue: catalogue(met),
          cover: [{ starts: `2025-10-01T${from}:00`, ends: '2025-10-01T18:00', maxAway: 0, among }],
        },
      );
    expect(covered({ roles: ['manager'] })).toBe(APART);
    expect(covered({ not: { roles: ['manager'] } })).toBe(APART);
    expect(covered({})).toBe(ALIKE);
    // A period that no session meets does not bind.
    expect(covered({ roles: ['manager'] }, '12')).toBe(ALIKE);
  });

  it('or not, by the limits that count them', () => {
    const limited = (limit: Partial<Limit>): string =>
      classes({ roles: ['manager'] }, { limits: [{ id: 'l', measure: 'places', atMost: 1, ...limit }] });
    expect(limited({ select: { roles: ['manager'] } })).toBe(APART);
    expect(limited({ select: { roles: ['manager'] }, per: 'learner' })).toBe(APART);
    expect(limited({ select: { roles: ['manager'], items: [] } })).toBe(ALIKE);
    expect(limited({ select: { items: ['course'] } })).toBe(ALIKE);
    expect(limited({ per: 'learner' })).toBe(ALIKE);
    expect(limited({ select: { sources: ['self-evaluation'] } })).toBe(ALIKE);
  });

  it('or not, by a limit for each learner that could count them on what they cannot take', () => {
    // A least amount asks of each whom it could match, though there is nothing for them.
    const cooks = item('zz-cooking', { audience: { roles: ['cook'] }, teaches: [] });
    const limit: Limit = {
      id: 'l',
      measure: 'places',
      per: 'learner',
      select: { items: ['zz-cooking'], roles: ['manager'] },
      atLeast: 1,
    };
    expect(
      classes({ roles: ['manager'] }, { limits: [limit], catalogue: catalogue(item('any'), cooks) }),
    ).toBe(APART);
  });

  it('or not, by the baseline', () => {
    const baseline = (...learners: string[]): RequestInput['baseline'] => [
      {
        id: 'was',
        item: 'module',
        offer: 'free',
        learners,
        units: 1,
        pence: 0,
        minutes: 30,
        startsOn: '2025-09-01',
        completeBy: '2026-08-31',
      },
    ];
    expect(classes({}, { baseline: baseline('ana') })).toBe(APART);
    expect(classes({}, { baseline: baseline('ben', 'cal') })).toBe(APART);
    expect(classes({}, { baseline: baseline('ana', 'ben', 'cal') })).toBe(ALIKE);
    expect(classes({}, { baseline: [] })).toBe(ALIKE);
  });

  it('or not, by the pins and bans that name them', () => {
    for (const kind of ['pin', 'ban'] as const) {
      expect(classes({}, { adjustments: [{ kind, item: 'module', staff: ['ana'] }] })).toBe(APART);
      expect(classes({}, { adjustments: [{ kind, item: 'module', staff: ['ana', 'ben', 'cal'] }] })).toBe(
        ALIKE,
      );
      expect(classes({}, { adjustments: [{ kind, item: 'module' }] })).toBe(ALIKE);
    }
  });

  it('or not, by what only a pin permits them', () => {
    // All are pinned to an item that only the manager fits, which permits all what comes before it.
    const records: Person['records'] = [{ area: 'safeguarding', depth: 1, completedOn: '2025-01-01' }];
    expect(
      classesOf(
        factsOf(
          checked(
            small({
              staff: ['ana', 'ben', 'cal'].map((id) =>
                person(id, { records, roles: [id === 'ana' ? 'manager' : 'cook'] }),
              ),
              catalogue: catalogue(
                item('second', { prerequisites: [{ anyOf: ['first'] }], audience: { roles: ['manager'] } }),
                item('first'),
              ),
              adjustments: [{ kind: 'pin', item: 'second' }],
            }),
          ),
        ),
      ).join(''),
    ).toBe(APART);
  });
});
