import type { Corner } from './sift-corner.js';
import { Pace, type Steps } from '../internal/steps.js';

/** Of the columns that could make up for a row, so many are looked at, and so many steps deep. */
const MAKERS_TRIED = 8;
const DEEPEST = 12;
/** To look at an entry of a row takes so many elementary operations here. */
const PER_LOOK = 10;
/** What a column is taken to use at least. */
const LEAST_USE = 1e-3;

/** A guess, before anything is priced, at what each column is worth for what it uses; with the work it took. */
export interface Worth {
  readonly worth: Float64Array;
  readonly work: number;
}

/** By column, what the columns it serves are rewarded with, for what it uses. */
export function* worthOf(corner: Corner, objective: Float64Array): Steps<Worth> {
  const pace = new Pace();
  const { use, work } = yield* useOf(corner, pace);
  const { isSum, users } = corner;
  const reward = objective.map((c) => Math.max(0, c));
  const seen = new Uint8Array(reward.length);
  const wave: number[] = [];
  for (let j = 0; j < reward.length; j += 1) {
    if (reward[j]! <= 0) continue;
    seen[j] = 1;
    wave.push(j);
  }
  if (pace.ends(PER_LOOK * reward.length)) yield pace.operations;
  let looked = 0;
  // The list grows while it is walked: each column passes its reward on to those that make up for its rows.
  for (const j of wave) {
    for (const { row, beyond } of corner.brokenBy(j)) {
      const makers = corner.makersOf(row, beyond);
      for (const maker of makers) {
        looked += 1;
        reward[maker]! += reward[j]!;
        if (seen[maker] === 1 || isSum[maker] === 1) continue;
        seen[maker] = 1;
        wave.push(maker);
      }
      if (pace.ends(PER_LOOK * makers.length)) yield pace.operations;
    }
    if (pace.ends(PER_LOOK * (1 + users.start[j + 1]! - users.start[j]!))) yield pace.operations;
  }
  if (pace.ends(PER_LOOK * reward.length)) yield pace.operations;
  return { worth: reward.map((r, j) => r / (LEAST_USE + use[j]!)), work: work + 4 * looked };
}

/**
 * By column, what it takes of the room that rows leave, with the columns that have to make up for it. What stands in many
 * rows is shared by many.
 */
function* useOf(
  { whole, users, activity, defines, isSum }: Corner,
  pace: Pace,
): Steps<{ use: Float64Array; work: number }> {
  const { rows, lower } = whole;
  const use = new Float64Array(lower.length).fill(-1);
  const busy = new Uint8Array(lower.length);
  let work = 0;
  const useIn = (i: number, a: number, depth: number): number => {
    const room = a > 0 ? rows.upper[i]! - activity[i]! : activity[i]! - rows.lower[i]!;
    const size = Math.abs(a);
    if (room === Infinity) return 0;
    if (room >= size) return size / room;
    let least = Infinity;
    let tried = 0;
    for (let p = rows.start[i]!; p < rows.start[i + 1]! && tried < MAKERS_TRIED; p += 1) {
      work += 1;
      const b = rows.value[p]!;
      if (a > 0 ? b >= 0 : b <= 0) continue;
      tried += 1;
      const maker = rows.column[p]!;
      const part = Math.min(1, (size - room) / Math.abs(b));
      const sharing = Math.sqrt(users.start[maker + 1]! - users.start[maker]!);
      least = Math.min(least, (useBy(maker, depth + 1) * part) / sharing);
    }
    return least;
  };
  const useBy = (j: number, depth: number): number => {
    if (use[j]! >= 0) return use[j]!;
    if (busy[j] === 1 || depth > DEEPEST) return 0;
    busy[j] = 1;
    let total = 0;
    for (let p = users.start[j]!; p < users.start[j + 1]!; p += 1)
      if (defines[users.row[p]!] === 0) total += useIn(users.row[p]!, users.value[p]!, depth);
    work += users.start[j + 1]! - users.start[j]!;
    busy[j] = 0;
    use[j] = total;
    return total;
  };
  for (let j = 0; j < lower.length; j += 1) {
    const before = work;
    if (isSum[j] === 0) useBy(j, 0);
    if (pace.ends(PER_LOOK * (1 + work - before))) yield pace.operations;
  }
  return { use, work };
}
