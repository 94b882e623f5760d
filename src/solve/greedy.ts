import type { Box, ColumnRows } from './box.js';
import type { Maximisation } from './reduce.js';

/** Of the columns that could make room for another, so many are tried. */
const MAKERS_TRIED = 8;
const IMPOSSIBLE = Infinity;

/**
 * Raises the columns that the objective rewards, the most rewarded first, each together with the cheapest columns that
 * make room for it in its rows, as long as rows allow and more is gained than lost. What is left is a box whose lower
 * corner keeps those rows.
 */
export function raiseGreedily(problem: Maximisation, box: Box, users: ColumnRows, mostWork: number): void {
  const { rows, objective } = problem;
  const stop = box.work + mostWork;
  // A row that subtracts nothing has no room to make: narrowing sees to it that it is kept.
  const subtracts = new Uint8Array(rows.lower.length);
  for (let row = 0; row < subtracts.length; row += 1) {
    for (let p = rows.start[row]!; p < rows.start[row + 1]!; p += 1)
      if (rows.value[p]! < 0) subtracts[row] = 1;
  }

  /** By how much a row is over its upper side when every column is at its lower bound. */
  const excess = (row: number): number => {
    let least = -rows.upper[row]!;
    for (let p = rows.start[row]!; p < rows.start[row + 1]!; p += 1)
      least += rows.value[p]! * box.lower[rows.column[p]!]!;
    box.work += rows.start[row + 1]! - rows.start[row]!;
    return least;
  };

  /** Raises a column and what it needs; what that loses, or that it cannot be done. */
  const raise = (column: number, to: number): number => {
    let loss = -objective[column]! * (to - box.lower[column]!);
    if (!narrow(column, to)) return IMPOSSIBLE;
    for (let p = users.start[column]!; p < users.start[column + 1]!; p += 1) {
      const row = users.row[p]!;
      if (users.value[p]! < 0 || subtracts[row] === 0) continue;
      for (let over = excess(row); over > 0; over = excess(row)) {
        const more = makeRoom(row, over);
        if (more === IMPOSSIBLE) return IMPOSSIBLE;
        loss += more;
      }
    }
    return loss;
  };

  const narrow = (column: number, to: number): boolean => {
    const held = box.narrow(column, to, box.upper[column]!) && box.propagate();
    if (!held) box.propagate();
    return held;
  };

  /** Raises the cheapest column that a row subtracts. */
  const makeRoom = (row: number, over: number): number => {
    let best = -1;
    let bestTo = 0;
    let bestLoss = IMPOSSIBLE;
    let tried = 0;
    for (let p = rows.start[row]!; p < rows.start[row + 1]! && tried < MAKERS_TRIED; p += 1) {
      const maker = rows.column[p]!;
      const a = -rows.value[p]!;
      if (a <= 0 || box.lower[maker] === box.upper[maker]) continue;
      tried += 1;
      const to = Math.min(box.upper[maker]!, box.lower[maker]! + Math.ceil(over / a));
      const mark = box.mark();
      const loss = box.work < stop ? raise(maker, to) : IMPOSSIBLE;
      box.undo(mark);
      if (loss < bestLoss) {
        bestLoss = loss;
        best = maker;
        bestTo = to;
      }
    }
    return best < 0 ? IMPOSSIBLE : raise(best, bestTo);
  };

  const rewarded = [...objective.keys()].filter((j) => objective[j]! > 0);
  rewarded.sort((a, b) => objective[b]! - objective[a]! || a - b);
  for (const column of rewarded) {
    // One step after the other: the first may be worth its price and the next not.
    while (box.lower[column]! < box.upper[column]! && box.work < stop) {
      const mark = box.mark();
      if (raise(column, box.lower[column]! + 1) < 0) continue;
      box.undo(mark);
      break;
    }
  }
}
