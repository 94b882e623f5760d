import type { RowWeights } from '../certificate/certificate.js';
import type { Finding } from './finding.js';

/** Growing numbers as the first and the distances. */
export const inSteps = (numbers: readonly number[]): number[] =>
  numbers.map((number, k) => number - (numbers[k - 1] ?? 0));

/** Of the row weights written last, so many are looked at for what can be taken over from them. */
const LOOKED_AT = 4;

/** Writes row weights, those of a tree one after the other: what stands in earlier ones is not written again. */
export class RowWeightsWriter {
  readonly #number: (row: number) => number;
  readonly #written: Finding[] = [];

  /** `number`: the number in the certificate of each row. */
  constructor(number: (row: number) => number) {
    this.#number = number;
  }

  /** What the last ones were multiplied by. */
  get lastScale(): number | undefined {
    return this.#written.at(-1)?.scale;
  }

  write(finding: Finding): RowWeights {
    const { scale } = finding;
    let best: Pick<Finding, 'rows' | 'weights'> | Changes = finding;
    let base: number | undefined;
    const first = Math.max(0, this.#written.length - LOOKED_AT);
    for (let n = this.#written.length - 1; n >= first; n -= 1) {
      const earlier = this.#written[n]!;
      if (earlier.scale !== scale) continue;
      const changes = changesFrom(earlier, finding);
      if (changes.rows.length >= best.rows.length) continue;
      best = changes;
      base = n;
    }
    this.#written.push(finding);
    const rows = inSteps(Array.from(best.rows, this.#number));
    return { scale, rows, weights: [...best.weights], ...(base === undefined ? {} : { base }) };
  }
}

interface Changes {
  readonly rows: readonly number[];
  readonly weights: readonly number[];
}

/** The rows of which the weights differ, with those they have now. */
function changesFrom(before: Finding, now: Finding): Changes {
  const rows: number[] = [];
  const weights: number[] = [];
  let b = 0;
  let n = 0;
  while (b < before.rows.length || n < now.rows.length) {
    const old = before.rows[b] ?? Infinity;
    const next = now.rows[n] ?? Infinity;
    if (old < next) {
      rows.push(old);
      weights.push(0);
      b += 1;
      continue;
    }
    if (next < old || before.weights[b] !== now.weights[n]) {
      rows.push(next);
      weights.push(now.weights[n]!);
    }
    if (old === next) b += 1;
    n += 1;
  }
  return { rows, weights };
}
