import type { CoverNote } from './cover-notes.js';
import type { RotaQuestion } from './rota-question.js';

/** A note for each stretch of `during` that is not wholly within the days of the rota and the children. */
export function unknownTimes({ rota, children, during = [] }: RotaQuestion): Omit<CoverNote, 'times'>[] {
  let first = '~';
  let last = '';
  for (const { starts, ends } of [...rota.shifts, ...children]) {
    if (starts < first) first = starts;
    if (ends > last) last = ends;
  }
  const from = first.slice(0, 10);
  const to = last.slice(0, 10);
  const known =
    last === ''
      ? 'There is neither a shift nor a child in what was given: of these times'
      : from === to
        ? `The rota and the children are of ${from} only: of times on other days`
        : `The rota and the children are of ${from} to ${to}: of times before or after`;
  return during
    .filter(({ starts, ends }) => starts.slice(0, 10) < from || ends.slice(0, 10) > to)
    .map(({ starts, ends }) => ({
      code: 'no-rota',
      starts,
      ends,
      staff: [],
      message: `${known} nothing is known, and no cover is asked for.`,
    }));
}
