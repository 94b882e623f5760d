import { bothProved, disagreements, firstRun, meanRatio, proved, ratioTo, timeOf, tried } from './figures.js';
import { FAMILIES, type Family } from './instances.js';
import { type Cells, percent, ratio, share, table, time } from './markdown.js';
import type { Measured } from './measure.js';
import { gapOf, isProved } from './run.js';
import type { Side } from './sides.js';

/* What a family of requests or problems came to, one line each. */

type All = readonly Measured[];

export const isRequest = ({ instance }: Measured): boolean => instance.asked.kind === 'request';

const TIES: ReadonlySet<string> = new Set(['places', 'bookings']);

/** Time, and where not everything is proved, how far it came. */
function ends(measured: Measured, side: Side): string {
  const run = firstRun(measured, side);
  if (run === undefined) return 'not tried';
  if (run.ending === 'wrong') return `wrong: ${run.note ?? ''}`;
  const took = time(timeOf(measured, side));
  if (run.ending === 'proved') return took;
  if (run.objectives.length === 0) return `${run.ending} ${took}: nothing`;
  const open = run.objectives.find((one) => !isProved(one));
  if (open === undefined && side !== 'smartpd') {
    // HiGHS and the control say nothing of an objective before they have begun with it
    return `${run.ending} ${took}: ${run.objectives.at(-1)?.name ?? 'nothing'} proved, no more`;
  }
  if (open === undefined || TIES.has(open.name)) return `${run.ending} ${took}: ties left open`;
  const gap = gapOf(run.objectives);
  return `${run.ending} ${took}: ${open.name} ${gap === null ? 'without a bound' : `within ${percent(gap)}`}`;
}

/** Whether what was proved is what others proved, or what was published. */
function values(measured: Measured): string {
  const differ = [...disagreements(measured, 'highs'), ...disagreements(measured, 'control')];
  if (differ.length > 0) return `DIFFER: ${differ.join('; ')}`;
  const own = firstRun(measured, 'smartpd')?.objectives.filter(({ name }) => !TIES.has(name)) ?? [];
  const { published } = measured.instance;
  if (published !== undefined)
    return own.some(({ value, bound }) => value === published && bound === published)
      ? 'published'
      : 'not proved';
  const both = Math.min(own.length, Math.max(bothProved(measured, 'highs'), bothProved(measured, 'control')));
  return both === 0 ? '' : both === own.length ? 'equal' : `first ${String(both)} equal`;
}

function instanceRow(measured: Measured): Cells {
  const { instance, people, items } = measured;
  const run = firstRun(measured, 'smartpd');
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
    values(measured),
  ];
}

export function familySection(family: Family, all: All): string {
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
