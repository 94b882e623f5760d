import * as z from 'zod/mini';
import { ItemKindSchema } from './item-kind.js';
import { ProviderKindSchema } from './setting.js';
import {
  AreaIdSchema,
  CatalogueIdSchema,
  CountSchema,
  DateSchema,
  DateTimeSchema,
  DepthSchema,
  EntitlementIdSchema,
  ItemIdSchema,
  LevelSchema,
  LIMITS,
  MinutesSchema,
  MonthsSchema,
  OfferIdSchema,
  PenceSchema,
  RoleSchema,
  SessionIdSchema,
  SiteIdSchema,
  TextSchema,
  listOf,
} from './units.js';

const positive = z.int().check(z.minimum(1), z.maximum(LIMITS.ids));

/** How an offer's cost follows from who comes. All amounts in pence. */
export const PriceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  /** Each learner pays. */
  z.strictObject({ kind: z.literal('per-learner'), pence: PenceSchema }),
  /** One price for a booking, whoever comes. */
  z.strictObject({ kind: z.literal('per-setting'), pence: PenceSchema }),
  /** One price for each group of up to `size` learners. */
  z.strictObject({ kind: z.literal('per-group'), pence: PenceSchema, size: positive }),
  /** Marginal: the nth learner of a booking pays the pence of the last tier that starts at or before n. The first starts at 1. */
  z.strictObject({
    kind: z.literal('per-learner-tiered'),
    tiers: z
      .array(z.strictObject({ from: positive, pence: PenceSchema }))
      .check(z.minLength(1), z.maxLength(LIMITS.entries)),
  }),
  /** Looked up by the number of staff in the request; above the last band the offer is not to be had. */
  z.strictObject({
    kind: z.literal('by-team-size'),
    bands: z
      .array(z.strictObject({ upTo: positive, pence: PenceSchema }))
      .check(z.minLength(1), z.maxLength(LIMITS.entries)),
  }),
]);
export type Price = z.output<typeof PriceSchema>;

/** One way to pay for an item. */
export const OfferSchema = z.strictObject({
  id: OfferIdSchema,
  /** Entitlements that must all be held. */
  requires: z.optional(listOf(EntitlementIdSchema)),
  price: PriceSchema,
  /** First and last day, included, on which a booking may start at this price. */
  from: z.optional(DateSchema),
  to: z.optional(DateSchema),
  /** What one unit of the price costs without any entitlement; the saving is reckoned against it. */
  listPence: z.optional(PenceSchema),
});
export type Offer = z.output<typeof OfferSchema>;

/** A dated occasion of an item, in one or more blocks of local time. */
export const SessionSchema = z.strictObject({
  id: SessionIdSchema,
  blocks: z
    .array(z.strictObject({ starts: DateTimeSchema, ends: DateTimeSchema }))
    .check(z.minLength(1), z.maxLength(LIMITS.entries)),
  /** Whether it takes people out while children are present; by default, whether a block meets the opening hours. */
  openHours: z.optional(z.boolean()),
  /** Places left, over all bookings of the session. */
  places: z.optional(CountSchema),
  site: z.optional(SiteIdSchema),
});
export type Session = z.output<typeof SessionSchema>;

/** Something bookable. */
export const CatalogueItemSchema = z.strictObject({
  id: ItemIdSchema,
  /** For people to read; it changes nothing. */
  title: TextSchema,
  kind: ItemKindSchema,
  provider: z.optional(TextSchema),
  url: z.optional(TextSchema),
  /** Areas it teaches, to which depth, and for how many months that holds (for ever, without `validMonths`). */
  teaches: listOf(
    z.strictObject({ area: AreaIdSchema, depth: DepthSchema, validMonths: z.optional(MonthsSchema) }),
  ),
  /** Minutes it takes each learner. */
  minutes: MinutesSchema,
  /** Who may take it: any of the roles, any of the provider kinds, a level in the range. */
  audience: z.optional(
    z.strictObject({
      roles: z.optional(listOf(RoleSchema)),
      providerKinds: z.optional(listOf(ProviderKindSchema)),
      minLevel: z.optional(LevelSchema),
      maxLevel: z.optional(LevelSchema),
    }),
  ),
  /** Of each entry, one of the items must come first. */
  prerequisites: z.optional(listOf(z.strictObject({ anyOf: listOf(ItemIdSchema) }))),
  /** Items that may not be booked for a person who takes this one. */
  excludes: z.optional(listOf(ItemIdSchema)),
  /** `whole-team`: all who fit the audience take part, or nobody does. */
  participation: z.optional(z.enum(['each', 'whole-team'])),
  /** Entitlements that buying it gives for the whole programme. */
  grants: z.optional(listOf(EntitlementIdSchema)),
  offers: listOf(OfferSchema),
  sessions: z.optional(listOf(SessionSchema)),
  /** First and last day, included, on which it may start. */
  available: z.optional(z.strictObject({ from: z.optional(DateSchema), to: z.optional(DateSchema) })),
  /** Learners of one booking (`min`, `max`) and of all bookings of the item together (`perSetting`). */
  learners: z.optional(
    z.strictObject({
      min: z.optional(CountSchema),
      max: z.optional(CountSchema),
      perSetting: z.optional(CountSchema),
    }),
  ),
});
export type CatalogueItem = z.output<typeof CatalogueItemSchema>;

/** What can be booked, as it stood on a day. */
export const CatalogueSchema = z.strictObject({
  id: CatalogueIdSchema,
  asOf: DateSchema,
  items: z.array(CatalogueItemSchema).check(z.maxLength(LIMITS.items)),
});
export type Catalogue = z.output<typeof CatalogueSchema>;
