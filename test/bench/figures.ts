import type { Measured } from './measure.js';
import { isProved, type Run } from './run.js';
import type { Side } from './sides.js';
import { geometricMean, logLogSlope, median } from './timing.js';

/* What follows from the runs. */

export const firstRun = ({ runs }: Measured, side: Side): Run | undefined => runs[side]?.[0];

/** The median time of a side's runs. */
export const timeOf = ({ runs }: Measured, side: Side): number | undefined => {
  const all = runs[side];
  return all === undefined ? undefined : median(all.map(({ time }) => time));
};

/** Of what both proved, what they say differently: the library's value first. */
export function disagreements(measured: Measured, other: Side): string[] {
  const [own, their] = [firstRun(measured, 'smartpd'), firstRun(measured, other)];
  if (own === undefined || their === undefined) return [];
  return own.objectives.flatMap(({ name, value, bound }) => {
    const same = their.objectives.find((one) => one.name === name);
    return same === undefined || bound !== value || !isProved(same) || same.value === value
      ? []
      : [`${name} ${String(value)} against ${String(same.value)}`];
  });
}

/** How many objectives the library and another side both proved. */
export function bothProved(measured: Measured, other: Side): number {
  const theirs = firstRun(measured, other)?.objectives.filter(isProved) ?? [];
  const names = new Set(theirs.map(({ name }) => name));
  return (
    firstRun(measured, 'smartpd')?.objectives.filter((one) => isProved(one) && names.has(one.name)).length ??
    0
  );
}

/** Whether what a side says cannot be true. */
export const isWrong = (measured: Measured, side: Side): boolean =>
  firstRun(measured, side)?.ending === 'wrong' || disagreements(measured, side).length > 0;

/** How many times as long another takes as the library. */
export interface Ratio {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
  /** `least`: the other was cut off. `most`: the library was. */
  readonly is: 'exact' | 'least' | 'most';
}

/** The ratio of each pair of runs; nothing where neither proved all, or the other is wrong. */
export function ratioTo(measured: Measured, other: Side): Ratio | undefined {
  const [mine = [], theirs = []] = [measured.runs.smartpd, measured.runs[other]];
  const [own] = mine;
  const [their] = theirs;
  if (own === undefined || their === undefined || own.ending === 'wrong' || isWrong(measured, other))
    return undefined;
  const [iProved, theyProved] = [own.ending === 'proved', their.ending === 'proved'];
  if (!iProved && !theyProved) return undefined;
  const ratios = theirs.flatMap(({ time }, pair) => {
    const run = mine[pair];
    return run === undefined ? [] : [time / run.time];
  });
  return {
    middle: median(ratios),
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    is: iProved && theyProved ? 'exact' : iProved ? 'least' : 'most',
  };
}

/** The geometric mean of ratios; where some were cut off, which way that errs. */
export function meanRatio(
  all: readonly Measured[],
  other: Side,
): (Ratio & { readonly of: number }) | undefined {
  const ratios = all.flatMap((one) => ratioTo(one, other) ?? []);
  if (ratios.length === 0) return undefined;
  const middles = ratios.map(({ middle }) => middle);
  const cut = new Set(ratios.flatMap(({ is }) => (is === 'exact' ? [] : [is])));
  const [way] = cut;
  return {
    middle: geometricMean(middles),
    low: Math.min(...middles),
    high: Math.max(...middles),
    // cut off on both sides, the mean says nothing exact either way
    is: cut.size === 1 && way !== undefined ? way : cut.size === 0 ? 'exact' : 'most',
    of: ratios.length,
  };
}

export const proved = (all: readonly Measured[], side: Side): Measured[] =>
  all.filter((one) => firstRun(one, side)?.ending === 'proved' && !isWrong(one, side));

export const tried = (all: readonly Measured[], side: Side): Measured[] =>
  all.filter((one) => firstRun(one, side) !== undefined);

/** Objectives that a programme states, in their order; the tie-break is what is left. */
export const PREFIXES = ['must', 'weighted', 'pence', 'release-minutes', 'minutes', 'lateness'] as const;

/** Whether a run proved an objective and all before it. */
export function provedTo(run: Run | undefined, name: string): boolean {
  if (run === undefined) return false;
  const at = run.objectives.findIndex((one) => one.name === name);
  return at >= 0 && run.objectives.slice(0, at + 1).every(isProved);
}

/** When the library's gap on its first unproved objective, the others proved, was at most so much; milliseconds. */
export const whenWithin = (run: Run | undefined, gap: number): number | undefined =>
  run?.marks.find((mark) => mark.proved > 1 || (mark.gap !== null && mark.gap <= gap && mark.proved >= 1))
    ?.at;

/** When all objectives up to this one were proved. */
export const whenProved = (run: Run | undefined, count: number): number | undefined =>
  run?.marks.find((mark) => mark.proved >= count)?.at;

/** The slope of time over size on log-log axes, among what was proved between two sizes. */
export function growth(
  all: readonly Measured[],
  side: Side,
  from: number,
  to: number,
): { readonly slope: number; readonly sizes: readonly number[] } | undefined {
  const points = proved(all, side)
    .filter(({ instance: { size } }) => size >= from && size <= to)
    .map((one) => ({ size: one.instance.size, time: timeOf(one, side) ?? NaN }));
  const slope = logLogSlope(points);
  return slope === undefined
    ? undefined
    : { slope, sizes: [...new Set(points.map(({ size }) => size))].sort((a, b) => a - b) };
}
