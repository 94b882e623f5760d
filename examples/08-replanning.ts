/* Plans change. With the last programme as baseline, as few people as can be are told that theirs has. */
import { buildProgramme, type Booking, type RequestInput } from 'smartpd';

type Item = RequestInput['catalogue']['items'][number];

const item = (id: string, area: string, pence: number): Item => ({
  id,
  title: id,
  kind: 'online-module',
  minutes: 60,
  teaches: [{ area, depth: 2 }],
  offers: [{ id: 'standard', price: { kind: 'per-learner', pence } }],
});
const items = [item('sleep', 'safer-sleep', 2000), item('medicines', 'medicines', 3000)];
const everyone = { depth: 2, who: {}, count: 'everyone', source: 'self-evaluation' } as const;

const request: RequestInput = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: ['ada', 'bo', 'cy'].map((id) => ({ id, roles: ['practitioner'] })),
  needs: [
    { id: 'sleep', area: 'safer-sleep', ...everyone },
    { id: 'medicines', area: 'medicines', ...everyone },
  ],
  catalogue: { id: 'fictional', asOf: '2026-09-01', items },
  funding: [{ id: 'budget', pence: 20_000 }],
};

function show(title: string, changed: RequestInput): Booking[] {
  const result = buildProgramme(changed);
  if (result.status !== 'optimal') throw new Error(result.status);
  const { bookings, objectives, totals } = result.programme;
  const changes = objectives.find(({ name }) => name === 'changes')?.value;
  console.log(`${title}: ${totals.pence}p${changes === undefined ? '' : `, ${changes} changes`}`);
  for (const { item, learners } of bookings) console.log(`  ${item}: ${learners.join(', ')}`);
  return bookings;
}

const baseline = show('in September', request);

// a cheaper course comes out: planned anew, everybody would be moved to it
const cheaper = item('medicines-again', 'medicines', 1000);
const catalogue = { ...request.catalogue, items: [...items, cheaper] };
show('planned anew', { ...request, catalogue });
show('with the baseline', { ...request, catalogue, baseline });

// Dee joins, to whom nothing was promised; then the budget is cut, and coverage goes before promises
const staff = [...request.staff, { id: 'dee', roles: ['practitioner'] }];
show('with Dee', { ...request, catalogue, staff, baseline });
const funding = [{ id: 'budget', pence: 13_000 }];
show('with less money', { ...request, catalogue, staff, baseline, funding });
