/* Without blocking: see a programme get better while other things go on, and stop it when it is good enough. */
import {
  buildProgramme,
  buildProgrammeAsync,
  CatalogueSchema,
  draftRequest,
  type RequestInput,
  verifyProgramme,
} from 'smartpd';
import sample from './data/catalogue.json' with { type: 'json' };

function nursery(practitioners: number, pounds: number): RequestInput {
  const draft = draftRequest(
    {
      asOf: '2026-09-01',
      window: { from: '2026-09-01', to: '2027-07-31' },
      provider: { kind: 'group', memberships: ['alliance-member'] },
      team: [
        { id: 'manager', roles: ['manager', 'designated-safeguarding-lead'] },
        { level: 3, count: practitioners, roles: ['practitioner'] },
      ],
      findings: [{ about: 'SLCN', source: 'inspection-recommendation' }],
      budget: { pence: pounds * 100 },
    },
    { catalogue: CatalogueSchema.parse(sample) },
  );
  if (draft.status === 'invalid') throw new Error(JSON.stringify(draft.issues));
  return draft.request;
}

// a page would stop for a button, a server when its client has gone: an AbortController, or anything with `aborted`
const request = nursery(20, 900);
const stop = new AbortController();
const result = await buildProgrammeAsync(request, {
  signal: stop.signal,
  onProgress: ({ objectives }) => {
    // what is required comes first, and is covered as well as can be: that is enough for today
    if (objectives.find(({ name }) => name === 'must')?.gap === 0) stop.abort();
  },
});
if (result.status !== 'bounded' && result.status !== 'optimal') throw new Error(result.status);
const [must] = result.programme.objectives;
console.log(`what is required: ${must?.value}, and no programme has more than ${must?.bound}`);
console.log(`stopped or not, it is legal: ${verifyProgramme(request, result.programme).ok}`);

// left alone, it gives the same answer as buildProgramme
const small = nursery(2, 400);
const patient = await buildProgrammeAsync(small);
console.log(patient.status, JSON.stringify(patient) === JSON.stringify(buildProgramme(small)));
