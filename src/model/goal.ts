import { isMust, weightOf } from '../domain/need-weights.js';
import type { Need } from '../domain/need.js';
import type { Request } from '../domain/request.js';
import type { StaffMember } from '../domain/staff-member.js';
import { sortedById } from '../internal/order.js';
import type { Pace, Steps } from '../internal/steps.js';
import { holdsByRecord, testOf } from './days.js';
import { ENTRY } from './operations.js';
import { levelOn, selectsPerson } from './people.js';

/** A person on the team, with the level that selectors and audiences compare. */
export interface Person {
  readonly member: StaffMember;
  readonly level: number;
}

/** A need resolved: whom it selects, when it is tested, what it is worth. */
export interface Goal {
  readonly need: Need;
  readonly must: boolean;
  readonly weight: number;
  /** The day number of the test. */
  readonly testDay: number;
  readonly overdue: boolean;
  readonly target: number;
  /** Those selected, as positions in the team; of them who hold it by records alone and who do not, in order. */
  readonly selected: ReadonlySet<number>;
  readonly met: readonly number[];
  readonly open: readonly number[];
}

/** The team in the order of their ids. */
export const teamOf = (request: Request): Person[] =>
  sortedById(request.staff).map((member) => ({ member, level: levelOn(member, request.asOf) }));

/** The needs in the order of their ids. */
export function* goalsOf(request: Request, team: readonly Person[], pace: Pace): Steps<Goal[]> {
  const goals: Goal[] = [];
  for (const need of sortedById(request.needs)) {
    const { day, overdue } = testOf(need, request.window);
    const met: number[] = [];
    const open: number[] = [];
    const selects = selectsPerson(need.who);
    team.forEach(({ member, level }, position) => {
      if (selects(member, level)) (holdsByRecord(member, need, day) ? met : open).push(position);
    });
    goals.push({
      need,
      must: isMust(need, request.policy),
      weight: weightOf(need, request.policy),
      testDay: day,
      overdue,
      target:
        need.count === 'everyone' ? met.length + open.length : need.count.atLeast + (need.count.spare ?? 0),
      selected: new Set([...met, ...open]),
      met,
      open,
    });
    if (pace.ends(5 * ENTRY * team.length)) yield pace.operations;
  }
  return goals;
}
