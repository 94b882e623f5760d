import * as z from 'zod/mini';
import { isDate } from '../internal/calendar.js';

/** The largest amounts, lengths and counts the contract takes. Generous for any setting; they keep every sum exact. */
export const LIMITS = {
  /** £10 million, in pence: with it every total of a request stays an exact integer. */
  pence: 1_000_000_000,
  /** About 69 days, in minutes. */
  minutes: 100_000,
  /** What one holder of a need may score. */
  weight: 1_000_000,
  /** A hundred years. */
  months: 1_200,
  /** People in a request. */
  people: 5_000,
  /** Items in a catalogue. */
  items: 20_000,
  /** Needs in a request. */
  needs: 10_000,
  /** Areas taught by one item, records or qualifications of one person, and every other list inside an entry. */
  entries: 2_000,
  /** Values in one key of a selector, learners of one booking, and every other list of ids. */
  ids: 20_000,
  /** Characters in an id. */
  id: 128,
  /** Characters in a name, title, reason or address; no text of the contract may be longer. */
  text: 2_000,
  /** Lists and objects inside one another. Only `not` in a selector can nest at will. */
  depth: 64,
  /** Texts, numbers, lists and objects in the whole value, all counted: 2,000 people and 10,000 items take about a tenth. */
  values: 4_000_000,
  /** Issues reported at once. */
  issues: 1_000,
} as const;

const FORBIDDEN_IDS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
// eslint-disable-next-line no-control-regex -- ids are printed in reports and calendars: control characters have no place in them
const PLAIN_ID = /^[^\s\u0000-\u001f\u007f](?:[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f])?$/;
const KEBAB_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/*
 * The `error` of a check says what the text should be, to follow "write it as ...". A check that `z.regex` cannot
 * express names its issue code in `params`.
 */
const PLAIN_ID_RULE = 'an id of 1 to 128 characters, with no control characters and no space at either end';
const KEBAB_ID_RULE = 'an id in kebab-case: lower-case letters, digits and single hyphens';
const DATE_RULE = 'a date, YYYY-MM-DD';
const DATE_TIME_RULE = 'a local time on a day, YYYY-MM-DDTHH:MM, from 00:00 to 23:59';
const TIME_OF_DAY_RULE = 'a time of day, HH:MM, from 00:00 to 23:59';
const FORBIDDEN_ID = {
  error: 'an id other than __proto__, constructor and prototype',
  params: { code: 'forbidden-key' },
};
const REAL_DAY = { error: 'a day that exists in the calendar', params: { code: 'not-a-date' } };

/** An id chosen by the caller: 1 to 128 characters, no control characters, no space at either end. */
const plainId = () =>
  z.string().check(
    z.minLength(1, { error: PLAIN_ID_RULE }),
    z.maxLength(LIMITS.id),
    z.regex(PLAIN_ID, { error: PLAIN_ID_RULE }),
    z.refine((id) => !FORBIDDEN_IDS.has(id), FORBIDDEN_ID),
  );
/** An id in kebab-case: lower-case letters, digits and single hyphens. */
const kebabId = () =>
  z.string().check(
    z.minLength(1, { error: KEBAB_ID_RULE }),
    z.maxLength(LIMITS.id),
    z.regex(KEBAB_ID, { error: KEBAB_ID_RULE }),
    z.refine((id) => !FORBIDDEN_IDS.has(id), FORBIDDEN_ID),
  );

/** A development area of the taxonomy or of the request's own `areas`: kebab-case, permanent. */
export const AreaIdSchema = kebabId().brand<'AreaId'>();
export type AreaId = z.output<typeof AreaIdSchema>;
/** A role, in kebab-case. The published roles are in `ROLES`; others are welcome. */
export const RoleSchema = kebabId().brand<'Role'>();
export type Role = z.output<typeof RoleSchema>;

/** The id of a person on the team: 1 to 128 characters, no control characters, no space at either end. */
export const StaffIdSchema = plainId().brand<'StaffId'>();
export type StaffId = z.output<typeof StaffIdSchema>;
/** The id of a need: 1 to 128 characters, no control characters, no space at either end. */
export const NeedIdSchema = plainId().brand<'NeedId'>();
export type NeedId = z.output<typeof NeedIdSchema>;
/** The id of a catalogue item: 1 to 128 characters, no control characters, no space at either end. */
export const ItemIdSchema = plainId().brand<'ItemId'>();
export type ItemId = z.output<typeof ItemIdSchema>;
/** The id of an offer, inside its item: 1 to 128 characters, no control characters, no space at either end. */
export const OfferIdSchema = plainId().brand<'OfferId'>();
export type OfferId = z.output<typeof OfferIdSchema>;
/** The id of a session, inside its item: 1 to 128 characters, no control characters, no space at either end. */
export const SessionIdSchema = plainId().brand<'SessionId'>();
export type SessionId = z.output<typeof SessionIdSchema>;
/** The id of a pot of money: 1 to 128 characters, no control characters, no space at either end. */
export const PotIdSchema = plainId().brand<'PotId'>();
export type PotId = z.output<typeof PotIdSchema>;
/** The id of a limit: 1 to 128 characters, no control characters, no space at either end. */
export const LimitIdSchema = plainId().brand<'LimitId'>();
export type LimitId = z.output<typeof LimitIdSchema>;
/** The id of a term: 1 to 128 characters, no control characters, no space at either end. */
export const TermIdSchema = plainId().brand<'TermId'>();
export type TermId = z.output<typeof TermIdSchema>;
/** The id of a site of the setting: 1 to 128 characters, no control characters, no space at either end. */
export const SiteIdSchema = plainId().brand<'SiteId'>();
export type SiteId = z.output<typeof SiteIdSchema>;
/** The id of a setting: 1 to 128 characters, no control characters, no space at either end. */
export const SettingIdSchema = plainId().brand<'SettingId'>();
export type SettingId = z.output<typeof SettingIdSchema>;
/** The id of a catalogue: 1 to 128 characters, no control characters, no space at either end. */
export const CatalogueIdSchema = plainId().brand<'CatalogueId'>();
export type CatalogueId = z.output<typeof CatalogueIdSchema>;
/** Something a setting or person has that unlocks prices: a membership, an insurer, a local authority, a subscription. */
export const EntitlementIdSchema = plainId().brand<'EntitlementId'>();
export type EntitlementId = z.output<typeof EntitlementIdSchema>;
/** Four ids, in which `/` and `~` take two characters, and the strokes between them. */
const BOOKING_ID = 4 * 2 * LIMITS.id + 3;
/** The id of a booking, made of its item, session or term, offer and pot: 1 to 1,027 characters. */
export const BookingIdSchema = z
  .string()
  .check(z.minLength(1, { error: 'an id of at least one character' }), z.maxLength(BOOKING_ID))
  .brand<'BookingId'>();
export type BookingId = z.output<typeof BookingIdSchema>;

/** Money: whole pence, 0 to 1,000,000,000 (£10 million). */
export const PenceSchema = z.int().check(z.minimum(0), z.maximum(LIMITS.pence)).brand<'Pence'>();
export type Pence = z.output<typeof PenceSchema>;
/** Time: whole minutes, 0 to 100,000. */
export const MinutesSchema = z.int().check(z.minimum(0), z.maximum(LIMITS.minutes)).brand<'Minutes'>();
export type Minutes = z.output<typeof MinutesSchema>;
/** A day of the calendar, `YYYY-MM-DD`. */
export const DateSchema = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: DATE_RULE }),
    z.refine((text) => isDate(text), REAL_DAY),
  )
  .brand<'IsoDate'>();
export type IsoDate = z.output<typeof DateSchema>;
/** A local time on a day of the calendar, `YYYY-MM-DDTHH:MM`, 00:00 to 23:59. */
export const DateTimeSchema = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/, { error: DATE_TIME_RULE }),
    z.refine((text) => isDate(text.slice(0, 10)), REAL_DAY),
  )
  .brand<'LocalDateTime'>();
export type LocalDateTime = z.output<typeof DateTimeSchema>;
/** A time of day, `HH:MM`, 00:00 to 23:59. */
export const TimeOfDaySchema = z
  .string()
  .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: TIME_OF_DAY_RULE }));

/** How far a person has got in an area: 1 awareness, 2 practice, 3 expertise, 4 leading others. */
export const DepthSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Depth = z.output<typeof DepthSchema>;
/** A qualification level of the Regulated Qualifications Framework, 0 (none or entry) to 8. */
export const LevelSchema = z.int().check(z.minimum(0), z.maximum(8));
/** Whole months of the calendar, 1 to 1,200, added with clamping to month ends. */
export const MonthsSchema = z.int().check(z.minimum(1), z.maximum(LIMITS.months));
/** A whole number of people, places or bookings, 0 to 20,000. */
export const CountSchema = z.int().check(z.minimum(0), z.maximum(LIMITS.ids));
/** How much something matters against its like: a whole number, 0 to 1,000,000. */
export const WeightSchema = z.int().check(z.minimum(0), z.maximum(LIMITS.weight));
/** A whole number, 0 or more. */
export const amount = z.int().check(z.minimum(0));
/** Words for people: a name, title, reason or address, at most 2,000 characters. */
export const TextSchema = z.string().check(z.maxLength(LIMITS.text));

/** A list within the limit of entries inside one thing. */
export const listOf = <T extends z.ZodMiniType>(entry: T, most: number = LIMITS.entries) =>
  z.array(entry).check(z.maxLength(most));
