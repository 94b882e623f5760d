import type { TrainingRecord } from '../domain/staff-member.js';
import type { AreaId, Depth } from '../domain/units.js';
import { addMonths } from '../internal/calendar.js';
import { type Held, holdsOn } from '../rules/people.js';
import { dayOf } from './booking-records.js';

/** What is asked of a person: an area at a depth, perhaps no older than so many months. */
export interface Asked extends Held {
  readonly area: AreaId;
  readonly depth: Depth;
}

/** What a person's records say of something on a day. Days are day numbers. */
export interface Standing {
  /** `held` on the day, held once and `lapsed` by then, or `never` held by then. */
  readonly state: 'held' | 'lapsed' | 'never';
  /** Held: the first day on which it no longer is; absent when it does not lapse. Lapsed: the day on which it was first no longer held. */
  readonly lapses?: number | undefined;
  /** The record that it rests on, or rested on: of several the one that holds longest, then the latest. */
  readonly record?: TrainingRecord | undefined;
  /** A record of the same that is dated after the day, the earliest: it says that something has happened that has not. */
  readonly ahead?: TrainingRecord | undefined;
}

/** The day on which a record alone would first no longer hold. */
const endOf = ({ completedOn, expiresOn }: TrainingRecord, { maxAgeMonths }: Asked): number =>
  Math.min(
    expiresOn === undefined ? Infinity : dayOf(expiresOn),
    maxAgeMonths === undefined ? Infinity : addMonths(dayOf(completedOn), maxAgeMonths) + 1,
  );

const NEVER: Standing = { state: 'never' };

/** How records stand to what is asked, on a day. Records dated after it count for nothing but `ahead`. */
export function standingOn(records: readonly TrainingRecord[], asked: Asked, day: number): Standing {
  if (records.length === 0) return NEVER;
  const about = records.filter(({ area, depth }) => area === asked.area && depth >= asked.depth);
  const past = about.filter(({ completedOn }) => dayOf(completedOn) <= day);
  const ahead = earliest(about.filter(({ completedOn }) => dayOf(completedOn) > day));
  const holds = (one: TrainingRecord, on: number): boolean => holdsOn({ records: [one] }, asked, on);
  // a record that had expired before it was completed never held
  const once = past.filter((one) => holds(one, dayOf(one.completedOn)));
  const now = once.filter((one) => holds(one, day));
  const record = longest(now.length > 0 ? now : once, asked);
  if (record === undefined) return { state: 'never', ahead };
  const end = endOf(record, asked);
  return {
    state: now.length > 0 ? 'held' : 'lapsed',
    lapses: end === Infinity ? undefined : end,
    record,
    ahead,
  };
}

function longest(records: readonly TrainingRecord[], asked: Asked): TrainingRecord | undefined {
  let best: TrainingRecord | undefined;
  for (const record of records) {
    if (best === undefined) best = record;
    else {
      const [end, bestEnd] = [endOf(record, asked), endOf(best, asked)];
      if (end > bestEnd || (end === bestEnd && record.completedOn > best.completedOn)) best = record;
    }
  }
  return best;
}

const earliest = (records: readonly TrainingRecord[]): TrainingRecord | undefined =>
  records.reduce<TrainingRecord | undefined>(
    (first, record) => (first === undefined || record.completedOn < first.completedOn ? record : first),
    undefined,
  );
