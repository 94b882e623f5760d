import type { Guide } from '../internal/guide.js';
import type { Issue } from './issue.js';
import type { ObjectiveName, Programme } from './programme.js';

export type { Guide, GuideProblem } from '../internal/guide.js';

/** Counts of the work done, as deterministic as the answer. */
export interface Statistics {
  /** Work units spent, of the same kind as the `effort` option bounds. */
  readonly effort: number;
  /** Columns and rows of the problem as compiled, and after presolve. */
  readonly columns: number;
  readonly rows: number;
  readonly presolvedColumns: number;
  readonly presolvedRows: number;
  /** Branch-and-bound nodes, simplex iterations and cuts, over all objectives. */
  readonly nodes: number;
  readonly iterations: number;
  readonly cuts: number;
  /** Solutions that a guide proposed and that were better than the best known. */
  readonly proposals: number;
}

/** Something asked for that cannot hold together with the other members. */
export interface ConflictMember {
  readonly kind: 'pin' | 'ban' | 'limit';
  /** Where it stands in the request. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A minimal set of demands that cannot hold together: without any one of them, the others can. */
export interface Conflict {
  readonly members: readonly ConflictMember[];
}

/** Every way a build can end. */
export type BuildResult =
  /** A programme; `optimal`: none is better. `bounded`: the effort was spent, or the build aborted, before that was proved. */
  | { readonly status: 'optimal' | 'bounded'; readonly programme: Programme; readonly statistics: Statistics }
  /** Pins, bans and minimums contradict each other: no programme is legal. */
  | { readonly status: 'infeasible'; readonly conflict: Conflict; readonly statistics: Statistics }
  /** The effort was spent, or the build aborted, before any legal programme was found. */
  | { readonly status: 'undecided'; readonly statistics: Statistics }
  /** The request cannot be read; all that is wrong with it. */
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** How to build. */
export interface BuildOptions {
  /** The most work to spend, in deterministic work units, 1 or more. */
  readonly effort?: number | undefined;
  /** Proposes solutions on the way; it can help to find or to prove, and decides nothing. */
  readonly guide?: Guide | undefined;
}

/** One objective of the best programme found so far. */
export interface ObjectiveProgress {
  readonly name: ObjectiveName;
  readonly value: number;
  /** The best value that is still possible, given those before it; null after the first that is not proved. */
  readonly bound: number | null;
  /** How far apart the two are, 0 or more; null without a bound. */
  readonly gap: number | null;
}

/** Where a build stands. */
export interface BuildProgress {
  /** Work units spent so far. */
  readonly effort: number;
  /** The objectives of the best programme so far, in their order. */
  readonly objectives: readonly ObjectiveProgress[];
}

/** How to build without blocking. */
export interface AsyncBuildOptions extends BuildOptions {
  /** What can tell the build to stop, such as an `AbortSignal`: it is looked at between slices of work. */
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Told of each better programme and each tighter bound, at most once a slice. What it throws rejects the build. */
  readonly onProgress?: ((progress: BuildProgress) => void) | undefined;
}

/** A promise that a programme breaks. `Code` is one of the checker's stable refusal codes. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Where in the programme. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What a checker says. */
export type CheckResult<Code extends string = string> =
  { readonly ok: true } | { readonly ok: false; readonly refusals: readonly Refusal<Code>[] };
