/* Learning at one's own pace is spread over the terms, by the time that people have in each and by what is due when. */
import { buildProgramme, type RequestInput } from 'smartpd';

type Item = RequestInput['catalogue']['items'][number];

const module = (id: string, area: string, minutes: number, more: Partial<Item> = {}): Item => ({
  id,
  title: id,
  kind: 'online-module',
  minutes,
  teaches: [{ area, depth: 2 }],
  offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 1200 } }],
  ...more,
});
const twoHours = { releaseMinutes: 0, ownMinutes: 120 };
const needed = { depth: 2, who: {}, count: 'everyone', source: 'self-evaluation' } as const;

const request: RequestInput = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  terms: [
    { id: 'autumn', from: '2026-09-01', to: '2026-12-18' },
    { id: 'spring', from: '2027-01-04', to: '2027-03-25' },
    { id: 'summer', from: '2027-04-12', to: '2027-07-23' },
  ],
  setting: { id: 'acorns', providerKind: 'group' },
  staff: ['ada', 'bo'].map((id) => ({
    id,
    roles: ['practitioner'],
    time: { terms: { autumn: twoHours, spring: twoHours, summer: twoHours } },
  })),
  needs: [
    { id: 'sleep', area: 'safer-sleep', ...needed, by: '2026-12-18' },
    { id: 'talk', area: 'parent-partnership', ...needed },
    { id: 'outdoors', area: 'outdoor-learning', ...needed },
  ],
  catalogue: {
    id: 'fictional',
    asOf: '2026-09-01',
    items: [
      module('outdoors', 'outdoor-learning', 90),
      module('sleep', 'safer-sleep', 60),
      // dearer from the new year on, but with what is due in the autumn there is no time for it before
      module('talk', 'parent-partnership', 75, {
        offers: [
          { id: 'early', to: '2026-12-31', price: { kind: 'per-learner', pence: 900 } },
          { id: 'standard', price: { kind: 'per-learner', pence: 1500 } },
        ],
      }),
    ],
  },
  funding: [{ id: 'budget', pence: 10_000 }],
};

const result = buildProgramme(request);
const bookings = result.status === 'optimal' ? result.programme.bookings : [];
for (const { id } of request.terms ?? [])
  for (const { item, offer, learners, startsOn, completeBy } of bookings.filter(({ term }) => term === id))
    console.log(`${id}: ${item} (${offer}) for ${learners.join(', ')}, ${startsOn} to ${completeBy}`);
