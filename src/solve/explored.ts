import type { Cut } from './cuts.js';
import type { Finding } from './finding.js';

/** A box of a search tree, with what was found out about it. */
export interface ExploredBox {
  /** In order; the last may have closed it. Their rows are those without cuts, then the cuts by their numbers. */
  readonly findings: Finding[];
  /** Where it was split: `low` holds the part up to `at`. */
  split?: {
    readonly column: number;
    readonly at: number;
    readonly low: ExploredBox;
    readonly high: ExploredBox;
  };
}

/** What a search explored, kept until it is known what a proof needs of it. */
export interface Explored {
  readonly root: ExploredBox;
  /** All cuts ever made; rows in their sources are numbered as in findings. */
  readonly cuts: readonly Cut[];
  /** The rows, by their numbers, that were in use when branching began or the search ended. */
  readonly inUse: readonly number[];
}
