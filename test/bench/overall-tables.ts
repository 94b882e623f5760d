import {
  firstRun,
  growth,
  isWrong,
  meanRatio,
  PREFIXES,
  proved,
  provedTo,
  timeOf,
  tried,
  whenProved,
  whenWithin,
} from './figures.js';
import { isRequest } from './family-table.js';
import { FAMILIES, type Family } from './instances.js';
import { type Cells, kilobytes, megabytes, percent, ratio, share, table, time } from './markdown.js';
import type { Measured } from './measure.js';
import type { Run } from './run.js';
import type { Side } from './sides.js';
import { geometricMean, median } from './timing.js';

/* What all requests and problems came to together. */

type All = readonly Measured[];

const GROWING: readonly Family[] = ['tight', 'loose'];
const OTHERS: readonly Side[] = ['glpk.js', 'yalps', 'javascript-lp-solver'];

export function workTable(all: All): string {
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

export function prefixTable(all: All): string {
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

export function othersTable(all: All): string {
  const rows = (Object.keys(FAMILIES) as Family[]).flatMap((family) => {
    const own = all.filter(({ instance }) => instance.family === family);
    if (own.length === 0) return [];
    return [
      [
        FAMILIES[family],
        String(own.length),
        ...OTHERS.flatMap((side) => {
          const runs = tried(own, side);
          const wrong = runs.filter((one) => isWrong(one, side)).length;
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

export function anytimeTable(all: All): string {
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

export function growthLines(all: All): string[] {
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

export function catalogueLine(all: All): string[] {
  const [whole, best] = all.filter(({ instance }) => instance.family === 'catalogue');
  if (whole === undefined || best === undefined) return [];
  const [long, short] = [timeOf(whole, 'smartpd'), timeOf(best, 'smartpd')];
  return long === undefined || short === undefined
    ? []
    : [`- Partner catalogue: ${(long / short).toFixed(2)} times the time of its best 150 items`];
}

export function proofLines(all: All): string[] {
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
