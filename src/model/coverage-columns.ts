import type { Steps } from '../internal/steps.js';
import type { Facts } from './facts.js';
import { LOOK } from './operations.js';
import { columnsOf, type Group, placesAt, type PlacesBySlot } from './place.js';
import type { LinearForm, ProblemBuilder } from './problem.js';

/** What the needs still open can score, in musts and in the others. */
export interface CoverageForms {
  readonly must: LinearForm;
  readonly weighted: LinearForm;
}

/**
 * The score of each need as columns. Somebody comes to hold a need when they have a place on any slot that meets it:
 * where that is one item, the places themselves count it (an item is taken once at most); where it could be several, a
 * column of its own does, shared by all needs that the same places meet.
 */
export function* addCoverage(
  builder: ProblemBuilder,
  { goals, meeting: meetingOf, needless }: Facts,
  groups: readonly Group[],
  bySlot: readonly PlacesBySlot[],
): Steps<CoverageForms> {
  const { pace } = builder;
  const must = new Map<number, number>();
  const weighted = new Map<number, number>();
  const shared = new Map<string, number>();

  /** Columns that add up to how many of the group come to hold the need. */
  const heldBy = (group: number, goal: number, meeting: readonly number[]): number[] => {
    const person = groups[group]!.people[0]!;
    const places = placesAt(
      bySlot[group]!,
      meeting.filter((slot) => bySlot[group]!.has(slot) && !needless(goal, slot, person)),
    );
    const columns = columnsOf(places);
    if (new Set(places.map(({ way }) => way.slot.item)).size <= 1) return columns;
    const key = columns.join(',');
    const known = shared.get(key);
    if (known !== undefined) return [known];
    const held = builder.column(0, groups[group]!.people.length);
    builder.row([held, ...columns], [1, ...columns.map(() => -1)], -Infinity, 0);
    shared.set(key, held);
    return [held];
  };

  for (const [g, goal] of goals.entries()) {
    const room = goal.target - goal.met.length;
    if (room <= 0 || goal.weight === 0) continue;
    const meeting = meetingOf[g]!;
    if (meeting.length === 0) continue;
    const open = new Set(goal.open);
    let reach = 0;
    const held: number[] = [];
    for (const [group, { people }] of groups.entries()) {
      if (!open.has(people[0]!)) continue;
      const columns = heldBy(group, g, meeting);
      if (columns.length > 0) reach += people.length;
      held.push(...columns);
      if (pace.ends(LOOK * meeting.length)) yield pace.operations;
    }
    if (held.length === 0) continue;
    const score = goal.must ? must : weighted;
    const count = (column: number): void => void score.set(column, (score.get(column) ?? 0) + goal.weight);
    if (reach <= room) {
      held.forEach(count);
      continue;
    }
    const counted = builder.column(0, room);
    builder.row([counted, ...held], [1, ...held.map(() => -1)], -Infinity, 0);
    count(counted);
  }
  const form = (score: ReadonlyMap<number, number>): LinearForm => ({
    columns: [...score.keys()],
    values: [...score.values()],
  });
  return { must: form(must), weighted: form(weighted) };
}
