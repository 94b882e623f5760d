import type { RequestInput } from '../../src/domain/request.js';
import { endOf, plusMonths, startOf } from './page-time.js';
import {
  type Item,
  type Need,
  type Person,
  type Prerequisite,
  type Slot,
  type Source,
  itemOf,
} from './page-words.js';

/*
 * Holding, learning, what must come first, and scoring.
 */

/** A need whose `by` is before the window is overdue. */
export const isOverdue = (request: RequestInput, need: Need): boolean =>
  need.by !== undefined && need.by < request.window.from;

/** Its `by` date, or else the window's last day; overdue, the window's last day. */
export const testDate = (request: RequestInput, need: Need): string =>
  need.by === undefined || isOverdue(request, need) ? request.window.to : need.by;

/** Whether the person's records hold what the need asks on the day it is tested. */
export function holdsByRecords(request: RequestInput, need: Need, person: Person): boolean {
  const day = testDate(request, need);
  return (person.records ?? []).some(
    (record) =>
      record.area === need.area &&
      record.depth >= need.depth &&
      record.completedOn <= day &&
      (record.expiresOn === undefined || day < record.expiresOn) &&
      (need.maxAgeMonths === undefined || day <= plusMonths(record.completedOn, need.maxAgeMonths)),
  );
}

/**
 * Whether a booking of the item meets the need for a learner whom it selects. A session completes on its last day, by
 * the test date; a self-paced booking starts by then and still holds when finished on its start day.
 */
export function meets(request: RequestInput, item: Item, slot: Slot, need: Need): boolean {
  const day = testDate(request, need);
  const completed = slot.endsOn ?? slot.startsOn;
  return item.teaches.some(
    (taught) =>
      taught.area === need.area &&
      taught.depth >= need.depth &&
      completed <= day &&
      (taught.validMonths === undefined || day < plusMonths(completed, taught.validMonths)) &&
      (need.maxAgeMonths === undefined || day <= plusMonths(completed, need.maxAgeMonths)),
  );
}

/** By the start day a record names the item, or records have ever held all that it teaches, expiry ignored. */
export function heldBefore(
  person: Person,
  id: string,
  required: Item | undefined,
  startsOn: string,
): boolean {
  const records = (person.records ?? []).filter((record) => record.completedOn <= startsOn);
  if (records.some((record) => record.item === id)) return true;
  return (
    required !== undefined &&
    required.teaches.every((taught) =>
      records.some((record) => record.area === taught.area && record.depth >= taught.depth),
    )
  );
}

/** Whether what is booked in `first` is finished, or started, early enough for what relies on it in `then`. */
export function comesFirst(first: Slot, then: Slot): boolean {
  // A session no later than the next one starts; before the day a self-paced booking starts.
  if (first.session !== undefined && first.endsOn !== undefined)
    return then.session === undefined
      ? first.endsOn < then.startsOn
      : endOf(first.session) <= startOf(then.session);
  // Self-paced: started by the day of a session that relies on it; or else in the same or an earlier term.
  if (then.session !== undefined) return first.startsOn <= then.startsOn;
  return first.term !== undefined && then.term !== undefined && first.term.from <= then.term.from;
}

/** Of one prerequisite, one of the items counts: by records, or booked by the same person to come first. */
export const prerequisiteHolds = (
  request: RequestInput,
  person: Person,
  slot: Slot,
  { anyOf }: Prerequisite,
  booked: readonly { readonly item: Item; readonly slot: Slot }[],
): boolean =>
  anyOf.some(
    (id) =>
      heldBefore(person, id, itemOf(request, id), slot.startsOn) ||
      booked.some((other) => other.item.id === id && comesFirst(other.slot, slot)),
  );

const DEFAULT_WEIGHTS: Record<Source, number> = {
  statutory: 1,
  'welfare-notice': 1,
  'inspection-action': 1,
  'inspection-recommendation': 8,
  'self-evaluation': 5,
  'local-authority': 5,
  appraisal: 4,
  'sector-focus': 2,
  aspiration: 1,
};

export const weightOf = (request: RequestInput, need: Need): number =>
  need.weight ?? request.policy?.weights?.[need.source] ?? DEFAULT_WEIGHTS[need.source];

export const isMust = (request: RequestInput, need: Need): boolean =>
  (request.policy?.must ?? ['statutory', 'welfare-notice', 'inspection-action']).includes(need.source);
