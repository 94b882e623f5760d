import { commonDivisor } from '../internal/integers.js';
import { type Budget, doBeside, OPERATIONS_PER_UNIT, pause } from './budget.js';
import { type ExactBound, exactBound } from './exact-bound.js';
import { sparse } from './forms.js';
import { LinearProgram } from './linear-program.js';
import type { Corner } from './sift-corner.js';
import { type Part, partOf } from './sift-part.js';
import { priceByFreeRows, type Prices, pricesOf } from './sift-prices.js';
import { worthOf } from './sift-worth.js';
import { OPERATIONS_PER_STEP, type Steps } from '../internal/steps.js';

/** Of the columns that make up for a row, so many come in for the sake of one that needs them: at first, and later on. */
const FIRST_MAKERS = 8;
const MAKERS = 4;
const DEEPEST = 20;
/** Where no more columns than this share of those wanted are attractive, others are looked at that were before rows were priced. */
const FEW = 0.005;
/** In units of the objective: a column that is less attractive is not looked at. */
const TOLERANCE = 1e-6;
/** To look at what makes up for a row takes so many elementary operations for each entry of it. */
const PER_LOOK = 25;
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
  #worth: Float64Array = new Float64Array(0);
  /** By column, whether it is in the part that the relaxation is solved over. */
  readonly #isIn: Uint8Array;
  #count = 0;
  /** Entries of rows that were looked at for what makes up for the row. */
  #looked = 0;
  #part: Part | undefined;
  #relaxation: LinearProgram | undefined;
  #prices: Prices;
  /** By column, the objective without the weighted rows, before rows were priced that are not in the part. */
  #byRelaxation: Float64Array;
  /** The columns that were above their lower bound in some relaxation, and those that it began with. */
  readonly support: Uint8Array;

  /** `from`: the columns to begin with, beside those that {@link begin} brings in. */
  constructor(corner: Corner, objective: Float64Array, from: Uint8Array, budget: Budget) {
    const { rows } = corner.whole;
    this.#corner = corner;
    this.#budget = budget;
    this.#objective = objective;
    this.#unit = commonDivisor(objective);
    this.#isIn = Uint8Array.from(from);
    for (const isIn of from) this.#count += isIn;
    this.support = Uint8Array.from(from);
    this.#prices = { multipliers: new Float64Array(rows.lower.length), reduced: objective };
    this.#byRelaxation = objective;
  }

  /** Brings in the columns that the objective rewards, and what seems best for them and for rows that ask for something. */
  *begin(): Steps<void> {
    const { lower, upper, rows } = this.#corner.whole;
    const { worth, work } = yield* doBeside(this.#budget, worthOf(this.#corner, this.#objective));
    this.#worth = worth;
    this.#spend(work + 3 * rows.column.length);
    yield 0;
    for (let j = 0; j < lower.length; j += 1) {
      if (this.#objective[j]! <= 0 || lower[j] === upper[j]) continue;
      this.#bringIn(j, FIRST_MAKERS);
      if (this.#looked * PER_LOOK >= OPERATIONS_PER_STEP) yield* this.#rest();
    }
    for (let i = 0; i < rows.lower.length; i += 1) {
      this.#makeUp(i, this.#corner.beyond(i), FIRST_MAKERS, 0);
      if (this.#looked * PER_LOOK >= OPERATIONS_PER_STEP) yield* this.#rest();
    }
    yield* this.#rest();
  }

  /** Ends a step of bringing in columns. */
  *#rest(): Steps<void> {
    const looked = this.#looked;
    this.#looked = 0;
    yield* pause(this.#budget, PER_LOOK * looked);
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
    let sum = 0;
    for (let j = 0; j < lower.length; j += 1) sum += this.#objective[j]! * (values[place[j]!] ?? lower[j]!);
    return sum;
  }

  /** Solves the relaxation over the part, from the last one; whether it came to its end within so many units of work. */
  *relax(units: number): Steps<boolean> {
    const before = this.#part;
    const part = yield* doBeside(this.#budget, partOf(this.#corner, this.#isIn));
    const { lower, upper, rows, columns, rowNumbers } = part;
    const last = this.#relaxation;
    yield* pause(this.#budget, PER_LOOK * columns.length);
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
      columns,
    );
    yield* pause(this.#budget, PER_LOOK * columns.length);
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
  *price(): Steps<void> {
    const { rows } = this.#corner.whole;
    const multipliers = new Float64Array(rows.lower.length);
    const own = this.#relaxation!.multipliers();
    this.#part!.rowNumbers.forEach((i, k) => {
      const y = own[k]! * this.#unit;
      if (Number.isFinite(y > 0 ? rows.upper[i] : rows.lower[i])) multipliers[i] = y;
    });
    this.#prices = yield* doBeside(this.#budget, pricesOf(this.#corner, this.#objective, multipliers));
    this.#byRelaxation = this.#prices.reduced.slice();
    const byFreeRows = priceByFreeRows(this.#corner, this.#prices, this.#isIn, TOLERANCE * this.#unit);
    this.#spend((yield* doBeside(this.#budget, byFreeRows)) + 2 * rows.column.length);
    yield 0;
  }

  /** What the prices prove of the whole problem. */
  *bound(): Steps<ExactBound> {
    const { lower, upper, rows } = this.#corner.whole;
    const bound = exactBound(rows, lower, upper, this.#objective, this.#prices.multipliers);
    this.#spend(4 * rows.column.length);
    yield 0;
    return bound;
  }

  /** Brings in about so many of the columns that are worth their price, the most attractive first; how many there were. */
  *grow(most: number): Steps<number> {
    const attractive = this.#attractiveBy(this.#prices.reduced);
    // Rows were priced at the cost of columns in the part, whose own prices then hide what else could help them.
    if (attractive.length <= FEW * most) attractive.push(...this.#attractiveBy(this.#byRelaxation));
    yield* pause(this.#budget, PER_LOOK * attractive.length);
    const until = this.#count + most;
    for (const j of attractive) {
      if (this.#count >= until) break;
      this.#bringIn(j, MAKERS);
      if (this.#looked * PER_LOOK >= OPERATIONS_PER_STEP) yield* this.#rest();
    }
    this.#spend(20 * attractive.length);
    return attractive.length;
  }

  /** The columns that are not in the part and worth more than nothing, the most attractive first. */
  #attractiveBy(reduced: Float64Array): number[] {
    const { lower, upper } = this.#corner.whole;
    const attractive: number[] = [];
    for (let j = 0; j < reduced.length; j += 1) {
      const isOpen = this.#isIn[j] === 0 && this.#corner.isSum[j] === 0 && lower[j] !== upper[j];
      if (isOpen && reduced[j]! > TOLERANCE * this.#unit) attractive.push(j);
    }
    return attractive.sort((a, b) => reduced[b]! - reduced[a]! || a - b);
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
    const { start, column, value } = this.#corner.whole.rows;
    const { lower, upper } = this.#corner.whole;
    const [from, to] = [start[row]!, start[row + 1]!];
    this.#spend(to - from);
    this.#looked += to - from;
    /** The entries of the row whose columns, going up, make up for it. */
    const makers: number[] = [];
    for (let p = from; p < to; p += 1) if (beyond > 0 ? value[p]! < 0 : value[p]! > 0) makers.push(p);
    const score = (p: number): number => (this.#isIn[column[p]!] === 1 ? Infinity : this.#worth[column[p]!]!);
    makers.sort((a, b) => {
      const [one, other] = [score(a), score(b)];
      return one === other ? column[a]! - column[b]! : other - one;
    });
    let made = 0;
    for (const [k, p] of makers.entries()) {
      if (k >= least && made >= Math.abs(beyond)) break;
      const maker = column[p]!;
      made += Math.abs(value[p]!) * (upper[maker]! - lower[maker]!);
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
