import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTES_PER_DAY, weekdayOf } from '../../../src/internal/calendar.js';
import { overlap, overlapsWeekly } from '../../../src/internal/stretch.js';

const stretch = (least: number, most: number) =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 1, max: 12_000 }))
    .map(([starts, length]) => ({ starts, ends: starts + length }));

describe('stretches', () => {
  it('that only touch have no minute in common', () => {
    expect(overlap({ starts: 0, ends: 10 }, { starts: 10, ends: 20 })).toBe(false);
    expect(overlap({ starts: 0, ends: 11 }, { starts: 10, ends: 20 })).toBe(true);
    expect(overlap({ starts: 0, ends: 30 }, { starts: 10, ends: 20 })).toBe(true);
  });

  it('meet a weekly one when one of their minutes is of it', () => {
    const weekly = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      starts: fc.integer({ min: 0, max: 1_000 }),
      ends: fc.integer({ min: 1_001, max: 1_439 }),
    });
    fc.assert(
      fc.property(stretch(-20_000, 20_000), weekly, (one, { weekday, starts, ends }) => {
        let isMet = false;
        for (let minute = one.starts; minute < one.ends && !isMet; minute += 1) {
          const day = Math.floor(minute / MINUTES_PER_DAY);
          const ofDay = minute - day * MINUTES_PER_DAY;
          isMet = weekdayOf(day) === weekday && starts <= ofDay && ofDay < ends;
        }
        expect(overlapsWeekly(one, { weekday, starts, ends })).toBe(isMet);
      }),
    );
  });

  it('may last for ever', () => {
    const always = { starts: -1e9, ends: 1e9 };
    expect(overlapsWeekly(always, { weekday: 3, starts: 0, ends: 1 })).toBe(true);
    expect(overlapsWeekly({ starts: 0, ends: 1e9 }, { weekday: 4, starts: 0, ends: 1 })).toBe(true);
  });
});
