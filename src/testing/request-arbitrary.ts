import type { Arbitrary } from 'fast-check';
import type { RequestInput } from '../domain/request.js';
import { assembleRequest } from './assemble/request.js';
import { ALL_FEATURES, type Features } from './features.js';
import type { Range } from './sketch/choices.js';
import { sketchArbitrary } from './sketch/request.js';

/** How large the requests are, and what they use. */
export interface RequestArbitraryOptions {
  /** 1 to 3 by default, few enough to try every programme. */
  readonly people?: Range | undefined;
  /** 2 to 4 by default. */
  readonly items?: Range | undefined;
  /** 2 to 6 by default. */
  readonly needs?: Range | undefined;
  /** Offers of each item: 1 to 2 by default. */
  readonly offers?: Range | undefined;
  /** 0 to 2 by default. */
  readonly pots?: Range | undefined;
  /** Development areas, 1 or more: 3 by default. */
  readonly areas?: number | undefined;
  /** Those that a request may use: all by default. */
  readonly features?: Partial<Features> | undefined;
  /** Those that every request uses, beside what each happens to use: none by default. */
  readonly always?: readonly (keyof Features)[] | undefined;
}

/**
 * Valid requests, small by default, of the whole contract; each uses some features, so that each often bites.
 * They shrink towards fewer and plainer entries. The same fast-check seed gives the same requests.
 * @example
 * fc.assert(fc.property(requestArbitrary({ people: { min: 1, max: 2 } }), (request) => accepts(request)));
 */
export function requestArbitrary(options: RequestArbitraryOptions = {}): Arbitrary<RequestInput> {
  const features: Features = { ...ALL_FEATURES, ...options.features };
  const size = {
    people: options.people ?? { min: 1, max: 3 },
    items: options.items ?? { min: 2, max: 4 },
    needs: options.needs ?? { min: 2, max: 6 },
    offers: options.offers ?? { min: 1, max: 2 },
    pots: options.pots ?? { min: 0, max: 2 },
  };
  const areas = options.areas ?? 3;
  return sketchArbitrary(size).map((sketch) =>
    assembleRequest(sketch, { features, always: options.always ?? [], areas }),
  );
}
