import type { Rows } from '../model/problem.js';
import type { ColumnRows } from './box.js';
import { type Budget, pause } from './budget.js';
import type { Maximisation } from './maximisation.js';
import { OPERATIONS_PER_STEP, type Steps } from '../internal/steps.js';

/** Of the columns that could make up for a row, so many are tried, and so many steps deep. */
const MAKERS_TRIED = 8;
const DEEPEST = 12;
/** Row entries that may be looked at for the sake of one rewarded column. */
const MOST_FOR_ONE = 3_000_000;
/** What is found is told after looking at the rows so many times. */
const TELL_EVERY = 20;
/** To look at a row or a column takes so many elementary operations. */
const PER_ENTRY = 5;
const IMPOSSIBLE = Infinity;

/** A point of a box with the activity of every row, which columns raise, and which can be put back. */
class Climb {
  readonly x: Float64Array;
  readonly activity: Float64Array;
  /** Row entries looked at. */
  work = 0;
  readonly #rows: Rows;
  readonly #users: ColumnRows;
  readonly #raised: number[] = [];
  readonly #by: number[] = [];

  constructor({ rows }: Maximisation, users: ColumnRows, from: Float64Array) {
    this.x = from.slice();
    this.#rows = rows;
    this.#users = users;
    this.activity = new Float64Array(rows.lower.length);
  }

  /** Works out the activity of every row. */
  *begin(): Steps<void> {
    const { start, column, value } = this.#rows;
    let nextStep = this.work + OPERATIONS_PER_STEP;
    for (let row = 0; row < this.activity.length; row += 1) {
      for (let p = start[row]!; p < start[row + 1]!; p += 1)
        this.activity[row]! += value[p]! * this.x[column[p]!]!;
      this.work += start[row + 1]! - start[row]!;
      if (this.work < nextStep) continue;
      yield this.work;
      nextStep = this.work + OPERATIONS_PER_STEP;
    }
  }

  mark(): number {
    return this.#raised.length;
  }

  raise(column: number, by: number): void {
    this.#move(column, by);
    this.#raised.push(column);
    this.#by.push(by);
  }

  undo(mark: number): void {
    while (this.#raised.length > mark) this.#move(this.#raised.pop()!, -this.#by.pop()!);
  }

  #move(column: number, by: number): void {
    const { start, row, value } = this.#users;
    this.x[column]! += by;
    for (let p = start[column]!; p < start[column + 1]!; p += 1) this.activity[row[p]!]! += by * value[p]!;
    this.work += start[column + 1]! - start[column]!;
  }
}

/**
 * A solution found without the relaxation: from the lower corner, first what rows ask for is made up for, then the columns
 * that the objective rewards are raised, the most rewarded first, each together with the cheapest columns that make up for
 * it in its rows, as long as more is gained than lost. `undefined`: none was found with so much work. On the way `tell`
 * is given solutions, each at least as good as the last, and the work done so far; it must copy what it keeps.
 */
export function* climbGreedily(
  problem: Maximisation,
  lower: Float64Array,
  upper: Float64Array,
  users: ColumnRows,
  mostWork: number,
  tell: (x: Float64Array, work: number) => Steps<void>,
  budget: Budget,
): Steps<{ readonly x: Float64Array | undefined; readonly work: number }> {
  const { rows, objective } = problem;
  const climb = new Climb(problem, users, lower);
  yield* climb.begin();
  /** Where to give up on what is being raised. */
  let until = mostWork;

  /** How far the row is beyond its sides: above 0 over the upper one, below 0 under the lower one. */
  const beyond = (row: number): number => {
    const now = climb.activity[row]!;
    return now > rows.upper[row]! ? now - rows.upper[row]! : Math.min(0, now - rows.lower[row]!);
  };

  /** Raises a column and what its rows then need; what that loses, or that it cannot be done. */
  const raise = (column: number, by: number, depth: number): number => {
    if (climb.x[column]! + by > upper[column]! || depth > DEEPEST) return IMPOSSIBLE;
    climb.raise(column, by);
    let loss = -objective[column]! * by;
    for (let p = users.start[column]!; p < users.start[column + 1]!; p += 1) {
      const more = makeUp(users.row[p]!, depth);
      if (more === IMPOSSIBLE) return IMPOSSIBLE;
      loss += more;
    }
    return loss;
  };

  /** Raises the cheapest columns that bring a row back between its sides. */
  const makeUp = (row: number, depth: number): number => {
    let loss = 0;
    for (let over = beyond(row); over !== 0; over = beyond(row)) {
      const more = raiseCheapest(row, over, depth + 1);
      if (more === IMPOSSIBLE) return IMPOSSIBLE;
      loss += more;
    }
    return loss;
  };

  const raiseCheapest = (row: number, over: number, depth: number): number => {
    let best = -1;
    let last = -1;
    let bestBy = 0;
    let bestLoss = IMPOSSIBLE;
    let tried = 0;
    const mark = climb.mark();
    for (let p = rows.start[row]!; p < rows.start[row + 1]! && tried < MAKERS_TRIED; p += 1) {
      climb.work += 1;
      const maker = rows.column[p]!;
      const helps = over > 0 ? -rows.value[p]! : rows.value[p]!;
      if (helps <= 0) continue;
      climb.undo(mark);
      last = -1;
      if (climb.x[maker]! >= upper[maker]!) continue;
      if (climb.work > until) return IMPOSSIBLE;
      tried += 1;
      const by = Math.min(upper[maker]! - climb.x[maker]!, Math.ceil(Math.abs(over) / helps));
      const loss = raise(maker, by, depth);
      last = maker;
      if (loss >= bestLoss) continue;
      bestLoss = loss;
      best = maker;
      bestBy = by;
      if (loss <= 0) break;
    }
    // What was tried last is still there.
    if (best < 0 || best === last) return bestLoss;
    climb.undo(mark);
    return raise(best, bestBy, depth);
  };

  let nextStep = OPERATIONS_PER_STEP;
  for (let row = 0; row < rows.lower.length; row += 1) {
    if (makeUp(row, 0) === IMPOSSIBLE) return { x: undefined, work: climb.work };
    if (climb.work >= nextStep) {
      yield climb.work;
      nextStep = climb.work + OPERATIONS_PER_STEP;
    }
  }
  yield* pause(budget, PER_ENTRY * rows.lower.length, climb.work);
  const rewarded = [...objective.keys()].filter((j) => objective[j]! > 0);
  rewarded.sort((a, b) => objective[b]! - objective[a]! || a - b);
  yield* pause(budget, PER_ENTRY * objective.length, climb.work);
  let nextTold = climb.work + TELL_EVERY * rows.column.length;
  for (const column of rewarded) {
    // One step after the other: the first may be worth its price and the next not.
    while (climb.x[column]! < upper[column]! && climb.work < mostWork) {
      if (climb.work >= nextStep) {
        yield climb.work;
        nextStep = climb.work + OPERATIONS_PER_STEP;
      }
      if (climb.work >= nextTold) {
        yield* tell(climb.x, climb.work);
        nextTold = climb.work + TELL_EVERY * rows.column.length;
      }
      const mark = climb.mark();
      until = Math.min(mostWork, climb.work + MOST_FOR_ONE);
      if (raise(column, 1, 0) < 0) continue;
      climb.undo(mark);
      break;
    }
  }
  return { x: climb.x, work: climb.work };
}
