/*
 * Dates as whole days of the proleptic Gregorian calendar, without `Date` and so without a time zone.
 * Day 0 is 1970-01-01. The arithmetic is Hinnant's days_from_civil / civil_from_days
 * (https://howardhinnant.github.io/date_algorithms.html), which counts from 1 March so that a leap day ends its year.
 */

interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

function toDay({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

function toCivil(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

const civilOf = (date: string): CivilDate | undefined => {
  const match = DATE.exec(date);
  if (match === null) return undefined;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const real =
    civil.year >= 1 &&
    civil.month >= 1 &&
    civil.month <= 12 &&
    civil.day >= 1 &&
    civil.day <= daysInMonth(civil.year, civil.month);
  return real ? civil : undefined;
};

/** Whether the text is a day of the calendar, `YYYY-MM-DD`, of the years 0001 to 9999. */
export const isDate = (text: string): boolean => typeof text === 'string' && civilOf(text) !== undefined;

/** The day number of an ISO date; `undefined` when the text is not a day of the calendar. */
export function dayNumber(date: string): number | undefined {
  const civil = civilOf(date);
  return civil === undefined ? undefined : toDay(civil);
}

/** The ISO date of a day number. */
export function isoDate(day: number): string {
  const civil = toCivil(day);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`;
}

/** The day some months later, clamped to the end of the month: 31 January and one month is 28 or 29 February. */
export function addMonths(day: number, months: number): number {
  const from = toCivil(day);
  const count = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return toDay({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

export const MINUTES_PER_DAY = 1440;

const DATE_TIME = /^(.{10})T([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The minutes from 1970-01-01T00:00 to a local time, `YYYY-MM-DDTHH:MM`; `undefined` when the text is not one. Local
 * time knows no zone: every day has 1,440 minutes.
 */
export function minuteOf(localDateTime: string): number | undefined {
  const [, date = '', hour, minute] = DATE_TIME.exec(localDateTime) ?? [];
  const day = dayNumber(date);
  return day === undefined ? undefined : day * MINUTES_PER_DAY + Number(hour) * 60 + Number(minute);
}

/** The weekday of a day number: 1 Monday to 7 Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
