import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COUNTING_CONDITIONS } from '../../../src/rules/counting/counted.js';
import { CountingAnswersSchema } from '../../../src/rules/counting/counting-facts.js';
import { COUNTING_RULES } from '../../../src/rules/counting/counting-rules.js';

it('the page of counting has every rule, with its days, source and reading, and every condition and answer', () => {
  const page = readFileSync(new URL('../../../docs/rules/counting.md', import.meta.url), 'utf8');
  const text = page.replaceAll(/ +/g, ' ');
  for (const { id, title, strength, evidence, from, to, source, reading } of Object.values(COUNTING_RULES)) {
    const days = to === undefined ? `from ${from}` : `${from} to ${to}`;
    const ours = reading === undefined ? '' : `\n Our reading: ${reading}`;
    expect(text, id).toContain(
      `- **\`${id}\`** (${strength}; ${evidence}; ${days}). ${title}.\n Source: ${source}${ours}\n`,
    );
  }
  for (const condition of COUNTING_CONDITIONS) expect(text).toContain(`| \`${condition}\` |`);
  for (const answer of Object.keys(CountingAnswersSchema.shape)) expect(text).toContain(`| \`${answer}\` |`);
});
