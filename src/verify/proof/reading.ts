import type { CertificateRefusalCode, Path } from '../refusal.js';

/** Thrown where a proof fails, at a path from the proof downwards; caught where its check began. */
export class Refused extends Error {
  readonly code: CertificateRefusalCode;
  readonly path: Path;
  constructor(code: CertificateRefusalCode, path: Path, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

/** Entries looked at before a proof is refused for their number: some minutes of work. */
const MOST_WORK = 1e11;
/** An entry that is kept counts as so many that are looked at: there is less memory than time. */
const KEPT = 1e4;

/** Where in a proof its reading is, and what all of it may not go beyond. */
export class Reading {
  at: Path = [];
  #work = 0;

  refuse(code: CertificateRefusalCode, message: string): never {
    throw new Refused(code, this.at, message);
  }

  spend(work: number): void {
    this.#work += work;
    if (this.#work > MOST_WORK) this.refuse('too-large', 'It takes too much work to check.');
  }

  keep(entries: number): void {
    this.spend(KEPT * entries);
  }

  /** A value worked out from whole numbers, which is exact unless it is too large: then it is refused. */
  exact(value: number): number {
    if (!Number.isSafeInteger(value)) this.refuse('too-large', 'Its numbers are too large to be exact.');
    return value;
  }

  /** Growing numbers below a limit, from the first and the distances between them. */
  numbers(steps: readonly number[], limit: number, code: CertificateRefusalCode): number[] {
    let number = 0;
    return steps.map((step, k) => {
      number += step;
      if (number >= limit || (k > 0 && step === 0)) this.refuse(code, 'It names what is not there.');
      return number;
    });
  }
}
