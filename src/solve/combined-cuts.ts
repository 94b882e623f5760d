import { commonDivisor } from '../internal/integers.js';
import type { Rows } from '../model/problem.js';
import { type Cut, deepestDivisor, DIVISORS_TRIED, LARGEST, modulo, rounded, WHOLE } from './cuts.js';

/** Rows to be added up: weights of any sign, as a basis gives them. */
export interface Combination {
  readonly rows: readonly number[];
  readonly weights: readonly number[];
}

/** Sums below this are exact in double precision, with room to spare. */
const SAFE = 2 ** 50;
/** The numbers tried first that make weights whole; weights that none of them does are rounded over the last. */
const SCALES = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 18, 20, 21, 24, 25, 28, 30, 32, 35, 36, 40, 42, 45, 48,
  50, 54, 56, 60, 63, 64, 70, 72, 75, 80, 84, 90, 96, 100, 105, 108, 112, 120, 126, 140, 144, 150, 160, 168,
  180, 200, 210, 240, 252, 280, 300, 315, 336, 360, 400, 420, 480, 504, 560, 600, 630, 720, 840, 1008, 1260,
  1680, 2520, 5040,
];

/**
 * Mixed-integer rounding cuts of several rows added up, for a point of the relaxation that they cut off. What a row
 * leaves to its side counts as one more column that is 0 or more and whole, and is put back afterwards. With the rows of
 * the inverse of a basis these are Gomory's mixed-integer cuts, kept in integers: whatever the weights are, a cut holds.
 */
export class CombinedCuts {
  /** Entries looked at. */
  operations = 0;
  readonly #rows: Rows;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #x: Float64Array;
  /** By column, what it sums up to; 0 where no row of the combination has it. */
  readonly #sum: Float64Array;
  readonly #isTouched: Uint8Array;

  constructor(rows: Rows, lower: Float64Array, upper: Float64Array, x: Float64Array) {
    this.#rows = rows;
    this.#lower = lower;
    this.#upper = upper;
    this.#x = x;
    this.#sum = new Float64Array(lower.length);
    this.#isTouched = new Uint8Array(lower.length);
  }

  /** The deepest cuts of a combination and of its opposite. */
  of({ rows, weights }: Combination): Cut[] {
    const scale = scaleOf(weights);
    const whole = weights.map((weight) => Math.round(weight * scale));
    const named = rows.flatMap((row, k) => (whole[k] === 0 ? [] : [{ row, weight: whole[k]! }]));
    return [1, -1].flatMap((sign) => {
      const cut = this.#round(
        named.map(({ row }) => row),
        named.map(({ weight }) => sign * weight),
        scale,
      );
      return cut === undefined ? [] : [cut];
    });
  }

  #round(named: readonly number[], weights: readonly number[], scale: number): Cut | undefined {
    const terms = this.#termsOf(named, weights);
    if (terms === undefined) return undefined;
    const open = terms.coefficient.filter((_, k) => terms.distance[k]! > WHOLE).map(Math.abs);
    const divisor = deepestDivisor(open, terms.coefficient, terms.distance, terms.rest, scale);
    this.operations += (2 + DIVISORS_TRIED) * terms.coefficient.length;
    if (divisor === undefined) return undefined;
    const { touched, columns, flipped, rooms, coefficient, rest } = terms;
    const { start, column, value } = this.#rows;
    const remainder = modulo(rest, divisor);
    let side = (divisor - remainder) * Math.floor(rest / divisor);
    let magnitude = Math.abs(side);
    const sum = this.#sum;
    columns.forEach((j, k) => {
      const c = rounded(coefficient[k]!, divisor, remainder);
      const origin = flipped[k] === true ? this.#upper[j]! : this.#lower[j]!;
      sum[j] = flipped[k] === true ? -c : c;
      side += sum[j] * origin;
      magnitude += Math.abs(c * origin);
    });
    rooms.forEach(({ row, sign, side: full }, k) => {
      const c = sign * rounded(coefficient[columns.length + k]!, divisor, remainder);
      if (c === 0) return;
      side -= c * full;
      magnitude += Math.abs(c * full);
      for (let p = start[row]!; p < start[row + 1]!; p += 1) {
        sum[column[p]!]! -= c * value[p]!;
        magnitude += Math.abs(c * value[p]!);
      }
      this.operations += start[row + 1]! - start[row]!;
    });
    const left = touched.filter((j) => sum[j] !== 0).sort((a, b) => a - b);
    const values = left.map((j) => sum[j]!);
    for (const j of touched) sum[j] = 0;
    const common = commonDivisor(values);
    if (left.length === 0 || left.length > mostEntries(sum.length) || magnitude > SAFE) return undefined;
    const divided = values.map((v) => v / common);
    if (divided.some((v) => Math.abs(v) > LARGEST)) return undefined;
    const source = { rows: named, weights, divisor, flipped: columns.filter((_, k) => flipped[k] === true) };
    return { columns: left, values: divided, upper: Math.floor(side / common), source };
  }

  /** The rows added up, each column counted from the bound that is nearer; `undefined` beyond exact sums. */
  #termsOf(named: readonly number[], weights: readonly number[]): Terms | undefined {
    const { start, column, value, lower, upper } = this.#rows;
    const sum = this.#sum;
    const touched: number[] = [];
    const rooms: Room[] = [];
    const roomDistances: number[] = [];
    const roomCoefficients: number[] = [];
    let rest = 0;
    let magnitude = 0;
    named.forEach((row, k) => {
      const weight = weights[k]!;
      const isUpper = countsUpper(lower[row]!, upper[row]!, weight);
      const side = isUpper ? upper[row]! : lower[row]!;
      let activity = 0;
      for (let p = start[row]!; p < start[row + 1]!; p += 1) {
        const j = column[p]!;
        if (this.#isTouched[j] === 0) {
          this.#isTouched[j] = 1;
          touched.push(j);
        }
        sum[j]! += weight * value[p]!;
        magnitude +=
          Math.abs(weight * value[p]!) * Math.max(1, Math.abs(this.#lower[j]!), Math.abs(this.#upper[j]!));
        activity += value[p]! * this.#x[j]!;
      }
      this.operations += start[row + 1]! - start[row]!;
      rest += weight * side;
      magnitude += Math.abs(weight * side);
      if (lower[row] === upper[row]) return;
      const sign = isUpper ? 1 : -1;
      rooms.push({ row, sign, side });
      roomCoefficients.push(sign * weight);
      roomDistances.push(Math.max(0, sign * (side - activity)));
    });
    const columns = touched.filter((j) => sum[j] !== 0);
    const flipped: boolean[] = [];
    const distance: number[] = [];
    const coefficient = columns.map((j) => {
      const low = this.#lower[j]!;
      const high = this.#upper[j]!;
      const x = this.#x[j]!;
      const flips = x - low > (high - low) / 2;
      flipped.push(flips);
      distance.push(flips ? high - x : x - low);
      rest -= sum[j]! * (flips ? high : low);
      return flips ? -sum[j]! : sum[j]!;
    });
    for (const j of touched) {
      this.#isTouched[j] = 0;
      sum[j] = 0;
    }
    if (magnitude > SAFE) return undefined;
    return {
      touched,
      columns,
      flipped,
      rooms,
      coefficient: [...coefficient, ...roomCoefficients],
      distance: [...distance, ...roomDistances],
      rest,
    };
  }
}

/** What a row leaves to a side: `sign·(side - activity)`, 0 or more. */
interface Room {
  readonly row: number;
  readonly sign: 1 | -1;
  readonly side: number;
}

/** `Σ coefficient·distance ≤ rest` over distances that are 0 or more and whole: first of the columns, then of the rooms. */
interface Terms {
  /** All columns of the rows, also those that sum up to nothing. */
  readonly touched: readonly number[];
  readonly columns: readonly number[];
  readonly flipped: readonly boolean[];
  readonly rooms: readonly Room[];
  readonly coefficient: readonly number[];
  readonly distance: readonly number[];
  readonly rest: number;
}

/** Whether a row counts with its upper side under a weight: above 0 with the upper, below with the lower, but with the one it has. */
const countsUpper = (lower: number, upper: number, weight: number): boolean =>
  Number.isFinite(upper) && (weight > 0 || !Number.isFinite(lower));

function scaleOf(weights: readonly number[]): number {
  const isWhole = (scale: number) => (weight: number) =>
    Math.abs(weight * scale - Math.round(weight * scale)) < WHOLE * Math.max(1, scale / 10);
  return SCALES.find((scale) => weights.every(isWhole(scale))) ?? SCALES.at(-1)!;
}

/** A cut with more entries costs the relaxation more than it says. */
const mostEntries = (columns: number): number => 100 + columns / 5;
