import type { Issue } from './issue.js';
import type { Programme } from './programme.js';

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
  /** A programme; `optimal`: none is better. `bounded`: the effort was spent before that was proved. */
  | { readonly status: 'optimal' | 'bounded'; readonly programme: Programme; readonly statistics: Statistics }
  /** Pins, bans and minimums contradict each other: no programme is legal. */
  | { readonly status: 'infeasible'; readonly conflict: Conflict; readonly statistics: Statistics }
  /** The effort was spent before any legal programme was found. */
  | { readonly status: 'undecided'; readonly statistics: Statistics }
  /** The request cannot be read; all that is wrong with it. */
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** How to build. */
export interface BuildOptions {
  /** The most work to spend, in deterministic work units, 1 or more. */
  readonly effort?: number | undefined;
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
