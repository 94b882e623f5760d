/** The ordered objectives, with the first two steps of the canonical tie-break. */
export interface Objectives {
  readonly must: number;
  readonly weighted: number;
  /** Pairs of person and item added to the baseline or dropped; 0 without one. */
  readonly changes: number;
  readonly pence: number;
  readonly 'release-minutes': number;
  readonly minutes: number;
  readonly lateness: number;
  readonly places: number;
  readonly bookings: number;
}

/** In their strict order. The first two are scores, of which more is better; of all others less is. */
export const OBJECTIVE_ORDER = [
  'must',
  'weighted',
  'changes',
  'pence',
  'release-minutes',
  'minutes',
  'lateness',
  'places',
  'bookings',
] as const satisfies readonly (keyof Objectives)[];

/** Negative when `a` is better, positive when `b` is, 0 when they tie. */
export function compareObjectives(a: Objectives, b: Objectives): number {
  for (const name of OBJECTIVE_ORDER) {
    const difference = name === 'must' || name === 'weighted' ? b[name] - a[name] : a[name] - b[name];
    if (difference !== 0) return difference;
  }
  return 0;
}
