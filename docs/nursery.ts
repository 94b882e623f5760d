/*
 * The small fictional nursery that these pages plan for, and its programme in lines that a manager could read. Each
 * example says only what it is about; all else is as here.
 */
import { buildProgramme, type RequestInput, verifyProgramme } from 'smartpd';

export type Item = RequestInput['catalogue']['items'][number];
export type Need = RequestInput['needs'][number];
export type Person = RequestInput['staff'][number];

/** A request of Acorns nursery: a manager and three practitioners with £500, but for what is said otherwise. */
export function nursery({
  items,
  ...parts
}: Partial<RequestInput> & { readonly items: Item[] }): RequestInput {
  return {
    asOf: '2026-09-01',
    window: { from: '2026-09-01', to: '2027-07-31' },
    setting: { id: 'acorns', providerKind: 'group' },
    staff: [{ id: 'ada', roles: ['manager'] }, ...['bo', 'cy', 'di'].map(practitioner)],
    needs: [],
    catalogue: { id: 'fictional', asOf: '2026-09-01', items },
    funding: [{ id: 'budget', pence: 50_000 }],
    ...parts,
  };
}

export const practitioner = (id: string): Person => ({ id, roles: ['practitioner'] });

/** A team of so many practitioners: p01, p02 and so on. */
export const teamOf = (size: number): Person[] =>
  Array.from({ length: size }, (_, k) => practitioner(`p${String(k + 1).padStart(2, '0')}`));

/** Everybody needs practice in an area, because the self-evaluation says so, but for what is said otherwise. */
export const need = (area: string, more: Partial<Need> = {}): Need => ({
  id: area,
  area,
  depth: 2,
  who: {},
  count: 'everyone',
  source: 'self-evaluation',
  ...more,
});

/** An hour online that teaches an area to practice, at a price for each learner in pence, but for what is said otherwise. */
export const course = (id: string, area: string, pence: number, more: Partial<Item> = {}): Item => ({
  id,
  title: id,
  kind: 'online-module',
  minutes: 60,
  teaches: [{ area, depth: 2 }],
  offers: [{ id: 'standard', price: { kind: 'per-learner', pence } }],
  ...more,
});

/** What is booked, for whom and at what price, and what stays short; or what cannot hold together. Every programme is verified. */
export function plan(request: RequestInput): string[] {
  const result = buildProgramme(request);
  if (result.status === 'infeasible')
    return result.conflict.members.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (result.status === 'undecided') return [result.status];
  if (result.status === 'invalid') return result.issues.map(({ message }) => message);
  const verdict = verifyProgramme(request, result.programme);
  if (!verdict.ok) return verdict.refusals.map(({ message }) => message);
  const { bookings, coverage } = result.programme;
  return [
    ...bookings.map(({ item, session, term, learners, pence, pot }) => {
      const when = session ?? term;
      const what = when === undefined ? item : `${item} (${when})`;
      const price = pot === undefined ? 'free' : `£${(pence / 100).toFixed(2)} from ${pot}`;
      return `${what} for ${learners.join(', ') || 'the setting'}: ${price}`;
    }),
    ...coverage.flatMap(({ need, shortBy }) => (shortBy === 0 ? [] : [`${need}: ${shortBy} short`])),
  ];
}
