import { readFileSync, readdirSync } from 'node:fs';
import { CatalogueSchema, draftRequest, QuestionnaireSchema, type RequestInput } from '../../src/index.js';
import type { Problem } from '../../src/model/problem.js';
import { makeRequest, type MakeRequestOptions } from '../../src/testing/make-request.js';
import { KINDS, PUBLISHED, type Published } from '../published/instances.js';
import { withBestItems } from './best-items.js';

/** Something to measure: a request, or a problem for the optimiser alone. */
export interface Instance {
  readonly name: string;
  readonly family: Family;
  /** What grows within the family: people, as a rule. */
  readonly size: number;
  /** Whether it is measured when little time is wanted. */
  readonly quick: boolean;
  readonly asked: Asked;
  /** The published optimum. */
  readonly published?: number;
}

export type Asked =
  | { readonly kind: 'request'; readonly request: () => RequestInput }
  | { readonly kind: 'problem'; readonly problem: () => Problem; readonly isCost: boolean };

/** The title of each family, in the order of the page. */
export const FAMILIES = {
  demo: 'Settings of the demo',
  small: 'Made requests, small',
  tight: 'Made requests of the whole contract, little money',
  loose: 'Made requests of the whole contract, much money',
  group: 'A nursery group',
  catalogue: 'A partner catalogue',
  'covering requests': 'Published covering problems, as requests',
  'set covering': 'Published set covering, by the optimiser alone',
  'maximum coverage': 'Published maximum coverage, by the optimiser alone',
  'multiple-choice knapsack': 'Published multiple-choice knapsack, by the optimiser alone',
  'generalised assignment': 'Published assignment, by the optimiser alone',
} as const;
export type Family = keyof typeof FAMILIES;

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

/** Pence for each person. */
const TIGHT = { pencePerHead: 600 };
const LOOSE = { pencePerHead: 6000 };

function made(
  family: Family,
  seed: number,
  options: MakeRequestOptions,
  title = `${String(options.people)} × ${String(options.items)}`,
): Instance {
  return {
    name: `${title}, ${family}, seed ${String(seed)}`,
    family,
    size: options.people,
    quick: seed === 1 && options.people <= 30 && options.items <= 150,
    asked: { kind: 'request', request: () => makeRequest(seed, options) },
  };
}

/** Sizes of a family, and how many seeds of each. */
const several = (
  family: Family,
  sizes: readonly (readonly [people: number, items: number, seeds: number])[],
  options: Partial<MakeRequestOptions>,
): Instance[] =>
  sizes.flatMap(([people, items, seeds]) =>
    Array.from({ length: seeds }, (_, index) => made(family, index + 1, { people, items, ...options })),
  );

const whole = { wholeContract: true };
const catalogue = { people: 30, items: 5000, ...whole };

function ofPublished(published: Published): Instance[] {
  const { family, name, value } = published;
  const { title, isCost, problem, request } = KINDS[family];
  const base = { size: 1, published: value, quick: /^scp4|^gap[1-4]|^I0|#1$|_60_/.test(name) };
  const alone: Instance = {
    ...base,
    name,
    family: title,
    asked: { kind: 'problem', problem: () => problem(published), isCost },
  };
  if (request === undefined) return [alone];
  return [
    {
      ...base,
      name: `${name}, as a request`,
      family: 'covering requests',
      asked: { kind: 'request', request: () => request(published) },
    },
    alone,
  ];
}

/** Of the files that hold many problems, so many are measured. All are reproduced by the tests. */
const OF_A_FILE = 5;

export const INSTANCES: readonly Instance[] = [
  ...settings.map((file): Instance => ({
    name: file.replace(/\.json$/, ''),
    family: 'demo',
    size: 1,
    quick: true,
    asked: { kind: 'request', request: () => drafted(file) },
  })),
  ...several('small', [[8, 60, 3]], {}),
  ...several(
    'small',
    [
      [10, 20, 3],
      [15, 40, 3],
      [30, 20, 3],
    ],
    whole,
  ),
  ...several(
    'tight',
    [
      [1, 150, 2],
      [8, 150, 3],
      [15, 150, 2],
      [30, 150, 1],
      [60, 150, 1],
      [150, 150, 1],
      [500, 150, 1],
    ],
    { ...whole, ...TIGHT },
  ),
  ...several(
    'loose',
    [
      [1, 150, 2],
      [8, 150, 2],
      [15, 150, 1],
      [30, 150, 1],
      [60, 150, 1],
      [150, 150, 1],
    ],
    { ...whole, ...LOOSE },
  ),
  ...several('group', [[500, 300, 1]], whole),
  made('catalogue', 1, catalogue),
  {
    ...made('catalogue', 1, catalogue, '30 × the best 150 of 5000'),
    asked: { kind: 'request', request: () => withBestItems(makeRequest(1, catalogue), 150) },
  },
  ...PUBLISHED.filter(({ index = 0 }) => index <= OF_A_FILE).flatMap(ofPublished),
];

export function instanceOf(name: string): Instance {
  const found = INSTANCES.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no instance ${name}`);
  return found;
}
