import type { Steps } from '../internal/steps.js';

/** Work that may still be spent, shared by all searches of a solve; a unit is a thousand elementary operations. */
export interface Budget {
  left: number;
  /** Of what may be spent in all, what is put aside while a part is spent. */
  aside: number;
  /** Operations done beside it: they are no effort, and count only for how long a part of a solve is. */
  beside: number;
  nodes: number;
  iterations: number;
  cuts: number;
  /** Solutions of a guide that were better than the best known. */
  proposals: number;
}

export const OPERATIONS_PER_UNIT = 1000;

/** A budget of so many units of work, none of them spent. */
export const budgetOf = (effort: number): Budget => ({
  left: effort,
  aside: 0,
  beside: 0,
  nodes: 0,
  iterations: 0,
  cuts: 0,
  proposals: 0,
});

/** Spends at most a part of what is left: meanwhile the rest is put aside. */
export function* spendPart<T>(budget: Budget, part: number, spend: () => Steps<T>): Steps<T> {
  const { left, aside } = budget;
  const most = left * part;
  budget.left = most;
  budget.aside = aside + (left - most);
  const result = yield* spend();
  budget.left = left - (most - budget.left);
  budget.aside = aside;
  return result;
}

/** Does work that is no effort, while so many operations are done and not yet taken off. */
export function* doBeside<T>(budget: Budget, work: Steps<T>, pending = 0): Steps<T> {
  for (let before = 0; ;) {
    const step = work.next();
    if (step.done === true) return step.value;
    budget.beside += step.value - before;
    before = step.value;
    yield pending;
  }
}

/** Ends a step of so many operations that are no effort, while so many others are done and not yet taken off. */
export function* pause(budget: Budget, operations: number, pending = 0): Steps<void> {
  budget.beside += operations;
  yield pending;
}
