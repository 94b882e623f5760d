import type { Bundle, FirstProgramme } from './package.js';
import type { Ours, Theirs } from './parts.js';
import type { Instance } from './requests.js';
import { geometricMean } from './timing.js';

/* The measurements in Markdown. */

export interface Measured extends Pick<Instance, 'name' | 'group'> {
  readonly people: number;
  readonly items: number;
  readonly ours: Ours | undefined;
  readonly theirs: Theirs | undefined;
}

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
}

type Row = readonly string[];

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const time = (milliseconds: number): string =>
  milliseconds < 1000
    ? `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;

/** Of a programme that is not proved best, nothing is claimed. */
const agreement = (ours: Ours, theirs: Theirs): string =>
  ours.status !== 'optimal'
    ? ''
    : JSON.stringify(ours.values) === JSON.stringify(theirs.values)
      ? 'all equal'
      : `DIFFER: ${theirs.values.join(', ')}`;

const ratioOf = ({ ours, theirs }: Measured): number | undefined =>
  ours?.status === 'optimal' && theirs !== undefined ? theirs.solve / ours.build : undefined;

function instanceRow(measured: Measured, limit: number): Row {
  const { name, people, items, ours, theirs } = measured;
  const over = `over ${limit} s`;
  const mine =
    ours === undefined
      ? ['', '', over, over, '']
      : [
          `${ours.columns} × ${ours.rows}`,
          ours.status === 'optimal' ? 'proved' : ours.status,
          time(ours.first),
          time(ours.build),
          time(ours.verify),
        ];
  const ratio = ratioOf(measured);
  return [
    name,
    `${people} × ${items}`,
    ...mine,
    theirs === undefined ? over : time(theirs.solve),
    ratio === undefined ? '' : ratio.toFixed(2),
    ours === undefined || theirs === undefined ? '' : agreement(ours, theirs),
  ];
}

function meanOf(title: string, all: readonly Measured[]): string[] {
  const ratios = all.flatMap((one) => ratioOf(one) ?? []);
  return ratios.length === 0
    ? []
    : [
        `- ${title}: HiGHS takes ${geometricMean(ratios).toFixed(2)} times as long (geometric mean of ${ratios.length})`,
      ];
}

export function page(
  { date, processor, cores, node }: Machine,
  first: FirstProgramme,
  bundles: readonly Bundle[],
  measured: readonly Measured[],
  limit: number,
): string {
  const head = [
    'request',
    'people × items',
    'columns × rows',
    'ends',
    'first build',
    'build',
    'verify',
    'HiGHS',
    'ratio',
    'objectives',
  ];
  return `Measured on ${date}: ${processor}, ${cores} cores, Node ${node}.

### From import to the first programme

A new process imports the built library in ${time(first.imported)}, and has its first programme (3 people, 12 items) after
${time(first.built)} in all. Medians of 15 processes.

### What an import costs

${table(
  ['import', 'minified', 'gzipped', 'of that our own'],
  bundles.map(({ imports, minified, gzipped, ownGzipped }) => [
    `\`${imports}\``,
    kilobytes(minified),
    kilobytes(gzipped),
    kilobytes(ownGzipped),
  ]),
)}

### Requests

${table(
  head,
  measured.map((one) => instanceRow(one, limit)),
)}

${[
  ...meanOf(
    'settings of the demo',
    measured.filter(({ group }) => group === 'demo'),
  ),
  ...meanOf(
    'made requests',
    measured.filter(({ group }) => group === 'made'),
  ),
].join('\n')}
`;
}
