import {
  disagreements,
  firstRun,
  growth,
  meanRatio,
  PREFIXES,
  proved,
  provedTo,
  ratioTo,
  timeOf,
  tried,
  whenProved,
  whenWithin,
} from './figures.js';
import { FAMILIES, type Family } from './instances.js';
import { type Cells, kilobytes, megabytes, percent, ratio, share, table, time } from './markdown.js';
import type { Measured, Plan } from './measure.js';
import type { Bundle, FirstProgramme } from './package.js';
import { gapOf, isProved, type Run } from './run.js';
import type { Side } from './sides.js';
import { geometricMean, median } from './timing.js';

/* The measurements in Markdown. */

export interface Machine {
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
}

type All = readonly Measured[];

const GROWING: readonly Family[] = ['tight', 'loose'];
const OTHERS: readonly Side[] = ['glpk.js', 'yalps', 'javascript-lp-solver'];

const isRequest = ({ instance }: Measured): boolean => instance.asked.kind === 'request';

/** Time, and where not everything is proved, how far it came. */
function ends(measured: Measured, side: Side): string {
  const run = firstRun(measured, side);
  if (run === undefined) return 'not tried';
  if (run.ending === 'wrong') return `wrong: ${run.note ?? ''}`;
  const took = time(timeOf(measured, side));
  if (run.ending === 'proved') return took;
  const open = run.objectives.find((one) => !isProved(one));
  if (open === undefined)
    return run.objectives.length === 0
      ? `${run.ending} ${took}: nothing`
      : `${run.ending} ${took}: ties left open`;
  const gap = gapOf(run.objectives);
  return `${run.ending} ${took}: ${open.name} ${gap === null ? 'without a bound' : `within ${percent(gap)}`}`;
}

function instanceRow(measured: Measured): Cells {
  const { instance, people, items } = measured;
  const run = firstRun(measured, 'smartpd');
  const differ = [...disagreements(measured, 'highs'), ...disagreements(measured, 'control')];
  const published = instance.published;
  const reached = run?.objectives.some(({ value, bound }) => value === published && bound === published);
  return [
    instance.name,
    ...(isRequest(measured) ? [`${String(people)} × ${String(items)}`] : []),
    run?.columns === undefined ? '' : `${String(run.columns)} × ${String(run.rows)}`,
    ...(isRequest(measured) ? [time(run?.first)] : []),
    ends(measured, 'smartpd'),
    ends(measured, 'highs'),
    ratio(ratioTo(measured, 'highs')),
    ends(measured, 'control'),
    ratio(ratioTo(measured, 'control')),
    differ.length > 0
      ? `DIFFER: ${differ.join('; ')}`
      : published === undefined
        ? 'equal'
        : reached === true
          ? 'published'
          : 'not proved',
  ];
}

function familySection(family: Family, all: All): string {
  const own = all.filter(({ instance }) => instance.family === family);
  const [first] = own;
  if (first === undefined) return '';
  const head = isRequest(first)
    ? ['request', 'people × items', 'columns × rows', 'first build', 'build']
    : ['problem', 'columns × rows', 'smartpd'];
  const means = (['highs', 'control'] as const).flatMap((side) => {
    const mean = meanRatio(own, side);
    return mean === undefined
      ? []
      : [
          `${side === 'highs' ? 'HiGHS' : 'the control'} takes ${ratio(mean)} times as long (geometric mean of ${String(mean.of)})`,
        ];
  });
  const counts = (['smartpd', 'highs', 'control'] as const)
    .filter((side) => tried(own, side).length > 0)
    .map((side) => `${side} ${share(proved(own, side).length, tried(own, side).length)}`);
  return `### ${FAMILIES[family]}

${table([...head, 'HiGHS', 'ratio', 'control', 'ratio', 'values'], own.map(instanceRow))}

Proved: ${counts.join(', ')}.${means.length === 0 ? '' : ` ${means.join('; ')}.`}
`;
}

function workTable(all: All): string {
  const rows = all.flatMap((measured): Cells[] => {
    const run = firstRun(measured, 'smartpd');
    const highs = firstRun(measured, 'highs');
    if (run === undefined) return [];
    const count = (of: Run | undefined): string =>
      of === undefined ? '' : `${String(of.nodes ?? 0)} / ${String(of.iterations ?? 0)}`;
    return [
      [
        measured.instance.name,
        count(run),
        count(highs),
        kilobytes(run.proof),
        time(run.check),
        run.check === undefined ? '' : percent(run.check / (timeOf(measured, 'smartpd') ?? NaN)),
        time(run.verify),
        megabytes(run.memory),
        megabytes(highs?.memory),
      ],
    ];
  });
  return table(
    [
      'request or problem',
      'nodes / iterations',
      'HiGHS',
      'proof',
      'checked in',
      'of building',
      'verified in',
      'memory',
      'HiGHS',
    ],
    rows,
  );
}

function prefixTable(all: All): string {
  const requests = all.filter(isRequest);
  const rows = (Object.keys(FAMILIES) as Family[]).flatMap((family) => {
    const own = requests.filter(({ instance }) => instance.family === family);
    if (own.length === 0) return [];
    return (['smartpd', 'highs'] as const).map((side): Cells => [
      `${FAMILIES[family]}: ${side === 'highs' ? 'HiGHS' : side}`,
      ...PREFIXES.map((name) =>
        share(own.filter((one) => provedTo(firstRun(one, side), name)).length, own.length),
      ),
      share(proved(own, side).length, own.length),
    ]);
  });
  return table(['proved up to', ...PREFIXES, 'ties'], rows);
}

function othersTable(all: All): string {
  const rows = (Object.keys(FAMILIES) as Family[]).flatMap((family) => {
    const own = all.filter(({ instance }) => instance.family === family);
    if (own.length === 0) return [];
    return [
      [
        FAMILIES[family],
        String(own.length),
        ...OTHERS.flatMap((side) => {
          const runs = tried(own, side);
          const wrong = runs.filter(
            (one) => firstRun(one, side)?.ending === 'wrong' || disagreements(one, side).length > 0,
          ).length;
          const over = runs.length - wrong - proved(runs, side).length;
          return [
            `${share(proved(own, side).length, own.length)}${wrong > 0 ? `, ${String(wrong)} wrong` : ''}${over > 0 ? `, ${String(over)} too slow` : ''}`,
            ratio(meanRatio(proved(own, side), side)),
          ];
        }),
      ],
    ];
  });
  return table(['family', 'of', ...OTHERS.flatMap((side) => [side, 'ratio'])], rows);
}

function anytimeTable(all: All): string {
  const own = all.filter(
    ({ instance: { family, size } }) =>
      (GROWING.includes(family) && size >= 30) || family === 'group' || family === 'catalogue',
  );
  return table(
    [
      'request',
      'first programme',
      'must proved',
      'weighted within 1 %',
      'within 0.1 %',
      'HiGHS: must proved',
      'HiGHS: weighted proved',
    ],
    own.map((one): Cells => {
      const run = firstRun(one, 'smartpd');
      const highs = firstRun(one, 'highs');
      const or = (at: number | undefined): string => (at === undefined ? 'not' : time(at));
      return [
        one.instance.name,
        or(run?.marks[0]?.at),
        or(whenProved(run, 1)),
        or(whenWithin(run, 0.01)),
        or(whenWithin(run, 0.001)),
        or(whenProved(highs, 1)),
        or(whenProved(highs, 2)),
      ];
    }),
  );
}

function growthLines(all: All): string[] {
  return GROWING.flatMap((family) => {
    const own = all.filter(({ instance }) => instance.family === family);
    return (['smartpd', 'highs'] as const).flatMap((side) => {
      const found = growth(own, side, 8, 60);
      const title = `${FAMILIES[family]}, ${side === 'highs' ? 'HiGHS' : side}`;
      return own.length === 0
        ? []
        : [
            found === undefined
              ? `- ${title}: too few sizes are proved to tell`
              : `- ${title}: slope ${found.slope.toFixed(2)} over ${found.sizes.join(', ')} people`,
          ];
    });
  });
}

function catalogueLine(all: All): string[] {
  const [whole, best] = all.filter(({ instance }) => instance.family === 'catalogue');
  if (whole === undefined || best === undefined) return [];
  const [long, short] = [timeOf(whole, 'smartpd'), timeOf(best, 'smartpd')];
  return long === undefined || short === undefined
    ? []
    : [`- Partner catalogue: ${(long / short).toFixed(2)} times the time of its best 150 items`];
}

function proofLines(all: All): string[] {
  const runs = all.flatMap((one) => {
    const run = firstRun(one, 'smartpd');
    const build = timeOf(one, 'smartpd');
    return run?.proof === undefined || run.check === undefined || build === undefined
      ? []
      : [{ size: run.proof, part: run.check / build }];
  });
  if (runs.length === 0) return [];
  const sizes = runs.map(({ size }) => size);
  return [
    `- Proofs: ${kilobytes(median(sizes))} at the median, ${kilobytes(Math.max(...sizes))} at most; checked in ${percent(geometricMean(runs.map(({ part }) => part)))} of the time of building (geometric mean of ${String(runs.length)})`,
  ];
}

export function page(
  { date, processor, cores, node }: Machine,
  first: FirstProgramme,
  bundles: readonly Bundle[],
  measured: All,
  { limit, smallLimit }: Pick<Plan, 'limit' | 'smallLimit'>,
): string {
  const summary = [...growthLines(measured), ...catalogueLine(measured), ...proofLines(measured)];
  return `Measured on ${date}: ${processor}, ${String(cores)} cores, Node ${node}. At most ${String(limit)} s for a run of smartpd, of
HiGHS and of the control, ${String(smallLimit)} s for one of the other solvers.

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
