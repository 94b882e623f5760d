/* Nothing throws on bad input. Everything that is wrong comes back at once: where, what, and what to do about it. */
import { buildProgramme, checkRequest, RequestSchema } from 'smartpd';

const fromAForm: unknown = JSON.parse(`{
  "asOf": "2026-09-01",
  "window": { "from": "2027-07-31", "to": "2026-09-01" },
  "setting": { "id": "acorns", "providerKind": "nursery" },
  "staff": [{ "id": "ada", "roles": ["practitioner"] }, { "id": "ada", "roles": ["Room Leader"] }],
  "needs": [
    { "id": "talk", "area": "speech", "depth": 2, "who": { "staff": ["eve"] }, "count": "everyone", "source": "appraisal" }
  ],
  "catalogue": { "id": "fictional", "asOf": "2026-09-31", "items": [] },
  "funding": [{ "id": "budget", "pence": 49.99 }],
  "terms": [{ "id": "autumn", "from": "2026-09-01", "to": "2026-12-18" }],
  "budget": 5000
}`);

// takes anything; what it returns as valid has the type that buildProgramme asks for
const check = checkRequest(fromAForm);
if (check.status === 'invalid')
  for (const { path, code, message } of check.issues) console.log(`${path.join('.')} [${code}] ${message}`);
else console.log(buildProgramme(check.request).status);

// the schemas follow Standard Schema, for whatever form or server library you use
const verdict = await RequestSchema['~standard'].validate({ asOf: 'today' });
const paths = new Set(verdict.issues?.map(({ path }) => JSON.stringify(path)));
console.log(`Standard Schema says: see ${[...paths].join(', ')}`);
