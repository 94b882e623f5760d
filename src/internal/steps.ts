/**
 * Work done in steps, so that it can be watched, and given up, in between. What is yielded after a step is the number
 * of elementary operations that are done and not yet taken off a budget. Where the steps end depends on work alone.
 */
export type Steps<T> = Generator<number, T, undefined>;

/** After about so many operations a step ends: a few milliseconds. */
export const OPERATIONS_PER_STEP = 100_000;

/** Takes all the steps. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Counts operations, and says where a step ends. */
export class Pace {
  /** All that were counted. */
  operations = 0;
  #end = OPERATIONS_PER_STEP;

  /** Counts so many more; whether the step ends here. */
  ends(operations: number): boolean {
    this.operations += operations;
    if (this.operations < this.#end) return false;
    this.#end = this.operations + OPERATIONS_PER_STEP;
    return true;
  }
}
