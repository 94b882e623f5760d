import { readFileSync } from 'node:fs';

/** The whole numbers of a data file, one after the other, whatever stands between them. */
export class Numbers {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(text: string) {
    this.#numbers = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  }

  next(): number {
    const number = this.#numbers[this.#next];
    if (number === undefined || !Number.isInteger(number))
      throw new Error(`number ${String(this.#next)} of the file is missing or not whole`);
    this.#next += 1;
    return number;
  }

  take(count: number): number[] {
    return Array.from({ length: count }, () => this.next());
  }

  /** Throws unless everything was read: a file that holds more was misread. */
  end(): void {
    if (this.#next !== this.#numbers.length) throw new Error('the file holds more numbers than it says');
  }
}

export const dataFile = (path: string): string =>
  readFileSync(new URL(`../published/data/${path}`, import.meta.url), 'utf8');
