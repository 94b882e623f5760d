/* Who counts at which level: the level held is not always the level counted. What is not known is asked, not guessed. */
import type { RequestInput } from 'smartpd';
import { countedLevel, type CountingAnswers } from 'smartpd/rules';

const firstAid = { area: 'paediatric-first-aid', depth: 2, completedOn: '2025-10-11' } as const;

const staff: RequestInput['staff'] = [
  { id: 'teacher', roles: ['teacher'], qualifications: [{ level: 6, status: 'eyts' }] },
  {
    id: 'long-qualified',
    roles: ['practitioner'],
    qualifications: [{ level: 3, fullAndRelevant: true, awardedOn: '2013-04-30' }],
  },
  {
    id: 'without-english',
    roles: ['practitioner'],
    qualifications: [{ level: 5, fullAndRelevant: true, awardedOn: '2015-07-10' }],
    level2English: false,
  },
  {
    id: 'just-started',
    roles: ['practitioner'],
    qualifications: [{ level: 2, fullAndRelevant: true, awardedOn: '2026-07-10' }],
    startedOn: '2026-08-24',
    records: [],
  },
  {
    id: 'apprentice',
    roles: ['apprentice'],
    qualifications: [{ level: 3, fullAndRelevant: true, studying: true, startedOn: '2025-09-08' }],
    records: [firstAid],
  },
  { id: 'hardly-known', roles: ['practitioner'], qualifications: [{ level: 3 }] },
];

/** What no field of a person says, once the manager has been asked. */
const answers: Record<string, CountingAnswers> = {
  'just-started': { experienceBasedRoute: false },
};

for (const person of staff) {
  const counted = countedLevel(person, '2026-09-01', answers[person.id]);
  if (counted.status === 'invalid') throw new Error(JSON.stringify(counted.issues));
  const { held, atLeast, atMost, inRatios, levels, questions } = counted;
  const surely = inRatios.answer === 'yes' ? `counts at ${atLeast || 'no level'}` : 'may not count yet';
  console.log(`${person.id}: holds ${held}, ${surely}${atMost > atLeast ? `, perhaps at ${atMost}` : ''}`);
  for (const { rule, message } of levels[3].answer === 'no' ? levels[3].because : [])
    console.log(`  not at 3: ${message} (${rule})`);
  for (const level of [2, 3] as const)
    if (levels[level].answer === 'yes' && levels[level].conditions.length > 0)
      console.log(`  at ${level} with: ${levels[level].conditions.join(', ')}`);
  for (const { message } of questions) console.log(`  ask: ${message}`);
}
