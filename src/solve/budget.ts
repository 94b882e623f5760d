/** Work that may still be spent, shared by all searches of a solve; a unit is a thousand elementary operations. */
export interface Budget {
  left: number;
  nodes: number;
  iterations: number;
  cuts: number;
}

export const OPERATIONS_PER_UNIT = 1000;

/** Spends at most a part of what is left, and counts it. */
export function spendPart<T>(budget: Budget, part: number, spend: (share: Budget) => T): T {
  const most = budget.left * part;
  const share: Budget = { ...budget, left: most };
  const result = spend(share);
  Object.assign(budget, share, { left: budget.left - (most - share.left) });
  return result;
}
