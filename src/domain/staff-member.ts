import * as z from 'zod/mini';
import { AgeBandSchema } from './selector.js';
import {
  AreaIdSchema,
  DateSchema,
  DepthSchema,
  EntitlementIdSchema,
  ItemIdSchema,
  LevelSchema,
  MinutesSchema,
  RoleSchema,
  SiteIdSchema,
  StaffIdSchema,
  TermIdSchema,
  TextSchema,
  listOf,
} from './units.js';

/** The roles the library publishes. A role is any kebab-case id; these are the ones its rules speak of. */
export const ROLES = [
  'manager',
  'deputy-manager',
  'designated-safeguarding-lead',
  'deputy-safeguarding-lead',
  'senco',
  'room-leader',
  'practitioner',
  'key-person',
  'teacher',
  'apprentice',
  'student',
  'volunteer',
  'food-handler',
  'childminder',
  'childminder-assistant',
  'administrator',
  'committee-member',
] as const;

/** What a person was awarded, or is studying for. The level held is not always the level counted in ratios. */
export const QualificationSchema = z.strictObject({
  /** Its level, 0 (none or entry) to 8. */
  level: LevelSchema,
  /** What it is called; text up to 2,000 characters. It changes nothing. */
  title: z.optional(TextSchema),
  /** Whether the Department for Education lists it as full and relevant. */
  fullAndRelevant: z.optional(z.boolean()),
  /** Qualified teacher status, early years teacher status or early years professional status. */
  status: z.optional(z.enum(['qts', 'eyts', 'eyps'])),
  /** Not awarded yet: it does not count towards the person's level. */
  studying: z.optional(z.boolean()),
  /** Day the studying began. */
  startedOn: z.optional(DateSchema),
  /** Day it was awarded; without one it counts as awarded, unless `studying`. */
  awardedOn: z.optional(DateSchema),
  /** Where it was awarded, such as `england` or `scotland`; text up to 2,000 characters. */
  where: z.optional(TextSchema),
});
export type Qualification = z.output<typeof QualificationSchema>;

/** An area at a depth, completed on a date. */
export const TrainingRecordSchema = z.strictObject({
  /** What was learnt: an area of the taxonomy or of the request's `areas`. */
  area: AreaIdSchema,
  /** 1 awareness, 2 practice, 3 expertise, 4 leading others. */
  depth: DepthSchema,
  /** Day the training was completed. */
  completedOn: DateSchema,
  /** The first day on which it no longer holds; without it, it does not expire. */
  expiresOn: z.optional(DateSchema),
  /** The item that gave it; it need not be in today's catalogue. */
  item: z.optional(ItemIdSchema),
});
export type TrainingRecord = z.output<typeof TrainingRecordSchema>;

const timeKeys = {
  /** Minutes the setting can release the person for, in open hours or out of them, 0 to 100,000. */
  releaseMinutes: z.optional(MinutesSchema),
  /** Minutes the person gives outside working hours, 0 to 100,000. Sessions in open hours cannot use them. */
  ownMinutes: z.optional(MinutesSchema),
};

/** A person on the team. A pseudonymous id is enough. */
export const StaffMemberSchema = z.strictObject({
  /** Unique in the request; 1 to 128 characters. A pseudonym will do. */
  id: StaffIdSchema,
  /** For people to read; text up to 2,000 characters. It changes nothing. */
  name: z.optional(TextSchema),
  /** What the person does, in kebab-case, up to 2,000; the published roles are in `ROLES`, others are welcome. */
  roles: listOf(RoleSchema),
  /** What the person was awarded or is studying for, up to 2,000. */
  qualifications: z.optional(listOf(QualificationSchema)),
  /** What the person has been trained in, up to 2,000. */
  records: z.optional(listOf(TrainingRecordSchema)),
  /** What the person has in their own right, beside the setting's; up to 2,000. */
  entitlements: z.optional(listOf(EntitlementIdSchema)),
  /** Day the person began to work at the setting; training due from then is reckoned from it. */
  startedOn: z.optional(DateSchema),
  /** The setting's site the person works at. */
  site: z.optional(SiteIdSchema),
  /** The ages the person works with; up to 2,000. */
  ageBands: z.optional(listOf(AgeBandSchema)),
  /** Whether the person has a level 2 qualification in English. */
  level2English: z.optional(z.boolean()),
  /** Whether the person has a level 2 qualification in mathematics. */
  level2Maths: z.optional(z.boolean()),
  /** The time there is for training, in the whole window and, under `terms`, in each term; all of them bind. A number not given does not bind. */
  time: z.optional(
    z.strictObject({
      ...timeKeys,
      /** The same for a term, by the term's id. */
      terms: z.optional(z.record(TermIdSchema, z.strictObject(timeKeys))),
    }),
  ),
  /** Whole days on which the person attends no session; up to 2,000 stretches. */
  away: z.optional(
    listOf(
      z.strictObject({
        /** First day, included. */
        from: DateSchema,
        /** Last day, included. */
        to: DateSchema,
      }),
    ),
  ),
});
export type StaffMember = z.output<typeof StaffMemberSchema>;
