/* The rules are dated: what they ask depends on the day, the kind of provider and what runs out when. */
import type { RequestInput } from 'smartpd';
import { needsFromRules, rulebookOn, type RulebookVariant } from 'smartpd/rules';

const staff: RequestInput['staff'] = [
  {
    id: 'ada',
    roles: ['manager', 'designated-safeguarding-lead'],
    records: [{ area: 'designated-safeguarding-lead', depth: 3, completedOn: '2023-11-06' }],
  },
  {
    id: 'bo',
    roles: ['practitioner'],
    qualifications: [{ level: 3, awardedOn: '2019-07-05' }],
    records: [{ area: 'paediatric-first-aid', depth: 2, completedOn: '2023-02-20' }],
  },
  { id: 'cy', roles: ['apprentice'], qualifications: [{ level: 2 }] },
];

function show(date: string, kind: 'group' | 'school', variants: RulebookVariant[] = []): void {
  const rulebook = rulebookOn(date, kind, variants);
  if (rulebook === undefined) return console.log(`${date}: no rules are known`);
  const setting = { id: 'acorns', providerKind: kind };
  const result = needsFromRules(setting, staff, rulebook, { from: date, to: '2026-07-31' });
  if (result.status === 'invalid') return console.log(result.issues);
  console.log(`${date}: ${rulebook.id}, ${rulebook.rules.length} rules`);
  for (const { id, source, who, count } of result.needs) {
    const whom = who.staff?.join(', ') ?? who.roles?.join(', ') ?? 'everybody';
    const many = count === 'everyone' ? '' : ` (${count.atLeast} and ${count.spare ?? 0} to spare)`;
    console.log(`  ${id}: ${whom}${many}, ${source}`);
  }
  for (const { message } of result.questions) console.log(`  ? ${message}`);
}

show('2014-08-31', 'group');
// safeguarding without an interval; it ends on this day, and is tested on it
show('2025-08-31', 'group');
// renewed every two years from this day on: what Ada holds runs out in November
show('2025-09-01', 'group');
// no change of the library: what a council asks besides is data
show('2026-01-01', 'group', [
  {
    id: 'maintown',
    title: 'Food hygiene for everybody in Maintown (fictional)',
    providerKinds: ['group'],
    from: '2026-01-01',
    changes: { 'food-hygiene': { who: {} } },
    source: 'example.org/maintown',
    verified: false,
  },
]);
