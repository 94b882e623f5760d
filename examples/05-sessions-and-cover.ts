/* A course that takes people out of the rooms: on which session, so that enough people stay with the children. */
import { buildProgramme, type RequestInput } from 'smartpd';

const firstAid = { area: 'paediatric-first-aid', depth: 2 } as const;
const openDay = (date: string) => ({ starts: `${date}T09:00`, ends: `${date}T16:00` });

const request: RequestInput = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: {
    id: 'acorns',
    providerKind: 'group',
    // when children are there: a session that meets these hours takes people out
    openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' })),
  },
  staff: [
    { id: 'ada', roles: ['practitioner'] },
    { id: 'bo', roles: ['practitioner'], away: [{ from: '2026-10-05', to: '2026-10-09' }] },
    { id: 'cy', roles: ['practitioner'], time: { releaseMinutes: 360, ownMinutes: 720 } },
    { id: 'di', roles: ['practitioner'] },
    { id: 'ed', roles: ['practitioner'] },
  ],
  needs: [{ id: 'law', ...firstAid, who: {}, count: 'everyone', source: 'statutory' }],
  catalogue: {
    id: 'fictional',
    asOf: '2026-09-01',
    items: [
      {
        id: 'first-aid',
        title: 'Full paediatric first aid',
        kind: 'course',
        minutes: 720,
        teaches: [{ ...firstAid, validMonths: 36 }],
        offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 9000 } }],
        sessions: [
          { id: 'october', blocks: [openDay('2026-10-05'), openDay('2026-10-06')] },
          { id: 'november', blocks: [openDay('2026-11-09'), openDay('2026-11-10')] },
          // Saturdays: nobody is out of a room, and time of one's own will do
          { id: 'saturdays', places: 1, blocks: [openDay('2026-11-21'), openDay('2026-11-28')] },
        ],
      },
    ],
  },
  funding: [{ id: 'budget', pence: 50_000 }],
  // in either week two may be out at once
  cover: [
    { starts: '2026-10-05T08:00', ends: '2026-10-09T18:00', maxAway: 2 },
    { starts: '2026-11-09T08:00', ends: '2026-11-13T18:00', maxAway: 2 },
  ],
};

const result = buildProgramme(request);
if (result.status === 'optimal')
  for (const { session, learners, startsOn, completeBy } of result.programme.bookings)
    console.log(`${session}, ${startsOn} to ${completeBy}: ${learners.join(', ')}`);
