import * as z from 'zod/mini';
import { IssueList } from '../domain/checking/issue-list.js';
import { quoted } from '../domain/checking/wording.js';
import { type Programme, ProgrammeSchema } from '../domain/programme.js';
import type { Request, RequestInput } from '../domain/request.js';
import { LIMITS, StaffIdSchema, type StaffId, TextSchema, listOf } from '../domain/units.js';
import { compareIds, sortedById } from '../internal/order.js';
import { present } from '../internal/invariant.js';
import { dateOf } from './booking-records.js';
import { areaColumns } from './matrix-areas.js';
import { learningOf } from './learning.js';
import { dayNumbers } from './matrix-cell.js';
import { columnOf, type RuleDoubts } from './matrix-columns.js';
import { countsOf, type MatrixRow, type TrainingMatrixResult } from './matrix.js';
import { checkBookings, readNamed, readRequest } from './read-inputs.js';

/** A programme as a caller passes one: what was built, or that read back from JSON. */
export type ProgrammeInput = z.input<typeof ProgrammeSchema>;

const DEFAULT_LEAD_DAYS = 90;
const LAST_DAY = '9999-12-31';

const MatrixOptionsSchema = z.strictObject({
  /** How many days ahead counts as soon: what lapses by then is `expiring`. 0 to 3,660; 90 by default. */
  leadDays: z.optional(z.int().check(z.minimum(0), z.maximum(3660))),
  /** The `questions` of `needsFromRules`, up to 2,000: of whom it could not be told whether a rule speaks of them. Their cells are `unknown`. */
  questions: z.optional(
    listOf(
      z.strictObject({
        /** The rule's id, as in the basis of its needs; text up to 2,000 characters. */
        rule: TextSchema,
        /** The people it is about, up to 20,000. */
        staff: listOf(StaffIdSchema, LIMITS.ids),
        /** What to give of each; text up to 2,000 characters. It changes nothing. */
        give: z.optional(TextSchema),
        /** What to tell; text up to 2,000 characters. */
        message: TextSchema,
      }),
    ),
  ),
});

/** How a matrix is made. */
export interface TrainingMatrixOptions {
  /** How many days ahead counts as soon: what lapses by then is `expiring`. 0 to 3,660; 90 by default. */
  readonly leadDays?: number | undefined;
  /** The `questions` of `needsFromRules`: their cells are `unknown`. */
  readonly questions?: readonly MatrixQuestion[] | undefined;
}

/** A question of the rules: of whom it cannot be told whether a rule speaks of them, and what to tell. */
export interface MatrixQuestion {
  readonly rule: string;
  readonly staff: readonly string[];
  readonly give?: string | undefined;
  readonly message: string;
}

const GivenSchema = z.strictObject({
  programme: z.optional(ProgrammeSchema),
  options: z.optional(MatrixOptionsSchema),
});

/**
 * Who stands where: people by requirements (the request's needs) and by development areas, on the request's `asOf`, and
 * with a programme, what it changes. Anything may be passed; it never throws and alters nothing.
 *
 * Of a requirement a person is
 * - `held`: holds it from `asOf` through the day it is tested, and for `leadDays` more than today;
 * - `expiring`: holds it on `asOf`, but it lapses within `leadDays` or by the day it is tested;
 * - `expired`: held it once, and no longer does on `asOf`;
 * - `needed`: never held it;
 * - `planned`: one of the first three of these four is not `held`, and a booking of the programme meets it (`byRecords` keeps the state without);
 * - `not-applicable`: the need does not select them, or asks for a number of people that is made up without them;
 * - `unknown`: it cannot be told, and `because` says why and what to give.
 *
 * @returns `matrix`, in an order that depends on ids alone; or `invalid` with all `issues`.
 * @example
 * const matrix = trainingMatrix(request, programme);
 * if (matrix.status === 'matrix')
 *   for (const { staff, counts } of matrix.rows) report(staff, counts.needed + counts.expired);
 */
export function trainingMatrix(
  request: RequestInput,
  programme?: ProgrammeInput,
  options?: TrainingMatrixOptions,
): TrainingMatrixResult {
  const asked = readRequest(request);
  const given = readNamed(GivenSchema, { programme, options });
  if (!asked.ok || !given.ok)
    return {
      status: 'invalid',
      issues: [...(asked.ok ? [] : asked.issues), ...(given.ok ? [] : given.issues)],
    };
  const issues = new IssueList();
  if (given.value.programme !== undefined) checkBookings(asked.value, given.value.programme, issues);
  checkQuestions(asked.value, given.value.options, issues);
  if (!issues.empty) return { status: 'invalid', issues: issues.sorted() };
  return matrixOf(asked.value, given.value.programme, given.value.options ?? {});
}

function checkQuestions(
  { staff }: Request,
  options: z.output<typeof MatrixOptionsSchema> | undefined,
  issues: IssueList,
): void {
  const known = new Set(staff.map(({ id }) => id));
  options?.questions?.forEach((question, index) =>
    question.staff.forEach((id, position) => {
      if (known.has(id)) return;
      issues.add(
        ['options', 'questions', index, 'staff', position],
        'unknown-reference',
        (place) => `Change ${place}: there is no person in request.staff with the id ${quoted(id)}.`,
      );
    }),
  );
}

/** By rule, whom it is not known to speak of, and what to tell; of two questions about the same, the first by its words. */
function doubtsOf(questions: NonNullable<z.output<typeof MatrixOptionsSchema>['questions']>): RuleDoubts {
  const doubts = new Map<string, Map<StaffId, string>>();
  for (const { rule, staff, message } of [...questions].sort((a, b) => compareIds(b.message, a.message))) {
    const ofRule = doubts.get(rule) ?? new Map<StaffId, string>();
    doubts.set(rule, ofRule);
    for (const id of staff) ofRule.set(id, message);
  }
  return doubts;
}

function matrixOf(
  request: Request,
  programme: Programme | undefined,
  { leadDays = DEFAULT_LEAD_DAYS, questions = [] }: z.output<typeof MatrixOptionsSchema>,
): TrainingMatrixResult {
  const days = dayNumbers(request.asOf, leadDays);
  const staff = sortedById(request.staff);
  const facts = {
    request,
    days,
    staff,
    learning: learningOf(request, programme),
    doubts: doubtsOf(questions),
  };
  const columns = sortedById(request.needs).map((need) => columnOf(need, facts));
  const areas = areaColumns(facts, columns);
  const rows = staff.map(({ id }, k): MatrixRow => {
    const requirements = columns.map(({ cells }) => present(cells[k], 'A cell'));
    return {
      staff: id,
      requirements,
      areas: areas.map(({ cells }) => present(cells[k], 'A cell of an area')),
      counts: countsOf(requirements.map(({ state }) => state)),
    };
  });
  return {
    status: 'matrix',
    asOf: request.asOf,
    soonUntil: dateOf(days.soonUntil) ?? (LAST_DAY as typeof request.asOf),
    requirements: columns.map(({ requirement }) => requirement),
    areas: areas.map(({ area }) => area),
    rows,
    counts: countsOf(columns.flatMap(({ cells }) => cells.map(({ state }) => state))),
  };
}
