import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequest } from '../../../src/intake/check-request.js';
import { ALL_FEATURES, newTally, requestArbitrary } from '../../../src/testing/index.js';
import { runs } from '../../support/runs.js';

const none = Object.fromEntries(Object.keys(ALL_FEATURES).map((feature) => [feature, false]));

describe('requestArbitrary', () => {
  it('makes requests that are valid and plain JSON', () => {
    fc.assert(
      fc.property(requestArbitrary({ people: { min: 0, max: 6 }, items: { min: 0, max: 6 } }), (request) => {
        expect(checkRequest(request)).toMatchObject({ status: 'valid' });
        expect(JSON.parse(JSON.stringify(request))).toEqual(request);
      }),
      { numRuns: runs(500) },
    );
  });

  it('keeps to the sizes asked for', () => {
    const sized = requestArbitrary({
      people: { min: 5, max: 7 },
      items: { min: 2, max: 2 },
      needs: { min: 1, max: 1 },
      offers: { min: 3, max: 3 },
      pots: { min: 0, max: 0 },
      areas: 1,
    });
    fc.assert(
      fc.property(sized, (request) => {
        expect([5, 6, 7]).toContain(request.staff.length);
        expect(request.catalogue.items.map((item) => item.offers.length)).toEqual([3, 3]);
        expect([request.needs.length, request.funding.length, request.areas?.length]).toEqual([1, 0, 1]);
      }),
    );
  });

  it('leaves out every feature that is switched off', () => {
    const plain = requestArbitrary({ pots: { min: 2, max: 2 }, features: none });
    fc.assert(
      fc.property(plain, (request) => {
        expect(request.funding).toHaveLength(1);
        const { adjustments, policy, terms, limits, cover, baseline } = request;
        for (const part of [adjustments, policy, terms, limits, cover, baseline])
          expect(part).toBeUndefined();
        expect(request.setting.openingHours).toBeUndefined();
        expect(request.setting.entitlements).toEqual([]);
        for (const person of request.staff) {
          expect([person.records, person.time, person.entitlements]).toEqual([
            undefined,
            undefined,
            undefined,
          ]);
        }
        for (const { by, count, maxAgeMonths, weight, who } of request.needs) {
          expect([by, count, maxAgeMonths, weight, who]).toEqual([
            undefined,
            'everyone',
            undefined,
            undefined,
            {},
          ]);
        }
        for (const item of request.catalogue.items) {
          expect(item.audience).toBeUndefined();
          expect(item.teaches.some(({ validMonths }) => validMonths !== undefined)).toBe(false);
          const { sessions, available, learners, participation, prerequisites, excludes, grants } = item;
          for (const part of [sessions, available, learners, participation, prerequisites, excludes, grants])
            expect(part).toBeUndefined();
          expect(item.teaches.length).toBeGreaterThan(0);
          for (const { requires, price, from, to } of item.offers) {
            expect([requires, from, to]).toEqual([undefined, undefined, undefined]);
            expect(['free', 'per-learner']).toContain(price.kind);
          }
        }
      }),
    );
  });

  it('uses every feature that is left on', () => {
    const tally = newTally();
    fc.assert(
      fc.property(requestArbitrary(), (request) => {
        const text = JSON.stringify(request);
        tally.ran();
        for (const word of [
          'expiresOn',
          'validMonths',
          'maxAgeMonths',
          'atLeast',
          'spare',
          'weights',
          'must',
          'audience',
          'minLevel',
          'maxLevel',
          'providerKinds',
          'requires',
          'listPence',
          'per-learner',
          'per-setting',
          'per-group',
          'free',
          '"not":',
          'sites',
          'ageBands',
          'pin',
          'ban',
          'reason',
          'studying',
          'awardedOn',
          'releaseMinutes',
          'p/1',
          'by',
          'terms',
          'sessions',
          'openHours":true',
          'openHours":false',
          'openingHours',
          'openingHours":[]',
          'places"',
          'site"',
          'cover',
          'among',
          'away',
          'session"',
          'available',
          'per-learner-tiered',
          'by-team-size',
          'pays',
          'sources',
          'items":["',
          'kinds',
          'providers',
          'limits',
          'release-minutes',
          'bookings',
          'measure":"pence',
          'measure":"minutes',
          'per":"term',
          'per":"item',
          'per":"learner',
          'atMost',
          'grants',
          'membership',
          'prerequisites',
          'an-item-of-long-ago',
          'excludes',
          'whole-team',
          'learners":{',
          'perSetting',
          'baseline',
          'baseline":[]',
          'basis',
          'aliases',
          'T00:00',
        ]) {
          tally.note(word, text.includes(word));
        }
      }),
      { numRuns: runs(1000) },
    );
    for (const [word, count] of Object.entries(tally.report()))
      expect(count, word).toBeGreaterThan(tally.cases() / 100);
  });

  it('uses in every request what it always should', () => {
    const planned = requestArbitrary({ always: ['baseline', 'termTime'], items: { min: 1, max: 2 } });
    fc.assert(
      fc.property(planned, (request) => {
        expect(request.baseline).toBeDefined();
        expect(request.terms?.length).toBeGreaterThan(0);
      }),
    );
  });

  it('shrinks to few and plain entries', () => {
    const none = fc.property(requestArbitrary(), ({ cover }) => cover === undefined);
    const { counterexample } = fc.check(none, { numRuns: runs(200) });
    const [request] = counterexample ?? [];
    expect(request?.cover).toHaveLength(1);
    expect([request?.staff.length, request?.catalogue.items.length, request?.needs.length]).toEqual([
      1, 2, 2,
    ]);
    expect([request?.limits, request?.terms, request?.baseline]).toEqual([undefined, undefined, undefined]);
  });

  it('makes the same requests from the same seed', () => {
    const sample = (): unknown => fc.sample(requestArbitrary(), { seed: 7, numRuns: 20 });
    expect(sample()).toEqual(sample());
  });
});
