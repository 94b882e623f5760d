import type { Ratio } from './figures.js';

/* How figures are written. */

export type Cells = readonly string[];

export const table = (head: Cells, rows: readonly Cells[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export const kilobytes = (bytes: number | undefined): string =>
  bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`;

export const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? '' : `${(bytes / 1e6).toFixed(0)} MB`;

export const time = (milliseconds: number | undefined): string =>
  milliseconds === undefined
    ? ''
    : milliseconds < 1000
      ? `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
      : `${(milliseconds / 1000).toFixed(2)} s`;

export const percent = (part: number | null | undefined): string =>
  part === null ? 'unknown' : part === undefined ? '' : `${(100 * part).toFixed(part < 0.01 ? 2 : 1)} %`;

const plain = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const SIGNS = { exact: '', least: '≥ ', most: '≤ ' } as const;

/** The middle one, and from which to which they go where there are several. */
export const ratio = (of: Ratio | undefined): string =>
  of === undefined
    ? ''
    : `${SIGNS[of.is]}${plain(of.middle)}${of.low === of.high ? '' : ` (${plain(of.low)}–${plain(of.high)})`}`;

export const share = (part: number, whole: number): string => `${String(part)} of ${String(whole)}`;
