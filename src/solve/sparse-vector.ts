/**
 * A vector with the list of its entries that are not zero: what is done with it costs as much as it has entries, however
 * long it is. `value` is zero wherever `index`, up to `count`, does not say otherwise; no position is listed twice.
 */
export class SparseVector {
  readonly value: Float64Array;
  readonly index: Int32Array;
  count = 0;

  constructor(length: number) {
    this.value = new Float64Array(length);
    this.index = new Int32Array(length);
  }

  /** Makes all entries zero. */
  clear(): void {
    for (let k = 0; k < this.count; k += 1) this.value[this.index[k]!] = 0;
    this.count = 0;
  }

  /** Adds to an entry. */
  add(i: number, by: number): void {
    const old = this.value[i]!;
    if (old === 0) this.index[this.count++] = i;
    // A sum that cancels to nothing stays listed: as zero it could be listed a second time.
    this.value[i] = old + by || Number.MIN_VALUE;
  }

  /** Takes over another vector. */
  copy(other: SparseVector): void {
    this.clear();
    for (let k = 0; k < other.count; k += 1) {
      const i = other.index[k]!;
      this.index[k] = i;
      this.value[i] = other.value[i]!;
    }
    this.count = other.count;
  }

  /** Lists anew the entries that are not zero. */
  gather(): void {
    this.count = 0;
    for (let i = 0; i < this.value.length; i += 1) if (this.value[i] !== 0) this.index[this.count++] = i;
  }
}
