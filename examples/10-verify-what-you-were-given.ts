/* A programme is plain JSON. Whoever gets one can check it against the request, without trusting who built it. */
import { buildProgramme, draftRequest, CatalogueSchema, ProgrammeSchema, type Request } from 'smartpd';
import { checkCertificate, verifyProgramme } from 'smartpd/verify'; // the same functions, without the builder
import sample from './data/catalogue.json' with { type: 'json' };

function request(): Request {
  const draft = draftRequest(
    {
      asOf: '2026-09-01',
      window: { from: '2026-09-01', to: '2027-07-31' },
      provider: { kind: 'childminder' },
      team: [{ id: 'childminder', roles: ['childminder'], records: [] }],
      findings: [{ about: 'home language', source: 'self-evaluation' }],
      budget: { pence: 20_000 },
    },
    { catalogue: CatalogueSchema.parse(sample) },
  );
  if (draft.status === 'invalid') throw new Error(JSON.stringify(draft.issues));
  return draft.request;
}

const asked = request();
const result = buildProgramme(asked);
if (result.status !== 'optimal') throw new Error(result.status);
const sent = JSON.stringify(result.programme);

// as it arrives somewhere else
const received = ProgrammeSchema.parse(JSON.parse(sent));
console.log(verifyProgramme(asked, received).ok);

// and its proof: no programme is better
console.log(checkCertificate(asked, received).ok);

// with a price put up by a penny
const [first, ...others] = received.bookings;
if (first === undefined) throw new Error('nothing was booked');
const altered = { ...received, bookings: [{ ...first, pence: first.pence + 1 }, ...others] };
const verdict = verifyProgramme(asked, altered);
if (!verdict.ok) for (const { code, path } of verdict.refusals) console.log(`${code} at ${path.join('.')}`);

// for another request than the one it was built for
const cheaper = { ...asked, funding: asked.funding.map((pot) => ({ ...pot, pence: 100 })) };
const other = verifyProgramme(cheaper, received);
if (!other.ok) console.log([...new Set(other.refusals.map(({ code }) => code))].join(', '));
