/* What people hold already counts, as long as it holds on the day it is tested. */
import { buildProgramme, type RequestInput } from 'smartpd';

const firstAid = { area: 'paediatric-first-aid', depth: 2 } as const;

const request: RequestInput = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: [
    // `expiresOn` is the first day on which a certificate no longer holds
    {
      id: 'lapses-in-spring',
      roles: ['practitioner'],
      records: [{ ...firstAid, completedOn: '2024-04-12', expiresOn: '2027-04-12' }],
    },
    {
      id: 'holds-all-year',
      roles: ['practitioner'],
      records: [{ ...firstAid, completedOn: '2025-09-20', expiresOn: '2028-09-20' }],
    },
    { id: 'never-trained', roles: ['practitioner'] },
  ],
  needs: [
    // tested on 31 January, when the one who lapses in spring still counts: one more is enough for two
    { id: 'winter', ...firstAid, who: {}, count: { atLeast: 2 }, source: 'statutory', by: '2027-01-31' },
    // tested on the window's last day: two, and one to spare so that it holds with any one person away
    { id: 'summer', ...firstAid, who: {}, count: { atLeast: 2, spare: 1 }, source: 'self-evaluation' },
  ],
  catalogue: {
    id: 'fictional',
    asOf: '2026-09-01',
    items: [
      {
        id: 'first-aid-course',
        title: 'Full paediatric first aid',
        kind: 'course',
        minutes: 720,
        teaches: [{ ...firstAid, validMonths: 36 }],
        offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 9000 } }],
      },
    ],
  },
  funding: [{ id: 'budget', pence: 20_000 }],
};

const result = buildProgramme(request);
if (result.status === 'optimal') {
  for (const { need, target, alreadyMet, metBy, shortBy } of result.programme.coverage) {
    console.log(`${need}: ${target} wanted, ${shortBy} short`);
    console.log(`  already: ${alreadyMet.join(', ')}`);
    console.log(`  by this programme: ${metBy.map(({ staff }) => staff).join(', ') || 'nobody'}`);
  }
}
