/** Counts how often something happened in a property's runs, so that a test can insist that its law was really tried. */
export interface Tally {
  /** Notes one case. */
  readonly ran: () => void;
  /** Notes that the case shows this, when it does. */
  readonly note: (label: string, when?: boolean) => void;
  readonly cases: () => number;
  readonly count: (label: string) => number;
  /** The cases that show this, per hundred cases. */
  readonly percent: (label: string) => number;
  /** All counts, in the order of their labels. */
  readonly report: () => Record<string, number>;
}

/**
 * A fresh tally.
 * @example
 * const tally = newTally();
 * tally.ran();
 * tally.note('infeasible', false);
 * tally.percent('infeasible'); // => 0
 */
export function newTally(): Tally {
  const counts = new Map<string, number>();
  let cases = 0;
  const count = (label: string): number => counts.get(label) ?? 0;
  return {
    ran: () => {
      cases += 1;
    },
    note: (label, when = true) => {
      counts.set(label, count(label) + (when ? 1 : 0));
    },
    cases: () => cases,
    count,
    percent: (label) => (cases === 0 ? 0 : (100 * count(label)) / cases),
    report: () =>
      Object.fromEntries([['cases', cases], ...[...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))]),
  };
}
