import { familySection } from './family-table.js';
import { FAMILIES, type Family } from './instances.js';
import { kilobytes, table, time } from './markdown.js';
import type { Measured, Plan } from './measure.js';
import {
  anytimeTable,
  catalogueLine,
  growthLines,
  othersTable,
  prefixTable,
  proofLines,
  workTable,
} from './overall-tables.js';
import type { Bundle, FirstProgramme } from './package.js';

/* The measurements in Markdown. */

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
}

export function page(
  { date, processor, cores, node }: Machine,
  first: FirstProgramme,
  bundles: readonly Bundle[],
  measured: readonly Measured[],
  { limit, smallLimit, pairs }: Pick<Plan, 'limit' | 'smallLimit' | 'pairs'>,
): string {
  const summary = [...growthLines(measured), ...catalogueLine(measured), ...proofLines(measured)];
  return `Measured on ${date}: ${processor}, ${String(cores)} cores, Node ${node}. At most ${String(limit)} s for a run of smartpd, of
HiGHS and of the control, ${String(smallLimit)} s for one of the other solvers.${pairs ? '' : ' A quick run: the small ones only, once each.'}

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

${(Object.keys(FAMILIES) as Family[])
  .map((family) => familySection(family, measured))
  .filter((text) => text !== '')
  .join('\n')}
### How much is proved

${prefixTable(measured)}

### Large requests

${anytimeTable(measured)}

${summary.join('\n')}

### Work, proofs, memory

${workTable(measured)}

### Other solvers

${othersTable(measured)}
`;
}
