import type { RequestInput } from '../domain/request.js';
import type { PeopleSelectorInput } from '../domain/selector.js';
import { addMonths, dayNumber } from '../internal/calendar.js';

/** A person as a caller writes one. */
export type StaffMemberInput = RequestInput['staff'][number];

/** The highest qualification awarded by a day and not still studied for; 0 for none. One without a date counts as awarded. */
export function levelOn({ qualifications = [] }: StaffMemberInput, date: string): number {
  let level = 0;
  for (const { level: held, studying, awardedOn } of qualifications) {
    if (studying !== true && (awardedOn === undefined || awardedOn <= date)) level = Math.max(level, held);
  }
  return level;
}

const oneOf = (
  wanted: readonly string[] | undefined,
): ((has: readonly (string | undefined)[]) => boolean) => {
  if (wanted === undefined) return () => true;
  const values: ReadonlySet<string | undefined> = new Set(wanted);
  return (has) => has.some((value) => value !== undefined && values.has(value));
};

/** A test whether the selector matches a person on a day: each key given, by any of its values. */
export function selectedBy(
  selector: PeopleSelectorInput,
  date: string,
): (person: StaffMemberInput) => boolean {
  const { minLevel } = selector;
  const staff = oneOf(selector.staff);
  const roles = oneOf(selector.roles);
  const sites = oneOf(selector.sites);
  const ageBands = oneOf(selector.ageBands);
  const not = selector.not === undefined ? undefined : selectedBy(selector.not, date);
  return (person) =>
    staff([person.id]) &&
    roles(person.roles) &&
    sites([person.site]) &&
    ageBands(person.ageBands ?? []) &&
    (minLevel === undefined || levelOn(person, date) >= minLevel) &&
    not?.(person) !== true;
}

/** What has to be held, and how old, in months, it may be. */
export interface Held {
  readonly area: string;
  readonly depth: number;
  readonly maxAgeMonths?: number | undefined;
}

/** Whether the person's records hold it on a day: a day number. */
export const holdsOn = (
  { records = [] }: Pick<StaffMemberInput, 'records'>,
  held: Held,
  day: number,
): boolean =>
  records.some(({ area, depth, completedOn, expiresOn }) => {
    const completed = dayNumber(completedOn) ?? Infinity;
    const expires = expiresOn === undefined ? Infinity : (dayNumber(expiresOn) ?? -Infinity);
    return (
      area === held.area &&
      depth >= held.depth &&
      completed <= day &&
      day < expires &&
      (held.maxAgeMonths === undefined || day <= addMonths(completed, held.maxAgeMonths))
    );
  });
