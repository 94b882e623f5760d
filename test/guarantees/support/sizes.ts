import fc, { type Arbitrary } from 'fast-check';
import type { RequestInput } from '../../../src/domain/request.js';
import { type Features, requestArbitrary } from '../../../src/testing/index.js';

const busy = {
  people: { min: 2, max: 3 },
  items: { min: 3, max: 4 },
  needs: { min: 3, max: 6 },
  pots: { min: 1, max: 2 },
};

/** What makes people differ and needs idle, so that there is less to choose. */
const still = {
  pins: false,
  bans: false,
  audiences: false,
  records: false,
  dates: false,
  ages: false,
  entitlements: false,
  minimums: false,
} satisfies Partial<Features>;

/** Requests in which needs compete for money and time, so that choosing well is all there is to do. */
export const competing = (): Arbitrary<RequestInput> => requestArbitrary({ ...busy, features: still });

/** Features that bind in company alone, or seldom. */
const COMPANIES: readonly (readonly (keyof Features)[])[] = [
  ['sessions', 'cover', 'selectors'],
  ['sessions', 'cover', 'selectors', 'twins'],
  ['sessions', 'cover', 'selectors', 'sharedPrices'],
  ['sessions', 'places', 'openHours', 'time'],
  ['sessions', 'away'],
  ['sessions', 'sessionAdjustments', 'pins', 'bans'],
  ['sessions', 'sessionAdjustments', 'pins', 'bans', 'excludes'],
  ['sessions', 'terms', 'termTime'],
  ['learners', 'sharedPrices'],
  ['tiers'],
  ['teamSizes'],
  ['teamSizes', 'purchases'],
  ['purchases'],
  ['prerequisites', 'records'],
  ['prerequisites', 'records', 'severalPots'],
  ['prerequisites', 'records', 'learners'],
  ['excludes', 'wholeTeam'],
  ['limits', 'selectors'],
  ['pays', 'severalPots'],
  ['datedPots', 'datedOffers'],
];

/** Requests of one such company, and little beside it. */
const focused = (): Arbitrary<RequestInput> =>
  fc.oneof(
    ...COMPANIES.map((always) =>
      requestArbitrary({
        ...busy,
        always,
        features: { ...still, ...Object.fromEntries(always.map((feature) => [feature, true])) },
      }),
    ),
  );

/** Whether every programme can be tried: by the slots, and the offers and pots of each, of every person and item. */
function isEnumerable({ staff, catalogue, terms, funding }: RequestInput): boolean {
  let slotted = 1;
  let ways = 1;
  for (const { sessions, offers } of catalogue.items) {
    const slots = sessions?.length ?? Math.max(1, terms?.length ?? 0);
    const tills = offers.length * Math.max(1, funding.length);
    slotted *= (1 + slots) ** staff.length;
    ways *= (1 + slots * tills) ** staff.length;
  }
  return slotted <= 10 ** 6 && ways <= 10 ** 9;
}

/** Requests small enough to try every programme, from nothing at all to as much as can be tried. */
export const tiny = (): Arbitrary<RequestInput> =>
  fc
    .oneof(
      requestArbitrary({
        people: { min: 0, max: 2 },
        items: { min: 0, max: 2 },
        needs: { min: 0, max: 3 },
        offers: { min: 0, max: 2 },
      }),
      requestArbitrary(),
      { weight: 3, arbitrary: requestArbitrary(busy) },
      competing(),
      { weight: 6, arbitrary: focused() },
    )
    .filter(isEnumerable);

/** Requests of a small team, too large to try everything. */
export const medium = (): Arbitrary<RequestInput> =>
  requestArbitrary({
    people: { min: 3, max: 6 },
    items: { min: 3, max: 8 },
    needs: { min: 3, max: 8 },
    pots: { min: 1, max: 3 },
    areas: 4,
  });
