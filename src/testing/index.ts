/**
 * Requests to test with: arbitraries for fast-check (an optional peer), a seeded maker of larger settings, and what
 * tests of an optimiser need beside them.
 */
export { ALL_FEATURES, type Features } from './features.js';
export { hostileRequestArbitrary, hostileValueArbitrary } from './hostile.js';
export { makeRequest, type MakeRequestOptions } from './make-request.js';
export { type Random, randomFrom } from './random.js';
export { requestArbitrary, type RequestArbitraryOptions } from './request-arbitrary.js';
export { type Range } from './sketch/choices.js';
export { shuffled } from './shuffle.js';
export { newTally, type Tally } from './tally.js';
