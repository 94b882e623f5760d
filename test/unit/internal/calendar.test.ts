import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  MINUTES_PER_DAY,
  addMonths,
  dayNumber,
  isDate,
  isoDate,
  minuteOf,
  weekdayOf,
} from '../../../src/internal/calendar.js';
import { present } from '../../../src/internal/invariant.js';

const FIRST = -719_162; // 0001-01-01
const LAST = 2_932_896; // 9999-12-31
const EPOCH = Temporal.PlainDate.from('1970-01-01');
const anyDay = fc.integer({ min: FIRST, max: LAST });
const temporal = (day: number): Temporal.PlainDate => EPOCH.add({ days: day });

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('0001-01-01')).toBe(FIRST);
    expect(dayNumber('9999-12-31')).toBe(LAST);
    expect(isoDate(0)).toBe('1970-01-01');
  });

  it('agree with an independent calendar, both ways', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isoDate(day)).toBe(temporal(day).toString());
        expect(dayNumber(isoDate(day))).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are in the order of the texts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(isoDate(a) < isoDate(b)).toBe(a < b);
      }),
    );
  });
});

describe('months', () => {
  it('are added with clamping to month ends, as an independent calendar does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST, max: 2_000_000 }),
        fc.integer({ min: 0, max: 1_200 }),
        (day, months) => {
          expect(isoDate(addMonths(day, months))).toBe(temporal(day).add({ months }).toString());
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['1999-12-31', 2, '2000-02-29'],
    ['2099-11-30', 3, '2100-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(isoDate(addMonths(present(dayNumber(from), 'the day'), months))).toBe(to);
  });
});

describe('a text is a date', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2025-04-30'])('when it is %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-00-10',
    '2025-13-01',
    '2025-01-00',
    '2025-01-32',
    '0000-01-01',
    '10000-01-01',
    '2025-1-1',
    '2025-01-01T00:00',
    ' 2025-01-01',
    '2025-01-01\n',
    '-2025-01-01',
    '',
  ])('but not when it is %j', (text) => {
    expect(isDate(text)).toBe(false);
    expect(dayNumber(text)).toBeUndefined();
  });
});

describe('local times', () => {
  it('count minutes from 1970-01-01T00:00, as an independent calendar does', () => {
    expect(minuteOf('1970-01-01T00:00')).toBe(0);
    fc.assert(
      fc.property(anyDay, fc.nat({ max: MINUTES_PER_DAY - 1 }), (day, minutes) => {
        const time = temporal(day).toPlainDateTime().add({ minutes });
        expect(minuteOf(time.toString({ smallestUnit: 'minute' }))).toBe(day * MINUTES_PER_DAY + minutes);
      }),
    );
  });

  it.each([
    '2025-02-29T10:00',
    '2025-02-28T24:00',
    '2025-02-28T10:60',
    '2025-02-28T9:00',
    '2025-02-28T09:00:00',
    '2025-02-28T09:00Z',
    '2025-02-28 09:00',
    '2025-02-28',
    'T10:00',
    '2025-02-28T09:00\n',
    '',
  ])('are not read from %j', (text) => {
    expect(minuteOf(text)).toBeUndefined();
  });

  it('know their weekday, as an independent calendar does', () => {
    expect(weekdayOf(0)).toBe(4);
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day)).toBe(temporal(day).dayOfWeek);
      }),
    );
  });

  it('takes anything that is no text for no day', () => {
    for (const other of [undefined, null, 20_260_901, Symbol('day'), { toString: () => '2026-09-01' }, []])
      expect(isDate(other as string)).toBe(false);
  });
});
