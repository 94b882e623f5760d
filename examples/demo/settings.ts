import { readFileSync, readdirSync } from 'node:fs';
import { type Catalogue, CatalogueSchema, type Questionnaire, QuestionnaireSchema } from 'smartpd';

/* The fictional settings and their catalogue. A questionnaire put into the folder is one more setting of the demo. */

const DATA = new URL('../data/', import.meta.url);
const QUESTIONNAIRES = new URL('questionnaires/', DATA);

const read = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));

export const settingNames = (): string[] =>
  readdirSync(QUESTIONNAIRES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();

export const readCatalogue = (): Catalogue => CatalogueSchema.parse(read(new URL('catalogue.json', DATA)));

/** A setting's questionnaire, with another budget for the setting as a whole if one is given. */
export function readQuestionnaire(name: string, budgetPence?: number): Questionnaire {
  const asked = QuestionnaireSchema.parse(read(new URL(`${name}.json`, QUESTIONNAIRES)));
  if (budgetPence === undefined) return asked;
  return QuestionnaireSchema.parse({ ...asked, budget: { pence: budgetPence, per: 'setting' } });
}
