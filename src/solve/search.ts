import { Branching } from './branching.js';
import { type Budget, OPERATIONS_PER_UNIT, spendPart } from './budget.js';
import type { Explored, ExploredBox } from './explored.js';
import { climb, complete, dive } from './first-solutions.js';
import { Neighbourhoods } from './neighbourhoods.js';
import { type Node, popBest, pushNode } from './node-queue.js';
import type { Maximisation } from './maximisation.js';
import { reduce } from './reduce.js';
import { INTEGRAL, Region } from './region.js';
import type { Steps } from '../internal/steps.js';

/** How a search ended: the best solution, if any, and a bound on what any solution can reach. */
export interface Found {
  readonly x: Float64Array | undefined;
  readonly value: number;
  /** At least every solution's value; equal to `value` when the search is complete. `-Infinity`: no solution exists. */
  readonly bound: number;
  readonly complete: boolean;
  readonly explored: Explored;
}

const MOST_CUT_ROUNDS = 60;
/** Rounds of cuts that may pass without closing this share of the gap. */
const IDLE_ROUNDS = 4;
const LEAST_GAIN = 0.005;
const DIVE_AFTER_CUTS = 6;
const DIVE_EVERY = 64;
/** A search around a solution: how near the relaxation has to be, on which part of the columns, for which share of the effort. */
const AGREES = 0.1;
const LEAST_HELD = 0.3;
const AROUND_SHARE = 0.1;
/** A search on no more than this share of the columns may look around its own best solution. */
const SMALLER = 0.5;
/** Of what was spent, the share that searches of neighbourhoods may take without finding anything better; and of what is left, that of each. */
const NEIGHBOURHOODS_SHARE = 0.05;
const NEIGHBOURHOOD_SHARE = 0.01;
const DIVE_SHARE = 0.01;
/** A search of no more nodes than this ends before it would gain from looking ahead; one gains where best and bound differ by no more than this share. */
const FEW_NODES = 100;
const NEAR = 0.1;

/** Branch and bound for one maximisation. Floating point proposes; every node is closed by a bound proved in integers. */
export class Search {
  readonly #region: Region;
  readonly #branching: Branching;
  readonly #looksAround: boolean;
  readonly #root: Node = {
    parent: undefined,
    column: -1,
    lower: 0,
    upper: 0,
    isUpper: false,
    distance: 1,
    bound: Infinity,
    depth: 0,
    findings: [],
  };
  /** The node that is looked at, and those that are left: elsewhere no solution is better than the best. */
  #current: Node | undefined = this.#root;
  readonly #open: Node[] = [];
  /** Given up once so many nodes were looked at by all searches. */
  #lastNode = Infinity;
  #looksAhead = true;
  /** What was left of the whole budget at the beginning. */
  readonly #begun: number;
  /** Where neighbourhoods are searched: them, the relaxation's point at the root, and what was spent on them in vain, in all and last. */
  #neighbourhoods: Neighbourhoods | undefined;
  #rootPoint: Float64Array | undefined;
  #inVain = 0;
  #lastCost = 0;

  /**
   * `previous`: a search over the same columns and rows, whose last relaxation is a start for this one; such a search,
   * and one with `looksAround` false, does not look around its best solution.
   */
  constructor(
    whole: Maximisation,
    budget: Budget,
    starts: readonly Float64Array[],
    previous?: Search,
    looksAround = previous === undefined,
  ) {
    this.#looksAround = looksAround;
    this.#begun = budget.left + budget.aside;
    this.#region = new Region(whole, budget, previous === undefined ? undefined : previous.#region);
    this.#branching = new Branching(this.#region);
    for (const start of starts) this.#region.offer(start);
  }

  /** The best solution so far. */
  get best(): Float64Array | undefined {
    return this.#region.best;
  }

  /** At least every solution's value, by what is proved so far; `Infinity` before anything is. */
  get bound(): number {
    const most = Math.max(this.#region.bestValue, this.#current?.bound ?? -Infinity);
    return this.#open.reduce((most, node) => Math.max(most, node.bound), most);
  }

  /** Maximises; gives up after so many nodes. */
  *run(mostNodes = Infinity): Steps<Found> {
    const region = this.#region;
    region.box.enqueueAll();
    if (!region.box.propagate()) return this.#end(-Infinity);
    yield* climb(region);
    yield* complete(region);
    const bound = yield* this.#sharpenRoot();
    if (bound <= region.bestValue) return this.#end(bound);
    this.#lastNode = region.budget.nodes + mostNodes;
    this.#looksAhead = mostNodes > FEW_NODES;
    return this.#end(yield* this.#branchAndBound());
  }

  /** Explores what is left when only solutions worth more than `value` count, of which there is none. */
  *refute(value: number): Steps<ExploredBox> {
    const region = this.#region;
    region.bestValue = value;
    region.box.enqueueAll();
    if (region.box.propagate()) yield* this.#branchAndBound();
    return this.#root;
  }

  /** Explores the tree below the present box. What is still possible: the best value if all was explored. */
  *#branchAndBound(): Steps<number> {
    const region = this.#region;
    const rootMark = region.box.mark();
    const open = this.#open;
    let sinceDive = 0;
    let nextAround = region.budget.nodes + 2 * DIVE_EVERY;
    while (this.#current !== undefined || open.length > 0) {
      if (region.exhausted || region.budget.nodes >= this.#lastNode) return this.bound;
      if (this.#current === undefined) {
        const node = popBest(open);
        if (node.bound <= region.bestValue) continue;
        region.box.undo(rootMark);
        if (!this.#replay(node)) continue;
        this.#current = node;
      }
      region.budget.nodes += 1;
      const node: Node = this.#current;
      const branch = yield* this.#explore(node);
      if (branch === undefined) {
        this.#current = undefined;
        continue;
      }
      sinceDive += 1;
      if (sinceDive >= DIVE_EVERY) {
        sinceDive = 0;
        yield* spendPart(region.budget, DIVE_SHARE, () => dive(region));
        if (region.budget.nodes >= nextAround) {
          nextAround = 4 * region.budget.nodes;
          yield* this.#searchAround();
        }
      }
      yield* this.#searchNeighbourhoods();
      if (branch.bound <= region.bestValue) {
        this.#current = undefined;
        continue;
      }
      const { column, value, bound } = branch;
      const at = Math.floor(value);
      const child = (lower: number, upper: number, isUpper: boolean): Node => ({
        parent: node,
        column,
        lower,
        upper,
        isUpper,
        distance: isUpper ? at + 1 - value : value - at,
        bound,
        depth: node.depth + 1,
        findings: [],
      });
      const down = child(region.box.lower[column]!, at, false);
      const up = child(at + 1, region.box.upper[column]!, true);
      node.split = { column, at, low: down, high: up };
      // Up first: it decides more, and what is bought leads to solutions.
      pushNode(open, down);
      const stays = region.box.narrow(column, up.lower, up.upper) && region.box.propagate();
      if (!stays) region.box.propagate();
      this.#current = stays ? up : undefined;
    }
    return region.bestValue;
  }

  #end(bound: number): Found {
    this.#root.bound = bound;
    this.#current = this.#root;
    this.#open.length = 0;
    const { best: x, bestValue: value } = this.#region;
    const explored = { root: this.#root, cuts: this.#region.cuts, inUse: this.#region.rowNumbers };
    return { x, value, bound: this.bound, complete: this.bound === value, explored };
  }

  #replay(node: Node): boolean {
    const region = this.#region;
    const path: Node[] = [];
    for (let at: Node | undefined = node; at !== undefined && at.column >= 0; at = at.parent) path.push(at);
    for (let k = path.length - 1; k >= 0; k -= 1) {
      const step = path[k]!;
      if (!region.box.narrow(step.column, step.lower, step.upper)) {
        region.box.propagate();
        return false;
      }
    }
    return region.box.propagate();
  }

  /** The root: relaxation, cuts while they help, dives; the bound proved. */
  *#sharpenRoot(): Steps<number> {
    const region = this.#region;
    let bound = Infinity;
    let unrounded = Infinity;
    let idle = 0;
    for (let round = 0; ; round += 1) {
      if ((yield* region.relax()) === 'closed') return this.#closedAtRoot();
      const proved = region.boundAndFix();
      this.#root.findings.push(region.finding!);
      if (proved === -Infinity) return -Infinity;
      const gain = unrounded - region.unrounded;
      unrounded = Math.min(unrounded, region.unrounded);
      idle =
        gain > LEAST_GAIN * Math.max(region.granularity, Math.abs(proved - region.bestValue)) ? 0 : idle + 1;
      bound = Math.min(bound, proved);
      this.#root.bound = bound;
      if (bound <= region.bestValue) return bound;
      region.takePoint();
      if (round === 0 || round === DIVE_AFTER_CUTS) {
        yield* spendPart(region.budget, DIVE_SHARE, () => dive(region));
        // The dive moved the relaxation's point: bring it back before cutting.
        if ((yield* region.relax()) === 'closed') return this.#closedAtRoot();
      }
      if (bound <= region.bestValue || round >= MOST_CUT_ROUNDS || region.exhausted) break;
      if (idle >= IDLE_ROUNDS) break;
      const cuts = yield* region.separate();
      if (cuts.length === 0) break;
      region.budget.cuts += cuts.length;
      region.replaceCuts(cuts);
    }
    if (bound > region.bestValue) {
      if ((yield* region.relax()) === 'open') {
        yield* spendPart(region.budget, DIVE_SHARE, () => dive(region));
        while ((yield* region.relax()) === 'open' && (yield* this.#searchAround()));
        if (this.#looksAround) {
          this.#neighbourhoods = new Neighbourhoods(region.whole, region.isSum);
          region.budget.left -= this.#neighbourhoods.work / OPERATIONS_PER_UNIT;
          this.#rootPoint = Float64Array.from(region.point);
          yield* this.#searchNeighbourhoods();
        }
      }
      region.replaceCuts([]);
    }
    return bound;
  }

  #closedAtRoot(): number {
    this.#root.findings.push(this.#region.finding!);
    return -Infinity;
  }

  /**
   * Looks for better solutions among those that are as the best one wherever the relaxation is as well: a smaller
   * problem, searched with a part of the effort (Danna, Rothberg and Le Pape, "Exploring relaxation induced
   * neighborhoods to improve MIP solutions", Mathematical Programming 102, 2005). Says whether it found one.
   */
  *#searchAround(): Steps<boolean> {
    const { whole, budget, best, bestValue, point } = this.#region;
    if (!this.#looksAround || best === undefined || budget.left <= 0) return false;
    const lower = Float64Array.from(whole.lower);
    const upper = Float64Array.from(whole.upper);
    let held = 0;
    for (let j = 0; j < best.length; j += 1) {
      if (Math.abs(point[j]! - best[j]!) > AGREES) continue;
      lower[j] = upper[j] = best[j]!;
      held += 1;
    }
    if (held < LEAST_HELD * best.length) return false;
    yield* this.#searchWithin({ lower, upper }, Math.min(AROUND_SHARE, this.#spent / budget.left));
    return this.#region.bestValue > bestValue;
  }

  /**
   * Searches neighbourhoods of the best solution, again and again as long as better ones are found, or little was spent in
   * vain. They find what the others do not where the relaxation agrees with the best solution on few columns.
   */
  *#searchNeighbourhoods(): Steps<void> {
    const neighbourhoods = this.#neighbourhoods;
    const point = this.#rootPoint;
    if (neighbourhoods === undefined || point === undefined) return;
    const { budget } = this.#region;
    while (budget.left > 0) {
      const { best, bestValue } = this.#region;
      const { left } = budget;
      const most = NEIGHBOURHOODS_SHARE * this.#spent - this.#inVain;
      if (best === undefined || most < this.#lastCost) return;
      const before = neighbourhoods.work;
      const bounds = neighbourhoods.next(best, point, AGREES);
      budget.left -= (neighbourhoods.work - before) / OPERATIONS_PER_UNIT;
      if (bounds !== undefined)
        neighbourhoods.tell(yield* this.#searchWithin(bounds, Math.min(NEIGHBOURHOOD_SHARE, most / left)));
      this.#lastCost = left - budget.left;
      if (this.#region.bestValue === bestValue) this.#inVain += this.#lastCost;
      if (bounds === undefined) return;
    }
  }

  /** What this search has spent so far, with what it began. */
  get #spent(): number {
    const { left, aside } = this.#region.budget;
    return this.#begun - left - aside;
  }

  /** Searches a smaller box, from the best solution, with a share of the effort; says whether it was searched to the end. */
  *#searchWithin(bounds: Pick<Maximisation, 'lower' | 'upper'>, share: number): Steps<boolean> {
    const { whole, budget, best } = this.#region;
    const reduction = yield* reduce({ ...whole, ...bounds }, budget);
    if (reduction === undefined) return true;
    const { problem } = reduction;
    const starts = best === undefined ? [] : [reduction.project(best)];
    const looksAround = problem.lower.length <= SMALLER * whole.lower.length;
    const found = yield* spendPart(budget, share, () =>
      new Search(problem, budget, starts, undefined, looksAround).run(),
    );
    if (found.x !== undefined) this.#region.offer(reduction.restore(found.x));
    return found.complete;
  }

  /** Solves one node; the column to branch on with its value, or nothing when the node is closed. */
  *#explore(
    node: Node,
  ): Steps<{ readonly column: number; readonly value: number; readonly bound: number } | undefined> {
    const region = this.#region;
    let { bound } = node;
    for (const cutsOff of [true, false]) {
      const ending = yield* region.relax(cutsOff);
      if (ending === 'open') bound = Math.min(bound, region.boundAndFix());
      node.findings.push(region.finding!);
      if (ending === 'closed' || bound <= region.bestValue) return undefined;
      // What seems worthless in floating point may not be seen to be so in whole numbers: then it is looked at to the end.
      if (!region.wasCutOff) break;
    }
    if (node.parent !== undefined && node.column >= 0 && Number.isFinite(node.bound))
      this.#branching.learn(node, bound);
    region.takePoint();
    if (bound <= region.bestValue) return undefined;
    const x = Float64Array.from(region.point);
    // While there is much to find, more nodes find it sooner than better ones.
    const isNear = bound - region.bestValue <= NEAR * Math.abs(bound);
    const column = yield* this.#branching.choose(this.#looksAhead && isNear);
    if (column < 0) {
      region.offer(region.box.lower);
      return undefined;
    }
    const low = region.box.lower[column]!;
    const high = region.box.upper[column]!;
    const value = Math.min(Math.max(x[column]!, low), high);
    // A column may be open though the relaxation puts it on an integer: split its range there.
    const split =
      Math.abs(value - Math.round(value)) > INTEGRAL
        ? value
        : Math.round(value) >= high
          ? high - 0.5
          : Math.round(value) + 0.5;
    return { column, value: split, bound };
  }
}
