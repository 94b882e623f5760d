/* After an inspection: the report is read into findings, each with its source, its urgency and its date. */
import { buildProgramme, CatalogueSchema, draftRequest } from 'smartpd';
import { areasFromInspection, schemeOn } from 'smartpd/rules';
import sample from './data/catalogue.json' with { type: 'json' };

const inspected = '2026-06-10';
console.log(
  `${schemeOn(inspected)?.title}: ${schemeOn(inspected)
    ?.heads.map(({ id }) => id)
    .join(', ')}`,
);

const inspection = areasFromInspection(
  {
    on: inspected,
    safeguarding: 'met',
    // a grade makes what the report says under its head more pressing
    grades: [
      { head: 'Curriculum and teaching', grade: 'Needs attention' },
      { head: 'Behaviour, attitudes and establishing routines', grade: 'Expected standard' },
    ],
    actions: [{ about: 'first aid', by: '2026-10-30' }],
    recommendations: [{ about: 'quality of interactions', who: { roles: ['practitioner'] } }],
    // the team's own evaluation, in its own words
    selfEvaluation: [{ about: 'SLCN' }, { about: 'tidier coat pegs' }],
  },
  { window: { from: '2026-09-01', to: '2027-07-31' } },
);

if (inspection.status === 'derived') {
  for (const { area, source, by, weight } of inspection.needs)
    console.log(
      `${source}: ${area}${by === undefined ? '' : ` by ${by}`}${weight === undefined ? '' : `, weight ${weight}`}`,
    );
  for (const { message } of inspection.notes) console.log(`note: ${message}`);
  for (const { phrase } of inspection.unmatched) console.log(`not understood: ${phrase}`);

  const draft = draftRequest(
    {
      asOf: '2026-09-01',
      window: { from: '2026-09-01', to: '2027-07-31' },
      provider: { kind: 'group' },
      team: [
        { id: 'manager', roles: ['manager', 'designated-safeguarding-lead'] },
        { level: 3, count: 2, roles: ['practitioner'] },
      ],
      findings: [...inspection.findings],
      budget: { pence: 40_000 },
    },
    { catalogue: CatalogueSchema.parse(sample) },
  );
  const result = draft.status === 'drafted' ? buildProgramme(draft.request) : draft;
  if (result.status === 'optimal')
    for (const { need, target, shortBy } of result.programme.coverage)
      if (need.startsWith('finding-')) console.log(`${need}: ${target - shortBy} of ${target}`);
}
