import type { Basis } from './basis.js';

/** Rows whose basic columns are out of their bounds, from which the one to leave the basis is chosen. */
export class Infeasibilities {
  readonly #basis: Basis;
  readonly #tolerance: number;
  readonly #row: Int32Array;
  readonly #listed: Uint8Array;
  #count = 0;

  constructor(basis: Basis, tolerance: number) {
    this.#basis = basis;
    this.#tolerance = tolerance;
    this.#row = new Int32Array(basis.rows);
    this.#listed = new Uint8Array(basis.rows);
  }

  /** How many are looked at. */
  get count(): number {
    return this.#count;
  }

  /** Looks at all rows anew. */
  renew(): void {
    this.#count = 0;
    this.#listed.fill(0);
    for (let row = 0; row < this.#row.length; row += 1) this.look(row);
  }

  /** Looks at a row whose basic column moved or is another. */
  look(row: number): void {
    if (this.#listed[row] === 1 || this.#basis.outside(row) <= this.#tolerance) return;
    this.#listed[row] = 1;
    this.#row[this.#count++] = row;
  }

  /** The row whose basic column breaks its bounds most, in the metric of the dual steepest edge; -1 for none. */
  choose(): number {
    const { weight, head } = this.#basis;
    let chosen = -1;
    let best = 0;
    for (let k = 0; k < this.#count;) {
      const row = this.#row[k]!;
      const outside = this.#basis.outside(row);
      if (outside <= this.#tolerance) {
        this.#listed[row] = 0;
        this.#count -= 1;
        this.#row[k] = this.#row[this.#count]!;
        continue;
      }
      const score = (outside * outside) / weight[head[row]!]!;
      if (score > best || (score === best && row < chosen)) {
        best = score;
        chosen = row;
      }
      k += 1;
    }
    return chosen;
  }
}
