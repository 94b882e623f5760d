import * as z from 'zod/mini';
import {
  AreaIdSchema,
  ItemIdSchema,
  LevelSchema,
  LIMITS,
  RoleSchema,
  SiteIdSchema,
  StaffIdSchema,
  TextSchema,
  listOf,
} from './units.js';
import { ItemKindSchema } from './item-kind.js';
import { SourceSchema } from './source.js';

/** The ages a person works with. */
export const AgeBandSchema = z.enum(['under-2', '2', '3-plus', 'school-age']);
export type AgeBand = z.output<typeof AgeBandSchema>;

const peopleKeys = {
  /** These people; up to 20,000 ids. */
  staff: z.optional(listOf(StaffIdSchema, LIMITS.ids)),
  /** People with any of these roles; up to 2,000. */
  roles: z.optional(listOf(RoleSchema)),
  /** People of any of these sites; up to 2,000. */
  sites: z.optional(listOf(SiteIdSchema)),
  /** People who work with any of these ages; up to 2,000. */
  ageBands: z.optional(listOf(AgeBandSchema)),
  /** People whose qualification level is at least this, 0 to 8. */
  minLevel: z.optional(LevelSchema),
};

const itemKeys = {
  /** These items; up to 20,000 ids. */
  items: z.optional(listOf(ItemIdSchema, LIMITS.ids)),
  /** Items of any of these kinds; up to 2,000. */
  kinds: z.optional(listOf(ItemKindSchema)),
  /** Items of any of these providers, as the catalogue names them; up to 2,000. */
  providers: z.optional(listOf(TextSchema)),
  /** Items that teach any of these areas; up to 2,000. */
  areas: z.optional(listOf(AreaIdSchema)),
  /** An item and a learner of whom a need of one of these sources asks what the item teaches, and which records alone do not satisfy. */
  sources: z.optional(listOf(SourceSchema)),
};

type Shape<Keys extends Record<string, z.ZodMiniType>> = z.ZodMiniObject<Keys, z.core.$strict>;
type PeopleKeys = Shape<typeof peopleKeys>;
type AllKeys = Shape<typeof peopleKeys & typeof itemKeys>;

/**
 * Selects people: every key given must match (and), by any of its values (or); `{}` selects everybody. `not` is one
 * more key, matched when its selector does not match. The keys of a {@link Selector} that speak of items make no
 * sense here and are refused.
 */
export interface PeopleSelector extends z.output<PeopleKeys> {
  /** People whom this selector does not match. */
  not?: PeopleSelector | undefined;
}
export interface PeopleSelectorInput extends z.input<PeopleKeys> {
  /** People whom this selector does not match. */
  not?: PeopleSelectorInput | undefined;
}
export const PeopleSelectorSchema: z.ZodMiniType<PeopleSelector, PeopleSelectorInput> = z.strictObject({
  ...peopleKeys,
  /** One more key: people whom this selector does not match. Nested up to the limit of depth, 64 in all. */
  not: z.optional(z.lazy(() => PeopleSelectorSchema)),
});

/**
 * Selects bookings by the people and the item in them: every key given must match (and), by any of its values (or);
 * `{}` selects all. `not` is one more key, matched when its selector does not match.
 */
export interface Selector extends z.output<AllKeys> {
  /** Bookings that this selector does not match. */
  not?: Selector | undefined;
}
export interface SelectorInput extends z.input<AllKeys> {
  /** Bookings that this selector does not match. */
  not?: SelectorInput | undefined;
}
export const SelectorSchema: z.ZodMiniType<Selector, SelectorInput> = z.strictObject({
  ...peopleKeys,
  ...itemKeys,
  /** One more key: bookings that this selector does not match. Nested up to the limit of depth, 64 in all. */
  not: z.optional(z.lazy(() => SelectorSchema)),
});
