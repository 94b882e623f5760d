import { canonicalJson } from '../certificate/canonical-json.js';
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

/** The people whom a need selects, as positions in the team, in order. */
interface Selection {
  readonly people: readonly number[];
  readonly set: ReadonlySet<number>;
}

function selectionOf({ who }: Need, team: readonly Person[]): Selection {
  const selects = selectsPerson(who);
  const people = [...team.keys()].filter((position) => {
    const { member, level } = team[position]!;
    return selects(member, level);
  });
  return { people, set: new Set(people) };
}

function without(people: readonly number[], some: readonly number[]): number[] {
  const left = new Set(some);
  return people.filter((position) => !left.has(position));
}

/** The needs in the order of their ids. */
export function* goalsOf(request: Request, team: readonly Person[], pace: Pace): Steps<Goal[]> {
  const goals: Goal[] = [];
  const selections = new Map<string, Selection>();
  for (const need of sortedById(request.needs)) {
    const { day, overdue } = testOf(need, request.window);
    const who = canonicalJson(need.who);
    // Thousands of needs may select the same thousands of people: that is kept once.
    const selection = selections.get(who) ?? selectionOf(need, team);
    selections.set(who, selection);
    const met = selection.people.filter((position) => holdsByRecord(team[position]!.member, need, day));
    const open = met.length === 0 ? selection.people : without(selection.people, met);
    goals.push({
      need,
      must: isMust(need, request.policy),
      weight: weightOf(need, request.policy),
      testDay: day,
      overdue,
      target:
        need.count === 'everyone' ? met.length + open.length : need.count.atLeast + (need.count.spare ?? 0),
      selected: selection.set,
      met,
      open,
    });
    if (pace.ends(5 * ENTRY * team.length)) yield pace.operations;
  }
  return goals;
}
