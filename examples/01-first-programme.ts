/* The smallest whole request: three people, two needs, three courses and £70. */
import { buildProgramme, type RequestInput } from 'smartpd';

const safeguarding = { area: 'child-protection', depth: 2 } as const; // 2: practice
const behaviour = { area: 'behaviour-support', depth: 2 } as const;
const everyone = { who: {}, count: 'everyone' } as const;

const request: RequestInput = {
  asOf: '2026-09-01', // today: the clock is never read
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: ['ada', 'bo', 'cy'].map((id) => ({ id, roles: ['practitioner'] })),
  needs: [
    // what the law asks is met before anything else; what comes next is weighed by its source
    { id: 'law', ...safeguarding, ...everyone, source: 'statutory' },
    { id: 'wish', ...behaviour, ...everyone, source: 'self-evaluation' },
  ],
  catalogue: {
    id: 'fictional',
    asOf: '2026-09-01',
    items: [
      {
        id: 'safeguarding-module',
        title: 'Safeguarding for all staff',
        kind: 'online-module',
        minutes: 120,
        teaches: [safeguarding],
        offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 1500 } }],
      },
      {
        id: 'behaviour-module',
        title: 'Understanding behaviour',
        kind: 'online-module',
        minutes: 90,
        teaches: [behaviour],
        offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 800 } }],
      },
      {
        id: 'behaviour-recording',
        title: 'Behaviour: recorded webinar for the whole setting',
        kind: 'recorded-webinar',
        minutes: 60,
        teaches: [behaviour],
        offers: [{ id: 'standard', price: { kind: 'per-setting', pence: 2200 } }],
      },
    ],
  },
  funding: [{ id: 'budget', pence: 7000 }], // money is whole pence
};

const result = buildProgramme(request);
console.log(result.status);
if (result.status === 'optimal') {
  for (const { item, learners, pence } of result.programme.bookings)
    console.log(`${item} for ${learners.join(', ')}: ${pence}p`);
  console.log(`${result.programme.totals.pence}p in all`);
}
