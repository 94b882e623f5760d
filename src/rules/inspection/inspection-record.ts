import * as z from 'zod/mini';
import { AreaSchema } from '../../domain/area.js';
import { NeedSchema } from '../../domain/need.js';
import { PolicySchema } from '../../domain/policy.js';
import { FindingSchema } from '../../domain/questionnaire.js';
import type { RequestInput } from '../../domain/request.js';
import { type ProviderKind, ProviderKindSchema } from '../../domain/setting.js';
import { StaffMemberSchema } from '../../domain/staff-member.js';
import { DateSchema, LIMITS, TextSchema, listOf } from '../../domain/units.js';
import type { AreaInput } from '../area-index.js';
import type { StaffMemberInput } from '../people.js';
import type { InspectionSchemeId } from './scheme.js';

const SCHEME_IDS = [
  'report-card-2025',
  'eif-2019',
  'cif-2015',
  'sef-2009',
  'sef-2008',
] as const satisfies readonly InspectionSchemeId[];

const schemas = /* @__PURE__ */ (() => {
  const { about, who, depth, by } = FindingSchema.shape;
  const Statement = z.strictObject({
    /** What it is about: an area's id, an alias, a known phrase or a head of any scheme, 1 to 2,000 characters; anything else is handed back as unmatched. */
    about,
    /** The day by which it must or should be done, on or after the inspection; by default the window's last day. */
    by,
    /** The report's own words, kept with the need; text up to 2,000 characters. Without it, those of `about`. */
    quote: z.optional(TextSchema),
    /** Whom it concerns; everybody by default. */
    who,
    /** How many of them must learn it: `everyone`, by default, or at least so many and `spare` more. A finding cannot say it. */
    count: z.optional(NeedSchema.shape.count),
    /** 1 awareness, 2 practice, 3 expertise, 4 leading others; by default what the law asks of the area, or else 2; 1 for a head. */
    depth,
  });
  const Judged = z.strictObject({
    /** A head of the scheme: its short name, title or another way to write that; or what the scheme calls its overall grade; text up to 2,000 characters. */
    head: TextSchema,
    /** A grade of the scheme, or for the head of safeguarding its judgement; text up to 2,000 characters. */
    grade: TextSchema,
  });
  const Inspection = z.strictObject({
    /** The scheme of the report; by default that by which inspectors judged on the day. */
    scheme: z.optional(z.enum(SCHEME_IDS)),
    /** The day of the inspection. */
    on: DateSchema,
    /** The grade of each head, up to 2,000; no head twice. */
    grades: z.optional(listOf(Judged)),
    /** The judgement of safeguarding, in the scheme's words. */
    safeguarding: z.optional(z.enum(['met', 'not-met', 'effective', 'not-effective'])),
    /** Welfare requirements notices, up to 2,000. */
    notices: z.optional(listOf(Statement)),
    /** What the setting must do, up to 2,000. */
    actions: z.optional(listOf(Statement)),
    /** What the setting should do to improve further, up to 2,000. */
    recommendations: z.optional(listOf(Statement)),
    /** Priorities of the setting's own evaluation, up to 2,000. */
    selfEvaluation: z.optional(listOf(Statement)),
    /** What the setting would like beside, up to 2,000. */
    aspirations: z.optional(listOf(Statement)),
  });
  // what each means is said in InspectionOptions
  const Options = z.strictObject({
    areas: z.optional(listOf(AreaSchema)),
    providerKind: z.optional(ProviderKindSchema),
    window: z.optional(z.strictObject({ from: DateSchema, to: DateSchema })),
    staff: z.optional(listOf(StaffMemberSchema, LIMITS.people)),
    policy: z.optional(PolicySchema),
  });
  return {
    Statement,
    Inspection,
    Passed: z.strictObject({ inspection: Inspection, options: z.optional(Options) }),
  };
})();

/** A report of an inspection and the self-evaluation beside it; what `areasFromInspection` takes. */
export const InspectionSchema = /* @__PURE__ */ (() => schemas.Inspection)();
/** The same together with the options. */
export const PassedSchema = /* @__PURE__ */ (() => schemas.Passed)();

export type Inspection = z.output<typeof schemas.Inspection>;
/** An inspection as a caller writes one. */
export type InspectionInput = z.input<typeof schemas.Inspection>;
/** A notice, action, recommendation, priority or aspiration. */
export type InspectionStatement = z.output<typeof schemas.Statement>;
export type Passed = z.output<typeof schemas.Passed>;
export type PassedOptions = NonNullable<Passed['options']>;

/** Parts of the request to come, under the same names, that the needs should fit. */
export interface InspectionOptions {
  /** Areas beside the taxonomy's, or more names for those; up to 2,000. */
  readonly areas?: readonly AreaInput[] | undefined;
  /** The kind of provider, whose rules give depths; `group` by default. */
  readonly providerKind?: ProviderKind | undefined;
  /** First and last day, both ISO dates and included, `to` on or after `from`: dates outside it are pointed out. */
  readonly window?: { readonly from: string; readonly to: string } | undefined;
  /** The team, up to 5,000 people: ids in `who` are looked up, and who concerns nobody is pointed out. */
  readonly staff?: readonly StaffMemberInput[] | undefined;
  /** The policy by whose weights the needs are weighed; by default the library's. */
  readonly policy?: RequestInput['policy'];
}
