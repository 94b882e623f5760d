/* An adviser pins what must be booked and bans what must not. What cannot hold together is named. */
import { buildProgramme, type RequestInput } from 'smartpd';

type Item = RequestInput['catalogue']['items'][number];
type Adjustment = NonNullable<RequestInput['adjustments']>[number];

const outdoors = { area: 'outdoor-learning', depth: 2 } as const;

const course = (id: string, pence: number): Item => ({
  id,
  title: id,
  kind: 'workshop',
  minutes: 120,
  teaches: [outdoors],
  offers: [{ id: 'standard', price: { kind: 'per-learner', pence } }],
});

const request: RequestInput = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: [
    { id: 'ada', roles: ['practitioner'] },
    { id: 'bo', roles: ['practitioner'] },
  ],
  needs: [{ id: 'outdoors', ...outdoors, who: {}, count: 'everyone', source: 'appraisal' }],
  catalogue: {
    id: 'fictional',
    asOf: '2026-09-01',
    items: [course('cheap', 1200), course('woodland', 3500)],
  },
  funding: [{ id: 'budget', pence: 5000 }],
};

function show(title: string, adjustments: Adjustment[]): void {
  const result = buildProgramme({ ...request, adjustments });
  console.log(`${title}: ${result.status}`);
  if (result.status === 'optimal')
    for (const { item, learners } of result.programme.bookings)
      console.log(`  ${item}: ${learners.join(', ')}`);
  if (result.status === 'infeasible') {
    // without any one of these, the others can hold
    for (const { path, message } of result.conflict.members) console.log(`  ${path.join('.')}: ${message}`);
  }
}

const pin = (staff: string[]): Adjustment => ({ kind: 'pin', item: 'woodland', staff });

show('as it is', []);
show('woodland for ada', [{ ...pin(['ada']), by: 'adviser', reason: 'she will lead the forest mornings' }]);
show('nobody on the cheap one', [{ kind: 'ban', item: 'cheap' }]);
show('woodland for both, in two pins', [pin(['ada']), pin(['bo'])]);
