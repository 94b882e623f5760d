import fc, { type Arbitrary } from 'fast-check';
import type { RequestInput } from '../../../src/domain/request.js';
import { requestArbitrary } from '../../../src/testing/index.js';

const busy = {
  people: { min: 2, max: 3 },
  items: { min: 3, max: 4 },
  needs: { min: 3, max: 6 },
  pots: { min: 1, max: 2 },
};

/** Requests in which needs compete for money and time alone, so that choosing well is all there is to do. */
export const competing = (): Arbitrary<RequestInput> =>
  requestArbitrary({
    ...busy,
    features: {
      pins: false,
      bans: false,
      audiences: false,
      records: false,
      dates: false,
      ages: false,
      entitlements: false,
    },
  });

/** Requests small enough to try every programme, from nothing at all to as much as can be tried. */
export const tiny = (): Arbitrary<RequestInput> =>
  fc.oneof(
    requestArbitrary({
      people: { min: 0, max: 2 },
      items: { min: 0, max: 2 },
      needs: { min: 0, max: 3 },
      offers: { min: 0, max: 2 },
    }),
    { weight: 2, arbitrary: requestArbitrary() },
    { weight: 2, arbitrary: requestArbitrary(busy) },
    { weight: 2, arbitrary: competing() },
  );

/** Requests of a small team, too large to try everything. */
export const medium = (): Arbitrary<RequestInput> =>
  requestArbitrary({
    people: { min: 3, max: 6 },
    items: { min: 3, max: 8 },
    needs: { min: 3, max: 8 },
    pots: { min: 1, max: 3 },
    areas: 4,
  });
