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

/** A whole number, 1 to 20,000. */
const positive = z.int().check(z.minimum(1), z.maximum(LIMITS.ids));

/** How an offer's cost follows from who comes. All amounts in pence. */
export const PriceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    /** Costs nothing. */
    kind: z.literal('free'),
  }),
  z.strictObject({
    /** Each learner pays. */
    kind: z.literal('per-learner'),
    /** For each learner, in pence, 0 to 1,000,000,000. */
    pence: PenceSchema,
  }),
  z.strictObject({
    /** One price for a booking, whoever comes. */
    kind: z.literal('per-setting'),
    /** For the booking, in pence, 0 to 1,000,000,000. */
    pence: PenceSchema,
  }),
  z.strictObject({
    /** One price for each group of up to `size` learners; the last group may be smaller. */
    kind: z.literal('per-group'),
    /** For each group, in pence, 0 to 1,000,000,000. */
    pence: PenceSchema,
    /** Learners in a full group, 1 to 20,000. */
    size: positive,
  }),
  z.strictObject({
    /** Marginal: the nth learner of a booking pays the pence of the last tier that starts at or before n. */
    kind: z.literal('per-learner-tiered'),
    /** 1 to 2,000 tiers in any order, each `from` once; one starts at 1. */
    tiers: z
      .array(
        z.strictObject({
          /** The first learner of the tier, counted in the booking, 1 to 20,000. */
          from: positive,
          /** For each learner of the tier, in pence, 0 to 1,000,000,000. */
          pence: PenceSchema,
        }),
      )
      .check(z.minLength(1), z.maxLength(LIMITS.entries)),
  }),
  z.strictObject({
    /** One price for a booking, looked up by the number of staff in the request. */
    kind: z.literal('by-team-size'),
    /** 1 to 2,000 bands in any order, each `upTo` once; for a team larger than the largest the offer is not to be had. */
    bands: z
      .array(
        z.strictObject({
          /** The largest team of the band, in people, 1 to 20,000. */
          upTo: positive,
          /** For the booking, in pence, 0 to 1,000,000,000. */
          pence: PenceSchema,
        }),
      )
      .check(z.minLength(1), z.maxLength(LIMITS.entries)),
  }),
]);
export type Price = z.output<typeof PriceSchema>;

/** One way to pay for an item. */
export const OfferSchema = z.strictObject({
  /** Unique within the item; 1 to 128 characters. */
  id: OfferIdSchema,
  /** Entitlements that must all be held; up to 2,000. */
  requires: z.optional(listOf(EntitlementIdSchema)),
  /** How the cost follows from who comes. */
  price: PriceSchema,
  /** First day, included, on which a booking may start at this price; without it, any day up to `to`. */
  from: z.optional(DateSchema),
  /** Last day, included, on which a booking may start at this price; without it, any day since `from`. */
  to: z.optional(DateSchema),
  /** What one unit of the price costs without any entitlement, in pence, 0 to 1,000,000,000; the saving is reckoned against it. */
  listPence: z.optional(PenceSchema),
});
export type Offer = z.output<typeof OfferSchema>;

/** A dated occasion of an item, in one or more blocks of local time. */
export const SessionSchema = z.strictObject({
  /** Unique within the item; 1 to 128 characters. */
  id: SessionIdSchema,
  /** When it takes place: 1 to 2,000 stretches of time, which do not overlap. */
  blocks: z
    .array(
      z.strictObject({
        /** Local time, YYYY-MM-DDTHH:MM, at which the block begins. */
        starts: DateTimeSchema,
        /** Local time, YYYY-MM-DDTHH:MM, at which it is over; after `starts`. */
        ends: DateTimeSchema,
      }),
    )
    .check(z.minLength(1), z.maxLength(LIMITS.entries)),
  /** Whether it takes people out while children are present; by default, whether a block meets the opening hours. */
  openHours: z.optional(z.boolean()),
  /** Places left, over all bookings of the session, 0 to 20,000; without it, no limit. */
  places: z.optional(CountSchema),
  /** The setting's site it takes place at, if it does at one. */
  site: z.optional(SiteIdSchema),
});
export type Session = z.output<typeof SessionSchema>;

/** Something bookable. */
export const CatalogueItemSchema = z.strictObject({
  /** Unique in the catalogue; 1 to 128 characters. */
  id: ItemIdSchema,
  /** For people to read; text up to 2,000 characters. It changes nothing. */
  title: TextSchema,
  /** What sort of thing it is; selectors may ask for it. */
  kind: ItemKindSchema,
  /** Who offers it, which selectors may ask for; text up to 2,000 characters. */
  provider: z.optional(TextSchema),
  /** Where to read about it; text up to 2,000 characters. It is never opened. */
  url: z.optional(TextSchema),
  /** Areas it teaches, to which depth, and for how many months that holds (for ever, without `validMonths`). */
  teaches: listOf(
    z.strictObject({
      /** An area of the taxonomy or of the request's `areas`. */
      area: AreaIdSchema,
      /** 1 awareness, 2 practice, 3 expertise, 4 leading others. */
      depth: DepthSchema,
      /** Months of the calendar for which it holds after completion, 1 to 1,200; without it, for ever. */
      validMonths: z.optional(MonthsSchema),
    }),
  ),
  /** Minutes it takes each learner, 0 to 100,000. */
  minutes: MinutesSchema,
  /** Who may take it: all that is given must fit; without it, everybody may. */
  audience: z.optional(
    z.strictObject({
      /** People with any of these roles; up to 2,000. */
      roles: z.optional(listOf(RoleSchema)),
      /** Settings of any of these kinds; up to 2,000. */
      providerKinds: z.optional(listOf(ProviderKindSchema)),
      /** The lowest qualification level a person may hold, 0 to 8. */
      minLevel: z.optional(LevelSchema),
      /** The highest qualification level a person may hold, 0 to 8. */
      maxLevel: z.optional(LevelSchema),
    }),
  ),
  /** Of each entry, one of the items must come first. */
  prerequisites: z.optional(
    listOf(
      z.strictObject({
        /** Items of which one is enough; up to 2,000. */
        anyOf: listOf(ItemIdSchema),
      }),
    ),
  ),
  /** Items that may not be booked for a person who takes this one; up to 2,000. */
  excludes: z.optional(listOf(ItemIdSchema)),
  /** `each` (the default): any who fit the audience. `whole-team`: all who fit it take part, or nobody does. */
  participation: z.optional(z.enum(['each', 'whole-team'])),
  /** Entitlements that buying it gives for the whole programme; up to 2,000. */
  grants: z.optional(listOf(EntitlementIdSchema)),
  /** The ways to pay for it, up to 2,000; a booking uses one. */
  offers: listOf(OfferSchema),
  /** Its dated occasions, up to 2,000; without any it is self-paced. */
  sessions: z.optional(listOf(SessionSchema)),
  /** The days on which it may start. */
  available: z.optional(
    z.strictObject({
      /** The first of them, included. */
      from: z.optional(DateSchema),
      /** The last of them, included. */
      to: z.optional(DateSchema),
    }),
  ),
  /** How many people may take it. */
  learners: z.optional(
    z.strictObject({
      /** The fewest learners of one booking, 0 to 20,000. */
      min: z.optional(CountSchema),
      /** The most learners of one booking, 0 to 20,000. */
      max: z.optional(CountSchema),
      /** The most learners of all bookings of the item together, 0 to 20,000. */
      perSetting: z.optional(CountSchema),
    }),
  ),
});
export type CatalogueItem = z.output<typeof CatalogueItemSchema>;

/** What can be booked, as it stood on a day. */
export const CatalogueSchema = z.strictObject({
  /** Names the catalogue; 1 to 128 characters. */
  id: CatalogueIdSchema,
  /** The day on which it stood so. */
  asOf: DateSchema,
  /** What can be booked; up to 20,000 items. */
  items: z.array(CatalogueItemSchema).check(z.maxLength(LIMITS.items)),
});
export type Catalogue = z.output<typeof CatalogueSchema>;
