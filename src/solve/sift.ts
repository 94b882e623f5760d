import { commonDivisor } from '../internal/integers.js';
import { type Budget, OPERATIONS_PER_UNIT } from './budget.js';
import { type ExactBound, exactBound } from './exact-bound.js';
import { sparse } from './forms.js';
import { LinearProgram } from './linear-program.js';
import type { Corner } from './sift-corner.js';
import { type Part, partOf } from './sift-part.js';
import { priceByFreeRows, type Prices, pricesOf } from './sift-prices.js';
import { worthOf } from './sift-worth.js';
import type { Steps } from './steps.js';

/** Of the columns that make up for a row, so many come in for the sake of one that needs them: at first, and later on. */
const FIRST_MAKERS = 8;
const MAKERS = 4;
const DEEPEST = 20;
/** In units of the objective: a column that is less attractive is not looked at. */
const TOLERANCE = 1e-6;
/** In the relaxation's point, what is above a bound and not noise. */
const LEAST_VALUE = 1e-7;

/**
 * Sifting: the relaxation of a problem too large for it, over some of its columns. Its multipliers price the others;
 * those that are worth their price come in, with what they need, and so on. Floating point chooses the columns; what the
 * multipliers say of the whole problem is worked out in integers.
 */
export class Sifting {
  readonly #corner: Corner;
  readonly #budget: Budget;
  readonly #objective: Float64Array;
  readonly #unit: number;
  readonly #worth: Float64Array;
  /** By column, whether it is in the part that the relaxation is solved over. */
  readonly #isIn: Uint8Array;
  #count = 0;
  #part: Part | undefined;
  #relaxation: LinearProgram | undefined;
  #prices: Prices;
  /** The columns that were above their lower bound in some relaxation, and those that it began with. */
  readonly support: Uint8Array;

  /** `from`: the columns to begin with, beside those that the objective rewards and what seems best for them. */
  constructor(corner: Corner, objective: Float64Array, from: Uint8Array, budget: Budget) {
    const { lower, upper, rows } = corner.whole;
    this.#corner = corner;
    this.#budget = budget;
    this.#objective = objective;
    this.#unit = commonDivisor(objective);
    this.#isIn = Uint8Array.from(from);
    for (const isIn of from) this.#count += isIn;
    this.support = Uint8Array.from(from);
    this.#prices = { multipliers: new Float64Array(rows.lower.length), reduced: objective };
    const { worth, work } = worthOf(corner, objective);
    this.#worth = worth;
    this.#spend(work + 3 * rows.column.length);
    for (let j = 0; j < lower.length; j += 1)
      if (objective[j]! > 0 && lower[j] !== upper[j]) this.#bringIn(j, FIRST_MAKERS);
    for (let i = 0; i < rows.lower.length; i += 1) this.#makeUp(i, corner.beyond(i), FIRST_MAKERS, 0);
  }

  #spend(operations: number): void {
    this.#budget.left -= operations / OPERATIONS_PER_UNIT;
  }

  /** How many columns the part has. */
  get size(): number {
    return this.#count;
  }

  /** The relaxation's value over the part, with what the other columns are worth at their lower bounds. */
  get value(): number {
    const { place } = this.#part!;
    const { values } = this.#relaxation!;
    const { lower } = this.#corner.whole;
    return lower.reduce((sum, low, j) => sum + this.#objective[j]! * (values[place[j]!] ?? low), 0);
  }

  /** Solves the relaxation over the part, from the last one; whether it came to its end within so many units of work. */
  *relax(units: number): Steps<boolean> {
    const before = this.#part;
    const part = partOf(this.#corner, this.#isIn);
    const { lower, upper, rows, columns, rowNumbers } = part;
    const last = this.#relaxation;
    const program =
      last === undefined || before === undefined
        ? new LinearProgram(lower, upper, rows)
        : new LinearProgram(
            lower,
            upper,
            rows,
            last,
            placesIn(before.rowNumbers, rowNumbers),
            placesIn(before.columns, columns),
          );
    const { work, iterations } = program;
    program.setObjective(
      sparse(
        Float64Array.from(columns, (j) => this.#objective[j]!),
        this.#unit,
      ),
    );
    const ending = yield* program.solve(-Infinity, Infinity, units * OPERATIONS_PER_UNIT);
    this.#spend(program.work - work + 3 * this.#corner.whole.rows.column.length);
    this.#budget.iterations += program.iterations - iterations;
    yield 0;
    this.#part = part;
    this.#relaxation = program;
    if (ending !== 'optimal') return false;
    program.values.forEach((value, k) => {
      if (value > lower[k]! + LEAST_VALUE) this.support[columns[k]!] = 1;
    });
    return true;
  }

  /** Prices all columns by the last relaxation. */
  price(): void {
    const { rows } = this.#corner.whole;
    const multipliers = new Float64Array(rows.lower.length);
    const own = this.#relaxation!.multipliers();
    this.#part!.rowNumbers.forEach((i, k) => {
      const y = own[k]! * this.#unit;
      if (Number.isFinite(y > 0 ? rows.upper[i] : rows.lower[i])) multipliers[i] = y;
    });
    this.#prices = pricesOf(this.#corner, this.#objective, multipliers);
    const work = priceByFreeRows(this.#corner, this.#prices, this.#isIn, TOLERANCE * this.#unit);
    this.#spend(work + 2 * rows.column.length);
  }

  /** What the prices prove of the whole problem. */
  bound(): ExactBound {
    const { lower, upper, rows } = this.#corner.whole;
    this.#spend(4 * rows.column.length);
    return exactBound(rows, lower, upper, this.#objective, this.#prices.multipliers);
  }

  /** Brings in about so many of the columns that are worth their price, the most attractive first; how many there were. */
  grow(most: number): number {
    const { lower, upper } = this.#corner.whole;
    const { reduced } = this.#prices;
    const attractive: number[] = [];
    for (let j = 0; j < reduced.length; j += 1) {
      const isOpen = this.#isIn[j] === 0 && this.#corner.isSum[j] === 0 && lower[j] !== upper[j];
      if (isOpen && reduced[j]! > TOLERANCE * this.#unit) attractive.push(j);
    }
    attractive.sort((a, b) => reduced[b]! - reduced[a]! || a - b);
    const until = this.#count + most;
    for (const j of attractive) {
      if (this.#count >= until) break;
      this.#bringIn(j, MAKERS);
    }
    this.#spend(20 * attractive.length);
    return attractive.length;
  }

  #bringIn(column: number, makers: number, depth = 0): void {
    if (this.#isIn[column] === 1 || this.#corner.isSum[column] === 1 || depth > DEEPEST) return;
    this.#isIn[column] = 1;
    this.#count += 1;
    for (const { row, beyond } of this.#corner.brokenBy(column)) this.#makeUp(row, beyond, makers, depth + 1);
  }

  /** Brings in what makes up for a row: as much as it takes, and at least so many to choose from. */
  #makeUp(row: number, beyond: number, least: number, depth: number): void {
    if (beyond === 0) return;
    const makers = this.#corner.makersOf(row, beyond);
    const { start, column, value } = this.#corner.whole.rows;
    this.#spend(start[row + 1]! - start[row]!);
    const { lower, upper } = this.#corner.whole;
    const makes = new Map<number, number>();
    for (let p = start[row]!; p < start[row + 1]!; p += 1)
      makes.set(column[p]!, Math.abs(value[p]!) * (upper[column[p]!]! - lower[column[p]!]!));
    const score = (j: number): number => (this.#isIn[j] === 1 ? Infinity : this.#worth[j]!);
    makers.sort((a, b) => {
      const [one, other] = [score(a), score(b)];
      return one === other ? a - b : other - one;
    });
    let made = 0;
    for (const [k, maker] of makers.entries()) {
      if (k >= least && made >= Math.abs(beyond)) break;
      made += makes.get(maker)!;
      this.#bringIn(maker, Math.min(least, MAKERS), depth);
    }
  }
}

/** By entry of the second list, its place in the first, or -1; both grow. */
function placesIn(before: readonly number[], now: readonly number[]): Int32Array {
  let at = 0;
  return Int32Array.from(now, (number) => {
    while (at < before.length && before[at]! < number) at += 1;
    return before[at] === number ? at : -1;
  });
}
