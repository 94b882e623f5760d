import type { Request, RequestInput } from '../../../src/domain/request.js';
import { checkRequest } from '../../../src/intake/check-request.js';
import { compile, type Compiled } from '../../../src/model/compile.js';
import { type Line, linesOf } from '../../../src/model/lines.js';

/*
 * A setting of three, two of them alike, for tests that change a part of it: one need, a course paid by the pair and a
 * module that is free or paid by the learner, and two pots. Fictional.
 */

type Item = RequestInput['catalogue']['items'][number];
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

export const compiled = (request: RequestInput): Compiled => compile(checked(request));

/** Who is put on which way to book, and how many units each pot pays of it where that is a choice. */
export interface Chosen {
  readonly item: string;
  readonly offer: string;
  readonly learners: readonly string[];
  readonly units?: Readonly<Record<string, number>>;
}

/** A solution with these places and units, and 0 elsewhere. */
export function solutionOf({ facts, ways, problem }: Compiled, chosen: readonly Chosen[]): Float64Array {
  const x = new Float64Array(problem.lower.length);
  for (const { item, offer, learners, units = {} } of chosen) {
    const columns = ways.find(({ way }) => way.slot.item.id === item && way.offer.id === offer);
    if (columns === undefined) throw new Error(`"${item}" cannot be booked by "${offer}"`);
    for (const learner of learners) {
      const place = columns.places.find(({ group }) => facts.team[group]?.member.id === learner);
      if (place === undefined) throw new Error(`${learner} has no place on "${item}"`);
      x[place.column] = 1;
    }
    for (const { pot, units: column } of columns.payments) {
      const id = facts.pots[pot]!.id;
      if (column !== undefined) x[column] = units[id] ?? 0;
    }
  }
  return x;
}

export const linesFor = (request: RequestInput, chosen: readonly Chosen[]): Line[] => {
  const one = compiled(request);
  return linesOf(one.facts, one, solutionOf(one, chosen));
};
