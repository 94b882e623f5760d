import type { TreeNode } from '../certificate/certificate.js';
import { present } from '../internal/invariant.js';
import { Box } from './box.js';
import type { ExploredBox } from './explored.js';
import { type Budget, budgetOf, OPERATIONS_PER_UNIT } from './budget.js';
import { applied, type Claim, type Said } from './applied.js';
import type { Finding } from './finding.js';
import { RowWeightsWriter } from './row-weights.js';
import { Search } from './search.js';
import type { Steps } from '../internal/steps.js';

/** Scales that are tried for short numbers, before the one that was found. */
const SCALES = [1, 12, 420, 2 ** 12, 2 ** 17];

/** A proof is owed once there is an optimum, whatever work is left. */
const BOUNDLESS = Number.MAX_SAFE_INTEGER;

/** What the box alone says. */
const NO_ROWS: Finding = { scale: 1, rows: new Int32Array(), weights: new Float64Array() };

interface Frame {
  readonly explored: ExploredBox;
  /** Findings about boxes that hold this one, the widest first. */
  readonly above: readonly Finding[];
  /** Where the column was split that made it. */
  readonly narrow: { readonly column: number; readonly lower: number; readonly upper: number } | undefined;
}

/**
 * Goes once more through what a search explored, now that the best value is known, and writes down what proves it: a box
 * is closed as early as it can be, by as few weights of rows as do. Where what was found out does not do (a bound that was
 * lower than it could be shown to be later), the box is searched again.
 */
export class TreeWriter {
  readonly #claim: Claim;
  readonly #box: Box;
  readonly #writer: RowWeightsWriter;
  readonly tree: TreeNode[] = [];
  readonly #column: (column: number) => number;

  constructor(claim: Claim, column: (column: number) => number, row: (row: number) => number) {
    this.#claim = claim;
    this.#box = new Box(claim.whole.lower, claim.whole.upper, claim.rows);
    this.#writer = new RowWeightsWriter(row);
    this.#column = column;
  }

  /** Writes the tree below a box; the findings' rows are numbered as the claim's. */
  *write(root: ExploredBox, budget: Budget): Steps<void> {
    const box = this.#box;
    box.enqueueAll();
    const stack: (Frame | number)[] = [{ explored: root, above: [], narrow: undefined }];
    while (stack.length > 0) {
      const frame = stack.pop()!;
      if (typeof frame === 'number') {
        box.propagate();
        box.undo(frame);
        continue;
      }
      const work = box.work;
      stack.push(box.mark());
      yield* this.#visit(frame, stack);
      budget.left -= (box.work - work) / OPERATIONS_PER_UNIT;
      yield 0;
    }
  }

  *#visit({ explored, above, narrow }: Frame, stack: (Frame | number)[]): Steps<void> {
    const box = this.#box;
    const holds = narrow === undefined || box.narrow(narrow.column, narrow.lower, narrow.upper);
    if (!box.propagate() || !holds) return void this.tree.push({});
    if (this.#closes(NO_ROWS)) return this.#close([NO_ROWS]);
    const own = explored.findings;
    const last = own.at(-1);
    if (last !== undefined) {
      const short = this.#shortest(last);
      if (short !== undefined) return this.#close([short]);
    }
    const isRoot = narrow === undefined;
    let { split } = explored;
    if (split === undefined || isRoot) {
      const chain = this.#closing([...above, ...own]);
      if (chain !== undefined) return this.#close(chain);
    }
    if (split === undefined) {
      // Nothing closes it: it is searched again, with what is known now.
      const { whole, rows, value } = this.#claim;
      const again = new Search(
        { ...whole, lower: box.lower, upper: box.upper, rows },
        budgetOf(BOUNDLESS),
        [],
      );
      const searched = yield* again.refute(value);
      own.push(...searched.findings);
      const found = searched.findings.at(-1);
      split = searched.split;
      if (split === undefined) {
        const short = found && this.#shortest(found);
        const closing = short === undefined ? this.#closing(own) : [short];
        return this.#close(present(closing, 'A box that holds nothing better could not be closed'));
      }
    }
    // Below the root all lean on what the root's relaxation narrows; elsewhere it is taken up where it is needed.
    const narrowing: Finding[] = [];
    for (const finding of isRoot ? own : []) {
      const says = this.#apply(finding);
      if (says !== 'unchanged') narrowing.push(finding);
      if (says === 'closed') return this.#close(narrowing);
    }
    const { column, at, low, high } = split;
    this.tree.push({ ...this.#weights(narrowing), column: this.#column(column), at });
    const wider = [...above, ...own];
    const child = (side: ExploredBox, lower: number, upper: number): Frame => ({
      explored: side,
      above: wider,
      narrow: { column, lower, upper },
    });
    stack.push(child(high, at + 1, box.upper[column]!), child(low, box.lower[column]!, at));
  }

  #weights(findings: readonly Finding[]): Pick<TreeNode, 'weights'> {
    if (findings.length === 0) return {};
    return { weights: findings.map((finding) => this.#writer.write(finding)) };
  }

  #close(findings: readonly Finding[]): void {
    this.tree.push(this.#weights(findings));
  }

  /** What a finding says of the present box. */
  #apply(finding: Finding): Said {
    this.#box.work += this.#claim.rows.column.length;
    return applied(finding, this.#box, this.#claim);
  }

  /** Whether a finding closes the present box by itself, without change to the box. */
  #closes(finding: Finding): boolean {
    const mark = this.#box.mark();
    const closed = this.#apply(finding) === 'closed';
    this.#box.propagate();
    this.#box.undo(mark);
    return closed;
  }

  /** The finding in the shortest numbers in which it closes the present box. */
  #shortest(finding: Finding): Finding | undefined {
    if (!this.#closes(finding)) return undefined;
    const { lastScale } = this.#writer;
    for (const scale of lastScale === undefined ? SCALES : [lastScale, ...SCALES]) {
      if (scale <= 0 || scale >= finding.scale) continue;
      const rougher = rescaled(finding, scale);
      if (this.#closes(rougher)) return rougher;
    }
    return finding;
  }

  /** The fewest of the findings, from the last backwards, that close the present box one after the other. */
  #closing(findings: readonly Finding[]): readonly Finding[] | undefined {
    for (let count = 2; ; count *= 2) {
      const chain = findings.slice(-count);
      const mark = this.#box.mark();
      const used: Finding[] = [];
      let closed = false;
      // What is left may be a single point, of which the box alone says what it is worth.
      for (const finding of [...chain, NO_ROWS]) {
        const says = this.#apply(finding);
        if (says !== 'unchanged') used.push(finding);
        closed = says === 'closed';
        if (closed) break;
      }
      this.#box.propagate();
      this.#box.undo(mark);
      if (closed) return used;
      if (count >= findings.length) return undefined;
    }
  }
}

function rescaled({ scale, rows, weights }: Finding, to: number): Finding {
  const rounded = weights.map((weight) => Math.round((weight / scale) * to));
  const kept = [...rounded.keys()].filter((k) => rounded[k] !== 0);
  return {
    scale: to,
    rows: Int32Array.from(kept, (k) => rows[k]!),
    weights: Float64Array.from(kept, (k) => rounded[k]!),
  };
}
