/* A year later: what was done is on record, and what runs out in the new year is asked for in time. */
import { buildProgramme, type Programme, type RequestInput, rollForward } from 'smartpd';
import { needsFromRules, rulebookOn } from 'smartpd/rules';

const safe = { area: 'child-protection', depth: 2, validMonths: 24 } as const;
const record = (completedOn: string) => [{ area: safe.area, depth: safe.depth, completedOn }];

const team: Omit<RequestInput, 'needs'> = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: [
    { id: 'ada', roles: ['practitioner'], records: record('2025-11-20') },
    { id: 'bo', roles: ['practitioner'], records: record('2026-04-14') },
    { id: 'cy', roles: ['practitioner'], startedOn: '2026-09-01' },
  ],
  catalogue: {
    ...{ id: 'fictional', asOf: '2026-09-01' },
    items: [
      {
        ...{ id: 'module', title: 'Safeguarding', kind: 'online-module', minutes: 90, teaches: [safe] },
        offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 1500 } }],
      },
    ],
  },
  funding: [{ id: 'budget', pence: 20_000 }],
};
const rulebook = rulebookOn(team.asOf, 'group');
const rules = rulebook && needsFromRules(team.setting, team.staff, rulebook, team.window);
if (rules?.status !== 'derived') throw new Error(rules?.status);

function built(request: RequestInput): Programme {
  const result = buildProgramme(request);
  if (result.status !== 'optimal') throw new Error(result.status);
  const { from, to } = request.window;
  console.log(`${from} to ${to}`);
  // what other rules ask is not taught in this small catalogue
  for (const { id, area, by } of request.needs)
    if (area === safe.area) console.log(`  ${id}, tested on ${by ?? to}`);
  for (const { item, learners, completeBy } of result.programme.bookings)
    console.log(`  ${item} for ${learners.join(', ')} by ${completeBy}`);
  return result.programme;
}

let request: RequestInput = { ...team, needs: [...rules.needs] };
for (const asOf of ['2027-09-01', '2028-09-01']) {
  const next = rollForward(request, built(request), asOf);
  if (next.status !== 'rolled') throw new Error(next.issues[0]?.message);
  request = next.request;
}
built(request);
