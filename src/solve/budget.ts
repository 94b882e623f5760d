import type { Steps } from './steps.js';

/** Work that may still be spent, shared by all searches of a solve; a unit is a thousand elementary operations. */
export interface Budget {
  left: number;
  /** Of what may be spent in all, what is put aside while a part is spent. */
  aside: number;
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
