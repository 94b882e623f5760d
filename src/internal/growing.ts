import type { Pace, Steps } from './steps.js';

/** Numbers of one kind, side by side. */
type Numbers = Int32Array | Float64Array;

const SHIFT = 12;
const CHUNK = 2 ** SHIFT;

/** Numbers to which more are added: millions of them, without ever moving what is there. */
export class Growing<T extends Numbers> {
  /** How many there are. */
  length = 0;
  readonly #make: (length: number) => T;
  readonly #chunks: T[] = [];

  /** `make`: makes a typed array of so many. */
  constructor(make: (length: number) => T) {
    this.#make = make;
  }

  push(number: number): void {
    const at = this.length % CHUNK;
    if (at === 0) this.#chunks.push(this.#make(CHUNK));
    this.#chunks[this.length >> SHIFT]![at] = number;
    this.length += 1;
  }

  at(index: number): number {
    return this.#chunks[index >> SHIFT]![index % CHUNK]!;
  }

  /** All of them in one typed array. */
  *together(pace: Pace): Steps<T> {
    const all = this.#make(this.length);
    for (const [k, chunk] of this.#chunks.entries()) {
      all.set(chunk.subarray(0, this.length - k * CHUNK), k * CHUNK);
      if (pace.ends(CHUNK)) yield pace.operations;
    }
    return all;
  }
}

export const growingInts = (): Growing<Int32Array> => new Growing((length) => new Int32Array(length));
export const growingFloats = (): Growing<Float64Array> => new Growing((length) => new Float64Array(length));
