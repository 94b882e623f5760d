/* How the demo says things: money, time, days, people, and lines that are not too long. */

const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const DAYS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const WIDTH = 104;

export const pounds = (pence: number): string => POUNDS.format(pence / 100);

export const longDay = (date: string): string => DAYS.format(new Date(`${date}T00:00Z`));

/** 2 h 30 min, 45 min, 3 h. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** 1 person, 2 people. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** a; a and b; a, b and c. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** People as one would say them: `level-3-1 to level-3-6` for six stand-ins, `everybody` for the whole team. */
export function people(ids: readonly string[], team: readonly string[]): string {
  if (team.length > 1 && ids.length === team.length) return `everybody (${ids.length})`;
  const numbered = ids.map((id) => {
    const [, stem = id, digits = ''] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
    return { id, stem, number: Number(digits) };
  });
  numbered.sort((a, b) => (a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : a.number - b.number));
  const runs: (typeof numbered)[] = [];
  for (const one of numbered) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last?.stem === one.stem && last.number + 1 === one.number) run.push(one);
    else runs.push([one]);
  }
  const said = runs.flatMap((run) => {
    const names = run.map(({ id }) => id);
    return run.length < 3 ? names : [`${names[0] ?? ''} to ${names.at(-1) ?? ''}`];
  });
  return ids.length > 1 ? `${listed(said)} (${ids.length})` : listed(said);
}

/** Breaks a text into lines; the first begins with `mark`, the others are set in as far. */
export function wrapped(mark: string, text: string): string[] {
  const lines: string[] = [];
  let line = mark;
  let empty = true;
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(mark.length);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** Lines with figures at the right edge of the last one that has room, or else of a line of their own. */
export function withFigures(lines: readonly string[], figures: string): string[] {
  const last = lines.at(-1) ?? '';
  const room = WIDTH - figures.length;
  return last.length + 2 <= room
    ? [...lines.slice(0, -1), `${last.padEnd(room)}${figures}`]
    : [...lines, `${' '.repeat(room)}${figures}`];
}
