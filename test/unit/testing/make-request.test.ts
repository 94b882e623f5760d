import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/certificate/digest.js';
import { checkRequest } from '../../../src/intake/check-request.js';
import { makeRequest, randomFrom } from '../../../src/testing/index.js';

describe('makeRequest', () => {
  it('makes valid requests of the size asked for', () => {
    for (const [people, items] of [
      [1, 1],
      [8, 40],
      [40, 150],
      [150, 400],
    ] as const) {
      const request = makeRequest(people, { people, items });
      expect(checkRequest(request).status).toBe('valid');
      expect([request.staff.length, request.catalogue.items.length]).toEqual([people, items]);
    }
  });

  it('makes the same request from the same seed, on every machine and in every version', () => {
    expect(digestOf(makeRequest(1, { people: 15, items: 150 }))).toMatchInlineSnapshot(
      `"a2c2bc7364b697c802f340accbf0661eb2a378743df97741e9fd0016d46d2c18"`,
    );
  });

  it('uses the whole contract when asked to, for the same setting otherwise', () => {
    for (const [people, items] of [
      [1, 1],
      [8, 40],
      [40, 150],
    ] as const) {
      const plain = makeRequest(people, { people, items });
      const whole = makeRequest(people, { people, items, wholeContract: true });
      expect(checkRequest(whole)).toMatchObject({ status: 'valid' });
      expect(whole.needs.map(({ id }) => id)).toEqual(plain.needs.map(({ id }) => id));
      expect([whole.staff.length, whole.catalogue.items.length]).toEqual([people, items]);
    }
    const text = JSON.stringify(makeRequest(1, { people: 15, items: 150, wholeContract: true }));
    for (const word of [
      'terms',
      'openingHours',
      'sessions',
      'places',
      'cover',
      'among',
      'away',
      'available',
      'pays',
      'sources',
      'limits',
      'per-learner-tiered',
      'by-team-size',
      'grants',
      'platform-pass',
      'prerequisites',
      'excludes',
      'whole-team',
      'learners',
      'perSetting',
      'maxAgeMonths',
      'validMonths',
      '"item":"item-',
    ]) {
      expect(text, word).toContain(word);
    }
  });

  it('spends what it is given', () => {
    const { funding } = makeRequest(3, { people: 10, items: 30, pencePerHead: 500 });
    expect(funding.reduce((sum, { pence }) => sum + pence, 0)).toBe(5000);
  });
});

describe('randomFrom', () => {
  it('gives every number of a small range about as often', () => {
    const counts = [0, 0, 0, 0, 0, 0];
    const random = randomFrom(0);
    for (let draw = 0; draw < 6000; draw += 1) counts[random.whole(0, 5)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('parts neighbouring seeds at once', () => {
    const firsts = Array.from({ length: 100 }, (_, seed) => randomFrom(seed).whole(0, 1_000_000));
    expect(new Set(firsts).size).toBeGreaterThan(98);
  });
});
