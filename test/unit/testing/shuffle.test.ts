import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/certificate/canonical-json.js';
import { requestArbitrary, shuffled } from '../../../src/testing/index.js';

describe('shuffled', () => {
  it('keeps what a request says', () => {
    fc.assert(
      fc.property(requestArbitrary(), fc.nat(), (request, seed) => {
        expect(canonicalJson(shuffled(request, seed))).toBe(canonicalJson(request));
      }),
    );
  });

  it('changes the order of lists and keys, by the seed', () => {
    const value = { list: [1, 2, 3, 4, 5, 6, 7, 8], a: 1, b: 2, c: 3 };
    const texts = new Set([1, 2, 3, 4].map((seed) => JSON.stringify(shuffled(value, seed))));
    expect(texts.size).toBe(4);
    expect(JSON.stringify(shuffled(value, 1))).toBe(JSON.stringify(shuffled(value, 1)));
  });
});
