/* Membership is bought like anything else, and only when what it unlocks is worth more than it costs. */
import { buildProgramme, type RequestInput } from 'smartpd';

const bands = [
  { upTo: 5, pence: 5000 },
  { upTo: 20, pence: 12_000 },
];
const behaviour = { area: 'behaviour-support', depth: 2 } as const;

const request = (size: number): RequestInput => ({
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' }, // with entitlements: ['member'], nothing would be bought
  staff: Array.from({ length: size }, (_, k) => ({ id: `person-${k + 1}`, roles: ['practitioner'] })),
  needs: [{ id: 'behaviour', ...behaviour, who: {}, count: 'everyone', source: 'inspection-recommendation' }],
  catalogue: {
    id: 'fictional',
    asOf: '2026-09-01',
    items: [
      // it teaches nothing and grants something: bought once, for the setting, by the size of the team
      {
        id: 'join',
        title: 'A year of membership',
        kind: 'membership',
        minutes: 0,
        teaches: [],
        grants: ['member'],
        offers: [{ id: 'year', price: { kind: 'by-team-size', bands } }],
      },
      {
        id: 'module',
        title: 'Understanding behaviour',
        kind: 'online-module',
        minutes: 90,
        teaches: [behaviour],
        offers: [
          { id: 'standard', price: { kind: 'per-learner', pence: 2500 } },
          {
            id: 'member',
            requires: ['member'],
            price: { kind: 'per-learner', pence: 1000 },
            listPence: 2500,
          },
        ],
      },
    ],
  },
  funding: [{ id: 'budget', pence: 50_000 }],
});

for (const size of [3, 4, 6, 9]) {
  const result = buildProgramme(request(size));
  if (result.status !== 'optimal') continue;
  const { bookings, totals } = result.programme;
  const said = bookings.map(({ item, offer, units, pence }) => `${item} (${offer}) × ${units}: ${pence}p`);
  console.log(`${size} people, ${totals.pence}p: ${said.join('; ')}`);
}
