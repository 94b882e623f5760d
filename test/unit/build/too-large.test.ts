import { describe, expect, it } from 'vitest';
import { buildProgramme, buildProgrammeAsync, type RequestInput } from '../../../src/index.js';

/** So many people who all need what one course teaches, which runs a thousand times. */
const requestOf = (people: number): RequestInput => ({
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'many', providerKind: 'group' },
  staff: Array.from({ length: people }, (_, k) => ({ id: `person-${k}`, roles: ['practitioner'] })),
  needs: [{ id: 'prevent', area: 'prevent-duty', depth: 1, who: {}, count: 'everyone', source: 'statutory' }],
  catalogue: {
    id: 'fictional',
    asOf: '2026-09-01',
    items: [
      {
        id: 'prevent-course',
        title: 'Prevent',
        provider: 'nobody',
        kind: 'workshop',
        teaches: [{ area: 'prevent-duty', depth: 1 }],
        minutes: 60,
        sessions: Array.from({ length: 1000 }, (_, k) => ({
          id: `session-${k}`,
          blocks: [{ starts: '2026-10-05T09:00', ends: '2026-10-05T10:00' }],
        })),
        offers: [{ id: 'free', price: { kind: 'free' } }],
      },
    ],
  },
  funding: [],
});

describe('a request with more places than there is memory for', () => {
  it('is invalid with 5,000 people, 20,000 items and 10,000 needs for everybody', () => {
    const areas = Array.from({ length: 2000 }, (_, k) => ({ id: `x-own-${k}`, title: `Own ${k}` }));
    const area = (k: number): string => `x-own-${k % 2000}`;
    const result = buildProgramme({
      ...requestOf(5_000),
      areas,
      needs: Array.from({ length: 10_000 }, (_, k) => ({
        id: `need-${k}`,
        area: area(k),
        depth: 1,
        who: {},
        count: 'everyone',
        source: 'self-evaluation',
      })),
      catalogue: {
        id: 'fictional',
        asOf: '2026-09-01',
        items: Array.from({ length: 20_000 }, (_, k) => ({
          id: `item-${k}`,
          title: `Item ${k}`,
          provider: 'nobody',
          kind: 'online-module',
          teaches: [{ area: area(k), depth: 1 }],
          minutes: 60,
          offers: [{ id: 'free', price: { kind: 'free' } }],
        })),
      },
    });
    expect(result).toMatchObject({ status: 'invalid', issues: [{ path: [], code: 'too-large' }] });
  });

  it('is invalid, at once or in parts, and says what to do', async () => {
    const request = requestOf(2_001);
    for (const result of [buildProgramme(request), await buildProgrammeAsync(request)]) {
      expect(result.status).toBe('invalid');
      if (result.status === 'invalid')
        expect(result.issues).toMatchObject([
          { path: [], code: 'too-large', message: expect.stringContaining('2,000,000') as string },
        ]);
    }
  });
});
