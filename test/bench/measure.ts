import { inChild } from './child.js';
import type { Instance } from './instances.js';
import type { Run } from './run.js';
import { type Side, SIDES } from './sides.js';

/** What an instance came to: the runs of each side, in the order in which they were paired. */
export interface Measured {
  readonly instance: Instance;
  readonly people: number | undefined;
  readonly items: number | undefined;
  readonly runs: Readonly<Partial<Record<Side, readonly Run[]>>>;
}

/** Sides that are measured in pairs, several times where they are short. */
const PAIRED: readonly Side[] = ['smartpd', 'highs', 'control'];
const PAIRS = 3;
/** Milliseconds up to which a run is short. */
const SHORT = 5_000;
/** Seconds for loading, making the request and writing the model: not counted, but not endless. */
const GRACE = { paired: 60, small: 10 };

export interface Plan {
  /** The file that runs a side when called with it. */
  readonly entry: string;
  /** Seconds for a run of the library and of HiGHS, and for one of the smaller solvers. */
  readonly limit: number;
  readonly smallLimit: number;
  readonly pairs: boolean;
}

function runOnce({ entry, limit, smallLimit }: Plan, side: Side, instance: Instance): Run {
  const isPaired = PAIRED.includes(side);
  const seconds = isPaired ? limit : smallLimit;
  const args = [entry, '--side', side, '--instance', instance.name, '--limit', String(seconds)];
  const { lines, ended, error } = inChild<Run>(
    args,
    isPaired ? 2 * seconds + GRACE.paired : seconds + GRACE.small,
  );
  const longest = seconds * 1_000;
  const last = lines.at(-1) ?? { first: longest, time: longest, objectives: [], marks: [] };
  if (error !== undefined) return { ...last, ending: 'wrong', note: error };
  if (ended && lines.length > 0) return last as Run;
  // it had to be ended: what it told last is what it had reached before
  return { ...last, ending: 'over', first: longest, time: longest };
}

/** Measures all sides that are not out of the running on one instance. */
export function measure(
  instance: Instance,
  isOut: (side: Side) => boolean,
  plan: Plan,
  say: (text: string) => void,
): Measured {
  const runs: Partial<Record<Side, Run[]>> = {};
  const run = (side: Side): void => {
    const one = runOnce(plan, side, instance);
    (runs[side] ??= []).push(one);
    say(`  ${side}: ${one.ending} ${one.note ?? ''} ${(one.time / 1_000).toFixed(2)} s`);
  };
  const sides = SIDES.filter((side) => !isOut(side));
  sides.forEach(run);
  const paired = sides.filter((side) => PAIRED.includes(side) && runs[side]?.[0]?.ending !== 'wrong');
  const isShort = paired.every((side) => (runs[side]?.[0]?.first ?? Infinity) < SHORT);
  const pairs = plan.pairs && isShort ? PAIRS : 1;
  // in turn forwards and backwards, so that no side always follows the same other
  for (let pair = 1; pair < pairs; pair += 1) (pair % 2 === 1 ? [...paired].reverse() : paired).forEach(run);
  const request = instance.asked.kind === 'request' ? instance.asked.request() : undefined;
  return { instance, people: request?.staff.length, items: request?.catalogue.items.length, runs };
}

/** A side that proved neither of the last two of a family is not tried at more of it. The library and HiGHS always are. */
export class Running {
  readonly #measured: Measured[] = [];

  add(measured: Measured): void {
    this.#measured.push(measured);
  }

  isOut(side: Side, { family }: Instance): boolean {
    if (side === 'smartpd' || side === 'highs') return false;
    const last = this.#measured
      .filter(({ instance, runs }) => instance.family === family && runs[side] !== undefined)
      .slice(-2);
    return last.length === 2 && last.every(({ runs }) => runs[side]?.[0]?.ending !== 'proved');
  }
}
