import type { Need } from '../../domain/need.js';
import type { Request } from '../../domain/request.js';
import { sortedById } from '../../internal/order.js';
import { holdsOn, selectedBy } from '../../rules/people.js';
import { dayOf } from '../booking-records.js';

/** Needs carried on, and what is said of those that are not, and of those that are overdue now. */
export interface CarriedNeeds {
  readonly needs: readonly Need[];
  readonly dropped: readonly string[];
}

/** Whether a need came from the rules, so that it is derived anew. */
export const isOfRules = ({ id, basis }: Need): boolean => basis !== undefined && id.startsWith('rule-');

/** How many people hold what a need asks on a day, of those whom it selects; and how many should. */
function holdersOn(need: Need, day: number, { asOf, staff }: Pick<Request, 'asOf' | 'staff'>) {
  const selected = staff.filter(selectedBy(need.who, asOf));
  return {
    holders: selected.filter((person) => holdsOn(person, need, day)).length,
    target: need.count === 'everyone' ? selected.length : need.count.atLeast + (need.count.spare ?? 0),
  };
}

/**
 * The needs that did not come from rules, in the order of their ids. One whose day is past is dropped when it was met on
 * that day, or has been made good since; else it stays, overdue.
 */
export function needsAfter(needs: readonly Need[], now: Pick<Request, 'asOf' | 'staff'>): CarriedNeeds {
  const kept: Need[] = [];
  const dropped: string[] = [];
  for (const need of sortedById(needs)) {
    const { by } = need;
    const met = (date: string): boolean => {
      const { holders, target } = holdersOn(need, dayOf(date), now);
      return holders >= target;
    };
    if (by === undefined || by >= now.asOf) kept.push(need);
    else if (met(by)) dropped.push(`"${need.id}" was met on ${by}, its day: it is left out.`);
    else if (met(now.asOf)) dropped.push(`"${need.id}" was due on ${by} and is met by now: it is left out.`);
    else kept.push(need);
  }
  return { needs: kept, dropped };
}
