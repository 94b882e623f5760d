import { readFileSync, readdirSync } from 'node:fs';
import { CatalogueSchema, draftRequest, QuestionnaireSchema, type RequestInput } from '../../src/index.js';
import { makeRequest } from '../../src/testing/make-request.js';

/** A request to measure. The demo's settings are what a manager has; the made ones are of a size, from a seed. */
export interface Instance {
  readonly name: string;
  readonly group: 'demo' | 'made';
  readonly request: () => RequestInput;
}

/** The request of the shortest path through the library: import, build. */
export const firstRequest = (): RequestInput => makeRequest(1, { people: 3, items: 12 });

const DATA = new URL('../../examples/data/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, DATA), 'utf8'));
const settings = readdirSync(new URL('questionnaires/', DATA))
  .filter((file) => file.endsWith('.json'))
  .sort();

function drafted(file: string): RequestInput {
  const questionnaire = QuestionnaireSchema.parse(read(`questionnaires/${file}`));
  const draft = draftRequest(questionnaire, { catalogue: CatalogueSchema.parse(read('catalogue.json')) });
  if (draft.status === 'invalid') throw new Error(`${file} is invalid`);
  return draft.request;
}

const SIZES = [
  { people: 8, items: 60 },
  { people: 15, items: 150 },
] as const;
/** Of requests that use the whole contract. */
const WHOLE_SIZES = [
  { people: 10, items: 20 },
  { people: 15, items: 40 },
  { people: 30, items: 20 },
] as const;
const SEEDS = [1, 2, 3] as const;

export const INSTANCES: readonly Instance[] = [
  ...settings.map((file) => ({
    name: file.replace(/\.json$/, ''),
    group: 'demo' as const,
    request: () => drafted(file),
  })),
  ...SIZES.flatMap((size) =>
    SEEDS.map((seed) => ({
      name: `${size.people} people × ${size.items} items, seed ${seed}`,
      group: 'made' as const,
      request: () => makeRequest(seed, size),
    })),
  ),
  ...WHOLE_SIZES.flatMap((size) =>
    SEEDS.map((seed) => ({
      name: `${size.people} people × ${size.items} items, whole contract, seed ${seed}`,
      group: 'made' as const,
      request: () => makeRequest(seed, { ...size, wholeContract: true }),
    })),
  ),
];

export function instance(name: string): Instance {
  const found = INSTANCES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no instance ${name}`);
  return found;
}
