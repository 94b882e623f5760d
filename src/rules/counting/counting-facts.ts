import * as z from 'zod/mini';
import { QualificationSchema, StaffMemberSchema } from '../../domain/staff-member.js';
import { DateSchema, listOf } from '../../domain/units.js';
import { dayRange } from './day-range.js';

const DAY_OR_MONTH = 'a date, YYYY-MM-DD, or a month, YYYY-MM, where the day is not known';
const REAL = { error: 'a day or month that exists in the calendar', params: { code: 'not-a-date' } };
const OLDEST = 150;

const dayOrMonth = () =>
  z.string().check(
    z.regex(/^\d{4}-\d{2}(?:-\d{2})?$/, { error: DAY_OR_MONTH }),
    z.refine((text) => dayRange(text) !== undefined, REAL),
  );

/** What of a person decides at which level they count: a `StaffMember` will do, whose dates may be months. */
export const CountingFactsSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    ...StaffMemberSchema.shape,
    /** Names the person; 1 to 128 characters. It changes nothing. */
    id: z.optional(StaffMemberSchema.shape.id),
    /** What the person does, in kebab-case, up to 2,000; without them, an ordinary member of staff. */
    roles: z.optional(StaffMemberSchema.shape.roles),
    /** What the person was awarded or is studying for, up to 2,000; without them, nothing. */
    qualifications: z.optional(
      listOf(
        z.strictObject({
          ...QualificationSchema.shape,
          /** Day the studying began, or the month where the day is not known. */
          startedOn: z.optional(dayOrMonth()),
          /** Day it was awarded, or the month where the day is not known; without one it counts as awarded, some day or other, unless `studying`. */
          awardedOn: z.optional(dayOrMonth()),
        }),
      ),
    ),
    /** Day the person began to work at the setting, or the month where the day is not known. */
    startedOn: z.optional(dayOrMonth()),
  }))();

/** What of a person decides at which level they count: a `StaffMember` will do, whose dates may be months, `YYYY-MM`. */
export type CountingFacts = z.input<typeof CountingFactsSchema>;

/** What no field of a person says. What is left out is not known, and is asked when the answer turns on it. */
export const CountingAnswersSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    /** Whether the experience-based route to level 3 has been completed. */
    experienceBasedRoute: z.optional(z.boolean()),
    /** Of a student, apprentice, volunteer or trainee: whether the manager is satisfied that they are competent and responsible. */
    competent: z.optional(z.boolean()),
    /** Whether the qualifications that are not full and relevant, begun from 1 September 2014 to 31 August 2019, are about the early years and appropriate to practice. */
    appropriate: z.optional(z.boolean()),
    /** Whether the qualifications awarded outside England were found to be equivalent to full and relevant ones of their level. */
    equivalent: z.optional(z.boolean()),
    /** Age in whole years on the day asked about, 0 to 150. */
    age: z.optional(z.int().check(z.minimum(0), z.maximum(OLDEST))),
  }))();

/** What no field of a person says, for {@link countedLevel}. */
export type CountingAnswers = z.input<typeof CountingAnswersSchema>;

/** All that is asked about: who, when, and what was answered before. */
export const CountingQuerySchema = /* @__PURE__ */ (() =>
  z.strictObject({
    /** The person. */
    person: CountingFactsSchema,
    /** The day, 1 September 2014 or later. */
    on: DateSchema,
    /** What was answered to questions before. */
    answers: z.optional(CountingAnswersSchema),
  }))();
