import { type LinearForm, mostOf, type Problem } from '../model/problem.js';
import { formValue } from './forms.js';
import { type Group, splitBound } from './fuse.js';
import type { Reduction } from './reduce.js';

/** A search for the best of a group of objectives among the solutions whose objectives before these are known. */
interface Pursuit {
  readonly search: { readonly best: Float64Array | undefined; readonly bound: number };
  readonly reduction: Reduction;
  readonly group: Group;
  /** The first objective of the group. */
  readonly from: number;
}

/**
 * Where a solve stands: its best solution so far, and by objective the largest value that is proved possible, given
 * the values before it (null where nothing is). In the order of the objectives neither ever gets worse. The searches
 * under way are only looked at when somebody asks.
 */
export class Standing {
  /** How large the problem is that the first search is given. */
  presolvedColumns: number;
  presolvedRows: number;
  readonly #objectives: readonly LinearForm[];
  /** By objective of which a bound is asked for, what the columns' bounds alone leave it. */
  readonly #most: readonly number[];
  #x: Float64Array | undefined;
  #values: readonly number[] = [];
  #bounds: readonly (number | null)[];
  #pursuit: Pursuit | undefined;
  /** Where a problem stands that allows whatever this one does: what is proved of it is proved of this. */
  #within: Standing | undefined;
  #seenBest: Float64Array | undefined;
  #seenBound = Infinity;
  /** What was last told of bounds, and of which bounds and values. */
  #told: readonly (number | null)[] = [];
  #toldOf: readonly (readonly (number | null)[])[] = [];

  constructor({ objectives, certified, lower, upper, rows }: Problem) {
    this.presolvedColumns = lower.length;
    this.presolvedRows = rows.lower.length;
    this.#objectives = objectives;
    this.#most = objectives.slice(0, certified).map((form) => mostOf(form, { lower, upper }));
    this.#bounds = objectives.map(() => null);
  }

  /** The best solution, in the columns of the whole problem. */
  get x(): Float64Array | undefined {
    this.#look();
    return this.#x;
  }

  /** What the objectives are worth in it: none as long as there is no solution. */
  get values(): readonly number[] {
    this.#look();
    return this.#values;
  }

  /** The first that is not proved always has one, since the columns are bounded. The same list as before when nothing changed. */
  get bounds(): readonly (number | null)[] {
    this.#look();
    const [bounds, values] = [this.#bounds, this.#values];
    if (this.#toldOf[0] === bounds && this.#toldOf[1] === values) return this.#told;
    let isProved = this.#x !== undefined;
    this.#told = bounds.map((bound, k) => {
      const most = isProved ? (this.#most[k] ?? Infinity) : Infinity;
      const least = Math.min(bound ?? Infinity, most);
      isProved &&= least === values[k];
      return least === Infinity ? null : least;
    });
    this.#toldOf = [bounds, values];
    return this.#told;
  }

  /** Another problem is looked at that allows whatever this one does, with the same objectives. */
  isWithin(wider: Standing): void {
    this.#look();
    this.#within = wider;
  }

  /** A search has begun, and is the one to look at until it is over. */
  pursue(pursuit: Pursuit): void {
    this.#pursuit = pursuit;
    if (pursuit.from === 0) {
      const { lower, rows } = pursuit.reduction.problem;
      this.presolvedColumns = lower.length;
      this.presolvedRows = rows.lower.length;
    }
    this.#seenBest = undefined;
    this.#seenBound = Infinity;
  }

  /** The search that was pursued is over: takes what it found. */
  rest(): void {
    this.#look();
    this.#pursuit = undefined;
  }

  /** Takes a solution, unless a better one is known. */
  take(x: Float64Array): void {
    const values = this.#objectives.map((form) => formValue(form, x));
    const better = this.#x === undefined ? 1 : compare(values, this.#values);
    if (better < 0) return;
    this.#x = x;
    if (better > 0) this.#values = values;
  }

  /** The first so many objectives of the best solution cannot be better. */
  settle(count: number): void {
    this.#tighten(this.#values.map((value, k) => (k < count ? value : null)));
  }

  /** No solution is worth more than so much in the sum of a group of objectives, the first of all. */
  limit(group: Group, bound: number): void {
    if (this.#x === undefined || !Number.isFinite(bound)) return;
    const proved = splitBound(group, bound, this.#values);
    this.#tighten(this.#values.map((_, k) => proved[k] ?? null));
  }

  #tighten(bounds: readonly (number | null)[]): void {
    if (compare(bounds, this.#bounds) < 0) this.#bounds = bounds;
  }

  #look(): void {
    if (this.#pursuit !== undefined) this.#lookAt(this.#pursuit);
    if (this.#within === undefined || this.#x === undefined) return;
    const { bounds } = this.#within;
    const open = bounds.findIndex((bound, k) => bound !== this.#values[k]);
    this.#tighten(bounds.map((bound, k) => (open < 0 || k <= open ? bound : null)));
  }

  #lookAt({ search, reduction, group, from }: Pursuit): void {
    const { best, bound } = search;
    if (best === this.#seenBest && bound === this.#seenBound) return;
    if (best !== undefined && best !== this.#seenBest) this.take(reduction.restore(best));
    this.#seenBest = best;
    this.#seenBound = bound;
    if (this.#x === undefined || !Number.isFinite(bound)) return;
    const proved = splitBound(group, bound + reduction.offset, this.#values.slice(from));
    this.#tighten(this.#values.map((value, k) => (k < from ? value : (proved[k - from] ?? null))));
  }
}

/** Below 0 where the first list comes before the second in the order of the objectives; null is above every number. */
function compare(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  for (let k = 0; k < a.length; k += 1) {
    const one = a[k] ?? Infinity;
    const other = b[k] ?? Infinity;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
