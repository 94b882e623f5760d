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
  /** 0 to 8. */
  level: LevelSchema,
  title: z.optional(TextSchema),
  /** Whether the Department for Education lists it as full and relevant. */
  fullAndRelevant: z.optional(z.boolean()),
  /** Qualified teacher status, early years teacher status or early years professional status. */
  status: z.optional(z.enum(['qts', 'eyts', 'eyps'])),
  /** Not awarded yet: it does not count towards the person's level. */
  studying: z.optional(z.boolean()),
  startedOn: z.optional(DateSchema),
  /** Without a date it counts as awarded, unless `studying`. */
  awardedOn: z.optional(DateSchema),
  /** Where it was awarded, such as `england` or `scotland`. */
  where: z.optional(TextSchema),
});
export type Qualification = z.output<typeof QualificationSchema>;

/** An area at a depth, completed on a date. */
export const TrainingRecordSchema = z.strictObject({
  area: AreaIdSchema,
  depth: DepthSchema,
  completedOn: DateSchema,
  /** The first day on which it no longer holds. */
  expiresOn: z.optional(DateSchema),
  /** The item that gave it; it need not be in today's catalogue. */
  item: z.optional(ItemIdSchema),
});
export type TrainingRecord = z.output<typeof TrainingRecordSchema>;

const timeKeys = {
  /** Minutes the setting can release the person for, in open hours or out of them. */
  releaseMinutes: z.optional(MinutesSchema),
  /** Minutes the person gives outside working hours. Sessions in open hours cannot use them. */
  ownMinutes: z.optional(MinutesSchema),
};

/** A person on the team. A pseudonymous id is enough. */
export const StaffMemberSchema = z.strictObject({
  id: StaffIdSchema,
  /** For people to read; it changes nothing. */
  name: z.optional(TextSchema),
  roles: listOf(RoleSchema),
  qualifications: z.optional(listOf(QualificationSchema)),
  records: z.optional(listOf(TrainingRecordSchema)),
  /** What the person has in their own right, beside the setting's. */
  entitlements: z.optional(listOf(EntitlementIdSchema)),
  startedOn: z.optional(DateSchema),
  site: z.optional(SiteIdSchema),
  /** The ages the person works with. */
  ageBands: z.optional(listOf(AgeBandSchema)),
  level2English: z.optional(z.boolean()),
  level2Maths: z.optional(z.boolean()),
  /** The time there is for training, in the whole window and, under `terms`, in each term; all of them bind. A number not given does not bind. */
  time: z.optional(
    z.strictObject({ ...timeKeys, terms: z.optional(z.record(TermIdSchema, z.strictObject(timeKeys))) }),
  ),
  /** Whole days on which the person attends no session, both ends included. */
  away: z.optional(listOf(z.strictObject({ from: DateSchema, to: DateSchema }))),
});
export type StaffMember = z.output<typeof StaffMemberSchema>;
