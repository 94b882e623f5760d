/*
 * What one side makes of one instance: the same record for the library and for those it is measured against.
 */

export interface Objective {
  readonly name: string;
  readonly value: number;
  /** The best value that may still be possible: the value itself when it is proved; null when nothing is known. */
  readonly bound: number | null;
}

/** How far a side was after so many milliseconds. */
export interface Mark {
  readonly at: number;
  /** Objectives proved. */
  readonly proved: number;
  /** Of the first that is not, how far the bound is from the value; null when nothing is known. */
  readonly gap: number | null;
}

export interface Run {
  /** `proved`: all objectives. `over`: time, with what was found until then. `wrong`: an answer that is none. */
  readonly ending: 'proved' | 'bounded' | 'over' | 'wrong';
  /** What went wrong, in a few words. */
  readonly note?: string;
  /** Milliseconds of the first time in a new process, and the median of more where it is short. */
  readonly first: number;
  readonly time: number;
  /** In their order, as far as they are known. */
  readonly objectives: readonly Objective[];
  readonly marks: readonly Mark[];
  readonly columns?: number;
  readonly rows?: number;
  readonly nodes?: number;
  readonly iterations?: number;
  /** Of the process at its largest, in bytes; unknown when it was ended. */
  readonly memory?: number;
  /** Milliseconds of verifying the programme, and of checking its proof. */
  readonly verify?: number;
  readonly check?: number;
  /** Bytes of the proof as JSON. */
  readonly proof?: number;
}

export const isProved = ({ value, bound }: Objective): boolean => value === bound;

/** How many objectives are proved, from the first. */
export function provedOf(objectives: readonly Objective[]): number {
  const open = objectives.findIndex((one) => !isProved(one));
  return open < 0 ? objectives.length : open;
}

/** Of the first objective that is not proved: the distance of bound and value, as a part of the value; 0 when all are. */
export function gapOf(objectives: readonly Objective[]): number | null {
  const open = objectives.find((one) => !isProved(one));
  if (open === undefined) return 0;
  return open.bound === null ? null : Math.abs(open.bound - open.value) / Math.max(1, Math.abs(open.value));
}

export const markOf = (at: number, objectives: readonly Objective[]): Mark => ({
  at,
  proved: provedOf(objectives),
  gap: gapOf(objectives),
});
