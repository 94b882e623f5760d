import type { RowWeights } from '../../certificate/certificate.js';
import type { Box } from './box.js';
import type { Reading } from './reading.js';
import { sideOf } from './row.js';

/** So many row weights back is the earliest that others can be based on: all of them would fill the memory. */
const KEPT = 64;

type ByRow = ReadonlyMap<number, number>;

/** Narrows a box by row weights, one after the other. */
export class Weighing {
  readonly #box: Box;
  readonly #objective: Float64Array;
  readonly #reading: Reading;
  /** The scale and the weights of those read last, by their number. */
  readonly #kept = new Map<number, readonly [number, ByRow]>();
  #count = 0;

  constructor(box: Box, objective: Float64Array, reading: Reading) {
    this.#box = box;
    this.#objective = objective;
    this.#reading = reading;
  }

  /** Narrows the box to what the weights leave of the points that are worth so much. */
  use(given: RowWeights, goal: number): void {
    const box = this.#box;
    const { reduced, spare } = this.#weigh(given.scale, this.#weightsOf(given), goal);
    if (spare < 0) box.empty = true;
    for (let j = 0; j < reduced.length && !box.empty; j += 1) {
      const room = Math.floor(spare / Math.abs(reduced[j]!));
      if (reduced[j] === 0 || room >= box.upper[j]! - box.lower[j]!) continue;
      if (reduced[j]! > 0) box.narrow(j, box.upper[j]! - room, Infinity);
      else box.narrow(j, -Infinity, box.lower[j]! + room);
    }
    box.propagate();
  }

  /** The weights by row, those that they are based on included. */
  #weightsOf({ scale, rows, weights, base }: RowWeights): ByRow {
    const [baseScale, before] = base === undefined ? [scale, []] : (this.#kept.get(base) ?? []);
    if (baseScale !== scale) this.#reading.refuse('weights', 'They cannot be based on those.');
    if (weights.length !== rows.length) this.#reading.refuse('weights', 'Each row has one weight.');
    const byRow = new Map(before);
    this.#reading.spend(byRow.size);
    this.#reading.numbers(rows, this.#box.rows.length, 'weights').forEach((i, k) => {
      const weight = weights[k]!;
      if (weight === 0) byRow.delete(i);
      else if (Number.isFinite(sideOf(this.#box.rows[i]!, weight))) byRow.set(i, weight);
      else this.#reading.refuse('weights', `Row ${i} has no such side.`);
    });
    this.#kept.set(this.#count, [scale, byRow]);
    this.#kept.delete(this.#count - KEPT);
    this.#count += 1;
    return byRow;
  }

  /**
   * `spare`: by how much the most that the box can be worth lies above the goal; `reduced`: by column, the objective without
   * the weighted rows; both times the scale.
   */
  #weigh(scale: number, weights: ByRow, goal: number): { reduced: Float64Array; spare: number } {
    const { rows, lower, upper } = this.#box;
    let largest = 0;
    const seen = (value: number): number => {
      largest = Math.max(largest, Math.abs(value));
      return value;
    };
    let spare = seen(-scale * goal);
    const reduced = this.#objective.map((c) => seen(scale * c));
    for (const [i, weight] of weights) {
      const { columns, values } = rows[i]!;
      this.#reading.spend(columns.length);
      spare = seen(spare + seen(weight * sideOf(rows[i]!, weight)));
      for (let p = 0; p < columns.length; p += 1)
        reduced[columns[p]!] = seen(reduced[columns[p]!]! - seen(weight * values[p]!));
    }
    this.#reading.spend(reduced.length);
    for (let j = 0; j < reduced.length; j += 1)
      spare = seen(spare + seen(reduced[j]! * (reduced[j]! > 0 ? upper[j]! : lower[j]!)));
    if (largest <= Number.MAX_SAFE_INTEGER) return { reduced, spare };
    return { reduced, spare: this.#isNoneSpare(scale, weights, goal) ? -1 : Infinity };
  }

  /** The same where numbers are too large to be exact: only whether there is less than nothing to spare. */
  #isNoneSpare(scale: number, weights: ByRow, goal: number): boolean {
    const { rows, lower, upper } = this.#box;
    const reduced = Array.from(this.#objective, (c) => BigInt(scale) * BigInt(c));
    let spare = -BigInt(scale) * BigInt(goal);
    for (const [i, weight] of weights) {
      const { columns, values } = rows[i]!;
      spare += BigInt(weight) * BigInt(sideOf(rows[i]!, weight));
      columns.forEach((j, p) => (reduced[j]! -= BigInt(weight) * BigInt(values[p]!)));
    }
    reduced.forEach((d, j) => (spare += d * BigInt(d > 0n ? upper[j]! : lower[j]!)));
    return spare < 0n;
  }
}
