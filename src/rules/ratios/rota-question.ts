import * as z from 'zod/mini';
import { AgeBandSchema } from '../../domain/selector.js';
import { SettingSchema } from '../../domain/setting.js';
import { StaffMemberSchema } from '../../domain/staff-member.js';
import { DateTimeSchema, LIMITS, StaffIdSchema, listOf } from '../../domain/units.js';
import { CountingAnswersSchema } from '../counting/counting-facts.js';
import { ChildrenListSchema, RotaSchema } from './rota.js';

/** What cover is derived from. */
export const RotaQuestionSchema = /* @__PURE__ */ (() =>
  z.strictObject({
    /** The provider, as in a request. */
    setting: SettingSchema,
    /** The team, as in a request; up to 5,000 people. */
    staff: z.array(StaffMemberSchema).check(z.maxLength(LIMITS.people)),
    /** Who works when and where. */
    rota: RotaSchema,
    /** The children expected; up to 20,000 stretches of time. */
    children: ChildrenListSchema,
    /** What `countedLevel` asks about people and no field of theirs says, by their ids. */
    answers: z.optional(z.record(StaffIdSchema, CountingAnswersSchema)),
    /**
     * The most children of an age that the setting itself allows to one member of staff, 1 to 20,000: used where it is
     * stricter than the rule, or where the rule states no figure.
     */
    ratios: z.optional(z.partialRecord(AgeBandSchema, z.int().check(z.minimum(1), z.maximum(LIMITS.ids)))),
    /** Only what overlaps one of these stretches of time is looked at, such as the blocks of sessions; without it, all. Up to 20,000. */
    during: z.optional(
      listOf(
        z.strictObject({
          /** Local time, YYYY-MM-DDTHH:MM, at which it begins. */
          starts: DateTimeSchema,
          /** Local time, YYYY-MM-DDTHH:MM, at which it is over; after `starts`. */
          ends: DateTimeSchema,
        }),
        LIMITS.ids,
      ),
    ),
  }))();
/** The question as it has been read. */
export type RotaQuestion = z.output<typeof RotaQuestionSchema>;
/** The question as a caller writes it. */
export type RotaQuestionInput = z.input<typeof RotaQuestionSchema>;
