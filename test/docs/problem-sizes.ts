import type { RequestInput } from '../../src/domain/request.js';
import { buildProgramme } from '../../src/build.js';
import { addMonths, dayNumber, isoDate } from '../../src/internal/calendar.js';
import { makeRequest } from '../../src/testing/make-request.js';

/* The requests whose sizes docs/problem-size.md tells, and how they are measured. */

type Item = RequestInput['catalogue']['items'][number];

const withItems = (request: RequestInput, items: Item[]): RequestInput => ({
  ...request,
  catalogue: { ...request.catalogue, items },
});
const isTaught = ({ kind }: Item): boolean => kind === 'course' || kind === 'in-house-training';

const terms = [
  { id: 'autumn', from: '2025-09-01', to: '2025-12-19' },
  { id: 'spring', from: '2026-01-05', to: '2026-03-27' },
  { id: 'summer', from: '2026-04-13', to: '2026-07-24' },
];
const withTerms = (request: RequestInput): RequestInput => ({ ...request, terms });
const withTimeByTerm = (request: RequestInput): RequestInput => ({
  ...withTerms(request),
  staff: request.staff.map(({ time: { releaseMinutes = 0, ownMinutes = 0 } = {}, ...person }) => {
    const third = { releaseMinutes: Math.ceil(releaseMinutes / 3), ownMinutes: Math.ceil(ownMinutes / 3) };
    return {
      ...person,
      time: { releaseMinutes, ownMinutes, terms: { autumn: third, spring: third, summer: third } },
    };
  }),
});

/** Two sessions of every taught item, in consecutive weeks, so that some clash. */
const sessionsOf = (index: number): Item['sessions'] =>
  [0, 6].map((months, k) => {
    const first = addMonths(dayNumber('2025-10-06') ?? 0, months);
    const day = isoDate(first + 7 * (index % 8));
    return { id: `session-${k + 1}`, blocks: [{ starts: `${day}T09:00`, ends: `${day}T16:00` }] };
  });
const withSessions = (request: RequestInput): RequestInput =>
  withItems(
    request,
    request.catalogue.items.map((item, index) =>
      isTaught(item) ? { ...item, sessions: sessionsOf(index) } : item,
    ),
  );
const withCover = (request: RequestInput): RequestInput => {
  const days = request.catalogue.items.flatMap(({ sessions = [] }) =>
    sessions.flatMap(({ blocks }) => blocks.map(({ starts }) => starts.slice(0, 10))),
  );
  const cover = [...new Set(days)]
    .sort()
    .map((day) => ({ starts: `${day}T08:00`, ends: `${day}T18:00`, maxAway: 2 }));
  return { ...request, cover };
};

const withOnePot = (request: RequestInput): RequestInput => ({
  ...request,
  funding: [{ id: 'budget', pence: request.funding.reduce((sum, { pence }) => sum + pence, 0) }],
});
const withGrantForFindings = (request: RequestInput): RequestInput => ({
  ...request,
  funding: request.funding.map((pot) =>
    pot.id === 'council-grant'
      ? { ...pot, pays: { sources: ['inspection-action', 'inspection-recommendation', 'local-authority'] } }
      : pot,
  ),
});
const withMembership = (request: RequestInput): RequestInput => ({
  ...withItems(request, [
    ...request.catalogue.items,
    {
      id: 'membership',
      title: 'Membership',
      kind: 'membership',
      minutes: 0,
      teaches: [],
      grants: ['network-membership'],
      offers: [{ id: 'year', price: { kind: 'per-setting', pence: 3000 } }],
    },
  ]),
  setting: { ...request.setting, entitlements: [] },
});
const withPrerequisites = (request: RequestInput): RequestInput => {
  const modules = request.catalogue.items.filter(({ kind }) => kind === 'online-module').map(({ id }) => id);
  return withItems(
    request,
    request.catalogue.items.map((item, index) =>
      item.kind === 'course'
        ? { ...item, prerequisites: [{ anyOf: [modules[index % 5] ?? item.id] }] }
        : item,
    ),
  );
};
const withLimits = (request: RequestInput): RequestInput => ({
  ...request,
  limits: [
    { id: 'each', measure: 'places', per: 'learner', atMost: 4 },
    { id: 'courses', measure: 'pence', select: { kinds: ['course'] }, atMost: 20_000 },
  ],
});

/** Ways to change a request, each one part of the contract more. */
export const PARTS: readonly (readonly [string, (request: RequestInput) => RequestInput])[] = [
  ['as it is: three pots that pay for anything', (request) => request],
  ['one pot', withOnePot],
  ['one of the three pays for findings only', withGrantForFindings],
  ['membership to be bought', withMembership],
  ['prerequisites of every course', withPrerequisites],
  ['a limit by person and one on courses', withLimits],
  ['three terms', withTerms],
  ['three terms, with time by term', withTimeByTerm],
  ['two sessions of everything taught', withSessions],
  ['the same, with cover on every such day', (request) => withCover(withSessions(request))],
  [
    'all of it',
    (request) =>
      withCover(
        withSessions(
          withTimeByTerm(withLimits(withPrerequisites(withMembership(withGrantForFindings(request))))),
        ),
      ),
  ],
];

/** People and items, of makeRequest's first seed. */
export const SIZES: readonly (readonly [number, number])[] = [
  [4, 20],
  [8, 40],
  [15, 80],
  [30, 150],
  [30, 600],
];

/** What a person would write down first: a column for each person on each item, at each time, by each offer, from each pot. */
function naive({ staff, catalogue, terms: spans = [], funding }: RequestInput): number {
  const ways = catalogue.items.map(
    ({ offers, sessions = [] }) => offers.length * (sessions.length || spans.length || 1),
  );
  return staff.length * funding.length * ways.reduce((sum, count) => sum + count, 0);
}

/** The naive number of columns, and the columns and rows of the problem as compiled and after presolve. */
export function measured(request: RequestInput): number[] {
  const result = buildProgramme(request, { effort: 1 });
  if (result.status === 'invalid') throw new Error(result.issues.map(({ message }) => message).join(' '));
  const { columns, rows, presolvedColumns, presolvedRows } = result.statistics;
  return [naive(request), columns, rows, presolvedColumns, presolvedRows];
}

const HEAD = ['naive columns', 'columns', 'rows', 'columns left', 'rows left'];

/** A Markdown table with the widths that the formatter gives it. */
function table(first: string, lines: readonly (readonly [string, readonly number[]])[]): string {
  const cells = [
    [first, ...HEAD],
    ...lines.map(([name, counts]) => [name, ...counts.map((count) => count.toLocaleString('en-GB'))]),
  ];
  const widths = cells[0]?.map((_, k) => Math.max(...cells.map((row) => row[k]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, k) => (k === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join('\n');
}

export const sizesTable = (): string =>
  table(
    'people × items',
    SIZES.map(([people, items]) => [`${people} × ${items}`, measured(makeRequest(1, { people, items }))]),
  );
export const partsTable = (): string => {
  const base = makeRequest(1, { people: 8, items: 40 });
  return table(
    '8 × 40',
    PARTS.map(([name, change]) => [name, measured(change(base))]),
  );
};
