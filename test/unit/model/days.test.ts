import { describe, expect, it } from 'vitest';
import type { RequestInput } from '../../../src/domain/request.js';
import { isoDate } from '../../../src/internal/calendar.js';
import { dayOf, heldFrom, holdsByRecord, testOf } from '../../../src/model/days.js';
import { checked, need, person, small } from './requests.js';

type TrainingRecord = NonNullable<RequestInput['staff'][number]['records']>[number];

const needOf = (more: Partial<RequestInput['needs'][number]>) =>
  checked(small({ needs: [need('one', more)] })).needs[0]!;

/** Whether a record holds the need on a day. */
const holds = (
  record: Partial<TrainingRecord>,
  on: string,
  more: Partial<RequestInput['needs'][number]> = {},
): boolean => {
  const whole: TrainingRecord = { area: 'safeguarding', depth: 2, completedOn: '2024-01-31', ...record };
  const { staff } = checked(small({ staff: [person('ana', { records: [whole] })] }));
  return holdsByRecord(staff[0]!, needOf({ depth: 2, ...more }), dayOf(on));
};

describe('the day a need is tested on', () => {
  const window = checked(small()).window;
  const tested = (by?: string) => {
    const { day, overdue } = testOf(needOf(by === undefined ? {} : { by }), window);
    return [isoDate(day), overdue];
  };

  it('is its own, or the last of the window', () => {
    expect(tested()).toEqual(['2026-08-31', false]);
    expect(tested('2025-09-01')).toEqual(['2025-09-01', false]);
    expect(tested('2026-02-28')).toEqual(['2026-02-28', false]);
  });

  it('may lie after the window', () => expect(tested('2027-01-01')).toEqual(['2027-01-01', false]));

  it('is the last of the window when its own is past: overdue', () =>
    expect(tested('2025-08-31')).toEqual(['2026-08-31', true]));
});

describe('a record', () => {
  it('holds from the day it was completed to the day before it expires', () => {
    expect(holds({}, '2024-01-30')).toBe(false);
    expect(holds({}, '2024-01-31')).toBe(true);
    expect(holds({ expiresOn: '2025-01-31' }, '2025-01-30')).toBe(true);
    expect(holds({ expiresOn: '2025-01-31' }, '2025-01-31')).toBe(false);
  });

  it('holds at its depth and any less, in its area', () => {
    expect(holds({ depth: 3 }, '2025-01-01')).toBe(true);
    expect(holds({ depth: 1 }, '2025-01-01')).toBe(false);
    expect(holds({ area: 'prevent-duty' }, '2025-01-01')).toBe(false);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2025-03-31', 3, '2025-06-30'],
    ['2025-02-28', 12, '2026-02-28'],
  ])('of %s counts %i months: up to and on %s', (completedOn, maxAgeMonths, last) => {
    expect(holds({ completedOn }, last, { maxAgeMonths })).toBe(true);
    expect(holds({ completedOn }, isoDate(dayOf(last) + 1), { maxAgeMonths })).toBe(false);
  });

  it('is one of several: any that holds will do', () => {
    const records = [
      { area: 'safeguarding', depth: 1, completedOn: '2020-01-01' },
      { area: 'safeguarding', depth: 2, completedOn: '2020-01-01', expiresOn: '2020-12-31' },
      { area: 'safeguarding', depth: 2, completedOn: '2024-01-01' },
    ] as const;
    const [ana] = checked(small({ staff: [person('ana', { records: [...records] })] })).staff;
    expect(holdsByRecord(ana!, needOf({ depth: 2 }), dayOf('2025-01-01'))).toBe(true);
    expect(holdsByRecord(ana!, needOf({ depth: 2 }), dayOf('2023-01-01'))).toBe(false);
    const [none] = checked(small({ staff: [person('ana')] })).staff;
    expect(holdsByRecord(none!, needOf({}), dayOf('2025-01-01'))).toBe(false);
  });
});

describe('what is taught', () => {
  const held = (start: string, on: string, validMonths?: number, maxAgeMonths?: number): boolean =>
    heldFrom(
      dayOf(start),
      validMonths,
      needOf(maxAgeMonths === undefined ? {} : { maxAgeMonths }),
      dayOf(on),
    );

  it('is held from its day on', () => {
    expect(held('2025-09-01', '2025-08-31')).toBe(false);
    expect(held('2025-09-01', '2025-09-01')).toBe(true);
    expect(held('2025-09-01', '2095-09-01')).toBe(true);
  });

  it('is valid up to, and not on, the day some months later, and no older than asked on it', () => {
    expect(held('2024-02-29', '2025-02-27', 12)).toBe(true);
    expect(held('2024-02-29', '2025-02-28', 12)).toBe(false);
    expect(held('2024-02-29', '2025-02-28', undefined, 12)).toBe(true);
    expect(held('2024-02-29', '2025-03-01', undefined, 12)).toBe(false);
    expect(held('2025-08-31', '2026-02-27', 6)).toBe(true);
    expect(held('2025-08-31', '2026-02-28', 6)).toBe(false);
    expect(held('2025-08-31', '2026-02-28', 7, 6)).toBe(true);
    expect(held('2025-08-31', '2026-02-28', 6, 7)).toBe(false);
  });
});
