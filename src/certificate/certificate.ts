import * as z from 'zod/mini';

/*
 * The language in which a programme is proved best. It speaks of the integer programme that the request compiles to:
 * columns and rows by their numbers. Lists of growing numbers are written as steps: the first number, then how far each
 * is from the one before. `docs/optimiser.md` tells what is proved how; decision 0016 why it is written so.
 */

const safe = Number.MAX_SAFE_INTEGER;
const whole = z.int().check(z.gte(-safe), z.lte(safe));
const natural = z.int().check(z.gte(0), z.lte(safe));
const positive = z.int().check(z.gte(1), z.lte(safe));
/** Growing numbers from 0: the first, then the distances. */
const steps = z.array(natural);

/**
 * Integer weights of rows. For every solution x in a box, `scale·c·x = Σ wᵢ·(aᵢ·x) + Σ (scale·cⱼ - Σ wᵢ·aᵢⱼ)·xⱼ`; a row with
 * a weight above 0 counts with its upper side and one below 0 with its lower, each column where it is largest: so the sum
 * bounds what the objective reaches in the box.
 */
export const RowWeightsSchema = z.strictObject({
  /** What the objective is multiplied by, 0 or more; 0 proves that there is no solution at all. */
  scale: natural,
  /** The rows that have a weight, in steps. */
  rows: steps,
  /** Their weights, none of them 0 unless it takes away one of `base`. */
  weights: z.array(whole),
  /** The number, among all row weights of the same tree in their order, of those that these change: rows not named here keep theirs. */
  base: z.optional(natural),
});
export type RowWeights = z.output<typeof RowWeightsSchema>;

/** Columns that are fixed because some best solution has them so. In each list the columns are in steps. */
export const ReductionSchema = z.strictObject({
  /** Columns at their lower bound: the objective does not miss them and no row needs them up. */
  lowered: steps,
  /** Columns at their upper bound: the objective does not mind and no row needs them down. */
  raised: steps,
  /** Columns at 0, in whose place others can always stand. */
  replaced: steps,
  /** By column of `replaced`, the column that stands in for it. */
  standIns: z.array(natural),
});
export type ReductionStep = z.output<typeof ReductionSchema>;

/**
 * A row that every solution keeps: rows added up with integer weights, rounded by a divisor (mixed-integer rounding), and
 * divided by what divides all of it.
 */
export const CutSchema = z.strictObject({
  /** The rows that are added up: of the problem, or earlier cuts. */
  rows: z.array(natural),
  /**
   * Their weights: above 0 for a row's upper side, below 0 for its lower; a row without that side counts with its other.
   * What a row leaves to its side is a whole number from 0 up, and is rounded like a column.
   */
  weights: z.array(whole),
  /** 2 or more. */
  divisor: positive,
  /** Columns that are counted from their upper bound downwards, in steps; all others from their lower bound upwards. */
  flipped: steps,
});
export type CutStep = z.output<typeof CutSchema>;

/**
 * A box of a branch tree. First the weights are used, one after the other: each closes the box when its bound is below what is
 * asked, or else narrows it. A box that is not closed is split at a column.
 */
export const NodeSchema = z.strictObject({
  /** Absent where the rows alone empty the box, or where it is split at once. */
  weights: z.optional(z.array(RowWeightsSchema)),
  /** The column it is split at. */
  column: z.optional(natural),
  /** Where: the part up to this value comes next in the tree, then the part above it. */
  at: z.optional(whole),
});
export type TreeNode = z.output<typeof NodeSchema>;

/** Some consecutive objectives proved together. */
export const StageSchema = z.strictObject({
  /** What each objective is multiplied by: more than all that follow can make up for. */
  multipliers: z.array(positive),
  /** What presolve fixes, in rounds; after each the rows are used. */
  reductions: z.array(ReductionSchema),
  /** The cuts, whose row numbers follow those of the rows. */
  cuts: z.array(CutSchema),
  /** The branch tree: each node is followed by its part below, then its part above. */
  tree: z.array(NodeSchema),
  /** Row weights that narrow the columns for the stages that follow. */
  narrowing: z.array(RowWeightsSchema),
});
export type Stage = z.output<typeof StageSchema>;

/**
 * The proof that a programme is best. `none`: the programme carries no proof that can be checked apart from the
 * search; its bounds are the builder's word. `branch-trees`: for the objectives in their order, why no programme that is
 * as good on those before is better.
 */
export const CertificateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('branch-trees'),
    /** SHA-256, in hexadecimal, of the canonical JSON of the programme without `proof` and `requestDigest`. */
    programme: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    /** 0: the problem itself; n: the n-th of the problems in which people who are alike are taken together. */
    grouping: natural,
    /** In the order of the objectives. */
    stages: z.array(StageSchema),
  }),
]);
export type Certificate = z.output<typeof CertificateSchema>;
/** A certificate that proves something. */
export type BranchTrees = Extract<Certificate, { kind: 'branch-trees' }>;
