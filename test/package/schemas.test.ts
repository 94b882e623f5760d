import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from './json-schemas.js';

describe('docs/schemas', () => {
  it.each([
    ['Request', 'request'],
    ['Questionnaire', 'questionnaire'],
    ['Programme', 'programme'],
  ])('holds the JSON Schema of %s as src/domain has it (npm run schemas writes it)', async (title, file) => {
    await expect(await jsonSchemaOf(title)).toMatchFileSnapshot(`../../docs/schemas/${file}.json`);
  });
});
