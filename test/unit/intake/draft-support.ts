import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { QuestionnaireInput } from '../../../src/domain/questionnaire.js';
import type { RequestInput } from '../../../src/domain/request.js';
import type { DraftContextInput } from '../../../src/intake/draft-context.js';
import { draftRequest } from '../../../src/intake/draft-request.js';
import type { DraftResult } from '../../../src/intake/draft-result.js';

const folder = new URL('../../../examples/data/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

export const SAMPLES = ['childminder', 'day-nursery', 'large-nursery', 'practitioner'] as const;
export const sampleCatalogue = () => read('catalogue.json') as RequestInput['catalogue'];
export const sampleQuestionnaire = (name: (typeof SAMPLES)[number]) =>
  read(`questionnaires/${name}.json`) as QuestionnaireInput;

type Item = RequestInput['catalogue']['items'][number];

export const item = (id: string, area: string, depth: 1 | 2 | 3 | 4, more: Partial<Item> = {}): Item => ({
  id,
  title: id,
  kind: 'online-module',
  teaches: [{ area, depth }],
  minutes: 60,
  offers: [{ id: 'standard', price: { kind: 'per-learner', pence: 1000 } }],
  ...more,
});

/** A small catalogue, and whatever else a test gives. */
export const context = (more: Partial<DraftContextInput> = {}): DraftContextInput => ({
  catalogue: {
    id: 'test',
    asOf: '2026-09-01',
    items: [
      item('dsl', 'designated-safeguarding-lead', 3),
      item('cp', 'child-protection', 2),
      item('pfa', 'paediatric-first-aid', 2),
      item('food', 'food-hygiene', 2),
      item('prevent', 'prevent-duty', 1),
      item('leading', 'leading-teams', 3),
      item('recruiting', 'safer-recruitment', 2),
      item('slcn', 'speech-language-needs', 2),
    ],
  },
  ...more,
});

/** A questionnaire about nothing in particular, and whatever else a test gives. */
export const questionnaire = (more: Partial<QuestionnaireInput> = {}): QuestionnaireInput => ({
  asOf: '2026-09-01',
  window: { from: '2026-09-01', to: '2027-07-31' },
  provider: { kind: 'group' },
  team: [{ level: 3, count: 2 }],
  findings: [],
  budget: { pence: 50_000, per: 'setting' },
  ...more,
});

export type Drafted = Extract<DraftResult, { status: 'drafted' }>;

/** The draft, which the test says there is. */
export function drafted(
  more: Partial<QuestionnaireInput> = {},
  given: Partial<DraftContextInput> = {},
): Drafted {
  const result = draftRequest(questionnaire(more), context(given));
  if (result.status === 'invalid') expect(result.issues).toEqual([]);
  return result as Drafted;
}

/** The messages of assumptions at a path, written with dots. */
export const assumed = ({ assumptions }: Drafted, path: string): string[] =>
  assumptions.filter((each) => each.path.join('.') === path).map(({ message }) => message);
