/* Who holds what, what runs out, what is missing, and what the programme changes. */
import { buildProgramme, type RequestInput, trainingMatrix } from 'smartpd';

type Item = RequestInput['catalogue']['items'][number];
const aid = { area: 'paediatric-first-aid', depth: 2 } as const;
const safe = { area: 'child-protection', depth: 2 } as const;
const everyone = { who: {}, count: 'everyone', source: 'statutory' } as const;
const course = (id: string, taught: typeof aid | typeof safe, pence: number): Item => ({
  ...{ id, title: id, kind: 'course', minutes: 90, teaches: [taught] },
  offers: [{ id: 'standard', price: { kind: 'per-learner', pence } }],
});

const request: RequestInput = {
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  setting: { id: 'acorns', providerKind: 'group' },
  staff: [
    { id: 'ada', roles: [], records: [{ ...aid, completedOn: '2025-04-05', expiresOn: '2028-04-05' }] },
    {
      id: 'bo',
      roles: [],
      records: [
        { ...aid, completedOn: '2023-06-30', expiresOn: '2026-06-30' },
        { ...safe, completedOn: '2025-02-11' },
      ],
    },
    { id: 'cy', roles: [], records: [{ ...safe, completedOn: '2026-10-02' }] },
    { id: 'di', roles: [] },
  ],
  needs: [
    { id: 'first-aid-cover', ...aid, ...everyone, count: { atLeast: 1, spare: 1 } },
    { id: 'safeguarding', ...safe, ...everyone, maxAgeMonths: 24 },
    { id: 'baby-care', area: 'babies-under-two', depth: 2, ...everyone, who: { ageBands: ['under-2'] } },
  ],
  catalogue: {
    ...{ id: 'fictional', asOf: '2026-09-01' },
    items: [course('first-aid', aid, 9000), course('safeguarding', safe, 1500)],
  },
  funding: [{ id: 'budget', pence: 14_000 }],
};
const built = buildProgramme(request);
const programme = built.status === 'optimal' ? built.programme : undefined;

for (const matrix of [trainingMatrix(request), trainingMatrix(request, programme)]) {
  if (matrix.status !== 'matrix') throw new Error(matrix.issues[0]?.message);
  const show = (...cells: string[]) =>
    console.log(
      cells
        .map((cell) => cell.padEnd(26))
        .join('')
        .trimEnd(),
    );
  show('', ...matrix.requirements.map(({ need, shortBy }) => `${need}, ${shortBy} short`));
  for (const { staff, requirements } of matrix.rows)
    show(
      staff,
      ...requirements.map(({ state, completeBy, lapsesOn = '' }) => `${state} ${completeBy ?? lapsesOn}`),
    );
}
