/** No breakpoint ends the ascent: the relaxation is infeasible. */
export const UNBOUNDED = -1;
/** Only breakpoints with too small a pivot end it. */
export const NO_PIVOT = -2;

/** A column whose reduced cost would change its sign on the way. */
export interface Breakpoint {
  readonly column: number;
  /** How far along the ascent. */
  readonly ratio: number;
  /** The size of its pivot. */
  readonly size: number;
  /** How far the column can move, from one bound to the other. */
  readonly range: number;
}

/**
 * The long-step ratio test of the dual simplex: the column whose breakpoint ends the ascent, given how far the leaving
 * column is out of bounds. Each breakpoint passed sends a column to its other bound and makes the ascent less steep.
 * Among breakpoints that nearly coincide, the largest pivot is taken. The breakpoints before these are given to `pass`.
 */
export function ratioTest(
  breakpoints: Breakpoint[],
  outside: number,
  slack: number,
  leastPivot: number,
  leastOutside: number,
  pass: (column: number) => void = () => undefined,
): number {
  let ahead = breakpoints;
  let slope = outside;
  let entering = NO_PIVOT;
  while (ahead.length > 0) {
    // The next group: everything that a slightly longer step would pass.
    let reach = Infinity;
    for (const { ratio, size } of ahead) reach = Math.min(reach, ratio + slack / size);
    let best: Breakpoint | undefined;
    const beyond: Breakpoint[] = [];
    for (const breakpoint of ahead) {
      if (breakpoint.ratio > reach) {
        beyond.push(breakpoint);
        continue;
      }
      slope -= breakpoint.size * breakpoint.range;
      const larger = best === undefined || breakpoint.size > best.size;
      if (larger || (breakpoint.size === best?.size && breakpoint.column < best.column)) best = breakpoint;
    }
    if (best !== undefined && best.size > leastPivot) entering = best.column;
    if (slope < 0) return entering;
    if (beyond.length > 0) for (const { column, ratio } of ahead) if (ratio <= reach) pass(column);
    ahead = beyond;
  }
  return slope >= leastOutside ? UNBOUNDED : entering;
}
