import * as z from 'zod/mini';
import { AdjustmentSchema } from './adjustment.js';
import { CertificateSchema } from '../certificate/certificate.js';
import { BookingSchema } from './booking.js';
import {
  BookingIdSchema,
  NeedIdSchema,
  PotIdSchema,
  StaffIdSchema,
  TermIdSchema,
  TextSchema,
  amount,
} from './units.js';

/** Why a need stays unmet, in the order in which the reasons are tried. */
export const ReasonSchema = z.enum([
  'no-item',
  'audience',
  'dates',
  'prerequisite',
  'banned',
  'places',
  'cover',
  'time',
  'limit',
  'money',
  'outranked',
]);
export type Reason = z.output<typeof ReasonSchema>;

/** How far a need is met, and by whom. */
export const CoverageSchema = z.strictObject({
  /** The need it speaks of. */
  need: NeedIdSchema,
  /** How many people should hold it, 0 or more. */
  target: amount,
  /** Those whose records hold it on the day it is tested. */
  alreadyMet: z.array(StaffIdSchema),
  /** Those who will hold it by a booking: one entry each. */
  metBy: z.array(
    z.strictObject({
      /** The person who will hold it. */
      staff: StaffIdSchema,
      /** The booking by which. */
      booking: BookingIdSchema,
    }),
  ),
  /** How many people are lacking to the target, 0 or more. */
  shortBy: amount,
  /** Its date was before the window: it is tested on the window's last day. */
  overdue: z.optional(z.boolean()),
  /** The reasons that could be read off without solving again. */
  unmet: z.array(
    z.strictObject({
      /** The person who lacks it, when the need is for everyone. */
      staff: z.optional(StaffIdSchema),
      /** What stands in the way. */
      reason: ReasonSchema,
    }),
  ),
});
export type Coverage = z.output<typeof CoverageSchema>;

/** The objectives, in their strict order. */
export const ObjectiveNameSchema = z.enum([
  'must',
  'weighted',
  'changes',
  'pence',
  'release-minutes',
  'minutes',
  'lateness',
]);
export type ObjectiveName = z.output<typeof ObjectiveNameSchema>;

/** One objective: its value in the programme and the bound proved for it (`bound = value`: none is better; `null`: not reached). */
export const ObjectiveSchema = z.strictObject({
  /** Which one it is. */
  name: ObjectiveNameSchema,
  /** What the programme reaches: score, changes, pence, minutes, or days summed over places; 0 or more. */
  value: amount,
  /** The best value any programme could have, as far as is proved, 0 or more; `null`: not reached. */
  bound: z.nullable(amount),
});
export type Objective = z.output<typeof ObjectiveSchema>;

/** What some of the bookings come to. */
const effort = z.strictObject({
  /** Money, in pence, 0 or more. */
  pence: amount,
  /** Time in all, in minutes, 0 or more. */
  minutes: amount,
  /** Time in open-hours sessions, in minutes, 0 or more. */
  releaseMinutes: amount,
});

/** What the bookings come to, in all and by pot, term and person. */
export const TotalsSchema = z.strictObject({
  /** What all bookings cost, in pence, 0 or more. */
  pence: amount,
  /** Each booking's `listPence × units`, or else what is paid, in pence, 0 or more. */
  listPence: amount,
  /** `listPence - pence`, in pence; negative when a list price lies below the price paid. */
  savedPence: z.int(),
  /** Pence by pot, every pot of the request included. */
  byPot: z.record(PotIdSchema, amount),
  /** By term, every term of the request included: the bookings that belong to it. */
  byTerm: z.record(TermIdSchema, effort),
  /** Time of all learners, in minutes, 0 or more. */
  minutes: amount,
  /** Time of all learners in open-hours sessions, in minutes, 0 or more. */
  releaseMinutes: amount,
  /** By person, everybody included. Only per-learner prices belong to a person; shared prices to nobody. */
  byLearner: z.record(StaffIdSchema, effort),
});
export type Totals = z.output<typeof TotalsSchema>;

/** The answer: bookings, coverage, money, time and proof. */
export const ProgrammeSchema = z.strictObject({
  /** `optimal`: no programme is better. `bounded`: stopped early; `objectives` says how much better one could be. */
  status: z.enum(['optimal', 'bounded']),
  /** Name and version of the library that built it. */
  engine: TextSchema,
  /** SHA-256, in hexadecimal, of the request's canonical JSON. */
  requestDigest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** In order; `changes` only with a baseline. */
  objectives: z.array(ObjectiveSchema),
  /** What to book. */
  bookings: z.array(BookingSchema),
  /** In the order of the needs' ids. */
  coverage: z.array(CoverageSchema),
  /** What the bookings come to. */
  totals: TotalsSchema,
  /** The request's adjustments, kept with their authors and reasons. */
  adjustments: z.array(AdjustmentSchema),
  /** The certificate that goes with the objectives' bounds. */
  proof: CertificateSchema,
});
export type Programme = z.output<typeof ProgrammeSchema>;
