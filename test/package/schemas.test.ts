import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from './json-schemas.js';

const SCHEMAS = [
  ['Request', 'request'],
  ['Questionnaire', 'questionnaire'],
  ['Programme', 'programme'],
] as const;

/** Where in a JSON Schema a property or a shared part is without a description. */
function undescribed(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries<unknown>({ ...node }).flatMap(([key, child]) => {
    const here = `${path}/${key}`;
    if ((key !== 'properties' && key !== '$defs') || typeof child !== 'object' || child === null)
      return undescribed(child, here);
    return Object.entries<object>({ ...child }).flatMap(([name, schema]) => [
      ...('description' in schema ? [] : [`${here}/${name}`]),
      ...undescribed(schema, `${here}/${name}`),
    ]);
  });
}

describe('docs/schemas', () => {
  it.each(SCHEMAS)(
    'holds the JSON Schema of %s as src/domain has it (npm run schemas writes it)',
    async (title, file) => {
      await expect(await jsonSchemaOf(title)).toMatchFileSnapshot(`../../docs/schemas/${file}.json`);
    },
  );

  it.each(SCHEMAS)('says of every property of %s what it means', async (title) => {
    const schema: unknown = JSON.parse(await jsonSchemaOf(title));
    expect(undescribed(schema)).toEqual([]);
  });
});
