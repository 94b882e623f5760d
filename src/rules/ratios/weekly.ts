import * as z from 'zod/mini';
import { IssueList } from '../../domain/checking/issue-list.js';
import { readAs } from '../../domain/checking/read-as.js';
import { counted, type Path } from '../../domain/checking/wording.js';
import type { Issue } from '../../domain/issue.js';
import {
  DateSchema,
  LIMITS,
  SiteIdSchema,
  StaffIdSchema,
  TimeOfDaySchema,
  listOf,
} from '../../domain/units.js';
import { AgeBandSchema } from '../../domain/selector.js';
import { dayNumber, isoDate, weekdayOf } from '../../internal/calendar.js';
import { compareIds } from '../../internal/order.js';
import { type ChildrenInput, ExpectedSchema, type RotaInput } from './rota.js';

const hoursKeys = {
  /** Local time, HH:MM, at which it begins. */
  from: TimeOfDaySchema,
  /** Local time, HH:MM, at which it is over; after `from`. */
  to: TimeOfDaySchema,
};
const weeklyKeys = /* @__PURE__ */ (() => ({
  /** The days of the week it is on: 1 Monday to 7 Sunday; 1 to 7 of them. */
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
  ...hoursKeys,
  /** The setting's site. */
  site: z.optional(SiteIdSchema),
}))();
const daysKeys = {
  /** First day, included. */
  from: DateSchema,
  /** Last day, included. */
  to: DateSchema,
};

/** A week's pattern and the days on which it is repeated. */
const WeeklySchema = /* @__PURE__ */ (() =>
  z.strictObject({
    ...daysKeys,
    /** Whole days on which nobody works and no child comes, up to 2,000 stretches. */
    closed: z.optional(listOf(z.strictObject(daysKeys))),
    /** Who works in a week, up to 2,000 shifts. */
    shifts: z.optional(
      listOf(
        z.strictObject({
          /** Who works. */
          staff: StaffIdSchema,
          ...weeklyKeys,
          /** Stretches inside the shift in which the person is not there, up to 2,000; they do not overlap. */
          breaks: z.optional(listOf(z.strictObject(hoursKeys))),
          /** Not available to work directly with children. */
          notCounted: z.optional(z.boolean()),
        }),
      ),
    ),
    /** Which children come in a week, up to 2,000 stretches. */
    children: z.optional(
      listOf(
        z.strictObject({
          ...weeklyKeys,
          /** How many of each age. */
          expected: ExpectedSchema,
          /** Away from the premises, with staff of their own. */
          outing: z.optional(z.boolean()),
        }),
      ),
    ),
  }))();
/** A week's pattern as a caller writes it. */
export type WeeklyInput = z.input<typeof WeeklySchema>;
type Week = z.output<typeof WeeklySchema>;

/** `repeated`: the rota and the children of each day; `invalid`: what is wrong with what was passed, its shape first. */
export type WeeklyResult =
  | { readonly status: 'repeated'; readonly rota: RotaInput; readonly children: ChildrenInput }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** Ten years. */
const MOST_DAYS = 3653;

interface Span {
  readonly from: string;
  readonly to: string;
}

interface Times {
  readonly starts: string;
  readonly ends: string;
}

function inOrder({ from, to }: Span, path: Path, issues: IssueList, sameToo: boolean): void {
  if (from < to || (sameToo && from === to)) return;
  const after = sameToo ? 'on or after' : 'after';
  issues.add([...path, 'to'], 'date-order', (place) => `Put ${place} ${after} from, ${from}; it is ${to}.`);
}

function checkBreaks(shift: NonNullable<Week['shifts']>[number], path: Path, issues: IssueList): void {
  let before: string = shift.from;
  const breaks = (shift.breaks ?? []).map((span, index) => ({ ...span, at: [...path, 'breaks', index] }));
  for (const { from, to, at } of breaks.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    inOrder({ from, to }, at, issues, false);
    if (from < before || to > shift.to)
      issues.add(
        at,
        'overlap',
        (place) => `Move ${place}: breaks lie inside the shift, ${shift.from} to ${shift.to}, and apart.`,
      );
    if (to > before) before = to;
  }
}

/** What is left of a shift between its breaks. */
function parts({ from, to, breaks = [] }: NonNullable<Week['shifts']>[number]): Span[] {
  const sorted = [...breaks].sort((a, b) => (a.from < b.from ? -1 : 1));
  const starts = [from, ...sorted.map((span) => span.to)];
  const ends = [...sorted.map((span) => span.from), to];
  return starts
    .map((start, index) => ({ from: start, to: ends[index] ?? to }))
    .filter((span) => span.from < span.to);
}

function problems(week: Week): Issue[] {
  const issues = new IssueList();
  inOrder(week, [], issues, true);
  if ((dayNumber(week.to) ?? 0) - (dayNumber(week.from) ?? 0) > MOST_DAYS)
    issues.add(
      ['to'],
      'too-large',
      (place) => `Put ${place} no more than ten years after from, ${week.from}.`,
    );
  week.closed?.forEach((days, index) => inOrder(days, ['closed', index], issues, true));
  week.shifts?.forEach((shift, index) => {
    inOrder(shift, ['shifts', index], issues, false);
    checkBreaks(shift, ['shifts', index], issues);
  });
  week.children?.forEach((stretch, index) => inOrder(stretch, ['children', index], issues, false));
  return issues.sorted();
}

const inTime = (a: Times, b: Times): number => compareIds(a.starts, b.starts) || compareIds(a.ends, b.ends);

const tooMany = (key: string, most: number): WeeklyResult => ({
  status: 'invalid',
  issues: [
    {
      path: [key],
      code: 'too-large',
      message: `Repeat ${key} over fewer days: at most ${counted(most)} stretches may come of them.`,
    },
  ],
});

/**
 * Repeats a week's pattern over the days from `from` to `to`, both included, with the closed days left out: the rota and
 * the children that `coverFromRota` takes. A shift with breaks becomes several. It never throws; `invalid` lists all
 * issues of shape at once; once the shape is right, all of dates, times and breaks; and then that more than 20,000 shifts or
 * stretches of children would come of it.
 *
 * @example
 * const week = weekly({
 *   from: '2026-10-05',
 *   to: '2026-10-09',
 *   closed: [{ from: '2026-10-06', to: '2026-10-09' }],
 *   shifts: [{ staff: 'ada', weekdays: [1, 2], from: '08:00', to: '16:00', breaks: [{ from: '12:00', to: '12:30' }] }],
 * });
 * if (week.status === 'repeated') console.log(week.rota.shifts.map(({ ends }) => ends)); // => ['2026-10-05T12:00', '2026-10-05T16:00']
 */
export function weekly(given: WeeklyInput): WeeklyResult {
  const read = readAs(WeeklySchema, given);
  if (read.status === 'invalid') return read;
  const week = read.value;
  const wrong = problems(week);
  if (wrong.length > 0) return { status: 'invalid', issues: wrong };

  const shifts: RotaInput['shifts'] = [];
  const children: ChildrenInput = [];
  const last = dayNumber(week.to) ?? 0;
  for (let day = dayNumber(week.from) ?? 0; day <= last; day += 1) {
    const date = isoDate(day);
    if (week.closed?.some(({ from, to }) => from <= date && date <= to) === true) continue;
    const weekday = weekdayOf(day);
    const times = ({ from, to }: Span) => ({ starts: `${date}T${from}`, ends: `${date}T${to}` });
    for (const shift of week.shifts ?? []) {
      if (!shift.weekdays.includes(weekday)) continue;
      const { staff, site, notCounted } = shift;
      const more = { ...(site !== undefined && { site }), ...(notCounted !== undefined && { notCounted }) };
      for (const part of parts(shift)) shifts.push({ staff, ...times(part), ...more });
    }
    for (const stretch of week.children ?? []) {
      if (!stretch.weekdays.includes(weekday)) continue;
      const { expected, site, outing } = stretch;
      const more = { ...(site !== undefined && { site }), ...(outing !== undefined && { outing }) };
      const ages = AgeBandSchema.options.flatMap((band) => {
        const count = expected[band];
        return count === undefined ? [] : [[band, count] as const];
      });
      children.push({ ...times(stretch), ...more, expected: Object.fromEntries(ages) });
    }
    if (shifts.length > LIMITS.ids) return tooMany('shifts', LIMITS.ids);
    if (children.length > LIMITS.ids) return tooMany('children', LIMITS.ids);
  }
  shifts.sort((a, b) => inTime(a, b) || compareIds(a.staff, b.staff));
  // what is expected is told in the order of ages, so that alike is written alike
  const told = children.map((stretch) => ({ text: JSON.stringify(stretch), stretch }));
  told.sort((a, b) => inTime(a.stretch, b.stretch) || compareIds(a.text, b.text));
  return { status: 'repeated', rota: { shifts }, children: told.map(({ stretch }) => stretch) };
}
