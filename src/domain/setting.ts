import * as z from 'zod/mini';
import {
  DateSchema,
  EntitlementIdSchema,
  SettingIdSchema,
  SiteIdSchema,
  TermIdSchema,
  TextSchema,
  TimeOfDaySchema,
  listOf,
} from './units.js';

/** What kind of provider a setting is; it decides which rules apply. */
export const ProviderKindSchema = z.enum(['group', 'school', 'childminder', 'out-of-school']);
export type ProviderKind = z.output<typeof ProviderKindSchema>;

/** A place the setting works at. */
export const SiteSchema = z.strictObject({
  /** Unique in the setting; 1 to 128 characters. */
  id: SiteIdSchema,
  /** For people to read; text up to 2,000 characters. It changes nothing. */
  name: z.optional(TextSchema),
});

/** The provider the programme is for. */
export const SettingSchema = z.strictObject({
  /** Names the setting; 1 to 128 characters. */
  id: SettingIdSchema,
  /** For people to read; text up to 2,000 characters. It changes nothing. */
  name: z.optional(TextSchema),
  /** What kind of provider it is; it decides which rules apply and which audiences fit. */
  providerKind: ProviderKindSchema,
  /** What the setting itself has: memberships, its insurer, its local authority, subscriptions; up to 2,000. */
  entitlements: z.optional(listOf(EntitlementIdSchema)),
  /** The places it works at, up to 2,000. */
  sites: z.optional(listOf(SiteSchema)),
  /** When children are present, in local time: weekday 1 is Monday, 7 is Sunday. */
  openingHours: z.optional(
    listOf(
      z.strictObject({
        /** 1 Monday to 7 Sunday. */
        weekday: z.int().check(z.minimum(1), z.maximum(7)),
        /** Local time, HH:MM, at which children begin to be present. */
        from: TimeOfDaySchema,
        /** Local time, HH:MM, at which they have gone; after `from`. */
        to: TimeOfDaySchema,
      }),
    ),
  ),
});
export type Setting = z.output<typeof SettingSchema>;

/** A part of the window with time limits of its own, both days included. */
export const TermSchema = z.strictObject({
  /** Unique in the request; 1 to 128 characters. */
  id: TermIdSchema,
  /** First day, included; inside the window. */
  from: DateSchema,
  /** Last day, included; inside the window. */
  to: DateSchema,
});
export type Term = z.output<typeof TermSchema>;
