import { type Place, slotMeets } from './compile.js';
import type { Goal } from './goal.js';
import type { LinearForm, ProblemBuilder } from './problem.js';
import type { Slot } from './slots.js';

/** What the needs still open can score, in musts and in the others. */
export interface CoverageForms {
  readonly must: LinearForm;
  readonly weighted: LinearForm;
}

/**
 * The score of each need as columns. A person comes to hold a need when they have a place on any slot that meets it:
 * where that is one item, the places themselves count it (an item is taken once at most); where it could be several, a
 * 0-1 column does, shared by all needs of the person that the same places meet.
 */
export function addCoverage(
  builder: ProblemBuilder,
  goals: readonly Goal[],
  placesOf: readonly (readonly Place[])[],
  slots: readonly Slot[],
): CoverageForms {
  const must = new Map<number, number>();
  const weighted = new Map<number, number>();
  const shared = new Map<string, number>();

  /** Columns that add up to whether the person comes to hold the need. */
  const heldBy = (person: number, meeting: ReadonlySet<number>): number[] => {
    const places = placesOf[person]!.filter(({ slot }) => meeting.has(slot));
    const columns = places.map(({ column }) => column);
    if (new Set(places.map(({ way }) => way.slot.item)).size <= 1) return columns;
    const key = columns.join(',');
    const known = shared.get(key);
    if (known !== undefined) return [known];
    const held = builder.column(0, 1);
    builder.row([held, ...columns], [1, ...columns.map(() => -1)], -Infinity, 0);
    shared.set(key, held);
    return [held];
  };

  for (const goal of goals) {
    const room = goal.target - goal.met.length;
    if (room <= 0 || goal.weight === 0) continue;
    const meeting = new Set(slots.flatMap((slot, s) => (slotMeets(slot, goal) ? [s] : [])));
    if (meeting.size === 0) continue;
    const held = goal.open.map((person) => heldBy(person, meeting)).filter((columns) => columns.length > 0);
    const score = goal.must ? must : weighted;
    const count = (column: number): void => void score.set(column, (score.get(column) ?? 0) + goal.weight);
    if (held.length <= room) {
      for (const columns of held) columns.forEach(count);
      continue;
    }
    const counted = builder.column(0, room);
    const columns = held.flat();
    builder.row([counted, ...columns], [1, ...columns.map(() => -1)], -Infinity, 0);
    count(counted);
  }
  const form = (score: ReadonlyMap<number, number>): LinearForm => ({
    columns: [...score.keys()],
    values: [...score.values()],
  });
  return { must: form(must), weighted: form(weighted) };
}
