import type { Request, RequestInput } from '../../../src/domain/request.js';
import { checkRequest } from '../../../src/intake/check-request.js';
import { compile, type Compiled } from '../../../src/model/compile.js';
import { type Line, linesOf } from '../../../src/model/lines.js';
import type { WayColumns } from '../../../src/model/place.js';
import type { Problem } from '../../../src/model/problem.js';
import { formValue } from '../../../src/solve/forms.js';
import { solve } from '../../../src/solve/solve.js';
import { factsOf } from './at-once.js';

/*
 * A setting of three, two of them alike, for tests that change a part of it: one need, a course paid by the pair and a
 * module that is free or paid by the learner, and two pots. Fictional.
 */

export type Item = RequestInput['catalogue']['items'][number];
type Need = RequestInput['needs'][number];
type Person = RequestInput['staff'][number];

export const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  roles: ['practitioner'],
  ...more,
});

export const need = (id: string, more: Partial<Need> = {}): Need => ({
  id,
  area: 'safeguarding',
  depth: 1,
  who: {},
  count: 'everyone',
  source: 'self-evaluation',
  ...more,
});

export const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  title: id,
  kind: 'online-module',
  teaches: [{ area: 'safeguarding', depth: 1 }],
  minutes: 30,
  offers: [{ id: 'free', price: { kind: 'free' } }],
  ...more,
});

export const perGroup = (pence: number, size: number): Item['offers'][number]['price'] => ({
  kind: 'per-group',
  pence,
  size,
});

export const perLearner = (pence: number): Item['offers'][number]['price'] => ({
  kind: 'per-learner',
  pence,
});

type Price = Item['offers'][number]['price'];
export const free: Price = { kind: 'free' };
export const perSetting = (pence: number): Price => ({ kind: 'per-setting', pence });
export const tiered = (...tiers: (readonly [from: number, pence: number])[]): Price => ({
  kind: 'per-learner-tiered',
  tiers: tiers.map(([from, pence]) => ({ from, pence })),
});
export const bands = (...list: (readonly [upTo: number, pence: number])[]): Price => ({
  kind: 'by-team-size',
  bands: list.map(([upTo, pence]) => ({ upTo, pence })),
});

/** A session of one block. */
export const session = (
  id: string,
  starts: string,
  ends: string,
  more: Partial<NonNullable<Item['sessions']>[number]> = {},
): NonNullable<Item['sessions']>[number] => ({ id, blocks: [{ starts, ends }], ...more });

export const small = (more: Partial<RequestInput> = {}): RequestInput => ({
  asOf: '2025-09-01',
  window: { from: '2025-09-01', to: '2026-08-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: [person('ana', { roles: ['manager'] }), person('ben'), person('cal')],
  needs: [need('safe')],
  catalogue: catalogue(
    item('course', { minutes: 60, offers: [{ id: 'pair', price: perGroup(100, 2) }] }),
    item('module', {
      offers: [
        { id: 'free', price: { kind: 'free' } },
        { id: 'paid', price: perLearner(10) },
      ],
    }),
  ),
  funding: [
    { id: 'grant', pence: 500 },
    { id: 'budget', pence: 1000 },
  ],
  areas: [
    { id: 'safeguarding', title: 'Keeping children safe' },
    { id: 'own-area', title: 'An area of our own' },
  ],
  ...more,
});

export const catalogue = (...items: Item[]): RequestInput['catalogue'] => ({
  id: 'fictional',
  asOf: '2025-09-01',
  items,
});

/** The request as the model takes it. */
export function checked(request: RequestInput): Request {
  const result = checkRequest(request);
  if (result.status === 'invalid') throw new Error(JSON.stringify(result.issues));
  return result.request;
}

/** The ways to book that are open: item, session or term if it has one, offer, and the places in the order of ids of those it is for. */
export function openWays(request: RequestInput): string[] {
  const { ways, terms } = factsOf(checked(request));
  return ways.map(({ way: { slot, offer }, people }) => {
    const when = slot.session?.id ?? terms[slot.term]?.id;
    return `${slot.item.id}${when === undefined ? '' : ` ${when}`}/${offer.id} ${people.join('')}`;
  });
}

export const compiled = (request: RequestInput): Compiled => compile(checked(request));

/**
 * Who is put on which way to book. `when` is its session or term, where there are several. `units`: by pot, and by '' for
 * no pot, how many units each booking is given where that is a choice: for each class of learners that pots tell apart.
 */
export interface Chosen {
  readonly item: string;
  readonly offer: string;
  readonly when?: string;
  readonly learners: readonly string[];
  readonly units?: Readonly<Record<string, number | readonly number[]>>;
}

export function wayOf(
  { facts, ways }: Compiled,
  { item, offer, when }: Omit<Chosen, 'learners'>,
): WayColumns {
  const found = ways.filter(
    ({ way: { slot, offer: own } }) =>
      slot.item.id === item &&
      own.id === offer &&
      (when === undefined || when === (slot.session?.id ?? facts.terms[slot.term]?.id)),
  );
  if (found.length !== 1) throw new Error(`"${item}" by "${offer}" can be booked in ${found.length} ways`);
  return found[0]!;
}

const columnFor = ({ facts }: Compiled, { places }: WayColumns, learner: string): number => {
  const place = places.find(({ group }) => facts.team[group]?.member.id === learner);
  if (place === undefined) throw new Error(`${learner} has no such place`);
  return place.column;
};

/** A solution with these places and units, and 0 elsewhere. */
export function solutionOf(one: Compiled, chosen: readonly Chosen[]): Float64Array {
  const x = new Float64Array(one.problem.lower.length);
  for (const choice of chosen) {
    const columns = wayOf(one, choice);
    for (const learner of choice.learners) x[columnFor(one, columns, learner)] = 1;
    const ofPlaces = new Set(columns.places.map(({ column }) => column));
    for (const { pot, booked, covers, parts = [] } of columns.bookings) {
      const units = choice.units?.[pot === undefined ? '' : one.facts.pots[pot]!.id] ?? 0;
      const asked = typeof units === 'number' ? [units] : units;
      const flows = parts.filter(({ column }) => !ofPlaces.has(column));
      if (columns.places.length === 0) x[booked] = asked[0]!;
      else if (covers !== undefined) x[covers.column] = asked[0]!;
      else flows.forEach(({ column }, k) => (x[column] = asked[k] ?? 0));
    }
  }
  return x;
}

/** The problem in which these columns have these values. */
export function fixed(problem: Problem, values: ReadonlyMap<number, number>): Problem {
  const lower = Float64Array.from(problem.lower);
  const upper = Float64Array.from(problem.upper);
  for (const [column, value] of values) {
    lower[column] = value;
    upper[column] = value;
  }
  return { ...problem, lower, upper };
}

/**
 * What the problem makes of exactly these places and purchases: its objectives, each the largest that it can be, or
 * `undefined` where it does not allow them. Who pays, and all else that only follows, is left to it.
 */
export function completed(
  one: Compiled,
  chosen: readonly Omit<Chosen, 'units'>[],
): readonly number[] | undefined {
  const values = new Map<number, number>();
  for (const { places } of one.ways) for (const { column } of places) values.set(column, 0);
  const bought = new Set<WayColumns>();
  for (const choice of chosen) {
    const columns = wayOf(one, choice);
    if (columns.places.length === 0) bought.add(columns);
    for (const learner of choice.learners) values.set(columnFor(one, columns, learner), 1);
  }
  // Of a purchase from several pots any may pay: each is tried.
  let tries: ReadonlyMap<number, number>[] = [values];
  for (const columns of one.ways.filter(({ places }) => places.length === 0)) {
    const booked = columns.bookings.map((booking) => booking.booked);
    const payers = bought.has(columns) ? booked : [undefined];
    tries = tries.flatMap((before) =>
      payers.map((payer) => new Map([...before, ...booked.map((b) => [b, b === payer ? 1 : 0] as const)])),
    );
  }
  const found = tries.flatMap((attempt) => {
    const solution = solve(fixed(one.problem, attempt), 1_000_000);
    if (solution.status === 'infeasible') return [];
    if (solution.status !== 'optimal') throw new Error(solution.status);
    return [one.problem.objectives.map((form) => formValue(form, solution.x))];
  });
  return found.sort(byWorth)[0];
}

/** The better first. */
function byWorth(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((value, k) => value !== b[k]);
  return first < 0 ? 0 : b[first]! - a[first]!;
}

export const allows = (request: RequestInput, ...chosen: readonly Omit<Chosen, 'units'>[]): boolean =>
  completed(compiled(request), chosen) !== undefined;

/** The least money for exactly these places, or `undefined` where they are not allowed. */
export const penceFor = (
  request: RequestInput,
  ...chosen: readonly Omit<Chosen, 'units'>[]
): number | undefined => {
  const objectives = completed(compiled(request), chosen);
  return objectives && 0 - objectives[request.baseline === undefined ? 2 : 3]!;
};

export const linesFor = (request: RequestInput, chosen: readonly Chosen[]): Line[] => {
  const one = compiled(request);
  return linesOf(one.facts, one, solutionOf(one, chosen));
};
