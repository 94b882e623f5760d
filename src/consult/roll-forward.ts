import * as z from 'zod/mini';
import { CatalogueSchema } from '../domain/catalogue.js';
import { IssueList } from '../domain/checking/issue-list.js';
import { type Path, quoted } from '../domain/checking/wording.js';
import { PotSchema } from '../domain/funding.js';
import type { Issue } from '../domain/issue.js';
import { type Programme, ProgrammeSchema } from '../domain/programme.js';
import type { Request, RequestInput } from '../domain/request.js';
import { TermSchema } from '../domain/setting.js';
import {
  BookingIdSchema,
  DateSchema,
  type IsoDate,
  LIMITS,
  listOf,
  StaffIdSchema,
  TextSchema,
} from '../domain/units.js';
import { checkVariants } from '../rules/check-variants.js';
import type { RuleOverride } from '../rules/overrides.js';
import type { Rulebook } from '../rules/rulebook.js';
import { RulebookSchema, RuleOverrideSchema, RulebookVariantSchema } from '../rules/rulebook-schema.js';
import type { RulebookVariant } from '../rules/variants.js';
import { checkBookings, readNamed, readRequest } from './read-inputs.js';
import type { RollAssumption } from './roll/rolling.js';
import type { DoneBooking } from './roll/done.js';
import { nextRequest } from './roll/next-request.js';
import type { ProgrammeInput } from './training-matrix.js';

const RollOptionsSchema = z.strictObject({
  /** The rules to apply in the next window; by default those in force on its first day. `null`: the needs of the rules stay as they are. */
  rulebook: z.optional(z.nullable(RulebookSchema)),
  /** Official exceptions for a time, up to 2,000; by default those that the library knows. */
  overrides: z.optional(listOf(RuleOverrideSchema)),
  /** Local and national differences from the rulebook, up to 2,000. */
  variants: z.optional(listOf(RulebookVariantSchema)),
  /** The ids of rules that ask nothing here, up to 2,000. */
  leaveOut: z.optional(listOf(TextSchema)),
  /** What can be booked now; by default the same as before. */
  catalogue: z.optional(CatalogueSchema),
  /** The money there is now, up to 2,000 pots; by default the same again, or what is left of it. */
  funding: z.optional(listOf(PotSchema)),
  /** The days in which training may happen, both included; by default the same a year later, or what is left of them. */
  window: z.optional(z.strictObject({ from: DateSchema, to: DateSchema })),
  /** Parts of the window, up to 2,000; by default the same a year later, or what is left of them. */
  terms: z.optional(listOf(TermSchema)),
  /** How many days of the window after the next one are to be covered too by what the rules ask, 0 to 366; 30 by default. */
  leadDays: z.optional(z.int().check(z.minimum(0), z.maximum(366))),
  /** The ids of bookings that were not taken, though their day is past; up to 20,000. */
  undone: z.optional(listOf(BookingIdSchema, LIMITS.ids)),
  /** Who missed a booking that was taken by others, or paid for; up to 20,000 bookings, each once. */
  missed: z.optional(
    listOf(
      z.strictObject({
        /** The booking's id. */
        booking: BookingIdSchema,
        /** Learners of it who have no record of it; up to 20,000. */
        staff: listOf(StaffIdSchema, LIMITS.ids),
      }),
      LIMITS.ids,
    ),
  ),
});
/** The options as they were read. */
export type RollOptions = z.output<typeof RollOptionsSchema>;

/** What has changed since the last programme was built. */
export interface RollForwardOptions {
  /** The rules to apply; by default those in force on the first day. `null`: the needs of the rules stay as they are. */
  readonly rulebook?: Rulebook | null | undefined;
  /** Official exceptions from the rules for a time; by default those that the library knows, `RULE_OVERRIDES`. */
  readonly overrides?: readonly RuleOverride[] | undefined;
  /** Local and national differences, put into the rulebook in force on the first day; with a `rulebook` of your own they change nothing. */
  readonly variants?: readonly RulebookVariant[] | undefined;
  /** Rules, by id, of which nothing is asked; one that the rulebook has not does not matter. Nothing else leaves out what a rule asks. */
  readonly leaveOut?: readonly string[] | undefined;
  /** What can be booked now; by default the same as before, with the same dates and prices. */
  readonly catalogue?: RequestInput['catalogue'] | undefined;
  /** The money there is now; by default the same again in a new window, and what is left of it in the same. */
  readonly funding?: RequestInput['funding'] | undefined;
  /** The days in which training may happen; by default the same so many years later, or what is left of them. */
  readonly window?: RequestInput['window'] | undefined;
  /** Parts of the window; by default the same so many years later, cut to the window. */
  readonly terms?: RequestInput['terms'] | undefined;
  /**
   * How far beyond the return of the window, in days, what the rules ask has to hold: until something can be taken again. 0
   * to 366; 30 by default.
   */
  readonly leadDays?: number | undefined;
  /** Bookings, by id, that were not taken though their day is past. */
  readonly undone?: readonly string[] | undefined;
  /** By booking, who missed it: it is paid for, and they have no record of it. */
  readonly missed?: readonly { readonly booking: string; readonly staff: readonly string[] }[] | undefined;
}

/** A request for what comes next; or all that is wrong with what was passed. */
export type RollForwardResult =
  | {
      readonly status: 'rolled';
      /** One that `buildProgramme` accepts. Its lists are in the order of their ids. */
      readonly request: Request;
      /** What is taken to be done, in the order of the bookings' ids. */
      readonly done: readonly DoneBooking[];
      readonly assumptions: readonly RollAssumption[];
    }
  | {
      readonly status: 'invalid';
      /** Their paths begin with `request`, `programme`, `asOf` or `options`. */
      readonly issues: readonly Issue[];
    };

const GivenSchema = z.strictObject({
  programme: ProgrammeSchema,
  asOf: DateSchema,
  options: z.optional(RollOptionsSchema),
});

/** What does not fit together, beside the shapes. */
function checkTogether(
  request: Request,
  { programme, asOf, options }: z.output<typeof GivenSchema>,
): readonly Issue[] {
  const issues = new IssueList();
  checkBookings(request, programme, issues);
  if (asOf < request.asOf)
    issues.add(
      ['asOf'],
      'date-order',
      (place) => `Put ${place} on or after request.asOf, ${request.asOf}; it is ${asOf}.`,
    );
  const learners = new Map(programme.bookings.map((booking) => [booking.id, new Set(booking.learners)]));
  const unknown = (what: string, id: string, ...path: Path): void =>
    issues.add(
      path,
      'unknown-reference',
      (place) => `Change ${place}: there is no ${what} with the id ${quoted(id)}.`,
    );
  options?.undone?.forEach((id, index) => {
    if (!learners.has(id)) unknown('booking in the programme', id, 'options', 'undone', index);
  });
  const seen = new Set<string>();
  options?.missed?.forEach(({ booking, staff }, index) => {
    const at = ['options', 'missed', index] as const;
    const known = learners.get(booking);
    if (known === undefined) unknown('booking in the programme', booking, ...at, 'booking');
    if (seen.has(booking))
      issues.add(
        [...at, 'booking'],
        'duplicate-id',
        (place) => `Remove ${place}: ${quoted(booking)} is listed already.`,
      );
    seen.add(booking);
    staff.forEach((id, position) => {
      if (known?.has(id) === false) unknown('learner of the booking', id, ...at, 'staff', position);
    });
  });
  const variants = checkVariants(options?.variants ?? []);
  return [
    ...issues.sorted(),
    ...(variants.status === 'valid'
      ? []
      : variants.issues.map((issue) => ({ ...issue, path: ['options', 'variants', ...issue.path] }))),
  ];
}

/**
 * Carries on: from a request, its programme and a later day to the request for what comes next. What is done becomes
 * records, the window moves on by whole years (or, while it lasts, is cut to what is left of it), the needs of the rules are derived
 * anew, so that what will lapse is asked for in time, and money, time, pins and cover are carried along. What was taken for
 * granted is told in `assumptions`. Anything may be passed; it never throws and alters nothing.
 *
 * @param asOf the day from which to go on, ISO date, not before the request's. A booking is done when the day by which
 * it was to be completed is before it.
 * @returns `rolled`, with a request that `buildProgramme` accepts; or `invalid` with all `issues`.
 * @example
 * const next = rollForward(request, programme, '2026-09-01');
 * if (next.status === 'rolled') next.request.window; // => { from: '2026-09-01', to: '2027-08-31' }
 */
export function rollForward(
  request: RequestInput,
  programme: ProgrammeInput,
  asOf: string,
  options?: RollForwardOptions,
): RollForwardResult {
  const asked = readRequest(request);
  const given = readNamed(GivenSchema, { programme, asOf, options });
  if (!asked.ok || !given.ok)
    return {
      status: 'invalid',
      issues: [...(asked.ok ? [] : asked.issues), ...(given.ok ? [] : given.issues)],
    };
  const issues = checkTogether(asked.value, given.value);
  if (issues.length > 0) return { status: 'invalid', issues };
  return rolled(asked.value, given.value.programme, given.value.asOf, given.value.options ?? {});
}

const rolled = (
  request: Request,
  programme: Programme,
  asOf: IsoDate,
  options: RollOptions,
): RollForwardResult => nextRequest(request, programme, asOf, options);
