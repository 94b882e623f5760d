import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { allows, catalogue, compiled, type Item, item, person, session, small } from './requests.js';

type Cover = NonNullable<RequestInput['cover']>[number];

const period = (from: string, to: string, maxAway: number, among?: Cover['among']): Cover => ({
  starts: `2025-10-01T${from}`,
  ends: `2025-10-01T${to}`,
  maxAway,
  among,
});
/** An item on one session on that day. */
const on = (id: string, from: string, to: string, openHours = true): Item =>
  item(id, { sessions: [session('s', `2025-10-01T${from}`, `2025-10-01T${to}`, { openHours })] });
const early = on('early', '09:00', '11:00');
const late = on('late', '11:00', '13:00');

const request = (cover: Cover[], ...items: Item[]): RequestInput =>
  small({
    staff: [person('ana', { roles: ['manager'] }), person('ben'), person('cal')],
    catalogue: catalogue(...items),
    cover,
  });
const out = (id: string, ...learners: string[]) => ({ item: id, offer: 'free', learners });

describe('a cover period', () => {
  it('lets so many people be out, however often each is', () => {
    const day = (maxAway: number): RequestInput => request([period('08:00', '18:00', maxAway)], early, late);
    expect(allows(day(1), out('early', 'ana'), out('late', 'ana'))).toBe(true);
    expect(allows(day(1), out('early', 'ana'), out('late', 'ben'))).toBe(false);
    expect(allows(day(2), out('early', 'ana', 'ben'), out('late', 'ana', 'ben'))).toBe(true);
    expect(allows(day(2), out('early', 'ana', 'ben'), out('late', 'cal'))).toBe(false);
    expect(allows(day(0), out('early', 'ana'))).toBe(false);
    expect(allows(day(3), out('early', 'ana', 'ben', 'cal'))).toBe(true);
  });

  it('counts what overlaps it, ends not included', () => {
    const during = (from: string, to: string): boolean =>
      !allows(request([period(from, to, 0)], late), out('late', 'ana'));
    expect(during('10:00', '11:00')).toBe(false);
    expect(during('10:00', '11:01')).toBe(true);
    expect(during('12:59', '14:00')).toBe(true);
    expect(during('13:00', '14:00')).toBe(false);
  });

  it('counts a session by its blocks, not the time between', () => {
    const blocks = [
      { starts: '2025-10-01T09:00', ends: '2025-10-01T10:00' },
      { starts: '2025-10-01T14:00', ends: '2025-10-01T15:00' },
    ];
    const parted = item('parted', { sessions: [{ id: 's', blocks, openHours: true }] });
    const during = (from: string, to: string): boolean =>
      !allows(request([period(from, to, 0)], parted), out('parted', 'ana'));
    expect(during('10:00', '14:00')).toBe(false);
    expect(during('14:00', '14:01')).toBe(true);
  });

  it('counts open hours only', () => {
    const evening = on('evening', '09:00', '11:00', false);
    expect(allows(request([period('08:00', '18:00', 0)], evening, item('book')), out('evening', 'ana'))).toBe(
      true,
    );
    expect(allows(request([period('08:00', '18:00', 0)], evening, item('book')), out('book', 'ana'))).toBe(
      true,
    );
  });

  it('counts the people among whom it is', () => {
    const of = (among: Cover['among'], ...learners: string[]): boolean =>
      allows(request([period('08:00', '18:00', 1, among)], early), out('early', ...learners));
    expect(of({ roles: ['practitioner'] }, 'ana', 'ben')).toBe(true);
    expect(of({ roles: ['practitioner'] }, 'ben', 'cal')).toBe(false);
    expect(of({ not: { staff: ['ben'] } }, 'ana', 'ben')).toBe(true);
    expect(of({ not: { staff: ['ben'] } }, 'ana', 'cal')).toBe(false);
    expect(of({ staff: [] }, 'ana', 'ben', 'cal')).toBe(true);
  });
});

describe('cover periods that can bind', () => {
  const kept = (cover: Cover[], items: Item[] = [early, late]): string[] => {
    const { facts } = compiled(request(cover, ...items));
    return facts.covers.map(
      ({ slots, among, maxAway }) =>
        `${[...slots].map((slot) => facts.slots[slot]!.item.id).join(' ')}, ${[...among].join('')}, ${maxAway}`,
    );
  };
  const managers = { roles: ['manager'] };

  it('are those that some session in open hours meets, among more people than may be out', () => {
    expect(kept([period('08:00', '18:00', 2)])).toEqual(['early late, 012, 2']);
    expect(kept([period('08:00', '18:00', 3)])).toEqual([]);
    expect(kept([period('08:00', '18:00', 1, managers)])).toEqual([]);
    expect(kept([period('08:00', '18:00', 0, managers)])).toEqual(['early late, 0, 0']);
    expect(kept([period('13:00', '18:00', 0)])).toEqual([]);
    expect(kept([period('08:00', '18:00', 0)], [on('evening', '09:00', '10:00', false)])).toEqual([]);
  });

  it('are the strictest of those that the same sessions meet', () =>
    expect(
      kept([period('08:00', '10:00', 2), period('09:30', '10:00', 1), period('09:59', '10:30', 2)]),
    ).toEqual(['early, 012, 1']));

  it('are none that another says already', () => {
    expect(kept([period('08:00', '18:00', 1), period('09:00', '10:00', 1)])).toEqual(['early late, 012, 1']);
    expect(kept([period('08:00', '18:00', 1), period('09:00', '10:00', 2)])).toEqual(['early late, 012, 1']);
    expect(kept([period('08:00', '18:00', 2), period('09:00', '10:00', 1)]).sort()).toEqual([
      'early late, 012, 2',
      'early, 012, 1',
    ]);
    expect(kept([period('08:00', '18:00', 0), period('08:00', '18:00', 0, managers)])).toEqual([
      'early late, 012, 0',
    ]);
    expect(kept([period('08:00', '18:00', 1), period('08:00', '18:00', 0, managers)]).sort()).toEqual([
      'early late, 0, 0',
      'early late, 012, 1',
    ]);
  });
});

describe('the columns of a cover period', () => {
  const grown = (cover: Cover, ...items: Item[]): number[] => {
    const size = (covers: Cover[]): number[] => {
      const { lower, rows } = compiled(request(covers, ...items)).problem;
      return [lower.length, rows.lower.length];
    };
    const before = size([]);
    return size([cover]).map((count, k) => count - before[k]!);
  };

  it('are the places, where nobody can have two of them', () => {
    expect(grown(period('08:00', '18:00', 1), early)).toEqual([0, 1]);
    // At once, so that they clash.
    const same = on('same', '10:00', '12:00');
    expect(grown(period('08:00', '18:00', 1), early, same)).toEqual([0, 1]);
    expect(grown(period('08:00', '10:30', 1), early, same)).toEqual([0, 1]);
  });

  it('are a count of each person who could have two, with a row for each item', () =>
    expect(grown(period('08:00', '18:00', 1), early, late)).toEqual([3, 1 + 3 * 2]));
});
