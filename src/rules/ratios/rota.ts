import * as z from 'zod/mini';
import { AgeBandSchema } from '../../domain/selector.js';
import {
  CountSchema,
  DateTimeSchema,
  LIMITS,
  SiteIdSchema,
  StaffIdSchema,
  listOf,
} from '../../domain/units.js';

const timeKeys = {
  /** Local time, YYYY-MM-DDTHH:MM, at which it begins. */
  starts: DateTimeSchema,
  /** Local time, YYYY-MM-DDTHH:MM, at which it is over; after `starts`, by no more than 24 hours. */
  ends: DateTimeSchema,
};

/** Who works where, without a gap. A break is the gap between two shifts. */
const ShiftSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    /** Who works. */
    staff: StaffIdSchema,
    ...timeKeys,
    /** The setting's site; without it the person's own, or the only one there is. */
    site: z.optional(SiteIdSchema),
    /** Not available to work directly with children, as in the office or the kitchen: there, but counted in no ratio. */
    notCounted: z.optional(z.boolean()),
  }))();

/** Who works when and where. */
export const RotaSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    /** Up to 20,000; no two of one person overlap. */
    shifts: listOf(ShiftSchema, LIMITS.ids),
  }))();
/** A rota as a caller writes it. */
export type RotaInput = z.input<typeof RotaSchema>;

/** How many children of each age, 0 to 20,000; none of the ages left out. */
export const ExpectedSchema = /* @__PURE__ */ (() => z.partialRecord(AgeBandSchema, CountSchema))();

/** The children expected in a stretch of time. Those of stretches that overlap are added up. */
const ChildrenSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    ...timeKeys,
    /** The setting's site; without it the only one there is. */
    site: z.optional(SiteIdSchema),
    /** How many of each age. */
    expected: ExpectedSchema,
    /** Away from the premises, with staff of their own: each such stretch is an outing by itself. */
    outing: z.optional(z.boolean()),
  }))();

/** The children expected, up to 20,000 stretches of time. */
export const ChildrenListSchema = /* @__PURE__ */ (() => listOf(ChildrenSchema, LIMITS.ids))();
/** Children as a caller writes them. */
export type ChildrenInput = z.input<typeof ChildrenListSchema>;
