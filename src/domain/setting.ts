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
export const SiteSchema = z.strictObject({ id: SiteIdSchema, name: z.optional(TextSchema) });

/** The provider the programme is for. */
export const SettingSchema = z.strictObject({
  id: SettingIdSchema,
  /** For people to read; it changes nothing. */
  name: z.optional(TextSchema),
  providerKind: ProviderKindSchema,
  /** What the setting itself has: memberships, its insurer, its local authority, subscriptions. */
  entitlements: z.optional(listOf(EntitlementIdSchema)),
  sites: z.optional(listOf(SiteSchema)),
  /** When children are present, in local time: weekday 1 is Monday, 7 is Sunday. */
  openingHours: z.optional(
    listOf(
      z.strictObject({
        /** 1 Monday to 7 Sunday. */
        weekday: z.int().check(z.minimum(1), z.maximum(7)),
        from: TimeOfDaySchema,
        to: TimeOfDaySchema,
      }),
    ),
  ),
});
export type Setting = z.output<typeof SettingSchema>;

/** A part of the window with time limits of its own, both days included. */
export const TermSchema = z.strictObject({ id: TermIdSchema, from: DateSchema, to: DateSchema });
export type Term = z.output<typeof TermSchema>;
